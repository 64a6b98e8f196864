//! The grid of a list: one set of columns for a whole pane, so that nothing shifts while scrolling.

use crate::library::EntryView;
use crate::pages::{PageContext, margins};
use crate::report::{Figure, Quantity};
use crate::text::{Lang, cells_of};

/// The columns of a list, in cells from the left edge of its region.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct EntryColumns {
    /// The column of the selection mark.
    pub(crate) mark: u16,
    /// The column of the sub-headings, and their cells; none when there is no room.
    pub(crate) label: Option<(u16, u16)>,
    /// The column of the titles, and their cells.
    pub(crate) title: (u16, u16),
    /// The column behind the whole part of the numbers; `None` where numbers stand flush right.
    pub(crate) point: Option<u16>,
    /// The column of the units.
    pub(crate) unit: u16,
    /// The column of the bars, and their cells.
    pub(crate) bar: Option<(u16, u16)>,
    /// The column of the notes.
    pub(crate) note: Option<u16>,
    /// The column behind the last one that is written.
    pub(crate) right: u16,
}

/// The widest of each part over all entries of a pane.
#[derive(Clone, Copy, Debug, Default)]
struct Widths {
    label: u16,
    title: u16,
    whole: u16,
    fraction: u16,
    unit: u16,
    percent: bool,
}

/// The most cells a title takes: the length budget of the data, and four cells
/// more for two pairs of quotation marks that ASCII makes wide.
const fn title_budget(lang: Lang) -> u16 {
    match lang {
        Lang::Zh => 28,
        Lang::En => 30,
    }
}

impl EntryColumns {
    /// The columns for `entries` in a region of `cells` cells.
    pub(crate) fn of(context: &PageContext<'_>, entries: &[EntryView<'_>], cells: u16) -> Self {
        let widths = Widths::of(context, entries);
        let (mark, left) = margins(cells);
        let right = cells.saturating_sub(1);
        let base = Self { mark, title: (left, right.saturating_sub(left)), right, ..Self::default() };
        if widths.whole == 0 {
            return base.wordy(widths);
        }
        if cells < 49 { base } else { base.numbered(widths, cells).unwrap_or(base) }
    }

    /// Entries without numbers: sub-heading, title, words.
    fn wordy(mut self, widths: Widths) -> Self {
        let left = self.title.0;
        if widths.label > 0 && left + widths.label + 2 + widths.title <= self.right {
            self.label = Some((left, widths.label));
            self.title = (left + widths.label + 2, widths.title);
        } else {
            self.title = (left, widths.title.min(self.right.saturating_sub(left)));
        }
        let end = self.title.0 + self.title.1;
        self.unit = end + 2;
        self.point = Some(end + 2);
        self.note = (self.right.saturating_sub(end + 2) >= 10).then_some(end + 2);
        self
    }

    /// Numbers on the decimal point; `None` when no decent title is left.
    fn numbered(mut self, widths: Widths, cells: u16) -> Option<Self> {
        let left = self.title.0;
        let label = if cells >= 76 && widths.label > 0 { widths.label + 2 } else { 0 };
        let numbers = 2 + widths.whole + widths.fraction + 1 + widths.unit;
        let room = self.right.checked_sub(left + label + numbers)?;
        if room < 12 {
            return None;
        }
        let title = widths.title.min(room);
        self.label = (label > 0).then_some((left, widths.label));
        self.title = (left + label, title);
        let point = left + label + title + 2 + widths.whole;
        self.point = Some(point);
        self.unit = point + widths.fraction + 1;
        let mut end = self.unit + widths.unit;
        let bar = match cells {
            90.. => 20,
            80.. => 16,
            60.. => 14,
            _ => 0,
        };
        if widths.percent && bar > 0 && self.unit + 2 + bar <= self.right {
            self.bar = Some((self.unit + 2, bar));
            end = end.max(self.unit + 2 + bar);
        }
        self.note = (self.right.saturating_sub(end + 2) >= 10).then_some(end + 2);
        Some(self)
    }
}

impl Widths {
    fn of(context: &PageContext<'_>, entries: &[EntryView<'_>]) -> Self {
        let mut widths = Self::default();
        for view in entries {
            let lang = context.lang;
            let label = view.group().map_or(0, |group| cells_of(group.get(lang)));
            widths.label = widths.label.max(label);
            widths.title = widths.title.max(cells_of(view.title().get(lang)));
            for (at, figure) in view.figures().iter().enumerate() {
                if at > 0 {
                    widths.title = widths.title.max(2 + cells_of(figure.name_in(view.entry()).get(lang)));
                }
                widths.figure(figure, &context.quantity(figure));
            }
        }
        // A sub-heading that is longer than any title would leave no room for titles.
        widths.label = widths.label.min(title_budget(context.lang));
        widths.title = widths.title.min(title_budget(context.lang));
        widths
    }

    fn figure(&mut self, figure: &Figure, quantity: &Quantity) {
        self.whole = self.whole.max(cells_of(quantity.mark) + cells_of(&quantity.whole));
        self.fraction = self.fraction.max(cells_of(&quantity.fraction));
        self.unit = self.unit.max(cells_of(&quantity.unit));
        self.percent |= figure.unit() == "%";
    }
}
