//! The columns of the list of sections, and how many of all tasks carry a number.

use crate::app::overview::counted_in;
use crate::pages::{Coverage, PageContext, growth_rates, margins};
use crate::report::{Entry, Quantity, Section, Tab};
use crate::text::{Lang, cells_of, counted, fit, width, wrap_under};

/// The least cells of the part of a long name that stands beside a number.
const LEAST_NAME: u16 = 12;

/// The least marks of tasks in a row; where there is no room for them they are counted.
const MARKS: u16 = 14;

/// The marks of tasks in a row beside names, where there is room: most sections have no more.
const MOST_MARKS: u16 = 23;

/// The cells that what explains bars and marks needs.
pub(crate) const EXPLAINED: u16 = 36;

/// The most cells of the list.
const WIDEST: u16 = 60;

/// The most rows of a name.
const NAME_ROWS: usize = 4;

/// The cells by which the second and all further rows of a name are indented.
pub(crate) const NAME_INDENT: u16 = 2;

/// The rows below the sections of tasks: a blank one, and the sum of all.
const SUM_ROWS: usize = 2;

/// What stands behind the names of the sections of tasks, and whether lines of rates stand behind those of results.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Behind {
    /// One mark a task, or a line of all growth rates: a heading need not repeat it.
    All,
    /// The marks in rows of their own, below names that would be cut for them.
    Below,
    /// The count of tasks with a number, or the first figure alone.
    First,
}

/// The columns of the list of sections.
#[derive(Clone, Debug, PartialEq)]
pub struct SectionColumns {
    pub(crate) mark: u16,
    /// The column of the names, and their cells.
    pub(crate) name: (u16, u16),
    /// The blank cells behind a name.
    pub(crate) gap: u16,
    /// The column behind the whole part of the numbers; `None` where they stand flush right.
    pub(crate) point: Option<u16>,
    pub(crate) unit: u16,
    pub(crate) spark: u16,
    /// The growth that fills a block.
    pub(crate) full: f64,
    pub(crate) right: u16,
    pub(crate) behind: Behind,
    /// How many tasks carry a number.
    pub(crate) coverage: Coverage,
    /// The most rows of a name.
    rows: usize,
    lang: Lang,
}

/// A name in its rows, and the row of what stands behind it.
pub(crate) struct NameRows {
    pub(crate) lines: Vec<String>,
    pub(crate) behind: Option<u16>,
}

/// The widest of what the list says.
#[derive(Clone, Copy, Default)]
struct Widths {
    name: u16,
    whole: u16,
    fraction: u16,
    unit: u16,
    /// The unit before a line of growth rates: other units are longer, and have none behind them.
    percent: u16,
    spark: u16,
    /// The tasks of a section, and their count.
    marks: u16,
    counts: u16,
}

impl Widths {
    fn of(context: &PageContext<'_>, sections: &[&Section]) -> Self {
        let mut widths = Self::default();
        for section in sections {
            widths.name = widths.name.max(cells_of(section.name().get(context.lang)));
            let first = first_of(context, section);
            if let Some(quantity) = &first {
                widths.whole = widths.whole.max(cells_of(quantity.mark) + cells_of(&quantity.whole));
                widths.fraction = widths.fraction.max(cells_of(&quantity.fraction));
                widths.unit = widths.unit.max(cells_of(&quantity.unit));
            }
            if section.tab() == Tab::Tasks {
                widths.marks = widths.marks.max(counted(section.entries().len()));
                widths.counts = widths.counts.max(cells_of(&count_of(section)));
            } else if let rates @ 3.. = growth_rates(section).len() {
                widths.spark = widths.spark.max(counted(rates));
                widths.percent = widths.percent.max(first.map_or(0, |quantity| cells_of(&quantity.unit)));
            }
        }
        widths
    }

    /// The cells of the numbers in their columns, with what stands behind them.
    fn numbers(&self) -> u16 {
        let tail = if self.spark > 0 { self.percent + 2 + self.spark } else { 0 };
        match self.whole + self.fraction {
            0 => tail,
            number => number + 1 + self.unit.max(tail),
        }
    }
}

impl SectionColumns {
    /// The cells in which all stands that the list says.
    pub(in crate::app) fn wanted(context: &PageContext<'_>, sections: &[&Section]) -> u16 {
        let widths = Widths::of(context, sections);
        let behind = if widths.marks > 0 { widths.marks.min(MOST_MARKS) } else { widths.numbers() };
        // In English the marks of qualifiers with their words want one cell more, to stand apart.
        let least = if context.lang == Lang::En { EXPLAINED + 1 } else { EXPLAINED };
        (margins(WIDEST).1 + widths.name + 2 + behind + 1).clamp(least, WIDEST)
    }

