//! The columns of the places of a year: name, value, and one scale that all of a unit share.

use crate::app::looks::drawable;
use crate::app::places_view::{PlaceRow, PlacesView};
use crate::pages::{PageContext, margins, power_of_ten};
use crate::report::Figure;
use crate::text::{Lang, counted, fit, width, wrap};

/// The most cells of a name, and of words in the place of a value.
const NAME: (usize, usize) = (24, 30);
/// The fewest cells of a scale, and the most.
const SCALE: (u16, u16) = (12, 72);
/// About as many steps as a scale has.
const STEPS: f64 = 6.0;

/// What one place shows.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct PlaceCells {
    pub(crate) name: String,
    /// Mark, number and `e` behind an estimate; with its unit where that is not the one of the scale.
    pub(crate) value: String,
    /// Words in the place of a number.
    pub(crate) words: String,
    /// Both ends of what stands on the scale.
    pub(crate) ends: Option<(f64, f64)>,
}

/// The scale: its ends and its steps.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Scale {
    pub(crate) low: f64,
    pub(crate) high: f64,
    /// The values at the steps, as they are written.
    pub(crate) steps: Vec<(f64, String)>,
    pub(crate) unit: String,
}

/// All rows of the view and where they stand.
#[derive(Clone, Debug, PartialEq)]
pub struct PlacesTable {
    pub(crate) rows: Vec<PlaceCells>,
    pub(crate) mark: u16,
    pub(crate) name: (u16, u16),
    /// The column behind the whole part of the values, or of the first end of a range.
    pub(crate) point: u16,
    /// Where the values end.
    pub(crate) value: u16,
    /// Where the scale begins, and its cells.
    pub(crate) chart: Option<(u16, u16)>,
    pub(crate) scale: Option<Scale>,
    /// The lines that name the places without a word of it, a blank one before them.
    pub(crate) silent: Vec<String>,
    pub(crate) right: u16,
}

impl PlacesTable {
    /// The table of a view in a region of `cells` cells.
    pub(in crate::app) fn of(context: &PageContext<'_>, places: &PlacesView, cells: u16) -> Self {
        let (mark, left) = margins(cells);
        let right = cells.saturating_sub(1);
        let figures = places.rows.iter().filter(|row| row.on_scale).filter_map(|row| row.point.figure());
        let largest = figures.max_by(|a, b| top_of(a).abs().total_cmp(&top_of(b).abs()));
        let rows: Vec<PlaceCells> = places.rows.iter().map(|row| PlaceCells::of(context, row, largest)).collect();
        let most = |of: &dyn Fn(&PlaceCells) -> usize| counted(rows.iter().map(of).max().unwrap_or(0));
        let budget = if context.lang == Lang::Zh { NAME.0 } else { NAME.1 };
        let (whole, rest) = (most(&|row| width(row.parts().0)), most(&|row| width(row.parts().1)));
        let value = whole + rest;
        let room = right.saturating_sub(left + 2 + value);
        let name = most(&|row| width(&row.name).min(budget)).min(room);
        let value_end = left + name + 2 + value;
        let ends: Vec<(f64, f64)> = rows.iter().filter_map(|row| row.ends).collect();
        let scale = largest.and_then(|largest| Scale::of(context, &ends, largest));
        let unit = scale.as_ref().map_or(0, |scale| counted(width(&scale.unit)));
        let chart = value_end + 2;
        let chart_cells = right.saturating_sub(chart + unit + 1).min(SCALE.1);
        let silent = silent_lines(context, places, usize::from(right.saturating_sub(left)));
        Self {
            rows,
            mark,
            name: (left, name),
            point: value_end - rest,
            value: value_end,
            chart: (chart_cells >= SCALE.0).then_some((chart, chart_cells)),
            scale,
            silent,
            right,
        }
    }

    /// The cell of a value on the scale.
    pub(crate) fn cell(&self, value: f64) -> Option<u16> {
        let ((x, cells), scale) = self.chart.zip(self.scale.as_ref())?;
        let share = (value - scale.low) / (scale.high - scale.low);
        let place = share * f64::from(cells - 1);
        let cell = (0..cells).min_by(|a, b| (f64::from(*a) - place).abs().total_cmp(&(f64::from(*b) - place).abs()))?;
        Some(x + cell)
    }
}

