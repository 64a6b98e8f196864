//! Finds entries by 汉字, pinyin, initials, English and numbers, in both languages at once.
//!
//! Reports become segments (`segment`, `corpus`, `bit_index`), a query a plan (`query`). Columns
//! choose candidates (`prefilter`), each is compared (`matching`, `pinyin_nfa`) and ranked (`scan`,
//! `rank`); what is shown gets its marks (`marks`). A [`Session`] answers a query while it is typed.

mod bit_index;
mod block;
mod by_report;
mod corpus;
mod english;
mod field;
mod first_letter;
mod fold;
mod grade;
mod index;
mod line_text;
mod marks;
mod matching;
mod number;
mod openings;
mod phrase;
mod pinyin;
mod pinyin_nfa;
mod prefilter;
mod quantity;
mod query;
mod rank;
mod readings;
mod scan;
mod segment;
mod session;
mod sought;
mod sounds;
mod start_table;
mod typed;
mod word;

pub use by_report::{ByReport, ReportGroup};
pub use corpus::{Class, Corpus, GroupId, Style, Tag, Weight};
pub use field::Field;
pub use index::{Hit, Index, Mark, Part};
pub use marks::Spot;
pub use number::{Decimal, Number, UnitNames};
pub use phrase::Phrase;
pub use pinyin::spell;
pub use query::Plan;
pub use rank::{Ranked, RankedGroup, Ranking};
pub(crate) use segment::Names;
pub(crate) use session::AT_ONCE;
pub use session::{Answer, Indexing, Job, Reply, Session};
pub(crate) use sought::Sought;

use crate::text::{Bilingual, Label, Lang};

/// How an entry matched, the best way first. Several words take the worst of theirs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Tier {
    /// It holds the query as typed.
    Exact,
    /// The same after folding width, case, script and punctuation, by a synonym, or a number in another form.
    Normalised,
    /// The last Latin word or number of the query is unfinished.
    Prefix,
    /// By full pinyin, the last syllable perhaps unfinished.
    Pinyin,
    /// By pinyin with initials for some or all syllables.
    Initials,
    /// By another form of an English word, or after one slip of the finger.
    English,
    /// By pinyin as it sounds; only where nothing better matched.
    SoundsLike,
    /// By characters with gaps between them; only where nothing better matched.
    Fuzzy,
}

impl Tier {
    /// All tiers, the best first.
    pub const ALL: [Self; 8] = [
        Self::Exact,
        Self::Normalised,
        Self::Prefix,
        Self::Pinyin,
        Self::Initials,
        Self::English,
        Self::SoundsLike,
        Self::Fuzzy,
    ];

    /// The tier before it; none is better than the first.
    pub(crate) fn better(self) -> Option<Self> {
        Self::ALL.into_iter().rev().find(|&other| other < self)
    }

    /// The name in the machine interface.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Exact => "exact",
            Self::Normalised => "normalised",
            Self::Prefix => "prefix",
            Self::Pinyin => "pinyin",
            Self::Initials => "initials",
            Self::English => "english",
            Self::SoundsLike => "sounds-like",
            Self::Fuzzy => "fuzzy",
        }
    }
}

/// Why an entry was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reason {
    /// By the query itself, in one of the ways of a tier.
    Tier(Tier),
    /// By another word for what it holds.
    Synonym(Synonym),
}

/// A word of a query, and the word of the entry that it led to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Synonym {
    /// The word as the lexicon has it.
    pub word: String,
    /// What it led to, in both languages.
    pub led_to: Bilingual,
}

impl Reason {
    /// In one word, for a column.
    pub const fn label(&self) -> Label {
        match self {
            Self::Synonym(_) => Label::new("同义", "synonym"),
            Self::Tier(Tier::Exact) => Label::new("字面", "as typed"),
            Self::Tier(Tier::Normalised) => Label::new("变体", "word form"),
            Self::Tier(Tier::Prefix) => Label::new("词首", "prefix"),
            Self::Tier(Tier::Pinyin) => Label::new("拼音", "pinyin"),
            Self::Tier(Tier::Initials) => Label::new("首字母", "initials"),
            Self::Tier(Tier::English) => Label::new("English", "English"),
            Self::Tier(Tier::SoundsLike) => Label::new("近音", "sounds like"),
            Self::Tier(Tier::Fuzzy) => Label::new("模糊", "fuzzy"),
        }
    }

    /// In full: of a synonym with both words, `同义：暖气→供热`.
    pub fn in_full(&self, lang: Lang) -> String {
        let label = self.label().get(lang);
        match self {
            Self::Tier(_) => label.to_owned(),
            Self::Synonym(Synonym { word, led_to }) => {
                let colon = Label::new("：", ": ").get(lang);
                format!("{label}{colon}{word}→{}", led_to.get(lang))
            }
        }
    }
}
