//! The list of a pane: headings, one line a figure, bars where a scale is shared.

use super::bars::{draw_bar, draw_spark};
use super::canvas::Canvas;
use super::headings::heading_of;
use super::marks::mark_text;
use super::picks;
use super::targets_chart;
use crate::app::{
    App, Behind, Columns, EntryColumns, Group, Item, Line, ListLayout, Regions, has_words_below, notes_of, title_field,
};
use crate::library::{EntryView, Side};
use crate::pages::{Bar, Coverage, Ink, Scales, growth_rates, margins};
use crate::report::{Basis, Figure, Role, Section, Tab};
use crate::search::Field;
use crate::text::{Lang, cells_of, counted, fit, several};

/// The cells of the gauge of a heading.
const COVERAGE: u16 = 10;
/// The least cells of that gauge.
const LEAST_COVERAGE: u16 = 4;

/// The columns behind the number or the words of a line.
#[derive(Clone, Copy)]
struct End {
    /// Where the selection ends: with the column of units, also where a line has none.
    selection: u16,
    /// Where something else may begin, two cells on.
    written: u16,
}

impl End {
    const fn at(x: u16) -> Self {
        Self { selection: x, written: x }
    }
}

/// What drawing a line needs besides the line.
pub(super) struct List<'a> {
    pub(super) app: &'a App,
    pub(super) layout: &'a ListLayout,
    pub(super) columns: EntryColumns,
    pub(super) scales: Scales,
    /// The place of the selection, when it is in this column.
    pub(super) selected: Option<usize>,
}

/// Draws the pane's columns; the cell of the selection.
pub(super) fn draw(app: &App, canvas: &mut Canvas<'_>, regions: &Regions) -> Option<(u16, u16)> {
    let layout = app.layout();
    let areas = regions.list_areas(layout.columns.len());
    let Columns::Entries(grids) = &layout.grid else {
        return None;
    };
    let cursor = app.cursor();
    let active = layout.column_of(cursor.selected);
    let mut at = None;
    for ((column, &columns), area) in grids.iter().enumerate().zip(areas) {
        let selected = (column == active).then_some(cursor.selected);
        let top = if column == active { cursor.top } else { 0 };
        let list = List { app, columns, layout: &layout, scales: app.context().scales, selected };
        let found = list.draw(&mut canvas.within(area), column, top);
        at = at.or(found.map(|(x, y)| (area.x + x, area.y + y)));
    }
    at
}

/// The entry at a place of the list.
pub(super) fn entry_at<'a>(app: &'a App, layout: &ListLayout, at: usize) -> Option<EntryView<'a>> {
    match layout.order.get(at)? {
        Item::Entry(entry) => app.context().library.get(*entry),
        _ => None,
    }
}

/// Whether a group begins at a line.
pub(super) fn opens(lines: &[Line], index: usize) -> bool {
    matches!(lines.get(index), Some(Line::Heading(_) | Line::Head))
}

