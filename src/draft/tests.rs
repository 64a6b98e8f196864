//! The tables and the reading of whole texts, over real sentences and over nonsense.

use proptest::prelude::*;
use proptest::test_runner::RngSeed;

use super::figures::read_figures;
use super::normal::normal;
use super::outline::{Context, Part, outline};
use super::scan::Numerals;
use super::{Hints, Line, Mark, Text, read};

mod digits;
mod hedges;
mod names;
mod parts;
mod tables;

/// Sentences of real reports: report, part, heading or body, sentence.
const SENTENCES: &str = include_str!("../../tests/it/draft/sentences.tsv");

fn sentences() -> impl Iterator<Item = (&'static str, &'static str, &'static str)> {
    SENTENCES.lines().filter(|line| !line.starts_with('#')).filter_map(|line| {
        let mut cells = line.split('\t').skip(1);
        Some((cells.next()?, cells.next()?, cells.next()?))
    })
}

fn part(name: &str) -> Part {
    match name {
        "review" => Part::Review,
        "problems" => Part::Problems,
        "targets" => Part::Targets,
        _ => Part::Tasks,
    }
}

fn text(lines: &[String]) -> Text {
    let line = |(number, text): (u32, &String)| Line { number, text: text.clone(), mark: Mark::Plain };
    Text { lines: (1..).zip(lines).map(line).collect(), ..Text::default() }
}

/// Pieces that sentences are made of, and that break them.
fn piece() -> impl Strategy<Value = String> {
    let real: Vec<&'static str> = sentences().map(|(_, _, sentence)| sentence).collect();
    let slice = (prop::sample::select(real), 0_usize..60, 0_usize..40)
        .prop_map(|(sentence, from, len)| sentence.chars().skip(from).take(len).collect::<String>());
    let signs = prop::sample::select(vec![
        "1",
        "23",
        "4.5",
        "235.",
        "$",
        "%",
        "％",
        "万",
        "亿元",
        "个",
        "个百分点",
        "—",
        "-",
        "∶",
        "：",
        "/",
        "（",
        "）",
        "“",
        "”",
        "。",
        "，",
        "；",
        "、",
        "分别",
        "由",
        "到",
        "第",
        "翻",
        "番",
        "百分之",
        "三",
        "二十",
        "十",
        "百",
        "第3批",
        "一、",
        "（一）",
        "一是",
        "2023年",
        "二〇二三年",
        "各位代表",
        "主要预期目标是",
        "[1]",
        "①",
        " ",
        "\u{202e}",
        "\u{1b}",
        "😀",
        "增长",
        "下降",
        "达到",
        "力争",
        "以上",
        "左右",
        "连续",
        "首位",
        "成",
        "倍",
        "半",
    ])
    .prop_map(str::to_owned);
    prop_oneof![3 => signs, 2 => slice, 1 => any::<String>()]
}

/// The same texts at every run, so that a failure is of the change that shows it; `PROPTEST_RNG_SEED=7` tries others.
fn seeded() -> ProptestConfig {
    let config = ProptestConfig::default();
    let rng_seed = if config.rng_seed == RngSeed::Random { RngSeed::Fixed(2025) } else { config.rng_seed };
    ProptestConfig { rng_seed, ..config }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..seeded() })]

    #[test]
    fn mangled_text_gives_a_report_that_can_be_opened(lines in prop::collection::vec(prop::collection::vec(piece(), 0..6), 0..30)) {
        let lines: Vec<String> = lines.iter().map(|pieces| crate::text::clean(&pieces.concat()).trim().to_owned()).filter(|line| !line.is_empty()).collect();
        let hints = Hints { year: Some(2023), place: Some("吉林市".to_owned()) };
        let draft = read(&text(&lines), &hints);
        prop_assert_eq!(format!("{:?}", draft.report), format!("{:?}", read(&text(&lines), &hints).report));
        if draft.report.sections.is_empty() {
            return Ok(());
        }
        let taken = crate::report::take_one(draft.report, "text", &crate::report::Lexicon::default());
        prop_assert!(taken.is_ok(), "{:?}", taken.err());
    }
}
#[test]
fn a_text_without_any_stop_is_cut_into_sentences_of_a_bounded_length() {
    let line = "增加1个".repeat(5_000);
    let outline = outline(&text(&[line]), Some(2023));
    assert!(outline.sentences.len() > 10);
    assert!(outline.sentences.iter().all(|sentence| sentence.chars().len() <= 1_200));
}

/// Found by the mangled texts: two lines run together, and a unit that no figure can have.
#[test]
fn a_scale_before_a_relative_unit_is_a_damaged_figure() {
    let hints = Hints { year: Some(2023), place: Some("吉林市".to_owned()) };
    for torn in ["超过800亿个百分点", "达到12万%", "增长3亿倍"] {
        let lines = ["一、工作回顾".to_owned(), format!("助9300家次企业融资{torn}。")];
        let draft = read(&text(&lines), &hints);
        let taken = crate::report::take_one(draft.report, "text", &crate::report::Lexicon::default());
        assert!(taken.is_ok(), "{torn}: {:?}", taken.err());
    }
}

#[test]
fn a_yearly_average_is_of_the_years_that_the_sentence_names() {
    let years = |said: &str, year: i32| {
        let context = Context { part: Part::Targets, year: Some(year), plan: None, span: None };
        let found = read_figures(&normal(said).chars, &context, Numerals::Digits).figures;
        found.first().expect("a figure").years.map(|years| years.to_string())
    };
    for (said, year, wanted) in [
        ("“十五五”时期，地区生产总值年均增长5%左右。", 2026, Some("2026-2030")),
        ("提出地区生产总值年均增长5%左右。", 2026, Some("2026-2030")),
        ("“十四五”后三年，地区生产总值年均增长6%。", 2023, Some("2021-2025")),
        ("今后五年，地区生产总值年均增长6%。", 2023, Some("2023-2027")),
        ("到2027年，规模以上工业增加值年均增长8%。", 2024, Some("2024-2027")),
        ("地区生产总值年均增长6%。", 2023, None),
        ("PM2.5年均浓度下降6.7%。", 2023, Some("2023")),
        ("今后五年，地区生产总值年均增长6%；今年增长5%。", 2023, Some("2023-2027")),
        ("今年地区生产总值增长5%，“十四五”年均增长6%。", 2023, Some("2023")),
    ] {
        assert_eq!(years(said, year).as_deref(), wanted, "{said}");
    }
}
