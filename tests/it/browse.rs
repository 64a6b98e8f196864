//! Browsing and searching as a reader does it: where one is, where one comes back to, what is in sight.

use std::collections::{BTreeMap, BTreeSet};

use crate::common::reports::{figure, report};
use crate::common::{ALL_SIZES, HONOURS, REVIEW, Screen, TARGETS, TASKS, library};
use crossterm::event::{Event, KeyModifiers, MouseEvent, MouseEventKind};
use ratatui::layout::Rect;
use ratatui::style::Modifier;
use sulan::app::{Action, Edit, Group, Item, Line, Mode, Pane};
use sulan::library::EntryId;
use sulan::report::{Basis, Section, Tab};
use sulan::search::Field;
use sulan::text::{Lang, width};

/// The keys that lead to the panes.
const PANES: [(Pane, &str); 5] = [(REVIEW, "1"), (HONOURS, "2"), (TASKS, "3"), (TARGETS, "4"), (Pane::Compare, "5")];

/// Queries of every kind: 汉字, several words, pinyin, initials, English, numbers, full width.
const QUERIES: [&str; 9] = ["农", "饲养", "项目 开工", "nongtian", "gbznt", "farmland", "185", "２０", "就业"];

const BLOCKS: [char; 8] = ['▁', '▂', '▃', '▄', '▅', '▆', '▇', '█'];

fn at(screen: &Screen) -> EntryId {
    screen.app.selected().expect("an entry is selected").at()
}

/// The bar in a piece of a row in half cells: `━━╸` is five.
fn halves(row: &str) -> usize {
    row.chars().map(|c| if matches!(c, '━' | '╍') { 2 } else { usize::from(matches!(c, '╸' | '╾')) }).sum()
}

#[test]
fn every_pane_keeps_its_place() {
    for (width, height) in [(120, 40), (80, 24), (40, 10)] {
        let mut screen = Screen::new(width, height);
        screen.keys("1lljj").keys("2jjj").keys("3lljjj").keys("4jj").keys("5jjjjj");
        let mut left = BTreeMap::new();
        for (_, keys) in PANES {
            screen.keys(keys);
            left.insert(keys, (screen.selected(), screen.rows(), screen.cursor()));
        }
        for round in 0..3 {
            for (pane, keys) in PANES {
                // By digit, by Tab, by Shift-Tab.
                match round {
                    0 => screen.keys(keys),
                    1 => screen.keys(if pane == REVIEW { "1" } else { "<tab>" }),
                    _ => screen.keys(keys).keys("<s-tab><tab>"),
                };
                assert_eq!(screen.app.pane, pane);
                let here = (screen.selected(), screen.rows(), screen.cursor());
                assert_eq!(left.get(keys), Some(&here), "{}", screen.picture());
            }
        }
        // Nor do the page, help and a search that was left move it.
        for (_, keys) in PANES {
            screen.keys(keys).keys("<enter><esc>?<esc>/农<esc>");
            assert_eq!(left.get(keys).map(|left| &left.1), Some(&screen.rows()), "{}", screen.picture());
        }
    }
}

#[test]
fn the_language_key_keeps_selection_hits_and_query() {
    for (pane, keys) in PANES {
        let mut screen = Screen::new(100, 30).press(keys).press("jjj");
        let (entry, place) = (screen.selected(), screen.app.cursor().selected);
        screen.keys("L");
        assert_eq!((screen.selected(), screen.app.cursor().selected), (entry.clone(), place), "{pane:?}");
        screen.keys("L");
        assert_eq!(screen.selected(), entry);
    }
    let mut screen = Screen::new(100, 30).press("/饲养<enter>");
    let found = screen.app.kept.len();
    let second = Screen::new(100, 30).press("/饲养<enter>n").selected();
    screen.keys("L");
    assert_eq!(screen.app.kept.len(), found);
    assert_eq!(screen.app.kept.query(), "饲养");
    assert_eq!(screen.keys("n").selected(), second);
    // A query that is being typed outlives a look at another language: L is a letter there.
    assert_eq!(screen.keys("/饲养").app.live.entries().count(), found);
}

#[test]
fn esc_from_the_search_comes_back_to_exactly_the_same_screen() {
    let places =
        ["", "lljjj", "G", "2jjj", "3lljj<pgdn>", "3f<pgdn>", "4jj", "5jjjj", "5sjj", "/农<enter>nn", "jj<enter>"];
    let searches = ["/", "/农", "/农<down><down>", "/没有这个词", "农", "<paste:粮食>", "/农<tab><pgdn>"];
    for (width, height) in [(120, 40), (80, 24), (40, 10)] {
        for keys in places {
            let before = Screen::new(width, height).press(keys);
            let mut screen = Screen::new(width, height).press(keys);
            for search in searches {
                screen.keys(search);
                assert_eq!(screen.app.mode(), Mode::Search);
                screen.keys("<esc>");
                assert_eq!(screen.rows(), before.rows(), "{keys} {search}");
                assert_eq!(screen.cells(), before.cells(), "{keys} {search}: a style is another");
                assert_eq!(screen.cursor(), before.cursor(), "{keys} {search}");
            }
        }
    }
}

