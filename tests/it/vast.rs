//! A report that no screen was tuned to, on all of them: every drawn screen is held against the rules of
//! `common/check.rs` and `common/cuts.rs`; here the keys lead to where long lists and long texts are.

use crate::common::reports::{VAST, vast};
use crate::common::{ALL_SIZES, Screen};
use sulan::app::{Looks, Mode};
use sulan::text::{Lang, width};

/// Keys from one place to the next, through all panes and kinds of screens.
const WAYS: [(&str, &str); 8] = [
    ("overview", "0jj<right>j<right>jG"),
    ("review", "1j<right>j<right><right>jGkf<enter><esc>f<esc>"),
    ("honours", "2jG"),
    ("tasks", "3jj<right><right>jGkff<enter>G<esc><esc>"),
    ("targets", "4jjG<enter><esc>"),
    ("compare", "5jjjt6Gt1<esc><esc>"),
    ("search", "/重点<down><down><c-o>jfG<esc><esc><esc>"),
    ("page and help", "1jj<enter>j<esc>3jjjjjjj<enter>GG<esc>?G?G<esc>"),
];

fn walk(lang: Lang, looks: Looks) {
    for (width, height) in ALL_SIZES {
        let mut screen = Screen::over(vast(), width, height).lang(lang);
        screen.app.set_looks(looks);
        for (_, keys) in WAYS {
            // Each key is drawn, and what is drawn is checked.
            for event in crate::common::script::events(keys) {
                screen.feed(event);
                screen.draw();
            }
        }
        assert_eq!(screen.app.mode(), Mode::Browse, "{}", screen.picture());
    }
}

#[test]
fn every_screen_holds_in_chinese() {
    walk(Lang::Zh, Looks::default());
}

#[test]
fn every_screen_holds_in_english() {
    walk(Lang::En, Looks::default());
}

#[test]
fn every_screen_holds_in_ascii_without_colours() {
    for lang in Lang::ALL {
        walk(lang, Looks { mono: true, ascii: true });
    }
}

#[test]
fn the_report_is_as_large_as_it_says() {
    let library = vast();
    let report = library.reports().next().expect("one report");
    let figures: usize = library.entries().map(|view| view.figures().len()).sum();
    assert_eq!((report.sections().len(), figures), VAST);
    assert!(library.entries().all(|view| view.honour().is_none() && view.title().en.is_empty()));
    let screen = Screen::over(vast(), 120, 40);
    assert!(screen.app.context().pairs.all().iter().all(|pair| pair.alone().is_some()));
}

#[test]
fn what_the_report_has_not_is_said_in_words() {
    for (width, height) in ALL_SIZES {
        for lang in Lang::ALL {
            for (keys, zh, en) in [
                ("2", "本报告没有荣誉条目", "This report has no honours"),
                ("5t1", "没有符合筛选的；Esc 取消筛选", "None like this; Esc: filter off"),
            ] {
                let screen = Screen::over(vast(), width, height).lang(lang).press(keys);
                assert!(screen.shows(if lang == Lang::Zh { zh } else { en }), "{}", screen.picture());
                // Over nothing there are no heads of columns, which nothing would hold apart.
                let above = screen.list().iter().take_while(|row| row.is_empty()).count();
                let head = screen.app.regions().and_then(|regions| regions.head);
                let head = head.map(|head| screen.rows_of(head).concat()).unwrap_or_default();
                assert!(above <= 1 && head.is_empty(), "{}", screen.picture());
            }
        }
    }
}

#[test]
fn headings_that_differ_in_their_number_alone_are_not_shortened_to_it() {
    for (width, height) in ALL_SIZES {
        let screen = Screen::over(vast(), width, height).press("3j");
        assert!(
            screen.list().iter().any(|row| row.trim_start().starts_with("第31部分，坚持以高质量")),
            "{}",
            screen.picture()
        );
    }
}

#[test]
fn a_heading_without_english_stands_in_chinese() {
    for (width, height) in ALL_SIZES {
        for (keys, name) in [("1l", "部分1"), ("3", "部分31")] {
            let screen = Screen::over(vast(), width, height).lang(Lang::En).press(keys);
            assert!(screen.list().iter().any(|row| row.trim_start().starts_with(name)), "{name}\n{}", screen.picture());
        }
    }
}

#[test]
fn a_title_without_a_translation_stands_once_and_is_marked_where_it_matched() {
    for lang in Lang::ALL {
        // Chinese text is found in a title that both languages share, not beside it once more.
        let mut screen = Screen::over(vast(), 120, 40).lang(lang).press("/第0项重点");
        let title = screen.app.selected().map(|view| view.title().get(lang).to_owned()).expect("a hit");
        let row = screen.list().into_iter().find(|row| row.contains(&title)).unwrap_or_default();
        let row = row.split(" ▫").next().unwrap_or_default();
        assert_eq!(row.matches("第0项重点").count(), 1, "{}", screen.picture());
        assert_eq!(screen.details().concat().matches(&title).count(), 1, "{}", screen.picture());
        // Followed, it is marked in its pane; its page has it once.
        screen.keys("<enter>");
        let at = screen.find("第0部分第0项重点");
        let before = title.split_once("第0项").map_or(0, |(before, _)| width(before));
        let cell = &screen.cells()[(at.0 + u16::try_from(before).unwrap_or(0), at.1)];
        assert!(cell.modifier.contains(ratatui::style::Modifier::UNDERLINED), "{}", screen.picture());
        screen.keys("<enter>");
        assert_eq!(screen.find_all(&title).len(), 1, "{}", screen.picture());
    }
}

#[test]
fn a_section_without_english_leaves_no_blank_behind_it() {
    let mut screen = Screen::over(vast(), 100, 30).lang(Lang::En).press("1lj");
    screen.keys("Y");
    let Some(sulan::app::Effect::Copy(cited)) = &screen.effect else { panic!("a citation") };
    assert!(cited.contains("“第1部分") && !cited.contains("()"), "{cited}");
    screen.keys("<enter>");
    assert!(screen.shows("部分1: 2 of 8") && !screen.shows("  : "), "{}", screen.picture());
}
