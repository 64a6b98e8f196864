//! The search: the query in the first row, the hits below it as the lists show
//! them, and at the right the selected hit among its neighbours.

use super::bars::mark_of;
use super::canvas::{Canvas, cells_of, counted};
use super::chrome::draw_rule;
use super::entries::mark_text;
use super::headings::heading_of;
use super::numbers;
use super::{picks, prompt};
use crate::app::{App, HitLine, Item, Regions};
use crate::pages::{Ink, margins};
use crate::report::{EntryView, Figure, Tab};
use crate::search::{Field, Hit};
use crate::text::{Label, Lang, fit, width};

/// Draws the search; the cell of the cursor behind the last character typed.
pub(super) fn draw(app: &App, canvas: &mut Canvas<'_>, regions: &Regions) -> (u16, u16) {
    let (counts_from, active) = draw_counts(app, canvas, regions);
    let cursor = draw_query(app, &mut canvas.within(regions.tabs), counts_from);
    if let Some(rule) = regions.rule {
        draw_rule(&mut canvas.within(rule), active);
    }
    if app.live.hits.is_empty() {
        draw_examples(app, &mut canvas.within(regions.list));
        return cursor;
    }
    draw_hits(app, &mut canvas.within(regions.list), regions);
    if let (Some(area), Some(view)) = (regions.context, app.selected()) {
        draw_context(app, &mut canvas.within(area), view);
    }
    cursor
}

/// The query with its cursor always in sight: a long line is shown from further right.
fn draw_query(app: &App, canvas: &mut Canvas<'_>, end: u16) -> (u16, u16) {
    let start = canvas.text(1, 0, Ink::Bold, "/") + 1;
    let room = usize::from(end.saturating_sub(start + 2)).max(2);
    let (shown, column) = prompt::window(&app.input, room);
    canvas.text(start, 0, Ink::Bold, &shown);
    (start + counted(column), 0)
}

/// How many hits each pane has, in the place of the tabs; where they begin and which is active.
fn draw_counts(app: &App, canvas: &mut Canvas<'_>, regions: &Regions) -> (u16, Option<(u16, u16)>) {
    let mut row = canvas.within(regions.tabs);
    let right = row.width().saturating_sub(1);
    if row.width() < 76 {
        let count = app.live.hits.len();
        let text = match app.lang {
            Lang::Zh => format!("{count} 处"),
            Lang::En if count == 1 => "1 hit".to_owned(),
            Lang::En => format!("{count} hits"),
        };
        let text = if app.input.is_empty() { String::new() } else { text };
        return (row.text_to(right, 0, Ink::Dim, &text), None);
    }
    let here = app.selected().map(|view| view.section.tab);
    let mut end = right;
    let mut active = None;
    for pane in Tab::ALL.into_iter().rev() {
        let count = app.live.count(pane);
        let number = if count == 0 { "–".to_owned() } else { count.to_string() };
        let ink = if count == 0 { Ink::Dim } else { Ink::Plain };
        let from = row.text_to(end, 0, ink, &format!("{} {number}", pane.label().get(app.lang)));
        if here == Some(pane) {
            active = Some((from.saturating_sub(1), end + 1));
        }
        end = from.saturating_sub(3);
    }
    (end, active)
}

/// The columns of the list of hits.
struct Grid {
    mark: u16,
    title: (u16, u16),
    point: Option<u16>,
    unit: u16,
    section: Option<u16>,
    reason: Option<u16>,
    right: u16,
}

impl Grid {
    fn of(app: &App, cells: u16) -> Self {
        let (mark, left) = margins(cells);
        let right = cells.saturating_sub(1);
        if cells < 60 {
            // The mark of the year stands before the title where headings have no room.
            let title = (left, right.saturating_sub(left));
            return Self { mark, title, point: None, unit: 0, section: None, reason: None, right };
        }
        let title = if app.lang == Lang::Zh { 26 } else { 30 };
        let whole = if app.lang == Lang::Zh { 6 } else { 8 };
        let point = left + title + 1 + whole;
        let unit = point + 4;
        let (section, reason) = (right.saturating_sub(21), right.saturating_sub(8));
        Self {
            mark,
            title: (left, title),
            point: Some(point),
            unit,
            section: Some(section),
            reason: Some(reason),
            right,
        }
    }
}

