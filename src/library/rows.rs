//! What reports say of indicators, in a row of 48 bytes each: what is asked across reports is answered
//! from these rows. Texts are interned, so that a row holds numbers only.

use std::borrow::Borrow;
use std::hash::Hash;
use std::ops::Range;

use foldhash::HashMap;

use super::head::Head;
use super::point::{Point, Said};
use super::view::{EntryId, ReportId};
use crate::report::{
    Basis, Confidence, Entry, Figure, FigureOnDisk, Lexicon, Qualifier, Report, Role, Tab, YearOnDisk, Years,
};
use crate::text::Bilingual;

/// A figure with an indicator and a year, or the words in its place.
#[derive(Clone, Copy, Debug)]
struct Row {
    value: f64,
    /// The upper end of a range; no number where there is none.
    upper: f64,
    entry: u32,
    indicator: u32,
    /// The unit; of words the words.
    unit: u32,
    name: u32,
    sentence: u32,
    kind: Kind,
    basis: Basis,
    role: Role,
    qualifier: Option<Qualifier>,
    /// The first and the last year.
    years: (i16, i16),
    estimate: bool,
    check: bool,
    /// Not in the Targets pane; of a part of the place: the smaller, the better it speaks for its report.
    rank: (bool, bool),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    Figure,
    Words,
}

/// The rows of some reports, in their order.
#[derive(Debug, Default)]
pub(super) struct Rows {
    all: Vec<Row>,
    /// The number of rows before each report.
    starts: Vec<u32>,
    indicators: Vec<String>,
    /// Unit and English unit of its own.
    units: Vec<(String, Option<String>)>,
    names: Vec<Bilingual>,
    /// The first row, and the heading that it and those that follow stand under.
    headings: Vec<(u32, String)>,
}

/// Rows while they are made.
#[derive(Default)]
pub(super) struct Builder {
    rows: Rows,
    indicators: HashMap<String, u32>,
    units: HashMap<(String, Option<String>), u32>,
    names: HashMap<Bilingual, u32>,
}

impl Builder {
    /// Adds what a report says; `lexicon` knows the words for parts of a place.
    pub(super) fn add(&mut self, report: &Report, lexicon: &Lexicon) {
        self.rows.starts.push(size(self.rows.all.len()));
        let mut number = 0;
        for section in report.sections() {
            self.heading(section.heading());
            for entry in section.entries() {
                if section.tab() != Tab::Honours {
                    self.entry(Spot { number, tab: section.tab(), entry, year: report.year(), lexicon });
                }
                number += 1;
            }
        }
    }

    pub(super) fn finish(mut self) -> Rows {
        self.rows.all.shrink_to_fit();
        self.rows
    }

    /// What follows stands under `heading`.
    fn heading(&mut self, heading: &str) {
        let next = size(self.rows.all.len());
        // The section before may have no row at all.
        if self.rows.headings.last().is_some_and(|(row, _)| *row == next) {
            self.rows.headings.pop();
        }
        self.rows.headings.push((next, heading.to_owned()));
    }

    fn entry(&mut self, spot: Spot<'_>) {
        for figure in spot.entry.figures() {
            self.figure(spot, figure);
        }
        let words = spot.entry.indicator().zip(spot.entry.words());
        let Some(((indicator, words), year)) = words.zip(spot.year) else {
            return;
        };
        let row = Row {
            value: f64::NAN,
            upper: f64::NAN,
            entry: spot.number,
            indicator: self.indicator(indicator),
            unit: self.name(words),
            name: self.name(spot.entry.title()),
            sentence: spot.entry.sentence(),
            kind: Kind::Words,
            basis: Basis::Level,
            role: spot.tab.role(),
            qualifier: None,
            years: short(Years::One(spot.tab.year(year))),
            estimate: false,
            check: false,
            rank: spot.rank(spot.entry.title()),
        };
        self.rows.all.push(row);
    }

    fn figure(&mut self, spot: Spot<'_>, figure: &Figure) {
        let years = figure.year().filter(|_| figure.role() != Role::Base);
        let Some((indicator, years)) = figure.indicator().zip(years) else {
            return;
        };
        let name = figure.name_in(spot.entry);
        let unit = (figure.unit().to_owned(), figure.unit_en().map(str::to_owned));
        let row = Row {
            value: figure.value(),
            upper: figure.upper().unwrap_or(f64::NAN),
            entry: spot.number,
            indicator: self.indicator(indicator),
            unit: interned(&unit, &mut self.units, &mut self.rows.units),
            name: self.name(name),
            sentence: spot.entry.sentence(),
            kind: Kind::Figure,
            basis: figure.basis(),
            role: figure.role(),
            qualifier: figure.qualifier(),
            years: short(years),
            estimate: figure.estimate(),
            check: figure.confidence().is_some(),
            rank: spot.rank(name),
        };
        self.rows.all.push(row);
    }

    fn indicator(&mut self, id: &str) -> u32 {
        interned(id, &mut self.indicators, &mut self.rows.indicators)
    }

    fn name(&mut self, name: &Bilingual) -> u32 {
        interned(name, &mut self.names, &mut self.rows.names)
    }
}

