//! What stands on the screens whole: words that were cut, or left alone in a row, where they had room.

use crate::common::reports::{dated, figure, library_of, many, report, vast};
use crate::common::{ALL_SIZES, Screen};
use sulan::text::Lang;

#[test]
fn the_legend_of_the_tasks_is_whole_behind_long_names() {
    // In a narrower window tasks are counted, and there are no marks to explain.
    for (width, height) in ALL_SIZES.into_iter().filter(|size| size.0 >= 120) {
        for (lang, legend) in [(Lang::Zh, "▪ 有数字  ▫ 仅表述"), (Lang::En, "▪ number  ▫ no number")] {
            let long = Screen::over(vast(), width, height).lang(lang).press("3");
            let usual = Screen::new(width, height).lang(lang).press("3");
            for screen in [long, usual] {
                assert!(screen.shows(legend), "{}", screen.picture());
            }
        }
    }
}

#[test]
fn of_the_count_of_tasks_in_two_rows_each_has_one_part() {
    let screen = Screen::new(120, 40).lang(Lang::En).press("3");
    let (x, y) = screen.find("115 tasks: 51 with a number,");
    assert_eq!(screen.find("64 without"), (x, y + 1), "{}", screen.picture());
}

#[test]
fn details_have_title_and_heading_whole_where_a_row_is_left() {
    for (keys, title) in [
        ("2jj", "China's top ten cities of ice and snow tourism"),
        ("2jjjjj", "National logistics hub city (trade and commerce service type)"),
    ] {
        let screen = Screen::new(80, 24).lang(Lang::En).press(keys);
        let details = screen.details().join("\n");
        assert!(details.contains(title) && details.contains("2024 荣誉榜 · sentence"), "{}", screen.picture());
    }
    let screen = Screen::new(80, 24).press("3jjjj");
    let heading = screen.app.selected().map(|view| view.section().heading().to_owned()).unwrap_or_default();
    assert!(screen.details().concat().contains(&heading), "{}", screen.picture());
}

#[test]
fn a_title_goes_before_the_heading_of_its_source() {
    let screen = Screen::new(60, 20).lang(Lang::En).press("1/New urban jobs<enter>j");
    let details = screen.details().join("\n");
    assert!(details.contains("Rural workers to non-farm jobs ") && details.contains("· sentence 1"), "{details}");
}

#[test]
fn where_nothing_is_found_there_are_no_details() {
    for lang in Lang::ALL {
        for keys in ["/qqqq", "/"] {
            let screen = Screen::new(80, 24).lang(lang).press(keys);
            assert!(screen.details().iter().all(String::is_empty), "{}", screen.picture());
        }
    }
}

#[test]
fn a_note_may_begin_where_no_unit_stands() {
    for (width, height) in ALL_SIZES.into_iter().filter(|size| size.0 >= 80) {
        let screen = Screen::new(width, height).lang(Lang::En).press("1/Museums and venues<enter>");
        let row = screen.selected_row();
        assert!(row.ends_with("Incl. Jihai Railway Terminus"), "{}", screen.picture());
    }
}

#[test]
fn chips_have_short_names_where_the_long_ones_do_not_fit() {
    let screen = Screen::new(40, 10).lang(Lang::En).press("5t2s");
    assert!(screen.shows("[target below result ×] [sorted ×]"), "{}", screen.picture());
    let screen = Screen::new(60, 20).lang(Lang::En).press("5t2s");
    assert!(screen.shows("[target below result ×] [by difference ×]"), "{}", screen.picture());
}

#[test]
fn an_id_is_broken_between_its_parts() {
    let screen = Screen::new(80, 24).lang(Lang::En).press("5<enter>");
    assert!(screen.shows("review.investment.fixed-") && screen.shows("assets"), "{}", screen.picture());
}

#[test]
fn the_opening_page_has_the_line_of_other_years_also_beside_long_titles() {
    for lang in Lang::ALL {
        let mut screen = Screen::new(60, 20).lang(lang).press("0");
        screen.learn();
        let screen = screen.press("g");
        assert!(screen.shows("2013") && screen.shows("2024"), "{}", screen.picture());
        // No row is left empty where a block has more to show.
        let rows = screen.list();
        assert!(rows.last().is_some_and(|row| !row.is_empty()), "{}", screen.picture());
    }
}

