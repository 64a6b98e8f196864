//! The kinds that the data tell apart: each with its name in the data and, where one is shown, on the screen.

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::text::Label;

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
