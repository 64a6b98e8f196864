//! Many reports: which there are, and how often each mentions something, in the four formats.

use std::io::{self, Write};

use serde::Serialize;

use super::csv::{Reader, begin, shown, write};
use super::json::array;
use super::text::table;
use super::{Page, markdown};
use crate::library::{Head, Mentions};
use crate::report::places::Origin;
use crate::report::year_label;
use crate::text::{Bilingual, Label, Lang, several};

#[derive(Serialize)]
struct HeadShape<'a> {
    id: &'a str,
    place: &'a Bilingual,
    code: Option<&'static str>,
    year: Option<i32>,
    title: &'a Bilingual,
    entries: usize,
    figures: usize,
    tasks: usize,
    tasks_with_figures: usize,
    file: Option<&'a str>,
    doubts: &'a [Bilingual],
}

#[derive(Serialize)]
struct MentionsShape<'a> {
    report: &'a str,
    place: &'a Bilingual,
    year: Option<i32>,
    sentences: usize,
    hits: usize,
}

/// The reports as JSON.
///
/// # Errors
/// Those of the writer.
pub fn heads_json(out: &mut dyn Write, heads: &[Head]) -> io::Result<()> {
    array(out, heads.iter().map(head_shape))
}

/// The row of a report as JSON.
fn head_shape(head: &Head) -> HeadShape<'_> {
    let Head { id, place, year, title, entries, figures, tasks, tasks_with_figures, file, doubts, .. } = head;
    HeadShape {
        id,
        place,
        code: head.origin().code,
        year: *year,
        title,
        entries: *entries,
        figures: *figures,
        tasks: *tasks,
        tasks_with_figures: *tasks_with_figures,
        file: file.as_deref(),
        doubts,
    }
}

/// The reports as CSV.
///
/// # Errors
/// Those of the writer.
pub fn heads_csv(out: &mut dyn Write, heads: &[Head], bom: bool) -> io::Result<()> {
    let header =
        "id,place_zh,place_en,code,year,title_zh,title_en,entries,figures,tasks,tasks_with_figures,file,doubts";
    let mut table = begin(out, header, bom)?;
    for head in heads {
        let doubts: Vec<&str> = head.doubts.iter().map(|doubt| &*doubt.zh).collect();
        let mut row = vec![head.id.clone()];
        row.extend(place_cells(&head.origin()));
        row.extend([shown(head.year), head.title.zh.to_string(), head.title.en.to_string()]);
        row.extend([head.entries, head.figures, head.tasks, head.tasks_with_figures].map(|count| count.to_string()));
        row.extend([head.file.clone().unwrap_or_default(), doubts.join("；")]);
        write(&mut table, row, Reader::of(bom))?;
    }
    table.flush()
}

/// The reports as text, one line each.
///
/// # Errors
/// Those of the writer.
pub fn heads_text(out: &mut dyn Write, heads: &[Head], page: Page) -> io::Result<()> {
    let rows: Vec<[String; 5]> = heads.iter().map(|head| head_row(head, page.lang)).collect();
    table(out, &rows, page)
}

/// The reports as a Markdown table.
///
/// # Errors
/// Those of the writer.
pub fn heads_markdown(out: &mut dyn Write, heads: &[Head], lang: Lang) -> io::Result<()> {
    let columns = [
        Label::new("地方", "Place"),
        Label::new("年", "Year"),
        Label::new("编号", "ID"),
        Label::new("条目", "Entries"),
        Label::new("数字", "Figures"),
        Label::new("任务", "Tasks"),
        Label::new("带数字的任务", "Tasks with figures"),
        Label::new("文件", "File"),
        Label::new("存疑", "Doubts"),
    ];
    markdown::header(out, &columns, lang)?;
    heads.iter().try_for_each(|head| {
        let mut cells = vec![head.place.get(lang).to_owned(), year_label(head.year, lang), head.id.clone()];
        cells.extend([head.entries, head.figures, head.tasks, head.tasks_with_figures].map(|count| count.to_string()));
        cells.extend([head.file.clone().unwrap_or_default(), doubts(head, lang)]);
        markdown::row(out, &cells)
    })
}

fn head_row(head: &Head, lang: Lang) -> [String; 5] {
    let Head { entries, figures, tasks, tasks_with_figures: with, .. } = head;
    let counts = Bilingual::new(
        format!("{entries} 条、{figures} 个数字，{tasks} 项任务中 {with} 项带数字"),
        format!(
            "{}, {}, {with} of {} with a number",
            several(*entries, "entry", "entries"),
            several(*figures, "figure", "figures"),
            several(*tasks, "task", "tasks")
        ),
    );
    let more = [head.file.clone().unwrap_or_default(), doubts(head, lang)];
    let more = more.into_iter().filter(|text| !text.is_empty()).collect::<Vec<_>>().join("  ");
    let place = head.place.get(lang).to_owned();
    [place, year_label(head.year, lang), head.id.clone(), counts.get(lang).to_owned(), more]
}

