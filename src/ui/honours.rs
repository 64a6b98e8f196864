//! The honours: a matrix of levels and fields, the winner beside each name.

use super::canvas::Canvas;
use super::picks;
use crate::app::{App, Columns, Group, HonourColumns, INDENT, Item, Line, ListLayout, Regions, medals};
use crate::library::EntryView;
use crate::pages::Ink;
use crate::report::{Field as What, Honour};
use crate::search::Field;
use crate::text::{Label, cells_of, fit, width};

use super::entries::entry_at;
use super::headings::heading_of;
use super::marks::{mark_ranges, ranges_of};

/// Draws the pane; the cell of the selection.
pub(super) fn draw(app: &App, canvas: &mut Canvas<'_>, regions: &Regions) -> Option<(u16, u16)> {
    let layout = app.layout();
    let Columns::Honours(grid) = &layout.grid else {
        return None;
    };
    // Over nothing there are no columns.
    if let Some(head) = regions.head.filter(|_| !layout.order.is_empty()) {
        grid.head(app, &mut canvas.within(head), 0);
    }
    let mut canvas = canvas.within(regions.list);
    let lines = layout.columns.first()?;
    let cursor = app.cursor();
    let mut at = None;
    for (y, index) in (0..canvas.height()).zip(cursor.top..lines.len()) {
        match *lines.get(index)? {
            Line::Heading(group) => grid.heading(app, &mut canvas, y, (group, &layout)),
            // What has scrolled off stays in the first row.
            Line::Entry(..) | Line::Below(..) if y == 0 && index > 0 && canvas.height() > 2 => {
                if let Some(group) = layout.group_at(0, index) {
                    grid.heading(app, &mut canvas, 0, (group, &layout));
                }
            }
            Line::Entry(place, _) => {
                let Some(view) = entry_at(app, &layout, place) else { continue };
                let selected = place == cursor.selected;
                grid.entry(app, &mut canvas, y, (view, selected));
                if selected {
                    at = Some((grid.mark, regions.list.y + y));
                }
            }
            Line::Below(place, row) => {
                if let Some(view) = entry_at(app, &layout, place) {
                    let row = usize::from(row);
                    let end =
                        grid.name(app, &mut canvas, y, (view, row)).max(grid.won(app, &mut canvas, y, (view, row)));
                    if place == cursor.selected {
                        canvas.select(y, grid.title.0, end);
                    }
                }
            }
            _ => {}
        }
    }
    at
}

impl HonourColumns {
    /// A level, or a section whose entries have no reading as honours, with the number of its entries.
    fn heading(&self, app: &App, canvas: &mut Canvas<'_>, y: u16, (group, layout): (Group, &ListLayout)) {
        let section = |at: usize| {
            let report = app.context().report()?;
            Some(heading_of(report, report.sections().get(at)?, app.lang))
        };
        let title = match group {
            Group::Level(level) => level.label().get(app.lang).to_owned(),
            Group::Section(at) => section(at).unwrap_or_default(),
            _ => return,
        };
        let room = usize::from(canvas.width().saturating_sub(self.title.0 + 6));
        let x = canvas.text(self.title.0, y, Ink::Bold, &fit(&title, room));
        canvas.text(x + 2, y, Ink::Dim, &layout.count_of(group).to_string());
        // The sums of the columns stand beside the first level.
        let first = layout.groups.iter().find(|group| matches!(group, Group::Level(_)));
        if first != Some(&group) {
            return;
        }
        for ((field, total), x) in What::ALL.into_iter().zip(self.totals).zip(self.matrix.into_iter().flatten()) {
            canvas.text(middle(x, field, app), y, Ink::Dim, &total.to_string());
        }
    }

