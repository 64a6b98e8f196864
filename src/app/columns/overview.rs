//! The columns of the blocks of the opening page.

mod counts;

pub(crate) use self::counts::{PROMISES, Strip, StripColumns, TallyColumns};
use crate::app::group::{Block, Item};
use crate::app::overview::{Door, rates};
use crate::library::{EntryView, Side};
use crate::pages::{PAST_YEARS, PageContext, margins, nice_ceiling};
use crate::report::{Figure, Quantity, Tab};
use crate::text::{cells_of, wrap};

/// The least cells of a chart, and the most.
const CHART: (u16, u16) = (6, 60);
/// The least cells of the axis of the targets before a difference that gives way does so.
const BESIDE_PAST: u16 = 10;
/// The least cells of that axis beside a line of other years, where long titles leave it no more.
const SHORTEST: u16 = 4;
/// The least cells of that axis before titles go on in a second row, where there is room for one.
const AXIS: u16 = 6;
/// The least cells of bars on which promises can be told apart.
const BARS: u16 = 12;
/// The least cells of the first row of a title: most titles are whole in it.
const TITLE: u16 = 22;
/// The blank cells between columns, and those where titles are long.
const GAPS: [u16; 2] = [2, 1];
/// The cells that a column of the opening page needs for all but rates: names, marks and counts.
const OTHERS: u16 = 40;
/// The cells between a number and its chart: a blank one, per cent, a blank one.
const BEFORE_CHART: u16 = 3;

/// The columns of the opening page, in cells from the left edge of each block's region.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct OverviewColumns {
    /// The figure that each line shows of its entry.
    figures: Vec<usize>,
    pub(crate) targets: RateColumns,
    pub(crate) growth: RateColumns,
    pub(crate) tasks: StripColumns,
    pub(crate) honours: TallyColumns,
    pub(crate) promises: TallyColumns,
}

/// Title, number, chart, and a second number.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct RateColumns {
    pub(crate) mark: u16,
    pub(crate) title: (u16, u16),
    /// The blank cells between columns.
    pub(crate) gap: u16,
    /// The column behind the whole part of the number.
    pub(crate) point: u16,
    pub(crate) unit: u16,
    /// The column of the chart, and its cells.
    pub(crate) chart: Option<(u16, u16)>,
    /// The column behind the whole part of the second number.
    pub(crate) second: Option<u16>,
    /// Where the line of other years begins, and its years.
    pub(crate) past: Option<(u16, (i32, i32))>,
    pub(crate) right: u16,
    /// The value at the end of the chart.
    pub(crate) full: f64,
}

/// What gives way beside the axis of the targets where there is no room for both.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::app) enum Yields {
    /// The line of other years, which the details have too.
    Years,
    /// The difference, which the axis shows too.
    Difference,
}

/// The line of other years beside the targets.
#[derive(Clone, Copy, Debug)]
pub(in crate::app) struct PastColumn {
    /// The years, where there are any or some may come.
    pub(in crate::app) years: Option<(i32, i32)>,
    pub(in crate::app) yields: Yields,
    /// Whether long titles may go on in a second row.
    pub(in crate::app) wraps: bool,
}

/// The cells of a block, and its columns of marks and of text.
#[derive(Clone, Copy, Debug)]
pub(in crate::app) struct Room {
    cells: u16,
    margins: (u16, u16),
}

impl Room {
    /// The room in a column of a window: the first one has the margins of the window, however narrow it is itself.
    pub(in crate::app) fn new(cells: u16, column: usize, window: u16) -> Self {
        Self { cells, margins: margins(if column == 0 { window } else { cells }) }
    }
}

/// The widest of the parts of the numbers of a block.
#[derive(Clone, Copy, Debug, Default)]
struct RateWidths {
    title: u16,
    whole: u16,
    fraction: u16,
    unit: u16,
    /// The parts of the second numbers.
    second: (u16, u16),
}

