//! Keys and pastes: the search line under an input method, and keys that are held.

use vt100::Screen;

use super::look::{cursor, row, rows, shows};
use super::session::{Locale, Session, USUAL};

/// The column where the text of the search line begins, behind the slash and a blank.
const LINE: u16 = 3;

/// Waits until the search line begins with `text` and the cursor stands `column` cells into it.
fn wait_for_line(session: &Session, text: &str, column: u16) {
    let line = format!(" / {text}");
    session.wait_for(&format!("{line:?} with the cursor at {column}"), |screen| {
        row(screen, 0).starts_with(line.trim_end())
            && cell_behind(screen, text) == " "
            && cursor(screen) == (LINE + column, 0)
    });
}

/// What stands behind the text in the search line: a blank, or the text is not all there is.
fn cell_behind(screen: &Screen, text: &str) -> String {
    let cells = u16::try_from(sulan::text::width(text)).expect("a short text");
    let contents = screen.cell(0, LINE + cells).map(vt100::Cell::contents).unwrap_or_default();
    if contents.is_empty() { " ".to_owned() } else { contents.to_owned() }
}

#[test]
fn the_cursor_stands_behind_what_is_typed() {
    let mut session = Session::at_first_screen(Locale::Chinese, USUAL);
    session.send("/");
    wait_for_line(&session, "", 0);
    for (keys, text, column) in [
        ("碳", "碳", 2),
        ("纤", "碳纤", 4),
        ("a", "碳纤a", 5),
        ("\u{1b}[D", "碳纤a", 4),
        ("\u{1b}[D", "碳纤a", 2),
        ("素", "碳素纤a", 4),
        ("\u{1}", "碳素纤a", 0),
        ("\u{1b}[C", "碳素纤a", 2),
        ("\u{5}", "碳素纤a", 7),
        ("\u{7f}", "碳素纤", 6),
        (" 吉林 b", "碳素纤 吉林 b", 13),
        ("\u{17}", "碳素纤 吉林", 12),
        ("\u{17}", "碳素纤", 7),
        ("吉", "碳素纤 吉", 9),
        ("\u{15}", "", 0),
        ("\u{1b}OH", "", 0),
    ] {
        session.send(keys);
        wait_for_line(&session, text, column);
    }
}

#[test]
fn the_hits_are_live_and_the_escape_goes_back() {
    let mut session = Session::at_first_screen(Locale::Chinese, USUAL);
    let before = rows(&session.screen());
    session.send("/碳纤维");
    wait_for_line(&session, "碳纤维", 6);
    session.wait_for("a hit and the count of hits", |screen| {
        let hits: Vec<String> = (2..20).map(|at| row(screen, at)).collect();
        hits.iter().filter(|row| row.contains("碳纤维")).count() > 1 && row(screen, 23).contains("1/")
    });
    session.send("\u{1b}");
    session.wait_for("the list as it was", |screen| rows(screen) == before);
}

#[test]
fn a_character_in_two_pieces_is_one_character() {
    let mut session = Session::at_first_screen(Locale::Chinese, USUAL);
    session.send("/");
    wait_for_line(&session, "", 0);
    let (first, rest) = "维".as_bytes().split_at(1);
    session.send_bytes(first);
    session.send_bytes(rest);
    wait_for_line(&session, "维", 2);
}

#[test]
fn a_typed_character_opens_the_search_with_itself() {
    let mut session = Session::at_first_screen(Locale::Chinese, USUAL);
    session.send("粮食");
    wait_for_line(&session, "粮食", 4);
}

#[test]
fn a_paste_is_text() {
    let mut session = Session::at_first_screen(Locale::Chinese, USUAL);
    // In the list it opens the search; a paste that holds keys of the list is still text.
    session.send("\u{1b}[200~碳纤维\u{1b}[201~");
    wait_for_line(&session, "碳纤维", 6);
    session.send("\u{15}/");
    wait_for_line(&session, "/", 1);
    session.send("\u{1b}[200~qq粮食\u{1b}[201~");
    wait_for_line(&session, "/qq粮食", 7);
}

#[test]
fn a_paste_of_lines_and_escapes_is_one_clean_line() {
    let mut session = Session::at_first_screen(Locale::Chinese, USUAL);
    session.send("/\u{1b}[200~碳纤维\r\n产业\u{1b}[31m红\u{7}\t\u{9b}2J\n\u{1b}[201~");
    session.wait_for("one line with all of the text", |screen| {
        let line = row(screen, 0);
        line.starts_with(" / 碳纤维") && line.contains("产业") && line.contains('红')
    });
    // The terminal itself has not been told anything by the paste.
    let screen = session.screen();
    assert!(row(&screen, 1).starts_with("────"), "{:?}", row(&screen, 1));
    assert!(screen.cell(0, LINE).is_some_and(|cell| cell.fgcolor() == vt100::Color::Default));
    let (x, y) = cursor(&screen);
    assert_eq!(y, 0, "the cursor left the line");
    assert!(x > LINE + 10, "the cursor stands behind the text: {x}");
}

#[test]
fn a_long_paste_is_kept_as_far_as_a_line_goes_and_says_so() {
    let mut session = Session::at_first_screen(Locale::Chinese, USUAL);
    let text = "一二三四五六七八九十".repeat(300);
    session.send(&format!("\u{1b}[200~{text}末尾\u{1b}[201~"));
    session.wait_for("the 256th character before the cursor", |screen| {
        let line = row(screen, 0);
        cursor(screen).1 == 0 && line.contains("八九十一二三四五六 ") && !line.contains("末尾")
    });
    session.wait_for("that it was cut", |screen| row(screen, 23).contains("太长：这一行只保留前 256 个字。"));
    session.send("。");
    session.wait_for("that it is full", |screen| row(screen, 23).contains("只保留前 256 个字"));
    session.send("\u{15}");
    wait_for_line(&session, "", 0);
}

#[test]
fn escape_never_ends_the_program() {
    let mut session = Session::at_first_screen(Locale::Chinese, USUAL);
    for _ in 0..50 {
        let frames = session.frames();
        session.send("\u{1b}");
        session.wait_for_frames(frames + 1);
    }
    session.send("j");
    session.wait_for("the second entry", |screen| row(screen, 23).contains("2/"));
}

#[test]
fn held_keys_end_at_the_right_place() {
    let mut session = Session::at_first_screen(Locale::Chinese, USUAL);
    session.send(&"j".repeat(2000));
    session.wait_for("the last entry", |screen| row(screen, 23).contains("33/33"));
    session.send(&"k".repeat(2000));
    session.wait_for("the first entry", |screen| row(screen, 23).contains(" 1/33"));
    session.send(&"\u{1b}[B".repeat(700));
    session.wait_for("the last entry", |screen| row(screen, 23).contains("33/33"));
}

/// Keys typed while the program was not running are all there, however many.
#[test]
fn keys_typed_ahead_are_not_lost() {
    let mut session = Session::at_first_screen(Locale::Chinese, USUAL);
    session.signal(rustix::process::Signal::STOP);
    // Up and down in pairs and then five steps: one lost key shows.
    session.send(&"jk".repeat(1500));
    session.send("jjjjj");
    session.signal(rustix::process::Signal::CONT);
    session.wait_for("the sixth entry", |screen| row(screen, 23).contains(" 6/33"));
    assert!(shows(&session.screen(), "2025 目标"));
}
