//! From the bytes of a file to characters: UTF-8, UTF-16 and GB18030, with a mark, a declaration or
//! neither of them.

use std::string::FromUtf8Error;

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{BIG5, Encoding, GB18030, GBK, UTF_8, UTF_16BE, UTF_16LE};

/// So much of a file tells its encoding.
const SAMPLE: usize = 1 << 16;
/// So near the start a page must declare its encoding.
const HEAD: usize = 4096;
/// A text may have lost one character in so many.
const INTACT: usize = 50;

/// The characters of a file.
pub(super) struct Decoded {
    pub(super) text: String,
    /// How many of them stand for bytes that mean nothing.
    pub(super) damaged: usize,
}

/// The characters of `bytes`; `None` where they are not a text in any encoding that is known here.
pub(super) fn decode(bytes: Vec<u8>) -> Option<Decoded> {
    if let Some((encoding, mark)) = Encoding::for_bom(&bytes) {
        return Some(by(encoding, bytes.get(mark..).unwrap_or_default()));
    }
    let whole = String::from_utf8(bytes);
    let given = whole.as_ref().map_or_else(FromUtf8Error::as_bytes, String::as_bytes);
    // Two letters of ASCII read as one unit are a 汉字 too: valid UTF-8 is UTF-16 only where it holds a zero.
    if (whole.is_err() || sample(given).contains(&0))
        && let Some(encoding) = wide(given)
    {
        return Some(by(encoding, given));
    }
    let bytes = match whole {
        Ok(text) if !is_chance(&text) => return Some(Decoded { text, damaged: 0 }),
        Ok(text) => text.into_bytes(),
        Err(error) => error.into_bytes(),
    };
    let candidates = [Some(UTF_8), declared(&bytes), guessed(&bytes), Some(GB18030)];
    candidates.into_iter().flatten().map(|encoding| by(encoding, &bytes)).find(Decoded::is_text)
}

impl Decoded {
    /// Whether nearly all bytes meant something, and what they meant is Chinese.
    fn is_text(&self) -> bool {
        let (mut all, mut han, mut controls) = (0, 0, 0);
        for c in self.text.chars() {
            all += 1;
            han += usize::from(is_han(c));
            controls += usize::from(c.is_control() && !c.is_whitespace());
        }
        han > 0 && self.damaged.saturating_sub(1) * INTACT <= all && controls * INTACT <= all
    }
}

/// Whether `c` is a 汉字.
pub(super) const fn is_han(c: char) -> bool {
    matches!(c, '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{3ffff}')
}

fn by(encoding: &'static Encoding, bytes: &[u8]) -> Decoded {
    let (text, had_errors) = encoding.decode_without_bom_handling(bytes);
    let text = text.into_owned();
    let damaged = if had_errors { text.chars().filter(|&c| c == '\u{fffd}').count() } else { 0 };
    Decoded { text, damaged }
}

/// Whether valid UTF-8 is so by chance: pairs of bytes that are Latin or Greek there and 汉字 in GB18030.
fn is_chance(text: &str) -> bool {
    let letters = || text.bytes().filter(u8::is_ascii_alphabetic).count();
    let others = text.chars().filter(|c| !c.is_ascii());
    others.clone().all(|c| c < '\u{800}')
        && others.count() > letters()
        && by(GB18030, text.as_bytes()).text.chars().any(is_han)
        && declared(text.as_bytes()) != Some(UTF_8)
}

fn sample(bytes: &[u8]) -> &[u8] {
    bytes.get(..SAMPLE).unwrap_or(bytes)
}

/// UTF-16 without a mark, by the units that a Chinese text is made of.
fn wide(bytes: &[u8]) -> Option<&'static Encoding> {
    let sample = sample(bytes);
    let share = |read: fn([u8; 2]) -> u16| {
        let units = sample.chunks_exact(2).filter_map(|pair| Some(read(pair.try_into().ok()?)));
        units.filter(|&unit| is_usual(unit)).count()
    };
    let all = sample.len() / 2;
    [(share(u16::from_le_bytes), UTF_16LE), (share(u16::from_be_bytes), UTF_16BE)]
        .into_iter()
        .filter(|&(usual, _)| all > 0 && usual * 10 >= all * 9)
        .max_by_key(|&(usual, _)| usual)
        .map(|(_, encoding)| encoding)
}

const fn is_usual(unit: u16) -> bool {
    matches!(unit, 0x09 | 0x0a | 0x0d | 0x20..=0x7e | 0x2010..=0x2027 | 0x3000..=0x303f | 0x4e00..=0x9fff | 0xff00..=0xffef)
}