#[test]
fn enter_on_a_hit_goes_to_its_entry_in_its_pane() {
    for (width, height) in [(120, 40), (40, 10)] {
        for query in QUERIES {
            let mut screen = Screen::new(width, height).press("3lljj/").press(query);
            let hits: Vec<EntryId> = screen.app.live.entries().collect();
            assert!(!hits.is_empty(), "{query} finds nothing");
            for (place, hit) in hits.iter().enumerate().step_by(4) {
                screen.keys("<esc>/").keys(query).keys(&"<down>".repeat(place));
                assert_eq!(at(&screen), *hit, "{query} {place}");
                screen.keys("<enter>");
                assert_eq!(screen.app.mode(), Mode::Browse);
                let view = screen.app.library.get(*hit).expect("a hit is an entry");
                assert_eq!(screen.app.pane, Pane::Tab(view.section().tab()));
                assert_eq!(at(&screen), *hit, "{query} {place}");
                let start: String = view.entry().title().zh.chars().take(5).collect();
                let here = if screen.app.pane == TARGETS { screen.rows().concat() } else { screen.selected_row() };
                assert!(here.contains(&start), "{query}: {start}\n{}", screen.picture());
            }
        }
    }
}

#[test]
fn a_hit_that_the_filter_hides_is_shown_all_the_same() {
    let mut screen = Screen::new(100, 30).press("3f").press("/");
    let bare = screen
        .app
        .library
        .entries()
        .filter(|view| view.tab() == Tab::Tasks)
        .find(|view| view.entry().figures().is_empty());
    let bare = bare.map(|view| (view.at(), view.entry().title().zh.clone())).expect("a task without a figure");
    screen.keys(&bare.1).keys("<enter>");
    assert_eq!(at(&screen), bare.0, "{}", screen.picture());
    assert!(screen.selected_row().contains(&*bare.1), "{}", screen.picture());
}

#[test]
fn the_hit_keys_walk_all_hits_and_around() {
    for query in ["农", "饲养", "farmland"] {
        let mut screen = Screen::new(80, 24).press("/").press(query).press("<enter>");
        let hits: Vec<EntryId> = screen.app.kept.entries().collect();
        assert!(hits.len() > 1);
        for hit in hits.iter().skip(1).chain(hits.first()) {
            assert_eq!(at(screen.keys("n")), *hit, "{query}");
        }
        for hit in hits.iter().rev() {
            assert_eq!(at(screen.keys("N")), *hit, "{query}");
        }
        // From an entry that is no hit, the next step comes back to the hits.
        screen.keys("1gG");
        let away = at(&screen);
        if !hits.contains(&away) {
            assert!(hits.contains(&at(screen.keys("n"))));
        }
    }
}

#[test]
fn the_filter_keeps_the_entry_or_goes_to_the_nearest_before_it() {
    let mut screen = Screen::new(80, 24).press("3");
    let all: Vec<(EntryId, bool)> = library()
        .entries()
        .filter(|view| view.tab() == Tab::Tasks)
        .map(|view| (view.at(), !view.entry().figures().is_empty()))
        .collect();
    let mut nearest = all.iter().find(|(_, numbered)| *numbered).map(|(at, _)| *at);
    for (entry, numbered) in &all {
        assert_eq!(at(&screen), *entry);
        if *numbered {
            nearest = Some(*entry);
        }
        screen.keys("f");
        assert_eq!(Some(at(&screen)), nearest, "{}", screen.picture());
        let count = all.iter().filter(|(_, numbered)| *numbered).count();
        assert!(screen.footer().ends_with(&format!("/{count}")), "{}", screen.footer());
        screen.keys("<esc>");
        // From the nearest one back to where the walk was.
        while at(&screen) < *entry {
            screen.keys("j");
        }
        screen.keys("j");
    }
}

#[test]
fn with_the_filter_on_the_headings_still_count_the_statements_that_it_hides() {
    for (width, height) in [(120, 40), (80, 24), (40, 10)] {
        let built_in = library();
        let tasks = built_in.reports().flat_map(sulan::report::Report::sections);
        for (at, section) in tasks.filter(|section| section.tab() == Tab::Tasks).enumerate() {
            let mut screen = Screen::new(width, height).press("3").press(&"l".repeat(at));
            let numbered = section.entries().iter().filter(|entry| !entry.figures().is_empty()).count();
            let stated = section.entries().len() - numbered;
            if numbered > 0 {
                for keys in ["", "f", "<esc>"] {
                    screen.keys(keys);
                    let rows = screen.list();
                    let count = |row: &&String| {
                        let bare = row.split_whitespace().collect::<Vec<_>>().join(" ");
                        bare.contains(&format!("▪ {numbered} ▫ {stated}"))
                    };
                    assert!(rows.iter().any(|row| count(&row)), "▪ {numbered} ▫ {stated}\n{}", screen.picture());
                }
            }
        }
    }
}

/// Every pane at several sizes and in both languages.
fn lists() -> impl Iterator<Item = (Screen, Pane)> {
    let sizes = [(120, 40, Lang::Zh), (80, 24, Lang::En), (62, 17, Lang::Zh), (40, 10, Lang::En)];
    sizes.into_iter().flat_map(|(width, height, lang)| {
        PANES.map(|(pane, keys)| (Screen::new(width, height).lang(lang).press(keys), pane))
    })
}

#[test]
fn every_entry_is_reached_line_by_line_and_its_whole_block_is_in_sight() {
    // That the block is in sight, and its title and numbers in their rows, is checked on every screen.
    for (mut screen, pane) in lists() {
        let total = screen.app.layout().order.len();
        assert!(total > 5, "{pane:?}");
        for place in 0..total {
            assert_eq!(screen.app.cursor().selected, place, "{}", screen.picture());
            assert!(screen.footer().ends_with(&format!("{}/{total}", place + 1)), "{}", screen.footer());
            screen.keys("j");
        }
        let end = screen.rows();
        assert_eq!(screen.keys("j").rows(), end, "there is nothing below the last entry");
        for place in (0..total).rev() {
            assert_eq!(screen.app.cursor().selected, place, "{}", screen.picture());
            screen.keys("k");
        }
    }
}

