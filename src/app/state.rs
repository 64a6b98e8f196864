//! The state itself, and what every action does to it.

use std::cell::RefCell;
use std::collections::{BTreeSet, HashMap};
use std::rc::Rc;

use super::across::Across;
use super::action::{Action, Effect};
use super::chips::Chip;
use super::compare_filter::CompareFilter;
use super::cursor::Cursor;
use super::doors::Door;
use super::examples::{Example, examples};
use super::figures::Figures;
use super::found::Found;
use super::group::{Block, Item, Line};
use super::help::{about, help};
use super::hit_columns::HitColumns;
use super::input::Input;
use super::list_layout::{ListLayout, ListParams};
use super::looks::{Looks, unambiguous};
use super::notice::Notice;
use super::opened::Opened;
use super::outcome::Taken;
use super::pane::{Mode, Pane};
use super::reading::Reading;
use super::regions::Regions;
use super::searching::{Next, Searching};
use crate::library::{EntryId, EntryView, Library, Pair, ReportId, Side};
use crate::pages::{Content, PageContext, page, pair_page};
use crate::report::Tab;
use crate::text::{Label, Lang};

/// The most characters of the name of a file; no system takes more bytes.
const PATH: usize = 4096;

const MOUSE_ON: Label = Label::new("鼠标已开：点选、滚轮；选文字按住 Shift", "Mouse on: click, wheel; Shift selects");
const MOUSE_OFF: Label = Label::new("鼠标已关：由终端选文字", "Mouse off: the terminal selects text");

/// What the last row says of a key that does nothing; not every key has a name.
fn no_such_key(key: &str, lang: Lang) -> String {
    match lang {
        Lang::Zh if key.is_empty() => "无此键，? 帮助".to_owned(),
        Lang::En if key.is_empty() => "No such key, ? help".to_owned(),
        Lang::Zh => format!("{key}：无此键，? 帮助"),
        Lang::En => format!("{key}: no such key, ? help"),
    }
}

/// A layout and what it was made for.
type Laid = (ListParams, Rc<ListLayout>);

/// The whole state of the browser.
pub struct App {
    /// The reports that are open.
    pub library: Library,
    /// The same with texts that the terminal can draw, where it cannot draw all of them.
    pub(super) shown: Option<Library>,
    /// The report in view: the one that the panes show.
    pub(super) in_view: Opened,
    /// The report of the selected hit, where it is another one.
    pub(super) beside: Option<Opened>,
    /// The language of the screen.
    pub lang: Lang,
    /// How the screens are to look.
    pub looks: Looks,
    /// Whether wheel and click are ours; the terminal selects text while they are not.
    pub mouse: bool,
    /// The window, in cells.
    pub size: (u16, u16),
    /// The pane in sight.
    pub pane: Pane,
    /// Which entries each pane lists by whether they carry a number.
    pub(super) numbered: [Figures; Pane::ALL.len()],
    /// What narrows Compare, in the order in which it was put on.
    pub(super) put_on: Vec<Chip>,
    /// What the Compare pane lists.
    pub compare_filter: CompareFilter,
    /// The search line.
    pub input: Input,
    /// What the line finds while it is typed.
    pub live: Found,
    /// The place among the live hits.
    pub hit: Cursor,
    /// Which hits the list of them shows.
    pub hit_figures: Figures,
    /// What the last search that was followed found; its marks stay in the lists.
    pub kept: Found,
    /// What has been picked, in all panes.
    pub picks: BTreeSet<Item>,
    /// The line for the name of a file.
    pub file: Input,
    /// What the last row says until the next key.
    pub(super) notice: Option<Notice>,
    /// What was copied last.
    pub(super) copied: Taken,
    /// The modes that are open, the one the keys act on last.
    pub(super) modes: Vec<Mode>,
    pub(super) cursors: [Cursor; Pane::ALL.len()],
    /// The cursors of reports that were in view before.
    pub(super) left: HashMap<ReportId, [Cursor; Pane::ALL.len()]>,
    /// The first line in sight of a page, of help and of the page about the program.
    pub(super) scroll: usize,
    /// Whether the line has changed since the last search.
    pub(super) due: bool,
    /// The pane that a line of the opening page led to; Esc goes back from there.
    pub(super) door: Option<Door>,
    /// The blocks of the opening page that are shown whole.
    pub(super) unfolded: [bool; Block::ALL.len()],
    /// The entry that the counterpart key set out from, and how many of its counterparts it has been to.
    pub(super) trail: Option<(EntryId, usize)>,
    /// The layout of each pane that was in sight, and what it was made for.
    layouts: RefCell<HashMap<Pane, Laid>>,
    /// The search, begun when it is first opened.
    pub(super) searching: Searching,
    /// Reports that are still to come.
    pub(super) reading: Reading,
    pub(super) hit_columns: RefCell<HitColumns>,
    examples: RefCell<Option<(ReportId, Rc<[Example]>)>>,
    /// The views across reports.
    pub(super) across: Across,
}

