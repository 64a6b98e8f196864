//! The search over so many entries that other threads build its index and answer it: nothing waits for
//! them, what comes too late is dropped, and in the end the hits are those of one thread.

use std::collections::BTreeSet;
use std::sync::OnceLock;

use sulan::app::{HitsOf, Item, Mode, Pane, SearchNews, SearchTask};
use sulan::library::{Batch, Library, Read};
use sulan::report::read_reports;
use sulan::search::Index;
use sulan::text::Lang;

use crate::common::reports::{plots, plots_of};
use crate::common::{Screen, sound};
use serde_json::json;

/// More entries than are answered at once, in more than one segment of the index.
fn library() -> Library {
    static MANY: OnceLock<Library> = OnceLock::new();
    MANY.get_or_init(|| plots(70, 100)).clone()
}

fn screen() -> Screen {
    Screen::over(library(), 120, 40)
}

/// What a thread would tell of its work.
fn told(task: SearchTask) -> Vec<SearchNews> {
    let (sender, news) = std::sync::mpsc::channel();
    task.run(move |told| sender.send(told).is_ok());
    news.into_iter().collect()
}

/// The next work, which must be there.
fn task(screen: &mut Screen) -> SearchTask {
    screen.app.search_task().expect("there is work for a thread")
}

/// A screen with its index built, and these keys pressed without an answer yet.
fn indexed(keys: &str) -> Screen {
    let mut screen = screen().press("/");
    screen.app.wait_for_search();
    screen.keys(keys);
    screen
}

#[test]
fn the_hits_are_those_of_one_thread() {
    let library = library();
    let index = Index::new(&library);
    for query in ["高标准农田", "gbznt", "农田 69", "4321", "plot", "1.5万亩", "没有"] {
        let mut screen = screen().press("/").press(query);
        screen.app.wait_for_search();
        screen.draw();
        let found: Vec<_> = screen.app.live.entries().collect();
        let mut expected: Vec<_> = index.search(query).hits().map(|hit| hit.entry).collect();
        // Over several reports they stand under their report, that of the best hit first.
        let mut reports: Vec<_> = expected.iter().map(|entry| entry.report).collect();
        let mut seen = BTreeSet::new();
        reports.retain(|report| seen.insert(*report));
        expected.sort_by_key(|entry| reports.iter().position(|report| *report == entry.report));
        assert_eq!(found, expected, "{query}");
        assert_eq!(screen.app.searched(), None);
    }
}

#[test]
fn the_first_key_waits_for_nothing_and_hits_come_as_the_index_grows() {
    let mut screen = screen().press("/4");
    assert!(screen.app.live.is_empty() && screen.app.is_searching());
    assert!(!screen.shows("没有"), "nothing is not yet said:\n{}", screen.picture());
    let mut counts = Vec::new();
    for news in told(task(&mut screen)) {
        screen.app.hear(news);
        screen.draw();
        counts.push(screen.app.live.len());
        if let Some(searched) = screen.app.searched() {
            assert!(screen.line(0).contains(&format!("已查 {searched} / 7000 条")), "{}", screen.picture());
        }
    }
    screen.app.wait_for_search();
    counts.push(screen.app.live.len());
    let expected = Index::new(&library()).search("4").ranking().len();
    assert_eq!(counts.last(), Some(&expected), "{counts:?}");
    assert!(counts.is_sorted() && counts.first().is_some_and(|&first| first > 0 && first < expected), "{counts:?}");
    assert!(!screen.press("").line(0).contains("已查"));
}

#[test]
fn what_is_selected_stays_selected_while_more_hits_come() {
    let mut screen = screen().press("/高标准");
    let mut parts = told(task(&mut screen)).into_iter();
    screen.app.hear(parts.next().expect("a first segment"));
    screen.keys("<down><down><down>");
    let selected = screen.app.item();
    assert_eq!(screen.app.hit.selected, 3);
    for news in parts {
        screen.app.hear(news);
    }
    screen.app.wait_for_search();
    screen.draw();
    assert_eq!((screen.app.item(), screen.app.live.len()), (selected, 7000));
}

