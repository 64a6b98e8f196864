//! The search: the query in the first row, the hits below it as the lists show
//! them, and at the right the selected hit among its neighbours.

use super::canvas::Canvas;
use super::chrome::draw_rule;
use super::headings::heading_of;
use super::{hits, prompt};
use crate::app::{App, Mode, Pane, Regions, medals};
use crate::library::EntryView;
use crate::pages::{Ink, margins};
use crate::report::{Entry, Tab};
use crate::search::Reason;
use crate::text::{Label, Lang, cells_of, counted, fit, width, wrap_under};

/// Draws the search, or its hits as a list; the cell of the cursor: behind the last character typed, or on
/// the selected hit.
pub(super) fn draw(app: &App, canvas: &mut Canvas<'_>, regions: &Regions) -> (u16, u16) {
    let (counts_from, active) = draw_counts(app, canvas, regions);
    let cursor = draw_query(app, &mut canvas.within(regions.tabs), counts_from);
    if let Some(rule) = regions.rule {
        draw_rule(&mut canvas.within(rule), active);
    }
    if app.live.is_empty() {
        if !app.is_searching() {
            draw_examples(app, &mut canvas.within(regions.list));
        }
        return cursor;
    }
    let selection = hits::draw(app, &mut canvas.within(regions.list));
    if let (Some(area), Some(view)) = (regions.context, app.selected()) {
        draw_context(app, &mut canvas.within(area), view);
    }
    match selection.filter(|_| app.ground() == Mode::Hits) {
        Some((x, y)) => (regions.list.x + x, regions.list.y + y),
        None => cursor,
    }
}

/// The query with its cursor always in sight: a long line is shown from further right.
fn draw_query(app: &App, canvas: &mut Canvas<'_>, end: u16) -> (u16, u16) {
    let start = canvas.text(1, 0, Ink::Bold, "/") + 1;
    let room = usize::from(end.saturating_sub(start + 2)).max(2);
    let (shown, column) = prompt::window(&app.input, room);
    let behind = canvas.text(start, 0, Ink::Bold, &shown) + 3;
    let reason = app.live.hit(app.hit.selected).map(|hit| hit.reason);
    let reason = reason.filter(|reason| matches!(reason, Reason::Synonym(_))).map(|reason| reason.in_full(app.lang));
    let chip = app.hit_figures.label().map(|label| format!("[{} ×]", label.get(app.lang)));
    let one = app.searches_one_report().then(|| Label::new("[本报告 ×]", "[this report ×]").get(app.lang).to_owned());
    let news = chip.or_else(|| progress(app)).or_else(|| app.live.reservation(app.lang)).or(reason);
    // What has no room gives way, the last first.
    let mut x = behind;
    for aside in [one, places(app), news].into_iter().flatten() {
        if x + cells_of(&aside) < end {
            x = canvas.text(x, 0, Ink::Dim, &aside) + 3;
        }
    }
    (start + counted(column), 0)
}

/// How many places have hits, of how many.
fn places(app: &App) -> Option<String> {
    let (found, all) = app.places_found().filter(|_| !app.live.is_empty() && !app.searches_one_report())?;
    Some(match app.lang {
        Lang::Zh => format!("{all} 个地方中的 {found} 个"),
        Lang::En => format!("{found} of {all} places"),
    })
}

/// How much can be found by now, where that is not yet everything.
fn progress(app: &App) -> Option<String> {
    let (searched, all) = (app.searched()?, app.library.len());
    Some(match app.lang {
        Lang::Zh => format!("已查 {searched} / {all} 条"),
        Lang::En => format!("{searched} of {all} entries searched"),
    })
}

