//! The views across reports: the places of one year, and the matrix of what is open.

use std::collections::BTreeSet;

use crate::common::reports::{dated, growth, library_of, many, many_reports};
use crate::common::{Screen, sound};
use serde_json::{Value, json};
use sulan::app::{Effect, Form, HitGroup, HitsOf, Item, Matrix, Mode, Order, Outcome, Pane};
use sulan::library::{Batch, EntryId, Library, Read, ReportId};
use sulan::report::read_reports;
use sulan::search::Index;
use sulan::term::export;
use sulan::text::Lang;

/// The rows of the list without its head, each without what stands on the scale.
fn rows(screen: &Screen) -> Vec<String> {
    let plain = |row: &String| {
        let kept = row.trim_start_matches(['>', ' ']).split_whitespace();
        kept.filter(|cell| !cell.contains(['·', '━', '○', '●'])).collect::<Vec<_>>().join(" ")
    };
    screen.list().iter().map(plain).filter(|row| !row.is_empty()).collect()
}

/// What stands between two columns of the row that begins with `name`.
fn chart(screen: &Screen, name: &str) -> String {
    let list = screen.list();
    let row = list.iter().find(|row| row.trim_start_matches(['>', ' ']).starts_with(name));
    row.and_then(|row| Some(row.get(row.find(['·', '○', '●'])?..)?.to_owned())).unwrap_or_default()
}

#[test]
fn places_stand_on_one_scale_by_value_words_behind_and_the_silent_by_name() {
    let mut screen = Screen::over(many(), 100, 30).press("5vvt<right>");
    assert_eq!((screen.app.mode(), screen.app.pane), (Mode::Places, Pane::Compare));
    let listed = rows(&screen);
    assert_eq!(
        listed.get(2..),
        Some(
            &["哈尔滨市 ≥+7", "长春市 +5.5–6", "吉林省 +5", "吉林市 ≈+5", "四平市 与全国同步", "没有提到（1）：某县"]
                .map(str::to_owned)[..]
        ),
        "{}",
        screen.picture()
    );
    assert!(screen.shows("[各地 ×]") && screen.shows("地区生产总值增速 2026 年目标  5 个地方"), "{}", screen.picture());
    // A range is a line between two promises, a number one mark; the same number stands in the same cell.
    assert_eq!(chart(&screen, "长春市").matches('○').count(), 2);
    assert!(chart(&screen, "长春市").contains("○━"), "{}", screen.picture());
    assert_eq!(chart(&screen, "吉林省"), chart(&screen, "吉林市"));
    assert!(chart(&screen, "哈尔滨市").ends_with('○'));
    assert_eq!(chart(&screen, "四平市"), "");
    // In the order of the places, and back.
    screen.keys("s");
    let by_place: Vec<String> = rows(&screen).into_iter().skip(2).collect();
    let first: Vec<&str> = by_place.iter().filter_map(|row| row.split(' ').next()).collect();
    assert_eq!(first, ["吉林省", "长春市", "吉林市", "哈尔滨市", "四平市", "没有提到（1）：某县"]);
    screen.keys("s");
    assert_eq!(rows(&screen), listed);
}

#[test]
fn year_side_and_indicator_change_and_the_point_opens_its_report() {
    let mut screen = Screen::over(many(), 100, 30).press("5vvt<right>");
    screen.keys("<left>");
    assert!(screen.shows("2025 年目标  1 个地方"), "{}", screen.picture());
    screen.keys("<right>t");
    assert!(screen.shows("2025 年结果  5 个地方"), "{}", screen.picture());
    assert!(rows(&screen).contains(&"四平市 +4.9e".to_owned()), "an estimate says so\n{}", screen.picture());
    screen.keys("t<right><tab>");
    assert!(screen.shows("城镇新增就业") && screen.shows("3 个地方"), "{}", screen.picture());
    screen.keys("<s-tab>G<up><up><up>");
    let at = screen.app.places().and_then(|places| places.row()).map(|row| row.place.name.zh.clone());
    screen.keys("<enter>");
    let here = screen.app.context().report().map(|report| report.place().zh.clone());
    assert_eq!((screen.app.mode(), here), (Mode::Browse, at));
    assert!(screen.selected_row().contains("指标1"), "{}", screen.picture());
}

