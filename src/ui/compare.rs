//! Result beside promise: one indicator a line, the difference where the scope is
//! the same, one dotted scale for each unit.

use super::bars::{draw_bar, mark_of};
use super::canvas::{Canvas, cells_of, counted};
use super::entries::opens;
use super::{numbers, picks};
use crate::app::{App, Group, Item, Line, Outline, Regions, unit_of};
use crate::pages::{Bar, Ink, margins, nice_ceiling, said_of};
use crate::report::{Alone, Figure, Gap, Pair, Quantity, Role, Scope, Side};
use crate::text::{Label, Lang, fit, width};

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

/// The most cells of place and year, and the least that they leave of a name.
const ORIGIN: u16 = 18;
const NAME: u16 = 12;

/// The columns, in cells from the left edge.
struct Grid {
    mark: u16,
    name: (u16, u16),
    /// The column of place and year where several reports are open, and its cells.
    origin: Option<(u16, u16)>,
    /// The columns behind the whole parts of result and promise.
    result: u16,
    target: u16,
    unit: u16,
    /// The column of the difference, and that behind the whole part of its amount.
    change: Option<(u16, u16)>,
    chart: Option<(u16, u16)>,
    right: u16,
    two_rows: bool,
}

/// What a pair shows in its columns.
struct Cells {
    result: Option<Quantity>,
    target: Option<Quantity>,
    gap: Option<Gap>,
}

impl Cells {
    fn of(app: &App, pair: &Pair) -> Self {
        let library = app.reading().library;
        let figure = |side: Option<Side>| side.and_then(|side| side.figure(library));
        let (result, target) = (figure(pair.result()), figure(pair.target()));
        // Both stand on the promise's scale, so that the digits compare.
        let like = |own: &Figure| target.filter(|target| target.unit() == own.unit()).unwrap_or(own).clone();
        let quantity = |own: &Figure| numbers::beside(app, own, &like(own));
        Self { result: result.map(quantity), target: target.map(quantity), gap: numbers::gap(app, pair) }
    }

    /// The unit of the line: the promise's, else the result's.
    fn unit(&self) -> &str {
        self.target.as_ref().or(self.result.as_ref()).map_or("", |quantity| &quantity.unit)
    }
}

/// Draws the pane; the cell of the selection.
pub(super) fn draw(app: &App, canvas: &mut Canvas<'_>, regions: &Regions) -> Option<(u16, u16)> {
    let outline = app.outline();
    let mut canvas = canvas.within(regions.list);
    let grid = Grid::of(app, &outline, (canvas.width(), regions.pair_rows() == 2));
    let lines = outline.columns.first()?;
    let cursor = app.cursor();
    let height = canvas.height();
    let mut at = None;
    for (y, index) in (0..height).zip(cursor.top..lines.len()) {
        let line = *lines.get(index)?;
        match line {
            Line::Heading(group) if y + 1 < height => grid.heading(app, &mut canvas, y, (group, &outline)),
            Line::Pair(..) | Line::Blank
                if y == 0 && index > 0 && height > 2 && (line != Line::Blank || !opens(lines, index + 1)) =>
            {
                if let Some(group) = outline.group_at(0, index) {
                    grid.heading(app, &mut canvas, y, (group, &outline));
                }
            }
            Line::Head => grid.head(app, &mut canvas, y),
            Line::Pair(place, row) => {
                let selected = place == cursor.selected;
                let first_of_unit = !matches!(lines.get(index.wrapping_sub(1)), Some(Line::Pair(..)));
                if let Some(pair) = pair_at(app, &outline, place) {
                    grid.pair(app, &mut canvas, (y, row), (pair, selected, first_of_unit));
                }
                if let Some(item) = outline.order.get(place).filter(|_| row == 0) {
                    picks::draw(app, &mut canvas, (grid.mark, y), (*item, selected));
                }
                if selected && row == 0 {
                    at = Some((grid.mark, regions.list.y + y));
                }
            }
            _ => {}
        }
    }
    if outline.order.is_empty() {
        let text = Label::new("没有这样的指标", "no such indicator").get(app.lang);
        canvas.text(grid.name.0, 2.min(height.saturating_sub(1)), Ink::Dim, text);
    }
    at
}

fn pair_at<'a>(app: &'a App, outline: &Outline, place: usize) -> Option<&'a Pair> {
    match outline.order.get(place)? {
        Item::Pair(at) => app.reading().joined.pairs.get(*at),
        Item::Entry(_) => None,
    }
}

/// Place and year of the report that a pair is from, where several are open.
fn origin_of(app: &App, pair: &Pair) -> Option<String> {
    let library = app.reading().library;
    library.origin(library.get(pair.lead()?.entry)?.report(), app.lang)
}

