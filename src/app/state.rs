//! The state itself, and what is read from it.

use std::cell::RefCell;
use std::collections::BTreeSet;
use std::rc::Rc;

use foldhash::{HashMap, HashMapExt as _};

use super::across::Across;
use super::chips::Chip;
use super::compare_filter::CompareFilter;
use super::cursor::Cursor;
use super::doors::Door;
use super::examples::{Example, examples};
use super::figures::Figures;
use super::found::Found;
use super::group::{Block, Item};
use super::help::{about, help};
use super::hit_columns::HitColumns;
use super::input::Input;
use super::list_layout::{ListLayout, ListParams};
use super::looks::{Looks, unambiguous};
use super::needs::{Asked, Needs};
use super::notice::Notice;
use super::opened::Opened;
use super::outcome::Taken;
use super::pane::{Mode, Pane};
use super::reading::Reading;
use super::regions::Regions;
use super::searching::Searching;
use crate::library::{EntryId, EntryView, Library, Pair, ReportId, Side};
use crate::pages::{Content, PageContext, page, pair_page};
use crate::report::Tab;
use crate::text::Lang;

/// The most characters of the name of a file; no system takes more bytes.
const PATH: usize = 4096;

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
    /// The place in each pane.
    pub cursors: [Cursor; Pane::ALL.len()],
    /// What was selected in an earlier run in panes that were not in sight since.
    pub(super) unrestored: Vec<(Pane, String)>,
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
    /// What each of them needs of a window.
    pub(super) needs: RefCell<HashMap<Pane, (Asked, Needs)>>,
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
            unrestored: Vec::new(),
            left: HashMap::new(),
            scroll: 0,
            due: false,
            door: None,
            unfolded: Default::default(),
            trail: None,
            layouts: RefCell::default(),
            needs: RefCell::default(),
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
            ground => Regions::of(self.size, (ground, self.pane), Needs::default()),
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
}