fn draw_hits(app: &App, canvas: &mut Canvas<'_>, regions: &Regions) {
    let headed = regions.spaced();
    let lines = app.live.lines(headed);
    let grid = Grid::of(app, canvas.width());
    let height = canvas.height();
    for (y, index) in (0..height).zip(app.hit.top..lines.len()) {
        match lines.get(index) {
            Some(HitLine::Heading(pane)) if y + 1 < height => draw_heading(app, canvas, y, *pane),
            Some(HitLine::Hit(at)) if y == 0 && headed && index > 0 && *at != app.hit.selected => {
                if let Some(view) = app.live.hits.get(*at).and_then(|hit| app.reading().library.get(hit.entry)) {
                    draw_heading(app, canvas, y, view.section.tab);
                }
            }
            Some(HitLine::Hit(at)) => {
                if let Some(hit) = app.live.hits.get(*at) {
                    draw_hit(app, canvas, y, (&grid, hit, *at == app.hit.selected));
                }
            }
            _ => {}
        }
    }
}

fn draw_heading(app: &App, canvas: &mut Canvas<'_>, y: u16, tab: Tab) {
    let (_, left) = margins(canvas.width());
    let x = canvas.text(left, y, Ink::Bold, tab.label().get(app.lang));
    let x = canvas.text(x + 2, y, Ink::of(tab.role()), mark_of(tab.role()));
    if let Some(year) = app.reading().library.year() {
        canvas.text(x + 1, y, Ink::Dim, &tab.year(year).to_string());
    }
}

fn draw_hit(app: &App, canvas: &mut Canvas<'_>, y: u16, (grid, hit, selected): (&Grid, &Hit, bool)) {
    let Some(view) = app.reading().library.get(hit.entry) else {
        return;
    };
    let mut title_x = grid.title.0;
    if grid.point.is_none() {
        let role = view.section.tab.role();
        canvas.text(title_x.saturating_sub(1), y, Ink::of(role), mark_of(role));
        title_x += 1;
    }
    let end = draw_hit_number(app, canvas, y, (grid, view, hit));
    let limit = match grid.point {
        Some(_) => grid.title.0 + grid.title.1,
        None => canvas.first_written(y, title_x).unwrap_or(grid.right + 1).saturating_sub(1),
    };
    draw_hit_title(app, canvas, y, (title_x, limit), (view, hit));
    if let Some(x) = grid.section {
        let room = usize::from(grid.reason.unwrap_or(grid.right).saturating_sub(x + 1));
        canvas.text(x, y, Ink::Dim, &fit(view.section.name.get(app.lang), room));
    }
    if let Some(x) = grid.reason {
        canvas.text(x, y, Ink::Dim, &fit(hit.tier.label().get(app.lang), usize::from(grid.right.saturating_sub(x))));
    }
    if selected {
        canvas.select_row(y, grid.mark, end);
    }
    // In a narrow window the mark of the year stands behind that of the selection.
    if !selected || grid.point.is_some() {
        picks::draw(app, canvas, (grid.mark, y), (Item::Entry(hit.entry), selected));
    }
}

/// The title, and behind it the text that matched when the title did not.
fn draw_hit_title(
    app: &App,
    canvas: &mut Canvas<'_>,
    y: u16,
    (x, limit): (u16, u16),
    (view, hit): (EntryView<'_>, &Hit),
) {
    let lang = app.lang;
    let title = view.entry.title.get(lang);
    let room = usize::from(limit.saturating_sub(x));
    let end = canvas.text(x, y, Ink::Plain, &fit(title, room));
    mark_text(canvas, y, (x, title), &hit.marks, Field::Title(lang));
    if hit.marks.iter().any(|mark| mark.field == Field::Title(lang)) {
        return;
    }
    let Some((field, text)) = hit.marks.iter().find_map(|mark| Some((mark.field, field_text(view, mark.field)?)))
    else {
        return;
    };
    let from = end + 2;
    let room = usize::from(limit.saturating_sub(from));
    if room < 4 {
        return;
    }
    let (excerpt, skipped) = excerpt(text, hit, field, room);
    canvas.text(from, y, Ink::Dim, &excerpt);
    let marks: Vec<crate::search::Mark> = hit
        .marks
        .iter()
        .filter(|mark| mark.field == field)
        .map(|mark| crate::search::Mark {
            field: mark.field,
            ranges: mark
                .ranges
                .iter()
                .filter_map(|range| Some(range.start.checked_sub(skipped)?..range.end - skipped))
                .collect(),
        })
        .collect();
    mark_text(canvas, y, (from, &excerpt), &marks, field);
}

/// The part of a text from its first matched character on, and how many characters it leaves out.
fn excerpt(text: &str, hit: &Hit, field: Field, room: usize) -> (String, usize) {
    let ranges = hit.marks.iter().filter(|mark| mark.field == field).flat_map(|mark| &mark.ranges);
    let start = ranges.map(|range| range.start).min().unwrap_or(0);
    // A short text is shown whole; a long one from its match on.
    let skipped = if width(text) <= room { 0 } else { start };
    (fit(&text.chars().skip(skipped).collect::<String>(), room), skipped)
}

/// The text of a field that a hit can show beside the title.
fn field_text(view: EntryView<'_>, field: Field) -> Option<&str> {
    let entry = view.entry;
    match field {
        Field::Title(lang) => Some(entry.title.get(lang)),
        Field::Note(lang) => Some(entry.note.as_ref()?.get(lang)),
        Field::Group(lang) => Some(entry.group.as_ref()?.get(lang)),
        Field::Section(lang) => Some(view.section.name.get(lang)),
        Field::FigureName(at, lang) => Some(entry.figures.get(usize::from(at))?.name.as_ref()?.get(lang)),
        Field::Heading => Some(&view.section.heading),
        Field::Quote => entry.quote.as_deref(),
        _ => None,
    }
}

/// The figure that the hit is about: the one that matched, else the first.
fn figure_of<'a>(view: EntryView<'a>, hit: &Hit) -> Option<&'a Figure> {
    let matched = hit.marks.iter().find_map(|mark| match mark.field {
        Field::FigureName(at, _) | Field::FigureUnit(at, _) | Field::FigureValue(at) => Some(usize::from(at)),
        _ => None,
    });
    view.entry.figures.get(matched.unwrap_or(0))
}

