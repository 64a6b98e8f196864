//! The columns of the Compare pane, and the scales of its charts.
//!
//! The difference is why the pane exists: it is the last column to give way. What is written
//! in one unit stands on one decimal point; numbers of other units only end in the same column.

mod cells;
mod parts;
mod running;
mod scales;

use crate::library::{Pair, Side};
use crate::pages::{PageContext, margins};
use crate::report::Role;
use crate::text::{Lang, cells_of, counted, width, wrap};

pub(crate) use cells::{PairCells, has_words, name_of, reason_of, side_of, tight_unit};
use parts::{Part, UnitParts, units};
pub(crate) use running::Running;
use scales::{scale_end, scales};

/// The cells of a name that is short enough anywhere: the length budget of titles.
const fn name_budget(lang: Lang) -> u16 {
    match lang {
        Lang::Zh => 24,
        Lang::En => 30,
    }
}

/// The least cells of a name beside numbers; under it a pair takes two rows.
const NAME: u16 = 14;

/// The cells of the head of a column of numbers with its mark.
fn head_cells(context: &PageContext<'_>) -> u16 {
    let year = context.year().map(|year| cells_of(&year.to_string()));
    let sides = [Role::Result, Role::Target].map(|role| cells_of(side_of(role).get(context.lang)));
    2 + year.unwrap_or(sides.into_iter().max().unwrap_or(0))
}

/// The least cells of a chart, those from 100 columns on, and the most in a usual window.
const CHART: (u16, u16, u16) = (12, 24, 44);
/// The widest of usual windows; what is beyond it goes to names and charts.
const USUAL: u16 = 132;

/// How the lines of pairs are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum PairForm {
    /// In columns that hold for the whole pane.
    Table,
    /// In a narrow window: numbers flush right, in columns of their own for each unit.
    Tight,
    /// There, of a pair whose name would be cut: the name, and below it the numbers as running text.
    TwoRows,
}

/// The columns, in cells from the left edge; those of numbers are the columns behind them.
#[derive(Clone, Debug, PartialEq)]
pub struct CompareColumns {
    pub(crate) form: PairForm,
    pub(crate) mark: u16,
    pub(crate) name: (u16, u16),
    pub(crate) result: u16,
    pub(crate) target: u16,
    /// The column where words begin that stand in the place of a promise.
    pub(crate) words: u16,
    pub(crate) unit: u16,
    pub(crate) change: u16,
    /// The column where the difference begins, and that of the reasons why there is none.
    pub(crate) change_from: u16,
    pub(crate) reason: u16,
    /// The unit of the difference, where it is another one than that of the line.
    pub(crate) change_unit: Option<u16>,
    pub(crate) chart: Option<(u16, u16)>,
    /// Whether the ends of the scales stand above the charts, which have no room beside them.
    pub(crate) ends_above: bool,
    pub(crate) right: u16,
    /// The cells of the heads of the numbers, with their marks.
    head: u16,
    units: Vec<UnitParts>,
    /// The units whose pairs share a scale, each with the value at its end.
    scales: Vec<(String, f64)>,
}

/// What is measured before there are columns.
struct PairWidths {
    name: u16,
    result: u16,
    target: u16,
    change: u16,
    /// The unit of the lines that have a difference, and of all lines.
    unit: (u16, u16),
    change_unit: u16,
    scale_end: u16,
}

impl PairWidths {
    /// The unit of the difference with the gap before it.
    const fn unit_behind(&self) -> u16 {
        if self.change_unit > 0 { self.change_unit + 1 } else { 0 }
    }

    /// The cells of the names: one beyond the budget gives way to the unit of the difference and to the chart, where
    /// there are any; where all are whole beside a shorter chart they are.
    fn name_in(&self, room: u16, lang: Lang) -> u16 {
        let behind = |chart: u16| if self.change > 0 { self.unit_behind() + 2 + chart + 1 + self.scale_end } else { 0 };
        let left_by = |chart: u16| room.saturating_sub(behind(chart));
        let name = if self.name <= left_by(CHART.1) { self.name } else { left_by(CHART.2).max(name_budget(lang)) };
        name.min(self.name).min(room)
    }
}

