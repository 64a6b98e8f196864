//! The numbers of the entries.

use super::{Told, at, data, entries, in_column, in_words, lexicon, printed, solid};
use crate::common::{ALL_SIZES, Screen};
use sulan::app::Effect;
use sulan::text::Lang;

#[test]
fn list_details_page_copy_and_text_say_the_same_number() {
    let (data, lexicon) = (data(), lexicon());
    for lang in Lang::ALL {
        let mut screen = Screen::new(160, 60).lang(lang);
        let listed = printed("list", lang).join("\n");
        for (tab, id, figures) in entries(&data) {
            at(&mut screen, tab, id);
            let words: Vec<String> = figures.iter().map(|figure| in_words(figure, &lexicon, lang)).collect();
            let (row, details) = (screen.list().join("\n"), screen.details().join("\n"));
            for (place, figure) in figures.iter().enumerate().filter(|_| tab != "honours" && tab != "targets") {
                let (number, unit) = in_column(figure, &lexicon, lang);
                let said = |line: &str| {
                    let mut parts = line.split_whitespace().skip_while(|part| *part != number).skip(1);
                    unit.is_empty() || unit.split(' ').all(|word| parts.next() == Some(word))
                };
                let said = row.lines().any(|line| line.split_whitespace().any(|part| part == number) && said(line));
                assert!(said, "{id}, figure {place}: the list does not say {number} {unit}\n{}", screen.picture());
            }
            let said = |text: &str, words: &str| solid(text).contains(&solid(words));
            assert!(said(&details, &words[0]), "{id}: the details do not say {:?}\n{details}", words[0]);
            screen.feed(crate::common::script::events("y").remove(0));
            let Some(Effect::Copy(copied)) = screen.effect.clone() else { panic!("{id} is not copied") };
            screen.keys("<enter>");
            let page = screen.list().join("");
            for words in &words {
                // A copy joins what stands in brackets.
                let open = words.trim_end_matches(['）', ')']);
                assert!(said(&copied, open), "{id}: the copy does not say {words:?}\n{copied}");
                assert!(said(&page, words), "{id}: the page does not say {words:?}\n{}", screen.picture());
                assert!(said(&listed, words), "{id}: sulan list does not say {words:?}");
            }
            screen.keys("<esc>");
        }
    }
}

#[test]
fn sulan_list_says_each_number_beside_its_title() {
    let (data, lexicon) = (data(), lexicon());
    for lang in Lang::ALL {
        let lines = printed("list", lang);
        let mut lines = lines.iter().map(|line| solid(line));
        for section in data["sections"].as_array().expect("sections") {
            for entry in section["entries"].as_array().expect("entries") {
                let figures = entry["figures"].as_array().map_or(&[][..], Vec::as_slice);
                let title = solid(entry["title"][lang.code()].as_str().expect("a title"));
                for figure in figures {
                    // Long lines go on in the next one; those begin with no title.
                    let line = lines.find(|line| line.starts_with(title.get(..title.len().min(30)).unwrap_or(&title)));
                    let line = line.unwrap_or_else(|| panic!("no line begins with {title}"));
                    let words = solid(&in_words(figure, &lexicon, lang));
                    assert!(line.contains(&words), "{line} does not say {words}");
                }
            }
        }
    }
}

#[test]
fn the_honours_list_each_number_behind_its_medal() {
    let (data, lexicon) = (data(), lexicon());
    for lang in Lang::ALL {
        for (width, height) in ALL_SIZES {
            let mut screen = Screen::new(width, height).lang(lang);
            for (_, id, figures) in entries(&data).into_iter().filter(|(tab, ..)| *tab == "honours") {
                at(&mut screen, "honours", id);
                let list = screen.list().join("\n");
                for figure in figures {
                    let name = figure["name"][lang.code()].as_str().expect("the name of a medal");
                    let said = format!("{name} {}", Told::of(figure, &lexicon, lang).number);
                    assert!(list.contains(&said), "{id}: no {said}\n{}", screen.picture());
                }
            }
        }
    }
}

#[test]
fn the_targets_list_each_rate_in_one_row_and_beside_an_axis() {
    let (data, lexicon) = (data(), lexicon());
    // One row a target, and two with an axis; the digits of the poster stand in details too, as every number does.
    for (size, gap) in [((56, 60), " "), ((40, 10), " "), ((80, 24), ""), ((60, 20), "")] {
        for lang in Lang::ALL {
            let mut screen = Screen::new(size.0, size.1).lang(lang);
            for (_, id, figures) in entries(&data).into_iter().filter(|(tab, ..)| *tab == "targets") {
                at(&mut screen, "targets", id);
                let (number, unit) = in_column(&figures[0], &lexicon, lang);
                let row = screen
                    .list()
                    .into_iter()
                    .find(|row| row.starts_with(['>', ' ']) && row.trim_start().starts_with('>'));
                let said = row.is_some_and(|row| row.contains(&format!(" {number}{gap}{unit}")));
                assert!(said, "{id}: no {number}{gap}{unit}\n{}", screen.picture());
            }
        }
    }
}
