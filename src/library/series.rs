//! One indicator over reports: promise and delivery of each place, year by year.
//! Figures join where indicator and basis are equal; a difference needs the same unit and the same single year.

use std::collections::BTreeMap;

use super::head::place_of;
use super::point::{Point, points_of};
use crate::report::places::Origin;
use crate::report::{Basis, Figure, Lexicon, Report, Role, Years, decimal_difference};

/// One indicator of one place.
#[derive(Clone, Debug, PartialEq)]
pub struct Series {
    /// The place.
    pub place: Origin,
    /// The id of the indicator.
    pub indicator: String,
    /// What kind of quantity it is.
    pub basis: Basis,
    /// The years that have a result or a target; the spans of years after the year they end with.
    pub years: Vec<SeriesYear>,
    /// What was said besides and does not count.
    pub rivals: Rivals,
}

/// One year, or one span of years, of a series.
#[derive(Clone, Debug, PartialEq)]
pub struct SeriesYear {
    /// The year or the span.
    pub years: Years,
    /// What was reached.
    pub result: Option<Point>,
    /// What was promised.
    pub target: Option<Point>,
    /// Result less target, both of this one year and in one unit.
    pub difference: Option<f64>,
}

/// Figures that another one of the same year speaks before: that of a later report, or a better one of the same.
pub type Rivals = Vec<Point>;

impl Series {
    /// Only one side, and only the years that have it; differences need both.
    #[must_use]
    pub fn only(mut self, side: Role) -> Self {
        for year in &mut self.years {
            year.difference = None;
            if side == Role::Target {
                year.result = None;
            } else {
                year.target = None;
            }
        }
        self.years.retain(|year| year.result.is_some() || year.target.is_some());
        self.rivals.retain(|point| point.role == side);
        self
    }

    /// Only the years from `first` to `last`, and the spans that lie in them.
    #[must_use]
    pub fn within(mut self, (first, last): (i32, i32)) -> Self {
        let lies = |years: Years| match years {
            Years::One(year) => (first..=last).contains(&year),
            Years::Span(begins, ends) => first <= begins && ends <= last,
        };
        self.years.retain(|year| lies(year.years));
        self.rivals.retain(|point| lies(point.years));
        self
    }

    /// The figure that gives the series its unit: the latest one.
    pub fn latest(&self) -> Option<&Point> {
        let sides = self.years.iter().rev().flat_map(|year| [&year.result, &year.target]);
        sides.flatten().find(|point| point.figure().is_some())
    }
}

/// What a report was read from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Data in format 1, which a person may have corrected.
    Data,
    /// A text, which was drafted.
    Text,
}

/// Two reports of one place and year: the second one stands in no series.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Twice {
    /// The id of the report that counts.
    pub counts: String,
    /// The id of the report that does not.
    pub other: String,
}

/// Gathers a series from one report after the other; keeps nothing else of them.
#[derive(Debug)]
pub struct Gathering<'a> {
    indicator: String,
    lexicon: &'a Lexicon,
    /// By place and year of the report.
    said: BTreeMap<(PlaceKey, i32), OfReport>,
    twice: Vec<Twice>,
}

