//! The data files that the program brings. They are read at run time only: what a constant is made of may be
//! copied into each part of the program.

/// The report of Jilin City of January 2025.
pub(crate) static REPORT: &str = include_str!("../assets/jilin-city-2025.json");
/// What the reports of that city said in earlier years.
pub(crate) static HISTORY: &str = include_str!("../assets/jilin-city-history.json");
/// The words that reports share.
pub(crate) static LEXICON: &str = include_str!("../assets/lexicon.json");

/// The same text, to be kept for good, where it stands in one of these files.
pub(crate) fn brought(text: &str) -> Option<&'static str> {
    [REPORT, HISTORY, LEXICON].into_iter().find_map(|file| {
        let at = text.as_ptr().addr().checked_sub(file.as_ptr().addr())?;
        file.get(at..at.checked_add(text.len())?)
    })
}

#[cfg(test)]
mod tests {
    use super::{HISTORY, REPORT, brought};

    #[test]
    fn a_text_of_these_files_is_the_one_that_stands_there_and_a_copy_is_none() {
        let heading =
            REPORT.get(REPORT.find("吉林市").expect("the city")..).and_then(|rest| rest.get(..9)).expect("its name");
        assert_eq!(brought(heading).map(str::as_ptr), Some(heading.as_ptr()));
        assert_eq!(brought(HISTORY), Some(HISTORY));
        let copy = heading.to_owned();
        assert_eq!(brought(&copy), None);
        assert_eq!(brought(""), None);
    }
}
