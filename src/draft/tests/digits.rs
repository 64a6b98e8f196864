//! Every digit of a text is in a figure or listed with the reason it was passed over, and each once.

use std::collections::BTreeMap;

use proptest::prelude::*;

use super::{piece, seeded, sentences, text};
use crate::draft::figures::{quantities, read_figures};
use crate::draft::normal::normal;
use crate::draft::outline::{Context, Outline, Part, outline};
use crate::draft::passed::Reason::{Code, Date, ListNumber, Road};
use crate::draft::passed::{Passed, Reason, unread};
use crate::draft::scan::{Numerals, scan};
use crate::draft::split::is_address;
use crate::draft::{Hints, read};
use crate::report::{Basis, Role};

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

/// Every digit of `text` is in a quantity or passed over.
fn all_accounted(text: &[char]) -> Result<(), TestCaseError> {
    for numerals in [Numerals::Digits, Numerals::Chinese] {
        let found = scan(text, numerals);
        let quantities = found.quantities.iter().map(|quantity| quantity.span.clone());
        let spans: Vec<_> = quantities.chain(found.passed.iter().map(|passed| passed.start..passed.end)).collect();
        for (at, c) in text.iter().enumerate().filter(|(_, c)| c.is_ascii_digit()) {
            prop_assert!(
                spans.iter().any(|span| span.contains(&at)),
                "{c} at {at} of {}",
                text.iter().collect::<String>()
            );
        }
    }
    Ok(())
}

#[test]
fn every_digit_of_real_sentences_is_accounted_for() {
    for (_, _, sentence) in sentences() {
        all_accounted(&normal(sentence).chars).expect("every digit has its place");
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, failure_persistence: None, ..seeded() })]

    #[test]
    fn no_digit_of_mangled_text_is_lost(pieces in prop::collection::vec(piece(), 0..24)) {
        all_accounted(&normal(&pieces.concat()).chars)?;
    }

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

/// Why digits were passed over that have no unit.
#[test]
fn digits_of_lines_centuries_and_items_are_listed_with_their_reason() {
    let lines = [
        "一、2023年工作回顾",
        "地铁1、2、3号线开通，核电5—6号机组并网。",
        "加快建设21世纪海上丝绸之路。",
        "建成农贸市场；2)建成停车场。",
    ];
    let hints = Hints { year: Some(2024), place: Some("德阳市".to_owned()) };
    let draft = read(&text(&lines.map(str::to_owned)), &hints);
    let passed: Vec<(&str, Reason)> =
        draft.passed_over.iter().skip(1).map(|gone| (gone.digits.as_str(), gone.reason)).collect();
    let wanted = [("1", Road), ("2", Road), ("3", Road), ("5", Code), ("6", Code), ("21", Date), ("2", ListNumber)];
    assert_eq!(passed, wanted);
}

/// Every run of digits of a paragraph whose lines are broken is listed with the line in which its sentence begins.
#[test]
fn digits_passed_over_are_listed_with_their_own_line() {
    let lines = [
        "一、2023年工作回顾",
        "一年来，我们集中力量抓工业，现代化产业体系建设取得积极进展",
        "工业运行稳中提质。成功举办第75届世界铸造会议。推广5G应用，产量约占全球1/8。",
    ];
    let hints = Hints { year: Some(2024), place: Some("德阳市".to_owned()) };
    let draft = read(&text(&lines.map(str::to_owned)), &hints);
    let passed: Vec<(u32, &str)> = draft.passed_over.iter().map(|gone| (gone.line, gone.digits.as_str())).collect();
    assert_eq!(passed, [(1, "2023"), (3, "75"), (3, "5")]);
}

#[test]
fn a_place_among_the_first_is_a_rank() {
    let read = |said: &str| {
        let context = Context { part: Part::Review, year: Some(2021), plan: None, span: Some((2016, 2020)) };
        let found = read_figures(&normal(said).chars, &context, Numerals::Digits).figures;
        found.iter().map(|found| (found.value, found.unit.clone(), found.basis)).collect::<Vec<_>>()
    };
    let rank = |value: f64| vec![(value, "位".to_owned(), Basis::Rank)];
    assert_eq!(read("人均生产总值稳居全国前10位。"), rank(10.0));
    assert_eq!(read("空气质量保持全国省会城市前五名，水质稳定向好。"), rank(5.0));
    assert_eq!(read("舒兰、蛟河进入前15位。"), rank(15.0));
    assert_eq!(read("支持出口前30位的重点企业。"), [(30.0, "位".to_owned(), Basis::Count)]);
}

#[test]
fn all_parts_of_a_ratio_that_changed_are_its_base() {
    let read = |said: &str| {
        let context = Context { part: Part::Review, year: Some(2021), plan: None, span: Some((2016, 2020)) };
        let found = read_figures(&normal(said).chars, &context, Numerals::Digits).figures;
        let told = found.iter().map(|found| {
            let role = if found.role == Role::Base { "base " } else { "" };
            format!("{role}{} {}", found.value, found.years.map(|years| years.to_string()).unwrap_or_default())
        });
        told.collect::<Vec<String>>()
    };
    assert_eq!(
        read("三次产业结构由2016年的8∶42∶50变为7∶41∶52。"),
        ["base 8 2016", "base 42 2016", "base 50 2016", "7 2020", "41 2020", "52 2020"]
    );
    assert_eq!(read("城乡居民收入比由上年的4.11∶1缩小为3.82∶1。").first().map(String::as_str), Some("base 4.11 2019"));
}

#[test]
fn rates_fractions_and_codes_are_told_apart() {
    let read = |said: &str| {
        let context = Context { part: Part::Review, year: Some(2024), plan: None, span: None };
        let found = read_figures(&normal(said).chars, &context, Numerals::Digits);
        let figures = found.figures.iter().map(|found| (found.value, found.unit.clone())).collect::<Vec<_>>();
        (figures, found.passed.into_iter().map(|(digits, _)| digits).collect::<Vec<_>>())
    };
    let share = |value: f64, unit: &str| vec![(value, unit.to_owned())];
    assert_eq!(read("财政收入3万2千亿元。"), (share(32000.0, "亿元"), Vec::new()));
    assert_eq!(
        read("投资1亿5千万元，惠及2万3千多人。"),
        (vec![(1.5, "亿元".to_owned()), (2.3, "万人".to_owned())], Vec::new())
    );
    assert_eq!(read("举办3人制篮球赛，10家制造企业参加。"), (share(10.0, "家"), vec!["3".to_owned()]));
    assert_eq!(read("孕产妇死亡率控制在7.95/10万。"), (share(7.95, "/10万"), Vec::new()));
    assert_eq!(read("客车产量约占全球1/8，位居前列。"), (share(12.5, "%"), Vec::new()));
    assert_eq!(
        read("城乡居民收入比由2.65缩小到2.31。"),
        (vec![(2.65, String::new()), (2.31, String::new())], Vec::new())
    );
    assert_eq!(read("推进抚顺、铁岭共享024区号资源。"), (Vec::new(), vec!["024".to_owned()]));
    let points = vec![(-14.0, "个百分点".to_owned()), (-10.0, "个百分点".to_owned())];
    assert_eq!(read("弃风、弃光率分别下降14和10个百分点。"), (points, Vec::new()));
}
