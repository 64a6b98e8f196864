//! The hits as a list of their own: what can be done with them there, and the way back.

use std::collections::BTreeSet;

use sulan::app::{Effect, HitsOf, Item, Mode, Order, Pane};
use sulan::library::EntryId;
use sulan::report::Tab;
use sulan::text::Lang;

use crate::common::reports::many;
use crate::common::{ALL_SIZES, SIZES, Screen};

/// The order of an export: the keys lead to the question for a name, which is answered as it is offered.
fn exported(keys: &str) -> Order {
    let screen = Screen::new(100, 30).press(keys).press("<enter>");
    match screen.effect {
        Some(Effect::Write(order)) => order,
        other => panic!("{keys} asks for {other:?}"),
    }
}

fn entries(items: &[Item]) -> BTreeSet<EntryId> {
    items.iter().filter_map(|item| if let Item::Entry(at) = item { Some(*at) } else { None }).collect()
}

#[test]
fn all_numbers_about_tourism_are_exported_by_keystrokes() {
    let order = exported("/旅游<c-o>fae");
    let screen = Screen::new(100, 30).press("/旅游");
    let (app, library) = (&screen.app, &screen.app.library);
    let numbered = |at: &EntryId| library.get(*at).is_some_and(|view| !view.figures().is_empty());
    let wanted: BTreeSet<EntryId> = app.live.entries().filter(numbered).collect();
    assert!(wanted.len() > 3 && wanted.len() < app.live.len());
    assert_eq!(entries(&order.items), wanted);
}

#[test]
fn the_question_says_how_many_are_written() {
    let screen = Screen::new(100, 30).press("/旅游<c-o>ae");
    let count = screen.app.live.len();
    assert!(screen.footer().contains(&format!("写入 {count} 条到：")), "{}", screen.footer());
    assert!(screen.shows("旅游"), "the hits stay in sight under the question");
}

#[test]
fn f_goes_round_all_hits_those_with_figures_and_those_without() {
    for lang in Lang::ALL {
        let mut screen = Screen::new(120, 40).lang(lang).press("/农<c-o>");
        let all: Vec<EntryId> = screen.app.live.entries().collect();
        let of = |numbered: bool, screen: &Screen| -> Vec<EntryId> {
            let has =
                |at: EntryId| screen.app.library.get(at).is_some_and(|view| view.figures().is_empty() != numbered);
            all.iter().copied().filter(|at| has(*at)).collect()
        };
        for (numbered, chip) in [(true, ["[有数字 ×]", "[with figures ×]"]), (false, ["[无数字 ×]", "[no figures ×]"])]
        {
            screen.keys("f");
            assert_eq!(screen.app.live.entries().collect::<Vec<_>>(), of(numbered, &screen));
            let [zh, en] = chip;
            assert!(screen.line(0).contains(if lang == Lang::Zh { zh } else { en }), "{}", screen.picture());
            let counted: usize = screen.app.live.groups().iter().map(|group| group.count).sum();
            assert_eq!(counted, screen.app.live.len());
        }
        screen.keys("f");
        assert_eq!(screen.app.live.entries().collect::<Vec<_>>(), all);
        assert!(!screen.line(0).contains('×'), "{}", screen.picture());
    }
}

#[test]
fn the_selection_stays_on_its_hit_where_it_is_still_listed() {
    let mut screen = Screen::new(120, 40).press("/农<c-o>jjjj");
    let selected = screen.app.item();
    assert!(screen.app.selected().is_some_and(|view| !view.figures().is_empty()));
    screen.keys("f");
    assert_eq!(screen.app.item(), selected);
    screen.keys("f");
    assert_eq!(screen.app.hit.selected, 0);
    // Groups that are all left out are not counted, nor gone to.
    let panes: Vec<HitsOf> = screen.app.live.groups().iter().map(|group| group.of).collect();
    screen.keys("l");
    assert!(panes.contains(&HitsOf::Pane(Pane::Tab(screen.app.selected().expect("a hit").tab()))));
}

