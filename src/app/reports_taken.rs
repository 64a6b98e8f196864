//! What is taken along from the list of the reports.

use super::action::Effect;
use super::matrix::{Matrix, NONE};
use super::pane::Mode;
use super::state::App;
use crate::library::Head;
use crate::pages::{report_citation, report_line};

impl App {
    /// Whether the reports are in sight.
    pub fn shows_reports(&self) -> bool {
        self.ground() == Mode::Reports
    }

    /// The reports of the places that are listed, by place and year, with what is unsure about each.
    pub fn reports_shown(&self) -> Vec<Head> {
        let twice = self.library.twice();
        let shown = self.matrix().map(Matrix::reports).unwrap_or_default().into_iter();
        let heads = shown.filter_map(|at| {
            let head = self.library.head(at)?;
            Some(Head { doubts: self.library.doubts(at, &twice), ..head.clone() })
        });
        heads.collect()
    }

    /// Copies what the report under the cursor is, as a line or as a citation.
    pub(super) fn copy_report(&mut self, cite: bool) -> Effect {
        let at = self.matrix().and_then(Matrix::report);
        let copied = at.and_then(|at| {
            let (head, report) = (self.library.head(at)?, self.library.report(at)?);
            let line = report_line(head, self.lang);
            Some((if cite { report_citation(head, report, self.lang) } else { line.clone() }, line))
        });
        let Some((text, line)) = copied else {
            self.say(NONE);
            return Effect::Draw;
        };
        self.hand_over(&[text], line, cite)
    }
}
