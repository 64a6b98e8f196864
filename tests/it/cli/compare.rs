//! `compare`: one row a pair, held against the library.

use serde_json::{Value, json};
use sulan::library::{Library, Pair, Side, compare};
use sulan::report::Scope;

use super::formats::shown;
use super::{Folder, built_in, good, sample, sulan};

const HEADER: &str = "report,section,name_zh,name_en,indicator,target_indicator,unit_zh,unit_en,result,result_year,\
                      target,target_qualifier,target_year,scope,difference,difference_qualifier,why_zh,why_en,entries";

fn printed(args: &[&str]) -> Vec<Value> {
    good(&[&["compare", "--format", "json"], args].concat()).json()
}

#[test]
fn json_holds_every_pair_in_order() {
    let library = built_in();
    let pairs = compare(&library);
    let rows = printed(&[]);
    assert_eq!(rows.len(), pairs.len());
    for (row, pair) in rows.iter().zip(&pairs) {
        check(&library, row, pair);
    }
    let rank =
        |row: &Value| ["same", "similar", "different", ""].iter().position(|scope| *scope == shown(&row["scope"]));
    assert!(rows.windows(2).all(|two| rank(&two[0]) <= rank(&two[1])));
}

fn check(library: &Library, row: &Value, pair: &Pair) {
    assert_eq!(row["name"], json!(pair.name()));
    assert_eq!(row["scope"], json!(pair.scope()));
    assert_eq!(row["why"], json!(pair.why()));
    assert_eq!(row["difference"].as_f64(), pair.difference().map(|difference| difference.value));
    assert_eq!(row["difference"].is_null(), pair.difference().is_none());
    assert!(pair.scope() == Some(Scope::Same) || row["difference"].is_null());
    for (name, side) in [("result", pair.result()), ("target", pair.target())] {
        let figure = side.and_then(|side: Side| side.figure(library));
        assert_eq!(row[name]["value"].as_f64(), figure.map(sulan::report::Figure::value), "{row}");
        assert_eq!(row[format!("{name}_words")], json!(side.and_then(|side| side.words(library))));
    }
    let of = |side: Option<Side>| side.and_then(|side| side.indicator(library));
    assert_eq!(row["indicator"], json!(of(pair.result()).or(of(pair.target()))));
    assert_eq!(row["target_indicator"], json!(of(pair.target())));
    let view = |side: Side| library.get(side.entry).expect("the entry exists");
    assert_eq!(row["section"], json!(view(pair.lead().expect("a side")).section().id()));
    let ids: Vec<String> =
        pair.entries().filter_map(|at| library.get(at)).map(|view| view.entry().id().to_owned()).collect();
    assert_eq!(row["entries"], json!(ids));
}

