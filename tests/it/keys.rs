//! The one table of keys: no doubles, nothing missing, and every key does what help and footer say.
//!
//! What a key does is told by what the user sees: selection, pane, rows, counter, search line.

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::path::Path;

use crate::common::reports::many;
use crate::common::script::{events, released};
use crate::common::{HONOURS, SIZES, Screen};
use crossterm::event::{Event, KeyCode, KeyEvent, KeyEventKind, KeyModifiers};
use sulan::app::{Action, BINDINGS, Edit, Effect, Item, Mode, Outcome, Pane, Show, footer_rows, help_rows, lookup};
use sulan::text::Lang;

/// The modes that have a screen of their own, each with the keys that lead to it.
const MODES: [(Mode, &str); 8] = [
    (Mode::Browse, "jj"),
    (Mode::Page, "jj<enter>"),
    (Mode::Search, "/农"),
    (Mode::Hits, "/农<c-o>"),
    (Mode::Years, "5vjj"),
    (Mode::Places, "5vv"),
    (Mode::Help, "?"),
    (Mode::About, "??"),
];

/// The keys of the table that ask for `action` in `mode`; at least one.
fn chords(mode: Mode, action: &Action) -> Vec<KeyEvent> {
    let rows = BINDINGS.iter().filter(|row| row.modes.contains(&mode) && row.action == *action);
    let keys: Vec<KeyEvent> = rows.flat_map(|row| row.chords).map(|chord| chord.event()).collect();
    assert!(!keys.is_empty(), "no key asks for {action:?} in {mode:?}");
    keys
}

/// The modes in which the table has keys for `action`.
fn modes(action: &Action) -> Vec<Mode> {
    BINDINGS.iter().filter(|row| row.action == *action).flat_map(|row| row.modes).copied().collect()
}

/// The actions that the tests below prove, with the modes they prove them in.
fn proved() -> Vec<(Action, Vec<Mode>)> {
    use Mode::{About, Browse, Export, Help, Hits, Overwrite, Page, Places, Reports, Search, Years};
    let lists = vec![Browse, Page, Hits, Years, Places, Help, About];
    let taking = vec![Browse, Page, Hits];
    let copied = vec![Browse, Page, Hits, Years, Places];
    let rows = [lists.clone(), vec![Reports, Search]].concat();
    let all = Mode::ALL.to_vec();
    let mut proved = vec![
        (Action::Up, rows.clone()),
        (Action::Down, rows.clone()),
        (Action::PreviousSection, vec![Browse, Page, Search, Hits]),
        (Action::NextSection, vec![Browse, Page, Search, Hits]),
        (Action::PageUp, rows.clone()),
        (Action::PageDown, rows),
        (Action::HalfUp, lists.clone()),
        (Action::HalfDown, lists.clone()),
        (Action::First, [lists.clone(), vec![Reports]].concat()),
        (Action::Last, [lists.clone(), vec![Reports]].concat()),
        (Action::PreviousPane, vec![Browse, Page]),
        (Action::NextPane, vec![Browse, Page]),
        (Action::PreviousReport, vec![Browse, Page]),
        (Action::NextReport, vec![Browse, Page]),
        (Action::Search, lists.clone()),
        (Action::NextHit, vec![Browse, Page]),
        (Action::PreviousHit, vec![Browse, Page]),
        (Action::ListHits, vec![Search]),
        (Action::Open, vec![Browse, Search, Hits, Years, Places, Reports, Export, Overwrite]),
        (Action::OneReport, vec![Search, Hits]),
        (Action::View, vec![Browse, Page, Years, Places]),
        (Action::Reports, vec![Browse, Page, Years, Places]),
        (Action::Earlier, vec![Years, Places, Reports]),
        (Action::Later, vec![Years, Places, Reports]),
        (Action::NextIndicator, vec![Places]),
        (Action::PreviousIndicator, vec![Places]),
        (Action::Copy, [copied.clone(), vec![Reports]].concat()),
        (Action::Cite, [copied.clone(), vec![Reports]].concat()),
        (Action::Pick, taking),
        (Action::PickAll, vec![Browse, Hits]),
        (Action::Export, [copied, vec![Reports]].concat()),
        (Action::Back, all.clone()),
        (Action::FiguresOnly, vec![Browse, Hits]),
        (Action::Counterpart, vec![Browse, Page]),
        (Action::Filter, vec![Browse, Places, Mode::Choices]),
        (Action::Sort, vec![Browse, Places]),
        (Action::Language, lists.clone()),
        (Action::Help, lists.clone()),
        (Action::Mouse, lists.clone()),
        (Action::Redraw, all.clone()),
        (Action::Suspend, all.clone()),
        (Action::Quit, vec![Browse, Page, Hits, Years, Places]),
        (Action::Interrupt, all),
    ];
    proved.extend(Show::CHOICES.map(|show| (Action::Choose(show), vec![Mode::Choices])));
    proved.extend(Pane::ALL.map(|pane| (Action::Show(pane), lists.clone())));
    proved.extend(EDITS.map(|edit| match edit {
        Edit::Older | Edit::Newer => (Action::Edit(edit), vec![Search]),
        Edit::DeleteBack | Edit::DeleteWord | Edit::DeleteToStart => {
            (Action::Edit(edit), vec![Search, Export, Reports])
        }
        _ => (Action::Edit(edit), vec![Search, Export]),
    }));
    proved
}

const EDITS: [Edit; 11] = [
    Edit::Left,
    Edit::Right,
    Edit::Start,
    Edit::End,
    Edit::DeleteBack,
    Edit::DeleteForward,
    Edit::DeleteWord,
    Edit::DeleteToStart,
    Edit::DeleteToEnd,
    Edit::Older,
    Edit::Newer,
];