#[test]
fn a_name_without_a_line_has_the_room_of_the_line() {
    for (width, height) in ALL_SIZES.into_iter().filter(|size| size.0 >= 80) {
        let screen = Screen::new(width, height).press("5vG");
        assert!(screen.shows("计划实施5000万元以上项目"), "{}", screen.picture());
    }
}

#[test]
fn a_long_name_over_the_table_of_years_gives_way_to_the_short_one_and_its_unit() {
    let screen = Screen::new(60, 20).lang(Lang::En).press("5vjjj");
    let head = screen.details().first().cloned().unwrap_or_default();
    assert!(head.contains(" Industry-finance platform  bn yuan "), "{}", screen.picture());
    let screen = Screen::new(120, 40).lang(Lang::En).press("5vjjj");
    assert!(screen.shows("Financing through the industry-finance cooperation platform  bn yuan"));
}

#[test]
fn words_in_the_table_of_years_are_whole_where_there_is_room() {
    for (lang, (width, height), begin, words) in [
        (Lang::Zh, (120, 40), "与经济", "与经济增长同步"),
        (Lang::En, (200, 50), "In st", "In step with economic growth"),
    ] {
        let mut screen = Screen::new(width, height).lang(lang).press("5v");
        for _ in 0..60 {
            screen.keys("j");
            let details = screen.details();
            let row = details.iter().find(|row| row.contains(begin));
            assert!(
                row.is_none_or(|row| row.matches(begin).count() == row.matches(words).count()),
                "{}",
                screen.picture()
            );
        }
    }
}

#[test]
fn names_of_the_years_have_one_row_each_where_they_fit() {
    let screen = Screen::new(80, 24).lang(Lang::En).press("5v");
    let rows = screen.list();
    let named = rows.iter().skip(1).filter(|row| !row.trim().is_empty() && !row.starts_with("     "));
    assert!(named.count() >= 14, "{}", screen.picture());
}

#[test]
fn long_sub_headings_leave_titles_whole() {
    for lang in Lang::ALL {
        for (width, height) in ALL_SIZES.into_iter().filter(|size| size.0 >= 80) {
            let screen = Screen::over(vast(), width, height).lang(lang).press("3jjjj");
            assert!(screen.shows("第31部分第1项重点工作"), "{}", screen.picture());
        }
    }
}

#[test]
fn results_of_pairs_among_the_hits_stand_on_one_point_and_promises_behind_each_other() {
    for (lang, query, names) in [
        (Lang::Zh, "就业", ["城镇新增就业", "农村劳动力转移就业"]),
        (Lang::En, "employment", ["New urban jobs", "Rural workers to non-farm jobs"]),
    ] {
        for (width, height) in [(80, 24), (100, 30), (120, 40), (200, 50)] {
            let screen = Screen::new(width, height).lang(lang).press(&format!("/{query}"));
            let marks: Vec<u16> = screen.find_all("○ ").into_iter().filter(|at| at.0 > 20).map(|at| at.0).collect();
            assert!(marks.len() >= names.len(), "{}", screen.picture());
            assert!(
                marks.windows(2).all(|pair| matches!(pair, [one, next] if one == next)),
                "{marks:?}\n{}",
                screen.picture()
            );
        }
    }
}

#[test]
fn what_is_ranked_says_its_year_at_every_size() {
    for (width, height) in ALL_SIZES {
        for lang in Lang::ALL {
            let screen = Screen::over(many(), width, height).lang(lang).press("5vvt<right>");
            let head = screen.list().first().cloned().unwrap_or_default();
            assert!(head.contains("2026"), "{}", screen.picture());
            assert!(!screen.details().iter().take(2).any(|row| row.contains('…')), "{}", screen.picture());
        }
    }
}

