//! Queries that teach the search by example; taken from the data, never from code.

use std::cmp::Reverse;

use crate::library::{EntryView, Library, ReportId};
use crate::report::IndicatorName;
use crate::search::{Index, spell};
use crate::text::{Label, is_han};

/// A kind of query, and one that finds something.
pub type Example = (Label, String);

/// The characters of the 汉字 of an example: enough for initials that mean something.
const CHARS: usize = 4;

/// The fewest letters of an English word that teaches anything.
const LETTERS: usize = 5;

/// A smaller number is found in too many places to teach anything.
const NUMBER: f64 = 100.0;

/// One query of each kind, all for one entry of a report that each of them finds. What has the most names in
/// the lexicon is looked for most, so it comes first.
/// `index` is that of the report, if there is one already.
pub(super) fn examples(library: &Library, report: ReportId, index: Option<&Index>) -> Vec<Example> {
    let made = || library.report(report).map(|report| Index::of(report, library.lexicon()));
    let Some(index) = index.cloned().or_else(made) else {
        return Vec::new();
    };
    let entries = || library.entries_in(report).enumerate();
    let named = entries().filter_map(|(at, view)| {
        let indicator = library.lexicon().indicator(view.figures().first()?.indicator()?)?;
        Some((Reverse(indicator.synonyms().len()), at, of_indicator(view, indicator)?))
    });
    let mut named: Vec<_> = named.collect();
    named.sort_by_key(|(names, ..)| *names);
    let titled = entries().filter_map(|(at, view)| Some((at, of_title(view)?)));
    let finds = |at: usize, query: &str| index.search(query).ranking().iter().any(|ranked| ranked.record == at);
    named
        .into_iter()
        .map(|(_, at, examples)| (at, examples))
        .chain(titled)
        .find(|(at, examples)| examples.iter().all(|(_, query)| finds(*at, query)))
        .map(|(_, examples)| examples)
        .unwrap_or_default()
}

/// What people call the indicator of an entry, where the titles hold it, and its number; `None` when it is
/// no good example of every kind.
fn of_indicator(view: EntryView<'_>, indicator: &IndicatorName) -> Option<Vec<Example>> {
    let (names, title) = (indicator.synonyms(), view.entry().title());
    let held = names.iter().filter(|name| name.chars().count() == CHARS && name.chars().all(is_han));
    let han = held.filter_map(|name| Some((title.zh.find(name.as_str())?, name))).min()?.1;
    let called = |word: &str| names.iter().any(|name| name.split(' ').any(|other| other.eq_ignore_ascii_case(word)));
    let word = words(&title.en).filter(|word| called(word)).max_by_key(|word| word.len())?;
    let number = number(view)?;
    let mut examples = read_out(han)?;
    examples.push((ENGLISH, word.to_lowercase()));
    examples.push((FIGURE, number));
    Some(examples)
}

/// The beginning of a title, read out, and what there is of English and numbers.
fn of_title(view: EntryView<'_>) -> Option<Vec<Example>> {
    let title = view.entry().title();
    let han: String = title.zh.chars().take(CHARS).collect();
    let mut examples = read_out(&han)?;
    let word = words(&title.en).max_by_key(|word| word.len());
    examples.extend(word.map(|word| (ENGLISH, word.to_lowercase())));
    examples.push((FIGURE, number(view)?));
    Some(examples)
}

const ENGLISH: Label = Label::new("英文", "English");
const FIGURE: Label = Label::new("数字", "Number");

/// Some 汉字 as they stand, in pinyin and in initials; `None` where they can be read in more than one way.
fn read_out(han: &str) -> Option<Vec<Example>> {
    let syllables = spell(han).filter(|syllables| syllables.len() == CHARS)?;
    let initials = syllables.iter().filter_map(|syllable| syllable.chars().next()).collect();
    Some(vec![
        (Label::new("汉字", "Chinese"), han.to_owned()),
        (Label::new("拼音", "Pinyin"), syllables.iter().take(2).copied().collect()),
        (Label::new("首字母", "Initials"), initials),
    ])
}

/// The words of a title that say something by themselves.
fn words(title: &str) -> impl Iterator<Item = &str> {
    title.split(|c: char| !c.is_ascii_alphabetic()).filter(|word| word.len() >= LETTERS && title.is_ascii())
}

/// The number of the first figure, unless it is round or small.
fn number(view: EntryView<'_>) -> Option<String> {
    let number = view.figures().first()?.value();
    (number >= NUMBER && number % 10.0 != 0.0).then(|| number.to_string())
}
