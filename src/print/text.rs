//! Plain text: one line a figure or a pair, in reading order and without drawn lines,
//! so that it serves as the linear form of the screens too.

use std::io::{self, Write};
use std::ops::Range;

use super::layout::{Row, lines};
use super::spans::{Ink, Spans};
use super::{Entries, Item, Page, Pairs};
use crate::library::{EntryView, Gap, Library, Pair, ReportId, Side, relation};
use crate::report::{Figure, Quantity, Role, Years, in_words};
use crate::text::{Bilingual, Label, Lang};

/// Stands where there is no figure.
pub(super) const NOTHING: &str = "–";

/// The entries, one line a figure: what, how much, heading and sentence, and what a reader needs besides.
///
/// # Errors
/// Those of the writer.
pub fn entries(out: &mut dyn Write, entries: &Entries<'_>, page: Page) -> io::Result<()> {
    let rows: Vec<Row> = entries.items.iter().flat_map(|item| rows(entries.library, item, page.lang)).collect();
    print(out, &rows, 2, page)
}

/// The pairs, one line each: name, result, target, and how they relate.
///
/// # Errors
/// Those of the writer.
pub fn pairs(out: &mut dyn Write, pairs: &Pairs<'_>, page: Page) -> io::Result<()> {
    let rows: Vec<Row> = pairs.pairs.iter().map(|pair| pair_row(pairs.library, pair, page.lang)).collect();
    print(out, &rows, 3, page)
}

/// Rows of words in columns, the last of which is wrapped within its own.
///
/// # Errors
/// Those of the writer.
pub fn table<const N: usize>(out: &mut dyn Write, rows: &[[String; N]], page: Page) -> io::Result<()> {
    let row = |cells: &[String; N]| {
        let mut cells: Vec<Spans> = cells.iter().map(|cell| Spans::new(cell, Ink::Plain)).collect();
        let tail = cells.pop().into_iter().collect();
        Row { cells, tail }
    };
    print(out, &rows.iter().map(row).collect::<Vec<_>>(), N - 1, page)
}

/// The most cells of a column: a wider one would leave most of its rows blank.
const WIDEST: usize = 50;

fn print(out: &mut dyn Write, rows: &[Row], count: usize, page: Page) -> io::Result<()> {
    lines(rows, &vec![WIDEST; count], page).iter().try_for_each(|line| writeln!(out, "{line}"))
}

fn rows(library: &Library, item: &Item<'_>, lang: Lang) -> Vec<Row> {
    let entry = item.view.entry();
    let row = |figure: Option<(usize, &Figure)>| Row {
        cells: vec![name(item, figure, lang), value(library, item, figure, lang)],
        tail: tail(library, item, lang),
    };
    if entry.figures().is_empty() {
        return vec![row(None)];
    }
    entry.figures().iter().enumerate().map(|figure| row(Some(figure))).collect()
}

/// The title of the entry, and the figure's own name where it has one.
fn name(item: &Item<'_>, figure: Option<(usize, &Figure)>, lang: Lang) -> Spans {
    let code = lang.code();
    let mut name = Spans::new(item.view.title().get(lang), Ink::Bold).marked(&marks(item, &format!("title.{code}")));
    if let Some((at, own)) = figure.and_then(|(at, figure)| Some((at, figure.name()?))) {
        name.push(Spans::new(Label::new("：", ": ").get(lang), Ink::Bold));
        let marks = marks(item, &format!("figures.{at}.name.{code}"));
        name.push(Spans::new(own.get(lang), Ink::Bold).marked(&marks));
    }
    name
}

fn value(library: &Library, item: &Item<'_>, figure: Option<(usize, &Figure)>, lang: Lang) -> Spans {
    let Some((at, figure)) = figure else {
        let words = item.view.words().map_or(NOTHING, |words| words.get(lang));
        return Spans::new(words, Ink::Plain);
    };
    let said = figure_in_words(library, figure, item.view, lang);
    let mut value = Spans::new(&said, Ink::Plain);
    // The words are built from the digits and the unit, so these are found in them.
    let parts = Quantity { mark: "", ..Quantity::of(figure, library.lexicon(), lang) };
    if !marks(item, &format!("figures.{at}.value")).is_empty() {
        value = value.marked_where(&parts.number());
    }
    if !marks(item, &format!("figures.{at}.unit.{}", lang.code())).is_empty() {
        value = value.marked_where(&parts.unit);
    }
    value
}

