//! The opening page: the whole report as blocks of lines, each of which leads to its entries.

use ratatui::layout::Rect;

use super::bars::{draw_bar, draw_pair, draw_spark, draw_years, mark_of, place_on};
use super::canvas::Canvas;
use super::marks::mark_text;
use super::picks;
use crate::app::{
    App, Block, Columns, Group, Item, Line, ListLayout, OverviewColumns, PROMISES, RateColumns, Regions, Strip,
    StripColumns, TallyColumns, counted_in, second_of, title_of,
};
use crate::library::{EntryView, Pair, Side};
use crate::pages::{Bar, Content, Coverage, Ink, PageContext, level_details, margins, section_details, way_details};
use crate::report::{Figure, Quantity, Role, Section};
use crate::search::Field;
use crate::text::{Bilingual, Label, Lang, cells_of, fit, width};

/// The cells of a title that are left beside the number of the other year.
const LEAST_TITLE: u16 = 12;

/// Draws the columns in sight; the cell of the selection.
pub(super) fn draw(app: &App, canvas: &mut Canvas<'_>, regions: &Regions) -> Option<(u16, u16)> {
    let layout = app.layout();
    let Columns::Overview(columns) = &layout.grid else {
        return None;
    };
    let page = Page { app, layout: &layout, columns };
    let mut at = None;
    for (column, area, top) in in_sight(app, &layout, regions) {
        let found = page.draw(&mut canvas.within(area), column, top);
        at = at.or(found.map(|(x, y)| (area.x + x, area.y + y)));
    }
    at
}

/// The columns of a list that are drawn, each with its region and its first line.
pub(super) fn in_sight(app: &App, layout: &ListLayout, regions: &Regions) -> Vec<(usize, Rect, usize)> {
    let cursor = app.cursor();
    let active = layout.column_of(cursor.selected);
    if layout.paged {
        return vec![(active, regions.list, cursor.top)];
    }
    let count = layout.columns.len();
    let areas = regions.list_areas(count).into_iter().take(count).enumerate();
    areas.map(|(column, area)| (column, area, if column == active { cursor.top } else { 0 })).collect()
}

/// Name and rows about a line that stands for several entries or pairs; `None` for one that stands for itself.
pub(super) fn details_of(app: &App, item: Item, width: usize) -> Option<(Bilingual, Content)> {
    let context = app.context();
    match item {
        Item::Entry(_) | Item::Pair(_) => None,
        Item::Section(at) => Some(section_details(&context, context.report()?.sections().get(at)?, width)),
        Item::Level(level) => Some(level_details(&context, level, width)),
        Item::Way(way) => {
            let members = app.members_of(item);
            let pairs: Vec<&Pair> = members.iter().filter_map(|item| pair_of(&context, *item)).collect();
            Some(way_details(&context, way.label(), &pairs, width))
        }
    }
}

fn pair_of<'a>(context: &PageContext<'a>, item: Item) -> Option<&'a Pair> {
    if let Item::Pair(at) = item { context.pairs.get(at) } else { None }
}

struct Page<'a> {
    app: &'a App,
    layout: &'a ListLayout,
    columns: &'a OverviewColumns,
}

