//! Queries that teach the search by example; taken from the data, never from code.

use crate::library::{EntryView, Library, ReportId};
use crate::search::{Index, spell};
use crate::text::Label;

/// A kind of query, and one that finds something.
pub type Example = (Label, String);

/// The characters of the 汉字 of an example: enough for initials that mean something.
const CHARS: usize = 4;

/// One query of each kind, all for the first entry of the first report that each of them finds.
pub(super) fn examples(library: &Library, index: &Index) -> Vec<Example> {
    let finds = |view: EntryView<'_>, query: &str| {
        index.search(query).ranking().iter().any(|ranked| index.entry(ranked.record) == view.at())
    };
    library
        .entries_in(ReportId::default())
        .filter_map(|view| Some((view, of_entry(view)?)))
        .find(|(view, examples)| examples.iter().all(|(_, query)| finds(*view, query)))
        .map(|(_, examples)| examples)
        .unwrap_or_default()
}

/// The queries that an entry suggests; `None` when it is no good example of every kind.
fn of_entry(view: EntryView<'_>) -> Option<Vec<Example>> {
    let han: String = view.entry().title().zh.chars().take(CHARS).collect();
    let syllables = spell(&han).filter(|syllables| syllables.len() == CHARS)?;
    let initials: String = syllables.iter().filter_map(|syllable| syllable.chars().next()).collect();
    let words = view.entry().title().en.split(' ').filter(|word| word.chars().all(|c| c.is_ascii_alphabetic()));
    let word = words.max_by_key(|word| word.len()).filter(|word| word.len() >= 5)?;
    let number = view.entry().figures().first()?.value();
    // A short number is found in too many places to teach anything.
    (number >= 100.0).then(|| {
        vec![
            (Label::new("汉字", "Chinese"), han.clone()),
            (Label::new("拼音", "Pinyin"), syllables.iter().take(2).copied().collect()),
            (Label::new("首字母", "Initials"), initials),
            (Label::new("英文", "English"), word.to_lowercase()),
            (Label::new("数字", "Number"), number.to_string()),
        ]
    })
}
