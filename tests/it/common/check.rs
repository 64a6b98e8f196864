//! What holds on every screen, in every mode, at every size.

use std::collections::{BTreeMap, BTreeSet};

use ratatui::buffer::{Buffer, Cell};
use ratatui::layout::Rect;
use ratatui::style::{Color, Modifier};
use sulan::app::{App, Item, Line, ListLayout, Mode, Pane, Poster, Regions, Show, footer_rows};
use sulan::library::{EntryView, Pair};
use sulan::pages::{LABEL_WIDTH, margins};
use sulan::report::{Quantity, Tab};
use sulan::text::{Lang, is_han, width};
use sulan::ui::Theme;

/// From this width of a list on, numbers stand on the decimal point; below, flush right.
const POINTED: u16 = 49;
/// What may not open a line of running text, and what may not close one.
const CLOSERS: [char; 11] = ['，', '。', '、', '；', '：', '”', '）', '！', '？', '》', '’'];
const OPENERS: [char; 4] = ['“', '（', '《', '‘'];
/// 汉字 of the program itself on English screens: the label of the language key.
const HAN_IN_ENGLISH: [&str; 1] = ["中文"];
/// Words of the footer that the table does not hold: what a key does in one pane, or while it is turned on.
const OTHER_WORDS: [&str; 22] = [
    "取消",
    "unpick",
    "全部",
    "有数字",
    "无数字",
    "with figures",
    "no figures",
    "全部板块",
    "此板块",
    "到条目",
    "分组",
    "按原文",
    "all entries",
    "all sections",
    "section",
    "entry",
    "group",
    "as in source",
    "到此条",
    "go there",
    "分块",
    "block",
];

/// All that is wrong with a screen.
pub(super) fn faults(
    app: &App,
    screen: &Buffer,
    (cursor, whole): (Option<(u16, u16)>, Option<&super::cuts::Whole>),
) -> Vec<String> {
    let mut faults = Vec::new();
    cells(app, screen, &mut faults);
    let layout = app.layout();
    let area = screen.area;
    if let Some((x, y)) = cursor.filter(|&(x, y)| x >= area.width || y >= area.height) {
        faults.push(format!("the cursor is off the screen: {x},{y}"));
    }
    state(app, &layout, &mut faults);
    listed(app, &layout, &mut faults);
    let Some(regions) = app.regions().filter(|_| app.size == (area.width, area.height)) else {
        return faults;
    };
    geometry(app, area, &regions, &mut faults);
    rules(app, screen, &regions, &mut faults);
    tabs(app, screen, &regions, &mut faults);
    footer(app, screen, (&regions, &layout), &mut faults);
    selection(app, screen, (&regions, &layout, cursor), &mut faults);
    lines(app, screen, &regions, &mut faults);
    super::cuts::faults(app, screen, (&regions, whole), &mut faults);
    if app.mode() == Mode::Browse && app.pane == Pane::Compare {
        pairs(app, screen, (&regions, &layout), &mut faults);
    } else if app.mode() == Mode::Browse && matches!(app.pane, Pane::Tab(tab) if tab != Tab::Honours) {
        numbers(app, screen, (&regions, &layout), &mut faults);
    }
    if app.lang == Lang::En {
        english(app, screen, &regions, &mut faults);
    }
    faults
}

/// The text of one row of a region: a wide character once.
pub(super) fn text(screen: &Buffer, row: Rect) -> String {
    let mut text = String::new();
    let mut x = row.x;
    while x < row.right() {
        let symbol = symbol(screen, x, row.y);
        text += symbol;
        x += cells_of(symbol).max(1);
    }
    text
}

/// Whether the cells from `x` of row `y` on spell `text`.
pub(super) fn spells(screen: &Buffer, (mut x, y): (u16, u16), text: &str) -> bool {
    let mut rest = text;
    while !rest.is_empty() {
        let Some(cell) = screen.cell((x, y)) else {
            return false;
        };
        let Some(behind) = rest.strip_prefix(cell.symbol()) else {
            return false;
        };
        x += cells_of(cell.symbol()).max(1);
        rest = behind;
    }
    true
}

fn symbol(screen: &Buffer, x: u16, y: u16) -> &str {
    screen.cell((x, y)).map_or(" ", Cell::symbol)
}

fn cells_of(text: &str) -> u16 {
    if text.is_ascii() {
        return u16::try_from(text.len()).unwrap_or(u16::MAX);
    }
    u16::try_from(width(text)).unwrap_or(u16::MAX)
}