/// How the lines of one pair are written.
pub(crate) struct Written {
    pub(crate) form: PairForm,
    /// The name as far as its numbers leave room.
    pub(crate) name: String,
    /// What goes on of it in a second row.
    pub(crate) rest: String,
    /// The numbers, where they stand below the name.
    pub(crate) running: Option<Running>,
}

impl Written {
    /// The rows that name and numbers take.
    pub(crate) fn rows(&self) -> u16 {
        let numbers = self.running.as_ref().map_or(0, |running| 1 + u16::from(running.below));
        1 + u16::from(!self.rest.is_empty()) + numbers
    }
}

impl CompareColumns {
    /// The columns for the pairs that are listed, in a region of `cells` cells.
    pub(in crate::app) fn of(context: &PageContext<'_>, pairs: &[&Pair], cells: u16) -> Self {
        let (mark, left) = margins(cells);
        let shown: Vec<PairCells> = pairs.iter().map(|pair| PairCells::of(context, pair)).collect();
        let names: Vec<u16> = pairs.iter().map(|pair| cells_of(&name_of(context, pair))).collect();
        let grid = Self {
            form: PairForm::Table,
            mark,
            name: (left, 0),
            result: 0,
            target: 0,
            words: 0,
            unit: 0,
            change: 0,
            change_from: 0,
            reason: 0,
            change_unit: None,
            chart: None,
            ends_above: false,
            right: cells.saturating_sub(1),
            head: head_cells(context),
            units: units(&shown),
            scales: scales(context),
        };
        let widths = grid.widths(context, &shown, &names);
        if let Some(table) = grid.clone().table(context.lang, &widths) {
            return table;
        }
        let tight = Self { form: PairForm::Tight, ..grid };
        let fits = |(pair, cells): (&&Pair, &PairCells)| tight.form_of(context, pair, cells) == PairForm::Tight;
        let form = if pairs.iter().zip(&shown).any(fits) { PairForm::Tight } else { PairForm::TwoRows };
        Self { form, ..tight }
    }

    /// The form of one pair: in a narrow window it depends on its name.
    fn form_of(&self, context: &PageContext<'_>, pair: &Pair, cells: &PairCells) -> PairForm {
        if self.form != PairForm::Tight {
            return self.form;
        }
        let words = |side: Option<Side>| side.and_then(|side| side.words(context.library));
        let name = cells_of(&name_of(context, pair));
        let (result, target) = (words(pair.result()), words(pair.target()).filter(|_| cells.target.is_none()));
        let fits = match (result, target) {
            (Some(_), _) => false,
            (None, Some(words)) => self.name.0 + name + 1 + cells_of(words.get(context.lang)) <= self.right,
            (None, None) => name <= self.tight_room(cells),
        };
        if fits { PairForm::Tight } else { PairForm::TwoRows }
    }

    fn widths(&self, context: &PageContext<'_>, shown: &[PairCells], names: &[u16]) -> PairWidths {
        let most = |of: &dyn Fn(&UnitParts) -> u16| self.units.iter().map(of).max().unwrap_or(0);
        let unit = |all: bool| {
            let listed = shown.iter().filter(|cells| all || cells.gap.is_some());
            listed.map(|cells| cells_of(cells.unit())).max().unwrap_or(0)
        };
        let change_units = shown.iter().filter_map(|cells| cells.change_unit().map(cells_of));
        let ends = self.scales.iter().filter_map(|(unit, end)| scale_end(context, unit, *end));
        PairWidths {
            name: names.iter().copied().max().unwrap_or(0),
            result: most(&|unit| unit.result.cells()).max(self.head),
            target: most(&|unit| unit.target.cells()).max(self.head),
            change: most(&|unit| unit.change.cells()),
            unit: (unit(false), unit(true)),
            change_unit: change_units.max().unwrap_or(0),
            scale_end: ends.map(|end| cells_of(&end)).max().unwrap_or(0),
        }
    }

