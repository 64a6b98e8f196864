//! The columns of the list of sections, and how many of all tasks carry a number.

use crate::app::overview::counted_in;
use crate::pages::{Coverage, PageContext, growth_rates};
use crate::report::{Entry, Quantity, Section, Tab};
use crate::text::{cells_of, counted, width};

/// The column of the names.
pub(crate) const NAME: u16 = 3;

/// The cells that a name keeps beside its numbers.
const LEAST_NAME: u16 = 12;

/// The least marks of tasks in a row; where there is no room for them they are counted.
const MARKS: u16 = 14;

/// The cells that what explains bars and marks needs.
pub(crate) const EXPLAINED: u16 = 36;

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
    pub(crate) name: u16,
    /// The blank cells behind a name.
    pub(crate) gap: u16,
    pub(crate) point: u16,
    pub(crate) unit: u16,
    pub(crate) spark: u16,
    /// The growth that fills a block.
    pub(crate) full: f64,
    pub(crate) right: u16,
    pub(crate) behind: Behind,
    /// How many tasks carry a number.
    pub(crate) coverage: Coverage,
}

impl SectionColumns {
    /// The columns for the sections of a pane, in a region of `cells` cells.
    pub(in crate::app) fn of(context: &PageContext<'_>, sections: &[&Section], cells: u16) -> Self {
        let most = |widths: &mut dyn Iterator<Item = usize>| counted(widths.max().unwrap_or(0));
        let mut first: Vec<Quantity> = sections.iter().filter_map(|section| first_of(context, section)).collect();
        let longest = most(&mut sections.iter().map(|section| width(section.name().get(context.lang))));
        let name = longest.min(cells / 2);
        let rates = sections.iter().map(|section| growth_rates(section).len()).filter(|rates| *rates >= 3);
        // Where names and numbers alone have room the headings have the lines of rates.
        let drawn = |_: &usize| cells >= EXPLAINED && sections.iter().all(|section| section.tab() != Tab::Tasks);
        let spark = most(&mut rates.filter(drawn));
        let right = cells.saturating_sub(1);
        let gap = if cells < EXPLAINED { 1 } else { 2 };
        // A line of rates stands behind a growth rate: other units are longer, and have none behind them.
        let lined = sections.iter().filter(|section| spark > 0 && growth_rates(section).len() >= 3);
        let percent = most(&mut lined.filter_map(|section| Some(width(&first_of(context, section)?.unit))));
        let tail = |units: u16| units.max(if spark > 0 { percent + 2 + spark } else { 0 });
        let (whole, fraction, units) = loop {
            let whole = most(&mut first.iter().map(|quantity| width(quantity.mark) + width(&quantity.whole)));
            let fraction = most(&mut first.iter().map(|quantity| width(&quantity.fraction)));
            let units = most(&mut first.iter().map(|quantity| width(&quantity.unit)));
            let cells = gap + whole + fraction + 1 + units;
            if NAME + LEAST_NAME.min(name) + cells <= right || first.is_empty() {
                break (whole, fraction, units);
            }
            // What has no room with its unit is not shown, and needs no cells.
            first.retain(|quantity| counted(width(&quantity.unit)) < units);
        };
        // Long names give way to the numbers and to the longest line of rates, as far as they stay readable.
        let beside = gap + whole + fraction + 1 + tail(units);
        let name = if whole == 0 {
            if spark == 0 { longest.min(right - NAME) } else { name }
        } else {
            longest.min(right.saturating_sub(NAME + beside).max(LEAST_NAME))
        };
        let point = NAME + name + gap + whole;
        let unit = point + fraction + 1;
        let full = context.scales.growth;
        let coverage = Coverage::of(sections.iter().flat_map(|section| section.entries()));
        let spark_from = unit + percent + 2;
        let grid = Self { name, gap, point, unit, spark: spark_from, full, right, behind: Behind::All, coverage };
        let tasks = sections.iter().filter(|section| section.tab() == Tab::Tasks);
        let marks = most(&mut tasks.clone().map(|section| section.entries().len()));
        if marks > 0 && (cells < EXPLAINED || grid.marks() < usize::from(marks.min(MARKS))) {
            let counts = most(&mut tasks.map(|section| width(&counted_in(Coverage::of(section.entries().iter())))));
            let name = longest.min(right.saturating_sub(NAME + gap + counts));
            return Self { name, behind: Behind::First, ..grid };
        }
        if marks > 0 && name < longest && grid.marks() < usize::from(marks) {
            let name = longest.min(right.saturating_sub(NAME));
            return Self { name, behind: Behind::Below, ..grid };
        }
        let behind = if marks == 0 && spark == 0 { Behind::First } else { Behind::All };
        Self { behind, ..grid }
    }

    /// Whether a number stands whole in its columns, with its unit: without that it says another one.
    pub(crate) fn holds(&self, quantity: &Quantity) -> bool {
        let whole = cells_of(quantity.mark) + cells_of(&quantity.whole);
        self.number() + whole <= self.point
            && self.point + cells_of(&quantity.fraction) < self.unit
            && self.unit + cells_of(&quantity.unit) <= self.right
    }

    /// The rows of a section: a task has a mark, and a row holds so many of them.
    pub(crate) fn rows(&self, section: &Section) -> u16 {
        if section.tab() != Tab::Tasks || self.behind == Behind::First {
            return 1;
        }
        let rows = counted(section.entries().len().div_ceil(self.marks())).max(1);
        if self.behind == Behind::Below { 1 + rows } else { rows }
    }

    /// The first column of the numbers.
    pub(crate) fn number(&self) -> u16 {
        NAME + self.name + self.gap
    }

    /// Where the marks of tasks begin.
    pub(crate) fn marks_from(&self) -> u16 {
        NAME + 2 + if self.behind == Behind::Below { 0 } else { self.name }
    }

    /// The marks of tasks in a row.
    pub(crate) fn marks(&self) -> usize {
        usize::from(self.right.saturating_sub(self.marks_from()).max(1))
    }
}

/// The first figure of a section.
pub(crate) fn first_of(context: &PageContext<'_>, section: &Section) -> Option<Quantity> {
    let figure = section.entries().iter().flat_map(Entry::figures).next()?;
    Some(context.quantity(figure))
}
