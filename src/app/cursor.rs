//! A selection in a list and the part of the list that is in sight.

use super::action::Action;
use super::group::Line;
use super::list_layout::ListLayout;

/// A selection and the first line in sight.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Cursor {
    /// The selected place of the list.
    pub selected: usize,
    /// The first line in sight.
    pub top: usize,
}

impl Cursor {
    /// Selects the place `by` from here, within `0..length`.
    pub fn step(&mut self, by: isize, length: usize) {
        let last = length.saturating_sub(1);
        self.selected = self.selected.saturating_add_signed(by).min(last);
    }

    /// Moves as a key asks in a list of `length` rows, of which `page` make a page; whether the key is one that moves.
    pub(super) fn travel(&mut self, action: &Action, length: usize, page: isize) -> bool {
        match action {
            Action::Up => self.step(-1, length),
            Action::Down => self.step(1, length),
            Action::First => self.selected = 0,
            Action::Last => self.selected = length.saturating_sub(1),
            Action::PageUp => self.step(-page, length),
            Action::PageDown => self.step(page, length),
            Action::HalfUp => self.step(-page / 2, length),
            Action::HalfDown => self.step(page / 2, length),
            _ => return false,
        }
        true
    }

    /// Selects the first entry of a group with the group's heading at the top.
    pub fn open_at(&mut self, layout: &ListLayout, at: usize) {
        let (first, _) = layout.span(at);
        let lines = layout.columns.get(layout.column_of(at)).map_or(&[][..], Vec::as_slice);
        let heading = lines.iter().take(first).rposition(|line| matches!(line, Line::Heading(_) | Line::Head));
        self.selected = at;
        self.top = heading.unwrap_or(first);
    }

    /// Brings the lines `first..=last` of `total` into a window of `height` rows with what stands around them:
    /// where they are out of sight or at its edge, a third of it comes before them.
    pub fn show_around(&mut self, (first, last): (usize, usize), total: usize, height: usize) {
        let margin = (height / 6).max(1);
        let above = self.top == 0 || first > self.top + margin;
        let below = self.top + height >= total || last + margin < self.top + height;
        if first < self.top || last >= self.top + height || !above || !below {
            self.top = first.saturating_sub(height / 3).min(total.saturating_sub(height));
        }
    }

    /// Scrolls as little as needed to bring the lines `first..=last` of `total`
    /// into a window of `height` rows whose first row may be taken by a heading
    /// that has scrolled off.
    pub fn reveal(&mut self, (first, last): (usize, usize), total: usize, height: usize) {
        // The heading that stays in the first row covers one line.
        let covered = usize::from(height > 2);
        if first < self.top + covered {
            self.top = first.saturating_sub(covered);
        }
        if last >= self.top + height {
            self.top = (last + 1).saturating_sub(height).min(first.saturating_sub(covered));
        }
        self.top = self.top.min(total.saturating_sub(height));
    }

    /// The same in a window where no heading stays.
    pub fn window(&mut self, (first, last): (usize, usize), total: usize, height: usize) {
        self.top = self.top.max((last + 1).saturating_sub(height)).min(first).min(total.saturating_sub(height));
    }
}

#[cfg(test)]
mod tests {
    use super::Cursor;

    #[test]
    fn a_selection_stays_in_the_list() {
        let mut cursor = Cursor { selected: 3, top: 0 };
        cursor.step(-9, 5);
        assert_eq!(cursor.selected, 0);
        cursor.step(9, 5);
        assert_eq!(cursor.selected, 4);
        cursor.step(9, 0);
        assert_eq!(cursor.selected, 0);
    }

    #[test]
    fn every_line_comes_into_sight_below_the_heading() {
        for height in 1..12 {
            let mut cursor = Cursor::default();
            for line in (0..40).chain((0..40).rev()) {
                cursor.reveal((line, line), 40, height);
                let covered = usize::from(height > 2 && cursor.top > 0);
                assert!(line >= cursor.top + covered || line == 0, "{height} {line} {cursor:?}");
                assert!(line < cursor.top + height, "{height} {line} {cursor:?}");
            }
        }
    }
}
