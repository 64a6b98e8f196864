//! How often a report mentions something.

use super::head::place_of;
use crate::report::places::Origin;
use crate::report::{Entry, Figure, Report, Section};

/// How often a report mentions something.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mentions {
    /// The id of the report.
    pub report: String,
    /// The place with its code.
    pub place: Origin,
    /// The year the report was given in; `None` where it is not known.
    pub year: Option<i32>,
    /// The sentences that were looked at; the entries of a report without sentences.
    pub sentences: usize,
    /// How many of them mention it.
    pub hits: usize,
}

impl Mentions {
    /// Counts in a report of which only the data are there: in the sentences that its entries quote, else in
    /// what the entries say. `holds` tells whether one of the texts that belong together mentions it.
    pub fn in_data(report: &Report, holds: &dyn Fn(&str) -> bool) -> Self {
        let mut found: Vec<bool> = Vec::new();
        let quoted = report.sections().iter().flat_map(Section::entries).any(|entry| entry.quote().is_some());
        for section in report.sections() {
            let mut before = None;
            for entry in section.entries() {
                match entry.quote() {
                    // Several entries may quote one sentence.
                    Some(_) if before.replace(entry.sentence()) == Some(entry.sentence()) => {}
                    Some(quote) => found.push(holds(quote)),
                    None if quoted => {}
                    None => found.push(texts(entry).any(holds)),
                }
            }
        }
        Self::of(report, &found)
    }

    /// The count for `report`, whose sentences each hold it or not.
    fn of(report: &Report, found: &[bool]) -> Self {
        Self {
            report: report.id().to_owned(),
            place: place_of(report),
            year: report.year(),
            sentences: found.len(),
            hits: found.iter().filter(|hit| **hit).count(),
        }
    }
}

/// What an entry says in words, in both languages.
fn texts(entry: &Entry) -> impl Iterator<Item = &str> {
    let names = entry.figures().iter().filter_map(Figure::name);
    let said = [Some(entry.title()), entry.note(), entry.group(), entry.words()].into_iter().flatten().chain(names);
    said.flat_map(|text| [text.zh.as_str(), text.en.as_str()])
}