/// Widths, halves, control characters and styles.
fn cells(app: &App, screen: &Buffer, faults: &mut Vec<String>) {
    let area = screen.area;
    let known = Modifier::BOLD | Modifier::DIM | Modifier::REVERSED | Modifier::UNDERLINED;
    let mut typed = match app.ground() {
        Mode::Search | Mode::Hits => app.input.text(),
        Mode::Reports => app.matrix().map(|matrix| matrix.input.text()).unwrap_or_default(),
        _ => String::new(),
    };
    // The name of a file, which a notice may repeat, also over a list that is typed for.
    if app.mode().is_prompt() || app.notice().is_some() {
        typed += &app.file.text();
    }
    for y in 0..area.height {
        // The cell behind a wide character, when the last one was wide.
        let mut behind = false;
        for x in 0..area.width {
            let Some(cell) = screen.cell((x, y)) else { continue };
            if *cell == Cell::EMPTY {
                behind = false;
                continue;
            }
            let symbol = cell.symbol();
            let cells = if symbol.is_ascii() { symbol.len() } else { width(symbol) };
            if behind {
                if symbol != " " {
                    faults.push(format!("{x},{y}: {symbol:?} stands on the right half of a wide character"));
                }
                behind = false;
                continue;
            }
            match cells {
                1 => {}
                2 if x + 1 == area.width => faults.push(format!("{x},{y}: the wide {symbol:?} hangs over the edge")),
                2 => behind = true,
                _ => faults.push(format!("{x},{y}: {symbol:?} is {cells} cells wide")),
            }
            if symbol.chars().any(char::is_control) {
                faults.push(format!("{x},{y}: a control character {symbol:?}"));
            }
            // What the user typed is the user's own, on any terminal.
            let strange = |c: char| !c.is_ascii() && !typed.contains(c);
            if app.looks.ascii && cells == 1 && symbol.chars().any(strange) {
                faults.push(format!("{x},{y}: {symbol:?} under --ascii"));
            }
            let mono = cell.fg == Color::Reset;
            let red = cell.fg == Color::Red;
            let sound = matches!(cell.fg, Color::Reset | Color::Cyan | Color::Magenta | Color::Red)
                && cell.bg == Color::Reset
                && known.contains(cell.modifier)
                && (!red || cell.modifier.contains(Modifier::BOLD | Modifier::UNDERLINED))
                && (mono || !cell.modifier.contains(Modifier::REVERSED))
                && (mono || !app.looks.mono);
            if !sound {
                faults.push(format!("{x},{y}: {symbol:?} in {:?} on {:?}, {:?}", cell.fg, cell.bg, cell.modifier));
            }
        }
    }
}

/// The selection is one of what there is to select.
fn state(app: &App, layout: &ListLayout, faults: &mut Vec<String>) {
    let (selected, length) = (app.cursor().selected, layout.order.len());
    if selected >= length.max(1) {
        faults.push(format!("entry {selected} of {length} is selected"));
    }
    let (selected, length) = (app.hit.selected, app.live.len());
    if matches!(app.mode(), Mode::Search | Mode::Hits) && selected >= length.max(1) {
        faults.push(format!("hit {selected} of {length} is selected"));
    }
}

/// A pane lists what the library holds for it, all of it where nothing narrows it, and each once.
fn listed(app: &App, layout: &ListLayout, faults: &mut Vec<String>) {
    let (order, mut wanted): (Vec<usize>, Vec<usize>) = match app.pane {
        Pane::Tab(tab) => {
            let place = |item: &Item| app.library.entries().position(|view| *item == Item::Entry(view.at()));
            let held = app.library.entries().enumerate().filter(|(_, view)| view.report_at() == app.report_in_view());
            let held = held
                .filter(|(_, view)| view.tab() == tab && (app.numbered_in(app.pane).lists(!view.figures().is_empty())));
            (layout.order.iter().filter_map(place).collect(), held.map(|(at, _)| at).collect())
        }
        Pane::Compare if app.compare_filter.show == Show::All && app.compare_filter.section.is_none() => {
            let place = |item: &Item| if let Item::Pair(at) = item { Some(*at) } else { None };
            (layout.order.iter().filter_map(place).collect(), (0..app.context().pairs.all().len()).collect())
        }
        Pane::Compare => return,
        Pane::Overview => return overview(layout, faults),
    };
    let mut sorted = order.clone();
    sorted.sort_unstable();
    wanted.sort_unstable();
    if order.len() != layout.order.len() || sorted != wanted {
        faults.push(format!("the pane lists {} items of {}", layout.order.len(), wanted.len()));
    }
    // Honours stand by level and pairs by scope; all else as in the source.
    let arranged = matches!(app.pane, Pane::Compare | Pane::Tab(Tab::Honours));
    if !arranged && !order.is_sorted() {
        faults.push("the entries do not stand in the order of the source".to_owned());
    }
    let lines = layout.columns.iter().flatten().filter_map(|line| line.at()).collect::<BTreeSet<_>>();
    if lines.len() != layout.order.len() {
        faults.push(format!("{} of {} items have a line", lines.len(), layout.order.len()));
    }
}