#[test]
fn space_picks_and_goes_on_and_what_is_picked_is_taken() {
    let mut screen = Screen::new(120, 40).press("/农<c-o><space><space>");
    assert_eq!(screen.app.hit.selected, 2);
    let two: Vec<EntryId> = screen.app.live.entries().take(2).collect();
    assert_eq!(entries(&screen.app.picks.iter().copied().collect::<Vec<_>>()), two.iter().copied().collect());
    assert!(screen.footer().contains("已选 2"), "{}", screen.footer());
    screen.keys("y");
    let Some(Effect::Copy(text)) = &screen.effect else { panic!("{:?}", screen.effect) };
    assert_eq!(text.lines().count(), 2);
    let order = exported("/农<c-o><space><space>e");
    assert_eq!(entries(&order.items), two.into_iter().collect());
    // Without picks the selected hit is taken.
    assert_eq!(exported("/农<c-o>je").items.len(), 1);
}

#[test]
fn all_that_is_listed_is_picked_or_let_go() {
    let mut screen = Screen::new(120, 40).press("/农<c-o>fa");
    assert_eq!(screen.app.picks.len(), screen.app.live.len());
    screen.keys("ff");
    let with = screen.app.picks.len();
    screen.keys("a");
    assert!(with < screen.app.live.len() && screen.app.picks.len() == screen.app.live.len());
    screen.keys("a");
    assert!(screen.app.picks.is_empty());
    // In a pane it is what the pane lists; what was picked elsewhere stays.
    let mut screen = Screen::new(120, 40).press("<space>3fa");
    assert_eq!(screen.app.picks.len(), screen.app.layout().order.len() + 1);
    screen.keys("a");
    assert_eq!(screen.app.picks.len(), 1);
}

#[test]
fn esc_takes_the_picks_then_the_filter_then_leads_back_to_the_query() {
    let mut screen = Screen::new(120, 40).press("/农<c-o>f<space>");
    screen.keys("<esc>");
    assert!(screen.app.picks.is_empty() && screen.app.mode() == Mode::Hits);
    let few = screen.app.live.len();
    screen.keys("<esc>");
    assert!(screen.app.live.len() > few && screen.app.mode() == Mode::Hits);
    screen.keys("<esc>");
    assert_eq!((screen.app.mode(), screen.app.input.text().as_str()), (Mode::Search, "农"));
    screen.keys("业");
    assert_eq!(screen.app.live.query(), "农业");
}

#[test]
fn the_list_is_walked_on_with_n_and_the_footer_counts() {
    for (lang, (width, height)) in Lang::ALL.into_iter().flat_map(|lang| SIZES.map(|size| (lang, size))) {
        let mut screen = Screen::new(width, height).lang(lang).press("/农<c-o>fj<enter>");
        let count = screen.app.kept.len();
        assert_eq!(screen.app.mode(), Mode::Browse);
        assert!(screen.footer().contains(&format!("n 2/{count}")), "{}", screen.footer());
        screen.keys("n");
        assert!(screen.footer().contains(&format!("n 3/{count}")), "{}", screen.footer());
        assert!(screen.app.selected().is_some_and(|view| !view.figures().is_empty()), "only those that were listed");
        screen.keys("N<enter>");
        assert!(screen.footer().contains(&format!("n 2/{count}")), "on the page: {}", screen.footer());
        screen.keys("<esc><esc>");
        assert!(!screen.footer().contains("n 2/"), "{}", screen.footer());
    }
}