/// The items that have a line in sight, not covered by the heading that stays.
fn in_sight(screen: &Screen) -> BTreeSet<usize> {
    let app = &screen.app;
    let layout = app.layout();
    let regions = app.regions().expect("the window is large enough");
    let (height, cursor) = (usize::from(regions.list.height), app.cursor());
    let column = layout.column_of(cursor.selected);
    let covered = usize::from(height > 2 && cursor.top > 0);
    let lines = layout.columns.get(column).map_or(&[][..], Vec::as_slice);
    lines.iter().skip(cursor.top + covered).take(height - covered).filter_map(|line| line.at()).collect()
}

#[test]
fn pages_leave_nothing_out() {
    for (down, up, end) in [("<pgdn>", "<pgup>", "G"), ("<c-d>", "<c-u>", "<end>")] {
        for (mut screen, pane) in lists() {
            let total = screen.app.layout().order.len();
            let mut seen = in_sight(&screen);
            let mut before = usize::MAX;
            while screen.app.cursor().selected != before {
                before = screen.app.cursor().selected;
                screen.keys(down);
                seen.extend(in_sight(&screen));
            }
            assert_eq!(before + 1, total, "{down} ends at the last entry of {pane:?}");
            let missed: Vec<usize> = (0..total).filter(|place| !seen.contains(place)).collect();
            assert!(missed.is_empty(), "{down} leaves out {missed:?} of {pane:?}\n{}", screen.picture());
            assert_eq!(screen.keys("g").keys(end).app.cursor().selected + 1, total);
            let mut seen = in_sight(&screen);
            let mut before = usize::MAX;
            while screen.app.cursor().selected != before {
                before = screen.app.cursor().selected;
                screen.keys(up);
                seen.extend(in_sight(&screen));
            }
            assert_eq!(before, 0, "{up} ends at the first entry of {pane:?}");
            let missed: Vec<usize> = (0..total).filter(|place| !seen.contains(place)).collect();
            assert!(missed.is_empty(), "{up} leaves out {missed:?} of {pane:?}\n{}", screen.picture());
        }
    }
}

#[test]
fn sections_are_walked_forth_and_back() {
    for (mut screen, pane) in lists() {
        let groups = screen.app.layout().groups.clone();
        let starts: Vec<usize> = groups
            .iter()
            .enumerate()
            .filter(|(place, group)| *place == 0 || groups.get(place - 1) != Some(*group))
            .map(|(place, _)| place)
            .collect();
        for start in &starts {
            assert_eq!(screen.app.cursor().selected, *start, "{pane:?}\n{}", screen.picture());
            screen.keys("l");
        }
        for start in starts.iter().rev() {
            assert_eq!(screen.app.cursor().selected, *start, "{pane:?}\n{}", screen.picture());
            screen.keys("h");
        }
    }
}

#[test]
fn the_heading_of_a_group_stays_in_the_first_row() {
    for (mut screen, pane) in lists() {
        let mut headings: Vec<(Group, String)> = Vec::new();
        let mut stayed = 0;
        loop {
            let layout = screen.app.layout();
            let (column, top) = (layout.column_of(screen.app.cursor().selected), screen.app.cursor().top);
            let lines = layout.columns.get(column).cloned().unwrap_or_default();
            let rows = screen.list();
            for (row, line) in rows.iter().zip(lines.iter().skip(top)) {
                if let Line::Heading(group) = line
                    && !row.is_empty()
                    && !headings.iter().any(|(known, _)| known == group)
                {
                    headings.push((*group, row.clone()));
                }
            }
            let covers =
                matches!(lines.get(top), Some(Line::Entry(..) | Line::Figure(..) | Line::Below(..) | Line::Pair(..)));
            if let (true, Some(group)) = (covers && top > 0, layout.group_at(column, top)) {
                let known = headings.iter().find(|(known, _)| *known == group).map(|(_, row)| row.clone());
                // The totals of the honours stand under the heads of the columns only.
                let words = |row: &String| row.split_whitespace().take(2).collect::<Vec<_>>().join(" ");
                let first = rows.first().cloned().unwrap_or_default();
                assert_eq!(Some(words(&first)), known.as_ref().map(words), "{pane:?}\n{}", screen.picture());
                stayed += 1;
            }
            let before = screen.app.cursor().selected;
            screen.keys("j");
            if screen.app.cursor().selected == before {
                break;
            }
        }
        if screen.app.layout().columns.first().is_some_and(|lines| lines.len() > 60) {
            assert!(stayed > 5, "{pane:?} {stayed}");
        }
    }
}

#[test]
fn older_searches_come_back_with_up_and_the_draft_with_them() {
    let mut screen = Screen::new(80, 24).press("/粮食<enter>/就业<enter>/farmland<enter>/草");
    // The draft finds something or nothing; from its first row up recalls.
    for wanted in ["farmland", "就业", "粮食", "粮食"] {
        screen.keys("<up>");
        assert_eq!(screen.app.input.text(), wanted, "{}", screen.picture());
        assert!(screen.line(0).contains(wanted));
        assert!(!screen.app.live.is_empty(), "what is recalled is searched");
    }
    for wanted in ["就业", "farmland", "草"] {
        screen.keys("<c-n>");
        assert_eq!(screen.app.input.text(), wanted);
    }
    // A search that was left with Esc is not remembered, one that was followed twice is there once.
    let mut screen = Screen::new(80, 24).press("/粮食<enter>/就业<enter>/粮食<enter>/猪<esc>/");
    for wanted in ["粮食", "就业", "就业"] {
        assert_eq!(screen.keys("<up>").app.input.text(), wanted);
    }
}

