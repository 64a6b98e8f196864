//! The targets as a poster: large digits, one axis for all rates, what is missing said in its place.

use super::bars::{draw_pair, draw_spark, draw_years};
use super::canvas::Canvas;
use super::numerals::large;
use super::picks;
use crate::app::{App, Item, Pane, Poster, rate_of};
use crate::library::{EntryView, Side};
use crate::pages::{Ink, PAST_YEARS, margins};
use crate::report::{Figure, Role, Scope, Tab};
use crate::text::{Label, Lang, cells_of, counted, fit, width, wrap};

/// The column behind the large digits, and that of the axis.
const DIGITS: u16 = 17;
const AXIS: u16 = 20;
/// The same where a target has two rows.
const ROW_NUMBER: u16 = 10;
const ROW_AXIS: u16 = 12;

/// The fewest cells of the axis where lines of other years stand behind it.
const AXIS_BESIDE_PAST: u16 = 24;

/// Where the axis is and what it measures.
struct Scale {
    x: u16,
    cells: u16,
    full: f64,
    /// Where the lines of other years begin, and their years.
    past: Option<(u16, (i32, i32))>,
}

impl Scale {
    fn of(app: &App, cells: u16) -> Self {
        let x = if is_large(app) { AXIS } else { ROW_AXIS };
        let layout = app.layout_of(Pane::Tab(Tab::Targets));
        let most = if is_large(app) { 80 } else { 120 };
        let axis = cells.saturating_sub(x + 4);
        // Behind the axis stand its last value with its unit, then the lines.
        let beside = axis.saturating_sub(PAST_YEARS + 2).min(most);
        let years = layout.years.filter(|_| beside >= AXIS_BESIDE_PAST);
        let cells = if years.is_some() { beside } else { axis.min(most) };
        Self { x, cells, full: layout.axis, past: years.map(|years| (x + cells + 5, years)) }
    }

    /// The cell of a tick; the last one is the end of the axis.
    fn tick(&self, share: f64) -> u16 {
        let last = self.cells.saturating_sub(1);
        (0..=last).rev().find(|&cell| f64::from(cell) <= share * f64::from(self.cells)).unwrap_or(0)
    }
}

fn is_large(app: &App) -> bool {
    app.regions_of(Pane::Tab(Tab::Targets)).is_some_and(|regions| matches!(regions.poster(), Poster::Large { .. }))
}

fn result_of<'a>(app: &'a App, view: EntryView<'_>) -> Option<&'a Figure> {
    app.context().pairs.same(Side { entry: view.at(), figure: Some(0) })?.figure(app.context().library)
}

/// The scale over the targets: its ticks and its unit.
pub(super) fn draw_axis(app: &App, canvas: &mut Canvas<'_>, y: u16) {
    let scale = Scale::of(app, canvas.width());
    let growth = Label::new("增速", "growth").get(app.lang);
    let head = app.context().year().map_or_else(|| growth.to_owned(), |year| format!("{year} {growth}"));
    let head = if is_large(app) { head } else { "%".to_owned() };
    canvas.text(margins(canvas.width()).1, y, Ink::Dim, &head);
    for step in 0..=5_u8 {
        let value = scale.full * f64::from(step) / 5.0;
        let at = scale.x + scale.tick(f64::from(step) / 5.0);
        let end = canvas.text(at, y, Ink::Dim, &value.to_string());
        if step == 5 {
            canvas.text(end + 1, y, Ink::Dim, "%");
        }
    }
    if let Some((x, years)) = scale.past {
        draw_years(canvas, (x, y), years);
    }
}

