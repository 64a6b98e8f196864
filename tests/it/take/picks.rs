//! Picking, and what the last row says about it.

use sulan::app::{Action, Item, Looks, Mode, Outcome};
use sulan::text::Lang;

use crate::common::{REVIEW, SIZES, Screen};
use crate::take::{copied, type_blind};

#[test]
fn space_picks_and_moves_down_and_picks_survive_other_panes() {
    let mut screen = Screen::new(120, 40).press("<space><space>");
    assert_eq!(screen.app.picks.len(), 2);
    assert_eq!(screen.app.cursor().selected, 2);
    assert!(screen.footer().contains("已选 2   3/"), "{}", screen.footer());
    screen.keys("3f?<esc>/碳<esc>L");
    assert_eq!(screen.app.picks.len(), 2);
    assert!(screen.footer().contains("2 picked   "), "{}", screen.footer());
    screen.keys("1g<space>");
    assert_eq!(screen.app.picks.len(), 1, "the second time it is let go");
}

/// Whether a mark stands in the first column of a list, which a wide one leaves blank.
fn begins(row: &str, mark: &str) -> bool {
    row.starts_with(mark) || row.starts_with(&format!(" {mark}"))
}

#[test]
fn a_picked_line_is_marked_at_every_size_and_in_every_look() {
    for (width, height) in SIZES {
        for looks in [Looks::default(), Looks { mono: true, ascii: false }, Looks { mono: true, ascii: true }] {
            for pane in ["1", "2", "3", "4", "5"] {
                let mut screen = Screen::new(width, height);
                screen.app.set_looks(looks);
                type_blind(&mut screen, &format!("{pane}g<space>"));
                let rows = screen.list();
                let marked = rows.iter().filter(|row| begins(row, "+")).count();
                assert_eq!(marked, 1, "{pane} at {width}x{height}:\n{}", screen.picture());
                type_blind(&mut screen, "k");
                let rows = screen.list();
                assert!(rows.iter().any(|row| begins(row, ">+")), "{pane}:\n{}", screen.picture());
                // In the narrowest window help, search, language and the way out have the room.
                assert!(width < 60 || screen.footer().contains("取消"), "{}", screen.footer());
                assert!(screen.footer().contains("y 复制"), "{}", screen.footer());
            }
        }
    }
}

#[test]
fn a_page_can_be_picked_and_stays() {
    let mut screen = Screen::new(80, 24).press("<enter><space>");
    assert_eq!(screen.app.mode(), Mode::Page);
    assert_eq!(screen.app.cursor().selected, 0);
    assert!(screen.list().first().is_some_and(|row| row.starts_with(" + ")), "{}", screen.picture());
    screen.keys("<space>");
    assert!(screen.app.picks.is_empty());
}

#[test]
fn escape_clears_the_picks_first_and_the_marks_of_the_search_next() {
    let mut screen = Screen::new(80, 24).press("<space>/粮食<enter><esc>");
    assert!(screen.app.picks.is_empty());
    assert!(!screen.app.kept.is_empty());
    screen.keys("<esc>");
    assert!(screen.app.kept.is_empty());
}

#[test]
fn all_that_is_picked_is_copied_in_the_order_of_the_file() {
    let mut screen = Screen::new(80, 24).press("4<space>1jj<space>gj<space>y");
    let lines: Vec<&str> = copied(&screen).lines().collect();
    let titles: Vec<String> = screen
        .app
        .taken()
        .into_iter()
        .filter_map(|item| if let Item::Entry(at) = item { screen.app.library.get(at) } else { None })
        .map(|view| view.entry().title().zh.to_string())
        .collect();
    assert_eq!(lines.len(), 3);
    assert!(lines.iter().zip(&titles).all(|(line, title)| line.starts_with(title.as_str())), "{lines:?} {titles:?}");
    assert_eq!(screen.app.pane, REVIEW);
    // The second of the pane was picked after the third, and the target first of all.
    assert!(lines[2].contains("2025 年目标"), "{lines:?}");
    screen.keys("Y");
    assert_eq!(copied(&screen).lines().count(), 3);
    assert!(copied(&screen).lines().all(|line| line.contains("。出处：")));
}

#[test]
fn the_last_row_says_where_a_copy_went_until_the_next_key() {
    for (lang, keys, said) in [
        (
            Lang::Zh,
            "/粮食产量<enter>y",
            ["已交给终端复制：粮食产量 95.28 亿斤", "已复制（xclip）：粮食产量 95.28 亿斤（2024 年，吉林市）"],
        ),
        (Lang::Zh, "/粮食产量<enter>Y", ["已交给终端复制引文：粮食产量", "已复制引文（xclip）：粮食产量 95.28 亿斤"]),
        (Lang::Zh, "g<space><space>y", ["已交给终端复制 2 条：", "已复制 2 条（xclip）："]),
        (Lang::Zh, "g<space><space>Y", ["已交给终端复制 2 条引文：", "已复制 2 条引文（xclip）："]),
        (
            Lang::En,
            "/粮食产量<enter>y",
            [
                "Handed to the terminal: Grain output: 9.528",
                "Copied (xclip): Grain output: 9.528 bn jin (95.28 亿斤), Jilin City, 2024",
            ],
        ),
        (
            Lang::En,
            "/粮食产量<enter>Y",
            ["Handed to the terminal, a citation: Grain", "Copied the citation (xclip): Grain output: 9.528"],
        ),
        (Lang::En, "g<space><space>y", ["Handed to the terminal, 2 lines: ", "Copied 2 lines (xclip): "]),
        (Lang::En, "g<space><space>Y", ["Handed to the terminal, 2 citations: ", "Copied 2 citations (xclip): "]),
    ] {
        let mut screen = Screen::new(80, 24).lang(lang).press(keys);
        for (outcome, said) in [Outcome::Handed, Outcome::Copied("xclip")].into_iter().zip(said) {
            screen.app.update(Action::Done(outcome));
            screen.draw();
            assert!(screen.footer().trim().starts_with(said), "{}", screen.footer());
        }
        screen.keys("<down>");
        assert!(!screen.footer().contains("xclip"), "{}", screen.footer());
        // A program that answers after the next key is too late.
        screen.app.update(Action::Done(Outcome::Copied("xclip")));
        screen.draw();
        assert!(!screen.footer().contains("xclip"), "{}", screen.footer());
    }
}

#[test]
fn what_could_not_be_copied_is_said() {
    let mut screen = Screen::new(80, 24).press("y");
    screen.app.update(Action::Done(Outcome::Copying));
    screen.draw();
    assert!(screen.footer().contains("正在复制"));
    screen.app.update(Action::Done(Outcome::Uncopied));
    screen.draw();
    assert!(screen.footer().contains("没有复制：文字太长"), "{}", screen.footer());
}

#[test]
fn nothing_to_take_is_said() {
    let mut screen = Screen::over(sulan::library::Library::default(), 80, 24);
    for key in ["y", "Y", "e"] {
        screen.keys(key);
        assert!(screen.footer().contains("这里没有条目"), "{}", screen.footer());
        assert_eq!(screen.app.mode(), Mode::Browse);
    }
    screen.keys("<space>");
    assert!(screen.app.picks.is_empty());
}