#[test]
fn hits_are_grouped_by_pane_and_counted() {
    for (width, height, lang) in [(120, 60, Lang::Zh), (120, 60, Lang::En), (80, 60, Lang::Zh), (40, 60, Lang::Zh)] {
        for query in ["农", "饲养", "增长"] {
            let screen = Screen::new(width, height).lang(lang).press("/").press(query);
            let hits: Vec<EntryId> = screen.app.live.entries().collect();
            assert!(hits.len() > 1, "{query}");
            let tab = |at: EntryId| screen.app.library.get(at).map(|view| view.section().tab());
            let mut counts: Vec<(Tab, usize)> = Vec::new();
            for hit in &hits {
                let tab = tab(*hit).expect("a hit is an entry");
                match counts.last_mut() {
                    Some((last, count)) if *last == tab => *count += 1,
                    _ => counts.push((tab, 1)),
                }
            }
            let distinct: BTreeSet<Tab> = counts.iter().map(|(tab, _)| *tab).collect();
            assert_eq!(distinct.len(), counts.len(), "the hits of a pane stand together: {counts:?}");
            // The pairs are a group behind those of the entries.
            let all = screen.app.live.len();
            assert!(screen.footer().ends_with(&format!("1/{all}")), "{}", screen.footer());
            for (tab, count) in &counts {
                let label = tab.label().get(lang);
                if width >= 76 {
                    assert!(screen.line(0).contains(&format!("{label} {count}")), "{}", screen.line(0));
                } else {
                    assert!(screen.line(0).contains(&all.to_string()), "{}", screen.line(0));
                }
            }
            // Each group under its own heading, in the order of the hits.
            let rows = screen.list();
            let heads: Vec<usize> = counts
                .iter()
                .filter_map(|(tab, _)| rows.iter().position(|row| row.trim_start().starts_with(tab.label().get(lang))))
                .collect();
            assert_eq!(heads.len(), counts.len(), "{}", screen.picture());
            assert!(heads.is_sorted(), "{heads:?}");
            for (place, (_, count)) in counts.iter().enumerate() {
                let from = heads.get(place).copied().unwrap_or(0);
                let pairs = rows.iter().position(|row| row.contains("●─○")).unwrap_or(rows.len());
                let to = heads.get(place + 1).copied().unwrap_or(pairs);
                let list = screen.app.regions().expect("the window is large enough").list;
                let area = |y: usize| Rect { y: list.y + u16::try_from(y).unwrap_or(0), height: 1, ..list };
                let full = (from + 1..to).filter(|y| !screen.rows_of(area(*y)).concat().trim().is_empty()).count();
                if to - from > *count {
                    assert_eq!(full, *count, "{}", screen.picture());
                }
            }
        }
    }
}

#[test]
fn the_search_is_live_and_every_character_narrows_or_keeps_it() {
    let mut screen = Screen::new(100, 30).press("/");
    let mut before = usize::MAX;
    for c in "高标准农田".chars() {
        screen.keys(&c.to_string());
        let found = screen.app.live.len();
        assert!(0 < found && found <= before, "{c}: {found} of {before}");
        before = found;
    }
    for _ in 0..4 {
        screen.keys("<bs>");
        assert!(screen.app.live.len() >= before);
        before = screen.app.live.len();
    }
}

/// The columns of a row, from `x` on, whose characters are underlined, in the `cells` cells of a text.
fn underlined(screen: &Screen, (x, y): (u16, u16), cells: usize) -> Vec<u16> {
    let cells = u16::try_from(cells).expect("a title is short");
    (x..x + cells).filter(|&x| screen.style_at((x, y)).modifier.contains(Modifier::UNDERLINED)).collect()
}

/// The columns at which the marked characters of a text stand that begins at `x`.
fn marked(text: &str, x: u16, ranges: &[std::ops::Range<usize>]) -> Vec<u16> {
    let mut columns = Vec::new();
    let mut at = x;
    for (place, c) in text.chars().enumerate() {
        let cells = u16::try_from(width(c.encode_utf8(&mut [0; 4]))).expect("a character is narrow");
        if ranges.iter().any(|range| range.contains(&place)) {
            columns.extend(at..at + cells);
        }
        at += cells;
    }
    columns
}

#[test]
fn exactly_the_matched_characters_are_marked() {
    let mut titles = 0;
    for lang in Lang::ALL {
        for (width_of, height) in [(120, 60), (80, 60), (60, 40)] {
            for query in QUERIES {
                let screen = Screen::new(width_of, height).lang(lang).press("/").press(query);
                let list = screen.app.regions().expect("the window is large enough").list;
                let found = &screen.app.live;
                for hit in (0..found.len()).filter_map(|at| found.hit(at)) {
                    let view = screen.app.library.get(hit.entry).expect("a hit is an entry");
                    let title = view.entry().title().get(lang);
                    let ranges: Vec<_> = hit
                        .marks
                        .iter()
                        .filter(|mark| mark.field == Field::Title(lang))
                        .flat_map(|mark| mark.ranges.clone())
                        .collect();
                    // Titles that stand twice, in two panes, are told apart by their marks being the same.
                    let places = screen.find_all(&format!(" {title} "));
                    let in_list = |(x, y): &(u16, u16)| *x <= list.x + 3 && (list.y..list.bottom()).contains(y);
                    for (x, y) in places.into_iter().filter(in_list) {
                        let is = underlined(&screen, (x + 1, y), width(title));
                        assert_eq!(
                            is,
                            marked(title, x + 1, &ranges),
                            "{query}: {title} {ranges:?}\n{}",
                            screen.picture()
                        );
                        titles += usize::from(!is.is_empty());
                    }
                }
            }
        }
    }
    assert!(titles > 50, "only {titles} titles with marks were looked at");
}

