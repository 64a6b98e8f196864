//! A backend that leaves nothing behind where a wide character stood.
//!
//! When only its style changes, ratatui 0.30.2 sends the character alone, and a
//! console that keeps the background of each cell (Windows' conhost) shows half
//! of the old selection (ratatui issue 2652); when a narrow one takes its place,
//! some terminals keep ink in the second half (issue 2738). Writing that half
//! too makes every terminal paint both.

use std::io;

use ratatui::backend::{Backend, ClearType, WindowSize};
use ratatui::buffer::{Buffer, Cell};
use ratatui::layout::{Position, Rect, Size};

use crate::text::width;

/// Another backend, told of the second halves.
pub(super) struct Wide<B> {
    inner: B,
    /// What the terminal shows, as far as it was sent.
    sent: Buffer,
}

impl<B: Backend<Error = io::Error>> Wide<B> {
    pub(super) fn new(inner: B) -> Self {
        Self { inner, sent: Buffer::empty(Rect::ZERO) }
    }

    /// The second half to write before a cell: that of the same wide character in
    /// another style, or what is left of a wide one where a narrow one comes.
    fn half(&self, at: Position, cell: &Cell) -> Option<Cell> {
        let old = self.sent.cell(at).filter(|old| width(old.symbol()) == 2)?;
        let mut half = Cell::new(" ");
        if old.symbol() == cell.symbol() {
            half.set_style(cell.style());
            Some(half)
        } else {
            (width(cell.symbol()) < 2).then_some(half)
        }
    }

    fn remember(&mut self, at: Position, cell: &Cell) {
        if let Some(old) = self.sent.cell_mut(at) {
            *old = cell.clone();
        }
    }
}

impl<B: Backend<Error = io::Error>> Backend for Wide<B> {
    type Error = io::Error;

    fn draw<'a, I>(&mut self, content: I) -> io::Result<()>
    where
        I: Iterator<Item = (u16, u16, &'a Cell)>,
    {
        let size = self.inner.size()?;
        let area = Rect::new(0, 0, size.width, size.height);
        if self.sent.area != area {
            self.sent = Buffer::empty(area);
        }
        let cells: Vec<(u16, u16, &Cell)> = content.collect();
        let halves: Vec<Option<Cell>> =
            cells.iter().map(|&(x, y, cell)| self.half(Position::new(x, y), cell)).collect();
        for &(x, y, cell) in &cells {
            self.remember(Position::new(x, y), cell);
        }
        let both = cells.iter().zip(&halves).flat_map(|(&(x, y, cell), half)| {
            half.as_ref().map(|half| (x + 1, y, half)).into_iter().chain([(x, y, cell)])
        });
        self.inner.draw(both)
    }

    fn clear(&mut self) -> io::Result<()> {
        self.sent.reset();
        self.inner.clear()
    }

    fn clear_region(&mut self, region: ClearType) -> io::Result<()> {
        self.sent.reset();
        self.inner.clear_region(region)
    }

    fn hide_cursor(&mut self) -> io::Result<()> {
        self.inner.hide_cursor()
    }

    fn show_cursor(&mut self) -> io::Result<()> {
        self.inner.show_cursor()
    }

    fn get_cursor_position(&mut self) -> io::Result<Position> {
        self.inner.get_cursor_position()
    }

    fn set_cursor_position<P: Into<Position>>(&mut self, position: P) -> io::Result<()> {
        self.inner.set_cursor_position(position)
    }

    fn size(&self) -> io::Result<Size> {
        self.inner.size()
    }

    fn window_size(&mut self) -> io::Result<WindowSize> {
        self.inner.window_size()
    }

    fn flush(&mut self) -> io::Result<()> {
        self.inner.flush()
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

    use ratatui::Terminal;
    use ratatui::backend::CrosstermBackend;
    use ratatui::layout::Rect;
    use ratatui::style::{Modifier, Style};
    use ratatui::{TerminalOptions, Viewport};

    use super::Wide;

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

    /// crossterm's backend over memory, with a size of its own.
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
            Ok(super::Size::new(10, 2))
        }

        fn window_size(&mut self) -> io::Result<super::WindowSize> {
            Err(io::Error::other("a recorder has no pixels"))
        }

        fn flush(&mut self) -> io::Result<()> {
            Ok(())
        }
    }

    #[test]
    fn nothing_is_left_of_a_wide_character_where_a_narrow_one_comes() {
        let options = TerminalOptions { viewport: Viewport::Fixed(Rect::new(0, 0, 10, 2)) };
        let backend = Wide::new(Recorder { bytes: Vec::new() });
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
        let backend = Wide::new(Recorder { bytes: Vec::new() });
        let mut screen = Terminal::with_options(backend, options).expect("a terminal in memory");
        let first = frame(&mut screen, Style::new());
        assert!(first.contains('碳') && !first.contains(' '), "{first:?}");
        let second = frame(&mut screen, Style::new().add_modifier(Modifier::REVERSED));
        // Column 2 of row 1 is written as a reversed blank, then column 1 as the character.
        assert!(second.contains("\u{1b}[1;2H\u{1b}[7m \u{1b}[1;1H碳"), "{second:?}");
        assert_eq!(frame(&mut screen, Style::new().add_modifier(Modifier::REVERSED)).matches('碳').count(), 0);
    }
}