    /// The columns for the sections of a pane, in a region of so many cells and rows.
    pub(in crate::app) fn of(context: &PageContext<'_>, sections: &[&Section], (cells, height): (u16, u16)) -> Self {
        let widths = Widths::of(context, sections);
        let grid = if widths.marks > 0 {
            Self::marked(context, &widths, cells)
        } else {
            // Where numbers need it, names begin nearer to the edge, as they do in a narrow window.
            let grids = [margins(WIDEST), margins(0)].map(|left| Self::numbered(context, &widths, (cells, left)));
            let shown = |grid: &Self| {
                let first = sections.iter().filter_map(|section| Some((section, first_of(context, section)?)));
                first.filter(|(section, quantity)| grid.is_beside(section, grid.number_from(quantity))).count()
            };
            let [usual, narrow] = grids;
            if shown(&narrow) > shown(&usual) { narrow } else { usual }
        };
        let coverage = Coverage::of(sections.iter().flat_map(|section| section.entries()));
        let grid = Self { coverage, ..grid };
        let below = if widths.marks > 0 { SUM_ROWS } else { 0 };
        let room = usize::from(height).saturating_sub(1 + below);
        let taken = |rows: usize| {
            let grid = Self { rows, ..grid.clone() };
            sections.iter().map(|section| usize::from(grid.rows(context, section))).sum::<usize>()
        };
        let rows = (1..=NAME_ROWS).rev().find(|rows| taken(*rows) <= room).unwrap_or(1);
        Self { rows, ..grid }
    }

    fn base(context: &PageContext<'_>, (cells, (mark, left)): (u16, (u16, u16)), gap: u16) -> Self {
        Self {
            mark,
            name: (left, 0),
            gap,
            point: None,
            unit: 0,
            spark: 0,
            full: context.scales.growth,
            right: cells.saturating_sub(1),
            behind: Behind::First,
            coverage: Coverage::default(),
            rows: 1,
            lang: context.lang,
        }
    }

    /// Names with first numbers, and lines of growth rates behind them where there is room for all.
    fn numbered(context: &PageContext<'_>, widths: &Widths, (cells, left): (u16, (u16, u16))) -> Self {
        let base = Self::base(context, (cells, left), if cells < EXPLAINED { 1 } else { 2 });
        let room = base.right.saturating_sub(base.name.0);
        // Where names and numbers alone have room the headings have the lines of rates.
        let widths = if cells < EXPLAINED { Widths { spark: 0, ..*widths } } else { *widths };
        let beside = base.gap + widths.numbers();
        let spark = widths.spark > 0;
        if widths.name.min(LEAST_NAME) + beside > room {
            // Without columns, each number has what its own name leaves.
            return Self { name: (base.name.0, widths.name.min(room)), ..base };
        }
        let name = widths.name.min(room - beside);
        let point = base.name.0 + name + base.gap + widths.whole;
        let unit = point + widths.fraction + 1;
        Self {
            name: (base.name.0, name),
            point: Some(point),
            unit,
            spark: unit + widths.percent + 2,
            behind: if spark { Behind::All } else { Behind::First },
            ..base
        }
    }

    /// Names with one mark a task, or with the counts of those with a number.
    fn marked(context: &PageContext<'_>, widths: &Widths, cells: u16) -> Self {
        let base = Self::base(context, (cells, margins(WIDEST)), 2);
        let left = base.name.0;
        let room = base.right.saturating_sub(left);
        let all = Self { name: (left, widths.name.min(cells / 2)), behind: Behind::All, ..base.clone() };
        let least = usize::from(widths.marks.min(MARKS));
        if cells < EXPLAINED || all.marks() < least {
            let gap = if cells < EXPLAINED { 1 } else { 2 };
            let name = widths.name.min(room.saturating_sub(gap + widths.counts));
            return Self { name: (left, name), gap, ..base };
        }
        if all.name.1 < widths.name && all.marks() < usize::from(widths.marks) {
            return Self { name: (left, widths.name.min(room)), behind: Behind::Below, ..base };
        }
        all
    }

    /// The column where a number begins.
    pub(crate) fn number_from(&self, quantity: &Quantity) -> u16 {
        match self.point {
            Some(point) => point.saturating_sub(cells_of(quantity.mark) + cells_of(&quantity.whole)),
            None => self.right.saturating_sub(cells_of(&quantity.line())),
        }
    }

    /// Whether the name of a section stands whole before column `from`.
    fn is_beside(&self, section: &Section, from: u16) -> bool {
        self.name.0 + cells_of(section.name().get(self.lang)) + self.gap <= from
    }

