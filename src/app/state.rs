//! The state itself, and what every action does to it.

use std::cell::OnceCell;

use super::action::{Action, Effect};
use super::content::page;
use super::cursor::Cursor;
use super::examples::{Example, examples};
use super::found::{Found, HitLine};
use super::guide::{about, help};
use super::input::{Edit, Input};
use super::layout::{Poster, Regions};
use super::looks::Looks;
use super::outline::{Line, Outline, Shape};
use super::pane::{Mode, Pane};
use super::scale::Joined;
use crate::report::{EntryRef, EntryView, Library, Tab};
use crate::search::Index;
use crate::text::Lang;

/// The whole state of the browser.
pub struct App {
    /// The reports that are open.
    pub library: Library,
    /// Which figures join.
    pub joined: Joined,
    /// The language of the screen.
    pub lang: Lang,
    /// How the screens are to look.
    pub looks: Looks,
    /// The window, in cells.
    pub size: (u16, u16),
    /// The pane in sight.
    pub pane: Pane,
    /// Whether only entries with figures are listed.
    pub figures_only: bool,
    /// The search line.
    pub input: Input,
    /// What the line finds while it is typed.
    pub live: Found,
    /// The place among the live hits.
    pub hit: Cursor,
    /// What the last search that was followed found; its marks stay in the lists.
    pub kept: Found,
    /// The modes that are open, the one the keys act on last.
    modes: Vec<Mode>,
    cursors: [Cursor; Pane::ALL.len()],
    /// The first line in sight of a page, of help and of the page about the program.
    scroll: usize,
    index: OnceCell<Index>,
    examples: OnceCell<Vec<Example>>,
}

impl App {
    /// The browser over a library, at the first entry of the review.
    pub fn new(library: Library, lang: Lang, size: (u16, u16)) -> Self {
        Self {
            joined: Joined::of(&library),
            library,
            lang,
            looks: Looks::default(),
            size,
            pane: Pane::Tab(Tab::Review),
            figures_only: false,
            input: Input::default(),
            live: Found::default(),
            hit: Cursor::default(),
            kept: Found::default(),
            modes: vec![Mode::Browse],
            cursors: Default::default(),
            scroll: 0,
            index: OnceCell::new(),
            examples: OnceCell::new(),
        }
    }

    /// What the keys act on.
    pub fn mode(&self) -> Mode {
        self.modes.last().copied().unwrap_or(Mode::Browse)
    }

    /// Where things stand; `None` when the window is too small.
    pub fn regions(&self) -> Option<Regions> {
        Regions::of(self.size, self.mode(), self.pane, self.lang)
    }

    /// The lines of the pane in sight.
    pub fn outline(&self) -> Outline {
        self.outline_of(self.pane)
    }

    /// The selection of the pane in sight.
    pub fn cursor(&self) -> Cursor {
        self.cursors.get(self.pane.index()).copied().unwrap_or_default()
    }

    /// The first line in sight of a page.
    pub const fn scroll(&self) -> usize {
        self.scroll
    }

