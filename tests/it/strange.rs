//! Reports that are not like the built-in one: several at once, none, long, falling, without years.
//! Every screen of them is held against the rules of `common/check.rs` besides.

#![expect(clippy::indexing_slicing, reason = "a made report that is not as it was made fails its test")]

use crate::common::{SIZES, Screen, sound};
use serde_json::{Value, json};
use sulan::library::Library;
use sulan::report::read_reports;
use sulan::text::Lang;

/// Keys that lead to every pane, page and mode, and to the ends of what is long.
const STATES: [&str; 17] = [
    "",
    "0",
    "0G",
    "G",
    "2",
    "2G",
    "3G",
    "4",
    "4G",
    "5",
    "5G",
    "5<enter>",
    "4G<enter>",
    "/目",
    "/目<enter>",
    "?",
    "??",
];

fn both(zh: &str, en: &str) -> Value {
    json!({"zh": zh, "en": en})
}

fn section(id: &str, tab: &str, (zh, en): (&str, &str), entries: &[Value]) -> Value {
    json!({"id": id, "tab": tab, "heading": zh, "name": both(zh, en), "entries": entries})
}

fn entry(id: &str, (zh, en): (&str, &str), figures: &[Value]) -> Value {
    json!({"id": id, "sentence": 1, "title": both(zh, en), "figures": figures})
}

fn growth(value: f64) -> Value {
    json!({"value": value, "unit": "%", "basis": "growth"})
}

fn of_output(value: f64) -> Value {
    json!({"value": value, "unit": "%", "basis": "growth", "indicator": "output"})
}

fn report(id: &str, year: i32, (zh, en): (&str, &str), sections: &[Value]) -> Value {
    json!({
        "format": 1, "id": id, "year": year, "place": both(zh, en), "title": both("报告", "Report"),
        "sections": sections,
        "lexicon": {"indicators": [{"id": "output", "zh": "产出", "en": "output"}]}
    })
}

fn library(reports: &[Value]) -> Library {
    let (mut all, mut lexicon) = (Vec::new(), Library::built_in_lexicon());
    for report in reports {
        let (read, grown) = sound(read_reports(&report.to_string(), "made.json", lexicon));
        all.extend(read);
        lexicon = grown;
    }
    Library::new(all, lexicon)
}

/// One entry in every pane, one pair, and a result and a promise that stand alone.
fn small(id: &str, year: i32, place: (&str, &str)) -> Value {
    let honour = json!({"id": "h", "sentence": 1, "title": both("某荣誉", "An honour"),
                        "honour": {"level": "national", "kind": "title", "field": "industry"}});
    report(
        id,
        year,
        place,
        &[
            section(
                "done",
                "review",
                ("已办项目", "Done"),
                &[
                    entry("output", ("产出", "Output"), &[of_output(5.0)]),
                    entry("sales", ("销售", "Sales"), &[growth(7.0)]),
                ],
            ),
            section("won", "honours", ("所得", "Won"), &[honour]),
            section("tasks", "tasks", ("待办项目", "To do"), &[entry("road", ("修路", "Roads"), &[])]),
            section(
                "goals",
                "targets",
                ("预期目标", "Goals"),
                &[
                    entry("more", ("产出目标", "More output"), &[of_output(6.0)]),
                    entry("power", ("用电目标", "Power"), &[growth(4.0)]),
                ],
            ),
        ],
    )
}

/// Two reports of different years and places.
fn two() -> Library {
    library(&[small("one", 2011, ("甲市", "Alpha")), small("two", 2013, ("乙市", "Beta"))])
}

/// Draws every state at every size in both languages, by the rules.
fn holds(library: &Library) {
    for (width, height) in SIZES {
        for lang in Lang::ALL {
            for keys in STATES {
                Screen::over(library.clone(), width, height).lang(lang).press(keys);
            }
        }
    }
}

#[test]
fn of_several_reports_one_is_in_view_and_the_first_row_says_which() {
    holds(&two());
    for (lang, first, second) in [(Lang::Zh, "甲市", "乙市"), (Lang::En, "Alpha", "Beta")] {
        let screen = Screen::over(two(), 120, 40).lang(lang);
        assert!(screen.line(0).contains(first) && screen.line(0).contains("2011"), "{}", screen.picture());
        for keys in ["1", "3", "4", "5"] {
            let screen = Screen::over(two(), 120, 40).lang(lang).press(keys);
            assert!(!screen.shows(second), "{keys}\n{}", screen.picture());
        }
        // The next report keeps the pane, and its years are its own.
        let next = Screen::over(two(), 120, 40).lang(lang).press("5]G");
        assert_eq!(next.app.selected().map(|view| view.report().id()), Some("two"));
        assert!(next.line(0).contains(second) && next.line(0).contains("2013"), "{}", next.picture());
        assert!(!next.shows(first) && !next.list().concat().contains("2011"), "{}", next.picture());
    }
}

