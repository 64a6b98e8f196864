//! Result beside promise: every pair by hand, every scope, and the partition of all figures.

use std::collections::BTreeMap;

use sulan::library::{EntryId, Library, Pair, Side, compare};
use sulan::report::{Qualifier, Role, Scope, Tab};
use sulan::text::Lang;

use crate::common::reports::library_of;
use crate::common::{ALL_SIZES, Screen};

fn built_in() -> Library {
    Library::built_in().expect("the embedded report loads")
}

fn value(library: &Library, side: Option<Side>) -> Option<f64> {
    Some(side?.figure(library)?.value())
}

fn indicator(library: &Library, side: Option<Side>) -> Option<String> {
    Some(side?.indicator(library)?.to_owned())
}

fn of_scope(pairs: &[Pair], scope: Option<Scope>) -> impl Iterator<Item = &Pair> {
    pairs.iter().filter(move |pair| pair.scope() == scope)
}

#[test]
fn the_same_scope_is_subtracted_in_its_own_unit() {
    // Indicator, result, promise, difference, and what the promise's hedge makes of it.
    let expected = [
        ("fixed-asset-investment-growth", 5.2, 3.0, -2.2, None),
        ("domestic-visits-growth", 21.6, 20.0, -1.6, Some(Qualifier::AtLeast)),
        ("domestic-visitor-spending-growth", 22.4, 20.0, -2.4, Some(Qualifier::AtLeast)),
        ("grain-output", 95.28, 100.0, 4.72, Some(Qualifier::Toward)),
        ("pigs-raised-growth", 6.5, 2.4, -4.1, None),
        ("cattle-raised-growth", 9.9, 7.9, -2.0, None),
        ("sheep-raised-growth", 25.0, 12.5, -12.5, None),
        ("poultry-raised-growth", 10.2, 2.6, -7.6, None),
        ("new-urban-jobs", 4.3, 3.35, -0.95, None),
        ("rural-labour-moved", 48.8, 40.0, -8.8, None),
    ];
    let library = built_in();
    let pairs = compare(&library);
    let found: Vec<_> = of_scope(&pairs, Some(Scope::Same))
        .map(|pair| {
            let difference = pair.difference().expect("the same scope has a difference");
            let result = value(&library, pair.result()).expect("a result");
            let target = value(&library, pair.target()).expect("a promise");
            let id = indicator(&library, pair.result()).expect("an indicator");
            (id, result, target, difference.value, difference.qualifier)
        })
        .collect();
    let found: Vec<_> = found.iter().map(|(id, a, b, c, q)| (id.as_str(), *a, *b, *c, *q)).collect();
    assert_eq!(found, expected);
}

#[test]
fn another_scope_is_set_beside_with_its_reason_and_never_subtracted() {
    let expected = [
        (Scope::Similar, "工业增加值", 4.5, 10.0),
        (Scope::Similar, "开复工项目", 407.0, 240.0),
        (Scope::Similar, "高标准农田", 87.0, 67.0),
        (Scope::Different, "竣工项目", 185.0, 150.0),
        (Scope::Different, "商业销售", 11.0, 7.0),
        (Scope::Different, "人参全产业链", 2.0, 2.0),
        (Scope::Different, "农村公路：新建", 623.0, 365.0),
        (Scope::Different, "农村公路：整治", 623.0, 451.0),
        (Scope::Different, "重点城建工程", 55.0, 50.0),
        (Scope::Different, "老旧小区改造", 171.0, 171.0),
        (Scope::Different, "社区长者食堂", 207.0, 60.0),
        (Scope::Different, "夜间消费集聚区", 3.0, 3.0),
    ];
    let library = built_in();
    let pairs = compare(&library);
    let stated: Vec<&Pair> =
        pairs.iter().filter(|pair| matches!(pair.scope(), Some(Scope::Similar | Scope::Different))).collect();
    let found: Vec<_> = stated
        .iter()
        .map(|pair| {
            let sides =
                (value(&library, pair.result()).expect("a result"), value(&library, pair.target()).expect("a promise"));
            (pair.scope().expect("a scope"), &*pair.name().zh, sides.0, sides.1)
        })
        .collect();
    assert_eq!(found, expected);
    for pair in stated {
        assert_eq!(pair.difference(), None, "{}", pair.name().zh);
        let why = pair.why().expect("a reason");
        assert!(Lang::ALL.iter().all(|lang| !why.get(*lang).is_empty()), "{}", pair.name().zh);
        assert_ne!(indicator(&library, pair.result()), indicator(&library, pair.target()), "{}", pair.name().zh);
    }
}

