//! How reports and entries are named, and an entry in its place.

use crate::report::{Entry, Figure, Honour, Report, Section, Tab};
use crate::text::Bilingual;

/// Names a report of a library: its place in the order in which the reports were added.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct ReportId(pub u32);

impl ReportId {
    /// The place in the order of the reports.
    pub const fn index(self) -> usize {
        self.0 as usize
    }

    /// The report at a place in the order of the reports.
    pub fn at(index: usize) -> Self {
        Self(u32::try_from(index).unwrap_or(u32::MAX))
    }
}

/// Names an entry of a library; cheap to copy and to compare. Its order is the
/// order of the reports and of their files.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct EntryId {
    /// The report.
    pub report: ReportId,
    /// The place of the entry among all those of the report.
    pub entry: u32,
}

/// An entry in its place.
#[derive(Clone, Copy, Debug)]
pub struct EntryView<'a> {
    at: EntryId,
    report: &'a Report,
    section: &'a Section,
    section_at: usize,
    entry: &'a Entry,
    entry_at: usize,
}

impl<'a> EntryView<'a> {
    /// The entries of a report that is `id` in its library, in the order of its file.
    pub fn all_of(report: &'a Report, id: ReportId) -> impl Iterator<Item = Self> {
        let sections = report.sections().iter().enumerate();
        let places = sections.flat_map(|(section_at, section)| {
            section.entries().iter().enumerate().map(move |(entry_at, entry)| (section_at, section, entry_at, entry))
        });
        (0..).zip(places).map(move |(number, (section_at, section, entry_at, entry))| Self {
            at: EntryId { report: id, entry: number },
            report,
            section,
            section_at,
            entry,
            entry_at,
        })
    }

    /// The entries of a report of which only those at `places` are left: each under the name it has in the whole.
    pub(crate) fn picked(report: &'a Report, id: ReportId, places: &[u32]) -> impl Iterator<Item = Self> {
        let named = move |(view, &entry): (Self, &u32)| Self { at: EntryId { report: id, entry }, ..view };
        Self::all_of(report, id).zip(places).map(named)
    }

    /// The entry `at` of `report`.
    pub(super) fn of(report: &'a Report, at: EntryId) -> Option<Self> {
        let mut entry_at = at.entry as usize;
        for (section_at, section) in report.sections().iter().enumerate() {
            if let Some(entry) = section.entries().get(entry_at) {
                return Some(Self { at, report, section, section_at, entry, entry_at });
            }
            entry_at -= section.entries().len();
        }
        None
    }

    /// Its name in the library.
    pub fn at(&self) -> EntryId {
        self.at
    }

    /// The report it stands in.
    pub fn report(&self) -> &'a Report {
        self.report
    }

    /// The name of the report in the library.
    pub fn report_at(&self) -> ReportId {
        self.at.report
    }

    /// The section it stands in.
    pub fn section(&self) -> &'a Section {
        self.section
    }

    /// The place of the section in its report.
    pub fn section_at(&self) -> usize {
        self.section_at
    }

    /// The entry itself.
    pub fn entry(&self) -> &'a Entry {
        self.entry
    }

    /// The place of the entry in its section.
    pub fn entry_at(&self) -> usize {
        self.entry_at
    }

    /// The pane it belongs to.
    pub fn tab(&self) -> Tab {
        self.section.tab()
    }

    /// What it is about, without numbers.
    pub fn title(&self) -> &'a Bilingual {
        self.entry.title()
    }

    /// Its figures, the main one first.
    pub fn figures(&self) -> &'a [Figure] {
        self.entry.figures()
    }

    /// What a reader needs besides.
    pub fn note(&self) -> Option<&'a Bilingual> {
        self.entry.note()
    }

    /// The sub-heading it stands under.
    pub fn group(&self) -> Option<&'a Bilingual> {
        self.entry.group()
    }

    /// The words that stand where a number would.
    pub fn words(&self) -> Option<&'a Bilingual> {
        self.entry.words()
    }

    /// The reading of an honour's name.
    pub fn honour(&self) -> Option<&'a Honour> {
        self.entry.honour()
    }

    /// The year that the section implies, for what does not say another; `None` where the report has none.
    pub fn year(&self) -> Option<i32> {
        self.report.year().map(|year| self.section.tab().year(year))
    }

    /// The entry of the same section at a place there.
    pub fn beside(&self, entry_at: usize) -> Option<EntryId> {
        let first = (self.at.entry as usize).checked_sub(self.entry_at)?;
        let entry = u32::try_from(first + entry_at).ok()?;
        Some(EntryId { entry, ..self.at })
    }
}
