//! The lines of a pane: headings, entries, further figures, in one list for one cursor, and the
//! columns that they are written in.

use super::columns::{
    COLUMNS, Columns, CompareColumns, EntryColumns, HonourColumns, SectionColumns, axis_of, has_words_below,
};
use super::compare_filter::{CompareFilter, arranged, unit_of};
use super::figures::Figures;
use super::group::{Block, Group, Item, Line};
use super::overview::is_expected;
use super::pane::Pane;
use super::regions::{Arrangement, Poster, Regions, SMALLEST};
use crate::library::{EntryView, Pair, ReportId};
use crate::pages::PageContext;
use crate::report::{Report, Scope, Section, Tab};
use crate::text::{Lang, counted};

/// The items of a pane in order, the lines they make and the columns these are written in.
///
/// It is made once for what [`ListParams`] holds; a frame draws the lines in sight of it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ListLayout {
    /// The items in the order of the cursor.
    pub order: Vec<Item>,
    /// The group of each item.
    pub groups: Vec<Group>,
    /// The lines in one column, or in two (the poster and the requirements beside it).
    pub columns: Vec<Vec<Line>>,
    /// The columns of the pane's kind.
    pub(crate) grid: Columns,
    /// The columns of the list of sections, where the window has room for it.
    pub(crate) sections: Option<SectionColumns>,
    /// The end of the axis of the targets.
    pub(crate) axis: f64,
    /// The years of the lines beside the targets, where they have a column.
    pub(crate) years: Option<(i32, i32)>,
    /// Whether only the column of the selection is in sight.
    pub paged: bool,
    /// Where the lines of each item are.
    spans: Vec<Span>,
}

/// The lines of one item.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Span {
    column: usize,
    first: usize,
    last: usize,
}

/// What a layout depends on besides the data.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ListParams {
    /// The report in view.
    pub report: ReportId,
    /// The pane.
    pub pane: Pane,
    /// The language of the screen.
    pub lang: Lang,
    /// Whether only ASCII and 汉字 can be drawn.
    pub ascii: bool,
    /// Which entries are listed by whether they carry a number.
    pub numbered: Figures,
    /// What the Compare pane lists.
    pub compare_filter: CompareFilter,
    /// The blocks of the opening page that are shown whole, however long they are.
    pub unfolded: [bool; Block::ALL.len()],
    /// The years of the lines beside the targets; `None` where there are none and none may come.
    pub years: Option<(i32, i32)>,
    /// Where things stand in the window; `None` when it is too small.
    pub regions: Option<Regions>,
}

impl ListParams {
    /// Whether blank rows stand between groups.
    pub(super) fn spaced(&self) -> bool {
        self.regions.is_none_or(|regions| regions.spaced())
    }

    /// Whether each block of the opening page has the window to itself.
    pub(super) fn is_paged(&self) -> bool {
        self.regions.is_some_and(|regions| regions.arrangement() == Arrangement::Paged)
    }

    /// Whether a block of the opening page is shown whole.
    pub(super) fn is_unfolded(&self, block: Block) -> bool {
        self.unfolded.get(block.index()).copied().unwrap_or_default()
    }

    /// How targets are drawn.
    fn poster(&self) -> Poster {
        self.regions.map_or(Poster::Plain, |regions| regions.poster())
    }
}

impl ListLayout {
    /// The layout of a pane over the report of `context`.
    pub(super) fn of(context: &PageContext<'_>, params: ListParams) -> Self {
        let mut layout = Self { columns: vec![Vec::new()], years: params.years, ..Self::default() };
        match params.pane {
            Pane::Overview => layout.overview(context, params),
            Pane::Tab(tab) => layout.list(context, tab, params),
            Pane::Compare => layout.pairs(context, params),
        }
        layout.place();
        if let Some(regions) = params.regions {
            layout.measure(context, params.pane, &regions);
        }
        layout
    }

    /// Notes where the lines of every item are.
    fn place(&mut self) {
        self.spans = vec![Span::default(); self.order.len()];
        for (column, lines) in self.columns.iter().enumerate() {
            for (index, line) in lines.iter().enumerate() {
                let Some((at, span)) = line.at().and_then(|at| Some((at, self.spans.get_mut(at)?))) else {
                    continue;
                };
                let first = index == 0 || lines.get(index - 1).and_then(|line| line.at()) != Some(at);
                *span = Span { column, first: if first { index } else { span.first }, last: index };
            }
        }
    }

