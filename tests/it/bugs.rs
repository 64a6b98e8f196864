//! Twenty bugs that users of terminal programs hate, each with the test that guards
//! it here. The table itself is tested: every guard must exist under its name.

use std::path::Path;

/// A bug, and the tests that would fail if it came: file and name.
struct Bug {
    number: u8,
    what: &'static str,
    guards: &'static [(&'static str, &'static str)],
}

const fn bug(number: u8, what: &'static str, guards: &'static [(&'static str, &'static str)]) -> Bug {
    Bug { number, what, guards }
}

const BUGS: [Bug; 20] = [
    bug(
        1,
        "half of the old background stays when the highlight leaves a wide character",
        &[
            ("src/term/wide.rs", "a_wide_character_that_changes_only_its_style_is_painted_in_both_halves"),
            ("src/term/wide.rs", "after_every_key_the_terminal_shows_what_a_whole_repaint_would"),
        ],
    ),
    bug(
        2,
        "ink stays in the second cell of a wide character that went",
        &[("src/term/wide.rs", "nothing_is_left_of_a_wide_character_where_a_narrow_one_comes")],
    ),
    bug(
        3,
        "rows of Chinese text overlap or shift",
        &[("tests/it/sizes.rs", "the_whole_grid"), ("tests/it/screens.rs", "review")],
    ),
    bug(
        4,
        "lines break where a terminal draws ambiguous characters two cells wide",
        &[("tests/it/looks.rs", "in_ascii_nothing_of_ambiguous_width_is_left_on_any_screen")],
    ),
    bug(
        5,
        "the input method's window opens elsewhere",
        &[("tests/it/terminal/typing.rs", "the_cursor_stands_behind_what_is_typed")],
    ),
    bug(
        6,
        "text of an input method is lost or doubled",
        &[
            ("tests/it/terminal/typing.rs", "a_paste_is_text"),
            ("tests/it/terminal/screens.rs", "first_screen_in_chinese"),
            ("tests/it/looks.rs", "keys_of_an_input_method_work_as_their_keys"),
        ],
    ),
    bug(
        7,
        "the terminal stays raw after an error, a panic or a signal",
        &[
            ("tests/it/terminal/endings.rs", "signals"),
            ("tests/it/terminal/panics.rs", "a_panic_in_another_thread"),
            ("tests/it/terminal/kills.rs", "one_signal_at_any_moment"),
        ],
    ),
    bug(8, "Ctrl-Z does nothing", &[("tests/it/terminal/suspend.rs", "stops_and_comes_back_as_it_was")]),
    bug(9, "`| head` ends in a panic", &[("tests/it/cli/pipes.rs", "a_reader_that_leaves_early_is_no_fault")]),
    bug(
        10,
        "every key comes twice on Windows",
        &[("tests/it/keys.rs", "the_release_of_a_key_does_nothing_and_its_repeat_acts")],
    ),
    bug(
        11,
        "unreadable on a light background",
        &[
            ("tests/it/screens.rs", "no_cell_has_a_background_or_a_colour_of_its_own"),
            ("tests/it/screens.rs", "without_colours_every_form_is_still_there"),
        ],
    ),
    // The terminal is asked nothing, so no answer of its can leak; this test would see a question.
    bug(
        12,
        "an answer of the terminal leaks into the line",
        &[("tests/it/terminal/screens.rs", "first_screen_in_english")],
    ),
    bug(13, "copying does nothing over ssh", &[("tests/it/take/terminal.rs", "the_terminal_is_asked_by_osc_52")]),
    bug(
        14,
        "the mouse blocks selecting text",
        &[
            ("tests/it/terminal/screens.rs", "first_screen_in_chinese"),
            ("tests/it/terminal/mouse.rs", "the_mouse_is_given_back_at_the_end"),
        ],
    ),
    bug(
        15,
        "the processor works while nothing happens",
        &[("tests/it/terminal/quiet.rs", "nothing_happens_when_nothing_happens")],
    ),
    bug(
        16,
        "a panic at a tiny size or in a storm of sizes",
        &[
            ("tests/it/sizes.rs", "every_width_and_every_height"),
            ("tests/it/terminal/screens.rs", "a_storm_of_sizes_ends_right"),
            ("tests/it/monkey.rs", "seed_0"),
        ],
    ),
    bug(
        17,
        "control characters in data spoil the screen",
        &[
            ("tests/it/cli/files.rs", "what_could_steer_a_terminal_does_not_reach_the_output"),
            ("src/text/clean.rs", "escapes_and_direction_marks_are_dropped_and_line_ends_become_spaces"),
        ],
    ),
    bug(
        18,
        "a search clears the filter, or does not look in headings",
        &[
            ("tests/it/browse.rs", "a_hit_that_the_filter_hides_is_shown_all_the_same"),
            ("tests/it/search.rs", "every_query_of_the_table_finds_what_is_meant_first"),
        ],
    ),
    bug(
        19,
        "the wrong characters are marked",
        &[
            ("tests/it/browse.rs", "exactly_the_matched_characters_are_marked"),
            ("tests/it/search_property.rs", "text_as_it_is_finds_its_entry_and_is_marked"),
        ],
    ),
    bug(20, "Esc quits by accident", &[("tests/it/terminal/typing.rs", "escape_never_ends_the_program")]),
];