/// One row of a target.
pub(super) fn draw_row(
    app: &App,
    canvas: &mut Canvas<'_>,
    (y, row): (u16, u16),
    (view, selected): (EntryView<'_>, bool),
) {
    let scale = Scale::of(app, canvas.width());
    if let (1, Some((x, _)), Some(line)) = (row, scale.past, app.context().past_line(view, 0)) {
        draw_spark(canvas, x, y, (&line.values, line.full), Ink::Result);
    }
    if is_large(app) {
        draw_digits(app, canvas, (y, row), view);
        match row {
            0 => draw_name(app, canvas, (scale.x, y), (view, selected)),
            1 if rate_of(view).is_some() => draw_scale(app, canvas, y, (view, &scale)),
            1 | 2 if (row == 2) == rate_of(view).is_some() => {
                let behind = scale.past.filter(|_| row == 1).map_or(canvas.width(), |(x, _)| x - 1);
                let room = behind.saturating_sub(scale.x + 1);
                draw_note(app, canvas, (scale.x, y), (view, room));
            }
            _ => {}
        }
        if selected && row == 0 {
            canvas.on_selection(margins(canvas.width()).0, y, ">");
        }
        if row == 0 {
            picks::draw(app, canvas, (margins(canvas.width()).0, y), (Item::Entry(view.at()), selected));
        }
        return;
    }
    match row {
        0 => draw_line(app, canvas, y, (view, &scale, selected)),
        1 if rate_of(view).is_some() => draw_scale(app, canvas, y, (view, &scale)),
        _ => {}
    }
}

/// A further figure of a target: its number under that of the first one, its name, and what stands beside it.
pub(super) fn draw_further(app: &App, canvas: &mut Canvas<'_>, y: u16, (view, place): (EntryView<'_>, usize)) {
    let Some(figure) = view.figures().get(place) else { return };
    let x = Scale::of(app, canvas.width()).x;
    let end = if is_large(app) { DIGITS } else { ROW_NUMBER };
    let from = draw_number(canvas, y, (&app.context().quantity(figure).line(), end), Ink::Bold).max(x) + 2;
    let right = canvas.width().saturating_sub(1);
    let name = fit(figure.name_in(view.entry()).get(app.lang), usize::from(right.saturating_sub(from)));
    let behind = canvas.text(from, y, Ink::Plain, &name);
    let pieces = fitting_note(app, (view, place), right.saturating_sub(behind + 2));
    let cells = counted(pieces.iter().map(|(_, text)| width(text)).sum::<usize>());
    draw_pieces(canvas, (right.saturating_sub(cells), y), pieces);
}

/// A number that ends at a column, or behind it where it is longer; the column from which on a name has room.
fn draw_number(canvas: &mut Canvas<'_>, y: u16, (text, end): (&str, u16), ink: Ink) -> u16 {
    let left = margins(canvas.width()).1;
    let end = end.max(left + cells_of(text));
    canvas.text_to(end, y, ink, text);
    end + 2
}

fn draw_name(app: &App, canvas: &mut Canvas<'_>, (x, y): (u16, u16), (view, selected): (EntryView<'_>, bool)) {
    let room = usize::from(canvas.width().saturating_sub(x + 1));
    let end = canvas.text(x, y, Ink::Bold, &fit(view.title().get(app.lang), room));
    if selected {
        canvas.select(y, x, end);
    }
}

/// Large digits with sign and unit; the words of a target that has no number.
fn draw_digits(app: &App, canvas: &mut Canvas<'_>, (y, row): (u16, u16), view: EntryView<'_>) {
    let Some(figure) = view.figures().first() else {
        let words = view.words().map_or("", |words| words.get(app.lang));
        let left = margins(canvas.width()).1;
        // Words may come one cell nearer to the axis than digits with their unit.
        let end = DIGITS + 1;
        let lines = wrap(words, usize::from(end - left));
        if let Some(line) = lines.get(usize::from(row)) {
            canvas.text_to(end, y, Ink::Bold, line);
        }
        return;
    };
    let quantity = app.context().quantity(figure);
    let digits = quantity.whole.trim_start_matches(['+', '−']).to_owned() + &quantity.fraction;
    let unit = cells_of(&quantity.unit);
    let sign: String = quantity.whole.chars().take_while(|c| matches!(c, '+' | '−')).collect();
    let before = format!("{}{sign}", quantity.mark);
    let end = DIGITS.saturating_sub(unit + 1);
    let fits = |rows: &[String; 3]| cells_of(&before) + 1 + cells_of(&rows[0]) <= end;
    let Some(rows) = large(&digits, canvas.theme.ascii).filter(fits) else {
        if row == 1 {
            canvas.text_to(DIGITS, y, Ink::Bold, &quantity.line());
        }
        return;
    };
    if let Some(cells) = rows.get(usize::from(row)) {
        let from = canvas.text_to(end, y, Ink::Bold, cells);
        if row == 1 {
            canvas.text_to(from.saturating_sub(1), y, Ink::Bold, &before);
        }
    }
    if row == 2 {
        canvas.text_to(DIGITS, y, Ink::Plain, &quantity.unit);
    }
}

/// The axis of one target with promise and result on it.
fn draw_scale(app: &App, canvas: &mut Canvas<'_>, y: u16, (view, scale): (EntryView<'_>, &Scale)) {
    let dim = canvas.theme.style(Ink::Dim);
    canvas.line(scale.x, y, scale.cells, dim, "─");
    let target = rate_of(view).map(Figure::value);
    let result = result_of(app, view).map(Figure::value);
    draw_pair(canvas, (scale.x, y), (result, target, scale.full), scale.cells, "━");
}

