//! Result beside promise: one indicator a line, the difference where the scope is
//! the same, one dotted scale for each unit.

use super::bars::{draw_bar, mark_of};
use super::canvas::Canvas;
use super::entries::opens;
use super::picks;
use crate::app::{App, Columns, CompareColumns, Group, Item, Line, ListLayout, PairCells, Regions, name_of, unit_of};
use crate::library::{Alone, Pair, Side};
use crate::pages::{Bar, Ink, said_of};
use crate::report::{Quantity, Role, Scope};
use crate::text::{Label, Lang, fit, width};

/// Draws the pane; the cell of the selection.
pub(super) fn draw(app: &App, canvas: &mut Canvas<'_>, regions: &Regions) -> Option<(u16, u16)> {
    let layout = app.layout();
    let mut canvas = canvas.within(regions.list);
    let Columns::Compare(grid) = &layout.grid else {
        return None;
    };
    let lines = layout.columns.first()?;
    let cursor = app.cursor();
    let height = canvas.height();
    let mut at = None;
    for (y, index) in (0..height).zip(cursor.top..lines.len()) {
        let line = *lines.get(index)?;
        match line {
            Line::Heading(group) if y + 1 < height => grid.heading(app, &mut canvas, y, (group, &layout)),
            Line::Pair(..) | Line::Blank
                if y == 0 && index > 0 && height > 2 && (line != Line::Blank || !opens(lines, index + 1)) =>
            {
                if let Some(group) = layout.group_at(0, index) {
                    grid.heading(app, &mut canvas, y, (group, &layout));
                }
            }
            Line::Head => grid.head(app, &mut canvas, y),
            Line::Pair(place, row) => {
                let selected = place == cursor.selected;
                let first_of_unit = !matches!(lines.get(index.wrapping_sub(1)), Some(Line::Pair(..)));
                if let Some(pair) = pair_at(app, &layout, place) {
                    grid.pair(app, &mut canvas, (y, row), (pair, selected, first_of_unit));
                }
                if let Some(item) = layout.order.get(place).filter(|_| row == 0) {
                    picks::draw(app, &mut canvas, (grid.mark, y), (*item, selected));
                }
                if selected && row == 0 {
                    at = Some((grid.mark, regions.list.y + y));
                }
            }
            _ => {}
        }
    }
    if layout.order.is_empty() {
        let text = Label::new("没有这样的指标", "no such indicator").get(app.lang);
        canvas.text(grid.name.0, 2.min(height.saturating_sub(1)), Ink::Dim, text);
    }
    at
}

fn pair_at<'a>(app: &'a App, layout: &ListLayout, place: usize) -> Option<&'a Pair> {
    match layout.order.get(place)? {
        Item::Pair(at) => app.context().pairs.get(*at),
        _ => None,
    }
}

/// Whether the report has nothing at all to set beside the pairs of a group.
fn all_missing(app: &App, layout: &ListLayout, group: Group) -> bool {
    let of_group = layout.groups.iter().enumerate().filter(|(_, other)| **other == group);
    let mut alone = of_group.filter_map(|(place, _)| pair_at(app, layout, place)?.alone());
    alone.all(Alone::is_missing)
}