    /// Columns for the whole pane; `None` where a name would have no room beside its difference.
    fn table(mut self, lang: Lang, widths: &PairWidths) -> Option<Self> {
        let left = self.name.0;
        let units = if widths.change > 0 { widths.unit.0 } else { widths.unit.1 };
        let numbers = 2 + widths.result + 2 + widths.target + 1 + units;
        // A longer unit of a line without a difference goes on where that would be.
        let change = if widths.change > 0 { (2 + widths.change).max(widths.unit.1 - units) } else { 0 };
        let room = self.right.checked_sub(left + numbers + change)?;
        if room < widths.name.min(NAME) {
            return None;
        }
        self.place(widths.name_in(room, lang), units, widths);
        if self.chart.is_none() {
            // Without a chart, what it would have had belongs to the names.
            let change = self.change_unit.map_or(self.change, |unit| unit + widths.change_unit);
            let end = change.max(self.unit + widths.unit.1);
            let spare = self.right.saturating_sub(end).min(widths.name - self.name.1.min(widths.name));
            self.place(self.name.1 + spare, units, widths);
        }
        Some(self)
    }

    /// Sets the columns behind names of so many cells.
    fn place(&mut self, name: u16, units: u16, widths: &PairWidths) {
        let unit = widths.unit_behind();
        self.name.1 = name;
        self.result = self.name.0 + name + 2 + widths.result;
        self.words = self.result + 2;
        self.target = self.words + widths.target;
        self.unit = self.target + 1;
        self.change_from = self.unit + units + 2;
        self.change = self.change_from + widths.change;
        self.reason = self.change_from.max(self.unit + widths.unit.1 + 2);
        let mut end = self.change;
        self.change_unit = (unit > 0 && end + unit <= self.right).then_some(end + 1);
        if self.change_unit.is_some() {
            end += unit;
        }
        if widths.change > 0 {
            self.chart = chart(end + 2, self.right, widths.scale_end + 1);
            self.ends_above = self.chart.is_some_and(|(from, cells)| from + cells + 1 + widths.scale_end > self.right);
        }
    }

    /// The rows of a pair.
    pub(in crate::app) fn rows(&self, context: &PageContext<'_>, pair: &Pair) -> u16 {
        let cells = PairCells::of(context, pair);
        self.written(context, pair, &cells).rows() + counted(self.reason_below(context, pair).len())
    }

    /// How a pair is written.
    pub(crate) fn written(&self, context: &PageContext<'_>, pair: &Pair, cells: &PairCells) -> Written {
        let (form, mut name) = (self.form_of(context, pair, cells), name_of(context, pair));
        let end = match form {
            PairForm::Table => self.number_from(context, pair, cells).saturating_sub(1),
            PairForm::TwoRows => self.right,
            PairForm::Tight => return Written { form, name, rest: String::new(), running: None },
        };
        let room = usize::from(end.saturating_sub(self.name.0));
        let first = if width(&name) > room { wrap(&name, room).first().map_or(0, String::len) } else { name.len() };
        let rest = name.split_off(first).trim_start().to_owned();
        let room = usize::from(self.right.saturating_sub(self.name.0 + 2));
        let running = (form == PairForm::TwoRows).then(|| Running::of(context, (pair, cells), room));
        Written { form, name, rest, running }
    }

    /// In a table, the column where the first number of a pair begins, or the words in its place.
    fn number_from(&self, context: &PageContext<'_>, pair: &Pair, cells: &PairCells) -> u16 {
        if let Some(words) = self.long_words(context, pair, cells) {
            return self.words_from(&words).saturating_sub(1);
        }
        let number = cells
            .result
            .as_ref()
            .map_or(1, |result| cells_of(result.mark) + cells_of(&result.whole) + self.parts(cells).result.fraction);
        self.result.saturating_sub(number)
    }

