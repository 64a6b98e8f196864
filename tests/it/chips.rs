//! What narrows a list is seen as a chip, and Esc takes it off before it steps back.

use crate::common::{HONOURS, REVIEW, SIZES, Screen, TASKS};
use sulan::app::{Mode, Pane, Show};
use sulan::library::compare;
use sulan::report::Scope;
use sulan::text::Lang;

/// The row of chips, without what stands around it.
fn chips(screen: &Screen) -> String {
    let regions = screen.app.regions().expect("the window is large enough");
    regions.chips.map(|area| screen.rows_of(area).concat().trim().to_owned()).unwrap_or_default()
}

#[test]
fn a_chip_says_in_both_languages_and_at_every_size_what_narrows_the_list() {
    for (width, height) in SIZES.into_iter().chain([(60, 20), (100, 30), (200, 50)]) {
        for (keys, zh, en) in [
            ("3f", "[有数字 ×]", "[with figures ×]"),
            ("3ff", "[无数字 ×]", "[no figures ×]"),
            ("3fff", "", ""),
            ("5t2", "[目标低于结果 ×]", "[target below result ×]"),
            ("5t3", "[目标高于结果 ×]", "[target above result ×]"),
            ("5s", "[按差额 ×]", "[by difference ×]"),
            ("5", "", ""),
        ] {
            for (lang, wanted) in [(Lang::Zh, zh), (Lang::En, en)] {
                let screen = Screen::new(width, height).lang(lang).press(keys);
                assert_eq!(chips(&screen), wanted, "{keys}\n{}", screen.picture());
            }
        }
    }
}

#[test]
fn a_filter_by_numbers_belongs_to_its_pane() {
    let mut screen = Screen::new(80, 24).press("3f");
    assert_eq!(chips(&screen), "[有数字 ×]");
    screen.keys("1");
    assert_eq!((screen.app.pane, chips(&screen).as_str()), (REVIEW, ""));
    screen.keys("2");
    assert_eq!((screen.app.pane, chips(&screen).as_str()), (HONOURS, ""));
    screen.keys("3");
    assert_eq!((screen.app.pane, chips(&screen).as_str()), (TASKS, "[有数字 ×]"));
    // Whoever goes to an entry that it hides sees the entry.
    screen.keys("/零就业家庭<enter>");
    assert_eq!((screen.selected().as_str(), chips(&screen).as_str()), ("tasks.wellbeing.zero-employment", ""));
}

#[test]
fn esc_closes_choices_then_picks_then_chips_the_last_one_first() {
    let mut screen = Screen::new(120, 40).press("5t1sf<space>t");
    assert_eq!((screen.app.mode(), screen.app.picks.len()), (Mode::Choices, 1));
    let all = chips(&screen);
    assert!(all.starts_with("[口径相同 ×] [按差额 ×] ["), "{all}");
    screen.keys("<esc>");
    assert_eq!((screen.app.mode(), screen.app.picks.len(), chips(&screen)), (Mode::Browse, 1, all.clone()));
    screen.keys("<esc>");
    assert_eq!((screen.app.picks.len(), chips(&screen)), (0, all));
    for wanted in ["[口径相同 ×] [按差额 ×]", "[口径相同 ×]", "", ""] {
        screen.keys("<esc>");
        assert_eq!(chips(&screen), wanted);
    }
    assert_eq!(
        (screen.app.pane, screen.app.layout().order.len()),
        (Pane::Compare, screen.app.context().pairs.all().len())
    );
    let mut screen = Screen::new(80, 24).press("3f<esc>");
    assert_eq!((chips(&screen).as_str(), screen.app.pane), ("", TASKS));
    screen.keys("<esc>");
    assert_eq!(screen.app.pane, TASKS);
}

