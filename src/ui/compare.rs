//! Result beside promise: one indicator a line, the signed difference where the scope is
//! the same, one dotted scale for each unit.

use super::bars::{draw_bar, mark_of};
use super::canvas::Canvas;
use super::entries::opens;
use super::picks;
use crate::app::{
    App, Columns, CompareColumns, Group, Item, Line, ListLayout, PairCells, PairForm, Regions, Running, Written,
    has_words, name_of, reason_of, side_of, tight_unit, unit_of,
};
use crate::library::{Alone, Pair, Side};
use crate::pages::{Bar, Ink};
use crate::report::{Quantity, Role, Scope};
use crate::text::{Label, Lang, cells_of, counted, fit, width};

/// Draws the pane; the cell of the selection.
pub(super) fn draw(app: &App, canvas: &mut Canvas<'_>, regions: &Regions) -> Option<(u16, u16)> {
    let layout = app.layout();
    let Columns::Compare(grid) = &layout.grid else {
        return None;
    };
    let lines = layout.columns.first()?;
    let cursor = app.cursor();
    if let Some(head) = regions.head.filter(|_| !layout.order.is_empty()) {
        let sight = lines.iter().skip(cursor.top).take(usize::from(regions.list.height));
        let mut pairs = sight.filter_map(|line| pair_at(app, &layout, line.at()?));
        // An axis without a chart would measure nothing.
        let charted = pairs.any(|pair| pair.difference().is_some());
        grid.head(app, &mut canvas.within(head), charted);
    }
    let mut canvas = canvas.within(regions.list);
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
    /// What the columns are; it stays while the pairs scroll.
    fn head(&self, app: &App, canvas: &mut Canvas<'_>, charted: bool) {
        let lang = app.lang;
        let title = Label::new("指标", "Indicator").get(lang);
        let year = app.context().year();
        let (result, target, gap) = match self.form {
            PairForm::Table => (self.result, self.target, 1),
            PairForm::Tight => {
                let ends = self.tight_head();
                (ends.0, ends.1, 0)
            }
            PairForm::TwoRows => {
                canvas.text(self.name.0, 0, Ink::Dim, title);
                return;
            }
        };
        let sides = [(target, Role::Target, year), (result, Role::Result, year.map(|year| year - 1))];
        let mut first = self.right;
        for (end, role, year) in sides {
            let head = year.map_or_else(|| side_of(role).get(lang).to_owned(), |year| year.to_string());
            first = canvas.text_to(end, 0, Ink::Dim, &head).saturating_sub(1 + gap);
            canvas.text(first, 0, Ink::of(role), mark_of(role));
        }
        if self.name.0 + cells_of(title) < first {
            canvas.text(self.name.0, 0, Ink::Dim, title);
        }
        self.head_of_change(app, canvas, year);
        if let Some((x, _)) = self.chart.filter(|_| charted) {
            canvas.text(x, 0, Ink::Dim, "0");
        }
    }

    /// The head of the differences, as long as there is room for it.
    fn head_of_change(&self, app: &App, canvas: &mut Canvas<'_>, year: Option<i32>) {
        let lang = app.lang;
        let short = Label::new("变化", "Change").get(lang);
        if self.change == self.change_from {
            return;
        }
        if self.form == PairForm::Tight {
            canvas.text_to(self.right, 0, Ink::Dim, if lang == Lang::Zh { short } else { "+/−" });
            return;
        }
        let full = match (year, lang) {
            (Some(year), Lang::Zh) => format!("{year} 比 {}", year - 1),
            (Some(year), Lang::En) => format!("{year} against {}", year - 1),
            (None, _) => short.to_owned(),
        };
        let end = self.change_unit.map_or(self.change, |unit| unit + 2);
        let limit = self.chart.map_or(self.right, |(x, _)| x.saturating_sub(2));
        for text in [full.as_str(), short] {
            let cells = cells_of(text);
            if self.change_from + cells <= limit {
                canvas.text(self.change_from, 0, Ink::Dim, text);
                return;
            }
            // There is no head over the units: it may begin there.
            if end.saturating_sub(cells) >= self.target + 2 {
                canvas.text_to(end, 0, Ink::Dim, text);
                return;
            }
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
        // Where the end of the first scale stands in this row, the sentence ends before it.
        let end = match self.chart {
            Some((from, cells)) if self.ends_above => (from + cells).saturating_sub(END + 2),
            _ => self.right,
        };
        let room = usize::from(end.saturating_sub(x + 2));
        let trust = TRUST.iter().map(|trust| trust.get(lang)).find(|trust| width(trust) <= room);
        if let Some(trust) = trust.filter(|_| group == Group::Scope(Scope::Same)) {
            canvas.text_to(end, y, Ink::Plain, trust);
        }
    }

    fn pair(
        &self,
        app: &App,
        canvas: &mut Canvas<'_>,
        (y, row): (u16, u16),
        (pair, selected, first): (&Pair, bool, bool),
    ) {
        let context = app.context();
        let cells = PairCells::of(&context, pair);
        let written = self.written(&context, pair, &cells);
        if let Some(line) = row.checked_sub(written.rows()) {
            let reason = self.reason_below(&context, pair);
            canvas.text(self.name.0 + 2, y, Ink::Plain, reason.get(usize::from(line)).map_or("", String::as_str));
            return;
        }
        let last = row + 1 == written.rows();
        let Written { form, name, rest, running } = written;
        let end = match (form, row) {
            (PairForm::TwoRows, 0) => canvas.text(self.name.0, y, Ink::Plain, &name),
            (_, 1) if !rest.is_empty() => {
                let x = self.name.0 + 2;
                canvas.text(x, y, Ink::Plain, &fit(&rest, usize::from(self.right.saturating_sub(x))))
            }
            (PairForm::TwoRows, _) => running.map_or(self.name.0, |running| match &running.change {
                Some(change) if running.below && last => canvas.text(self.name.0 + 2, y, Ink::Plain, change),
                _ => self.numbers_below(canvas, y, (&running, cells.unit())),
            }),
            (PairForm::Tight, _) => self.tight_row(app, canvas, y, (pair, &cells)),
            (PairForm::Table, _) => {
                let end = self.numbers(app, canvas, y, (pair, &cells));
                canvas.text(self.name.0, y, Ink::Plain, &name);
                if !has_words(&context, pair) {
                    self.change(app, canvas, y, (pair, &cells));
                }
                if let Some((x, room)) = self.chart.filter(|_| cells.gap.is_some()) {
                    self.draw_chart(app, canvas, (x, y, room), (pair, first));
                }
                end
            }
        };
        match row {
            _ if !selected => {}
            0 => canvas.select_row(y, self.mark, end),
            _ => canvas.select(y, self.name.0, end),
        }
    }

    /// The name with all the room before `end`; the column behind it.
    fn name(&self, app: &App, canvas: &mut Canvas<'_>, y: u16, (pair, end): (&Pair, u16)) -> u16 {
        let room = usize::from(end.saturating_sub(self.name.0));
        canvas.text(self.name.0, y, Ink::Plain, &fit(&name_of(&app.context(), pair), room))
    }

    /// Result, promise and unit; the column behind them.
    fn numbers(&self, app: &App, canvas: &mut Canvas<'_>, y: u16, (pair, cells): (&Pair, &PairCells)) -> u16 {
        let parts = self.parts(cells);
        let words = |side: Option<Side>| side.and_then(|side| side.words(app.context().library));
        let mut put = |end: u16, fraction: u16, quantity: &Option<Quantity>, ink: Ink| {
            let Some(quantity) = quantity else {
                return canvas.text_to(end, y, Ink::Dim, "–");
            };
            let point = end.saturating_sub(fraction);
            canvas.text(point, y, ink, &quantity.fraction);
            canvas.text_to(point, y, ink, &format!("{}{}", quantity.mark, quantity.whole))
        };
        let said = words(pair.target()).filter(|_| cells.target.is_none()).map(|words| words.get(app.lang));
        if let Some(said) = self.long_words(&app.context(), pair, cells) {
            let x = self.words_from(&said);
            canvas.text(x, y, Ink::Plain, &fit(&said, usize::from(self.right - x)));
            return self.right;
        }
        put(self.result, parts.result.fraction, &cells.result, Ink::Plain);
        let end = if let Some(said) = said {
            let room = usize::from(self.right.saturating_sub(self.words));
            canvas.text(self.words, y, Ink::Plain, &fit(said, room))
        } else {
            put(self.target, parts.target.fraction, &cells.target, Ink::Bold);
            canvas.text(self.unit, y, Ink::Plain, cells.unit()).max(self.unit)
        };
        if let Some(said) = words(pair.result()).filter(|_| cells.result.is_none()) {
            let room = usize::from(self.right.saturating_sub(self.reason));
            canvas.text(self.reason, y, Ink::Plain, &fit(said.get(app.lang), room));
        }
        end
    }

    /// In a narrow window: name, result, promise with its unit, difference, each flush right.
    fn tight_row(&self, app: &App, canvas: &mut Canvas<'_>, y: u16, (pair, cells): (&Pair, &PairCells)) -> u16 {
        let (result, target, change) = self.tight(cells);
        let (unit, unit_cells) = tight_unit(cells);
        if let Some(gap) = &cells.gap {
            canvas.text_to(change, y, Ink::Plain, &gap.signed.number());
        }
        let words = pair.target().and_then(|side| side.words(app.context().library));
        let (first, end) = if let (None, Some(words)) = (&cells.target, words) {
            (canvas.text_to(self.right, y, Ink::Plain, words.get(app.lang)), self.right)
        } else if let Some(number) = cells.alone() {
            // The heading of its group says that there is no other one.
            canvas.text_to(self.right, y, Ink::Plain, &unit);
            let ink = if cells.target.is_some() { Ink::Bold } else { Ink::Plain };
            (canvas.text_to(self.right.saturating_sub(unit_cells), y, ink, &number), self.right)
        } else {
            let number = |quantity: &Option<Quantity>| quantity.as_ref().map_or_else(String::new, Quantity::number);
            canvas.text_to(target, y, Ink::Plain, &unit);
            canvas.text_to(target.saturating_sub(unit_cells), y, Ink::Bold, &number(&cells.target));
            (canvas.text_to(result, y, Ink::Plain, &number(&cells.result)), target)
        };
        self.name(app, canvas, y, (pair, first.saturating_sub(1))).max(end)
    }

    /// In a narrow window, both numbers and the difference in running text; the column behind it.
    fn numbers_below(&self, canvas: &mut Canvas<'_>, y: u16, (running, unit): (&Running, &str)) -> u16 {
        let mut x = self.name.0 + 2;
        for (at, (role, said)) in running.sides.iter().enumerate() {
            if at > 0 {
                x += counted(running.gap);
            }
            canvas.text(x, y, Ink::of(*role), mark_of(*role));
            x = canvas.text(x + 2, y, Ink::Plain, &fit(said, usize::from(self.right.saturating_sub(x + 2))));
        }
        if !unit.is_empty() {
            x = canvas.text(x + 1, y, Ink::Plain, unit);
        }
        let change = running.change.as_ref().filter(|_| !running.below);
        change.map_or(x, |change| canvas.text(x + counted(running.gap), y, Ink::Plain, change))
    }

    /// The difference, or the reason of the scope where it has room: a caveat is whole here, or in a row of its own.
    fn change(&self, app: &App, canvas: &mut Canvas<'_>, y: u16, (pair, cells): (&Pair, &PairCells)) {
        if let Some(gap) = &cells.gap {
            let point = self.change.saturating_sub(self.parts(cells).change.fraction);
            canvas.text_to(point, y, Ink::Plain, &format!("{}{}", gap.signed.mark, gap.signed.whole));
            canvas.text(point, y, Ink::Plain, &gap.signed.fraction);
            if let (Some(x), Some(unit)) = (self.change_unit, cells.change_unit()) {
                canvas.text(x, y, Ink::Plain, unit);
            }
            return;
        }
        if let Some(reason) = reason_of(&app.context(), pair).filter(|reason| self.has_reason_beside(reason)) {
            canvas.text(self.reason, y, Ink::Plain, &reason);
            return;
        }
        // What stands alone has no chart either: there it says where in the report it is.
        let side = pair.result().or(pair.target()).filter(|_| pair.alone().is_some() && self.chart.is_some());
        let view = side.and_then(|side| app.context().library.get(side.entry));
        if let Some(section) =
            view.map(|view| view.section().name().get(app.lang)).filter(|name| self.has_reason_beside(name))
        {
            canvas.text(self.reason, y, Ink::Dim, section);
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
            let end = app.context().quantity(&figure.with_amount(full)).line();
            match (self.ends_above, y.checked_sub(1)) {
                (false, _) => {
                    canvas.text(x + cells + 1, y, Ink::Dim, &end);
                }
                (true, Some(above)) => {
                    canvas.text_to(x + cells, above, Ink::Dim, &end);
                }
                (true, None) => {}
            }
        }
    }
}

/// The most cells of the end of a scale over its chart.
const END: u16 = 12;

/// The two sentences that keep trust, then shorter, then the first alone.
const TRUST: [Label; 3] = [
    Label::new(
        "只有口径相同才相减；报告不含完成状态",
        "only same-scope figures are subtracted; no completion status given",
    ),
    Label::new("同口径才相减；不含完成状态", "only the same scope is subtracted; no completion status"),
    Label::new("同口径才相减", "only the same scope is subtracted"),
];
