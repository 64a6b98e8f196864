//! The opening page: what its blocks say, where its lines lead, and what the keys do on them.

#![expect(clippy::indexing_slicing, reason = "data and screens are asserted by their places")]

use std::collections::BTreeSet;

use crate::common::reports::vast;
use crate::common::{HONOURS, REVIEW, SIZES, Screen, TARGETS, TASKS, library, sound};
use serde_json::{Value, json};
use sulan::app::{App, Block, Effect, Group, Item, Looks, Mode, Pane};
use sulan::library::Library;
use sulan::report::{Tab, read_reports};
use sulan::text::Lang;

/// The data as they stand in the file, read by other means than the program's.
fn data() -> Value {
    serde_json::from_str(include_str!("../../assets/jilin-city-2025.json")).expect("the data are JSON")
}

/// The entries of a tab, section by section.
fn sections(data: &Value, tab: &str) -> Vec<(String, Vec<Value>)> {
    let all = data["sections"].as_array().expect("sections");
    let own = all.iter().filter(|section| section["tab"] == tab);
    own.map(|section| {
        let name = section["name"]["zh"].as_str().expect("a name").to_owned();
        (name, section["entries"].as_array().expect("entries").clone())
    })
    .collect()
}

fn figures(entry: &Value) -> Vec<Value> {
    entry["figures"].as_array().cloned().unwrap_or_default()
}

/// The items of a block, in the order of the cursor.
fn block(screen: &Screen, block: Block) -> Vec<Item> {
    let layout = screen.app.layout();
    let own = layout.order.iter().zip(&layout.groups).filter(|(_, group)| **group == Group::Block(block));
    own.map(|(item, _)| *item).collect()
}

fn made(sections: &[Value]) -> Library {
    let whole = json!({
        "format": 1, "id": "made", "year": 2025, "place": {"zh": "某市", "en": "某市"},
        "title": {"zh": "某市报告", "en": "某市报告"},
        "source": {"kind": {"zh": "测试", "en": "Test"}, "date": "2025-01", "authors": []},
        "sections": sections, "comparisons": []
    });
    let lexicon = Library::built_in_lexicon();
    let (reports, lexicon) = sound(read_reports(&whole.to_string(), "made.json", lexicon));
    Library::new(reports, lexicon)
}

#[test]
fn the_program_begins_at_the_opening_page() {
    let app = App::new(library(), Lang::Zh, (120, 40));
    assert_eq!((app.pane, app.mode()), (Pane::Overview, Mode::Browse));
    let screen = Screen::opening(120, 40);
    let (place, _) = screen.cursor().expect("a selection");
    assert_eq!(place, 1);
    for heading in ["2025 目标", "2024 增速", "2025 任务", "2024 荣誉", "同口径的承诺"] {
        assert!(screen.shows(heading), "{heading}\n{}", screen.picture());
    }
}

#[test]
fn targets_stand_in_the_order_of_the_source_with_words_where_there_is_no_number() {
    let screen = Screen::opening(120, 40);
    let listed = block(&screen, Block::Targets);
    let wanted: Vec<String> = sections(&data(), "targets")
        .into_iter()
        .flat_map(|(_, entries)| entries)
        .filter(|entry| !figures(entry).is_empty() || entry["indicator"].is_string())
        .map(|entry| entry["id"].as_str().expect("an id").to_owned())
        .collect();
    let shown: Vec<String> = listed.iter().map(|item| id_of(&screen, *item)).collect();
    assert_eq!(shown, wanted);
    let row = |title: &str| screen.line(screen.find(title).1);
    assert!(row("城乡居民收入").contains("与经济增长同步"), "{}", screen.picture());
    assert!(row("固定资产投资").contains("−2.2"), "{}", screen.picture());
    let axis = row("固定资产投资");
    assert!(axis.contains('●') && axis.find('○') < axis.find('●'), "{axis}");
    // Another scope is never on the axis.
    let axis = row("规模工业增加值");
    assert!(!axis.split("2024").next().unwrap_or_default().contains('●'), "{axis}");
}

fn id_of(screen: &Screen, item: Item) -> String {
    let Item::Entry(at) = item else { panic!("{item:?} is no entry") };
    screen.app.library.get(at).map(|view| view.entry().id().to_owned()).unwrap_or_default()
}