/// Every line of the opening page is written once, or counted where its block has no room for it.
fn overview(layout: &ListLayout, faults: &mut Vec<String>) {
    let written = layout.columns.iter().flatten();
    let doors = written.clone().filter_map(|line| if let Line::Door(at, 0) = line { Some(*at) } else { None });
    let hidden: usize =
        written.filter_map(|line| if let Line::More(_, count) = line { Some(*count) } else { None }).sum();
    let doors: Vec<usize> = doors.collect();
    let unique: BTreeSet<usize> = doors.iter().copied().collect();
    if unique.len() != doors.len() || doors.len() + hidden != layout.order.len() {
        faults.push(format!("{} lines and {hidden} hidden ones, of {}", doors.len(), layout.order.len()));
    }
}

/// The regions lie in the window and beside each other, the tabs first, the keys last, and most of it is the list.
fn geometry(app: &App, window: Rect, regions: &Regions, faults: &mut Vec<String>) {
    let beside = [regions.rule, regions.sections, regions.head, regions.context, regions.details];
    let all: Vec<Rect> =
        [regions.tabs, regions.list, regions.footer].into_iter().chain(beside.into_iter().flatten()).collect();
    for (at, one) in all.iter().enumerate() {
        if window.union(*one) != window || one.is_empty() {
            faults.push(format!("{one:?} is not in the window"));
        }
        if let Some(other) = all.iter().skip(at + 1).find(|other| one.intersects(**other)) {
            faults.push(format!("{one:?} lies over {other:?}"));
        }
    }
    if (regions.tabs.y, regions.tabs.height) != (0, 1) || regions.footer.y + 1 != window.height {
        faults.push(format!("tabs in {:?}, keys in {:?}", regions.tabs, regions.footer));
    }
    let inner = [Some(regions.list), regions.sections, regions.context].into_iter().flatten().map(|area| area.width);
    if inner.sum::<u16>() != regions.tabs.width || regions.list.height < window.height.div_ceil(2) {
        faults.push(format!("the list is only {:?}", regions.list));
    }
    let opening = app.ground() == Mode::Browse && app.pane == Pane::Overview;
    let detailed =
        matches!(app.ground(), Mode::Browse | Mode::Search | Mode::Hits | Mode::Years | Mode::Places | Mode::Reports)
            && window.height >= if opening { 30 } else { 20 };
    if regions.details.is_some() != detailed {
        faults.push(format!("details in {:?}", regions.details));
    }
}

/// The lines run from edge to edge, heavy at most in one piece, and nothing stands beyond the widest layout.
fn rules(app: &App, screen: &Buffer, regions: &Regions, faults: &mut Vec<String>) {
    let (light, heavy) = if app.looks.ascii { ("-", "=") } else { ("─", "━") };
    if let Some(rule) = regions.rule {
        let symbols: Vec<&str> = (rule.left()..rule.right()).map(|x| symbol(screen, x, rule.y)).collect();
        let pieces = symbols.split(|symbol| *symbol != heavy).filter(|piece| !piece.is_empty()).count();
        if symbols.iter().any(|symbol| *symbol != light && *symbol != heavy) || pieces > 1 {
            faults.push(format!("the rule is broken: {}", symbols.concat()));
        }
    }
    if let (Some(details), Some(_)) = (regions.details, app.selected()) {
        let row = text(screen, Rect { height: 1, ..details });
        let words = row.trim_start_matches(light).trim_end_matches(light);
        // A name of an indicator may hold a hyphen, which is what the rule is made of in ASCII.
        let broken = if matches!(app.ground(), Mode::Years | Mode::Places | Mode::Reports) {
            light.repeat(2)
        } else {
            light.to_owned()
        };
        if !row.starts_with(light) || !row.ends_with(light) || words.contains(&broken) {
            faults.push(format!("the rule over the details is broken: {row}"));
        }
    }
    for y in 0..screen.area.height {
        if let Some(x) = (regions.footer.right()..screen.area.width).find(|&x| symbol(screen, x, y) != " ") {
            faults.push(format!("{x},{y}: something stands beyond the widest layout"));
        }
    }
}

/// Whether the first row, which shows a digit, has too few blank cells for a name in its place.
fn lacks_room(screen: &Buffer, row: Rect, name: &str) -> bool {
    let text = text(screen, row);
    let Some((before, behind)) = text.split_once(" 0 ").or_else(|| Some(("", text.strip_prefix("0 ")?))) else {
        return false;
    };
    let blank =
        if before.is_empty() { behind.len() - behind.trim_end().len() } else { before.len() - before.trim_end().len() };
    !text.contains(name) && blank.saturating_sub(2) < width(name) - 1
}

