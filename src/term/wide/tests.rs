//! What the terminal shows after frames of wide characters, played on an emulator.

use std::io;

use crossterm::event::{KeyCode, KeyEvent};
use ratatui::Terminal;
use ratatui::backend::CrosstermBackend;
use ratatui::layout::Rect;
use ratatui::style::{Modifier, Style};
use ratatui::{TerminalOptions, Viewport};

use super::Wide;
use crate::app::{App, lookup};

/// The bytes that a frame sends.
fn frame(screen: &mut Terminal<Wide<Recorder>>, style: Style) -> String {
    screen.backend_mut().inner.bytes.clear();
    screen
        .draw(|frame| {
            frame.buffer_mut().set_string(0, 0, "碳a", style);
        })
        .expect("a frame is drawn");
    String::from_utf8_lossy(&screen.backend_mut().inner.bytes).into_owned()
}

/// crossterm's backend over memory.
#[derive(Default)]
struct Recorder {
    bytes: Vec<u8>,
}

impl super::Backend for Recorder {
    type Error = io::Error;

    fn draw<'a, I>(&mut self, content: I) -> io::Result<()>
    where
        I: Iterator<Item = (u16, u16, &'a super::Cell)>,
    {
        CrosstermBackend::new(&mut self.bytes).draw(content)
    }

    fn hide_cursor(&mut self) -> io::Result<()> {
        Ok(())
    }

    fn show_cursor(&mut self) -> io::Result<()> {
        Ok(())
    }

    fn get_cursor_position(&mut self) -> io::Result<super::Position> {
        Ok(super::Position::ORIGIN)
    }

    fn set_cursor_position<P: Into<super::Position>>(&mut self, _: P) -> io::Result<()> {
        Ok(())
    }

    fn clear(&mut self) -> io::Result<()> {
        Ok(())
    }

    fn clear_region(&mut self, _: super::ClearType) -> io::Result<()> {
        Ok(())
    }

    fn size(&self) -> io::Result<super::Size> {
        Err(io::Error::other("the size is told, not asked"))
    }

    fn window_size(&mut self) -> io::Result<super::WindowSize> {
        Err(io::Error::other("a recorder has no pixels"))
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// The bytes that a text sends on an empty screen.
fn written(text: &str) -> String {
    let options = TerminalOptions { viewport: Viewport::Fixed(Rect::new(0, 0, 10, 2)) };
    let mut screen = Terminal::with_options(Wide::new(Recorder::default(), (10, 2)), options).expect("a terminal");
    screen
        .draw(|frame| {
            frame.buffer_mut().set_string(0, 0, text, Style::new());
        })
        .expect("a frame is drawn");
    String::from_utf8_lossy(&screen.backend_mut().inner.bytes).into_owned()
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

impl io::Write for Recorder {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.bytes.write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

#[test]
fn nothing_is_left_of_a_wide_character_where_a_narrow_one_comes() {
    let options = TerminalOptions { viewport: Viewport::Fixed(Rect::new(0, 0, 10, 2)) };
    let backend = Wide::new(Recorder::default(), (10, 2));
    let mut screen = Terminal::with_options(backend, options).expect("a terminal in memory");
    for (text, blank) in [("碳纤", None), ("ab", Some("\u{1b}[1;4H "))] {
        screen.backend_mut().inner.bytes.clear();
        screen.draw(|frame| frame.buffer_mut().set_string(0, 0, text, Style::new())).expect("a frame is drawn");
        let sent = String::from_utf8_lossy(&screen.backend_mut().inner.bytes).into_owned();
        assert!(blank.is_none_or(|blank| sent.contains(blank)), "{sent:?}");
    }
}

#[test]
fn a_wide_character_that_changes_only_its_style_is_painted_in_both_halves() {
    let options = TerminalOptions { viewport: Viewport::Fixed(Rect::new(0, 0, 10, 2)) };
    let backend = Wide::new(Recorder::default(), (10, 2));
    let mut screen = Terminal::with_options(backend, options).expect("a terminal in memory");
    let first = frame(&mut screen, Style::new());
    assert!(first.contains('碳') && !first.contains(' '), "{first:?}");
    let second = frame(&mut screen, Style::new().add_modifier(Modifier::REVERSED));
    // Both columns are written as reversed blanks, then the character.
    assert!(second.contains("\u{1b}[1;1H\u{1b}[7m  \u{1b}[1;1H碳"), "{second:?}");
    assert_eq!(frame(&mut screen, Style::new().add_modifier(Modifier::REVERSED)).matches('碳').count(), 0);
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
fn emulated() -> (Terminal<Wide<Recorder>>, vt100::Parser) {
    let options = TerminalOptions { viewport: Viewport::Fixed(Rect::new(0, 0, 80, 24)) };
    let screen =
        Terminal::with_options(Wide::new(Recorder::default(), (80, 24)), options).expect("a terminal in memory");
    let cells = |count: u16| count.try_into().expect("a screen has cells");
    (screen, vt100::Parser::new(cells(24), cells(80), 0))
}

fn paint(app: &App, screen: &mut Terminal<Wide<Recorder>>, emulator: &mut vt100::Parser) {
    screen.backend_mut().inner.bytes.clear();
    screen.draw(|frame| crate::ui::draw(app, frame)).expect("a frame is drawn");
    emulator.process(&screen.backend_mut().inner.bytes);
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
