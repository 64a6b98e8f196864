//! An entry in a few rows under its list, and as a full page.

use super::PageContext;
use super::chart_rows::{coverage_rows, family_row, gauges, section_rows};
use super::entry_rows::facts;
use super::past::{past_row, past_rows};
use super::rows::{Content, Ink, Piece, Row, flow};
use super::surroundings::{alone_row, neighbours_row, quote_excerpt, quote_rows, strip_row, synonyms_row};
use crate::library::EntryView;
use crate::text::{Label, Lang};

/// The room that the details of an entry have beside their title and their source.
#[derive(Clone, Copy, Debug)]
pub struct Room {
    /// The cells of a row.
    pub cells: usize,
    /// The rows.
    pub rows: usize,
}

/// The rows under the list, the most telling first and the source last; each is one line. A sentence that is known
/// has at least one of them.
pub fn details(context: &PageContext<'_>, view: EntryView<'_>, room: Room) -> Content {
    let mut rows = facts(context, view);
    rows.extend(past_row(context, view, room.cells));
    if view.entry().quote().is_some() {
        rows.truncate(room.rows.saturating_sub(1).max(1));
        let left = Room { rows: room.rows.saturating_sub(rows.len()), ..room };
        rows.extend(quote_excerpt(context, view, left));
    }
    rows.extend(family_row(context, view));
    rows.extend(note_row(context, view));
    let (heading, sentence) = source_parts(context, view);
    let source = Piece::Shortened(Ink::Plain, heading, sentence);
    rows.push(Row { pieces: vec![source], label: SOURCE.get(context.lang).to_owned(), ..Row::default() });
    rows
}

/// The heading and the sentence an entry comes from.
pub fn source_of(context: &PageContext<'_>, view: EntryView<'_>) -> String {
    let (heading, sentence) = source_parts(context, view);
    heading + &sentence
}

/// The same in two parts, of which a narrow window shortens the first: the heading,
/// behind its report where several are open, and the sentence.
pub fn source_parts(context: &PageContext<'_>, view: EntryView<'_>) -> (String, String) {
    let (heading, sentence) = (view.section().heading(), view.entry().sentence());
    let origin = context.library.origin(view.report_at(), context.lang);
    let heading = origin.map_or_else(|| heading.to_owned(), |origin| format!("{origin} · {heading}"));
    let sentence = match context.lang {
        Lang::Zh => format!(" · 第 {sentence} 句"),
        Lang::En => format!(" · sentence {sentence}"),
    };
    (heading, sentence)
}

const SOURCE: Label = Label::new("出处", "Source");

/// An entry as a full page for a window of `width` cells.
pub fn page(context: &PageContext<'_>, view: EntryView<'_>, width: usize) -> Content {
    let mut rows = titles(view, context.lang);
    rows.extend(facts(context, view));
    rows.extend(alone_row(context, view));
    rows.extend(gauges(context, view));
    rows.extend(past_rows(context, view, width));
    rows.extend(family_row(context, view));
    rows.extend(section_rows(context, view));
    rows.push(Row::default());
    rows.extend(neighbours_row(context, view));
    rows.push(strip_row(context, view));
    rows.extend(coverage_rows(context, view));
    rows.push(Row::default());
    rows.extend(background(context, view, width));
    rows.into_iter().flat_map(|row| flow(row, width)).collect()
}

pub(super) fn titles(view: EntryView<'_>, lang: Lang) -> Content {
    let other = view.title().in_other(lang).map(|other| Row::text("", Ink::Dim, other));
    [Row::text("", Ink::Bold, view.title().get(lang))].into_iter().chain(other).chain([Row::default()]).collect()
}

/// Note, sub-heading, synonyms, words explained, sentence, source and id of an entry.
pub(super) fn background(context: &PageContext<'_>, view: EntryView<'_>, width: usize) -> Content {
    let lang = context.lang;
    let mut rows: Content = note_row(context, view).into_iter().collect();
    if let Some(group) = view.group() {
        rows.push(Row::text(Label::new("小标题", "Group").get(lang), Ink::Plain, group.get(lang)));
    }
    rows.extend(synonyms_row(context, view));
    rows.extend(term_rows(context, view));
    rows.extend(unit_rows(context, view));
    rows.extend(quote_rows(context, view, width));
    rows.push(Row::text(SOURCE.get(lang), Ink::Plain, source_of(context, view)));
    rows.push(Row::text(Label::new("编号", "Id").get(lang), Ink::Dim, context.library.printed_id(view)));
    rows
}

fn note_row(context: &PageContext<'_>, view: EntryView<'_>) -> Option<Row> {
    let note = view.note()?;
    Some(Row::text(Label::new("注", "Note").get(context.lang), Ink::Plain, note.get(context.lang)))
}

/// The programme names that an entry uses and that are explained.
fn term_rows(context: &PageContext<'_>, view: EntryView<'_>) -> Content {
    let note = view.note().map_or("", |note| &note.zh);
    let text = [&*view.title().zh, note, view.section().heading()].join("\n");
    let explained = context.library.lexicon().terms_in(&text).filter_map(|term| Some((term, term.note()?)));
    explained
        .map(|(term, note)| {
            let name = match context.lang {
                Lang::Zh => format!("{}：", term.zh()),
                Lang::En => format!("{}: ", term.en()),
            };
            Row::text(Label::new("词语", "Term").get(context.lang), Ink::Plain, name + note.get(context.lang))
        })
        .collect()
}

/// The units of an entry that need a word of help.
fn unit_rows(context: &PageContext<'_>, view: EntryView<'_>) -> Content {
    let mut seen: Vec<&str> = Vec::new();
    let mut rows = Vec::new();
    for figure in view.figures() {
        let help = context.library.lexicon().unit(figure.unit()).and_then(|unit| unit.help());
        if let Some(help) = help.filter(|_| !seen.contains(&figure.unit())) {
            seen.push(figure.unit());
            rows.push(Row::text(Label::new("单位", "Unit").get(context.lang), Ink::Plain, help.get(context.lang)));
        }
    }
    rows
}