/// The name of every pane is there, whole and in order, the mark under the one in sight.
fn tabs(app: &App, screen: &Buffer, regions: &Regions, faults: &mut Vec<String>) {
    if matches!(app.ground(), Mode::Search | Mode::Hits | Mode::Reports) {
        return;
    }
    let row = regions.tabs;
    let mut from = row.x;
    for pane in Pane::ALL {
        let label = pane.label().get(app.lang);
        // Where its name has no room, the opening page is its digit.
        let digit = pane == Pane::Overview && lacks_room(screen, row, label);
        let label = if digit { "0" } else { label };
        let alone = |x: u16| !digit || x == row.x || symbol(screen, x - 1, row.y) == " ";
        let Some(x) = (from..row.right()).find(|&x| spells(screen, (x, row.y), label) && alone(x)) else {
            faults.push(format!("the tab {label} is missing: {}", text(screen, row)));
            return;
        };
        from = x + cells_of(label);
        let heavy = if app.looks.ascii { "=" } else { "━" };
        let marked = match regions.rule {
            Some(rule) => symbol(screen, x, rule.y) == heavy,
            None => screen.cell((x, row.y)).is_some_and(|cell| cell.modifier.contains(Modifier::REVERSED)),
        };
        if marked != (pane == app.pane) {
            faults.push(format!("the tab {label} is marked: {marked}"));
        }
    }
}

/// Whole segments of the table's keys and words, and the position at the right.
fn footer(app: &App, screen: &Buffer, (regions, layout): (&Regions, &ListLayout), faults: &mut Vec<String>) {
    if app.mode().is_prompt() || app.notice().is_some() {
        // What is said or asked there has tests of its own.
        return;
    }
    let row = text(screen, regions.footer);
    let theme = Theme::from(app.looks);
    let mut known: Vec<String> = Vec::new();
    for (keys, word, _) in footer_rows(app.mode()) {
        let words = std::iter::once(word.get(app.lang)).chain(OTHER_WORDS);
        known.extend(words.map(|word| theme.text(&format!("{keys} {word}")).into_owned()));
        // In a narrow window those that are always there go without their words.
        if ["?", "/", "L", "q", "Esc"].contains(&keys.as_str()) {
            known.push(keys);
        }
    }
    if !app.kept.is_empty() {
        let counted = |at: usize| format!("n {}/{}", at + 1, app.kept.len());
        known.extend(
            app.selected().and_then(|view| app.kept.place_of(view.at())).or(Some(app.hit.selected)).map(counted),
        );
    }
    let mut pieces: Vec<&str> = row.split("  ").map(str::trim).filter(|piece| !piece.is_empty()).collect();
    let (at, count) = (app.cursor().selected, layout.order.len());
    if app.mode() == Mode::Browse && count > 0 {
        let position = app.progress().unwrap_or_else(|| format!("{}/{count}", at + 1));
        if pieces.last() != Some(&position.as_str()) || !row.ends_with(&format!("{position} ")) {
            faults.push(format!("{position} does not stand at the right of the footer: {row}"));
        }
    }
    // What stands at the right edge is no key: the position, or what the search found.
    if row.ends_with(' ') && !row.ends_with("  ") {
        pieces.pop();
    }
    let picked = [format!("已选 {}", app.picks.len()), format!("{} picked", app.picks.len())];
    pieces.retain(|piece| !picked.iter().any(|picked| picked == piece));
    // Help in the lists and the way back elsewhere stand first; picked things come before them.
    let first = match (app.mode(), app.lang) {
        (Mode::Browse, Lang::Zh) => "? 帮助",
        (Mode::Browse, Lang::En) => "? help",
        (_, Lang::Zh) => "Esc 返回",
        (_, Lang::En) => "Esc back",
    };
    // A search without hits can only be left.
    let least = if app.mode() == Mode::Search && app.live.is_empty() { 1 } else { 2 };
    let key = first.split(' ').next();
    let begins = pieces.first().is_some_and(|piece| *piece == first || Some(*piece) == key) && pieces.len() >= least;
    if pieces.is_empty() || (app.picks.is_empty() && !begins) {
        faults.push(format!("the footer does not begin with {first:?} and {least} keys: {row}"));
    }
    // Help, search, the other language and the way out have a place in every list.
    if app.mode() == Mode::Browse {
        for key in ["?", "/", "L", "q"].into_iter().filter(|_| app.picks.is_empty() || !app.layout().order.is_empty()) {
            if !pieces.iter().any(|piece| piece.split(' ').next() == Some(key)) {
                faults.push(format!("the footer has no {key}: {row}"));
            }
        }
    }
    for piece in pieces {
        if !known.iter().any(|known| known == piece) {
            faults.push(format!("the footer says {piece:?}, which is no key and word of the table: {row}"));
        }
    }
}

