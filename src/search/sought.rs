//! A query that is known before the texts are read: of each part that is built only the records stay that it may find,
//! so that a search over thousands of reports holds a handful of them.

use std::sync::atomic::{AtomicUsize, Ordering};

use super::english::{every_form, no_form};
use super::fold::{is_digit, symbols};
use super::index::{Index, Part};
use super::quantity::with_digits;
use super::query::{Resort, bounded};
use super::session::Ticket;

/// A query that parts are narrowed to as they are built, by any number of threads.
#[derive(Debug)]
pub(crate) struct Sought {
    query: String,
    /// The number of the first resort that has found something so far: the search itself goes no further.
    last: AtomicUsize,
}

impl Sought {
    /// The query, where a part alone tells what it may find; `None` of one with a number, which the units of all texts
    /// have a say in.
    pub(crate) fn new(query: &str) -> Option<Self> {
        let folded = symbols(bounded(query).0);
        let numbered = folded.iter().any(|&symbol| is_digit(symbol));
        let counted = with_digits(&String::from_utf16_lossy(&folded)).is_some();
        let last = AtomicUsize::new(Resort::ALL.len() - 1);
        (!numbered && !counted).then(|| Self { query: query.to_owned(), last })
    }

    /// The records of `part` that the query may find when all parts are there, with everything that tells how well.
    pub(crate) fn narrowed(&self, part: Part) -> Part {
        let mut index = Index::default();
        index.push(part);
        let mut kept: Vec<usize> = Vec::new();
        for (number, resort) in Resort::ALL.into_iter().enumerate() {
            if number > self.last.load(Ordering::Relaxed) {
                break;
            }
            let mut find = |forms| {
                let plan = index.plan_with(&self.query, resort, forms);
                let found = index.find(&plan, &Ticket::default()).unwrap_or_default();
                let some = !found.is_empty();
                kept.extend(found.records());
                some
            };
            // Other parts may bring forms of a word, or stand against some. What is found without any is found for sure.
            find(every_form);
            if find(no_form) {
                self.last.fetch_min(number, Ordering::Relaxed);
            }
        }
        kept.sort_unstable();
        kept.dedup();
        index.only(&kept)
    }
}

#[cfg(test)]
mod tests {
    use super::super::corpus::Corpus;
    use super::super::index::{Index, Part};
    use super::Sought;
    use crate::report::{Report, built_in_lexicon, built_in_past, built_in_report};

    /// Queries of every kind that none of the texts, one or many of them answer, each by another resort.
    const QUERIES: [&str; 22] = [
        "高标准农田",
        "粮食 产量",
        "暖气",
        "供暖改造",
        "带路",
        "高田",
        "的粮食工作",
        "没有这个",
        "gbznt",
        "liangshi",
        "g",
        "gdp",
        "grain",
        "skis",
        "parking",
        "tourist",
        "gorwth",
        "investmnet",
        "lianshi",
        "xjp",
        "高标zhun",
        "zh",
    ];

    fn parts() -> Vec<Vec<Report>> {
        let mut past = built_in_past().expect("the past is whole").into_iter();
        let own = vec![built_in_report().expect("the report is whole")];
        let (two, rest) = (past.by_ref().take(2).collect(), past.collect());
        vec![two, own, rest]
    }

    /// Marks of emphasis and quotation are dropped where they stand; what is shown has them still.
    #[test]
    fn what_was_kept_is_shown_as_it_was() {
        let texts = ["“一号”", "“二号”工程、１％", "三号“", "”四号…"];
        let corpus: Corpus = texts.into_iter().collect();
        let shown = |corpus: &Corpus, record: usize| {
            let parts = corpus.own_lines(record).iter().flat_map(|line| corpus.parts_of(line));
            parts.flat_map(|part| corpus.shown(&part)).map(|scalar| scalar.shown).collect::<String>()
        };
        for kept in [&[0][..], &[1], &[2], &[3], &[0, 2], &[1, 3], &[0, 1, 2, 3]] {
            let only = corpus.only(kept);
            let told: Vec<String> = (0..only.len()).map(|record| shown(&only, record)).collect();
            let expected: Vec<&str> = kept.iter().filter_map(|&record| texts.get(record).copied()).collect();
            assert_eq!(told, expected);
        }
    }

    #[test]
    fn a_search_finds_in_what_was_kept_what_it_finds_in_all() {
        let (parts, lexicon) = (parts(), built_in_lexicon());
        let built = || parts.iter().map(|reports| Part::of_reports(reports.iter(), &lexicon));
        let index = |parts: &mut dyn Iterator<Item = Part>| {
            let mut index = Index::default();
            parts.for_each(|part| index.push(part));
            index
        };
        let whole = index(&mut built());
        for query in QUERIES {
            let sought = Sought::new(query).expect("it has no number");
            let kept = index(&mut built().map(|part| sought.narrowed(part)));
            let (expected, told) = (whole.search(query), kept.search(query));
            let hits = |answer: &crate::search::Answer| answer.hits().collect::<Vec<_>>();
            assert_eq!(hits(&told), hits(&expected), "{query}");
            assert_eq!(told.cut(), expected.cut(), "{query}");
            let few = kept.len() < whole.len() / 2 || expected.ranking().len() > whole.len() / 4;
            assert!(few && kept.len() >= expected.ranking().len(), "{query}: {} of {}", kept.len(), whole.len());
            for ranked in told.ranking().iter() {
                assert_eq!(kept.record(kept.entry(ranked.record)), Some(ranked.record), "{query}");
                let place = whole.record(kept.entry(ranked.record)).expect("it is there");
                let same = expected.ranking().iter().find(|other| other.record == place).expect("it is found");
                assert_eq!(told.has_figures(ranked), expected.has_figures(same), "{query}");
                assert_eq!(told.tab_of(ranked), expected.tab_of(same), "{query}");
            }
        }
        // Where parking is a word of its own park is no form of it, though the first part cannot know that.
        let built = || {
            ["park 粮食产量", "parking", "parking 粮食的好产量"]
                .map(|text| Part::from([text].into_iter().collect::<Corpus>()))
        };
        let (whole, sought) =
            (index(&mut built().into_iter()), Sought::new("parking 粮食产量").expect("it has no number"));
        let kept = index(&mut built().into_iter().map(|part| sought.narrowed(part)));
        let hits = |index: &Index| {
            index.search("parking 粮食产量").hits().map(|hit| (hit.entry, hit.tier)).collect::<Vec<_>>()
        };
        assert_eq!(hits(&kept), hits(&whole));
        assert_eq!(hits(&whole).len(), 1);
        for query in ["87万亩", "两年", "５", "top 10"] {
            assert!(Sought::new(query).is_none(), "{query}");
        }
    }
}
