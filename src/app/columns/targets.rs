//! The axis that all targets share.

use crate::library::{EntryView, Side};
use crate::pages::{PageContext, nice_ceiling};
use crate::report::{Basis, Figure, Tab};

/// The end of the axis: the largest of the rates expected and of those reached.
pub(crate) fn axis_of(context: &PageContext<'_>) -> f64 {
    let targets = context.library.entries_in(context.report).filter(|view| view.tab() == Tab::Targets);
    let rates = targets.filter_map(|view| {
        let figure = rate_of(view)?;
        let other = context.pairs.same(Side { entry: view.at(), figure: Some(0) });
        let other = other.and_then(|side| side.figure(context.library)).map_or(0.0, Figure::value);
        Some(figure.value().max(other))
    });
    nice_ceiling(rates.fold(0.0, f64::max))
}

/// The rate that a target is drawn with on the axis.
pub(crate) fn rate_of(view: EntryView<'_>) -> Option<&Figure> {
    view.figures().first().filter(|figure| figure.basis() == Basis::Growth)
}
