//! Joins that cannot lie: every way in which two figures could be paired that are not of the two
//! years, the unit and the basis that are compared, or that are not the first of their kind.

#![expect(clippy::indexing_slicing, reason = "a made report that is not as it was made fails its test")]

use serde_json::{Value, json};
use sulan::library::{Alone, Library, Pair, Side, compare, decimal_difference, relation};
use sulan::pages::pair_page;
use sulan::report::{Role, Scope, Years, read_reports};
use sulan::text::Lang;

use crate::common::reports::{dated, library_of};
use crate::common::{Screen, sound};

fn both(zh: &str, en: &str) -> Value {
    json!({"zh": zh, "en": en})
}

/// An entry with one figure of the rain, in 万亩 unless `more` says otherwise.
fn rain(id: &str, value: f64, more: &Value) -> Value {
    let mut figure = json!({"indicator": "rain", "value": value, "unit": "万亩", "basis": "level"});
    for (name, own) in more.as_object().into_iter().flatten() {
        figure[name] = own.clone();
    }
    json!({"id": id, "sentence": 1, "title": both(id, id), "figures": [figure]})
}

fn words(id: &str) -> Value {
    json!({"id": id, "sentence": 1, "title": both(id, id), "indicator": "rain", "words": both("与往年同步", "as ever")})
}

/// A report of 2025: what was done, what is to be done, what is expected.
fn made(review: &[Value], tasks: &[Value], targets: &[Value], comparisons: &Value) -> Library {
    let section = |tab: &str, entries: &[Value]| json!({"id": tab, "tab": tab, "heading": tab, "name": both(tab, tab), "entries": entries});
    let whole = json!({
        "format": 1, "id": "made", "year": 2025, "place": both("某市", "A City"), "title": both("报告", "Report"),
        "sections": [section("review", review), section("tasks", tasks), section("targets", targets)],
        "comparisons": comparisons,
        "lexicon": {"indicators": [{"id": "rain", "zh": "雨", "en": "rain"}, {"id": "snow", "zh": "雪", "en": "snow"}]}
    });
    let lexicon = Library::built_in_lexicon();
    let (reports, lexicon) = sound(read_reports(&whole.to_string(), "made.json", lexicon));
    Library::new(reports, lexicon)
}

fn of(review: &[Value], tasks: &[Value], targets: &[Value]) -> Library {
    made(review, tasks, targets, &json!([]))
}

fn title(library: &Library, side: Option<Side>) -> Option<&str> {
    library.get(side?.entry).map(|view| &*view.title().zh)
}

/// Result and target of every pair that has both, and the scope.
fn joined(library: &Library) -> Vec<(String, String, Option<Scope>)> {
    let pairs = compare(library);
    let both = pairs.iter().filter_map(|pair| {
        let (result, target) = (title(library, pair.result())?, title(library, pair.target())?);
        Some((result.to_owned(), target.to_owned(), pair.scope()))
    });
    both.collect()
}

/// Why the figure of the entry with this title stands alone.
fn alone(library: &Library, entry: &str) -> Option<Alone> {
    let pairs = compare(library);
    let of_entry = |pair: &&Pair| {
        [pair.result(), pair.target()].into_iter().flatten().any(|side| title(library, Some(side)) == Some(entry))
    };
    let found: Vec<&Pair> = pairs.iter().filter(of_entry).collect();
    assert_eq!(found.len(), 1, "{entry} is listed once");
    assert_eq!((found[0].scope(), found[0].difference()), (None, None), "{entry}");
    found[0].alone()
}

fn same(result: &str, target: &str) -> (String, String, Option<Scope>) {
    (result.to_owned(), target.to_owned(), Some(Scope::Same))
}

#[test]
fn one_indicator_unit_and_basis_of_both_years_is_a_pair() {
    let library = of(&[rain("was", 87.0, &json!({}))], &[], &[rain("goal", 90.0, &json!({}))]);
    assert_eq!(joined(&library), [same("was", "goal")]);
    assert_eq!(compare(&library)[0].difference().map(|difference| difference.value), Some(3.0));
}