/// The figure in words, with its years or its role where the section does not imply them.
pub(super) fn figure_in_words(library: &Library, figure: &Figure, view: EntryView<'_>, lang: Lang) -> String {
    let said = in_words(figure, library.lexicon(), lang);
    let years = figure.year().filter(|&years| Some(years) != view.year().map(Years::One));
    let years = years.map(|years| Bilingual::new(format!("{years} 年"), years.to_string()).get(lang).to_owned());
    let base = (figure.role() == Role::Base).then(|| Label::new("基数", "base").get(lang).to_owned());
    let added: Vec<String> = years.into_iter().chain(base).collect();
    if added.is_empty() {
        return said;
    }
    let all = added.join(Label::new("，", ", ").get(lang));
    said + Bilingual::new(format!("（{all}）"), format!(" ({all})")).get(lang)
}

/// Heading and sentence, why a search found it, and what a reader needs besides.
fn tail(library: &Library, item: &Item<'_>, lang: Lang) -> Vec<Spans> {
    let code = lang.code();
    let entry = item.view.entry();
    let noted = |text: Option<&Bilingual>, field: &str| {
        let marks = marks(item, &format!("{field}.{code}"));
        text.map(|text| Spans::new(text.get(lang), Ink::Plain).marked(&marks))
    };
    let recipient = entry.honour().and_then(|honour| honour.recipient());
    // The words of an entry that also has figures have no other place.
    let words = entry.words().filter(|_| !entry.figures().is_empty());
    let quote = entry.quote().map(|quote| Spans::new(quote, Ink::Plain).marked(&marks(item, "source.quote")));
    let tier = item.hit.map(|hit| Spans::new(&hit.reason.in_full(lang), Ink::Dim));
    // The id stands last, where a reader who goes on to `show` looks for it.
    let parts = [
        Some(source(library, item, lang)),
        tier,
        noted(entry.group(), "group"),
        noted(recipient, "recipient"),
        noted(words, "words"),
        noted(entry.note(), "note"),
        quote,
        item.hit.map(|_| Spans::new(&library.printed_id(item.view), Ink::Dim)),
    ];
    parts.into_iter().flatten().collect()
}

/// Where it stands: the heading as in the source, or the section's name in English.
fn source(library: &Library, item: &Item<'_>, lang: Lang) -> Spans {
    let (entry, section, report) = (item.view.entry(), item.view.section(), item.view.report_at());
    let mut source = origin(library, report, lang);
    let (heading, field) = match lang {
        Lang::Zh => (section.heading(), "source.heading"),
        Lang::En => (section.name().get(lang), "section.en"),
    };
    source.push(Spans::new(heading, Ink::Dim).marked(&marks(item, field)));
    let sentence = Bilingual::new(format!(" 第 {} 句", entry.sentence()), format!(", sentence {}", entry.sentence()));
    source.push(Spans::new(sentence.get(lang), Ink::Dim));
    source
}

/// The report that something is from, where several are open.
fn origin(library: &Library, report: ReportId, lang: Lang) -> Spans {
    let origin = library.origin(report, lang).map(|origin| origin + Label::new("，", ", ").get(lang));
    origin.map_or_else(Spans::default, |origin| Spans::new(&origin, Ink::Dim))
}

/// The matched characters of one field.
fn marks(item: &Item<'_>, field: &str) -> Vec<Range<usize>> {
    let marks = item.hit.map_or(&[][..], |hit| &hit.marks);
    marks.iter().filter(|mark| mark.field.id() == field).flat_map(|mark| mark.ranges.iter().cloned()).collect()
}

fn pair_row(library: &Library, pair: &Pair, lang: Lang) -> Row {
    let plain = |text: String| Spans::new(&text, Ink::Plain);
    let view = pair.lead().and_then(|side| library.get(side.entry));
    let mut tail = view.map_or_else(Spans::default, |view| origin(library, view.report_at(), lang));
    tail.push(plain(relation_of(library, pair, lang)));
    Row {
        cells: vec![
            Spans::new(pair.name().get(lang), Ink::Bold),
            plain(side_in_words(library, pair.result(), lang)),
            plain(side_in_words(library, pair.target(), lang)),
        ],
        tail: vec![tail],
    }
}

/// One side of a pair with its year before it, or a dash.
pub(super) fn side_in_words(library: &Library, side: Option<Side>, lang: Lang) -> String {
    let Some(side) = side else {
        return NOTHING.to_owned();
    };
    let said = match side.figure(library) {
        Some(figure) => in_words(figure, library.lexicon(), lang),
        None => side.words(library).map_or(NOTHING, |words| words.get(lang)).to_owned(),
    };
    // Chinese sets a space between 年 and digits, not between 年 and another 汉字.
    let space = if said.starts_with(|c: char| c.is_ascii() || c == '−') { " " } else { "" };
    match side.years(library) {
        Some(years) => {
            Bilingual::new(format!("{years} 年{space}{said}"), format!("{years}: {said}")).get(lang).to_owned()
        }
        None => said,
    }
}

/// How result and target relate, in one sentence.
pub(super) fn relation_of(library: &Library, pair: &Pair, lang: Lang) -> String {
    relation(pair, library, Gap::of(pair, library, lang).as_ref(), lang)
}
