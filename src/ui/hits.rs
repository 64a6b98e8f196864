//! The list of hits: the lines of the lists again, with the section and the reason of each, and
//! behind a title the text that matched in its stead.

use super::bars::mark_of;
use super::canvas::Canvas;
use super::hit_grid::Grid;
use super::marks::{mark_ranges, mark_text, ranges_of};
use super::{hit_pairs, picks};
use crate::app::{
    App, Grouping, HIT_WORDS, HitLine, HitRows, HitsOf, Item, Pane, excerpt_of, figure_of, medals_of, title_field,
};
use crate::library::EntryView;
use crate::pages::{Ink, margins};
use crate::report::Tab;
use crate::search::{Field, Hit};
use crate::text::{cells_of, end_of, fit, width};

/// Draws the hits in the lines that the window of the list shows; the cell of the selection's mark.
pub(super) fn draw(app: &App, canvas: &mut Canvas<'_>) -> Option<(u16, u16)> {
    let rows = app.hit_rows();
    let grid = Grid::of(app, canvas.width());
    let height = canvas.height();
    let mut cursor = None;
    for (y, index) in (0..height).zip(app.hit.top..) {
        let Some(line) = app.live.line(index, rows) else {
            break;
        };
        match line {
            HitLine::Heading(group) if y + 1 < height => draw_heading(app, canvas, y, group),
            HitLine::Hit(at) if y == 0 && rows != HitRows::Bare && index > 0 && at != app.hit.selected => {
                if let Some(group) = app.live.group_of(at) {
                    draw_heading(app, canvas, y, group);
                }
            }
            HitLine::Hit(at) => {
                let selected = at == app.hit.selected;
                match app.live.item(at) {
                    Some(Item::Pair(pair)) => hit_pairs::draw(app, canvas, y, (&grid, pair, selected)),
                    _ => {
                        if let Some(hit) = app.live.hit(at) {
                            draw_hit(app, canvas, y, (&grid, &hit, selected));
                        }
                    }
                }
                cursor = cursor.or(selected.then_some((grid.mark, y)));
            }
            HitLine::Heading(_) | HitLine::Blank => {}
        }
    }
    cursor
}

fn draw_heading(app: &App, canvas: &mut Canvas<'_>, y: u16, group: usize) {
    let Some(group) = app.live.groups().get(group) else { return };
    match group.of {
        HitsOf::Pane(pane) => draw_pane(app, canvas, y, pane),
        HitsOf::Report(report) => {
            let (_, left) = margins(canvas.width());
            let count = group.count.to_string();
            let room = usize::from(canvas.width().saturating_sub(left + 3 + cells_of(&count)));
            let name = app.context().library.origin(report, app.lang).unwrap_or_default();
            let x = canvas.text(left, y, Ink::Bold, &fit(&name, room));
            canvas.text(x + 2, y, Ink::Dim, &count);
        }
    }
}

fn draw_pane(app: &App, canvas: &mut Canvas<'_>, y: u16, pane: Pane) {
    let (_, left) = margins(canvas.width());
    let x = canvas.text(left, y, Ink::Bold, pane.label().get(app.lang));
    let Pane::Tab(tab) = pane else {
        let x = canvas.text(x + 2, y, Ink::Result, "●");
        let x = canvas.text(x, y, Ink::Plain, "─");
        canvas.text(x, y, Ink::Target, "○");
        return;
    };
    let x = canvas.text(x + 2, y, Ink::of(tab.role()), mark_of(tab.role()));
    if let Some(year) = app.context().library.year() {
        canvas.text(x + 1, y, Ink::Dim, &tab.year(year).to_string());
    }
}

