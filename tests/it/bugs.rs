//! Thirty-nine bugs that users of terminal programs hate, each with the test that guards
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

const BUGS: [Bug; 39] = [
    bug(
        1,
        "half of the old background stays when the highlight leaves a wide character",
        &[
            ("src/term/screen/tests.rs", "a_wide_character_that_changes_only_its_style_is_painted_in_both_halves"),
            ("src/term/screen/tests.rs", "after_every_key_the_terminal_shows_what_a_whole_repaint_would"),
        ],
    ),
    bug(
        2,
        "ink stays in the second cell of a wide character that went",
        &[("src/term/screen/tests.rs", "nothing_is_left_of_a_wide_character_where_a_narrow_one_comes")],
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
    bug(
        21,
        "a long paste takes all memory, and Ctrl-C waits behind it (lazygit 4216)",
        &[
            ("tests/it/terminal/input.rs", "a_paste_of_a_megabyte_costs_little"),
            ("tests/it/terminal/input.rs", "ctrl_c_does_not_wait_behind_what_is_typed"),
            ("tests/it/browse.rs", "what_is_typed_together_is_searched_for_once"),
            ("tests/it/terminal/typing.rs", "a_long_paste_is_kept_as_far_as_a_line_goes_and_says_so"),
        ],
    ),
    bug(
        22,
        "old text shows through, and the prompt stands in the last frame, without an alternate screen (tui-rs 344)",
        &[("tests/it/terminal/endings.rs", "a_terminal_without_an_alternate_screen_stays_clean")],
    ),
    bug(
        23,
        "an answer that another program asked for swallows all keys (crossterm 1104)",
        &[
            ("tests/it/terminal/input.rs", "replies_that_nobody_asked_for_are_nothing"),
            ("tests/it/terminal/input.rs", "nothing_unfinished_keeps_a_key_away"),
            ("tests/it/terminal/input.rs", "keys_work_again_behind_what_was_never_ended"),
        ],
    ),
    bug(
        24,
        "a sequence that comes in pieces becomes Esc and commands (crossterm 993)",
        &[
            ("tests/it/terminal/input.rs", "a_sequence_in_pieces_is_one"),
            ("src/term/input/tests.rs", "keys_in_every_dialect"),
        ],
    ),
    bug(
        25,
        "strings of the terminal are typed (fzf 2081)",
        &[
            ("src/term/input/tests.rs", "what_is_no_key_is_dropped_and_the_next_key_is_one"),
            ("tests/it/terminal/noise.rs", "whatever_a_terminal_sends_does_no_harm"),
        ],
    ),
    bug(
        26,
        "the last row cuts the news",
        &[
            ("tests/it/take/export.rs", "the_last_row_shortens_the_name_and_never_the_news"),
            ("src/disk/refusal.rs", "every_refusal_has_room_in_the_narrowest_last_row"),
        ],
    ),
    bug(
        27,
        "a link is replaced, not followed",
        &[
            ("src/disk/mod.rs", "what_a_link_names_is_written_and_the_link_stays"),
            ("tests/it/settings/place.rs", "a_state_file_that_is_a_link_stays_one"),
        ],
    ),
    bug(
        28,
        "a terminal without a size is blank for ever (all-smi 334)",
        &[("tests/it/terminal/input.rs", "a_terminal_that_does_not_tell_its_size_has_one")],
    ),
    bug(29, "the advice on the locale does not cure", &[("src/cli/env.rs", "only_a_locale_without_utf8_gets_a_hint")]),
    bug(30, "names that the disk takes are refused", &[("src/disk/mod.rs", "a_name_may_be_as_long_as_names_can_be")]),
    bug(
        31,
        "words run together where a line ended",
        &[("src/text/clean.rs", "escapes_and_direction_marks_are_dropped_and_line_ends_become_spaces")],
    ),
    bug(
        32,
        "a file in another encoding is told the wrong way to convert it",
        &[("tests/it/cli/files.rs", "data_in_another_encoding_open_as_they_are")],
    ),
    bug(
        33,
        "a device fills the memory",
        &[
            ("tests/it/cli/files.rs", "no_file_is_read_without_a_bound"),
            ("src/disk/mod.rs", "nothing_is_read_beyond_the_bound"),
        ],
    ),
    bug(
        34,
        "messages speak of types and system errors, and advise what fails",
        &[
            ("tests/it/cli/files.rs", "what_is_wrong_in_the_data_is_told_in_words"),
            ("tests/it/cli/files.rs", "what_is_no_report_is_told_in_words"),
            ("tests/it/cli/files.rs", "files_that_cannot_be_read_are_told_in_words"),
            ("tests/it/cli/usage.rs", "a_command_that_is_advised_works"),
            ("tests/it/cli/usage.rs", "a_limit_above_all_numbers_is_none"),
            ("tests/it/cli/usage.rs", "what_is_very_long_is_not_echoed_whole"),
        ],
    ),
    bug(
        35,
        "a checker of manual pages complains",
        &[("tests/it/settings/scripts.rs", "the_manual_page_has_every_section_and_names_everything")],
    ),
    bug(
        36,
        "an ending, a newer file or a large number loses something",
        &[
            ("tests/it/terminal/endings.rs", "signals"),
            ("tests/it/settings/place.rs", "the_state_of_a_newer_program_is_left_as_it_is"),
            ("tests/it/cli/files.rs", "a_number_that_would_change_is_a_fault"),
        ],
    ),
    bug(
        37,
        "a spreadsheet computes what it should show",
        &[("src/print/csv.rs", "a_text_is_no_formula_for_a_spreadsheet")],
    ),
    bug(
        38,
        "copied, says the last row, and nothing was",
        &[("tests/it/take/picks.rs", "the_last_row_says_where_a_copy_went_until_the_next_key")],
    ),
    bug(
        39,
        "the line for completions fails in a new shell",
        &[("tests/it/settings/scripts.rs", "the_lines_of_the_readme_work_in_a_new_shell")],
    ),
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
