//! `list` and `show` in the four formats, held against the library.

use serde_json::{Value, json};
use sulan::library::EntryView;
use sulan::report::Tab;
use sulan::text::width;

use super::{Folder, built_in, good, sample, sulan};

const BUILT_IN: &str = include_str!("../../../assets/jilin-city-2025.json");

const HEADER: &str = "report,tab,section,section_zh,section_en,id,title_zh,title_en,figure_zh,figure_en,indicator,\
                      value,upper,unit_zh,unit_en,qualifier,basis,year,role,estimate,confidence,heading,sentence,\
                      note_zh,note_en";

/// The entries as the interface has to print them, made from the text of the file alone: nothing that
/// the program reads or prints with has a hand in it.
fn expected(report: &str) -> Vec<Value> {
    let report: Value = serde_json::from_str(report).expect("the report is JSON");
    let mut units: Vec<Value> = list(&report["lexicon"]["units"]);
    let lexicon: Value = serde_json::from_str(include_str!("../../../assets/lexicon.json")).expect("JSON");
    units.extend(list(&lexicon["units"]));
    let sections = list(&report["sections"]).into_iter();
    sections.flat_map(|section| expected_entries(&report, &section, &units)).collect()
}

fn expected_entries(report: &Value, section: &Value, units: &[Value]) -> Vec<Value> {
    let year = report["year"].as_i64().expect("a year");
    // What was reached is told of the year before, what is promised of the report's own.
    let (year, role) = match section["tab"].as_str() {
        Some("review" | "honours") => (year - 1, "result"),
        _ => (year, "target"),
    };
    let entry = |entry: &Value| {
        let figures = list(&entry["figures"]).into_iter();
        let figures: Vec<Value> =
            figures.map(|figure| expected_figure(&figure, &entry["title"], (year, role), units)).collect();
        json!({
            "id": entry["id"], "report": report["id"], "tab": section["tab"],
            "section": {"id": section["id"], "zh": section["name"]["zh"], "en": section["name"]["en"]},
            "title": entry["title"], "note": entry["note"], "group": entry["group"], "honour": entry["honour"],
            "indicator": entry["indicator"], "words": entry["words"], "figures": figures,
            "source": {"heading": section["heading"], "sentence": entry["sentence"], "quote": entry["quote"]},
        })
    };
    list(&section["entries"]).iter().map(entry).collect()
}

fn expected_figure(figure: &Value, title: &Value, (year, role): (i64, &str), units: &[Value]) -> Value {
    let or = |field: &str, otherwise: Value| figure.get(field).cloned().unwrap_or(otherwise);
    let known = units.iter().find(|unit| unit["zh"] == figure["unit"]);
    let scale = match known.and_then(|unit| unit["power"].as_u64()) {
        None | Some(0) => "",
        Some(2) => "hundred ",
        Some(4) => "10,000 ",
        Some(8) => "100 million ",
        Some(other) => panic!("no word for 10^{other} is known here; write it in"),
    };
    let name = figure["unit_en"].as_str().or(known.and_then(|unit| unit["en"].as_str())).unwrap_or_default();
    json!({
        "name": or("name", title.clone()), "indicator": figure["indicator"],
        "value": figure["value"], "upper": figure["upper"],
        "unit": {"zh": figure["unit"], "en": format!("{scale}{name}").trim()},
        "qualifier": figure["qualifier"], "basis": figure["basis"], "year": or("year", json!(year)),
        "role": or("role", json!(role)), "estimate": or("estimate", json!(false)), "confidence": figure["confidence"],
    })
}

fn list(value: &Value) -> Vec<Value> {
    value.as_array().cloned().unwrap_or_default()
}

#[test]
fn json_holds_every_entry_of_the_built_in_report_in_order() {
    let expected = expected(BUILT_IN);
    assert!(expected.len() > 200, "{}", expected.len());
    assert_eq!(good(&["list", "--format", "json"]).json(), expected);
}

