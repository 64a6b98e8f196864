//! The grid of a list: one set of columns for a whole pane, so that nothing shifts while scrolling.

use super::notes::notes_of;
use crate::library::{EntryView, Side};
use crate::pages::{PageContext, margins};
use crate::report::{Figure, Quantity, Tab};
use crate::text::{Lang, cells_of, counted};

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
    /// The column of the notes of lines without a bar.
    pub(crate) loose: Option<u16>,
    /// Whether the other year's number has room for its year beside it.
    pub(crate) year: bool,
    /// The column behind the last one that is written.
    pub(crate) right: u16,
}

/// The widest of each part over all entries of a pane.
#[derive(Clone, Copy, Debug, Default)]
struct EntryWidths {
    label: u16,
    title: u16,
    /// The longest sub-heading and title, which the two above keep to a budget.
    longest: (u16, u16),
    whole: u16,
    fraction: u16,
    unit: u16,
    percent: bool,
    /// The other year's numbers of the same scope, with their year and without: behind bars, and of all lines.
    barred: (u16, u16),
    other: (u16, u16),
}

/// The most cells a title takes: the length budget of the data, and four cells
/// more for two pairs of quotation marks that ASCII makes wide.
const fn title_budget(lang: Lang) -> u16 {
    match lang {
        Lang::Zh => 28,
        Lang::En => 30,
    }
}

/// One note in so many may be longer than its column.
const FEW: usize = 8;
/// The cells of all but the longest units.
const fn usual_unit(lang: Lang) -> u16 {
    match lang {
        Lang::Zh => 4,
        Lang::En => 7,
    }
}

/// The cells of a list beyond which titles and bars grow.
const USUAL: u16 = 96;
/// The least cells of a bar.
const BAR: u16 = 8;
/// The cells from which on notes keep to their own column.
const WIDE_NOTES: u16 = 24;
/// The cells that a sub-heading keeps beside titles.
const LABEL: u16 = 16;

/// The cells of a list from which on its numbers stand in columns.
pub(crate) const COLUMNS: u16 = 49;

/// Whether the words of an entry have a row of their own in a list whose numbers stand flush right: beside the title
/// they would be cut.
pub(crate) fn has_words_below(view: EntryView<'_>, lang: Lang, cells: u16) -> bool {
    let words = view.words().filter(|_| view.tab() != Tab::Tasks && view.figures().is_empty());
    let taken = margins(cells).1 + cells_of(view.title().get(lang)) + 1;
    cells < COLUMNS && words.is_some_and(|words| taken + cells_of(words.get(lang)) >= cells)
}