impl List<'_> {
    /// Draws the lines in sight; the cell of the selection's mark.
    fn draw(&self, canvas: &mut Canvas<'_>, column: usize, top: usize) -> Option<(u16, u16)> {
        let lines = self.layout.columns.get(column)?;
        let height = usize::from(canvas.height());
        let mut cursor = None;
        for (y, index) in (0..canvas.height()).zip(top..lines.len()) {
            let line = *lines.get(index)?;
            let last = usize::from(y) + 1 == height && height > 1;
            match line {
                Line::Heading(group) if !last => self.draw_heading(canvas, y, group),
                // The heading stays on a blank row too, unless the next one comes right below.
                Line::Blank if y == 0 && height > 2 && index > 0 && !opens(lines, index + 1) => {
                    self.draw_sticky(canvas, column, index);
                }
                // A heading as the last row would have nothing under it.
                Line::Heading(_) | Line::Blank => {}
                Line::Head => targets_chart::draw_axis(self.app, canvas, y),
                _ if y == 0 && height > 2 && index > 0 => self.draw_sticky(canvas, column, index),
                Line::Entry(at, labelled) => {
                    let labelled = labelled || (y == 1 && top > 0);
                    self.draw_entry(canvas, y, (at, labelled));
                }
                Line::Figure(at, figure) => self.draw_further(canvas, y, (at, figure)),
                Line::Poster(at, row) => {
                    if let Some(view) = self.view(at) {
                        targets_chart::draw_row(self.app, canvas, (y, row), (view, self.selected == Some(at)));
                    }
                }
                Line::PosterFigure(at, figure) => {
                    if let Some(view) = self.view(at) {
                        targets_chart::draw_further(self.app, canvas, y, (view, figure));
                    }
                }
                Line::Below(at, _) => self.draw_below(canvas, y, at),
                Line::Pair(..) | Line::Door(..) | Line::More(..) => {}
            }
            if line.at().is_some_and(|at| self.selected == Some(at) && self.layout.span(at).0 == index) {
                cursor = Some((self.columns.mark, y));
            }
        }
        self.tell_rest(canvas, lines);
        cursor
    }

    /// In a column that does not scroll now, how many entries are out of sight.
    fn tell_rest(&self, canvas: &mut Canvas<'_>, lines: &[Line]) {
        let y = canvas.height().saturating_sub(1);
        if self.selected.is_some() || lines.len() <= usize::from(canvas.height()) {
            return;
        }
        // The last row is taken by what says so.
        let hidden = lines.iter().skip(usize::from(y)).filter(|line| matches!(line, Line::Entry(..))).count();
        let (cells, x) = (canvas.width(), self.columns.title.0);
        canvas.line(0, y, cells, ratatui::style::Style::new(), " ");
        let text = match self.app.lang {
            Lang::Zh => format!("还有 {hidden} 条 ↓"),
            Lang::En => format!("{hidden} more ↓"),
        };
        canvas.text(x, y, Ink::Dim, &text);
    }

    /// The heading that has scrolled off stays in the first row.
    fn draw_sticky(&self, canvas: &mut Canvas<'_>, column: usize, index: usize) {
        match self.layout.group_at(column, index) {
            Some(group) => self.draw_heading(canvas, 0, group),
            None => targets_chart::draw_axis(self.app, canvas, 0),
        }
    }

    pub(super) fn view(&self, at: usize) -> Option<EntryView<'_>> {
        entry_at(self.app, self.layout, at)
    }

    fn draw_heading(&self, canvas: &mut Canvas<'_>, y: u16, group: Group) {
        let (x, right) = (self.columns.title.0.min(margins(canvas.width()).1), self.columns.right);
        let Group::Section(at) = group else {
            return;
        };
        let report = self.app.context().report();
        let Some((report, section)) = report.and_then(|report| Some((report, report.sections().get(at)?))) else {
            return;
        };
        let title = heading_of(report, section, self.app.lang);
        let end = draw_summary(self, canvas, y, (section, x + cells_of(&title) + 1));
        let room = usize::from(end.min(right).saturating_sub(x + 1));
        canvas.text(x, y, Ink::Bold, &fit(&title, room));
    }

    fn draw_entry(&self, canvas: &mut Canvas<'_>, y: u16, (at, labelled): (usize, bool)) {
        let Some(view) = self.view(at) else {
            return;
        };
        let lang = self.app.lang;
        if let (Some((x, cells)), Some(group), true) = (self.columns.label, view.group(), labelled) {
            canvas.text(x, y, Ink::Dim, &fit(group.get(lang), usize::from(cells)));
            self.mark(canvas, y, (view, Field::Group(lang)), (x, group.get(lang)));
        }
        let end = match view.figures().first() {
            Some(figure) => self.draw_number(canvas, y, figure),
            None => self.draw_words(canvas, y, view),
        };
        if let Some(figure) = view.figures().first() {
            self.draw_bar(canvas, y, (view, 0), figure);
        }
        let note = self.draw_note(canvas, y, (view, 0), end.written);
        let behind = self.draw_title(canvas, y, view.title().get(lang), 0);
        let field = title_field(view.title(), &self.app.kept.marks(view.at()), lang);
        self.mark(canvas, y, (view, field), (self.columns.title.0, view.title().get(lang)));
        if self.selected == Some(at) {
            // A note that begins where a unit would be stands outside.
            let selection = note.map_or(end.selection, |note| end.selection.min(note.saturating_sub(1)));
            canvas.select_row(y, self.columns.mark, selection.max(behind));
        }
        let item = Item::Entry(view.at());
        picks::draw(self.app, canvas, (self.columns.mark, y), (item, self.selected == Some(at)));
    }

    fn draw_further(&self, canvas: &mut Canvas<'_>, y: u16, (at, place): (usize, usize)) {
        let Some(view) = self.view(at) else {
            return;
        };
        let Some(figure) = view.figures().get(place) else {
            return;
        };
        let name = figure.name_in(view.entry()).get(self.app.lang);
        let end = self.draw_number(canvas, y, figure);
        self.draw_bar(canvas, y, (view, place), figure);
        self.draw_note(canvas, y, (view, place), end.written);
        self.draw_title(canvas, y, name, 2);
        let field = Field::FigureName(u16::try_from(place).unwrap_or(u16::MAX), self.app.lang);
        self.mark(canvas, y, (view, field), (self.columns.title.0 + 2, name));
    }

    /// The title up to its own number, or to what else stands behind it; the column behind it. Flush lists,
    /// which have little room, keep one cell before the number.
    fn draw_title(&self, canvas: &mut Canvas<'_>, y: u16, title: &str, indent: u16) -> u16 {
        let x = self.columns.title.0 + indent;
        if self.columns.point.is_some() {
            return canvas.text_on((x, y), Ink::Plain, title, self.columns.right);
        }
        let room = usize::from(self.flush_room(canvas, y, x));
        canvas.text(x, y, Ink::Plain, &fit(title, room))
    }

    /// The cells between the title's column and the first cell that is written at the right.
    fn flush_room(&self, canvas: &mut Canvas<'_>, y: u16, x: u16) -> u16 {
        let taken = canvas.first_written(y, x).unwrap_or(self.columns.right + 1);
        taken.saturating_sub(x + 1)
    }

    /// Number and unit; the column behind them.
    fn draw_number(&self, canvas: &mut Canvas<'_>, y: u16, figure: &Figure) -> End {
        let quantity = self.app.context().quantity(figure);
        let Some(point) = self.columns.point else {
            let unit = if quantity.unit.is_empty() { 0 } else { cells_of(&quantity.unit) + 1 };
            let end = self.columns.right;
            canvas.text_to(end, y, Ink::Plain, &quantity.unit);
            canvas.text_to(end.saturating_sub(unit), y, Ink::Bold, &quantity.number());
            return End::at(end);
        };
        canvas.text_to(point, y, Ink::Bold, &format!("{}{}", quantity.mark, quantity.whole));
        let number = canvas.text(point, y, Ink::Bold, &quantity.fraction);
        let end = canvas.text(self.columns.unit, y, Ink::Plain, &quantity.unit).max(self.columns.unit);
        End { selection: end, written: if quantity.unit.is_empty() { number } else { end } }
    }

    /// The words where a number would stand; in tasks the mark of a mere statement.
    fn draw_words(&self, canvas: &mut Canvas<'_>, y: u16, view: EntryView<'_>) -> End {
        let statement = view.tab() == Tab::Tasks;
        let words = view.words().map_or("", |words| words.get(self.app.lang));
        match self.columns.point {
            Some(point) if statement => {
                canvas.text(point.saturating_sub(1), y, Ink::Target, "▫");
                End { selection: self.columns.unit.max(point), written: point }
            }
            // A note that has no room in its own column begins behind the title.
            Some(_) if words.is_empty() => {
                let (x, cells) = self.columns.title;
                End::at(self.columns.unit.min(x + cells.min(cells_of(view.title().get(self.app.lang)))))
            }
            Some(_) => {
                // Words that are longer than what is left of their column begin before it, as near as the title allows.
                let (x, cells) = self.columns.title;
                let behind = x + cells.min(cells_of(view.title().get(self.app.lang))) + 2;
                let from = self.columns.right.saturating_sub(cells_of(words)).max(behind).min(self.columns.unit);
                let room = usize::from(self.columns.right.saturating_sub(from));
                End::at(canvas.text(from, y, Ink::Plain, &fit(words, room)))
            }
            None if statement => {
                canvas.text_to(self.columns.right, y, Ink::Target, "▫");
                End::at(self.columns.right)
            }
            None if has_words_below(view, self.app.lang, canvas.width()) => End::at(self.columns.title.0),
            None => {
                canvas.text_to(self.columns.right, y, Ink::Plain, words);
                End::at(self.columns.right)
            }
        }
    }

    /// The words of an entry below its title.
    fn draw_below(&self, canvas: &mut Canvas<'_>, y: u16, at: usize) {
        let words = self.view(at).and_then(|view| view.words()).map_or("", |words| words.get(self.app.lang));
        // Long words begin nearer to the edge.
        let (title, right) = (self.columns.title.0, self.columns.right);
        let x = (title + 2).min(right.saturating_sub(cells_of(words))).max(title);
        let end = canvas.text(x, y, Ink::Plain, &fit(words, usize::from(self.columns.right.saturating_sub(x))));
        if self.selected == Some(at) {
            canvas.select(y, self.columns.title.0, end);
        }
    }

    fn draw_bar(&self, canvas: &mut Canvas<'_>, y: u16, (view, place): (EntryView<'_>, usize), figure: &Figure) {
        let Some((x, cells)) = self.columns.bar else {
            return;
        };
        let side = Side { entry: view.at(), figure: Some(place) };
        let other = self.app.context().pairs.same(side).and_then(|side| side.figure(self.app.context().library));
        let bar = match figure.basis() {
            Basis::Growth if figure.unit() == "%" => Bar::Growth {
                role: figure.role(),
                value: figure.value(),
                other: other.map(Figure::value),
                full: self.scales.growth,
            },
            Basis::Share if figure.unit() == "%" => Bar::Share { role: figure.role(), value: figure.value() },
            _ => return,
        };
        draw_bar(canvas, x, y, bar, cells);
    }

    /// The other year's figure, or the note, whole or not at all; where it begins.
    fn draw_note(
        &self,
        canvas: &mut Canvas<'_>,
        y: u16,
        (view, place): (EntryView<'_>, usize),
        end: u16,
    ) -> Option<u16> {
        self.columns.point?;
        let unnumbered = view.figures().is_empty() && view.tab() != Tab::Tasks;
        let behind = if unnumbered { end + 2 } else { self.columns.unit.max(end + 2) };
        let barred = self.columns.bar.is_some() && view.figures().get(place).is_some_and(|f| f.unit() == "%");
        let x = match self.columns.bar {
            Some((x, bar)) if barred => x + bar + 2,
            _ => self.columns.loose.unwrap_or(behind).max(end + 2),
        };
        for note in notes_of(&self.app.context(), view, place, self.columns.year) {
            let cells = counted(note.cells());
            // Where its own column is too narrow, a note may begin in that of a unit that is not there, or right behind
            // what it belongs to.
            let fitting = [x, behind].into_iter().find(|from| from + cells <= self.columns.right);
            // A bar that is shorter than its column leaves the rest to a note.
            let drawn = canvas.last_written(y).map_or(end, |last| last + 1).max(end) + 2;
            let nearest = x.min(self.columns.right.saturating_sub(cells)).max(drawn);
            let from = if barred { nearest } else { fitting.unwrap_or(end + 2) };
            let room = self.columns.right.saturating_sub(from);
            // Cut, a note would lose the caveat that it is there for: the details have it whole.
            if cells == 0 || room < cells {
                continue;
            }
            let pieces = note.pieces.iter();
            pieces.fold(from, |at, (ink, text)| canvas.text(at, y, *ink, text));
            return Some(from);
        }
        None
    }

    /// Marks the characters that the last search matched in a field, as far as they are in sight.
    fn mark(&self, canvas: &mut Canvas<'_>, y: u16, (view, field): (EntryView<'_>, Field), (x, text): (u16, &str)) {
        mark_text(canvas, y, (x, text), &self.app.kept.marks(view.at()), field);
    }
}

