//! The numbers of a pair as running text, below its name in a narrow window.

use super::cells::PairCells;
use crate::library::{Pair, Side};
use crate::pages::PageContext;
use crate::report::{Quantity, Role};
use crate::text::width;

/// Result, promise and difference as running text.
pub(crate) struct Running {
    /// The sides with what they say.
    pub(crate) sides: Vec<(Role, String)>,
    /// The difference with its unit, where that is another one than the sides have.
    pub(crate) change: Option<String>,
    /// The blank cells between them.
    pub(crate) gap: usize,
    /// Whether the difference has a row of its own, so that both sides are whole.
    pub(crate) below: bool,
}

impl Running {
    /// The text in rows of `room` cells: the gaps close first, then the difference goes on in a row of its own, and where
    /// even that leaves no room for both sides the result gives way.
    pub(super) fn of(context: &PageContext<'_>, (pair, cells): (&Pair, &PairCells), room: usize) -> Self {
        let said = |quantity: &Option<Quantity>, side: Option<Side>| {
            let words = side.and_then(|side| side.words(context.library));
            quantity.as_ref().map(Quantity::number).or(words.map(|words| words.get(context.lang).to_owned()))
        };
        let sides = [(Role::Result, &cells.result, pair.result()), (Role::Target, &cells.target, pair.target())];
        let mut sides: Vec<(Role, String)> =
            sides.into_iter().filter_map(|(role, quantity, side)| Some((role, said(quantity, side)?))).collect();
        let change = cells.gap.as_ref().map(|gap| {
            let unit = cells.change_unit().map_or_else(String::new, |unit| format!(" {unit}"));
            gap.signed.number() + &unit
        });
        let unit = if cells.unit().is_empty() { 0 } else { width(cells.unit()) + 1 };
        let both = |gap: usize| {
            let numbers = sides.iter().map(|(_, said)| width(said) + 2).sum::<usize>();
            numbers + unit + sides.len().saturating_sub(1) * gap
        };
        let all = |gap: usize| both(gap) + change.as_ref().map_or(0, |change| width(change) + gap);
        let gap = if all(2) <= room { 2 } else { 1 };
        let below = all(gap) > room && sides.len() > 1 && both(gap) <= room;
        let skipped = usize::from(all(gap) > room && sides.len() > 1 && !below);
        sides.drain(..skipped);
        Self { sides, change, gap, below }
    }
}
