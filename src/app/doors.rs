//! The lines of the opening page as doors: what they stand for, and the way through and back.

use super::compare_filter::{CompareFilter, Show};
use super::group::{Item, Way};
use super::overview::members;
use super::pane::Pane;
use super::state::App;

/// A door that was gone through.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Door {
    /// The pane it leads to.
    pane: Pane,
    /// What Compare was narrowed to before, and is narrowed to behind the door.
    narrowed: Option<(CompareFilter, CompareFilter)>,
}

impl App {
    /// The entries or pairs that an item stands for.
    pub fn members_of(&self, item: Item) -> Vec<Item> {
        members(&self.context(), item)
    }

    /// Goes from a line of the opening page to what it leads to, in its pane.
    pub(super) fn go_through(&mut self) {
        let Some(item) = self.item() else {
            return;
        };
        let mut narrowed = None;
        match self.members_of(item).first().copied() {
            Some(Item::Entry(entry)) => self.go_to(entry),
            Some(pair) => {
                self.pane = Pane::Compare;
                narrowed = Some(self.narrow_to(item));
                let layout = self.layout();
                let place = layout.order.iter().position(|listed| *listed == pair).unwrap_or(0);
                self.select(place);
            }
            None => return,
        }
        if !matches!(item, Item::Entry(_)) {
            // What a line counts begins with its heading.
            let (layout, place) = (self.layout(), self.cursor().selected);
            if let Some(cursor) = self.cursors.get_mut(self.pane.index()) {
                cursor.open_at(&layout, place);
            }
        }
        self.door = Some(Door { pane: self.pane, narrowed });
    }

    /// Narrows Compare to what a line counts; what it was narrowed to before, and is now.
    fn narrow_to(&mut self, item: Item) -> (CompareFilter, CompareFilter) {
        let show = match item {
            Item::Way(Way::Below) => Show::Below,
            Item::Way(Way::Above) => Show::Above,
            // Among the pairs of the same scope those that are equal are few.
            _ => Show::Scope(crate::report::Scope::Same),
        };
        let before = self.compare_filter;
        self.narrow_pairs(|filter| *filter = CompareFilter { show, ..CompareFilter::default() });
        (before, self.compare_filter)
    }

    /// Whether the list is narrowed by nothing but the door that led here: Esc then goes back at once.
    pub(super) fn is_as_the_door_left_it(&self) -> bool {
        let narrowed = self.door.filter(|door| door.pane == self.pane).and_then(|door| door.narrowed);
        narrowed.is_some_and(|(_, now)| now == self.compare_filter)
    }

    /// Goes back through the door that led here.
    pub(super) fn back_to_overview(&mut self) {
        let Some(door) = self.door.take().filter(|door| door.pane == self.pane) else {
            return;
        };
        if let Some((before, now)) = door.narrowed
            && now == self.compare_filter
        {
            self.narrow_pairs(|filter| *filter = before);
        }
        self.pane = Pane::Overview;
    }

    /// Shows the whole of the block that the selection has gone on to.
    pub(super) fn unfold(&mut self) {
        if self.pane != Pane::Overview {
            return;
        }
        let folded = self.layout().folded_at(self.cursor().selected);
        if let Some(open) = folded.and_then(|block| self.unfolded.get_mut(block.index())) {
            *open = true;
        }
    }

    /// Takes in another size of the window. The opening page may order its blocks in another way in it; the
    /// selection stays on its line.
    pub(super) fn resize(&mut self, size: (u16, u16)) {
        let selected = self.cursors.get(Pane::Overview.index()).map_or(0, |cursor| cursor.selected);
        let spot = self.layout_of(Pane::Overview).spot_of(selected);
        self.size = size;
        let place = spot.and_then(|spot| self.layout_of(Pane::Overview).place_of(spot));
        if let (Some(place), Some(cursor)) = (place, self.cursors.get_mut(Pane::Overview.index())) {
            cursor.selected = place;
        }
    }
}
