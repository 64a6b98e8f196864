//! One year of a series as a line to take along, and as a citation: they say what the tables of years and places say.

use super::PageContext;
use super::past::{difference_in_series, name_of_series};
use crate::library::{Point, Series, SeriesYear};
use crate::report::{Role, in_words};
use crate::text::{Label, Lang};

/// Place, indicator and year with what was promised, what came of it, and the gap.
pub fn series_line(context: &PageContext<'_>, series: &Series, year: &SeriesYear) -> String {
    let lang = context.lang;
    let sides = [&year.target, &year.result].into_iter().flatten().map(|point| said(context, point));
    let gap = difference_in_series(context, series, year);
    let gap = (!gap.is_empty()).then(|| format!("{} {gap}", Label::new("差", "gap").get(lang)));
    let parts: Vec<String> = sides.chain(gap).collect();
    let (place, name) = (series.place.name.get(lang), name_of_series(context, series));
    match lang {
        Lang::Zh => format!("{place}{name}，{} 年：{}", year.years, parts.join("，")),
        Lang::En => format!("{place}, {name}, {}: {}", year.years, parts.join(", ")),
    }
}

/// The same with report, heading and sentence of each side, and the sentence itself where the report holds it.
pub fn series_citation(context: &PageContext<'_>, series: &Series, year: &SeriesYear) -> String {
    let lang = context.lang;
    let sources = [&year.target, &year.result].into_iter().flatten().map(|point| source_of(series, point, lang));
    let sources = sources.collect::<Vec<String>>().join(Label::new("；", "; ").get(lang));
    let line = series_line(context, series, year);
    match lang {
        Lang::Zh => format!("{line}。出处：{sources}。"),
        Lang::En => format!("{line}. Source: {sources}."),
    }
}

fn said(context: &PageContext<'_>, point: &Point) -> String {
    let lang = context.lang;
    let side = match point.role {
        Role::Target => Label::new("承诺", "promise"),
        Role::Result | Role::Base => Label::new("结果", "result"),
    };
    let words = || point.words().map(|words| words.get(lang).to_owned()).unwrap_or_default();
    let said = point.figure().map_or_else(words, |figure| in_words(figure, context.library.lexicon(), lang));
    format!("{} {said}", side.get(lang))
}

fn source_of(series: &Series, point: &Point, lang: Lang) -> String {
    let (place, year, heading) = (series.place.name.get(lang), point.report_year, &point.heading);
    let quote = point.quote.as_ref();
    match lang {
        Lang::Zh => {
            let quote = quote.map(|quote| format!("：“{quote}”")).unwrap_or_default();
            format!("{place} {year} 年报告“{heading}”第 {} 句{quote}", point.sentence)
        }
        Lang::En => {
            let quote = quote.map(|quote| format!(": “{quote}”")).unwrap_or_default();
            format!("{place}, report of {year}, “{heading}”, sentence {}{quote}", point.sentence)
        }
    }
}