/// The selection is in sight, with its whole block where it fits, below a heading that stays.
fn selection(
    app: &App,
    screen: &Buffer,
    (regions, layout, cursor): (&Regions, &ListLayout, Option<(u16, u16)>),
    faults: &mut Vec<String>,
) {
    let marked = |x, y| {
        screen.cell((x, y)).is_some_and(|cell| cell.symbol() == ">" && cell.modifier.contains(Modifier::REVERSED))
    };
    let list = regions.list;
    match app.mode() {
        Mode::Browse if !layout.order.is_empty() => {
            if !cursor.is_some_and(|(x, y)| marked(x, y)) {
                faults.push(format!("the cursor is not on the mark of the selection: {cursor:?}"));
            }
            let (at, height) = (app.cursor(), usize::from(list.height));
            let (from, to) = layout.span(at.selected);
            let covered = usize::from(height > 2 && at.top > 0);
            // Beside the poster stands another column; its own heads begin in the first cells.
            let head = Rect { width: if layout.columns.len() > 1 { 16 } else { list.width }, height: 1, ..list };
            let next = layout.columns.first().and_then(|lines| lines.get(at.top + 1));
            let exempt = covered == 0 || matches!(next, Some(Line::Heading(_) | Line::Head));
            if !exempt && layout.column_of(at.selected) == 0 && text(screen, head).trim().is_empty() {
                faults.push(format!("no heading stays in the first row, from line {} on", at.top));
            }
            let whole = to - from + covered < height;
            if from < at.top + covered || from >= at.top + height || (whole && to >= at.top + height) {
                faults.push(format!("lines {from} to {to} are out of sight from {} on, {height} rows", at.top));
            }
        }
        Mode::Years | Mode::Places if !cursor.is_some_and(|(x, y)| marked(x, y)) => {
            faults.push(format!("the cursor is not on the mark of the selection: {cursor:?}"));
        }
        Mode::Search | Mode::Hits => {
            if app.mode() == Mode::Hits && !cursor.is_some_and(|(x, y)| marked(x, y)) {
                faults.push(format!("the cursor is not on the mark of the selected hit: {cursor:?}"));
            } else if app.mode() == Mode::Search && cursor.is_none_or(|(_, y)| y != regions.tabs.y) {
                faults.push(format!("the cursor is not in the search line: {cursor:?}"));
            }
            let rows = (list.top()..list.bottom()).filter(|&y| (list.left()..list.left() + 2).any(|x| marked(x, y)));
            let (rows, wanted) = (rows.count(), usize::from(!app.live.is_empty()));
            if rows != wanted {
                faults.push(format!("{rows} hits are marked as selected, not {wanted}"));
            }
        }
        _ => {}
    }
}

/// No line of running text begins with a closing mark or ends with an opening one.
fn lines(app: &App, screen: &Buffer, regions: &Regions, faults: &mut Vec<String>) {
    let running = matches!(app.mode(), Mode::Page | Mode::Help | Mode::About);
    let areas = running.then_some(regions.list).into_iter().chain(regions.details);
    for area in areas {
        let label = area.x + margins(area.width).1 + u16::try_from(LABEL_WIDTH).unwrap_or(0);
        for y in area.top()..area.bottom() {
            let row = text(screen, Rect { y, height: 1, ..area });
            let behind = text(screen, Rect { x: label, y, width: area.right().saturating_sub(label), height: 1 });
            let before = Rect { y, width: label.saturating_sub(area.x), height: 1, ..area };
            let blank = text(screen, before).ends_with(' ');
            if row.trim().starts_with(CLOSERS) || (blank && behind.starts_with(CLOSERS)) {
                faults.push(format!("row {y} begins with a closing mark: {row}"));
            }
            if row.trim().ends_with(OPENERS) {
                faults.push(format!("row {y} ends with an opening mark: {row}"));
            }
        }
    }
}

/// The places at which every row of a list can have its point, and its unit.
#[derive(Default)]
struct Places(Option<BTreeSet<u16>>);

impl Places {
    /// Keeps only the places that this row has too.
    fn meet(&mut self, row: BTreeSet<u16>) {
        self.0 = Some(match self.0.take() {
            Some(known) => known.intersection(&row).copied().collect(),
            None => row,
        });
    }

    fn none_left(&self) -> bool {
        self.0.as_ref().is_some_and(BTreeSet::is_empty)
    }
}

