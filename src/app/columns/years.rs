//! The columns of the years of a place: name, unit, line, first and last value, and the newest promise that a
//! result answers.

mod cells;
mod met;

use self::cells::{Met, WORDS};
pub(crate) use self::cells::{YearsCells, point_said, said};
pub(crate) use self::met::MetColumns;
use crate::app::years::YearsView;
use crate::pages::{PageContext, margins};
use crate::report::Role;
use crate::text::{Lang, cells_of, counted, width, wrap};

/// The cells of the two years at the ends of an axis.
const ENDS: u16 = 9;
/// The most years of an axis; of more the newest are drawn.
const AXIS: u16 = 40;
/// The blank cells between columns where there is room.
const GAP: u16 = 2;
/// The cells before what stands under a name.
pub(crate) const UNDER: u16 = 2;
/// The most cells a name takes where there is no room for all of every one: the length budget of titles.
const fn name_budget(lang: Lang) -> usize {
    match lang {
        Lang::Zh => 24,
        Lang::En => 30,
    }
}

/// The fewest cells of a name that goes on in a second row.
const fn least_name(lang: Lang) -> usize {
    match lang {
        Lang::Zh => 16,
        Lang::En => 17,
    }
}

/// How words share a column with numbers.
#[derive(Clone, Copy, PartialEq)]
enum Words {
    Whole,
    Short,
}

impl Words {
    /// The cells that a side needs: short words have what else is free in their row.
    fn cells(self, said: &str) -> usize {
        let number = said.chars().any(|c| c.is_ascii_digit());
        if number || self == Self::Whole { width(said) } else { width(said).min(WORDS) }
    }
}

/// In how many rows an indicator stands, and where.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum YearsForm {
    /// All in one row, but for long names and words, which have a second.
    One,
    /// Name and numbers, under them the line and its ends.
    Two,
    /// The name alone, under it the line and the point that is looked at.
    Below,
}

/// All rows of the view and where they stand.
#[derive(Clone, Debug, PartialEq)]
pub struct YearsTable {
    pub(crate) rows: Vec<YearsCells>,
    pub(crate) mark: u16,
    /// Where the names begin.
    pub(crate) name: u16,
    /// Where the units end.
    pub(crate) unit: Option<u16>,
    /// Where the lines begin, and the first year on them.
    pub(crate) line: (u16, i32),
    /// Where first and last value begin.
    pub(crate) ends: Option<u16>,
    pub(crate) met: Option<MetColumns>,
    pub(crate) right: u16,
    pub(crate) form: YearsForm,
}

/// The widest cell of each column.
#[derive(Clone, Copy)]
struct Widths {
    name: u16,
    unit: u16,
    /// A name with its unit behind it, and the least it may have in one row.
    label: u16,
    least_label: u16,
    line: u16,
    ends: u16,
    /// Nothing where the promise gives way.
    target: Option<u16>,
    result: Outcome,
    /// A result, or where there is none the promise.
    either: Outcome,
    /// The blank cells between columns.
    gap: u16,
    /// A name with its point behind it.
    point: u16,
}

/// The widest result, and the widest of a result with its difference, which stands at the right edge.
#[derive(Clone, Copy)]
struct Outcome {
    result: u16,
    /// Nothing where the difference gives way: it follows from promise and result.
    both: Option<u16>,
}

impl Outcome {
    fn cells(self) -> u16 {
        self.both.unwrap_or(0).max(self.result)
    }
}

/// What is kept of texts, and how closely columns stand.
#[derive(Clone, Copy)]
struct Kept {
    words: Words,
    /// The most cells of a name.
    name: usize,
    gap: u16,
}

