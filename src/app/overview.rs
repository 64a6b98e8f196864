//! What the opening page lists: blocks of lines, made from the data by rules.

use super::columns::{Columns, OverviewColumns, PastColumn, Room, Yields};
use super::group::{Block, Group, Item, Line, Way};
use super::list_layout::{ListLayout, ListParams};
use super::regions::Arrangement;
use crate::library::{EntryView, Pair};
use crate::pages::PageContext;
use crate::report::{Basis, Figure, Level, Role, Section, Tab, Years};

/// The lines of a block that are shown at least before others are left out: of what is ranked the first
/// ones say most, the rest is a map.
const fn least(block: Block) -> usize {
    match block {
        Block::Growth => 5,
        Block::Targets | Block::Tasks | Block::Honours | Block::Promises => 8,
    }
}

/// The same where a block has the window to itself.
const LEAST_ON_A_PAGE: usize = 3;

/// One line of the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Door {
    /// What it leads to.
    pub(crate) item: Item,
    /// The figure of an entry that it shows.
    pub(crate) figure: usize,
}

impl Door {
    const fn to(item: Item) -> Self {
        Self { item, figure: 0 }
    }
}

/// The lines of each block, in the order of the cursor; blocks without lines are left out.
fn blocks(context: &PageContext<'_>, arrangement: Arrangement) -> Vec<(Block, Vec<Door>)> {
    let beside = [Block::Targets, Block::Tasks, Block::Growth, Block::Honours, Block::Promises];
    // The eye goes down a column before it goes on to the next one.
    let order = if arrangement == Arrangement::Beside { beside } else { Block::ALL };
    let doors = |block| match block {
        Block::Targets => targets(context),
        Block::Growth => growth(context),
        Block::Tasks => tasks(context),
        Block::Honours => honours(context),
        Block::Promises => promises(context),
    };
    order.map(|block| (block, doors(block))).into_iter().filter(|(_, doors)| !doors.is_empty()).collect()
}

/// The lines of the two blocks of rates: targets, and growth.
pub(super) fn rates(context: &PageContext<'_>) -> (Vec<Door>, Vec<Door>) {
    (targets(context), growth(context))
}

/// Every target that has a number, or words in its place.
fn targets(context: &PageContext<'_>) -> Vec<Door> {
    let listed = entries(context, Tab::Targets).filter(|view| is_expected(*view));
    let doors = listed.flat_map(|view| {
        let item = Item::Entry(view.at());
        (0..view.figures().len().max(1)).map(move |figure| Door { item, figure })
    });
    doors.collect()
}

/// Whether a target expects a number, or words in the place of one.
pub(super) fn is_expected(view: EntryView<'_>) -> bool {
    !view.figures().is_empty() || view.entry().indicator().is_some()
}

/// The growth rates of the year before the report, the highest first.
fn growth(context: &PageContext<'_>) -> Vec<Door> {
    let year = context.year().map(|year| Years::One(year - 1));
    let grew = |figure: &Figure| {
        figure.basis() == Basis::Growth
            && figure.role() == Role::Result
            && figure.unit() == "%"
            && (figure.year() == year || year.is_none())
    };
    let mut rates: Vec<(f64, Door)> = Vec::new();
    for view in entries(context, Tab::Review) {
        let own = view.figures().iter().enumerate().filter(|(_, figure)| grew(figure));
        rates.extend(own.map(|(at, figure)| (figure.value(), Door { item: Item::Entry(view.at()), figure: at })));
    }
    // Equal rates stay in the order of the source.
    rates.sort_by(|(a, _), (b, _)| b.total_cmp(a));
    rates.into_iter().map(|(_, door)| door).collect()
}

fn tasks(context: &PageContext<'_>) -> Vec<Door> {
    let sections = context.report().map_or(&[][..], |report| report.sections());
    let listed = sections.iter().enumerate().filter(|(_, section)| is_tasks(section));
    listed.map(|(at, _)| Door::to(Item::Section(at))).collect()
}

/// Whether a section is one of tasks, and has some.
pub(crate) fn is_tasks(section: &Section) -> bool {
    section.tab() == Tab::Tasks && !section.entries().is_empty()
}

fn honours(context: &PageContext<'_>) -> Vec<Door> {
    let given = |level: &Level| entries(context, Tab::Honours).any(|view| is_of(view, *level));
    Level::ALL.into_iter().filter(given).map(|level| Door::to(Item::Level(level))).collect()
}

fn is_of(view: EntryView<'_>, level: Level) -> bool {
    view.honour().is_some_and(|honour| honour.level() == level)
}

