//! What people type and what must come first: the table in `search_queries.txt` on the built-in report.
//! Then the rules of the ranking on records made for them.

use sulan::library::Library;
use sulan::search::{Corpus, Hit, Index, Job, Reply, Session, Style, Tier};

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
        let hits: Vec<Hit> = index.search(row.query).hits().collect();
        let ids: Vec<&str> =
            hits.iter().filter_map(|hit| library.get(hit.entry)).map(|view| view.entry().id()).collect();
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
        assert!(index.search(query).ranking().is_empty(), "{query:?}");
    }
}

#[test]
fn hits_are_in_the_order_of_their_scores() {
    let index = Index::new(&library());
    for row in rows() {
        let hits: Vec<Hit> = index.search(row.query).hits().collect();
        let ordered = hits.is_sorted_by(|a, b| (-a.score, a.entry) <= (-b.score, b.entry));
        assert!(ordered, "{}", row.query);
    }
}

fn index(texts: &[&str]) -> Index {
    Index::from(texts)
}

fn found(index: &Index, query: &str) -> Vec<usize> {
    index.search(query).ranking().iter().map(|ranked| ranked.record).collect()
}

#[test]
fn a_whole_line_then_its_start_then_short_lines_then_early_places() {
    let index = index(&["新增就业人数", "就业人数", "稳就业", "就业", "全市稳就业工程", "就业优先"]);
    assert_eq!(found(&index, "就业"), [3, 1, 5, 2, 0, 4]);
    assert_eq!(found(&index, "jiuye"), [3, 1, 5, 2, 0, 4]);
}

#[test]
fn lines_that_count_more_come_first_whatever_their_length() {
    let mut corpus = Corpus::new();
    for (title, note) in [("供水", "养老"), ("一条很长的标题里有养老", "无"), ("供气", "养老服务")]
    {
        corpus.record();
        for (weight, text) in [(0, title), (4, note)] {
            corpus.line(weight, Style::Name);
            corpus.part(text, 0, 0);
        }
    }
    corpus.close();
    let index = Index::from(corpus);
    assert_eq!(found(&index, "养老"), [1, 0, 2]);
}

#[test]
fn whole_syllables_before_unfinished_ones_before_initials() {
    let index = index(&["残疾人生活", "人参产业", "热水电器能", "人身"]);
    assert_eq!(found(&index, "renshen"), [3, 1, 0]);
    // 人身, 人参 and 热水 begin with r and sh; 人生活 is r, s and h.
    assert_eq!(found(&index, "rsh"), [3, 1, 2, 0]);
}

#[test]
fn a_whole_syllable_counts_more_than_a_short_line() {
    // 人生 is renshen only in its beginning.
    let index = index(&["人生", "全市人参产业"]);
    assert_eq!(found(&index, "renshen"), [1, 0]);
}

#[test]
fn a_number_that_goes_on_behind_its_point_is_only_begun() {
    let index = index(&["4.5万", "40万", "这一年共有4万"]);
    assert_eq!(found(&index, "4"), [2, 1, 0]);
}

#[test]
fn two_initials_only_where_a_word_begins() {
    let index = index(&["新增就业", "就业优先", "优先“就业”", "稳、就业"]);
    assert_eq!(found(&index, "jy"), [1, 2, 3]);
    assert_eq!(found(&index, "zjy"), [0]);
}

#[test]
fn latin_words_and_numbers_are_compared_from_their_beginning() {
    let index = index(&["village road", "age limit", "aged 60", "1640 yuan", "16400 yuan", "0.164"]);
    assert_eq!(found(&index, "age"), [1, 2]);
    assert_eq!(found(&index, "1640"), [3, 4]);
    assert_eq!(found(&index, "164"), [3, 4]);
}

#[test]
fn a_number_inside_a_name_is_no_number() {
    let index = index(&["PM2.5", "2.5", "12.5"]);
    assert_eq!(found(&index, "2.5"), [1]);
    assert_eq!(found(&index, "PM2.5"), [0]);
}

#[test]
fn a_whole_line_comes_before_the_start_of_one_as_long() {
    let index = index(&["先进", "西安"]);
    assert_eq!(found(&index, "xian"), [1, 0]);
}

#[test]
fn a_unit_that_is_read_out_comes_last() {
    let mut corpus = Corpus::new();
    for (style, weight, text) in [(Style::Quantity, 2, "亿"), (Style::Text, 4, "意见")] {
        corpus.record();
        corpus.line(weight, style);
        corpus.part(text, 0, 0);
    }
    corpus.close();
    let index = Index::from(corpus);
    assert_eq!(found(&index, "yi"), [1, 0]);
    assert_eq!(found(&index, "亿"), [0]);
}

#[test]
fn a_letter_and_its_mark_are_the_letter_that_is_typed() {
    let index = index(&["lu\u{308}you", "luyou"]);
    assert_eq!(found(&index, "lüyou"), [0]);
}

#[test]
fn a_compound_with_a_hyphen_is_one_text() {
    let index = index(&["being done well", "well begun, now being", "well-being", "the well being"]);
    for (query, first) in [("Well-being", [2, 3]), ("well being", [3, 2])] {
        let found = found(&index, query);
        assert!(found.starts_with(&first), "{query}: {found:?}");
    }
    let answer = Index::new(&library()).search("Well-being");
    let hit = answer.hits().next().expect("a section is called so");
    assert_eq!((hit.tier, marks(&hit).as_str()), (Tier::Exact, "section.en 0..10"));
}