impl App {
    /// The browser over a library, at the opening page.
    pub fn new(library: Library, lang: Lang, size: (u16, u16)) -> Self {
        Self {
            in_view: Opened::new(&library, ReportId::default()),
            beside: None,
            library,
            shown: None,
            lang,
            looks: Looks::default(),
            mouse: false,
            size,
            pane: Pane::Overview,
            numbered: Default::default(),
            put_on: Vec::new(),
            compare_filter: CompareFilter::default(),
            input: Input::default(),
            live: Found::default(),
            hit: Cursor::default(),
            hit_figures: Figures::All,
            kept: Found::default(),
            picks: BTreeSet::new(),
            file: Input::new(PATH),
            notice: None,
            copied: Taken::default(),
            modes: vec![Mode::Browse],
            cursors: Default::default(),
            left: HashMap::new(),
            scroll: 0,
            due: false,
            door: None,
            unfolded: Default::default(),
            trail: None,
            layouts: RefCell::default(),
            searching: Searching::default(),
            reading: Reading::default(),
            hit_columns: RefCell::default(),
            examples: RefCell::default(),
            across: Across::default(),
        }
    }

    /// What the keys act on.
    pub fn mode(&self) -> Mode {
        self.modes.last().copied().unwrap_or(Mode::Browse)
    }

    /// Where things stand; `None` when the window is too small.
    pub fn regions(&self) -> Option<Regions> {
        match self.ground() {
            Mode::Browse => self.regions_of(self.pane),
            ground => Regions::of(self.size, ground, self.pane, self.lang),
        }
    }

    /// The lines of the pane in sight.
    pub fn layout(&self) -> Rc<ListLayout> {
        self.layout_of(self.pane)
    }

    /// The selection of the pane in sight.
    pub fn cursor(&self) -> Cursor {
        self.cursors.get(self.pane.index()).copied().unwrap_or_default()
    }

    /// The first line in sight of a page.
    pub const fn scroll(&self) -> usize {
        self.scroll
    }

    /// What is selected: in search the hit, else what the cursor of the pane stands on.
    pub fn item(&self) -> Option<Item> {
        match self.ground() {
            Mode::Search | Mode::Hits => self.live.item(self.hit.selected),
            _ => self.layout().order.get(self.cursor().selected).copied(),
        }
    }

