//! Compare's view over the years: what stands in its rows and its table, how one comes to it and where it leads.

use crate::common::Screen;
use crate::common::reports::{dated, library_of};
use serde_json::json;
use std::collections::BTreeSet;
use sulan::app::{Mode, Pane};
use sulan::text::Lang;

/// The row of the list that begins with `name`.
fn row(screen: &Screen, name: &str) -> String {
    let rows = screen.list();
    let found = rows.iter().find(|row| row.trim_start_matches(['>', ' ']).starts_with(name));
    let found = found.unwrap_or_else(|| panic!("no row {name}\n{}", screen.picture()));
    found.trim_start().trim_start_matches('>').split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A row of the details.
fn details(screen: &Screen, row: usize) -> String {
    screen.details().get(row).cloned().unwrap_or_default()
}

/// The cells of a row of the table, without its label.
fn cells(screen: &Screen, row: usize) -> Vec<String> {
    details(screen, row)
        .split_whitespace()
        .skip(1)
        .filter(|cell| !matches!(*cell, "承诺" | "结果"))
        .map(str::to_owned)
        .collect()
}

#[test]
fn the_built_in_report_brings_its_years() {
    let mut screen = Screen::new(120, 40).press("5vg");
    assert_eq!(screen.app.mode(), Mode::Years);
    assert!(screen.shows("[历年 ×]") && screen.shows("2013") && screen.shows("最近一次承诺与结果"));
    // By hand from the reports of 2014 to 2023 and 2025.
    assert_eq!(row(&screen, "城镇新增就业"), "城镇新增就业 万人 ▇▇▆···▅▃▃▃·▃ 9.7 → 4.3 2022 ○ 3.5 ● 4 +0.5");
    assert_eq!(row(&screen, "新建高标准农田"), "新建高标准农田 万亩 ·······▃▄▃·▇ 34.6 → 87 2022 ○ 60 ● 40.8 −19.2");
    assert_eq!(row(&screen, "地区生产总值"), "地区生产总值 % ▇▅▅·····▅··· +9e → +7 2021 ○ ≥+7 ● +7 0");
    // Two results are no line, and a word is no number.
    assert_eq!(row(&screen, "新建5G基站"), "新建5G基站 个 1931 → 831 2022 ○ 830 ● 831 +1");
    assert_eq!(
        row(&screen, "农村常住居民收入"),
        "农村常住居民收入 % ······▄▆▇··· +5.5e → +9.9 2021 ○ 与经济增长同步 ● +9.9"
    );
    screen.keys("jjjjjjjj");
    assert!(details(&screen, 0).contains("城镇新增就业  万人"), "{}", screen.picture());
    let years: Vec<String> = (2013..=2025).map(|year| year.to_string()).collect();
    assert_eq!(details(&screen, 1).split_whitespace().collect::<Vec<_>>(), years);
    assert_eq!(cells(&screen, 2), ["9", "9", "6", "4", "3.5", "3.5", "3.35"]);
    assert_eq!(cells(&screen, 3), ["9.7", "9.5", "9", "6.8", "3.6", "4.1", "4", "4.3"]);
    assert_eq!(cells(&screen, 4), ["0", "−2.4", "+0.1", "+0.5"]);
    assert!(details(&screen, 5).contains("2023 年报告") && details(&screen, 5).contains("句"), "{}", screen.picture());
}

#[test]
fn no_name_is_cut_and_every_number_has_its_unit_at_any_size() {
    let names = [
        (
            Lang::Zh,
            [("粮食产量", "亿斤"), ("农村劳动力转移就业", "万人"), ("空气优良天数比例", "%"), ("农村改厕", "户")],
        ),
        (
            Lang::En,
            [
                ("Grain output", "bn jin"),
                ("Rural workers to non-farm jobs", "people"),
                ("Share of good-air days", "%"),
                ("Rural toilets rebuilt", "households"),
            ],
        ),
    ];
    for ((lang, known), (width, height)) in
        names.into_iter().flat_map(|lang| [(40, 10), (60, 20), (80, 24), (100, 30), (120, 40)].map(|size| (lang, size)))
    {
        let mut screen = Screen::new(width, height).lang(lang).press("5vg");
        let count = screen.app.years().map_or(0, |years| years.rows.len());
        let mut seen = BTreeSet::new();
        for _ in 0..count {
            let rows = screen.list();
            assert!(rows.iter().all(|row| !row.contains('…')), "{lang:?} {width}x{height}\n{}", screen.picture());
            let at = rows.iter().position(|row| row.trim_start().starts_with('>')).expect("the selected row");
            // A row of two, or a long name, goes on in the row below.
            let two = width <= 60;
            let row = |at: usize| rows.get(at).map(|row| row.trim_matches([' ', '>'])).unwrap_or_default();
            let (own, below) = (row(at), row(at + 1));
            let begun = |name: &str| name.split_once("  ").map_or(name, |(begun, _)| begun).to_owned();
            let whole = format!("{} {}", begun(own), begun(below));
            if let Some((name, unit)) = known.iter().find(|(name, _)| begun(own) == *name || whole == *name) {
                seen.insert(*name);
                let said = if two { format!("{own}  {below}") } else { own.to_owned() };
                let figures = said.split_once(begun(own).as_str()).map_or("", |(_, rest)| rest);
                assert!(figures.contains(unit), "{lang:?} {width}x{height}: {name} in {unit}\n{}", screen.picture());
            }
            screen.keys("j");
        }
        assert_eq!(seen.len(), known.len(), "{lang:?} {width}x{height}: {seen:?}");
    }
}

#[test]
fn what_has_no_room_in_its_row_goes_on_under_it() {
    // A long name and words have a second row; where the line has no room, every indicator has two.
    let screen = Screen::new(96, 30).lang(Lang::En).press("5vg");
    let rows = screen.list();
    let at = rows.iter().position(|row| row.contains("Rural workers to non-farm  ")).expect("a long name");
    assert_eq!(rows.get(at + 1).map(|row| row.trim()), Some("jobs"));
    // Before that the promise gives way, which the table below has: the row stays one.
    let screen = Screen::new(80, 24).lang(Lang::En).press("5vg");
    let rows = screen.list();
    let kept = rows.iter().filter(|row| row.contains('●')).count();
    assert!(kept >= 11 && !rows.iter().any(|row| row.contains('○')), "{kept} of them\n{}", screen.picture());
    assert!(rows.iter().any(|row| row.contains("New urban jobs") && row.trim_end().ends_with("40,000     +5,000")));
    let screen = Screen::new(72, 24).lang(Lang::En).press("5vgjjjjjjj");
    let rows = screen.list();
    let at = rows.iter().position(|row| row.contains("New high-standard farmland")).expect("farmland");
    let cells =
        |row: usize| rows.get(row).map(|row| row.split_whitespace().collect::<Vec<_>>().join(" ")).unwrap_or_default();
    assert_eq!(cells(at).trim_start_matches("> "), "New high-standard farmland 2022 ○ 600,000 ● 408,000");
    assert_eq!(cells(at + 1), "·······▃▄▃·▇ mu 346,000 → 870,000");
    // A click on the second row selects what it belongs to.
    let mut screen = screen;
    let at = screen.find("346,000 → 870,000");
    screen.keys("k").click(at);
    assert!(details(&screen, 0).contains("High-standard farmland"), "{}", screen.picture());
}

#[test]
fn every_row_in_sight_at_80x24_is_an_indicator() {
    for lang in Lang::ALL {
        let screen = Screen::new(80, 24).lang(lang).press("5vg");
        let rows = screen.list();
        assert_eq!(rows.iter().filter(|row| row.contains('●')).count(), 14, "{}", screen.picture());
    }
    // The line ends with the last year that has a result: a promise of this year draws nothing.
    let screen = Screen::new(80, 24).press("5vg");
    assert!(screen.list().first().is_some_and(|head| head.contains("2013    2024")), "{}", screen.picture());
}

#[test]
fn words_in_the_table_of_years_are_whole() {
    for (lang, (width, height)) in
        Lang::ALL.into_iter().flat_map(|lang| [(60, 20), (80, 24), (100, 30), (120, 40)].map(|size| (lang, size)))
    {
        let mut screen = Screen::new(width, height).lang(lang).press("5vg");
        let count = screen.app.years().map_or(0, |years| years.rows.len());
        for _ in 0..count {
            for row in 1..=4 {
                let said = details(&screen, row);
                assert!(!said.contains('…'), "{lang:?} {width}x{height}: {said}\n{}", screen.picture());
            }
            screen.keys("j");
        }
    }
    // They go on in the row of the difference, which words do not have.
    let screen = Screen::new(120, 40).lang(Lang::En).press("5vg");
    assert!(details(&screen, 3).contains("Much the same as  The same as the    +7"), "{}", screen.picture());
    assert!(details(&screen, 4).contains("the year before      year before     0"), "{}", screen.picture());
    // Where not all years have room the point that is looked at is in sight, and signs tell of more.
    let mut screen = Screen::new(80, 24).lang(Lang::En).press("5vg");
    let head = details(&screen, 1);
    assert!(head.contains('←') && head.contains("2020") && head.trim_end().ends_with("2025"), "{}", screen.picture());
    screen.keys("<left><left><left><left>");
    let head = details(&screen, 1);
    assert!(head.contains('←') && head.trim_end().ends_with('→'), "{}", screen.picture());
}

#[test]
fn a_point_leads_to_its_report_and_one_of_the_past_says_where_it_stands() {
    let mut screen = Screen::new(120, 40).press("5vgjjjjjjjj");
    screen.keys("<enter>");
    assert_eq!(screen.app.mode(), Mode::Years);
    let said = screen.footer();
    assert!(said.contains("内置往年数据") && said.contains("2023 年报告第 3 句"), "{said}");
    // To the last point, the promise of 2025, and one back, the result of 2024.
    screen.keys("<right><right><right><right><right>");
    screen.keys("<enter>");
    assert_eq!((screen.app.mode(), screen.app.pane), (Mode::Browse, Pane::Tab(sulan::report::Tab::Tasks)));
    assert!(screen.selected_row().contains("城镇新增就业"), "{}", screen.picture());
    screen.keys("5vgjjjjjjjj<right><right><right><right><right><left><enter>");
    assert_eq!((screen.app.mode(), screen.app.pane), (Mode::Browse, Pane::Tab(sulan::report::Tab::Review)));
    assert!(screen.selected_row().contains("城镇新增就业"), "{}", screen.picture());
}

#[test]
fn the_series_of_a_figure_opens_from_everywhere_and_esc_comes_back() {
    for (keys, name) in [("4jj", "固定资产投资"), ("/城镇新增就业<enter><enter>", "城镇新增就业"), ("5", "")]
    {
        let before = Screen::new(120, 40).press(keys);
        let mut screen = Screen::new(120, 40).press(keys).press("v");
        assert_eq!(screen.app.mode(), Mode::Years, "{keys}");
        let row = screen.app.years().and_then(|years| years.row()).expect("a row");
        assert!(row.series.points().any(|point| point.name.zh.contains(name)), "{keys}: {}", row.series.indicator);
        screen.keys("jjk<esc>");
        assert_eq!(screen.rows(), before.rows(), "{keys}");
        screen.keys("v").keys("v");
        assert_eq!(screen.rows(), before.rows(), "{keys}: round");
    }
    // An honour has no figure of other years.
    let screen = Screen::new(120, 40).press("2v");
    assert_eq!(screen.app.mode(), Mode::Browse);
    assert!(screen.footer().contains("没有历年数字"), "{}", screen.footer());
}

#[test]
fn one_report_without_a_past_says_so() {
    for (lang, said) in [(Lang::Zh, "没有往年"), (Lang::En, "no past")] {
        let mut screen = Screen::over(crate::common::library(), 80, 24).lang(lang).press("5v");
        assert_eq!(screen.app.mode(), Mode::Browse);
        assert!(screen.footer().contains(said), "{}", screen.footer());
        screen.keys("j");
        assert!(!screen.footer().contains(said), "{}", screen.footer());
    }
}

#[test]
fn the_years_are_those_of_the_place_in_view() {
    let figure = |value: f64| json!({"indicator": "new-urban-jobs", "value": value, "unit": "万人", "basis": "count"});
    let (a, b) = (("甲市", "A City"), ("乙市", "B City"));
    let library = library_of(&[
        dated("a-2024", 2024, a, (vec![figure(1.0)], vec![figure(2.0)])),
        dated("b-2024", 2024, b, (vec![figure(7.0)], vec![figure(7.5)])),
        dated("a-2025", 2025, a, (vec![figure(3.0)], vec![figure(2.5)])),
        dated("b-2026", 2026, b, (vec![figure(8.0)], vec![figure(8.5)])),
    ]);
    let mut screen = Screen::over(library, 100, 24).press("v");
    assert_eq!(cells(&screen, 2), ["2", "2.5"]);
    assert_eq!(cells(&screen, 3), ["1", "3"]);
    assert_eq!(cells(&screen, 4), ["+1"], "the promise of 2024 and what came of it");
    // Another report of the same place opens at the point; the other place has years of its own.
    screen.keys("<right><enter>");
    assert_eq!(screen.app.report_in_view(), sulan::library::ReportId(2));
    screen.keys("<esc>").keys("]").keys("v");
    assert_eq!(cells(&screen, 2), ["7.5", "8.5"]);
    assert_eq!(cells(&screen, 3), ["7", "8"]);
    assert_eq!(cells(&screen, 4), Vec::<String>::new(), "no promise of a year has its result");
    let years: Vec<_> = details(&screen, 1).split_whitespace().map(str::to_owned).collect();
    assert_eq!(years, ["2023", "2024", "2025", "2026"], "a year without a report stays empty");
}

#[test]
fn a_click_selects_an_indicator_and_a_second_one_opens_it() {
    let mut screen = Screen::new(120, 40).press("5v");
    let at = screen.find("粮食产量");
    screen.click(at);
    assert!(details(&screen, 0).contains("粮食产量"), "{}", screen.picture());
    screen.click(at);
    assert!(screen.footer().contains("内置往年数据"), "{}", screen.footer());
}

#[test]
fn promise_and_result_stand_together_where_columns_have_no_room() {
    for (lang, size, rows) in [
        (Lang::En, (60, 20), ["2021 ○ ≥+7  ● +7%", "2020 ○ ≥+5  ● +3e%"]),
        (Lang::Zh, (40, 10), ["2021 ○ ≥+7  ● +7%", "2020 ○ ≥+5  ● +3e%"]),
        (Lang::En, (40, 10), ["2021 ○ ≥+7  ● +7%", "2020 ○ ≥+5  ● +3e%"]),
    ] {
        let screen = Screen::new(size.0, size.1).lang(lang).press("5vg");
        for row in rows {
            assert!(screen.shows(row), "{row}\n{}", screen.picture());
        }
    }
}

#[test]
fn the_sign_of_an_estimate_stands_at_its_number_before_another_unit() {
    let jobs = |value: f64, unit: &str, estimate: bool| json!({"indicator": "new-urban-jobs", "value": value, "unit": unit, "basis": "count", "estimate": estimate});
    let city = ("吉林市", "Jilin City");
    let library = library_of(&[
        dated("city-2023", 2023, city, (vec![jobs(43000.0, "人", true)], vec![jobs(4.0, "万人", false)])),
        dated("city-2025", 2025, city, (vec![jobs(4.3, "万人", false)], vec![jobs(4.1, "万人", false)])),
    ]);
    let screen = Screen::over(library, 120, 40).press("5vg");
    assert!(details(&screen, 3).contains("43000e 人"), "{}", screen.picture());
}

#[test]
fn the_head_of_promise_and_result_is_never_cut() {
    for lang in Lang::ALL {
        for width in 40..=100 {
            let screen = Screen::over(crate::common::reports::many(), width, 24).lang(lang).press("5v");
            let head = screen.list().into_iter().next().unwrap_or_default();
            assert!(!head.contains('…'), "{}", screen.picture());
        }
    }
}