/// A screen in a mode, in a window with room for details.
fn in_mode(mode: Mode) -> Screen {
    let keys = MODES.iter().find(|(known, _)| *known == mode).map_or("jje", |(_, keys)| keys);
    let keys = match mode {
        Mode::Reports => "r",
        Mode::Choices => "5t",
        _ => keys,
    };
    let mut screen = fresh(mode, (100, 24)).press(keys);
    if mode == Mode::Overwrite {
        screen.app.update(Action::Done(Outcome::Exists));
        screen.draw();
    }
    assert_eq!(screen.app.mode(), mode);
    screen
}

/// A browser in which the keys of `MODES` lead to the mode: one report has no other places.
fn fresh(mode: Mode, (width, height): (u16, u16)) -> Screen {
    if mode == Mode::Places { Screen::over(many(), width, height) } else { Screen::new(width, height) }
}

/// What `action`, by each of its keys, makes of the screen that `keys` lead to.
fn each(mode: Mode, keys: &str, action: &Action, look: impl Fn(&Screen, &Screen)) {
    for chord in chords(mode, action) {
        let before = fresh(mode, (100, 24)).press(keys);
        assert_eq!(before.app.mode(), mode, "{keys}");
        let mut after = fresh(mode, (100, 24)).press(keys);
        after.key(chord);
        look(&before, &after);
    }
}

fn place(screen: &Screen) -> usize {
    screen.app.cursor().selected
}

#[test]
fn no_key_stands_twice_in_a_mode() {
    for mode in Mode::ALL {
        let mut seen = BTreeSet::new();
        for chord in BINDINGS.iter().filter(|row| row.modes.contains(&mode)).flat_map(|row| row.chords) {
            assert!(seen.insert(chord.name()), "{} stands twice in {mode:?}", chord.name());
        }
    }
}

#[test]
fn in_the_list_of_hits_keys_that_share_a_place_of_the_footer_share_its_word() {
    let here = BINDINGS.iter().filter(|row| row.modes.contains(&Mode::Hits));
    let rows: Vec<_> = here.filter_map(|row| row.footer).collect();
    for (place, word) in &rows {
        assert!(rows.iter().all(|(other, said)| other != place || said == word), "{rows:?}");
    }
}

#[test]
fn every_key_has_a_name_and_means_its_own_row() {
    for row in BINDINGS {
        for &mode in row.modes {
            for chord in row.chords {
                assert!(!chord.name().is_empty(), "{chord:?} has no name");
                assert_eq!(lookup(mode, chord.event()), Some(row.action.clone()), "{} in {mode:?}", chord.name());
            }
        }
    }
}

#[test]
fn everything_a_user_needs_has_a_key_and_every_key_has_a_test() {
    let proved = proved();
    for (action, modes) in &proved {
        for mode in modes.iter().filter(|_| cfg!(unix) || *action != Action::Suspend) {
            chords(*mode, action);
        }
    }
    for row in BINDINGS {
        for mode in row.modes {
            let known = proved.iter().any(|(action, modes)| *action == row.action && modes.contains(mode));
            assert!(
                known,
                "tests/it/keys.rs has no test of {:?} in {mode:?}: add one, and a row in `proved`",
                row.action
            );
        }
    }
}

#[test]
fn the_release_of_a_key_does_nothing_and_its_repeat_acts() {
    for mode in Mode::ALL {
        for chord in BINDINGS.iter().filter(|row| row.modes.contains(&mode)).flat_map(|row| row.chords) {
            let key = chord.event();
            assert_eq!(lookup(mode, released(key)), None, "{}", chord.name());
            let repeated = KeyEvent { kind: KeyEventKind::Repeat, ..key };
            assert_eq!(lookup(mode, repeated), lookup(mode, key), "{}", chord.name());
        }
        for typed in ['农', 'a'] {
            let key = KeyEvent::new(KeyCode::Char(typed), KeyModifiers::NONE);
            assert_eq!(lookup(mode, released(key)), None, "{typed}");
        }
    }
}

#[test]
fn shift_is_ignored_where_the_character_tells_it() {
    // Unix terminals send `?` bare, Windows sends it with Shift; capitals come either way.
    for c in ['?', 'G', 'N', 'L', '/'] {
        for mode in [Mode::Browse, Mode::Page] {
            let bare = lookup(mode, KeyEvent::new(KeyCode::Char(c), KeyModifiers::NONE));
            let held = lookup(mode, KeyEvent::new(KeyCode::Char(c), KeyModifiers::SHIFT));
            assert!(bare.is_some(), "{c}");
            assert_eq!(bare, held, "{c}");
        }
    }
    let held = KeyEvent::new(KeyCode::BackTab, KeyModifiers::SHIFT);
    assert_eq!(lookup(Mode::Browse, held), Some(Action::PreviousPane));
}

#[test]
fn alt_makes_no_key_and_no_text() {
    for mode in Mode::ALL {
        for c in ['q', 'j', '/', '农', 'x'] {
            assert_eq!(lookup(mode, KeyEvent::new(KeyCode::Char(c), KeyModifiers::ALT)), None, "{c} in {mode:?}");
        }
    }
}

#[test]
fn in_the_search_line_every_bare_character_is_text() {
    let mut screen = Screen::new(100, 24).press("/");
    screen.keys("jkqnNLfgG1?<space>/农<lt>");
    assert_eq!(screen.app.input.text(), "jkqnNLfgG1? /农<");
    assert!(screen.line(0).contains("jkqnNLfgG1? /农<"), "{}", screen.picture());
}

#[test]
fn a_typed_han_opens_the_search_with_itself_from_every_mode() {
    for (mode, keys) in MODES {
        if mode != Mode::Search {
            let screen = fresh(mode, (100, 24)).press(keys).press("农");
            assert_eq!(screen.app.mode(), Mode::Search);
            assert_eq!(screen.app.input.text(), "农");
            assert!(!screen.app.live.is_empty());
        }
    }
}

