//! What one report says of one indicator: a figure or words, with its place in the source.

use super::view::EntryId;
use crate::report::{Figure, Role, Years};
use crate::text::Bilingual;

/// What a report says of an indicator in one year or span of years.
#[derive(Clone, Debug, PartialEq)]
pub struct Point {
    /// The entry; `None` in the built-in past, which cannot be opened.
    pub at: Option<EntryId>,
    /// The id of the report.
    pub report: String,
    /// The year of the report.
    pub report_year: i32,
    /// The year or years it is about.
    pub years: Years,
    /// Reached or promised.
    pub role: Role,
    /// What it is called there.
    pub name: Bilingual,
    /// The figure, or the words in its place.
    pub said: Said,
    /// The heading it stands under.
    pub heading: String,
    /// The sentence under the heading, counted from 1.
    pub sentence: u32,
    /// The sentence itself, of drafted reports.
    pub quote: Option<String>,
    /// The smaller, the better it speaks for its report.
    pub(super) rank: (bool, bool),
}

/// A number, or the words where one would stand.
#[derive(Clone, Debug, PartialEq)]
pub enum Said {
    /// A figure.
    Figure(Box<Figure>),
    /// Words such as 与经济增长同步.
    Words(Bilingual),
}

impl Point {
    /// The figure; `None` for words.
    pub fn figure(&self) -> Option<&Figure> {
        match &self.said {
            Said::Figure(figure) => Some(figure),
            Said::Words(_) => None,
        }
    }

    /// The words; `None` for a figure.
    pub fn words(&self) -> Option<&Bilingual> {
        match &self.said {
            Said::Figure(_) => None,
            Said::Words(words) => Some(words),
        }
    }

    /// Changes every text that is shown.
    pub(super) fn change_texts(&mut self, change: fn(&mut String)) {
        let words = if let Said::Words(words) = &mut self.said { Some(words) } else { None };
        for text in [&mut self.name].into_iter().chain(words) {
            change(text.zh.to_mut());
            change(text.en.to_mut());
        }
        change(&mut self.heading);
    }

    /// Whether `self` speaks for its year rather than `other`: the later report, then the targets before the
    /// other panes, then the whole place before a part of it, then what stands first.
    pub(super) fn outranks(&self, other: &Self) -> bool {
        if self.report == other.report {
            return self.rank < other.rank;
        }
        self.report_year > other.report_year
    }
}
