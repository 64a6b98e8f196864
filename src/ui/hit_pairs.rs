//! A pair among the hits: its name, and result and promise with their marks as running text.

use super::bars::mark_of;
use super::canvas::Canvas;
use super::hit_grid::Grid;
use super::marks::mark_text;
use super::picks;
use crate::app::{App, Item, PairCells};
use crate::library::{Pair, Side};
use crate::pages::Ink;
use crate::report::{Quantity, Role};
use crate::search::Field;
use crate::text::{cells_of, counted, fit, width};

/// Draws the pair at a place of the list; what it is called gives way to its numbers.
pub(super) fn draw(app: &App, canvas: &mut Canvas<'_>, y: u16, (grid, pair, selected): (&Grid, usize, bool)) {
    let context = app.context();
    let (item, Some(pair)) = (Item::Pair(pair), context.pairs.get(pair)) else {
        return;
    };
    let pieces = pieces(app, pair);
    let cells = |pieces: &[(Ink, String)]| counted(pieces.iter().map(|(_, text)| width(text)).sum());
    let narrow = grid.point.is_none();
    let limit = grid.reason.map_or(grid.right, |reason| reason.saturating_sub(2));
    let from = limit.saturating_sub(cells(&pieces));
    let from = if narrow { from } else { from.min(grid.number) };
    // Where both have room, the result stands on the decimal point of the list and the promise behind it.
    let (result, target) = pieces.split_at(pieces.len().min(2));
    let digits = |quantity: &Quantity| cells_of(quantity.mark) + cells_of(&quantity.whole);
    let aligned = grid.point.zip(PairCells::of(&context, pair).result.as_ref().map(digits));
    let aligned = aligned.map(|(point, whole)| (point.saturating_sub(whole + 2), grid.unit + 1));
    let aligned = aligned.filter(|(from, next)| {
        !target.is_empty() && from + cells(result) + 2 <= *next && next + cells(target).saturating_sub(2) <= limit
    });
    let name = pair.name().get(app.lang);
    // In a narrow window the names of all hits stand behind the mark of their year.
    let x = grid.title + u16::from(narrow);
    // Columns are left where they would cut a name.
    let whole = |from: u16| x + cells_of(name) + 2 <= from;
    let aligned = aligned.filter(|(from, _)| whole(*from));
    let from = if narrow || whole(from.min(grid.number)) { from } else { limit.saturating_sub(cells(&pieces)) };
    let from = aligned.map_or(from, |(from, _)| from);
    canvas.text(x, y, Ink::Plain, &fit(name, usize::from(from.saturating_sub(x + if narrow { 1 } else { 2 }))));
    for entry in pair
        .entries()
        .filter(|entry| context.library.get(*entry).is_some_and(|view| view.title().get(app.lang) == name))
    {
        mark_text(canvas, y, (x, name), &app.live.marks(entry), Field::Title(app.lang));
    }
    let mut end = from;
    for (at, (ink, text)) in pieces.iter().enumerate() {
        let next = aligned.filter(|_| at == result.len()).map(|(_, next)| next.saturating_sub(2));
        end = canvas.text(next.unwrap_or(end), y, *ink, text);
    }
    if let (Some(x), Some(hit)) = (grid.reason, hit_of(app, pair)) {
        let reason = app.live.hit(hit).map(|hit| hit.reason.label().get(app.lang));
        canvas.text(x, y, Ink::Dim, &fit(reason.unwrap_or_default(), usize::from(grid.right.saturating_sub(x))));
    }
    if selected {
        canvas.select_row(y, grid.mark, end);
    }
    picks::draw(app, canvas, (grid.mark, y), (item, selected));
}

/// The hit by which a pair was found: its promise, else its result.
fn hit_of(app: &App, pair: &Pair) -> Option<usize> {
    let mut sides = [pair.target(), pair.result()].into_iter().flatten();
    sides.find_map(|side| app.live.place_of(side.entry))
}

/// Result, promise and unit, the sides with the marks of their years.
fn pieces(app: &App, pair: &Pair) -> Vec<(Ink, String)> {
    let context = app.context();
    let cells = PairCells::of(&context, pair);
    let said = |quantity: &Option<Quantity>, side: Option<Side>| {
        let words = side.and_then(|side| side.words(context.library)).map(|words| words.get(app.lang).to_owned());
        quantity.as_ref().map(Quantity::number).or(words)
    };
    let sides = [(Role::Result, &cells.result, pair.result()), (Role::Target, &cells.target, pair.target())];
    let mut pieces = Vec::new();
    for (role, quantity, side) in sides {
        let Some(said) = said(quantity, side) else { continue };
        let gap = if pieces.is_empty() { "" } else { "  " };
        pieces.push((Ink::of(role), format!("{gap}{}", mark_of(role))));
        pieces.push((Ink::Bold, format!(" {said}")));
    }
    if cells_of(cells.unit()) > 0 {
        pieces.push((Ink::Plain, format!(" {}", cells.unit())));
    }
    pieces
}
