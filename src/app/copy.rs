//! Taking along: picking, copying, citing, and asking where to export to.

use super::action::Effect;
use super::group::Item;
use super::looks::unambiguous;
use super::notice::Notice;
use super::outcome::{
    Exported, Form, NOTHING, Order, Outcome, Taken, TakenAs, UNKNOWN_FORM, UNSUSPENDED, copy_notice, written,
};
use super::pane::Mode;
use super::state::App;
use crate::library::EntryId;
use crate::pages::{PageContext, citation, line, pair_citation, pair_line};
use crate::text::{Label, Lang};

/// The name that an export is offered.
const NAME: &str = "sulan.md";

impl App {
    /// Whether something has been picked.
    pub fn is_picked(&self, item: Item) -> bool {
        match item {
            Item::Entry(_) | Item::Pair(_) => self.picks.contains(&item),
            // A line that stands for several is picked when all of them are.
            _ => !self.picks.is_empty() && self.members_of(item).iter().all(|item| self.picks.contains(item)),
        }
    }

    /// What a copy or an export takes: what is picked, in the order of the files, else what is selected.
    pub fn taken(&self) -> Vec<Item> {
        if self.shows_reports() {
            return (0..self.matrix().map_or(0, |matrix| matrix.counts().1)).map(Item::Row).collect();
        }
        if self.shows_series() {
            return (0..self.series_shown().len()).map(Item::Row).collect();
        }
        if self.picks.is_empty() {
            return self.item().map(|item| self.members_of(item)).unwrap_or_default();
        }
        let mut taken: Vec<Item> = self.picks.iter().copied().collect();
        // A pair stands where its promise does.
        taken.sort_by_key(|&item| (self.lead_of(item), item));
        taken
    }

    /// What an export writes.
    pub fn exported_kind(&self) -> Exported {
        if self.shows_series() || self.shows_reports() { Exported::Rows } else { Exported::Entries }
    }

    /// What the last row says until the next key, whole.
    pub fn notice(&self) -> Option<String> {
        self.notice_in(usize::MAX)
    }

    /// The same in so many cells, as the screen can draw it: a name of a file is shortened from the left.
    pub fn notice_in(&self, cells: usize) -> Option<String> {
        let mut notice = self.notice.as_ref().filter(|notice| !notice.news.is_empty())?.fit(cells);
        // English has straight quotation marks, which the theme writes.
        if self.looks.ascii && self.lang == Lang::Zh {
            unambiguous(&mut notice);
        }
        Some(notice)
    }

    /// The mode whose screen is in sight, under whatever the last row asks.
    pub fn ground(&self) -> Mode {
        self.modes.iter().rev().copied().find(|mode| !mode.is_prompt()).unwrap_or(Mode::Browse)
    }

    pub(super) fn lead_of(&self, item: Item) -> Option<EntryId> {
        match item {
            Item::Entry(at) => Some(at),
            Item::Pair(at) => Some(self.in_view.pairs.get(at)?.lead()?.entry),
            Item::Row(_) => None,
            several => self.lead_of(*self.members_of(several).first()?),
        }
    }

    /// Picks what is selected, or lets it go; in a list the next line is selected then.
    pub(super) fn pick(&mut self) {
        let Some(item) = self.item() else {
            return;
        };
        let members = self.members_of(item);
        if self.is_picked(item) {
            self.picks.retain(|item| !members.contains(item));
        } else {
            self.picks.extend(members);
        }
        if self.mode() == Mode::Hits {
            return self.hit.step(1, self.live.len());
        }
        let length = self.layout().order.len();
        let list = self.mode() == Mode::Browse;
        if let Some(cursor) = self.cursors.get_mut(self.pane.index()).filter(|_| list) {
            cursor.step(1, length);
        }
    }

