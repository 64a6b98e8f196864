//! All reports that are open, with the lexicon they share.

use super::fault::Fault;
use super::kinds::Tab;
use super::lexicon::Lexicon;
use super::load::{Embedded, read_lexicon, read_reports};
use super::model::{Entry, Report, Section};
use crate::text::Lang;

/// The reports that are open.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Library {
    /// The reports in the order they were named.
    pub reports: Vec<Report>,
    /// The built-in lexicon, with what the reports bring.
    pub lexicon: Lexicon,
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
pub struct EntryRef(pub u32);

/// An entry in its place.
#[derive(Clone, Copy, Debug)]
pub struct EntryView<'a> {
    /// Its name in the library.
    pub at: EntryRef,
    /// The report it stands in.
    pub report: &'a Report,
    /// The place of the report in the library.
    pub report_at: usize,
    /// The section it stands in.
    pub section: &'a Section,
    /// The place of the section in its report.
    pub section_at: usize,
    /// The entry itself.
    pub entry: &'a Entry,
    /// The place of the entry in its section.
    pub entry_at: usize,
}

impl EntryView<'_> {
    /// The year that the section implies, for what does not say another.
    pub const fn year(&self) -> i32 {
        self.section.tab.year(self.report.year)
    }
}

impl Library {
    /// The library that the program brings: one report and the lexicon.
    ///
    /// # Errors
    /// The faults of the embedded files, as for any other file.
    pub fn built_in() -> Result<Self, Vec<Fault>> {
        let lexicon = read_lexicon(Embedded::LEXICON.text, Embedded::LEXICON.file)?;
        let (reports, lexicon) = read_reports(Embedded::REPORT.text, Embedded::REPORT.file, lexicon)?;
        Ok(Self::new(reports, lexicon))
    }

    /// The built-in lexicon alone, to read other reports with.
    ///
    /// # Errors
    /// The faults of the embedded file.
    pub fn built_in_lexicon() -> Result<Lexicon, Vec<Fault>> {
        read_lexicon(Embedded::LEXICON.text, Embedded::LEXICON.file)
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

    /// The number of entries in all reports.
    pub fn len(&self) -> usize {
        self.places.len()
    }

    /// Whether there is no entry at all.
    pub fn is_empty(&self) -> bool {
        self.places.is_empty()
    }

    /// The entry that `at` names; `None` for a name of another library.
    pub fn get(&self, at: EntryRef) -> Option<EntryView<'_>> {
        let place = *self.places.get(at.0 as usize)?;
        let (report_at, section_at, entry_at) = (place.report as usize, place.section as usize, place.entry as usize);
        let report = self.reports.get(report_at)?;
        let section = report.sections.get(section_at)?;
        let entry = section.entries.get(entry_at)?;
        Some(EntryView { at, report, report_at, section, section_at, entry, entry_at })
    }

    /// All entries in the order of the reports and of their files.
    pub fn entries(&self) -> impl Iterator<Item = EntryView<'_>> {
        (0_u32..).map(EntryRef).map_while(|at| self.get(at))
    }

    /// The entries of one kind of data.
    pub fn entries_of(&self, tab: Tab) -> impl Iterator<Item = EntryView<'_>> {
        self.entries().filter(move |view| view.section.tab == tab)
    }

    /// The year that all open reports were given in; `None` where they differ or there is none.
    pub fn year(&self) -> Option<i32> {
        let (first, rest) = self.reports.split_first()?;
        rest.iter().all(|report| report.year == first.year).then_some(first.year)
    }

    /// Place and year of a report, where several are open and a text must say which one it is from.
    pub fn origin(&self, report: &Report, lang: Lang) -> Option<String> {
        (self.reports.len() > 1).then(|| format!("{} {}", report.place.get(lang), report.year))
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
