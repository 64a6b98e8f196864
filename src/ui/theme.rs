//! How roles look: styles from the terminal's own colours, and marks that every
//! terminal can draw. Colour fills shapes only; words stay in the terminal's own.

use std::borrow::Cow;

use ratatui::style::{Color, Modifier, Style};

use crate::app::Looks;
use crate::pages::Ink;

/// The look of the screens.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Theme {
    /// No colours at all, only bold, dim, reverse and underline.
    pub mono: bool,
    /// Only ASCII and characters that are two cells wide everywhere.
    pub ascii: bool,
}

impl From<Looks> for Theme {
    fn from(looks: Looks) -> Self {
        Self { mono: looks.mono, ascii: looks.ascii }
    }
}

impl Theme {
    /// The whole style of a role. Styles are set on fresh cells, never patched.
    pub fn style(self, ink: Ink) -> Style {
        match ink {
            Ink::Plain => Style::new(),
            Ink::Bold => Style::new().add_modifier(Modifier::BOLD),
            Ink::Dim => Style::new().add_modifier(Modifier::DIM),
            Ink::Result => self.coloured(Color::Cyan),
            Ink::Target => self.coloured(Color::Magenta),
        }
    }

    /// The style of the characters that a search matched; red is used for nothing else.
    pub fn matched(self) -> Style {
        self.coloured(Color::Red).add_modifier(Modifier::BOLD | Modifier::UNDERLINED)
    }

    /// Turns a cell's style into that of the selected row: reversed, without colour and dimness.
    pub fn selected(self, style: Style) -> Style {
        let kept = style.add_modifier & (Modifier::BOLD | Modifier::UNDERLINED);
        Style::new().add_modifier(kept | Modifier::REVERSED)
    }

    /// `text` as this theme's terminals can draw it; every replacement is as wide as what it replaces.
    pub fn text(self, text: &str) -> Cow<'_, str> {
        if self.ascii && text.chars().any(|c| ascii(c).is_some()) {
            let mut out = String::with_capacity(text.len());
            for c in text.chars() {
                match ascii(c) {
                    Some(safe) => out += safe,
                    None => out.push(c),
                }
            }
            Cow::Owned(out)
        } else {
            Cow::Borrowed(text)
        }
    }

    fn coloured(self, color: Color) -> Style {
        if self.mono { Style::new() } else { Style::new().fg(color) }
    }
}

/// The safe forms of the characters that some terminals draw two cells wide or not at all.
const ASCII: [(char, &str); 39] = [
    ('●', "*"),
    ('○', "o"),
    ('◉', "@"),
    ('━', "="),
    ('╸', "-"),
    ('╾', "-"),
    ('─', "-"),
    ('–', "-"),
    ('−', "-"),
    ('—', "-"),
    ('╍', ":"),
    ('▪', "#"),
    ('▫', "-"),
    ('▁', "_"),
    ('▂', "."),
    ('▃', "-"),
    ('▄', "="),
    ('▅', "+"),
    ('▆', "*"),
    ('▇', "%"),
    ('█', "#"),
    ('·', "."),
    ('…', "~"),
    ('≈', "~"),
    ('→', ">"),
    ('←', "<"),
    ('↑', "^"),
    ('↓', "v"),
    ('≥', ">"),
    ('≤', "<"),
    ('×', "x"),
    ('²', "2"),
    ('³', "3"),
    ('µ', "u"),
    ('μ', "u"),
    ('“', "\""),
    ('”', "\""),
    ('‘', "'"),
    ('’', "'"),
];

fn ascii(c: char) -> Option<&'static str> {
    ASCII.iter().find(|(from, _)| *from == c).map(|(_, to)| *to)
}
