//! The text of one report, whatever kind of file it came in.

/// The text of one report, line by line, with what its file says of itself.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Text {
    /// The lines in order, none of them empty, without control characters and
    /// without white space at either end.
    pub lines: Vec<Line>,
    /// The title that the file states: of a web page, of a front matter.
    pub title: Option<String>,
    /// The date that the file states, as it is written there.
    pub date: Option<String>,
    /// The site that a web page states; often another office's than the report's.
    pub site: Option<String>,
    /// The name of the file without its ending, then that of its folder, as far as they are known.
    pub names: Vec<String>,
    /// How many characters of the file could not be decoded.
    pub damaged: usize,
}

/// One line or one paragraph.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// The line of a plain text, the paragraph of a web page or a Word file; counted from 1.
    pub number: u32,
    /// What it says, without the signs of any markup.
    pub text: String,
    /// What the markup says of it.
    pub mark: Mark,
}

/// What the markup of a file says of a line.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Mark {
    /// Nothing.
    #[default]
    Plain,
    /// The whole line is in bold type.
    Bold,
    /// A heading of this level, 1 for the highest.
    Heading(u8),
}