impl OverviewColumns {
    /// The columns for the lines of `blocks`, each in a region of its own.
    pub(in crate::app) fn of(context: &PageContext<'_>, blocks: &[(Block, &[Door], Room)], past: PastColumn) -> Self {
        let figures = blocks.iter().flat_map(|(_, doors, _)| doors.iter().map(|door| door.figure)).collect();
        let mut columns = Self { figures, ..Self::default() };
        for &(block, doors, room) in blocks {
            match block {
                Block::Targets => {
                    let widths = RateWidths::of(context, doors, block);
                    columns.targets = RateColumns { full: axis(context, doors), ..widths.with_past(room, past) };
                }
                Block::Growth => {
                    let widths = RateWidths::of(context, doors, block);
                    let [gap, _] = GAPS;
                    let growth = widths.columns((room, 0), (CHART.0, gap));
                    columns.growth = RateColumns { full: context.scales.growth, ..growth };
                }
                Block::Tasks => columns.tasks = StripColumns::of(context, room),
                Block::Honours => columns.honours = TallyColumns::of(context, room),
                Block::Promises => columns.promises = TallyColumns::of(context, room),
            }
        }
        columns
    }

    /// The least cells of the left and of the right column of the page, in which each line has its numbers, its chart and
    /// its line of other years, and the left one long titles in two rows.
    pub(in crate::app) fn least(context: &PageContext<'_>, years: Option<(i32, i32)>) -> (u16, u16) {
        let [wide, tight] = GAPS;
        let past = if years.is_some() { tight + PAST_YEARS } else { 0 };
        let (targets, growth) = rates(context);
        let left = RateWidths::of(context, &targets, Block::Targets).in_two_rows(TITLE).least((AXIS, tight), past);
        let right = RateWidths::of(context, &growth, Block::Growth).least((BARS, wide), 0);
        (left.max(OTHERS), right.max(OTHERS))
    }

    /// The columns of the marks and of the text of a block.
    pub(crate) const fn margins_of(&self, block: Block) -> (u16, u16) {
        match block {
            Block::Targets => (self.targets.mark, self.targets.title.0),
            Block::Growth => (self.growth.mark, self.growth.title.0),
            Block::Tasks => (self.tasks.mark, self.tasks.name.0),
            Block::Honours => (self.honours.mark, self.honours.name),
            Block::Promises => (self.promises.mark, self.promises.name),
        }
    }

    /// The figure that the line at a place of the list shows of its entry.
    pub(crate) fn figure_at(&self, place: usize) -> usize {
        self.figures.get(place).copied().unwrap_or(0)
    }

    /// The rows of a line.
    pub(in crate::app) fn rows(&self, context: &PageContext<'_>, door: Door) -> u16 {
        match door.item {
            Item::Section(at) => {
                let section = context.report().and_then(|report| report.sections().get(at));
                section.map_or(1, |section| self.tasks.rows(section))
            }
            Item::Entry(at) => context.library.get(at).map_or(1, |view| {
                let columns = if view.tab() == Tab::Targets { &self.targets } else { &self.growth };
                columns.rows(context, view, door.figure)
            }),
            _ => 1,
        }
    }
}

impl RateColumns {
    /// The title of a line beside its number, and what goes on of it in a second row.
    pub(crate) fn title_rows<'a>(&self, title: &'a str) -> (&'a str, &'a str) {
        if self.chart.is_none() || cells_of(title) <= self.title.1 {
            return (title, "");
        }
        let rows = wrap(title, usize::from(self.title.1));
        let first = rows.first().and_then(|first| title.strip_prefix(first.as_str()).map(|rest| (first.len(), rest)));
        first.map_or((title, ""), |(length, rest)| (title.get(..length).unwrap_or(title), rest.trim_start()))
    }

    /// The rows of a figure of an entry: words stand below the title where they have no room beside it.
    pub(crate) fn rows(&self, context: &PageContext<'_>, view: EntryView<'_>, figure: usize) -> u16 {
        if !view.figures().is_empty() {
            return 1 + u16::from(!self.title_rows(title_of(context, view, figure)).1.is_empty());
        }
        let lang = context.lang;
        let beside = view.words().is_none_or(|words| {
            self.title.0 + cells_of(view.title().get(lang)) + 2 + cells_of(words.get(lang)) <= self.right
        });
        if beside { 1 } else { 2 }
    }
}