impl EntryColumns {
    /// The columns for `entries` in a region of `cells` cells.
    pub(crate) fn of(context: &PageContext<'_>, entries: &[EntryView<'_>], cells: u16) -> Self {
        let widths = EntryWidths::of(context, entries, cells);
        let base = Self::flush(cells);
        if widths.whole == 0 {
            let grid = base.wordy(widths);
            return grid.spread(widths, &note_cells(context, entries, &grid)).gathered(context, entries);
        }
        if cells < COLUMNS {
            return base;
        }
        let Some(grid) = base.numbered(widths, cells) else { return base };
        let notes = note_cells(context, entries, &grid);
        grid.loosened(widths, &notes, context.lang).spread(widths, &notes)
    }

    /// Numbers and words flush right, without any column, as a narrow window has them.
    pub(crate) fn flush(cells: u16) -> Self {
        let (mark, left) = margins(cells);
        let right = cells.saturating_sub(1);
        Self { mark, title: (left, right.saturating_sub(left)), right, ..Self::default() }
    }

    /// Entries without numbers: sub-heading, title, words.
    fn wordy(mut self, widths: EntryWidths) -> Self {
        let left = self.title.0;
        // Behind the titles stands the mark of a task without a number, two cells apart.
        let right = self.right.saturating_sub(3);
        let label = widths.label.min(right.saturating_sub(left + 2 + widths.title));
        if label > 0 && label >= widths.label.min(LABEL) {
            self.label = Some((left, label));
            self.title = (left + label + 2, widths.title);
        } else {
            self.title = (left, widths.title.min(right.saturating_sub(left)));
        }
        let end = self.title.0 + self.title.1;
        self.unit = end + 2;
        self.point = Some(end + 3);
        self.note = (self.right.saturating_sub(end + 2) >= 10).then_some(end + 2);
        self.loose = self.note;
        self
    }

    /// Numbers on the decimal point; `None` when no decent title is left.
    fn numbered(mut self, widths: EntryWidths, cells: u16) -> Option<Self> {
        let left = self.title.0;
        let numbers = 2 + widths.whole + widths.fraction + 1 + widths.unit;
        // A long sub-heading has what titles and bars leave, but for its beginning.
        let bars = if widths.percent { 2 + BAR } else { 0 };
        let spare = self.right.saturating_sub(left + widths.title + 2 + numbers + bars);
        let name = widths.label.min(spare.max(LABEL));
        let label = if cells >= 76 && name > 0 { name + 2 } else { 0 };
        let room = self.right.checked_sub(left + label + numbers)?;
        if room < 12 {
            return None;
        }
        let title = widths.title.min(room);
        self.label = (label > 0).then_some((left, name));
        self.title = (left + label, title);
        let point = left + label + title + 2 + widths.whole;
        self.point = Some(point);
        self.unit = point + widths.fraction + 1;
        let mut end = self.unit + widths.unit;
        let bar = match cells {
            90.. => 20 + cells.saturating_sub(USUAL) / 4,
            80.. => 16,
            60.. => 14,
            _ => 0,
        };
        let (bar, year) = self.bar_beside(if widths.percent { bar } else { 0 }, &widths);
        self.year = year;
        if bar > 0 {
            self.bar = Some((self.unit + 2, bar));
            end = end.max(self.unit + 2 + bar);
        }
        self.note = (self.right.saturating_sub(end + 2) >= 10).then_some(end + 2);
        self.loose = self.note;
        Some(self)
    }

    /// The same with a column for the notes of lines without a bar: where that behind the bars is too narrow for more
    /// than a few of them they all open into the column of the bars, as far behind the units as the longest of them allows.
    fn loosened(mut self, widths: EntryWidths, notes: &NoteCells, lang: Lang) -> Self {
        if self.bar.is_none() {
            return self;
        }
        let behind = |unit: u16| self.unit + unit.max(2) + 2;
        // Most units are short: a long one pushes its own note on.
        let least = behind(widths.unit.min(usual_unit(lang)));
        let Some(note) = self.note.filter(|note| self.right.saturating_sub(*note) >= WIDE_NOTES) else {
            // The most of them begin in one column, be it that of the units.
            let from = |unit: u16| if unit > 0 { self.unit + unit + 2 } else { self.unit };
            let rows = notes.loose.iter().zip(&notes.units).map(|(cells, unit)| (from(*unit), *cells));
            let rows: Vec<(u16, u16)> = rows.filter(|(from, cells)| from + cells <= self.right).collect();
            let ragged = |x: &u16| rows.iter().filter(|(from, cells)| from > x || x + cells > self.right).count();
            self.loose = (self.unit..=least).rev().min_by_key(ragged);
            return self;
        };
        let too_long = |from: u16| notes.loose.iter().filter(move |cells| from + **cells > self.right).count();
        if too_long(note) * FEW > notes.loose.len() {
            let least = least.min(note);
            let longest = notes.loose.iter().filter(|cells| least + **cells <= self.right).max().copied().unwrap_or(0);
            self.loose = Some((self.right - longest).clamp(least, note));
        }
        self
    }
}

impl EntryColumns {
    /// The same with the notes of entries without numbers in the column that the most of them can begin in.
    fn gathered(mut self, context: &PageContext<'_>, entries: &[EntryView<'_>]) -> Self {
        let Some(note) = self.note else { return self };
        let rows = entries.iter().filter_map(|view| {
            let note = notes_of(context, *view, 0, false).into_iter().next()?;
            let words =
                view.words().filter(|_| view.tab() != Tab::Tasks).map(|words| cells_of(words.get(context.lang)));
            let behind = match (view.tab(), words) {
                (Tab::Tasks, _) => self.point? + 2,
                (_, Some(words)) => self.unit + words + 2,
                (_, None) => self.title.0 + cells_of(view.title().get(context.lang)).min(self.title.1) + 2,
            };
            Some((behind, counted(note.cells())))
        });
        let rows: Vec<(u16, u16)> = rows.filter(|(behind, cells)| behind + cells <= self.right).collect();
        let ragged = |x: &u16| rows.iter().filter(|(behind, cells)| behind > x || x + cells > self.right).count();
        self.loose = (self.title.0..=note).rev().min_by_key(ragged);
        self
    }

    /// The same where neither bars nor notes fill the right end: titles and sub-headings beyond their budgets have it.
    fn spread(mut self, widths: EntryWidths, notes: &NoteCells) -> Self {
        let Some(point) = self.point else { return self };
        let bar = self.bar.map_or(0, |(x, cells)| x + cells);
        let barred = self.bar.map_or(self.unit, |(x, cells)| x + cells) + 2;
        // Without a bar a note that is longer than its column begins where a unit would be; what has no room at all is left
        // to the details.
        let behind = |(from, least): (u16, u16), notes: &[u16]| {
            let ends = notes.iter().filter(|cells| least + **cells <= self.right).map(|cells| from + cells);
            ends.max().unwrap_or(0).min(self.right)
        };
        let loose = self.loose.unwrap_or(self.unit + widths.unit.max(2) + 2);
        let numbers = (self.unit + widths.unit).max(point + widths.fraction).max(bar);
        let end = numbers
            .max(behind((barred, barred), &notes.barred))
            .max(behind((loose, self.unit), &notes.loose))
            .max(notes.words + self.unit);
        let spare = self.right.saturating_sub(end);
        let title = widths.longest.1.saturating_sub(self.title.1).min(spare);
        let label = self.label.map_or(0, |(_, cells)| widths.longest.0.saturating_sub(cells)).min(spare - title);
        self.title.1 += title;
        self.title.0 += label;
        self.label = self.label.map(|(x, cells)| (x, cells + label));
        let moved = |x: u16| x + title + label;
        (self.point, self.unit) = (Some(moved(point)), moved(self.unit));
        self.bar = self.bar.map(|(x, cells)| (moved(x), cells));
        (self.note, self.loose) = (self.note.map(moved), self.loose.map(moved));
        self
    }

    /// The cells of the bars, at most `most`, and whether the other year's number has its year: the number
    /// goes before the bar, the bar before the year.
    fn bar_beside(&self, most: u16, widths: &EntryWidths) -> (u16, bool) {
        let room = self.right.saturating_sub(self.unit + 2);
        let beside = |number: u16| room.saturating_sub(if number > 0 { number + 2 } else { 0 });
        let ((long, short), (loose, _)) = (widths.barred, widths.other);
        match most {
            0 => (0, loose + 4 <= room),
            _ if beside(long) >= BAR && loose + widths.unit <= room => (most.min(beside(long)), true),
            _ if beside(short) >= BAR => (most.min(beside(short)), false),
            _ => (0, loose <= room),
        }
    }
}

