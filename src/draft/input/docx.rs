//! A Word file: paragraphs with the numbers that Word counts, headings by their style, tables as lines; bounded in what it may unpack to.

mod numbering;
mod package;
mod paragraphs;
mod styles;

use super::super::text::Text;
use super::lines::lines;
use super::refuse::Refusal;

/// The text of the Word file in `bytes`.
pub(super) fn read(bytes: &[u8]) -> Result<Text, Refusal> {
    let mut package = package::Package::open(bytes)?;
    let document = package.document()?;
    let styles = package.styles()?.map(|part| styles::read(&part)).transpose()?.unwrap_or_default();
    let numbering = package.numbering()?.map(|part| numbering::read(&part)).transpose()?.unwrap_or_default();
    let pieces = paragraphs::read(&document, &styles, numbering)?;
    Ok(Text { title: package.title(), lines: lines(pieces), ..Text::default() })
}

#[cfg(test)]
mod tests;