/// All numbers of a list stand on one decimal point with their units in one column; flush right in a narrow list.
fn numbers(app: &App, screen: &Buffer, (regions, layout): (&Regions, &ListLayout), faults: &mut Vec<String>) {
    let list = regions.list;
    if app.pane == super::TARGETS && regions.poster() != Poster::Plain && layout.columns.len() == 1 {
        // The poster has a scale of its own; what stands below it is checked where it stands alone.
        return;
    }
    for (column, written) in layout.columns.iter().enumerate() {
        let active = layout.column_of(app.cursor().selected) == column;
        let top = if active { app.cursor().top } else { 0 };
        let (mut points, mut units) = (Places::default(), Places::default());
        for (y, index) in (list.top()..list.bottom()).zip(top..written.len()) {
            let covered = y == list.top() && index > 0 && list.height > 2;
            // The last row of a column that does not scroll may say how much is out of sight.
            let rest = !active && y + 1 == list.bottom() && written.len() > usize::from(list.height);
            let figure = match written.get(index) {
                Some(Line::Entry(at, _)) => Some((*at, 0)),
                Some(Line::Figure(at, figure)) => Some((*at, *figure)),
                _ => None,
            };
            let Some((at, place)) = figure.filter(|_| !covered && !rest) else { continue };
            if let Some(fault) = title(app, screen, (layout, at, place), Rect { y, height: 1, ..list }) {
                faults.push(fault);
            }
            let Some(quantity) = quantity(app, layout, at, place) else { continue };
            let found = Found::of(screen, Rect { y, height: 1, ..list }, &quantity, true);
            if list.width < POINTED {
                if !found.ends.contains(&(list.right() - 1)) {
                    faults.push(format!("row {y}: {} is not flush right", quantity.line()));
                }
                continue;
            }
            if found.points.is_empty() {
                faults.push(format!("row {y}: no {} in bold", quantity.number()));
                continue;
            }
            points.meet(found.points);
            if !quantity.unit.is_empty() {
                units.meet(found.units);
            }
        }
        if points.none_left() {
            faults.push("the decimal points of the list are not in one column".to_owned());
        }
        if units.none_left() {
            faults.push("the units of the list are not in one column".to_owned());
        }
    }
}

/// In the Compare pane every pair says its numbers, and its difference with its sign; those of one unit
/// stand on one decimal point where they stand in columns.
fn pairs(app: &App, screen: &Buffer, (regions, layout): (&Regions, &ListLayout), faults: &mut Vec<String>) {
    let list = regions.list;
    let lines = layout.columns.first().map_or(&[][..], Vec::as_slice);
    let mut columns: BTreeMap<(usize, String), Places> = BTreeMap::new();
    for (y, index) in (list.top()..list.bottom()).zip(app.cursor().top..lines.len()) {
        let covered = y == list.top() && index > 0 && list.height > 2;
        let Some((place, row)) = lines.get(index).and_then(|row| Some((row.at()?, row))) else { continue };
        let rows = u16::try_from(layout.span(place).1 - layout.span(place).0 + 1).unwrap_or(1);
        if covered || !matches!(row, Line::Pair(_, 0)) || y + rows > list.bottom() {
            continue;
        }
        let Some(pair) = pair(app, layout, place) else { continue };
        let figure = |side: Option<sulan::library::Side>| side.and_then(|side| side.figure(&app.library));
        let target = figure(pair.target());
        let like =
            |own: &sulan::report::Figure| target.filter(|target| target.unit() == own.unit()).unwrap_or(own).clone();
        faults.extend(reason(app, screen, (pair, rows), Rect { y, ..list }));
        // All stand in the unit of the promise, so that their digits compare.
        let quantity = |own| plain(app, Quantity::beside(own, &like(own), app.library.lexicon(), app.lang));
        let numbers = [figure(pair.result()).map(quantity), target.map(quantity)];
        let unit = numbers.iter().flatten().last().map_or_else(String::new, |quantity| quantity.unit.clone());
        let gap = app.context().gap(pair).map(|gap| plain(app, gap.signed));
        for (column, quantity) in numbers.into_iter().chain([gap]).enumerate() {
            let Some(quantity) = quantity else { continue };
            // Where there is little room a per cent sign stands at its number, or the numbers below the name.
            let tight = Quantity { fraction: format!("{}%", quantity.fraction), ..quantity.clone() };
            let found = (y..y + rows)
                .flat_map(|y| [(y, &quantity), (y, &tight)])
                .map(|(y, quantity)| Found::of(screen, Rect { y, height: 1, ..list }, quantity, false))
                .find(|found| !found.points.is_empty())
                .unwrap_or_default();
            if found.points.is_empty() {
                faults.push(format!("row {y}: no {}", quantity.number()));
                continue;
            }
            columns.entry((column, unit.clone())).or_default().meet(found.points);
        }
    }
    let head = regions.head.map_or_else(String::new, |head| text(screen, head));
    if !head.contains(&*Theme::from(app.looks).text("● ")) {
        // In a narrow window the numbers are flush right, or running text.
        return;
    }
    for ((column, unit), places) in &columns {
        if places.none_left() {
            faults.push(format!("the decimal points of column {column} in {unit} are not in one column"));
        }
    }
}