#[test]
fn a_later_key_cancels_the_query_before_it_and_its_answer_is_dropped() {
    let mut screen = indexed("高");
    let first = task(&mut screen);
    screen.keys("标");
    let second = task(&mut screen);
    assert!(told(first).is_empty(), "the first query is still at work");
    for news in told(second) {
        screen.app.hear(news);
    }
    assert_eq!((screen.app.live.query(), screen.app.live.len()), ("高标", 7000));
    screen.keys("准");
    let late = told(task(&mut screen));
    screen.keys("<bs><bs>第");
    for news in late {
        screen.app.hear(news);
    }
    assert_ne!(screen.app.live.query(), "高标准", "an answer that came too late is shown");
    screen.app.wait_for_search();
    assert_eq!(screen.app.live.query(), "高第");
}

#[test]
fn a_deleted_character_is_answered_from_what_was_found() {
    let mut screen = indexed("高");
    screen.app.wait_for_search();
    screen.keys("标");
    screen.app.wait_for_search();
    screen.keys("<bs>");
    assert!(screen.app.search_task().is_none(), "the query is asked again");
    assert_eq!((screen.app.live.query(), screen.app.is_searching()), ("高", false));
    // Also where the query that is left was never answered.
    screen.keys("第<bs>");
    assert_eq!((screen.app.live.query(), screen.app.is_searching()), ("高", false));
}

#[test]
fn enter_before_the_answer_goes_to_the_best_hit_of_it() {
    let mut screen = indexed("4321<enter>");
    assert_eq!(screen.app.mode(), Mode::Search);
    screen.app.wait_for_search();
    screen.draw();
    assert_eq!(screen.app.mode(), Mode::Browse);
    assert_eq!(screen.selected(), "tasks.farm.4321");
    // Another key after it means that the reader has other plans.
    let mut screen = indexed("4321<enter>");
    screen.keys("<left>");
    screen.app.wait_for_search();
    assert_eq!(screen.app.mode(), Mode::Search);
}

#[test]
fn escape_leaves_at_once_and_the_answer_disturbs_nobody() {
    let mut screen = indexed("高").lang(Lang::En).press("<esc>");
    assert_eq!(screen.app.mode(), Mode::Browse);
    let before = screen.rows();
    screen.app.wait_for_search();
    screen.draw();
    assert_eq!(screen.rows(), before);
    let mut screen = self::screen().press("/高<esc>");
    let before = screen.rows();
    screen.app.wait_for_search();
    screen.draw();
    assert_eq!((screen.rows(), screen.app.mode()), (before, Mode::Browse));
    screen.keys("/高");
    screen.app.wait_for_search();
    assert_eq!(screen.app.live.len(), 7000, "what was indexed meanwhile is searched");
}

#[test]
fn of_very_many_hits_the_pairs_stand_behind_them_too() {
    let mut library = crate::common::library();
    let lexicon = Library::built_in_lexicon();
    let (reports, lexicon) = sound(read_reports(&json!(plots_of(52, 100)).to_string(), "made.json", lexicon));
    library.add(Batch::of(reports.into_iter().map(Read::kept).collect(), &lexicon));
    let mut screen = Screen::over(library, 120, 40).press("/高标准农田");
    screen.app.wait_for_search();
    screen.draw();
    let last = screen.app.live.groups().last().copied().expect("groups");
    assert_eq!((last.of, last.count), (HitsOf::Pane(Pane::Compare), 1), "{}", screen.picture());
    assert!(last.first > 5000);
    assert_eq!(screen.app.live.count(Pane::Compare), 1);
    screen.keys("<s-tab>");
    let Some(Item::Pair(at)) = screen.app.item() else { panic!("{}", screen.picture()) };
    assert_eq!(screen.app.context().pairs.get(at).map(|pair| &*pair.name().zh), Some("高标准农田"));
    assert!(screen.list().iter().any(|row| row.contains("● 87") && row.contains("○ 67 万亩")), "{}", screen.picture());
}
