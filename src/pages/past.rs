//! What other reports of the place said: its line over the years, in a row, and year by year.

use super::PageContext;
use super::rows::{Content, Ink, LABEL_WIDTH, Piece, Row, margins, mark_of};
use crate::library::{EntryView, Point, Series, SeriesYear};
use crate::report::{Figure, Role, Years};
use crate::text::{Align, Bilingual, Label, Lang, align, counted, pad, width};

/// The years of a line beside a target: those up to the year before its report.
pub const PAST_YEARS: u16 = 12;
/// The largest value stays an eighth of a cell below the row above, or the lines of two rows would touch.
const BELOW_FULL: f64 = 8.0 / 7.0;

const PAST: Label = Label::new("历年", "Past");

/// The results of a series, one a year.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct YearLine {
    /// The value of each year; none leaves a gap. Empty where the results are too few for a line.
    pub values: Vec<Option<f64>>,
    /// The value of a full block.
    pub full: f64,
}

impl YearLine {
    /// The line of a series over the years from the first to the last.
    pub fn of(series: &Series, (first, last): (i32, i32)) -> Self {
        let points = series.line();
        let value = |year: i32| points.iter().find(|(own, _)| *own == year).map(|(_, value)| *value);
        let values = if series.makes_line() { (first..=last).map(value).collect() } else { Vec::new() };
        Self { values, full: points.iter().map(|(_, value)| *value).fold(0.0, f64::max) * BELOW_FULL }
    }
}

impl PageContext<'_> {
    /// The first and the last year of the lines beside the targets; `None` where the report has no year.
    pub fn past_years(&self) -> Option<(i32, i32)> {
        let year = self.year()?;
        Some((year - i32::from(PAST_YEARS), year - 1))
    }

    /// The line beside a target, through the results of the figure at a place in it or of its words.
    pub fn past_line(&self, view: EntryView<'_>, figure: usize) -> Option<YearLine> {
        let series = self.history.of(view.entry(), view.figures().get(figure))?;
        let line = YearLine::of(series, self.past_years()?);
        line.values.iter().any(Option::is_some).then_some(line)
    }
}

/// What the newest report calls it: as short as a list needs, beside its unit.
pub fn listed_name<'a>(context: &PageContext<'_>, series: &'a Series) -> &'a str {
    series.points().last().map_or(series.indicator.as_str(), |point| point.name.get(context.lang))
}

/// The name of the indicator, else what the newest report calls it.
pub fn name_of_series<'a>(context: &PageContext<'a>, series: &'a Series) -> &'a str {
    let known = context.library.lexicon().indicator(&series.indicator);
    known.map_or_else(|| listed_name(context, series), |name| name.name(context.lang))
}

/// The unit of a series: that of its latest figure.
pub fn unit_of_series(context: &PageContext<'_>, series: &Series) -> String {
    series.latest().and_then(Point::figure).map(|figure| context.quantity(figure).unit).unwrap_or_default()
}

/// What a point says in the unit of its series: mark, digits, `e` behind an estimate; words; the unit where it differs.
pub fn said_in_series(context: &PageContext<'_>, series: &Series, point: &Point) -> String {
    let Some(figure) = point.figure() else {
        return point.words().map_or("", |words| words.get(context.lang)).to_owned();
    };
    let like = series.latest().and_then(Point::figure).filter(|like| same_unit(like, figure));
    let mut quantity = context.beside(figure, like.unwrap_or(figure));
    if figure.estimate() {
        quantity.fraction.push('e');
    }
    if like.is_some() { quantity.number() } else { quantity.line() }
}

/// The same with the unit of the series behind the number.
pub fn said_with_unit(context: &PageContext<'_>, series: &Series, point: &Point) -> String {
    let Some((figure, like)) = point.figure().zip(series.latest().and_then(Point::figure)) else {
        return said_in_series(context, series, point);
    };
    let mut quantity = context.beside(figure, if same_unit(like, figure) { like } else { figure });
    if figure.estimate() {
        quantity.fraction.push('e');
    }
    quantity.line()
}

/// Whether two figures of a series can stand in one column without their units.
pub fn same_unit(one: &Figure, other: &Figure) -> bool {
    one.unit() == other.unit() && one.basis() == other.basis()
}

/// What was delivered less what was promised, with its sign; nothing where it cannot be said.
pub fn difference_in_series(context: &PageContext<'_>, series: &Series, year: &SeriesYear) -> String {
    let Some((difference, figure)) = year.difference.zip(year.result.as_ref().and_then(Point::figure)) else {
        return String::new();
    };
    let like = series.latest().and_then(Point::figure).filter(|like| same_unit(like, figure)).unwrap_or(figure);
    let sign = if difference > 0.0 { "+" } else { "" };
    format!("{sign}{}", context.beside(&figure.with_amount(difference), like).number())
}

/// The series that an entry is in, those of its figures in their order.
fn series_of<'a>(context: &PageContext<'a>, view: EntryView<'_>) -> Vec<&'a Series> {
    let figures = view.figures().iter().map(Some).chain([None]);
    let mut found: Vec<&Series> = Vec::new();
    for series in figures.filter_map(|figure| context.history.of(view.entry(), figure)) {
        if !found.iter().any(|known| std::ptr::eq(*known, series)) {
            found.push(series);
        }
    }
    found
}