    /// The column where begins what stands behind the name of a section; `None` where there is nothing.
    fn from(&self, context: &PageContext<'_>, section: &Section) -> Option<u16> {
        if section.tab() == Tab::Tasks {
            return match self.behind {
                Behind::First => Some(self.right.saturating_sub(cells_of(&count_of(section)))),
                Behind::All => Some(self.marks_from()),
                Behind::Below => None,
            };
        }
        let number = first_of(context, section).map(|quantity| self.number_from(&quantity));
        number.or((self.behind == Behind::All && growth_rates(section).len() >= 3).then_some(self.spark))
    }

    /// The rows of a name: a long one goes on in further rows as far as there are some, and what stands behind it is in the
    /// last of them or in one of its own. Where there are none the whole name comes before a number.
    pub(crate) fn name_rows(&self, context: &PageContext<'_>, section: &Section) -> NameRows {
        let name = section.name().get(self.lang);
        let from = self.from(context, section);
        let room = self.right.saturating_sub(self.name.0);
        let Some(from) = from else {
            return NameRows { lines: rows_of(name, (room, room), self.rows), behind: None };
        };
        if self.is_beside(section, from) {
            return NameRows { lines: vec![name.to_owned()], behind: Some(0) };
        }
        let beside = from.saturating_sub(self.name.0 + self.gap);
        let lines = wrap_under(name, usize::from(room), usize::from(NAME_INDENT));
        let ends_beside =
            lines.last().is_some_and(|last| width(last) + usize::from(NAME_INDENT) <= usize::from(beside));
        let own = counted(lines.len());
        match lines.len() {
            rows if rows <= self.rows && ends_beside => NameRows { lines, behind: Some(own - 1) },
            rows if rows < self.rows => NameRows { lines, behind: Some(own) },
            rows if rows <= self.rows && section.tab() != Tab::Tasks => NameRows { lines, behind: None },
            _ if beside < LEAST_NAME && section.tab() != Tab::Tasks => {
                NameRows { lines: rows_of(name, (room, room), self.rows), behind: None }
            }
            _ => {
                let lines = rows_of(name, (room, beside), self.rows);
                let last = counted(lines.len()).saturating_sub(1);
                NameRows { lines, behind: Some(last) }
            }
        }
    }

    /// The rows of a section: a task has a mark, and a row holds so many of them.
    pub(crate) fn rows(&self, context: &PageContext<'_>, section: &Section) -> u16 {
        let name = self.name_rows(context, section);
        let name = counted(name.lines.len()).max(name.behind.map_or(0, |row| row + 1));
        if section.tab() != Tab::Tasks || self.behind == Behind::First {
            return name.max(1);
        }
        let rows = counted(section.entries().len().div_ceil(self.marks())).max(1);
        if self.behind == Behind::Below { name + rows } else { rows.max(name) }
    }

    /// Where the marks of tasks begin.
    pub(crate) fn marks_from(&self) -> u16 {
        self.name.0 + 2 + if self.behind == Behind::Below { 0 } else { self.name.1 }
    }

    /// The marks of tasks in a row.
    pub(crate) fn marks(&self) -> usize {
        usize::from(self.right.saturating_sub(self.marks_from()).max(1))
    }
}

/// A name in at most so many rows of `room` cells, the last of which has `last` of them.
fn rows_of(name: &str, (room, last): (u16, u16), rows: usize) -> Vec<String> {
    let indent = usize::from(NAME_INDENT);
    let mut lines = wrap_under(name, usize::from(room), indent);
    let inner = |lines: &[String]| usize::from(last).saturating_sub(if lines.len() > 1 { indent } else { 0 });
    if lines.len() <= rows && lines.last().is_none_or(|line| width(line) <= inner(&lines)) {
        return lines;
    }
    lines.truncate(rows.max(1) - 1);
    let rest = lines.iter().fold(name, |rest, line| rest.trim_start().strip_prefix(line.as_str()).unwrap_or(rest));
    let room = usize::from(last).saturating_sub(if lines.is_empty() { 0 } else { indent });
    lines.push(fit(rest.trim_start(), room));
    lines
}

/// How many tasks of a section carry a number.
pub(crate) fn count_of(section: &Section) -> String {
    counted_in(Coverage::of(section.entries().iter()))
}

/// The first figure of a section.
pub(crate) fn first_of(context: &PageContext<'_>, section: &Section) -> Option<Quantity> {
    let figure = section.entries().iter().flat_map(Entry::figures).next()?;
    Some(context.quantity(figure))
}