#[test]
fn the_key_goes_round_and_passes_over_what_is_empty() {
    // A place with a past, and other places: three views.
    let mut screen = Screen::over(many(), 100, 30).press("5");
    let modes: Vec<Mode> = (0..3).map(|_| screen.keys("v").app.mode()).collect();
    assert_eq!(modes, [Mode::Years, Mode::Places, Mode::Browse]);
    // One report of each place: no years.
    let (a, b) = (("甲市", "A City"), ("乙市", "B City"));
    let two = || {
        library_of(&[
            dated("a", 2025, a, (vec![growth(1.0)], vec![growth(2.0)])),
            dated("b", 2025, b, (vec![growth(3.0)], vec![growth(4.0)])),
        ])
    };
    for keys in ["5", "4", "1"] {
        let mut screen = Screen::over(two(), 100, 30).press(keys);
        let before = screen.rows();
        assert_eq!(screen.keys("v").app.mode(), Mode::Places, "{keys}");
        let role = if keys == "1" { "2024 年结果" } else { "2025 年目标" };
        assert!(screen.shows(role), "{keys}\n{}", screen.picture());
        assert_eq!(screen.keys("v").rows(), before, "{keys}");
    }
    // One place: no places.
    let mut screen = Screen::new(100, 30).press("5v");
    assert_eq!(screen.keys("v").app.mode(), Mode::Browse);
}

#[test]
fn the_matrix_shows_what_is_there_and_what_is_missing() {
    let mut screen = Screen::over(many(), 120, 30).press("r");
    assert_eq!(screen.app.mode(), Mode::Reports);
    assert!(screen.line(0).contains("6 个地方  30 份报告"), "{}", screen.line(0));
    let row = |screen: &Screen, name: &str| {
        let list = screen.list();
        let row = list.iter().find(|row| row.trim_start_matches(['>', ' ']).starts_with(name)).cloned();
        row.unwrap_or_default()
            .split_whitespace()
            .skip_while(|cell| !matches!(*cell, "·" | "●" | "◉"))
            .collect::<Vec<_>>()
            .join("")
    };
    // 2003 to 2026.
    assert_eq!(row(&screen, "吉林省"), "●●●●●·●●●●●●●●●●●●●●●··●21", "{}", screen.picture());
    assert_eq!(row(&screen, "吉林市"), "·····················●●◉3", "{}", screen.picture());
    assert_eq!(row(&screen, "长春市"), "················●·●····●3", "{}", screen.picture());
    let names: Vec<String> = screen
        .list()
        .iter()
        .skip(1)
        .take(6)
        .map(|row| row.trim_start_matches(['>', ' ']).chars().take(2).collect())
        .collect();
    assert_eq!(names, ["吉林", "长春", "吉林", "四平", "哈尔", "某县"], "by code, what has none last");
    // The report in view is under the cursor; arrows run over places and years, Enter brings the report into view.
    assert!(screen.details().first().is_some_and(|row| row.contains("吉林市 2026")), "{}", screen.picture());
    screen.keys("<left><enter>");
    assert_eq!((screen.app.mode(), screen.app.report_in_view()), (Mode::Browse, ReportId::at(7)));
    screen.keys("3r<up><left><enter>");
    assert_eq!(screen.app.mode(), Mode::Reports);
    assert!(screen.footer().contains("没有报告"), "{}", screen.footer());
    screen.keys("<right><right><enter>");
    assert_eq!((screen.app.mode(), screen.app.report_in_view()), (Mode::Browse, ReportId::at(1)));
    assert_eq!(screen.app.pane, crate::common::TASKS, "the pane stays");
    assert_eq!(screen.keys("r<esc>").app.mode(), Mode::Browse);
}

#[test]
fn typing_narrows_the_matrix_by_place_province_year_and_pinyin() {
    for (typed, places) in [
        ("吉林市", vec!["吉林市"]),
        ("jilin", vec!["吉林省", "长春市", "吉林市", "四平市"]),
        ("sps", vec!["四平市"]),
        ("黑龙江", vec!["哈尔滨市"]),
        ("黑龍江", vec!["哈尔滨市"]),
        ("Harbin", vec!["哈尔滨市"]),
        ("2019", vec!["吉林省", "长春市"]),
        ("jilin 2024", vec!["吉林市"]),
        ("2202", vec!["吉林市"]),
        ("zzz", vec![]),
    ] {
        let screen = Screen::over(many(), 100, 30).press("r").press(&typed.replace(' ', "<space>"));
        let matrix = screen.app.matrix().expect("the matrix is open");
        let listed: Vec<&str> = (0..).map_while(|at| matrix.row(at)).map(|row| &*row.place.name.zh).collect();
        assert_eq!(listed, places, "{typed}");
        assert_eq!(screen.cursor().map(|at| at.1), Some(0), "an input method opens at the line");
    }
    // The selection stays on its place; what is deleted comes back.
    let mut screen = Screen::over(many(), 100, 30).press("rjilin");
    assert!(screen.details().first().is_some_and(|row| row.contains("吉林市")), "{}", screen.picture());
    screen.keys("<bs><bs><bs><bs><bs>");
    assert_eq!(screen.app.matrix().map(Matrix::counts), Some((6, 30)));
}

