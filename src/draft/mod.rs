//! From the text of any report, as governments publish it, to the data of format 1: by rules and tables.
//!
//! The room `input` reads the bytes of a file to a [`Text`]; the rest makes data of it.
//!
//! ```text
//! text ──> split ──> parts ──> outline ──┐
//!            └ normal                    ├──> figures (scan ─> judge, basis, when ─> name) ──> emit
//!                         tables ────────┘
//! ```
//!
//! The same text gives the same data. Nothing is invented: what is unsure says so, and digits that are in no
//! figure are listed with the reason.

mod basis;
mod behind;
mod chars;
mod emit;
mod figures;
mod hedge;
mod idiom;
mod indicator;
pub mod input;
mod judge;
mod lists;
mod name;
mod normal;
mod numeral;
mod origin;
mod outline;
mod parts;
mod passed;
mod pledges;
mod scan;
mod signs;
mod split;
mod tables;
#[cfg(test)]
mod tests;
mod text;
mod titles;
mod units;
mod when;
mod wording;
mod wordlists;
mod words;
mod years;

use std::ops::Range;

use crate::report::{Lexicon, ReportOnDisk, SourceOnDisk};
use crate::text::{Bilingual, Label};

pub use passed::Reason;
pub use text::{Line, Mark, Text};

/// What a user says of a text that does not say it itself.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Hints {
    /// The report's year.
    pub year: Option<i32>,
    /// The place whose government reports.
    pub place: Option<String>,
}

/// Digits that are in no figure.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PassedOver {
    /// The line in which their sentence begins, counted from 1.
    pub line: u32,
    /// The digits.
    pub digits: String,
    /// Why.
    pub reason: Reason,
}

/// What a text was read into.
#[derive(Clone, Debug)]
pub struct Draft {
    /// The data.
    pub report: ReportOnDisk,
    /// The digits that are in no figure, in the order of the text.
    pub passed_over: Vec<PassedOver>,
    /// What the reader should know: a year not found, no headings, a part missing.
    pub doubts: Vec<Bilingual>,
    /// Whether the text says what place it is of.
    pub placed: bool,
}

/// The data of a report's text.
pub fn read(text: &Text, hints: &Hints) -> Draft {
    let outline = outline::outline(text, hints.year);
    let emitted = emit::emit(&outline);
    let place = origin::place(text, &outline.sentences, hints.place.as_deref());
    let placed = place.is_some();
    let doubts = doubts(&outline, &emitted, placed);
    let year = outline.year;
    let id = origin::id(place.as_ref().map(|place| &*place.name.zh), year);
    let place = place.map_or_else(|| Label::new("未知", "Unknown").into(), |place| place.name);
    let title = match year {
        Some(year) => {
            Bilingual::new(format!("{}{year}年政府工作报告", place.zh), format!("{} work report {year}", place.en))
        }
        None => Bilingual::new(format!("{}政府工作报告", place.zh), format!("{} work report", place.en)),
    };
    let report = ReportOnDisk {
        format: 1,
        id: id.into(),
        year,
        place,
        title,
        source: SourceOnDisk { date: text.date.clone().unwrap_or_default(), ..SourceOnDisk::default() },
        sections: emitted.sections,
        comparisons: Vec::new(),
        lexicon: Some(Lexicon::of(emitted.units, emitted.indicators)),
    };
    Draft { report, passed_over: emitted.passed, doubts, placed }
}

/// All sentences of a text in order, headings among them, as they stand there.
pub fn sentences(text: &Text) -> Vec<String> {
    split::as_they_stand(text)
}

/// A quantity where a sentence says it, in digits or in words (七成, 近千亿).
#[derive(Clone, Debug, PartialEq)]
pub struct Said {
    /// Its bytes in the sentence: number, scale and unit.
    pub place: Range<usize>,
    /// Its value without a sign, in its unit.
    pub value: f64,
    /// Its unit, with the scale.
    pub unit: String,
}

/// The quantities that `sentence` says, in order.
pub fn said(sentence: &str) -> Vec<Said> {
    let (normal, places) = normal::placed(sentence);
    let place = |at: usize| places.get(at).copied().unwrap_or(sentence.len());
    let found = scan::scan(&normal.chars, scan::Numerals::Chinese).quantities.into_iter();
    let told = found.map(|quantity| {
        let place = place(quantity.span.start)..place(quantity.span.end);
        Said { place, value: quantity.value, unit: quantity.unit }
    });
    told.collect()
}

/// What to tell the reader once.
fn doubts(outline: &outline::Outline, emitted: &emit::Emitted, placed: bool) -> Vec<Bilingual> {
    let mut out = Vec::new();
    let mut say = |label: Label| out.push(label.into());
    if outline.year.is_none() {
        say(Label::new("没有找到年份，请用 --report-year 指明", "no year found; say it with --report-year"));
    }
    if !placed {
        say(Label::new("没有找到地名，请用 --report-place 指明", "no place found; say it with --report-place"));
    }
    if outline.sentences.iter().all(|sentence| sentence.level.is_none()) {
        say(Label::new("没有找到标题，整篇按部分列出", "no headings found; the text is listed by part"));
    }
    let share = |wanted: &[outline::Part]| {
        let count = outline.contexts.iter().filter(|context| wanted.contains(&context.part)).count();
        count * 100 / outline.contexts.len().max(1)
    };
    if share(&[outline::Part::Review, outline::Part::Problems]) < 12 {
        say(Label::new("回顾部分很短，可能没有认出", "the review is short; perhaps it was not recognised"));
    }
    if share(&[outline::Part::Tasks]) < 20 {
        say(Label::new("任务部分很短，可能没有认出", "the tasks are short; perhaps they were not recognised"));
    }
    if !outline.contexts.iter().any(|context| context.part == outline::Part::Targets) {
        say(Label::new("没有找到目标", "no targets found"));
    }
    if emitted.damaged > 0 {
        say(Label::new("有残缺的数字，没有收入", "some digits are damaged and were left out"));
    }
    out
}
