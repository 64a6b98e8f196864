//! The columns of the blocks of the opening page.

use crate::app::group::{Block, Item, Way};
use crate::app::overview::{Door, counted_in};
use crate::library::{EntryView, Side};
use crate::pages::{Coverage, PAST_YEARS, PageContext, margins, nice_ceiling};
use crate::report::{Figure, Level, Quantity, Section, Tab};
use crate::text::{Label, Lang, cells_of};

/// The least cells of a chart, and the most.
const CHART: (u16, u16) = (6, 60);
/// The least cells of the axis of the targets before a difference that gives way does so.
const BESIDE_PAST: u16 = 10;
/// The least cells of that axis beside a line of other years, where long titles leave it no more.
const SHORTEST: u16 = 4;
/// The least cells of a strip that may need several rows, and of a gauge in its place.
const STRIP: u16 = 20;
const GAUGE: u16 = 6;
/// The cells of the legend over the strips.
const LEGEND: u16 = 23;
/// The cells of a share: `100%`.
const SHARE: u16 = 4;

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
}

/// How the tasks of a section are drawn.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Strip {
    /// One mark a task, in as many rows as they need.
    Marks,
    /// The same below names that would be cut for them, where they need several rows anyway.
    Below,
    /// The share that carries a number, where there is no room for marks.
    Gauge,
    /// Nothing.
    #[default]
    None,
}

/// Name, strip, count and share.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct StripColumns {
    pub(crate) mark: u16,
    pub(crate) name: (u16, u16),
    pub(crate) strip: (u16, u16),
    pub(crate) form: Strip,
    /// The columns behind the count and behind the share.
    pub(crate) count: u16,
    pub(crate) share: u16,
    /// How many of all tasks carry a number.
    pub(crate) coverage: Coverage,
}

/// Name, count, and one mark each.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct TallyColumns {
    pub(crate) mark: u16,
    pub(crate) name: u16,
    /// The column behind the count.
    pub(crate) count: u16,
    pub(crate) right: u16,
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
                    columns.growth = RateColumns { full: context.scales.growth, ..widths.columns((room, 0), CHART.0) };
                }
                Block::Tasks => columns.tasks = StripColumns::of(context, room),
                Block::Honours => columns.honours = TallyColumns::of(context, room),
                Block::Promises => columns.promises = TallyColumns::of(context, room),
            }
        }
        columns
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
            Item::Entry(at) => context.library.get(at).map_or(1, |view| self.targets.rows(view, context.lang)),
            _ => 1,
        }
    }
}

