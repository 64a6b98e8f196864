//! CSV: one row a figure or a pair, LF ends, shortest decimals.

use std::io::{self, Write};

use super::shape::{EntryShape, FigureShape, PairShape, of_entries, of_pairs};
use super::{Entries, Pairs};
use crate::report::Qualifier;

const ENTRY: &str = "report,tab,section,section_zh,section_en,id,title_zh,title_en,figure_zh,figure_en,indicator,\
                     value,upper,unit_zh,unit_en,qualifier,basis,year,role,estimate,confidence,heading,sentence,note_zh,\
                     note_en";
const PAIR: &str = "report,section,name_zh,name_en,indicator,target_indicator,unit_zh,unit_en,result,result_year,\
                    target,target_qualifier,target_year,scope,difference,difference_qualifier,why_zh,why_en,entries";

/// The entries, one row a figure; an entry without figures has one row with those cells empty.
///
/// # Errors
/// Those of the writer.
pub fn entries(out: &mut dyn Write, entries: &Entries<'_>, bom: bool) -> io::Result<()> {
    let header = if entries.ranked { format!("rank,tier,{ENTRY}") } else { ENTRY.to_owned() };
    header_row(out, &header, bom)?;
    more_entries(out, entries, bom)
}

/// The same without the header, below rows that were written before.
pub(super) fn more_entries(out: &mut dyn Write, entries: &Entries<'_>, bom: bool) -> io::Result<()> {
    let (mut table, to) = (rows(out), Reader::of(bom));
    for ((rank, item), entry) in (1_usize..).zip(entries.items).zip(of_entries(entries)) {
        let found = item.hit.filter(|_| entries.ranked).map(|hit| [rank.to_string(), hit.tier.id().to_owned()]);
        let mut figures: Vec<Option<&FigureShape<'_>>> = entry.figures.iter().map(Some).collect();
        if figures.is_empty() {
            figures.push(None);
        }
        for figure in figures {
            let mut row = Vec::with_capacity(27);
            row.extend(found.iter().flatten().cloned());
            row.extend(entry_cells(&entry));
            row.extend(figure.map(figure_cells).unwrap_or_default());
            row.extend([entry.source.heading.to_owned(), entry.source.sentence.to_string()]);
            let note = entry.note.as_ref();
            row.extend([
                note.map_or_else(String::new, |note| note.zh.to_string()),
                note.map_or_else(String::new, |note| note.en.to_string()),
            ]);
            write(&mut table, row, to)?;
        }
    }
    table.flush()
}

/// The pairs, one row each.
///
/// # Errors
/// Those of the writer.
pub fn pairs(out: &mut dyn Write, pairs: &Pairs<'_>, bom: bool) -> io::Result<()> {
    header_row(out, PAIR, bom)?;
    more_pairs(out, pairs, bom)
}

/// The same without the header, below rows that were written before.
pub(super) fn more_pairs(out: &mut dyn Write, pairs: &Pairs<'_>, bom: bool) -> io::Result<()> {
    let mut table = rows(out);
    for pair in of_pairs(pairs) {
        write(&mut table, pair_cells(&pair).to_vec(), Reader::of(bom))?;
    }
    table.flush()
}

/// A table whose header has been written.
pub(super) fn begin<'a>(out: &'a mut dyn Write, header: &str, bom: bool) -> io::Result<csv::Writer<&'a mut dyn Write>> {
    header_row(out, header, bom)?;
    Ok(rows(out))
}

fn header_row(out: &mut dyn Write, header: &str, bom: bool) -> io::Result<()> {
    let bom = if bom { "\u{feff}" } else { "" };
    writeln!(out, "{bom}{header}")
}

fn rows(out: &mut dyn Write) -> csv::Writer<&mut dyn Write> {
    csv::WriterBuilder::new().terminator(csv::Terminator::Any(b'\n')).from_writer(out)
}

/// Who reads a table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Reader {
    /// A program: cells pass as they are.
    Program,
    /// A spreadsheet, which takes a text that begins like a formula for one and computes it.
    Spreadsheet,
}

impl Reader {
    /// The byte order mark is there for spreadsheets.
    pub(super) const fn of(bom: bool) -> Self {
        if bom { Self::Spreadsheet } else { Self::Program }
    }

