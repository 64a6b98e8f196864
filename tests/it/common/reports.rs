//! Small reports made for one test, in format 1.

use serde_json::{Value, json};
use sulan::library::Library;
use sulan::report::read_reports;

use super::sound;

/// Headings that share neither beginning nor end, as the screens leave out what all headings share.
const HEADINGS: [(&str, &str); 4] =
    [("工业逆势上扬", "工业"), ("投资增添新动能", "投资"), ("服务业释放活力", "服务业"), ("乡村再上台阶", "乡村")];

/// Titles of entries with the figures of each.
pub(crate) type Entries = Vec<(&'static str, Vec<Value>)>;

/// A library of one report with these sections: id, tab, and entries as title and figures.
pub(crate) fn report(sections: &[(&str, &str, Entries)]) -> Library {
    let sections: Vec<Value> = sections
        .iter()
        .zip(HEADINGS)
        .map(|((id, tab, entries), (heading, name))| {
            let entries: Vec<Value> = entries
                .iter()
                .enumerate()
                .map(|(at, (title, figures))| {
                    json!({"id": format!("{tab}.{id}.{at}"), "sentence": at + 1,
                           "title": {"zh": title, "en": format!("entry {at}")}, "figures": figures})
                })
                .collect();
            json!({"id": id, "tab": tab, "heading": heading,
                   "name": {"zh": name, "en": format!("part {id}")}, "entries": entries})
        })
        .collect();
    let whole = json!({
        "format": 1, "id": "made", "year": 2025, "place": {"zh": "某市", "en": "A City"},
        "title": {"zh": "某市报告", "en": "A report"},
        "source": {"kind": {"zh": "测试", "en": "Test"}, "date": "2025-01", "authors": []},
        "sections": sections, "comparisons": []
    });
    let lexicon = Library::built_in_lexicon();
    let (reports, lexicon) = sound(read_reports(&whole.to_string(), "made.json", lexicon));
    Library::new(reports, lexicon)
}

/// A figure in % of a basis.
pub(crate) fn figure(value: f64, basis: &str) -> Value {
    json!({"value": value, "unit": "%", "basis": basis})
}

/// A report of a place and year with results and targets, one entry each.
pub(crate) fn dated(
    id: &str,
    year: i32,
    (zh, en): (&str, &str),
    (results, targets): (Vec<Value>, Vec<Value>),
) -> Value {
    let section = |tab: &str, heading: String, figures: Vec<Value>| {
        let entries: Vec<Value> = (1..)
            .zip(figures)
            .map(|(at, figure)| {
                let (id, title) =
                    (format!("{tab}.{at}"), json!({"zh": format!("农业指标{at}"), "en": format!("entry {at}")}));
                match (figure.get("indicator"), figure.get("words")) {
                    (Some(indicator), Some(words)) => {
                        json!({"id": id, "sentence": at, "title": title, "indicator": indicator, "words": words})
                    }
                    _ => json!({"id": id, "sentence": at, "title": title, "figures": [figure]}),
                }
            })
            .collect();
        json!({"id": tab, "tab": tab, "heading": heading, "name": {"zh": heading, "en": tab}, "entries": entries})
    };
    json!({
        "format": 1, "id": id, "year": year, "place": {"zh": zh, "en": en},
        "title": {"zh": format!("{zh}报告"), "en": format!("{en} report")},
        "source": {"kind": {"zh": "测试", "en": "Test"}, "date": format!("{year}-01"), "authors": []},
        "sections": [section("review", format!("{}年工作回顾", year - 1), results),
                     section("targets", format!("{year}年主要目标"), targets)],
        "comparisons": []
    })
}

/// A library of such reports.
pub(crate) fn library_of(reports: &[Value]) -> Library {
    let lexicon = Library::built_in_lexicon();
    let (reports, lexicon) = sound(read_reports(&json!(reports).to_string(), "made.json", lexicon));
    Library::new(reports, lexicon)
}

/// Growth in % of an indicator.
pub(crate) fn growth(value: f64) -> Value {
    json!({"indicator": "gdp-growth", "value": value, "unit": "%", "basis": "growth"})
}

/// The same with a qualifier.
pub(crate) fn hedged(value: f64, qualifier: &str) -> Value {
    json!({"indicator": "gdp-growth", "value": value, "unit": "%", "basis": "growth", "qualifier": qualifier})
}

/// Reports of six places over years with gaps: figures, a range, qualifiers, an estimate, words, and one that is silent.
pub(crate) fn many() -> Library {
    library_of(&many_reports())
}

/// The same as data.
pub(crate) fn many_reports() -> Vec<Value> {
    let range = json!({"indicator": "gdp-growth", "value": 5.5, "upper": 6, "unit": "%", "basis": "growth"});
    let words = json!({"indicator": "gdp-growth", "words": {"zh": "与全国同步", "en": "in step with the country"}});
    let estimate = json!({"indicator": "gdp-growth", "value": 4.9, "unit": "%", "basis": "growth", "estimate": true});
    let jobs = |value: f64| json!({"indicator": "new-urban-jobs", "value": value, "unit": "万人", "basis": "count"});
    let (jilin, city) = (("吉林省", "Jilin"), ("吉林市", "Jilin City"));
    let (changchun, siping) = (("长春市", "Changchun"), ("四平市", "Siping"));
    let (harbin, other) = (("哈尔滨市", "Harbin"), ("某县", "Some County"));
    let mut reports = vec![
        dated("city-2026", 2026, city, (vec![growth(5.1), jobs(4.2)], vec![hedged(5.0, "about"), jobs(4.0)])),
        dated("changchun-2026", 2026, changchun, (vec![growth(5.5)], vec![range])),
        dated("siping-2026", 2026, siping, (vec![estimate], vec![words])),
        dated("harbin-2026", 2026, harbin, (vec![growth(4.0)], vec![hedged(7.0, "at_least")])),
        dated("jilin-2026", 2026, jilin, (vec![growth(4.7), jobs(26.0)], vec![growth(5.0), jobs(25.0)])),
        dated("county-2026", 2026, other, (vec![jobs(0.4)], vec![jobs(0.3)])),
        dated("city-2024", 2024, city, (vec![growth(6.0), jobs(4.1)], vec![growth(6.0), jobs(3.5)])),
        dated("city-2025", 2025, city, (vec![growth(5.8), jobs(4.3)], vec![growth(5.5), jobs(3.35)])),
        dated("changchun-2019", 2019, changchun, (vec![growth(7.1)], vec![growth(6.5)])),
        dated("changchun-2021", 2021, changchun, (vec![growth(3.6)], vec![growth(6.5)])),
    ];
    reports.extend(
        (2003..=2023)
            .filter(|year| *year != 2008)
            .map(|year| dated(&format!("jilin-{year}"), year, jilin, (vec![growth(8.0)], vec![growth(9.0)]))),
    );
    reports
}

/// How many sections and figures the report of [`vast`] has.
pub(crate) const VAST: (usize, usize) = (57, 480);

/// A report as no screen was tuned to: 57 sections and 480 figures, long headings, titles, notes and units, no
/// honours, no counterparts and no English, as what is drafted from a text has none.
pub(crate) fn vast() -> Library {
    let mut left = VAST.1;
    let sections: Vec<Value> = (0..VAST.0).map(|at| vast_section(at, &mut left)).collect();
    let title = json!({"zh": "某某自治州政府工作报告", "en": "某某自治州政府工作报告"});
    let whole = json!({
        "format": 1, "id": "vast", "year": 2025, "place": {"zh": "某某自治州", "en": "某某自治州"}, "title": title,
        "source": {"kind": {"zh": "测试", "en": "测试"}, "date": "2025-01", "authors": []},
        "sections": sections, "comparisons": []
    });
    library_of(&[whole])
}

fn vast_section(at: usize, left: &mut usize) -> Value {
    let tab = match at {
        0..27 => "review",
        27..31 => "targets",
        _ => "tasks",
    };
    let heading = format!("第{at}部分，坚持以高质量发展为主题、统筹推进各项重点工作并且不断开创新局面");
    let name = if at.is_multiple_of(3) { heading.clone() } else { format!("部分{at}") };
    let entries: Vec<Value> = (0..8).map(|entry| vast_entry((tab, at, entry), left)).collect();
    json!({"id": format!("s{at}"), "tab": tab, "heading": heading, "name": {"zh": name, "en": ""}, "entries": entries})
}

/// An entry with none, one or several figures; every kind of title, note and sub-heading comes by turns.
fn vast_entry((tab, section, entry): (&str, usize, usize), left: &mut usize) -> Value {
    let turn = section * 8 + entry;
    let count = [1, 1, 0, 2, 1, 0, 1, 3].get(entry).copied().unwrap_or(1).min(*left);
    *left -= count;
    let both = |text: &str| json!({"zh": text, "en": ""});
    let title = match turn % 3 {
        0 => format!("第{section}部分第{entry}项重点工作"),
        1 => format!("第{section}部分第{entry}项“一二三四五”重点民生工程项目建设和运营管理全面提质增效工作"),
        _ => format!("事项{turn}"),
    };
    let figures: Vec<Value> = (0..count).map(|figure| vast_figure(turn * 3 + figure)).collect();
    let mut all = json!({"id": format!("{tab}.s{section}.{entry}"), "sentence": entry + 1, "title": both(&title),
                         "figures": figures, "quote": format!("坚持稳中求进、以进促稳，第{turn}件事由各县区、各部门按职责分工抓好落实，年底前见到成效。")});
    if turn.is_multiple_of(4) {
        put(
            &mut all,
            "note",
            both("其中第三季度以来新增1,234.5万平方米，同比口径有调整，另有若干项跨年度实施的内容不计入本年"),
        );
    }
    if turn.is_multiple_of(5) {
        let group =
            if turn.is_multiple_of(2) { "产业" } else { "持续推动基础设施互联互通水平不断提升" };
        put(&mut all, "group", both(group));
    }
    all
}

fn put(object: &mut Value, key: &str, value: Value) {
    if let Some(object) = object.as_object_mut() {
        object.insert(key.to_owned(), value);
    }
}

fn vast_figure(turn: usize) -> Value {
    let value = [0.5, 4.5, 12.75, -3.2, 100.0, 1234.5, 98_765.0, 7.0].get(turn % 8).copied().unwrap_or(1.0);
    let units = [
        ("%", "growth"),
        ("亿元", "level"),
        ("万平方米", "level"),
        ("%", "growth"),
        ("%", "share"),
        ("万人次", "count"),
        ("个百分点", "points"),
        ("倍", "multiple"),
        ("", "count"),
    ];
    let (unit, basis) = units.get(turn % units.len()).copied().unwrap_or_default();
    let mut figure = json!({"value": if basis == "share" { 87.5 } else { value }, "unit": unit, "basis": basis});
    if let Some(qualifier) = ["at_least", "about", "over", "toward", "at_most", "nearly"].get(turn % 11) {
        put(&mut figure, "qualifier", json!(qualifier));
    }
    if !turn.is_multiple_of(3) {
        let name = format!("其中第{turn}类重点领域");
        put(&mut figure, "name", json!({"zh": name, "en": ""}));
    }
    figure
}

/// A library of so many reports of so many entries each: 第n号高标准农田, counted through all of them.
pub(crate) fn plots(reports: usize, entries: usize) -> Library {
    let lexicon = Library::built_in_lexicon();
    let (reports, lexicon) = sound(read_reports(&json!(plots_of(reports, entries)).to_string(), "made.json", lexicon));
    Library::new(reports, lexicon)
}

/// The same as data.
pub(crate) fn plots_of(reports: usize, entries: usize) -> Vec<Value> {
    let entry = |at: usize| {
        json!({"id": format!("tasks.farm.{at}"), "sentence": 1,
               "title": {"zh": format!("第{at}号高标准农田"), "en": format!("Plot {at} of farmland")},
               "figures": [{"value": 1.5, "unit": "万亩", "basis": "level"}]})
    };
    let report = |number: usize| {
        let all: Vec<Value> = (number * entries..(number + 1) * entries).map(entry).collect();
        json!({
            "format": 1, "id": format!("made-{number}"), "year": 2025,
            "place": {"zh": format!("第{number}市"), "en": format!("City {number}")},
            "title": {"zh": "某市报告", "en": "A report"},
            "source": {"kind": {"zh": "测试", "en": "Test"}, "date": "2025-01", "authors": []},
            "sections": [{"id": "farm", "tab": "tasks", "heading": "乡村再上台阶", "name": {"zh": "乡村", "en": "Farms"},
                          "entries": all}],
            "comparisons": []
        })
    };
    (0..reports).map(report).collect()
}