/// Whether the report has nothing at all to set beside the pairs of a group.
fn all_missing(app: &App, outline: &Outline, group: Group) -> bool {
    let of_group = outline.groups.iter().enumerate().filter(|(_, other)| **other == group);
    let mut alone = of_group.filter_map(|(place, _)| pair_at(app, outline, place)?.alone());
    alone.all(Alone::is_missing)
}

/// The name of a pair, and whether one of its figures is an estimate.
fn name_of(app: &App, pair: &Pair) -> String {
    let figures = [pair.result(), pair.target()].into_iter().flatten().filter_map(|side| side.figure(&app.library));
    let estimate = figures.map(|figure| numbers::estimated(app, figure)).find(|word| !word.is_empty());
    pair.name().get(app.lang).to_owned() + estimate.unwrap_or_default()
}

impl Grid {
    fn of(app: &App, outline: &Outline, (cells, two_rows): (u16, bool)) -> Self {
        let (mark, left) = margins(cells);
        let right = cells.saturating_sub(1);
        let pairs: Vec<&Pair> = (0..outline.order.len()).filter_map(|place| pair_at(app, outline, place)).collect();
        let shown: Vec<Cells> = pairs.iter().map(|pair| Cells::of(app, pair)).collect();
        let most = |of: &dyn Fn(&Cells) -> usize| counted(shown.iter().map(of).max().unwrap_or(0));
        let whole = |quantity: &Option<Quantity>| quantity.as_ref().map_or(1, |q| width(q.mark) + width(&q.whole));
        let fraction = |quantity: &Option<Quantity>| quantity.as_ref().map_or(0, |q| width(&q.fraction));
        let (result, result_rest) = (most(&|c| whole(&c.result)).max(6), most(&|c| fraction(&c.result)));
        let (target, target_rest) = (most(&|c| whole(&c.target)).max(6), most(&|c| fraction(&c.target)));
        let unit = most(&|c| width(c.unit()));
        let names = pairs.iter().map(|pair| width(&name_of(app, pair))).max().unwrap_or(0).min(name_budget(app.lang));
        let numbers = 2 + result + result_rest + 1 + target + target_rest + 1 + unit;
        let room = right.saturating_sub(left + if two_rows { 0 } else { numbers });
        let origins = pairs.iter().filter_map(|pair| origin_of(app, pair)).map(|origin| width(&origin)).max();
        let origins = origins.map(|cells| counted(cells).min(ORIGIN)).filter(|cells| cells + 2 + NAME <= room);
        let beside = origins.map_or(0, |cells| cells + 2);
        let name = counted(names).min(room - beside);
        let behind = left + name + beside;
        let point = if two_rows { left + 4 + result } else { behind + 2 + result };
        let second = point + result_rest + 1 + target;
        let unit_at = second + target_rest + 1;
        let mut grid = Self {
            mark,
            name: (left, name),
            origin: origins.map(|cells| (behind - cells, cells)),
            result: point,
            target: second,
            unit: unit_at,
            change: None,
            chart: None,
            right,
            two_rows,
        };
        grid.widen(
            app,
            unit_at + unit,
            most(&|c| c.gap.as_ref().map_or(0, |gap| width(gap.bound) + width(&gap.amount.whole))),
        );
        grid
    }