/// What was promised and delivered in other reports, in one row: as many of the newest years as have room whole.
pub(super) fn past_row(context: &PageContext<'_>, view: EntryView<'_>, cells: usize) -> Option<Row> {
    let series = *series_of(context, view).first()?;
    let own = context.library.head(view.report_at()).map(|head| head.id.as_str());
    let of_others = |point: &&Point| Some(point.report.as_str()) != own;
    let (_, indent) = margins(counted(cells));
    let unit = unit_of_series(context, series);
    let mut room = cells.saturating_sub(usize::from(indent) + LABEL_WIDTH + 1 + width(&unit));
    let mut years: Vec<Vec<Piece>> = Vec::new();
    for year in series.years.iter().rev().filter(|year| matches!(year.years, Years::One(_))) {
        let sides = [&year.target, &year.result].into_iter().flatten().filter(of_others);
        let mut pieces = vec![Piece::Text(Ink::Dim, format!("   {}", year.years))];
        for point in sides {
            pieces.push(Piece::Text(Ink::of(point.role), format!(" {} ", mark_of(point.role))));
            pieces.push(Piece::Text(Ink::Plain, said_in_series(context, series, point)));
        }
        if pieces.len() == 1 {
            continue;
        }
        let taken: usize = pieces.iter().map(Piece::cells).sum();
        let Some(rest) = room.checked_sub(taken) else { break };
        room = rest;
        years.push(pieces);
    }
    if years.is_empty() {
        return None;
    }
    let mut row = Row::text(PAST.get(context.lang), Ink::Dim, unit);
    row.pieces.extend(years.into_iter().rev().flatten());
    Some(row)
}

/// What was promised and delivered, a line over the years and then a row for each of them.
pub(super) fn past_rows(context: &PageContext<'_>, view: EntryView<'_>, cells: usize) -> Content {
    series_of(context, view).into_iter().flat_map(|series| table(context, series, cells)).collect()
}

/// One year of the table: what it is called, promise, result and difference.
type Cells = [String; 4];

fn table(context: &PageContext<'_>, series: &Series, cells: usize) -> Content {
    let lang = context.lang;
    let said = |point: &Option<Point>| point.as_ref().map_or_else(String::new, |p| said_in_series(context, series, p));
    let rows: Vec<Cells> = series
        .years
        .iter()
        .map(|year| {
            let difference = difference_in_series(context, series, year);
            [year.years.to_string(), said(&year.target), said(&year.result), difference]
        })
        .collect();
    let widest = |at: usize| rows.iter().filter_map(|row| row.get(at)).map(|text| width(text)).max().unwrap_or(0);
    let (_, indent) = margins(counted(cells));
    let room = cells.saturating_sub(usize::from(indent) + LABEL_WIDTH + 1);
    let columns = [0, 1, 2, 3].map(widest);
    // Years, two sides with a mark before each, and the difference, two cells between them.
    let columns = Some(columns).filter(|columns| columns.iter().sum::<usize>() + 2 * 2 + 3 * 2 <= room);
    let head =
        Bilingual::new("○ 承诺  ● 结果  差为结果减承诺", "○ promised  ● delivered  gap: delivered less promised");
    let unit = unit_of_series(context, series);
    let unit = if unit.is_empty() { unit } else { format!("{unit}   ") };
    let mut table = vec![Row::text(PAST.get(lang), Ink::Dim, format!("{unit}{}", head.get(lang)))];
    table.extend(spark_row(context, series, room));
    table.extend(rows.iter().map(|row| year_row(row, columns)));
    table
}

/// The results as a line between its first and its last year.
fn spark_row(context: &PageContext<'_>, series: &Series, room: usize) -> Option<Row> {
    let points = series.line();
    let ends = (points.first()?.0, points.last()?.0);
    let YearLine { values, full } = YearLine::of(series, ends);
    if values.is_empty() || values.len() + 12 > room {
        return None;
    }
    let mut row = Row::text(" ", Ink::Dim, format!("{} ", ends.0));
    row.pieces.push(Piece::Spark { values, full, ink: Ink::Result });
    let gaps = if context.lang == Lang::Zh { "   · 为没有数字的年份" } else { "   · no figure" };
    let gaps = if points.len() < usize::try_from(ends.1 - ends.0 + 1).unwrap_or(0) { gaps } else { "" };
    row.push(Ink::Dim, format!(" {}{gaps}", ends.1));
    Some(row)
}

fn year_row([year, target, result, difference]: &Cells, columns: Option<[usize; 4]>) -> Row {
    let [first, second, third, last] = columns.unwrap_or_default();
    let side = |role: Role, text: &str, cells: usize| {
        let mark = if text.is_empty() { " " } else { mark_of(role) };
        let blank = text.is_empty() && cells == 0;
        let gap = if blank { String::new() } else { format!("  {mark} ") };
        [Piece::Text(Ink::of(role), gap), Piece::Text(Ink::Plain, pad(text, cells))]
    };
    let mut row = Row::text(" ", Ink::Plain, pad(year, first));
    row.pieces.extend(side(Role::Target, target, second));
    row.pieces.extend(side(Role::Result, result, third));
    if !difference.is_empty() {
        row.push(Ink::Bold, format!("  {}", align(difference, last, Align::Right)));
    }
    row
}