impl Widths {
    fn of(rows: &[YearsCells], line: u16, Kept { words, name: names, gap }: Kept, lang: Lang) -> Self {
        let most = |of: &dyn Fn(&YearsCells) -> usize| counted(rows.iter().map(of).max().unwrap_or(0));
        let met = |of: &dyn Fn(&Met) -> usize| most(&|row: &YearsCells| row.met.as_ref().map_or(0, of));
        let behind = |met: &Met| if met.difference.is_empty() { 0 } else { usize::from(gap) + width(&met.difference) };
        let outcome = |of: &dyn Fn(&Met) -> &str| Outcome {
            result: met(&|met| words.cells(of(met))),
            both: Some(met(&|met| words.cells(of(met)) + behind(met))),
        };
        let name = |row: &YearsCells| width(&row.name).min(names);
        let unit = most(&|row| width(&row.unit));
        Self {
            name: most(&name),
            unit,
            label: most(&|row| name(row) + 2 + width(&row.unit)),
            least_label: most(&|row| name(row).min(least_name(lang)) + 2 + width(&row.unit)),
            line,
            ends: most(&|row| width(&row.ends)),
            target: Some(met(&|met| words.cells(&met.target))),
            result: outcome(&|met| &met.result),
            either: outcome(&|met| if met.result.is_empty() { &met.target } else { &met.result }),
            gap,
            point: most(&|row| name(row) + 2 + row.point),
        }
    }

    /// Year, promise with its mark, result with its mark, difference.
    fn met(&self) -> u16 {
        let target = self.target.map_or(0, |target| 2 + 2 + target);
        4 + target + if target > 0 { 2 } else { 1 } + 2 + self.result.cells()
    }

    /// The same where the promise gives way.
    const fn without_promise(self) -> Self {
        Self { target: None, result: self.either, ..self }
    }

    /// The same where the difference gives way.
    const fn without_difference(self) -> Self {
        Self { result: Outcome { both: None, ..self.result }, ..self }
    }

    /// All in one row, but for the ends.
    fn one_row(&self) -> u16 {
        self.label + self.gap + self.line + self.gap + self.met()
    }

    /// The name and, under it, the line and the unit.
    fn two_rows(&self) -> u16 {
        self.name.max(UNDER + self.line + 2 + self.unit)
    }
}

impl YearsTable {
    /// The table of a view in a region of `cells` cells.
    pub(in crate::app) fn of(context: &PageContext<'_>, years: &YearsView, cells: u16) -> Self {
        let (first, last) = years.axis;
        let count = u16::try_from(last - first + 1).unwrap_or(AXIS).min(AXIS);
        let first = last - i32::from(count) + 1;
        let axis = (first, last);
        let rows: Vec<YearsCells> = years.rows.iter().map(|row| YearsCells::of(context, &row.series, axis)).collect();
        let budget = name_budget(context.lang);
        let named = Kept { words: Words::Whole, name: usize::MAX, gap: GAP };
        let whole = Kept { name: budget, ..named };
        let short = Kept { words: Words::Short, ..whole };
        let widths = [named, whole, short, Kept { gap: 1, ..short }];
        let widths = widths.map(|kept| Widths::of(&rows, count.max(ENDS), kept, context.lang));
        let table = Self::placed(widths, cells, first);
        Self { rows, ..table }
    }

    /// The first form that has room for all units and numbers: the ends give way first, then words and long names go
    /// on in a second row, then the promise gives way, then the gaps, then every indicator has two rows, and last the
    /// difference gives way.
    fn placed([named, whole, short, tight]: [Widths; 4], cells: u16, first: i32) -> Self {
        let room = cells.saturating_sub(1 + margins(cells).1);
        for widths in [named, whole] {
            if widths.one_row() + widths.ends + 3 <= room {
                return Self::one_row(&widths, cells, first).with_ends(&widths);
            }
            if widths.one_row() <= room {
                return Self::one_row(&widths, cells, first);
            }
        }
        let wrapped = |widths: Widths| {
            let label = (widths.label + room).saturating_sub(widths.one_row()).min(widths.label);
            (label >= widths.label.min(widths.least_label)).then_some(Widths { label, ..widths })
        };
        let alone = [short, tight].map(Widths::without_promise);
        let whole_alone = || alone.into_iter().find(|widths| widths.one_row() <= room);
        let [alone, _] = alone;
        if let Some(widths) = wrapped(short).or_else(whole_alone).or_else(|| wrapped(alone)) {
            return Self::one_row(&widths, cells, first);
        }
        let table = Self::two_rows(&short, cells, first);
        let all = [whole, short, short.without_difference()];
        match all.iter().find(|widths| widths.two_rows() + 2 + widths.met() <= room) {
            Some(widths) => {
                // A long name has what the numbers leave.
                let free = room.saturating_sub(2 + widths.met());
                let unit = table.name + widths.two_rows().max(named.name.min(free));
                Self { unit: Some(unit), met: Some(MetColumns::at(unit + 2, widths)), ..table }
            }
            None => table,
        }
    }

