//! What a report holds, with all defaults of the format on disk filled in.

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::text::{Bilingual, Label};

/// One annual report.
#[derive(Clone, Debug, PartialEq)]
pub struct Report {
    /// Unique among the reports that are open.
    pub id: String,
    /// The year the report was given in; its targets are for this year, its results of the year before.
    pub year: i32,
    /// The place whose government reports.
    pub place: Bilingual,
    /// The title of these data.
    pub title: Bilingual,
    /// Where the data come from.
    pub source: Source,
    /// The sections in the order of the source.
    pub sections: Vec<Section>,
    /// Pairs of different indicators that a reader would set side by side.
    pub comparisons: Vec<Comparison>,
}

/// Where a report comes from.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Source {
    /// What kind of text it is.
    pub kind: Bilingual,
    /// When it was published: a year, a month or a day (`2025-01`).
    pub date: String,
    /// Who wrote it.
    pub authors: Vec<String>,
    /// The occasion, in our own words.
    pub note: Option<Bilingual>,
}

/// One of the four kinds of data; each has a pane of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Tab {
    /// What was done in the year before.
    Review,
    /// What was recognised in the year before.
    Honours,
    /// What is to be done in the year.
    Tasks,
    /// What is expected of the year.
    Targets,
}

impl Tab {
    /// All tabs in the order of the panes.
    pub const ALL: [Self; 4] = [Self::Review, Self::Honours, Self::Tasks, Self::Targets];

    /// The name in the data and in arguments.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Review => "review",
            Self::Honours => "honours",
            Self::Tasks => "tasks",
            Self::Targets => "targets",
        }
    }

    /// The name on the screen.
    pub const fn label(self) -> Label {
        match self {
            Self::Review => Label::new("回顾", "Review"),
            Self::Honours => Label::new("荣誉", "Honours"),
            Self::Tasks => Label::new("任务", "Tasks"),
            Self::Targets => Label::new("目标", "Targets"),
        }
    }

    /// Whether its figures are results or targets unless they say otherwise.
    pub const fn role(self) -> Role {
        match self {
            Self::Review | Self::Honours => Role::Result,
            Self::Tasks | Self::Targets => Role::Target,
        }
    }

    /// The year its figures are about, unless they say otherwise.
    pub const fn year(self, report: i32) -> i32 {
        match self.role() {
            Role::Target => report,
            Role::Result | Role::Base => report - 1,
        }
    }
}

/// A heading of the source with what stands under it.
#[derive(Clone, Debug, PartialEq)]
pub struct Section {
    /// Unique in its report.
    pub id: String,
    /// The pane it belongs to.
    pub tab: Tab,
    /// The heading as it stands in the source.
    pub heading: String,
    /// A short name, for lists and for English screens.
    pub name: Bilingual,
    /// The facts in the order of the source.
    pub entries: Vec<Entry>,
}

/// One fact: what was done or is promised, with its figures.
#[derive(Clone, Debug, PartialEq)]
pub struct Entry {
    /// Unique in its report.
    pub id: String,
    /// The sentence under the heading of the section, counted from 1.
    pub sentence: u32,
    /// What it is about, without numbers.
    pub title: Bilingual,
    /// What a reader needs besides.
    pub note: Option<Bilingual>,
    /// The sub-heading it stands under.
    pub group: Option<Bilingual>,
    /// The reading of an honour's name.
    pub honour: Option<Honour>,
    /// The indicator of a target in words only.
    pub indicator: Option<String>,
    /// The words that stand where a number would.
    pub words: Option<Bilingual>,
    /// The sentence itself, in reports that a user opens from text.
    pub quote: Option<String>,
    /// The figures, the main one first.
    pub figures: Vec<Figure>,
}

/// One quantity with unit, qualifier and basis.
#[derive(Clone, Debug, PartialEq)]
pub struct Figure {
    /// Its own name; the title of the entry when absent.
    pub name: Option<Bilingual>,
    /// The indicator: the same id means the same scope.
    pub indicator: Option<String>,
    /// The value in the source's own unit; the lower end of a range.
    pub value: f64,
    /// The upper end of a range.
    pub upper: Option<f64>,
    /// The unit as in the source; empty when there is none.
    pub unit: String,
    /// The English unit where it differs from the lexicon's.
    pub unit_en: Option<String>,
    /// How the source hedges the value.
    pub qualifier: Option<Qualifier>,
    /// What kind of quantity it is.
    pub basis: Basis,
    /// The year or years it is about; `None` where a drafted text does not tell.
    pub year: Option<Years>,
    /// Whether it was reached, is promised, or is what a change starts from.
    pub role: Role,
    /// Whether the source says that it is an estimate (预计).
    pub estimate: bool,
    /// Whether a drafted figure needs a look.
    pub confidence: Option<Confidence>,
}

impl Figure {
    /// The figure's own name, else the title of its entry.
    pub fn name_in<'a>(&'a self, entry: &'a Entry) -> &'a Bilingual {
        self.name.as_ref().unwrap_or(&entry.title)
    }
}

/// The year or the span of years a figure is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Years {
    /// One year.
    One(i32),
    /// Several years, first and last.
    Span(i32, i32),
}

impl fmt::Display for Years {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::One(year) => write!(out, "{year}"),
            Self::Span(first, last) => write!(out, "{first}-{last}"),
        }
    }
}

/// How the source hedges a value.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Qualifier {
    /// 以上, 不低于.
    AtLeast,
    /// 超过, 突破, 余, 多.
    Over,
    /// 左右, 约.
    About,
    /// 近, 接近.
    Nearly,
    /// 以内, 不超过.
    AtMost,
    /// 力争, 向…迈进, 迈上…台阶: an aim, not a promise.
    Toward,
}