#[test]
fn reports_that_come_while_a_view_is_open_come_into_it() {
    let lexicon = || Library::built_in_lexicon();
    let batch = |reports: &[Value]| {
        let (reports, lexicon) = sound(read_reports(&json!(reports).to_string(), "made.json", lexicon()));
        Batch::of(reports.into_iter().map(Read::kept).collect(), &lexicon)
    };
    let all = many_reports();
    let (first, rest) = all.split_at(8);
    let grown = |keys: &str| {
        let mut screen = Screen::over(library_of(first), 120, 40).press(keys);
        screen.app.add_reports(batch(rest), None, None);
        screen.keys("");
        let whole = Screen::over(many(), 120, 40).press(keys);
        assert_eq!(screen.list(), whole.list(), "{keys}\n{}", screen.picture());
        assert_eq!(screen.details(), whole.details(), "{keys}");
    };
    for keys in ["r", "r<down><down><left>", "rjilin", "5v", "5vv", "5vvt<right>"] {
        grown(keys);
    }
}

#[test]
fn one_report_is_a_matrix_of_one() {
    for lang in Lang::ALL {
        let screen = Screen::new(80, 24).lang(lang).press("r");
        assert_eq!(screen.app.matrix().map(Matrix::counts), Some((1, 1)));
        assert!(screen.shows("◉") && screen.shows("2025"), "{}", screen.picture());
    }
}

#[test]
fn a_thousand_places_and_many_years_are_in_sight_where_the_cursor_is() {
    let reports: Vec<_> = (0..1000)
        .flat_map(|place| {
            let name = format!("第{place}县");
            [2001, 2026].map(|year| {
                dated(&format!("p{place}-{year}"), year, (&name, &name), (vec![growth(1.0)], vec![growth(2.0)]))
            })
        })
        .collect();
    let mut screen = Screen::over(library_of(&reports), 60, 20).press("r");
    assert!(screen.shows("1000 个地方") && screen.shows("01"), "{}", screen.picture());
    screen.keys("<end><right><right>");
    assert!(screen.footer().contains("1000/1000"), "{}", screen.footer());
    for _ in 0..24 {
        screen.keys("<right>");
    }
    assert!(screen.shows("26"), "{}", screen.picture());
    screen.keys("<enter>");
    assert_eq!(screen.app.context().year(), Some(2026));
}

