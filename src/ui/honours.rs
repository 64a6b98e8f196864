//! The honours: a matrix of levels and fields, the winner beside each name.

use super::canvas::{Canvas, cells_of, counted};
use super::numbers;
use super::picks;
use crate::app::{App, Group, Item, Line, Regions};
use crate::pages::{Ink, margins};
use crate::report::{EntryView, Field as What, Honour};
use crate::search::Field;
use crate::text::{Label, fit, width};

use super::entries::entry_at;
use super::headings::heading_of;
use super::marks::mark_text;

/// The columns, in cells from the left edge.
struct Grid {
    mark: u16,
    title: (u16, u16),
    kind: Option<u16>,
    winner: Option<(u16, u16)>,
    matrix: Option<[u16; What::ALL.len()]>,
}

/// Draws the pane; the cell of the selection.
pub(super) fn draw(app: &App, canvas: &mut Canvas<'_>, regions: &Regions) -> Option<(u16, u16)> {
    let outline = app.outline();
    let mut canvas = canvas.within(regions.list);
    let views: Vec<EntryView<'_>> = (0..outline.order.len()).filter_map(|at| entry_at(app, &outline, at)).collect();
    let grid = Grid::of(app, &views, canvas.width());
    let lines = outline.columns.first()?;
    let cursor = app.cursor();
    let mut at = None;
    for (y, index) in (0..canvas.height()).zip(cursor.top..lines.len()) {
        match *lines.get(index)? {
            Line::Head => grid.head(app, &mut canvas, y),
            Line::Heading(group) => grid.heading(app, &mut canvas, y, (group, &views)),
            Line::Entry(place, _) if y > 0 || index == 0 || canvas.height() <= 2 => {
                let Some(view) = views.get(place) else { continue };
                let selected = place == cursor.selected;
                grid.entry(app, &mut canvas, y, (*view, selected));
                if selected {
                    at = Some((grid.mark, regions.list.y + y));
                }
            }
            // What has scrolled off stays in the first row.
            Line::Entry(..) => {
                if let Some(group) = outline.group_at(0, index) {
                    grid.heading(app, &mut canvas, 0, (group, &views));
                }
            }
            _ => {}
        }
    }
    at
}

