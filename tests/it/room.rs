//! Nothing is cut for the sake of a column that no row needs: each test names a place where it was.

use crate::common::reports::{dated, growth, library_of, many, plots, vast};
use crate::common::{ALL_SIZES, Screen};
use serde_json::json;
use sulan::app::Looks;
use sulan::text::Lang;

#[test]
fn sections_of_hits_have_the_cells_that_nothing_else_needs() {
    for (width, height) in [(100, 30), (120, 40), (160, 45)] {
        let screen = Screen::over(many(), width, height).press("/农业");
        assert!(screen.shows("2025年工作回顾") && screen.shows("2026年主要目标"), "{}", screen.picture());
    }
    let screen = Screen::over(vast(), 100, 30).press("/重点工作");
    assert!(screen.shows("第0部分，坚持以高质量发展为主题"), "{}", screen.picture());
}

#[test]
fn what_matched_beside_a_title_is_whole_before_columns_that_are_kept_for_other_hits() {
    let screen = Screen::new(100, 30).lang(Lang::En).press("/农");
    assert!(screen.shows("Farm service organisations  农业社会化服务组织  "), "{}", screen.picture());
    let screen = Screen::over(plots(3, 20), 120, 40).press("/plot");
    assert!(screen.list().iter().all(|row| !row.contains('…')), "{}", screen.picture());
}

#[test]
fn titles_and_sub_headings_beyond_their_budget_have_the_cells_that_no_note_needs() {
    for pane in ["1", "3", "3ff"] {
        let screen = Screen::over(vast(), 200, 50).press(pane);
        let list = screen.list().join("\n");
        assert!(list.contains("重点民生工程项目建设和运营管理全面提质增效工作"), "{}", screen.picture());
        assert!(!list.contains('…') || list.contains("持续推动基础设施互联互通水平不断"), "{}", screen.picture());
    }
}

#[test]
fn every_winner_of_an_honour_is_whole_wherever_there_is_a_column_for_them() {
    for (width, height) in ALL_SIZES.into_iter().filter(|size| size.0 >= 60) {
        for (lang, winners) in
            [(Lang::Zh, ["红石砬子考古项目", "东市财富等商圈"]), (Lang::En, ["Hongshilazi", "Business districts 3"])]
        {
            let mut seen = String::new();
            let mut screen = Screen::new(width, height).lang(lang).press("2");
            for _ in 0..14 {
                seen += &screen.list().join("\n");
                screen.keys("j");
            }
            assert!(!seen.contains('…'), "{}", screen.picture());
            for winner in winners {
                assert!(seen.contains(winner), "{winner}\n{}", screen.picture());
            }
        }
    }
    // Beside the matrix the name stands below its medals.
    let screen = Screen::new(160, 45).lang(Lang::En).press("2");
    let (x, y) = screen.find("Business districts 3");
    let below = screen.line(y + 1);
    let name = below.chars().skip(usize::from(x)).collect::<String>();
    assert!(name.starts_with("Dongshi Caifu"), "{}", screen.picture());
}

#[test]
fn names_of_pairs_have_what_no_chart_needs() {
    let screen = Screen::new(62, 17).press("5G");
    let rows = screen.list().join("\n");
    assert!(!rows.contains('…'), "{}", screen.picture());
}

#[test]
fn a_source_without_room_for_its_heading_has_no_sign_of_a_cut_in_its_place() {
    for width in 40..60 {
        let screen = Screen::over(many(), width, 36).lang(Lang::En).press("/长");
        let details = screen.details().join("\n");
        assert!(!details.contains("·…") && !details.contains("· …"), "{}", screen.picture());
    }
}

#[test]
fn bars_of_the_opening_page_are_long_enough_to_tell_promises_apart() {
    for lang in Lang::ALL {
        let screen = Screen::opening(120, 40).lang(lang);
        let titles =
            if lang == Lang::Zh { ["禽饲养量", "牛饲养量"] } else { ["Poultry raised", "Cattle raised"] };
        let promises = titles.map(|title| {
            let (x, y) = screen.find(title);
            screen.find_all("○").into_iter().find(|at| at.1 == y && at.0 > x).map(|at| at.0)
        });
        assert!(promises[0].is_some() && promises[0] < promises[1], "{promises:?}\n{}", screen.picture());
    }
}