#[test]
fn every_winner_of_an_honour_is_whole_from_120_columns_on() {
    for (width, height) in ALL_SIZES.into_iter().filter(|size| matches!(size.0, 120 | 200)) {
        let screen = Screen::new(width, height).lang(Lang::En).press("2");
        assert!(screen.list().iter().all(|row| !row.contains('…')), "{}", screen.picture());
    }
}

#[test]
fn values_of_places_stand_on_one_decimal_point_also_ranges() {
    let screen = Screen::over(many(), 120, 40).press("5vvt<right>");
    let [over, range, about] = ["≥+7", "+5.5–6", "≈+5"].map(|value| screen.find(value).0);
    assert!(over + 1 == range && about + 1 == range, "{}", screen.picture());
}

#[test]
fn one_of_something_is_no_plural() {
    let library = report(&[("a", "tasks", vec![("修一条路", vec![figure(5.0, "growth")])])]);
    for (width, height) in ALL_SIZES.into_iter().filter(|size| size.0 >= 60) {
        let screen = Screen::over(library.clone(), width, height).lang(Lang::En).press("3");
        assert!(screen.shows("1 task ") && !screen.shows("1 tasks"), "{}", screen.picture());
        let screen = screen.press("<enter>");
        assert!(screen.shows("1 task: 1 with a number, 0 without"), "{}", screen.picture());
    }
}

#[test]
fn a_caption_behind_a_line_is_whole_or_not_there() {
    for width in 44..70 {
        let screen = Screen::new(width, 36).press("/猪饲养");
        let row = screen.details().into_iter().find(|row| row.contains("同类")).unwrap_or_default();
        assert!(!row.is_empty() && !row.contains('…'), "{}", screen.picture());
    }
}

#[test]
fn hits_say_their_section_and_pairs_their_whole_name_from_120_columns_on() {
    for (lang, query, name, section) in [
        (Lang::Zh, "/就业", "农村劳动力转移就业", "幸福民生"),
        (Lang::En, "/employment", "Rural workers to non-farm jobs", "Well-being"),
    ] {
        for (width, height) in [(120, 40), (160, 45), (200, 50)] {
            let screen = Screen::new(width, height).lang(lang).press(query);
            let rows = screen.list();
            assert!(rows.iter().any(|row| row.contains(section)), "{}", screen.picture());
            assert!(rows.iter().any(|row| row.contains(name) && row.contains('●')), "{}", screen.picture());
        }
    }
}

#[test]
fn notes_without_a_unit_begin_where_units_do() {
    let screen = Screen::new(80, 24).lang(Lang::En).press("3llllj");
    let column = |text: &str| screen.find(text).0;
    assert_eq!(column("To be completed"), column("projects"), "{}", screen.picture());
}

#[test]
fn titles_of_hits_are_whole_before_their_sections() {
    for ((width, height), query, title) in [
        ((80, 24), "medal", "World Vocational College Skills Competition  Gold 2  Silver 3"),
        ((120, 40), "medal", "World Vocational College Skills Competition  Gold 2  Silver 3"),
        ((60, 20), "heating", "Satisfaction with heating"),
    ] {
        let screen = Screen::new(width, height).lang(Lang::En).press(&format!("/{query}"));
        let rows: Vec<String> =
            screen.list().iter().map(|row| row.split_whitespace().collect::<Vec<_>>().join(" ")).collect();
        let title = title.split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(rows.iter().any(|row| row.trim_start_matches("> ").starts_with(&title)), "{}", screen.picture());
    }
    // Where all is whole the sections stand as before.
    let screen = Screen::new(80, 24).lang(Lang::En).press("/employment");
    assert!(screen.shows("Well-being") && screen.shows("Rural workers to non-farm jobs"), "{}", screen.picture());
}

#[test]
fn a_note_where_a_unit_would_be_stands_outside_the_selection() {
    for (width, height) in [(60, 20), (80, 24), (120, 40)] {
        let screen = Screen::new(width, height).lang(Lang::En).press("/Zero-employment<enter>");
        let (x, y) = screen.find("Kept at zero");
        let reversed = |x: u16| screen.style_at((x, y)).modifier.contains(ratatui::style::Modifier::REVERSED);
        assert!(!reversed(x) && !reversed(x - 1) && reversed(screen.find("Zero-employment").0), "{}", screen.picture());
    }
}

