//! Narrowing the lists, and crossing over to the counterpart of an entry.

use super::compare_filter::{CompareFilter, section_of};
use super::cursor::Cursor;
use super::group::Item;
use super::pane::{Mode, Pane};
use super::state::App;

impl App {
    /// Goes to the counterpart of the selected entry, to its next one, and at last back.
    pub(super) fn cross(&mut self) {
        let Some(here) = self.selected().map(|view| view.at()) else {
            return;
        };
        if self.pane == Pane::Compare {
            self.go_to(here);
            return;
        }
        let (origin, been) = self
            .trail
            .filter(|&(origin, been)| been > 0 && self.counterparts(origin).get(been - 1) == Some(&here))
            .unwrap_or((here, 0));
        match self.counterparts(origin).get(been) {
            Some(&next) => {
                self.go_to(next);
                self.trail = Some((origin, been + 1));
            }
            None if been > 0 => {
                self.go_to(origin);
                self.trail = None;
            }
            None => {}
        }
    }

    /// Changes what the Compare pane lists, staying on the pair where it is still listed.
    pub(super) fn narrow_pairs(&mut self, change: impl FnOnce(&mut CompareFilter)) {
        if self.pane != Pane::Compare {
            return;
        }
        let stood = self.item();
        change(&mut self.compare_filter);
        let layout = self.layout();
        let place = layout.order.iter().position(|item| stood == Some(*item)).unwrap_or(0);
        if let Some(cursor) = self.cursors.get_mut(self.pane.index()) {
            *cursor = Cursor { selected: place, top: 0 };
        }
    }

    /// In the lists, turns the filter on figures; in Compare, narrows it to the section of the selected pair.
    pub(super) fn filter(&mut self) {
        if self.mode() == Mode::Hits {
            return self.narrow_hits(self.hit_figures.next());
        }
        if self.pane == Pane::Overview {
            return;
        }
        if self.pane == Pane::Compare {
            let section = self.selected_pair().and_then(|pair| section_of(&self.library, pair));
            self.narrow_pairs(|compare_filter| {
                compare_filter.section = if compare_filter.section.is_some() { None } else { section }
            });
            return;
        }
        let stood: Vec<Option<Item>> = Pane::ALL
            .iter()
            .zip(&self.cursors)
            .map(|(&pane, cursor)| self.layout_of(pane).order.get(cursor.selected).copied())
            .collect();
        self.figures_only = !self.figures_only;
        for (&pane, stood) in Pane::ALL.iter().zip(stood) {
            let layout = self.layout_of(pane);
            let order = &layout.order;
            // The entry itself, or the nearest one before it that is still listed.
            let before =
                |item: &Item| matches!((*item, stood), (Item::Entry(at), Some(Item::Entry(stood))) if at <= stood);
            let place = order.iter().position(|item| stood == Some(*item)).or(order.iter().rposition(before));
            if let Some(cursor) = self.cursors.get_mut(pane.index()) {
                cursor.selected = place.unwrap_or(0);
            }
        }
    }
}
