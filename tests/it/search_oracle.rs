//! ib-matcher as an oracle: where both claim to match pinyin, both find the same lines.
//! It knows more readings and no unfinished syllables; both differences are named here.

use ib_matcher::matcher::{IbMatcher, PinyinMatchConfig};
use ib_matcher::pinyin::PinyinNotation;
use pinyin::{ToPinyin, ToPinyinMulti};
use sulan::library::Library;
use sulan::search::{Index, Tier};

fn plain(reading: pinyin::Pinyin) -> String {
    reading.plain().replace('ü', "v")
}

fn titles() -> Vec<String> {
    let library = Library::built_in().unwrap_or_else(|faults| panic!("{faults:?}"));
    library.entries().map(|view| view.entry().title().zh.replace(['“', '”'], "")).collect()
}

/// Whole pinyin, initials, and a mixture of two to four characters of every title.
fn queries(titles: &[String]) -> Vec<(String, bool)> {
    let mut queries = Vec::new();
    for title in titles {
        let names: Vec<String> = title.chars().map(|c| c.to_pinyin().map_or(String::new(), plain)).collect();
        for length in 2..=4 {
            for run in names.windows(length).filter(|run| run.iter().all(|name| !name.is_empty())) {
                let initial = |name: &String| name.chars().take(1).collect::<String>();
                queries.push((run.concat(), false));
                if length > 2 {
                    queries.push((run.iter().map(initial).collect(), true));
                    queries.push((
                        run.iter()
                            .enumerate()
                            .map(|(n, name)| if n == 0 { name.clone() } else { initial(name) })
                            .collect(),
                        true,
                    ));
                }
            }
        }
    }
    queries.sort_unstable();
    queries.dedup();
    queries
}

fn oracle(query: &str) -> IbMatcher<'_> {
    IbMatcher::builder(query)
        .pinyin(PinyinMatchConfig::notations(PinyinNotation::Ascii | PinyinNotation::AsciiFirstLetter))
        .build()
}

/// Whether the line holds a character of which the oracle knows a reading that the program leaves out.
fn rare(title: &str, known: impl Fn(char, &str) -> bool) -> bool {
    title.chars().any(|c| c.to_pinyin_multi().into_iter().flatten().any(|reading| !known(c, &plain(reading))))
}

#[test]
fn both_find_the_same_lines() {
    let titles = titles();
    let index = Index::from(&titles[..]);
    let table: Vec<(&str, &str)> =
        include_str!("../../assets/pinyin.txt").lines().filter_map(|line| line.split_once(' ')).collect();
    let known = |c: char, syllable: &str| table.iter().any(|(name, chars)| *name == syllable && chars.contains(c));
    let (mut compared, mut agreed) = (0, 0);
    for (query, initials) in queries(&titles) {
        let found = index.search(&query);
        let oracle = oracle(&query);
        for (record, title) in titles.iter().enumerate() {
            let ours = found.ranking().iter().find(|ranked| ranked.record == record).map(|ranked| ranked.tier);
            let theirs = oracle.is_match(title.as_str());
            compared += 1;
            agreed += usize::from(ours.is_some() == theirs);
            if theirs && ours.is_none() {
                assert!(rare(title, known), "{query} finds {title} for the oracle only");
            }
            if !theirs && ours.is_some_and(|tier| tier <= Tier::Initials) {
                let spots = found.spots(record);
                let last = spots.last().and_then(|spot| title.chars().nth(spot.range.end - 1));
                assert!(
                    last.is_some_and(|c| unfinished(&query, c, title)) || two_letters(&query, title),
                    "{query} finds {title} for us only ({initials})"
                );
            }
        }
    }
    assert!(compared > 100_000 && agreed * 1000 > compared * 999, "{agreed} of {compared}");
}

/// Whether the oracle agrees once the last syllable is typed to its end.
fn unfinished(query: &str, last: char, title: &str) -> bool {
    let readings = last.to_pinyin_multi().into_iter().flatten().map(plain);
    readings.into_iter().any(|name| {
        (1..name.len())
            .filter_map(|end| query.strip_suffix(name.get(..end)?))
            .any(|before| oracle(&format!("{before}{name}")).is_match(title))
    })
}

/// Whether the oracle agrees once an initial of two letters is written as one: it knows the z of zh alone.
fn two_letters(query: &str, title: &str) -> bool {
    let places: Vec<usize> =
        ["zh", "ch", "sh"].iter().flat_map(|two| query.match_indices(two)).map(|(at, _)| at + 1).collect();
    (1..1_u32 << places.len()).any(|chosen| {
        let dropped = |at: usize| places.iter().enumerate().any(|(bit, place)| chosen & 1 << bit != 0 && *place == at);
        let shorter: String = query.char_indices().filter(|&(at, _)| !dropped(at)).map(|(_, c)| c).collect();
        oracle(&shorter).is_match(title)
    })
}