#[test]
fn a_step_goes_to_the_year_beside_of_the_same_place_else_to_the_report_beside() {
    let alpha = ("甲市", "Alpha");
    let made = || {
        library(&[
            small("late", 2013, alpha),
            small("other", 2012, ("乙市", "Beta")),
            small("early", 2011, alpha),
            small("middle", 2012, alpha),
        ])
    };
    let at = |keys: &str| {
        let screen = Screen::over(made(), 80, 24).lang(Lang::Zh).press(keys);
        screen.app.selected().map(|view| view.report().id().to_owned())
    };
    // Years of one place first, wherever their reports stand; then the report beside.
    assert_eq!(at("[").as_deref(), Some("middle"));
    assert_eq!(at("[[").as_deref(), Some("early"));
    assert_eq!(at("[[[").as_deref(), Some("other"), "no year before: the report before in the list");
    assert_eq!(at("[[]").as_deref(), Some("middle"));
    assert_eq!(at("[[]]").as_deref(), Some("late"));
    assert_eq!(at("[[]]]").as_deref(), Some("other"), "no year after: the next report in the list");
    assert_eq!(at("【").as_deref(), Some("middle"), "with an input method left on");
    let ends = Screen::over(two(), 80, 24).lang(Lang::Zh).press("[");
    assert!(ends.line(23).contains("前面没有报告了"), "{}", ends.picture());
    let only = Screen::over(library(&[small("one", 2011, alpha)]), 80, 24).lang(Lang::En).press("]");
    assert!(only.line(23).contains("Only one report is open"), "{}", only.picture());
    // Where one was in a report is found again; what was picked ends with it.
    let back = Screen::over(two(), 80, 24).lang(Lang::Zh).press("j<space>][");
    assert_eq!((back.app.cursor().selected, back.app.picks.len()), (1, 0), "{}", back.picture());
}

#[test]
fn a_hit_of_another_report_says_which_and_brings_it_into_view() {
    for (width, height) in [(120, 40), (80, 24), (60, 20)] {
        let search = Screen::over(two(), width, height).lang(Lang::Zh).press("/产出目标");
        for place in ["甲市 2011", "乙市 2013"] {
            // Its heading says place and year, the row below it what was found there.
            let rows = search.list();
            let at = rows.iter().position(|row| row.trim_start().starts_with(place));
            let found = at.and_then(|at| rows.get(at + 1)).is_some_and(|row| row.contains("产出目标"));
            assert!(found, "{place}\n{}", search.picture());
        }
        let second = search.press("<down>");
        // What stands beside it is of its own report.
        assert!(!second.details().concat().contains("2011"), "{}", second.picture());
        let there = second.press("<enter>");
        assert_eq!(there.app.selected().map(|view| view.report().id()), Some("two"), "{}", there.picture());
        assert_eq!(there.app.report_in_view(), sulan::library::ReportId(1));
        let back = there.press("n");
        assert_eq!(back.app.selected().map(|view| view.report().id()), Some("one"), "{}", back.picture());
    }
}

/// A report whose result, or whose promise, has no year.
fn undated(result: bool) -> Library {
    let without = |mut figure: Value| {
        figure["year"] = Value::Null;
        figure
    };
    let (reached, promised) = (of_output(5.0), of_output(6.0));
    let (reached, promised) = if result { (without(reached), promised) } else { (reached, without(promised)) };
    library(&[report(
        "undated",
        2013,
        ("甲市", "Alpha"),
        &[
            section("done", "review", ("已办项目", "Done"), &[entry("output", ("产出", "Output"), &[reached])]),
            section("goals", "targets", ("目标", "Goals"), &[entry("more", ("产出目标", "More"), &[promised])]),
        ],
    )])
}

