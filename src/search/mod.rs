//! Finds entries by 汉字, pinyin, initials, English and numbers, in both languages at once.
//!
//! Reports become segments (`segment`, `corpus`, `bit_index`), a query a plan (`query`). Columns
//! choose candidates (`prefilter`), each is compared (`matching`, `pinyin_nfa`) and ranked (`scan`,
//! `rank`); what is shown gets its marks (`marks`). A [`Session`] answers a query while it is typed.

mod bit_index;
mod corpus;
mod english;
mod field;
mod fold;
mod index;
mod marks;
mod matching;
mod phrase;
mod pinyin;
mod pinyin_nfa;
mod prefilter;
mod query;
mod rank;
mod scan;
mod segment;
mod session;
mod start_table;

pub use corpus::{Corpus, GroupId, Style, Tag, Weight};
pub use field::Field;
pub use index::{Hit, Index, Mark};
pub use marks::Spot;
pub use phrase::Phrase;
pub use pinyin::spell;
pub use query::Plan;
pub use rank::{Ranked, Ranking};
pub use session::{Answer, Job, Reply, Session};

use crate::text::Label;

/// How an entry matched, the best way first. Several words take the worst of theirs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Tier {
    /// It holds the query as typed.
    Exact,
    /// The same after folding width, case, script and punctuation, or by a synonym.
    Normalised,
    /// The last Latin word or number of the query is unfinished.
    Prefix,
    /// By full pinyin, the last syllable perhaps unfinished.
    Pinyin,
    /// By pinyin with initials for some or all syllables.
    Initials,
    /// By another form of an English word, or after one slip of the finger.
    English,
    /// By characters with gaps between them.
    Fuzzy,
}

impl Tier {
    /// All tiers, the best first.
    pub const ALL: [Self; 7] =
        [Self::Exact, Self::Normalised, Self::Prefix, Self::Pinyin, Self::Initials, Self::English, Self::Fuzzy];

    /// The name in the machine interface.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Exact => "exact",
            Self::Normalised => "normalised",
            Self::Prefix => "prefix",
            Self::Pinyin => "pinyin",
            Self::Initials => "initials",
            Self::English => "english",
            Self::Fuzzy => "fuzzy",
        }
    }

    /// Why an entry was found, for a reader.
    pub const fn label(self) -> Label {
        match self {
            Self::Exact => Label::new("原文", "as typed"),
            Self::Normalised => Label::new("规范", "variant"),
            Self::Prefix => Label::new("词首", "prefix"),
            Self::Pinyin => Label::new("拼音", "pinyin"),
            Self::Initials => Label::new("首字母", "initials"),
            Self::English => Label::new("English", "English"),
            Self::Fuzzy => Label::new("模糊", "fuzzy"),
        }
    }
}