#[test]
fn hits_over_many_reports_stand_under_their_report_best_first_with_its_count() {
    for (width, height, lang) in [(120, 40, Lang::Zh), (80, 24, Lang::En), (60, 20, Lang::Zh), (40, 10, Lang::En)] {
        let mut screen = Screen::over(many(), width, height).lang(lang).press("/工作");
        screen.app.wait_for_search();
        screen.draw();
        let pairs = HitsOf::Pane(Pane::Compare);
        let groups: Vec<HitGroup> =
            screen.app.live.groups().iter().copied().filter(|group| group.of != pairs).collect();
        let entries: Vec<EntryId> = screen.app.live.entries().collect();
        assert!(groups.len() > 3, "{}", screen.picture());
        // The order is that of the ranking: each report where its best hit stands.
        let ranked: Vec<EntryId> = Index::new(&screen.app.library).search("工作").hits().map(|hit| hit.entry).collect();
        let mut order: Vec<ReportId> = Vec::new();
        for entry in &ranked {
            if !order.contains(&entry.report) {
                order.push(entry.report);
            }
        }
        let headed: Vec<HitsOf> = groups.iter().map(|group| group.of).collect();
        assert_eq!(headed, order.iter().map(|report| HitsOf::Report(*report)).collect::<Vec<_>>());
        for (group, report) in groups.iter().zip(&order) {
            let own: Vec<EntryId> = ranked.iter().copied().filter(|entry| entry.report == *report).collect();
            assert_eq!(entries.get(group.first..group.first + group.count), Some(&own[..]));
        }
        // Its heading says place, year and count, also where the window has no blank rows.
        let ([best, next, ..], [first_of, next_of, ..]) = (&groups[..], &order[..]) else { panic!("several reports") };
        let origin = screen.app.library.origin(*first_of, lang).expect("several reports are open");
        let first = screen.list().into_iter().next().unwrap_or_default();
        let said: Vec<&str> = first.split("  ").map(str::trim).filter(|part| !part.is_empty()).collect();
        assert_eq!(said, [origin.as_str(), &best.count.to_string()], "{}", screen.picture());
        // The next group is the next report, its heading in sight.
        screen.keys("<tab>");
        assert_eq!(screen.app.hit.selected, next.first);
        let second = screen.app.library.origin(*next_of, lang).unwrap_or_default();
        assert!(screen.list().iter().any(|row| row.trim_start().starts_with(&second)), "{}", screen.picture());
        // Every hit comes into sight, and what is selected is what the row shows.
        for _ in 0..entries.len() {
            screen.keys("<down>");
            let title = screen.app.selected().map(|view| view.title().get(lang).to_owned()).unwrap_or_default();
            let row = screen.selected_row();
            assert!(row.contains(title.chars().take(4).collect::<String>().as_str()), "{title}: {}", screen.picture());
        }
        // Kept to the report in view, the hits stand under their panes.
        screen.keys("<c-r>");
        assert!(screen.app.live.groups().iter().all(|group| matches!(group.of, HitsOf::Pane(_))));
    }
}

#[test]
fn of_many_hits_with_figures_only_those_are_listed_and_counted_by_pane() {
    let mut screen = Screen::over(many(), 120, 40).press("/年");
    screen.app.wait_for_search();
    screen.draw();
    let all = screen.app.live.len();
    screen.keys("<c-o>f");
    let listed: Vec<EntryId> = screen.app.live.entries().collect();
    assert!(!listed.is_empty() && listed.len() < all, "{} of {all}", listed.len());
    let figures = |entry: &EntryId| screen.app.library.get(*entry).is_some_and(|view| !view.figures().is_empty());
    assert!(listed.iter().all(figures));
    let counted: usize = Pane::ALL.iter().map(|pane| screen.app.live.count(*pane)).sum();
    let grouped: usize = screen.app.live.groups().iter().map(|group| group.count).sum();
    assert_eq!((counted, grouped), (listed.len(), listed.len()));
    for (at, entry) in listed.iter().enumerate() {
        assert_eq!(screen.app.live.place_of(*entry), Some(at));
        let tab = screen.app.library.get(*entry).map(|view| Pane::Tab(view.tab()));
        assert_eq!(screen.app.live.pane(at), tab);
    }
}

#[test]
fn a_search_counts_places_and_can_keep_to_the_report_in_view() {
    for (lang, chip) in [(Lang::Zh, "[本报告 ×]"), (Lang::En, "[this report ×]")] {
        let mut screen = Screen::over(many(), 120, 40).lang(lang).press("/指标2");
        screen.app.wait_for_search();
        screen.draw();
        let library = &screen.app.library;
        let names = screen.app.live.entries().filter_map(|entry| Some(library.head(entry.report)?.place.en.clone()));
        let found = names.collect::<BTreeSet<_>>().len();
        let counts =
            if lang == Lang::Zh { format!("6 个地方中的 {found} 个") } else { format!("{found} of 6 places") };
        assert!(screen.line(0).contains(&counts), "{}", screen.picture());
        let all = screen.app.live.len();
        screen.keys("<c-r>");
        let one = screen.app.live.len();
        assert!(one > 0 && one < all, "{one} of {all}");
        assert!(screen.line(0).contains(chip) && !screen.line(0).contains(&counts), "{}", screen.picture());
        let here = screen.app.report_in_view();
        assert!(screen.app.live.entries().all(|entry| entry.report == here));
        // Esc takes the chip off before it leaves the search.
        screen.keys("<esc>");
        assert_eq!((screen.app.mode(), screen.app.live.len()), (Mode::Search, all));
        assert_eq!(screen.keys("<esc>").app.mode(), Mode::Browse);
    }
    // What only other reports say is told to be there.
    let mut screen = Screen::over(many(), 120, 40).press("/2018年工作");
    screen.app.wait_for_search();
    assert!(!screen.keys("").app.live.is_empty(), "{}", screen.picture());
    screen.keys("<c-r>");
    assert!(screen.app.live.is_empty() && screen.shows("按 Ctrl-R 搜全部报告"), "{}", screen.picture());
    // With one report there is nothing to keep to.
    let mut screen = Screen::new(120, 40).press("/就业");
    let before = screen.rows();
    assert!(!screen.footer().contains("Ctrl-R"));
    assert_eq!(screen.keys("<c-r>").rows(), before);
}