fn doubts(head: &Head, lang: Lang) -> String {
    let doubts: Vec<&str> = head.doubts.iter().map(|doubt| doubt.get(lang)).collect();
    doubts.join(Label::new("；", "; ").get(lang))
}

fn place_cells(place: &Origin) -> [String; 3] {
    [place.name.zh.to_string(), place.name.en.to_string(), shown(place.code)]
}

/// The mentions as JSON.
///
/// # Errors
/// Those of the writer.
pub fn mentions_json(out: &mut dyn Write, mentions: &[Mentions]) -> io::Result<()> {
    array(out, mentions.iter().map(mentions_shape))
}

fn mentions_shape(row: &Mentions) -> MentionsShape<'_> {
    let Mentions { report, place, year, sentences, hits } = row;
    MentionsShape { report, place: &place.name, year: *year, sentences: *sentences, hits: *hits }
}

/// The mentions as CSV.
///
/// # Errors
/// Those of the writer.
pub fn mentions_csv(out: &mut dyn Write, mentions: &[Mentions], bom: bool) -> io::Result<()> {
    let mut table = begin(out, "report,place_zh,place_en,code,year,sentences,hits", bom)?;
    for row in mentions {
        let mut cells = vec![row.report.clone()];
        cells.extend(place_cells(&row.place));
        cells.extend([shown(row.year), row.sentences.to_string(), row.hits.to_string()]);
        write(&mut table, cells, Reader::of(bom))?;
    }
    table.flush()
}

/// The mentions as text: one line a report, then the hits by year.
///
/// # Errors
/// Those of the writer.
pub fn mentions_text(out: &mut dyn Write, mentions: &[Mentions], page: Page) -> io::Result<()> {
    let lang = page.lang;
    let row = |row: &Mentions| {
        let (hits, sentences) = (row.hits, row.sentences);
        let said = Bilingual::new(format!("{hits} 句，共 {sentences} 句"), format!("{hits} of {sentences} sentences"));
        let place = row.place.name.get(lang).to_owned();
        [place, year_label(row.year, lang), row.report.clone(), said.get(lang).to_owned()]
    };
    table(out, &mentions.iter().map(row).collect::<Vec<_>>(), page)?;
    match by_year(mentions, lang) {
        Some(line) => writeln!(out, "{line}"),
        None => Ok(()),
    }
}

/// The mentions as a Markdown table.
///
/// # Errors
/// Those of the writer.
pub fn mentions_markdown(out: &mut dyn Write, mentions: &[Mentions], lang: Lang) -> io::Result<()> {
    let columns = [
        Label::new("地方", "Place"),
        Label::new("年", "Year"),
        Label::new("报告", "Report"),
        Label::new("句", "Sentences"),
        Label::new("提到", "Hits"),
    ];
    markdown::header(out, &columns, lang)?;
    mentions.iter().try_for_each(|row| {
        let place = row.place.name.get(lang).to_owned();
        let counts = [row.sentences.to_string(), row.hits.to_string()];
        markdown::row(out, &[vec![place, year_label(row.year, lang), row.report.clone()], counts.to_vec()].concat())
    })
}

/// The hits by year as a sparkline between the first and the last year; a year without a report stays empty.
fn by_year(mentions: &[Mentions], lang: Lang) -> Option<String> {
    let first = mentions.iter().filter_map(|row| row.year).min()?;
    let last = mentions.iter().filter_map(|row| row.year).max()?;
    let hits = |year: i32| {
        let mut rows = mentions.iter().filter(|row| row.year == Some(year)).peekable();
        rows.peek().is_some().then(|| rows.map(|row| row.hits).sum::<usize>())
    };
    // A year far off, from a text that was read wrongly, must not make a line without end.
    let years: Vec<Option<usize>> = (first..=last).take(MOST_YEARS).map(hits).collect();
    let most = years.iter().flatten().copied().max().filter(|&most| most > 0)?;
    let line: String = years.iter().map(|hits| hits.map_or(' ', |hits| level(hits, most))).collect();
    let all: usize = mentions.iter().map(|row| row.hits).sum();
    let places = mentions.iter().filter(|row| row.hits > 0).count();
    Some(
        Bilingual::new(
            format!("{first} {line} {last}  {places} 份报告提到，共 {all} 句，一年最多 {most} 句"),
            format!("{first} {line} {last}  {places} reports, {all} sentences, at most {most} in one year"),
        )
        .get(lang)
        .to_owned(),
    )
}

/// The most years that the sparkline spans.
const MOST_YEARS: usize = 120;

/// One of eight levels; nothing is a dot.
fn level(hits: usize, most: usize) -> char {
    const LEVELS: [char; 8] = ['▁', '▂', '▃', '▄', '▅', '▆', '▇', '█'];
    let at = hits.saturating_mul(8).div_ceil(most).checked_sub(1);
    at.and_then(|at| LEVELS.get(at).copied()).unwrap_or('·')
}