#[test]
fn help_shows_every_row_of_the_table_with_all_of_its_keys() {
    for (width, height) in SIZES {
        for lang in Lang::ALL {
            let mut screen = Screen::new(width, height).lang(lang).press("?");
            let mut rows = screen.list();
            for _ in 0..100 {
                rows.extend(screen.keys("j").list());
            }
            let all = rows.join(" ");
            for mode in Mode::ALL.into_iter().filter(|mode| !matches!(mode, Mode::Page | Mode::Help | Mode::About)) {
                for (label, names) in help_rows(mode) {
                    let label = label.get(lang);
                    let first = names.first().cloned().unwrap_or_default();
                    // A window of 40 columns may cut a label, not drop it.
                    let start: String = if width < 60 { label.chars().take(6).collect() } else { label.to_owned() };
                    let spanned = first.chars().all(|c| c.is_ascii_digit());
                    let shown = rows.iter().any(|row| {
                        // From 118 columns on the keys of the lines stand beside those of the lists.
                        row.find(&first).is_some_and(|at| row.get(at..).is_some_and(|rest| rest.contains(&start)))
                    });
                    assert!(shown, "help at {width}x{height} in {lang:?} lacks {first} {label}\n{}", rows.join("\n"));
                    let lost = names.iter().find(|name| !spanned && !all.contains(name.as_str()));
                    assert_eq!(lost, None, "help at {width}x{height} in {lang:?}, {label}");
                }
            }
        }
    }
}

#[test]
fn the_keys_of_the_reports_say_what_is_there_when_only_one_is() {
    for mode in [Mode::Browse, Mode::Page] {
        let keys = MODES.iter().find(|(known, _)| *known == mode).map_or("", |(_, keys)| keys);
        for action in [Action::PreviousReport, Action::NextReport] {
            each(mode, keys, &action, |before, after| {
                assert_eq!(after.app.notice().as_deref(), Some("只打开了一份报告"), "{}", after.picture());
                assert_eq!((after.app.item(), after.app.mode()), (before.app.item(), mode));
            });
        }
    }
}

#[test]
fn the_columns_of_help_are_straight() {
    for lang in Lang::ALL {
        let screen = Screen::new(120, 60).lang(lang).press("?");
        let marks: Vec<u16> = ["●", "○", "▪", "▫"]
            .iter()
            .filter_map(|mark| screen.find_all(mark).into_iter().find(|&(x, y)| x > 20 && y > 2).map(|(x, _)| x))
            .collect();
        assert!(marks.len() == 4 && marks.iter().all(|x| Some(x) == marks.first()), "{marks:?}\n{}", screen.picture());
    }
}

#[test]
fn the_footer_shows_only_keys_that_do_something_now() {
    let states = [
        "",
        "G",
        "2",
        "3jjj",
        "4",
        "5",
        "5s",
        "3f",
        "jj<enter>",
        "5<enter>",
        "/",
        "/农",
        "/没有这个词",
        "?",
        "??",
        "/农<enter>",
        "/农<c-o>",
        "/农<c-o>j<space>",
        "/农<c-o>ff",
    ];
    let mut idle = Vec::new();
    for (width, height, lang) in [(132, 40, Lang::Zh), (80, 24, Lang::En), (40, 10, Lang::Zh)] {
        for keys in states {
            let before = Screen::new(width, height).lang(lang).press(keys);
            let mode = before.app.mode();
            let footer = before.footer();
            let shown = footer_rows(mode)
                .into_iter()
                .filter(|(names, word, _)| footer.contains(&format!(" {names} {}", word.get(lang))));
            for (names, word, _) in shown {
                let row = BINDINGS
                    .iter()
                    .filter(|row| row.modes.contains(&mode) && row.footer.is_some_and(|(_, known)| known == word));
                let changes = row.filter_map(|row| row.chords.first()).any(|chord| {
                    let mut after = Screen::new(width, height).lang(lang).press(keys);
                    after.key(chord.event());
                    after.effect.as_ref().is_some_and(|effect| *effect != Effect::Draw)
                        || after.rows() != before.rows()
                        || after.cells() != before.cells()
                });
                if !changes {
                    idle.push(format!("{names} {} after {keys:?} at {width}x{height}", word.get(lang)));
                }
            }
        }
    }
    assert!(idle.is_empty(), "the footer shows keys that do nothing:\n{}", idle.join("\n"));
}

#[test]
fn the_way_to_help_or_back_is_in_every_footer() {
    for (width, height) in SIZES {
        for lang in Lang::ALL {
            for (mode, keys) in MODES {
                let footer = fresh(mode, (width, height)).lang(lang).press(keys).footer();
                let wanted = if mode == Mode::Browse { "? " } else { "Esc " };
                assert!(footer.trim_start().starts_with(wanted), "{mode:?} at {width}x{height}: {footer}");
            }
        }
    }
}

#[test]
fn down_and_up_go_by_one_entry() {
    each(Mode::Browse, "jj", &Action::Down, |before, after| assert_eq!(place(after), place(before) + 1));
    each(Mode::Browse, "jj", &Action::Up, |before, after| assert_eq!(place(after) + 1, place(before)));
    each(Mode::Browse, "", &Action::Up, |before, after| assert_eq!(after.rows(), before.rows()));
    each(Mode::Browse, "G", &Action::Down, |before, after| assert_eq!(after.rows(), before.rows()));
    each(Mode::Browse, "j", &Action::Down, |_, after| {
        assert!(after.footer().ends_with("3/107"), "{}", after.footer());
    });
    each(Mode::Search, "/农", &Action::Down, |before, after| {
        assert_eq!(after.app.hit.selected, before.app.hit.selected + 1);
        assert_ne!(after.selected_row(), before.selected_row());
    });
    each(Mode::Search, "/农<down><down>", &Action::Up, |before, after| {
        assert_eq!(after.app.hit.selected + 1, before.app.hit.selected);
    });
    for mode in [Mode::Help, Mode::About] {
        let keys = if mode == Mode::Help { "<resize:40x10>?" } else { "<resize:40x10>??" };
        each(mode, keys, &Action::Down, |before, after| {
            assert_eq!(after.list().first(), before.list().get(1), "{}", after.picture());
        });
        each(mode, &format!("{keys}jj"), &Action::Up, |before, after| {
            assert_eq!(after.list().get(1), before.list().first(), "{}", after.picture());
        });
    }
}

