//! What people type and what must come first: the table in `search_queries.txt` on the built-in report.
//! Then the rules of the ranking on records made for them.

use sulan::report::Library;
use sulan::search::{Corpus, Hit, Index, Session, Style, Tier};

const TABLE: &str = include_str!("search_queries.txt");

fn library() -> Library {
    Library::built_in().unwrap_or_else(|faults| panic!("the built-in report is broken: {faults:?}"))
}

/// The marks as the table writes them: `title.zh 0..2,5..7; note.en 3..4`.
fn marks(hit: &Hit) -> String {
    let mark = |mark: &sulan::search::Mark| {
        let ranges: Vec<String> = mark.ranges.iter().map(|range| format!("{}..{}", range.start, range.end)).collect();
        format!("{} {}", mark.field.id(), ranges.join(","))
    };
    hit.marks.iter().map(mark).collect::<Vec<_>>().join("; ")
}

struct Row<'a> {
    query: &'a str,
    first: Vec<&'a str>,
    tier: &'a str,
    marks: &'a str,
}

fn rows() -> impl Iterator<Item = Row<'static>> {
    TABLE.lines().filter(|line| !line.starts_with('#') && !line.is_empty()).map(|line| {
        let mut cells = line.split('|').map(str::trim);
        let mut next = || cells.next().unwrap_or_default();
        Row { query: next(), first: next().split_whitespace().collect(), tier: next(), marks: next() }
    })
}