impl Page<'_> {
    /// Draws the lines in sight; the cell of the selection's mark.
    fn draw(&self, canvas: &mut Canvas<'_>, column: usize, top: usize) -> Option<(u16, u16)> {
        let lines = self.layout.columns.get(column)?;
        let height = canvas.height();
        let mark = margins(canvas.width()).0;
        let mut cursor = None;
        for (y, index) in (0..height).zip(top..lines.len()) {
            let line = *lines.get(index)?;
            let opens = matches!(lines.get(index + 1), Some(Line::Heading(_)));
            match line {
                // A heading as the last row would have nothing under it.
                Line::Heading(Group::Block(block)) if y + 1 < height => self.heading(canvas, y, block),
                _ if y == 0 && index > 0 && height > 2 && !(line == Line::Blank && opens) => {
                    if let Some(Group::Block(block)) = self.layout.group_at(column, index) {
                        self.heading(canvas, y, block);
                    }
                }
                Line::Door(place, row) => {
                    self.door(canvas, y, (place, row));
                    if row == 0 && place == self.app.cursor().selected {
                        cursor = Some((mark, y));
                    }
                }
                Line::More(_, hidden) => {
                    let text = match self.app.lang {
                        Lang::Zh => format!("还有 {hidden} 项 ↓"),
                        Lang::En => format!("{hidden} more ↓"),
                    };
                    canvas.text(margins(canvas.width()).1, y, Ink::Dim, &text);
                }
                _ => {}
            }
        }
        cursor
    }

    fn heading(&self, canvas: &mut Canvas<'_>, y: u16, block: Block) {
        let lang = self.app.lang;
        let left = margins(canvas.width()).1;
        let year = self.app.context().year();
        let x = canvas.text(left, y, Ink::Bold, &heading_of(block, year, lang));
        match block {
            Block::Targets => {
                axis(canvas, y, (&self.columns.targets, x));
                if let Some((x, years)) = self.columns.targets.past {
                    draw_years(canvas, (x, y), years);
                }
            }
            Block::Growth => growth_head(self.app, canvas, y, (&self.columns.growth, x)),
            Block::Tasks => tasks_head(canvas, y, (&self.columns.tasks, x), lang),
            Block::Honours => {}
            Block::Promises => {
                let count: usize =
                    self.app.context().pairs.all().iter().filter(|pair| pair.difference().is_some()).count();
                canvas.text_to(self.columns.promises.count, y, Ink::Bold, &count.to_string());
            }
        }
    }

    fn door(&self, canvas: &mut Canvas<'_>, y: u16, (place, row): (usize, u16)) {
        let (Some(&item), Some(Group::Block(block))) = (self.layout.order.get(place), self.layout.groups.get(place))
        else {
            return;
        };
        let context = self.app.context();
        let figure = self.columns.figure_at(place);
        let end = match (item, block) {
            (Item::Entry(at), Block::Targets) => context
                .library
                .get(at)
                .inspect(|view| past(self.app, canvas, (y, row), (&self.columns.targets, *view, figure)))
                .map(|view| target(self.app, canvas, (y, row), (&self.columns.targets, view, figure))),
            (Item::Entry(at), _) => {
                context.library.get(at).map(|view| rate(self.app, canvas, y, (&self.columns.growth, view, figure)))
            }
            (Item::Section(at), _) => context
                .report()
                .and_then(|report| report.sections().get(at))
                .map(|section| tasks(canvas, (y, row), (&self.columns.tasks, section), self.app.lang)),
            (Item::Level(level), _) => {
                let count = self.app.members_of(item).len();
                Some(tally(canvas, y, &self.columns.honours, (level.label().get(self.app.lang), count, Role::Result)).0)
            }
            (Item::Way(way), _) => Some(promises(self.app, canvas, y, (&self.columns.promises, item, way.label()))),
            (Item::Pair(_), _) => None,
        };
        let mark = margins(canvas.width()).0;
        let selected = place == self.app.cursor().selected;
        if row > 0 {
            return;
        }
        if let Some(end) = end.filter(|_| selected) {
            canvas.select_row(y, mark, end);
        }
        picks::draw(self.app, canvas, (mark, y), (item, selected));
    }
}

/// What stands over a block.
fn heading_of(block: Block, year: Option<i32>, lang: Lang) -> String {
    let (label, year) = match block {
        Block::Targets => (Label::new("目标", "Targets"), year),
        Block::Growth => (Label::new("增速", "Growth"), year.map(|year| year - 1)),
        Block::Tasks => (Label::new("任务", "Tasks"), year),
        Block::Honours => (Label::new("荣誉", "Honours"), year.map(|year| year - 1)),
        Block::Promises => (PROMISES, None),
    };
    match (year, lang) {
        (Some(year), Lang::Zh) => format!("{year} {}", label.get(lang)),
        (Some(year), Lang::En) => format!("{} {year}", label.get(lang)),
        (None, _) => label.get(lang).to_owned(),
    }
}

