//! The past of a target: a line of other years behind it, in a column that the first frame keeps free, and what
//! was promised and delivered in the details, on the page and in `sulan show`.

use crate::common::reports::{dated, library_of};
use crate::common::{ALL_SIZES, Screen, TARGETS, library};
use serde_json::{Value, json};
use sulan::app::{Looks, Pane};
use sulan::library::Past;
use sulan::text::{Lang, width};

/// The built-in report in a pane before a thread has read its past.
fn first_frame(pane: Pane, (width, height): (u16, u16), lang: Lang) -> Screen {
    let mut screen = Screen::over(library(), width, height);
    screen.app.set_past(Past::BuiltIn);
    screen.app.pane = pane;
    screen.lang(lang)
}

/// Whether a row holds a line of this many years, gaps included.
fn holds_line(row: &str) -> bool {
    let is_line = |c: char| ('▁'..='█').contains(&c) || c == '·';
    row.split(' ').any(|word| word.chars().count() == 12 && word.chars().all(is_line) && word.contains('·'))
}

#[test]
fn the_past_comes_after_the_first_frame_into_a_column_kept_free() {
    for size in ALL_SIZES {
        for (pane, lang) in [Pane::Overview, TARGETS].into_iter().flat_map(|pane| [(pane, Lang::Zh), (pane, Lang::En)])
        {
            let mut screen = first_frame(pane, size, lang);
            assert!(!screen.app.library.has_past(), "the first frame has read the past");
            let before = screen.list();
            screen.learn();
            let after = screen.list();
            for (old, new) in before.iter().zip(&after) {
                let kept = old.chars().zip(new.chars()).all(|(old, new)| old == new || old == ' ');
                assert!(kept && width(old.trim_end()) <= width(new), "{size:?} moved\n{old}\n{new}");
            }
            // Five of six targets have one; a low window shows the first four of them.
            let lines = after.iter().filter(|row| holds_line(row)).count();
            // A line is there whole or the column is left out whole.
            let headed = screen.shows("2013    2024");
            assert!(if headed { lines >= 4 } else { lines == 0 }, "{size:?} {lang:?}\n{}", screen.picture());
            // Beside the axis, which becomes short where titles are long; in English 60 columns have no room for it beside
            // the differences, which the details do not show line by line.
            let cells = if pane == Pane::Overview && size.0 >= 112 { size.0 / 2 } else { size.0 };
            let room = cells >= 60 && (pane == TARGETS || lang == Lang::Zh || cells > 60);
            assert!(headed || !room, "{size:?} {lang:?}\n{}", screen.picture());
        }
    }
}

#[test]
fn the_line_of_a_target_has_its_gaps() {
    for pane in [Pane::Overview, TARGETS] {
        let mut screen = Screen::new(120, 40);
        screen.app.pane = pane;
        screen.keys("g");
        // Results of 2013, 2014, 2015 and 2021; those of 2019 and 2020 are words.
        assert!(screen.shows("▇▅▅·····▅···"), "{}", screen.picture());
        // Of the revenue 2014 is in words, of the incomes there is no series.
        assert!(screen.shows("▇·▁·····▅···"), "{}", screen.picture());
        screen.app.set_looks(Looks { mono: false, ascii: true });
        screen.draw();
        assert!(screen.shows("%++.....+..."), "{}", screen.picture());
    }
}

#[test]
fn details_say_what_was_promised_and_delivered() {
    let screen = Screen::new(120, 40).press("4g");
    let said = screen.details().join("\n");
    assert!(said.contains("历年    %") && said.contains("2021 ○ ≥+7 ● +7   2022 ○ +7–8   2023 ○ +6–7"), "{said}");
    // What stands in the report itself is in the rows above.
    assert!(!said.contains("2025 ○ ≈+6"), "{said}");
}

/// Reports of one place over six years and one of another place.
fn folder() -> Vec<Value> {
    let growth = |value: f64, role: &str, year: i32| json!({"indicator": "gdp-growth", "value": value, "unit": "%", "basis": "growth", "role": role, "year": year});
    let report = |year: i32, place: (&str, &str), value: f64| {
        let result = growth(value, "result", year - 1);
        let target = growth(f64::from(year - 2015), "target", year);
        dated(&format!("{}-{year}", place.1), year, place, (vec![result], vec![target]))
    };
    let here = ("甲市", "Jia");
    let mut all: Vec<Value> =
        [(2018, 4.0), (2019, 8.0), (2022, 2.0), (2023, 6.0)].map(|(year, value)| report(year, here, value)).into();
    all.push(report(2023, ("乙市", "Yi"), 5.0));
    all
}

#[test]
fn of_a_folder_the_past_of_a_place_is_that_of_its_own_reports() {
    let mut screen = Screen::over(library_of(&folder()), 120, 40).press("]]]4g");
    assert!(screen.shows("2011    2022"), "{}", screen.picture());
    assert!(screen.shows("······▄▇··▂▅"), "{}", screen.picture());
    let said = screen.details().join("\n");
    assert!(said.contains("2018 ○ +3 ● +8") && said.contains("2019 ○ +4"), "{said}");
    // The other place has one report: no line, and no column for one.
    screen.keys("]");
    assert!(screen.shows("乙市") && !screen.shows("2011    2022"), "{}", screen.picture());
    assert!(!screen.details().join("").contains("历年"), "{}", screen.picture());
}

#[test]
fn while_reports_are_read_the_column_is_kept() {
    let reports = folder();
    let one = reports.first().expect("there are reports").clone();
    let mut screen = Screen::over(library_of(&[one]), 80, 24).press("4");
    assert!(!screen.shows("2006    2017"));
    screen.app.set_total(Some(5));
    screen.draw();
    assert!(screen.shows("2006    2017"), "{}", screen.picture());
    screen.app.set_total(None);
    screen.draw();
    assert!(!screen.shows("2006    2017"), "{}", screen.picture());
}