#[test]
fn another_year_than_the_two_that_are_compared_is_never_subtracted() {
    let span = Years::Span(2016, 2020);
    let cases = [
        (json!({"year": "2016-2020"}), json!({}), Some(span), None),
        (json!({"year": 2023}), json!({}), Some(Years::One(2023)), None),
        (json!({"year": 2025}), json!({}), Some(Years::One(2025)), None),
        (json!({"year": null}), json!({}), None, None),
        (json!({}), json!({"year": "2021-2025"}), None, Some(Some(Years::Span(2021, 2025)))),
        (json!({}), json!({"year": 2024}), None, Some(Some(Years::One(2024)))),
        (json!({}), json!({"year": 2030}), None, Some(Some(Years::One(2030)))),
        (json!({}), json!({"year": null}), None, Some(None)),
    ];
    for (was, goal, own, other) in cases {
        let library = of(&[rain("was", 87.0, &was)], &[], &[rain("goal", 90.0, &goal)]);
        assert_eq!(joined(&library), [], "{was} {goal}");
        match other {
            None => {
                assert_eq!(alone(&library, "was"), Some(Alone::Years(own)));
                assert_eq!(alone(&library, "goal"), Some(Alone::NoResult(2024)));
            }
            Some(other) => {
                assert_eq!(alone(&library, "goal"), Some(Alone::Years(other)));
                assert_eq!(alone(&library, "was"), Some(Alone::NoTarget(2025)));
            }
        }
    }
}

#[test]
fn a_figure_counts_by_its_own_year_and_role_whatever_its_section() {
    // The review promises, and the tasks look back.
    let review = [rain("planned", 95.0, &json!({"year": 2025, "role": "target"}))];
    let tasks = [rain("reached", 87.0, &json!({"year": 2024, "role": "result"}))];
    assert_eq!(joined(&of(&review, &tasks, &[])), [same("reached", "planned")]);
    // What a change starts from is neither result nor promise.
    let review = [rain("from", 80.0, &json!({"role": "base"}))];
    assert_eq!(joined(&of(&review, &[rain("goal", 90.0, &json!({}))], &[])), []);
}

#[test]
fn another_unit_or_basis_is_listed_and_not_subtracted() {
    for other in [json!({"unit": "亿元"}), json!({"basis": "count"}), json!({"unit": "%", "basis": "growth"})] {
        let library = of(&[rain("was", 87.0, &other)], &[], &[rain("goal", 90.0, &json!({}))]);
        assert_eq!(joined(&library), [], "{other}");
        assert_eq!((alone(&library, "was"), alone(&library, "goal")), (Some(Alone::Measure), Some(Alone::Measure)));
    }
    // One indicator in two units gives two pairs, each in its own.
    let growth = json!({"unit": "%", "basis": "growth"});
    let review = [rain("rate-was", 5.0, &growth), rain("was", 87.0, &json!({}))];
    let targets = [rain("goal", 90.0, &json!({})), rain("rate-goal", 4.0, &growth)];
    assert_eq!(joined(&of(&review, &[], &targets)), [same("rate-was", "rate-goal"), same("was", "goal")]);
}

#[test]
fn figures_of_one_unit_and_two_bases_have_no_difference() {
    let library = Library::built_in().expect("the built-in report loads");
    let figures: Vec<_> = library.entries().flat_map(|view| view.entry().figures()).collect();
    let (mut same, mut other) = (0, 0);
    let pairs = figures.iter().flat_map(|one| figures.iter().map(move |next| (one, next)));
    for (one, next) in pairs.filter(|(one, next)| one.unit() == next.unit()) {
        let plain = one.upper().is_none() && next.upper().is_none();
        if one.basis() == next.basis() && plain {
            same += 1;
            assert!(decimal_difference(one, next).is_some());
        } else {
            other += usize::from(one.basis() != next.basis());
            assert_eq!(decimal_difference(one, next), None, "{one:?} less {next:?}");
        }
    }
    assert!(same > 0 && other > 0, "{same} {other}");
}

#[test]
fn of_an_indicator_that_stands_twice_one_is_paired_and_the_others_are_listed() {
    let plain = json!({});
    // The targets before the tasks, although the tasks come first.
    let tasks = [rain("task", 91.0, &plain)];
    let library = of(&[rain("was", 87.0, &plain)], &tasks, &[rain("goal", 90.0, &plain)]);
    assert_eq!(joined(&library), [same("was", "goal")]);
    assert_eq!(alone(&library, "task"), Some(Alone::Twice));
    // The whole place before a part of it.
    let library = of(&[rain("县域雨量", 40.0, &plain), rain("was", 87.0, &plain)], &[], &[rain("goal", 90.0, &plain)]);
    assert_eq!(joined(&library), [same("was", "goal")]);
    assert_eq!(alone(&library, "县域雨量"), Some(Alone::Twice));
    let named = json!({"name": both("市本级", "City proper")});
    let library = of(&[rain("part", 40.0, &named), rain("was", 87.0, &plain)], &[], &[rain("goal", 90.0, &plain)]);
    assert_eq!(joined(&library), [same("was", "goal")]);
    // Else the first.
    let review = [rain("first", 87.0, &plain), rain("second", 88.0, &plain)];
    let targets = [rain("goal", 90.0, &plain), rain("more", 92.0, &plain)];
    let library = of(&review, &[], &targets);
    assert_eq!(joined(&library), [same("first", "goal")]);
    assert_eq!((alone(&library, "second"), alone(&library, "more")), (Some(Alone::Twice), Some(Alone::Twice)));
}

