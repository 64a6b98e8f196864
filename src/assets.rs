//! The data files that the program brings. They are read at run time only: what a constant is made of may be
//! copied into each part of the program.

mod mark;
mod packed;

pub(crate) use packed::Packed;

/// A report that `build.rs` has packed.
macro_rules! packed {
    ($name:literal) => {
        Packed {
            marks: include_bytes!(concat!(env!("OUT_DIR"), "/", $name, ".marks")),
            texts: include_str!(concat!(env!("OUT_DIR"), "/", $name, ".txt")),
        }
    };
}

/// The report of Jilin City of January 2025.
pub(crate) static REPORT: Packed = packed!("jilin-city-2025");
/// What the reports of that city said in earlier years.
pub(crate) static HISTORY: Packed = packed!("jilin-city-history");
/// The words that reports share.
pub(crate) static LEXICON: &str = include_str!("../assets/lexicon.json");

/// The same text, to be kept for good, where it stands in one of these files.
pub(crate) fn brought(text: &str) -> Option<&'static str> {
    [REPORT.texts, HISTORY.texts, LEXICON].into_iter().find_map(|file| {
        let at = text.as_ptr().addr().checked_sub(file.as_ptr().addr())?;
        file.get(at..at.checked_add(text.len())?)
    })
}

#[cfg(test)]
mod tests {
    use super::{HISTORY, LEXICON, REPORT, brought};

    #[test]
    fn a_text_of_these_files_is_the_one_that_stands_there_and_a_copy_is_none() {
        let city = "吉林市";
        for file in [REPORT.texts, HISTORY.texts, LEXICON] {
            let name = file.get(file.find(city).expect("the city")..).and_then(|rest| rest.get(..city.len()));
            assert_eq!(brought(name.expect("its name")).map(str::as_ptr), name.map(str::as_ptr));
            assert_eq!(brought(file), Some(file));
        }
        let copy = city.to_owned();
        assert_eq!(brought(&copy), None);
        assert_eq!(brought(""), None);
    }
}
