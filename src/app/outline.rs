//! The lines of a pane: headings, entries, further figures, in one list for one cursor.

use super::contrast::{Contrast, arranged, unit_of};
use super::group::{Group, Item, Line};
use super::layout::Poster;
use super::pane::Pane;
use crate::pages::Joined;
use crate::report::{EntryView, Library, Scope, Tab};

/// The items of a pane in order, and the lines they make.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Outline {
    /// The items in the order of the cursor.
    pub order: Vec<Item>,
    /// The group of each item.
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
    /// What the Compare pane lists.
    pub contrast: Contrast,
    /// The rows of a pair.
    pub pair_rows: u16,
}

impl Outline {
    /// The outline of a pane.
    pub fn of(library: &Library, joined: &Joined, shape: Shape) -> Self {
        let mut outline = Self { columns: vec![Vec::new()], ..Self::default() };
        match shape.pane {
            Pane::Tab(tab) => outline.list(library, tab, shape),
            Pane::Compare => outline.pairs(library, joined, shape),
        }
        outline
    }

    fn list(&mut self, library: &Library, tab: Tab, shape: Shape) {
        let mut entries: Vec<(Group, EntryView<'_>)> = library
            .entries_of(tab)
            .filter(|view| !shape.figures_only || !view.figures().is_empty())
            .map(|view| (group_of(view), view))
            .collect();
        if tab == Tab::Honours {
            entries.sort_by_key(|(group, _)| group.order());
        }
        self.order = entries.iter().map(|(_, view)| Item::Entry(view.at())).collect();
        self.groups = entries.iter().map(|(group, _)| *group).collect();
        if tab == Tab::Honours && shape.spaced {
            self.column().push(Line::Head);
        }
        let mut before: Option<(Group, EntryView<'_>)> = None;
        for (at, &(group, view)) in entries.iter().enumerate() {
            let new = before.is_none_or(|(last, _)| last != group);
            let same_label = !new && before.is_some_and(|(_, last)| last.entry().group() == view.group());
            self.entry((at, view), (group, new, same_label), shape);
            before = Some((group, view));
        }
    }

    fn entry(
        &mut self,
        (at, view): (usize, EntryView<'_>),
        (group, new, same_label): (Group, bool, bool),
        shape: Shape,
    ) {
        let tab = view.tab();
        let large = tab == Tab::Targets && shape.poster != Poster::Plain && is_poster(view);
        if new {
            self.open(group, large, shape);
        }
        let lines = self.column();
        if large {
            let rows = poster_rows(view, shape.poster);
            lines.extend((0..rows).map(|row| Line::Poster(at, row)));
            return;
        }
        lines.push(Line::Entry(at, !same_label));
        // The medals of an honour stand on its own line.
        let figures = if tab == Tab::Honours { 1 } else { view.figures().len() };
        lines.extend((1..figures).map(|figure| Line::Figure(at, figure)));
    }

    /// Begins a group: a heading, or the scale of the poster; a blank row before it.
    fn open(&mut self, group: Group, large: bool, shape: Shape) {
        let beside = shape.poster == Poster::Large { beside: true } && shape.pane == Pane::Tab(Tab::Targets);
        if beside && !large && self.columns.len() == 1 {
            self.columns.push(Vec::new());
        }
        let lines = self.column();
        if shape.spaced && lines.last().is_some_and(|last| !matches!(last, Line::Blank | Line::Head)) {
            lines.push(Line::Blank);
        }
        lines.push(if large { Line::Head } else { Line::Heading(group) });
        if large && matches!(shape.poster, Poster::Large { .. }) {
            lines.push(Line::Blank);
        }
    }

    fn pairs(&mut self, library: &Library, joined: &Joined, shape: Shape) {
        let listed = arranged(library, joined, shape.contrast);
        self.order = listed.iter().map(|(_, at)| Item::Pair(*at)).collect();
        self.groups = listed.iter().map(|(group, _)| *group).collect();
        self.column().push(Line::Head);
        let mut before: Option<(Group, Option<&str>)> = None;
        for (place, (group, at)) in listed.into_iter().enumerate() {
            let same = group == Group::Scope(Scope::Same);
            let unit = joined.pairs.get(at).and_then(|pair| unit_of(library, pair)).filter(|_| same);
            if before.is_none_or(|(last, _)| last != group) {
                self.open(group, false, shape);
            } else if shape.spaced && before.is_some_and(|(_, last)| last != unit) {
                // One unit to a scale: a blank row where the scale changes.
                self.column().push(Line::Blank);
            }
            self.column().extend((0..shape.pair_rows).map(|row| Line::Pair(place, row)));
            before = Some((group, unit));
        }
    }

    fn column(&mut self) -> &mut Vec<Line> {
        if self.columns.is_empty() {
            self.columns.push(Vec::new());
        }
        self.columns.last_mut().expect("a column was just made")
    }

    /// The column that holds the item at a place of the list.
    pub fn column_of(&self, at: usize) -> usize {
        self.columns.iter().position(|lines| lines.iter().any(|line| line.at() == Some(at))).unwrap_or(0)
    }

    /// The first and the last line of the item at a place of the list, in its column.
    pub fn span(&self, at: usize) -> (usize, usize) {
        let lines = self.columns.get(self.column_of(at)).map_or(&[][..], Vec::as_slice);
        let first = lines.iter().position(|line| line.at() == Some(at)).unwrap_or(0);
        let last = lines.iter().rposition(|line| line.at() == Some(at)).unwrap_or(first);
        (first, last)
    }

    /// The group of the line at `index` of a column: that of the nearest heading above; `None` under a head.
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
    !view.figures().is_empty() || view.entry().indicator().is_some()
}

fn poster_rows(view: EntryView<'_>, poster: Poster) -> u16 {
    let numbered = !view.figures().is_empty();
    match (poster, numbered) {
        (Poster::Large { .. }, true) => 5,
        (Poster::Large { .. }, false) | (_, true) => 3,
        (_, false) => 2,
    }
}

fn group_of(view: EntryView<'_>) -> Group {
    match view.honour() {
        Some(honour) => Group::Level(honour.level()),
        None => Group::Section(view.report_at(), view.section_at()),
    }
}