#[test]
fn words_and_ranges_pair_without_a_difference_and_say_why() {
    let library = of(&[rain("was", 87.0, &json!({}))], &[], &[words("goal")]);
    assert_eq!(joined(&library), [same("was", "goal")]);
    let pair = &compare(&library)[0];
    assert_eq!(
        (pair.difference(), relation(pair, &library, None, Lang::Zh)),
        (None, "口径相同，有一方没有数字".to_owned())
    );
    let library = of(&[rain("was", 87.0, &json!({}))], &[], &[rain("goal", 90.0, &json!({"upper": 95.0}))]);
    assert_eq!(joined(&library), [same("was", "goal")]);
    let pair = &compare(&library)[0];
    let said = relation(pair, &library, None, Lang::En);
    assert_eq!((pair.difference(), said.as_str()), (None, "same scope; one side is a range, not subtracted"));
    // A promise in words does not take the result from the number beside it, nor the other way round.
    let library = of(&[rain("was", 87.0, &json!({}))], &[rain("task", 90.0, &json!({}))], &[words("goal")]);
    assert_eq!((joined(&library), alone(&library, "task")), (vec![same("was", "goal")], Some(Alone::Twice)));
}

#[test]
fn a_stated_comparison_obeys_the_years() {
    let stated = json!([{"name": both("雨和雪", "Rain and snow"), "result": "rain", "target": "snow",
                         "scope": "different", "why": both("雨不是雪", "rain is not snow")}]);
    let snow = |id: &str, year: Value| rain(id, 5.0, &json!({"indicator": "snow", "year": year}));
    let fits = made(&[rain("was", 87.0, &json!({}))], &[snow("goal", json!(2025))], &[], &stated);
    assert_eq!(joined(&fits), [("was".to_owned(), "goal".to_owned(), Some(Scope::Different))]);
    for year in [json!("2021-2025"), json!(2030), json!(null)] {
        let library = made(&[rain("was", 87.0, &json!({}))], &[snow("goal", year.clone())], &[], &stated);
        assert_eq!(joined(&library), [], "{year}");
        assert!(matches!(alone(&library, "goal"), Some(Alone::Years(_))), "{year}");
    }
    // Of several the one that may be paired.
    let tasks = [snow("later", json!(2030)), snow("goal", json!(2025))];
    let library = made(&[rain("was", 87.0, &json!({}))], &tasks, &[], &stated);
    assert_eq!(joined(&library), [("was".to_owned(), "goal".to_owned(), Some(Scope::Different))]);
}

#[test]
fn two_reports_never_pair_with_each_other() {
    let report = |id: &str, tab: &str| {
        json!({"format": 1, "id": id, "year": 2025, "place": both("某市", "A City"), "title": both("报告", "Report"),
               "sections": [{"id": tab, "tab": tab, "heading": tab, "name": both(tab, tab),
                             "entries": [rain(id, 87.0, &json!({}))]}],
               "lexicon": {"indicators": [{"id": "rain", "zh": "雨", "en": "rain"}]}})
    };
    let text = json!([report("was", "review"), report("goal", "targets")]).to_string();
    let (reports, lexicon) = sound(read_reports(&text, "made.json", Library::built_in_lexicon()));
    assert_eq!(joined(&Library::new(reports, lexicon)), []);
}

/// Everything that the screens say about a selected entry: its row, its details, its page, its copy.
fn told(library: &Library, lang: Lang, keys: &str) -> String {
    let screen = Screen::over(library.clone(), 120, 40).lang(lang).press(keys);
    let page = Screen::over(library.clone(), 120, 40).lang(lang).press(&format!("{keys}<enter>"));
    format!("{}\n{}", screen.rows().join("\n"), page.rows().join("\n"))
}

#[test]
fn no_screen_subtracts_what_is_not_paired() {
    let growth =
        |id: &str, value: f64, year: Value| rain(id, value, &json!({"unit": "%", "basis": "growth", "year": year}));
    let library = of(&[growth("was", 9.0, json!("2016-2020"))], &[], &[growth("goal", 5.0, json!(2025))]);
    for (lang, words) in [(Lang::Zh, ["低", "推算", "口径相同，"]), (Lang::En, ["lower", "derived", "same scope,"])]
    {
        for keys in ["1", "4", "5", "5G"] {
            let told = told(&library, lang, keys);
            // The line that keeps trust says what is subtracted; it is no pair.
            let told = told.replace("只有口径相同才相减", "");
            assert!(words.iter().all(|word| !told.contains(word)), "{keys}: {told}");
        }
    }
    let alone = told(&library, Lang::Zh, "5G");
    assert!(alone.contains("2016-2020 年合计或期末，不与单独一年相比"), "{alone}");
    // Not a word that the report has no target: what there is is not about that year.
    assert!(!alone.contains("没有对应"), "{alone}");
    assert!(alone.contains("没有可对照的目标"), "{alone}");
}

