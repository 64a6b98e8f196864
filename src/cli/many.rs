//! The commands over many reports: `series`, `mentions`, `reports`.

use std::collections::BTreeMap;

use super::Status;
use super::output::{Output, told};
use super::parse::SeriesAsked;
use super::printer::Printer;
use crate::library::{Asked, Head, Library, Mentioned, Mentions, Point, ReportId, Series, Twice};
use crate::print::series::{self, Listing};
use crate::print::{Form, many, series_text};
use crate::report::Lexicon;
use crate::search::Phrase;
use crate::text::{Bilingual, Lang};

impl Printer {
    /// Promise and delivery of one indicator over the years of each place.
    pub(super) fn series(&mut self, asked: &SeriesAsked, to: Form) -> Status {
        self.library.set_past(self.past);
        let lexicon = self.library.lexicon();
        let Some(id) = indicator(lexicon, &self.library, &asked.indicator) else {
            return self.no_series(&unknown_indicator(lexicon, &asked.indicator), asked, to);
        };
        let mut series = narrowed(self.library.series(&id), asked);
        let twice = self.library.twice();
        let twice: Vec<String> =
            twice.iter().filter_map(|&twice| said_twice(&self.library, twice, self.page.lang)).collect();
        if series.is_empty() {
            return self.no_series(&none_of(&id, &asked.of, &self.library), asked, to);
        }
        if asked.quotes {
            quote(&mut self.library, &mut series);
        }
        let status = self.print_series(&series, asked, (Status::Done, to));
        told(&twice, status)
    }

    fn no_series(&self, why: &Bilingual, asked: &SeriesAsked, to: Form) -> Status {
        let status = self.print_series(&[], asked, (Status::Nothing, to));
        told(&[why.get(self.page.lang).to_owned()], status)
    }

    fn print_series(&self, series: &[Series], asked: &SeriesAsked, (status, to): (Status, Form)) -> Status {
        let listing = Listing { series, lexicon: self.library.lexicon(), quotes: asked.quotes };
        Output::new(self.page.lang).write(status, |out| match to {
            Form::Text => series_text::text(out, listing, self.page),
            Form::Json => series::json(out, listing),
            Form::Csv { bom } => series::csv(out, listing, bom),
            Form::Markdown => series_text::markdown(out, listing, self.page.lang),
        })
    }

    /// Which reports are open.
    pub(super) fn reports(&self, asked: &Asked, to: Form) -> Status {
        let twice = self.library.twice();
        let doubted = |(id, head): (ReportId, &Head)| Head { doubts: self.library.doubts(id, &twice), ..head.clone() };
        let heads: Vec<Head> = self.taken(asked).map(doubted).collect();
        let (status, remarks) = self.status(heads.is_empty(), asked);
        let status = Output::new(self.page.lang).write(status, |out| match to {
            Form::Text => many::heads_text(out, &heads, self.page),
            Form::Json => many::heads_json(out, &heads),
            Form::Csv { bom } => many::heads_csv(out, &heads, bom),
            Form::Markdown => many::heads_markdown(out, &heads, self.page.lang),
        });
        told(&remarks, status)
    }

    /// How often each report mentions `query`.
    pub(super) fn mentions(&self, query: &str, asked: &Asked, to: Form) -> Status {
        let rows: Vec<Mentions> = self.taken(asked).map(|(id, head)| self.mentioned(id, head, query)).collect();
        let (mut status, mut remarks) = self.status(rows.is_empty(), asked);
        if !rows.is_empty() && rows.iter().all(|row| row.hits == 0) {
            status = Status::Nothing;
            let what = Bilingual::new(
                format!("没有报告提到“{query}”；mentions 只认原词，同义词、拼音请用 sulan search。"),
                format!("No report mentions \"{query}\"; mentions takes it literally, sulan search knows synonyms."),
            );
            remarks.push(what.get(self.page.lang).to_owned());
        }
        let status = Output::new(self.page.lang).write(status, |out| match to {
            Form::Text => many::mentions_text(out, &rows, self.page),
            Form::Json => many::mentions_json(out, &rows),
            Form::Csv { bom } => many::mentions_csv(out, &rows, bom),
            Form::Markdown => many::mentions_markdown(out, &rows, self.page.lang),
        });
        told(&remarks, status)
    }

    /// How often a report mentions `query`: counted when it was read, or in the built-in data.
    fn mentioned(&self, id: ReportId, head: &Head, query: &str) -> Mentions {
        let counted = head.mentioned.or_else(|| {
            let phrase = Phrase::new(query);
            Some(Mentioned::in_data(self.library.report(id)?, &|text| phrase.is_in(text)))
        });
        Mentions::of(head, counted.unwrap_or_default())
    }

