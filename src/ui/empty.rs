//! What a list says that has nothing to list.

use super::canvas::Canvas;
use crate::app::{App, Pane};
use crate::pages::{Ink, margins};
use crate::text::{Label, Lang};

/// Says why the pane in sight lists nothing, where it does not.
pub(super) fn draw(app: &App, canvas: &mut Canvas<'_>) {
    if app.layout().order.is_empty() {
        canvas.text(margins(canvas.width()).1, 1.min(canvas.height().saturating_sub(1)), Ink::Plain, &reason(app));
    }
}

fn reason(app: &App) -> String {
    let lang = app.lang;
    if !app.chips().is_empty() {
        return Label::new("没有符合筛选的；Esc 取消筛选", "None like this; Esc: filter off").get(lang).to_owned();
    }
    match (app.pane, lang) {
        (Pane::Overview, _) => Label::new("本报告没有条目", "This report has no entries").get(lang).to_owned(),
        (Pane::Compare, _) => Label::new("没有可对照的指标", "No indicators to compare").get(lang).to_owned(),
        (Pane::Tab(tab), Lang::Zh) => format!("本报告没有{}条目", tab.label().get(lang)),
        (Pane::Tab(tab), Lang::En) => format!("This report has no {}", tab.label().get(lang).to_lowercase()),
    }
}