#[test]
fn marks_stay_in_the_lists_until_esc() {
    let mut screen = Screen::new(100, 30).press("/饲养<enter>j");
    let underlined = |screen: &Screen| {
        screen.cells().content().iter().filter(|cell| cell.modifier.contains(Modifier::UNDERLINED)).count()
    };
    assert!(underlined(&screen) >= 4, "{}", screen.picture());
    assert_eq!(underlined(screen.keys("<esc>")), 0, "{}", screen.picture());
}

#[test]
fn the_details_of_every_entry_name_heading_and_sentence() {
    for (width, height) in [(120, 40), (80, 24)] {
        for lang in Lang::ALL {
            for (pane, keys) in PANES.into_iter().filter(|(pane, _)| *pane != Pane::Compare) {
                let mut screen = Screen::new(width, height).lang(lang).press(keys);
                let total = screen.app.layout().order.len();
                for _ in 0..total.div_ceil(3) {
                    let view = screen.app.selected().expect("an entry is selected");
                    let sentence = match lang {
                        Lang::Zh => format!("第 {} 句", view.entry().sentence()),
                        Lang::En => format!("sentence {}", view.entry().sentence()),
                    };
                    let start: String = view.section().heading().chars().take(3).collect();
                    let source = screen.details().into_iter().find(|row| row.contains(&sentence));
                    assert!(source.is_some_and(|row| row.contains(&start)), "{pane:?}\n{}", screen.picture());
                    // A long title may be cut for its source.
                    let title: String = view.entry().title().get(lang).chars().take(20).collect();
                    assert!(screen.details().iter().any(|row| row.contains(&title)), "{}", screen.picture());
                    screen.keys("jjj");
                }
            }
        }
    }
}

#[test]
fn the_page_of_every_entry_names_its_whole_heading() {
    for (width, lang) in [(120, Lang::Zh), (80, Lang::En), (40, Lang::Zh)] {
        for (_, keys) in PANES.into_iter().filter(|(pane, _)| *pane != Pane::Compare) {
            let mut screen = Screen::new(width, 60).lang(lang).press(keys).press("<enter>");
            let total = screen.app.layout().order.len();
            for _ in 0..total.div_ceil(5) {
                let view = screen.app.selected().expect("an entry is selected");
                let bare = |text: &str| text.chars().filter(|c| !c.is_whitespace()).collect::<String>();
                let text = bare(&screen.list().concat());
                assert!(text.contains(&bare(view.section().heading())), "{}", screen.picture());
                assert!(text.contains(&bare(&view.entry().title().zh)), "{}", screen.picture());
                assert!(text.contains(&bare(view.entry().id())), "{}", screen.picture());
                screen.keys("jjjjj");
            }
        }
    }
}

#[test]
fn a_growth_bar_is_as_long_as_its_rate_and_a_share_as_its_share() {
    let growth = [10.0, 20.0, 25.0, 50.0, 0.1, -5.0];
    let shares = [50.0, 100.0, 120.0, 0.0];
    let entries = |values: &[f64], basis: &str| {
        let names = ["甲甲", "乙乙", "丙丙", "丁丁", "戊戊", "己己"];
        values.iter().zip(names).map(|(&value, name)| (name, vec![figure(value, basis)])).collect::<Vec<_>>()
    };
    let made = report(&[("a", "review", entries(&growth, "growth")), ("b", "tasks", entries(&shares, "share"))]);
    for (width, height) in [(120, 40), (100, 30), (80, 24)] {
        let screen = Screen::over(made.clone(), width, height);
        let lengths: Vec<usize> = rows_with_numbers(&screen).iter().map(|row| halves(row)).collect();
        let longest = lengths.iter().copied().max().unwrap_or(0);
        assert!(longest >= 24, "{}", screen.picture());
        let wanted: Vec<usize> = growth
            .iter()
            .map(|rate| {
                let share = rate / 50.0 * f64::from(u32::try_from(longest).unwrap_or(0));
                // A fall has no bar, and the least growth is not nothing.
                let length =
                    (0..=longest).rev().find(|&length| f64::from(u32::try_from(length).unwrap_or(0)) <= share.round());
                if *rate > 0.0 { length.unwrap_or(0).max(1) } else { 0 }
            })
            .collect();
        assert_eq!(lengths, wanted, "{}", screen.picture());
        assert!(screen.shows("−5"), "a fall shows its sign\n{}", screen.picture());
        let screen = Screen::over(made.clone(), width, height).press("3");
        let rows = rows_with_numbers(&screen);
        let lengths: Vec<usize> = rows.iter().map(|row| halves(row)).collect();
        let rests: Vec<usize> = rows.iter().map(|row| row.chars().filter(|c| *c == '─').count()).collect();
        let whole = lengths.get(1).copied().unwrap_or(0);
        assert_eq!(lengths, [whole / 2, whole, whole, 0], "{}", screen.picture());
        assert_eq!(rests, [whole / 4, 0, 0, whole / 2], "the rest is what is missing to 100 %\n{}", screen.picture());
        assert!(rows.get(2).is_some_and(|row| row.contains("120")), "the number tells the truth");
    }
}

/// The rows of the list that hold an entry.
fn rows_with_numbers(screen: &Screen) -> Vec<String> {
    screen
        .list()
        .into_iter()
        .filter(|row| row.contains(" %") && row.contains(['甲', '乙', '丙', '丁', '戊', '己']))
        .collect()
}

fn growth_count(section: &Section) -> usize {
    let figures = section.entries().iter().flat_map(sulan::report::Entry::figures);
    figures.filter(|figure| figure.basis() == Basis::Growth).count()
}

