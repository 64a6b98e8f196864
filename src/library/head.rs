//! What is said of a report before it is opened.

use crate::report::places::Origin;
use crate::report::{Report, Section, Tab, year_label};
use crate::text::{Bilingual, Lang};

/// What a report was read from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Data in format 1, which a person may have corrected.
    Data,
    /// A text, which was drafted.
    Text,
}

/// A report in one row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Head {
    /// The id of the report.
    pub id: String,
    /// The place as the report names it.
    pub place: Bilingual,
    /// The year it was given in; `None` where it is not known.
    pub year: Option<i32>,
    /// The title of its data.
    pub title: Bilingual,
    /// What it was read from.
    pub kind: Kind,
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
    pub fn of(report: &Report, kind: Kind, file: Option<&str>) -> Self {
        let entries = || report.sections().iter().flat_map(Section::entries);
        let tasks =
            || report.sections().iter().filter(|section| section.tab() == Tab::Tasks).flat_map(Section::entries);
        Self {
            id: report.id().to_owned(),
            place: report.place().clone(),
            year: report.year(),
            title: report.title().clone(),
            kind,
            entries: entries().count(),
            figures: entries().map(|entry| entry.figures().len()).sum(),
            tasks: tasks().count(),
            tasks_with_figures: tasks().filter(|entry| !entry.figures().is_empty()).count(),
            file: file.map(str::to_owned),
            doubts: Vec::new(),
        }
    }

    /// The place with the code that the table has for it.
    pub fn origin(&self) -> Origin {
        origin_named(&self.place)
    }

    /// Place and year, which tell one report of several.
    pub fn place_and_year(&self, lang: Lang) -> String {
        format!("{} {}", self.place.get(lang), year_label(self.year, lang))
    }

    /// Makes `change` to every text that is shown.
    pub(super) fn change_texts(&mut self, change: fn(&mut String)) {
        for text in [&mut self.place, &mut self.title].into_iter().chain(&mut self.doubts) {
            change(&mut text.zh);
            change(&mut text.en);
        }
    }
}

/// The place of a report under its own name, with the code that the table has for it.
pub fn place_of(report: &Report) -> Origin {
    origin_named(report.place())
}

fn origin_named(name: &Bilingual) -> Origin {
    Origin { code: Origin::of_name(&name.zh).code, name: name.clone() }
}
