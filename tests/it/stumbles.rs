//! What first readers stumbled over, where no other test holds it.

use crate::common::reports::many;
use crate::common::{ALL_SIZES, Screen};
use sulan::app::{Effect, Mode};
use sulan::text::Lang;

#[test]
fn a_key_that_does_nothing_says_so_until_the_next_one() {
    for (lang, said) in [(Lang::Zh, "x：无此键，? 帮助"), (Lang::En, "x: no such key, ? help")] {
        for (width, height) in ALL_SIZES {
            let mut screen = Screen::new(width, height).lang(lang).press("1x");
            assert!(screen.footer().contains(said), "{}", screen.picture());
            screen.keys("j");
            assert!(!screen.footer().contains(said), "{}", screen.picture());
        }
    }
}

#[test]
fn keys_stay_in_the_last_row_while_reports_are_read() {
    for (lang, said) in [(Lang::Zh, "已读 30 份报告，共 3,004 份"), (Lang::En, "30 of 3,004 reports")] {
        for (width, height) in ALL_SIZES {
            for keys in ["1", "5", "1<enter>", "/市"] {
                let mut screen = Screen::over(many(), width, height).lang(lang).press(keys);
                screen.app.set_total(Some(3004));
                screen.draw();
                let footer = screen.footer();
                let said = if width < 60 { "30/3,004" } else { said };
                assert!(footer.trim_end().ends_with(said), "{}", screen.picture());
                let kept: &[&str] = if keys == "/市" { &["Esc"] } else { &["?", "/", "L", "q"] };
                for key in kept {
                    assert!(footer.split_whitespace().any(|word| word == *key), "{key}\n{}", screen.picture());
                }
            }
        }
    }
}

#[test]
fn q_in_help_goes_back_and_leaves_the_program_from_a_pane() {
    for keys in ["1?", "1??"] {
        let screen = Screen::new(80, 24).press(keys).press("q");
        assert_eq!(screen.app.mode(), Mode::Browse, "{keys}");
        assert!(!matches!(screen.effect, Some(Effect::Quit(_))), "{keys}");
        let screen = screen.press("q");
        assert!(matches!(screen.effect, Some(Effect::Quit(0))), "{keys}");
    }
}

#[test]
fn the_empty_search_teaches_with_whole_words_that_people_type() {
    for lang in Lang::ALL {
        for (width, height) in ALL_SIZES {
            let screen = Screen::new(width, height).lang(lang).press("/");
            for example in ["老旧小区", "laojiu", "ljxq", "estates", "171"] {
                assert!(screen.shows(example), "{example}\n{}", screen.picture());
            }
        }
    }
    // Each of them finds the same entry first.
    for example in ["老旧小区", "ljxq", "estates"] {
        let screen = Screen::new(120, 40).press(&format!("/{example}"));
        assert!(screen.selected_row().contains("老旧小区"), "{example}: {}", screen.picture());
    }
}

#[test]
fn a_target_without_a_number_says_its_words_and_has_no_mark_on_the_axis() {
    for (lang, words) in [(Lang::Zh, "与经济增长同步"), (Lang::En, "In step with economic growth")] {
        for (width, height) in [(80, 24), (100, 30)] {
            let screen = Screen::new(width, height).lang(lang).press("4");
            assert_eq!(screen.find_all(words).len(), 2, "{}", screen.picture());
            // One mark of a promise for each of the four rates; the tab row has two.
            let marks = screen.list().iter().map(|row| row.matches('○').count()).sum::<usize>();
            assert_eq!(marks, 4, "{}", screen.picture());
        }
    }
}

#[test]
fn tasks_without_a_number_have_their_mark_and_headings_count_entries() {
    let screen = Screen::new(120, 40).press("/住房租赁补贴<enter>");
    assert!(screen.selected_row().contains('▫'), "{}", screen.picture());
    // At 40 columns the heading of a section counts what is listed under it.
    let screen = Screen::new(40, 10).press("4");
    let heading = screen.list().into_iter().find(|row| row.contains("主要预期目标")).unwrap_or_default();
    assert!(heading.trim_end().ends_with(" 6"), "{}", screen.picture());
}