impl RateColumns {
    /// The rows of an entry: its words stand below the title where they have no room beside it.
    pub(crate) fn rows(&self, view: EntryView<'_>, lang: Lang) -> u16 {
        let words = view.words().filter(|_| view.figures().is_empty());
        let beside = words.is_none_or(|words| {
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

    /// The columns with a line of other years behind all else, where that leaves room for a chart.
    fn with_past(self, room: Room, past: PastColumn) -> RateColumns {
        let narrower = Self { second: (0, 0), ..self };
        let forms: &[(Self, u16)] = match past.yields {
            Yields::Years => &[(self, SHORTEST)],
            Yields::Difference => &[(self, BESIDE_PAST), (narrower, SHORTEST)],
        };
        let fitting = forms.iter().find_map(|(widths, least)| {
            Some(widths.columns((room, 2 + PAST_YEARS), *least)).filter(|columns| columns.chart.is_some())
        });
        match past.years.zip(fitting) {
            Some((years, columns)) => {
                let chart = columns.chart.map_or(0, |(x, cells)| x + cells);
                let end = columns.second.map_or(chart, |point| point + self.second.1);
                RateColumns { past: Some((end + 2, years)), ..columns }
            }
            None => self.columns((room, 0), CHART.0),
        }
    }

    /// Without room for a chart of the `least` cells the numbers stand at the right, and titles have all the rest.
    /// `taken` cells at the right are for something else.
    fn columns(self, (area, taken): (Room, u16), least: u16) -> RateColumns {
        let (mark, left) = area.margins;
        let right = area.cells.saturating_sub(1 + taken);
        let number = 2 + self.whole + self.fraction + if self.unit > 0 { 1 + self.unit } else { 0 };
        let second = if self.second.0 > 0 { 2 + self.second.0 + self.second.1 } else { 0 };
        let room = right.saturating_sub(left + number);
        // Behind per cent the chart begins; a longer unit has no chart behind it.
        let charted = right.saturating_sub(left + 2 + self.whole + self.fraction + 2 + 1);
        let chart = charted.saturating_sub(self.title.min(room) + second);
        let (title, chart, second) =
            if chart >= least { (self.title.min(room), Some(chart.min(CHART.1)), second) } else { (room, None, 0) };
        let point = left + title + 2 + self.whole;
        let unit = point + self.fraction + 1;
        let end = chart.map_or(unit + self.unit, |cells| unit + 2 + cells);
        RateColumns {
            mark,
            title: (left, title),
            point,
            unit,
            chart: chart.map(|cells| (unit + 2, cells)),
            second: (second > 0).then_some(end + 2 + self.second.0),
            past: None,
            right,
            full: 0.0,
        }
    }
}

impl StripColumns {
    fn of(context: &PageContext<'_>, Room { cells, margins }: Room) -> Self {
        let (mark, left) = margins;
        let right = cells.saturating_sub(1);
        let sections = context.report().map_or(&[][..], |report| report.sections());
        let sections: Vec<&Section> = sections.iter().filter(|section| crate::app::is_tasks(section)).collect();
        let coverage = Coverage::of(sections.iter().flat_map(|section| section.entries()));
        // The count of all may reach out over the strips.
        let counts = sections.iter().map(|section| cells_of(&counted_in(Coverage::of(section.entries().iter()))));
        let count = counts.max().unwrap_or(0);
        let longest = sections.iter().map(|section| section.entries().len()).max().unwrap_or(0);
        let longest = u16::try_from(longest).unwrap_or(u16::MAX);
        let names = sections.iter().map(|section| cells_of(section.name().get(context.lang))).max().unwrap_or(0);
        let room = right.saturating_sub(left + 2 + count + 1 + SHARE);
        // A long name leaves room for the strip as far as that needs it.
        let name = names.min(room.saturating_sub(2 + longest.min(STRIP)).max(room / 2)).min(room);
        let space = room.saturating_sub(name + 2);
        let (form, strip) = match space {
            _ if longest <= space => (Strip::Marks, longest),
            space if space >= STRIP => (Strip::Marks, space),
            space if space >= GAUGE => (Strip::Gauge, space),
            _ => (Strip::None, 0),
        };
        if form == Strip::Marks && name < names && longest > space {
            let (name, strip) = (names.min(room), longest.min(room.saturating_sub(2)));
            let share = (left + name.max(strip + 2).max(LEGEND + 4) + 2 + count + 1 + SHARE).min(right);
            let (name, strip, count) = ((left, name), (left + 2, strip), share.saturating_sub(SHARE + 1));
            return Self { mark, name, strip, form: Strip::Below, count, share, coverage };
        }
        let from = left + name + 2;
        let name = if form == Strip::None { (left, room) } else { (left, name) };
        let share = match form {
            // Counts stand beside the marks, not at the far edge of a wide window; the legend has room over them.
            Strip::Marks => (from + strip.max(LEGEND + 2) + 2 + count + 1 + SHARE).min(right),
            Strip::Below | Strip::Gauge | Strip::None => right,
        };
        Self { mark, name, strip: (from, strip), form, count: share.saturating_sub(SHARE + 1), share, coverage }
    }

    /// The rows of the line of a section.
    fn rows(&self, section: &Section) -> u16 {
        let rows = section.entries().len().div_ceil(usize::from(self.strip.1.max(1)));
        let rows = u16::try_from(rows).unwrap_or(u16::MAX).max(1);
        match self.form {
            Strip::Marks => rows,
            Strip::Below => rows.saturating_add(1),
            Strip::Gauge | Strip::None => 1,
        }
    }
}

impl TallyColumns {
    /// The same columns for honours and promises, which stand below each other.
    fn of(context: &PageContext<'_>, Room { cells, margins }: Room) -> Self {
        let (mark, left) = margins;
        let labels = Level::ALL.map(Level::label).into_iter().chain(Way::ALL.map(Way::label)).chain([PROMISES]);
        let name = labels.map(|label| cells_of(label.get(context.lang))).max().unwrap_or(0);
        Self { mark, name: left, count: left + name + 4, right: cells.saturating_sub(1) }
    }
}

/// The heading of the promises.
pub(crate) const PROMISES: Label = Label::new("同口径的承诺", "Promises, same scope");