impl Qualifier {
    /// The name in the data.
    pub const fn id(self) -> &'static str {
        match self {
            Self::AtLeast => "at_least",
            Self::Over => "over",
            Self::About => "about",
            Self::Nearly => "nearly",
            Self::AtMost => "at_most",
            Self::Toward => "toward",
        }
    }

    /// All qualifiers.
    pub const ALL: [Self; 6] = [Self::AtLeast, Self::Over, Self::About, Self::Nearly, Self::AtMost, Self::Toward];
}

/// What kind of quantity a figure is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Basis {
    /// Money, area, length, mass, capacity.
    Level,
    /// Things and people counted.
    Count,
    /// Growth on the year before, in %.
    Growth,
    /// Change of a rate or a share, in percentage points.
    Points,
    /// Times the value of the year before.
    Multiple,
    /// A share of a whole, a rate, a progress, in %.
    Share,
    /// A place in a ranking.
    Rank,
    /// A length of time.
    Duration,
}

impl Basis {
    /// The name in the data.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Level => "level",
            Self::Count => "count",
            Self::Growth => "growth",
            Self::Points => "points",
            Self::Multiple => "multiple",
            Self::Share => "share",
            Self::Rank => "rank",
            Self::Duration => "duration",
        }
    }
}

/// Whether a figure was reached, is promised, or is a starting point.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Role {
    /// Reached.
    Result,
    /// Promised.
    Target,
    /// The A of 由 A 提高到 B.
    Base,
}

impl Role {
    /// The name in the data.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Result => "result",
            Self::Target => "target",
            Self::Base => "base",
        }
    }
}

/// How sure a draft is of a figure.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Confidence {
    /// The figure needs a look.
    Check,
}

impl Confidence {
    /// The name in the data.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Check => "check",
        }
    }
}

/// Our reading of an honour's name.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Honour {
    /// How far it reaches.
    pub level: Level,
    /// What it is.
    pub kind: HonourKind,
    /// What it is for.
    pub field: Field,
    /// Who received it.
    pub recipient: Option<Bilingual>,
}

/// How far an honour reaches.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Level {
    /// Of the world.
    International,
    /// Of the country.
    National,
    /// Of the province.
    Provincial,
}

impl Level {
    /// All levels, the widest first.
    pub const ALL: [Self; 3] = [Self::International, Self::National, Self::Provincial];

    /// The name on the screen.
    pub const fn label(self) -> Label {
        match self {
            Self::International => Label::new("国际赛事", "International"),
            Self::National => Label::new("全国", "National"),
            Self::Provincial => Label::new("省级", "Provincial"),
        }
    }
}

/// What an honour is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum HonourKind {
    /// 称号.
    Title,
    /// 奖牌.
    Medal,
    /// 试点.
    Pilot,
    /// 枢纽.
    Hub,
    /// 等级.
    Grade,
    /// 案例.
    Case,
}

impl HonourKind {
    /// The name on the screen.
    pub const fn label(self) -> Label {
        match self {
            Self::Title => Label::new("称号", "title"),
            Self::Medal => Label::new("奖牌", "medals"),
            Self::Pilot => Label::new("试点", "pilot"),
            Self::Hub => Label::new("枢纽", "hub"),
            Self::Grade => Label::new("等级", "grade"),
            Self::Case => Label::new("案例", "case"),
        }
    }
}

/// What an honour is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Field {
    /// Ice and snow, culture and tourism.
    Tourism,
    /// Industry.
    Industry,
    /// Commerce and trade.
    Commerce,
    /// City and countryside.
    Urban,
    /// Culture and museums.
    Culture,
    /// Contests.
    Contest,
}

impl Field {
    /// All fields in the order of the columns.
    pub const ALL: [Self; 6] =
        [Self::Tourism, Self::Industry, Self::Commerce, Self::Urban, Self::Culture, Self::Contest];

    /// The name on the screen.
    pub const fn label(self) -> Label {
        match self {
            Self::Tourism => Label::new("冰雪文旅", "tourism"),
            Self::Industry => Label::new("产业", "industry"),
            Self::Commerce => Label::new("商贸", "trade"),
            Self::Urban => Label::new("城乡", "places"),
            Self::Culture => Label::new("文博", "culture"),
            Self::Contest => Label::new("竞赛", "contest"),
        }
    }
}

/// Two different indicators that a reader would set side by side.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Comparison {
    /// What the pair is about.
    pub name: Bilingual,
    /// The indicator of the result.
    pub result: String,
    /// The indicator of the target.
    pub target: String,
    /// How far apart the two are.
    pub scope: Scope,
    /// Why they are not the same.
    pub why: Bilingual,
}

/// How a result and a target relate.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Scope {
    /// One indicator: they may be subtracted.
    Same,
    /// Only the coverage differs.
    Similar,
    /// Verb, stage or measure differ.
    Different,
}

impl Scope {
    /// All scopes, the closest first.
    pub const ALL: [Self; 3] = [Self::Same, Self::Similar, Self::Different];

    /// The name on the screen.
    pub const fn label(self) -> Label {
        match self {
            Self::Same => Label::new("口径相同", "same scope"),
            Self::Similar => Label::new("口径相近", "similar scope"),
            Self::Different => Label::new("口径不同", "different scope"),
        }
    }

    /// The name in the machine interface.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Same => "same",
            Self::Similar => "similar",
            Self::Different => "different",
        }
    }
}
