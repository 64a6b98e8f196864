//! A series for eyes: a table of one place, a ranked list of one year, and the same as Markdown.

use std::cmp::Ordering;
use std::io::{self, Write};
use std::iter::once;

use super::Page;
use super::markdown;
use super::series::Listing;
use super::text::{NOTHING, table};
use crate::library::{Point, Series, SeriesYear};
use crate::report::{Figure, Lexicon, Quantity, Role, Years, in_words};
use crate::text::{Bilingual, Label, Lang};

/// A list ranks places where several have only this one year; else each place has its table.
enum Layout {
    Ranked(Role),
    Tables,
}

/// The series as text.
///
/// # Errors
/// Those of the writer.
pub fn text(out: &mut dyn Write, listing: Listing<'_>, page: Page) -> io::Result<()> {
    match layout(listing) {
        Layout::Ranked(side) => {
            writeln!(out, "{}", title_of_year(listing, page.lang))?;
            table(out, &ranked(listing, side, page.lang), page)
        }
        Layout::Tables => {
            for (at, series) in listing.series.iter().enumerate() {
                if at > 0 {
                    writeln!(out)?;
                }
                writeln!(out, "{}", title(series, listing.lexicon, page.lang))?;
                let rows = series.years.iter().map(|year| row(year, listing, page.lang));
                let rows: Vec<[String; 5]> = once(head(page.lang)).chain(rows).collect();
                table(out, &rows, page)?;
            }
            Ok(())
        }
    }?;
    rivals(listing, page.lang).iter().try_for_each(|line| writeln!(out, "{line}"))
}

/// The series as a Markdown table.
///
/// # Errors
/// Those of the writer.
pub fn markdown(out: &mut dyn Write, listing: Listing<'_>, lang: Lang) -> io::Result<()> {
    let columns = [&[Label::new("地方", "Place"), Label::new("指标", "Indicator")][..], &HEAD].concat();
    markdown::header(out, &columns, lang)?;
    for series in listing.series {
        for year in &series.years {
            let place = series.place.name.get(lang).to_owned();
            let [when, result, target, difference, source] = row(year, listing, lang);
            let when = when.trim_end_matches(" 年").to_owned();
            let name = named(series, listing.lexicon, lang).to_owned();
            markdown::row(out, &[place, name, when, result, target, difference, source])?;
        }
    }
    Ok(())
}

fn layout(listing: Listing<'_>) -> Layout {
    let mut years = listing.series.iter().flat_map(|series| &series.years);
    let first = years.next().map(|year| year.years);
    let one = first.is_some() && years.all(|year| Some(year.years) == first);
    if listing.series.len() < 2 || !one {
        return Layout::Tables;
    }
    let has = |side: Role| listing.series.iter().filter(|series| side_of(series, side).is_some()).count();
    Layout::Ranked(if has(Role::Target) >= has(Role::Result) { Role::Target } else { Role::Result })
}

/// What stands over the columns of a table.
fn head(lang: Lang) -> [String; 5] {
    HEAD.map(|label| label.get(lang).to_owned())
}

const HEAD: [Label; 5] = [
    Label::new("年", "Year"),
    Label::new("结果", "Result"),
    Label::new("目标", "Target"),
    Label::new("结果减目标", "Difference"),
    Label::new("出处", "Report"),
];

fn named<'a>(series: &'a Series, lexicon: &'a Lexicon, lang: Lang) -> &'a str {
    let name = lexicon.indicator(&series.indicator);
    name.map_or(series.indicator.as_str(), |name| name.name(lang))
}

fn title(series: &Series, lexicon: &Lexicon, lang: Lang) -> String {
    let (place, name) = (series.place.name.get(lang), named(series, lexicon, lang));
    Bilingual::new(format!("{place} {name}"), format!("{place}: {name}")).get(lang).to_owned()
}

fn title_of_year(listing: Listing<'_>, lang: Lang) -> String {
    let Some((series, year)) = listing.series.first().and_then(|series| Some((series, series.years.first()?))) else {
        return String::new();
    };
    let (name, year) = (named(series, listing.lexicon, lang), year.years);
    let places = listing.series.len();
    Bilingual::new(format!("{year} 年 {name}，{places} 个地方"), format!("{name} {year}, {places} places"))
        .get(lang)
        .to_owned()
}

/// Year, result, target, difference, and the reports they are from.
fn row(year: &SeriesYear, listing: Listing<'_>, lang: Lang) -> [String; 5] {
    let (result, target) = (year.result.as_ref(), year.target.as_ref());
    let when = Bilingual::new(format!("{} 年", year.years), year.years.to_string());
    let cell = |point: Option<&Point>| point.map_or(NOTHING.to_owned(), |point| said(point, listing.lexicon, lang));
    [
        when.get(lang).to_owned(),
        cell(result),
        cell(target),
        difference(year, listing.lexicon, lang),
        sources([result, target], listing.quotes, lang),
    ]
}

fn said(point: &Point, lexicon: &Lexicon, lang: Lang) -> String {
    match (point.figure(), point.words()) {
        (Some(figure), _) => in_words(figure, lexicon, lang),
        (None, words) => words.map_or(NOTHING, |words| words.get(lang)).to_owned(),
    }
}