    /// The entry that is selected: in search the hit, else the entry of the pane.
    pub fn selected(&self) -> Option<EntryView<'_>> {
        let at = match self.mode() {
            Mode::Search => self.live.hits.get(self.hit.selected).map(|hit| hit.entry),
            _ => self.selected_in_pane(),
        };
        self.library.get(at?)
    }

    /// The index over the library, made at the first use.
    pub fn index(&self) -> &Index {
        self.index.get_or_init(|| Index::new(&self.library))
    }

    /// Queries that find something in these reports, one of each kind.
    pub fn examples(&self) -> &[Example] {
        self.examples.get_or_init(|| examples(&self.library, self.index()))
    }

    /// Searches at once, as if `query` had been typed and followed.
    pub fn find(&mut self, query: &str) {
        self.open(Mode::Search);
        self.input.set(query);
        self.search();
        if !self.live.hits.is_empty() {
            self.follow();
        }
        self.settle();
    }

    /// Does what `action` asks for: the only way the state changes.
    pub fn update(&mut self, action: Action) -> Effect {
        match action {
            Action::Resize(width, height) => self.size = (width, height),
            Action::Redraw => return Effect::Redraw,
            Action::Suspend => return Effect::Suspend,
            Action::Quit => return Effect::Quit(0),
            // The status of a program that SIGINT ended: 128 + 2.
            Action::Interrupt => return Effect::Quit(130),
            Action::Language => self.lang = self.lang.other(),
            Action::Insert(text) => self.insert(&text),
            Action::Edit(edit) => self.edit(edit),
            Action::Search => {
                self.input.set("");
                self.open(Mode::Search);
                self.search();
            }
            Action::Help => self.turn_help(),
            Action::Back => self.back(),
            Action::Open => self.enter(),
            Action::FiguresOnly => self.filter(),
            Action::Show(pane) => self.show(pane),
            Action::NextPane => self.show(self.pane.step(1)),
            Action::PreviousPane => self.show(self.pane.step(Pane::ALL.len() - 1)),
            Action::NextHit => self.step_hit(1),
            Action::PreviousHit => self.step_hit(-1),
            moving => self.travel(&moving),
        }
        self.settle();
        Effect::Draw
    }

    fn outline_of(&self, pane: Pane) -> Outline {
        let regions = Regions::of(self.size, Mode::Browse, pane, self.lang);
        let shape = Shape {
            pane,
            figures_only: self.figures_only,
            spaced: regions.is_none_or(|regions| regions.spaced()),
            poster: regions.map_or(Poster::Plain, |regions| regions.poster()),
        };
        Outline::of(&self.library, shape)
    }

    fn selected_in_pane(&self) -> Option<EntryRef> {
        self.outline().order.get(self.cursor().selected).copied()
    }

    fn open(&mut self, mode: Mode) {
        if self.mode() != mode {
            // A mode opened twice would ask for Esc twice.
            self.modes.retain(|open| *open != mode);
            self.modes.push(mode);
        }
        self.scroll = 0;
    }

    fn close(&mut self) {
        if self.modes.len() > 1 {
            self.modes.pop();
        }
        self.scroll = 0;
    }

    fn turn_help(&mut self) {
        match self.mode() {
            Mode::Help => {
                self.close();
                self.open(Mode::About);
            }
            Mode::About => {
                self.close();
                self.open(Mode::Help);
            }
            _ => self.open(Mode::Help),
        }
    }

    fn back(&mut self) {
        if self.mode() == Mode::Browse {
            self.kept = Found::default();
        } else {
            self.close();
        }
    }

    fn enter(&mut self) {
        match self.mode() {
            Mode::Search if !self.live.hits.is_empty() => self.follow(),
            Mode::Browse if self.selected().is_some() => self.open(Mode::Page),
            _ => {}
        }
    }

    /// Goes from the search to the entry of the selected hit.
    fn follow(&mut self) {
        self.input.remember();
        self.kept = std::mem::take(&mut self.live);
        self.modes.retain(|mode| *mode == Mode::Browse);
        if let Some(entry) = self.kept.hits.get(self.hit.selected).map(|hit| hit.entry) {
            self.go_to(entry);
        }
    }

    /// Selects an entry in its pane.
    fn go_to(&mut self, entry: EntryRef) {
        let Some(view) = self.library.get(entry) else {
            return;
        };
        if view.entry.figures.is_empty() {
            self.figures_only = false;
        }
        self.pane = Pane::Tab(view.section.tab);
        let place = self.outline().order.iter().position(|at| *at == entry);
        if let (Some(place), Some(cursor)) = (place, self.cursors.get_mut(self.pane.index())) {
            cursor.selected = place;
        }
        self.scroll = 0;
    }

    fn step_hit(&mut self, by: isize) {
        let count = self.kept.hits.len();
        if count == 0 {
            return;
        }
        let here = self.selected_in_pane().and_then(|entry| self.kept.place_of(entry));
        let next = match here {
            Some(place) => place.checked_add_signed(by).unwrap_or(count - 1) % count,
            None => self.hit.selected.min(count - 1),
        };
        self.hit.selected = next;
        if let Some(entry) = self.kept.hits.get(next).map(|hit| hit.entry) {
            self.go_to(entry);
        }
    }

    fn show(&mut self, pane: Pane) {
        self.pane = pane;
        self.modes.retain(|mode| *mode == Mode::Browse);
        self.scroll = 0;
    }

    /// Turns the filter, staying on the entry or on the nearest one before it that is still listed.
    fn filter(&mut self) {
        let stood: Vec<Option<EntryRef>> = Pane::ALL
            .iter()
            .zip(&self.cursors)
            .map(|(&pane, cursor)| self.outline_of(pane).order.get(cursor.selected).copied())
            .collect();
        self.figures_only = !self.figures_only;
        for (&pane, stood) in Pane::ALL.iter().zip(stood) {
            let order = self.outline_of(pane).order;
            let place = order.iter().rposition(|at| stood.is_some_and(|stood| *at <= stood)).unwrap_or(0);
            if let Some(cursor) = self.cursors.get_mut(pane.index()) {
                cursor.selected = place;
            }
        }
    }

    fn insert(&mut self, text: &str) {
        if self.mode() != Mode::Search {
            self.input.set("");
            self.open(Mode::Search);
        }
        self.input.insert(text);
        self.search();
    }

    fn edit(&mut self, edit: Edit) {
        self.input.edit(edit);
        self.search();
    }

    /// Finds what the line asks for; only when the query changed.
    fn search(&mut self) {
        let query = self.input.text();
        if query == self.live.query && !query.is_empty() {
            return;
        }
        let index = self.index.get_or_init(|| Index::new(&self.library));
        let hits = index.search(&query);
        self.live = Found::new(query, hits, &self.library);
        self.hit = Cursor::default();
    }

    fn travel(&mut self, action: &Action) {
        match self.mode() {
            Mode::Browse => self.travel_list(action),
            Mode::Search => self.travel_hits(action),
            Mode::Page => self.travel_page(action),
            Mode::Help | Mode::About => self.travel_text(action),
        }
    }

    fn travel_list(&mut self, action: &Action) {
        let outline = self.outline();
        let length = outline.order.len();
        let page = self.regions().map_or(1, |regions| usize::from(regions.list.height));
        let Some(cursor) = self.cursors.get_mut(self.pane.index()) else {
            return;
        };
        match action {
            Action::Up => cursor.step(-1, length),
            Action::Down => cursor.step(1, length),
            Action::First => cursor.selected = 0,
            Action::Last => cursor.selected = length.saturating_sub(1),
            Action::PreviousSection => cursor.open_at(&outline, section_before(&outline, cursor.selected)),
            Action::NextSection => cursor.open_at(&outline, section_after(&outline, cursor.selected)),
            Action::PageUp => cursor.selected = lines_away(&outline, cursor.selected, page, false),
            Action::PageDown => cursor.selected = lines_away(&outline, cursor.selected, page, true),
            Action::HalfUp => cursor.selected = lines_away(&outline, cursor.selected, page / 2, false),
            Action::HalfDown => cursor.selected = lines_away(&outline, cursor.selected, page / 2, true),
            _ => {}
        }
    }

    fn travel_hits(&mut self, action: &Action) {
        let count = self.live.hits.len();
        let page = self.regions().map_or(1, |regions| isize::try_from(regions.list.height).unwrap_or(1));
        let here = self.hit.selected;
        let starts: Vec<usize> = self.live.groups.iter().map(|group| group.1).collect();
        match action {
            Action::Up if here == 0 => self.edit(Edit::Older),
            Action::Up => self.hit.step(-1, count),
            Action::Down => self.hit.step(1, count),
            Action::PageUp => self.hit.step(-page, count),
            Action::PageDown => self.hit.step(page, count),
            Action::NextSection => {
                let next = starts.iter().find(|start| **start > here).or(starts.first());
                self.hit.selected = next.copied().unwrap_or(here);
            }
            Action::PreviousSection => {
                let before = starts.iter().rev().find(|start| **start < here).or(starts.last());
                self.hit.selected = before.copied().unwrap_or(here);
            }
            _ => {}
        }
    }

    /// A page scrolls while there is more of it, then goes on to the next entry.
    fn travel_page(&mut self, action: &Action) {
        let (length, height) = self.text_size();
        let last = length.saturating_sub(height);
        match action {
            Action::Up if self.scroll > 0 => self.scroll -= 1,
            Action::Down if self.scroll < last => self.scroll += 1,
            Action::Up | Action::Down | Action::PreviousSection | Action::NextSection => {
                self.travel_list(action);
                self.scroll = 0;
            }
            _ => self.travel_text(action),
        }
    }

    fn travel_text(&mut self, action: &Action) {
        let (length, height) = self.text_size();
        let page = height.saturating_sub(1).max(1);
        self.scroll = match action {
            Action::Up => self.scroll.saturating_sub(1),
            Action::Down => self.scroll + 1,
            Action::PageUp => self.scroll.saturating_sub(page),
            Action::PageDown => self.scroll + page,
            Action::HalfUp => self.scroll.saturating_sub(page / 2),
            Action::HalfDown => self.scroll + page / 2,
            Action::First => 0,
            Action::Last => length,
            _ => self.scroll,
        };
    }

    /// The number of rows of the text in sight, and the rows of its region.
    fn text_size(&self) -> (usize, usize) {
        let Some(regions) = self.regions() else {
            return (0, 0);
        };
        let width = usize::from(regions.list.width);
        let length = match self.mode() {
            Mode::Page => self.selected().map_or(0, |view| page(self, view, width).len()),
            Mode::Help => help(self, width).len(),
            Mode::About => about(self, width).len(),
            Mode::Browse | Mode::Search => 0,
        };
        (length, usize::from(regions.list.height))
    }

    /// Brings what is selected into sight; holds after every action and every size.
    fn settle(&mut self) {
        let outline = self.outline();
        let length = outline.order.len();
        let height =
            Regions::of(self.size, Mode::Browse, self.pane, self.lang).map_or(1, |regions| regions.list.height);
        if let Some(cursor) = self.cursors.get_mut(self.pane.index()) {
            cursor.step(0, length);
            let column = outline.column_of(cursor.selected);
            let lines = outline.columns.get(column).map_or(&[][..], Vec::as_slice);
            cursor.reveal(outline.span(cursor.selected), lines.len(), usize::from(height));
            // A blank row at the top would be wasted.
            if lines.get(cursor.top) == Some(&Line::Blank) && cursor.top + usize::from(height) < lines.len() {
                cursor.top += 1;
            }
        }
        if let Some(regions) = self.regions().filter(|_| self.mode() == Mode::Search) {
            let lines = self.live.lines(regions.spaced());
            let line = lines.iter().position(|line| *line == HitLine::Hit(self.hit.selected)).unwrap_or(0);
            self.hit.reveal((line, line), lines.len(), usize::from(regions.list.height));
        }
        let (length, height) = self.text_size();
        self.scroll = self.scroll.min(length.saturating_sub(height));
    }
}

