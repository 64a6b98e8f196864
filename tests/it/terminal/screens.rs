//! The first screen in both languages, and the screen in windows of every size.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use sulan::app::App;
use sulan::library::{Library, Past};
use sulan::text::{Lang, width};
use vt100::{MouseProtocolMode, Screen};

use super::look::{cursor, row, rows, shows};
use super::session::{Locale, Session, Size, USUAL, sulan};

/// What the drawing says the first screen is once the past has come: its rows and the cell of the cursor.
fn drawn(lang: Lang, size: Size) -> (Vec<String>, (u16, u16)) {
    let library = Library::built_in().expect("the report that the program brings");
    let mut app = App::new(library, lang, size);
    app.set_past(Past::BuiltIn);
    if let Some(task) = app.past_task() {
        app.take_past(task.run());
    }
    let mut buffer = Buffer::empty(Rect::new(0, 0, size.0, size.1));
    let cursor = sulan::ui::draw(&app, &mut buffer).expect("the cursor stands on the selection");
    let rows = (0..size.1).map(|y| {
        let (mut row, mut x) = (String::new(), 0);
        while let Some(cell) = buffer.cell((x, y)) {
            row += cell.symbol();
            x += u16::try_from(width(cell.symbol()).max(1)).expect("a cell is narrow");
        }
        row.trim_end().to_owned()
    });
    (rows.collect(), (cursor.x, cursor.y))
}

fn is_drawn(screen: &Screen, lang: Lang, size: Size) -> bool {
    (rows(screen), cursor(screen)) == drawn(lang, size)
}

/// Asserts that the terminal is in the modes of a running browser and was asked nothing.
fn assert_manners(session: &Session) {
    let screen = session.screen();
    assert!(screen.alternate_screen(), "the user's own screen is drawn over");
    assert!(screen.bracketed_paste(), "a paste would be taken for keys");
    assert!(!screen.hide_cursor(), "an input method and a screen reader need the cursor");
    assert_eq!(screen.mouse_protocol_mode(), MouseProtocolMode::None, "the mouse would not select text");
    assert_ne!(session.settings(), session.settings_before(), "keys would be echoed");
    assert_asks_nothing(&session.bytes_from(0));
}

/// Asserts that nothing was written that a terminal answers or that changes how it sends keys.
pub(crate) fn assert_asks_nothing(bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes);
    assert!(!text.contains("\u{1b}]"), "an OSC: a title, a colour, a query of one");
    assert!(!text.contains("\u{1b}P"), "a DCS: a query of the terminal's version or of a capability");
    // The final letters of queries: of the cursor and the state, of the device, of its version
    // and the keyboard, of modes and of the window; and of kitty's keyboard flags.
    let finals = ['n', 'c', 'q', 'p', 't', 'u', 'x'];
    for sequence in text.split("\u{1b}[").skip(1) {
        let last = sequence.chars().find(|c| ('@'..='~').contains(c));
        assert!(!last.is_some_and(|last| finals.contains(&last)), "ESC[{:.12}", sequence.escape_debug());
    }
}

#[test]
fn first_screen_in_chinese() {
    let session = Session::at_first_screen(Locale::Chinese, USUAL);
    let screen = session.screen();
    assert_manners(&session);
    for tab in ["速览", "回顾", "荣誉", "任务", "目标"] {
        assert!(row(&screen, 0).contains(tab), "{tab} in {:?}", row(&screen, 0));
    }
    assert!(row(&screen, 2).contains("2025 目标"), "{:?}", row(&screen, 2));
    for word in ["? 帮助", "/ 搜索", "Enter 到此条", "1/"] {
        assert!(row(&screen, 23).contains(word), "{word} in {:?}", row(&screen, 23));
    }
    assert!(is_drawn(&screen, Lang::Zh, USUAL), "{:#?}", rows(&screen));
}

#[test]
fn first_screen_in_english() {
    let session = Session::at_first_screen(Locale::English, USUAL);
    let screen = session.screen();
    assert_manners(&session);
    for tab in ["Overview", "Review", "Honours", "Tasks", "Targets"] {
        assert!(row(&screen, 0).contains(tab), "{tab} in {:?}", row(&screen, 0));
    }
    assert!(row(&screen, 2).contains("Targets 2025"), "{:?}", row(&screen, 2));
    for word in ["? help", "/ search", "Enter go there", "1/"] {
        assert!(row(&screen, 23).contains(word), "{word} in {:?}", row(&screen, 23));
    }
    assert!(is_drawn(&screen, Lang::En, USUAL), "{:#?}", rows(&screen));
}

#[test]
fn the_argument_goes_before_the_environment() {
    let mut program = sulan(Locale::Chinese);
    program.args(["--lang", "en"]);
    let session = Session::start(program, USUAL);
    session.wait_for("the first screen in English", |screen| is_drawn(screen, Lang::En, USUAL));
}

#[test]
fn cursor_rests_on_the_mark_of_the_selected_row() {
    let mut session = Session::at_first_screen(Locale::Chinese, USUAL);
    let on_mark = |screen: &Screen| {
        let (x, y) = cursor(screen);
        screen.cell(y, x).is_some_and(|cell| cell.contents() == ">" && cell.inverse())
    };
    session.wait_for("the cursor on the first mark", on_mark);
    // One pane after the other, from its first entry down.
    for (keys, position) in [("jj", "3/"), ("G", "33/33"), ("2j", "2/"), ("3jj", "3/"), ("4jj", "3/")] {
        session.send(keys);
        session.wait_for(&format!("{position} after {keys}, and the cursor on its mark"), |screen| {
            row(screen, 23).contains(position) && on_mark(screen)
        });
    }
}

#[test]
fn every_size_is_drawn_right() {
    let session = Session::at_first_screen(Locale::Chinese, USUAL);
    for size in [(40, 10), (10, 3), (200, 60), (1, 1), (132, 36), (39, 24), (120, 40), USUAL] {
        session.resize(size);
        session.wait_for(&format!("the screen at {size:?}"), |screen| is_drawn(screen, Lang::Zh, size));
    }
    assert_asks_nothing(&session.bytes_from(0));
}

#[test]
fn too_small_a_window_says_so() {
    let mut session = Session::at_first_screen(Locale::Chinese, (30, 9));
    session.wait_for("the notice", |screen| shows(screen, "窗口太小：30×9"));
    session.send("q");
    assert_eq!(session.end().code(), Some(0));
}

#[test]
fn a_storm_of_sizes_ends_right() {
    let mut session = Session::at_first_screen(Locale::Chinese, USUAL);
    for step in 0..50 {
        session.resize((20 + step * 37 % 140, 3 + step * 13 % 50));
        if step % 7 == 0 {
            session.send("\u{c}");
        }
    }
    session.resize((100, 30));
    session.wait_for("the screen after the storm", |screen| is_drawn(screen, Lang::Zh, (100, 30)));
    session.send("q");
    let ended = session.end();
    assert_eq!(ended.code(), Some(0));
    ended.assert_restored("after a storm of sizes");
}

#[test]
fn redraw_draws_everything_again() {
    let mut session = Session::at_first_screen(Locale::Chinese, USUAL);
    let from = session.written();
    let frames = session.frames();
    session.send("\u{c}");
    session.wait_for_frames(frames + 1);
    assert!(is_drawn(&session.replay(from), Lang::Zh, USUAL), "Ctrl-L leaves what another program wrote");
}
