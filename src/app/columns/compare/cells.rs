//! What a pair shows in its columns.

use crate::library::{Gap, Pair, Side};
use crate::pages::{PageContext, said_of};
use crate::report::{Figure, Quantity, Role};
use crate::text::{Label, cells_of};

/// The head of a column of numbers in a report that says no year.
pub(crate) const fn side_of(role: Role) -> Label {
    match role {
        Role::Target => Label::new("目标", "Target"),
        Role::Result | Role::Base => Label::new("结果", "Result"),
    }
}

/// What a pair shows in its columns.
pub(crate) struct PairCells {
    pub(crate) result: Option<Quantity>,
    pub(crate) target: Option<Quantity>,
    pub(crate) gap: Option<Gap>,
}

impl PairCells {
    pub(crate) fn of(context: &PageContext<'_>, pair: &Pair) -> Self {
        let library = context.library;
        let figure = |side: Option<Side>| side.and_then(|side| side.figure(library));
        let (result, target) = (figure(pair.result()), figure(pair.target()));
        // Both stand on the promise's scale, so that the digits compare.
        let like = |own: &Figure| target.filter(|target| target.unit() == own.unit()).unwrap_or(own).clone();
        let quantity = |own: &Figure| context.beside(own, &like(own));
        Self { result: result.map(quantity), target: target.map(quantity), gap: context.gap(pair) }
    }

    /// The unit of the line: the promise's, else the result's.
    pub(crate) fn unit(&self) -> &str {
        self.target.as_ref().or(self.result.as_ref()).map_or("", |quantity| &quantity.unit)
    }

    /// The only number, where the other side has none.
    pub(crate) fn alone(&self) -> Option<String> {
        match (&self.result, &self.target) {
            (Some(number), None) | (None, Some(number)) => Some(number.number()),
            _ => None,
        }
    }

    /// The unit of the difference, where it is not that of the line: points of a rate.
    pub(crate) fn change_unit(&self) -> Option<&str> {
        let unit = self.gap.as_ref()?.signed.unit.as_str();
        (unit != self.unit()).then_some(unit)
    }
}

/// The unit as it stands behind a promise in the tight form, and its cells.
pub(crate) fn tight_unit(cells: &PairCells) -> (String, u16) {
    let unit = match cells.unit() {
        "" => String::new(),
        "%" => "%".to_owned(),
        unit => format!(" {unit}"),
    };
    let cells = cells_of(&unit);
    (unit, cells)
}

/// Whether words stand in the place of one of the numbers of a pair; they take the columns behind it.
pub(crate) fn has_words(context: &PageContext<'_>, pair: &Pair) -> bool {
    pair.result().into_iter().chain(pair.target()).any(|side| side.words(context.library).is_some())
}

/// Why a pair of both sides has no difference.
pub(crate) fn reason_of(context: &PageContext<'_>, pair: &Pair) -> Option<String> {
    if context.gap(pair).is_some() {
        return None;
    }
    let why = pair.why().map(|why| why.get(context.lang).to_owned());
    why.or_else(|| pair.scope().map(|_| said_of(context, pair)))
}

/// The name of a pair, and whether one of its figures is an estimate.
pub(crate) fn name_of(context: &PageContext<'_>, pair: &Pair) -> String {
    let figures = [pair.result(), pair.target()].into_iter().flatten().filter_map(|side| side.figure(context.library));
    let estimate = figures.map(|figure| context.estimated(figure)).find(|word| !word.is_empty());
    pair.name().get(context.lang).to_owned() + estimate.unwrap_or_default()
}