/// Why two numbers are not subtracted is said on the rows of the pair, at every size.
fn reason(app: &App, screen: &Buffer, (pair, rows): (&Pair, u16), list: Rect) -> Option<String> {
    let why = pair.why()?.get(app.lang);
    let said: String = (list.y..list.y + rows).map(|y| text(screen, Rect { y, height: 1, ..list })).collect();
    let plain = |text: &str| text.chars().filter(|c| !c.is_whitespace()).collect::<String>();
    let why = plain(&Theme::from(app.looks).text(why));
    (!plain(&said).contains(&why)).then(|| format!("row {}: the reason {why} is not said: {said}", list.y))
}

fn entry<'a>(app: &'a App, layout: &ListLayout, at: usize) -> Option<EntryView<'a>> {
    match layout.order.get(at)? {
        Item::Entry(at) => app.context().library.get(*at),
        _ => None,
    }
}

fn pair<'a>(app: &'a App, layout: &ListLayout, at: usize) -> Option<&'a Pair> {
    match layout.order.get(at)? {
        Item::Pair(at) => app.context().pairs.get(*at),
        _ => None,
    }
}

/// The figure of a line in the parts that are aligned, as the theme draws them.
fn quantity(app: &App, layout: &ListLayout, at: usize, place: usize) -> Option<Quantity> {
    let figure = entry(app, layout, at)?.entry().figures().get(place)?;
    Some(plain(app, Quantity::of(figure, app.library.lexicon(), app.lang)))
}

/// A quantity with the marks and characters that these looks draw.
fn plain(app: &App, quantity: Quantity) -> Quantity {
    let theme = Theme::from(app.looks);
    let plain = |text: &str| theme.text(text).into_owned();
    Quantity {
        mark: app.context().mark(quantity.mark),
        whole: plain(&quantity.whole),
        fraction: quantity.fraction,
        unit: plain(&quantity.unit),
    }
}

/// Where a number can be read in a row: its points, the columns of its unit, its ends.
#[derive(Default)]
struct Found {
    points: BTreeSet<u16>,
    units: BTreeSet<u16>,
    ends: BTreeSet<u16>,
}

impl Found {
    fn of(screen: &Buffer, row: Rect, quantity: &Quantity, heavy: bool) -> Self {
        let number = quantity.number();
        let bold =
            |x: u16| !heavy || screen.cell((x, row.y)).is_some_and(|cell| cell.modifier.contains(Modifier::BOLD));
        let filled = |x: u16| bold(x) && symbol(screen, x, row.y) != " ";
        let mut found = Self::default();
        for x in row.left()..row.right() {
            if !number.starts_with(symbol(screen, x, row.y)) {
                continue;
            }
            let end = x + cells_of(&number);
            let stands = spells(screen, (x, row.y), &number) && (x..end).all(bold);
            if !stands || filled(end) || (x > row.left() && filled(x - 1)) {
                continue;
            }
            found.points.insert(x + cells_of(quantity.mark) + cells_of(&quantity.whole));
            let unit = &quantity.unit;
            if unit.is_empty() {
                found.ends.insert(end);
            } else if spells(screen, (end + 1, row.y), unit) {
                found.ends.insert(end + 1 + cells_of(unit));
            }
            let places = (end..row.right()).filter(|&x| symbol(screen, x - 1, row.y) == " ");
            found.units.extend(places.filter(|&x| spells(screen, (x, row.y), unit)));
        }
        found
    }
}

/// The title of an entry, or the name of a further figure, stands in its row, whole or cut with `…`.
fn title(app: &App, screen: &Buffer, (layout, at, place): (&ListLayout, usize, usize), row: Rect) -> Option<String> {
    let view = entry(app, layout, at)?;
    let name = match view.entry().figures().get(place).filter(|_| place > 0) {
        Some(figure) => figure.name_in(view.entry()).get(app.lang),
        None => view.entry().title().get(app.lang),
    };
    let theme = Theme::from(app.looks);
    let (name, cut) = (theme.text(name), theme.text("…"));
    let shown = text(screen, row);
    // The name of an honour may go on in the next row.
    let goes_on = layout.columns.first().is_some_and(|lines| lines.contains(&Line::Below(at, 1)));
    let below = text(screen, Rect { y: row.y + 1, ..row });
    let last = app.regions().is_none_or(|regions| row.y + 1 >= regions.list.bottom());
    let parted = |(end, _): (usize, char)| {
        let (start, rest) = name.split_at(end);
        shown.contains(start.trim_end()) && (last || !rest.trim().is_empty() && below.contains(rest.trim()))
    };
    if goes_on && name.char_indices().skip(2).any(parted) {
        return None;
    }
    let starts = |length: usize| {
        let start: String = name.chars().take(length).collect();
        shown.contains(&format!("{}{cut}", start.trim_end()))
    };
    let whole = shown.contains(&*name) || (2..name.chars().count()).any(starts);
    (!whole).then(|| format!("row {} does not say {name:?}: {shown}", row.y))
}

