//! What is said of a report before it is opened.

use super::batch::Read;
use super::mentions::Mentioned;
use crate::report::places::Origin;
use crate::report::{Section, Tab, year_label};
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
    /// How often it mentions what was asked for, where that was counted.
    pub mentioned: Option<Mentioned>,
}

impl Head {
    /// The head of a report that was read.
    pub fn of(read: &Read) -> Self {
        let Read { report, kind, source, doubts, .. } = read;
        let entries = || report.sections().iter().flat_map(Section::entries);
        let tasks =
            || report.sections().iter().filter(|section| section.tab() == Tab::Tasks).flat_map(Section::entries);
        Self {
            id: report.id().to_owned(),
            place: report.place().clone(),
            year: report.year(),
            title: report.title().clone(),
            kind: *kind,
            entries: entries().count(),
            figures: entries().map(|entry| entry.figures().len()).sum(),
            tasks: tasks().count(),
            tasks_with_figures: tasks().filter(|entry| !entry.figures().is_empty()).count(),
            file: source.file().map(str::to_owned),
            doubts: doubts.clone(),
            mentioned: read.mentioned,
        }
    }

    /// The place with the code that the table has for it.
    pub fn origin(&self) -> Origin {
        Origin { code: Origin::of_name(&self.place.zh).code, name: self.place.clone() }
    }

    /// Place and year, which tell one report of several.
    pub fn place_and_year(&self, lang: Lang) -> String {
        format!("{} {}", self.place.get(lang), year_label(self.year, lang))
    }

    /// Makes `change` to every text that is shown.
    pub(super) fn change_texts(&mut self, change: fn(&mut String)) {
        for text in [&mut self.place, &mut self.title].into_iter().chain(&mut self.doubts) {
            change(text.zh.to_mut());
            change(text.en.to_mut());
        }
    }
}