/// The encoding that a page or an XML text declares of itself.
fn declared(bytes: &[u8]) -> Option<&'static Encoding> {
    let head = bytes.get(..HEAD).unwrap_or(bytes).to_ascii_lowercase();
    let named = |key: &[u8]| {
        let at = head.windows(key.len()).position(|window| window == key)?;
        let rest = head.get(at + key.len()..)?.trim_ascii_start().strip_prefix(b"=")?.trim_ascii_start();
        let rest = rest.strip_prefix(b"\"").or_else(|| rest.strip_prefix(b"'")).unwrap_or(rest);
        let end = rest.iter().position(|byte| !(byte.is_ascii_alphanumeric() || b"-_:".contains(byte)));
        Encoding::for_label(rest.get(..end.unwrap_or(rest.len()))?)
    };
    named(b"charset").or_else(|| named(b"encoding"))
}

/// The encoding by what the bytes look like, where it is one that Chinese is written in.
fn guessed(bytes: &[u8]) -> Option<&'static Encoding> {
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(sample(bytes), bytes.len() <= SAMPLE);
    let guess = detector.guess(Some(b"cn"), Utf8Detection::Deny);
    [GBK, GB18030, BIG5].contains(&guess).then_some(guess)
}

#[cfg(test)]
mod tests {
    use encoding_rs::GB18030;

    use super::decode;

    const TEXT: &str = "各位代表：\n现在，我代表市政府向大会报告工作。全市生产总值增长6.5%，𠮷林、㐂、镕、犇。\n";

    fn wide(text: &str, big: bool) -> Vec<u8> {
        let bytes = |unit: u16| if big { unit.to_be_bytes() } else { unit.to_le_bytes() };
        text.encode_utf16().flat_map(bytes).collect()
    }

    fn text(bytes: impl AsRef<[u8]>) -> String {
        let decoded = decode(bytes.as_ref().to_vec()).expect("a text");
        assert_eq!(decoded.damaged, 0, "{}", decoded.text);
        decoded.text
    }

    #[test]
    fn every_encoding_with_and_without_a_mark_gives_the_same_characters() {
        assert_eq!(text(TEXT), TEXT);
        assert_eq!(text(format!("\u{feff}{TEXT}")), TEXT);
        let (gb, _, lost) = GB18030.encode(TEXT);
        assert!(
            !lost && gb.windows(4).any(|four| matches!(*four, [0x81..=0xfe, 0x30..=0x39, 0x81..=0xfe, 0x30..=0x39]))
        );
        assert_eq!(text(&gb), TEXT);
        for big in [false, true] {
            assert_eq!(text(wide(TEXT, big)), TEXT);
            assert_eq!(text(wide(&format!("\u{feff}{TEXT}"), big)), TEXT);
            assert_eq!(text(wide("{\"format\": 1}\n", big)), "{\"format\": 1}\n");
        }
    }

    #[test]
    fn a_short_text_in_gb_that_happens_to_be_utf8_is_chinese() {
        let (gb, ..) = GB18030.encode("一一");
        assert!(std::str::from_utf8(&gb).is_ok());
        assert_eq!(text(&gb), "一一");
        assert_eq!(text("naïve café"), "naïve café");
    }

    #[test]
    fn a_declaration_that_a_browser_has_outdated_is_not_believed() {
        let page = format!("<meta charset=gb2312>{TEXT}");
        assert_eq!(text(&page), page);
        let (gb, ..) = GB18030.encode(&page);
        assert_eq!(text(&gb), page);
    }

    #[test]
    fn a_text_cut_or_hurt_in_the_middle_of_a_character_loses_that_character_only() {
        let long = TEXT.repeat(3);
        let bytes = long.as_bytes();
        let decoded = decode(bytes.split_at(bytes.len() - 6).0.to_vec()).expect("a text");
        assert!(decoded.damaged <= 1 && decoded.text.starts_with("各位代表"), "{}", decoded.text);
        let (gb, ..) = GB18030.encode(&long);
        let hurt = [gb.split_at(9).0, &[0xff], gb.split_at(10).1].concat();
        let decoded = decode(hurt).expect("a text");
        assert!((1..=2).contains(&decoded.damaged), "{}", decoded.text);
        let mut wide = wide(&long, false);
        wide.pop();
        assert!(decode(wide).expect("a text").damaged <= 1);
    }

    #[test]
    fn bytes_that_are_no_text_are_none() {
        let mut state = 7_u32;
        let noise = || {
            state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            state.to_be_bytes()[0]
        };
        let noise: Vec<u8> = std::iter::repeat_with(noise).take(4096).collect();
        assert!(decode(noise).is_none());
        assert!(decode(vec![0xff; 400]).is_none());
    }
}