/// The sample with a year for its snow, without which nothing stands beside it.
fn dated(folder: &Folder, id: &str) -> String {
    folder.file(&format!("{id}.json"), sample(id).replace(r#", "year": null"#, ""))
}

#[test]
fn the_sample_has_a_row_of_every_kind() {
    let folder = Folder::new("compare");
    let file = dated(&folder, "sample");
    let run = good(&["compare", "--format", "json", "--report", &file]);
    let first = concat!(
        r#"{"name":{"zh":"增雨","en":"More rain"},"indicator":"rain","target_indicator":"rain","report":"sample","#,
        r#""section":"plans","unit":{"zh":"万亩","en":"10,000 mu"},"result":{"name":{"zh":"雨量|旱地","#,
    );
    assert!(run.lines()[1].starts_with(first), "{}", run.out);
    let end = concat!(
        r#""result_words":null,"target_words":null,"scope":"same","why":null,"difference":3.25,"#,
        r#""difference_qualifier":"at_least","entries":["review.rain","tasks.rain"]},"#,
    );
    assert!(run.lines()[1].ends_with(end), "{}", run.out);
    let rows = run.json();
    assert_eq!(rows[1]["scope"], "different");
    assert_eq!(rows[1]["target_indicator"], "snow");
    let mood = rows.iter().find(|row| row["indicator"] == "mood").expect("a target in words is a row");
    assert_eq!(mood["target_words"]["en"], "In step with the weather");
    assert_eq!((&mood["target"], &mood["scope"], &mood["unit"]["zh"]), (&Value::Null, &Value::Null, &json!("")));
    // Without a year the snow is a row of its own.
    let rows = good(&["compare", "--format", "json", "--report", &folder.sample("undated")]).json();
    let snow = rows.iter().find(|row| row["target_indicator"] == "snow").expect("a target without a year is a row");
    assert_eq!((&snow["result"], &snow["scope"], &snow["target"]["year"]), (&Value::Null, &Value::Null, &Value::Null));
}

#[test]
fn csv_has_the_values_of_the_json() {
    let (header, rows) = good(&["compare", "--format", "csv"]).csv();
    assert_eq!(header.join(","), HEADER);
    let json = printed(&[]);
    assert_eq!(rows.len(), json.len());
    let paths = [
        "/report",
        "/section",
        "/name/zh",
        "/name/en",
        "/indicator",
        "/target_indicator",
        "/unit/zh",
        "/unit/en",
        "/result/value",
        "/result/year",
        "/target/value",
        "/target/qualifier",
        "/target/year",
        "/scope",
        "/difference",
        "/difference_qualifier",
        "/why/zh",
        "/why/en",
    ];
    for (row, pair) in rows.iter().zip(&json) {
        let mut expected: Vec<String> =
            paths.iter().map(|path| pair.pointer(path).map(shown).unwrap_or_default()).collect();
        let ids: Vec<String> = pair["entries"].as_array().expect("a list").iter().map(shown).collect();
        expected.push(ids.join(" "));
        assert_eq!(row, &expected);
    }
}

#[test]
fn text_and_markdown_read_as_result_target_and_relation() {
    let folder = Folder::new("compare-text");
    let file = dated(&folder, "sample");
    let text = good(&["compare", "--report", &file]);
    let parts: Vec<&str> = text.lines()[0].split("  ").map(str::trim).filter(|part| !part.is_empty()).collect();
    let expected = [
        "增雨",
        "2024 年 87 万亩（预计）",
        "2025 年 90.25 万亩以上",
        "2025 年比 2024 年至少高 3.25 万亩（推算，口径相同，结果为预计）",
    ];
    assert_eq!(parts, expected);
    assert!(text.lines()[1].ends_with("口径不同，不相减：雨不是雪"), "{}", text.out);
    assert!(text.out.contains("2025 年与天气同步") && text.out.contains("本报告无 2024 年数字"), "{}", text.out);
    let english = good(&["compare", "--report", &file, "--lang", "en", "--format", "md"]);
    assert!(english.out.starts_with("| What | Result | Target | Relation | IDs |\n| --- |"), "{}", english.out);
    assert!(english.lines()[2].contains("2025: at least 902,500 mu"), "{}", english.out);
    assert!(english.lines()[2].ends_with("| review.rain tasks.rain |"), "{}", english.out);
    // Two reports: every row says which one it is from.
    let other = dated(&folder, "other");
    let text = good(&["compare", "--report", &file, "--report", &other]);
    assert!(text.lines()[0].contains("样城 2025，2025 年比 2024 年至少高 3.25 万亩"), "{}", text.out);
}

#[test]
fn a_report_without_figures_has_nothing_to_compare() {
    let folder = Folder::new("compare-none");
    let text = r#"{"format": 1, "id": "bare", "year": 2025, "place": {"zh": "空", "en": "Empty"},
        "title": {"zh": "空", "en": "Empty"}, "sections": []}"#;
    let file = folder.file("bare.json", text);
    let run = sulan(&["compare", "--format", "json", "--report", &file]);
    assert_eq!((run.status, run.out.as_str()), (1, "[]\n"));
    assert!(run.err.contains("没有可对照的数字"));
    assert_eq!(sulan(&["compare", "--format", "csv", "--report", &file]).out.trim_end(), HEADER);
    assert_eq!(sulan(&["list", "--report", &file]).status, 1);
}
