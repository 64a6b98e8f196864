//! The lines of a pane: headings, entries, further figures, in one list for one cursor.

use super::layout::Poster;
use super::pane::Pane;
use crate::report::{EntryRef, EntryView, Level, Library, Tab};

/// What the lines of a group have in common.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Group {
    /// A section of a report: place of the report, place of the section in it.
    Section(usize, usize),
    /// The honours of one level.
    Level(Level),
}

/// One row of a pane.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Line {
    /// Nothing.
    Blank,
    /// The heading of a group.
    Heading(Group),
    /// What stands over the columns: the scale of the targets, the fields of the honours.
    Head,
    /// An entry with its first figure: place in the list, and whether its sub-heading is new.
    Entry(usize, bool),
    /// A further figure of an entry: place in the list, place of the figure.
    Figure(usize, usize),
    /// A row of the poster: place in the list, row of the target from 0.
    Poster(usize, u16),
}

impl Line {
    /// The place in the list of the entry that the line belongs to.
    pub const fn at(self) -> Option<usize> {
        match self {
            Self::Entry(at, _) | Self::Figure(at, _) | Self::Poster(at, _) => Some(at),
            Self::Blank | Self::Heading(_) | Self::Head => None,
        }
    }
}

/// The entries of a pane in order, and the lines they make.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Outline {
    /// The entries in the order of the cursor.
    pub order: Vec<EntryRef>,
    /// The group of each entry.
    pub groups: Vec<Group>,
    /// The lines in one column, or in two (the poster and the requirements beside it).
    pub columns: Vec<Vec<Line>>,
}

/// What an outline depends on besides the library.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Shape {
    /// The pane.
    pub pane: Pane,
    /// Whether entries without figures are left out.
    pub figures_only: bool,
    /// Whether blank rows stand between groups.
    pub spaced: bool,
    /// How targets are drawn.
    pub poster: Poster,
}

impl Outline {
    /// The outline of a pane.
    pub fn of(library: &Library, shape: Shape) -> Self {
        let Pane::Tab(tab) = shape.pane;
        let mut entries: Vec<(Group, EntryView<'_>)> = library
            .entries_of(tab)
            .filter(|view| !shape.figures_only || !view.entry.figures.is_empty())
            .map(|view| (group_of(library, view), view))
            .collect();
        if tab == Tab::Honours {
            entries.sort_by_key(|(group, _)| match group {
                Group::Level(level) => (0, Some(*level)),
                Group::Section(..) => (1, None),
            });
        }
        let mut outline = Self {
            order: entries.iter().map(|(_, view)| view.at).collect(),
            groups: entries.iter().map(|(group, _)| *group).collect(),
            columns: vec![Vec::new()],
        };
        outline.write(&entries, shape);
        outline
    }

    fn write(&mut self, entries: &[(Group, EntryView<'_>)], shape: Shape) {
        let poster = shape.pane == Pane::Tab(Tab::Targets) && shape.poster != Poster::Plain;
        let honours = shape.pane == Pane::Tab(Tab::Honours);
        if honours && shape.spaced {
            self.column().push(Line::Head);
        }
        let mut before: Option<(Group, EntryView<'_>)> = None;
        for (at, &(group, view)) in entries.iter().enumerate() {
            let new = before.is_none_or(|(last, _)| last != group);
            let drawn_large = poster && is_poster(view);
            if new {
                self.open(group, drawn_large, shape);
            }
            let same_label = !new && before.is_some_and(|(_, last)| last.entry.group == view.entry.group);
            let lines = self.column();
            if drawn_large {
                let rows = poster_rows(view, shape.poster);
                lines.extend((0..rows).map(|row| Line::Poster(at, row)));
            } else {
                lines.push(Line::Entry(at, !same_label));
                // The medals of an honour stand on its own line.
                let further = if honours { 1 } else { view.entry.figures.len() };
                lines.extend((1..further).map(|figure| Line::Figure(at, figure)));
            }
            before = Some((group, view));
        }
    }

    /// Begins a group: a heading, or the scale of the poster; a blank row before it.
    fn open(&mut self, group: Group, drawn_large: bool, shape: Shape) {
        let beside = shape.poster == Poster::Large { beside: true } && shape.pane == Pane::Tab(Tab::Targets);
        if beside && !drawn_large && self.columns.len() == 1 {
            self.columns.push(Vec::new());
        }
        let lines = self.column();
        if shape.spaced && lines.last().is_some_and(|last| !matches!(last, Line::Blank | Line::Head)) {
            lines.push(Line::Blank);
        }
        lines.push(if drawn_large { Line::Head } else { Line::Heading(group) });
        if drawn_large && matches!(shape.poster, Poster::Large { .. }) {
            lines.push(Line::Blank);
        }
    }

    fn column(&mut self) -> &mut Vec<Line> {
        if self.columns.is_empty() {
            self.columns.push(Vec::new());
        }
        self.columns.last_mut().expect("a column was just made")
    }

    /// The column that holds the entry at a place of the list.
    pub fn column_of(&self, at: usize) -> usize {
        self.columns.iter().position(|lines| lines.iter().any(|line| line.at() == Some(at))).unwrap_or(0)
    }

    /// The first and the last line of the entry at a place of the list, in its column.
    pub fn span(&self, at: usize) -> (usize, usize) {
        let lines = self.columns.get(self.column_of(at)).map_or(&[][..], Vec::as_slice);
        let first = lines.iter().position(|line| line.at() == Some(at)).unwrap_or(0);
        let last = lines.iter().rposition(|line| line.at() == Some(at)).unwrap_or(first);
        (first, last)
    }

    /// The group of the line at `index` of a column: its own, or that of the nearest heading above.
    pub fn group_at(&self, column: usize, index: usize) -> Option<Group> {
        let lines = self.columns.get(column)?;
        lines.get(..=index)?.iter().rev().find_map(|line| match line {
            Line::Heading(group) => Some(Some(*group)),
            Line::Head => Some(None),
            _ => None,
        })?
    }
}

/// Whether a target is drawn as a row of the poster: it has a number, or words in its place.
fn is_poster(view: EntryView<'_>) -> bool {
    !view.entry.figures.is_empty() || view.entry.indicator.is_some()
}

fn poster_rows(view: EntryView<'_>, poster: Poster) -> u16 {
    let numbered = !view.entry.figures.is_empty();
    match (poster, numbered) {
        (Poster::Large { .. }, true) => 5,
        (Poster::Large { .. }, false) | (_, true) => 3,
        (_, false) => 2,
    }
}

fn group_of(library: &Library, view: EntryView<'_>) -> Group {
    if let Some(honour) = &view.entry.honour {
        return Group::Level(honour.level);
    }
    let report = library.reports.iter().position(|report| std::ptr::eq(report, view.report));
    Group::Section(report.unwrap_or(0), view.section_at)
}
