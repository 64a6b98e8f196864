//! A browser in memory: keys go in as a script, the screen comes out as cells.
//!
//! Events take the way of the real loop (`lookup`, then `App::update`, then `ui::draw`), and every
//! screen that is drawn is held against the rules of `check`, whatever the test itself looks at.

mod blanks;
mod check;
mod cuts;
pub(crate) mod reports;
pub(crate) mod script;

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

use crossterm::event::{Event, KeyEvent, KeyModifiers, MouseButton, MouseEvent, MouseEventKind};
use ratatui::buffer::{Buffer, Cell};
use ratatui::layout::{Position, Rect};
use sulan::app::{Action, App, Effect, Mode, Pane, Regions, lookup};
use sulan::library::{Library, Past, PastReports};
use sulan::report::{Fault, Tab};
use sulan::text::{Lang, width};

use script::events;

/// The sizes that every kind of screen is looked at in: wide, middle, narrow.
pub(crate) const SIZES: [(u16, u16); 3] = [(120, 40), (80, 24), (40, 10)];

/// The sizes of terminals that people have, from the smallest to a whole screen.
pub(crate) const ALL_SIZES: [(u16, u16); 7] =
    [(40, 10), (60, 20), (80, 24), (100, 30), (120, 40), (160, 45), (200, 50)];

pub(crate) const REVIEW: Pane = Pane::Tab(Tab::Review);
pub(crate) const HONOURS: Pane = Pane::Tab(Tab::Honours);
pub(crate) const TASKS: Pane = Pane::Tab(Tab::Tasks);
pub(crate) const TARGETS: Pane = Pane::Tab(Tab::Targets);

/// The built-in report, read once for a whole run.
pub(crate) fn library() -> Library {
    static BUILT_IN: OnceLock<Library> = OnceLock::new();
    BUILT_IN.get_or_init(|| sound(Library::built_in())).clone()
}

/// What was read, or a panic with the sentences of its faults.
pub(crate) fn sound<T>(read: Result<T, Vec<Fault>>) -> T {
    read.unwrap_or_else(|faults| {
        let all: Vec<String> = faults.iter().map(|fault| fault.sentence(Lang::En)).collect();
        panic!("{}", all.join("\n"))
    })
}

/// The rows of a window that is higher than any list of the tests.
const HIGH: u16 = 1200;

/// The browser on a terminal in memory.
pub(crate) struct Screen {
    pub(crate) app: App,
    /// What the loop would have to do after the last event; `None` when it meant nothing.
    pub(crate) effect: Option<Effect>,
    cells: Buffer,
    cursor: Option<(u16, u16)>,
}

impl Screen {
    /// The built-in report where the program begins: at the opening page.
    pub(crate) fn opening(width: u16, height: u16) -> Self {
        let mut screen = Self::new(width, height);
        screen.app.pane = Pane::Overview;
        screen.draw();
        screen
    }

    /// The built-in report in a window of this size, in Chinese, in the review, drawn for the first time.
    pub(crate) fn new(width: u16, height: u16) -> Self {
        let mut screen = Self::over(library(), width, height);
        screen.app.set_past(Past::BuiltIn);
        screen.draw();
        screen.learn();
        screen
    }

    /// Takes in the past of the built-in report, which a thread reads after the first frame.
    pub(crate) fn learn(&mut self) {
        static PAST: OnceLock<PastReports> = OnceLock::new();
        if let Some(task) = self.app.past_task() {
            self.app.take_past(PAST.get_or_init(|| task.run()).clone());
            self.draw();
        }
    }

    /// Any reports in a window of this size, in the review, whose lines most rules are about.
    pub(crate) fn over(library: Library, width: u16, height: u16) -> Self {
        let mut screen = Self {
            app: App::new(library, Lang::Zh, (width, height)),
            effect: None,
            cells: Buffer::empty(Rect::new(0, 0, width, height)),
            cursor: None,
        };
        screen.app.pane = REVIEW;
        screen.draw();
        screen
    }

    /// The same in a language.
    pub(crate) fn lang(mut self, lang: Lang) -> Self {
        self.app.lang = lang;
        self.draw();
        self
    }

    /// The same after the keys of a script, drawn once at its end as the loop does with what is queued.
    pub(crate) fn press(mut self, script: &str) -> Self {
        self.keys(script);
        self
    }

    /// Feeds the keys of a script and draws.
    pub(crate) fn keys(&mut self, script: &str) -> &mut Self {
        for event in events(script) {
            self.feed(event);
        }
        self.draw();
        self
    }

    /// Feeds one key and draws.
    pub(crate) fn key(&mut self, key: KeyEvent) -> &mut Self {
        self.feed(Event::Key(key));
        self.draw();
        self
    }

