//! What the terminal shows after frames of wide characters, played on an emulator.

use crossterm::event::{KeyCode, KeyEvent};
use ratatui::buffer::Buffer;
use ratatui::style::{Modifier, Style};

use super::Screen;
use crate::app::{App, lookup};

/// A small screen over memory.
type Recorded = Screen<Vec<u8>>;

/// The bytes that a frame of this text sends.
fn frame(screen: &mut Recorded, text: &str, style: Style) -> String {
    sent(screen, (10, 2), |buffer| {
        buffer.set_string(0, 0, text, style);
    })
}

/// The bytes that a frame sends.
fn sent(screen: &mut Recorded, size: (u16, u16), paint: impl FnOnce(&mut Buffer)) -> String {
    screen.out.clear();
    let painted = |buffer: &mut Buffer| {
        paint(buffer);
        None
    };
    screen.draw(size, painted).expect("memory can be written to");
    String::from_utf8_lossy(&screen.out).into_owned()
}

/// The bytes that a text sends on an empty screen.
fn written(text: &str) -> String {
    frame(&mut Screen::new(Vec::new()), text, Style::new())
}

#[test]
fn the_cursor_moves_only_behind_what_some_terminals_draw_wider() {
    let sent = written("碳ab粮，c");
    assert!(sent.contains("\u{1b}[1;1H碳ab粮，c"), "{sent:?}");
    // Behind ● no 汉字 is trusted any more: each that follows one is put into its place.
    let sent = written("碳●粮食ab");
    assert!(sent.contains("\u{1b}[1;1H碳●粮\u{1b}[1;6H食\u{1b}[1;8Hab"), "{sent:?}");
    let sent = written("●ab食c");
    assert!(sent.contains("\u{1b}[1;1H●ab食\u{1b}[1;6Hc"), "{sent:?}");
}

#[test]
fn nothing_is_left_of_a_wide_character_where_a_narrow_one_comes() {
    let mut screen = Screen::new(Vec::new());
    frame(&mut screen, "碳纤", Style::new());
    // The second half of the last character stands under nothing, and is sent all the same.
    let sent = frame(&mut screen, "ab", Style::new());
    assert!(sent.contains("\u{1b}[1;1Hab  \u{1b}"), "{sent:?}");
    // What follows a character that was wide is sent though it stands there as it stood.
    frame(&mut screen, "碳x", Style::new());
    let sent = frame(&mut screen, "a x", Style::new());
    assert!(sent.contains("\u{1b}[1;1Ha "), "{sent:?}");
}

#[test]
fn a_wide_character_that_changes_only_its_style_is_painted_in_both_halves() {
    let mut screen = Screen::new(Vec::new());
    let first = frame(&mut screen, "碳a", Style::new());
    assert!(first.contains('碳') && !first.contains(' '), "{first:?}");
    let reversed = Style::new().add_modifier(Modifier::REVERSED);
    let second = frame(&mut screen, "碳a", reversed);
    // Both columns are written as reversed blanks, then the character.
    assert!(second.contains("\u{1b}[1;1H\u{1b}[7m  \u{1b}[1;1H碳"), "{second:?}");
    assert_eq!(frame(&mut screen, "碳a", reversed).matches('碳').count(), 0);
}

#[test]
fn a_window_of_another_size_is_cleared_and_drawn_whole() {
    let mut screen = Screen::new(Vec::new());
    let text = |buffer: &mut Buffer| {
        buffer.set_string(0, 0, "碳a", Style::new());
    };
    assert!(!sent(&mut screen, (10, 2), text).contains("\u{1b}[2J"), "the terminal was cleared when it was taken");
    assert!(!sent(&mut screen, (10, 2), text).contains('碳'), "nothing has changed");
    let resized = sent(&mut screen, (11, 2), text);
    assert!(resized.contains("\u{1b}[2J") && resized.contains("碳a"), "{resized:?}");
    screen.forget().expect("memory can be written to");
    assert!(sent(&mut screen, (11, 2), text).contains("碳a"), "whatever was there is drawn over");
}

/// What each cell of an emulator shows. Of a blank one only what can be seen of it.
fn shown(emulator: &vt100::Parser) -> Vec<String> {
    let screen = emulator.screen();
    let cell = |row, column| {
        let cell = screen.cell(row, column).expect("a cell of the screen");
        let ink = (!cell.contents().trim().is_empty()).then(|| (cell.fgcolor(), cell.bold(), cell.dim()));
        let ground = (cell.bgcolor(), cell.inverse(), cell.underline());
        format!("{row}:{column} {:?} {ground:?} {ink:?}", cell.contents().trim())
    };
    (0..24 * 80).map(|place| cell(place / 80, place % 80)).collect()
}

/// A screen of 80x24 and the emulator behind it.
fn emulated() -> (Recorded, vt100::Parser) {
    let cells = |count: u16| count.try_into().expect("a screen has cells");
    (Screen::new(Vec::new()), vt100::Parser::new(cells(24), cells(80), 0))
}

fn paint(app: &App, screen: &mut Recorded, emulator: &mut vt100::Parser) {
    screen.out.clear();
    screen.draw((80, 24), |buffer| crate::ui::draw(app, buffer)).expect("memory can be written to");
    emulator.process(&screen.out);
}

#[test]
fn after_every_key_the_terminal_shows_what_a_whole_repaint_would() {
    let keys: Vec<char> = "jjjkhllGg12345/农田gao\u{8}\u{1b}\u{1b}Ltfscm?\r ".chars().collect();
    // Any order will do, the same in every run.
    let mut number = 20_250_107_u64;
    let mut typed = vec!['j', '5', 'j', 'j', 'k', '1', 'j', 'j', '2', '3', 'j', '4'];
    typed.extend(
        std::iter::repeat_with(|| {
            number ^= number << 13;
            number ^= number >> 7;
            number ^= number << 17;
            usize::try_from(number).ok().and_then(|number| keys.get(number % keys.len())).copied().unwrap_or('j')
        })
        .take(400),
    );
    let library = crate::library::Library::built_in().expect("the report is whole");
    let mut app = App::new(library, crate::text::Lang::Zh, (80, 24));
    let (mut screen, mut emulator) = emulated();
    paint(&app, &mut screen, &mut emulator);
    for (number, c) in typed.into_iter().enumerate() {
        let code = match c {
            '\u{8}' => KeyCode::Backspace,
            '\u{1b}' => KeyCode::Esc,
            '\r' => KeyCode::Enter,
            c => KeyCode::Char(c),
        };
        if let Some(action) = lookup(app.mode(), KeyEvent::from(code)) {
            app.update(action);
        }
        paint(&app, &mut screen, &mut emulator);
        let (mut anew, mut whole) = emulated();
        paint(&app, &mut anew, &mut whole);
        let differs: Vec<_> = shown(&emulator).into_iter().zip(shown(&whole)).filter(|(a, b)| a != b).collect();
        assert!(differs.is_empty(), "key {number} {c:?}: {differs:?}");
    }
}