    fn taken<'a>(&'a self, asked: &'a Asked) -> impl Iterator<Item = (ReportId, &'a Head)> {
        self.library.heads().filter(|(_, head)| asked.takes_place(&head.place) && asked.takes_year(head.year))
    }

    /// The status of a list of reports, and what to say of asked places that are not there.
    fn status(&self, is_empty: bool, asked: &Asked) -> (Status, Vec<String>) {
        let mut remarks = unknown_places(asked, &self.library);
        if is_empty && remarks.is_empty() {
            remarks.push(Bilingual::new(
                "没有符合条件的报告；sulan reports 列出已有的。",
                "No report meets these conditions; sulan reports lists those there are.",
            ));
        }
        let status = if remarks.is_empty() { Status::Done } else { Status::Nothing };
        (status, remarks.iter().map(|remark| remark.get(self.page.lang).to_owned()).collect())
    }
}

/// Gives the points of series the sentences that they stand in, read from their reports.
fn quote(library: &mut Library, series: &mut [Series]) {
    let mut points: BTreeMap<ReportId, Vec<&mut Point>> = BTreeMap::new();
    for point in series.iter_mut().flat_map(Series::points_mut) {
        if let Some(at) = point.at {
            points.entry(at.report).or_default().push(point);
        }
    }
    for points in points.into_values() {
        library.trim();
        for point in points {
            let entry = point.at.and_then(|at| library.get(at));
            point.quote = entry.and_then(|view| view.entry().quote()).map(str::to_owned);
        }
    }
}

/// Only what was asked for; a place that has nothing of it is left out.
fn narrowed(series: Vec<Series>, asked: &SeriesAsked) -> Vec<Series> {
    let places = series.into_iter().filter(|series| asked.of.takes_place(&series.place.name));
    let years = places.map(|series| match asked.of.years {
        Some(years) => series.within(years),
        None => series,
    });
    let sides = years.map(|series| match asked.side {
        Some(side) => series.only(side),
        None => series,
    });
    sides.filter(|series| !series.years.is_empty()).collect()
}

/// The id that is meant: an id, else a name of an indicator in the lexicon.
fn indicator(lexicon: &Lexicon, library: &Library, asked: &str) -> Option<String> {
    if library.holds(asked) { Some(asked.to_owned()) } else { named_indicator(lexicon, asked) }
}

/// The id that the lexicon has for an id or a name.
pub(super) fn named_indicator(lexicon: &Lexicon, asked: &str) -> Option<String> {
    if lexicon.indicator(asked).is_some() {
        return Some(asked.to_owned());
    }
    let mut named = lexicon.indicators().iter().filter(|name| name.names().any(|known| known == asked));
    named.next().filter(|_| named.next().is_none()).map(|name| name.id().to_owned())
}

pub(super) fn unknown_indicator(lexicon: &Lexicon, asked: &str) -> Bilingual {
    let near = |id: &&str| id.contains(asked) || strsim::osa_distance(asked, id) <= id.len() / 3;
    let ids = lexicon.indicators().iter().map(crate::report::IndicatorName::id);
    let named = lexicon.indicators().iter().filter(|name| name.names().any(|known| known.contains(asked)));
    let mut close: Vec<&str> = named.map(crate::report::IndicatorName::id).chain(ids.filter(near)).collect();
    close.dedup();
    close.truncate(NEAR);
    if close.is_empty() {
        return Bilingual::new(
            format!("没有指标“{asked}”；编号见 sulan list --format csv 的 indicator 列。"),
            format!("There is no indicator \"{asked}\"; the column indicator of sulan list --format csv has the ids."),
        );
    }
    Bilingual::new(
        format!("没有指标“{asked}”；相近的有：{}。", close.join("、")),
        format!("There is no indicator \"{asked}\"; near ones are {}.", close.join(", ")),
    )
}

/// The number of indicators that are named to a reader who asked for another one.
const NEAR: usize = 6;

/// Why there is no series: the place is not there, or nothing in what was asked for holds the indicator.
fn none_of(id: &str, of: &Asked, library: &Library) -> Bilingual {
    unknown_places(of, library).into_iter().next().unwrap_or_else(|| {
        Bilingual::new(
            format!("所要的报告里没有指标 {id}；请放宽条件。"),
            format!("No report asked for holds the indicator {id}; loosen the conditions."),
        )
    })
}

pub(super) fn unknown_places(asked: &Asked, library: &Library) -> Vec<Bilingual> {
    let names: Vec<Bilingual> = library.heads().map(|(_, head)| head.place.clone()).collect();
    let told = |name: &str| {
        Bilingual::new(
            format!("没有“{name}”的报告；sulan reports 列出已有的。"),
            format!("There is no report of \"{name}\"; sulan reports lists those there are."),
        )
    };
    asked.unknown(&names).map(told).collect()
}

fn said_twice(library: &Library, twice: Twice, lang: Lang) -> Option<String> {
    let (counts, other) = (&library.head(twice.counts)?.id, &library.head(twice.other)?.id);
    let said = Bilingual::new(
        format!("{counts} 和 {other} 是同一地方同一年的报告；只计 {counts}。"),
        format!("{counts} and {other} are of the same place and year; only {counts} counts."),
    );
    Some(said.get(lang).to_owned())
}