fn promises(context: &PageContext<'_>) -> Vec<Door> {
    let ways: Vec<Way> = context.pairs.all().iter().filter_map(way_of).collect();
    Way::ALL.into_iter().filter(|way| ways.contains(way)).map(|way| Door::to(Item::Way(way))).collect()
}

/// Which way the promise of a pair points; `None` where nothing can be subtracted.
fn way_of(pair: &Pair) -> Option<Way> {
    pair.difference().map(|difference| Way::of(difference.value))
}

fn entries<'a>(context: &PageContext<'a>, tab: Tab) -> impl Iterator<Item = EntryView<'a>> + use<'a> {
    context.library.entries_in(context.report).filter(move |view| view.tab() == tab)
}

/// The entries or pairs that an item stands for: itself, or all that its line counts.
pub(crate) fn members(context: &PageContext<'_>, item: Item) -> Vec<Item> {
    let entry = |view: EntryView<'_>| Item::Entry(view.at());
    match item {
        Item::Entry(_) | Item::Pair(_) | Item::Row(_) => vec![item],
        Item::Section(at) => {
            context.library.entries_in(context.report).filter(|view| view.section_at() == at).map(entry).collect()
        }
        Item::Level(level) => entries(context, Tab::Honours).filter(|view| is_of(*view, level)).map(entry).collect(),
        Item::Way(way) => {
            let pairs = context.pairs.all().iter().enumerate().filter(|(_, pair)| way_of(pair) == Some(way));
            pairs.map(|(at, _)| Item::Pair(at)).collect()
        }
    }
}

/// The cells below which the differences of the targets give way to their years.
const NARROW: u16 = 80;

impl ListLayout {
    /// The lines of the opening page.
    pub(super) fn overview(&mut self, context: &PageContext<'_>, params: ListParams) {
        let arrangement = params.regions.map_or(Arrangement::Stacked, |regions| regions.arrangement());
        let blocks = blocks(context, arrangement);
        let columns = in_columns(&blocks, arrangement);
        let last = columns.iter().copied().max().unwrap_or(0);
        let areas = params.regions.map(|regions| regions.list_areas(last + 1));
        let width = |column: usize| areas.map_or(0, |areas| areas.get(column).unwrap_or(&areas[0]).width);
        self.order = blocks.iter().flat_map(|(_, doors)| doors.iter().map(|door| door.item)).collect();
        self.groups = blocks.iter().flat_map(|(block, doors)| doors.iter().map(|_| Group::Block(*block))).collect();
        self.paged = arrangement == Arrangement::Paged;
        let window = params.regions.map_or(0, |regions| regions.list.width);
        let room = |column: usize| Room::new(width(column), column, window);
        let wide: Vec<(Block, &[Door], Room)> = blocks
            .iter()
            .zip(&columns)
            .map(|((block, doors), column)| (*block, doors.as_slice(), room(*column)))
            .collect();
        // A narrow window has no details in which the years could stand.
        let narrow = params.regions.is_some_and(|regions| regions.list.width < NARROW);
        let yields = if narrow { Yields::Difference } else { Yields::Years };
        // Where each block has the window to itself, or all of its width, rows are dearer than cells.
        let wraps = arrangement == Arrangement::Beside;
        let grid = OverviewColumns::of(context, &wide, PastColumn { years: params.years, yields, wraps });
        let height = params.regions.map_or(usize::MAX, |regions| usize::from(regions.list.height));
        self.columns.clear();
        for column in 0..=last {
            let places = blocks_with_places(&blocks).zip(&columns).filter(|(_, own)| **own == column);
            let stacks: Vec<Stack> = places
                .map(|((block, first, doors), _)| Stack {
                    block,
                    first,
                    rows: doors.iter().map(|door| grid.rows(context, *door)).collect(),
                    shown: doors.len(),
                })
                .collect();
            self.columns.push(lines(fold(stacks, &params, height), params.spaced()));
        }
        self.grid = Columns::Overview(grid);
    }

    /// The block whose line at a place of the list is left out for want of room.
    pub(super) fn folded_at(&self, place: usize) -> Option<Block> {
        let written = self.columns.iter().flatten().any(|line| matches!(line, Line::Door(at, _) if *at == place));
        match self.groups.get(place) {
            Some(Group::Block(block)) if !written => Some(*block),
            _ => None,
        }
    }