fn draw_hit(app: &App, canvas: &mut Canvas<'_>, y: u16, (grid, hit, selected): (&Grid, &Hit, bool)) {
    let Some(view) = app.context().library.get(hit.entry) else {
        return;
    };
    let mut title_x = grid.title;
    let role = view.tab().role();
    if grid.point.is_none() {
        canvas.text(title_x.saturating_sub(1), y, Ink::of(role), mark_of(role));
        title_x += 1;
    } else if app.live.grouping() == Grouping::Reports {
        canvas.text(title_x.saturating_sub(2), y, Ink::of(role), mark_of(role));
    }
    let end = draw_hit_number(app, canvas, y, (grid, view, hit));
    // A title may go on up to the number, or to the section where there is none.
    let gap = if grid.point.is_some() { 2 } else { 1 };
    let next = canvas.first_written(y, title_x).or(grid.next()).unwrap_or(grid.right + 1);
    let limit = next.saturating_sub(gap).max(title_x);
    let behind = grid.point.map(|_| (end + 2, grid.next().unwrap_or(grid.right + 1).saturating_sub(gap)));
    draw_hit_title(app, canvas, y, (title_x, limit, behind), (view, hit));
    if let Some(x) = grid.section {
        let room = usize::from(grid.reason.unwrap_or(grid.right).saturating_sub(x + 1));
        canvas.text(x, y, Ink::Dim, &fit(view.section().name().get(app.lang), room));
    }
    if let Some(x) = grid.reason {
        canvas.text(x, y, Ink::Dim, &fit(hit.reason.label().get(app.lang), usize::from(grid.right.saturating_sub(x))));
    }
    if selected {
        canvas.select_row(y, grid.mark, end);
    }
    // In a narrow window the mark of the year stands behind that of the selection.
    if !selected || grid.point.is_some() {
        picks::draw(app, canvas, (grid.mark, y), (Item::Entry(hit.entry), selected));
    }
}

/// The title, and behind it the text that matched when the title did not; where that has more room behind the
/// number it stands there, as notes do in the lists.
fn draw_hit_title(
    app: &App,
    canvas: &mut Canvas<'_>,
    y: u16,
    (x, limit, behind): (u16, u16, Option<(u16, u16)>),
    (view, hit): (EntryView<'_>, &Hit),
) {
    let lang = app.lang;
    let title = view.title().get(lang);
    let room = usize::from(limit.saturating_sub(x));
    let Some((field, text)) = excerpt_of(view, hit, lang) else {
        canvas.text(x, y, Ink::Plain, &fit(title, room));
        mark_text(canvas, y, (x, title), &hit.marks, title_field(view.title(), &hit.marks, lang));
        return;
    };
    // One cell is enough before a number if that is what is missing.
    let room = room + usize::from(behind.is_some() && room + 1 == width(title) + 2 + width(text));
    let beside = room.saturating_sub(width(title) + 2);
    if let Some((from, to)) = behind.filter(|(from, _)| limit < *from && width(text) > beside) {
        let space = usize::from(to.saturating_sub(from));
        if space > beside && space >= EXCERPT.min(width(text)) {
            canvas.text(x, y, Ink::Plain, &fit(title, room));
            return draw_excerpt(canvas, y, (from, space), (text, hit, field));
        }
    }
    // A long title gives way, so that the reader sees why it was found.
    let crowded = room >= CROWD && width(title) + 2 + least_of(text, hit, field) > room;
    let end =
        canvas.text(x, y, Ink::Plain, &fit(title, if crowded { room - 2 - EXCERPT.min(width(text)) } else { room }));
    let from = end + 2;
    draw_excerpt(canvas, y, (from, (usize::from(x) + room).saturating_sub(usize::from(from))), (text, hit, field));
}

/// The part of a text that matched, with its match marked.
fn draw_excerpt(canvas: &mut Canvas<'_>, y: u16, (x, room): (u16, usize), (text, hit, field): (&str, &Hit, Field)) {
    if room < least_of(text, hit, field) {
        return;
    }
    let (excerpt, skipped) = excerpt(text, hit, field, room);
    // A number without the unit that follows it says another number.
    if excerpt.strip_suffix('…').is_some_and(|kept| kept.trim_end().ends_with(|c: char| c.is_ascii_digit())) {
        return;
    }
    canvas.text(x, y, Ink::Dim, &excerpt);
    let shifted =
        ranges_of(&hit.marks, field).filter_map(|range| Some(range.start.checked_sub(skipped)?..range.end - skipped));
    mark_ranges(canvas, y, (x, &excerpt), shifted);
}

/// The least cells of an excerpt: those of its first match, which is not cut where that is short.
fn least_of(text: &str, hit: &Hit, field: Field) -> usize {
    let first = ranges_of(&hit.marks, field).min_by_key(|range| range.start).cloned().unwrap_or_default();
    let matched: String = text.chars().skip(first.start).take(first.len()).collect();
    width(text).min((width(&matched) + 1).clamp(LEAST, EXCERPT))
}

/// The part of a text around its first match, and how many characters it leaves out before.
fn excerpt(text: &str, hit: &Hit, field: Field, room: usize) -> (String, usize) {
    if width(text) <= room {
        return (text.to_owned(), 0);
    }
    let first = ranges_of(&hit.marks, field).min_by_key(|range| range.start).cloned().unwrap_or_default();
    let at = |scalar| text.char_indices().nth(scalar).map_or(text.len(), |(at, _)| at);
    let (before, after) = text.split_at(at(first.start));
    let matched = width(after.get(..at(first.end) - before.len()).unwrap_or(after));
    // The match and what follows it take what they need or two thirds, what leads to it the rest.
    let follows = if width(after) <= room { width(after) } else { (matched + 1).max(room * 2 / 3) };
    let lead = lead(before, room.saturating_sub(follows));
    let skipped = before.chars().count() - lead.chars().count();
    if lead.is_empty() || skipped == 0 {
        return (fit(&format!("{lead}{after}"), room), skipped);
    }
    (fit(&format!("…{lead}{after}"), room), skipped - 1)
}

/// The least cells of an excerpt, and those that a long title leaves it where there are so many for both.
const LEAST: usize = 4;
const EXCERPT: usize = 12;
const CROWD: usize = 26;

/// Fewer cells of the end of a text say nothing.
const LEAD: usize = 6;

/// The end of a text in so many cells with the sign of what is left out, from the beginning of a word.
fn lead(text: &str, room: usize) -> &str {
    if width(text) <= room {
        return text;
    }
    if room < LEAD {
        return "";
    }
    let end = end_of(text, room.saturating_sub(1));
    let latin = |c: Option<char>| c.is_some_and(|c| c.is_ascii_alphanumeric());
    let cut = text.strip_suffix(end).is_some_and(|rest| latin(rest.chars().next_back())) && latin(end.chars().next());
    let end = if cut { end.split_once(' ').map_or("", |(_, rest)| rest) } else { end };
    end.trim_start_matches([' ', ';', ',', '.', ':', '；', '，', '。', '：', '、'])
}

fn draw_hit_number(app: &App, canvas: &mut Canvas<'_>, y: u16, (grid, view, hit): (&Grid, EntryView<'_>, &Hit)) -> u16 {
    if let Some(medals) = medals_of(app, view, hit) {
        return draw_hit_text(canvas, y, grid, &medals);
    }
    let Some(figure) = figure_of(view, hit) else {
        return draw_hit_words(app, canvas, y, (grid, view, hit));
    };
    let quantity = app.context().quantity(figure);
    let valued = hit.marks.iter().any(|mark| matches!(mark.field, Field::FigureValue(_)));
    let Some(point) = grid.point else {
        let unit = cells_of(&quantity.unit);
        canvas.text_to(grid.right, y, Ink::Plain, &quantity.unit);
        let end = grid.right.saturating_sub(if unit == 0 { 0 } else { unit + 1 });
        let from = canvas.text_to(end, y, Ink::Bold, &quantity.number());
        if valued {
            canvas.mark(y, from, end);
        }
        return grid.right;
    };
    let from = canvas.text_to(point, y, Ink::Bold, &format!("{}{}", quantity.mark, quantity.whole));
    let end = canvas.text(point, y, Ink::Bold, &quantity.fraction);
    if valued {
        canvas.mark(y, from, end.max(point));
    }
    let room = usize::from(grid.next().unwrap_or(grid.right).saturating_sub(grid.unit + 1));
    canvas.text(grid.unit, y, Ink::Plain, &fit(&quantity.unit, room)).max(grid.unit)
}

