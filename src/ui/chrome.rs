//! The row of panes at the top.

use super::bars::mark_of;
use super::canvas::Canvas;
use crate::app::{App, Pane, Regions};
use crate::pages::Ink;
use crate::report::Tab;
use crate::text::{Lang, cells_of, counted, width};

/// One piece of the tab row.
struct Piece {
    ink: Ink,
    text: String,
    pane: Option<Pane>,
}

/// How much of the tab row there is room for.
#[derive(Clone, Copy)]
struct Density {
    title: Title,
    years: bool,
    digits: bool,
    opening: Opening,
    between_groups: usize,
    between_tabs: usize,
    /// The cells behind the mark of a year; a bare row has no mark for Compare either.
    gap: usize,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Title {
    Long,
    Short,
    Place,
    None,
}

/// How the opening page is called.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Opening {
    Name,
    /// By its key, where the row is too narrow for all names.
    Digit,
}

impl Density {
    /// Whether it leaves out all but the tabs, as a narrow window needs it.
    fn is_bare(&self) -> bool {
        self.title == Title::None && !self.years
    }
}

const FULL: Density = Density {
    title: Title::Long,
    years: true,
    digits: true,
    opening: Opening::Name,
    between_groups: 5,
    between_tabs: 2,
    gap: 2,
};
const SHORT: Density = Density { title: Title::Short, between_groups: 3, ..FULL };
const PLAIN: Density = Density { years: false, digits: false, gap: 1, ..SHORT };
/// Marks touch their tabs.
const BARE: Density = Density { between_groups: 1, between_tabs: 1, gap: 0, ..PLAIN };
const BAREST: Density = Density { title: Title::None, opening: Opening::Digit, ..BARE };

/// From the fullest to the barest: digits, years and the name of the opening page fall away before the place, which
/// nothing else on the screen names.
const DENSITIES: [Density; 13] = [
    FULL,
    SHORT,
    Density { between_groups: 2, gap: 1, ..SHORT },
    PLAIN,
    Density { between_tabs: 1, ..PLAIN },
    BARE,
    Density { opening: Opening::Digit, ..BARE },
    Density { title: Title::Place, opening: Opening::Digit, ..BARE },
    Density { title: Title::None, between_groups: 2, gap: 1, ..FULL },
    Density { title: Title::None, ..PLAIN },
    Density { title: Title::None, between_groups: 2, between_tabs: 3, ..PLAIN },
    Density { title: Title::None, ..BARE },
    BAREST,
];

/// The title and the pieces of the tab row, each with its column.
fn placed(app: &App, regions: &Regions) -> (String, Vec<(u16, Piece)>) {
    let room = usize::from(regions.tabs.width);
    let fits = |density: &&Density| {
        let title = width(&title(app, density.title));
        total(&pieces(app, **density)) + title + if title > 0 { 3 } else { 0 } + 2 <= room
    };
    let narrow = room < 49;
    let density = DENSITIES.iter().filter(|density| !narrow || density.is_bare()).find(fits);
    let density = *density.unwrap_or(&BAREST);
    let pieces = pieces(app, density);
    // A narrow window begins at its left edge, any other ends at the right margin.
    let start = if narrow { 0 } else { room.saturating_sub(total(&pieces) + 1) };
    let mut x = counted(start);
    let placed = pieces.into_iter().map(|piece| {
        let from = x;
        x += cells_of(&piece.text);
        (from, piece)
    });
    let placed = placed.collect();
    (title(app, density.title), placed)
}

/// The pane whose tab is at a column.
pub(super) fn pane_at(app: &App, regions: &Regions, x: u16) -> Option<Pane> {
    let (_, pieces) = placed(app, regions);
    pieces.into_iter().rfind(|(from, _)| *from <= x)?.1.pane
}

pub(super) fn draw_tabs(app: &App, canvas: &mut Canvas<'_>, regions: &Regions) {
    let (title, pieces) = placed(app, regions);
    let mut tabs = canvas.within(regions.tabs);
    tabs.text(1, 0, Ink::Bold, &title);
    let mut active = None;
    for (from, piece) in pieces {
        let x = tabs.text(from, 0, piece.ink, &piece.text);
        if piece.pane == Some(app.pane) {
            active = Some((active.map_or(from, |(first, _)| first), x));
        }
    }
    let Some((from, to)) = active else {
        return;
    };
    match regions.rule {
        Some(rule) => draw_rule(&mut canvas.within(rule), Some((from, to))),
        None => canvas.within(regions.tabs).select(0, from, to),
    }
}