#[test]
fn json_holds_every_field_of_the_sample_in_the_order_of_the_interface() {
    let folder = Folder::new("fields");
    let run = good(&["list", "--format", "json", "--report", &folder.sample("sample")]);
    assert_eq!(run.json(), expected(&sample("sample")));
    let first = concat!(
        r#"{"id":"review.rain","report":"sample","tab":"review","section":{"id":"weather","zh":"天气","en":"Weather"},"#,
        r#""title":{"zh":"雨量|旱地","en":"Rain | dry land"},"#,
        r#""note":{"zh":"含“夜雨”,零星","en":"With \"night rain\", now and then"},"group":{"zh":"水","en":"Water"},"#,
        r#""honour":null,"indicator":null,"words":null,"figures":["#,
        r#"{"name":{"zh":"雨量|旱地","en":"Rain | dry land"},"indicator":"rain","value":87,"upper":null,"#,
        r#""unit":{"zh":"万亩","en":"10,000 mu"},"qualifier":null,"basis":"level","year":2024,"role":"result","#,
        r#""estimate":true,"confidence":null},"#,
        r#"{"name":{"zh":"比上年","en":"On last year"},"indicator":null,"value":-2.5,"upper":null,"#,
        r#""unit":{"zh":"%","en":"%"},"qualifier":"about","basis":"growth","year":2024,"role":"result","#,
        r#""estimate":false,"confidence":null},"#,
        r#"{"name":{"zh":"起点","en":"Start"},"indicator":null,"value":80,"upper":null,"#,
        r#""unit":{"zh":"万亩","en":"10,000 mu"},"qualifier":null,"basis":"level","year":2020,"role":"base","#,
        r#""estimate":false,"confidence":null}],"#,
        r#""source":{"heading":"天气|越来越好","sentence":1,"quote":"下雨87万亩。"}},"#,
    );
    assert_eq!(run.lines().get(1), Some(&first));
    assert!(run.out.contains(r#""value":1,"upper":2,"#), "{}", run.out);
    assert!(run.out.contains(r#""year":"2021-2025","role":"target","estimate":false,"confidence":"check""#));
    assert!(run.out.contains(r#""value":3,"upper":null,"unit":{"zh":"万吨","en":"10,000 tonnes"},"qualifier":null,"basis":"level","year":null"#));
    assert!(run.out.contains(r#""honour":{"level":"provincial","kind":"title","field":"tourism","recipient":null}"#));
}

#[test]
fn csv_is_one_row_a_figure_with_the_values_of_the_json() {
    let folder = Folder::new("csv");
    for report in [None, Some(folder.sample("sample"))] {
        let with = |format| {
            let mut args = vec!["list", "--format", format];
            args.extend(report.iter().flat_map(|file| ["--report", file.as_str()]));
            good(&args)
        };
        let (header, rows) = with("csv").csv();
        assert_eq!(header.join(","), HEADER);
        let expected: Vec<Vec<String>> = with("json").json().iter().flat_map(csv_rows).collect();
        assert_eq!(rows, expected);
        assert!(!with("csv").out.contains('\r'));
    }
}

/// The rows that an entry of the JSON must have in CSV.
fn csv_rows(entry: &Value) -> Vec<Vec<String>> {
    let of = |value: &Value, path: &str| shown(value.pointer(path).expect("the field exists"));
    let all = |value: &Value, paths: &[&str]| paths.iter().map(|path| of(value, path)).collect::<Vec<_>>();
    let before =
        all(entry, &["/report", "/tab", "/section/id", "/section/zh", "/section/en", "/id", "/title/zh", "/title/en"]);
    let mut after = all(entry, &["/source/heading", "/source/sentence"]);
    after.extend(["/note/zh", "/note/en"].map(|path| entry.pointer(path).map(shown).unwrap_or_default()));
    let figure = |figure: &Value| {
        all(
            figure,
            &[
                "/name/zh",
                "/name/en",
                "/indicator",
                "/value",
                "/upper",
                "/unit/zh",
                "/unit/en",
                "/qualifier",
                "/basis",
                "/year",
                "/role",
                "/estimate",
                "/confidence",
            ],
        )
    };
    let mut figures: Vec<Vec<String>> = entry["figures"].as_array().expect("a list").iter().map(figure).collect();
    if figures.is_empty() {
        figures.push(vec![String::new(); 13]);
    }
    figures.into_iter().map(|figure| [before.clone(), figure, after.clone()].concat()).collect()
}

pub(crate) fn shown(value: &Value) -> String {
    match value {
        Value::Null => String::new(),
        Value::String(text) => text.clone(),
        other => other.to_string(),
    }
}

#[test]
fn a_byte_order_mark_comes_only_when_asked_for() {
    let run = good(&["list", "--tab", "targets", "--format", "csv", "--bom"]);
    assert!(run.out.starts_with("\u{feff}report,tab,"), "{}", run.out);
    assert!(good(&["list", "--format", "csv"]).out.starts_with("report,"));
}

#[test]
fn text_is_one_line_a_figure_with_title_value_heading_and_sentence() {
    let library = built_in();
    let run = good(&["list"]);
    let mut lines = run.lines().into_iter();
    for view in library.entries() {
        for at in 0..view.entry().figures().len().max(1) {
            let line = lines.next().expect("a line for every figure");
            assert!(line.starts_with(&*view.entry().title().zh), "{line}");
            let source = format!("  {} 第 {} 句", view.section().heading(), view.entry().sentence());
            assert!(line.contains(&source), "{line}");
            if let Some(figure) = view.entry().figures().get(at) {
                assert!(
                    line.contains(&figure.value().abs().to_string())
                        && line.contains(&figure.unit().replace("个百", "百")),
                    "{line}"
                );
            }
        }
    }
    assert_eq!(lines.next(), None);
    assert!(!run.out.contains('\u{1b}'));
    assert!(run.lines().iter().all(|line| !line.ends_with(' ')));
}

#[test]
fn text_lines_up_by_display_width_in_both_languages() {
    let folder = Folder::new("text");
    let file = folder.sample("sample");
    let zh = "\
雨量|旱地          87 万亩（预计）                 天气|越来越好 第 1 句  水  含“夜雨”,零星  下雨87万亩。
雨量|旱地：比上年  同比 −2.5% 左右                 天气|越来越好 第 1 句  水  含“夜雨”,零星  下雨87万亩。
雨量|旱地：起点    80 万亩（2020 年，基数）        天气|越来越好 第 1 句  水  含“夜雨”,零星  下雨87万亩。
晴天               –                               天气|越来越好 第 2 句
雪都               –                               荣誉 第 1 句  北山
冰都               –                               荣誉 第 2 句
增雨               90.25 万亩以上                  打算 第 1 句
度假区             1–2 个（待核）（2021-2025 年）  打算 第 2 句
造雪               3 万吨                          打算 第 3 句
心情               与天气同步                      目标 第 1 句
";
    assert_eq!(good(&["list", "--report", &file]).out, zh);
    let run = good(&["list", "--lang", "en", "--report", &file]);
    let column = |line: &&str, part: &str| line.split_once(part).map(|(before, _)| width(before));
    assert_eq!(run.lines()[0].split("  ").next(), Some("Rain | dry land"));
    assert!(run.out.contains("about −2.5% year on year"), "{}", run.out);
    let starts: Vec<_> = run.lines().iter().filter_map(|line| column(line, "Weather, sentence")).collect();
    assert_eq!(starts.len(), 4);
    assert!(starts.windows(2).all(|pair| pair[0] == pair[1]), "{}", run.out);
    assert!(run.lines()[4].contains("North Hill"));
}

#[test]
fn markdown_is_a_table_in_which_bars_are_escaped() {
    let folder = Folder::new("md");
    let file = folder.sample("sample");
    let run = good(&["list", "--format", "md", "--report", &file]);
    let cells = |line: &&str| line.replace("\\|", "").matches('|').count();
    assert!(run.lines().iter().all(|line| cells(line) == 7), "{}", run.out);
    assert_eq!(run.lines().len(), 2 + 10);
    assert!(run.out.contains("| 雨量\\|旱地：比上年 | 同比 −2.5% 左右 | 天气\\|越来越好 | 1 |"), "{}", run.out);
    assert!(good(&["list", "--format", "md", "--lang", "en"]).out.starts_with("| What | Figure | Heading |"));
}

#[test]
fn a_list_is_narrowed_by_tab_section_figures_and_ids() {
    let library = built_in();
    let ids = |args: &[&str]| -> Vec<String> {
        let mut all = vec!["list", "--format", "json"];
        all.extend(args);
        good(&all).json().iter().map(|entry| shown(&entry["id"])).collect()
    };
    let expected = |keep: &dyn Fn(&EntryView<'_>) -> bool| -> Vec<String> {
        library.entries().filter(keep).map(|view| view.entry().id().to_owned()).collect()
    };
    for tab in Tab::ALL {
        assert_eq!(ids(&["--tab", tab.id()]), expected(&|view| view.section().tab() == tab));
    }
    assert_eq!(ids(&["--section", "rural"]), expected(&|view| view.section().id() == "rural"));
    assert_eq!(ids(&["--with-figures"]), expected(&|view| !view.entry().figures().is_empty()));
    let asked = ["review.rural.roads", "review.rural.grain"];
    assert_eq!(ids(&["--ids", &asked.join(",")]), asked);
    assert_eq!(ids(&["--ids", asked[0], "--ids", asked[1]]), asked);
    assert_eq!(ids(&["--ids", &asked.join(","), "--tab", "review"]), asked);
}

#[test]
fn nothing_found_still_prints_an_empty_table_and_says_so() {
    let none = ["--tab", "honours", "--section", "rural"];
    let run = |format| sulan(&[&["list", "--format", format], &none[..]].concat());
    assert_eq!((run("json").out.as_str(), run("json").status), ("[]\n", 1));
    assert_eq!(run("csv").out.trim_end(), HEADER);
    assert_eq!(run("md").lines().len(), 2);
    assert_eq!(run("text").out, "");
    assert_eq!(run("text").err, "sulan: 没有符合条件的条目；请放宽条件。\n");
    let unknown = sulan(&["list", "--section", "rurall"]);
    assert_eq!(unknown.status, 1);
    assert!(unknown.err.contains("没有板块“rurall”") && unknown.err.contains("rural、"), "{}", unknown.err);
}

#[test]
fn show_prints_in_the_order_asked_and_names_what_is_unknown() {
    let run = sulan(&["show", "review.rural.roads", "nope", "review.rural.grain", "--format", "json", "--lang", "en"]);
    assert_eq!(run.status, 1);
    assert_eq!(run.err, "sulan: There is no id \"nope\"; sulan list --format csv has the ids.\n");
    let ids: Vec<String> = run.json().iter().map(|entry| shown(&entry["id"])).collect();
    assert_eq!(ids, ["review.rural.roads", "review.rural.grain"]);
    let grain = expected(BUILT_IN).into_iter().find(|entry| entry["id"] == "review.rural.grain");
    assert_eq!(run.json().into_iter().nth(1), grain);
    let same = good(&["list", "--ids", "review.rural.grain", "--format", "csv"]);
    assert_eq!(good(&["show", "review.rural.grain", "--format", "csv"]).out, same.out);
    let listed = sulan(&["list", "--ids", "nope,review.rural.grain", "--format", "json"]);
    assert_eq!((listed.status, listed.json().len()), (1, 1));
    assert!(listed.err.contains("“nope”"));
    assert_eq!(sulan(&["show", "nope", "--format", "json"]).out, "[]\n");
}
