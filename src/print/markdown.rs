//! Markdown: one table, ready to be put into a draft.

use std::io::{self, Write};

use super::text::{NOTHING, figure_in_words, relation_of, side_in_words};
use super::{Entries, Item, Pairs};
use crate::library::Library;
use crate::report::Figure;
use crate::text::{Label, Lang};

/// The entries, one row a figure.
///
/// # Errors
/// Those of the writer.
pub fn entries(out: &mut dyn Write, entries: &Entries<'_>, lang: Lang) -> io::Result<()> {
    let mut columns = vec![
        Label::new("内容", "What"),
        Label::new("数字", "Figure"),
        Label::new("出处", "Heading"),
        Label::new("句", "Sentence"),
        Label::new("说明", "Note"),
        Label::new("编号", "ID"),
    ];
    if entries.ranked {
        columns.push(Label::new("匹配", "Match"));
    }
    header(out, &columns, lang)?;
    more_entries(out, entries, lang)
}

/// The same without the header, below rows that were written before.
pub(super) fn more_entries(out: &mut dyn Write, entries: &Entries<'_>, lang: Lang) -> io::Result<()> {
    for item in entries.items {
        let figures = item.view.figures();
        if figures.is_empty() {
            row(out, &cells(entries.library, item, None, lang))?;
        }
        for figure in figures {
            row(out, &cells(entries.library, item, Some(figure), lang))?;
        }
    }
    Ok(())
}

/// The pairs, one row each.
///
/// # Errors
/// Those of the writer.
pub fn pairs(out: &mut dyn Write, pairs: &Pairs<'_>, lang: Lang) -> io::Result<()> {
    let columns = [
        Label::new("指标", "What"),
        Label::new("结果", "Result"),
        Label::new("目标", "Target"),
        Label::new("关系", "Relation"),
        Label::new("编号", "IDs"),
    ];
    header(out, &columns, lang)?;
    more_pairs(out, pairs, lang)
}

/// The same without the header, below rows that were written before.
pub(super) fn more_pairs(out: &mut dyn Write, pairs: &Pairs<'_>, lang: Lang) -> io::Result<()> {
    let library = pairs.library;
    for pair in pairs.pairs {
        let ids = pair.entries().filter_map(|at| library.get(at)).map(|view| library.printed_id(view));
        let cells = [
            pair.name().get(lang).to_owned(),
            side_in_words(library, pair.result(), lang),
            side_in_words(library, pair.target(), lang),
            relation_of(library, pair, lang),
            ids.collect::<Vec<_>>().join(" "),
        ];
        row(out, &cells)?;
    }
    Ok(())
}

fn cells(library: &Library, item: &Item<'_>, figure: Option<&Figure>, lang: Lang) -> Vec<String> {
    let entry = item.view.entry();
    let mut what = entry.title().get(lang).to_owned();
    if let Some(own) = figure.and_then(|figure| figure.name()) {
        what += Label::new("：", ": ").get(lang);
        what += own.get(lang);
    }
    let words = entry.words().map(|words| words.get(lang));
    let value = match figure {
        Some(figure) => figure_in_words(library, figure, item.view, lang),
        None => words.unwrap_or(NOTHING).to_owned(),
    };
    let recipient = entry.honour().and_then(|honour| honour.recipient());
    let notes = [entry.group(), recipient, entry.note()];
    let notes: Vec<&str> = notes.into_iter().flatten().map(|text| text.get(lang)).collect();
    let heading = match lang {
        Lang::Zh => item.view.section().heading(),
        Lang::En => item.view.section().name().get(lang),
    };
    let mut cells = vec![
        what,
        value,
        heading.to_owned(),
        entry.sentence().to_string(),
        notes.join(Label::new("；", "; ").get(lang)),
        library.printed_id(item.view),
    ];
    cells.extend(item.hit.map(|hit| hit.reason.in_full(lang)));
    cells
}

pub(super) fn header(out: &mut dyn Write, columns: &[Label], lang: Lang) -> io::Result<()> {
    row(out, &columns.iter().map(|column| column.get(lang).to_owned()).collect::<Vec<_>>())?;
    writeln!(out, "|{}", " --- |".repeat(columns.len()))
}

pub(super) fn row(out: &mut dyn Write, cells: &[String]) -> io::Result<()> {
    let cells: Vec<String> = cells.iter().map(|cell| escaped(cell)).collect();
    writeln!(out, "| {} |", cells.join(" | "))
}

/// A cell in which no `|` ends the cell; a backslash before it would undo the escape.
fn escaped(cell: &str) -> String {
    cell.replace('\\', "\\\\").replace('|', "\\|")
}

#[cfg(test)]
mod tests {
    use super::escaped;

    #[test]
    fn no_character_of_a_cell_ends_it_or_undoes_its_escape() {
        assert_eq!(escaped("雨|雪"), r"雨\|雪");
        assert_eq!(escaped(r"雨\|雪"), r"雨\\\|雪");
    }
}
