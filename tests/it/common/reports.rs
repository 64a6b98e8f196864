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
    let lexicon = sound(Library::built_in_lexicon());
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
                json!({"id": format!("{tab}.{at}"), "sentence": at, "figures": [figure],
                       "title": {"zh": format!("指标{at}"), "en": format!("entry {at}")}})
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
    let lexicon = sound(Library::built_in_lexicon());
    let (reports, lexicon) = sound(read_reports(&json!(reports).to_string(), "made.json", lexicon));
    Library::new(reports, lexicon)
}
