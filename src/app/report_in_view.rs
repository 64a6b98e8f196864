//! Which of the open reports the panes show, and how it changes.

use super::notice::Notice;
use super::opened::Opened;
use super::pane::Pane;
use super::state::App;
use crate::library::ReportId;
use crate::pages::PairIndex;
use crate::report::year_label;
use crate::text::{Label, Lang};

const ONLY: Label = Label::new("只打开了一份报告", "Only one report is open");
const FIRST: Label = Label::new("前面没有报告了", "No report before this one");
const LAST: Label = Label::new("后面没有报告了", "No report after this one");

impl App {
    /// The report in view.
    pub fn report_in_view(&self) -> ReportId {
        self.in_view.report
    }

    /// The pairs of the report in view, with the data's own texts: what leaves the program.
    pub fn data_pairs(&self) -> PairIndex {
        if self.looks.ascii { PairIndex::of(&self.library, self.in_view.report) } else { self.in_view.pairs.clone() }
    }

    /// What has been made from a report: the one in view, or that of the selected hit.
    pub(super) fn opened(&self, report: ReportId) -> &Opened {
        self.beside.as_ref().filter(|beside| beside.report == report).unwrap_or(&self.in_view)
    }

    /// Opens the report of the selected hit where it is not the one in view.
    pub(super) fn open_beside(&mut self) {
        let Some(report) = self.selected().map(|view| view.report_at()) else {
            return;
        };
        if report != self.in_view.report && self.beside.as_ref().is_none_or(|beside| beside.report != report) {
            self.beside = Some(Opened::new(self.context().library, report));
        }
    }

    /// Learns what the reports from the place `first` on say of the place in view, and the past that came.
    pub(super) fn learn_history(&mut self, first: usize) {
        let here = self.library.head(self.in_view.report).map(|head| &head.place);
        let mut new = self.library.heads().skip(first).map(|(_, head)| &head.place);
        if new.any(|place| Some(place) == here) {
            self.in_view.history = self.texts().history(self.in_view.report);
        }
        let beside = self.beside.as_ref().map(|beside| beside.report);
        let learnt = beside.map(|report| self.texts().history(report));
        if let Some((beside, learnt)) = self.beside.as_mut().zip(learnt) {
            beside.history = learnt;
        }
    }

    /// Brings a report into view: what was picked and narrowed belonged to the one before.
    pub(super) fn bring(&mut self, report: ReportId) {
        if report == self.in_view.report {
            return;
        }
        let opened = match self.beside.take() {
            Some(beside) if beside.report == report => beside,
            _ => Opened::new(self.context().library, report),
        };
        self.left.insert(self.in_view.report, self.cursors);
        self.cursors = self.left.remove(&report).unwrap_or_default();
        self.in_view = opened;
        self.picks.clear();
        self.compare_filter.section = None;
        self.note_chips();
        self.trail = None;
        self.door = None;
        self.unfolded = Default::default();
        self.scroll = 0;
    }

    /// Goes to the year before or after of the same place, else to the report before or after.
    pub(super) fn step_report(&mut self, by: isize) {
        let (here, count) = (self.in_view.report, self.library.count());
        let beside = || here.index().checked_add_signed(by).filter(|&at| at < count).map(ReportId::at);
        let Some(to) = self.library.neighbour(here, by).or_else(beside) else {
            let none = match (count, by < 0) {
                (0 | 1, _) => ONLY,
                (_, true) => FIRST,
                (_, false) => LAST,
            };
            self.notice = Some(none.get(self.lang).to_owned().into());
            return;
        };
        self.bring(to);
        if let Some(head) = self.library.head(to) {
            let at = to.index() + 1;
            let (name, lang) = (head.place_and_year(self.lang), self.lang);
            let longer = match lang {
                Lang::Zh => format!("{name}（第 {at} 份，共 {count} 份）"),
                Lang::En => format!("{name} (report {at} of {count})"),
            };
            // A long name is cut behind its year.
            let news = format!("{}  {}", year_label(head.year, lang), head.place.get(lang));
            self.notice = Some(Notice { longer: Some(longer), ..news.into() });
        }
    }

    /// Brings the report into view that an id of several reports names before its slash.
    pub(super) fn bring_named(&mut self, pane: Pane, entries: &[(Pane, String)]) {
        let named = entries
            .iter()
            .filter(|(own, _)| *own == pane)
            .chain(entries)
            .find_map(|(_, id)| id.match_indices('/').find_map(|(at, _)| self.library.named(id.get(..at)?)));
        if let Some(report) = named {
            self.bring(report);
        }
    }
}
