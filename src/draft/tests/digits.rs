//! Every digit of a text is in a figure or listed with the reason it was passed over, and each once.

use std::collections::BTreeMap;

use proptest::prelude::*;

use super::{piece, seeded, text};
use crate::draft::figures::quantities;
use crate::draft::normal::normal;
use crate::draft::outline::{Outline, outline};
use crate::draft::passed::{Passed, Reason, unread};
use crate::draft::scan::Numerals;
use crate::draft::split::is_address;
use crate::draft::{Hints, read};

/// How often each digit stands in some texts.
fn digits<'a>(texts: impl IntoIterator<Item = &'a str>) -> BTreeMap<char, usize> {
    let mut counts = BTreeMap::new();
    for c in texts.into_iter().flat_map(|text| normal(text).chars.into_iter().chain(marked(text))) {
        if c.is_ascii_digit() {
            *counts.entry(c).or_default() += 1;
        }
    }
    counts
}

/// The characters of the footnote marks, which are no part of the sentence that the rules read.
fn marked(text: &str) -> Vec<char> {
    normal(text).marks.concat().chars().collect()
}

/// The stretches of all figures of a text.
fn in_figures(outline: &Outline, numerals: Numerals) -> Vec<String> {
    let body = outline.sentences.iter().zip(&outline.contexts).filter(|(sentence, context)| {
        context.part.is_body() && sentence.level.is_none() && !is_address(sentence.chars())
    });
    let told = body.flat_map(|(sentence, _)| {
        let found = quantities(sentence.chars(), numerals).0.into_iter();
        found.map(|quantity| sentence.chars().iter().take(quantity.span.end).skip(quantity.span.start).collect())
    });
    told.collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, failure_persistence: None, ..seeded() })]

    #[test]
    fn each_digit_of_any_text_is_in_a_figure_or_listed_once(
        lines in prop::collection::vec(prop::collection::vec(piece(), 0..8), 0..24)
    ) {
        let lines: Vec<String> = lines.iter().map(|pieces| crate::text::clean(&pieces.concat()).trim().to_owned()).filter(|line| !line.is_empty()).collect();
        let given = text(&lines);
        let hints = Hints { year: Some(2023), place: Some("吉林市".to_owned()) };
        let passed = read(&given, &hints).passed_over;
        let outline = outline(&given, hints.year);
        let told = [Numerals::Digits, Numerals::Chinese].map(|numerals| {
            let figures = in_figures(&outline, numerals);
            digits(figures.iter().map(String::as_str).chain(passed.iter().map(|gone| &*gone.digits)))
        });
        let all = digits(lines.iter().map(String::as_str));
        prop_assert!(told.contains(&all), "{all:?} are not {told:?}");
    }
}

#[test]
fn what_no_rule_has_read_is_listed_with_a_reason_of_its_own() {
    let chars: Vec<char> = "甲12乙34丙5丁".chars().collect();
    let road = Passed { start: 5, end: 6, reason: Reason::Road };
    let figure = 7..8;
    let told = unread(&chars, [&figure], &[road]);
    let wanted = [("12", Reason::Other), ("3", Reason::Other), ("4", Reason::Road)];
    assert_eq!(told, wanted.map(|(digits, reason)| (digits.to_owned(), reason)));
}

#[test]
fn digits_of_an_address_are_listed_although_nothing_is_read_there() {
    let lines = ["一、2022年工作回顾", "新建学校10所。", "各位代表58名！", "建成公路3条。"].map(str::to_owned);
    let hints = Hints { year: Some(2023), place: Some("吉林市".to_owned()) };
    let passed = read(&text(&lines), &hints).passed_over;
    let told: Vec<(u32, &str, Reason)> =
        passed.iter().map(|gone| (gone.line, gone.digits.as_str(), gone.reason)).collect();
    assert_eq!(told, [(1, "2022", Reason::Heading), (3, "58", Reason::Other)]);
}