fn blocks(text: &str) -> usize {
    text.chars().filter(|c| BLOCKS.contains(c)).count()
}

#[test]
fn a_sparkline_stands_only_where_there_are_three_growth_rates() {
    let names = ["甲", "乙", "丙", "丁"];
    let entries =
        |count: usize| names.iter().take(count).map(|name| (*name, vec![figure(7.0, "growth")])).collect::<Vec<_>>();
    let made = report(&[
        ("a", "review", entries(1)),
        ("b", "review", entries(2)),
        ("c", "review", entries(3)),
        ("d", "review", entries(4)),
    ]);
    let mut drawn = 0;
    for library in [made, library()] {
        let wide = Screen::over(library.clone(), 120, 40);
        let sections = wide.app.regions().and_then(|regions| regions.sections).expect("the list of sections is there");
        let rows = wide.rows_of(sections);
        for section in library.reports().flat_map(sulan::report::Report::sections).filter(|s| s.tab() == Tab::Review) {
            let rates = growth_count(section);
            let wanted = if rates >= 3 { rates } else { 0 };
            let name = format!(" {} ", section.name().zh);
            let row = rows.iter().find(|row| format!("{row} ").contains(&name)).cloned().unwrap_or_default();
            assert_eq!(blocks(&row), wanted, "{name}: {row}\n{}", wide.picture());
            drawn += usize::from(wanted > 0);
        }
        // Without the list of sections the headings carry them.
        let mut middle = Screen::over(library.clone(), 80, 40);
        for section in library.reports().flat_map(sulan::report::Report::sections).filter(|s| s.tab() == Tab::Review) {
            let rates = growth_count(section);
            let wanted = if rates >= 3 { rates } else { 0 };
            let heading = middle.list().into_iter().find(|row| row.contains(section.heading()));
            let heading = heading.unwrap_or_else(|| panic!("no {}\n{}", section.heading(), middle.picture()));
            assert_eq!(blocks(&heading), wanted, "{heading}");
            middle.keys("l");
        }
    }
    assert!(drawn > 2, "{drawn}");
}

#[test]
fn the_marks_of_every_section_of_tasks_are_its_tasks_in_their_order() {
    for lang in Lang::ALL {
        let screen = Screen::new(120, 40).lang(lang).press("3");
        let area = screen.app.regions().and_then(|regions| regions.sections).expect("the list of sections is there");
        let rows = screen.rows_of(area);
        let mut marks: Vec<String> = Vec::new();
        // The row of the heads, which explains the marks, holds words between them.
        for row in rows.iter().skip(1) {
            let shown: String = row.chars().filter(|c| matches!(c, '▪' | '▫')).collect();
            let named = row.chars().nth(3).is_some_and(|c| c != ' ');
            match marks.last_mut() {
                _ if shown.is_empty() => {}
                Some(last) if !named => *last += &shown,
                _ => marks.push(shown),
            }
        }
        let wanted: Vec<String> = screen
            .app
            .library
            .reports()
            .flat_map(sulan::report::Report::sections)
            .filter(|section| section.tab() == Tab::Tasks)
            .map(|section| section.entries().iter().map(|e| if e.figures().is_empty() { '▫' } else { '▪' }).collect())
            .collect();
        assert_eq!(marks, wanted, "{}", screen.picture());
    }
}

#[test]
fn every_name_of_an_honour_is_read_whole_in_the_list() {
    for (width, height) in ALL_SIZES {
        for lang in Lang::ALL {
            let mut screen = Screen::new(width, height).lang(lang).press("2");
            for _ in 0..screen.app.layout().order.len() {
                let name = screen.app.selected().expect("an honour").entry().title().get(lang).to_owned();
                let at = screen.list().iter().position(|row| row.trim_start().starts_with('>')).expect("a selection");
                // What stands two cells away is of another column.
                let cell =
                    |row: &String| row.trim_start_matches([' ', '>']).split("  ").next().unwrap_or_default().to_owned();
                let rows: Vec<String> = screen.list().iter().skip(at).take(2).map(cell).collect();
                let (first, second) = (rows.first().expect("a row").trim(), rows.get(1).map_or("", |row| row.trim()));
                let parted = name.match_indices(second).filter(|_| !second.is_empty());
                let parted = parted.map(|(at, _)| name.get(..at).unwrap_or_default().trim());
                let whole = first.starts_with(&name) || parted.into_iter().any(|start| first.starts_with(start));
                assert!(whole && !first.contains('…'), "{name:?} at {width}x{height}\n{}", screen.picture());
                screen.keys("j");
            }
        }
    }
}

#[test]
fn words_in_the_place_of_a_number_are_read_whole_in_the_narrowest_window() {
    for lang in Lang::ALL {
        let mut screen = Screen::new(40, 10).lang(lang).press("4");
        for _ in 0..6 {
            let words = screen.app.selected().and_then(|view| Some(view.words()?.get(lang).to_owned()));
            let words = words.unwrap_or_default();
            assert!(screen.list().iter().any(|row| row.contains(&words)), "{words}\n{}", screen.picture());
            screen.keys("j");
        }
    }
}