#[test]
fn the_list_of_sections_never_takes_the_bars_away() {
    for lang in Lang::ALL {
        let mut listed = 0;
        for width in 80..=140 {
            let screen = Screen::new(width, 30).lang(lang).press("1");
            assert!(screen.list().iter().any(|row| row.contains("━━━")), "{}", screen.picture());
            let cells = screen.app.regions().and_then(|regions| regions.sections).map_or(0, |area| area.width);
            if cells > 0 {
                listed += 1;
            }
            // Beside names and first figures alone the headings have the lines of rates.
            if cells >= 36 {
                assert!(screen.shows("▁▁▂▄▂▄"), "{}", screen.picture());
            }
        }
        assert!(listed >= 25, "{listed}");
    }
}

/// The windows from 80 columns on in which something changes, and those that people have.
const WIDER: [u16; 18] = [80, 81, 90, 99, 100, 101, 109, 110, 115, 117, 118, 119, 120, 131, 133, 140, 160, 200];

/// The marks of bars, and of what stands on them.
const DRAWN: &str = "━╸╍╾─●○◉▁▂▃▄▅▆▇█▪▫−";

/// What the rows of a list say, without blanks and without the year that gives way before a bar, scopes apart from their
/// numbers, which may take a unit along; and the rows with a bar.
fn said(screen: &Screen) -> (Vec<String>, usize) {
    let rows = screen.list();
    let texts = rows
        .iter()
        .flat_map(|row| row.split(|c| DRAWN.contains(c) || "（(".contains(c)))
        .flat_map(|text| text.split("  "));
    let texts = texts.map(|text| text.trim_matches([' ', '>', '…', '%']).replace("2024 +", "+").replace("2025 +", "+"));
    let bars = rows.iter().filter(|row| row.contains('%') && row.contains(['━', '╸', '╍', '╾'])).count();
    (texts.map(|text| text.replace(' ', "")).filter(|text| !text.is_empty()).collect(), bars)
}

#[test]
fn what_stands_in_80_columns_stands_in_every_wider_window() {
    for lang in Lang::ALL {
        for pane in ["1", "3"] {
            let narrow = said(&Screen::new(80, 260).lang(lang).press(pane));
            for width in WIDER {
                let screen = Screen::new(width, 260).lang(lang).press(pane);
                let (texts, bars) = said(&screen);
                let all = texts.concat();
                let missing: Vec<&String> = narrow.0.iter().filter(|text| !all.contains(text.as_str())).collect();
                assert!(missing.is_empty(), "{width} {lang:?} {pane}: {missing:?}\n{}", screen.picture());
                assert!(bars >= narrow.1 && bars > 3, "{width} {lang:?} {pane}: {bars} of {} bars", narrow.1);
            }
        }
    }
}

#[test]
fn the_sections_are_listed_from_100_columns_on() {
    for (lang, pane, first, last) in [
        (Lang::Zh, "1", "工业", "安全稳定"),
        (Lang::Zh, "3", "新质生产力", "平安江城"),
        (Lang::En, "1", "Industry", "Safety"),
        (Lang::En, "3", "New forces", "Safe city"),
    ] {
        for width in WIDER.into_iter().filter(|width| *width >= 100) {
            let screen = Screen::new(width, 30).lang(lang).press(pane);
            let area = screen.app.regions().and_then(|regions| regions.sections);
            let rows = area.map(|area| screen.rows_of(area)).unwrap_or_default().join("\n");
            assert!(rows.contains(first) && rows.contains(last), "{}", screen.picture());
            // Each says how much of it is in numbers, or its first number.
            let shown = ["▪▫▪", "2/18", "+4.5"].iter().any(|said| rows.contains(said));
            assert!((shown || width < 110) && !rows.contains('…'), "{}", screen.picture());
        }
    }
}

#[test]
fn the_name_of_a_section_has_the_cells_that_no_number_needs() {
    for width in 105..=140 {
        for lang in Lang::ALL {
            let screen = Screen::over(many(), width, 40).lang(lang).press("1");
            assert!(screen.shows("2025年工作回顾") && !screen.shows("年工作…"), "{}", screen.picture());
        }
    }
}

