//! Narrowing the lists, and crossing over to the counterpart of an entry.

use super::compare_filter::{CompareFilter, Show, section_of};
use super::cursor::Cursor;
use super::figures::Figures;
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
        self.note_chips();
        let layout = self.layout();
        let place = layout.order.iter().position(|item| stood == Some(*item)).unwrap_or(0);
        if let Some(cursor) = self.cursors.get_mut(self.pane.index()) {
            *cursor = Cursor { selected: place, top: 0 };
        }
    }

    /// In the lists, goes round by who carries a number; in Compare, narrows it to the section of the selected pair.
    pub(super) fn filter(&mut self) {
        if self.mode() == Mode::Hits {
            return self.narrow_hits(self.hit_figures.next());
        }
        match self.pane {
            Pane::Overview => {}
            Pane::Compare => {
                let section = self.selected_pair().and_then(|pair| section_of(&self.library, pair));
                self.narrow_pairs(|filter| filter.section = if filter.section.is_some() { None } else { section });
            }
            Pane::Tab(_) => self.list_numbered(self.numbered_in(self.pane).next()),
        }
    }

    /// Lists the entries of the pane by whether they carry a number, staying on the selected one, or on the
    /// nearest one before it that is still listed.
    pub(super) fn list_numbered(&mut self, numbered: Figures) {
        let stood = self.item();
        if let Some(own) = self.numbered.get_mut(self.pane.index()) {
            *own = numbered;
        }
        let layout = self.layout();
        let order = &layout.order;
        let before = |item: &Item| matches!((*item, stood), (Item::Entry(at), Some(Item::Entry(stood))) if at <= stood);
        let place = order.iter().position(|item| stood == Some(*item)).or(order.iter().rposition(before));
        self.select(place.unwrap_or(0));
    }

    /// In Compare, offers what the list can be narrowed to; once that is offered, goes on to the next of it.
    pub(super) fn offer(&mut self) {
        if self.mode() == Mode::Choices {
            self.narrow_pairs(|filter| filter.show = filter.show.next());
        } else if self.pane == Pane::Compare {
            self.modes.push(Mode::Choices);
        }
    }

    /// Narrows the list to a choice, or takes that back where it is chosen already.
    pub(super) fn choose(&mut self, show: Show) {
        self.narrow_pairs(|filter| filter.show = if filter.show == show { Show::All } else { show });
        self.close_choices();
    }

    /// Takes away what was offered; any other key does, and acts as usual.
    pub(super) fn close_choices(&mut self) {
        self.modes.retain(|mode| *mode != Mode::Choices);
    }
}
