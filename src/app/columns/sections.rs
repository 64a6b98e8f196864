//! The columns of the list of sections, and how many of all tasks carry a number.

use crate::pages::{Coverage, PageContext, growth_rates};
use crate::report::{Entry, Quantity, Section, Tab};
use crate::text::{counted, width};

/// The column of the names.
pub(crate) const NAME: u16 = 3;

/// The cells that a name keeps beside its numbers.
const LEAST_NAME: u16 = 12;

/// The columns of the list of sections.
#[derive(Clone, Debug, PartialEq)]
pub struct SectionColumns {
    pub(crate) name: u16,
    pub(crate) point: u16,
    pub(crate) unit: u16,
    pub(crate) spark: u16,
    /// The growth that fills a block.
    pub(crate) full: f64,
    pub(crate) right: u16,
    /// How many tasks carry a number.
    pub(crate) coverage: Coverage,
}

impl SectionColumns {
    /// The columns for the sections of a pane, in a region of `cells` cells.
    pub(in crate::app) fn of(context: &PageContext<'_>, sections: &[&Section], cells: u16) -> Self {
        let most = |widths: &mut dyn Iterator<Item = usize>| counted(widths.max().unwrap_or(0));
        let mut first: Vec<Quantity> = sections.iter().filter_map(|section| first_of(context, section)).collect();
        let name = most(&mut sections.iter().map(|section| width(section.name().get(context.lang)))).min(cells / 2);
        let rates = sections.iter().map(|section| growth_rates(section).len()).filter(|rates| *rates >= 3);
        let spark = most(&mut rates.filter(|_| sections.iter().all(|section| section.tab() != Tab::Tasks)));
        let right = cells.saturating_sub(1);
        // A line of rates stands behind a growth rate: other units are longer, and have none behind them.
        let lined = sections.iter().filter(|section| spark > 0 && growth_rates(section).len() >= 3);
        let percent = most(&mut lined.filter_map(|section| Some(width(&first_of(context, section)?.unit))));
        let tail = |units: u16| units.max(if spark > 0 { percent + 2 + spark } else { 0 });
        let (whole, fraction, units) = loop {
            let whole = most(&mut first.iter().map(|quantity| width(quantity.mark) + width(&quantity.whole)));
            let fraction = most(&mut first.iter().map(|quantity| width(&quantity.fraction)));
            let units = most(&mut first.iter().map(|quantity| width(&quantity.unit)));
            let cells = 2 + whole + fraction + 1 + units;
            if NAME + LEAST_NAME.min(name) + cells <= right || first.is_empty() {
                break (whole, fraction, units);
            }
            // What has no room with its unit is not shown, and needs no cells.
            first.retain(|quantity| counted(width(&quantity.unit)) < units);
        };
        // Long names give way to the numbers and to the longest line of rates, as far as they stay readable.
        let beside = 2 + whole + fraction + 1 + tail(units);
        let name = if whole == 0 { name } else { name.min(right.saturating_sub(NAME + beside).max(LEAST_NAME)) };
        let point = NAME + name + 2 + whole;
        let unit = point + fraction + 1;
        let full = context.scales.growth;
        let coverage = Coverage::of(sections.iter().flat_map(|section| section.entries()));
        Self { name, point, unit, spark: unit + percent + 2, full, right, coverage }
    }

    /// The rows of a section: a task has a mark, and a row holds so many of them.
    pub(crate) fn rows(&self, section: &Section) -> u16 {
        if section.tab() == Tab::Tasks { counted(section.entries().len().div_ceil(self.marks())).max(1) } else { 1 }
    }

    /// The marks of tasks in a row.
    pub(crate) fn marks(&self) -> usize {
        usize::from(self.right.saturating_sub(self.name + NAME + 2).max(1))
    }
}

/// The first figure of a section.
pub(crate) fn first_of(context: &PageContext<'_>, section: &Section) -> Option<Quantity> {
    let figure = section.entries().iter().flat_map(Entry::figures).next()?;
    Some(context.quantity(figure))
}
