//! Rows of text about an entry or about the program: the page and the details.

use super::bars::{draw_bar, draw_spark, mark_of};
use super::canvas::Canvas;
use super::overview::details_of;
use crate::app::App;
use crate::library::{EntryView, Pair};
use crate::pages::{
    Content, GAP, Ink, LABEL_WIDTH, Piece, Room, Row, details, margins, pair_brief, pair_details, source_of,
    source_parts,
};
use crate::text::{Bilingual, Label, counted, fit, width};

/// Draws the rows from `top` on.
pub(super) fn draw(canvas: &mut Canvas<'_>, rows: &[Row], top: usize) {
    for (y, row) in (0..canvas.height()).zip(rows.iter().skip(top)) {
        draw_row(canvas, y, row);
    }
}

fn draw_row(canvas: &mut Canvas<'_>, y: u16, row: &Row) {
    let (mark, text) = margins(canvas.width());
    if let Some(role) = row.mark {
        canvas.text(mark, y, Ink::of(role), mark_of(role));
    }
    canvas.text(text, y, Ink::Dim, &row.label);
    let labelled = row.mark.is_some() || !row.label.is_empty();
    let indent = if labelled { LABEL_WIDTH } else { 0 };
    let start = text + counted(indent);
    let mut x = start;
    let right = canvas.width().saturating_sub(1);
    let crowded = row.cells() > usize::from(right.saturating_sub(start));
    // Before anything is cut the gaps close as far as they do between columns.
    let close = |text: &str| if crowded { text.replace(GAP, "  ") } else { text.to_owned() };
    for piece in &row.pieces {
        match piece {
            Piece::Text(ink, said) => {
                let room = usize::from(right.saturating_sub(x));
                x = canvas.text(x, y, *ink, &fit(&close(said), room));
            }
            Piece::Shortened(ink, head, tail) => {
                let (head, tail) = (close(head), close(tail));
                let room = usize::from(right.saturating_sub(x)).saturating_sub(width(&tail));
                // The tail is whole or not there at all.
                if room > 0 {
                    x = canvas.text(x, y, *ink, &shortened(&head, &tail, room));
                }
            }
            Piece::Whole(ink, texts) => {
                let room = usize::from(right.saturating_sub(x));
                let text = texts.iter().map(|text| close(text)).find(|text| width(text) <= room);
                x = canvas.text(x, y, *ink, &text.unwrap_or_default());
            }
            Piece::Bar(bar, cells) if x + cells <= right => {
                draw_bar(canvas, x, y, *bar, *cells);
                x += cells;
            }
            Piece::Spark { values, full, ink } => {
                let cells = counted(values.len());
                if x + cells <= right {
                    draw_spark(canvas, x, y, (values, *full), *ink);
                    x += cells;
                }
            }
            Piece::Bar(..) => {}
            Piece::Column(column) => x = x.max(start + column),
        }
    }
}

/// The beginning of a text and what follows it whole; where nothing is left of the last part of the first but the sign of
/// its cut, that is left out.
fn shortened(head: &str, tail: &str, room: usize) -> String {
    match fit(head, room) {
        stump if stump == "…" && head.starts_with(' ') => format!("  {}", tail.trim_start_matches([' ', '·'])),
        head => head.strip_suffix(" ·…").unwrap_or(&head).to_owned() + tail,
    }
}

/// Rule, title, and as many rows as there are.
pub(super) fn draw_details(app: &App, canvas: &mut Canvas<'_>) {
    if app.item().is_none() {
        return;
    }
    let cells = canvas.width();
    let dim = canvas.theme.style(Ink::Dim);
    canvas.line(0, 0, cells, dim, "─");
    let heading = format!(" {} ", Label::new("详情", "Details").get(app.lang));
    canvas.text(2, 0, Ink::Dim, &heading);
    if let Some((name, rows)) = app.item().and_then(|item| details_of(app, item, usize::from(cells))) {
        draw_several(app, canvas, (&name, rows));
        return;
    }
    match (app.selected_pair(), app.selected()) {
        (Some(pair), _) => draw_pair_details(app, canvas, pair),
        (None, Some(view)) => draw_entry_details(app, canvas, view),
        (None, None) => {}
    }
}