#[test]
fn every_query_of_the_table_finds_what_is_meant_first() {
    let library = library();
    let index = Index::new(&library);
    let mut wrong = Vec::new();
    for row in rows() {
        let hits = index.search(row.query);
        let ids: Vec<&str> =
            hits.iter().filter_map(|hit| library.get(hit.entry)).map(|view| view.entry.id.as_str()).collect();
        let first = hits.first().map(|hit| (hit.tier.id(), marks(hit))).unwrap_or_default();
        let right = ids.starts_with(&row.first) && (!row.first.is_empty() || ids.is_empty());
        if !right || first != (row.tier, row.marks.to_owned()) {
            let shown = ids.get(..ids.len().min(4)).unwrap_or_default();
            wrong.push(format!(
                "{}: {shown:?} {first:?}, expected {:?} {} {}",
                row.query, row.first, row.tier, row.marks
            ));
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

#[test]
fn the_table_is_as_long_as_promised() {
    assert!(rows().count() >= 150);
    assert!(rows().filter(|row| row.first.is_empty()).count() >= 30);
    for tier in Tier::ALL {
        assert!(rows().any(|row| row.tier == tier.id()), "no query of the table has the tier {}", tier.id());
    }
}

#[test]
fn a_query_without_words_finds_nothing() {
    let index = Index::new(&library());
    for query in ["", " ", "\u{3000}", "“”", "\u{200b}"] {
        assert!(index.search(query).is_empty(), "{query:?}");
    }
}

#[test]
fn hits_are_in_the_order_of_tier_and_score() {
    let index = Index::new(&library());
    for row in rows() {
        let hits = index.search(row.query);
        let ordered = hits.is_sorted_by(|a, b| (a.tier, -a.score, a.entry) <= (b.tier, -b.score, b.entry));
        assert!(ordered, "{}", row.query);
    }
}

fn found(corpus: &Corpus, query: &str) -> Vec<usize> {
    corpus.search(query).iter().map(|ranked| ranked.record).collect()
}

#[test]
fn a_whole_line_then_its_start_then_short_lines_then_early_places() {
    let corpus = Corpus::from_iter(["新增就业人数", "就业人数", "稳就业", "就业", "全市稳就业工程", "就业优先"]);
    assert_eq!(found(&corpus, "就业"), [3, 1, 5, 2, 0, 4]);
    assert_eq!(found(&corpus, "jiuye"), [3, 1, 5, 2, 0, 4]);
}

#[test]
fn lines_that_count_more_come_first_whatever_their_length() {
    let mut corpus = Corpus::new();
    for (title, note) in [("供水", "养老"), ("一条很长的标题里有养老", "无"), ("供气", "养老服务")]
    {
        corpus.record();
        for (weight, text) in [(0, title), (4, note)] {
            corpus.line(weight, Style::Name);
            corpus.part(text);
        }
    }
    corpus.close();
    assert_eq!(found(&corpus, "养老"), [1, 0, 2]);
}

#[test]
fn whole_syllables_before_unfinished_ones_before_initials() {
    let corpus = Corpus::from_iter(["残疾人生活", "人参产业", "热水电器能", "人身"]);
    assert_eq!(found(&corpus, "renshen"), [3, 1, 0]);
    // 人身, 人参 and 热水 begin with r and sh; 人生活 is r, s and h.
    assert_eq!(found(&corpus, "rsh"), [3, 1, 2, 0]);
}

#[test]
fn two_initials_only_where_a_word_begins() {
    let corpus = Corpus::from_iter(["新增就业", "就业优先", "优先“就业”", "稳、就业"]);
    assert_eq!(found(&corpus, "jy"), [1, 2, 3]);
    assert_eq!(found(&corpus, "zjy"), [0]);
}

#[test]
fn latin_words_and_numbers_are_compared_from_their_beginning() {
    let corpus = Corpus::from_iter(["village road", "age limit", "aged 60", "1640 yuan", "16400 yuan", "0.164"]);
    assert_eq!(found(&corpus, "age"), [1, 2]);
    assert_eq!(found(&corpus, "1640"), [3, 4]);
    assert_eq!(found(&corpus, "164"), [3, 4]);
}

#[test]
fn the_parts_of_a_line_match_together_and_are_marked_apart() {
    let mut corpus = Corpus::new();
    corpus.record();
    corpus.line(0, Style::Text);
    corpus.part("16,400");
    corpus.part("万亩");
    corpus.close();
    let spots = corpus.spots(&corpus.plan("16400万"), 0);
    let spots: Vec<_> = spots.iter().map(|spot| (spot.part, spot.range.clone())).collect();
    assert_eq!(spots, [(0, 0..6), (1, 0..1)]);
}

#[test]
fn gaps_are_narrow_and_inside_one_line() {
    let corpus = Corpus::from_iter(["高标准农田", "高速公路的标线和农村田间", "高标", "农田"]);
    assert_eq!(found(&corpus, "高标田"), [0]);
    assert!(found(&corpus, "标田").is_empty());
}

#[test]
fn many_records_are_found_like_few() {
    // So many that they are shared among threads, whose answers are joined and kept in order.
    let kinds = ["新建", "改造", "高标准"].iter().cycle();
    let text = |(n, kind)| format!("第{n}号{kind}农田，全市年内完成验收并投入使用，受到群众欢迎");
    let texts: Vec<String> = (0..140_000).zip(kinds).map(text).collect();
    assert!(texts.iter().map(|text| text.chars().count()).sum::<usize>() > 4_000_000);
    let corpus: Corpus = texts.iter().collect();
    for query in ["高标准农田", "gaobiao", "gbznt", "139998", "高标田"] {
        let all = found(&corpus, query);
        let expected: Vec<usize> = if query == "139998" { vec![139_998] } else { (2..140_000).step_by(3).collect() };
        let mut sorted = all.clone();
        sorted.sort_unstable();
        assert_eq!(sorted, expected, "{query}");
        assert_eq!(all.first(), expected.first(), "{query}");
        let order: Vec<_> = corpus.search(query).iter().map(|hit| (hit.tier, -hit.score, hit.record)).collect();
        assert!(order.is_sorted(), "{query}");
    }
}

#[test]
fn a_session_answers_like_the_corpus_on_every_key_and_on_the_way_back() {
    let corpus = Corpus::from_iter(["高标准农田", "高速公路", "marathon", "提高标准"]);
    let mut session = Session::new();
    let keys = ["g", "ga", "gao", "gaob", "gao", "ga", "高", "高标", "高", "marathn", "marath", "marathn", ""];
    for query in keys {
        assert_eq!(*session.search(&corpus, query), corpus.search(query), "{query}");
    }
}
