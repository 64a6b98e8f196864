//! From the text of a file to reports: JSON, JSON Lines or a JSON array of format 1.
//! A broken file gives faults with their places, never a panic.

use serde::Deserialize;
use serde_json::value::RawValue;

use super::check::{Checked, check_reports};
use super::fault::{At, Fault};
use super::format::ReportOnDisk;
use super::lexicon::Lexicon;
use super::model::Report;
use super::shape::VERSION;
use super::syntax;
use super::validate::{validate, validate_lexicon};
use crate::assets::{self, Packed};
use crate::text::{Bilingual, Label};

/// The lexicon that the program brings, as it stands in the file: a test has checked it.
pub(crate) fn built_in_lexicon() -> Lexicon {
    Lexicon::in_text(assets::LEXICON)
}

/// The report that the program brings, as it stands in the file: a test has checked it.
pub(crate) fn built_in_report() -> Result<Report, Vec<Fault>> {
    packed(assets::REPORT, "assets/jilin-city-2025.json").map(ReportOnDisk::into_report)
}

/// What was packed of a file that the program brings.
fn packed<T: Deserialize<'static>>(from: Packed, file: &str) -> Result<T, Vec<Fault>> {
    from.read().map_err(|error| {
        let place = At { file, line: None, prefix: "" };
        let what =
            Bilingual::new(format!("内置数据读不出来：{error}"), format!("the built-in data cannot be read: {error}"));
        let mend = Label::new("请用 sulan check 查看这个文件", "see this file with sulan check");
        vec![place.fault("", what, mend)]
    })
}

/// The earlier years that the program brings, as they stand in the file: a test has checked them.
pub(crate) fn built_in_past() -> Result<Vec<Report>, Vec<Fault>> {
    let given: Vec<ReportOnDisk> = packed(assets::HISTORY, "assets/jilin-city-history.json")?;
    Ok(given.into_iter().map(ReportOnDisk::into_report).collect())
}

/// The lexicon in `text`.
///
/// # Errors
/// What is wrong with it, at least one fault.
pub fn read_lexicon(text: &str, file: &str) -> Result<Lexicon, Vec<Fault>> {
    let place = At { file, line: None, prefix: "" };
    let lexicon: Lexicon = serde_json::from_str(text).map_err(|error| vec![syntax::fault(&error, text, &place)])?;
    let lexicon = lexicon.tidied();
    let faults = validate_lexicon(&lexicon, &place);
    if faults.is_empty() { Ok(lexicon) } else { Err(faults) }
}

/// The reports in `text`, and `lexicon` with what they bring of their own. What is
/// not known is passed over; [`check_reports`] tells it.
///
/// # Errors
/// What is wrong with them, at least one fault, in the order of the file.
pub fn read_reports(text: &str, file: &str, lexicon: Lexicon) -> Result<(Vec<Report>, Lexicon), Vec<Fault>> {
    read_checked(text, file, lexicon).map(|checked| (checked.reports, checked.lexicon))
}

/// The same, with what is not known and was passed over.
///
/// # Errors
/// What is wrong with the reports, at least one fault, in the order of the file.
pub(crate) fn read_checked(text: &str, file: &str, lexicon: Lexicon) -> Result<Checked, Vec<Fault>> {
    // The quick way; whatever is wrong or unknown is told by the careful one.
    if let Some((reports, lexicon)) = read_whole(text, file, lexicon.clone()) {
        return Ok(Checked { reports, lexicon, ..Checked::default() });
    }
    let checked = check_reports(text, file, lexicon);
    if checked.faults.is_empty() { Ok(checked) } else { Err(checked.faults) }
}

