//! What is taken along from the tables of the years and of the places.

use super::action::Effect;
use super::outcome::NOTHING;
use super::pane::Mode;
use super::places_view::PlacesView;
use super::state::App;
use crate::library::{Series, SeriesYear};
use crate::pages::{PageContext, series_citation, series_line};

impl App {
    /// Whether the table of the years or of the places is in sight.
    pub(super) fn shows_series(&self) -> bool {
        matches!(self.ground(), Mode::Years | Mode::Places)
    }

    /// What the years or the places show, in the order of their rows.
    pub fn series_shown(&self) -> Vec<Series> {
        match self.ground() {
            Mode::Years => self.years().iter().flat_map(|years| &years.rows).map(|row| row.series.clone()).collect(),
            Mode::Places => self.places().map_or_else(Vec::new, PlacesView::shown),
            _ => Vec::new(),
        }
    }

    /// The series under the cursor, and the year of it that is looked at.
    fn series_selected(&self) -> Option<(Series, SeriesYear)> {
        if self.ground() == Mode::Places {
            let series = self.series_shown().into_iter().nth(self.places()?.cursor.selected)?;
            let year = series.years.first()?.clone();
            return Some((series, year));
        }
        let row = self.years()?.row()?;
        let years = row.point()?.years;
        let year = row.series.years.iter().find(|year| year.years == years)?.clone();
        Some((row.series.clone(), year))
    }

    /// Copies what the row under the cursor says of its year, as a line or as a citation.
    pub(super) fn copy_series(&mut self, cite: bool) -> Effect {
        let Some((series, year)) = self.series_selected() else {
            self.say(NOTHING);
            return Effect::Draw;
        };
        let context = PageContext { ascii: false, ..self.context() };
        let line = series_line(&context, &series, &year);
        let text = if cite { series_citation(&context, &series, &year) } else { line.clone() };
        self.hand_over(&[text], line, cite)
    }
}