/// What a key asks to be copied.
fn copied(screen: &mut Screen, keys: &str) -> String {
    screen.keys(keys);
    match &screen.effect {
        Some(Effect::Copy(text)) => text.clone(),
        other => panic!("{keys} asks for {other:?}"),
    }
}

#[test]
fn a_row_of_the_places_or_the_years_is_copied_as_it_says() {
    let mut screen = Screen::over(many(), 100, 30).press("5vvt<right>");
    assert_eq!(copied(&mut screen, "y"), "吉林市地区生产总值增速，2026 年：承诺 同比 +5% 左右");
    let cited = copied(&mut screen, "Y");
    assert!(
        cited.starts_with("吉林市地区生产总值增速，2026 年：承诺 同比 +5% 左右。出处：吉林市 2026 年报告“"),
        "{cited}"
    );
    let mut years = Screen::over(many(), 100, 30).press("5v");
    assert_eq!(years.app.mode(), Mode::Years);
    let line = copied(&mut years, "y");
    let row = years.app.years().and_then(|years| years.row()).expect("a row");
    assert!(line.contains(&*row.series.place.name.zh) && line.contains("年："), "{line}");
}

/// What the export that was just asked for takes along, and the table that it writes, of so many rows.
fn exported(screen: &Screen, rows: usize) -> (Vec<Item>, String) {
    let Some(Effect::Write(order)) = screen.effect.clone() else { panic!("a file is written") };
    let name = std::env::temp_dir().join(format!("sulan-across-{rows}-{}.csv", std::process::id()));
    let order = Order { name: name.display().to_string(), form: Form::Csv, ..order };
    assert_eq!(export(&screen.app, &order), Outcome::Written(rows));
    let table = std::fs::read_to_string(&name).expect("the file is there");
    std::fs::remove_file(&name).expect("the file can be taken away");
    (order.items, table)
}

#[test]
fn the_table_of_the_places_or_the_years_is_exported_whole() {
    let mut screen = Screen::over(many(), 100, 30).press("5vvt<right>e");
    assert!(screen.footer().contains("写入 5 行到："), "{}", screen.footer());
    let english = Screen::over(many(), 100, 30).lang(Lang::En).press("5vvt<right>e");
    assert!(english.footer().contains("Write 5 rows to: "), "{}", english.footer());
    screen.keys("<enter>");
    let (items, table) = exported(&screen, 5);
    assert_eq!(items, (0..5).map(Item::Row).collect::<Vec<_>>());
    let places: Vec<&str> = table.lines().skip(1).filter_map(|row| row.split(',').next()).collect();
    assert_eq!(places, ["哈尔滨市", "长春市", "吉林省", "吉林市", "四平市"]);
    let years = Screen::over(many(), 100, 30).press("5v");
    assert_eq!(years.app.taken().len(), years.app.years().map_or(0, |years| years.rows.len()));
}