#[test]
fn on_a_page_down_and_up_scroll_and_then_go_on() {
    // In a large window the page is whole, so the next entry comes at once.
    each(Mode::Page, "jj<enter>", &Action::Down, |before, after| {
        assert_eq!(place(after), place(before) + 1);
        assert_ne!(after.list(), before.list());
    });
    each(Mode::Page, "jj<enter>", &Action::Up, |before, after| assert_eq!(place(after) + 1, place(before)));
    // A page longer than its window is read to its end first.
    let mut screen = Screen::new(40, 10).press("/猪饲养<enter><enter>");
    let (start, entry) = (screen.list(), screen.selected());
    screen.keys("j");
    assert_eq!(screen.selected(), entry, "{}", screen.picture());
    assert_eq!(screen.list().first(), start.get(1));
    screen.keys("G");
    let end = screen.list();
    assert!(end.iter().any(|row| !row.is_empty()));
    screen.keys("j");
    assert_ne!(screen.selected(), entry, "{}", screen.picture());
}

#[test]
fn right_and_left_go_by_section() {
    let section = |screen: &Screen| screen.app.selected().map(|view| view.section_at());
    each(Mode::Browse, "jj", &Action::NextSection, |before, after| {
        assert_eq!(section(after), section(before).map(|at| at + 1));
        let first =
            after.app.selected().and_then(|view| view.section().entries().first().map(|entry| entry.id().to_owned()));
        assert_eq!(Some(after.selected()), first);
    });
    // Left goes to the start of the section first, then to the one before.
    each(Mode::Browse, "ljj", &Action::PreviousSection, |before, after| {
        assert_eq!(section(after), section(before));
        let first =
            after.app.selected().and_then(|view| view.section().entries().first().map(|entry| entry.id().to_owned()));
        assert_eq!(Some(after.selected()), first);
    });
    each(Mode::Browse, "l", &Action::PreviousSection, |before, after| {
        assert_eq!(section(after).map(|at| at + 1), section(before));
    });
    each(Mode::Page, "jj<enter>", &Action::NextSection, |before, after| {
        assert_eq!(section(after), section(before).map(|at| at + 1));
    });
    each(Mode::Page, "lj<enter>", &Action::PreviousSection, |before, after| {
        assert_eq!(section(after), section(before));
        assert_ne!(after.selected(), before.selected());
    });
}

#[test]
fn in_the_list_of_hits_the_keys_of_lists_move() {
    let selected = |screen: &Screen| screen.app.hit.selected;
    let last = Screen::new(100, 24).press("/农<c-o>").app.live.len() - 1;
    each(Mode::Hits, "/农<c-o>j", &Action::Down, |_, after| assert_eq!(selected(after), 2));
    each(Mode::Hits, "/农<c-o>jj", &Action::Up, |_, after| assert_eq!(selected(after), 1));
    each(Mode::Hits, "/农<c-o>", &Action::Up, |before, after| assert_eq!(after.rows(), before.rows()));
    each(Mode::Hits, "/农<c-o>j", &Action::Last, |_, after| assert_eq!(selected(after), last));
    each(Mode::Hits, "/农<c-o>G", &Action::First, |_, after| assert_eq!(selected(after), 0));
    let rows = usize::from(Screen::new(100, 24).press("/农").app.regions().expect("a window").list.height);
    for (down, up, by) in [(Action::PageDown, Action::PageUp, rows), (Action::HalfDown, Action::HalfUp, rows / 2)] {
        each(Mode::Hits, "/农<c-o>", &down, |_, after| assert_eq!(selected(after), by));
        each(Mode::Hits, "/农<c-o>G", &up, |_, after| assert_eq!(selected(after), last - by));
    }
}

#[test]
fn tab_in_the_search_goes_by_group() {
    let pane = |screen: &Screen| screen.app.selected().map(|view| view.section().tab());
    each(Mode::Hits, "/农<c-o>", &Action::NextSection, |before, after| assert_ne!(pane(after), pane(before)));
    each(Mode::Hits, "/农<c-o>l", &Action::PreviousSection, |_, after| assert_eq!(after.app.hit.selected, 0));
    each(Mode::Search, "/农", &Action::NextSection, |before, after| assert_ne!(pane(after), pane(before)));
    each(Mode::Search, "/农<tab>", &Action::PreviousSection, |before, after| {
        assert_ne!(pane(after), pane(before));
        assert_eq!(after.app.hit.selected, 0);
    });
}

#[test]
fn pages_and_half_pages_go_further_than_a_line_and_come_back() {
    let rows = |action: &Action| {
        let mut screen = Screen::new(100, 24).press("");
        let key = chords(Mode::Browse, action).first().copied().expect("the action has a key");
        screen.key(key);
        place(&screen)
    };
    let (page, half) = (rows(&Action::PageDown), rows(&Action::HalfDown));
    assert!(page > half && half > 1, "{page} {half}");
    each(Mode::Browse, "", &Action::PageDown, |before, after| {
        // A page shows at least one line of what was in sight.
        let last = before.list().iter().rev().find(|row| !row.is_empty()).cloned().unwrap_or_default();
        let title = last.split_whitespace().next().unwrap_or_default().to_owned();
        assert!(after.list().iter().any(|row| row.contains(&*title)), "{last}\n{}", after.picture());
    });
    each(Mode::Browse, "G", &Action::PageUp, |before, after| assert!(place(after) + 5 < place(before)));
    each(Mode::Browse, "G", &Action::HalfUp, |before, after| assert!(place(after) + 2 < place(before)));
    each(Mode::Browse, "", &Action::HalfDown, |_, after| assert_eq!(place(after), half));
    each(Mode::Search, "/农", &Action::PageDown, |_, after| assert!(after.app.hit.selected > 3));
    each(Mode::Search, "/农<pgdn><pgdn>", &Action::PageUp, |before, after| {
        assert!(after.app.hit.selected < before.app.hit.selected);
    });
    for (mode, keys) in [(Mode::Help, "?"), (Mode::About, "??"), (Mode::Page, "/猪饲养<enter><enter>")] {
        let keys = format!("<resize:40x10>{keys}");
        for (down, up) in [(Action::PageDown, Action::PageUp), (Action::HalfDown, Action::HalfUp)] {
            each(mode, &keys, &down, |before, after| {
                assert!(after.app.scroll() > before.app.scroll(), "{}", after.picture());
                assert_ne!(after.list(), before.list());
            });
            each(mode, &format!("{keys}G"), &up, |before, after| {
                assert!(after.app.scroll() < before.app.scroll(), "{}", after.picture());
            });
        }
    }
}