impl EntryWidths {
    fn of(context: &PageContext<'_>, entries: &[EntryView<'_>], cells: u16) -> Self {
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
                let side = Side { entry: view.at(), figure: Some(at) };
                let other = context.pairs.same(side).and_then(|side| side.figure(context.library));
                if let Some(other) = other {
                    let number = cells_of(&other_number(context, other)) + 2;
                    let year = other.year().map_or(0, |years| cells_of(&years.to_string()) + 1);
                    let wider = |(long, short): (u16, u16)| (long.max(number + year), short.max(number));
                    widths.other = wider(widths.other);
                    if figure.unit() == "%" {
                        widths.barred = wider(widths.barred);
                    }
                }
            }
        }
        // A sub-heading that is longer than any title would leave no room for titles.
        let more = cells.saturating_sub(USUAL) / 2;
        widths.longest = (widths.label, widths.title);
        widths.label = widths.label.min(title_budget(context.lang));
        widths.title = widths.title.min(title_budget(context.lang) + more);
        widths
    }

    fn figure(&mut self, figure: &Figure, quantity: &Quantity) {
        self.whole = self.whole.max(cells_of(quantity.mark) + cells_of(&quantity.whole));
        self.fraction = self.fraction.max(cells_of(&quantity.fraction));
        self.unit = self.unit.max(cells_of(&quantity.unit));
        self.percent |= figure.unit() == "%";
    }
}

/// The cells of what stands behind the numbers.
struct NoteCells {
    /// Of the lines with a bar, and without one: the first note of each.
    barred: Vec<u16>,
    loose: Vec<u16>,
    /// The units of the lines of the latter.
    units: Vec<u16>,
    /// The longest words in the place of a number, with the note behind them.
    words: u16,
}

fn note_cells(context: &PageContext<'_>, entries: &[EntryView<'_>], grid: &EntryColumns) -> NoteCells {
    let mut cells = NoteCells { barred: Vec::new(), loose: Vec::new(), units: Vec::new(), words: 0 };
    for view in entries {
        let worded = view.words().filter(|_| view.tab() != Tab::Tasks && view.figures().is_empty());
        let worded = worded.map_or(0, |words| cells_of(words.get(context.lang)));
        for place in 0..view.figures().len().max(1) {
            let note = notes_of(context, *view, place, grid.year).into_iter().next();
            let note = note.map_or(0, |note| counted(note.cells()));
            let barred = grid.bar.is_some() && view.figures().get(place).is_some_and(|figure| figure.unit() == "%");
            if note > 0 && barred {
                cells.barred.push(note);
            } else if note > 0 {
                let unit = view.figures().get(place).map_or(worded, |figure| cells_of(&context.quantity(figure).unit));
                cells.loose.push(note);
                cells.units.push(unit);
            }
            let behind = if note > 0 && worded > 0 { note + 2 } else { 0 };
            cells.words = cells.words.max(worded + behind);
        }
    }
    cells
}

/// The number of the other year beside a line, and whether it is an estimate.
pub(super) fn other_number(context: &PageContext<'_>, figure: &Figure) -> String {
    context.quantity(figure).number() + context.estimated(figure)
}
