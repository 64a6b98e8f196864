//! What is said of a report before it is opened, and how often it mentions something.

use std::collections::HashMap;

use crate::report::places::Origin;
use crate::report::{Report, Section, Tab};
use crate::text::Bilingual;

/// A report in one row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Head {
    /// The id of the report.
    pub id: String,
    /// The place with its code.
    pub place: Origin,
    /// The year it was given in; `None` where it is not known.
    pub year: Option<i32>,
    /// The title of its data.
    pub title: Bilingual,
    /// How many entries it has.
    pub entries: usize,
    /// How many figures they hold.
    pub figures: usize,
    /// How many of the entries are tasks.
    pub tasks: usize,
    /// How many of the tasks carry a number.
    pub tasks_with_figures: usize,
    /// The file it was read from; `None` for the built-in one.
    pub file: Option<String>,
    /// What is unsure about it.
    pub doubts: Vec<Bilingual>,
}

impl Head {
    /// The row of `report`.
    pub fn of(report: &Report, file: Option<&str>) -> Self {
        let entries = || report.sections().iter().flat_map(Section::entries);
        let tasks =
            || report.sections().iter().filter(|section| section.tab() == Tab::Tasks).flat_map(Section::entries);
        Self {
            id: report.id().to_owned(),
            place: place_of(report),
            year: report.year(),
            title: report.title().clone(),
            entries: entries().count(),
            figures: entries().map(|entry| entry.figures().len()).sum(),
            tasks: tasks().count(),
            tasks_with_figures: tasks().filter(|entry| !entry.figures().is_empty()).count(),
            file: file.map(str::to_owned),
            doubts: Vec::new(),
        }
    }
}

impl Head {
    /// Says of every report whose place and year an earlier one of `heads` has that it stands in no series.
    pub fn doubt_twice(heads: &mut [Self]) {
        let mut known: HashMap<(String, i32), String> = HashMap::new();
        for head in heads {
            let Some(year) = head.year else { continue };
            let key = (head.place.name.zh.clone(), year);
            match known.get(&key) {
                None => {
                    known.insert(key, head.id.clone());
                }
                Some(first) => head.doubts.push(Bilingual::new(
                    format!("与 {first} 同一地方同一年，不计入历年序列"),
                    format!("Same place and year as {first}; stands in no series"),
                )),
            }
        }
    }
}

/// The place of a report under its own name, with the code that the table has for it.
pub fn place_of(report: &Report) -> Origin {
    let name = report.place().clone();
    Origin { code: Origin::of_name(&name.zh).code, name }
}

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
fn texts(entry: &crate::report::Entry) -> impl Iterator<Item = &str> {
    let names = entry.figures().iter().filter_map(crate::report::Figure::name);
    let said = [Some(entry.title()), entry.note(), entry.group(), entry.words()].into_iter().flatten().chain(names);
    said.flat_map(|text| [text.zh.as_str(), text.en.as_str()])
}