    /// Gives the difference and the chart what room is left behind the unit.
    fn widen(&mut self, app: &App, end: u16, whole: u16) {
        let word = cells_of(Label::new("低", "higher").get(app.lang)) + 1;
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

    /// What the columns are, and what the pane is narrowed to.
    fn head(&self, app: &App, canvas: &mut Canvas<'_>, y: u16) {
        let lang = app.lang;
        let year = app.reading().library.year();
        let mut words = vec![Label::new("指标", "Indicator").get(lang)];
        let contrast = app.contrast;
        words.extend((contrast.show != crate::app::Show::All).then(|| contrast.show.label().get(lang)));
        words.extend(contrast.section.and_then(|(report, at)| {
            Some(app.reading().library.reports().get(report)?.sections().get(at)?.name().get(lang))
        }));
        words.extend(contrast.by_difference.then(|| Label::new("按差额", "by difference").get(lang)));
        let text = words.join(" · ");
        let room = if self.two_rows { self.right - self.name.0 } else { self.result.saturating_sub(self.name.0 + 7) };
        let narrowed = words.len() > 1;
        canvas.text(self.name.0, y, Ink::Dim, &fit(&text, usize::from(room.max(12))));
        if narrowed && usize::from(room) < width(&text) || self.two_rows {
            return;
        }
        let sides = [
            (self.result, Role::Result, Label::new("结果", "was"), year.map(|year| year - 1)),
            (self.target, Role::Target, Label::new("目标", "goal"), year),
        ];
        for (end, role, side, year) in sides {
            let head = year.map_or_else(|| side.get(lang).to_owned(), |year| year.to_string());
            let x = canvas.text_to(end, y, Ink::Dim, &head);
            canvas.text(x.saturating_sub(2), y, Ink::of(role), mark_of(role));
        }
        if let Some((x, _)) = self.change {
            let text = match (year, lang) {
                (Some(year), Lang::Zh) => format!("{year} 比 {}", year - 1),
                (Some(year), Lang::En) => format!("{year} on {}", year - 1),
                (None, _) => Label::new("高低", "change").get(lang).to_owned(),
            };
            canvas.text(x, y, Ink::Dim, &text);
        }
        if let Some((x, _)) = self.chart {
            canvas.text(x, y, Ink::Dim, "0");
        }
    }

    fn heading(&self, app: &App, canvas: &mut Canvas<'_>, y: u16, (group, outline): (Group, &Outline)) {
        let lang = app.lang;
        let missing = all_missing(app, outline, group);
        let year = app.reading().library.year().filter(|_| missing);
        let text = match (group, year, lang) {
            (Group::Scope(Scope::Same), ..) => Scope::Same.label().get(lang).to_owned(),
            (Group::Scope(scope), _, Lang::Zh) => format!("{}，不相减", scope.label().get(lang)),
            (Group::Scope(scope), _, Lang::En) => format!("{}, not subtracted", scope.label().get(lang)),
            (Group::Promised, Some(year), Lang::Zh) => format!("本报告无 {} 年数字", year - 1),
            (Group::Promised, Some(year), Lang::En) => format!("no {} figure in this report", year - 1),
            (Group::Promised, None, _) if missing => {
                Label::new("没有对应的结果", "no result in the report").get(lang).to_owned()
            }
            (Group::Promised, None, _) => Label::new("没有可对照的结果", "no result to compare").get(lang).to_owned(),
            (_, Some(year), Lang::Zh) => format!("本报告无 {year} 年目标"),
            (_, Some(year), Lang::En) => format!("no {year} target in this report"),
            (_, None, _) if missing => Label::new("没有对应的目标", "no target in the report").get(lang).to_owned(),
            (_, None, _) => Label::new("没有可对照的目标", "no target to compare").get(lang).to_owned(),
        };
        let count = outline.groups.iter().filter(|other| **other == group).count();
        let mut capital = text.chars();
        let text: String = capital.next().into_iter().flat_map(char::to_uppercase).chain(capital).collect();
        let x = canvas.text(self.name.0, y, Ink::Bold, &text);
        let x = canvas.text(x + 2, y, Ink::Dim, &count.to_string());
        let trust = TRUST.get(lang);
        let space = usize::from(self.right.saturating_sub(x + 2));
        if group == Group::Scope(Scope::Same) && width(trust) <= space {
            canvas.text_to(self.right, y, Ink::Dim, trust);
        }
    }

    fn pair(
        &self,
        app: &App,
        canvas: &mut Canvas<'_>,
        (y, row): (u16, u16),
        (pair, selected, first): (&Pair, bool, bool),
    ) {
        let cells = Cells::of(app, pair);
        let mut end = self.name.0;
        if row == 0 {
            end = canvas.text(self.name.0, y, Ink::Plain, &fit(&name_of(app, pair), usize::from(self.name.1)));
            if let (Some((x, room)), Some(origin)) = (self.origin, origin_of(app, pair)) {
                end = canvas.text(x, y, Ink::Dim, &fit(&origin, usize::from(room)));
            }
        }
        if self.two_rows && row == 1 {
            end = self.second_row(app, canvas, y, (pair, &cells));
        } else if !self.two_rows {
            end = self.numbers(app, canvas, y, (pair, &cells)).max(end);
            self.change(app, canvas, y, (pair, &cells));
            if let Some((x, room)) = self.chart {
                draw_chart(app, canvas, (x, y, room), (pair, first));
            }
        }
        match row {
            _ if !selected => {}
            0 => canvas.select_row(y, self.mark, end),
            _ => canvas.select(y, self.name.0, end),
        }
    }

    /// Result, promise and unit; the column behind them.
    fn numbers(&self, app: &App, canvas: &mut Canvas<'_>, y: u16, (pair, cells): (&Pair, &Cells)) -> u16 {
        let mut put = |point: u16, quantity: &Option<Quantity>, side: Option<Side>, ink: Ink| {
            let words = side.and_then(|side| side.words(app.reading().library));
            match (quantity, words) {
                (Some(quantity), _) => {
                    canvas.text_to(point, y, ink, &format!("{}{}", quantity.mark, quantity.whole));
                    canvas.text(point, y, ink, &quantity.fraction);
                }
                (None, Some(words)) => {
                    let room = usize::from(self.right.saturating_sub(self.unit.min(self.right)));
                    canvas.text(self.unit, y, Ink::Dim, &fit(words.get(app.lang), room));
                    canvas.text_to(point, y, Ink::Target, "○");
                }
                (None, None) => {
                    canvas.text_to(point, y, Ink::Dim, "–");
                }
            }
        };
        put(self.result, &cells.result, pair.result(), Ink::Plain);
        put(self.target, &cells.target, pair.target(), Ink::Bold);
        if cells.target.is_none() && pair.target().is_some() {
            return self.unit;
        }
        canvas.text(self.unit, y, Ink::Plain, cells.unit()).max(self.unit)
    }

    /// In a narrow window, both numbers and the difference in running text; the column behind it.
    fn second_row(&self, app: &App, canvas: &mut Canvas<'_>, y: u16, (pair, cells): (&Pair, &Cells)) -> u16 {
        let mut x = self.name.0 + 2;
        for (role, quantity, side) in
            [(Role::Result, &cells.result, pair.result()), (Role::Target, &cells.target, pair.target())]
        {
            let words =
                side.and_then(|side| side.words(app.reading().library)).map(|words| words.get(app.lang).to_owned());
            if let Some(said) = quantity.as_ref().map(Quantity::number).or(words) {
                canvas.text(x, y, Ink::of(role), mark_of(role));
                x = canvas.text(x + 2, y, Ink::Plain, &said) + 2;
            }
        }
        x = canvas.text(x.saturating_sub(1), y, Ink::Plain, cells.unit());
        let Some(gap) = &cells.gap else {
            return x;
        };
        let said = format!("{} {}{}", gap.word.get(app.lang), gap.bound, gap.amount.line());
        if usize::from(x) + 2 + width(&said) <= usize::from(self.right) {
            x = canvas.text(x + 2, y, Ink::Plain, &said);
        }
        x
    }

    /// The difference as word and amount, or the reason of the scope.
    fn change(&self, app: &App, canvas: &mut Canvas<'_>, y: u16, (pair, cells): (&Pair, &Cells)) {
        let Some((x, point)) = self.change else {
            return;
        };
        if let Some(gap) = &cells.gap {
            canvas.text(x, y, Ink::Plain, gap.word.get(app.lang));
            canvas.text_to(point, y, Ink::Plain, &format!("{}{}", gap.bound, gap.amount.whole));
            let end = canvas.text(point, y, Ink::Plain, &gap.amount.fraction);
            canvas.text((point + 4).max(end + 1), y, Ink::Plain, &gap.amount.unit);
        } else if let Some(why) = pair.why() {
            let room = usize::from(self.right.saturating_sub(x));
            canvas.text(x, y, Ink::Dim, &fit(why.get(app.lang), room));
        } else if pair.scope().is_some() {
            let room = usize::from(self.right.saturating_sub(x));
            canvas.text(x, y, Ink::Dim, &fit(&said_of(&app.reading(), pair), room));
        }
    }
}

/// The two sentences that keep trust.
const TRUST: Label = Label::new(
    "只有口径相同才相减；报告不含完成状态",
    "only same-scope figures are subtracted; no completion status given",
);

/// Result and promise on the dotted scale of their unit, whose end is named once.
fn draw_chart(app: &App, canvas: &mut Canvas<'_>, (x, y, cells): (u16, u16, u16), (pair, first): (&Pair, bool)) {
    let value = |side: Option<Side>| Some(side?.figure(app.reading().library)?.value());
    let (Some(Scope::Same), Some(result), Some(target)) = (pair.scope(), value(pair.result()), value(pair.target()))
    else {
        return;
    };
    let full = scale_of(app, pair);
    draw_bar(canvas, x, y, Bar::Pair { result: Some(result), target: Some(target), full }, cells);
    if let Some(figure) = pair.target().and_then(|side| side.figure(app.reading().library)).filter(|_| first) {
        let end = numbers::quantity(app, &figure.with_amount(full));
        // The unit is shown whole or not at all; the row names it too.
        let room = usize::from(canvas.width().saturating_sub(x + cells + 1));
        let end = if width(&end.line()) <= room { end.line() } else { end.number() };
        canvas.text(x + cells + 1, y, Ink::Dim, &end);
    }
}

/// The end of the scale of a pair's unit.
fn scale_of(app: &App, pair: &Pair) -> f64 {
    let unit = unit_of(app.reading().library, pair);
    let same = app
        .joined
        .pairs
        .iter()
        .filter(|other| other.scope() == Some(Scope::Same) && unit_of(app.reading().library, other) == unit);
    let values = same
        .flat_map(|pair| [pair.result(), pair.target()])
        .filter_map(|side| Some(side?.figure(app.reading().library)?.value()));
    nice_ceiling(values.fold(0.0, f64::max))
}
