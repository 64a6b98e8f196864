//! How good a match is, as one number: the less the better.

use super::Tier;

/// The order of the kinds of matches. A tier has two ranks where a short name says more than a
/// sentence: pork as another name for pigs goes before a note that holds pork.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Rank {
    /// As typed, in a title, a name or a number.
    Exact,
    /// A variant there, or a whole synonym.
    Variant,
    /// As typed, but only to say more of another word: a smart car park is no car.
    ExactInside,
    /// As typed, in a note, a sentence or a heading.
    ExactInText,
    /// A variant there, or a part of a synonym.
    VariantInText,
    Prefix,
    Pinyin,
    Initials,
    English,
    SoundsLike,
    Fuzzy,
}

impl Rank {
    const ALL: [Self; 11] = [
        Self::Exact,
        Self::Variant,
        Self::ExactInside,
        Self::ExactInText,
        Self::VariantInText,
        Self::Prefix,
        Self::Pinyin,
        Self::Initials,
        Self::English,
        Self::SoundsLike,
        Self::Fuzzy,
    ];

    /// The rank of a match; `named` says that it is one in a short name.
    pub(crate) const fn of(tier: Tier, named: bool) -> Self {
        match (tier, named) {
            (Tier::Exact, true) => Self::Exact,
            (Tier::Exact, false) => Self::ExactInText,
            (Tier::Normalised, true) => Self::Variant,
            (Tier::Normalised, false) => Self::VariantInText,
            (Tier::Prefix, _) => Self::Prefix,
            (Tier::Pinyin, _) => Self::Pinyin,
            (Tier::Initials, _) => Self::Initials,
            (Tier::English, _) => Self::English,
            (Tier::SoundsLike, _) => Self::SoundsLike,
            (Tier::Fuzzy, _) => Self::Fuzzy,
        }
    }

    pub(crate) const fn tier(self) -> Tier {
        match self {
            Self::Exact | Self::ExactInside | Self::ExactInText => Tier::Exact,
            Self::Variant | Self::VariantInText => Tier::Normalised,
            Self::Prefix => Tier::Prefix,
            Self::Pinyin => Tier::Pinyin,
            Self::Initials => Tier::Initials,
            Self::English => Tier::English,
            Self::SoundsLike => Tier::SoundsLike,
            Self::Fuzzy => Tier::Fuzzy,
        }
    }
}

/// A rank and, within it, a cost, as one number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Grade(u32);

impl Grade {
    /// Costs are below this.
    const COSTS: u32 = 1 << 28;

    /// Nothing is better.
    pub(crate) const BEST: Self = Self(0);

    pub(crate) fn new(rank: Rank, cost: u32) -> Self {
        Self(rank as u32 * Self::COSTS + cost.min(Self::COSTS - 1))
    }

    /// The grade of a number that [`number`](Self::number) gave.
    pub(crate) const fn numbered(number: u32) -> Self {
        Self(number)
    }

    pub(crate) const fn number(self) -> u32 {
        self.0
    }

    /// The grade of two words together: the worse tier, the sum of the costs.
    pub(crate) fn and(self, other: Self) -> Self {
        let (rank, tier) = (self.rank().max(other.rank()), self.tier().max(other.tier()));
        let rank = if rank.tier() < tier { Rank::of(tier, false) } else { rank };
        Self::new(rank, self.cost() + other.cost())
    }

    /// The same, a little worse if `worse`.
    pub(crate) fn then(self, worse: bool) -> Self {
        Self(self.0 - self.cost() + (self.cost() * 2 + u32::from(worse)).min(Self::COSTS - 1))
    }

    pub(crate) fn tier(self) -> Tier {
        self.rank().tier()
    }

    fn rank(self) -> Rank {
        Rank::ALL.get((self.0 / Self::COSTS) as usize).copied().unwrap_or(Rank::Fuzzy)
    }

    pub(crate) const fn cost(self) -> u32 {
        self.0 % Self::COSTS
    }
}