/// Growth rates as a sparkline or tasks as marks at the right of a heading; the column it begins at.
///
/// Its gaps close before they cut a heading that reaches up to column `needed`.
fn draw_summary(list: &List<'_>, canvas: &mut Canvas<'_>, y: u16, (section, needed): (&Section, u16)) -> u16 {
    let (app, right) = (list.app, list.columns.right);
    let narrow = canvas.width() < 49;
    let numbered = section.entries().iter().filter(|entry| !entry.figures().is_empty()).count();
    let all = section.entries().len();
    let beside = list.layout.sections.as_ref().is_some_and(|sections| sections.behind != Behind::First);
    let text = match (section.tab(), app.lang) {
        (Tab::Tasks, _) if narrow => format!("▪ {numbered} ▫ {}", all - numbered),
        (Tab::Tasks, Lang::Zh) => format!("{all} 项   ▪ {numbered}   ▫ {}", all - numbered),
        (Tab::Tasks, Lang::En) => format!("{}   ▪ {numbered}   ▫ {}", several(all, "task", "tasks"), all - numbered),
        // Entries are counted everywhere, as they are listed.
        (_, _) if narrow => all.to_string(),
        (_, Lang::Zh) => format!("{all} 条"),
        (_, Lang::En) => several(all, "entry", "entries"),
    };
    let crowded = needed + cells_of(&text) > right;
    let x = canvas.text_to(right, y, Ink::Dim, &if crowded { text.replace("   ", "  ") } else { text });
    if section.tab() == Tab::Tasks && !beside && !narrow {
        // Where the list of sections has no marks, the heading says how much of it is in numbers. It is whole before that:
        // the counts say the same.
        let cells = COVERAGE.min(x.saturating_sub(needed + 2));
        if cells < LEAST_COVERAGE {
            return x;
        }
        let from = x.saturating_sub(cells + 2);
        let share = Coverage::of(section.entries().iter()).share();
        draw_bar(canvas, from, y, Bar::Share { role: Role::Target, value: share }, cells);
        return from;
    }
    let rates = growth_rates(section);
    if beside || narrow || rates.len() < 3 || section.tab() == Tab::Tasks {
        return x;
    }
    let rates: Vec<Option<f64>> = rates.into_iter().map(Some).collect();
    let cells = counted(rates.len());
    let from = x.saturating_sub(cells + 2);
    let ink = Ink::of(section.tab().role());
    draw_spark(canvas, from, y, (&rates, list.scales.growth), ink);
    from
}
