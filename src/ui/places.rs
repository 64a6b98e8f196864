//! The places of a year: ranked on one scale, ranges as ranges, and what the one under the cursor says.

use ratatui::layout::Position;
use ratatui::style::Style;

use super::bars::mark_of;
use super::canvas::Canvas;
use super::{chips, point_source};
use crate::app::{App, Mode, PlaceCells, PlaceRow, PlacesTable, PlacesView, Regions, drawable, head_rows};
use crate::pages::{Ink, LABEL_WIDTH, margins};
use crate::report::{Role, in_words};
use crate::text::{Bilingual, Label, Lang, cells_of, counted, fit, several, width, wrap};

/// Draws the list; the cell of the selection.
pub(super) fn draw(app: &App, canvas: &mut Canvas<'_>, regions: &Regions) -> Option<(u16, u16)> {
    let (places, area) = (app.places()?, regions.list);
    let table = app.places_table(area.width)?;
    let mut canvas = canvas.within(area);
    let head = head_rows(area);
    table.head(app, &mut canvas, places, head);
    let mut at = None;
    let silent = table.rows.len();
    for (y, place) in (head..canvas.height()).zip(places.cursor.top..) {
        let Some(cells) = table.rows.get(place) else {
            let Some(line) = table.silent.get(place - silent) else { break };
            canvas.text(table.name.0, y, Ink::Dim, line);
            continue;
        };
        table.row(&mut canvas, y, cells, places.asked.role);
        if place == places.cursor.selected {
            canvas.select_row(y, table.mark, table.value);
            at = Some((table.mark, area.y + y));
        }
    }
    at
}

/// The place that a cell of the list belongs to.
pub(super) fn row_at(app: &App, regions: &Regions, at: Position) -> Option<usize> {
    let places = app.places()?;
    let row = usize::from(at.y.checked_sub(regions.list.y + head_rows(regions.list))?);
    let place = places.cursor.top + row;
    (regions.list.contains(at) && place < places.rows.len()).then_some(place)
}

/// The indicator with its year: what is ranked, by its shorter name where there is no room.
fn title(app: &App, places: &PlacesView, room: usize) -> (String, String) {
    let context = app.context();
    let name = context.library.lexicon().indicator(&places.indicator).map(|name| name.name(app.lang));
    let own = places.rows.first().map(|row| row.point.name.get(app.lang));
    let long = titled(app, places, name.or(own).unwrap_or(&places.indicator));
    if width(&long.0) + 2 + width(&long.1) <= room {
        return long;
    }
    let short = titled(app, places, own.unwrap_or(&places.indicator));
    if width(&short.0) <= room {
        return short;
    }
    // The year is whole, and the marks say whether targets or results are ranked.
    let (name, year) = (drawable(&context, own.unwrap_or(&places.indicator)), places.asked.year);
    (Bilingual::new(format!("{year} 年{name}"), format!("{year} {name}")).get(app.lang).to_owned(), short.1)
}

/// The cells of what is ranked, with a gap before it; none where no places are in sight.
pub(super) fn title_cells(app: &App) -> u16 {
    let places = app.places().filter(|_| app.ground() == Mode::Places);
    places.map_or(0, |places| 2 + cells_of(&title(app, places, 0).0))
}

/// Indicator and year, and how many places have it.
fn titled(app: &App, places: &PlacesView, name: &str) -> (String, String) {
    let (name, year, count) = (drawable(&app.context(), name), places.asked.year, places.rows.len());
    let side = match places.asked.role {
        Role::Target => Bilingual::new("目标", "targets"),
        Role::Result | Role::Base => Bilingual::new("结果", "results"),
    };
    match app.lang {
        Lang::Zh => (format!("{name} {year} 年{}", side.zh), format!("{count} 个地方")),
        Lang::En => (format!("{name}, {year} {}", side.en), several(count, "place", "places")),
    }
}

impl PlacesTable {
    /// What is ranked, and the steps of the scale: behind it, or in a row of their own.
    fn head(&self, app: &App, canvas: &mut Canvas<'_>, places: &PlacesView, rows: u16) {
        let x = chips::draw(app, canvas) + 2;
        let room = usize::from(self.right.saturating_sub(x));
        let (title, count) = title(app, places, room);
        // The number of places is whole or not there.
        let behind = canvas.text(x, 0, Ink::Bold, &fit(&title, room));
        let fits = usize::from(behind.saturating_sub(x)) + 2 + width(&count) <= room;
        if fits {
            canvas.text(behind + 2, 0, Ink::Bold, &count);
        }
        if rows > 1 {
            for (from, text) in self.steps(0) {
                canvas.text(from, 1, Ink::Dim, &text);
            }
        }
    }

