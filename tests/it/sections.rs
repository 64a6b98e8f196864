//! The list of sections beside the entries: its names and what stands behind them.

use crate::common::reports::{library_of, many};
use crate::common::{ALL_SIZES, Screen};
use serde_json::{Value, json};
use sulan::library::Library;
use sulan::text::Lang;

/// Names as headings of reports are: longer than the list is wide.
const NAMES: [&str; 4] = [
    "深入实施城市总体规划，京津冀协同发展取得新成效",
    "着力建设国际科技创新中心，高精尖产业发展驶入快车道",
    "全面深化改革开放，“两区”建设跑出加速度",
    "有力有效保障民生，人民生活品质持续改善",
];

/// A report of sections with such names, each with a number, and tasks without one.
fn long_names() -> Library {
    let entry = |tab: &str, at: usize, figures: Value| {
        json!({"id": format!("{tab}.{at}.0"), "sentence": 1, "title": {"zh": format!("事项{at}"), "en": ""},
               "figures": figures, "quote": "各项工作取得新成效。"})
    };
    let section = |tab: &str, at: usize, name: &str| {
        let figures = json!([{"value": 3316 + at, "unit": "公顷", "basis": "level"}]);
        let mut entries = vec![entry(tab, at, figures)];
        entries.extend((1..15).map(|number| {
            json!({"id": format!("{tab}.{at}.{number}"), "sentence": 1, "figures": [], "quote": "各项工作取得新成效。",
                   "title": {"zh": format!("工作{number}"), "en": ""}})
        }));
        json!({"id": format!("{tab}{at}"), "tab": tab, "heading": name, "name": {"zh": name, "en": ""},
               "entries": entries})
    };
    let both = ["review", "tasks"].into_iter();
    let sections: Vec<Value> =
        both.flat_map(|tab| NAMES.iter().enumerate().map(move |(at, name)| section(tab, at, name))).collect();
    library_of(&[json!({
        "format": 1, "id": "made", "year": 2025, "place": {"zh": "某自治州", "en": "某自治州"},
        "title": {"zh": "某市报告", "en": "某市报告"},
        "source": {"kind": {"zh": "测试", "en": "测试"}, "date": "2025-01", "authors": []},
        "sections": sections, "comparisons": []
    })])
}

/// What the list of sections says, row by row.
fn listed(screen: &Screen) -> Vec<String> {
    let area = screen.app.regions().and_then(|regions| regions.sections);
    area.map(|area| screen.rows_of(area)).unwrap_or_default()
}

#[test]
fn a_long_name_of_a_section_goes_on_in_further_rows_and_keeps_its_number() {
    for (width, height) in ALL_SIZES.into_iter().filter(|size| size.0 >= 100) {
        for keys in ["1", "3"] {
            let screen = Screen::over(long_names(), width, height).press(keys);
            let rows = listed(&screen);
            let said: String = rows.concat().replace([' ', '>'], "");
            assert!(!said.contains('…'), "{}", screen.picture());
            let behind =
                if keys == "1" { ["3316公顷", "3319公顷"] } else { ["▪▫▫▫▫", "▪▫▫▫▫"] };
            assert!(behind.iter().all(|number| said.contains(number)), "{}", screen.picture());
            let texts: String = said.chars().filter(|c| !"▪▫".contains(*c) && !c.is_ascii_digit()).collect();
            let texts = texts.replace("公顷", "");
            assert!(NAMES.iter().all(|name| texts.contains(name)), "{}", screen.picture());
        }
    }
}

#[test]
fn names_have_one_row_each_where_there_are_no_more() {
    let screen = Screen::over(long_names(), 120, 10).press("1");
    let rows = listed(&screen);
    let cut = rows.iter().filter(|row| row.contains('…')).count();
    assert!(cut >= 3 && rows.iter().any(|row| row.contains("3316 公顷")), "{}", screen.picture());
}

#[test]
fn every_section_has_its_first_number_wherever_the_sections_are_listed() {
    for (lang, numbers) in [
        (Lang::Zh, ["+4.5", "+5.2", "+15.8", "+5.5", "20 项", "55 项", "4.3 万人", "45 年"]),
        (Lang::En, ["+4.5", "+5.2", "+15.8", "+5.5", "20 matters", "55 projects", "43,000 people", "45 years"]),
    ] {
        for width in 100..=132 {
            let screen = Screen::new(width, 30).lang(lang).press("1");
            let rows = listed(&screen)
                .iter()
                .map(|row| row.split_whitespace().collect::<Vec<_>>().join(" "))
                .collect::<Vec<_>>();
            for number in numbers {
                assert!(rows.iter().any(|row| row.contains(number)), "{width}: {number}\n{}", screen.picture());
            }
        }
    }
}

#[test]
fn a_whole_name_comes_before_a_first_number() {
    for width in 100..=140 {
        let screen = Screen::over(many(), width, 40).press("1");
        let rows = listed(&screen).concat();
        assert!(rows.contains("2025年工作回顾"), "{}", screen.picture());
    }
}