#[test]
fn honours_and_pairs_are_all_there_once() {
    let screen = Screen::new(120, 40).press("2");
    let entries: BTreeSet<EntryId> =
        screen.app.library.entries().filter(|view| view.tab() == Tab::Honours).map(|view| view.at()).collect();
    let listed: Vec<EntryId> = screen
        .app
        .layout()
        .order
        .iter()
        .filter_map(|item| if let Item::Entry(at) = item { Some(*at) } else { None })
        .collect();
    assert_eq!(listed.len(), entries.len());
    assert_eq!(listed.iter().copied().collect::<BTreeSet<_>>(), entries);
    let screen = Screen::new(120, 40).press("5");
    let pairs: BTreeSet<usize> = screen
        .app
        .layout()
        .order
        .iter()
        .filter_map(|item| if let Item::Pair(at) = item { Some(*at) } else { None })
        .collect();
    assert_eq!(pairs.len(), screen.app.context().pairs.all().len());
    assert_eq!(pairs.len(), screen.app.layout().order.len());
}

#[test]
fn an_empty_report_is_a_screen_too() {
    let made = report(&[("a", "review", Vec::new())]);
    for (width, height) in [(120, 40), (80, 24), (40, 10)] {
        for keys in
            ["", "2", "3", "4", "5", "<enter>", "/", "/农<enter>", "?", "??", "5f", "jkhlgG<pgdn><pgup>", "nNfcst"]
        {
            for lang in Lang::ALL {
                Screen::over(made.clone(), width, height).lang(lang).press(keys);
            }
        }
    }
}

#[test]
fn the_row_of_every_search_result_names_the_entry() {
    for (cells, height) in [(120, 40), (80, 24), (40, 10)] {
        for query in QUERIES {
            let mut screen = Screen::new(cells, height).press("/").press(query);
            for _ in 0..screen.app.live.len().min(12) {
                let view = screen.app.selected().expect("a hit is selected");
                let title = &screen.app.selected_pair().map_or(view.entry().title(), |pair| pair.name()).zh;
                let start: String = title.chars().take(4).collect();
                let row = screen.list().into_iter().find(|row| row.trim_start().starts_with('>')).unwrap_or_default();
                assert!(row.contains(&start), "{start}\n{}", screen.picture());
                screen.keys("<down>");
            }
        }
    }
}

#[test]
fn a_click_goes_to_the_row_that_it_is_on_and_a_second_one_opens_it() {
    for (mut screen, pane) in lists() {
        screen.keys("<pgdn>");
        let regions = screen.app.regions().expect("the window is large enough");
        let total = screen.app.layout().order.len();
        let mut hit = 0;
        for y in regions.list.top()..regions.list.bottom() {
            let at = (regions.list.x + 5, y);
            let Some(Action::Select(place)) = sulan::ui::pointed(&screen.app, at.0, at.1) else {
                continue;
            };
            assert!(place < total, "{place} of {total}");
            let row = screen.rows_of(Rect { y, height: 1, ..regions.list }).concat();
            screen.click(at);
            assert_eq!(screen.app.cursor().selected, place, "{}", screen.picture());
            if !matches!(pane, TARGETS | Pane::Compare) && screen.cursor().map(|(_, y)| y) == Some(y) {
                let start: String = screen.selected_row().chars().take(5).collect();
                assert!(row.contains(start.trim()), "{row}\n{}", screen.picture());
            }
            let (_, y) = screen.cursor().expect("the selection is in sight");
            screen.click((at.0, y));
            assert_eq!(screen.app.mode(), Mode::Page, "{pane:?}\n{}", screen.picture());
            screen.keys("<esc>");
            hit += 1;
        }
        assert!(hit > 2, "{pane:?} {hit}\n{}", screen.picture());
    }
}

#[test]
fn a_click_on_a_tab_or_on_a_key_of_the_footer_does_what_it_says() {
    for (width, height) in [(120, 40), (80, 24), (40, 10)] {
        for (pane, _) in PANES {
            let mut screen = Screen::new(width, height);
            let (x, y) = screen.find(pane.label().get(Lang::Zh));
            assert_eq!(y, 0);
            screen.click((x + 1, 0));
            assert_eq!(screen.app.pane, pane, "{}", screen.picture());
        }
        let mut screen = Screen::new(width, height);
        let (x, y) = screen.find("? ");
        assert_eq!(screen.click((x, y)).app.mode(), Mode::Help);
        let mut screen = Screen::new(width, height);
        let last = height - 1;
        let (x, _) = screen.find_all("/ ").into_iter().find(|at| at.1 == last).expect("the footer offers the search");
        assert_eq!(screen.click((x, last)).app.mode(), Mode::Search);
    }
}

#[test]
fn a_click_anywhere_is_safe_and_on_a_hit_selects_it() {
    for (_, keys) in PANES.into_iter().chain([(REVIEW, "/农"), (REVIEW, "?"), (REVIEW, "<enter>"), (REVIEW, "/")]) {
        for (width, height) in [(120, 40), (40, 10), (20, 5)] {
            let screen = Screen::new(width, height).press(keys);
            let (entries, hits) = (screen.app.layout().order.len(), screen.app.live.len());
            let most = if screen.app.mode() == Mode::Search { hits } else { entries };
            for y in 0..height + 2 {
                for x in 0..width + 2 {
                    if let Some(Action::Select(place)) = sulan::ui::pointed(&screen.app, x, y) {
                        assert!(place < most, "{x},{y} selects {place} of {most}\n{}", screen.picture());
                    }
                }
            }
        }
    }
    let mut screen = Screen::new(80, 24).press("/农");
    let y = screen.find_reversed(">").1 + 1;
    screen.click((10, y));
    assert_eq!(screen.app.hit.selected, 1, "{}", screen.picture());
    let entry = screen.selected();
    screen.click((10, y));
    assert_eq!((screen.app.mode(), screen.selected()), (Mode::Browse, entry), "{}", screen.picture());
}