/// The ticks of the axis over the targets, as many as stand apart.
fn axis(canvas: &mut Canvas<'_>, y: u16, (columns, from): (&RateColumns, u16)) {
    let Some((x, cells)) = columns.chart else {
        return;
    };
    for steps in [5_u8, 2, 1] {
        let ticks = (0..=steps).map(|step| {
            let value = columns.full * f64::from(step) / f64::from(steps);
            (x + place_on(value, columns.full, cells), value.to_string())
        });
        let ticks: Vec<(u16, String)> = ticks.collect();
        let apart = ticks.windows(2).all(|pair| match pair {
            [(x, text), (next, _)] => x + cells_of(text) + 1 < *next,
            _ => true,
        });
        let last = ticks.last().map_or(0, |(x, text)| x + cells_of(text));
        let limit = columns.past.map_or(columns.right, |(past, _)| past - 1);
        // Before the lines of other years the unit may want room; it stands in every row.
        if apart && from + 1 < x && (last + 2 <= limit || columns.past.is_some() && last <= limit) {
            let mut end = x;
            for (x, text) in ticks {
                end = canvas.text(x, y, Ink::Dim, &text);
            }
            if last + 2 <= limit {
                canvas.text(end + 1, y, Ink::Dim, "%");
            }
            return;
        }
    }
}

/// The end of the scale of the growth rates, and the year of the promises.
fn growth_head(app: &App, canvas: &mut Canvas<'_>, y: u16, (columns, from): (&RateColumns, u16)) {
    let Some((x, cells)) = columns.chart else {
        return;
    };
    let text = match app.lang {
        Lang::Zh => format!("全长 {} %", columns.full),
        Lang::En => format!("full = {} %", columns.full),
    };
    let start = (x + cells).saturating_sub(cells_of(&text));
    if start > from + 1 {
        canvas.text(start, y, Ink::Dim, &text);
    }
    if let (Some(point), Some(year)) = (columns.second, app.context().year()) {
        let text = format!(" {year}");
        let at = point.saturating_sub(4).max(x + cells + 2);
        if at + 1 + cells_of(&text) <= columns.right {
            let end = canvas.text(at, y, Ink::Target, mark_of(Role::Target));
            canvas.text(end, y, Ink::Plain, &text);
        }
    }
}

/// How to read the strips, and how many of all tasks carry a number.
fn tasks_head(canvas: &mut Canvas<'_>, y: u16, (columns, from): (&StripColumns, u16), lang: Lang) {
    let counted = canvas.text_to(columns.count, y, Ink::Bold, &counted_in(columns.coverage));
    canvas.text_to(columns.share, y, Ink::Bold, &share_of(columns.coverage));
    let (number, words) =
        (Label::new(" 有数字  ", " number  ").get(lang), Label::new(" 仅表述", " no number").get(lang));
    let x = columns.strip.0.max(from + 2);
    if columns.form != Strip::Marks || x + 2 + cells_of(number) + cells_of(words) >= counted {
        return;
    }
    let x = canvas.text(x, y, Ink::Target, "▪");
    let x = canvas.text(x, y, Ink::Dim, number);
    let x = canvas.text(x, y, Ink::Target, "▫");
    canvas.text(x, y, Ink::Dim, words);
}

fn share_of(coverage: Coverage) -> String {
    format!("{:.0}%", coverage.share())
}

