//! The memory of the place, through the library.

use sulan::settings::{Memory, Position};

use super::Home;

#[test]
fn the_report_left_longest_ago_is_forgotten_first() {
    let home = Home::new("forgotten");
    let memory = |number: u32| Memory::new(Some(&home.state()), &format!("report-{number}")).expect("a file");
    let at = |number: u32| Position {
        pane: "tasks".to_owned(),
        entries: [("tasks".to_owned(), format!("entry-{number}"))].into(),
    };
    for number in 1..=102 {
        memory(number).keep(&at(number), Position::default);
    }
    assert_eq!(memory(102).recall(), Some(at(102)));
    assert_eq!(memory(3).recall(), Some(at(3)));
    assert_eq!(memory(2).recall(), None, "a hundred reports are remembered");
    // Where one is again counts anew.
    memory(3).keep(&at(1), Position::default);
    memory(103).keep(&at(103), Position::default);
    assert_eq!(memory(3).recall(), Some(at(1)));
    assert_eq!(memory(4).recall(), None);
}