    fn one_row(widths: &Widths, cells: u16, first: i32) -> Self {
        let (mark, name) = margins(cells);
        let unit = name + widths.label;
        let line = unit + widths.gap;
        Self {
            rows: Vec::new(),
            mark,
            name,
            unit: Some(unit),
            line: (line, first),
            ends: None,
            met: Some(MetColumns::at(line + widths.line + widths.gap, widths)),
            right: cells.saturating_sub(1),
            form: YearsForm::One,
        }
    }

    /// The same with the ends behind the line.
    fn with_ends(self, widths: &Widths) -> Self {
        let ends = self.line.0 + widths.line + widths.gap;
        Self { ends: Some(ends), met: Some(MetColumns::at(ends + widths.ends + 3, widths)), ..self }
    }

    /// A name, its line under it, and a point where there is room for it.
    fn two_rows(widths: &Widths, cells: u16, first: i32) -> Self {
        let (mark, name) = margins(cells);
        let right = cells.saturating_sub(1);
        let form = if name + widths.point <= right { YearsForm::Two } else { YearsForm::Below };
        let indent = if form == YearsForm::Two { UNDER } else { 0 };
        Self {
            rows: Vec::new(),
            mark,
            name,
            unit: None,
            line: (name + indent, first),
            ends: None,
            met: None,
            right,
            form,
        }
    }

    /// The rows that an indicator takes.
    pub(crate) fn height(&self, place: usize) -> u16 {
        let goes_on = |cells: &YearsCells| !self.name_rows(cells).1.is_empty() || !self.words_below(cells).is_empty();
        match self.form {
            YearsForm::One => 1 + u16::from(self.rows.get(place).is_some_and(goes_on)),
            YearsForm::Two | YearsForm::Below => 2,
        }
    }

    /// Where a unit ends: behind a long name that has no line after it, before what comes next.
    pub(crate) fn unit_end(&self, cells: &YearsCells) -> Option<u16> {
        let unit = self.unit?;
        let needed = width(&cells.name) + unit_cells(cells);
        let short = usize::from(unit.saturating_sub(self.name)) >= needed;
        if short || self.form != YearsForm::One || !cells.line.values.is_empty() {
            return Some(unit);
        }
        let next = self.ends.or(self.met.map(|met| met.year));
        Some(next.map_or(unit, |next| unit.max(next.saturating_sub(2))))
    }

    /// A name as far as its unit leaves room, and what goes on in a second row.
    pub(crate) fn name_rows<'a>(&self, cells: &'a YearsCells) -> (&'a str, &'a str) {
        let name = cells.name.as_str();
        let (YearsForm::One, Some(unit)) = (self.form, self.unit_end(cells)) else { return (name, "") };
        let rows = wrap(name, usize::from(unit - self.name).saturating_sub(unit_cells(cells)));
        let first = rows.first().map_or(name, String::as_str);
        name.split_at_checked(first.len()).map_or((name, ""), |(first, rest)| (first, rest.trim_start()))
    }

    /// The words that are too wide for their columns, with where they begin; the one that stands first comes last.
    pub(crate) fn words_below<'a>(&self, cells: &'a YearsCells) -> Vec<(u16, &'a str, Role)> {
        let Some((columns, met)) = self.met.zip(cells.met.as_ref()) else { return Vec::new() };
        let wide = columns.sides(met).into_iter().filter(|((x, end), text, _)| x + 2 + cells_of(text) > *end);
        wide.map(|((x, _), text, role)| (x, text, role)).collect()
    }
}

/// The cells of a unit with those between it and its name.
fn unit_cells(cells: &YearsCells) -> usize {
    if cells.unit.is_empty() { 0 } else { 2 + width(&cells.unit) }
}