#[test]
fn notes_of_tasks_begin_in_one_column_where_they_have_room() {
    let screen = Screen::new(160, 45).lang(Lang::En).press("3ggG");
    let columns: std::collections::BTreeSet<u16> = [
        "To be set up",
        "Living allowance, to be paid; aged 60 and over",
        "For eligible people entitled to special care",
    ]
    .into_iter()
    .map(|note| screen.find(note).0)
    .collect();
    assert_eq!(columns.len(), 1, "{columns:?}\n{}", screen.picture());
}

#[test]
fn words_have_a_row_below_also_in_a_list_without_numbers() {
    let screen = Screen::new(40, 10).lang(Lang::En).press("1ffjjjjjjjjjjj");
    let rows = screen.list();
    let at = rows.iter().position(|row| row.contains("Business environment rating")).expect("an entry of words");
    assert_eq!(rows.get(at + 1).map(|row| row.trim()), Some("Pacesetter"), "{}", screen.picture());
}

#[test]
fn what_the_last_row_says_is_whole_at_40_columns() {
    let past = |lang| Screen::new(40, 10).lang(lang).press("5vgjjjjjjjj<enter>");
    let one = |lang| Screen::over(crate::common::library(), 40, 10).lang(lang).press("5v");
    let honour = |lang| Screen::new(40, 10).lang(lang).press("2v");
    let long = |lang| Screen::new(40, 10).lang(lang).press(&format!("/{}", "a".repeat(300)));
    let next = |lang| Screen::over(many(), 40, 10).lang(lang).press("]");
    let none = |lang| Screen::over(many(), 40, 10).lang(lang).press("rharbin<left><c-y>");
    let mouse = |lang| Screen::new(40, 10).lang(lang).press("m");
    for lang in Lang::ALL {
        let made: [&dyn Fn(Lang) -> Screen; 7] = [&past, &one, &honour, &long, &next, &none, &mouse];
        for screen in made.into_iter().map(|made| made(lang)) {
            let said = screen.footer();
            assert!(screen.app.notice().is_some() && !said.contains('…'), "{said}\n{}", screen.picture());
        }
    }
    let said = past(Lang::En).footer();
    assert!(said.contains("Built in: 2023 report, sentence 3"), "{said}");
}

#[test]
fn names_of_pairs_take_the_room_that_no_difference_needs() {
    let long = "第27部分第1项“一二三四五”重点民生工程项目建设和运营管理全面提质增效工作";
    for lang in Lang::ALL {
        let screen = Screen::over(vast(), 120, 40).lang(lang).press("5");
        assert!(screen.shows(long), "{}", screen.picture());
        let screen = Screen::over(vast(), 80, 24).lang(lang).press("5");
        let row = screen.list().into_iter().find(|row| row.contains("第27部分第1项")).unwrap_or_default();
        assert!(row.contains("第27部分第1项“一二三四五”重点民生工程项目"), "{}", screen.picture());
    }
    // Beside charts a long name has what they do not need.
    let screen = Screen::new(120, 40).press("5G<pgup>");
    assert!(screen.list().iter().all(|row| !row.contains('…')), "{}", screen.picture());
    assert!(screen.app.layout().order.len() > 100);
}

#[test]
fn where_there_is_no_example_none_is_announced() {
    for (lang, said) in [(Lang::Zh, "都能找到"), (Lang::En, "these all work")] {
        let screen = Screen::over(vast(), 80, 24).lang(lang).press("/qqqq");
        assert!(!screen.shows(said), "{}", screen.picture());
        let screen = Screen::new(80, 24).lang(lang).press("/qqqq");
        assert!(screen.shows(said), "{}", screen.picture());
    }
}

