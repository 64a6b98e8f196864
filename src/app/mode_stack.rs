//! What is open: modes, panes, and going to an entry.

use super::compare_filter::CompareFilter;
use super::figures::Figures;
use super::group::Item;
use super::pane::{Mode, Pane};
use super::state::App;
use crate::library::EntryId;

impl App {
    pub(super) fn open(&mut self, mode: Mode) {
        if self.mode() != mode {
            // A mode opened twice would ask for Esc twice.
            self.modes.retain(|open| *open != mode);
            self.modes.push(mode);
        }
        self.scroll = 0;
    }

    pub(super) fn close(&mut self) {
        let prompt = self.mode().is_prompt();
        if self.modes.len() > 1 {
            self.modes.pop();
        }
        // What is under a question stands where it stood.
        if !prompt {
            self.scroll = 0;
        }
    }

    pub(super) fn turn_help(&mut self) {
        match self.mode() {
            Mode::Help => {
                self.close();
                self.open(Mode::About);
            }
            Mode::About => {
                self.close();
                self.open(Mode::Help);
            }
            _ => self.open(Mode::Help),
        }
    }

    pub(super) fn back(&mut self) {
        if self.mode() == Mode::Hits {
            self.leave_hits();
        } else if self.mode() == Mode::Search && self.across.only_in_view {
            self.turn_reports_searched();
        } else if matches!(self.mode(), Mode::Years | Mode::Places) {
            self.take_off_last();
        } else if self.mode() == Mode::Reports && self.widen_matrix() {
            // What is typed narrows the places as a chip does, and goes before the view.
        } else if self.mode() != Mode::Browse {
            self.close();
        } else if !self.picks.is_empty() {
            self.picks.clear();
        } else if self.is_as_the_door_left_it() || !(self.take_off_last() || self.forget_hits()) {
            self.back_to_overview();
        }
    }

    /// Takes the marks of the last search away; whether there were any.
    fn forget_hits(&mut self) -> bool {
        !std::mem::take(&mut self.kept).is_empty()
    }

    pub(super) fn select(&mut self, place: usize) {
        match self.mode() {
            Mode::Search | Mode::Hits => self.hit.selected = place.min(self.live.len().saturating_sub(1)),
            Mode::Years => self.select_year_row(place),
            Mode::Places => self.select_place(place),
            Mode::Reports => self.select_matrix(place),
            _ => {
                if let Some(cursor) = self.cursors.get_mut(self.pane.index()) {
                    cursor.selected = place;
                }
            }
        }
    }

    pub(super) fn enter(&mut self) {
        match self.mode() {
            Mode::Search | Mode::Hits => self.follow(),
            Mode::Browse if self.pane == Pane::Overview => self.go_through(),
            Mode::Browse if self.selected().is_some() => self.open(Mode::Page),
            Mode::Years | Mode::Places => self.enter_view(),
            Mode::Reports => self.enter_matrix(),
            _ => {}
        }
    }

    /// Selects an entry in its pane.
    pub(super) fn go_to(&mut self, entry: EntryId) {
        let Some(view) = self.library.get(entry) else {
            return;
        };
        let report = view.report_at();
        let pane = Pane::Tab(view.tab());
        if !self.numbered_in(pane).lists(!view.figures().is_empty())
            && let Some(numbered) = self.numbered.get_mut(pane.index())
        {
            *numbered = Figures::All;
        }
        self.pane = pane;
        self.bring(report);
        self.show_around(Item::Entry(entry));
    }

    /// Selects a pair in Compare, which lists all of them where it is narrowed to others.
    pub(super) fn go_to_pair(&mut self, pair: Item) {
        self.pane = Pane::Compare;
        if !self.layout().order.contains(&pair) {
            self.narrow_pairs(|filter| *filter = CompareFilter::default());
        }
        self.show_around(pair);
    }

    /// Selects an item of the pane in sight, and shows what stands around it.
    fn show_around(&mut self, wanted: Item) {
        let place = self.layout().order.iter().position(|item| *item == wanted);
        let layout = self.layout();
        let height = self.regions_of(self.pane).map_or(1, |regions| usize::from(regions.list.height));
        if let (Some(place), Some(cursor)) = (place, self.cursors.get_mut(self.pane.index())) {
            cursor.selected = place;
            let total = layout.columns.get(layout.column_of(place)).map_or(0, Vec::len);
            cursor.show_around(layout.span(place), total, height);
        }
        self.scroll = 0;
    }

    pub(super) fn show(&mut self, pane: Pane) {
        self.pane = pane;
        self.door = None;
        self.unfolded = Default::default();
        self.modes.retain(|mode| *mode == Mode::Browse);
        self.scroll = 0;
    }
}
