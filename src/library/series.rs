//! One indicator over reports: promise and delivery of each place, year by year.
//! Figures join where indicator and basis are equal; a difference needs the same unit and the same single year.

use std::collections::hash_map::Entry;
use std::collections::{BTreeMap, HashMap, HashSet};

use super::batch::LateRows;
use super::head::{Head, Kind};
use super::joins::decimal_difference;
use super::point::Point;
use super::store::Library;
use super::view::ReportId;
use crate::report::places::Origin;
use crate::report::{Basis, Figure, Role, Years};
use crate::text::Bilingual;

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

/// Two reports of one place and year: the second one stands in no series.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Twice {
    /// The report that counts.
    pub counts: ReportId,
    /// The report that does not.
    pub other: ReportId,
}

/// A report that has a say in series.
pub(super) struct Speaker<'a> {
    id: ReportId,
    pub(super) head: &'a Head,
    pub(super) rows: &'a LateRows,
    /// Its place among the rows.
    pub(super) at: usize,
    pub(super) year: i32,
    /// Whether it can be opened.
    is_open: bool,
}

impl Speaker<'_> {
    fn points(&self, indicator: &str) -> impl Iterator<Item = Point> {
        let points = self.rows.points(self.at, indicator, (self.id, self.head));
        points.map(|point| Point { at: point.at.filter(|_| self.is_open), ..point })
    }
}

/// The series of an indicator among some reports.
pub(super) fn series_among(speakers: &[Speaker<'_>], indicator: &str) -> Vec<Series> {
    let mut places: BTreeMap<PlaceKey, (Origin, BTreeMap<i32, Vec<Point>>)> = BTreeMap::new();
    for speaker in speakers {
        let mut points = speaker.points(indicator).peekable();
        if points.peek().is_some() {
            let place = speaker.head.origin();
            let key = (place.code.is_none(), place.code.unwrap_or_default(), place.name.zh.to_string());
            let years = &mut places.entry(key).or_insert_with(|| (place, BTreeMap::new())).1;
            years.entry(speaker.year).or_default().extend(points);
        }
    }
    let mut series = Vec::new();
    for (place, points) in places.into_values() {
        let points = points.into_values().flatten().collect();
        for (basis, points) in by_basis(points, indicator) {
            series.push(joined(&place, indicator, basis, points));
        }
    }
    series
}

/// Code before name; a place without a code stands after those with one.
type PlaceKey = (bool, &'static str, String);

impl Library {
    /// The series of an indicator in the order of code, name and basis: of each place what its reports say, and
    /// before them what the built-in past does.
    pub fn series(&self, indicator: &str) -> Vec<Series> {
        series_among(&self.speakers(&|_| true), indicator)
    }

    /// The reports that `wanted` takes and that have a say in series: those of the built-in past, then the open ones.
    pub(super) fn speakers(&self, wanted: &dyn Fn(&Head) -> bool) -> Vec<Speaker<'_>> {
        let mut speakers = Vec::new();
        for library in self.past.as_deref().into_iter().chain([self]) {
            let twice = library.twice_among(wanted);
            let left_out: HashSet<ReportId> = twice.into_iter().map(|twice| twice.other).collect();
            let is_open = std::ptr::eq(library, self);
            speakers.extend(library.rows_of_reports().filter_map(|(id, rows, at)| {
                let head = library.head(id).filter(|head| wanted(head) && !left_out.contains(&id))?;
                Some(Speaker { id, head, rows, at, year: head.year?, is_open })
            }));
        }
        speakers
    }

    /// Whether a report says something of the indicator for some year.
    pub fn holds(&self, indicator: &str) -> bool {
        self.rows.iter().any(|(_, rows)| rows.hold(indicator))
    }

    /// Reports that stand in no series, because another one is of the same place and year: data count before a
    /// text, else the first one does.
    pub fn twice(&self) -> Vec<Twice> {
        self.twice_among(&|_| true)
    }

    /// The same of the reports that `wanted` takes.
    fn twice_among(&self, wanted: &dyn Fn(&Head) -> bool) -> Vec<Twice> {
        let mut known: HashMap<(&str, i32), (ReportId, Kind)> = HashMap::new();
        let mut twice = Vec::new();
        for (id, head) in self.heads().filter(|(_, head)| wanted(head)) {
            let Some(year) = head.year else { continue };
            let here = (id, head.kind);
            match known.entry((&head.place.zh, year)) {
                Entry::Vacant(free) => drop(free.insert(here)),
                Entry::Occupied(mut taken) => {
                    let (first, kind) = *taken.get();
                    if (head.kind, kind) == (Kind::Data, Kind::Text) {
                        taken.insert(here);
                        twice.push(Twice { counts: id, other: first });
                    } else {
                        twice.push(Twice { counts: first, other: id });
                    }
                }
            }
        }
        twice
    }

    /// What is unsure about a report: what its reading left open, and whether it stands in no series.
    pub fn doubts(&self, id: ReportId, twice: &[Twice]) -> Vec<Bilingual> {
        let mut doubts = self.head(id).map_or_else(Vec::new, |head| head.doubts.clone());
        let first = twice.iter().find(|twice| twice.other == id).and_then(|twice| self.head(twice.counts));
        doubts.extend(first.map(|first| {
            Bilingual::new(
                format!("与 {} 同一地方同一年，不计入历年序列", first.id),
                format!("Same place and year as {}; stands in no series", first.id),
            )
        }));
        doubts
    }

    /// The reports with their rows, and the place of each among these.
    pub(super) fn rows_of_reports(&self) -> impl Iterator<Item = (ReportId, &LateRows, usize)> {
        self.rows
            .iter()
            .flat_map(|(first, rows)| (0..rows.reports).map(move |at| (ReportId::at(first.index() + at), &**rows, at)))
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
