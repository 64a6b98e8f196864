//! `--place`, `--year`, `--indicator`, `--with-figures`, `--without-figures`: what a list and a search hold of many reports.

use serde_json::{Value, json};

use super::{Folder, good, sulan};
use crate::common::reports::many_reports;

/// The built-in report's own entries and those of made-up reports of six places, in one file.
fn many(folder: &Folder) -> String {
    folder.file("many.json", json!(many_reports()).to_string())
}

/// The entries that a command prints, as REPORT/ENTRY.
fn ids(args: &[&str]) -> Vec<String> {
    good(&[args, &["--format", "json"]].concat()).json().iter().map(id).collect()
}

fn id(entry: &Value) -> String {
    entry["id"].as_str().unwrap_or_default().to_owned()
}

#[test]
fn a_place_by_any_of_its_names_and_more_than_one() {
    let folder = Folder::new("narrow-place");
    let file = many(&folder);
    let all = ids(&["list", "--report", &file]);
    let of = |starts: &[&str]| -> Vec<String> {
        all.iter().filter(|id| starts.iter().any(|start| id.starts_with(start))).cloned().collect()
    };
    for (places, starts) in [
        (&["--place", "吉林市"][..], &["city-"][..]),
        (&["--place", "Jilin City"], &["city-"]),
        (&["--place", "220100"], &["changchun-"]),
        (&["--place", "哈尔滨"], &["harbin-"]),
        (&["--place", "harbin"], &["harbin-"]),
        (&["--place", "某县"], &["county-"]),
        (&["--place", "四平市", "--place", "某县"], &["siping-", "county-"]),
    ] {
        let listed = ids(&[&["list", "--report", &file], places].concat());
        assert_eq!(listed, of(starts), "{places:?}");
        assert!(!listed.is_empty(), "{places:?}");
        // A search keeps its own order, and only the entries of these places.
        let mut found = ids(&[&["search", "指标", "--report", &file], places].concat());
        found.sort();
        let mut wanted = of(starts);
        wanted.sort();
        assert_eq!(found, wanted, "{places:?}");
    }
}

#[test]
fn years_are_those_of_the_reports() {
    let folder = Folder::new("narrow-year");
    let file = many(&folder);
    for (years, wanted) in [
        ("2025", vec!["city-2025"]),
        ("2019-2021", vec!["changchun-2019", "changchun-2021", "jilin-2019", "jilin-2020", "jilin-2021"]),
    ] {
        for command in [&["list"][..], &["search", "指标"]] {
            let mut reports: Vec<String> = ids(&[command, &["--report", &file, "--year", years]].concat())
                .iter()
                .filter_map(|id| Some(id.split_once('/')?.0.to_owned()))
                .collect();
            reports.sort();
            reports.dedup();
            assert_eq!(reports, wanted, "{command:?} {years}");
        }
    }
}

#[test]
fn an_indicator_by_id_or_name_with_the_words_in_its_place() {
    let folder = Folder::new("narrow-indicator");
    let file = many(&folder);
    let by_id = ids(&["list", "--report", &file, "--indicator", "new-urban-jobs"]);
    assert_eq!(by_id.len(), 10, "{by_id:?}");
    assert_eq!(ids(&["list", "--report", &file, "--indicator", "城镇新增就业"]), by_id);
    let growth = ["list", "--report", &file, "--indicator", "gdp-growth", "--place", "四平市"];
    assert_eq!(ids(&growth), ["siping-2026/review.1", "siping-2026/targets.1"]);
    assert_eq!(ids(&[&growth[..], &["--without-figures"]].concat()), ["siping-2026/targets.1"]);
    assert_eq!(ids(&[&growth[..], &["--with-figures"]].concat()), ["siping-2026/review.1"]);
    let found = ids(&[
        "search",
        "指标",
        "--report",
        &file,
        "--indicator",
        "new-urban-jobs",
        "--tab",
        "targets",
        "--year",
        "2026",
    ]);
    assert_eq!(found.len(), 3, "{found:?}");
    assert!(found.iter().all(|id| id.contains("-2026/targets.")), "{found:?}");
    // The limit counts what is left.
    let args = ["search", "指标", "--report", &file, "--place", "四平市", "--limit", "1"];
    assert_eq!(ids(&args).len(), 1);
}

