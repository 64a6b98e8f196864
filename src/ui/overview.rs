//! The opening page: the whole report as blocks of lines, each of which leads to its entries.

mod counts;
mod rates;

use ratatui::layout::Rect;

use super::bars::draw_years;
use super::canvas::Canvas;
use super::picks;
use crate::app::{App, Block, Columns, Group, Item, Line, ListLayout, OverviewColumns, PROMISES, Regions};
use crate::library::Pair;
use crate::pages::{Content, Ink, PageContext, level_details, section_details, way_details};
use crate::report::Role;
use crate::text::{Bilingual, Label, Lang};

use counts::{Tally, promises, tasks, tasks_head};
use rates::{RateLine, axis, growth_head};

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
        Item::Entry(_) | Item::Pair(_) | Item::Row(_) => None,
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
                    if let Some(block) = self.block_at(place)
                        && row == 0
                        && place == self.app.cursor().selected
                    {
                        cursor = Some((self.columns.margins_of(block).0, y));
                    }
                }
                Line::More(place, hidden) => {
                    let text = match self.app.lang {
                        Lang::Zh => format!("还有 {hidden} 项 ↓"),
                        Lang::En => format!("{hidden} more ↓"),
                    };
                    let x = self.block_at(place).map_or(0, |block| self.columns.margins_of(block).1);
                    canvas.text(x, y, Ink::Dim, &text);
                }
                _ => {}
            }
        }
        cursor
    }

    /// The block of the line at a place of the list.
    fn block_at(&self, place: usize) -> Option<Block> {
        match self.layout.groups.get(place) {
            Some(Group::Block(block)) => Some(*block),
            _ => None,
        }
    }

    fn heading(&self, canvas: &mut Canvas<'_>, y: u16, block: Block) {
        let lang = self.app.lang;
        let left = self.columns.margins_of(block).1;
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
        let (Some(&item), Some(block)) = (self.layout.order.get(place), self.block_at(place)) else {
            return;
        };
        let context = self.app.context();
        let figure = self.columns.figure_at(place);
        let end = match (item, block) {
            (Item::Entry(at), _) => context.library.get(at).map(|view| {
                let targets = block == Block::Targets;
                let columns = if targets { &self.columns.targets } else { &self.columns.growth };
                let line = RateLine { app: self.app, columns, view, figure };
                if targets { line.target(canvas, y, row) } else { line.rate(canvas, y) }
            }),
            (Item::Section(at), _) => context
                .report()
                .and_then(|report| report.sections().get(at))
                .map(|section| tasks(canvas, (y, row), (&self.columns.tasks, section), self.app.lang)),
            (Item::Level(level), _) => {
                let count = self.app.members_of(item).len();
                let row = Tally { name: level.label().get(self.app.lang), count, role: Role::Result };
                Some(row.draw(canvas, y, &self.columns.honours).name)
            }
            (Item::Way(way), _) => Some(promises(self.app, canvas, y, (&self.columns.promises, way))),
            (Item::Pair(_) | Item::Row(_), _) => None,
        };
        let mark = self.columns.margins_of(block).0;
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