    /// The entry that is selected; of a pair its promise, else its result, and of a line that stands for several
    /// the first.
    pub fn selected(&self) -> Option<EntryView<'_>> {
        self.texts().get(self.lead_of(self.item()?)?)
    }

    /// The pair that is selected in the Compare pane.
    pub fn selected_pair(&self) -> Option<&Pair> {
        match self.item()? {
            Item::Pair(at) => self.in_view.pairs.get(at),
            _ => None,
        }
    }

    /// The entries of the other year that stand beside an entry, the same scope first.
    pub fn counterparts(&self, entry: EntryId) -> Vec<EntryId> {
        let Some(view) = self.library.get(entry) else {
            return Vec::new();
        };
        let (figures, pairs) = (view.figures().len(), &self.opened(view.report_at()).pairs);
        let sides = (0..figures).map(Some).chain([None]).map(|figure| Side { entry, figure });
        let mut found = Vec::new();
        for partner in sides.flat_map(|side| pairs.partners(side).map(|(_, partner)| partner.entry)) {
            if !found.contains(&partner) {
                found.push(partner);
            }
        }
        found
    }

    /// What the panes are written from.
    pub fn context(&self) -> PageContext<'_> {
        self.context_of(&self.in_view)
    }

    /// What is written about the selected entry or hit from, be it in view or of another report.
    pub fn context_of_selected(&self) -> PageContext<'_> {
        self.context_of(self.opened(self.selected().map_or(self.in_view.report, |view| view.report_at())))
    }

    fn context_of<'a>(&'a self, opened: &'a Opened) -> PageContext<'a> {
        let &Opened { report, ref pairs, scales, ref history } = opened;
        PageContext { library: self.texts(), report, pairs, history, scales, lang: self.lang, ascii: self.looks.ascii }
    }

    /// The texts as the screen can draw them.
    pub(super) fn texts(&self) -> &Library {
        self.shown.as_ref().unwrap_or(&self.library)
    }

    /// Sets how the screens are to look.
    pub fn set_looks(&mut self, looks: Looks) {
        let same_texts = looks.ascii == self.looks.ascii;
        self.looks = looks;
        if same_texts {
            return;
        }
        self.shown = looks.ascii.then(|| self.library.with_texts(unambiguous));
        self.in_view = Opened::new(self.texts(), self.in_view.report);
        self.beside = None;
    }

    /// The text in sight for a window of `width` cells: a page, help, the page about the program.
    pub fn text(&self, width: usize) -> Content {
        let context = self.context_of_selected();
        match self.ground() {
            Mode::Page => match (self.selected_pair(), self.selected()) {
                (Some(pair), _) => pair_page(&context, pair, width),
                (None, Some(view)) => page(&context, view, width),
                (None, None) => Content::new(),
            },
            Mode::Help => help(&context, width),
            Mode::About => about(&context, width),
            _ => Content::new(),
        }
    }

    /// Queries that find something in the report in view, one of each kind.
    pub fn examples(&self) -> Rc<[Example]> {
        let report = self.in_view.report;
        let mut known = self.examples.borrow_mut();
        match &*known {
            Some((of, examples)) if *of == report => Rc::clone(examples),
            _ => {
                let index = self.searching.index().filter(|_| self.library.count() == 1);
                let examples: Rc<[Example]> = examples(&self.library, report, index).into();
                *known = Some((report, Rc::clone(&examples)));
                examples
            }
        }
    }

    /// Does what `action` asks for: the only way the state changes.
    pub fn update(&mut self, action: Action) -> Effect {
        let effect = self.take_in(action);
        self.catch_up();
        effect
    }

    /// Lets go of reports that were not asked for of late, and says which ones cannot be read any more.
    fn tidy(&mut self) {
        let mut lost = self.library.lost();
        self.library.trim();
        if let Some(shown) = &mut self.shown {
            lost.extend(shown.lost());
            shown.trim();
        }
        if let Some(fault) = lost.first() {
            self.notice = Some(fault.sentence(self.lang).into());
        }
    }

    /// Searches for what has been typed since the last search.
    pub fn catch_up(&mut self) {
        if std::mem::take(&mut self.due) {
            self.search();
            self.settle();
        }
    }

    /// One of several actions that came together: what is typed waits for [`Self::catch_up`], so that many
    /// keys cost one search.
    pub fn take_in(&mut self, action: Action) -> Effect {
        if !matches!(action, Action::Insert(_) | Action::Edit(_)) {
            self.catch_up();
        }
        if !matches!(action, Action::Resize(..) | Action::Done(_)) {
            self.notice = None;
            self.searching.next = Next::Nothing;
        }
        let keeps = matches!(
            action,
            Action::Filter
                | Action::Choose(_)
                | Action::Back
                | Action::Resize(..)
                | Action::Done(_)
                | Action::Redraw
                | Action::Suspend
                | Action::Interrupt
        );
        if !keeps {
            self.close_choices();
        }
        match action {
            Action::Resize(width, height) => self.resize((width, height)),
            Action::Redraw => return Effect::Redraw,
            Action::Suspend => return Effect::Suspend,
            Action::Mouse => {
                self.mouse = !self.mouse;
                let said = if self.mouse { MOUSE_ON } else { MOUSE_OFF };
                self.notice = Some(said.get(self.lang).to_owned().into());
                return Effect::Mouse;
            }
            Action::Unbound(key) => self.notice = Some(no_such_key(&key, self.lang).into()),
            Action::Quit => return Effect::Quit(0),
            // The status of a program that SIGINT ended: 128 + 2.
            Action::Interrupt => return Effect::Quit(130),
            Action::Language => self.lang = self.lang.other(),
            Action::Pick => self.pick(),
            Action::PickAll => self.pick_all(),
            Action::ListHits => self.list_hits(),
            Action::Copy => return self.copy(false),
            Action::Cite => return self.copy(true),
            Action::Export => self.ask_name(),
            Action::Open if self.mode() == Mode::Export => return self.write(false),
            Action::Open if self.mode() == Mode::Overwrite => return self.write(true),
            Action::Done(outcome) => self.done(outcome),
            Action::Insert(text) => self.insert(&text),
            Action::Edit(edit) => self.edit(edit),
            Action::Search => self.open_search(),
            Action::Help => self.turn_help(),
            Action::Select(place) => self.select(place),
            Action::Back => self.back(),
            Action::Open => self.enter(),
            Action::Filter | Action::Sort if self.mode() == Mode::Places => self.turn_places(&action),
            Action::FiguresOnly => self.filter(),
            Action::Filter => self.offer(),
            Action::Choose(show) => self.choose(show),
            Action::TakeOff(chip) => self.take_off(chip),
            Action::Sort => self.narrow_pairs(|filter| filter.by_difference = !filter.by_difference),
            Action::Counterpart => self.cross(),
            Action::View => self.view(),
            Action::Reports => self.open_matrix(),
            Action::OneReport => self.turn_reports_searched(),
            Action::Show(pane) => self.show(pane),
            Action::NextPane => self.show(self.pane.step(1)),
            Action::PreviousPane => self.show(self.pane.step(Pane::ALL.len() - 1)),
            Action::NextReport => self.step_report(1),
            Action::PreviousReport => self.step_report(-1),
            Action::NextHit => self.step_hit(1),
            Action::PreviousHit => self.step_hit(-1),
            moving => self.travel(&moving),
        }
        self.settle();
        Effect::Draw
    }

    /// The lines of a pane, made anew only where something that they depend on has changed.
    pub(crate) fn layout_of(&self, pane: Pane) -> Rc<ListLayout> {
        let params = ListParams {
            report: self.in_view.report,
            pane,
            lang: self.lang,
            ascii: self.looks.ascii,
            numbered: self.numbered_in(pane),
            compare_filter: self.compare_filter,
            unfolded: if pane == Pane::Overview { self.unfolded } else { Default::default() },
            years: if matches!(pane, Pane::Overview | Pane::Tab(Tab::Targets)) { self.years_beside() } else { None },
            regions: self.regions_of(pane),
        };
        let mut layouts = self.layouts.borrow_mut();
        match layouts.get(&pane) {
            Some((known, layout)) if *known == params => Rc::clone(layout),
            _ => {
                let layout = Rc::new(ListLayout::of(&self.context(), params));
                layouts.insert(pane, (params, Rc::clone(&layout)));
                layout
            }
        }
    }

    /// The number of rows of the text in sight, and the rows of its region.
    pub(super) fn text_size(&self) -> (usize, usize) {
        let Some(regions) = self.regions() else {
            return (0, 0);
        };
        let width = usize::from(regions.list.width);
        (self.text(width).len(), usize::from(regions.list.height))
    }

    /// Brings what is selected into sight; holds after every action and every size.
    pub(super) fn settle(&mut self) {
        self.unfold();
        let layout = self.layout();
        let length = layout.order.len();
        let height = self.regions_of(self.pane).map_or(1, |regions| regions.list.height);
        if let Some(cursor) = self.cursors.get_mut(self.pane.index()) {
            cursor.step(0, length);
            let column = layout.column_of(cursor.selected);
            let lines = layout.columns.get(column).map_or(&[][..], Vec::as_slice);
            cursor.reveal(layout.span(cursor.selected), lines.len(), usize::from(height));
            // A blank row at the top would stand where the heading stays: on to the next row,
            // or one back where the next one is the selection, which the heading would cover.
            let ((first, last), height) = (layout.span(cursor.selected), usize::from(height));
            if lines.get(cursor.top) == Some(&Line::Blank) {
                if first > cursor.top + 1 && cursor.top + height < lines.len() {
                    cursor.top += 1;
                } else if last + 1 < cursor.top + height {
                    cursor.top = cursor.top.saturating_sub(1);
                }
            }
        }
        self.open_beside();
        self.tidy();
        self.settle_views();
        if let Some(regions) = self.regions().filter(|_| matches!(self.ground(), Mode::Search | Mode::Hits)) {
            let rows = self.hit_rows();
            let line = self.live.line_of(self.hit.selected, rows);
            self.hit.reveal((line, line), self.live.line_count(rows), usize::from(regions.list.height));
        }
        let (length, height) = self.text_size();
        self.scroll = self.scroll.min(length.saturating_sub(height));
    }
}