    /// Clicks on a cell and draws.
    pub(crate) fn click(&mut self, (column, row): (u16, u16)) -> &mut Self {
        let kind = MouseEventKind::Down(MouseButton::Left);
        self.feed(Event::Mouse(MouseEvent { kind, column, row, modifiers: KeyModifiers::NONE }));
        self.draw();
        self
    }

    /// Gives one event to the state, as the loop does.
    pub(crate) fn feed(&mut self, event: Event) {
        let action = match event {
            Event::Key(key) => lookup(self.app.mode(), key),
            Event::Paste(text) => Some(Action::Insert(text)),
            Event::Resize(width, height) => {
                self.cells.resize(Rect::new(0, 0, width, height));
                Some(Action::Resize(width, height))
            }
            Event::Mouse(mouse) => sulan::ui::mouse(&self.app, mouse),
            _ => None,
        };
        self.effect = action.map(|action| self.app.update(action));
    }

    /// Draws the state and holds the screen against the rules.
    pub(crate) fn draw(&mut self) {
        self.paint();
        self.check();
    }

    /// Draws the state, whatever comes of it.
    pub(crate) fn paint(&mut self) {
        self.cells.reset();
        self.cursor = sulan::ui::draw(&self.app, &mut self.cells).map(Position::into);
    }

    /// Panics with all that is wrong with the screen, and with the screen.
    pub(crate) fn check(&mut self) {
        let faults = self.faults();
        assert!(faults.is_empty(), "{}\n{}", faults.join("\n"), self.picture());
    }

    /// All that is wrong with the screen.
    pub(crate) fn faults(&mut self) -> Vec<String> {
        let faults = check::faults(&self.app, &self.cells, (self.cursor, None));
        if faults.is_empty() {
            return faults;
        }
        let whole = self.whole();
        check::faults(&self.app, &self.cells, (self.cursor, whole.as_ref()))
    }

    /// The same state in a window that is high enough for every row of its list; where that has other columns, screen by
    /// screen in this one.
    fn whole(&mut self) -> Option<cuts::Whole> {
        let (pane, listed) = (self.app.pane, self.app.ground() == Mode::Browse);
        let shape = |regions: &Regions| {
            let areas = [Some(regions.list), regions.sections, regions.context].map(|area| area.map(|area| area.width));
            let poster = (listed && pane == TARGETS).then(|| regions.poster());
            (areas, regions.split, poster)
        };
        let (size, cursors, hit) = (self.app.size, self.app.cursors, self.app.hit);
        let seen = self.app.regions()?;
        self.app.size.1 = HIGH;
        for cursor in &mut self.app.cursors {
            cursor.top = 0;
        }
        self.app.hit.top = 0;
        let regions = self.app.regions().filter(|regions| shape(regions) == shape(&seen));
        let drawn = |app: &App| {
            let mut cells = Buffer::empty(Rect::new(0, 0, app.size.0, app.size.1));
            sulan::ui::draw(app, &mut cells);
            cells
        };
        let whole = match regions {
            Some(regions) => Some(cuts::Whole { screens: vec![drawn(&self.app)], regions }),
            None if listed => {
                self.app.size = size;
                let lines = self.app.layout().columns.iter().map(Vec::len).max().unwrap_or(0);
                let tops = (0..lines).step_by(usize::from(seen.list.height).max(1));
                let screens = tops.map(|top| {
                    if let Some(cursor) = self.app.cursors.get_mut(pane.index()) {
                        cursor.top = top;
                    }
                    drawn(&self.app)
                });
                Some(cuts::Whole { screens: screens.collect(), regions: seen })
            }
            None => None,
        };
        (self.app.size, self.app.cursors, self.app.hit) = (size, cursors, hit);
        whole
    }

    /// The rows as a reader sees them: a wide character once, no spaces at the end.
    pub(crate) fn rows(&self) -> Vec<String> {
        (0..self.cells.area.height).map(|y| check::text(&self.cells, self.row(y)).trim_end().to_owned()).collect()
    }

    /// The row `y`; empty when there is none.
    pub(crate) fn line(&self, y: u16) -> String {
        self.rows().get(usize::from(y)).cloned().unwrap_or_default()
    }

    /// The rows of a region, each without what stands beside the region.
    pub(crate) fn rows_of(&self, area: Rect) -> Vec<String> {
        (area.top()..area.bottom())
            .map(|y| check::text(&self.cells, Rect { y, height: 1, ..area }).trim_end().to_owned())
            .collect()
    }

    /// The rows of the list, the page or the hits.
    pub(crate) fn list(&self) -> Vec<String> {
        self.app.regions().map(|regions| self.rows_of(regions.list)).unwrap_or_default()
    }

    /// The rows under the list.
    pub(crate) fn details(&self) -> Vec<String> {
        self.app.regions().and_then(|regions| regions.details).map(|area| self.rows_of(area)).unwrap_or_default()
    }