    /// The steps that stand behind column `least`, each where its text begins; the last with the unit.
    fn steps(&self, least: u16) -> Vec<(u16, String)> {
        let Some(scale) = self.scale.as_ref().filter(|_| self.chart.is_some()) else {
            return Vec::new();
        };
        let mut steps: Vec<(u16, String)> = Vec::new();
        let end = scale.steps.len().saturating_sub(1);
        for (at, (value, text)) in scale.steps.iter().enumerate().rev() {
            let Some(cell) = self.cell(*value) else { continue };
            let text = if at == end { format!("{text} {}", scale.unit) } else { text.clone() };
            // The last one ends at the margin at the latest, so that its unit is whole.
            let cell = cell.min(self.right.saturating_sub(cells_of(&text)));
            let before = steps.last().map_or(u16::MAX, |(from, _)| *from);
            if cell >= least && cell + cells_of(&text) + 1 < before {
                steps.push((cell, text.trim_end().to_owned()));
            }
        }
        steps.reverse();
        steps
    }

    fn row(&self, canvas: &mut Canvas<'_>, y: u16, cells: &PlaceCells, role: Role) {
        canvas.text(self.name.0, y, Ink::Plain, &fit(&cells.name, usize::from(self.name.1)));
        let (whole, rest) = cells.parts();
        canvas.text_to(self.point, y, Ink::Bold, whole);
        canvas.text(self.point, y, Ink::Bold, rest);
        if !cells.words.is_empty() {
            let x = self.name.0 + self.name.1 + 2;
            canvas.text(x, y, Ink::Dim, &fit(&cells.words, usize::from(self.right.saturating_sub(x))));
        }
        let (Some((x, room)), Some((low, high))) = (self.chart, cells.ends) else {
            return;
        };
        let (Some(low), Some(high)) = (self.cell(low), self.cell(high)) else {
            return;
        };
        let track = canvas.theme.style(Ink::Dim);
        canvas.line(x, y, room, track, "·");
        canvas.line(low, y, high - low, Style::new(), "━");
        for at in [low, high] {
            canvas.text(at, y, Ink::of(role), mark_of(role));
        }
    }
}

/// What the place under the cursor says: the value in words, its source, and the sentence where it is known.
pub(super) fn draw_details(app: &App, canvas: &mut Canvas<'_>) {
    let (cells, dim) = (canvas.width(), canvas.theme.style(Ink::Dim));
    canvas.line(0, 0, cells, dim, "─");
    let Some(row) = app.places().and_then(PlacesView::row) else {
        return;
    };
    let context = app.context();
    let right = cells.saturating_sub(1);
    let name = format!(" {} ", drawable(&context, row.place.name.get(app.lang)));
    canvas.text(2, 0, Ink::Bold, &fit(&name, usize::from(right.saturating_sub(2))));
    let (mark, text) = margins(cells);
    let x = text + counted(LABEL_WIDTH);
    let room = usize::from(right.saturating_sub(x));
    let role = row.point.role;
    canvas.text(mark, 1, Ink::of(role), mark_of(role));
    canvas.text(text, 1, Ink::Dim, &row.point.years.to_string());
    let (name, said) = said(app, row);
    // What is ranked stands over the list too.
    let whole = format!("{name}  {said}");
    canvas.text(x, 1, Ink::Plain, &fit(if width(&whole) <= room { &whole } else { &said }, room));
    point_source::draw(app, canvas, 2, &row.point);
    let Some(quote) = row.point.at.and_then(|at| app.library.get(at)?.entry().quote()) else {
        return;
    };
    canvas.text(text, 3, Ink::Dim, Label::new("原文", "Quote").get(app.lang));
    let lines = wrap(&drawable(&context, quote), room);
    let rows = usize::from(canvas.height().saturating_sub(3));
    for (y, line) in (3..canvas.height()).zip(&lines) {
        let last = usize::from(y) == rows + 2 && lines.len() > rows;
        let line = if last { fit(&format!("{line}……"), room.min(width(line))) } else { line.clone() };
        canvas.text(x, y, Ink::Plain, &line);
    }
}

/// The name of what is ranked, and what the place says of it.
fn said(app: &App, row: &PlaceRow) -> (String, String) {
    let context = app.context();
    let name = drawable(&context, row.point.name.get(app.lang));
    let said = match (row.point.figure(), row.point.words()) {
        (Some(figure), _) => in_words(figure, context.library.lexicon(), app.lang),
        (None, words) => words.map(|words| drawable(&context, words.get(app.lang))).unwrap_or_default(),
    };
    (name, said)
}
