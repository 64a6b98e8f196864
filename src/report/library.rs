//! All reports that are open, with the lexicon they share.

use super::fault::Fault;
use super::kinds::Tab;
use super::lexicon::Lexicon;
use super::load;
use super::model::{Entry, Figure, Honour, Report, Section};
use crate::text::{Bilingual, Lang};

/// The reports that are open.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Library {
    pub(super) reports: Vec<Report>,
    pub(super) lexicon: Lexicon,
    /// Report, section and place in the section of every entry.
    places: Vec<Place>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Place {
    report: u32,
    section: u32,
    entry: u32,
}

/// Names an entry of a library; cheap to copy and to compare. Its order is the
/// order of the reports and of their files.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct EntryId(pub u32);

/// An entry in its place.
#[derive(Clone, Copy, Debug)]
pub struct EntryView<'a> {
    pub(super) at: EntryId,
    pub(super) report: &'a Report,
    pub(super) report_at: usize,
    pub(super) section: &'a Section,
    pub(super) section_at: usize,
    pub(super) entry: &'a Entry,
    pub(super) entry_at: usize,
}

impl<'a> EntryView<'a> {
    /// Its name in the library.
    pub fn at(&self) -> EntryId {
        self.at
    }

    /// The report it stands in.
    pub fn report(&self) -> &'a Report {
        self.report
    }

    /// The place of the report in the library.
    pub fn report_at(&self) -> usize {
        self.report_at
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
        self.section.tab
    }

    /// What it is about, without numbers.
    pub fn title(&self) -> &'a Bilingual {
        &self.entry.title
    }

    /// Its figures, the main one first.
    pub fn figures(&self) -> &'a [Figure] {
        &self.entry.figures
    }

    /// What a reader needs besides.
    pub fn note(&self) -> Option<&'a Bilingual> {
        self.entry.note.as_ref()
    }

    /// The sub-heading it stands under.
    pub fn group(&self) -> Option<&'a Bilingual> {
        self.entry.group.as_ref()
    }

    /// The words that stand where a number would.
    pub fn words(&self) -> Option<&'a Bilingual> {
        self.entry.words.as_ref()
    }

    /// The reading of an honour's name.
    pub fn honour(&self) -> Option<&'a Honour> {
        self.entry.honour.as_ref()
    }

    /// The year that the section implies, for what does not say another; `None` where the report has none.
    pub fn year(&self) -> Option<i32> {
        self.report.year.map(|year| self.section.tab.year(year))
    }
}

impl Library {
    /// The library that the program brings: one report and the lexicon.
    ///
    /// # Errors
    /// What makes the embedded files unreadable. Their content is checked by a test, not at every start.
    pub fn built_in() -> Result<Self, Vec<Fault>> {
        Ok(Self::new(vec![load::built_in_report()?], load::built_in_lexicon()?))
    }

    /// The built-in lexicon alone, to read other reports with.
    ///
    /// # Errors
    /// What makes the embedded file unreadable.
    pub fn built_in_lexicon() -> Result<Lexicon, Vec<Fault>> {
        load::built_in_lexicon()
    }

    /// What the city of the built-in report said in earlier years: the figures that make honest series, and no
    /// other entry. They are for series only, and stand in no list of reports.
    ///
    /// # Errors
    /// The faults of the embedded file.
    pub fn built_in_past(lexicon: Lexicon) -> Result<Vec<Report>, Vec<Fault>> {
        load::built_in_past(lexicon)
    }

    /// A library of reports that have been read.
    pub fn new(reports: Vec<Report>, lexicon: Lexicon) -> Self {
        let mut places = Vec::new();
        for (report, r) in (0_u32..).zip(&reports) {
            for (section, s) in (0_u32..).zip(&r.sections) {
                places.extend((0_u32..).zip(&s.entries).map(|(entry, _)| Place { report, section, entry }));
            }
        }
        Self { reports, lexicon, places }
    }

    /// The reports in the order they were named.
    pub fn reports(&self) -> &[Report] {
        &self.reports
    }

    /// The built-in lexicon, with what the reports bring.
    pub fn lexicon(&self) -> &Lexicon {
        &self.lexicon
    }

    /// The number of entries in all reports.
    pub fn len(&self) -> usize {
        self.places.len()
    }

    /// Whether there is no entry at all.
    pub fn is_empty(&self) -> bool {
        self.places.is_empty()
    }

    /// The entry that `at` names; `None` for a name of another library.
    pub fn get(&self, at: EntryId) -> Option<EntryView<'_>> {
        let place = *self.places.get(at.0 as usize)?;
        let (report_at, section_at, entry_at) = (place.report as usize, place.section as usize, place.entry as usize);
        let report = self.reports.get(report_at)?;
        let section = report.sections.get(section_at)?;
        let entry = section.entries.get(entry_at)?;
        Some(EntryView { at, report, report_at, section, section_at, entry, entry_at })
    }

    /// All entries in the order of the reports and of their files.
    pub fn entries(&self) -> impl Iterator<Item = EntryView<'_>> {
        (0_u32..).map(EntryId).map_while(|at| self.get(at))
    }

    /// The entries of one report, by its place in the library.
    pub fn entries_in(&self, report: usize) -> impl Iterator<Item = EntryView<'_>> {
        let first = u32::try_from(report)
            .map_or(self.places.len(), |report| self.places.partition_point(|place| place.report < report));
        let first = u32::try_from(first).unwrap_or(u32::MAX);
        (first..).map(EntryId).map_while(|at| self.get(at)).take_while(move |view| view.report_at == report)
    }

    /// The entries of one kind of data.
    pub fn entries_of(&self, tab: Tab) -> impl Iterator<Item = EntryView<'_>> {
        self.entries().filter(move |view| view.section.tab == tab)
    }

    /// The year that all open reports were given in; `None` where they differ or there is none.
    pub fn year(&self) -> Option<i32> {
        let (first, rest) = self.reports.split_first()?;
        first.year.filter(|_| rest.iter().all(|report| report.year == first.year))
    }

    /// Place and year of a report, where several are open and a text must say which one it is from.
    pub fn origin(&self, report: &Report, lang: Lang) -> Option<String> {
        (self.reports.len() > 1).then(|| format!("{} {}", report.place.get(lang), report.year_label(lang)))
    }

    /// The id as it is printed: with the report's before it when several reports are open.
    pub fn printed_id(&self, view: EntryView<'_>) -> String {
        if self.reports.len() > 1 { format!("{}/{}", view.report.id, view.entry.id) } else { view.entry.id.clone() }
    }

    /// The entry with this printed id; the bare id is enough where only one report has it.
    pub fn by_id(&self, id: &str) -> Option<EntryView<'_>> {
        self.entries().find(|&view| self.printed_id(view) == id).or_else(|| {
            let mut named = self.entries().filter(|view| view.entry.id == id);
            named.next().filter(|_| named.next().is_none())
        })
    }
}
