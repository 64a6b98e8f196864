//! A series for programs: JSON with one element a place, CSV with one row a year.

use std::io::{self, Write};

use serde::Serialize;

use super::csv::{Reader, begin, hedge, shown, write};
use super::json::array;
use super::shape::{FigureShape, Number, SourceShape, UnitShape, YearShape, of_figure};
use crate::library::{Point, Said, Series, SeriesYear};
use crate::report::{Basis, Figure, Lexicon};
use crate::text::Bilingual;

/// Series to print, in this order.
#[derive(Clone, Copy, Debug)]
pub struct Listing<'a> {
    /// The series, one a place and basis.
    pub series: &'a [Series],
    /// Names of units and indicators.
    pub lexicon: &'a Lexicon,
    /// Whether each cell comes with heading and sentence.
    pub quotes: bool,
}

#[derive(Serialize)]
struct SeriesShape<'a> {
    place: &'a Bilingual,
    code: Option<&'static str>,
    indicator: IndicatorShape<'a>,
    unit: UnitShape<'a>,
    basis: Basis,
    years: Vec<YearRow<'a>>,
}

#[derive(Serialize)]
struct IndicatorShape<'a> {
    id: &'a str,
    zh: &'a str,
    en: &'a str,
}

#[derive(Serialize)]
struct YearRow<'a> {
    year: YearShape,
    result: Option<PointShape<'a>>,
    result_words: Option<&'a Bilingual>,
    result_report: Option<&'a str>,
    target: Option<PointShape<'a>>,
    target_words: Option<&'a Bilingual>,
    target_report: Option<&'a str>,
    difference: Option<Number>,
}

#[derive(Serialize)]
struct PointShape<'a> {
    #[serde(flatten)]
    figure: FigureShape<'a>,
    #[serde(skip_serializing_if = "Option::is_none")]
    source: Option<SourceShape<'a>>,
}

/// The series as JSON.
///
/// # Errors
/// Those of the writer.
pub fn json(out: &mut dyn Write, listing: Listing<'_>) -> io::Result<()> {
    array(out, listing.series.iter().map(|series| of_series(series, listing)))
}

fn of_series<'a>(series: &'a Series, listing: Listing<'a>) -> SeriesShape<'a> {
    let unit = series.latest().and_then(Point::figure);
    SeriesShape {
        place: &series.place.name,
        code: series.place.code,
        indicator: named(&series.indicator, listing.lexicon),
        unit: unit.map_or_else(UnitShape::default, |figure| of_unit(figure, listing.lexicon)),
        basis: series.basis,
        years: series.years.iter().map(|year| of_year(year, listing)).collect(),
    }
}

fn of_unit<'a>(figure: &'a Figure, lexicon: &Lexicon) -> UnitShape<'a> {
    UnitShape { zh: figure.unit(), en: lexicon.unit_in_words(figure) }
}

/// The names of an indicator; its id where the lexicon has none.
fn named<'a>(id: &'a str, lexicon: &'a Lexicon) -> IndicatorShape<'a> {
    let name = lexicon.indicator(id);
    IndicatorShape { id, zh: name.map_or(id, |name| name.zh()), en: name.map_or(id, |name| name.en()) }
}

fn of_year<'a>(year: &'a SeriesYear, listing: Listing<'a>) -> YearRow<'a> {
    let (result, target) = (year.result.as_ref(), year.target.as_ref());
    let of_point = |point: &'a Point| match &point.said {
        Said::Words(_) => None,
        Said::Figure(figure) => Some(PointShape {
            figure: of_figure(listing.lexicon, &point.name, figure),
            source: listing.quotes.then(|| of_source(point)),
        }),
    };
    YearRow {
        year: YearShape(year.years),
        result: result.and_then(of_point),
        result_words: result.and_then(Point::words),
        result_report: result.map(|point| point.report.as_str()),
        target: target.and_then(of_point),
        target_words: target.and_then(Point::words),
        target_report: target.map(|point| point.report.as_str()),
        difference: year.difference.map(Number),
    }
}

fn of_source(point: &Point) -> SourceShape<'_> {
    SourceShape { heading: &point.heading, sentence: point.sentence, quote: point.quote.as_deref() }
}

