//! The scales of the charts: one for each unit of the pairs that are subtracted.

use crate::app::unit_of;
use crate::pages::{PageContext, nice_ceiling};
use crate::report::Scope;

/// The units of the pairs of one scope, each with the end of its scale.
pub(super) fn scales(context: &PageContext<'_>) -> Vec<(String, f64)> {
    let mut most: Vec<(String, f64)> = Vec::new();
    for pair in context.pairs.all().iter().filter(|pair| pair.scope() == Some(Scope::Same)) {
        let Some(unit) = unit_of(context.library, pair) else {
            continue;
        };
        let sides = [pair.result(), pair.target()].into_iter().flatten();
        let value = sides.filter_map(|side| Some(side.figure(context.library)?.value())).fold(0.0, f64::max);
        match most.iter_mut().find(|(known, _)| known == unit) {
            Some((_, known)) => *known = known.max(value),
            None => most.push((unit.to_owned(), value)),
        }
    }
    most.into_iter().map(|(unit, value)| (unit, nice_ceiling(value))).collect()
}

/// The end of a scale in words: 50 万人.
pub(super) fn scale_end(context: &PageContext<'_>, unit: &str, end: f64) -> Option<String> {
    let figure = context.pairs.all().iter().filter(|pair| pair.scope() == Some(Scope::Same)).find_map(|pair| {
        let figure = pair.target()?.figure(context.library)?;
        (figure.unit() == unit).then_some(figure)
    })?;
    Some(context.quantity(&figure.with_amount(end)).line())
}