/// Result less target with its sign, in the unit of both; points of the rate for rates.
fn difference(year: &SeriesYear, lexicon: &Lexicon, lang: Lang) -> String {
    let figure = year.result.as_ref().and_then(Point::figure);
    let Some((difference, figure)) = year.difference.zip(figure) else {
        return String::new();
    };
    let sign = if difference > 0.0 { "+" } else { "" };
    let rate = figure.unit() == "%";
    let quantity = Quantity::of(&figure.with_amount(difference), lexicon, lang);
    let points = Label::new("个百分点", "pp");
    let unit = if rate { points.get(lang) } else { &quantity.unit };
    format!("{sign}{} {unit}", quantity.number()).trim_end().to_owned()
}

/// The reports of both sides, once where they are the same; with quotes their places and sentences.
fn sources(sides: [Option<&Point>; 2], quotes: bool, lang: Lang) -> String {
    let mut parts: Vec<String> = Vec::new();
    for point in sides.into_iter().flatten() {
        let part = if quotes { quoted(point, lang) } else { point.report.clone() };
        if !parts.contains(&part) {
            parts.push(part);
        }
    }
    parts.join(Label::new("；", "; ").get(lang))
}

fn quoted(point: &Point, lang: Lang) -> String {
    let (report, heading, sentence) = (&point.report, &point.heading, point.sentence);
    let place = Bilingual::new(
        format!("{report} {heading} 第 {sentence} 句"),
        format!("{report} {heading}, sentence {sentence}"),
    );
    let quote = point.quote.as_ref().map(|quote| {
        let colon = Label::new("：", ": ").get(lang);
        format!("{colon}{quote}")
    });
    place.get(lang).to_owned() + &quote.unwrap_or_default()
}

fn side_of(series: &Series, side: Role) -> Option<&Point> {
    let year = series.years.first()?;
    if side == Role::Target { year.target.as_ref() } else { year.result.as_ref() }
}

/// Places by the value of one side, the highest first; words after the numbers, and nothing last.
fn ranked(listing: Listing<'_>, side: Role, lang: Lang) -> Vec<[String; 6]> {
    let mut order: Vec<&Series> = listing.series.iter().collect();
    order.sort_by(|a, b| by_value(side_of(a, side), side_of(b, side)));
    let mut rows = vec![ranked_head(side, lang)];
    let mut before: Option<(usize, f64)> = None;
    for (at, series) in (1..).zip(order) {
        let value = side_of(series, side).and_then(Point::figure).map(Figure::value);
        // Equal values share a rank.
        let rank = value.map(|value| match before {
            Some((rank, last)) if last.to_bits() == value.to_bits() => rank,
            _ => at,
        });
        before = rank.zip(value).or(before);
        let Some(year) = series.years.first() else { continue };
        let [_, result, target, difference, source] = row(year, listing, lang);
        let place = series.place.name.get(lang).to_owned();
        let rank = rank.map_or_else(|| NOTHING.to_owned(), |rank| rank.to_string());
        let (lead, other) = if side == Role::Target { (target, result) } else { (result, target) };
        rows.push([rank, place, lead, other, difference, source]);
    }
    rows
}

/// What stands over a ranked list: the side that ranks comes first.
fn ranked_head(side: Role, lang: Lang) -> [String; 6] {
    let [_, result, target, difference, source] = head(lang);
    let (lead, other) = if side == Role::Target { (target, result) } else { (result, target) };
    let label = |label: Label| label.get(lang).to_owned();
    [label(Label::new("名次", "Rank")), label(Label::new("地方", "Place")), lead, other, difference, source]
}

fn by_value(a: Option<&Point>, b: Option<&Point>) -> Ordering {
    let key = |point: Option<&Point>| match point {
        Some(point) => point
            .figure()
            .map_or((1, 0.0, 0.0), |figure| (0, figure.value(), figure.upper().unwrap_or_else(|| figure.value()))),
        None => (2, 0.0, 0.0),
    };
    let (a, b) = (key(a), key(b));
    a.0.cmp(&b.0).then(b.1.total_cmp(&a.1)).then(b.2.total_cmp(&a.2))
}

/// What was said of the same year besides: which report, and what.
fn rivals(listing: Listing<'_>, lang: Lang) -> Vec<String> {
    let sentence = |(series, point): (&Series, &Point)| {
        let (place, years) = (series.place.name.get(lang), point.years);
        let (value, report) = (said(point, listing.lexicon, lang), &point.report);
        let span = matches!(years, Years::Span(..));
        let place = if span { format!("{place} ") } else { place.to_owned() };
        Bilingual::new(
            format!("另见 {report}：{place} {years} 年{} {value}，不计入。", side(point).zh),
            format!("Also in {report}: {place} {years} {} {value}, which does not count.", side(point).en),
        )
        .get(lang)
        .to_owned()
    };
    let all = listing.series.iter().flat_map(|series| series.rivals.iter().map(move |point| (series, point)));
    all.map(sentence).collect()
}

fn side(point: &Point) -> Bilingual {
    if point.role == Role::Target { Bilingual::new("目标", "target") } else { Bilingual::new("结果", "result") }
}
