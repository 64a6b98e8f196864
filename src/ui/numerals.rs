//! Digits three rows high, for the targets.

/// The three rows of a character; `None` for one that has no large form.
fn shape(c: char) -> Option<[&'static str; 3]> {
    Some(match c {
        '0' => ["┏━┓", "┃ ┃", "┗━┛"],
        '1' => ["╺┓ ", " ┃ ", "╺┻╸"],
        '2' => ["╺━┓", "┏━┛", "┗━╸"],
        '3' => ["╺━┓", "╺━┫", "╺━┛"],
        '4' => ["╻ ╻", "┗━┫", "  ╹"],
        '5' => ["┏━╸", "┗━┓", "╺━┛"],
        '6' => ["┏━╸", "┣━┓", "┗━┛"],
        '7' => ["╺━┓", "  ┃", "  ╹"],
        '8' => ["┏━┓", "┣━┫", "┗━┛"],
        '9' => ["┏━┓", "┗━┫", "╺━┛"],
        '.' => ["   ", "   ", " ╸ "],
        _ => return None,
    })
}

/// The same in ASCII.
fn plain_shape(c: char) -> Option<[&'static str; 3]> {
    Some(match c {
        '0' => [" _ ", "| |", "|_|"],
        '1' => ["   ", " | ", " | "],
        '2' => [" _ ", " _|", "|_ "],
        '3' => [" _ ", " _|", " _|"],
        '4' => ["   ", "|_|", "  |"],
        '5' => [" _ ", "|_ ", " _|"],
        '6' => [" _ ", "|_ ", "|_|"],
        '7' => [" _ ", "  |", "  |"],
        '8' => [" _ ", "|_|", "|_|"],
        '9' => [" _ ", "|_|", " _|"],
        '.' => ["   ", "   ", " . "],
        _ => return None,
    })
}

/// `text` in three rows of equal width; `None` when a character has no large form.
pub(super) fn large(text: &str, ascii: bool) -> Option<[String; 3]> {
    let mut rows = [String::new(), String::new(), String::new()];
    for (at, c) in text.chars().enumerate() {
        let shape = if ascii { plain_shape(c)? } else { shape(c)? };
        for (row, cells) in rows.iter_mut().zip(shape) {
            if at > 0 {
                row.push(' ');
            }
            *row += cells;
        }
    }
    Some(rows)
}

#[cfg(test)]
mod tests {
    use super::large;
    use crate::text::width;

    #[test]
    fn every_digit_has_three_rows_of_one_width() {
        for ascii in [false, true] {
            for text in ["0", "1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "4.5"] {
                let rows = large(text, ascii).expect("every digit has a large form");
                for row in &rows {
                    assert_eq!(width(row), text.chars().count() * 4 - 1, "{text} {row:?}");
                }
            }
        }
        assert_eq!(large("同步", false), None);
    }
}