#[test]
fn what_is_not_there_and_what_cannot_be_is_told_in_both_languages() {
    let folder = Folder::new("narrow-wrong");
    let file = many(&folder);
    for command in [&["list"][..], &["search", "指标"], &["reports"], &["mentions", "指标"]] {
        for (option, status, zh, en) in [
            (&["--place", "大连市"][..], 1, "没有“大连市”的报告", "There is no report of \"大连市\""),
            (&["--year", "2020-2019"], 2, "--year 不能是“2020-2019”", "--year cannot be \"2020-2019\""),
            (&["--year", "now"], 2, "--year 不能是“now”", "--year cannot be \"now\""),
        ] {
            for (lang, said) in [("zh", zh), ("en", en)] {
                let run = sulan(&[command, &["--report", &file, "--lang", lang], option].concat());
                assert_eq!(run.status, status, "{command:?} {option:?}");
                assert!(run.err.contains(said), "{command:?} {option:?}: {}", run.err);
            }
        }
    }
    for command in [&["list"][..], &["search", "指标"]] {
        for (option, status, zh, en) in [
            (
                &["--indicator", "gdp-grwth"][..],
                1,
                "没有指标“gdp-grwth”；相近的有：gdp-growth",
                "near ones are gdp-growth",
            ),
            (&["--with-figures", "--without-figures"], 2, "不能同用", "exclude each other"),
        ] {
            for (lang, said) in [("zh", zh), ("en", en)] {
                let run = sulan(&[command, &["--report", &file, "--lang", lang], option].concat());
                assert_eq!(run.status, status, "{command:?} {option:?}");
                assert!(run.err.contains(said), "{command:?} {option:?}: {}", run.err);
            }
        }
    }
    // A place that is there beside one that is not: the rest is printed.
    let run = sulan(&["list", "--report", &file, "--place", "某县", "--place", "大连市", "--format", "json"]);
    assert_eq!((run.status, run.json().len()), (1, 2));
}

/// A made-up report of a province, as it would be published.
fn text(place: &str, target: &str, review: &str) -> String {
    format!(
        "{place}政府工作报告\n\n——2026年1月20日在{place}第十四届人民代表大会第四次会议上\n\n各位代表：\n\n\
         现在，我代表省人民政府，向大会报告工作，请予审议。\n\n一、2025年工作回顾\n\n\
         过去一年，地区生产总值增长{review}%，粮食产量达到400亿斤。\n\n\
         二、2026年重点工作\n\n今年经济社会发展主要预期目标是：{target}，城镇新增就业50万人以上。\n\n\
         （一）做好各项工作。新建高标准农田100万亩。\n"
    )
}

/// The panel that economists collect by hand: place, year, value, upper end, qualifier, each with its sentence.
#[test]
fn the_panel_of_growth_targets_of_all_places() {
    let folder = Folder::new("panel");
    let provinces = [
        ("安徽省", "地区生产总值增长5%—5.5%", "5.2", ["340000", "5", "5.5", ""]),
        ("河南省", "地区生产总值增长5%左右", "5.3", ["410000", "5", "", "about"]),
        ("山东省", "地区生产总值增长5%以上", "5.6", ["370000", "5", "", "at_least"]),
        ("西藏自治区", "地区生产总值增长7%以上、力争8%", "6.9", ["540000", "7", "", "at_least"]),
        ("天津市", "全市生产总值增长4.5%", "5.0", ["120000", "4.5", "", ""]),
    ];
    let mut args: Vec<String> =
        ["series", "gdp-growth", "--role", "target", "--year", "2026", "--format", "csv"].map(str::to_owned).to_vec();
    for (place, target, review, _) in &provinces {
        let file = folder.file(&format!("{place}.txt"), text(place, target, review));
        args.extend(["--report".to_owned(), file]);
    }
    args.push("--quotes".to_owned());
    let args: Vec<&str> = args.iter().map(String::as_str).collect();
    let (header, rows) = good(&args).csv();
    let column = |name: &str| header.iter().position(|cell| cell == name).expect("the column is there");
    let mut wanted = provinces.to_vec();
    wanted.sort_by_key(|(.., cells)| cells[0]);
    assert_eq!(rows.len(), wanted.len(), "{rows:?}");
    for (row, (place, target, _, cells)) in rows.iter().zip(wanted) {
        let cell = |name: &str| row[column(name)].as_str();
        assert_eq!((cell("place_zh"), cell("year")), (place, "2026"));
        assert_eq!([cell("code"), cell("target"), cell("target_upper"), cell("target_qualifier")], cells, "{place}");
        assert_eq!(cell("target_heading"), "二、2026年重点工作");
        assert_eq!((cell("result"), cell("difference")), ("", ""), "only one side was asked for");
        assert!(cell("target_quote").is_empty() || cell("target_quote").contains(target), "{row:?}");
    }
}

/// A heading that names what was achieved and what is aimed at: the years behind are no target.
#[test]
fn achievements_under_a_heading_that_also_names_goals_are_no_targets() {
    let folder = Folder::new("panel-mixed");
    let mixed = text("广西壮族自治区", "经济增长5%左右", "5.1").replace(
        "二、2026年重点工作",
        "二、“十四五”时期发展成就和“十五五”时期主要目标任务\n\n\
         过去五年，经济实力实现新跨越，地区生产总值年均增长4.8%，有效发明专利比2020年增长58.1%。\n\n\
         根据《建议》明确的主要目标，我们编制了“十五五”规划纲要（草案），提出地区生产总值年均增长5%左右。\n\n\
         （一）大力发展人工智能，建设产业园区20个。\n\n三、2026年重点工作",
    );
    let file = folder.file("mixed.txt", mixed);
    let args = ["series", "gdp-growth", "--report", &file, "--role", "target", "--year", "2026", "--format", "csv"];
    let (header, rows) = good(&args).csv();
    let column = |name: &str| header.iter().position(|cell| cell == name).expect("the column is there");
    let said: Vec<[&str; 2]> =
        rows.iter().map(|row| ["target", "target_qualifier"].map(|name| row[column(name)].as_str())).collect();
    assert_eq!(said, [["5", "about"]], "{rows:?}");
}