#[test]
fn growth_rates_are_ranked_with_the_promise_of_the_same_scope() {
    let screen = Screen::opening(120, 40);
    let mut rates: Vec<f64> = sections(&data(), "review")
        .into_iter()
        .flat_map(|(_, entries)| entries)
        .flat_map(|entry| figures(&entry))
        .filter(|figure| figure["basis"] == "growth" && figure["year"].is_null())
        .filter_map(|figure| figure["value"].as_f64())
        .collect();
    rates.sort_by(|a, b| b.total_cmp(a));
    let top = screen.find("2024 增速").1;
    let shown: Vec<f64> = (top + 1..40)
        .map(|y| screen.line(y).chars().skip(44).collect::<String>())
        .take_while(|row| row.contains('%'))
        .filter_map(|row| row.split('+').nth(1)?.split_whitespace().next()?.parse().ok())
        .collect();
    assert_eq!(shown, rates, "{}", screen.picture());
    let row = screen.line(screen.find("羊饲养量").1);
    assert!(row.contains('○') && row.trim_end().ends_with("+12.5"), "{row}");
    assert!(screen.line(screen.find("国内游客人次").1).trim_end().ends_with("≥+20"), "{}", screen.picture());
    assert!(!screen.line(screen.find("商贸业销售额").1).contains('○'), "another scope has no mark");
}

#[test]
fn every_section_of_tasks_says_how_much_of_it_carries_numbers() {
    let screen = Screen::opening(120, 40);
    let (mut all, mut numbered) = (0, 0);
    for (name, entries) in sections(&data(), "tasks") {
        let with = entries.iter().filter(|entry| !figures(entry).is_empty()).count();
        let strip: String = entries.iter().map(|entry| if figures(entry).is_empty() { '▫' } else { '▪' }).collect();
        let row = screen.line(screen.find(&name).1);
        let share = (100 * with + entries.len() / 2) / entries.len();
        for part in [strip, format!(" {with}/{} ", entries.len()), format!(" {share}%")] {
            assert!(row.contains(&part), "{part:?} is not in {row:?}");
        }
        all += entries.len();
        numbered += with;
    }
    let head = screen.line(screen.find("2025 任务").1);
    assert!(head.contains(&format!("{numbered}/{all}")), "{head}");
}

#[test]
fn long_names_of_sections_are_whole_above_marks_that_need_several_rows_anyway() {
    let names = ["强化规划战略引领推动形成京津冀世界级城市群", "积蓄数字化新势能增强高质量发展内生动力"];
    let sections: Vec<Value> = (0..)
        .zip(names)
        .map(|(at, name)| {
            let entry = |task: usize| {
                json!({"id": format!("tasks.{at}.{task}"), "sentence": task + 1,
                       "title": {"zh": format!("事项{task}"), "en": format!("matter {task}")}})
            };
            let entries: Vec<Value> = (0..27).map(entry).collect();
            json!({"id": format!("s{at}"), "tab": "tasks", "heading": name, "name": {"zh": name, "en": "part"},
                   "entries": entries})
        })
        .collect();
    for (width, height) in [(80, 24), (100, 30), (120, 40), (160, 45)] {
        let screen = Screen::over(made(&sections), width, height).press("0");
        for name in names {
            let (x, y) = screen.find(name);
            let row = screen.line(y);
            assert!(row.contains(" 0/27   0%"), "{}", screen.picture());
            let marks: usize = (y..y + 3).map(|y| screen.line(y).matches('▫').count()).sum();
            assert!(marks >= 27, "{x} {marks}\n{}", screen.picture());
        }
    }
}

#[test]
fn honours_and_promises_are_counted() {
    let screen = Screen::opening(120, 40);
    let honours: Vec<Value> = sections(&data(), "honours").into_iter().flat_map(|(_, entries)| entries).collect();
    for (level, name) in [("international", "国际赛事"), ("national", "全国"), ("provincial", "省级")] {
        let count = honours.iter().filter(|entry| entry["honour"]["level"] == level).count();
        let row = screen.list().into_iter().find(|row| row.contains(&format!("{name}  "))).unwrap_or_default();
        let marks = row.chars().skip_while(|c| *c != name.chars().next().unwrap_or(' ')).filter(|c| *c == '●').count();
        assert_eq!(marks, count, "{row}");
    }
    let pairs = sulan::library::compare(&library());
    let below = pairs.iter().filter(|pair| pair.difference().is_some_and(|less| less.value < 0.0)).count();
    let above = pairs.iter().filter(|pair| pair.difference().is_some_and(|more| more.value > 0.0)).count();
    let row = |name: &str| screen.line(screen.find(name).1);
    assert!(row("低于上年结果").contains(&format!(" {below}  {}", "○".repeat(below))), "{}", screen.picture());
    assert!(row("高于上年结果").contains(&format!(" {above}  ○ 粮食产量")), "{}", screen.picture());
}

