//! The data files that the program brings. They are read at run time only: what a constant is made of may be
//! copied into each part of the program.

/// The report of Jilin City of January 2025, as `build.rs` packs it.
pub(crate) static REPORT: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/jilin-city-2025"));
/// What the reports of that city said in earlier years, packed as well.
pub(crate) static HISTORY: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/jilin-city-history"));
/// The words that reports share.
pub(crate) static LEXICON: &str = include_str!("../assets/lexicon.json");

/// The same text, to be kept for good, where it stands in one of these files.
pub(crate) fn brought(text: &str) -> Option<&'static str> {
    let range = |file: &[u8]| {
        let at = text.as_ptr().addr().checked_sub(file.as_ptr().addr())?;
        Some(at..at.checked_add(text.len())?)
    };
    let packed = |file: &'static [u8]| str::from_utf8(file.get(range(file)?)?).ok();
    [REPORT, HISTORY].into_iter().find_map(packed).or_else(|| LEXICON.get(range(LEXICON.as_bytes())?))
}

#[cfg(test)]
mod tests {
    use super::{HISTORY, LEXICON, REPORT, brought};

    #[test]
    fn a_text_of_these_files_is_the_one_that_stands_there_and_a_copy_is_none() {
        let city = "吉林市";
        for file in [REPORT, HISTORY, LEXICON.as_bytes()] {
            let at = file.windows(city.len()).position(|bytes| bytes == city.as_bytes()).expect("the city");
            let name = file.get(at..at + city.len()).and_then(|bytes| str::from_utf8(bytes).ok()).expect("its name");
            assert_eq!(brought(name).map(str::as_ptr), Some(name.as_ptr()));
        }
        assert_eq!(brought(LEXICON), Some(LEXICON));
        let copy = city.to_owned();
        assert_eq!(brought(&copy), None);
        assert_eq!(brought(""), None);
    }
}