#[test]
fn targets_without_a_result_are_rows_and_words_stay_words() {
    let library = built_in();
    let pairs = compare(&library);
    for id in ["gdp-growth", "local-fiscal-revenue-growth"] {
        let alone = of_scope(&pairs, None).find(|pair| indicator(&library, pair.target()).as_deref() == Some(id));
        let alone = alone.unwrap_or_else(|| panic!("{id} has no row"));
        assert_eq!((alone.result(), alone.difference()), (None, None), "{id}");
        let words = alone.target().and_then(|side| side.words(&library)).map(|words| &*words.zh);
        assert_eq!(words.is_some(), id == "local-fiscal-revenue-growth", "{id}");
    }
}

#[test]
fn every_figure_of_review_tasks_and_targets_is_in_a_pair_or_stands_alone() {
    let library = built_in();
    let pairs = compare(&library);
    let mut rows: BTreeMap<(EntryId, Option<usize>), (usize, usize)> = BTreeMap::new();
    for pair in &pairs {
        for side in pair.result().into_iter().chain(pair.target()) {
            let counts = rows.entry((side.entry, side.figure)).or_default();
            if pair.scope().is_some() { counts.0 += 1 } else { counts.1 += 1 }
        }
    }
    let mut figures = 0;
    for view in library.entries().filter(|view| view.section().tab() != Tab::Honours) {
        for (at, figure) in view.entry().figures().iter().enumerate().filter(|(_, figure)| figure.role() != Role::Base)
        {
            figures += 1;
            let (paired, alone) = rows.remove(&(view.at(), Some(at))).unwrap_or_default();
            assert!(
                (paired > 0) != (alone > 0),
                "{} {}: {paired} pairs, {alone} rows alone",
                view.entry().id(),
                figure.value()
            );
            assert!(alone <= 1, "{} stands alone twice", view.entry().id());
        }
    }
    assert!(figures > 100);
    // What is left are words in the place of a number, and honours that stand beside a promise.
    for ((entry, figure), (_, alone)) in rows {
        let tab = library.get(entry).map(|view| view.tab());
        assert!(figure.is_none() || (tab, alone) == (Some(Tab::Honours), 0), "entry {entry:?} is counted twice");
    }
}

#[test]
fn pairs_stand_in_the_order_same_similar_different_alone() {
    let pairs = compare(&built_in());
    let ranks: Vec<u8> = pairs
        .iter()
        .map(|pair| match pair.scope() {
            Some(Scope::Same) => 0,
            Some(Scope::Similar) => 1,
            Some(Scope::Different) => 2,
            None => 3,
        })
        .collect();
    assert!(ranks.is_sorted(), "{ranks:?}");
}

/// Where a pair has no room for all of its columns, the difference is the last to go.
#[test]
fn every_size_shows_the_signed_difference_of_every_pair_of_one_scope() {
    for (width, height) in ALL_SIZES {
        for lang in Lang::ALL {
            let screen = Screen::new(width, height).lang(lang).press("5");
            let mut differences = 0;
            for (fixed, grain) in [("−2.2", "→+4.72"), ("≥−1.6", "→+0.472")] {
                let wanted = [fixed, if lang == Lang::Zh { "→+4.72" } else { grain }];
                // The grain stands below the first seven pairs.
                differences += wanted.into_iter().filter(|number| screen.shows(number)).count();
            }
            assert!(differences >= 2, "{}", screen.picture());
            let grain = Screen::new(width, height).lang(lang).press("5jjjjjjj");
            assert!(grain.shows(if lang == Lang::Zh { "→+4.72" } else { "→+0.472" }), "{}", grain.picture());
            if width >= 60 {
                let head = grain.app.regions().and_then(|regions| regions.head).expect("the columns have a head");
                let head = grain.rows_of(head).concat();
                assert!(head.contains("● 2024") && head.contains("○ 2025"), "{head}");
            }
        }
    }
}

