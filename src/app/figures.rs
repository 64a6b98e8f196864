//! Which entries a list shows by their figures.

use crate::text::Label;

/// The entries that are listed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Figures {
    /// All.
    #[default]
    All,
    /// Those with figures.
    With,
    /// Those without.
    Without,
}

impl Figures {
    /// What `f` shows next.
    #[must_use]
    pub const fn next(self) -> Self {
        match self {
            Self::All => Self::With,
            Self::With => Self::Without,
            Self::Without => Self::All,
        }
    }

    /// Whether an entry with or without figures is listed.
    pub const fn lists(self, has_figures: bool) -> bool {
        match self {
            Self::All => true,
            Self::With => has_figures,
            Self::Without => !has_figures,
        }
    }

    /// What is listed, in words; `None` where that is everything.
    pub const fn label(self) -> Option<Label> {
        match self {
            Self::All => None,
            Self::With => Some(Label::new("有数字", "with figures")),
            Self::Without => Some(Label::new("无数字", "no figures")),
        }
    }
}