impl Grid {
    fn of(app: &App, views: &[EntryView<'_>], cells: u16) -> Self {
        let (mark, left) = margins(cells);
        let right = cells.saturating_sub(1);
        let most = |widths: &mut dyn Iterator<Item = usize>| counted(widths.max().unwrap_or(0));
        let title = most(&mut views.iter().map(|view| width(view.title().get(app.lang))));
        let kind = most(&mut views.iter().filter_map(|view| Some(width(view.honour()?.kind().label().get(app.lang)))));
        let winner = most(&mut views.iter().filter_map(|view| Some(width(&winner(app, *view, view.honour()?)))));
        let mut grid =
            Self { mark, title: (left, title.min(right.saturating_sub(left))), kind: None, winner: None, matrix: None };
        if cells < 58 {
            return grid;
        }
        let room = right.saturating_sub(left + kind + 4);
        // A winner or two kinds of medals are read whole before the last words of a long name.
        grid.title.1 = title.min(room.saturating_sub(winner.clamp(10, 18)));
        let mut end = left + grid.title.1 + 2;
        grid.kind = Some(end);
        end += kind + 2;
        let left_over = right.saturating_sub(end);
        if left_over >= 10 {
            grid.winner = Some((end, winner.min(left_over)));
            end += winner.min(left_over) + 4;
        }
        grid.matrix = matrix(app, end, right);
        grid
    }

    /// A level, or a section whose entries have no reading as honours, with the number of its entries.
    fn heading(&self, app: &App, canvas: &mut Canvas<'_>, y: u16, (group, views): (Group, &[EntryView<'_>])) {
        let (title, count) = match group {
            Group::Level(level) => (level.label().get(app.lang).to_owned(), tally(views, |own| own.level() == level)),
            Group::Section(report, at) => {
                let here = |view: &&EntryView<'_>| {
                    view.honour().is_none() && (view.report_at(), view.section_at()) == (report, at)
                };
                let Some(view) = views.iter().find(here) else { return };
                (heading_of(app, report, view.section()), views.iter().filter(here).count())
            }
            Group::Scope(_) | Group::Promised | Group::Reached => return,
        };
        let room = usize::from(canvas.width().saturating_sub(self.title.0 + 6));
        let x = canvas.text(self.title.0, y, Ink::Bold, &fit(&title, room));
        canvas.text(x + 2, y, Ink::Dim, &count.to_string());
        // The sums of the columns stand beside the first level.
        let first = views.iter().find_map(EntryView::honour);
        if first.is_none_or(|first| group != Group::Level(first.level())) {
            return;
        }
        for (field, x) in What::ALL.into_iter().zip(self.matrix.into_iter().flatten()) {
            let total = tally(views, |honour| honour.field() == field).to_string();
            canvas.text(middle(x, field, app), y, Ink::Dim, &total);
        }
    }

    /// The heads of the columns.
    fn head(&self, app: &App, canvas: &mut Canvas<'_>, y: u16) {
        canvas.text(self.title.0, y, Ink::Dim, Label::new("荣誉", "honour").get(app.lang));
        if let Some(x) = self.kind {
            canvas.text(x, y, Ink::Dim, Label::new("类别", "kind").get(app.lang));
        }
        if let Some((x, cells)) = self.winner {
            let long = Label::new("得主或奖牌", "winner or medals").get(app.lang);
            let short = Label::new("得主", "winner").get(app.lang);
            let room = cells.max(10).min(canvas.width().saturating_sub(x + 1));
            canvas.text(x, y, Ink::Dim, if width(long) <= usize::from(room) { long } else { short });
        }
        for (field, x) in What::ALL.into_iter().zip(self.matrix.into_iter().flatten()) {
            canvas.text(x, y, Ink::Dim, field.label().get(app.lang));
        }
    }

    fn entry(&self, app: &App, canvas: &mut Canvas<'_>, y: u16, (view, selected): (EntryView<'_>, bool)) {
        let (x, cells) = self.title;
        let title = view.title().get(app.lang);
        let mut end = canvas.text(x, y, Ink::Plain, &fit(title, usize::from(cells)));
        if let Some(hit) = app.kept.hit_on(view.at()) {
            mark_text(canvas, y, (x, title), &hit.marks, Field::Title(app.lang));
        }
        if let Some(honour) = view.honour() {
            end = self.honour(app, canvas, y, (view, honour)).max(end);
        }
        if selected {
            canvas.select_row(y, self.mark, end);
        }
        picks::draw(app, canvas, (self.mark, y), (Item::Entry(view.at()), selected));
    }

    /// Kind, winner and the place in the matrix; the column behind the words.
    fn honour(&self, app: &App, canvas: &mut Canvas<'_>, y: u16, (view, honour): (EntryView<'_>, &Honour)) -> u16 {
        let mut end = 0;
        if let Some(x) = self.kind {
            end = canvas.text(x, y, Ink::Plain, honour.kind().label().get(app.lang));
        }
        if let Some((x, cells)) = self.winner {
            let own = honour.recipient() == Some(view.report().place()) && view.figures().is_empty();
            let ink = if own { Ink::Dim } else { Ink::Plain };
            end = canvas.text(x, y, ink, &fit(&winner(app, view, honour), usize::from(cells)));
        }
        for (field, x) in What::ALL.into_iter().zip(self.matrix.into_iter().flatten()) {
            let (ink, mark) = if field == honour.field() { (Ink::Result, "●") } else { (Ink::Dim, "·") };
            canvas.text(middle(x, field, app), y, ink, mark);
        }
        end
    }
}

/// How many entries have such a reading.
fn tally(views: &[EntryView<'_>], such: impl Fn(&Honour) -> bool) -> usize {
    views.iter().filter(|view| view.honour().is_some_and(&such)).count()
}

/// The cell in the middle of a field's column.
fn middle(x: u16, field: What, app: &App) -> u16 {
    x + cells_of(field.label().get(app.lang)).saturating_sub(1) / 2
}

/// The columns of the fields; none when they do not fit whole.
fn matrix(app: &App, from: u16, right: u16) -> Option<[u16; What::ALL.len()]> {
    let mut columns = [0; What::ALL.len()];
    let mut x = from;
    for (column, field) in columns.iter_mut().zip(What::ALL) {
        *column = x;
        x += cells_of(field.label().get(app.lang)) + 2;
    }
    (x.saturating_sub(2) <= right).then_some(columns)
}

/// How many of which medals, and who won.
fn winner(app: &App, view: EntryView<'_>, honour: &Honour) -> String {
    let recipient = honour.recipient().into_iter().map(|recipient| recipient.get(app.lang).to_owned());
    let figures = view.figures().iter().map(|figure| {
        let number = numbers::quantity(app, figure).number();
        format!("{} {number}", figure.name_in(view.entry()).get(app.lang))
    });
    // What may be cut at the edge is a name, never a number.
    figures.chain(recipient).collect::<Vec<_>>().join("  ")
}