    fn cell(self, cell: String) -> String {
        let formula = cell.starts_with(['=', '+', '-', '@', '\t', '\r', '＝', '＋', '－', '＠']);
        // A number may begin with its sign.
        let number = cell.parse::<f64>().is_ok() && cell.bytes().any(|byte| byte.is_ascii_digit());
        if self == Self::Spreadsheet && formula && !number { format!("'{cell}") } else { cell }
    }
}

/// Writes one row. An error of the writer stays what it is: a closed pipe must be known as one.
pub(super) fn write(table: &mut csv::Writer<&mut dyn Write>, row: Vec<String>, to: Reader) -> io::Result<()> {
    table.write_record(row.into_iter().map(|cell| to.cell(cell))).map_err(|error| match error.into_kind() {
        csv::ErrorKind::Io(error) => error,
        other => io::Error::other(format!("{other:?}")),
    })
}

fn entry_cells(entry: &EntryShape<'_>) -> [String; 8] {
    [
        entry.report.to_owned(),
        entry.tab.id().to_owned(),
        entry.section.id.clone(),
        entry.section.zh.to_owned(),
        entry.section.en.to_owned(),
        entry.id.clone(),
        entry.title.zh.to_string(),
        entry.title.en.to_string(),
    ]
}

fn figure_cells(figure: &FigureShape<'_>) -> [String; 13] {
    [
        figure.name.zh.to_string(),
        figure.name.en.to_string(),
        figure.indicator.unwrap_or_default().to_owned(),
        figure.value.to_string(),
        shown(figure.upper),
        figure.unit.zh.to_owned(),
        figure.unit.en.clone(),
        hedge(figure.qualifier),
        figure.basis.id().to_owned(),
        shown(figure.year.as_ref()),
        figure.role.id().to_owned(),
        figure.estimate.to_string(),
        figure.confidence.map_or("", |confidence| confidence.id()).to_owned(),
    ]
}

fn pair_cells(pair: &PairShape<'_>) -> [String; 19] {
    let value = |figure: &Option<FigureShape<'_>>| shown(figure.as_ref().map(|figure| figure.value));
    let year = |figure: &Option<FigureShape<'_>>| shown(figure.as_ref().and_then(|figure| figure.year.as_ref()));
    [
        pair.report.to_owned(),
        pair.section.clone(),
        pair.name.zh.to_string(),
        pair.name.en.to_string(),
        pair.indicator.unwrap_or_default().to_owned(),
        pair.target_indicator.unwrap_or_default().to_owned(),
        pair.unit.zh.to_owned(),
        pair.unit.en.clone(),
        value(&pair.result),
        year(&pair.result),
        value(&pair.target),
        hedge(pair.target.as_ref().and_then(|figure| figure.qualifier)),
        year(&pair.target),
        pair.scope.map_or("", |scope| scope.id()).to_owned(),
        shown(pair.difference),
        hedge(pair.difference_qualifier),
        pair.why.map(|why| why.zh.to_string()).unwrap_or_default(),
        pair.why.map(|why| why.en.to_string()).unwrap_or_default(),
        pair.entries.join(" "),
    ]
}

pub(super) fn shown(value: Option<impl ToString>) -> String {
    value.map(|value| value.to_string()).unwrap_or_default()
}

pub(super) fn hedge(qualifier: Option<Qualifier>) -> String {
    qualifier.map_or("", Qualifier::id).to_owned()
}

#[cfg(test)]
mod tests {
    use super::Reader;

    #[test]
    fn a_text_is_no_formula_for_a_spreadsheet() {
        for text in ["=1+1", "+cmd|' /C calc'!A0", "-2+3", "@SUM(A1)", "\t=1", "\r=1", "＝1", "-inf"] {
            assert_eq!(Reader::Spreadsheet.cell(text.to_owned()), format!("'{text}"));
            assert_eq!(Reader::Program.cell(text.to_owned()), text);
        }
        for text in ["-5.1", "+5", "粮食", "", "'", "a=1"] {
            assert_eq!(Reader::Spreadsheet.cell(text.to_owned()), text);
        }
    }
}
