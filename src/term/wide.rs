//! A backend that writes wide characters well: it leaves nothing behind where one
//! stood, and it moves the cursor only where it has to.
//!
//! ratatui 0.30.2 sends a restyled character alone, and a console that keeps the
//! background of each cell (Windows' conhost) shows half of the old selection
//! (ratatui issue 2652). Writing blanks over both halves first makes every
//! terminal paint them anew. Where a narrow character takes the place of a wide
//! one, some terminals keep ink in the second half (issue 2738): it is blanked too.
//!
//! It also moves the cursor behind every wide character, which makes a screen of 汉字
//! three times as long. A move is left out only while every character since the last one
//! takes the same cells in every terminal; behind one that some draw two cells wide
//! (“ · ─ ●) it stays, and sets right what such a terminal has shifted.

use std::io;

use crossterm::cursor::{Hide, MoveTo, Show};
use crossterm::queue;
use ratatui::backend::{Backend, ClearType, WindowSize};
use ratatui::buffer::{Buffer, Cell};
use ratatui::layout::{Position, Rect, Size};
use ratatui::style::Style;

use crate::text::width;

/// Another backend, told of the second halves.
pub(super) struct Wide<B> {
    inner: B,
    /// What the terminal shows, as far as it was sent.
    sent: Buffer,
    size: Size,
}

impl<B: Backend<Error = io::Error>> Wide<B> {
    /// Over a window of this size, in cells.
    pub(super) fn new(inner: B, size: (u16, u16)) -> Self {
        Self { inner, sent: Buffer::empty(Rect::ZERO), size: size.into() }
    }

    /// The window has this size until it is told another: one frame asks the terminal once.
    pub(super) fn set_size(&mut self, size: (u16, u16)) {
        self.size = size.into();
    }

    /// The columns to blank before a cell is written, and how: both halves of a wide character
    /// that only changes its style, in the new one; the half that is left of one of which the cell
    /// covers the other, as it was: ratatui sends it itself where another style has to be seen.
    fn traces(&self, at: Position, cell: &Cell) -> (std::ops::Range<u16>, Style) {
        let wide = |x| self.sent.cell(Position { x, ..at }).filter(|old| cells_of(old.symbol()) == 2);
        let cells = cells_of(cell.symbol()).max(1);
        let end = at.x.saturating_add(cells);
        match wide(at.x).filter(|old| old.symbol() == cell.symbol()) {
            Some(_) => (at.x..end, cell.style()),
            None => wide(end - 1).map_or((0..0, Style::new()), |old| (end..end.saturating_add(1), old.style())),
        }
    }

    /// A wide character covers the cell behind it, which ratatui does not send.
    fn remember(&mut self, at: Position, cell: &Cell) {
        let covered = Position { x: at.x.saturating_add(1), ..at };
        if cells_of(cell.symbol()) == 2
            && let Some(old) = self.sent.cell_mut(covered)
        {
            old.reset();
        }
        if let Some(old) = self.sent.cell_mut(at) {
            *old = cell.clone();
        }
    }
}

/// Cells that are written one after another without moving the cursor.
struct Piece {
    at: Position,
    /// The style of all of them.
    style: Style,
    text: String,
    /// The column of the last cell, and the column behind it.
    last: u16,
    end: u16,
    /// Whether every terminal has its cursor at `end` now.
    sure: bool,
}

impl Piece {
    /// All of it as one cell.
    fn cell(&self) -> Cell {
        let mut cell = Cell::default();
        cell.set_symbol(&self.text).set_style(self.style);
        cell
    }
}

