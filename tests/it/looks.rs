//! The looks a user can choose, and keys with an input method left on.

use std::collections::BTreeSet;

use crate::common::reports::{dated, library_of};
use crate::common::{SIZES, Screen};
use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
use ratatui::buffer::Cell;
use ratatui::style::Modifier;
use serde_json::json;
use sulan::app::{Action, Looks, Mode, Pane, lookup};
use sulan::report::Tab;
use sulan::text::Lang;
use unicode_width::UnicodeWidthStr;

/// Keys that lead to every kind of screen.
const SCREENS: [&str; 12] =
    ["1lllj", "2jj", "3lj", "4j", "4G", "5jj", "5jj<enter>", "1lllj<enter>", "/就业", "/zzzzz", "?", "??"];

fn ascii(keys: &str, (width, height): (u16, u16), lang: Lang) -> Screen {
    let mut screen = Screen::new(width, height).lang(lang);
    screen.app.set_looks(Looks { ascii: true, mono: true });
    screen.press(keys)
}

#[test]
fn in_ascii_nothing_of_ambiguous_width_is_left_on_any_screen() {
    for lang in Lang::ALL {
        for size in SIZES {
            for keys in SCREENS {
                let screen = ascii(keys, size, lang);
                for cell in screen.cells().content() {
                    let symbol = cell.symbol();
                    assert_eq!(
                        symbol.width_cjk(),
                        symbol.width(),
                        "{symbol:?} after {keys} at {size:?}\n{}",
                        screen.picture()
                    );
                }
            }
        }
    }
}

#[test]
fn in_ascii_units_of_drafted_reports_are_plain_letters() {
    let fine = json!({"value": 33, "unit": "微克/立方米", "basis": "level"});
    let mut report = dated("made", 2025, ("某市", "A City"), (vec![fine], vec![]));
    let units = json!({"units": [{"zh": "微克/立方米", "en": "µg/m³"}]});
    report.as_object_mut().expect("an object").insert("lexicon".to_owned(), units);
    for (width, height) in SIZES {
        let mut screen = Screen::over(library_of(&[report.clone()]), width, height).lang(Lang::En);
        screen.app.set_looks(Looks { ascii: true, mono: true });
        screen.keys("1");
        assert!(screen.shows("ug/m3"), "{}", screen.picture());
    }
}

#[test]
fn in_ascii_quotation_marks_are_those_that_are_wide_everywhere() {
    let screen = ascii("1j", (120, 40), Lang::Zh);
    assert!(screen.picture().contains("「双停」"), "{}", screen.picture());
    // Marks of a search stay on their characters.
    let screen = ascii("/双停<enter>", (120, 40), Lang::Zh);
    assert!(screen.picture().contains("「双停」"), "{}", screen.picture());
}

#[test]
fn in_ascii_a_mark_of_a_number_is_told_from_another() {
    let screen = ascii("3lj", (120, 40), Lang::Zh);
    assert!(screen.picture().contains(">=200"), "{}", screen.picture());
    let screen = ascii("1lllllll", (120, 40), Lang::Zh);
    assert!(!screen.picture().contains('≥'), "{}", screen.picture());
}

#[test]
fn keys_of_an_input_method_work_as_their_keys() {
    let typed = |c| lookup(Mode::Browse, KeyEvent::new(KeyCode::Char(c), KeyModifiers::NONE));
    assert_eq!(typed('、'), Some(Action::Search));
    assert_eq!(typed('／'), Some(Action::Search));
    assert_eq!(typed('？'), Some(Action::Help));
    assert_eq!(typed('ｊ'), Some(Action::Down));
    assert_eq!(typed('ｑ'), Some(Action::Quit));
    assert_eq!(typed('Ｌ'), Some(Action::Language));
    assert_eq!(typed('３'), Some(Action::Show(Pane::Tab(Tab::Tasks))));
    assert_eq!(typed('\u{3000}'), typed(' '));
    assert_eq!((typed('【'), typed('】')), (Some(Action::PreviousReport), Some(Action::NextReport)));
    for unused in ['：', '，', '。'] {
        assert!(matches!(typed(unused), Some(Action::Unbound(_))), "{unused}");
    }
    // In the search line they are what they are.
    let searched = lookup(Mode::Search, KeyEvent::new(KeyCode::Char('、'), KeyModifiers::NONE));
    assert_eq!(searched, Some(Action::Insert("、".to_owned())));
}

