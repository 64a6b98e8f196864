//! The panes and the modes of the browser.

use crate::report::Tab;
use crate::text::Label;

/// One of the panes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Pane {
    /// The whole report on one page.
    Overview,
    /// One kind of data.
    Tab(Tab),
    /// Results beside promises.
    Compare,
}

impl Pane {
    /// All panes from left to right.
    pub const ALL: [Self; 6] = [
        Self::Overview,
        Self::Tab(Tab::Review),
        Self::Tab(Tab::Honours),
        Self::Tab(Tab::Tasks),
        Self::Tab(Tab::Targets),
        Self::Compare,
    ];

    /// The place from left to right, from 0: the digit of its key.
    pub fn index(self) -> usize {
        Self::ALL.iter().position(|&pane| pane == self).unwrap_or_default()
    }

    /// The pane `by` places to the right, around the end.
    #[must_use]
    pub fn step(self, by: usize) -> Self {
        Self::ALL.iter().copied().cycle().nth(self.index() + by).unwrap_or(self)
    }

    /// The name in settings: that of the data, `overview` or `compare`.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Overview => "overview",
            Self::Tab(tab) => tab.id(),
            Self::Compare => "compare",
        }
    }

    /// The pane with this name in settings.
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|pane| pane.id() == id)
    }

    /// The name in the tab row.
    pub const fn label(self) -> Label {
        match self {
            Self::Overview => Label::new("速览", "Overview"),
            Self::Tab(tab) => tab.label(),
            Self::Compare => Label::new("对照", "Compare"),
        }
    }
}

/// What the keys act on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Mode {
    /// The list of a pane.
    Browse,
    /// One entry as a full page.
    Page,
    /// The search line and its hits.
    Search,
    /// The hits as a list of their own.
    Hits,
    /// The indicators of the place in view over the years.
    Years,
    /// One indicator of one year over all places.
    Places,
    /// The reports as a matrix of places and years.
    Reports,
    /// Keys and marks.
    Help,
    /// What the program is and where its data come from.
    About,
    /// What Compare can be narrowed to, offered in the last row.
    Choices,
    /// The name of a file to write to, asked for in the last row.
    Export,
    /// Whether to write over a file that exists, asked in the last row.
    Overwrite,
}

impl Mode {
    /// All modes.
    pub const ALL: [Self; 12] = [
        Self::Browse,
        Self::Page,
        Self::Search,
        Self::Hits,
        Self::Years,
        Self::Places,
        Self::Reports,
        Self::Help,
        Self::About,
        Self::Choices,
        Self::Export,
        Self::Overwrite,
    ];

    /// Whether it only asks something in the last row, with another mode's screen above it.
    pub const fn is_prompt(self) -> bool {
        matches!(self, Self::Choices | Self::Export | Self::Overwrite)
    }
}