/// The reports in `text`; `None` where anything is wrong with them.
fn read_whole(text: &str, file: &str, mut lexicon: Lexicon) -> Option<(Vec<Report>, Lexicon)> {
    let mut reports: Vec<Report> = Vec::new();
    for piece in pieces(text, file).ok()? {
        let given: ReportOnDisk = serde_json::from_str(piece.text).ok()?;
        if i64::from(given.format) != VERSION {
            return None;
        }
        let place = At { file, line: None, prefix: &piece.prefix };
        let mut faults = Vec::new();
        let report = accept(given, &mut lexicon, &place, &mut faults);
        if !faults.is_empty() || twice(&reports, &report, &place).is_some() {
            return None;
        }
        reports.push(report);
    }
    Some((reports, lexicon))
}

/// The fault of a report whose id another one of the same file has.
pub(super) fn twice(known: &[Report], report: &Report, place: &At<'_>) -> Option<Fault> {
    known.iter().any(|known| known.id == report.id).then(|| {
        place.fault(
            "id",
            Bilingual::new(
                format!("报告编号“{}”重复", report.id),
                format!("the report id \"{}\" is used twice", report.id),
            ),
            Label::new("请给每份报告不同的编号", "give each report an id of its own"),
        )
    })
}

/// A report, and the words that it brings of its own.
#[derive(Debug)]
pub struct Accepted {
    /// The report.
    pub report: Report,
    /// Its own units, indicators and terms.
    pub own: Lexicon,
}

/// The one report in `text`; `None` where anything is wrong with it, or a word that it needs is in another report.
pub(crate) fn read_one(text: &str, lexicon: &Lexicon) -> Option<Accepted> {
    let given: ReportOnDisk = serde_json::from_str(text).ok()?;
    if i64::from(given.format) != VERSION {
        return None;
    }
    take_one(given, "", lexicon).ok()
}

/// The report that a text was read into.
///
/// # Errors
/// What is wrong with it, at least one fault.
pub fn take_one(mut given: ReportOnDisk, file: &str, lexicon: &Lexicon) -> Result<Accepted, Vec<Fault>> {
    let place = At { file, line: None, prefix: "" };
    let own = given.lexicon.take().map(Lexicon::tidied).unwrap_or_default();
    let mut faults = validate_lexicon(&own, &At { prefix: "lexicon", ..place });
    let report = given.into_report();
    faults.extend(validate(&report, &[lexicon, &own], &place));
    if faults.is_empty() { Ok(Accepted { report, own }) } else { Err(faults) }
}

/// The report at a place of a text that was read before.
pub(crate) fn reread(text: &str, at: usize) -> Option<Report> {
    let pieces = pieces(text, "").ok()?;
    let text = pieces.get(at)?.text;
    match serde_json::from_str(text) {
        Ok(given) => Some(ReportOnDisk::into_report(given)),
        // It was taken with something in it that is not known.
        Err(_) => check_reports(text, "", Lexicon::default()).reports.into_iter().next(),
    }
}

/// The report with its defaults filled in; its own words go to `lexicon`, its faults to `faults`.
pub(super) fn accept(
    mut given: ReportOnDisk,
    lexicon: &mut Lexicon,
    place: &At<'_>,
    faults: &mut Vec<Fault>,
) -> Report {
    if let Some(own) = given.lexicon.take() {
        let own = own.tidied();
        let dot = if place.prefix.is_empty() { "" } else { "." };
        let inside = format!("{}{dot}lexicon", place.prefix);
        faults.extend(validate_lexicon(&own, &At { file: place.file, line: place.line, prefix: &inside }));
        lexicon.extend(own);
    }
    let report = given.into_report();
    faults.extend(validate(&report, &[lexicon], place));
    report
}

/// One report of a file, still as text.
pub(super) struct Piece<'a> {
    pub(super) text: &'a str,
    /// Its place in an array.
    pub(super) prefix: String,
}