#[test]
fn words_below_a_title_begin_nearer_to_the_edge_before_they_are_cut() {
    let words = serde_json::json!({"zh": "和经济增长基本同步", "en": "broadly in step with economic growth"});
    let target = serde_json::json!({"indicator": "gdp-growth", "words": words});
    let report = dated("a-2025", 2025, ("甲市", "A City"), (Vec::new(), vec![target]));
    for pane in ["0", "4"] {
        let screen = Screen::over(library_of(std::slice::from_ref(&report)), 40, 10).lang(Lang::En).press(pane);
        assert!(screen.shows("broadly in step with economic growth"), "{}", screen.picture());
    }
}

#[test]
fn a_difference_that_has_no_room_in_words_still_says_that_it_is_derived() {
    for width in 70..=80 {
        let screen = Screen::new(width, 24).lang(Lang::En).press("1glllj");
        let details = screen.details().join("\n");
        let said = details.contains("towards 10 bn jin (100 亿斤)") && details.contains("derived)");
        assert!(said, "{}", screen.picture());
    }
}

#[test]
fn a_span_of_years_does_not_run_into_its_number() {
    let span = serde_json::json!({"value": 64.8, "unit": "%", "basis": "growth", "year": "1998-2002"});
    let library = || report(&[("a", "review", vec![("就业岗位", vec![span.clone()])])]);
    for (width, height) in ALL_SIZES {
        for keys in ["1", "1<enter>"] {
            let screen = Screen::over(library(), width, height).press(keys);
            let rows = screen.rows();
            let said = rows.iter().filter(|row| row.contains("1998") && row.contains("64.8"));
            let mut said = said.peekable();
            assert!(keys == "1" && height < 20 || said.peek().is_some(), "{}", screen.picture());
            assert!(said.all(|row| row.contains("1998–02 ")), "{}", screen.picture());
        }
    }
}

#[test]
fn targets_that_are_sentences_have_the_whole_window_and_the_poster_its_scale() {
    let sentence = |text: &'static str| (text, Vec::new());
    for (width, height) in ALL_SIZES {
        // Sentences alone begin at the left.
        let library = report(&[("t", "targets", vec![sentence("奋斗目标是"), sentence("着力发展新技术")])]);
        let screen = Screen::over(library, width, height).press("4");
        assert!(screen.find("着力发展新技术").0 <= 4, "{}", screen.picture());
        // Before a rate they stand beside its poster, which has its scale, or above it.
        let rate = ("地区生产总值", vec![figure(5.0, "growth")]);
        let library = report(&[("t", "targets", vec![sentence("奋斗目标是"), rate, sentence("着力发展新技术")])]);
        let screen = Screen::over(library, width, height).press("4j");
        let at = screen.find("地区生产总值");
        assert!(at.0 <= 24, "{}", screen.picture());
        if width >= 60 {
            let axis = screen.list().iter().any(|row| {
                let numbers = row.split_whitespace().filter(|word| word.parse::<f64>().is_ok());
                numbers.count() >= 5
            });
            assert!(axis, "{}", screen.picture());
        }
        if width >= 120 {
            assert!(screen.find("奋斗目标是").0 > at.0 + 20, "{}", screen.picture());
        }
    }
}

#[test]
fn the_list_of_sections_cuts_no_unit() {
    let long = "坚持以高质量发展为主题统筹推进各项重点工作并且不断开创新局面";
    let name = serde_json::json!({"zh": long, "en": "Pushing on with all key works of high-quality growth"});
    let title = serde_json::json!({"zh": "企业", "en": "Firms"});
    let section = |id: &str, value: f64, unit: &str| {
        let figure = serde_json::json!({"value": value, "unit": unit, "basis": "level"});
        let entry =
            serde_json::json!({"id": format!("review.{id}"), "sentence": 1, "title": title, "figures": [figure]});
        serde_json::json!({"id": id, "tab": "review", "heading": long, "name": name, "entries": [entry]})
    };
    let made = serde_json::json!({
        "format": 1, "id": "made", "year": 2025, "place": {"zh": "某市", "en": "Some City"}, "title": name,
        "source": {"kind": {"zh": "测试", "en": "Test"}, "date": "2025-01", "authors": []}, "comparisons": [],
        "sections": [section("a", 25.0, "万人次"), section("b", 3_500_000.25, "万平方米")],
    });
    for (lang, units) in [(Lang::Zh, ["万人次", "万平方米"]), (Lang::En, ["person-times", "m²"])] {
        for (width, height) in ALL_SIZES.into_iter().filter(|size| size.0 >= 100) {
            let screen = Screen::over(library_of(std::slice::from_ref(&made)), width, height).lang(lang).press("1");
            let Some(area) = screen.app.regions().and_then(|regions| regions.sections) else { continue };
            for row in screen.rows_of(area).iter().skip(1).take(2) {
                let number = row.chars().any(|c| c.is_ascii_digit());
                let whole = units.iter().any(|unit| row.trim_end().ends_with(unit));
                assert!(!number || whole, "{row}\n{}", screen.picture());
            }
        }
    }
}