#[test]
fn the_parts_of_a_line_match_together_and_are_marked_apart() {
    let mut corpus = Corpus::new();
    corpus.record();
    corpus.line(0, Style::Text);
    corpus.part("16,400", 7, 0);
    corpus.part("万亩", 8, 3);
    corpus.close();
    let index = Index::from(corpus);
    let spots = index.search("16400万").spots(0);
    let spots: Vec<_> = spots.iter().map(|spot| (spot.tag, spot.range.clone())).collect();
    assert_eq!(spots, [(7, 0..6), (8, 0..1)]);
}

#[test]
fn gaps_are_narrow_and_inside_one_line() {
    let index = index(&["高标准农田", "高速公路的标线和农村田间", "高标", "农田"]);
    assert_eq!(found(&index, "高标田"), [0]);
    assert!(found(&index, "标田").is_empty());
}

#[test]
fn many_records_are_found_like_few() {
    // So many that they are shared among threads, whose answers are joined and kept in order.
    let kinds = ["新建", "改造", "高标准"].iter().cycle();
    let text = |(n, kind)| format!("第{n}号{kind}农田，全市年内完成验收并投入使用，受到群众欢迎");
    let texts: Vec<String> = (0..140_000).zip(kinds).map(text).collect();
    assert!(texts.iter().map(|text| text.chars().count()).sum::<usize>() > 4_000_000);
    let index = Index::from(&texts[..]);
    for query in ["高标准农田", "gaobiao", "gbznt", "139998", "高标田"] {
        let all = found(&index, query);
        let expected: Vec<usize> = if query == "139998" { vec![139_998] } else { (2..140_000).step_by(3).collect() };
        let mut sorted = all.clone();
        sorted.sort_unstable();
        assert_eq!(sorted, expected, "{query}");
        assert_eq!(all.first(), expected.first(), "{query}");
        let order: Vec<_> = index.search(query).ranking().iter().map(|hit| (-hit.score, hit.record)).collect();
        assert!(order.is_sorted(), "{query}");
    }
}

#[test]
fn a_session_answers_like_the_index_on_every_key_and_on_the_way_back() {
    let index = index(&["高标准农田", "高速公路", "marathon", "提高标准"]);
    let mut session = Session::new(index.clone());
    let keys = ["g", "ga", "gao", "gaob", "gao", "ga", "高", "高标", "高", "marathn", "marath", "marathn", ""];
    for query in keys {
        assert_eq!(session.search(query).ranking(), index.search(query).ranking(), "{query}");
    }
}

/// More records than a session answers at once.
fn many() -> Session {
    let texts: Vec<String> = (0..12_000).map(|n| format!("第{n}号高标准农田")).collect();
    Session::new(Index::from(&texts[..]))
}

fn job(session: &mut Session, query: &str) -> Job {
    match session.ask(query) {
        Reply::Later(job) => job,
        Reply::Ready(_) => panic!("{query} was answered at once"),
    }
}

#[test]
fn over_many_records_a_later_query_cancels_the_one_before() {
    let mut session = many();
    let first = job(&mut session, "高");
    let second = job(&mut session, "高标");
    assert!(first.run().is_none(), "the first answer is still wanted");
    let answer = second.run().and_then(|answer| session.accept(answer)).expect("the second answer is wanted");
    assert_eq!((answer.query(), answer.ranking().len()), ("高标", 12_000));
}

#[test]
fn an_answer_that_comes_too_late_is_dropped() {
    let mut session = many();
    let answer = job(&mut session, "高").run().expect("nothing was asked since");
    let later = job(&mut session, "11999");
    assert!(session.accept(answer).is_none(), "the answer to an older query was taken");
    let answer = later.run().and_then(|answer| session.accept(answer)).expect("the last answer is wanted");
    assert_eq!(answer.ranking().iter().map(|hit| hit.record).collect::<Vec<_>>(), [11_999]);
}

#[test]
fn a_deleted_letter_is_answered_at_once_whatever_the_size() {
    let mut session = many();
    for query in ["高", "高标", "高标准"] {
        session.search(query);
    }
    for query in ["高标", "高"] {
        let Reply::Ready(answer) = session.ask(query) else { panic!("{query} was not kept") };
        assert_eq!((answer.query(), answer.ranking().len()), (query, 12_000));
    }
    assert!(matches!(session.ask("农"), Reply::Later(_)));
}

#[test]
fn what_records_share_is_found_in_each_of_them_and_marked() {
    let mut corpus = Corpus::new();
    let heading = corpus.group(|corpus| {
        corpus.line(7, Style::Text);
        corpus.part("“乡村”振兴，再上新台阶", 3, 0);
    });
    for title in ["粮食", "“公路”"] {
        corpus.record();
        corpus.line(0, Style::Name);
        corpus.part(title, 1, 0);
        corpus.share(heading);
    }
    corpus.close();
    let index = Index::from(corpus);
    assert_eq!(found(&index, "乡村振兴"), [0, 1]);
    assert_eq!(found(&index, "粮食 振兴"), [0]);
    let spots = index.search("公路 振兴").spots(1);
    let spots: Vec<_> = spots.iter().map(|spot| (spot.tag, spot.range.clone())).collect();
    assert_eq!(spots, [(1, 1..3), (3, 4..6)]);
    let tier = |query: &str| index.search(query).ranking().iter().next().map(|hit| hit.tier);
    assert_eq!(tier("“乡村”振兴，再"), Some(Tier::Exact));
    assert_eq!(tier("“乡村”振兴,再"), Some(Tier::Normalised));
}