/// The line under the first row, heavy under what is active.
pub(super) fn draw_rule(canvas: &mut Canvas<'_>, active: Option<(u16, u16)>) {
    let (cells, dim) = (canvas.width(), canvas.theme.style(Ink::Dim));
    canvas.line(0, 0, cells, dim, "─");
    if let Some((from, to)) = active {
        let bold = canvas.theme.style(Ink::Bold);
        canvas.line(from, 0, to - from, bold, "━");
    }
}

fn total(pieces: &[Piece]) -> usize {
    pieces.iter().map(|piece| width(&piece.text)).sum()
}

fn title(app: &App, title: Title) -> String {
    let Some(report) = app.context().report() else {
        return String::new();
    };
    let (place, year) = (report.place().get(app.lang), report.year_label(app.lang));
    match (title, app.lang) {
        (Title::Long, Lang::Zh) => format!("{place}政府工作报告 {year}"),
        (Title::Long, Lang::En) => format!("{place} · Work Report {year}"),
        (Title::Short, _) => format!("{place} {year}"),
        (Title::Place, _) => place.to_owned(),
        (Title::None, _) => String::new(),
    }
}

fn pieces(app: &App, density: Density) -> Vec<Piece> {
    let year = app.context().year();
    let mut pieces: Vec<Piece> = Vec::new();
    let mut say = |ink, text: String, pane| pieces.push(Piece { ink, text, pane });
    overview(app, density, &mut say);
    let groups: [&[Tab]; 2] = [&[Tab::Review, Tab::Honours], &[Tab::Tasks, Tab::Targets]];
    for (at, tabs) in groups.into_iter().enumerate() {
        if at > 0 {
            say(Ink::Plain, " ".repeat(density.between_groups), None);
        }
        if let Some(tab) = tabs.first() {
            say(Ink::of(tab.role()), mark_of(tab.role()).to_owned(), None);
            if let Some(year) = year.filter(|_| density.years) {
                say(Ink::Plain, format!(" {}", tab.year(year)), None);
            }
        }
        for (place, &tab) in tabs.iter().enumerate() {
            let pane = Pane::Tab(tab);
            say(Ink::Plain, " ".repeat(if place == 0 { density.gap } else { density.between_tabs }), None);
            if density.digits {
                say(Ink::Dim, format!("{} ", pane.index()), Some(pane));
            }
            let ink = if pane == app.pane { Ink::Bold } else { Ink::Plain };
            say(ink, pane.label().get(app.lang).to_owned(), Some(pane));
        }
    }
    say(Ink::Plain, " ".repeat(density.between_groups.max(density.between_tabs)), None);
    if density.gap > 0 {
        say(Ink::Result, "●".to_owned(), None);
        say(Ink::Plain, "─".to_owned(), None);
        say(Ink::Target, "○".to_owned(), None);
        say(Ink::Plain, " ".repeat(density.gap), None);
    }
    if density.digits {
        say(Ink::Dim, format!("{} ", Pane::Compare.index()), Some(Pane::Compare));
    }
    let ink = if app.pane == Pane::Compare { Ink::Bold } else { Ink::Plain };
    say(ink, Pane::Compare.label().get(app.lang).to_owned(), Some(Pane::Compare));
    pieces
}

/// The tab of the opening page.
fn overview(app: &App, density: Density, say: &mut impl FnMut(Ink, String, Option<Pane>)) {
    let pane = Pane::Overview;
    if density.digits {
        say(Ink::Dim, format!("{} ", pane.index()), Some(pane));
    }
    let ink = if app.pane == pane { Ink::Bold } else { Ink::Plain };
    let label = pane.label().get(app.lang);
    let name = match density.opening {
        Opening::Name => label.to_owned(),
        Opening::Digit => pane.index().to_string(),
    };
    say(ink, name, Some(pane));
    say(Ink::Plain, " ".repeat(density.between_groups), None);
}
