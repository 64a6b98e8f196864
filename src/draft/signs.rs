//! What single sentences and headings say about the part they stand in.

use super::chars::Chars;
use super::numeral::chinese_year;
use super::tables::{PartWord, TABLES};
use super::wordlists::{List, Lists};

/// Whether a target sentence is about what comes, not about what was met.
pub(super) fn is_forward(text: &[char]) -> bool {
    !text.has_one(List::Completed)
}

/// The last sentence of the front.
pub(super) fn opens(text: &[char]) -> bool {
    let speaks = text.has_one(List::Speaks) && text.has_one(List::Reports);
    speaks && !text.begins("会议") && text.len() < 160
}

/// Whether a text holds a word of this kind.
pub(super) fn says(text: &[char], word: PartWord) -> bool {
    (0..text.len()).any(|at| TABLES.parts.at_if(text, at, |_, told| *told == word).is_some())
}

/// Whether a heading plans beyond doubt.
pub(super) fn strongly(text: &[char]) -> bool {
    text.has_one(List::PlansSurely)
}

/// Whether a year stands in a text, in digits or in Chinese numerals.
pub(super) fn names_year(text: &[char], year: i32) -> bool {
    (0..text.len()).any(|at| chinese_year(text, at) == Some(year) && matches!(text.at(at + 4), '年' | '—' | '-'))
}

/// Whether a sentence turns to what is wanting.
pub(super) fn sees_problems(text: &[char]) -> bool {
    // Nearly every sentence has none of these: one look spares it the search for each wording.
    if !text.iter().any(|c| matches!(c, '识' | '看' | '视' | '存' | '临' | '困')) {
        return false;
    }
    let sees = text.has_one(List::SeesProblems);
    let wants = text.has_one(List::Problems);
    sees && (wants || text.has("到")) || text.cut(0, 40).has_one(List::ProblemsExist) && wants
}

/// What kind of aim a sentence states.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Aim {
    /// The targets with their numbers.
    Target,
    /// The general line.
    Outline,
}

/// Whether a sentence states targets or the general line of the part it stands in.
pub(super) fn aims(text: &[char]) -> Option<Aim> {
    let head = text.cut(0, 70);
    let mut outline = None;
    for (end, (&first, &last)) in (2..).zip(head.iter().zip(head.iter().skip(1))) {
        let kind = match (last, first) {
            ('标', '目' | '指') | ('务', '任') => Aim::Target,
            ('求', '要') | ('想' | '路', '思') => Aim::Outline,
            _ => continue,
        };
        if !is_told(head.after(end)) {
            continue;
        }
        let ahead = head.cut(0, end);
        match kind {
            Aim::Target if ahead.closes_one(List::TargetWords) => {
                return Some(Aim::Target);
            }
            Aim::Outline if ahead.closes_one(List::LineWords) => {
                outline = Some(Aim::Outline);
            }
            Aim::Target | Aim::Outline => {}
        }
    }
    outline
}

/// Whether what follows tells what an aim is.
fn is_told(after: &[char]) -> bool {
    after.is_empty() || after.begins_one(List::ToldBehind)
}