    /// The last row.
    pub(crate) fn footer(&self) -> String {
        self.line(self.cells.area.height.saturating_sub(1))
    }

    /// The row with the `>` of the selection, without the mark.
    pub(crate) fn selected_row(&self) -> String {
        let (x, y) = self.cursor().unwrap_or_else(|| panic!("no cursor\n{}", self.picture()));
        let (x, y) = if self.app.mode() == Mode::Search { self.find_reversed(">") } else { (x, y) };
        let area = Rect { x: x + 1, y, width: self.cells.area.width.saturating_sub(x + 1), height: 1 };
        check::text(&self.cells, area).trim().to_owned()
    }

    /// The cell of the terminal's cursor; `None` when it is hidden.
    pub(crate) fn cursor(&self) -> Option<(u16, u16)> {
        self.cursor
    }

    /// A cell with its style.
    pub(crate) fn style_at(&self, (x, y): (u16, u16)) -> &Cell {
        self.cells.cell((x, y)).unwrap_or_else(|| panic!("no cell {x},{y}\n{}", self.picture()))
    }

    /// All cells.
    pub(crate) fn cells(&self) -> &Buffer {
        &self.cells
    }

    /// The cell where `text` begins first, reading from the top.
    pub(crate) fn find(&self, text: &str) -> (u16, u16) {
        self.find_all(text).first().copied().unwrap_or_else(|| panic!("no {text:?} on\n{}", self.picture()))
    }

    /// All cells where `text` begins.
    pub(crate) fn find_all(&self, text: &str) -> Vec<(u16, u16)> {
        let area = self.cells.area;
        let places = (0..area.height).flat_map(|y| (0..area.width).map(move |x| (x, y)));
        places.filter(|&at| check::spells(&self.cells, at, text)).collect()
    }

    /// The first cell with `text` in reverse.
    pub(crate) fn find_reversed(&self, text: &str) -> (u16, u16) {
        let reversed = |at: &(u16, u16)| self.style_at(*at).modifier.contains(ratatui::style::Modifier::REVERSED);
        self.find_all(text)
            .into_iter()
            .find(reversed)
            .unwrap_or_else(|| panic!("no reversed {text:?} on\n{}", self.picture()))
    }

    /// Whether `text` stands somewhere on the screen.
    pub(crate) fn shows(&self, text: &str) -> bool {
        !self.find_all(text).is_empty()
    }

    /// The id of the entry that is selected.
    pub(crate) fn selected(&self) -> String {
        self.app.selected().map(|view| view.entry().id().to_owned()).unwrap_or_default()
    }

    /// The screen in a frame, for the message of a failure.
    pub(crate) fn picture(&self) -> String {
        let area = self.cells.area;
        let mut out = format!(
            "{}x{} {:?} {:?} {:?} cursor {:?}\n",
            area.width,
            area.height,
            self.app.mode(),
            self.app.pane,
            self.app.lang,
            self.cursor
        );
        for (y, row) in self.rows().iter().enumerate() {
            let rest = " ".repeat(usize::from(area.width).saturating_sub(width(row)));
            writeln!(out, "{y:>3}|{row}{rest}|").expect("a string takes all text");
        }
        out
    }

    fn row(&self, y: u16) -> Rect {
        Rect { y, height: 1, ..self.cells.area }
    }
}

/// Holds `rows` against the file `tests/goldens/NAME.txt`; with `SULAN_UPDATE` set, writes the file.
pub(crate) fn golden(name: &str, rows: &[String]) {
    let path = goldens().join(format!("{name}.txt"));
    let made = rows.join("\n") + "\n";
    if std::env::var_os("SULAN_UPDATE").is_some() {
        std::fs::create_dir_all(goldens()).expect("the folder of the goldens can be made");
        std::fs::write(&path, &made).expect("a golden can be written");
        return;
    }
    let known = std::fs::read_to_string(&path).unwrap_or_default();
    if known == made {
        return;
    }
    let (was, is): (Vec<&str>, Vec<&str>) = (known.lines().collect(), made.lines().collect());
    let differs = (0..was.len().max(is.len())).filter(|&at| was.get(at) != is.get(at)).collect::<Vec<_>>();
    let first = differs.first().copied().unwrap_or(0);
    let none = "(no such row)";
    panic!(
        "{name}: {} of {} rows differ, the first is row {first}\n  file  |{}|\n  screen|{}|\n\
         If the screen is right: SULAN_UPDATE=1 cargo test screens::\n{made}",
        differs.len(),
        is.len(),
        was.get(first).unwrap_or(&none),
        is.get(first).unwrap_or(&none)
    );
}

/// The folder of the goldens.
pub(crate) fn goldens() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/goldens")
}