#[test]
fn every_line_is_a_door_and_esc_comes_back_once() {
    for (width, height) in SIZES {
        let mut screen = Screen::opening(width, height);
        for place in 0..screen.app.layout().order.len() {
            let item = screen.app.item().expect("a line");
            let (wanted, lead) = (screen.app.members_of(item), screen.selected());
            screen.keys("<enter>");
            let pane = screen.app.pane;
            if let Some(Item::Pair(_)) = wanted.first() {
                assert_eq!(pane, Pane::Compare);
            } else {
                let view = screen.app.selected().expect("an entry");
                assert_eq!((pane, view.entry().id()), (Pane::Tab(view.section().tab()), lead.as_str()));
            }
            assert_eq!(screen.app.item().as_ref(), wanted.first(), "line {place}");
            screen.keys("j<esc>");
            assert_eq!((screen.app.pane, screen.app.cursor().selected), (Pane::Overview, place));
            screen.keys("<esc>");
            assert_eq!(screen.app.pane, Pane::Overview);
            screen.keys("j");
        }
        // Once: the door is shut behind whoever goes on.
        screen.keys("g<enter>1<esc>");
        assert_eq!(screen.app.pane, REVIEW);
        screen.keys("0g<enter><esc>4<esc>");
        assert_eq!(screen.app.pane, TARGETS);
    }
}

#[test]
fn every_line_comes_into_sight_however_long_its_block() {
    for (width, height) in [(120, 40), (80, 24), (60, 20), (40, 10), (200, 50)] {
        for lang in Lang::ALL {
            for library in [library(), vast()] {
                let mut screen = Screen::over(library, width, height).lang(lang).press("0");
                let count = screen.app.layout().order.len();
                let mut seen = BTreeSet::new();
                for place in 0..count {
                    assert_eq!(screen.app.cursor().selected, place, "{}", screen.picture());
                    seen.insert(screen.selected_row());
                    screen.keys("j");
                }
                assert!(seen.len() > count / 2, "{seen:?}");
                screen.keys("<pgup><pgup>gG");
                assert_eq!(screen.app.cursor().selected, count - 1);
            }
        }
    }
}

#[test]
fn a_long_block_says_how_much_is_left_out_and_opens_on_the_way_down() {
    let mut screen = Screen::opening(80, 24);
    assert!(screen.shows("还有 9 项 ↓"), "{}", screen.picture());
    assert!(!screen.shows("农林牧渔业总产值"), "{}", screen.picture());
    screen.keys("<right>jjjjj");
    assert!(!screen.shows("还有 9 项"), "{}", screen.picture());
    assert!(screen.selected_row().starts_with("数字经济核心产业产值"), "{}", screen.picture());
    // What is left and entered anew is short again.
    screen.keys("g10");
    assert!(screen.shows("还有 9 项 ↓"), "{}", screen.picture());
}

#[test]
fn a_narrow_window_shows_one_block_at_a_time_the_targets_first() {
    let mut screen = Screen::opening(40, 10);
    for heading in ["2025 目标", "2024 增速", "2025 任务", "2024 荣誉", "同口径的承诺"] {
        let shown = ["2025 目标", "2024 增速", "2025 任务", "2024 荣誉", "同口径的承诺"];
        let shown: Vec<&str> = shown.into_iter().filter(|other| screen.shows(other)).collect();
        assert_eq!(shown, [heading], "{}", screen.picture());
        screen.keys("<right>");
    }
}

#[test]
fn the_selection_stays_on_its_line_when_the_window_changes() {
    let mut screen = Screen::opening(120, 40).press("Gk");
    let count = screen.app.layout().order.len();
    for _ in 0..count {
        let (item, row) = (screen.app.item(), screen.app.cursor().selected);
        screen.keys("<resize:80x24>");
        assert_eq!(screen.app.item(), item);
        screen.keys("<resize:40x10><resize:1x1><resize:120x40>");
        assert_eq!((screen.app.item(), screen.app.cursor().selected), (item, row));
        screen.keys("k");
    }
}

#[test]
fn keys_act_on_all_that_a_line_stands_for() {
    let copied = |keys: &str| {
        let screen = Screen::opening(120, 40).press(keys);
        match screen.effect {
            Some(Effect::Copy(ref text)) => text.clone(),
            ref other => panic!("{keys}: {other:?}"),
        }
    };
    assert_eq!(copied("y").lines().count(), 1);
    assert!(copied("y").starts_with("地区生产总值"));
    assert!(copied("Y").contains("第 1 句"));
    // The first section of tasks, all of it.
    let tasks = sections(&data(), "tasks");
    assert_eq!(copied("<right>y").lines().count(), tasks[0].1.len());
    assert_eq!(copied("Gky").lines().count(), 9, "all promises below their results");
    assert!(copied("Gky").lines().all(|line| line.contains('低')), "{}", copied("Gky"));
    let mut screen = Screen::opening(120, 40).press("<right><space>");
    assert_eq!(screen.app.picks.len(), tasks[0].1.len());
    assert!(screen.app.is_picked(Item::Section(section_at("agriculture", &screen) - 2)), "{}", screen.picture());
    assert!(screen.find_all("+").iter().any(|(x, _)| *x == 1), "{}", screen.picture());
    screen.keys("k<space>");
    assert!(screen.app.picks.is_empty());
    screen.keys("e");
    assert_eq!(screen.app.mode(), Mode::Export);
    let mut screen = Screen::opening(120, 40).press("jjc");
    assert_eq!((screen.app.pane, screen.selected().as_str()), (REVIEW, "review.investment.fixed-assets"));
    screen.keys("0/农");
    assert_eq!(screen.app.mode(), Mode::Search);
    screen.keys("<esc>");
    assert_eq!(screen.app.pane, Pane::Overview);
}