#[test]
fn the_head_of_the_columns_stays_whatever_narrows_and_scrolls_the_pairs() {
    for (width, height) in ALL_SIZES.into_iter().filter(|(width, _)| *width >= 60) {
        for keys in ["5G", "5tsf", "5ttt", "5tttttG", "5f"] {
            for lang in Lang::ALL {
                let screen = Screen::new(width, height).lang(lang).press(keys);
                assert!(screen.shows("● 2024  ") || screen.shows("● 2024   "), "{keys}{}", screen.picture());
                let regions = screen.app.regions().expect("the window is large enough");
                let head = screen.rows_of(regions.head.expect("the columns have a head")).concat();
                assert!(head.contains("● 2024") && head.contains("○ 2025"), "{keys}{}", screen.picture());
                // Where there is no chart there is no axis.
                let charted = screen.list().iter().any(|row| row.contains("···"));
                assert!(charted || !head.trim_end().ends_with(" 0"), "{keys}{}", screen.picture());
            }
        }
    }
}

#[test]
fn from_100_columns_on_a_chart_has_24_cells_or_more_and_no_two_differences_look_the_same() {
    for (width, height) in ALL_SIZES.into_iter().filter(|(width, _)| *width >= 100) {
        for lang in Lang::ALL {
            let screen = Screen::new(width, height).lang(lang).press("5");
            let chart = |name: &str| {
                let row = screen.list().into_iter().find(|row| row.contains(name)).expect("the pair is in sight");
                let from = row.find('·').expect("the pair has a chart");
                let chart: Vec<char> =
                    row.chars().skip(row.get(..from).map_or(0, |head| head.chars().count())).collect();
                let chart: Vec<char> = chart.into_iter().take_while(|c| "·─●○".contains(*c)).collect();
                let at = |mark: char| chart.iter().position(|c| *c == mark).expect("both marks are there");
                (chart.len(), at('●') - at('○'), at('○'))
            };
            let (visits, spending) = match lang {
                Lang::Zh => ("国内游客人次", "国内游客出游总花费"),
                Lang::En => ("Domestic visits", "Domestic visitor spending"),
            };
            let (cells, near, _) = chart(visits);
            let (_, far, _) = chart(spending);
            assert!(cells >= 24, "{cells}{}", screen.picture());
            assert!(near < far, "−1.6 and −2.4 look the same{}", screen.picture());
            // 33,500 people are not none.
            let (_, _, jobs) = chart(if lang == Lang::Zh { "城镇新增就业" } else { "New urban jobs" });
            assert!(jobs > 0, "{}", screen.picture());
        }
    }
}

#[test]
fn the_heads_of_a_report_without_a_year_are_whole_words() {
    let mut whole: serde_json::Value =
        serde_json::from_str(include_str!("../../assets/jilin-city-2025.json")).expect("the data are JSON");
    if let Some(year) = whole.get_mut("year") {
        *year = serde_json::Value::Null;
    }
    for (width, height) in ALL_SIZES {
        for (lang, result, target) in [(Lang::Zh, "● 结果", "○ 目标"), (Lang::En, "● Result", "○ Target")] {
            let screen = Screen::over(library_of(&[whole.clone()]), width, height).lang(lang).press("5");
            let head = screen.rows().get(if height < 16 { 1 } else { 2 } + usize::from(height >= 30)).cloned();
            let head = head.unwrap_or_default();
            let told = |words: &str| head.contains(words) || head.contains(&words.replacen(' ', "", 1));
            let rows = screen.app.layout().columns.first().map_or(0, Vec::len);
            assert!(rows > 0 && (told(result) && told(target) || width < 49), "{}", screen.picture());
        }
    }
}