    /// The heads of the columns.
    fn head(&self, app: &App, canvas: &mut Canvas<'_>, y: u16) {
        canvas.text(self.title.0, y, Ink::Dim, Label::new("荣誉", "Honour").get(app.lang));
        if let Some(x) = self.kind {
            canvas.text(x, y, Ink::Dim, Label::new("类别", "Kind").get(app.lang));
        }
        if let Some((x, cells)) = self.winner {
            let long = Label::new("得主或奖牌", "Winner or medals").get(app.lang);
            let short = Label::new("得主", "Winner").get(app.lang);
            let room = cells.max(10).min(canvas.width().saturating_sub(x + 1));
            canvas.text(x, y, Ink::Dim, if width(long) <= usize::from(room) { long } else { short });
        }
        for (field, x) in What::ALL.into_iter().zip(self.matrix.into_iter().flatten()) {
            canvas.text(x, y, Ink::Dim, field.label().get(app.lang));
        }
    }

    fn entry(&self, app: &App, canvas: &mut Canvas<'_>, y: u16, (view, selected): (EntryView<'_>, bool)) {
        let mut end = self.title.0;
        let medals = medals(&app.context(), view.entry());
        if self.kind.is_none() && !medals.is_empty() {
            // In a narrow window the medals stand at the edge and the name has the rest.
            end = self.right;
            canvas.text_to(end, y, Ink::Bold, &medals);
        }
        if let Some(honour) = view.honour() {
            end = self.honour(app, canvas, y, (view, honour)).max(end);
        }
        end = self.name(app, canvas, y, (view, 0)).max(end);
        if selected {
            canvas.select_row(y, self.mark, end);
        }
        picks::draw(app, canvas, (self.mark, y), (Item::Entry(view.at()), selected));
    }

    /// A row of a name; the column behind it.
    fn name(&self, app: &App, canvas: &mut Canvas<'_>, y: u16, (view, row): (EntryView<'_>, usize)) -> u16 {
        let rows = self.name_rows(&app.context(), view);
        let (Some(text), Some(first)) = (rows.get(row), rows.first()) else { return self.title.0 };
        let (x, name) = (self.title.0 + if row > 0 { INDENT } else { 0 }, view.title().get(app.lang));
        let end = canvas.text(x, y, Ink::Plain, text);
        // What the search found is counted from the beginning of the name.
        let rest = name.get(first.len()..).unwrap_or_default().trim_start();
        let before = if row > 0 { name.chars().count() - rest.chars().count() } else { 0 };
        let marks = app.kept.marks(view.at());
        let here = ranges_of(&marks, Field::Title(app.lang))
            .filter_map(|range| Some(range.start.checked_sub(before)?..range.end.checked_sub(before)?));
        mark_ranges(canvas, y, (x, text), here);
        end
    }

    /// Kind, winner and the place in the matrix; the column behind the words.
    fn honour(&self, app: &App, canvas: &mut Canvas<'_>, y: u16, (view, honour): (EntryView<'_>, &Honour)) -> u16 {
        let mut end = 0;
        if let Some(x) = self.kind {
            end = canvas.text(x, y, Ink::Plain, honour.kind().label().get(app.lang));
        }
        end = self.won(app, canvas, y, (view, 0)).max(end);
        for (field, x) in What::ALL.into_iter().zip(self.matrix.into_iter().flatten()) {
            let (ink, mark) = if field == honour.field() { (Ink::Result, "●") } else { (Ink::Dim, "·") };
            canvas.text(middle(x, field, app), y, ink, mark);
        }
        end
    }
}

impl HonourColumns {
    /// A row of medals and winner; the column behind it.
    fn won(&self, app: &App, canvas: &mut Canvas<'_>, y: u16, (view, row): (EntryView<'_>, usize)) -> u16 {
        let rows = view.honour().map(|honour| self.winner_rows(&app.context(), view, honour)).unwrap_or_default();
        let Some(((x, _), text)) = self.winner.zip(rows.get(row)) else { return 0 };
        canvas.text(x.min(self.right.saturating_sub(cells_of(text))), y, Ink::Plain, text)
    }
}

/// The cell in the middle of a field's column.
fn middle(x: u16, field: What, app: &App) -> u16 {
    x + cells_of(field.label().get(app.lang)).saturating_sub(1) / 2
}