/// The names of a report that has none in English: they stand as they are.
fn untranslated(app: &App) -> Vec<String> {
    let Some(report) = app.context().report().filter(|report| report.place().en.chars().any(is_han)) else {
        return Vec::new();
    };
    let sections = report.sections().iter();
    let entries = sections.clone().flat_map(sulan::report::Section::entries);
    let titles = entries.flat_map(|entry| {
        let figures = entry.figures().iter().map(|figure| figure.name_in(entry));
        let told = entry.note().into_iter().chain(entry.group()).chain(entry.words()).chain(figures);
        let titles = told.chain([entry.title()]).map(|text| text.get(Lang::En).to_owned());
        titles.chain(entry.quote().map(str::to_owned)).collect::<Vec<_>>()
    });
    let names = sections.map(|section| section.name().get(Lang::En).to_owned());
    let source = [report.source().kind().en.to_string()];
    names.chain(titles).chain(source).chain([report.place().en.to_string(), report.title().en.to_string()]).collect()
}

/// 汉字 stand on an English screen only where the source itself speaks.
fn english(app: &App, screen: &Buffer, regions: &Regions, faults: &mut Vec<String>) {
    let mut allowed: Vec<String> = HAN_IN_ENGLISH.map(str::to_owned).to_vec();
    let source = |allowed: &mut Vec<String>| {
        if let Some(view) = app.selected() {
            allowed.extend([view.entry().title().zh.to_string(), view.section().heading().to_owned()]);
            allowed.extend(view.entry().quote().map(str::to_owned));
            if app.pane == Pane::Overview {
                // A line of the opening page may stand for a section, which then is the title.
                allowed.push(view.section().name().zh.to_string());
            }
        }
        match app.item() {
            Some(Item::Level(level)) => allowed.push(level.label().get(Lang::Zh).to_owned()),
            Some(Item::Way(way)) => allowed.push(way.label().get(Lang::Zh).to_owned()),
            _ => {}
        }
        // What the source writes in another form stands in brackets in its own unit.
        let figures = app.library.entries().flat_map(|view| view.entry().figures());
        allowed.extend(figures.map(|figure| figure.unit().to_owned()));
        allowed.extend(app.selected_pair().map(|pair| pair.name().zh.to_string()));
        let sides = app.selected_pair().map(Pair::entries).into_iter().flatten();
        for view in sides.filter_map(|at| app.library.get(at)) {
            allowed.extend([view.entry().title().zh.to_string(), view.section().heading().to_owned()]);
        }
    };
    if app.ground() == Mode::Page {
        source(&mut allowed);
    }
    if matches!(app.ground(), Mode::Years | Mode::Places) {
        // The heading that a point stands under is a quotation.
        allowed.extend(app.years().and_then(|years| Some(years.point()?.heading.clone())));
        allowed.extend(app.places().and_then(|places| Some(places.row()?.point.heading.clone())));
    }
    if app.ground() == Mode::Reports {
        allowed.extend(app.matrix().map(|matrix| matrix.input.text()));
    }
    if matches!(app.ground(), Mode::Search | Mode::Hits) {
        // The query, the examples for it, and the text in which a hit was found.
        allowed.push(app.input.text());
        // The synonym that led to the hit may be Chinese, as the query may.
        allowed.extend(app.live.hit(app.hit.selected).map(|hit| hit.reason.in_full(app.lang)));
        allowed.extend(app.live.reservation(app.lang));
        allowed.extend(app.examples().iter().map(|(_, query)| query.clone()));
        for view in app.live.entries().filter_map(|entry| app.library.get(entry)) {
            let entry = view.entry();
            let texts = [&*entry.title().zh, view.section().heading(), &view.section().name().zh];
            allowed.extend(texts.map(str::to_owned));
            allowed.extend(entry.note().into_iter().chain(entry.group()).map(|text| text.zh.to_string()));
            allowed.extend(entry.figures().iter().filter_map(|figure| Some(figure.name()?.zh.to_string())));
        }
    }
    allowed.extend(untranslated(app));
    for y in 0..screen.area.height {
        let row = text(screen, Rect { y, height: 1, ..screen.area });
        // The name of a file is the user's own, and a notice tells what was copied.
        let told = y == regions.footer.y && (app.mode().is_prompt() || app.notice().is_some());
        if told || !row.chars().any(is_han) {
            continue;
        }
        let mut here = allowed.clone();
        if regions.details.is_some_and(|area| (area.top()..area.bottom()).contains(&y)) {
            source(&mut here);
        }
        let strange = row.split(|c| !is_han(c)).filter(|run| !run.is_empty());
        for run in strange.filter(|run| !here.iter().any(|text| text.contains(run))) {
            faults.push(format!("row {y} says {run} on an English screen: {row}"));
        }
    }
}