    /// The words of a promise without a result that are longer than the columns behind the result: they take its column too.
    pub(crate) fn long_words(&self, context: &PageContext<'_>, pair: &Pair, cells: &PairCells) -> Option<String> {
        let words = pair.target().filter(|_| cells.target.is_none() && cells.result.is_none())?;
        let words = words.words(context.library)?.get(context.lang);
        (self.words + cells_of(words) > self.right).then(|| words.to_owned())
    }

    /// The column where such words begin.
    pub(crate) fn words_from(&self, words: &str) -> u16 {
        self.right.saturating_sub(cells_of(words).min((self.right - self.name.0) / 2))
    }

    /// Why a pair has no difference, where that has no room beside its numbers.
    pub(crate) fn reason_below(&self, context: &PageContext<'_>, pair: &Pair) -> Vec<String> {
        let reason = reason_of(context, pair);
        let reason = reason.filter(|reason| has_words(context, pair) || !self.has_reason_beside(reason));
        reason.map_or_else(Vec::new, |reason| wrap(&reason, usize::from(self.right.saturating_sub(self.name.0 + 2))))
    }

    /// Whether a reason stands whole in the place of the difference.
    pub(crate) fn has_reason_beside(&self, reason: &str) -> bool {
        self.form == PairForm::Table && self.reason + cells_of(reason) <= self.right
    }

    /// The parts of the numbers that share the unit of a pair.
    pub(crate) fn parts(&self, cells: &PairCells) -> UnitParts {
        self.units.iter().find(|parts| parts.unit == cells.unit()).cloned().unwrap_or_default()
    }

    /// In the tight form, the columns behind result, promise with its unit, and difference.
    pub(crate) fn tight(&self, cells: &PairCells) -> (u16, u16, u16) {
        let parts = self.parts(cells);
        let change = if parts.change.all > 0 { parts.change.all + 1 } else { 0 };
        let target = self.right.saturating_sub(change);
        let result = target.saturating_sub(tight_unit(cells).1 + parts.target.all + 1);
        (result, target, self.right)
    }

    /// The columns of the head in the tight form: those of the first unit with a difference.
    pub(crate) fn tight_head(&self) -> (u16, u16) {
        let first = self.units.iter().find(|parts| parts.change.cells() > 0).or(self.units.first());
        let Some(parts) = first else {
            return (self.right.saturating_sub(self.head), self.right);
        };
        let change = if parts.change.all > 0 { parts.change.all + 1 } else { 0 };
        let target = self.right.saturating_sub(change + u16::from(parts.unit == "%"));
        let result = target.saturating_sub(parts.target.all + 1);
        // There the mark stands at its head.
        (result.min(target.saturating_sub(self.head)), target)
    }

    /// In the tight form, the cells of a name before its numbers.
    fn tight_room(&self, cells: &PairCells) -> u16 {
        let first = match cells.alone() {
            Some(number) => self.right.saturating_sub(cells_of(&number) + tight_unit(cells).1),
            None => self.tight(cells).0.saturating_sub(Part::of(cells.result.as_ref()).all),
        };
        first.saturating_sub(1 + self.name.0)
    }

    /// The end of the scale of a unit.
    pub(crate) fn scale_of(&self, unit: &str) -> f64 {
        self.scales.iter().find(|(known, _)| known == unit).map_or(1.0, |(_, end)| *end)
    }
}

/// The column and the cells of a chart: with the ends of its scales at the right where that leaves
/// it enough cells, else without.
fn chart(from: u16, right: u16, end: u16) -> Option<(u16, u16)> {
    let room = right.saturating_sub(from);
    let most = CHART.2.max((right + 1).saturating_sub(USUAL - CHART.2));
    let beside = room.saturating_sub(end);
    let cells = if beside >= CHART.1 { beside } else { room };
    (cells >= CHART.0).then_some((from, cells.min(most)))
}
