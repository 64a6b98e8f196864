//! From the text of a file to reports: JSON, JSON Lines or a JSON array of format 1.
//! A broken file gives faults with their places, never a panic.

use serde::de::DeserializeOwned;

use super::fault::{At, Fault};
use super::format::ReportOnDisk;
use super::json_words::words;
use super::lexicon::Lexicon;
use super::model::Report;
use super::validate::{validate, validate_lexicon};
use crate::text::{Bilingual, Label};

/// A data file that the program brings.
pub(super) struct Embedded {
    pub(super) file: &'static str,
    pub(super) text: &'static str,
}

impl Embedded {
    pub(super) const REPORT: Self =
        Self { file: "assets/jilin-city-2025.json", text: include_str!("../../assets/jilin-city-2025.json") };
    pub(super) const HISTORY: Self =
        Self { file: "assets/jilin-city-history.json", text: include_str!("../../assets/jilin-city-history.json") };
    pub(super) const LEXICON: Self =
        Self { file: "assets/lexicon.json", text: include_str!("../../assets/lexicon.json") };
}

/// The lexicon in `text`.
///
/// # Errors
/// What is wrong with it, at least one fault.
pub fn read_lexicon(text: &str, file: &str) -> Result<Lexicon, Vec<Fault>> {
    let place = At { file, line: None, prefix: "" };
    let lexicon = parse::<Lexicon>(text, &place)?.tidied();
    let faults = validate_lexicon(&lexicon, &place);
    if faults.is_empty() { Ok(lexicon) } else { Err(faults) }
}

/// The reports in `text`, and `lexicon` with what they bring of their own.
///
/// # Errors
/// What is wrong with them, at least one fault, in the order of the file.
pub fn read_reports(text: &str, file: &str, mut lexicon: Lexicon) -> Result<(Vec<Report>, Lexicon), Vec<Fault>> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let mut reports = Vec::new();
    let mut faults = Vec::new();
    for (at, given) in pieces(text, file)? {
        let place = At { file, line: at.line, prefix: &at.prefix };
        if given.format != 1 {
            faults.push(place.fault(
                "format",
                Bilingual::new(format!("不认识格式 {}", given.format), format!("format {} is not known", given.format)),
                Label::new("本程序读格式 1", "this program reads format 1"),
            ));
            continue;
        }
        let report = accept(given, &mut lexicon, &place, &mut faults);
        if reports.iter().any(|known: &Report| known.id == report.id) {
            faults.push(place.fault(
                "id",
                Bilingual::new(
                    format!("报告编号“{}”重复", report.id),
                    format!("the report id \"{}\" is used twice", report.id),
                ),
                Label::new("请给每份报告不同的编号", "give each report an id of its own"),
            ));
        }
        reports.push(report);
    }
    if faults.is_empty() { Ok((reports, lexicon)) } else { Err(faults) }
}

/// The report that a text was read into, and `lexicon` with what it brings of its own.
///
/// # Errors
/// What is wrong with it, at least one fault.
pub fn take_in(given: ReportOnDisk, file: &str, mut lexicon: Lexicon) -> Result<(Report, Lexicon), Vec<Fault>> {
    let place = At { file, line: None, prefix: "" };
    let mut faults = Vec::new();
    let report = accept(given, &mut lexicon, &place, &mut faults);
    if faults.is_empty() { Ok((report, lexicon)) } else { Err(faults) }
}

/// The report with its defaults filled in; its own words go to `lexicon`, its faults to `faults`.
fn accept(mut given: ReportOnDisk, lexicon: &mut Lexicon, place: &At<'_>, faults: &mut Vec<Fault>) -> Report {
    if let Some(own) = given.lexicon.take() {
        let own = own.tidied();
        let dot = if place.prefix.is_empty() { "" } else { "." };
        let inside = format!("{}{dot}lexicon", place.prefix);
        faults.extend(validate_lexicon(&own, &At { file: place.file, line: place.line, prefix: &inside }));
        lexicon.extend(own);
    }
    let report = given.into_report();
    faults.extend(validate(&report, lexicon, place));
    report
}

/// Where one report of a file stands.
struct Piece {
    line: Option<usize>,
    prefix: String,
}

/// The reports of a file, each with its place.
fn pieces(text: &str, file: &str) -> Result<Vec<(Piece, ReportOnDisk)>, Vec<Fault>> {
    let whole = At { file, line: None, prefix: "" };
    if text.trim().is_empty() {
        return Err(vec![nothing(&whole)]);
    }
    if text.trim_start().starts_with('[') {
        if text.trim_start().strip_prefix('[').is_some_and(|rest| !rest.trim_start().starts_with(['{', ']'])) {
            return Err(vec![no_report(&whole)]);
        }
        let reports: Vec<ReportOnDisk> = parse(text, &whole)?;
        if reports.is_empty() {
            return Err(vec![nothing(&whole)]);
        }
        let place = |at| Piece { line: None, prefix: format!("[{at}]") };
        return Ok(reports.into_iter().enumerate().map(|(at, report)| (place(at), report)).collect());
    }
    if !text.trim_start().starts_with('{') {
        return Err(vec![no_report(&whole)]);
    }
    if is_json_lines(text) {
        return (1..)
            .zip(text.lines())
            .filter(|(_, line)| !line.trim().is_empty())
            .map(|(line, text)| {
                let place = At { file, line: Some(line), prefix: "" };
                Ok((Piece { line: Some(line), prefix: String::new() }, parse(text, &place)?))
            })
            .collect();
    }
    Ok(vec![(Piece { line: None, prefix: String::new() }, parse(text, &whole)?)])
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

/// A value read from JSON. The first try is the fast one; only a broken text is
/// read again by the reader that can name the path.
fn parse<T: DeserializeOwned>(text: &str, place: &At<'_>) -> Result<T, Vec<Fault>> {
    serde_json::from_str(text).or_else(|_| {
        let mut reader = serde_json::Deserializer::from_str(text);
        let value = serde_path_to_error::deserialize(&mut reader).map_err(|error| vec![broken(&error, place)])?;
        reader.end().map_err(|error| vec![syntax(&error, "", place)])?;
        Ok(value)
    })
}

fn broken(error: &serde_path_to_error::Error<serde_json::Error>, place: &At<'_>) -> Fault {
    let path = error.path().to_string();
    // The last step is not known where the reader has not come to a name.
    let path = path.trim_end_matches(".?").trim_end_matches('?');
    syntax(error.inner(), if path == "." { "" } else { path }, place)
}

/// The sentence for an error of the JSON reader: what kind of error it is, and what stands there.
fn syntax(error: &serde_json::Error, path: &str, place: &At<'_>) -> Fault {
    let said = error.to_string();
    let said = said.split(" at line ").next().unwrap_or_default();
    let (zh, mend) = match error.classify() {
        serde_json::error::Category::Data => {
            ("内容不合格式 1", Label::new("请对照格式说明改正", "correct it as the format describes"))
        }
        serde_json::error::Category::Eof => ("JSON 没有写完", Label::new("请补全结尾", "complete the end of the text")),
        _ => (
            "JSON 写法有误",
            Label::new("请检查这一处的引号、逗号和括号", "check the quotes, commas and brackets there"),
        ),
    };
    let words = words(said);
    let mut fault = place.fault(path, Bilingual::new(format!("{zh}（{}）", words.zh), words.en), mend);
    if fault.line.is_none() && error.line() > 0 {
        fault.line = Some(error.line());
    }
    fault
}
