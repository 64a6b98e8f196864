//! Which of the open reports the panes show, and how it changes.

use super::opened::Opened;
use super::pane::Pane;
use super::state::App;
use crate::pages::PairIndex;
use crate::text::{Bilingual, Label, Lang};

const ONLY: Label = Label::new("只打开了一份报告", "Only one report is open");
const FIRST: Label = Label::new("前面没有报告了", "No report before this one");
const LAST: Label = Label::new("后面没有报告了", "No report after this one");

impl App {
    /// The place in the library of the report in view.
    pub fn report_in_view(&self) -> usize {
        self.in_view.report
    }

    /// The pairs of the report in view, with the data's own texts: what leaves the program.
    pub fn data_pairs(&self) -> PairIndex {
        if self.looks.ascii { PairIndex::of(&self.library, self.in_view.report) } else { self.in_view.pairs.clone() }
    }

    /// What has been made from a report: the one in view, or that of the selected hit.
    pub(super) fn opened(&self, report: usize) -> &Opened {
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

    /// Brings a report into view: what was picked and narrowed belonged to the one before.
    pub(super) fn bring(&mut self, report: usize) {
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
        self.trail = None;
        self.scroll = 0;
    }

    /// Goes to the year before or after of the same place, else to the report before or after.
    pub(super) fn step_report(&mut self, by: isize) {
        let here = self.in_view.report;
        let to = self
            .year_beside(by)
            .or_else(|| here.checked_add_signed(by).filter(|&report| report < self.library.reports().len()));
        let Some(to) = to else {
            let none = match (self.library.reports().len(), by < 0) {
                (0 | 1, _) => ONLY,
                (_, true) => FIRST,
                (_, false) => LAST,
            };
            self.notice = Some(none.get(self.lang).to_owned().into());
            return;
        };
        self.bring(to);
        if let Some(report) = self.library.reports().get(to) {
            let (place, year, count) = (report.place(), |lang| report.year_label(lang), self.library.reports().len());
            let said = Bilingual::new(
                format!("{} {}（第 {} 份，共 {count} 份）", place.zh, year(Lang::Zh), to + 1),
                format!("{} {} (report {} of {count})", place.en, year(Lang::En), to + 1),
            );
            self.notice = Some(said.get(self.lang).to_owned().into());
        }
    }

    /// The report of the same place whose year is the next one before or after.
    fn year_beside(&self, by: isize) -> Option<usize> {
        let reports = self.library.reports();
        let here = reports.get(self.in_view.report)?;
        here.year()?;
        let known = reports.iter().enumerate().filter(|(_, other)| other.year().is_some());
        let same = known.filter(|(_, other)| other.place() == here.place());
        if by < 0 {
            let before = same.filter(|(_, other)| other.year() < here.year());
            before.max_by_key(|(_, other)| other.year()).map(|(at, _)| at)
        } else {
            let after = same.filter(|(_, other)| other.year() > here.year());
            after.min_by_key(|(_, other)| other.year()).map(|(at, _)| at)
        }
    }

    /// Brings the report into view that an id of several reports names before its slash.
    pub(super) fn bring_named(&mut self, pane: Pane, entries: &[(Pane, String)]) {
        let named = entries.iter().filter(|(own, _)| *own == pane).chain(entries).find_map(|(_, id)| {
            self.library
                .reports()
                .iter()
                .position(|report| id.strip_prefix(report.id()).is_some_and(|rest| rest.starts_with('/')))
        });
        if let Some(report) = named {
            self.bring(report);
        }
    }
}