#[test]
fn a_search_opened_by_a_character_begins_at_its_first_hit() {
    let few = Screen::new(120, 40).press("/林").app.live.len();
    let mut screen = Screen::new(120, 40).press("/业<enter>林<esc>");
    assert!(screen.app.kept.len() > few + 1, "the walk goes further than the next search has hits");
    screen.keys("1g").keys(&"n".repeat(few + 2)).keys("林");
    assert_eq!(screen.app.hit.selected, 0, "{}", screen.picture());
}

#[test]
fn the_axis_of_the_targets_stays_at_every_height() {
    // That something stands in the first row is checked on every screen.
    for height in 16..=45 {
        for (width, lang) in [(124, Lang::Zh), (80, Lang::En)] {
            let mut screen = Screen::new(width, height).lang(lang).press("4");
            for _ in 0..9 {
                screen.keys("j");
            }
            for _ in 0..9 {
                screen.keys("k");
            }
        }
    }
}

#[test]
fn a_hit_keeps_its_number_apart_from_its_unit_and_shows_what_stands_around_the_match() {
    for (lang, (width, height), keys, row) in [
        // 9.528 has more decimals than most: it must not touch its unit, nor cut it.
        (Lang::En, (120, 40), "/grain", "9.528 bn jin"),
        // No room for the sections: the unit stays.
        (Lang::En, (60, 20), "/gao", "New high-sta…  高标准农田    870,000     mu"),
        (Lang::En, (70, 20), "/gao", "New high-standard farmland  高标准农…  870,000     mu       pinyin"),
        (Lang::Zh, (60, 20), "/gao", "高频政务服务网办率                   +12.5  百分点  拼音"),
        // A match inside a note, and words that stand where a number would.
        (Lang::Zh, (80, 24), "/gao", "粮食产量  克服灾情影响，再创新高              95.28 亿斤"),
        (Lang::Zh, (80, 24), "/gao", "基本养老保险参保率  提高到的水平              94.5  %"),
        // A long title leaves room for what was found instead of it.
        (Lang::En, (80, 24), "/gbznt", "New high-standard farmland  新建高标准农田 870,000 mu  Countryside"),
        (Lang::En, (80, 24), "/still", "Beidahu Resort visitors  still a national l…  A new high  Services"),
    ] {
        let screen = Screen::new(width, height).lang(lang).press(keys);
        assert!(screen.rows().iter().any(|line| line.contains(row)), "{row}\n{}", screen.picture());
    }
}

#[test]
fn what_is_typed_together_is_searched_for_once() {
    let mut screen = Screen::new(80, 24).press("/");
    for c in "粮食产量".chars() {
        screen.app.take_in(Action::Insert(c.to_string()));
        assert_eq!(screen.app.live.query(), "", "a search for each key");
    }
    screen.app.catch_up();
    assert_eq!(screen.app.live.query(), "粮食产量");
    // What needs the hits does not wait.
    screen.app.take_in(Action::Edit(Edit::DeleteToStart));
    screen.app.take_in(Action::Insert("马拉松".to_owned()));
    screen.app.take_in(Action::Open);
    screen.draw();
    assert!(screen.selected_row().contains("马拉松"), "{}", screen.picture());
}

#[test]
fn the_wheel_fetches_no_older_search() {
    let wheel = |kind| Event::Mouse(MouseEvent { kind, column: 10, row: 10, modifiers: KeyModifiers::NONE });
    let mut screen = Screen::new(80, 24).press("/马拉松<enter>/粮食");
    screen.feed(wheel(MouseEventKind::ScrollDown));
    assert_eq!(screen.app.hit.selected, 1);
    for _ in 0..3 {
        screen.feed(wheel(MouseEventKind::ScrollUp));
    }
    assert_eq!((screen.app.hit.selected, screen.app.input.text().as_str()), (0, "粮食"));
    screen.keys("<up>");
    assert_eq!(screen.app.input.text(), "马拉松", "the arrow does");
}

#[test]
fn in_a_narrow_window_the_form_of_the_source_gives_way_and_a_long_name_but_no_number() {
    let mut screen = Screen::new(40, 40).press("3L");
    while screen.app.selected().is_some_and(|view| view.entry().id() != "tasks.productive.chemicals") {
        screen.keys("j");
    }
    let details = screen.details();
    assert!(details.iter().any(|row| row.ends_with("towards 100 bn yuan")), "{details:?}");
    let mut screen = Screen::new(49, 36).press("1L");
    while screen.app.selected().is_some_and(|view| view.entry().id() != "review.rural.farmland") {
        screen.keys("j");
    }
    let details = screen.details().join("\n");
    assert!(details.contains("670,000 mu"), "{details}");
}

#[test]
fn the_first_row_names_the_place_from_fifty_five_columns_on_in_both_languages() {
    for (width, lang, named) in [
        (55, Lang::En, "Jilin City "),
        (60, Lang::En, "Jilin City 2025 "),
        (80, Lang::En, "Jilin City 2025 "),
        (49, Lang::Zh, "吉林市 2025 "),
        (60, Lang::Zh, "吉林市 2025 "),
    ] {
        for keys in ["0", "1", "5"] {
            let screen = Screen::new(width, 20).lang(lang).press(keys);
            assert!(screen.line(0).trim_start().starts_with(named), "{width}\n{}", screen.picture());
        }
        // Where the opening page is its digit, a click on that leads there.
        let mut screen = Screen::new(width, 20).lang(lang).press("1");
        let row = screen.line(0);
        let at = row.find(" 0 ").map_or_else(
            || screen.find(Pane::Overview.label().get(lang)),
            |at| (u16::try_from(row.get(..=at).map_or(0, sulan::text::width)).unwrap_or(0), 0),
        );
        screen.click(at);
        assert_eq!(screen.app.pane, Pane::Overview, "{width}\n{}", screen.picture());
    }
}