/// A target with its axis and its difference; the column behind its unit.
fn target(
    app: &App,
    canvas: &mut Canvas<'_>,
    (y, row): (u16, u16),
    (columns, view, place): (&RateColumns, EntryView<'_>, usize),
) -> u16 {
    let context = app.context();
    let Some(figure) = view.figures().get(place) else {
        return words(app, canvas, (y, row), (columns, view));
    };
    let end = number(app, canvas, y, (columns, view, place));
    let side = Side { entry: view.at(), figure: Some(place) };
    let same = context.pairs.same(side).and_then(|side| side.figure(context.library));
    if let Some((x, cells)) = columns.chart {
        if figure.unit() == "%" {
            let dim = canvas.theme.style(Ink::Dim);
            canvas.line(x, y, cells, dim, "─");
            draw_pair(canvas, (x, y), (same.map(Figure::value), Some(figure.value()), columns.full), cells, "━");
        } else if let Some(other) = same {
            // Another unit has no place on the axis of the rates: its number stands there.
            let text = format!(" {}", context.quantity(other).line());
            if end + 2 + 1 + cells_of(&text) <= x + cells {
                let x = canvas.text((end + 2).max(x), y, Ink::of(other.role()), mark_of(other.role()));
                canvas.text(x, y, Ink::Plain, &text);
            }
        }
    }
    second(canvas, y, columns, second_of(&context, view, place).as_ref());
    end
}

/// The line of a target over other years.
fn past(
    app: &App,
    canvas: &mut Canvas<'_>,
    (y, row): (u16, u16),
    (columns, view, place): (&RateColumns, EntryView<'_>, usize),
) {
    if let (0, Some((x, _)), Some(line)) = (row, columns.past, app.context().past_line(view, place)) {
        draw_spark(canvas, x, y, (&line.values, line.full), Ink::Result);
    }
}

/// A target without a number: its words stand where the number would begin, or in the next row.
fn words(
    app: &App,
    canvas: &mut Canvas<'_>,
    (y, row): (u16, u16),
    (columns, view): (&RateColumns, EntryView<'_>),
) -> u16 {
    let (x, cells) = columns.title;
    let text = view.words().map_or("", |words| words.get(app.lang));
    if row > 0 {
        let room = usize::from(columns.right.saturating_sub(x + 2));
        return canvas.text(x + 2, y, Ink::Plain, &fit(text, room));
    }
    let end =
        canvas.text(x, y, Ink::Plain, &fit(view.title().get(app.lang), usize::from(columns.right.saturating_sub(x))));
    if columns.rows(view, app.lang) == 1 {
        let last = columns.right.saturating_sub(cells_of(text));
        canvas.text((x + cells + 2).min(last), y, Ink::Plain, text);
    }
    end
}

/// A growth rate with its bar and the promise of the next year; the column behind its unit.
fn rate(
    app: &App,
    canvas: &mut Canvas<'_>,
    y: u16,
    (columns, view, place): (&RateColumns, EntryView<'_>, usize),
) -> u16 {
    let context = app.context();
    let end = number(app, canvas, y, (columns, view, place));
    let side = Side { entry: view.at(), figure: Some(place) };
    let other = context.pairs.same(side).and_then(|side| side.figure(context.library));
    if let (Some((x, cells)), Some(figure)) = (columns.chart, view.figures().get(place)) {
        let (value, full) = (figure.value(), columns.full);
        draw_bar(
            canvas,
            x,
            y,
            Bar::Growth { role: figure.role(), value, other: other.map(Figure::value), full },
            cells,
        );
    }
    second(canvas, y, columns, second_of(&context, view, place).as_ref());
    end
}

/// Title and number; the column behind the unit.
fn number(
    app: &App,
    canvas: &mut Canvas<'_>,
    y: u16,
    (columns, view, place): (&RateColumns, EntryView<'_>, usize),
) -> u16 {
    let context = app.context();
    let title = title_of(&context, view, place);
    beside(app, canvas, y, (columns, view, place));
    let mut end = columns.unit;
    if let Some(figure) = view.figures().get(place) {
        let quantity = context.quantity(figure);
        put(canvas, y, columns.point, &quantity, Ink::Bold);
        end = canvas.text(columns.unit, y, Ink::Plain, &quantity.unit).max(columns.unit);
    }
    canvas.text_on((columns.title.0, y), Ink::Plain, title, columns.right);
    if title == view.title().get(app.lang) {
        mark_text(canvas, y, (columns.title.0, title), &app.kept.marks(view.at()), Field::Title(app.lang));
    }
    end
}

/// Where there is no chart, the other year's number stands before that of the line, so that only the title beside
/// it is shortened.
fn beside(app: &App, canvas: &mut Canvas<'_>, y: u16, (columns, view, place): (&RateColumns, EntryView<'_>, usize)) {
    let (x, room) = columns.title;
    let side = Side { entry: view.at(), figure: Some(place) };
    let context = app.context();
    let same = context.pairs.same(side).and_then(|side| side.figure(context.library));
    let Some(other) = same.filter(|_| columns.chart.is_none()) else {
        return;
    };
    let text = format!(" {}", context.quantity(other).number());
    if let Some(left) = room.checked_sub(cells_of(&text) + 3).filter(|left| *left >= LEAST_TITLE) {
        let at = canvas.text(x + left + 2, y, Ink::of(other.role()), mark_of(other.role()));
        canvas.text(at, y, Ink::Plain, &text);
    }
}

/// A number on its decimal point.
fn put(canvas: &mut Canvas<'_>, y: u16, point: u16, quantity: &Quantity, ink: Ink) {
    canvas.text_to(point, y, ink, &format!("{}{}", quantity.mark, quantity.whole));
    canvas.text(point, y, ink, &quantity.fraction);
}

fn second(canvas: &mut Canvas<'_>, y: u16, columns: &RateColumns, quantity: Option<&Quantity>) {
    if let (Some(point), Some(quantity)) = (columns.second, quantity) {
        put(canvas, y, point, quantity, Ink::Plain);
    }
}

/// A section with one mark a task; the column behind its name.
fn tasks(
    canvas: &mut Canvas<'_>,
    (y, row): (u16, u16),
    (columns, section): (&StripColumns, &Section),
    lang: Lang,
) -> u16 {
    let coverage = Coverage::of(section.entries().iter());
    let ink = Ink::of(section.tab().role());
    let (x, cells) = columns.strip;
    match columns.form {
        Strip::Marks => {
            let tasks = section.entries().iter().skip(usize::from(row * cells)).take(usize::from(cells));
            let marks: String = tasks.map(|entry| if entry.figures().is_empty() { '▫' } else { '▪' }).collect();
            canvas.text(x, y, ink, &marks);
        }
        Strip::Gauge => {
            draw_bar(canvas, x, y, Bar::Share { role: Role::Target, value: coverage.share() }, cells);
        }
        Strip::None => {}
    }
    if row > 0 {
        return x;
    }
    canvas.text_to(columns.count, y, Ink::Plain, &counted_in(coverage));
    canvas.text_to(columns.share, y, Ink::Plain, &share_of(coverage));
    canvas.text_on((columns.name.0, y), Ink::Plain, section.name().get(lang), columns.share)
}

/// A name, a count and one mark each; the columns behind the name and behind the marks.
fn tally(
    canvas: &mut Canvas<'_>,
    y: u16,
    columns: &TallyColumns,
    (name, count, role): (&str, usize, Role),
) -> (u16, u16) {
    canvas.text_to(columns.count, y, Ink::Bold, &count.to_string());
    let room = usize::from(columns.right.saturating_sub(columns.count + 2));
    let behind = canvas.text(columns.count + 2, y, Ink::of(role), &mark_of(role).repeat(count.min(room)));
    (canvas.text(columns.name, y, Ink::Plain, name), behind)
}

/// The promises that point one way, with the names of as many as have room whole.
fn promises(app: &App, canvas: &mut Canvas<'_>, y: u16, (columns, item, label): (&TallyColumns, Item, Label)) -> u16 {
    let context = app.context();
    let members = app.members_of(item);
    let (end, marks) = tally(canvas, y, columns, (label.get(app.lang), members.len(), Role::Target));
    let room = usize::from(columns.right.saturating_sub(marks + 1));
    canvas.text(marks + 1, y, Ink::Dim, &listed(&names_of(&context, &members), room, app.lang));
    end
}

/// As many names as have room whole, and how many more there are; nothing where none has.
fn listed(names: &[&str], room: usize, lang: Lang) -> String {
    let text = |shown: usize| {
        let said = names.iter().take(shown).copied().collect::<Vec<_>>().join(Label::new("、", ", ").get(lang));
        match (names.len() - shown, lang) {
            (0, _) => said,
            (_, Lang::Zh) => format!("{said}等"),
            (left, Lang::En) => format!("{said} and {left} more"),
        }
    };
    (1..=names.len()).rev().map(text).find(|text| width(text) <= room).unwrap_or_default()
}

fn names_of<'a>(context: &PageContext<'a>, members: &[Item]) -> Vec<&'a str> {
    members.iter().filter_map(|item| pair_of(context, *item)).map(|pair| pair.name().get(context.lang)).collect()
}