/// The first entry of the group of `at`, or of the group before when `at` is that entry.
fn section_before(outline: &Outline, at: usize) -> usize {
    let first = |at: usize| {
        let group = outline.groups.get(at);
        (0..=at).rev().take_while(|place| outline.groups.get(*place) == group).last().unwrap_or(at)
    };
    let here = first(at);
    if here < at { here } else { at.checked_sub(1).map_or(0, first) }
}

/// The first entry of the next group; the last group stays where it is.
fn section_after(outline: &Outline, at: usize) -> usize {
    let group = outline.groups.get(at);
    (at..outline.groups.len()).find(|place| outline.groups.get(*place) != group).unwrap_or(at)
}

/// The entry about `lines` lines from the one at `at`; at least the next one.
fn lines_away(outline: &Outline, at: usize, lines: usize, down: bool) -> usize {
    let last = outline.order.len().saturating_sub(1);
    let column = outline.column_of(at);
    let (first, _) = outline.span(at);
    let lines = isize::try_from(lines.saturating_sub(1).max(1)).unwrap_or(1);
    let to = first.saturating_add_signed(if down { lines } else { -lines });
    let all = outline.columns.get(column).map_or(&[][..], Vec::as_slice);
    let step = if down { (at + 1).min(last) } else { at.saturating_sub(1) };
    let found = if down {
        all.iter().take(to + 1).rev().find_map(|line| line.at())
    } else {
        all.iter().skip(to).find_map(|line| line.at())
    };
    match found {
        Some(found) if down => found.max(step),
        Some(found) => found.min(step),
        None => step,
    }
}