/// What a line of the opening page stands for that is not one entry.
fn draw_several(app: &App, canvas: &mut Canvas<'_>, (name, mut rows): (&Bilingual, Content)) {
    let (_, text) = margins(canvas.width());
    let right = canvas.width().saturating_sub(1);
    let x = canvas.text(text, 1, Ink::Bold, &fit(name.get(app.lang), usize::from(right.saturating_sub(text))));
    if let Some(other) = name.in_other(app.lang) {
        canvas.text(x + 2, 1, Ink::Dim, &fit(other, usize::from(right.saturating_sub(x + 2))));
    }
    // The source is never the row that is left out.
    let room = usize::from(canvas.height().saturating_sub(2));
    while rows.len() > room && rows.len() > 1 {
        rows.remove(rows.len() - 2);
    }
    for (y, row) in (2..canvas.height()).zip(&rows) {
        draw_row(canvas, y, row);
    }
}

/// Both sides of a pair with their headings, and what sets them apart.
fn draw_pair_details(app: &App, canvas: &mut Canvas<'_>, pair: &Pair) {
    let (_, text) = margins(canvas.width());
    let right = canvas.width().saturating_sub(1);
    let fitted = |from: u16, name: &str| fit(name, usize::from(right.saturating_sub(from)));
    let x = canvas.text(text, 1, Ink::Bold, &fitted(text, pair.name().get(app.lang)));
    canvas.text(x + 2, 1, Ink::Dim, &fitted(x + 2, pair.name().in_other(app.lang).unwrap_or_default()));
    let context = app.context_of_selected();
    let few = canvas.height() < 5;
    let rows = if few { pair_brief(&context, pair, usize::from(canvas.width())) } else { pair_details(&context, pair) };
    for (y, row) in (2..canvas.height()).zip(&rows) {
        draw_row(canvas, y, row);
    }
}

/// The least cells of the heading of a source beside a title.
const HEADING: usize = 4;

/// An entry; its source is never the row that is left out.
fn draw_entry_details(app: &App, canvas: &mut Canvas<'_>, view: EntryView<'_>) {
    let (_, text) = margins(canvas.width());
    let right = canvas.width().saturating_sub(1);
    let (title, other) = (view.title().get(app.lang), view.title().in_other(app.lang).unwrap_or_default());
    let room = usize::from(canvas.height().saturating_sub(2));
    let beside_source = Room { cells: usize::from(canvas.width()), rows: room - usize::from(room >= 3) };
    let context = app.context_of_selected();
    let mut rows = details(&context, view, beside_source);
    let all = usize::from(right.saturating_sub(text));
    let label = Label::new("出处", "Source").get(app.lang);
    let taken = width(label) + 3;
    let beside = all.saturating_sub(width(title) + taken);
    // Few rows: the source stands beside the title, unless it would be cut there and a row is left for it.
    if room < 3 && (rows.len() > room || width(&source_of(&context, view)) <= beside) {
        rows.pop();
        // The title is whole as long as the sentence has room, and the beginning of its heading.
        let least = width(&source_parts(&context, view).1) + HEADING;
        // A title that is cut before a number leaves cells to the source.
        let shown = fit(title, all.saturating_sub(taken + beside.max(least)));
        let source = fit_source(app, view, all.saturating_sub(width(&shown) + taken).max(beside.max(least)));
        let from = canvas.text_to(right, 1, Ink::Dim, &format!("{label} {source}"));
        let x = canvas.text_on((text, 1), Ink::Bold, title, right);
        if usize::from(from.saturating_sub(x)) >= width(other) + 4 {
            canvas.text(x + 2, 1, Ink::Dim, other);
        }
    } else {
        let x = canvas.text(text, 1, Ink::Bold, &fit(title, all));
        canvas.text(x + 2, 1, Ink::Dim, &fit(other, usize::from(right.saturating_sub(x + 2))));
        if rows.len() > room {
            let source = rows.pop();
            rows.truncate(room - 1);
            rows.extend(source);
        }
    }
    for (y, row) in (2..canvas.height()).zip(&rows) {
        draw_row(canvas, y, row);
    }
}

/// The source in `room` cells: the heading is what is shortened, the sentence stays.
fn fit_source(app: &App, view: EntryView<'_>, room: usize) -> String {
    let (heading, sentence) = source_parts(&app.context_of_selected(), view);
    shortened(&heading, &sentence, room.saturating_sub(width(&sentence)))
}
