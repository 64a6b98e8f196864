//! Every kind of screen at four sizes and in both languages, as text files that can be read.
//!
//! `SULAN_UPDATE=1 cargo test screens::` writes them anew; read the difference before it is committed.

use std::collections::BTreeSet;

use crate::common::{HONOURS, REVIEW, SIZES, Screen, TARGETS, TASKS, golden, goldens, reports};
use ratatui::style::{Color, Modifier};
use sulan::app::{Mode, Pane};
use sulan::text::Lang;

/// The screens: name, and the keys that lead to it.
const SCREENS: [(&str, &str); 13] = [
    ("overview", "0jj"),
    ("review", "jjjjjjjj"),
    ("honours", "2jj"),
    ("tasks", "3llj"),
    ("targets", "4jj"),
    ("compare", "5jj"),
    ("years", "5vjj"),
    ("page", "/羊饲养<enter><enter>"),
    ("pair", "5jj<enter>"),
    ("search", "/农"),
    ("nothing", "/没有这个词"),
    ("help", "?"),
    ("about", "??"),
];

/// Wide, middle, narrow, and a whole screen.
const GOLDEN_SIZES: [(u16, u16); 4] = [(120, 40), (80, 24), (40, 10), (200, 50)];

/// The screens over many reports.
const MANY: [(&str, &str); 2] = [("places", "5vvt<right>"), ("reports", "r")];

fn names() -> impl Iterator<Item = (String, (u16, u16), Lang, &'static str)> {
    SCREENS.into_iter().chain(MANY).flat_map(|(name, keys)| {
        GOLDEN_SIZES.into_iter().flat_map(move |(width, height)| {
            Lang::ALL.map(|lang| (format!("{name}-{width}x{height}-{}", lang.code()), (width, height), lang, keys))
        })
    })
}

fn screens_called(wanted: &str) {
    let mut seen = 0;
    for (name, (width, height), lang, keys) in names() {
        if name.split('-').next() == Some(wanted) {
            let many = MANY.iter().any(|(name, _)| *name == wanted);
            let screen = if many { Screen::over(reports::many(), width, height) } else { Screen::new(width, height) };
            let screen = screen.lang(lang).press(keys);
            golden(&name, &screen.rows());
            seen += 1;
        }
    }
    assert_eq!(seen, GOLDEN_SIZES.len() * Lang::ALL.len());
}

#[test]
fn overview() {
    screens_called("overview");
}

#[test]
fn review() {
    screens_called("review");
}

#[test]
fn honours() {
    screens_called("honours");
}

#[test]
fn tasks() {
    screens_called("tasks");
}

#[test]
fn targets() {
    screens_called("targets");
}

#[test]
fn compare() {
    screens_called("compare");
}

#[test]
fn years() {
    screens_called("years");
}

#[test]
fn places() {
    screens_called("places");
}

#[test]
fn the_reports() {
    screens_called("reports");
}

#[test]
fn pair() {
    screens_called("pair");
}

#[test]
fn page() {
    screens_called("page");
}

#[test]
fn search() {
    screens_called("search");
}

#[test]
fn nothing_found() {
    screens_called("nothing");
}

#[test]
fn help() {
    screens_called("help");
}

#[test]
fn about() {
    screens_called("about");
}

#[test]
fn no_golden_is_left_over() {
    let known: BTreeSet<String> = names().map(|(name, ..)| format!("{name}.txt")).collect();
    let files = std::fs::read_dir(goldens()).expect("the folder of the goldens is there");
    let files: BTreeSet<String> =
        files.filter_map(|file| Some(file.ok()?.file_name().to_string_lossy().into_owned())).collect();
    let left: Vec<&String> = files.difference(&known).collect();
    assert!(left.is_empty(), "no screen is called {left:?}");
}

#[test]
fn the_selected_row_is_reversed_and_uncoloured_from_its_mark_to_its_unit() {
    for lang in Lang::ALL {
        for pane in [REVIEW, TASKS] {
            let screen = Screen::new(120, 40).lang(lang).press(if pane == REVIEW { "jjj" } else { "3ljjj" });
            let (x, y) = screen.cursor().expect("the cursor is on the mark of the selection");
            let reversed = |x: u16| screen.style_at((x, y)).modifier.contains(Modifier::REVERSED);
            let view = screen.app.selected().expect("an entry is selected");
            let figure = view.entry().figures().first().expect("the entry has a figure");
            let quantity = sulan::report::Quantity::of(figure, screen.app.library.lexicon(), lang);
            let band = (x..screen.cells().area.width).take_while(|&x| reversed(x)).count();
            let end = x + u16::try_from(band).expect("a row is short");
            for x in x..end {
                let cell = screen.style_at((x, y));
                assert_eq!(cell.fg, Color::Reset, "{x},{y}\n{}", screen.picture());
                assert!(!cell.modifier.contains(Modifier::DIM), "{x},{y}\n{}", screen.picture());
            }
            let row: String = screen.rows_of(ratatui::layout::Rect::new(x, y, end - x, 1)).concat();
            assert!(
                row.starts_with('>') && row.contains(view.entry().title().get(lang)),
                "{row}\n{}",
                screen.picture()
            );
            assert!(row.ends_with(&quantity.unit), "{row:?} does not end with {:?}", quantity.unit);
            assert!((end..screen.cells().area.width).all(|x| !reversed(x)), "{}", screen.picture());
        }
    }
}