/// Whether any cell of a text that stands in a row is dim.
fn dim_in(screen: &Screen, y: u16, text: &str) -> bool {
    let mut row = Vec::new();
    let mut x = 0;
    while x < screen.cells().area.width {
        let cell = &screen.cells()[(x, y)];
        row.push(cell);
        x += u16::try_from(cell.symbol().width()).unwrap_or(1).max(1);
    }
    let symbols: Vec<String> = text.chars().map(String::from).collect();
    let reads = |cells: &&[&Cell]| cells.iter().zip(&symbols).all(|(cell, symbol)| cell.symbol() == symbol);
    let found = row.windows(symbols.len()).find(reads);
    let cells = found.unwrap_or_else(|| panic!("no {text:?} in row {y}\n{}", screen.picture()));
    cells.iter().any(|cell| cell.modifier.contains(Modifier::DIM))
}

#[test]
fn notes_and_caveats_of_scope_are_plain_text_and_only_labels_are_dim() {
    for (lang, caveats) in [
        (Lang::Zh, ["口径相近", "口径不同", "不相减", "推算", "只有口径相同才相减"]),
        (Lang::En, ["similar scope", "different scope", "not subtracted", "derived", "only same-scope"]),
    ] {
        let mut seen = BTreeSet::new();
        for (size, keys) in [(120, 40), (80, 24), (200, 50)].into_iter().flat_map(|size| {
            ["1ll", "1ljj", "3l", "3ljjj", "4jj", "5", "5lj", "5lj<enter>", "5<enter>"].map(|keys| (size, keys))
        }) {
            let screen = Screen::new(size.0, size.1).lang(lang).press(keys);
            let notes = screen.app.library.entries().filter_map(|view| Some(view.note()?.get(lang).to_owned()));
            let notes: Vec<String> = notes.filter(|note| note.width() > 8).collect();
            for (y, row) in (0..).zip(screen.rows()) {
                for text in caveats.map(str::to_owned).iter().chain(&notes).filter(|text| row.contains(text.as_str())) {
                    seen.insert(text.clone());
                    assert!(!dim_in(&screen, y, text), "{text:?} is dim after {keys}\n{}", screen.picture());
                }
            }
        }
        assert!(caveats.iter().all(|caveat| seen.contains(*caveat)), "{lang:?}: {seen:?}");
        assert!(seen.len() > 2 * caveats.len(), "no note was in sight: {seen:?}");
    }
}

#[test]
fn numbers_and_names_are_plain_wherever_they_stand() {
    for (size, keys, text) in [
        ((60, 20), "5v", "+9e → +7%"),
        ((120, 40), "0", "Grain output"),
        ((80, 24), "/medal", "Gold 2  Silver 3"),
        ((80, 24), "/pacesetter", "Pacesetter"),
    ] {
        let screen = Screen::new(size.0, size.1).lang(Lang::En).press(keys);
        let rows: Vec<u16> = (0..).zip(screen.list()).filter(|(_, row)| row.contains(text)).map(|(y, _)| y).collect();
        assert!(!rows.is_empty(), "no {text:?} after {keys}\n{}", screen.picture());
        let top = screen.app.regions().map_or(0, |regions| regions.list.y);
        for y in rows {
            assert!(!dim_in(&screen, top + y, text), "{text:?} is dim after {keys}\n{}", screen.picture());
        }
    }
}