#[test]
fn first_and_last_go_to_the_ends() {
    each(Mode::Browse, "jj", &Action::Last, |_, after| {
        assert_eq!(place(after) + 1, after.app.layout().order.len());
        let total = after.app.layout().order.len();
        assert!(after.footer().ends_with(&format!("{total}/{total}")));
    });
    each(Mode::Browse, "G", &Action::First, |_, after| assert_eq!(place(after), 0));
    for (mode, keys) in [(Mode::Help, "?"), (Mode::About, "??"), (Mode::Page, "/猪饲养<enter><enter>")] {
        let keys = format!("<resize:40x10>{keys}");
        each(mode, &keys, &Action::Last, |before, after| {
            assert!(after.app.scroll() > before.app.scroll());
            let mut further = Screen::new(40, 10).press(&keys).press("G");
            let end = further.list();
            assert_eq!(further.keys("<pgdn>").list(), end, "there is no more below the last row");
        });
        each(mode, &format!("{keys}G"), &Action::First, |_, after| assert_eq!(after.app.scroll(), 0));
    }
}

#[test]
fn tab_and_the_digits_change_the_pane() {
    for (at, pane) in (0..).zip(Pane::ALL) {
        let here = format!("{at}");
        let next = Pane::ALL.into_iter().cycle().nth(at + 1);
        let before = Pane::ALL.into_iter().cycle().nth(at + Pane::ALL.len() - 1);
        each(Mode::Browse, &here, &Action::NextPane, |_, after| assert_eq!(Some(after.app.pane), next));
        each(Mode::Browse, &here, &Action::PreviousPane, |_, after| assert_eq!(Some(after.app.pane), before));
        for (mode, keys) in MODES.into_iter().filter(|(mode, _)| *mode != Mode::Search) {
            each(mode, keys, &Action::Show(pane), |_, after| {
                assert_eq!(after.app.pane, pane);
                assert_eq!(after.app.mode(), Mode::Browse, "a pane is shown as its list");
            });
        }
        let names = BINDINGS.iter().filter(|row| row.action == Action::Show(pane)).flat_map(|row| row.chords);
        assert!(names.map(|chord| chord.name()).any(|name| name == here), "{pane:?} is not on {here}");
    }
    each(Mode::Page, "jj<enter>", &Action::NextPane, |_, after| assert_eq!(after.app.pane, HONOURS));
    each(Mode::Page, "3jj<enter>", &Action::PreviousPane, |_, after| assert_eq!(after.app.pane, HONOURS));
}

#[test]
fn slash_opens_an_empty_search_line() {
    for (mode, keys) in MODES.into_iter().filter(|(mode, _)| *mode != Mode::Search) {
        each(mode, keys, &Action::Search, |_, after| {
            assert_eq!(after.app.mode(), Mode::Search);
            assert!(after.app.input.is_empty());
            assert_eq!(after.line(0).trim_start().chars().next(), Some('/'), "{}", after.picture());
            assert_eq!(after.cursor(), Some((3, 0)));
        });
    }
}

#[test]
fn the_hit_keys_walk_the_hits_of_the_last_search() {
    let hits = Screen::new(100, 24).press("/猪<enter>");
    let found: Vec<_> = hits.app.kept.entries().collect();
    assert!(found.len() >= 2, "the walk needs two hits");
    for (mode, keys) in [(Mode::Browse, "/猪<enter>"), (Mode::Page, "/猪<enter><enter>")] {
        each(mode, keys, &Action::NextHit, |_, after| {
            assert_eq!(after.app.selected().map(|view| view.at()), found.get(1).copied());
        });
        each(mode, keys, &Action::PreviousHit, |_, after| {
            assert_eq!(after.app.selected().map(|view| view.at()), found.last().copied());
        });
    }
    for action in [Action::NextHit, Action::PreviousHit] {
        each(Mode::Browse, "jj", &action, |before, after| assert_eq!(after.rows(), before.rows()));
    }
}

#[test]
fn enter_opens_the_page_and_in_the_search_goes_to_the_hit() {
    each(Mode::Browse, "jj", &Action::Open, |before, after| {
        assert_eq!(after.app.mode(), Mode::Page);
        assert_eq!(after.selected(), before.selected());
        let title = before.app.selected().map(|view| view.entry().title().zh.clone()).unwrap_or_default();
        assert!(after.list().first().is_some_and(|row| row.contains(&*title)), "{}", after.picture());
    });
    each(Mode::Search, "/农<down>", &Action::Open, |before, after| {
        assert_eq!(after.app.mode(), Mode::Browse);
        assert_eq!(after.selected(), before.selected());
    });
    each(Mode::Hits, "/农<c-o>j", &Action::Open, |before, after| {
        assert_eq!(after.app.mode(), Mode::Browse);
        assert_eq!(after.selected(), before.selected());
    });
    each(Mode::Search, "/没有这个词", &Action::Open, |before, after| assert_eq!(after.rows(), before.rows()));
}