#[test]
fn matched_characters_are_red_bold_and_underlined_and_nothing_else_is_red() {
    for (width, height) in SIZES {
        let screen = Screen::new(width, height).press("/饲养");
        let mut red = 0;
        let titled = screen.app.live.entries().filter_map(|entry| screen.app.library.get(entry));
        for view in titled.filter(|view| view.entry().title().zh.contains("饲养")) {
            for (x, y) in screen.find_all(&view.entry().title().zh) {
                let row = screen.line(y);
                let selected = screen.style_at((x, y)).modifier.contains(Modifier::REVERSED);
                let before = view.entry().title().zh.chars().take_while(|c| *c != '饲').count();
                let from = x + u16::try_from(2 * before).expect("a title is short");
                let list = screen.app.regions().map(|regions| regions.list).unwrap_or_default();
                let in_list = list.contains(ratatui::layout::Position::new(x, y));
                for at in (from..from + 4).filter(|_| in_list) {
                    let cell = screen.style_at((at, y));
                    let wanted = if selected { Color::Reset } else { Color::Red };
                    assert_eq!(cell.fg, wanted, "{at},{y} {row}");
                    assert!(cell.modifier.contains(Modifier::BOLD | Modifier::UNDERLINED), "{at},{y} {row}");
                    red += usize::from(!selected);
                }
            }
        }
        assert!(red > 0, "{}", screen.picture());
        let all = screen.cells().content().iter().filter(|cell| cell.fg == Color::Red);
        let other: String = all.map(ratatui::buffer::Cell::symbol).filter(|symbol| !"饲养 ".contains(symbol)).collect();
        assert!(other.is_empty(), "{other:?} is red\n{}", screen.picture());
    }
}

#[test]
fn the_marks_of_the_years_have_their_colours() {
    let mut seen = (0, 0);
    for (_, (width, height), lang, keys) in names() {
        let screen = Screen::new(width, height).lang(lang).press(keys);
        for cell in screen.cells().content() {
            let reversed = cell.modifier.contains(Modifier::REVERSED);
            match cell.symbol() {
                "●" if !reversed => {
                    assert_eq!(cell.fg, Color::Cyan, "{}", screen.picture());
                    seen.0 += 1;
                }
                "○" if !reversed => {
                    assert_eq!(cell.fg, Color::Magenta, "{}", screen.picture());
                    seen.1 += 1;
                }
                _ => {}
            }
        }
    }
    assert!(seen.0 > 0 && seen.1 > 0, "{seen:?}");
}

#[test]
fn no_cell_has_a_background_or_a_colour_of_its_own() {
    let mut colours = BTreeSet::new();
    for (name, (width, height), lang, keys) in names() {
        let screen = Screen::new(width, height).lang(lang).press(keys);
        for cell in screen.cells().content() {
            assert_eq!(cell.bg, Color::Reset, "{name}: {:?}", cell.symbol());
            let known = matches!(cell.fg, Color::Reset | Color::Cyan | Color::Magenta | Color::Red);
            assert!(known, "{name}: {:?} in {:?}", cell.symbol(), cell.fg);
            colours.insert(cell.fg.to_string());
        }
    }
    assert_eq!(colours.len(), 4, "{colours:?}");
}

#[test]
fn without_colours_every_form_is_still_there() {
    for (name, (width, height), lang, keys) in names() {
        let coloured = Screen::new(width, height).lang(lang).press(keys);
        let mut plain = Screen::new(width, height).lang(lang);
        plain.app.looks.mono = true;
        plain.keys(keys);
        assert_eq!(plain.rows(), coloured.rows(), "{name}");
        assert!(plain.cells().content().iter().all(|cell| cell.fg == Color::Reset), "{name}");
    }
}

#[test]
fn the_screens_are_what_their_names_say() {
    let mode = |keys: &str| Screen::new(120, 40).press(keys);
    let wanted: [(&str, Mode, Option<Pane>); 13] = [
        ("overview", Mode::Browse, Some(Pane::Overview)),
        ("review", Mode::Browse, Some(REVIEW)),
        ("honours", Mode::Browse, Some(HONOURS)),
        ("tasks", Mode::Browse, Some(TASKS)),
        ("targets", Mode::Browse, Some(TARGETS)),
        ("compare", Mode::Browse, Some(Pane::Compare)),
        ("years", Mode::Years, Some(Pane::Compare)),
        ("page", Mode::Page, None),
        ("pair", Mode::Page, Some(Pane::Compare)),
        ("search", Mode::Search, None),
        ("nothing", Mode::Search, None),
        ("help", Mode::Help, None),
        ("about", Mode::About, None),
    ];
    for ((name, keys), (known, wanted, pane)) in SCREENS.into_iter().zip(wanted) {
        assert_eq!(name, known);
        let screen = mode(keys);
        assert_eq!(screen.app.mode(), wanted, "{name}");
        assert!(pane.is_none_or(|pane| pane == screen.app.pane), "{name}");
        if wanted == Mode::Search {
            assert_eq!(screen.app.live.is_empty(), name == "nothing", "{name}");
        }
    }
}
