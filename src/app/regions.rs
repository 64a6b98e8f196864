//! Where things stand in a window of a given size. Pure, so that update knows
//! the height of a page and drawing need not tell it.

use ratatui::layout::Rect;

use super::needs::Needs;
use super::pane::{Mode, Pane};
use crate::report::Tab;

/// The smallest window that holds a screen.
pub const SMALLEST: (u16, u16) = (40, 10);
/// Wider windows keep this width, which the longest notes and charts need; what lies beyond stays white.
const WIDEST: u16 = 200;

/// The widest of usual windows.
const USUAL: u16 = 132;

/// The width from which on two lists may stand beside each other.
const BESIDE: u16 = 112;

/// The cells of a list beside another one, where it is not to lose what a window of so many columns shows.
const LIST: u16 = 80;

/// The cells of the targets where the requirements stand beside them, whose notes have all the rest.
const TARGETS_WIDTH: u16 = 75;

/// The regions of one screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Regions {
    /// The row of the panes, or of the query.
    pub tabs: Rect,
    /// The line under it, where there is room for one.
    pub rule: Option<Rect>,
    /// What narrows the list, where something does.
    pub chips: Option<Rect>,
    /// The list of sections.
    pub sections: Option<Rect>,
    /// The head of the columns, which stays while the list scrolls.
    pub head: Option<Rect>,
    /// The list of entries, or the page.
    pub list: Rect,
    /// The cells of the first of two columns of the list.
    pub split: Option<u16>,
    /// In search: the hit among its neighbours.
    pub context: Option<Rect>,
    /// Rule, title and lines about the selected entry.
    pub details: Option<Rect>,
    /// The last row.
    pub footer: Rect,
}

/// How the targets are drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Poster {
    /// Large digits, five rows a target; the requirements stand beside it where `beside`.
    Large {
        /// Whether the requirements have a column of their own.
        beside: bool,
    },
    /// Two rows and a blank one for each target.
    Rows,
    /// One row a target, as in the other panes.
    Plain,
}

/// How the blocks of the opening page stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Arrangement {
    /// In two columns.
    Beside,
    /// One below the other.
    Stacked,
    /// One at a time.
    Paged,
}

impl Regions {
    /// The regions of a screen whose pane has such needs, or `None` when the window is too small.
    pub fn of(size: (u16, u16), (mode, pane): (Mode, Pane), needs: Needs) -> Option<Self> {
        let (width, height) = (size.0.min(WIDEST), size.1);
        if size.0 < SMALLEST.0 || height < SMALLEST.1 {
            return None;
        }
        let line = |y, rows| Rect::new(0, y, width, rows);
        let ruled = height >= 16;
        let airy = u16::from(height >= 30);
        let top = 1 + u16::from(ruled) + airy;
        let footer = line(height - 1, 1);
        let details_rows = match height {
            // The table of a series takes as many at every height.
            20.. if mode == Mode::Years => 6,
            _ if !matches!(mode, Mode::Browse | Mode::Search | Mode::Hits | Mode::Places | Mode::Reports) => 0,
            36.. => 6,
            // The opening page shows more of the report in a low window; its lines say the most of it.
            20..30 if mode == Mode::Browse && pane == Pane::Overview => 0,
            20.. => 4,
            _ => 0,
        };
        let bottom = height - 1 - details_rows;
        let above = airy * u16::from(details_rows > 0);
        let body = line(top, (bottom - above).saturating_sub(top));
        let mut regions = Self {
            tabs: line(0, 1),
            rule: ruled.then(|| line(1, 1)),
            chips: None,
            sections: None,
            head: None,
            list: body,
            split: None,
            context: None,
            details: (details_rows > 0).then(|| line(bottom, details_rows)),
            footer,
        };
        regions.columns((mode, pane), needs);
        let headed = pane == Pane::Compare || (pane == Pane::Tab(Tab::Honours) && ruled);
        if mode == Mode::Browse && headed {
            regions.head = Some(Rect { height: 1, ..regions.list });
            regions.list.y += 1;
            regions.list.height -= 1;
        }
        Some(regions)
    }