/// The end of the axis of the targets: the largest of the rates that are expected, and of those reached.
fn axis(context: &PageContext<'_>, doors: &[Door]) -> f64 {
    let values = doors.iter().filter_map(|door| {
        let (_, figure) = shown(context, *door)?;
        let other = other_of(context, *door).map_or(0.0, Figure::value);
        (figure.unit() == "%").then(|| figure.value().max(other))
    });
    nice_ceiling(values.fold(0.0, f64::max))
}

/// The entry and the figure of a line.
fn shown<'a>(context: &PageContext<'a>, door: Door) -> Option<(EntryView<'a>, &'a Figure)> {
    let Item::Entry(at) = door.item else {
        return None;
    };
    let view = context.library.get(at)?;
    Some((view, view.figures().get(door.figure)?))
}

/// The figure of the same scope in the other year.
fn other_of<'a>(context: &PageContext<'a>, door: Door) -> Option<&'a Figure> {
    let Item::Entry(entry) = door.item else {
        return None;
    };
    context.pairs.same(Side { entry, figure: Some(door.figure) })?.figure(context.library)
}

/// What a line of the targets or of the growth rates is called.
pub(crate) fn title_of<'a>(context: &PageContext<'_>, view: EntryView<'a>, figure: usize) -> &'a str {
    let rates = view.figures().iter().filter(|figure| figure.unit() == "%").count();
    let own = view.figures().get(figure).filter(|_| figure > 0 && (view.tab() == Tab::Targets || rates > 1));
    own.map_or(view.title(), |figure| figure.name_in(view.entry())).get(context.lang)
}

/// The second number of a line: the difference beside a target, the promise beside a growth rate.
pub(crate) fn second_of(context: &PageContext<'_>, view: EntryView<'_>, figure: usize) -> Option<Quantity> {
    let side = Side { entry: view.at(), figure: Some(figure) };
    let (pair, partner) = context.pairs.partners(side).find(|(pair, _)| pair.difference().is_some())?;
    if view.tab() == Tab::Targets {
        return context.signed(pair);
    }
    partner.figure(context.library).map(|figure| context.quantity(figure))
}

impl RateWidths {
    fn of(context: &PageContext<'_>, doors: &[Door], block: Block) -> Self {
        let mut widths = RateWidths::default();
        for door in doors {
            let Item::Entry(at) = door.item else { continue };
            let Some(view) = context.library.get(at) else { continue };
            widths.title = widths.title.max(cells_of(title_of(context, view, door.figure)));
            let Some(figure) = view.figures().get(door.figure) else { continue };
            let quantity = context.quantity(figure);
            widths.whole = widths.whole.max(cells_of(quantity.mark) + cells_of(&quantity.whole));
            widths.fraction = widths.fraction.max(cells_of(&quantity.fraction));
            widths.unit = widths.unit.max(cells_of(&quantity.unit));
            if let Some(second) = second_of(context, view, door.figure) {
                let (whole, fraction) = &mut widths.second;
                *whole = (*whole).max(cells_of(second.mark) + cells_of(&second.whole));
                *fraction = (*fraction).max(cells_of(&second.fraction));
            }
        }
        if block == Block::Growth && widths.second.0 > 0 {
            // The year of the promises stands over them: ○ 2025.
            let short = 6_u16.saturating_sub(widths.second.0 + widths.second.1);
            widths.second.0 += short;
        }
        widths
    }

