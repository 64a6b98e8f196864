//! `search`: the entries of a list, best first, with rank, tier and marks.

use serde_json::Value;
use sulan::search::{Hit, Index, Tier};

use super::formats::shown;
use super::{built_in, good, sulan};

#[test]
fn json_adds_rank_tier_and_marks_to_the_entries_of_a_list() {
    let library = built_in();
    let index = Index::new(&library);
    let listed = good(&["list", "--format", "json"]).json();
    for query in ["马拉松", "malasong", "老旧小区", "pension", "5G", "nongcun gonglu"] {
        let hits: Vec<Hit> = index.search(query).hits().collect();
        let found = good(&["search", query, "--format", "json"]).json();
        assert_eq!(found.len(), hits.len(), "{query}");
        for (at, (hit, entry)) in hits.iter().zip(&found).enumerate() {
            assert_eq!(entry["rank"], at + 1);
            assert_eq!(entry["tier"], hit.tier.id());
            let marks: Vec<(String, Vec<[usize; 2]>)> = hit
                .marks
                .iter()
                .map(|mark| (mark.field.id(), mark.ranges.iter().map(|range| [range.start, range.end]).collect()))
                .collect();
            let printed: Vec<(String, Vec<[usize; 2]>)> = entry["marks"]
                .as_array()
                .expect("a list")
                .iter()
                .map(|mark| (shown(&mark["field"]), serde_json::from_value(mark["ranges"].clone()).expect("ranges")))
                .collect();
            assert_eq!(printed, marks);
            let mut bare = entry.clone();
            for field in ["rank", "tier", "marks"] {
                bare.as_object_mut().expect("an object").remove(field);
            }
            assert!(listed.contains(&bare), "{bare}");
        }
    }
}

#[test]
fn marks_point_at_the_characters_of_the_query() {
    let found = good(&["search", "马拉松", "--format", "json"]).json();
    let first = found.first().expect("a hit");
    let mark = first["marks"].as_array().and_then(|marks| marks.first()).expect("a mark");
    let field = format!("/{}", shown(&mark["field"]).replace('.', "/"));
    let text = first.pointer(&field).and_then(Value::as_str).expect("the field is a text of the entry");
    let range: [usize; 2] = serde_json::from_value(mark["ranges"][0].clone()).expect("a range");
    let marked: String = text.chars().skip(range[0]).take(range[1] - range[0]).collect();
    assert_eq!(marked, "马拉松");
}

#[test]
fn csv_puts_rank_and_tier_first() {
    let (header, rows) = good(&["search", "公里", "--format", "csv"]).csv();
    assert_eq!(header[..4], ["rank", "tier", "report", "tab"]);
    assert_eq!(header.len(), 27);
    assert_eq!(rows[0][..2], ["1", "exact"]);
    let ranks: Vec<usize> = rows.iter().map(|row| row[0].parse().expect("a number")).collect();
    assert!(ranks.windows(2).all(|pair| pair[1] == pair[0] || pair[1] == pair[0] + 1), "{ranks:?}");
    let tiers: Vec<&str> = rows.iter().map(|row| row[1].as_str()).collect();
    assert!(tiers.iter().all(|tier| Tier::ALL.iter().any(|known| known.id() == *tier)));
}

#[test]
fn several_words_are_one_query_and_a_limit_cuts_it() {
    let joined = good(&["search", "农村", "公路", "--format", "json"]);
    assert_eq!(joined.out, good(&["search", "农村 公路", "--format", "json"]).out);
    let all = good(&["search", "公里", "--format", "json"]).json();
    assert!(all.len() > 2);
    let two = good(&["search", "公里", "--limit", "2", "--format", "json"]).json();
    assert_eq!(two, all[..2]);
    assert_eq!(good(&["search", "公里", "--limit", "9999", "--format", "json"]).json(), all);
}

#[test]
fn text_and_markdown_say_why_each_was_found() {
    let text = good(&["search", "malasong"]);
    assert!(text.lines()[0].starts_with("吉林市马拉松  –"), "{}", text.out);
    assert!(text.lines()[0].contains("  拼音"), "{}", text.out);
    let english = good(&["search", "malasong", "--lang", "en"]);
    assert!(english.lines()[0].starts_with("Jilin City Marathon") && english.lines()[0].contains("  pinyin"));
    let table = good(&["search", "马拉松", "--format", "md"]);
    assert!(table.lines()[0].ends_with("| 编号 | 匹配 |"), "{}", table.out);
    assert!(table.lines()[2].ends_with("| review.services.marathon | 字面 |"), "{}", table.out);
}

#[test]
fn matched_characters_are_marked_where_colour_is_on() {
    let run = good(&["search", "马拉松", "--color", "always"]);
    assert!(run.lines()[0].contains("\u{1b}[1;4;31m马拉松\u{1b}[0m"), "{:?}", run.lines()[0]);
    let value = good(&["search", "95.28亿斤", "--color", "always"]);
    assert!(value.lines()[0].contains("\u{1b}[1;4;31m95.28"), "{:?}", value.lines()[0]);
    assert!(!good(&["search", "马拉松", "--color", "never"]).out.contains('\u{1b}'));
}

#[test]
fn nothing_found_is_status_1_and_an_empty_result() {
    let run = |format| sulan(&["search", "龘龘龘", "--format", format]);
    assert_eq!((run("json").status, run("json").out.as_str()), (1, "[]\n"));
    assert!(run("csv").out.starts_with("rank,tier,report,") && run("csv").lines().len() == 1);
    assert_eq!(run("md").lines().len(), 2);
    assert_eq!(run("text").out, "");
    assert!(run("text").err.contains("没有找到“龘龘龘”"), "{}", run("text").err);
}

#[test]
fn find_off_a_terminal_prints_what_search_prints() {
    assert_eq!(good(&["--find", "马拉松"]).out, good(&["search", "马拉松"]).out);
    assert_eq!(sulan(&["--find", "龘龘龘"]).status, 1);
}

#[test]
fn a_query_that_was_cut_or_too_long_says_so_beside_what_it_found() {
    let remark = |lang: &str, query: &str| sulan(&["search", query, "--lang", lang]).err;
    assert_eq!(remark("zh", "充电桩新增"), "sulan: 没有“充电桩新增”；以下是“充电桩 新增”的结果。\n");
    assert_eq!(remark("zh", "养老食堂建设"), "sulan: 没有“养老食堂建设”；以下是“养老食堂”的结果。\n");
    assert_eq!(remark("en", "how many parks"), "sulan: Nothing holds \"how many parks\"; these hold \"parks\".\n");
    assert_eq!(remark("zh", "老旧小区"), "");
    let long = "马拉松 ".repeat(17);
    assert_eq!(remark("zh", &long), "sulan: 搜索内容过长；只查找前 256 个字、16 个词。\n");
}