/// The reports of a file, each with its place.
pub(super) fn pieces<'a>(text: &'a str, file: &str) -> Result<Vec<Piece<'a>>, Box<Fault>> {
    let whole = At { file, line: None, prefix: "" };
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    if text.trim().is_empty() {
        return Err(Box::new(nothing(&whole)));
    }
    if text.trim_start().starts_with('[') {
        if text.trim_start().strip_prefix('[').is_some_and(|rest| !rest.trim_start().starts_with(['{', ']'])) {
            return Err(Box::new(no_report(&whole)));
        }
        let reports: Vec<&RawValue> =
            serde_json::from_str(text).map_err(|error| Box::new(syntax::fault(&error, text, &whole)))?;
        if reports.is_empty() {
            return Err(Box::new(nothing(&whole)));
        }
        let piece = |(at, raw): (usize, &'a RawValue)| Piece { text: raw.get(), prefix: format!("[{at}]") };
        return Ok(reports.into_iter().enumerate().map(piece).collect());
    }
    if !text.trim_start().starts_with('{') {
        return Err(Box::new(no_report(&whole)));
    }
    let piece = |text| Piece { text, prefix: String::new() };
    if is_json_lines(text) {
        return Ok(text.lines().filter(|line| !line.trim().is_empty()).map(piece).collect());
    }
    Ok(vec![piece(text)])
}

/// The fault of a file without a report.
fn nothing(whole: &At<'_>) -> Fault {
    whole.fault(
        "",
        Label::new("文件是空的", "the file is empty").into(),
        Label::new("应有一份格式 1 的报告", "it should hold a report of format 1"),
    )
}

/// The fault of a file that holds something else.
fn no_report(whole: &At<'_>) -> Fault {
    whole.fault(
        "",
        Label::new("不是报告：报告是写在 { } 里的 JSON", "not a report, which is JSON in braces").into(),
        Label::new("请换一个文件", "name another file"),
    )
}

/// Whether a file holds one JSON object a line: at least two lines, each of which opens and closes one.
fn is_json_lines(text: &str) -> bool {
    let mut lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
    let whole = |line: &str| line.starts_with('{') && line.ends_with('}');
    lines.next().is_some_and(whole) && lines.next().is_some_and(|line| line.starts_with('{'))
}

#[cfg(test)]
mod tests {
    use std::borrow::Cow;

    use super::super::model::Section;
    use super::{built_in_lexicon, built_in_past, built_in_report, read_lexicon, read_reports};
    use crate::assets;
    use crate::text::Bilingual;

    #[test]
    fn what_the_program_brings_stands_every_check_and_is_what_it_starts_with() {
        let lexicon =
            read_lexicon(assets::LEXICON, "assets/lexicon.json").unwrap_or_else(|faults| panic!("{faults:#?}"));
        let text = include_str!("../../assets/jilin-city-2025.json");
        let (reports, whole) =
            read_reports(text, "the report", lexicon.clone()).unwrap_or_else(|faults| panic!("{faults:#?}"));
        assert_eq!(built_in_lexicon(), lexicon);
        assert_eq!(whole, lexicon, "the built-in report brings a lexicon of its own");
        assert_eq!(built_in_report().map(|report| vec![report]), Ok(reports));
        let text = include_str!("../../assets/jilin-city-history.json");
        let (past, whole) =
            read_reports(text, "the past", lexicon.clone()).unwrap_or_else(|faults| panic!("{faults:#?}"));
        assert_eq!(whole, lexicon, "the past brings a lexicon of its own");
        assert_eq!(built_in_past(), Ok(past));
    }

    #[test]
    fn words_that_are_known_are_not_taken_over_again() {
        let mut lexicon = built_in_lexicon();
        lexicon.extend(built_in_lexicon());
        assert_eq!(lexicon, built_in_lexicon());
    }

    #[test]
    fn a_text_that_the_program_brings_is_not_copied() {
        let report = built_in_report().unwrap_or_else(|faults| panic!("{faults:#?}"));
        let entry = report.sections().iter().flat_map(Section::entries).next().expect("an entry");
        assert!(matches!(entry.title(), Bilingual { zh: Cow::Borrowed(_), en: Cow::Borrowed(_) }), "{entry:?}");
    }
}
