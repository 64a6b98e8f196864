//! The columns of the honours, and how many each field has.

use crate::library::EntryView;
use crate::pages::{PageContext, margins};
use crate::report::{Entry, Field, Honour};
use crate::text::{Lang, cells_of, counted, fit, width, wrap};

/// The columns, in cells from the left edge.
#[derive(Clone, Debug, PartialEq)]
pub struct HonourColumns {
    pub(crate) mark: u16,
    pub(crate) right: u16,
    pub(crate) title: (u16, u16),
    pub(crate) kind: Option<u16>,
    pub(crate) winner: Option<(u16, u16)>,
    pub(crate) matrix: Option<[u16; Field::ALL.len()]>,
    /// How many honours there are in each field.
    pub(crate) totals: [usize; Field::ALL.len()],
}

impl HonourColumns {
    /// The columns for the honours `views`, in a region of `cells` cells.
    pub(in crate::app) fn of(context: &PageContext<'_>, views: &[EntryView<'_>], cells: u16) -> Self {
        let (mark, left) = margins(cells);
        let right = cells.saturating_sub(1);
        let most = |widths: &mut dyn Iterator<Item = usize>| counted(widths.max().unwrap_or(0));
        let title = most(&mut views.iter().map(|view| width(view.title().get(context.lang))));
        let kind =
            most(&mut views.iter().filter_map(|view| Some(width(view.honour()?.kind().label().get(context.lang)))));
        let winners = most(&mut views.iter().filter_map(|view| Some(width(&winner(context, *view, view.honour()?)))));
        let kept = most(&mut views.iter().map(|view| width(&medals(context, view.entry()))));
        let mut grid = Self {
            mark,
            right,
            title: (left, right.saturating_sub(left)),
            kind: None,
            winner: None,
            matrix: None,
            totals: totals(views),
        };
        if cells < 58 {
            return grid;
        }
        // Wide enough for most of every name, the matrix comes before the last words of the longest ones.
        let fields = matrix_cells(context.lang);
        let room = right.saturating_sub(left + kind + 4);
        let beside = |winner: u16| room.saturating_sub(winner + 4 + fields);
        let enough = TITLE.min(title);
        let winner = if beside(winners) < enough && beside(WINNER) >= enough { winners.min(WINNER) } else { winners };
        let beside = beside(winner);
        // A winner or two kinds of medals are read whole before the last words of a long name.
        let whole = room.saturating_sub(winners);
        let most = if whole >= NAME { whole } else { room.saturating_sub(winner.clamp(10, 18).max(kept)) };
        grid.title.1 = title.min(if beside >= enough { beside } else { most });
        let mut end = left + grid.title.1 + 2;
        grid.kind = Some(end);
        end += kind + 2;
        let left_over = right.saturating_sub(end);
        if left_over >= 10 {
            grid.winner = Some((end, winner.min(left_over)));
            end += winner.min(left_over) + 4;
        }
        grid.matrix = matrix(context.lang, end, right);
        grid
    }

    /// The rows of an honour: one, or two where its name or its winner goes on below.
    pub(in crate::app) fn rows(&self, context: &PageContext<'_>, view: EntryView<'_>) -> usize {
        let winners = view.honour().map_or(0, |honour| self.winner_rows(context, view, honour).len());
        self.name_rows(context, view).len().max(winners)
    }

    /// Medals and winner in one row, or in two: the medals, then who won them, or a long name below its beginning.
    pub(crate) fn winner_rows(&self, context: &PageContext<'_>, view: EntryView<'_>, honour: &Honour) -> Vec<String> {
        let Some((_, cells)) = self.winner else { return Vec::new() };
        let (whole, medals) = (winner(context, view, honour), medals(context, view.entry()));
        if cells_of(&whole) <= cells {
            return vec![whole];
        }
        let name = whole.get(medals.len()..).unwrap_or_default().trim_start();
        let first = if medals.is_empty() { wrap(name, usize::from(cells)).into_iter().next() } else { None };
        let rest = name.get(first.as_ref().map_or(0, String::len)..).unwrap_or_default().trim_start();
        // Below there is no kind: what is longer than its column may begin right behind the name.
        let names = self.name_rows(context, view);
        let below = names.get(1).map_or(self.title.0, |row| self.title.0 + INDENT + cells_of(row) + 2);
        let mut rows = vec![first.unwrap_or(medals), fit(rest, usize::from(self.right.saturating_sub(below)))];
        rows.retain(|row| !row.is_empty());
        rows
    }

    /// The name of an honour in one row, or in two: beside kind and winner, or medals, and below them.
    pub(crate) fn name_rows(&self, context: &PageContext<'_>, view: EntryView<'_>) -> Vec<String> {
        let name = view.title().get(context.lang);
        let medals = if self.kind.is_none() { cells_of(&medals(context, view.entry())) } else { 0 };
        let beside = if medals == 0 { self.title.1 } else { self.title.1.saturating_sub(medals + 2) };
        if cells_of(name) <= beside {
            return vec![name.to_owned()];
        }
        let first = wrap(name, usize::from(beside)).into_iter().next().unwrap_or_default();
        let rest = name.get(first.len()..).unwrap_or_default().trim_start();
        let below = self.right.saturating_sub(self.title.0 + INDENT);
        vec![first, fit(rest, usize::from(below))]
    }
}

/// The cells by which the second row of a name stands in.
pub(crate) const INDENT: u16 = 2;

/// How many honours there are in each field.
fn totals(views: &[EntryView<'_>]) -> [usize; Field::ALL.len()] {
    Field::ALL
        .map(|field| views.iter().filter(|view| view.honour().is_some_and(|honour| honour.field() == field)).count())
}

/// The cells of a name that goes on in a second row so that every winner is whole.
const NAME: u16 = 50;
/// The cells that names and winners keep beside a matrix.
const TITLE: u16 = 60;
const WINNER: u16 = 32;

/// The cells of the heads of the fields.
fn matrix_cells(lang: Lang) -> u16 {
    Field::ALL.into_iter().map(|field| cells_of(field.label().get(lang)) + 2).sum::<u16>().saturating_sub(2)
}

/// The columns of the fields; none when they do not fit whole.
fn matrix(lang: Lang, from: u16, right: u16) -> Option<[u16; Field::ALL.len()]> {
    let mut columns = [0; Field::ALL.len()];
    let mut x = from;
    for (column, field) in columns.iter_mut().zip(Field::ALL) {
        *column = x;
        x += cells_of(field.label().get(lang)) + 2;
    }
    (x.saturating_sub(2) <= right).then_some(columns)
}

/// How many of which medals, and who won.
pub(crate) fn winner(context: &PageContext<'_>, view: EntryView<'_>, honour: &Honour) -> String {
    let recipient = honour.recipient().into_iter().map(|recipient| recipient.get(context.lang).to_owned());
    let figures = Some(medals(context, view.entry())).filter(|medals| !medals.is_empty());
    // What may be cut at the edge is a name, never a number.
    figures.into_iter().chain(recipient).collect::<Vec<_>>().join("  ")
}

/// How many of which medals: all figures of an honour.
pub(crate) fn medals(context: &PageContext<'_>, entry: &Entry) -> String {
    let figures = entry.figures().iter().map(|figure| {
        let number = context.quantity(figure).number();
        format!("{} {number}", figure.name_in(entry).get(context.lang))
    });
    figures.collect::<Vec<_>>().join("  ")
}