    /// A place of the opening page by its block and its place there, which hold in every arrangement.
    pub(super) fn spot_of(&self, place: usize) -> Option<(Group, usize)> {
        let group = *self.groups.get(place)?;
        let first = self.groups.iter().position(|other| *other == group)?;
        Some((group, place - first))
    }

    /// The place of such a spot.
    pub(super) fn place_of(&self, (group, at): (Group, usize)) -> Option<usize> {
        let first = self.groups.iter().position(|other| *other == group)?;
        Some(first + at)
    }
}

/// The column of each block.
fn in_columns(blocks: &[(Block, Vec<Door>)], arrangement: Arrangement) -> Vec<usize> {
    let left = |block: &Block| matches!(block, Block::Targets | Block::Tasks);
    match arrangement {
        Arrangement::Paged => (0..blocks.len()).collect(),
        Arrangement::Beside if blocks.iter().any(|(block, _)| left(block)) => {
            blocks.iter().map(|(block, _)| usize::from(!left(block))).collect()
        }
        Arrangement::Beside | Arrangement::Stacked => vec![0; blocks.len()],
    }
}

/// The blocks with the place of their first line in the list.
fn blocks_with_places(blocks: &[(Block, Vec<Door>)]) -> impl Iterator<Item = (Block, usize, &[Door])> {
    let mut next = 0;
    blocks.iter().map(move |(block, doors)| {
        let first = next;
        next += doors.len();
        (*block, first, doors.as_slice())
    })
}

/// A block in its column.
struct Stack {
    block: Block,
    /// The place of its first line in the list.
    first: usize,
    /// The rows of each of its lines.
    rows: Vec<u16>,
    /// How many of the lines are shown.
    shown: usize,
}

impl Stack {
    /// The rows of the block: its heading, its lines, and one for those that are left out.
    fn height(&self) -> usize {
        let rows: usize = self.rows.iter().take(self.shown).map(|rows| usize::from(*rows)).sum();
        1 + rows + usize::from(self.shown < self.rows.len())
    }
}

/// Leaves out the last lines of the longest blocks until a column fits the window, as far as that goes.
fn fold(mut stacks: Vec<Stack>, params: &ListParams, height: usize) -> Vec<Stack> {
    let floor = |stack: &Stack| if params.is_paged() { LEAST_ON_A_PAGE } else { least(stack.block) };
    let blanks = if params.spaced() { stacks.len().saturating_sub(1) } else { 0 };
    let total = |stacks: &[Stack]| stacks.iter().map(Stack::height).sum::<usize>() + blanks;
    while total(&stacks) > height {
        let longest = stacks
            .iter_mut()
            .filter(|stack| stack.shown > floor(stack) && !params.is_unfolded(stack.block))
            .max_by_key(|stack| stack.height());
        match longest {
            Some(stack) => stack.shown -= 1,
            None => break,
        }
    }
    for stack in &mut stacks {
        // The row that says so would tell of a single line that has room in its place.
        if stack.shown + 1 == stack.rows.len() {
            stack.shown += 1;
        }
    }
    fill(&mut stacks, params.spaced(), height);
    stacks
}

/// Shows more of the last block in sight where the next one has no room for its heading and a line below it.
fn fill(stacks: &mut [Stack], spaced: bool, height: usize) {
    let mut left = height;
    let last = stacks.len().saturating_sub(1);
    for stack in stacks.iter_mut().take(last) {
        let Some(rest) = left.checked_sub(stack.height()) else { return };
        if rest < 2 + usize::from(spaced) {
            while stack.shown < stack.rows.len() {
                stack.shown += 1;
                if stack.height() > left {
                    stack.shown -= 1;
                    return;
                }
            }
            return;
        }
        left = rest.saturating_sub(usize::from(spaced));
    }
}

fn lines(stacks: Vec<Stack>, spaced: bool) -> Vec<Line> {
    let mut lines = Vec::new();
    for stack in stacks {
        if spaced && !lines.is_empty() {
            lines.push(Line::Blank);
        }
        lines.push(Line::Heading(Group::Block(stack.block)));
        for (at, rows) in (stack.first..).zip(&stack.rows).take(stack.shown) {
            lines.extend((0..*rows).map(|row| Line::Door(at, row)));
        }
        if stack.shown < stack.rows.len() {
            lines.push(Line::More(stack.first + stack.shown, stack.rows.len() - stack.shown));
        }
    }
    lines
}

/// How many tasks carry a number, of how many: `51/115`.
pub(crate) fn counted_in(coverage: crate::pages::Coverage) -> String {
    format!("{}/{}", coverage.numbered, coverage.all())
}
