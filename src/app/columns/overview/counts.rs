//! The columns of what is counted on the opening page: tasks, honours, promises.

use super::Room;
use crate::app::group::Way;
use crate::app::overview::counted_in;
use crate::pages::{Coverage, PageContext};
use crate::report::{Level, Section};
use crate::text::{Label, cells_of};

/// The least cells of a strip that may need several rows, and of a gauge in its place.
const STRIP: u16 = 20;
const GAUGE: u16 = 6;
/// The cells of the legend over the strips.
const LEGEND: u16 = 23;
/// The cells of a share: `100%`.
const SHARE: u16 = 4;

/// How the tasks of a section are drawn.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Strip {
    /// One mark a task, in as many rows as they need.
    Marks,
    /// The same below names that would be cut for them, where they need several rows anyway.
    Below,
    /// The share that carries a number, where there is no room for marks.
    Gauge,
    /// Nothing.
    #[default]
    None,
}

/// Name, strip, count and share.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct StripColumns {
    pub(crate) mark: u16,
    pub(crate) name: (u16, u16),
    pub(crate) strip: (u16, u16),
    pub(crate) form: Strip,
    /// The columns behind the count and behind the share.
    pub(crate) count: u16,
    pub(crate) share: u16,
    /// How many of all tasks carry a number.
    pub(crate) coverage: Coverage,
}

/// Name, count, and one mark each.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct TallyColumns {
    pub(crate) mark: u16,
    pub(crate) name: u16,
    /// The column behind the count.
    pub(crate) count: u16,
    pub(crate) right: u16,
}
impl StripColumns {
    pub(super) fn of(context: &PageContext<'_>, Room { cells, margins }: Room) -> Self {
        let (mark, left) = margins;
        let right = cells.saturating_sub(1);
        let sections = context.report().map_or(&[][..], |report| report.sections());
        let sections: Vec<&Section> = sections.iter().filter(|section| crate::app::is_tasks(section)).collect();
        let coverage = Coverage::of(sections.iter().flat_map(|section| section.entries()));
        // The count of all may reach out over the strips.
        let counts = sections.iter().map(|section| cells_of(&counted_in(Coverage::of(section.entries().iter()))));
        let count = counts.max().unwrap_or(0);
        let longest = sections.iter().map(|section| section.entries().len()).max().unwrap_or(0);
        let longest = u16::try_from(longest).unwrap_or(u16::MAX);
        let names = sections.iter().map(|section| cells_of(section.name().get(context.lang))).max().unwrap_or(0);
        let room = right.saturating_sub(left + 2 + count + 1 + SHARE);
        // A long name leaves room for the strip as far as that needs it.
        let name = names.min(room.saturating_sub(2 + longest.min(STRIP)).max(room / 2)).min(room);
        let space = room.saturating_sub(name + 2);
        let (form, strip) = match space {
            _ if longest <= space => (Strip::Marks, longest),
            space if space >= STRIP => (Strip::Marks, space),
            space if space >= GAUGE => (Strip::Gauge, space),
            _ => (Strip::None, 0),
        };
        let rows = form == Strip::Marks || form == Strip::Gauge && room >= 2 * STRIP;
        if rows && name < names && longest > space {
            let (name, strip) = (names.min(room), longest.min(room.saturating_sub(2)));
            let share = (left + name.max(strip + 2).max(LEGEND + 4) + 2 + count + 1 + SHARE).min(right);
            let (name, strip, count) = ((left, name), (left + 2, strip), share.saturating_sub(SHARE + 1));
            return Self { mark, name, strip, form: Strip::Below, count, share, coverage };
        }
        let from = left + name + 2;
        let name = if form == Strip::None { (left, room) } else { (left, name) };
        let share = match form {
            // Counts stand beside the marks, not at the far edge of a wide window; the legend has room over them.
            Strip::Marks => (from + strip.max(LEGEND + 2) + 2 + count + 1 + SHARE).min(right),
            Strip::Below | Strip::Gauge | Strip::None => right,
        };
        Self { mark, name, strip: (from, strip), form, count: share.saturating_sub(SHARE + 1), share, coverage }
    }

    /// The rows of the line of a section.
    pub(super) fn rows(&self, section: &Section) -> u16 {
        let rows = section.entries().len().div_ceil(usize::from(self.strip.1.max(1)));
        let rows = u16::try_from(rows).unwrap_or(u16::MAX).max(1);
        match self.form {
            Strip::Marks => rows,
            Strip::Below => rows.saturating_add(1),
            Strip::Gauge | Strip::None => 1,
        }
    }
}

impl TallyColumns {
    /// The same columns for honours and promises, which stand below each other.
    pub(super) fn of(context: &PageContext<'_>, Room { cells, margins }: Room) -> Self {
        let (mark, left) = margins;
        let labels = Level::ALL.map(Level::label).into_iter().chain(Way::ALL.map(Way::label)).chain([PROMISES]);
        let name = labels.map(|label| cells_of(label.get(context.lang))).max().unwrap_or(0);
        Self { mark, name: left, count: left + name + 4, right: cells.saturating_sub(1) }
    }
}

/// The heading of the promises.
pub(crate) const PROMISES: Label = Label::new("同口径的承诺", "Promises, same scope");