fn top_of(figure: &Figure) -> f64 {
    figure.upper().unwrap_or_else(|| figure.value())
}

impl PlaceCells {
    /// The value up to its decimal point, or to the dash of a range, and the rest.
    pub(crate) fn parts(&self) -> (&str, &str) {
        let at = self.value.find(['.', '–', ' ']).unwrap_or(self.value.len());
        self.value.split_at_checked(at).unwrap_or((&self.value, ""))
    }

    fn of(context: &PageContext<'_>, row: &PlaceRow, largest: Option<&Figure>) -> Self {
        let name = drawable(context, row.place.name.get(context.lang));
        let Some(figure) = row.point.figure() else {
            let words = row.point.words().map_or("", |words| words.get(context.lang));
            return Self { name, value: String::new(), words: drawable(context, words), ends: None };
        };
        let estimate = if figure.estimate() { "e" } else { "" };
        let like = largest.filter(|_| row.on_scale);
        let value = match like {
            Some(like) => context.beside(figure, like).number() + estimate,
            None => context.quantity(figure).line() + estimate,
        };
        let ends = row.on_scale.then(|| (figure.value(), top_of(figure)));
        Self { name, value, words: String::new(), ends }
    }
}

impl Scale {
    /// A scale with round steps from the least to the greatest value.
    fn of(context: &PageContext<'_>, ends: &[(f64, f64)], largest: &Figure) -> Option<Self> {
        let low = ends.iter().map(|ends| ends.0).min_by(f64::total_cmp)?;
        let high = ends.iter().map(|ends| ends.1).max_by(f64::total_cmp)?;
        let step = round_step((high - low) / STEPS, high.abs().max(low.abs()));
        let (first, last) = ((low / step).floor(), (high / step).ceil());
        // One value alone stands between a step below and one above it.
        let (first, last) = if first.total_cmp(&last).is_eq() { (first - 1.0, last + 1.0) } else { (first, last) };
        let written = |value: f64| context.beside(&largest.with_amount(value), largest).number();
        let mut steps = Vec::new();
        let mut at = first;
        while at <= last && steps.len() < 16 {
            // 0.1 times 3 is not 0.3.
            let value = (at * step * 1e6).round() / 1e6;
            steps.push((value, written(value)));
            at += 1.0;
        }
        let unit = context.beside(largest, largest).unit;
        Some(Self { low: first * step, high: last * step, steps, unit })
    }
}

/// 1, 2 or 5 times a power of ten, not below `least`; a tenth of `size` where all values are one.
fn round_step(least: f64, size: f64) -> f64 {
    let least = if least > 0.0 { least } else { size.max(1.0) / 10.0 };
    let power = power_of_ten(least);
    [1.0, 2.0, 5.0, 10.0]
        .into_iter()
        .map(|digit| digit * power)
        .find(|step| *step >= least * 0.999_999)
        .unwrap_or(power)
}

/// The places whose report says nothing of it, by name.
fn silent_lines(context: &PageContext<'_>, places: &PlacesView, room: usize) -> Vec<String> {
    if places.silent.is_empty() {
        return Vec::new();
    }
    let names: Vec<String> =
        places.silent.iter().map(|place| drawable(context, place.name.get(context.lang))).collect();
    let count = names.len();
    let text = match context.lang {
        Lang::Zh => format!("没有提到（{count}）：{}", names.join("、")),
        Lang::En => format!("Not mentioned ({count}): {}", names.join(", ")),
    };
    let lines = wrap(&text, room);
    std::iter::once(String::new()).chain(lines.into_iter().map(|line| fit(&line, room))).collect()
}

#[cfg(test)]
mod tests {
    use super::round_step;

    #[test]
    fn steps_are_round() {
        for (least, size, step) in
            [(0.4, 7.0, 0.5), (0.5, 7.0, 0.5), (1.2, 9.0, 2.0), (30.0, 200.0, 50.0), (0.0, 5.0, 0.5)]
        {
            assert!((round_step(least, size) - step).abs() < 1e-9, "{least} {size} {}", round_step(least, size));
        }
    }
}
