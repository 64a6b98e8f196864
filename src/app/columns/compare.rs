//! The columns of the Compare pane, and the scales of its charts.

use crate::app::unit_of;
use crate::library::{Gap, Pair, Side};
use crate::pages::{PageContext, margins, nice_ceiling};
use crate::report::{Figure, Quantity, Scope};
use crate::text::{Label, Lang, cells_of, counted, width};

/// The most cells a name takes: the length budget of titles.
const fn name_budget(lang: Lang) -> usize {
    match lang {
        Lang::Zh => 24,
        Lang::En => 30,
    }
}

/// The least cells of a chart, and the most.
const CHART: (u16, u16) = (12, 44);
/// The cells of the unit at the end of a scale.
const END: u16 = 9;

/// The columns, in cells from the left edge.
#[derive(Clone, Debug, PartialEq)]
pub struct CompareColumns {
    pub(crate) mark: u16,
    pub(crate) name: (u16, u16),
    /// The columns behind the whole parts of result and promise.
    pub(crate) result: u16,
    pub(crate) target: u16,
    pub(crate) unit: u16,
    /// The column of the difference, and that behind the whole part of its amount.
    pub(crate) change: Option<(u16, u16)>,
    pub(crate) chart: Option<(u16, u16)>,
    pub(crate) right: u16,
    pub(crate) two_rows: bool,
    /// The units whose pairs share a scale, each with the value at its end.
    scales: Vec<(String, f64)>,
}

impl CompareColumns {
    /// The columns for the pairs that are listed, in a region of `cells` cells.
    pub(in crate::app) fn of(context: &PageContext<'_>, pairs: &[&Pair], (cells, two_rows): (u16, bool)) -> Self {
        let (mark, left) = margins(cells);
        let right = cells.saturating_sub(1);
        let shown: Vec<PairCells> = pairs.iter().map(|pair| PairCells::of(context, pair)).collect();
        let most = |of: &dyn Fn(&PairCells) -> usize| counted(shown.iter().map(of).max().unwrap_or(0));
        let whole = |quantity: &Option<Quantity>| quantity.as_ref().map_or(1, |q| width(q.mark) + width(&q.whole));
        let fraction = |quantity: &Option<Quantity>| quantity.as_ref().map_or(0, |q| width(&q.fraction));
        let (result, result_rest) = (most(&|c| whole(&c.result)).max(6), most(&|c| fraction(&c.result)));
        let (target, target_rest) = (most(&|c| whole(&c.target)).max(6), most(&|c| fraction(&c.target)));
        let unit = most(&|c| width(c.unit()));
        let names =
            pairs.iter().map(|pair| width(&name_of(context, pair))).max().unwrap_or(0).min(name_budget(context.lang));
        let numbers = 2 + result + result_rest + 1 + target + target_rest + 1 + unit;
        let room = right.saturating_sub(left + if two_rows { 0 } else { numbers });
        let name = counted(names).min(room);
        let point = if two_rows { left + 4 + result } else { left + name + 2 + result };
        let second = point + result_rest + 1 + target;
        let unit_at = second + target_rest + 1;
        let mut grid = Self {
            mark,
            name: (left, name),
            result: point,
            target: second,
            unit: unit_at,
            change: None,
            chart: None,
            right,
            two_rows,
            scales: scales(context),
        };
        grid.widen(
            context.lang,
            unit_at + unit,
            most(&|c| c.gap.as_ref().map_or(0, |gap| width(gap.bound) + width(&gap.amount.whole))),
        );
        grid
    }

    /// Gives the difference and the chart what room is left behind the unit.
    fn widen(&mut self, lang: Lang, end: u16, whole: u16) {
        let word = cells_of(Label::new("低", "higher").get(lang)) + 1;
        let change = end + 2;
        let point = change + word + whole;
        // The amount, its fraction and its unit.
        let change_end = point + 3 + 1 + 6;
        if self.two_rows || change_end > self.right {
            return;
        }
        self.change = Some((change, point));
        let chart = change_end + 2;
        let cells = self.right.saturating_sub(chart + END).min(CHART.1);
        self.chart = (cells >= CHART.0).then_some((chart, cells));
    }

    /// The end of the scale of a unit.
    pub(crate) fn scale_of(&self, unit: &str) -> f64 {
        self.scales.iter().find(|(known, _)| known == unit).map_or(1.0, |(_, end)| *end)
    }
}

/// The units of the pairs of one scope, each with the end of its scale.
fn scales(context: &PageContext<'_>) -> Vec<(String, f64)> {
    let mut most: Vec<(String, f64)> = Vec::new();
    for pair in context.pairs.all().iter().filter(|pair| pair.scope() == Some(Scope::Same)) {
        let Some(unit) = unit_of(context.library, pair) else {
            continue;
        };
        let sides = [pair.result(), pair.target()].into_iter().flatten();
        let value = sides.filter_map(|side| Some(side.figure(context.library)?.value())).fold(0.0, f64::max);
        match most.iter_mut().find(|(known, _)| known == unit) {
            Some((_, known)) => *known = known.max(value),
            None => most.push((unit.to_owned(), value)),
        }
    }
    most.into_iter().map(|(unit, value)| (unit, nice_ceiling(value))).collect()
}

/// What a pair shows in its columns.
pub(crate) struct PairCells {
    pub(crate) result: Option<Quantity>,
    pub(crate) target: Option<Quantity>,
    pub(crate) gap: Option<Gap>,
}

impl PairCells {
    pub(crate) fn of(context: &PageContext<'_>, pair: &Pair) -> Self {
        let library = context.library;
        let figure = |side: Option<Side>| side.and_then(|side| side.figure(library));
        let (result, target) = (figure(pair.result()), figure(pair.target()));
        // Both stand on the promise's scale, so that the digits compare.
        let like = |own: &Figure| target.filter(|target| target.unit() == own.unit()).unwrap_or(own).clone();
        let quantity = |own: &Figure| context.beside(own, &like(own));
        Self { result: result.map(quantity), target: target.map(quantity), gap: context.gap(pair) }
    }

    /// The unit of the line: the promise's, else the result's.
    pub(crate) fn unit(&self) -> &str {
        self.target.as_ref().or(self.result.as_ref()).map_or("", |quantity| &quantity.unit)
    }
}

/// The name of a pair, and whether one of its figures is an estimate.
pub(crate) fn name_of(context: &PageContext<'_>, pair: &Pair) -> String {
    let figures = [pair.result(), pair.target()].into_iter().flatten().filter_map(|side| side.figure(context.library));
    let estimate = figures.map(|figure| context.estimated(figure)).find(|word| !word.is_empty());
    pair.name().get(context.lang).to_owned() + estimate.unwrap_or_default()
}