#[test]
fn every_hated_bug_has_a_guard_that_runs() {
    for (number, bug) in (1..).zip(&BUGS) {
        assert_eq!(bug.number, number);
        assert!(!bug.guards.is_empty(), "{number}: {}", bug.what);
        for (file, name) in bug.guards {
            let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(file);
            let text = std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{file}: {error}"));
            if let Some(fault) = fault_of(&text, name) {
                panic!("{number}: {}: {name} in {file} {fault}", bug.what);
            }
        }
    }
}

/// Why a function of this name guards nothing.
fn fault_of(text: &str, name: &str) -> Option<&'static str> {
    let lines: Vec<&str> = text.lines().collect();
    let head = format!("fn {name}(");
    let Some(at) = lines.iter().position(|line| line.trim_start().starts_with(&head) && line.ends_with('{')) else {
        return Some("is not there");
    };
    let indent = lines.get(at).map_or(0, |line| line.len() - line.trim_start().len());
    let before = lines.iter().take(at).rev().map(|line| line.trim());
    let attributes: Vec<&str> = before.take_while(|line| line.starts_with("#[") || line.starts_with("///")).collect();
    if !attributes.contains(&"#[test]") {
        return Some("is no test");
    }
    if attributes.iter().any(|line| line.contains("ignore") || line.contains("should_panic")) {
        return Some("is ignored, or content with a panic");
    }
    let end = format!("{}}}", " ".repeat(indent));
    let body = lines.iter().skip(at + 1).take_while(|line| **line != end);
    let says = body.map(|line| line.trim()).any(|line| !line.is_empty() && !line.starts_with("//"));
    (!says).then_some("is empty")
}

#[test]
fn a_guard_that_guards_nothing_is_seen() {
    for (text, fault) in [
        ("#[test]\nfn guard() {\n    assert!(held());\n}", None),
        ("    #[cfg(unix)]\n    #[test]\n    fn guard() {\n        held();\n    }", None),
        ("#[test]\nfn guarded() {\n    held();\n}", Some("is not there")),
        ("fn guard() {\n    held();\n}", Some("is no test")),
        ("#[test]\n\nfn guard() {\n    held();\n}", Some("is no test")),
        ("#[test]\n#[ignore]\nfn guard() {\n    held();\n}", Some("is ignored, or content with a panic")),
        ("#[test]\nfn guard() {\n    // later\n}\n\nfn other() {\n    held();\n}", Some("is empty")),
    ] {
        assert_eq!(fault_of(text, "guard"), fault, "{text}");
    }
}