fn section_at(id: &str, screen: &Screen) -> usize {
    let report = screen.app.library.reports().next().expect("the report");
    report.sections().iter().position(|section| section.id() == id).expect("a section")
}

#[test]
fn details_say_what_a_line_counts() {
    for (keys, wanted) in [
        ("", "同比"),
        ("<right>", "18 项：2 项有数字，16 项仅有表述"),
        ("Gk", "低于上年结果"),
        ("Gk", "固定资产投资 −2.2"),
        ("Gkk", "省级夜间消费集聚区"),
    ] {
        let screen = Screen::opening(120, 40).press(keys);
        assert!(screen.details().iter().any(|row| row.contains(wanted)), "{wanted}\n{}", screen.picture());
    }
}

#[test]
fn blocks_without_lines_are_left_out() {
    let entry = |id: &str, figure: Value| json!({"id": id, "sentence": 1, "title": {"zh": "某事", "en": "某事"}, "figures": [figure]});
    let section = |tab: &str, entries: Vec<Value>| json!({"id": tab, "tab": tab, "heading": "一、某部分", "name": {"zh": "某部分", "en": "某部分"}, "entries": entries});
    let review = section("review", vec![entry("r", json!({"value": -3.5, "unit": "%", "basis": "growth"}))]);
    let tasks = section("tasks", vec![entry("t", json!({"value": 3, "unit": "个", "basis": "count"}))]);
    for (parts, wanted) in [
        (vec![review.clone()], vec![Block::Growth]),
        (vec![tasks.clone()], vec![Block::Tasks]),
        (vec![review, tasks], vec![Block::Tasks, Block::Growth]),
        (vec![], vec![]),
    ] {
        for (width, height) in SIZES {
            for lang in Lang::ALL {
                let screen = Screen::over(made(&parts), width, height).lang(lang).press("0");
                let mut shown: Vec<Block> = Block::ALL.to_vec();
                shown.retain(|own| !block(&screen, *own).is_empty());
                assert_eq!(shown.len(), wanted.len(), "{}", screen.picture());
                assert!(wanted.iter().all(|own| shown.contains(own)), "{}", screen.picture());
            }
        }
    }
}

#[test]
fn the_page_holds_in_ascii_and_without_colours() {
    for (width, height) in [(120, 40), (80, 24), (60, 20), (40, 10), (100, 30), (160, 45), (200, 50)] {
        for lang in Lang::ALL {
            let mut screen = Screen::opening(width, height).lang(lang);
            screen.app.set_looks(Looks { mono: true, ascii: true });
            for keys in ["", "j", "<right>", "<right>", "G", "g"] {
                screen.keys(keys);
            }
        }
    }
}

#[test]
fn the_tabs_lead_there_and_on() {
    let screen = Screen::opening(120, 40).press("<tab>");
    assert_eq!(screen.app.pane, REVIEW);
    assert_eq!(screen.press("<s-tab><s-tab>").app.pane, Pane::Compare);
    let mut screen = Screen::opening(120, 40);
    let at = screen.find("2 荣誉");
    assert_eq!(screen.click(at).app.pane, HONOURS);
    let at = screen.find("0 速览");
    assert_eq!(screen.click(at).app.pane, Pane::Overview);
    let at = screen.find("现代农业");
    screen.click(at);
    assert_eq!(screen.app.pane, Pane::Overview);
    screen.click(at);
    assert_eq!((screen.app.pane, screen.app.selected().map(|view| view.section().tab())), (TASKS, Some(Tab::Tasks)));
}

#[test]
fn the_difference_of_a_target_stands_beside_it_in_every_window() {
    for (width, lang) in (80..=200).flat_map(|width| Lang::ALL.map(|lang| (width, lang))) {
        let screen = Screen::opening(width, 40).lang(lang);
        let name = if lang == Lang::Zh { "固定资产投资" } else { "Fixed-asset investment" };
        let stands = screen.list().iter().any(|row| row.contains(name) && row.contains("−2.2"));
        assert!(stands, "{width} {lang:?}\n{}", screen.picture());
    }
}
