//! The numbers of result beside promise, and of what lies between them.

use super::{Told, data, digits, english, grouped, in_words, lexicon, mark_of, printed, solid};
use crate::common::Screen;
use crate::common::script::events;
use serde_json::Value;
use sulan::app::Effect;
use sulan::library::{Library, Pair, Side};
use sulan::report::Scope;
use sulan::text::Lang;

/// The figure of one side, as the data have it.
fn figure<'a>(data: &'a Value, library: &Library, side: Option<Side>) -> Option<&'a Value> {
    let (entry, place) = side.and_then(|side| Some((side.entry, side.figure?)))?;
    let id = library.get(entry)?.entry().id().to_owned();
    let sections = data["sections"].as_array().expect("sections");
    let entries = sections.iter().flat_map(|section| section["entries"].as_array().expect("entries"));
    entries.into_iter().find(|entry| entry["id"] == *id).map(|entry| &entry["figures"][place])
}

/// The number of a figure on the scale of another one, with the mark of its qualifier.
fn beside(own: &Value, other: &Value, lexicon: &Value, lang: Lang) -> String {
    let mark = mark_of(own);
    if lang == Lang::Zh || own["unit"] != other["unit"] || own["basis"] == "rank" {
        return mark.to_owned() + &Told::of(own, lexicon, lang).number;
    }
    let (places, _) = english(other, lexicon);
    let sign = if matches!(own["basis"].as_str(), Some("growth" | "points")) { "+" } else { "" };
    let end = |name: &str| Some(grouped(&digits(own[name].as_f64()?, places)));
    let upper = end("upper").map_or_else(String::new, |upper| format!("–{upper}"));
    format!("{mark}{}{}{upper}", if upper.is_empty() { sign } else { "" }, end("value").expect("a value"))
}

/// What lies between two numbers of the same scope: as the column shows it, and in words.
fn between(result: &Value, target: &Value, lexicon: &Value, lang: Lang) -> (String, String) {
    let apart = target["value"].as_f64().expect("a value") - result["value"].as_f64().expect("a value");
    let rate = target["basis"] == "growth";
    let (places, unit) = match lang {
        Lang::Zh => (0, target["unit"].as_str().unwrap_or_default().to_owned()),
        Lang::En => english(target, lexicon),
    };
    let size = digits(apart, places);
    let size = if lang == Lang::En { grouped(&size) } else { size };
    let mark = match target["qualifier"].as_str() {
        Some("at_least") => "≥",
        Some("toward") => "→",
        _ => "",
    };
    let column = format!("{mark}{}{size}", if apart < 0.0 { "−" } else { "+" });
    let most = if mark == "≥" {
        [("至多", "at most "), ("至少", "at least ")][usize::from(apart > 0.0)]
    } else {
        ("", "")
    };
    let words = match lang {
        Lang::Zh => {
            let unit = if rate { "个百分点" } else { &unit };
            format!("{}{} {size} {unit}", most.0, if apart < 0.0 { "低" } else { "高" })
        }
        Lang::En if unit == "people" => format!("{}{size} {}", most.1, if apart < 0.0 { "fewer" } else { "more" }),
        Lang::En => {
            let unit = if rate { "pp" } else { &unit };
            format!("{}{size} {unit} {}", most.1, if apart < 0.0 { "lower" } else { "higher" })
        }
    };
    (column, words)
}

/// The words of a pair: both numbers, and what lies between them where they may be subtracted.
fn words(sides: [Option<&Value>; 2], pair: &Pair, lexicon: &Value, lang: Lang) -> Vec<String> {
    let mut words: Vec<String> = sides.into_iter().flatten().map(|figure| in_words(figure, lexicon, lang)).collect();
    if let ([Some(result), Some(target)], Some(Scope::Same)) = (sides, pair.scope()) {
        words.push(between(result, target, lexicon, lang).1);
    }
    words
}

#[test]
fn compare_its_details_page_copy_and_text_say_the_same_numbers() {
    let (data, lexicon) = (data(), lexicon());
    for lang in Lang::ALL {
        let mut screen = Screen::new(160, 60).lang(lang).press("5");
        let listed = solid(&printed("compare", lang).join("\n"));
        let count = screen.app.layout().order.len();
        let mut both = 0;
        for _ in 0..count {
            let pair = screen.app.selected_pair().expect("a pair").clone();
            let name = pair.name().get(lang).to_owned();
            let sides = [pair.result(), pair.target()].map(|side| figure(&data, &screen.app.library, side));
            let list = screen.list();
            let row = list.iter().find(|row| row.trim_start().starts_with('>')).expect("a selected row");
            let cells: Vec<&str> = row.split_whitespace().collect();
            let scale = sides[1].or(sides[0]);
            for (own, scale) in sides.into_iter().flatten().zip(scale.into_iter().cycle()) {
                let number = beside(own, scale, &lexicon, lang);
                assert!(
                    cells.contains(&number.as_str()),
                    "{name}: the list does not say {number}\n{}",
                    screen.picture()
                );
            }
            if let ([Some(result), Some(target)], Some(Scope::Same)) = (sides, pair.scope()) {
                let (column, _) = between(result, target, &lexicon, lang);
                assert!(
                    cells.contains(&column.as_str()),
                    "{name}: the list does not say {column}\n{}",
                    screen.picture()
                );
                both += 1;
            }
            let words = words(sides, &pair, &lexicon, lang);
            let details = solid(&screen.details().join(""));
            screen.feed(events("y").remove(0));
            let Some(Effect::Copy(copied)) = screen.effect.clone() else { panic!("{name} is not copied") };
            screen.keys("<enter>");
            let page = screen.list().join("\n");
            // The page sets the sides in two columns; a long line of one goes on below.
            let page = solid(&page);
            for words in words.iter().map(|words| solid(words)) {
                let open = words.trim_end_matches(['）', ')']);
                assert!(details.contains(open), "{name}: the details do not say {words}\n{details}");
                assert!(solid(&copied).contains(open), "{name}: the copy does not say {words}\n{copied}");
                assert!(page.contains(open), "{name}: the page does not say {words}\n{}", screen.picture());
                assert!(listed.contains(open), "{name}: sulan compare does not say {words}");
            }
            screen.keys("<esc>j");
        }
        assert_eq!(both, 10);
    }
}