/// Adds a cell to the last piece, or begins a new one.
fn lay(pieces: &mut Vec<Piece>, at: Position, cell: &Cell) {
    let symbol = cell.symbol();
    let end = at.x.saturating_add(cells_of(symbol));
    let mut sure = is_sure(symbol);
    if let Some(piece) = pieces.last_mut().filter(|piece| piece.at.y == at.y) {
        let follows = piece.last + 1 == at.x || piece.end == at.x;
        sure &= piece.sure || !follows;
        if piece.style == cell.style() && (piece.last + 1 == at.x || (piece.sure && piece.end == at.x)) {
            piece.text.push_str(symbol);
            (piece.last, piece.end, piece.sure) = (at.x, end, sure);
            return;
        }
    }
    pieces.push(Piece { at, style: cell.style(), text: symbol.to_owned(), last: at.x, end, sure });
}

/// The cells of a symbol. Most are one byte, which is quick to see.
fn cells_of(symbol: &str) -> u16 {
    if symbol.len() == 1 { 1 } else { u16::try_from(width(symbol)).unwrap_or(1) }
}

/// Whether a symbol takes the same cells in every terminal: ASCII one, 汉字 and their marks two.
fn is_sure(symbol: &str) -> bool {
    let mut chars = symbol.chars();
    let sure = matches!(
        chars.next(),
        Some(
            ' '..='~'
            | '\u{3000}'..='\u{3029}'
            | '\u{3400}'..='\u{4dbf}'
            | '\u{4e00}'..='\u{9fff}'
            | '\u{ff01}'..='\u{ff60}',
        )
    );
    sure && chars.next().is_none()
}

impl<B: Backend<Error = io::Error> + io::Write> Backend for Wide<B> {
    type Error = io::Error;

    fn draw<'a, I>(&mut self, content: I) -> io::Result<()>
    where
        I: Iterator<Item = (u16, u16, &'a Cell)>,
    {
        let area = Rect::from((Position::ORIGIN, self.size));
        if self.sent.area != area {
            self.sent = Buffer::empty(area);
        }
        let cells: Vec<(Position, &Cell)> = content.map(|(x, y, cell)| (Position::new(x, y), cell)).collect();
        let mut pieces = Vec::new();
        for &(at, cell) in &cells {
            let (columns, style) = self.traces(at, cell);
            for x in columns {
                let mut half = Cell::new(" ");
                half.set_style(style);
                lay(&mut pieces, Position { x, ..at }, &half);
            }
        }
        for (at, cell) in cells {
            lay(&mut pieces, at, cell);
            self.remember(at, cell);
        }
        // The backend moves the cursor to each and prints what it holds.
        let written: Vec<(Position, Cell)> = pieces.iter().map(|piece| (piece.at, piece.cell())).collect();
        self.inner.draw(written.iter().map(|(at, cell)| (at.x, at.y, cell)))
    }

    fn clear(&mut self) -> io::Result<()> {
        self.sent.reset();
        self.inner.clear()
    }

    fn clear_region(&mut self, region: ClearType) -> io::Result<()> {
        self.sent.reset();
        self.inner.clear_region(region)
    }

    // The backend's own way with the cursor sends what there is so far, and the terminal wakes up for half a frame.

    fn hide_cursor(&mut self) -> io::Result<()> {
        queue!(self.inner, Hide)
    }

    fn show_cursor(&mut self) -> io::Result<()> {
        queue!(self.inner, Show)
    }

    fn get_cursor_position(&mut self) -> io::Result<Position> {
        self.inner.get_cursor_position()
    }

    fn set_cursor_position<P: Into<Position>>(&mut self, position: P) -> io::Result<()> {
        let Position { x, y } = position.into();
        queue!(self.inner, MoveTo(x, y))
    }

    fn size(&self) -> io::Result<Size> {
        Ok(self.size)
    }

    fn window_size(&mut self) -> io::Result<WindowSize> {
        self.inner.window_size()
    }

    /// Sends nothing yet: a frame is one write, and ends behind what ratatui knows of.
    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

impl<B: io::Write> io::Write for Wide<B> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.inner.write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        io::Write::flush(&mut self.inner)
    }
}

#[cfg(test)]
mod tests {
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
}