#[test]
fn esc_steps_back_and_never_quits() {
    each(Mode::Page, "jj<enter>", &Action::Back, |_, after| {
        assert_eq!(after.rows(), Screen::new(100, 24).press("jj").rows());
    });
    each(Mode::Search, "jj/农", &Action::Back, |_, after| {
        assert_eq!(after.rows(), Screen::new(100, 24).press("jj").rows());
    });
    each(Mode::Hits, "jj/农<c-o>", &Action::Back, |_, after| {
        assert_eq!(after.rows(), Screen::new(100, 24).press("jj/农").rows());
    });
    for keys in ["jj?", "jj??"] {
        let mode = if keys == "jj?" { Mode::Help } else { Mode::About };
        each(mode, keys, &Action::Back, |_, after| {
            assert_eq!(after.rows(), Screen::new(100, 24).press("jj").rows());
        });
    }
    // In a list it takes away the marks of the last search.
    each(Mode::Browse, "/农<enter>", &Action::Back, |before, after| {
        assert_eq!(after.effect, Some(Effect::Draw));
        // The key of its hits leaves the footer with them.
        assert_eq!(after.list(), before.list());
        assert!(before.footer().contains("n 1/") && !after.footer().contains("n 1/"), "{}", after.footer());
        let red = |screen: &Screen| screen.cells().content().iter().any(|cell| cell.fg == ratatui::style::Color::Red);
        assert!(red(Screen::new(100, 24).press("/农<enter>j").keys("")) && !red(after));
    });
    for (_, keys) in MODES {
        let screen = Screen::new(100, 24).press(keys).press("<esc><esc><esc><esc><esc>");
        assert_eq!(screen.app.mode(), Mode::Browse);
        assert_eq!(screen.effect, Some(Effect::Draw));
    }
}

#[test]
fn f_goes_round_by_who_carries_a_number() {
    each(Mode::Browse, "3", &Action::FiguresOnly, |before, after| {
        let all = before.app.layout().order.len();
        let rest = after.app.library.entries().filter(|view| view.tab() == sulan::report::Tab::Tasks);
        let numbered = rest.filter(|view| !view.entry().figures().is_empty()).count();
        assert!(numbered < all);
        assert!(after.footer().ends_with(&format!("/{numbered}")), "{}", after.footer());
        assert!(!after.list().iter().any(|row| row.trim_end().ends_with('▫')), "{}", after.picture());
        assert!(after.shows("[有数字 ×]"), "{}", after.picture());
    });
    each(Mode::Browse, "3f", &Action::FiguresOnly, |_, after| {
        assert!(after.shows("[无数字 ×]"), "{}", after.picture());
        let views = after.app.layout().order.clone();
        let bare = |item: &Item| matches!(item, Item::Entry(at) if after.app.library.get(*at).is_some_and(|view| view.figures().is_empty()));
        assert!(!views.is_empty() && views.iter().all(bare));
    });
    each(Mode::Browse, "3ff", &Action::FiguresOnly, |_, after| {
        assert_eq!(after.app.layout(), Screen::new(100, 24).press("3").app.layout());
        assert!(!after.shows("×]"), "{}", after.picture());
    });
    // In Compare it narrows to the section of the pair.
    each(Mode::Browse, "5", &Action::FiguresOnly, |before, after| {
        let (all, few) = (before.app.layout().order.len(), after.app.layout().order.len());
        assert!(0 < few && few < all, "{few} of {all}");
        assert_eq!(after.selected(), before.selected());
    });
}

#[test]
fn c_goes_to_the_counterpart_and_back() {
    let target = "/猪饲养<enter>";
    for (mode, keys) in [(Mode::Browse, target.to_owned()), (Mode::Page, format!("{target}<enter>"))] {
        each(mode, &keys, &Action::Counterpart, |before, after| {
            let (from, to) = (before.app.selected(), after.app.selected());
            let (from, to) = (from.expect("an entry is selected"), to.expect("an entry is selected"));
            assert_ne!(from.section().tab(), to.section().tab());
            assert_eq!(from.entry().title(), to.entry().title());
        });
        for chord in chords(mode, &Action::Counterpart) {
            let mut screen = Screen::new(100, 24).press(&keys);
            let before = screen.selected();
            screen.key(chord).key(chord);
            assert_eq!(screen.selected(), before, "{}", screen.picture());
        }
    }
    each(Mode::Browse, "5j", &Action::Counterpart, |before, after| {
        assert!(matches!(after.app.pane, Pane::Tab(_)));
        assert_eq!(after.selected(), before.selected());
    });
}

#[test]
fn t_and_s_narrow_and_sort_the_pairs() {
    each(Mode::Browse, "5", &Action::Filter, |before, after| {
        assert_eq!((after.app.mode(), after.list()), (Mode::Choices, before.list()));
    });
    each(Mode::Choices, "5t", &Action::Filter, |before, after| {
        assert!(after.app.layout().order.len() < before.app.layout().order.len());
        assert_eq!((after.app.mode(), after.app.compare_filter.show), (Mode::Choices, Show::CHOICES[0]));
    });
    for show in Show::CHOICES {
        each(Mode::Choices, "5t", &Action::Choose(show), |_, after| {
            assert_eq!((after.app.mode(), after.app.compare_filter.show), (Mode::Browse, show));
        });
    }
    each(Mode::Browse, "5", &Action::Sort, |before, after| {
        assert_eq!(after.app.layout().order.len(), before.app.layout().order.len());
        assert_ne!(after.app.layout().order, before.app.layout().order);
    });
    for chord in chords(Mode::Browse, &Action::Sort) {
        let mut screen = Screen::new(100, 24).press("5");
        let before = screen.app.layout().order.clone();
        screen.key(chord).key(chord);
        assert_eq!(screen.app.layout().order, before, "twice is the order of the source again");
    }
    for action in [Action::Filter, Action::Sort] {
        each(Mode::Browse, "3jj", &action, |before, after| assert_eq!(after.rows(), before.rows()));
    }
}

