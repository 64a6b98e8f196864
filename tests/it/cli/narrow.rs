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