/// How many hits each pane has, in the place of the tabs; where they begin and which is active.
fn draw_counts(app: &App, canvas: &mut Canvas<'_>, regions: &Regions) -> (u16, Option<(u16, u16)>) {
    let mut row = canvas.within(regions.tabs);
    let right = row.width().saturating_sub(1);
    if row.width() < 76 {
        let count = app.live.len();
        let text = match app.lang {
            Lang::Zh => format!("{count} 处"),
            Lang::En if count == 1 => "1 hit".to_owned(),
            Lang::En => format!("{count} hits"),
        };
        let text = if app.input.is_empty() || app.is_searching() { String::new() } else { text };
        return (row.text_to(right, 0, Ink::Dim, &text), None);
    }
    let here = app.live.pane(app.hit.selected);
    let mut end = right;
    let mut active = None;
    for pane in Pane::ALL.into_iter().filter(|pane| *pane != Pane::Overview).rev() {
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

/// The most rows of a heading or of a title that is longer than a row.
const LINES: usize = 2;

/// The cells by which the second of them is indented.
const UNDER: u16 = 2;

/// A text in its rows; the last one ends with the sign of a cut where there would be more.
fn lines_of(text: &str, room: usize) -> Vec<String> {
    let mut lines = wrap_under(text, room, usize::from(UNDER));
    if lines.len() > LINES {
        let rest = lines.first().and_then(|first| text.strip_prefix(first.as_str())).unwrap_or_default().trim_start();
        let rest = fit(rest, room.saturating_sub(usize::from(UNDER)));
        lines.truncate(1);
        lines.push(rest);
    }
    if lines.is_empty() {
        lines.push(String::new());
    }
    lines
}

/// The section of the hit, the hit in its middle.
fn draw_context(app: &App, canvas: &mut Canvas<'_>, view: EntryView<'_>) {
    let (mark, left, right) = (1, 3, canvas.width().saturating_sub(1));
    let room = usize::from(right.saturating_sub(left));
    let heading = lines_of(&heading_of(view.report(), view.section(), app.lang), room);
    for (y, line) in (0..).zip(&heading) {
        canvas.text(left + if y > 0 { UNDER } else { 0 }, y, Ink::Bold, line);
    }
    let top = counted(heading.len());
    let rows = usize::from(canvas.height().saturating_sub(top));
    // Each entry has a row at least: farther ones are out of sight.
    let near = view.entry_at().saturating_sub(rows)..view.entry_at() + rows + 1;
    let entries = view.section().entries().iter().enumerate().skip(near.start).take(near.len());
    let written: Vec<(usize, Vec<String>, &Entry, String)> = entries
        .map(|(at, entry)| {
            let number = match (entry.honour(), entry.figures()) {
                (Some(_), [_, _, ..]) => medals(&app.context(), entry),
                (_, [figure, ..]) => app.context().quantity(figure).line(),
                _ if view.tab() == Tab::Tasks => "▫".to_owned(),
                _ => String::new(),
            };
            let taken = if number.is_empty() { 0 } else { 1 + width(&number) };
            let mut lines = vec![entry.title().get(app.lang).to_owned()];
            if lines.iter().map(|title| width(title)).sum::<usize>() + taken > room {
                lines = lines_of(entry.title().get(app.lang), room);
                // A number that has no room behind the end of the title has a row of its own.
                let indent = if lines.len() > 1 { usize::from(UNDER) } else { 0 };
                let end = lines.last().map_or(0, |last| width(last) + indent);
                lines.extend((end + taken > room).then(String::new));
            }
            (at, lines, entry, number)
        })
        .collect();
    let before = written.iter().take_while(|(at, ..)| *at < view.entry_at());
    let before: usize = before.map(|(_, lines, ..)| lines.len()).sum();
    let all: usize = written.iter().map(|(_, lines, ..)| lines.len()).sum();
    let hidden = before.saturating_sub(rows / 2).min(all.saturating_sub(rows));
    let lines = written.iter().flat_map(|(at, lines, entry, number)| {
        let last = lines.len() - 1;
        lines.iter().enumerate().map(move |(row, line)| {
            let x = left + if row > 0 { UNDER } else { 0 };
            (*at, *entry, (x, line), if row == last { number.as_str() } else { "" })
        })
    });
    for (y, (at, entry, (x, line), number)) in (top..canvas.height()).zip(lines.skip(hidden)) {
        let ink = if entry.figures().is_empty() { Ink::Target } else { Ink::Plain };
        canvas.text_to(right, y, ink, number);
        canvas.text(x, y, Ink::Plain, line);
        if at == view.entry_at() {
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
        let (before, behind) = match (lang, app.searches_one_report()) {
            (Lang::Zh, false) => ("没有找到“", "”"),
            (Lang::En, false) => ("Nothing found for “", "”"),
            (Lang::Zh, true) => ("本报告里没有“", "”"),
            (Lang::En, true) => ("This report has no “", "”"),
        };
        let key =
            app.searches_one_report().then_some(Label::new("；按 Ctrl-R 搜全部报告", "; Ctrl-R searches all reports"));
        let key = key.map_or("", |key| key.get(lang));
        let room = usize::from(canvas.width().saturating_sub(left + 1));
        // What to press is whole, in a row of its own where there is no room for both; what was typed gives way.
        let typed = fit(query.trim(), room.saturating_sub(width(before) + width(behind)));
        let x = canvas.text(left, y, Ink::Bold, &format!("{before}{typed}{behind}"));
        if usize::from(x - left) + width(key) <= room {
            canvas.text(x, y, Ink::Bold, key);
        } else {
            y += 1;
            canvas.text(left, y, Ink::Bold, key.trim_start_matches(['；', ';', ' ']));
        }
        y += 1;
    }
    let examples = app.examples();
    let hint = match (query.trim().is_empty(), examples.is_empty()) {
        (true, false) => Label::new("都可以搜，例如：", "Type any of these, for example:"),
        (true, true) => Label::new("可搜标题、数字、注、板块", "Titles, figures, notes, headings"),
        (false, false) => Label::new("换个短些的词；下面这些都能找到：", "Try a shorter word; these all work:"),
        (false, true) => Label::new("换个短些的词", "Try a shorter word"),
    };
    canvas.text(left, y, Ink::Dim, hint.get(lang));
    for (at, (label, example)) in (y + 1..).zip(examples.iter()) {
        let x = canvas.text(left, at, Ink::Dim, label.get(lang));
        canvas.text(x.max(left + 10), at, Ink::Plain, example);
    }
}