#[test]
fn the_language_key_changes_the_language_and_keeps_the_place() {
    for (mode, keys) in MODES.into_iter().filter(|(mode, _)| *mode != Mode::Search) {
        each(mode, keys, &Action::Language, |before, after| {
            assert_eq!(after.app.lang, before.app.lang.other());
            assert_eq!(after.app.mode(), mode);
            assert_eq!(after.selected(), before.selected());
            assert_ne!(after.rows(), before.rows());
        });
    }
}

#[test]
fn the_question_mark_turns_between_help_and_about() {
    each(Mode::Browse, "jj", &Action::Help, |_, after| assert_eq!(after.app.mode(), Mode::Help));
    each(Mode::Page, "jj<enter>", &Action::Help, |_, after| assert_eq!(after.app.mode(), Mode::Help));
    each(Mode::Hits, "/农<c-o>", &Action::Help, |_, after| assert_eq!(after.app.mode(), Mode::Help));
    each(Mode::Help, "?", &Action::Help, |_, after| assert_eq!(after.app.mode(), Mode::About));
    each(Mode::About, "??", &Action::Help, |_, after| assert_eq!(after.app.mode(), Mode::Help));
    let screen = Screen::new(100, 24).press("jj<enter>?<esc>");
    assert_eq!(screen.app.mode(), Mode::Page, "help goes back to where it was opened");
}

#[test]
fn m_turns_the_mouse_on_and_off() {
    for mode in modes(&Action::Mouse) {
        for chord in chords(mode, &Action::Mouse) {
            let mut screen = in_mode(mode);
            let before = screen.rows();
            assert!(!screen.app.mouse, "the mouse is the terminal's own at first");
            screen.key(chord);
            assert!(screen.app.mouse && screen.effect == Some(Effect::Mouse), "{mode:?}");
            // It changes how text is selected, and says so.
            assert_eq!(screen.rows().get(..before.len() - 1), before.get(..before.len() - 1));
            assert!(screen.footer().contains("鼠标已开"), "{}", screen.footer());
            assert!(!screen.key(chord).app.mouse && screen.effect == Some(Effect::Mouse), "{mode:?}");
        }
    }
}

#[test]
fn the_keys_for_the_program_around_ask_it() {
    let effects = [
        (Action::Redraw, Effect::Redraw),
        (Action::Suspend, Effect::Suspend),
        (Action::Quit, Effect::Quit(0)),
        (Action::Interrupt, Effect::Quit(130)),
    ];
    for (action, effect) in effects {
        for mode in modes(&action) {
            for chord in chords(mode, &action) {
                let mut screen = in_mode(mode);
                let before = screen.rows();
                screen.key(chord);
                assert_eq!(screen.effect, Some(effect.clone()), "{action:?} in {mode:?}");
                assert_eq!(screen.rows(), before, "{action:?} in {mode:?}");
            }
        }
    }
}

#[test]
fn the_search_line_edits_as_a_shell_does() {
    // The line before, the edit, the line with a bar at the cursor after it.
    let line = [
        ("/ab<left>", Edit::Left, "|ab"),
        ("/农业<left><left>", Edit::Right, "农|业"),
        ("/农业 ab", Edit::Start, "|农业 ab"),
        ("/农业<c-a>", Edit::End, "农业|"),
        ("/农业", Edit::DeleteBack, "农|"),
        ("/农业<c-a>", Edit::DeleteForward, "|业"),
        ("/jilin 马拉松", Edit::DeleteWord, "jilin |"),
        ("/农业<left>", Edit::DeleteToStart, "|业"),
        ("/农业<left>", Edit::DeleteToEnd, "农|"),
        ("/粮食<enter>/草", Edit::Older, "粮食|"),
        ("/粮食<enter>/草<c-p>", Edit::Newer, "草|"),
    ];
    assert_eq!(line.len(), EDITS.len());
    for (keys, edit, wanted) in line {
        each(Mode::Search, keys, &Action::Edit(edit), |_, after| {
            let (before, text) = (after.app.input.before().to_owned(), after.app.input.text());
            let rest = text.strip_prefix(&before).unwrap_or_default();
            assert_eq!(format!("{before}|{rest}"), wanted, "{edit:?} after {keys}");
            assert!(after.line(0).contains(text.trim()), "{}", after.picture());
            let column = u16::try_from(sulan::text::width(after.app.input.before())).expect("the line is short");
            assert_eq!(after.cursor(), Some((3 + column, 0)), "{edit:?}");
            assert_eq!(after.app.live.query(), text, "the search follows the line");
        });
    }
}

#[test]
fn y_and_capital_y_copy_space_picks_and_e_asks_for_a_name() {
    // What is copied, picked and written is tested in tests/it/take.
    for mode in [Mode::Browse, Mode::Page, Mode::Years, Mode::Places] {
        for action in [Action::Copy, Action::Cite] {
            for chord in chords(mode, &action) {
                assert!(matches!(in_mode(mode).key(chord).effect, Some(Effect::Copy(_))), "{action:?} in {mode:?}");
            }
        }
        let picks = BINDINGS.iter().filter(|row| row.modes.contains(&mode) && row.action == Action::Pick);
        for chord in picks.flat_map(|row| row.chords) {
            assert_eq!(in_mode(mode).key(chord.event()).app.picks.len(), 1);
        }
        for chord in chords(mode, &Action::Export) {
            assert_eq!(in_mode(mode).key(chord).app.mode(), Mode::Export);
        }
    }
}

