//! All series of one place, and what is read off a series: its line, and the promise that a result answered last.

use std::cmp::Reverse;
use std::collections::{BTreeSet, HashMap};

use super::point::Point;
use super::series::{Series, SeriesYear, Speaker, series_among};
use super::store::Library;
use super::view::ReportId;
use crate::report::{Entry, Figure, Years};
use crate::text::Bilingual;

/// A line is drawn through this many results or more.
const LINE: usize = 3;

impl Library {
    /// Every indicator that two or more reports of a place speak of, in the order of the newest of them, its targets
    /// first; and the number of the others.
    pub fn series_of_place(&self, place: &Bilingual) -> (Vec<Series>, usize) {
        let speakers = self.speakers(&|head| head.place == *place);
        let (mut listed, mut left_out) = (Vec::new(), 0);
        for id in indicators_of_all(&speakers) {
            let (kept, rest): (Vec<Series>, Vec<Series>) =
                series_among(&speakers, id).into_iter().partition(|series| series.reports() > 1);
            left_out += usize::from(kept.is_empty() && !rest.is_empty());
            listed.extend(kept);
        }
        (listed, left_out)
    }

    /// What other reports of its place say of the indicators of a report.
    pub fn history(&self, report: ReportId) -> History {
        let Some(here) = self.head(report).filter(|head| head.year.is_some()) else {
            return History::default();
        };
        let speakers = self.speakers(&|head| head.place == here.place);
        if speakers.len() < 2 {
            return History::default();
        }
        let own = self.rows_of_reports().find(|(id, ..)| *id == report);
        let indicators: BTreeSet<&str> = own.into_iter().flat_map(|(_, rows, at)| rows.indicators(at)).collect();
        let all = indicators.into_iter().flat_map(|id| series_among(&speakers, id));
        let mut series: Vec<Series> = all.filter(|series| series.reports() > 1).collect();
        if let Some(change) = self.change {
            series.iter_mut().flat_map(Series::points_mut).for_each(|point| point.change_texts(change));
        }
        History { series }
    }
}

/// The ids of all indicators that some reports speak of, each once, those of the newest report first.
fn indicators_of_all<'a>(speakers: &[Speaker<'a>]) -> Vec<&'a str> {
    let mut newest: Vec<&Speaker<'a>> = speakers.iter().collect();
    newest.sort_by_key(|speaker| Reverse(speaker.year));
    let (mut seen, mut found) = (BTreeSet::new(), Vec::new());
    for id in newest.into_iter().flat_map(|speaker| speaker.rows.indicators(speaker.at)) {
        if seen.insert(id) {
            found.push(id);
        }
    }
    found
}

/// What the reports of a place say, year by year, of the indicators of one of them.
#[derive(Clone, Debug, Default)]
pub struct History {
    /// One for each indicator and basis that two or more reports speak of.
    series: Vec<Series>,
}

impl History {
    /// The series of a figure of an entry, or of the words in its place.
    pub fn of(&self, entry: &Entry, figure: Option<&Figure>) -> Option<&Series> {
        let indicator = figure.map_or(entry.indicator(), Figure::indicator)?;
        let joins = |series: &Series| figure.is_none_or(|figure| figure.basis() == series.basis);
        self.series.iter().find(|series| series.indicator == indicator && joins(series))
    }

    /// Whether a line can be drawn through the results of any indicator.
    pub fn has_line(&self) -> bool {
        self.series.iter().any(Series::makes_line)
    }
}

impl Library {
    /// The indicators that open reports of two or more places speak of, those of most places first.
    pub fn shared_indicators(&self) -> Vec<String> {
        let mut places: HashMap<&str, (usize, BTreeSet<&str>)> = HashMap::new();
        for (id, rows, at) in self.rows_of_reports() {
            let Some(head) = self.head(id) else { continue };
            for indicator in rows.indicators(at) {
                let order = places.len();
                places.entry(indicator).or_insert_with(|| (order, BTreeSet::new())).1.insert(&head.place.zh);
            }
        }
        let mut shared: Vec<_> = places.into_iter().filter(|(_, (_, places))| places.len() > 1).collect();
        shared.sort_by_key(|(_, (order, places))| (Reverse(places.len()), *order));
        shared.into_iter().map(|(indicator, _)| indicator.to_owned()).collect()
    }
}

/// The indicators of an entry: those of its figures, then that of its words.
pub fn indicators_of(entry: &Entry) -> impl Iterator<Item = &str> {
    entry.figures().iter().filter_map(|figure| figure.indicator()).chain(entry.indicator())
}

impl Series {
    /// The results that one line may be drawn through: single years, in the unit of the latest figure, no ranges.
    pub fn line(&self) -> Vec<(i32, f64)> {
        let unit = self.latest().and_then(Point::figure).map(Figure::unit);
        let value = |year: &SeriesYear| {
            let figure = year.result.as_ref()?.figure()?;
            let plain = Some(figure.unit()) == unit && figure.upper().is_none();
            match year.years {
                Years::One(year) if plain => Some((year, figure.value())),
                _ => None,
            }
        };
        self.years.iter().filter_map(value).collect()
    }

    /// Whether there are results enough for a line.
    pub fn makes_line(&self) -> bool {
        self.line().len() >= LINE
    }

    /// The newest single year whose promise has a result beside it, numbers before words.
    pub fn newest_met(&self) -> Option<&SeriesYear> {
        let both =
            |year: &&SeriesYear| matches!(year.years, Years::One(_)) && year.result.is_some() && year.target.is_some();
        let numbers =
            |year: &&SeriesYear| [&year.result, &year.target].into_iter().flatten().all(|p| p.figure().is_some());
        let met = || self.years.iter().rev().filter(both);
        met().find(numbers).or_else(|| met().next())
    }

    /// All that counts, in the order of the years, the promise of a year before its result.
    pub fn points(&self) -> impl Iterator<Item = &Point> {
        self.years.iter().flat_map(|year| [&year.target, &year.result]).flatten()
    }

    /// The same, and what does not count, to be changed.
    pub(crate) fn points_mut(&mut self) -> impl Iterator<Item = &mut Point> {
        let years = self.years.iter_mut().flat_map(|year| [&mut year.target, &mut year.result]).flatten();
        years.chain(&mut self.rivals)
    }

    /// The number of reports that speak in it.
    pub fn reports(&self) -> usize {
        self.points().map(|point| point.report.as_str()).collect::<BTreeSet<_>>().len()
    }
}