#[test]
fn the_name_of_a_pair_goes_on_in_a_second_row_before_it_is_cut() {
    for (width, height) in ALL_SIZES {
        for lang in Lang::ALL {
            for keys in ["5", "5G", "5Gggf"] {
                let mut screen = Screen::new(width, height).lang(lang).press(keys);
                for _ in 0..12 {
                    assert!(screen.list().iter().all(|row| !row.contains('…')), "{}", screen.picture());
                    screen.keys("<pgup>");
                }
            }
        }
    }
}

#[test]
fn in_the_narrowest_window_a_pair_has_one_row_where_its_name_is_whole_in_it() {
    let screen = Screen::new(40, 10).lang(Lang::En).press("5");
    for row in ["Domestic visits    +21.6  ≥+20% ≥−1.6", "●2024 ○2025"] {
        assert!(screen.shows(row), "{}", screen.picture());
    }
    let named = ["Fixed-asset investment", "Domestic visits", "Domestic visitor spending", "Pigs raised"];
    assert!(named.iter().all(|name| screen.shows(name)), "{}", screen.picture());
}

#[test]
fn a_pair_that_stands_alone_says_its_section_where_others_have_a_chart() {
    for (lang, section) in [(Lang::Zh, "安全稳定"), (Lang::En, "Safety")] {
        for (width, height) in ALL_SIZES.into_iter().filter(|size| size.0 >= 100) {
            let screen = Screen::new(width, height).lang(lang).press("5G");
            assert!(screen.list().iter().any(|row| row.ends_with(section)), "{}", screen.picture());
        }
    }
}

#[test]
fn a_heading_of_tasks_is_whole_before_its_gauge() {
    let screen = Screen::new(80, 24).press("3G");
    assert!(screen.list().iter().all(|row| !row.contains('…')), "{}", screen.picture());
    let screen = Screen::new(60, 20).press("3");
    assert!(screen.shows("(一) 发展新质生产力、打造产业竞争新优"), "{}", screen.picture());
}

#[test]
fn a_fall_has_its_sign_in_a_line_of_years() {
    for (lang, name) in [(Lang::Zh, "生产安全事故起数"), (Lang::En, "Work accidents")] {
        for ascii in [false, true] {
            let mut screen = Screen::new(120, 60).lang(lang);
            screen.app.set_looks(Looks { ascii, mono: false });
            screen.keys("5v");
            let row = screen.list().into_iter().find(|row| row.contains(name)).unwrap_or_default();
            let signs = if ascii { "-" } else { "−" };
            let line: String = row.chars().filter(|c| signs.contains(*c) || "·.".contains(*c)).collect();
            assert!(line.contains(signs), "{row}\n{}", screen.picture());
        }
    }
}

#[test]
fn the_counts_of_a_heading_move_together_before_it_is_cut() {
    let screen = Screen::new(61, 30).press("3");
    assert!(screen.shows("(一) 发展新质生产力、打造产业竞争新优势  18 项"), "{}", screen.picture());
}

#[test]
fn one_cell_before_a_number_is_enough_where_one_is_missing() {
    let screen = Screen::new(60, 20).lang(Lang::En).press("/tourism");
    for title in ["New national tourist resorts  Tourism 1–2", "Quality scenic spots to build  Tourism 24"] {
        assert!(screen.shows(title), "{}", screen.picture());
    }
}

#[test]
fn notes_of_what_has_no_number_begin_in_one_column() {
    let screen = Screen::new(160, 45).lang(Lang::En).press("4");
    let starts = ["Its guiding principles", "Central Committee session", "To be coordinated", "The development goal"]
        .map(|note| screen.find(note).0);
    assert!(starts.iter().all(|x| *x == starts[0]), "{starts:?}\n{}", screen.picture());
}

#[test]
fn the_opening_page_has_axis_difference_and_other_years_in_both_languages() {
    for lang in Lang::ALL {
        let titles = if lang == Lang::Zh {
            ["社会消费品零售总额", "规模工业增加值"]
        } else {
            ["Retail sales", "Value added,"]
        };
        for width in [100, 111, 112, 113, 116, 120, 124, 128, 131, 132, 140] {
            let screen = Screen::opening(width, 40).lang(lang);
            let row = screen.list().into_iter().find(|row| row.contains("−2.2")).unwrap_or_default();
            // The axis with promise and result, the difference, the line of other years.
            assert!(row.contains("○") && row.contains("●") && row.contains("▇▅▅"), "{width}\n{}", screen.picture());
            assert!(screen.shows("+12.5") && screen.shows("2013    2024"), "{width}\n{}", screen.picture());
            assert!(titles.iter().all(|title| screen.shows(title)), "{width}\n{}", screen.picture());
            assert!(screen.list().iter().all(|row| !row.contains('…')), "{width}\n{}", screen.picture());
        }
    }
}