fn draw_hit_number(app: &App, canvas: &mut Canvas<'_>, y: u16, (grid, view, hit): (&Grid, EntryView<'_>, &Hit)) -> u16 {
    let Some(figure) = figure_of(view, hit) else {
        let statement = view.section.tab == Tab::Tasks;
        let mark = if statement { "▫" } else { "" };
        let end = grid.point.unwrap_or(grid.right);
        canvas.text_to(end, y, Ink::Target, mark);
        return if grid.point.is_some() { grid.unit } else { end };
    };
    let quantity = numbers::quantity(app, figure);
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
    let room = usize::from(grid.section.unwrap_or(grid.right).saturating_sub(grid.unit + 1));
    canvas.text(grid.unit, y, Ink::Plain, &fit(&quantity.unit, room)).max(grid.unit)
}

/// The section of the hit, the hit in its middle.
fn draw_context(app: &App, canvas: &mut Canvas<'_>, view: EntryView<'_>) {
    let (mark, left, right) = (1, 3, canvas.width().saturating_sub(1));
    let title = heading_of(app, view.report_at, view.section);
    canvas.text(left, 0, Ink::Bold, &fit(&title, usize::from(right.saturating_sub(left))));
    let entries = &view.section.entries;
    let rows = usize::from(canvas.height().saturating_sub(1));
    let top = view.entry_at.saturating_sub(rows / 2).min(entries.len().saturating_sub(rows));
    for (y, (at, entry)) in (1..canvas.height()).zip(entries.iter().enumerate().skip(top)) {
        let number = match entry.figures.first() {
            Some(figure) => numbers::quantity(app, figure).line(),
            None if view.section.tab == Tab::Tasks => "▫".to_owned(),
            None => String::new(),
        };
        let ink = if entry.figures.is_empty() { Ink::Target } else { Ink::Plain };
        let from = canvas.text_to(right, y, ink, &number);
        let room = usize::from(from.saturating_sub(left + 1));
        canvas.text(left, y, Ink::Plain, &fit(entry.title.get(app.lang), room));
        if at == view.entry_at {
            canvas.select_row(y, mark, right);
        }
    }
}

/// Before the first character and after a query that finds nothing: what can be typed, by examples that find something here.
fn draw_examples(app: &App, canvas: &mut Canvas<'_>) {
    let lang = app.lang;
    let (_, left) = margins(canvas.width());
    let query = app.input.text();
    let mut y = 0;
    if !query.trim().is_empty() {
        let text = match lang {
            Lang::Zh => format!("没有找到“{}”", query.trim()),
            Lang::En => format!("Nothing found for “{}”", query.trim()),
        };
        let room = usize::from(canvas.width().saturating_sub(left + 1));
        canvas.text(left, y, Ink::Bold, &fit(&text, room));
        y += 1;
    }
    let hint = if query.trim().is_empty() {
        Label::new("都可以搜，例如：", "Type any of these, for example:")
    } else {
        Label::new("换个短些的词；下面这些都能找到：", "Try a shorter word; these all work:")
    };
    canvas.text(left, y, Ink::Dim, hint.get(lang));
    for (at, (label, example)) in (y + 1..).zip(app.examples()) {
        let x = canvas.text(left, at, Ink::Dim, label.get(lang));
        canvas.text(x.max(left + 10), at, Ink::Plain, example);
    }
}