/// Code before name; a place without a code stands after those with one.
type PlaceKey = (bool, &'static str, String);

#[derive(Debug)]
struct OfReport {
    report: String,
    place: Origin,
    kind: Kind,
    points: Vec<Point>,
}

impl<'a> Gathering<'a> {
    /// Nothing yet of the indicator with this id; `lexicon` knows the words for parts of a place.
    pub fn of(indicator: &str, lexicon: &'a Lexicon) -> Self {
        Self { indicator: indicator.to_owned(), lexicon, said: BTreeMap::new(), twice: Vec::new() }
    }

    /// Takes in what `report` says. Of two reports of one place and year data count before a text, else the
    /// first one does. A report whose year is not known stands in no series.
    pub fn add(&mut self, report: &Report, kind: Kind) {
        let Some(year) = report.year() else { return };
        let place = place_of(report);
        let key = (place.code.is_none(), place.code.unwrap_or_default(), place.name.zh.clone());
        let points = points_of((report, year), &self.indicator, self.lexicon);
        let new = OfReport { report: report.id().to_owned(), place, kind, points };
        let at = (key, year);
        let Some(known) = self.said.get(&at) else {
            self.said.insert(at, new);
            return;
        };
        let replaces = (new.kind, known.kind) == (Kind::Data, Kind::Text);
        let (counts, other) = if replaces { (&new.report, &known.report) } else { (&known.report, &new.report) };
        self.twice.push(Twice { counts: counts.clone(), other: other.clone() });
        if replaces {
            self.said.insert(at, new);
        }
    }

    /// Reports that do not count because another one is of the same place and year.
    pub fn twice(&self) -> &[Twice] {
        &self.twice
    }

    /// The series in the order of code, name and basis.
    pub fn finish(self) -> Vec<Series> {
        let mut places: BTreeMap<PlaceKey, (Origin, Vec<Point>)> = BTreeMap::new();
        for ((key, _), said) in self.said {
            places.entry(key).or_insert_with(|| (said.place, Vec::new())).1.extend(said.points);
        }
        let mut series = Vec::new();
        for (place, points) in places.into_values() {
            for (basis, points) in by_basis(points, &self.indicator) {
                series.push(joined(&place, &self.indicator, basis, points));
            }
        }
        series
    }
}

/// The points of one basis each. Words go with the figures; without any, the id tells the basis.
fn by_basis(points: Vec<Point>, indicator: &str) -> Vec<(Basis, Vec<Point>)> {
    let mut kinds: Vec<(Basis, Vec<Point>)> = Vec::new();
    let mut words = Vec::new();
    for point in points {
        let Some(basis) = point.figure().map(Figure::basis) else {
            words.push(point);
            continue;
        };
        match kinds.iter_mut().find(|(known, _)| *known == basis) {
            Some((_, points)) => points.push(point),
            None => kinds.push((basis, vec![point])),
        }
    }
    kinds.sort_by_key(|(basis, _)| basis.id());
    if kinds.is_empty() && !words.is_empty() {
        kinds.push((basis_of(indicator), Vec::new()));
    }
    if let Some((_, points)) = kinds.first_mut() {
        points.extend(words);
    }
    kinds
}

/// The basis that an id names at its end.
fn basis_of(indicator: &str) -> Basis {
    let ends = [("-growth", Basis::Growth), ("-share", Basis::Share), ("-points", Basis::Points)];
    ends.into_iter().find(|(end, _)| indicator.ends_with(end)).map_or(Basis::Level, |(_, basis)| basis)
}

fn joined(place: &Origin, indicator: &str, basis: Basis, points: Vec<Point>) -> Series {
    let mut years: BTreeMap<(i32, bool, i32), SeriesYear> = BTreeMap::new();
    let mut rivals = Vec::new();
    for point in points {
        let year = years.entry(order(point.years)).or_insert_with(|| SeriesYear::empty(point.years));
        let side = if point.role == Role::Target { &mut year.target } else { &mut year.result };
        let beaten = match side {
            Some(known) if !point.outranks(known) => Some(point),
            _ => side.replace(point),
        };
        rivals.extend(beaten);
    }
    let mut years: Vec<SeriesYear> = years.into_values().collect();
    years.iter_mut().for_each(SeriesYear::subtract);
    Series { place: place.clone(), indicator: indicator.to_owned(), basis, years, rivals }
}

/// Years in their order, a span after the year that it ends with.
const fn order(years: Years) -> (i32, bool, i32) {
    match years {
        Years::One(year) => (year, false, year),
        Years::Span(first, last) => (last, true, first),
    }
}

impl SeriesYear {
    const fn empty(years: Years) -> Self {
        Self { years, result: None, target: None, difference: None }
    }

    /// What was delivered less what was promised, of one year. A span joins with nothing.
    fn subtract(&mut self) {
        let figure = |side: &Option<Point>| side.as_ref().and_then(Point::figure).cloned();
        self.difference = match (self.years, figure(&self.result), figure(&self.target)) {
            (Years::One(_), Some(result), Some(target)) => decimal_difference(&result, &target),
            _ => None,
        };
    }
}
