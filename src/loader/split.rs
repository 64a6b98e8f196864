//! Cuts a text into its reports without holding more than one of them: JSON Lines, a JSON array,
//! or one report. Only where one begins and ends is found here; what it holds is read elsewhere.

use std::io::{self, BufRead};

/// One report of a text, and where it stands.
#[derive(Debug, Default)]
pub(super) struct Chunk {
    pub(super) bytes: Vec<u8>,
    /// The byte it begins at.
    pub(super) offset: u64,
}

/// What comes next in a text.
#[derive(Debug)]
pub(super) enum Next {
    Chunk(Chunk),
    End,
    /// An array that does not go on as one: the whole of it has to be read to say what is wrong.
    Broken,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Shape {
    Unknown,
    Lines,
    Array,
    Done,
}

/// The reports of a text, one after another.
pub(super) struct Splitter<R> {
    from: R,
    shape: Shape,
    /// Bytes that have been read.
    offset: u64,
    elements: usize,
    /// A line that was read to see what follows.
    ahead: Option<Chunk>,
}

impl<R: BufRead> Splitter<R> {
    pub(super) const fn new(from: R) -> Self {
        Self { from, shape: Shape::Unknown, offset: 0, elements: 0, ahead: None }
    }

    pub(super) fn next(&mut self) -> io::Result<Next> {
        match self.shape {
            Shape::Unknown => self.first(),
            Shape::Lines => match self.ahead.take() {
                Some(ahead) => Ok(Next::Chunk(ahead)),
                None => Ok(self.filled_line()?.map_or(Next::End, Next::Chunk)),
            },
            Shape::Array => self.element(),
            Shape::Done => Ok(Next::End),
        }
    }

    /// Tells the shape by how the text begins.
    fn first(&mut self) -> io::Result<Next> {
        // The byte order mark, which a small buffer may cut.
        for byte in b"\xef\xbb\xbf" {
            if self.from.fill_buf()?.first() != Some(byte) {
                break;
            }
            self.pass(1);
        }
        if self.skip_blank()? == Some(b'[') {
            self.pass(1);
            self.shape = Shape::Array;
            return self.element();
        }
        let mut whole = self.line()?;
        let closed = whole.bytes.trim_ascii();
        if closed.starts_with(b"{") && closed.ends_with(b"}") {
            let next = self.filled_line()?;
            match next {
                Some(next) if next.bytes.trim_ascii().starts_with(b"{") => {
                    self.shape = Shape::Lines;
                    self.ahead = Some(next);
                    return Ok(Next::Chunk(whole));
                }
                // Blank lines between do not matter: one report is read as a whole.
                Some(next) => {
                    whole.bytes.resize(usize::try_from(next.offset - whole.offset).unwrap_or(0), b'\n');
                    whole.bytes.extend(next.bytes);
                }
                None => {}
            }
        }
        self.shape = Shape::Done;
        self.from.read_to_end(&mut whole.bytes)?;
        Ok(Next::Chunk(whole))
    }

    /// The next line, with its end.
    fn line(&mut self) -> io::Result<Chunk> {
        let mut bytes = Vec::new();
        let offset = self.offset;
        self.offset += self.from.read_until(b'\n', &mut bytes)? as u64;
        Ok(Chunk { bytes, offset })
    }

    /// The next line that is not blank; `None` at the end.
    fn filled_line(&mut self) -> io::Result<Option<Chunk>> {
        loop {
            let line = self.line()?;
            if line.bytes.is_empty() {
                return Ok(None);
            }
            if !line.bytes.trim_ascii().is_empty() {
                return Ok(Some(line));
            }
        }
    }

    /// Passes over white space; the byte behind it.
    fn skip_blank(&mut self) -> io::Result<Option<u8>> {
        loop {
            let buffer = self.from.fill_buf()?;
            let blank = buffer.iter().take_while(|byte| byte.is_ascii_whitespace()).count();
            let found = buffer.get(blank).copied();
            let empty = buffer.is_empty();
            self.pass(blank);
            if found.is_some() || empty {
                return Ok(found);
            }
        }
    }

    fn pass(&mut self, bytes: usize) {
        self.from.consume(bytes);
        self.offset += bytes as u64;
    }

