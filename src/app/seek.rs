//! Searching: the line, what it finds, and going there.

use std::sync::Arc;

use super::cursor::Cursor;
use super::figures::Figures;
use super::found::{Found, Grouping, HitRows};
use super::group::Item;
use super::input::{Cut, Edit};
use super::notice::Notice;
use super::pane::Mode;
use super::searching::{Next, SearchNews, SearchTask};
use super::state::App;
use crate::search::Answer;
use crate::text::Lang;

impl App {
    /// Searches at once, as if `query` had been typed and followed. Over many reports the search stays open,
    /// with what comes in.
    pub fn find(&mut self, query: &str) {
        self.restore_rest();
        self.open_search();
        self.input.set(query);
        self.search();
        if !self.live.is_empty() {
            self.follow();
        }
        self.settle();
    }

    /// Opens an empty line.
    pub(super) fn open_search(&mut self) {
        self.modes.retain(|mode| *mode != Mode::Hits);
        self.hit_figures = Figures::All;
        self.input.set("");
        self.open(Mode::Search);
        self.search();
    }

    /// Goes from the search to the selected hit, or as soon as there is one.
    pub(super) fn follow(&mut self) {
        if self.is_searching() {
            self.searching.next = Next::Follow;
            return;
        }
        let Some(item) = self.live.item(self.hit.selected) else {
            return;
        };
        self.input.remember();
        self.kept = std::mem::take(&mut self.live).entries_only();
        self.modes.retain(|mode| *mode == Mode::Browse);
        self.hit_figures = Figures::All;
        match item {
            Item::Entry(entry) => self.go_to(entry),
            pair => self.go_to_pair(pair),
        }
    }

    pub(super) fn step_hit(&mut self, by: isize) {
        let count = self.kept.len();
        if count == 0 {
            return;
        }
        let here = self.selected().and_then(|view| self.kept.place_of(view.at()));
        let next = match here {
            Some(place) => place.checked_add_signed(by).unwrap_or(count - 1) % count,
            None => self.hit.selected.min(count - 1),
        };
        self.hit.selected = next;
        if let Some(entry) = self.kept.entry(next) {
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
            self.modes.retain(|mode| *mode != Mode::Hits);
            self.hit_figures = Figures::All;
            self.input.set("");
            self.open(Mode::Search);
            // What an earlier line found, and the place among the hits that are walked, are of no use to this one.
            (self.live, self.hit) = (Found::default(), Cursor::default());
        }
        self.input.insert(text).unwrap_or_else(|cut| self.say_cut(cut));
        self.due = true;
    }

    fn say_cut(&mut self, Cut(kept): Cut) {
        let (news, longer) = match self.lang {
            Lang::Zh => (format!("太长：只保留前 {kept} 个字。"), format!("太长：这一行只保留前 {kept} 个字。")),
            Lang::En => (
                format!("Too long: {kept} characters kept."),
                format!("Too long: the line keeps its first {kept} characters."),
            ),
        };
        self.notice = Some(Notice { longer: Some(longer), ..news.into() });
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
        if query == self.live.query() && !self.searching.is_awaited() && !query.is_empty() {
            return;
        }
        self.searching.begin(&self.library);
        if let Some(answer) = self.searching.ask(&query) {
            self.answered(answer);
        }
    }

    /// Shows an answer; of a query that was asked anew the selection stays where the reader left it.
    fn answered(&mut self, answer: Arc<Answer>) {
        let again = answer.query() == self.live.query();
        let stood = self.live.entry(self.hit.selected).filter(|_| again && self.hit.selected > 0);
        self.live = self.listed(Found::new(answer, self.grouping()));
        match stood.and_then(|entry| self.live.place_of(entry)) {
            Some(place) => self.hit.selected = place,
            None => self.hit = Cursor::default(),
        }
        match std::mem::take(&mut self.searching.next) {
            Next::Nothing => {}
            Next::Follow => self.follow(),
            Next::List => self.list_hits(),
        }
    }

    /// The next work of the search for another thread; what comes of it is for [`Self::hear`].
    pub fn search_task(&mut self) -> Option<SearchTask> {
        self.searching.task()
    }

    /// Takes in what a thread has to tell of the search: like [`Self::update`], but of work and not of a key.
    pub fn hear(&mut self, news: SearchNews) {
        let answer = self.searching.hear(news);
        let open = self.modes.contains(&Mode::Search);
        if let Some(answer) = answer.filter(|_| open) {
            self.answered(answer);
        }
        if open && self.searching.is_outdated() && !self.input.is_empty() {
            let query = self.input.text();
            if let Some(answer) = self.searching.ask(&query) {
                self.answered(answer);
            }
        }
        self.settle();
    }

    /// Does the work of the search in this thread, until there is none left.
    pub fn wait_for_search(&mut self) {
        while let Some(task) = self.search_task() {
            let (sender, news) = std::sync::mpsc::channel();
            task.run(move |told| sender.send(told).is_ok());
            for told in news {
                self.hear(told);
            }
        }
    }

    /// Whether more hits may still come: the answer is awaited, or not everything can be found yet.
    pub fn is_searching(&self) -> bool {
        let empty = self.live.is_empty() && !self.input.is_empty();
        self.searching.is_awaited() || empty && self.searched().is_some()
    }

    /// How many entries can be found by now, while that is not all of them.
    pub fn searched(&self) -> Option<usize> {
        Some(self.searching.indexed()).filter(|&indexed| indexed < self.library.len())
    }

    /// The rows that the list of hits has room for.
    pub fn hit_rows(&self) -> HitRows {
        match self.live.grouping() {
            _ if self.regions().is_some_and(|regions| regions.spaced()) => HitRows::Headed,
            // Nothing else would say which report a hit is of.
            Grouping::Reports => HitRows::Tight,
            Grouping::Panes => HitRows::Bare,
        }
    }
}