    /// Gives the section list, or the context of a hit, its part of the body.
    fn columns(&mut self, (mode, pane): (Mode, Pane), needs: Needs) {
        let body = self.list;
        let width = body.width;
        let listed = matches!(pane, Pane::Tab(Tab::Review | Tab::Tasks));
        match mode {
            Mode::Browse if listed => {
                if let Some(taken) = sections_beside(needs, width) {
                    self.sections = Some(Rect { width: taken, ..body });
                    self.list = Rect { x: taken, width: width - taken, ..body };
                }
            }
            Mode::Browse if pane == Pane::Tab(Tab::Targets) && self.poster() == (Poster::Large { beside: true }) => {
                self.split = Some(TARGETS_WIDTH);
            }
            Mode::Browse if pane == Pane::Overview => self.split = halves(needs.halves, width),
            Mode::Search | Mode::Hits if width >= BESIDE => {
                // What a usual window has too much goes to both.
                let hits = LIST + width.saturating_sub(USUAL) / 2;
                self.list = Rect { width: hits, ..body };
                self.context = Some(Rect { x: hits, width: width - hits, ..body });
            }
            _ => {}
        }
    }

    /// The region of each column of the list, where it has two, or one.
    pub fn list_areas(&self, columns: usize) -> [Rect; 2] {
        let Some(left) = self.split.filter(|_| columns == 2) else {
            return [self.list; 2];
        };
        let rest = Rect { x: self.list.x + left, width: self.list.width - left, ..self.list };
        [Rect { width: left, ..self.list }, rest]
    }

    /// How the targets are drawn in the list.
    pub fn poster(&self) -> Poster {
        if self.list.width >= 60 && self.list.height >= 24 {
            Poster::Large { beside: self.list.width >= 96 }
        } else if self.list.width >= 60 {
            Poster::Rows
        } else {
            Poster::Plain
        }
    }

    /// The same with a row of chips under the tabs: the blank row that is there, or one of the list.
    #[must_use]
    pub(super) fn with_chips(mut self) -> Self {
        let y = 1 + u16::from(self.rule.is_some());
        self.chips = Some(Rect { y, ..self.tabs });
        if self.head.map_or(self.list.y, |head| head.y) == y {
            let lower = |area: Rect| Rect { y: area.y + 1, height: area.height.saturating_sub(1), ..area };
            self.head = self.head.map(|head| Rect { y: head.y + 1, ..head });
            self.list = lower(self.list);
            self.sections = self.sections.map(lower);
        }
        self
    }

    /// How the blocks of the opening page stand.
    pub fn arrangement(&self) -> Arrangement {
        if self.split.is_some() {
            Arrangement::Beside
        } else if self.rule.is_some() {
            Arrangement::Stacked
        } else {
            Arrangement::Paged
        }
    }

    /// Whether there is room for blank rows between sections.
    pub fn spaced(&self) -> bool {
        self.rule.is_some()
    }
}

/// The cells of the left column of the opening page, where each of the two has the least that it needs. The tasks want
/// more room for their marks than the growth rates for their bars.
fn halves((left, right): (u16, u16), width: u16) -> Option<u16> {
    let most = width.checked_sub(right).filter(|most| *most >= left && width >= BESIDE)?;
    Some((width / 2 + 2).clamp(left, most))
}

/// The least width of a window with a list of sections, be it only their names and counts.
const LISTED: u16 = 100;

/// The cells of the section list: all that it has to say, or in a narrower window what the entries leave it.
fn sections_beside(needs: Needs, width: u16) -> Option<u16> {
    let spare = width.checked_sub(entries_width(needs.labelled)).filter(|_| width >= LISTED)?;
    // What is left goes to the entries, without sub-headings half of it: long names go on in further rows.
    let more = if needs.labelled { 0 } else { spare.saturating_sub(USUAL_SECTIONS) / 2 };
    let spare = spare.min(USUAL_SECTIONS + more);
    Some(spare.min(needs.sections))
}

/// The cells of the section list that say most of it.
const USUAL_SECTIONS: u16 = 39;

/// The least cells of the entries beside the list of sections: they keep what they have in a window of 80 columns, their
/// bars, their notes and their sub-headings.
const fn entries_width(labelled: bool) -> u16 {
    if labelled { LIST } else { 60 }
}