#[test]
fn the_name_of_a_file_is_edited_written_and_left() {
    for (keys, edit, wanted) in [
        ("ab<left>", Edit::Left, "|ab"),
        ("农业<left><left>", Edit::Right, "农|业"),
        ("农业 ab", Edit::Start, "|农业 ab"),
        ("农业<c-a>", Edit::End, "农业|"),
        ("农业", Edit::DeleteBack, "农|"),
        ("农业<c-a>", Edit::DeleteForward, "|业"),
        ("jilin 马拉松", Edit::DeleteWord, "jilin |"),
        ("农业<left>", Edit::DeleteToStart, "|业"),
        ("农业<left>", Edit::DeleteToEnd, "农|"),
    ] {
        each(Mode::Export, &format!("e<c-u>{keys}"), &Action::Edit(edit), |_, after| {
            let (before, text) = (after.app.file.before().to_owned(), after.app.file.text());
            let rest = text.strip_prefix(&before).unwrap_or_default();
            assert_eq!(format!("{before}|{rest}"), wanted, "{edit:?} after {keys}");
        });
    }
    each(Mode::Export, "e", &Action::Open, |_, after| assert!(matches!(after.effect, Some(Effect::Write(_)))));
    for chord in chords(Mode::Overwrite, &Action::Open) {
        let mut screen = in_mode(Mode::Overwrite);
        screen.key(chord);
        assert!(matches!(&screen.effect, Some(Effect::Write(order)) if order.over));
    }
    for (mode, left) in [(Mode::Export, Mode::Browse), (Mode::Overwrite, Mode::Export), (Mode::Choices, Mode::Browse)] {
        for chord in chords(mode, &Action::Back) {
            assert_eq!(in_mode(mode).key(chord).app.mode(), left);
        }
    }
}

#[test]
fn up_on_the_first_hit_recalls_an_older_search() {
    each(Mode::Search, "/粮食<enter>/农", &Action::Up, |_, after| assert_eq!(after.app.input.text(), "粮食"));
}

#[test]
fn pasted_text_is_text_in_every_mode() {
    for (mode, keys) in MODES {
        let screen = Screen::new(100, 24).press(keys).press("<paste:高标准\u{1b}[31m\n农田q>");
        assert_eq!(screen.app.mode(), Mode::Search);
        let before = if mode == Mode::Search { "农" } else { "" };
        assert_eq!(screen.app.input.text(), format!("{before}高标准[31m 农田q"));
    }
}

#[test]
fn the_panes_are_on_the_digits_that_the_tab_row_shows() {
    let screen = Screen::new(120, 40);
    for (digit, pane) in (0..).zip(Pane::ALL) {
        let label = pane.label().get(Lang::Zh);
        assert!(screen.line(0).contains(&format!("{digit} {label}")), "{}", screen.line(0));
        assert_eq!(Screen::new(120, 40).press(&digit.to_string()).app.pane, pane);
    }
}

#[test]
fn the_script_of_keys_says_what_it_means() {
    let code = |script: &str| match events(script).first() {
        Some(Event::Key(key)) => Some((key.code, key.modifiers)),
        _ => None,
    };
    assert_eq!(code("<c-x>"), Some((KeyCode::Char('x'), KeyModifiers::CONTROL)));
    assert_eq!(code("G"), Some((KeyCode::Char('G'), KeyModifiers::SHIFT)));
    assert_eq!(events("/生产<enter>jj").len(), 6);
    assert_eq!(events("<paste:a b>"), [Event::Paste("a b".to_owned())]);
    assert_eq!(events("<resize:80x24>"), [Event::Resize(80, 24)]);
}

/// The rows of the README's table of keys, as Markdown: keys, what they do in Chinese and in English.
fn table() -> String {
    let mut out = String::new();
    let browse = help_rows(Mode::Browse);
    let known = |label: &sulan::text::Label| browse.iter().any(|(known, _)| known == label);
    let new = |mode| help_rows(mode).into_iter().filter(|(label, _)| !known(label)).collect::<Vec<_>>();
    let (search, reports) = (new(Mode::Search), new(Mode::Reports));
    let mut views = new(Mode::Years);
    views.extend(new(Mode::Places).into_iter().filter(|row| !views.contains(row)).collect::<Vec<_>>());
    for (head, rows) in [
        ("| Keys | 作用 | What they do |", &browse),
        ("| In the search line | 搜索行里 | |", &search),
        ("| Years and places | 历年、各地 | |", &views),
        ("| The reports | 报告 | |", &reports),
    ] {
        writeln!(out, "{head}\n|---|---|---|").expect("a string takes all text");
        for (label, names) in rows {
            let names: Vec<String> = names.iter().map(|name| format!("`{}`", name.replace('|', "\\|"))).collect();
            writeln!(out, "| {} | {} | {} |", names.join(" "), label.get(Lang::Zh), label.get(Lang::En))
                .expect("a string takes all text");
        }
        out.push('\n');
    }
    out.trim_end().to_owned() + "\n"
}

#[test]
fn the_readme_shows_the_table() {
    const OPEN: &str = "<!-- keys -->\n";
    const CLOSE: &str = "<!-- /keys -->";
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("README.md");
    let Ok(readme) = std::fs::read_to_string(&path) else {
        // The crate is tested before its README is written, too.
        return;
    };
    let (before, rest) = readme.split_once(OPEN).expect("README.md has no line <!-- keys -->");
    let (shown, behind) = rest.split_once(CLOSE).expect("README.md has no <!-- /keys -->");
    if std::env::var_os("SULAN_UPDATE").is_some() {
        let made = [before, OPEN, &table(), CLOSE, behind].concat();
        std::fs::write(&path, made).expect("README.md can be written");
        return;
    }
    assert!(
        shown == table(),
        "the keys of README.md are not those of the table: SULAN_UPDATE=1 cargo test keys::\n{}",
        table()
    );
}

#[test]
fn keys_that_stand_together_in_the_footer_share_their_word() {
    for mode in Mode::ALL {
        let rows = BINDINGS.iter().filter(|row| row.modes.contains(&mode)).filter_map(|row| row.footer);
        let mut words: std::collections::BTreeMap<_, Vec<_>> = std::collections::BTreeMap::new();
        for (slot, word) in rows {
            let known = words.entry(slot).or_default();
            if !known.contains(&word) {
                known.push(word);
            }
        }
        for (slot, words) in words {
            assert_eq!(words.len(), 1, "{mode:?} {slot:?}: {words:?}");
        }
    }
}
