//! Where a number of a series stands: its report, its heading, its sentence.

use super::canvas::Canvas;
use crate::app::{App, drawable};
use crate::library::Point;
use crate::pages::{Ink, LABEL_WIDTH, margins};
use crate::text::{Bilingual, Label, counted, fit, width};

/// The least cells of a heading between its report and the sentence.
const HEADING: usize = 4;

/// Writes the source of a point under its label. The heading is what is shortened, and left out where it would be a stump.
pub(super) fn draw(app: &App, canvas: &mut Canvas<'_>, y: u16, point: &Point) {
    let text = margins(canvas.width()).1;
    let x = text + counted(LABEL_WIDTH);
    let room = usize::from(canvas.width().saturating_sub(x + 1));
    canvas.text(text, y, Ink::Dim, Label::new("出处", "Source").get(app.lang));
    let (year, sentence) = (point.report_year, point.sentence);
    let report = Bilingual::new(format!("{year} 年报告"), format!("report of {year}"));
    let behind = Bilingual::new(format!(" · 第 {sentence} 句"), format!(" · sentence {sentence}"));
    let (report, behind) = (report.get(app.lang), behind.get(app.lang));
    let left = room.saturating_sub(width(report) + 3 + width(behind));
    let heading = fit(&drawable(&app.context(), &point.heading), left);
    let said = if left < HEADING { format!("{report}{behind}") } else { format!("{report} · {heading}{behind}") };
    canvas.text(x, y, Ink::Dim, &fit(&said, room));
}