#[test]
fn a_hit_is_shown_with_what_stands_around_it() {
    for (width, height) in [(120, 40), (80, 24), (40, 10)] {
        for query in ["马拉松", "老旧小区", "猪", "汽车", "森林火灾", "就业"] {
            let mut screen = Screen::new(width, height).press("/").press(query).press("<enter>");
            for _ in 0..3 {
                let (cursor, layout) = (screen.app.cursor(), screen.app.layout());
                let height = usize::from(screen.app.regions().expect("a window").list.height);
                let (first, last) = layout.span(cursor.selected);
                let lines = layout.columns.get(layout.column_of(cursor.selected)).map_or(0, Vec::len);
                let above = cursor.top == 0 || first > cursor.top + 1;
                let below = cursor.top + height >= lines || last + 1 < cursor.top + height;
                assert!(above && below, "{query} at {width}x{height}\n{}", screen.picture());
                screen.keys("n");
            }
        }
    }
}

#[test]
fn a_new_search_begins_with_all_hits_again() {
    for keys in ["/农<c-o>f/农", "/农<c-o>f<enter>/农", "/农<c-o>f农", "/农<c-o>f3/农"] {
        let screen = Screen::new(120, 40).press(keys);
        assert_eq!((screen.app.mode(), screen.app.live.entries().count()), (Mode::Search, 41), "{keys}");
        assert_eq!(screen.press("<c-o>").app.live.len(), 41, "{keys}");
    }
    let screen = Screen::new(120, 40).press("/农<c-o>3");
    assert_eq!((screen.app.mode(), screen.app.pane), (Mode::Browse, Pane::Tab(Tab::Tasks)));
    let screen = Screen::new(120, 40).press("/没有这个词<c-o>");
    assert_eq!(screen.app.mode(), Mode::Search, "nothing makes no list");
}

#[test]
fn several_medals_of_one_honour_are_all_shown() {
    for (lang, all) in [(Lang::Zh, "金牌 2  银牌 3"), (Lang::En, "Gold 2  Silver 3")] {
        for (width, height) in [(120, 40), (80, 24)] {
            let screen = Screen::new(width, height).lang(lang).press("/技能大赛");
            assert!(screen.list().iter().any(|row| row.contains(all)), "{}", screen.picture());
        }
        let screen = Screen::new(120, 40).lang(lang).press("/技能大赛");
        assert_eq!(screen.find_all(all).len(), 2, "in the list and among its neighbours:\n{}", screen.picture());
    }
}

#[test]
fn the_first_row_says_what_was_looked_for_where_a_query_was_cut() {
    for (query, said) in [("充电桩新增", "充电桩 新增"), ("养老食堂建设", "养老食堂")] {
        for lang in Lang::ALL {
            let screen = Screen::new(120, 40).lang(lang).press("/").press(query);
            let row = screen.line(0);
            let aside = row.split_once(query).map(|(_, behind)| behind.trim_start()).unwrap_or_default();
            assert!(aside.starts_with(said), "{}", screen.picture());
        }
    }
    let screen = Screen::new(120, 40).press("/老旧小区");
    assert!(screen.line(0).split_once("老旧小区").is_some_and(|(_, behind)| !behind.contains("老旧")));
    let screen = Screen::new(120, 40).press("/").press(&"1 ".repeat(17));
    assert!(screen.app.live.is_empty() || screen.line(0).contains("只查前 256 字、16 词"), "{}", screen.picture());
}