#[test]
fn a_year_that_the_source_does_not_tell_is_not_made_up() {
    for result in [true, false] {
        holds(&undated(result));
    }
    let details = |result: bool, keys: &str| Screen::over(undated(result), 120, 40).press(keys).details().concat();
    let (no_result, no_promise) = (details(true, ""), details(false, "4"));
    assert!(no_result.contains("● 未写年") && !no_result.contains("推算"), "{no_result}");
    assert!(no_promise.contains("○ 未写年") && no_promise.contains("原文未写年份，不作对照"), "{no_promise}");
    // Neither is set beside the other: nobody says that they are of two years that follow each other.
    for result in [true, false] {
        let wide = Screen::over(undated(result), 120, 40).press("4");
        assert!(!wide.shows("● +5%"), "{}", wide.picture());
        let compare = Screen::over(undated(result), 120, 40).press("5");
        assert!(!compare.shows("高 1") && compare.shows("没有可对照的"), "{}", compare.picture());
    }
    let english = Screen::over(undated(true), 120, 40).lang(Lang::En).details().concat();
    assert!(english.contains("no year") && !english.contains("higher"), "{english}");
}

#[test]
fn a_report_without_a_year_is_shown_in_every_pane() {
    let mut made = small("yearless", 2013, ("甲市", "Alpha"));
    made["year"] = Value::Null;
    let library = library(&[made]);
    holds(&library);
    for (lang, words) in [(Lang::Zh, "年份不详"), (Lang::En, "year unknown")] {
        for pane in ["0", "1", "2", "3", "4", "5"] {
            let screen = Screen::over(library.clone(), 120, 40).lang(lang).press(pane);
            assert!(screen.shows(words) && !screen.shows("2013") && !screen.shows("2012"), "{}", screen.picture());
        }
    }
}

#[test]
fn rates_per_thousand_differ_by_points_per_thousand() {
    let rate = |value: f64| json!({"value": value, "unit": "‰", "basis": "share", "indicator": "output"});
    let mut made = report(
        "rates",
        2013,
        ("甲市", "Alpha"),
        &[
            section("done", "review", ("已办项目", "Done"), &[entry("rate", ("比率", "Rate"), &[rate(6.5)])]),
            section("goals", "targets", ("目标", "Goals"), &[entry("more", ("目标比率", "More"), &[rate(7.0)])]),
        ],
    );
    made["lexicon"]["units"] = json!([{"zh": "‰", "en": "‰"}]);
    let library = library(&[made]);
    holds(&library);
    let screen = Screen::over(library, 120, 40);
    assert!(screen.shows("2013 年比 2012 年高 0.5 个千分点"), "{}", screen.picture());
    let screen = screen.lang(Lang::En);
    assert!(screen.shows("0.5‰ points higher than in 2012"), "{}", screen.picture());
}

#[test]
fn a_fault_in_a_report_s_own_lexicon_is_told_with_its_place() {
    let mut made = small("one", 2013, ("甲市", "Alpha"));
    made["lexicon"]["units"] = json!([{"zh": "桶", "en": "barrels", "power": 2_000_000_000}]);
    let faults = |text: &str| {
        let lexicon = Library::built_in_lexicon();
        let faults = read_reports(text, "made.json", lexicon).expect_err("no number has so many digits");
        faults.iter().map(|fault| fault.sentence(Lang::En)).collect::<Vec<_>>()
    };
    let said = "2000000000 is out of range; it lies between 0 and 24.";
    assert_eq!(faults(&made.to_string()), [format!("made.json:1: lexicon.units[0].power: {said}")]);
    assert_eq!(faults(&format!("[{made}]")), [format!("made.json:1: [0].lexicon.units[0].power: {said}")]);
    let lines = format!("{}\n{made}\n", small("two", 2013, ("乙市", "Beta")));
    assert_eq!(faults(&lines), [format!("made.json:2: lexicon.units[0].power: {said}")]);
}

#[test]
fn a_group_of_words_in_a_report_s_own_lexicon_has_two_and_none_is_empty() {
    let mut made = small("one", 2013, ("甲市", "Alpha"));
    made["lexicon"]["words"] = json!([["甲", "乙"], ["丙"], ["丁", " "]]);
    let lexicon = Library::built_in_lexicon();
    let faults = read_reports(&made.to_string(), "made.json", lexicon).expect_err("two groups are not whole");
    let said: Vec<String> = faults.iter().map(|fault| fault.sentence(Lang::En)).collect();
    assert_eq!(
        said,
        [
            "made.json:1: lexicon.words[1]: the group has fewer than two words; write the words that lead to each other.",
            "made.json:1: lexicon.words[2]: the text is empty; write it in both languages.",
        ]
    );
}

