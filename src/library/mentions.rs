//! How often a report mentions something.

use super::head::Head;
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

/// How many sentences were looked at, and how many of them mention something.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Mentioned {
    /// The sentences that were looked at; the entries of a report without sentences.
    pub sentences: usize,
    /// How many of them mention it.
    pub hits: usize,
}

impl Mentioned {
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
        Self::of(found.into_iter())
    }

    /// The count over sentences that each hold it or not.
    pub fn of(found: impl Iterator<Item = bool>) -> Self {
        found.fold(Self::default(), |Self { sentences, hits }, hit| Self {
            sentences: sentences + 1,
            hits: hits + usize::from(hit),
        })
    }
}

impl Mentions {
    /// The count in the report with this head.
    pub fn of(head: &Head, mentioned: Mentioned) -> Self {
        let Mentioned { sentences, hits } = mentioned;
        Self { report: head.id.clone(), place: head.origin(), year: head.year, sentences, hits }
    }
}

/// What an entry says in words, in both languages.
fn texts(entry: &Entry) -> impl Iterator<Item = &str> {
    let names = entry.figures().iter().filter_map(Figure::name);
    let said = [Some(entry.title()), entry.note(), entry.group(), entry.words()].into_iter().flatten().chain(names);
    said.flat_map(|text| [&*text.zh, &*text.en])
}
