//! Moving: in a list, among hits, in a text.

use super::action::Action;
use super::input::Edit;
use super::list_layout::ListLayout;
use super::pane::Mode;
use super::state::App;

impl App {
    pub(super) fn travel(&mut self, action: &Action) {
        match self.mode() {
            Mode::Browse => self.travel_list(action),
            Mode::Search => self.travel_hits(action),
            Mode::Hits => self.travel_listed(action),
            Mode::Page => self.travel_page(action),
            Mode::Help | Mode::About => self.travel_text(action),
            Mode::Years => self.travel_years(action),
            Mode::Places => self.travel_places(action),
            Mode::Reports => self.travel_matrix(action),
            Mode::Choices | Mode::Export | Mode::Overwrite => {}
        }
    }

    fn travel_list(&mut self, action: &Action) {
        let layout = self.layout();
        let length = layout.order.len();
        let page = self.regions().map_or(1, |regions| usize::from(regions.list.height));
        let Some(cursor) = self.cursors.get_mut(self.pane.index()) else {
            return;
        };
        match action {
            Action::Up => cursor.step(-1, length),
            Action::Down => cursor.step(1, length),
            Action::First => cursor.selected = 0,
            Action::Last => cursor.selected = length.saturating_sub(1),
            Action::PreviousSection => cursor.open_at(&layout, section_before(&layout, cursor.selected)),
            Action::NextSection => cursor.open_at(&layout, section_after(&layout, cursor.selected)),
            Action::PageUp => cursor.selected = lines_away(&layout, cursor.selected, page, false),
            Action::PageDown => cursor.selected = lines_away(&layout, cursor.selected, page, true),
            Action::HalfUp => cursor.selected = lines_away(&layout, cursor.selected, page / 2, false),
            Action::HalfDown => cursor.selected = lines_away(&layout, cursor.selected, page / 2, true),
            _ => {}
        }
    }

    /// The rows of a page of the matrix, the years or the places, whose head stays.
    pub(super) fn page_of_table(&self) -> isize {
        self.regions().map_or(1, |regions| isize::try_from(regions.list.height).unwrap_or(1) - 2).max(1)
    }

    /// The rows of a page of hits.
    pub(super) fn page_of_hits(&self) -> isize {
        self.regions().map_or(1, |regions| isize::try_from(regions.list.height).unwrap_or(1))
    }

    pub(super) fn travel_hits(&mut self, action: &Action) {
        let count = self.live.len();
        let page = self.page_of_hits();
        let here = self.hit.selected;
        let starts: Vec<usize> = self.live.groups().iter().map(|group| group.first).collect();
        match action {
            Action::Up if here == 0 => self.edit(Edit::Older),
            Action::Up => self.hit.step(-1, count),
            Action::Down => self.hit.step(1, count),
            Action::PageUp => self.hit.step(-page, count),
            Action::PageDown => self.hit.step(page, count),
            Action::NextSection => {
                let next = starts.iter().find(|start| **start > here).or(starts.first());
                self.hit.selected = next.copied().unwrap_or(here);
            }
            Action::PreviousSection => {
                let before = starts.iter().rev().find(|start| **start < here).or(starts.last());
                self.hit.selected = before.copied().unwrap_or(here);
            }
            _ => {}
        }
    }

    /// A page scrolls while there is more of it, then goes on to the next entry.
    fn travel_page(&mut self, action: &Action) {
        let (length, height) = self.text_size();
        let last = length.saturating_sub(height);
        match action {
            Action::Up if self.scroll > 0 => self.scroll -= 1,
            Action::Down if self.scroll < last => self.scroll += 1,
            Action::Up | Action::Down | Action::PreviousSection | Action::NextSection => {
                self.travel_list(action);
                self.scroll = 0;
            }
            _ => self.travel_text(action),
        }
    }

    fn travel_text(&mut self, action: &Action) {
        let (length, height) = self.text_size();
        let page = height.saturating_sub(1).max(1);
        self.scroll = match action {
            Action::Up => self.scroll.saturating_sub(1),
            Action::Down => self.scroll + 1,
            Action::PageUp => self.scroll.saturating_sub(page),
            Action::PageDown => self.scroll + page,
            Action::HalfUp => self.scroll.saturating_sub(page / 2),
            Action::HalfDown => self.scroll + page / 2,
            Action::First => 0,
            Action::Last => length,
            _ => self.scroll,
        };
    }
}

/// The first entry of the group of `at`, or of the group before when `at` is that entry.
fn section_before(layout: &ListLayout, at: usize) -> usize {
    let first = |at: usize| {
        let group = layout.groups.get(at);
        (0..=at).rev().take_while(|place| layout.groups.get(*place) == group).last().unwrap_or(at)
    };
    let here = first(at);
    if here < at { here } else { at.checked_sub(1).map_or(0, first) }
}

/// The first entry of the next group; the last group stays where it is.
fn section_after(layout: &ListLayout, at: usize) -> usize {
    let group = layout.groups.get(at);
    (at..layout.groups.len()).find(|place| layout.groups.get(*place) != group).unwrap_or(at)
}

/// The entry about `lines` lines from the one at `at`; at least the next one.
fn lines_away(layout: &ListLayout, at: usize, lines: usize, down: bool) -> usize {
    let last = layout.order.len().saturating_sub(1);
    let column = layout.column_of(at);
    let (first, _) = layout.span(at);
    // One row is the heading's that stays, and one line of the page before remains in sight.
    let lines = isize::try_from(lines.saturating_sub(2).max(1)).unwrap_or(1);
    let to = first.saturating_add_signed(if down { lines } else { -lines });
    let all = layout.columns.get(column).map_or(&[][..], Vec::as_slice);
    let step = if down { (at + 1).min(last) } else { at.saturating_sub(1) };
    // An item that reaches beyond the page would push a line out at the other end unseen.
    let whole = |at: &usize| if down { layout.span(*at).1 <= to } else { layout.span(*at).0 >= to };
    let found = if down {
        all.iter().take(to + 1).rev().filter_map(|line| line.at()).find(whole)
    } else {
        all.iter().skip(to).filter_map(|line| line.at()).find(whole)
    };
    match found {
        Some(found) if down => found.max(step),
        Some(found) => found.min(step),
        None => step,
    }
}
