//! Every row of a table and every word of a list is used by a real sentence.

use super::{part, sentences};
use crate::draft::figures::read_figures;
use crate::draft::normal::normal;
use crate::draft::outline::Context;
use crate::draft::pledges::pledges;
use crate::draft::scan::Numerals;
use crate::draft::signs::says;
use crate::draft::tables::{LISTS, PartWord, TABLES};
use crate::draft::wordlists::List;

#[test]
fn a_real_sentence_uses_every_row_of_the_tables() {
    let words = [
        PartWord::Review,
        PartWord::Planning,
        PartWord::Targets,
        PartWord::Tasks,
        PartWord::Government,
        PartWord::Period,
        PartWord::Notes,
    ];
    for (name, kind, sentence) in sentences() {
        let chars = normal(sentence).chars;
        if kind == "heading" {
            let told = words.into_iter().filter(|&word| says(&chars, word)).count();
            assert!(told > 0, "{sentence}");
            continue;
        }
        let alone = Context { part: part(name), year: Some(2021), plan: None, span: None };
        let years = Context { plan: Some((2021, 2025)), span: Some((2016, 2020)), ..alone };
        for context in [alone, years] {
            read_figures(&chars, &context, Numerals::Digits);
        }
        pledges(&chars);
    }
    assert_eq!(TABLES.unused(), [""; 0]);
}

#[test]
fn every_word_of_a_list_stands_in_a_real_sentence() {
    let real: Vec<String> = sentences().map(|(_, _, sentence)| normal(sentence).chars.iter().collect()).collect();
    for &list in List::ALL {
        let words: Vec<String> = TABLES.list(list).every().collect();
        assert!(!words.is_empty(), "{list:?} has no words");
        let unknown: Vec<&String> =
            words.iter().filter(|word| !real.iter().any(|sentence| sentence.contains(word.as_str()))).collect();
        assert_eq!(unknown, [""; 0], "{list:?}");
    }
}

#[test]
fn every_row_of_a_list_names_a_list() {
    let rows = LISTS.iter().flat_map(|file| file.lines()).filter(|line| !line.starts_with('#'));
    for row in rows {
        let name = row.split('\t').nth(1).unwrap_or_default();
        assert!(List::ALL.iter().any(|list| list.name() == name), "{row}");
    }
}
