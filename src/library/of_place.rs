//! All series of one place, and what is read off a series: its line, and the promise that a result answered last.

use std::cmp::Reverse;
use std::collections::{BTreeSet, HashMap};

use super::head::Head;
use super::point::Point;
use super::rows::Rows;
use super::series::{Series, SeriesYear};
use super::store::Library;
use crate::report::{Entry, Figure, Years};
use crate::text::Bilingual;

impl Library {
    /// Every indicator that two or more reports of a place speak of, in the order of the newest of them, its targets
    /// first; and the number of the others.
    pub fn series_of_place(&self, place: &Bilingual) -> (Vec<Series>, usize) {
        let (mut listed, mut left_out) = (Vec::new(), 0);
        for id in self.indicators_of_place(place) {
            let (kept, rest): (Vec<Series>, Vec<Series>) =
                self.series_of(&id, &|head| head.place == *place).into_iter().partition(|series| series.reports() > 1);
            left_out += usize::from(kept.is_empty() && !rest.is_empty());
            listed.extend(kept);
        }
        (listed, left_out)
    }

    /// The ids of all indicators that reports of a place speak of, each once.
    fn indicators_of_place(&self, place: &Bilingual) -> Vec<String> {
        let libraries = self.past.as_deref().into_iter().chain([self]);
        let mut newest: Vec<(&Head, &Rows, usize)> = libraries
            .flat_map(|library| {
                library.rows_of_reports().filter_map(|(id, rows, at)| Some((library.head(id)?, rows, at)))
            })
            .filter(|(head, ..)| head.place == *place)
            .collect();
        newest.sort_by_key(|(head, ..)| Reverse(head.year));
        let (mut seen, mut found) = (BTreeSet::new(), Vec::new());
        for id in newest.into_iter().flat_map(|(_, rows, at)| rows.indicators(at)) {
            if seen.insert(id) {
                found.push(id.to_owned());
            }
        }
        found
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
