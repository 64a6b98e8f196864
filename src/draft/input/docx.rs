//! A Word file: paragraphs, headings by their style, tables as lines; bounded in what it may unpack to.

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
    let pieces = paragraphs::read(&document, &styles)?;
    Ok(Text { title: package.title(), lines: lines(pieces), ..Text::default() })
}

#[cfg(test)]
mod tests;