#[test]
fn every_figure_of_a_target_has_a_line_at_every_size() {
    let further = |value: f64, unit: &str, basis: &str, zh: &str, en: &str| serde_json::json!({"value": value, "unit": unit, "basis": basis, "name": {"zh": zh, "en": en}});
    let target = vec![
        figure(5.0, "growth"),
        further(7.0, "%", "growth", "规模以上工业增加值", "Industry above size"),
        further(110.0, "万人", "count", "城镇新增就业", "New urban jobs"),
    ];
    let library = || report(&[("t", "targets", vec![("地区生产总值", target.clone()), ("奋斗目标是", Vec::new())])]);
    for (width, height) in ALL_SIZES {
        let zh = Screen::over(library(), width, height).press("4");
        let en = Screen::over(library(), width, height).lang(Lang::En).press("4");
        for (screen, said) in [
            (&zh, [("规模以上工业增加值", "+7"), ("城镇新增就业", "110 万人")]),
            (&en, [("Industry above size", "+7"), ("New urban jobs", "1,100,000 people")]),
        ] {
            for (name, number) in said {
                let row = screen.list().into_iter().find(|row| row.contains(name)).unwrap_or_default();
                assert!(row.contains(number), "{name}\n{}", screen.picture());
            }
        }
    }
}

#[test]
fn the_details_of_an_honour_say_all_its_medals() {
    for (width, height) in ALL_SIZES.into_iter().filter(|size| size.0 >= 60) {
        for (lang, keys, medals) in [
            (Lang::En, "2", ["Gold 2", "Silver 3"]),
            (Lang::Zh, "2", ["金牌 2", "银牌 3"]),
            (Lang::En, "2j", ["Silver 1", "Bronze 1"]),
        ] {
            let screen = Screen::new(width, height).lang(lang).press(keys);
            let said = screen.details().join("\n");
            assert!(medals.iter().all(|medal| said.contains(medal)), "{width} {lang:?}\n{}", screen.picture());
        }
    }
    // A page has them with their units, no number apart from its own.
    let page = Screen::new(60, 20).lang(Lang::En).press("2<enter>");
    assert!(page.shows("Gold 2 medals") && page.shows("Silver 3 medals"), "{}", page.picture());
}

#[test]
fn a_note_of_a_list_is_whole_or_left_to_the_details() {
    let sizes = ALL_SIZES.into_iter().filter(|size| size.0 >= 60);
    for (size, lang, keys) in sizes
        .flat_map(|size| Lang::ALL.map(|lang| (size, lang)))
        .flat_map(|(size, lang)| ["1", "3"].map(|keys| (size, lang, keys)))
    {
        let mut screen = Screen::new(size.0, size.1).lang(lang).press(keys);
        let notes = screen.app.library.entries().filter_map(|view| Some(view.note()?.get(lang).to_owned()));
        let notes: Vec<String> = notes.collect();
        for _ in 0..12 {
            for row in screen.list() {
                // What stands before the sign, between the blanks of columns.
                let cut = row.split_once('…').and_then(|(before, _)| before.rsplit("  ").next());
                let note = cut.and_then(|cut| notes.iter().find(|note| cut.len() > 3 && note.starts_with(cut)));
                assert!(note.is_none(), "{size:?} cuts {note:?}\n{}", screen.picture());
            }
            screen.keys("<pgdn>");
        }
    }
}
