//! What is said about an entry or a pair: rows of text and shapes, written from
//! the data alone. Knows nothing of the state of the browser or of styles.

mod entry;
mod facts;
mod joined;
mod pair;
mod rows;
mod scale;
mod shapes;
mod take;

pub use entry::{details, page, source_of, source_parts};
pub use joined::Joined;
pub use pair::{pair_details, pair_page, said_of};
pub use rows::{Bar, Content, Ink, LABEL_WIDTH, Piece, Row, margins};
pub use scale::{Coverage, Scales, growth_rates, nice_ceiling};
pub use take::{citation, line, pair_citation, pair_line};

use crate::report::Library;
use crate::text::Lang;

/// What a page is written from.
#[derive(Clone, Copy, Debug)]
pub struct Reading<'a> {
    /// The reports that are open.
    pub library: &'a Library,
    /// Which figures join.
    pub joined: &'a Joined,
    /// The language of the page.
    pub lang: Lang,
    /// Whether only ASCII and 汉字 can be drawn.
    pub ascii: bool,
}

impl Reading<'_> {
    /// A mark before a number; in ASCII it may take two cells, which columns then allow for.
    pub fn mark(&self, mark: &'static str) -> &'static str {
        match mark {
            "≥" if self.ascii => ">=",
            "≤" if self.ascii => "<=",
            "≈" if self.ascii => "~",
            "→" if self.ascii => "->",
            mark => mark,
        }
    }
}
