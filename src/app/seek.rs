//! Searching: the line, what it finds, and going there.

use super::cursor::Cursor;
use super::found::Found;
use super::input::{Cut, Edit};
use super::pane::Mode;
use super::state::App;
use crate::search::{Index, Session};
use crate::text::Lang;

impl App {
    /// Searches at once, as if `query` had been typed and followed.
    pub fn find(&mut self, query: &str) {
        self.open(Mode::Search);
        self.input.set(query);
        self.search();
        if !self.live.hits.is_empty() {
            self.follow();
        }
        self.settle();
    }

    /// Goes from the search to the entry of the selected hit.
    pub(super) fn follow(&mut self) {
        self.input.remember();
        self.kept = std::mem::take(&mut self.live);
        self.modes.retain(|mode| *mode == Mode::Browse);
        if let Some(entry) = self.kept.hits.get(self.hit.selected).map(|hit| hit.entry) {
            self.go_to(entry);
        }
    }

    pub(super) fn step_hit(&mut self, by: isize) {
        let count = self.kept.hits.len();
        if count == 0 {
            return;
        }
        let here = self.selected().and_then(|view| self.kept.place_of(view.at()));
        let next = match here {
            Some(place) => place.checked_add_signed(by).unwrap_or(count - 1) % count,
            None => self.hit.selected.min(count - 1),
        };
        self.hit.selected = next;
        if let Some(entry) = self.kept.hits.get(next).map(|hit| hit.entry) {
            self.go_to(entry);
        }
    }

    pub(super) fn insert(&mut self, text: &str) {
        match self.mode() {
            Mode::Export => return self.file.insert(text).unwrap_or_else(|cut| self.say_cut(cut)),
            Mode::Reports => return self.narrow_matrix(text).unwrap_or_else(|cut| self.say_cut(cut)),
            Mode::Overwrite => return,
            _ => {}
        }
        if self.mode() != Mode::Search {
            self.input.set("");
            self.open(Mode::Search);
            // What an earlier line found, and the place among the hits that are walked, are of no use to this one.
            (self.live, self.hit) = (Found::default(), Cursor::default());
        }
        self.input.insert(text).unwrap_or_else(|cut| self.say_cut(cut));
        self.due = true;
    }

    fn say_cut(&mut self, Cut(kept): Cut) {
        let news = match self.lang {
            Lang::Zh => format!("太长：这一行只保留前 {kept} 个字。"),
            Lang::En => format!("Too long: the line keeps its first {kept} characters."),
        };
        self.notice = Some(news.into());
    }

    pub(super) fn edit(&mut self, edit: Edit) {
        if self.mode() == Mode::Export {
            return self.file.edit(edit);
        }
        if self.mode() == Mode::Reports {
            return self.edit_matrix(edit);
        }
        self.input.edit(edit);
        self.due = true;
    }

    /// Finds what the line asks for; only when the query changed.
    pub(super) fn search(&mut self) {
        let query = self.input.text();
        if query == self.live.query && !query.is_empty() {
            return;
        }
        let session = self.session.get_mut().get_or_insert_with(|| Session::new(Index::new(&self.library)));
        self.live = Found::new(session.search(&query), &self.library);
        self.hit = Cursor::default();
    }
}