const HEADER: &str = "place_zh,place_en,code,indicator,indicator_zh,indicator_en,unit_zh,unit_en,basis,year,\
                      result,result_estimate,result_report,target,target_upper,target_qualifier,target_report,\
                      difference,result_upper,result_qualifier,result_words,target_words";
const QUOTES: &str = "result_heading,result_sentence,result_quote,target_heading,target_sentence,target_quote";

/// The series as CSV, one row a year; a year whose sides have different units has one row for each.
///
/// # Errors
/// Those of the writer.
pub fn csv(out: &mut dyn Write, listing: Listing<'_>, bom: bool) -> io::Result<()> {
    let header = if listing.quotes { format!("{HEADER},{QUOTES}") } else { HEADER.to_owned() };
    let mut table = begin(out, &header, bom)?;
    for series in listing.series {
        for year in &series.years {
            for (result, target) in rows(year) {
                write(&mut table, cells((series, year), (result, target), listing), Reader::of(bom))?;
            }
        }
    }
    table.flush()
}

type Sides<'a> = (Option<&'a Point>, Option<&'a Point>);

/// The sides of a year, together where one unit serves both.
fn rows(year: &SeriesYear) -> Vec<Sides<'_>> {
    let (result, target) = (year.result.as_ref(), year.target.as_ref());
    let unit = |side: Option<&Point>| side.and_then(Point::figure).map(|figure| figure.unit().to_owned());
    match (unit(result), unit(target)) {
        (Some(ours), Some(theirs)) if ours != theirs => vec![(result, None), (None, target)],
        _ => vec![(result, target)],
    }
}

fn cells((series, year): (&Series, &SeriesYear), sides: Sides<'_>, listing: Listing<'_>) -> Vec<String> {
    let (result, target) = sides;
    let figure = |side: Option<&'_ Point>| side.and_then(Point::figure).cloned();
    let (ours, theirs) = (figure(result), figure(target));
    let value = |figure: &Option<Figure>| shown(figure.as_ref().map(|figure| Number(figure.value())));
    let upper = |figure: &Option<Figure>| shown(figure.as_ref().and_then(Figure::upper).map(Number));
    let qualifier = |figure: &Option<Figure>| hedge(figure.as_ref().and_then(Figure::qualifier));
    let words =
        |side: Option<&Point>| side.and_then(Point::words).map(|words| words.zh.to_string()).unwrap_or_default();
    let report = |side: Option<&Point>| side.map(|point| point.report.clone()).unwrap_or_default();
    let whole = result.is_some() == year.result.is_some() && target.is_some() == year.target.is_some();
    let mut cells = row_head(series, ours.as_ref().or(theirs.as_ref()), listing);
    cells.extend([
        year.years.to_string(),
        value(&ours),
        shown(ours.as_ref().map(Figure::estimate)),
        report(result),
        value(&theirs),
        upper(&theirs),
        qualifier(&theirs),
        report(target),
        shown(year.difference.filter(|_| whole).map(Number)),
        upper(&ours),
        qualifier(&ours),
        words(result),
        words(target),
    ]);
    if listing.quotes {
        cells.extend(quoted(result));
        cells.extend(quoted(target));
    }
    cells
}

/// Place, indicator, unit and basis: the unit is that of the row's own figure.
fn row_head(series: &Series, figure: Option<&Figure>, listing: Listing<'_>) -> Vec<String> {
    let figure = figure.or_else(|| series.latest().and_then(Point::figure));
    let unit = figure.map_or_else(UnitShape::default, |figure| of_unit(figure, listing.lexicon));
    let indicator = named(&series.indicator, listing.lexicon);
    let place = &series.place;
    [
        &*place.name.zh,
        &place.name.en,
        place.code.unwrap_or_default(),
        indicator.id,
        indicator.zh,
        indicator.en,
        unit.zh,
        &unit.en,
        series.basis.id(),
    ]
    .map(str::to_owned)
    .to_vec()
}

fn quoted(side: Option<&Point>) -> [String; 3] {
    let Some(point) = side else {
        return Default::default();
    };
    [point.heading.clone(), point.sentence.to_string(), point.quote.clone().unwrap_or_default()]
}