#[test]
fn a_comparison_that_no_screen_can_show_is_told_with_its_place() {
    let mut made = small("one", 2013, ("甲市", "Alpha"));
    // Words in the tasks are no result, and the number of an honour is no promise.
    made["sections"][1]["entries"][0]["figures"] =
        json!([{"value": 3, "unit": "个", "basis": "level", "indicator": "prizes"}]);
    made["sections"][3]["entries"][1]["indicator"] = json!("power");
    made["sections"][3]["entries"][1]["figures"] = json!([]);
    made["sections"][3]["entries"][1]["words"] = both("稳定", "steady");
    let indicator = |id: &str| json!({"id": id, "zh": id, "en": id});
    made["lexicon"]["indicators"] = json!([indicator("output"), indicator("prizes"), indicator("power")]);
    let stated = |result: &str, target: &str| {
        json!([{"name": both("对照", "Pair"), "result": result, "target": target, "scope": "similar",
                "why": both("口径不同", "scopes differ")}])
    };
    for (side, named, (result, target)) in
        [("result", "power", ("power", "output")), ("target", "prizes", ("output", "prizes"))]
    {
        made["comparisons"] = stated(result, target);
        let lexicon = Library::built_in_lexicon();
        let faults = read_reports(&made.to_string(), "made.json", lexicon).expect_err("it is on the wrong side");
        let said: Vec<String> = faults.iter().map(|fault| fault.sentence(Lang::En)).collect();
        let place = format!("made.json:1: comparisons[0].{side}: the report has no figure of the indicator");
        assert_eq!(said, [format!("{place} \"{named}\"; name an indicator that the report holds.")]);
    }
}

#[test]
fn an_array_without_a_report_is_an_empty_file() {
    for text in ["", " \n", "[]", "[ ]\n"] {
        let lexicon = Library::built_in_lexicon();
        let faults = read_reports(text, "made.json", lexicon).expect_err("there is nothing in it");
        assert_eq!(faults.iter().map(|fault| &*fault.what.en).collect::<Vec<_>>(), ["the file is empty"]);
    }
}

#[test]
fn falls_shares_above_the_whole_and_ranges_below_zero_are_told_as_they_are() {
    let share = json!({"value": 150, "unit": "%", "basis": "share"});
    let range = json!({"value": -1250, "upper": -100, "unit": "%", "basis": "growth"});
    let made = library(&[report(
        "falls",
        2013,
        ("甲市", "Alpha"),
        &[
            section(
                "done",
                "review",
                ("已办项目", "Done"),
                &[
                    entry("output", ("产出", "Output"), &[of_output(-3.5)]),
                    entry("share", ("占比", "Share"), &[share]),
                    entry("range", ("区间", "Range"), &[range]),
                ],
            ),
            section("goals", "targets", ("目标", "Goals"), &[entry("more", ("产出目标", "More"), &[of_output(-1.0)])]),
        ],
    )]);
    holds(&made);
    let screen = Screen::over(made, 120, 40).lang(Lang::En);
    let rows = screen.list();
    for (title, wanted) in [("Output", "−3.5"), ("Share", "150"), ("Range", "−1,250–−100")] {
        let row = rows.iter().find(|row| row.contains(title)).expect("the entry has a row");
        assert!(row.contains(wanted), "{row}");
    }
    assert!(screen.details().concat().contains("2.5 pp higher than in 2012"), "{}", screen.picture());
}

#[test]
fn an_honour_without_a_reading_stands_under_its_section() {
    let bare = entry("bare", ("某称号", "A name"), &[]);
    let read = json!({"id": "read", "sentence": 2, "title": both("另一称号", "Another"),
                      "honour": {"level": "provincial", "kind": "title", "field": "urban"}});
    let sections = [section("won", "honours", ("所得称号", "Won"), &[bare, read])];
    let made = library(&[report("won", 2013, ("甲市", "Alpha"), &sections)]);
    holds(&made);
    for (width, height) in SIZES {
        let rows = Screen::over(made.clone(), width, height).press("2").list();
        let heading = rows.iter().position(|row| row.contains("所得称号  1")).expect("the section is named");
        assert!(rows.get(heading + 1).is_some_and(|row| row.contains("某称号")), "{rows:#?}");
    }
}

#[test]
fn a_very_long_line_is_typed_in_without_a_stop() {
    let long = "长".repeat(100_000);
    let started = std::time::Instant::now();
    for keys in ["/", "e"] {
        let mut screen = Screen::over(two(), 80, 24).press(keys);
        screen.feed(crossterm::event::Event::Paste(long.clone()));
        screen.draw();
        screen.keys("<c-a><c-e><left><right>");
        assert!(screen.cursor().is_some());
    }
    assert!(started.elapsed().as_secs() < 20, "{:?}", started.elapsed());
}