/// Words in the place of a number; the column behind them.
fn draw_hit_text(canvas: &mut Canvas<'_>, y: u16, grid: &Grid, words: &str) -> u16 {
    let last = grid.next().map_or(grid.right, |next| (grid.unit + cells_of(words)).min(next.saturating_sub(2)));
    canvas.text_to(last, y, Ink::Plain, words);
    last
}

/// The words where a number would stand; in tasks the mark of a mere statement.
fn draw_hit_words(app: &App, canvas: &mut Canvas<'_>, y: u16, (grid, view, hit): (&Grid, EntryView<'_>, &Hit)) -> u16 {
    let end = grid.point.unwrap_or(grid.right);
    if let Some(words) = view.words() {
        // They have what the title, and what is shown beside it, leave.
        let excerpt = excerpt_of(view, hit, app.lang).map_or(0, |(_, text)| 2 + width(text));
        let taken = usize::from(grid.title) + width(view.title().get(app.lang)) + excerpt + 4;
        let room = usize::from(grid.next().unwrap_or(grid.right + 1)).saturating_sub(taken).max(usize::from(HIT_WORDS));
        return draw_hit_text(canvas, y, grid, &fit(words.get(app.lang), room));
    }
    let mark = if view.tab() == Tab::Tasks { "▫" } else { "" };
    canvas.text_to(end, y, Ink::Target, mark);
    if grid.point.is_some() { grid.unit } else { end }
}