/// Number, name and note of a target on one row.
fn draw_line(app: &App, canvas: &mut Canvas<'_>, y: u16, (view, scale, selected): (EntryView<'_>, &Scale, bool)) {
    let mark = margins(canvas.width()).0;
    let right = canvas.width().saturating_sub(1);
    // What has no number has no place on the axis either: the words stand at the right.
    let number = view.figures().first().map(|figure| app.context().quantity(figure).line());
    let ink = if number.is_none() { Ink::Dim } else { Ink::Bold };
    let x = draw_number(canvas, y, (number.as_deref().unwrap_or("–"), ROW_NUMBER), ink).max(scale.x);
    let title = fit(view.title().get(app.lang), usize::from(right.saturating_sub(x)));
    let end = canvas.text(x, y, Ink::Bold, &title);
    let room = right.saturating_sub(end + 2);
    let pieces = fitting_note(app, (view, 0), room);
    let cells = counted(pieces.iter().map(|(_, text)| width(text)).sum::<usize>());
    draw_pieces(canvas, (right.saturating_sub(cells), y), pieces);
    if selected {
        canvas.select_row(y, mark, end);
    }
    picks::draw(app, canvas, (mark, y), (Item::Entry(view.at()), selected));
}

fn draw_note(app: &App, canvas: &mut Canvas<'_>, at: (u16, u16), (view, room): (EntryView<'_>, u16)) {
    let pieces = fitting_note(app, (view, 0), room);
    draw_pieces(canvas, at, pieces);
}

fn draw_pieces(canvas: &mut Canvas<'_>, (mut x, y): (u16, u16), pieces: Vec<(Ink, String)>) {
    for (ink, text) in pieces {
        x = canvas.text(x, y, ink, &text);
    }
}

/// The longest note that fits whole: a number or a caveat is never cut.
fn fitting_note(app: &App, (view, place): (EntryView<'_>, usize), room: u16) -> Vec<(Ink, String)> {
    let cells = |pieces: &[(Ink, String)]| pieces.iter().map(|(_, text)| width(text)).sum::<usize>();
    notes(app, view, place).into_iter().find(|pieces| cells(pieces) <= usize::from(room)).unwrap_or_default()
}

/// What the report holds beside a target, the longest form first: the result and the difference,
/// another scope, or nothing.
fn notes(app: &App, view: EntryView<'_>, place: usize) -> Vec<Vec<(Ink, String)>> {
    let lang = app.lang;
    let figure = view.figures().get(place).map(|_| place);
    if figure.is_none() {
        let words = view.words().map_or("", |words| words.get(lang));
        let none = Label::new("原文无数字", "no number in the source").get(lang);
        let text = if is_large(app) { none.to_owned() } else { words.to_owned() };
        return vec![vec![(Ink::Plain, text)]];
    }
    let Some((pair, partner)) = app.context().pairs.partners(Side { entry: view.at(), figure }).next() else {
        let alone = app.context().pairs.alone(Side { entry: view.at(), figure });
        return alone.map(|alone| vec![(Ink::Plain, alone.sentence(lang))]).into_iter().collect();
    };
    let (Some(other), Some(beside)) = (partner.figure(app.context().library), app.context().library.get(partner.entry))
    else {
        return Vec::new();
    };
    let year = other.year().map_or_else(String::new, |years| format!("{years} "));
    let said = app.context().quantity(other).line() + app.context().estimated(other);
    if let (Some(Scope::Same), Some(gap)) = (pair.scope(), app.context().gap(pair)) {
        let derived = match lang {
            Lang::Zh => format!("   {}（推算）", gap.in_words(lang)),
            Lang::En => format!("   {} (derived)", gap.in_words(lang)),
        };
        let result = [(Ink::of(Role::Result), "●".to_owned()), (Ink::Plain, format!(" {year}{said}"))];
        let signed = (Ink::Plain, format!("   {}", gap.signed.number()));
        return [Some((Ink::Plain, derived)), Some(signed), None]
            .into_iter()
            .map(|change| result.iter().cloned().chain(change).collect())
            .collect();
    }
    let name = beside.entry().title().get(lang);
    let scope = pair.scope().map_or("", |scope| scope.label().get(lang));
    let forms = match lang {
        Lang::Zh => [
            format!("{year}{name} {said}，{scope}，不相减"),
            format!("{year}{name} {said}，{scope}"),
            format!("{year}{said}，{scope}"),
        ],
        Lang::En => [
            format!("{year}{name}: {said}, {scope}, not subtracted"),
            format!("{year}{name}: {said}, {scope}"),
            format!("{year}{said}, {scope}"),
        ],
    };
    forms.map(|form| vec![(Ink::Plain, form)]).into()
}
