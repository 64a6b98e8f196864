//! What kind of file it is, by its content.

use super::refuse::Unread;

/// A file that holds text, by its first bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Zip,
    /// Any text, which tells more when it is decoded.
    Text,
}

/// What a decoded text is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Form {
    Json,
    Page,
    Plain,
}

/// How files begin that hold no report.
const FOREIGN: [(&[u8], Unread); 22] = [
    (b"%PDF-", Unread::Pdf),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", Unread::OldWord),
    (b"{\\rtf", Unread::Rtf),
    (b"\x89PNG\r\n", Unread::Image),
    (b"\xff\xd8\xff", Unread::Image),
    (b"GIF8", Unread::Image),
    (b"II*\0", Unread::Image),
    (b"MM\0*", Unread::Image),
    (b"BM", Unread::Image),
    (b"RIFF", Unread::Image),
    (b"\x1f\x8b", Unread::Archive),
    (b"7z\xbc\xaf\x27\x1c", Unread::Archive),
    (b"Rar!\x1a\x07", Unread::Archive),
    (b"\xfd7zXZ\0", Unread::Archive),
    (b"BZh", Unread::Archive),
    (b"\x28\xb5\x2f\xfd", Unread::Archive),
    (b"\x7fELF", Unread::Program),
    (b"MZ\x90\0", Unread::Program),
    (b"ID3", Unread::Program),
    (b"OggS", Unread::Program),
    (b"SQLite format 3\0", Unread::Program),
    (b"\0asm", Unread::Program),
];
/// Beginnings that a text could have too: they count where bytes follow that no text has.
const SHORT: usize = 4;
/// So near the start a PDF may begin, after what a mail or a server put before it.
const HEAD: usize = 1024;

/// The kind of file that `bytes` are, or why they cannot be a report.
pub(super) fn kind(bytes: &[u8]) -> Result<Kind, Unread> {
    if bytes.iter().all(u8::is_ascii_whitespace) {
        return Err(Unread::Empty);
    }
    if bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"PK\x05\x06") {
        return Ok(Kind::Zip);
    }
    let head = bytes.get(..HEAD).unwrap_or(bytes);
    for (magic, why) in FOREIGN {
        if bytes.starts_with(magic) && (magic.len() > SHORT || !is_textual(head)) {
            return Err(why);
        }
    }
    if head.windows(5).any(|window| window == b"%PDF-") && !is_textual(head) {
        return Err(Unread::Pdf);
    }
    if head.get(4..8) == Some(b"ftyp") {
        return Err(Unread::Program);
    }
    Ok(Kind::Text)
}

fn is_textual(head: &[u8]) -> bool {
    !head.iter().any(|&byte| byte < 0x20 && !byte.is_ascii_whitespace() && byte != 0x1b && byte != 0x0c)
}

/// What a text is, by how it begins.
pub(super) fn form(text: &str) -> Result<Form, Unread> {
    let start = text.trim_start_matches(|c: char| c.is_whitespace() || c == '\u{feff}');
    if start.starts_with(['{', '[']) {
        return Ok(Form::Json);
    }
    let head: String = start.chars().take(HEAD).collect::<String>().to_ascii_lowercase();
    if head.contains("mime-version:") && head.contains("content-type:") {
        return Err(Unread::WebArchive);
    }
    let tags = [
        "<!doctype html",
        "<html",
        "<head",
        "<body",
        "<meta",
        "<title",
        "<div",
        "<p>",
        "<p ",
        "<table",
        "<!--",
        "<frameset",
    ];
    let begins_as_page = start.starts_with('<') && tags.iter().any(|tag| head.contains(tag));
    let is_page = begins_as_page || ["<!doctype html", "<html", "<body"].iter().any(|tag| head.contains(tag));
    Ok(if is_page { Form::Page } else { Form::Plain })
}

#[cfg(test)]
mod tests {
    use super::{Form, Kind, Unread, form, kind};

    #[test]
    fn a_file_is_what_its_bytes_say() {
        for (bytes, expected) in [
            (&b"%PDF-1.7\n%\xe2\xe3"[..], Err(Unread::Pdf)),
            (b"\n\n%PDF-1.4\n\0", Err(Unread::Pdf)),
            (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\0", Err(Unread::OldWord)),
            (b"{\\rtf1\\ansi", Err(Unread::Rtf)),
            (b"\x89PNG\r\n\x1a\n", Err(Unread::Image)),
            (b"\xff\xd8\xff\xe0\0\x10JFIF", Err(Unread::Image)),
            (b"GIF89a\x01\0\x01\0", Err(Unread::Image)),
            (b"BM\x36\0\0\0", Err(Unread::Image)),
            (b"BM is how this text begins", Ok(Kind::Text)),
            (b"\x1f\x8b\x08\0", Err(Unread::Archive)),
            (b"\x7fELF\x02\x01\0", Err(Unread::Program)),
            (b"\0\0\0\x20ftypisom", Err(Unread::Program)),
            (b"PK\x03\x04", Ok(Kind::Zip)),
            (b" \n\t ", Err(Unread::Empty)),
            (b"", Err(Unread::Empty)),
            ("各位代表".as_bytes(), Ok(Kind::Text)),
        ] {
            assert_eq!(kind(bytes), expected, "{}", String::from_utf8_lossy(bytes));
        }
    }

    #[test]
    fn a_text_is_what_it_begins_with() {
        for (text, expected) in [
            ("\u{feff} {\"format\": 1}", Ok(Form::Json)),
            ("[一]", Ok(Form::Json)),
            ("<!DOCTYPE html><p>各位", Ok(Form::Page)),
            ("<!-- saved from url -->\n<HTML>", Ok(Form::Page)),
            ("\u{feff}<?xml version=\"1.0\"?><html xmlns=\"a\">", Ok(Form::Page)),
            ("<p>各位代表</p>", Ok(Form::Page)),
            ("<一>各位代表", Ok(Form::Plain)),
            ("各位代表：增长<8%", Ok(Form::Plain)),
            ("From: <Saved by Blink>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related", Err(Unread::WebArchive)),
        ] {
            assert_eq!(form(text), expected, "{text}");
        }
    }
}
