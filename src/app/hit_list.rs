//! The hits as a list of their own: moving in it, narrowing it, and picking from it.

use std::collections::BTreeSet;

use super::action::Action;
use super::cursor::Cursor;
use super::figures::Figures;
use super::found::{Found, Grouping};
use super::group::Item;
use super::pane::Mode;
use super::searching::Next;
use super::state::App;
use crate::library::EntryId;

impl App {
    /// Turns the hits into a list, or does so as soon as there are some.
    pub(super) fn list_hits(&mut self) {
        if self.is_searching() {
            self.searching.next = Next::List;
        } else if !self.live.is_empty() {
            self.input.remember();
            let entry = self.selected().map(|view| view.at());
            self.open(Mode::Hits);
            // What is picked and exported from here are entries.
            self.live = std::mem::take(&mut self.live).entries_only();
            let place = entry.and_then(|entry| self.live.place_of(entry));
            self.hit.selected = place.unwrap_or(0);
        }
    }

    /// Moves in the list of hits.
    pub(super) fn travel_listed(&mut self, action: &Action) {
        let count = self.live.len();
        let page = self.page_of_hits();
        match action {
            Action::Up => self.hit.step(-1, count),
            Action::First => self.hit = Cursor::default(),
            Action::Last => self.hit.selected = count.saturating_sub(1),
            Action::HalfUp => self.hit.step(-(page / 2), count),
            Action::HalfDown => self.hit.step(page / 2, count),
            _ => self.travel_hits(action),
        }
    }

    /// Lists all hits, those with figures, those without, in turn; the selection stays where it can.
    pub(super) fn narrow_hits(&mut self, figures: Figures) {
        let stood = self.selected().map(|view| view.at());
        self.hit_figures = figures;
        self.live = self.listed(self.live.whole(self.grouping()));
        let place = stood.and_then(|entry| self.live.place_of(entry));
        self.hit = Cursor { selected: place.unwrap_or(0), top: 0 };
    }

    /// What is listed of what was found.
    pub(super) fn listed(&self, found: Found) -> Found {
        let figures = if self.modes.contains(&Mode::Hits) { self.hit_figures } else { Figures::All };
        let only = self.across.only_in_view.then_some(self.in_view.report);
        let narrow = figures != Figures::All || only.is_some();
        let found = if narrow { found.narrowed(figures, only) } else { found };
        if self.modes.contains(&Mode::Hits) {
            return found.entries_only();
        }
        let pairs = self.pairs_found(&found);
        found.with_pairs(pairs)
    }

    /// How the hits are grouped: those of one report by pane.
    pub(super) fn grouping(&self) -> Grouping {
        let several = self.library.count() > 1 && !self.across.only_in_view;
        if several { Grouping::Reports } else { Grouping::Panes }
    }

    /// The pairs of the report in view with an entry among the hits.
    fn pairs_found(&self, found: &Found) -> Vec<usize> {
        let pairs = || self.in_view.pairs.all().iter().enumerate().filter(|(_, pair)| pair.alone().is_none());
        let sides: BTreeSet<EntryId> = pairs().flat_map(|(_, pair)| pair.entries()).collect();
        let found = found.listed_of(&sides);
        pairs().filter(|(_, pair)| pair.entries().any(|entry| found.contains(&entry))).map(|(place, _)| place).collect()
    }

    /// Lists only hits of the report in view, or those of all reports again.
    pub(super) fn turn_reports_searched(&mut self) {
        if self.library.count() > 1 {
            self.across.only_in_view = !self.across.only_in_view;
            self.narrow_hits(self.hit_figures);
        }
    }

    /// Picks all that is listed; where all of it is picked, lets all of it go.
    pub(super) fn pick_all(&mut self) {
        let listed: BTreeSet<Item> = match self.mode() {
            Mode::Hits => self.live.entries().map(Item::Entry).collect(),
            _ => self.layout().order.iter().flat_map(|item| self.members_of(*item)).collect(),
        };
        if listed.is_subset(&self.picks) {
            self.picks.retain(|item| !listed.contains(item));
        } else {
            self.picks.extend(listed);
        }
    }

    /// One step back from the list of hits: from what is picked, from what narrows it, to the search line.
    pub(super) fn leave_hits(&mut self) {
        if !self.picks.is_empty() {
            self.picks.clear();
        } else if self.across.only_in_view {
            self.turn_reports_searched();
        } else if self.hit_figures == Figures::All {
            self.close();
            self.narrow_hits(Figures::All);
        } else {
            self.narrow_hits(Figures::All);
        }
    }
}