    /// The next object of an array.
    fn element(&mut self) -> io::Result<Next> {
        let mut next = self.skip_blank()?;
        if self.elements > 0 {
            match next {
                Some(b',') => self.pass(1),
                Some(b']') => {
                    self.pass(1);
                    self.shape = Shape::Done;
                    return Ok(if self.skip_blank()?.is_none() { Next::End } else { Next::Broken });
                }
                _ => return Ok(Next::Broken),
            }
            next = self.skip_blank()?;
        }
        if next == Some(b'{') { self.object() } else { Ok(Next::Broken) }
    }

    /// From `{` to the `}` that closes it.
    fn object(&mut self) -> io::Result<Next> {
        let mut chunk = Chunk { offset: self.offset, ..Chunk::default() };
        let mut scan = Scan::default();
        loop {
            let buffer = self.from.fill_buf()?;
            if buffer.is_empty() {
                return Ok(Next::Broken);
            }
            let end = buffer.iter().position(|&byte| scan.closes(byte));
            let part = buffer.get(..end.map_or(buffer.len(), |end| end + 1)).unwrap_or_default();
            chunk.bytes.extend_from_slice(part);
            let length = part.len();
            self.pass(length);
            if end.is_some() {
                self.elements += 1;
                return Ok(Next::Chunk(chunk));
            }
        }
    }
}

/// Where the scan of an object stands: how deep, and whether inside a text.
#[derive(Default)]
struct Scan {
    depth: usize,
    quoted: bool,
    escaped: bool,
}

impl Scan {
    /// Whether `byte` closes the object that the first one opened.
    fn closes(&mut self, byte: u8) -> bool {
        match byte {
            _ if self.escaped => self.escaped = false,
            b'\\' if self.quoted => self.escaped = true,
            b'"' => self.quoted = !self.quoted,
            _ if self.quoted => {}
            b'{' | b'[' => self.depth += 1,
            b'}' | b']' => {
                self.depth = self.depth.saturating_sub(1);
                return self.depth == 0;
            }
            _ => {}
        }
        false
    }
}

#[cfg(test)]
mod tests {
    use std::io::{BufReader, Cursor};

    use super::{Next, Splitter};

    /// The chunks of a text read through a buffer of `room` bytes, each with its offset; `!` where it breaks.
    fn chunks(text: &str, room: usize) -> Vec<(String, u64)> {
        let mut splitter = Splitter::new(BufReader::with_capacity(room, Cursor::new(text.as_bytes().to_vec())));
        let mut found = Vec::new();
        loop {
            match splitter.next().expect("a text in memory can be read") {
                Next::Chunk(chunk) => {
                    let text = String::from_utf8(chunk.bytes).expect("nothing is cut inside a character");
                    found.push((text.trim().to_owned(), chunk.offset));
                }
                Next::End => return found,
                Next::Broken => {
                    found.push(("!".to_owned(), 0));
                    return found;
                }
            }
        }
    }

    #[test]
    fn reports_are_found_whatever_the_size_of_the_buffer() {
        for room in [1, 2, 3, 7, 64, 4096] {
            assert_eq!(
                chunks("{\"a\": \"}\\\"\"}\n\n{\"b\": 2}\n", room),
                [("{\"a\": \"}\\\"\"}".to_owned(), 0), ("{\"b\": 2}".to_owned(), 14)]
            );
            assert_eq!(
                chunks(" [ {\"a\": [\"]{\"]} ,\n{\"年\": {}} ] ", room),
                [("{\"a\": [\"]{\"]}".to_owned(), 3), ("{\"年\": {}}".to_owned(), 19)]
            );
            assert_eq!(chunks("{\n\"a\": 1\n}\n", room), [("{\n\"a\": 1\n}".to_owned(), 0)]);
            assert_eq!(chunks("\u{feff}{\"a\": 1}\n", room), [("{\"a\": 1}".to_owned(), 3)]);
            // A second line that opens nothing belongs to the first.
            assert_eq!(chunks("{\"a\": 1}\n\nx", room), [("{\"a\": 1}\n\nx".to_owned(), 0)]);
        }
    }

    #[test]
    fn an_array_that_does_not_go_on_as_one_is_broken() {
        for text in ["[", "[]", "[{}", "[{} {}]", "[{},]", "[{}] x", "[1]", "[{\"a\": \"]", "[,{}]"] {
            assert_eq!(chunks(text, 4).last().map(|last| last.0.as_str()), Some("!"), "{text}");
        }
    }
}