#[test]
fn a_report_of_the_list_is_copied_and_the_list_exported_while_letters_narrow_it() {
    let mut screen = Screen::over(many(), 100, 30).press("r");
    assert_eq!(
        screen.keys("y").app.matrix().map(|matrix| matrix.input.text()),
        Some("y".to_owned()),
        "a letter narrows"
    );
    screen.keys("<bs>吉林市");
    let said = "吉林市 2026：标题（5 条，5 个数字，任务 0 项，0 项有数字）";
    let head = screen.app.library.head(ReportId(0)).expect("the first report").clone();
    let said = said.replace("标题", &head.title.zh);
    let [entries, figures] = [head.entries, head.figures].map(|count| count.to_string());
    let said = said.replace("（5 条，5", &format!("（{entries} 条，{figures}"));
    let said = said.replace("任务 0 项，0", &format!("任务 {} 项，{}", head.tasks, head.tasks_with_figures));
    assert_eq!(copied(&mut screen, "<c-y>"), said);
    // The same as the details say.
    let details = screen.details().concat();
    assert!(
        details.contains(&*head.title.zh) && details.contains(&format!("{entries} 条   {figures} 个数字")),
        "{details}"
    );
    let cited = copied(&mut screen, "<c-t>");
    assert!(
        cited.starts_with(&format!("《{}》，吉林市 2026。来源：", head.title.zh)) && cited.ends_with('。'),
        "{cited}"
    );
    // All reports of the places that are listed, by place and year.
    screen.keys("<c-e>");
    assert!(screen.footer().contains("写入 3 行到："), "{}", screen.footer());
    screen.keys("<enter>");
    let (_, table) = exported(&screen, 3);
    let ids: Vec<&str> = table.lines().skip(1).filter_map(|row| row.split(',').next()).collect();
    assert_eq!(ids, ["city-2024", "city-2025", "city-2026"], "{table}");
    // In English too; where no report is under the cursor there is nothing to copy, and it says so.
    let mut english = Screen::over(many(), 100, 30).lang(Lang::En).press("rharbin");
    let harbin = copied(&mut english, "<c-y>");
    assert!(harbin.starts_with("Harbin 2026: ") && harbin.ends_with(" with a number)"), "{harbin}");
    english.keys("<left><c-y>");
    assert!(
        !matches!(english.effect, Some(Effect::Copy(_)))
            && english.footer().contains("No report of this place and year"),
        "{}",
        english.footer()
    );
    for (width, lang, words) in
        [(120, Lang::Zh, ["Ctrl-Y 复制", "Ctrl-E 导出"]), (100, Lang::En, ["Ctrl-Y copy", "Ctrl-E export"])]
    {
        let screen = Screen::over(many(), width, 24).lang(lang).press("r");
        assert!(words.iter().all(|word| screen.footer().contains(word)), "{}", screen.footer());
    }
}

#[test]
fn what_is_typed_over_the_reports_leads_to_one_of_them() {
    // Harbin has a report of 2026 only, the county none of 2025.
    let mut screen = Screen::over(many(), 100, 30).press("r<left><left>harbin");
    assert_eq!(
        screen.app.matrix().and_then(Matrix::report).and_then(|at| screen.app.library.head(at)?.year),
        Some(2026)
    );
    screen.keys("<enter>");
    assert_eq!(screen.app.context().report().map(|report| &*report.place().zh), Some("哈尔滨市"));
    // A place that nothing is known of has no details.
    let none = Screen::over(many(), 100, 30).press("rxyz");
    assert!(none.details().iter().all(|row| row.trim_matches(['─', ' ']).is_empty()), "{}", none.picture());
}

#[test]
fn chips_of_the_years_and_places_come_off_by_esc_the_last_one_first_and_by_a_click() {
    for lang in Lang::ALL {
        let mut screen = Screen::over(many(), 100, 30).lang(lang).press("5v");
        let names = |screen: &Screen| screen.app.chips().into_iter().map(|(_, name)| name).collect::<Vec<_>>();
        let [years, places, by_place] = match lang {
            Lang::Zh => ["历年", "各地", "按地方"],
            Lang::En => ["years", "places", "by place"],
        };
        assert_eq!(names(&screen), [years]);
        assert!(screen.list().concat().contains(&format!("[{years} ×]")), "{}", screen.picture());
        screen.keys("vs");
        assert_eq!(names(&screen), [places, by_place]);
        assert!(screen.list().concat().contains(&format!("[{places} ×] [{by_place} ×]")), "{}", screen.picture());
        screen.keys("<esc>");
        assert_eq!((screen.app.mode(), names(&screen)), (Mode::Places, vec![places.to_owned()]));
        assert_eq!(screen.keys("<esc>").app.mode(), Mode::Browse);
        // A click on the chip does the same; v goes on whatever the order is.
        screen.keys("5vvs");
        let at = screen.find(&format!("[{by_place}"));
        screen.click(at);
        assert_eq!((screen.app.mode(), names(&screen)), (Mode::Places, vec![places.to_owned()]));
        let at = screen.find(&format!("[{places}"));
        screen.click(at);
        assert_eq!(screen.app.mode(), Mode::Browse);
        assert_eq!(screen.keys("5vvsv").app.mode(), Mode::Browse);
    }
    // In a narrow window the name of what is ranked gives way, its year does not.
    let narrow = Screen::over(many(), 40, 10).press("5vvs");
    assert!(narrow.shows("[各地 ×] [按地方 ×]  2025 年"), "{}", narrow.picture());
}
