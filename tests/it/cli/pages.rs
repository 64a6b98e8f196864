//! The full page of an entry, on the screen and from `sulan show`.

use super::good;
use crate::common::{SIZES, Screen, library, sound};
use serde_json::json;
use sulan::library::Library;
use sulan::pages::{Ink, Piece};
use sulan::report::read_reports;
use sulan::text::Lang;

/// The page of an entry, scrolled through, as one text.
fn page(title: &str, lang: Lang) -> String {
    let screen = Screen::new(120, 60).press(&format!("/{title}<enter><enter>")).lang(lang);
    screen.list().join("\n")
}

#[test]
fn a_page_says_what_the_other_year_has_or_that_it_has_nothing() {
    assert!(page("猪饲养量", Lang::Zh).contains("同比 +2.4"));
    assert!(page("农村产权流转交易量", Lang::Zh).contains("本报告无 2025 年目标"));
    assert!(page("农村产权流转交易量", Lang::En).contains("no target for 2025 in this report"));
    assert!(page("职业技能培训", Lang::Zh).contains("本报告无 2024 年数字"));
    assert!(!page("长护险", Lang::Zh).contains("本报告无"), "a statement has no figure to compare");
}

#[test]
fn a_page_shows_neighbours_place_and_synonyms() {
    let text = page("猪饲养量", Lang::Zh);
    for part in [
        "同句    牛饲养量 +9.9%、羊饲养量 +25%",
        "▪▪▪[▪]▪▪",
        "乡村，第 4 条，共 15 条",
        "又称    ",
        "生猪",
        "review.rural.pigs",
    ] {
        assert!(text.contains(part), "{part}\n{text}");
    }
    let text = page("猪饲养量", Lang::En);
    for part in ["Beside  Cattle raised +9.9%", "Countryside: 4 of 15", "Also    ", "hogs"] {
        assert!(text.contains(part), "{part}\n{text}");
    }
}

#[test]
fn show_prints_the_page() {
    for lang in Lang::ALL {
        let shown = good(&["show", "review.rural.pigs", "--lang", lang.code()]).out;
        let page = page("猪饲养量", lang);
        for line in shown.lines().filter(|line| !line.trim().is_empty()) {
            // The mark of the year stands in the margin of the screen.
            let text = line.trim_start_matches(['●', '○', ' ']);
            let bare = |text: &str| text.split_whitespace().collect::<String>();
            assert!(bare(&page).contains(&bare(text)), "{line}\n{page}");
        }
        assert!(shown.trim_end().ends_with("review.rural.pigs"), "{shown}");
    }
    let two = good(&["show", "targets.gdp", "review.rural.grain"]).out;
    assert!(two.contains("\n\n粮食产量\n"), "{two}");
    // Programs get what they got before.
    let list = good(&["list", "--ids", "review.rural.pigs", "--format", "json"]).out;
    assert_eq!(good(&["show", "review.rural.pigs", "--format", "json"]).out, list);
}

#[test]
fn text_of_search_ends_with_the_id_that_show_takes() {
    let line = good(&["search", "粮食产量", "--limit", "1"]).out;
    let id = line.split_whitespace().last().expect("an id").to_owned();
    assert!(good(&["show", &id]).out.starts_with("粮食产量\n"), "{line}");
}

#[test]
fn csv_ends_with_the_note() {
    let table = good(&["list", "--ids", "review.rural.grain", "--format", "csv"]).out;
    let mut lines = table.lines();
    assert!(lines.next().is_some_and(|head| head.ends_with(",heading,sentence,note_zh,note_en")), "{table}");
    assert!(lines.next().is_some_and(|row| row.ends_with(",A new high despite disasters")), "{table}");
}

fn drafted() -> Library {
    let whole = json!({
        "format": 1, "id": "made", "year": 2025, "place": {"zh": "某市", "en": "A City"},
        "title": {"zh": "某市报告", "en": "A report"},
        "source": {"kind": {"zh": "测试", "en": "Test"}, "date": "2025-01", "authors": []},
        "sections": [{"id": "s", "tab": "review", "heading": "一、回顾", "name": {"zh": "回顾", "en": "Part"}, "entries": [
            {"id": "s.roads", "sentence": 1, "title": {"zh": "农村公路", "en": "Roads"},
             "quote": "新建农村公路1623公里、改造623公里，增长27%。",
             "figures": [{"value": 623, "unit": "公里", "basis": "level"}, {"value": 27, "unit": "%", "basis": "growth"}]}]}],
        "comparisons": []
    });
    let (reports, lexicon) = sound(read_reports(&whole.to_string(), "made.json", Library::built_in_lexicon()));
    Library::new(reports, lexicon)
}

#[test]
fn the_figures_of_a_drafted_entry_are_marked_in_its_sentence() {
    for (width, height) in SIZES {
        let screen = Screen::over(drafted(), width, height).press("<enter>");
        let rows = screen.app.text(usize::from(screen.app.regions().expect("a window").list.width));
        let pieces = rows.iter().flat_map(|row| &row.pieces);
        let bold: String = pieces
            .filter_map(|piece| match piece {
                Piece::Text(Ink::Bold, text) if text.contains(|c: char| c.is_ascii_digit()) => Some(text.as_str()),
                _ => None,
            })
            .collect();
        assert_eq!(bold, "623公里27%", "{}", screen.picture());
    }
}

#[test]
fn every_entry_has_its_page_in_text() {
    let ids: Vec<String> = library().entries().map(|view| view.entry().id().to_owned()).collect();
    let args: Vec<&str> = ["show"].into_iter().chain(ids.iter().map(String::as_str)).collect();
    let text = good(&args).out;
    for id in &ids {
        assert!(text.lines().any(|line| line.trim_end().ends_with(id.as_str())), "{id}");
    }
}

#[test]
fn show_says_what_was_promised_and_delivered_year_by_year() {
    let page = good(&["show", "targets.gdp", "--lang", "zh"]).out;
    let years = [
        "2013          ● +9e",
        "2014  ○ +10   ● +6.1e           −3.9",
        "2015  ○ +7    ● +6.5e           −0.5",
        "2016  ○ +7",
        "2019          ● 与上年基本持平",
        "2020  ○ ≈+6   ● 与上年持平",
        "2021  ○ ≥+7   ● +7                 0",
        "2022  ○ +7–8",
        "2023  ○ +6–7",
        "2025  ○ ≈+6",
    ];
    let shown: Vec<&str> = page.lines().map(str::trim).filter(|line| line.starts_with("20")).collect();
    assert_eq!(shown, years);
    let english = good(&["show", "targets.gdp", "--lang", "en"]).out;
    assert!(english.contains("○ promised  ● delivered  gap: delivered less promised"));
}
