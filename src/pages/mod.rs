//! What is said about an entry or a pair: rows of text and shapes, written from
//! the data alone. Knows nothing of the state of the browser or of styles.

mod chart_rows;
mod copy;
mod entry;
mod entry_rows;
mod group;
mod pair;
mod pair_index;
mod past;
mod report_lines;
mod rows;
mod scale;
mod series_lines;
mod surroundings;

pub use copy::{citation, line, pair_citation, pair_line};
pub use entry::{Room, details, page, source_of, source_parts};
pub use entry_rows::STATEMENT;
pub use group::{level_details, section_details, way_details};
pub use pair::{pair_brief, pair_details, pair_page, said_of};
pub use pair_index::PairIndex;
pub use past::{
    PAST_YEARS, YearLine, difference_in_series, listed_name, name_of_series, said_in_series, said_with_unit, same_unit,
    unit_of_series,
};
pub use report_lines::{Holdings, report_citation, report_line};
pub(crate) use rows::GAP;
pub use rows::{Bar, Content, Ink, LABEL_WIDTH, Piece, Row, margins, mark_of};
pub use scale::{Coverage, Scales, growth_rates, nice_ceiling, power_of_ten};
pub use series_lines::{series_citation, series_line};

use crate::library::{Gap, History, Library, Pair, ReportId};
use crate::report::{Figure, Quantity, Report};
use crate::text::{Label, Lang};

/// What a page is written from.
#[derive(Clone, Copy, Debug)]
pub struct PageContext<'a> {
    /// The reports that are open.
    pub library: &'a Library,
    /// The report that the page is about.
    pub report: ReportId,
    /// Which of its figures join.
    pub pairs: &'a PairIndex,
    /// What its place said in other years.
    pub history: &'a History,
    /// The scales that its bars share.
    pub scales: Scales,
    /// The language of the page.
    pub lang: Lang,
    /// Whether only ASCII and 汉字 can be drawn.
    pub ascii: bool,
}

impl<'a> PageContext<'a> {
    /// The report that the page is about; `None` where no report is open.
    pub fn report(&self) -> Option<&'a Report> {
        self.library.report(self.report)
    }

    /// The year that it was given in; `None` where it is not known.
    pub fn year(&self) -> Option<i32> {
        self.report().and_then(Report::year)
    }

    /// A figure in the parts of its columns, with marks that the screen can draw.
    pub fn quantity(&self, figure: &Figure) -> Quantity {
        self.beside(figure, figure)
    }

    /// A figure on the scale of another, beside which it stands.
    pub fn beside(&self, figure: &Figure, like: &Figure) -> Quantity {
        let quantity = Quantity::beside(figure, like, self.library.lexicon(), self.lang);
        Quantity { mark: self.mark(quantity.mark), ..quantity }
    }

    /// The word behind a value that the source says is an estimate.
    pub fn estimated(&self, figure: &Figure) -> &'static str {
        if figure.estimate() { Label::new("（预计）", " (est.)").get(self.lang) } else { "" }
    }

    /// The difference of a pair.
    pub fn gap(&self, pair: &Pair) -> Option<Gap> {
        let mut gap = Gap::of(pair, self.library, self.lang)?;
        gap.signed.mark = self.mark(gap.signed.mark);
        Some(gap)
    }

    /// The same signed, for a column: promise less result, with the promise's own mark before it.
    pub fn signed(&self, pair: &Pair) -> Option<Quantity> {
        Some(self.gap(pair)?.signed)
    }

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