#[test]
fn what_compare_can_be_narrowed_to_is_offered_in_the_last_row() {
    for (size, wanted) in [
        ((80, 24), "1 同口径  2 低于结果  3 高于  4 相近  5 不同  6 无结果"),
        ((120, 40), "1 同口径  2 低于结果  3 高于  4 相近  5 不同  6 无结果"),
        ((40, 10), "1 同口径 2 低 3 高 4 近 5 异 6 无"),
    ] {
        let screen = Screen::new(size.0, size.1).press("5t");
        assert_eq!(screen.footer().trim(), wanted);
    }
    let screen = Screen::new(40, 10).lang(Lang::En).press("5t");
    assert_eq!(screen.footer().trim(), "1 same 2 less 3 more 4 near 5 diff 6 no");
    let pairs = compare(&screen.app.library);
    let count = |keep: &dyn Fn(&sulan::library::Pair) -> bool| pairs.iter().filter(|pair| keep(pair)).count();
    let below = |pair: &sulan::library::Pair| pair.difference().is_some_and(|less| less.value < 0.0);
    let above = |pair: &sulan::library::Pair| pair.difference().is_some_and(|more| more.value > 0.0);
    for (digit, wanted) in [
        ("1", count(&|pair| pair.scope() == Some(Scope::Same))),
        ("2", count(&below)),
        ("3", count(&above)),
        ("4", count(&|pair| pair.scope() == Some(Scope::Similar))),
        ("5", count(&|pair| pair.scope() == Some(Scope::Different))),
        ("6", count(&|pair| pair.result().is_none())),
    ] {
        let screen = Screen::new(80, 24).press("5t").press(digit);
        assert_eq!((screen.app.mode(), screen.app.layout().order.len()), (Mode::Browse, wanted), "{digit}");
        // The same digit once more takes it back.
        assert_eq!(screen.press("t").press(digit).app.compare_filter.show, Show::All);
    }
}

#[test]
fn any_other_key_acts_as_usual() {
    let mut screen = Screen::new(80, 24).press("5tj");
    assert_eq!((screen.app.mode(), screen.app.cursor().selected), (Mode::Browse, 1));
    screen.keys("t<enter>");
    assert_eq!(screen.app.mode(), Mode::Page);
    screen.keys("<esc>t/农");
    assert_eq!(screen.app.mode(), Mode::Search);
    screen.keys("<esc>");
    assert_eq!(screen.app.mode(), Mode::Browse);
    screen.keys("t农");
    assert_eq!(screen.app.mode(), Mode::Search);
    screen.keys("<esc>t8");
    assert_eq!(screen.app.pane, Pane::Compare);
    screen.keys("t0");
    assert_eq!(screen.app.pane, Pane::Overview);
}

#[test]
fn a_click_takes_a_chip_off_and_chooses() {
    let mut screen = Screen::new(120, 40).press("5t2");
    let at = screen.find("目标低于结果 ×");
    assert_eq!(chips(screen.click(at)), "");
    screen.keys("t");
    let at = screen.find("3 高于");
    assert_eq!(chips(screen.click(at)), "[目标高于结果 ×]");
}

#[test]
fn the_door_to_the_promises_narrows_compare_and_takes_that_back() {
    let mut screen = Screen::opening(120, 40).press("5s0Gk<enter>");
    assert_eq!((screen.app.pane, chips(&screen).as_str()), (Pane::Compare, "[目标低于结果 ×]"));
    assert_eq!(screen.app.layout().order.len(), 9);
    screen.keys("<esc>");
    assert_eq!(screen.app.pane, Pane::Overview);
    screen.keys("5");
    assert_eq!(chips(&screen), "[按差额 ×]");
    // What was narrowed further comes off before the way back.
    screen.keys("<esc>0Gk<enter>s<esc>");
    assert_eq!((screen.app.pane, chips(&screen).as_str()), (Pane::Compare, "[目标低于结果 ×]"));
    screen.keys("<esc>");
    assert_eq!(screen.app.pane, Pane::Overview);
}
