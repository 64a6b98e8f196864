//! The parts of the numbers that stand on one decimal point: those of one unit.

use super::cells::PairCells;
use crate::report::Quantity;
use crate::text::cells_of;

/// The widest of the parts of a number.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Part {
    /// Mark, sign and whole part.
    pub(crate) whole: u16,
    /// Point and fraction.
    pub(crate) fraction: u16,
    /// All of the number, where nothing is aligned.
    pub(crate) all: u16,
}

impl Part {
    pub(super) fn of(quantity: Option<&Quantity>) -> Self {
        quantity.map_or_else(Self::default, |quantity| {
            let whole = cells_of(quantity.mark) + cells_of(&quantity.whole);
            let fraction = cells_of(&quantity.fraction);
            Self { whole, fraction, all: whole + fraction }
        })
    }

    pub(super) fn most(self, other: Self) -> Self {
        Self {
            whole: self.whole.max(other.whole),
            fraction: self.fraction.max(other.fraction),
            all: self.all.max(other.all),
        }
    }

    /// The cells of the numbers on one point.
    pub(crate) const fn cells(self) -> u16 {
        self.whole + self.fraction
    }
}

/// The parts of the numbers that are written in one unit.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct UnitParts {
    pub(super) unit: String,
    pub(crate) result: Part,
    pub(crate) target: Part,
    pub(crate) change: Part,
}

/// The numbers of each unit.
pub(super) fn units(shown: &[PairCells]) -> Vec<UnitParts> {
    let mut units: Vec<UnitParts> = Vec::new();
    for cells in shown {
        let own = UnitParts {
            unit: cells.unit().to_owned(),
            result: Part::of(cells.result.as_ref()),
            target: Part::of(cells.target.as_ref()),
            change: Part::of(cells.gap.as_ref().map(|gap| &gap.signed)),
        };
        match units.iter_mut().find(|known| known.unit == own.unit) {
            Some(known) => {
                known.result = known.result.most(own.result);
                known.target = known.target.most(own.target);
                known.change = known.change.most(own.change);
            }
            None => units.push(own),
        }
    }
    units
}