    /// Measures the columns over all items, and those of the list of sections.
    fn measure(&mut self, context: &PageContext<'_>, pane: Pane, regions: &Regions) {
        // Other columns are there already: they tell how many rows a line has.
        let Pane::Tab(tab @ (Tab::Review | Tab::Tasks | Tab::Targets)) = pane else { return };
        let view = |at: usize| entry_of(context, *self.order.get(at)?);
        let areas = regions.list_areas(self.columns.len());
        let grids = self.columns.iter().zip(areas).map(|(lines, area)| {
            let listed = lines.iter().filter_map(|line| if let Line::Entry(at, _) = line { view(*at) } else { None });
            if regions.list.width < COLUMNS {
                return EntryColumns::flush(area.width);
            }
            EntryColumns::of(context, &listed.collect::<Vec<_>>(), area.width)
        });
        self.grid = Columns::Entries(grids.collect());
        if let Some(area) = regions.sections {
            let sections = context.report().map_or(&[][..], Report::sections);
            let sections: Vec<&Section> = sections.iter().filter(|section| section.tab() == tab).collect();
            self.sections = Some(SectionColumns::of(context, &sections, (area.width, area.height)));
        }
        if tab == Tab::Targets {
            self.axis = axis_of(context);
        }
    }

    fn list(&mut self, context: &PageContext<'_>, tab: Tab, params: ListParams) {
        let mut entries: Vec<(Group, EntryView<'_>)> = context
            .library
            .entries_in(context.report)
            .filter(|view| view.tab() == tab)
            .filter(|view| params.numbered.lists(!view.figures().is_empty()))
            .map(|view| (group_of(view), view))
            .collect();
        let cells = params.regions.map_or(SMALLEST.0, |regions| regions.list.width);
        if tab == Tab::Honours {
            entries.sort_by_key(|(group, _)| group.order());
            let views: Vec<EntryView<'_>> = entries.iter().map(|(_, view)| *view).collect();
            self.grid = Columns::Honours(HonourColumns::of(context, &views, cells));
        }
        self.order = entries.iter().map(|(_, view)| Item::Entry(view.at())).collect();
        self.groups = entries.iter().map(|(group, _)| *group).collect();
        let large = |view: EntryView<'_>| tab == Tab::Targets && params.poster() != Poster::Plain && is_expected(view);
        let count = entries.iter().filter(|(_, view)| large(*view)).count();
        // Beside the poster stands what is none; without either of them there is one column.
        if params.poster() == (Poster::Large { beside: true }) && count > 0 && count < entries.len() {
            self.columns.push(Vec::new());
        }
        let mut before: [Option<(Group, bool, EntryView<'_>)>; 2] = [None; 2];
        for (at, &(group, view)) in entries.iter().enumerate() {
            let large = large(view);
            let column = usize::from(self.columns.len() == 2 && !large);
            let Some(last) = before.get_mut(column) else { continue };
            let goes_on = last.filter(|(other, poster, _)| *other == group && *poster == large);
            if goes_on.is_none() {
                self.open((column, group), large, params);
            }
            let lines = if large {
                poster_lines((at, view), params.poster())
            } else {
                let labelled = goes_on.is_none_or(|(.., last)| last.entry().group() != view.group());
                self.lines_of(context, (at, view), labelled, cells)
            };
            self.columns.get_mut(column).into_iter().for_each(|column| column.extend(&lines));
            *last = Some((group, large, view));
        }
    }

    /// The lines of an entry: its own, those of further figures, and what has no room in them.
    fn lines_of(
        &self,
        context: &PageContext<'_>,
        (at, view): (usize, EntryView<'_>),
        labelled: bool,
        cells: u16,
    ) -> Vec<Line> {
        // The medals of an honour stand on its own line.
        let figures = if view.tab() == Tab::Honours { 1 } else { view.figures().len() };
        let below = match &self.grid {
            Columns::Honours(grid) => counted(grid.rows(context, view)),
            _ => 1 + u16::from(has_words_below(view, context.lang, cells)),
        };
        let own = std::iter::once(Line::Entry(at, labelled));
        let further = (1..figures).map(|figure| Line::Figure(at, figure));
        own.chain(further).chain((1..below).map(|row| Line::Below(at, row))).collect()
    }

    /// Begins a group: a heading, or the scale of the poster; a blank row before it.
    fn open(&mut self, (column, group): (usize, Group), large: bool, params: ListParams) {
        let Some(lines) = self.columns.get_mut(column) else { return };
        if params.spaced() && lines.last().is_some_and(|last| !matches!(last, Line::Blank | Line::Head)) {
            lines.push(Line::Blank);
        }
        lines.push(if large { Line::Head } else { Line::Heading(group) });
        if large && matches!(params.poster(), Poster::Large { .. }) {
            lines.push(Line::Blank);
        }
    }

    fn pairs(&mut self, context: &PageContext<'_>, params: ListParams) {
        let listed = arranged(context.library, context.pairs, params.compare_filter);
        self.order = listed.iter().map(|(_, at)| Item::Pair(*at)).collect();
        self.groups = listed.iter().map(|(group, _)| *group).collect();
        let pairs: Vec<&Pair> = self.order.iter().filter_map(|item| pair_of(context, *item)).collect();
        let cells = params.regions.map_or(SMALLEST.0, |regions| regions.list.width);
        let grid = CompareColumns::of(context, &pairs, cells);
        let mut before: Option<(Group, Option<&str>)> = None;
        for (place, (group, at)) in listed.into_iter().enumerate() {
            let same = group == Group::Scope(Scope::Same);
            let unit = context.pairs.get(at).and_then(|pair| unit_of(context.library, pair)).filter(|_| same);
            if before.is_none_or(|(last, _)| last != group) {
                self.open((0, group), false, params);
            } else if params.spaced() && before.is_some_and(|(_, last)| last != unit) {
                // One unit to a scale: a blank row where the scale changes.
                self.column().push(Line::Blank);
            }
            let rows = context.pairs.get(at).map_or(1, |pair| grid.rows(context, pair));
            self.column().extend((0..rows).map(|row| Line::Pair(place, row)));
            before = Some((group, unit));
        }
        self.grid = Columns::Compare(grid);
    }

    fn column(&mut self) -> &mut Vec<Line> {
        if self.columns.is_empty() {
            self.columns.push(Vec::new());
        }
        self.columns.last_mut().expect("a column was just made")
    }

    /// The column that holds the item at a place of the list.
    pub fn column_of(&self, at: usize) -> usize {
        self.spans.get(at).map_or(0, |span| span.column)
    }

    /// The first and the last line of the item at a place of the list, in its column.
    pub fn span(&self, at: usize) -> (usize, usize) {
        self.spans.get(at).map_or((0, 0), |span| (span.first, span.last))
    }

    /// The number of items of a group.
    pub fn count_of(&self, group: Group) -> usize {
        self.groups.iter().filter(|other| **other == group).count()
    }

    /// The group of the line at `index` of a column: that of the nearest heading above; `None` under a head.
    pub fn group_at(&self, column: usize, index: usize) -> Option<Group> {
        let lines = self.columns.get(column)?;
        lines.get(..=index)?.iter().rev().find_map(|line| match line {
            Line::Heading(group) => Some(Some(*group)),
            Line::Head => Some(None),
            _ => None,
        })?
    }
}

/// The lines of a target: the rows of its first figure, one for each further one, and blank rows behind them.
fn poster_lines((at, view): (usize, EntryView<'_>), poster: Poster) -> Vec<Line> {
    let numbered = !view.figures().is_empty();
    let (rows, blank) = match (poster, numbered) {
        (Poster::Large { .. }, true) => (3, 2),
        (Poster::Large { .. }, false) => (3, 0),
        (_, true) => (2, 1),
        (_, false) => (2, 0),
    };
    let further = (1..view.figures().len()).map(|figure| Line::PosterFigure(at, figure));
    let row = |row| Line::Poster(at, row);
    (0..rows).map(row).chain(further).chain((rows..rows + blank).map(row)).collect()
}

fn group_of(view: EntryView<'_>) -> Group {
    match view.honour() {
        Some(honour) => Group::Level(honour.level()),
        None => Group::Section(view.section_at()),
    }
}

/// The entry that an item is.
fn entry_of<'a>(context: &PageContext<'a>, item: Item) -> Option<EntryView<'a>> {
    match item {
        Item::Entry(entry) => context.library.get(entry),
        _ => None,
    }
}

/// The pair that an item is.
fn pair_of<'a>(context: &PageContext<'a>, item: Item) -> Option<&'a Pair> {
    match item {
        Item::Pair(at) => context.pairs.get(at),
        _ => None,
    }
}