impl CompareColumns {
    /// What the columns are, and what the pane is narrowed to.
    fn head(&self, app: &App, canvas: &mut Canvas<'_>, y: u16) {
        let lang = app.lang;
        let year = app.context().year();
        let mut words = vec![Label::new("指标", "Indicator").get(lang)];
        let compare_filter = app.compare_filter;
        words.extend((compare_filter.show != crate::app::Show::All).then(|| compare_filter.show.label().get(lang)));
        words.extend(
            compare_filter.section.and_then(|at| Some(app.context().report()?.sections().get(at)?.name().get(lang))),
        );
        words.extend(compare_filter.by_difference.then(|| Label::new("按差额", "by difference").get(lang)));
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

    fn heading(&self, app: &App, canvas: &mut Canvas<'_>, y: u16, (group, layout): (Group, &ListLayout)) {
        let lang = app.lang;
        let missing = all_missing(app, layout, group);
        let year = app.context().year().filter(|_| missing);
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
        let count = layout.count_of(group);
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
        let cells = PairCells::of(&app.context(), pair);
        let mut end = self.name.0;
        if row == 0 {
            end =
                canvas.text(self.name.0, y, Ink::Plain, &fit(&name_of(&app.context(), pair), usize::from(self.name.1)));
        }
        if self.two_rows && row == 1 {
            end = self.second_row(app, canvas, y, (pair, &cells));
        } else if !self.two_rows {
            end = self.numbers(app, canvas, y, (pair, &cells)).max(end);
            // Words in the place of a number take the columns behind it.
            let worded = [pair.result(), pair.target()]
                .into_iter()
                .flatten()
                .any(|side| side.words(app.context().library).is_some());
            if !worded {
                self.change(app, canvas, y, (pair, &cells));
            }
            if let Some((x, room)) = self.chart.filter(|_| cells.gap.is_some()) {
                self.draw_chart(app, canvas, (x, y, room), (pair, first));
            }
        }
        match row {
            _ if !selected => {}
            0 => canvas.select_row(y, self.mark, end),
            _ => canvas.select(y, self.name.0, end),
        }
    }

    /// Result, promise and unit; the column behind them.
    fn numbers(&self, app: &App, canvas: &mut Canvas<'_>, y: u16, (pair, cells): (&Pair, &PairCells)) -> u16 {
        let mut put = |point: u16, quantity: &Option<Quantity>, side: Option<Side>, ink: Ink| {
            let words = side.and_then(|side| side.words(app.context().library));
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
    fn second_row(&self, app: &App, canvas: &mut Canvas<'_>, y: u16, (pair, cells): (&Pair, &PairCells)) -> u16 {
        let mut x = self.name.0 + 2;
        for (role, quantity, side) in
            [(Role::Result, &cells.result, pair.result()), (Role::Target, &cells.target, pair.target())]
        {
            let words =
                side.and_then(|side| side.words(app.context().library)).map(|words| words.get(app.lang).to_owned());
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
    fn change(&self, app: &App, canvas: &mut Canvas<'_>, y: u16, (pair, cells): (&Pair, &PairCells)) {
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
            canvas.text(x, y, Ink::Dim, &fit(&said_of(&app.context(), pair), room));
        }
    }

    /// Result and promise on the dotted scale of their unit, whose end is named once.
    fn draw_chart(
        &self,
        app: &App,
        canvas: &mut Canvas<'_>,
        (x, y, cells): (u16, u16, u16),
        (pair, first): (&Pair, bool),
    ) {
        let value = |side: Option<Side>| Some(side?.figure(app.context().library)?.value());
        let (Some(Scope::Same), Some(result), Some(target)) =
            (pair.scope(), value(pair.result()), value(pair.target()))
        else {
            return;
        };
        let full = unit_of(app.context().library, pair).map_or(1.0, |unit| self.scale_of(unit));
        draw_bar(canvas, x, y, Bar::Pair { result: Some(result), target: Some(target), full }, cells);
        if let Some(figure) = pair.target().and_then(|side| side.figure(app.context().library)).filter(|_| first) {
            let end = app.context().quantity(&figure.with_amount(full));
            // The unit is shown whole or not at all; the row names it too.
            let room = usize::from(canvas.width().saturating_sub(x + cells + 1));
            let end = if width(&end.line()) <= room { end.line() } else { end.number() };
            canvas.text(x + cells + 1, y, Ink::Dim, &end);
        }
    }
}

/// The two sentences that keep trust.
const TRUST: Label = Label::new(
    "只有口径相同才相减；报告不含完成状态",
    "only same-scope figures are subtracted; no completion status given",
);