#[test]
fn pairs_of_the_entries_found_stand_behind_them_as_a_group_of_their_own() {
    for (width, height) in ALL_SIZES {
        for (lang, query, name, numbers) in [
            (Lang::Zh, "/就业", "城镇新增就业", "● 4.3 ○ 3.35 万人"),
            (Lang::En, "/new urban jobs", "New urban jobs", "● 43,000 ○ 33,500 people"),
        ] {
            let mut screen = Screen::new(width, height).lang(lang).press(query);
            if width >= 76 {
                let count = screen.app.live.groups().last().map_or(0, |group| group.count);
                let label = Pane::Compare.label().get(lang);
                assert!(screen.line(0).ends_with(&format!("{label} {count}")), "{}", screen.picture());
            }
            // Up from the first hit recalls older queries; the last group comes first from there.
            screen.keys("<s-tab>");
            let Some(Item::Pair(at)) = screen.app.item() else { panic!("{}", screen.picture()) };
            let pair = screen.app.context().pairs.get(at).expect("a pair").clone();
            assert!(pair.alone().is_none() && screen.app.live.pane(screen.app.hit.selected) == Some(Pane::Compare));
            // In columns the promises stand below each other, behind the widest result.
            let joined = |row: &String| row.split_whitespace().collect::<Vec<_>>().join(" ");
            let row = screen.list().iter().map(joined).find(|row| row.contains(numbers)).unwrap_or_default();
            let start: String = name.chars().take(4).collect();
            assert!(row.contains(&start), "{}", screen.picture());
            let headed = height < 16 || screen.list().iter().any(|row| row.ends_with("●─○"));
            assert!(headed, "{}", screen.picture());
            screen.keys("<enter>");
            assert_eq!((screen.app.pane, screen.app.item()), (Pane::Compare, Some(Item::Pair(at))));
            // n goes on through the entries that were found.
            screen.keys("n");
            assert!(matches!(screen.app.item(), Some(Item::Entry(_))), "{}", screen.picture());
        }
    }
}

#[test]
fn a_pair_is_found_though_compare_is_narrowed_to_others() {
    let mut screen = Screen::new(120, 40).press("5t3/就业<s-tab>");
    let wanted = screen.app.item();
    screen.keys("<enter>");
    assert_eq!((screen.app.pane, screen.app.item()), (Pane::Compare, wanted), "{}", screen.picture());
}

#[test]
fn the_list_of_hits_holds_entries_and_the_search_has_its_pairs_again_behind_it() {
    let mut screen = Screen::new(120, 40).press("/就业<s-tab>");
    let pair = screen.app.selected().map(|view| view.at());
    let all = screen.app.live.len();
    screen.keys("<c-o>");
    assert!(
        screen.app.live.len() < all
            && screen.app.live.groups().iter().all(|group| group.of != HitsOf::Pane(Pane::Compare))
    );
    assert_eq!(screen.app.selected().map(|view| view.at()), pair, "the promise of the pair is selected");
    screen.keys("<esc>");
    assert_eq!((screen.app.mode(), screen.app.live.len()), (Mode::Search, all));
}

#[test]
fn numbers_of_pairs_among_hits_are_whole() {
    for (width, height) in ALL_SIZES {
        let mut seen = String::new();
        let mut screen = Screen::new(width, height).lang(Lang::En).press("/grain output");
        for _ in 0..12 {
            seen += &screen.list().join("\n");
            screen.keys("<down>");
        }
        assert!(seen.contains("● 9.528"), "{}", screen.picture());
    }
}

#[test]
fn hits_keep_their_columns_where_their_section_stands_beside_them() {
    for (lang, reason, section) in [(Lang::Zh, "字面", "幸福民生"), (Lang::En, "as typed", "Well-being")] {
        for width in [80, 100, 111, 112, 120, 131, 132, 160, 200] {
            let screen = Screen::new(width, 40).lang(lang).press("/jobs");
            let row = screen.list().into_iter().find(|row| row.contains(section)).unwrap_or_default();
            assert!(!row.is_empty() && screen.shows(reason), "{width}\n{}", screen.picture());
        }
    }
}

#[test]
fn titles_beside_hits_go_on_in_a_second_row_before_they_are_cut() {
    for (library, query) in [(None, "/jobs"), (None, "/农业"), (Some(many()), "/农业")] {
        for width in [112, 115, 120, 131, 160] {
            let screen = library.clone().map_or_else(|| Screen::new(width, 40), |made| Screen::over(made, width, 40));
            let screen = screen.lang(Lang::En).press(query);
            let area = screen.app.regions().and_then(|regions| regions.context).expect("the section of the hit");
            let rows = screen.rows_of(area);
            assert!(rows.iter().all(|row| !row.contains('…')), "{width}\n{}", screen.picture());
            assert!(rows.iter().any(|row| row.trim_start().starts_with('>')), "{width}\n{}", screen.picture());
        }
    }
}