#[test]
fn an_estimate_pairs_and_every_screen_says_that_it_is_one() {
    let growth = |id: &str, value: f64, more: &Value| {
        let mut figure = json!({"unit": "%", "basis": "growth"});
        figure["estimate"] = more.clone();
        rain(id, value, &figure)
    };
    let library = of(&[growth("was", 9.0, &json!(true))], &[], &[growth("goal", 5.0, &json!(false))]);
    assert_eq!(joined(&library), [same("was", "goal")]);
    for (lang, keys, words) in [
        (Lang::Zh, "4", &["2024 +9%（预计）", "低 4 个百分点"][..]),
        (Lang::Zh, "5", &["was（预计）", "2025 年比 2024 年低 4 个百分点（推算，口径相同，结果为预计）"]),
        (Lang::En, "5", &["(est.)", "4 pp lower than in 2024 (derived, same scope, the result is an estimate)"]),
    ] {
        let told = told(&library, lang, keys);
        let told = told.replace("goal（预计）", "was（预计）");
        assert!(words.iter().all(|word| told.contains(word)), "{keys}: {told}");
    }
    assert_eq!(
        compare(&library)[0].target().map(|side| side.figure(&library).map(sulan::report::Figure::role)),
        Some(Some(Role::Target))
    );
}

#[test]
fn a_target_that_is_the_result_again_is_not_below_it() {
    for (target, below) in [(4.9, true), (5.0, false), (5.1, false)] {
        let library = of(&[rain("done", 5.0, &json!({}))], &[], &[rain("aim", target, &json!({}))]);
        let pairs = compare(&library);
        assert!(pairs[0].difference().is_some(), "{target}");
        assert_eq!(pairs[0].is_below(), below, "{target}");
    }
}

#[test]
fn what_has_no_partner_names_the_year_that_is_missing() {
    let library = of(&[rain("done", 5.0, &json!({}))], &[], &[]);
    assert_eq!(relation(&compare(&library)[0], &library, None, Lang::Zh), "本报告无 2025 年目标");
    let library = of(&[], &[], &[rain("aim", 5.0, &json!({}))]);
    assert_eq!(relation(&compare(&library)[0], &library, None, Lang::Zh), "本报告无 2024 年数字");
    assert_eq!(relation(&compare(&library)[0], &library, None, Lang::En), "no 2024 figure in this report");
}

#[test]
fn only_a_pair_of_one_scope_has_a_scale_on_its_page() {
    let app = Screen::new(120, 40).app;
    let context = app.context();
    let (mut with, mut without) = (0, 0);
    for pair in context.pairs.all() {
        let figures = [pair.result(), pair.target()].map(|side| side.and_then(|side| side.figure(&app.library)));
        let same = pair.scope() == Some(Scope::Same) && figures.iter().all(Option::is_some);
        let scale = pair_page(&context, pair, 80).iter().any(|row| row.label == "图");
        assert_eq!(scale, same, "{}", pair.name().zh);
        *if same { &mut with } else { &mut without } += 1;
    }
    assert!(with >= 10 && without > 10, "{with} {without}");
}

#[test]
fn a_pair_of_a_text_has_a_name_in_both_languages() {
    let growth = |value: f64| json!({"indicator": "gdp-growth", "value": value, "unit": "%", "basis": "growth"});
    let bare = |zh: &str| json!({"zh": zh, "en": ""});
    let entry = |id: &str, figures: Vec<Value>| json!({"id": id, "sentence": 1, "title": bare("地区生产总值"), "quote": "原文。", "figures": figures});
    let revenue = json!({"name": bare("一般公共预算收入"), "indicator": "local-fiscal-revenue-growth", "value": 2,
                         "unit": "%", "basis": "growth"});
    let bridges = json!({"name": bare("桥梁"), "value": 15, "unit": "项", "basis": "count"});
    let mut report = dated("city-2026", 2026, ("吉林市", "Jilin City"), (vec![], vec![]));
    report["sections"][0]["entries"] = json!([entry("a", vec![growth(5.0)])]);
    report["sections"][1]["entries"] = json!([entry("b", vec![growth(4.5), revenue, bridges])]);
    let library = library_of(&[report]);
    let screen = Screen::over(library, 120, 40);
    let names: Vec<[String; 2]> = screen
        .app
        .context()
        .pairs
        .all()
        .iter()
        .map(|pair| Lang::ALL.map(|lang| pair.name().get(lang).to_owned()))
        .collect();
    assert_eq!(
        names,
        [["地区生产总值"; 2], ["一般公共预算收入"; 2], ["地区生产总值：桥梁"; 2]].map(|names| names.map(str::to_owned))
    );
}