    /// Copies what is taken as lines or as citations.
    pub(super) fn copy(&mut self, cite: bool) -> Effect {
        if self.shows_series() {
            return self.copy_series(cite);
        }
        if self.shows_reports() {
            return self.copy_report(cite);
        }
        let taken = self.taken();
        // What leaves the program is the data's own text, not what the terminal can draw of it.
        let pairs = &self.data_pairs();
        let context = PageContext { library: &self.library, pairs, ascii: false, ..self.context() };
        let said = |item: &Item, cite: bool| match (*item, cite) {
            (Item::Entry(at), false) => Some(line(&context, self.library.get(at)?)),
            (Item::Entry(at), true) => Some(citation(&context, self.library.get(at)?)),
            (Item::Pair(at), false) => Some(pair_line(&context, pairs.get(at)?)),
            (Item::Pair(at), true) => Some(pair_citation(&context, pairs.get(at)?)),
            // What is taken is what the lines of the opening page stand for.
            _ => None,
        };
        let lines: Vec<String> = taken.iter().filter_map(|item| said(item, cite)).collect();
        // The notice has one row; of a citation it shows what the line would have been.
        let Some(first) = taken.first().and_then(|item| said(item, false)) else {
            self.say(NOTHING);
            return Effect::Draw;
        };
        self.hand_over(&lines, first, cite)
    }

    /// Asks for lines to be copied; the notice shows `first`.
    pub(super) fn hand_over(&mut self, lines: &[String], first: String, cite: bool) -> Effect {
        let kind = if cite { TakenAs::Citations } else { TakenAs::Lines };
        self.copied = Taken { count: lines.len(), kind, first };
        // Empty until it is known where the copy went.
        self.notice = Some(Notice::default());
        Effect::Copy(lines.join("\n"))
    }

    /// Asks for the name of a file.
    pub(super) fn ask_name(&mut self) {
        if self.taken().is_empty() {
            self.say(NOTHING);
            return;
        }
        self.file.set(NAME);
        self.modes.push(Mode::Export);
    }

    /// Writes to the file that was named; over an existing one only when that was asked.
    pub(super) fn write(&mut self, over: bool) -> Effect {
        let name = self.file.text().trim().to_owned();
        let Some(form) = Form::of(&name) else {
            self.notice = Some(UNKNOWN_FORM.notice(self.lang));
            return Effect::Draw;
        };
        Effect::Write(Order { name, form, items: self.exported(), over })
    }

    /// What an export holds: one kind of thing, so that a table has one set of columns.
    /// Pairs among entries are given as the entries on their two sides.
    fn exported(&self) -> Vec<Item> {
        let taken = self.taken();
        if taken.iter().all(|item| matches!(item, Item::Pair(_) | Item::Row(_))) {
            return taken;
        }
        let mut entries: Vec<EntryId> = Vec::new();
        for item in taken {
            match item {
                Item::Entry(at) => entries.push(at),
                Item::Pair(at) => entries.extend(self.in_view.pairs.get(at).iter().flat_map(|pair| pair.entries())),
                _ => {}
            }
        }
        entries.sort_unstable();
        entries.dedup();
        entries.into_iter().map(Item::Entry).collect()
    }

    pub(super) fn say(&mut self, what: Label) {
        self.notice = Some(what.get(self.lang).to_owned().into());
    }

    /// Says what came of what was asked of the system.
    pub(super) fn done(&mut self, outcome: Outcome) {
        match outcome {
            Outcome::Exists => self.modes.push(Mode::Overwrite),
            Outcome::Written(count) => {
                self.modes.retain(|mode| !mode.is_prompt());
                let counted = self.exported_kind().counted(count, self.lang);
                self.notice = Some(written(&counted, self.file.text().trim(), self.lang));
            }
            Outcome::Unwritten(why) => {
                self.modes.retain(|mode| *mode != Mode::Overwrite);
                self.notice = Some(why.notice(self.file.text().trim(), self.lang));
            }
            Outcome::Unsuspended => self.notice = Some(UNSUSPENDED.notice(self.lang)),
            // A program may answer after the next key; what that took away stays away.
            _ if self.notice.is_none() => {}
            copy => self.notice = copy_notice(&copy, &self.copied, self.lang),
        }
    }
}
