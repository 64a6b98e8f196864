//! Queries as people of many kinds type them, in `search_cases.tsv`: what is meant is among the first hits.

use sulan::library::Library;
use sulan::search::{Hit, Index, Reason, Session};
use sulan::text::Lang;

const TABLE: &str = include_str!("search_cases.tsv");

/// Rows that are wrong, each with the reason.
const ANSWERED: &[(&str, &str)] = &[(
    "jinji",
    "it is whole pinyin of what the report and its synonyms hold; a slip is only looked for when nothing better matched",
)];

fn library() -> Library {
    Library::built_in().unwrap_or_else(|faults| panic!("the built-in report is broken: {faults:?}"))
}

fn hits(index: &Index, query: &str) -> Vec<Hit> {
    index.search(query).hits().collect()
}

#[test]
fn every_query_finds_what_is_meant_among_the_first() {
    let library = library();
    let index = Index::new(&library);
    let (mut kind, mut wrong, mut rows) = ("", Vec::new(), 0);
    for row in TABLE.lines() {
        if let Some(heading) = row.strip_prefix("# ") {
            kind = heading;
            continue;
        }
        let cells: Vec<&str> = row.split('\t').collect();
        let [query, expected, first] = cells[..] else { panic!("{row} has not three cells") };
        let first: usize = first.parse().expect("the last cell is a number");
        let found = hits(&index, query);
        let holds = |hit: &Hit| {
            let entry = format!("{:?}", library.get(hit.entry).expect("a hit is an entry").entry());
            expected.split('|').any(|text| entry.contains(text))
        };
        let right = if first == 0 { found.is_empty() } else { found.iter().take(first).any(holds) };
        rows += 1;
        if right == ANSWERED.iter().any(|(known, _)| *known == query) {
            wrong.push(format!("{kind}: {query} has {} hits", found.len()));
        }
    }
    assert!(rows >= 300, "{rows} rows");
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

#[test]
fn a_synonym_says_what_it_led_to_and_the_word_is_marked() {
    let index = Index::new(&library());
    let first = hits(&index, "暖气").into_iter().next().expect("a hit");
    assert_eq!(first.reason.in_full(Lang::Zh), "同义：暖气→供热");
    assert!(first.marks.iter().any(|mark| mark.field.id() == "title.zh"), "{:?}", first.marks);
    let gdp = hits(&index, "GDP").into_iter().next().expect("a hit");
    let Reason::Synonym(synonym) = &gdp.reason else { panic!("{:?}", gdp.reason) };
    assert_eq!((synonym.word.as_str(), &*synonym.led_to.zh), ("GDP", "地区生产总值"));
}

#[test]
fn a_compound_says_how_it_was_cut() {
    let mut session = Session::new(Index::new(&library()));
    assert_eq!(session.search("充电桩新增").cut(), Some("充电桩 新增"));
    assert_eq!(session.search("老旧小区").cut(), None);
}

#[test]
fn a_last_resort_is_tried_only_when_all_before_found_nothing() {
    let index = Index::new(&library());
    for (query, tier) in [("充电桩新增", "normalised"), ("zenzang", "sounds-like"), ("吉碳纤", "fuzzy")] {
        let found = hits(&index, query);
        assert!(!found.is_empty() && found.iter().all(|hit| hit.tier.id() == tier), "{query}: {found:?}");
    }
}

#[test]
fn a_query_is_looked_for_by_its_first_characters_and_words() {
    let index = Index::new(&library());
    let long = "马拉松".to_owned() + &" ".repeat(300) + "火星";
    let many = "马拉松 ".repeat(16) + "火星";
    for query in [&long, &many] {
        let answer = index.search(query);
        assert!(answer.is_shortened() && !answer.ranking().is_empty(), "{query}");
    }
    let fits = index.search("马拉松 jilin");
    assert!(!fits.is_shortened() && !fits.ranking().is_empty());
}

#[test]
fn a_number_in_another_form_marks_the_value_and_a_typed_unit() {
    let index = Index::new(&library());
    let marks = |query: &str| {
        let hit = hits(&index, query).into_iter().next().expect("a hit");
        hit.marks.iter().map(|mark| format!("{} {:?}", mark.field.id(), mark.ranges)).collect::<Vec<_>>().join("; ")
    };
    assert_eq!(marks("870,000"), "figures.0.value [0..2]");
    assert_eq!(marks("870,000 mu"), "figures.0.value [0..2]; figures.0.unit.zh [0..2]; figures.0.unit.en [7..9]");
}