#[test]
fn notes_of_tasks_begin_in_one_column_where_most_of_them_can() {
    for width in 100..=132 {
        let screen = Screen::new(width, 60).lang(Lang::En).press("3llj");
        let starts = ["To be carried out", "To be set up", "To be completed"].map(|note| screen.find(note).0);
        assert!(starts.iter().all(|x| *x == starts[0]), "{starts:?}\n{}", screen.picture());
    }
}

#[test]
fn words_in_the_place_of_a_number_are_whole_before_its_column_is_kept() {
    for width in 49..80 {
        let screen = Screen::new(width, 260).lang(Lang::En).press("1");
        assert!(screen.shows("Markedly up") && !screen.list().concat().contains("Markedly…"), "{}", screen.picture());
    }
}

#[test]
fn a_note_stands_behind_a_short_bar_where_the_column_behind_the_bars_is_too_narrow() {
    for width in [120, 132, 140] {
        let screen = Screen::new(width, 40).lang(Lang::En).press("1");
        assert!(screen.shows("+4.5   % ━") && screen.shows("2025: +10% (similar scope)"), "{}", screen.picture());
    }
}

#[test]
fn the_sentence_that_keeps_trust_stands_over_the_pairs_in_both_languages() {
    for (width, height) in ALL_SIZES.into_iter().filter(|size| size.0 >= 60) {
        for (lang, said) in [(Lang::Zh, "口径"), (Lang::En, "only ")] {
            let screen = Screen::new(width, height).lang(lang).press("5");
            let row = screen.list().into_iter().next().unwrap_or_default();
            assert!(
                row.contains("10")
                    && row.contains(said)
                    && row.contains(if lang == Lang::Zh { "减" } else { "subtracted" }),
                "{}",
                screen.picture()
            );
        }
    }
}

#[test]
fn a_unit_that_only_lines_without_a_difference_have_is_whole() {
    let homes = json!({"value": 6.1, "unit": "万户", "basis": "count"});
    let mut report = dated("made", 2025, ("某市", "A City"), (vec![growth(5.0), homes], vec![growth(4.0)]));
    for title in ["Homes", "Homes with a name that wants all of the cells that it can get"] {
        *report.pointer_mut("/sections/0/entries/1/title/en").expect("a title") = json!(title);
        for width in 60..=100 {
            let screen = Screen::over(library_of(&[report.clone()]), width, 20).lang(Lang::En).press("5G");
            assert!(screen.list().iter().any(|row| row.contains("households")), "{}", screen.picture());
        }
    }
}

#[test]
fn long_names_of_places_are_whole_in_the_matrix_of_a_wide_window() {
    let name = ("黔南布依族苗族自治州", "Qiannan Buyei and Miao Autonomous Prefecture");
    let year = |year: i32| dated(&format!("qiannan-{year}"), year, name, (vec![growth(5.0)], vec![growth(6.0)]));
    let library = library_of(&(1990..2026).map(year).collect::<Vec<_>>());
    for width in [112, 120, 160, 200] {
        for (lang, name) in [(Lang::Zh, name.0), (Lang::En, name.1)] {
            let screen = Screen::over(library.clone(), width, 40).lang(lang).press("r");
            assert!(screen.list().iter().any(|row| row.contains(name)), "{}", screen.picture());
        }
    }
}

#[test]
fn at_40_columns_a_difference_goes_on_in_a_row_of_its_own_before_the_result_gives_way() {
    let visits = |value: f64| json!({"indicator": "new-urban-jobs", "value": value, "unit": "万人次", "basis": "count", "qualifier": "over"});
    let report = dated("made", 2025, ("某市", "A City"), (vec![visits(0.7)], vec![visits(1.1)]));
    let screen = Screen::over(library_of(&[report]), 40, 10).lang(Lang::En).press("5");
    for said in ["● >7,000 ○ >11,000 person-times", "4,000"] {
        assert!(screen.shows(said), "{}", screen.picture());
    }
}
