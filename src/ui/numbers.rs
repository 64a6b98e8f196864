//! Figures as the theme can draw their marks.

use crate::app::App;
use crate::report::{Figure, Gap, Pair, Quantity};
use crate::text::Label;

/// A figure in the parts of its columns.
pub(super) fn quantity(app: &App, figure: &Figure) -> Quantity {
    beside(app, figure, figure)
}

/// A figure on the scale of another, beside which it stands.
pub(super) fn beside(app: &App, figure: &Figure, like: &Figure) -> Quantity {
    let quantity = Quantity::beside(figure, like, app.library.lexicon(), app.lang);
    Quantity { mark: app.reading().mark(quantity.mark), ..quantity }
}

/// The word behind a value that the source says is an estimate.
pub(super) fn estimated(app: &App, figure: &Figure) -> &'static str {
    if figure.estimate() { Label::new("（预计）", " (est.)").get(app.lang) } else { "" }
}

/// The difference of a pair.
pub(super) fn gap(app: &App, pair: &Pair) -> Option<Gap> {
    let mut gap = Gap::of(pair, &app.library, app.lang)?;
    gap.bound = app.reading().mark(gap.bound);
    Some(gap)
}
