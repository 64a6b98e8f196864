//! The tables and the reading of whole texts, over real sentences and over nonsense.

use proptest::prelude::*;
use proptest::test_runner::RngSeed;

use super::figures::read_figures;
use super::normal::normal;
use super::outline::{Context, Part, outline};
use super::scan::Numerals;
use super::{Hints, Line, Mark, Text, read};
use crate::report::Role;

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

#[test]
fn what_a_review_or_a_plan_names_tells_the_years_and_the_role() {
    let read = |said: &str, part: Part, span: Option<(i32, i32)>| {
        let context = Context { part, year: Some(2016), plan: None, span };
        let found = read_figures(&normal(said).chars, &context, Numerals::Digits).figures;
        let told = found.iter().map(|found| {
            let years = found.years.map(|years| years.to_string()).unwrap_or_default();
            format!("{}{} {years}", found.value, if found.role == Role::Target { " target" } else { "" })
        });
        told.collect::<Vec<String>>()
    };
    let review = |said: &str| read(said, Part::Review, None);
    let five = |said: &str| read(said, Part::Review, Some((2011, 2015)));
    // Up to the end of a plan.
    assert_eq!(read("到“十三五”期末，小学入学率达到100%。", Part::Tasks, None), ["100 target 2020"]);
    assert_eq!(
        read("到“十三五”末，入学率达到98%；2016年达到95%。", Part::Tasks, None),
        ["98 target 2020", "95 target 2016"]
    );
    assert_eq!(review("比“十一五”末提高5个百分点。"), ["5 2015"]);
    // A year in the name of an event.
    let tasks = read("申办2024年全省旅游发展大会，力争旅游总收入增长15%以上。", Part::Tasks, None);
    assert_eq!(tasks, ["15 target 2016"]);
    // So many years for what is to be done.
    assert_eq!(
        read("将在3年内实施100项项目，新建5个中心。", Part::Tasks, None),
        ["100 target 2016-2018", "5 target 2016-2018"]
    );
    assert_eq!(read("力争两年内参保率达到60%。", Part::Tasks, None), ["60 target 2017"]);
    assert_eq!(
        read("用两年时间打好歼灭战，今年改造60万亩；新建5个中心。", Part::Tasks, None),
        ["60 target 2016", "5 target 2016"]
    );
    assert_eq!(read("3至5年内培育企业10家，2016年内新建5所。", Part::Tasks, None), ["10 target 2016", "5 target 2016"]);
    // One verb for a list, or behind what is counted.
    assert_eq!(five("完成海塘1000公里、江堤800公里。"), ["1000 2011-2015", "800 2011-2015"]);
    assert_eq!(five("新增企业6户、园区达到5个和11个。"), ["6 2011-2015", "5 2015", "11 2015"]);
    assert_eq!(five("去年改造老旧小区19个、144万平方米。"), ["19 2015", "144 2015"]);
    assert_eq!(five("15家国有企业改制退出。"), ["15 2011-2015"]);
    assert_eq!(five("15家企业进入全国500强。"), ["15 2015"]);
    assert_eq!(five("217个贫困村全部出列，取得科技成果774项。"), ["217 2011-2015", "774 2011-2015"]);
    // An average is of all the years, whichever year its sentence names.
    assert_eq!(review("2015年人均收入6288元，五年年均增长4.6%。"), ["6288 2015", "4.6 2011-2015"]);
    assert_eq!(review("2015年PM2.5年均浓度下降6%。"), ["-6 2015"]);
    // What was promised, beside what was reached.
    assert_eq!(review("失业率3.52%，控制在预期4.2%以内。"), ["3.52 2015", "4.2 target 2015"]);
    assert_eq!(review("收入下降5.2%，好于下降7%的预期。"), ["-5.2 2015", "-7 target 2015"]);
    assert_eq!(review("新增就业人数超过预期目标5万人。"), ["5 2015"]);
    assert_eq!(review("收入增长5%，低于预期1.5个百分点。"), ["5 2015", "1.5 2015"]);
}

#[test]
fn headings_that_agree_tell_the_year_before_a_title_does() {
    let year = |lines: &[&str]| {
        let lines: Vec<String> = lines.iter().map(|&line| line.to_owned()).collect();
        outline(&text(&lines), None).year
    };
    let (review, plan) = ("一、2008年工作回顾", "二、2009年工作安排");
    assert_eq!(year(&["2008年政府工作报告", review, "生产总值增长9%。", plan, "新建学校10所。"]), Some(2009));
    assert_eq!(year(&["2009年政府工作报告", review, "生产总值增长9%。", plan, "新建学校10所。"]), Some(2009));
    assert_eq!(year(&["2008年政府工作报告", review, "生产总值增长9%。"]), Some(2008));
}