/// An entry while its rows are made.
#[derive(Clone, Copy)]
struct Spot<'a> {
    number: u32,
    tab: Tab,
    entry: &'a Entry,
    /// The year of the report.
    year: Option<i32>,
    lexicon: &'a Lexicon,
}

impl Spot<'_> {
    fn rank(&self, name: &Bilingual) -> (bool, bool) {
        let part = [name, self.entry.title()].iter().any(|name| self.lexicon.names_a_part(&name.zh));
        (self.tab != Tab::Targets, part)
    }
}

impl Rows {
    /// Whether a report says something of the indicator.
    pub(super) fn hold(&self, indicator: &str) -> bool {
        self.indicators.iter().any(|known| known == indicator)
    }

    /// The indicators of the report at a place among these, its targets first; perhaps one more than once.
    pub(super) fn indicators(&self, at: usize) -> impl Iterator<Item = &str> {
        let mut rows: Vec<&Row> = self.all.get(self.span(at)).unwrap_or_default().iter().collect();
        rows.sort_by_key(|row| row.rank.0);
        rows.into_iter().filter_map(|row| self.indicators.get(row.indicator as usize).map(String::as_str))
    }

    /// The rows of the report at a place among these.
    fn span(&self, at: usize) -> Range<usize> {
        let start = |at: usize| self.starts.get(at).map_or(self.all.len(), |&start| start as usize);
        start(at)..start(at + 1)
    }

    /// What the report at a place among these says of the indicator, in the order of its source. It is `head` in its
    /// library; without a year it says nothing that joins.
    pub(super) fn points<'a>(
        &'a self,
        at: usize,
        indicator: &str,
        (id, head): (ReportId, &'a Head),
    ) -> impl Iterator<Item = Point> + use<'a> {
        let wanted = self.indicators.iter().position(|known| known == indicator).map(size);
        let rows = self.span(at).filter_map(|number| Some((number, self.all.get(number)?)));
        rows.filter(move |(_, row)| Some(row.indicator) == wanted)
            .filter_map(move |(number, row)| self.point((number, row), (id, head)))
    }

    fn point(&self, (number, row): (usize, &Row), (id, head): (ReportId, &Head)) -> Option<Point> {
        let heading = self.headings.partition_point(|(first, _)| (*first as usize) <= number).checked_sub(1)?;
        let said = match row.kind {
            Kind::Figure => Said::Figure(Box::new(self.figure(row)?)),
            Kind::Words => Said::Words(self.names.get(row.unit as usize)?.clone()),
        };
        Some(Point {
            at: Some(EntryId { report: id, entry: row.entry }),
            report: head.id.clone(),
            report_year: head.year?,
            years: long(row.years),
            role: row.role,
            name: self.names.get(row.name as usize)?.clone(),
            said,
            heading: self.headings.get(heading)?.1.clone(),
            sentence: row.sentence,
            quote: None,
            rank: row.rank,
        })
    }

    /// The figure of a row, with its name.
    fn figure(&self, row: &Row) -> Option<Figure> {
        let (unit, unit_en) = self.units.get(row.unit as usize)?.clone();
        let given = FigureOnDisk {
            name: None,
            indicator: self.indicators.get(row.indicator as usize).cloned().map(Into::into),
            value: row.value,
            upper: Some(row.upper).filter(|upper| !upper.is_nan()),
            unit: unit.into(),
            unit_en: unit_en.map(Into::into),
            qualifier: row.qualifier,
            basis: row.basis,
            year: YearOnDisk::Given(Some(long(row.years))),
            role: Some(row.role),
            estimate: row.estimate,
            confidence: row.check.then_some(Confidence::Check),
        };
        Some(given.into_figure(Tab::Review, None))
    }
}

/// The number of a text among all that were seen.
fn interned<K, T>(text: &K, known: &mut HashMap<T, u32>, all: &mut Vec<T>) -> u32
where
    K: Eq + Hash + ToOwned<Owned = T> + ?Sized,
    T: Borrow<K> + Clone + Eq + Hash,
{
    if let Some(&number) = known.get(text) {
        return number;
    }
    let number = size(all.len());
    known.insert(text.to_owned(), number);
    all.push(text.to_owned());
    number
}

/// A place: a file is too small to hold more than can be counted.
fn size(place: usize) -> u32 {
    u32::try_from(place).unwrap_or(u32::MAX)
}

/// Years in four bytes: the format takes none past 2100.
fn short(years: Years) -> (i16, i16) {
    let short = |year: i32| i16::try_from(year).unwrap_or(i16::MAX);
    match years {
        Years::One(year) => (short(year), short(year)),
        Years::Span(first, last) => (short(first), short(last)),
    }
}

fn long((first, last): (i16, i16)) -> Years {
    if first == last { Years::One(first.into()) } else { Years::Span(first.into(), last.into()) }
}

#[cfg(test)]
mod tests {
    use super::Row;

    #[test]
    fn a_row_is_as_small_as_is_said() {
        assert_eq!(size_of::<Row>(), 48);
    }
}