    /// The cells that they take beside a chart of so many cells, with such gaps and `taken` cells behind them.
    fn least(self, (chart, gap): (u16, u16), taken: u16) -> u16 {
        let (_, left) = margins(u16::MAX);
        left + self.title + gap + self.whole + self.fraction + BEFORE_CHART + chart + self.behind(gap) + taken + 1
    }

    /// The second numbers with the gap before them.
    const fn behind(&self, gap: u16) -> u16 {
        if self.second.0 > 0 { gap + self.second.0 + self.second.1 } else { 0 }
    }

    /// The columns with a line of other years behind all else, where that leaves room for a chart.
    fn with_past(self, room: Room, past: PastColumn) -> RateColumns {
        let narrower = Self { second: (0, 0), ..self };
        let [wide, tight] = GAPS;
        let taken = if past.years.is_some() { PAST_YEARS } else { 0 };
        let behind = |gap: u16| if taken > 0 { gap + taken } else { 0 };
        // What else the line has, before a title goes on in a second row.
        let rest = self.in_two_rows(0).least((AXIS, tight), behind(tight));
        let wrapped = past.wraps.then(|| self.in_two_rows(room.cells.saturating_sub(rest).max(TITLE)));
        let whole = [(Some(self), AXIS, wide), (Some(self), AXIS, tight), (wrapped, AXIS, tight)];
        let usual: &[_] = match past.yields {
            _ if past.years.is_none() => &[],
            Yields::Years => &[(self, SHORTEST)],
            Yields::Difference => &[(self, BESIDE_PAST), (narrower, SHORTEST)],
        };
        let usual = usual.iter().flat_map(|(widths, least)| GAPS.map(|gap| (Some(*widths), *least, gap)));
        let forms = whole.into_iter().filter(|_| past.wraps).chain(usual);
        let mut fitting = forms.filter_map(|(widths, least, gap)| {
            let (widths, columns) = (widths?, widths?.columns((room, behind(gap)), (least, gap)));
            columns.chart.map(|(x, cells)| (columns, x + cells, widths, gap))
        });
        match (fitting.next(), past.years) {
            (Some((columns, chart, widths, gap)), Some(years)) => {
                let end = columns.second.map_or(chart, |point| point + widths.second.1);
                RateColumns { past: Some((end + gap, years)), ..columns }
            }
            (Some((columns, ..)), None) => columns,
            (None, _) => self.columns((room, 0), (CHART.0, wide)),
        }
    }

    /// The same where titles of more than so many cells go on in a second row.
    fn in_two_rows(self, title: u16) -> Self {
        Self { title: self.title.min(title), ..self }
    }

    /// Without room for a chart of the `least` cells the numbers stand at the right, and titles have all the rest.
    /// `taken` cells at the right are for something else.
    fn columns(self, (area, taken): (Room, u16), (least, gap): (u16, u16)) -> RateColumns {
        let (mark, left) = area.margins;
        let right = area.cells.saturating_sub(1 + taken);
        let number = 2 + self.whole + self.fraction + if self.unit > 0 { 1 + self.unit } else { 0 };
        let second = self.behind(gap);
        let room = right.saturating_sub(left + number);
        // Behind per cent the chart begins; a longer unit has no chart behind it.
        let charted = right.saturating_sub(left + gap + self.whole + self.fraction + BEFORE_CHART);
        let chart = charted.saturating_sub(self.title.min(room) + second);
        let drawn = chart >= least;
        let gap = if drawn { gap } else { 2 };
        let (title, chart, second) =
            if drawn { (self.title.min(room), Some(chart.min(CHART.1)), second) } else { (room, None, 0) };
        let point = left + title + gap + self.whole;
        let unit = point + self.fraction + 1;
        let end = chart.map_or(unit + self.unit, |cells| unit + 2 + cells);
        RateColumns {
            mark,
            title: (left, title),
            gap,
            point,
            unit,
            chart: chart.map(|cells| (unit + 2, cells)),
            second: (second > 0).then_some(end + gap + self.second.0),
            past: None,
            right,
            full: 0.0,
        }
    }
}
