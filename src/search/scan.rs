//! Finds the records of a plan: columns choose the candidates of a block, a cheap cost ranks them,
//! fuzzy-matcher looks only at the best gapped ones. Blocks are shared among threads.

use std::iter;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

use fuzzy_matcher::FuzzyMatcher;
use fuzzy_matcher::skim::SkimMatcherV2;

use super::Tier;
use super::block::BLOCK;
use super::corpus::{Class, Corpus, Line};
use super::grade::{Grade, Rank};
use super::index::Index;
use super::matching::{At, Memo, best, better, grade};
use super::query::{Plan, Way};
use super::rank::{self, Ranking, Run, key, sort};
use super::session::Ticket;
use super::word::Word;
use crate::library::threads;

/// Gapped matches that fuzzy-matcher has not looked at come after those it has.
const UNSCORED: u32 = 1 << 26;
/// How many gapped matches fuzzy-matcher looks at: more than anybody reads.
const SCORED: usize = 2000;
/// Below this number of symbols one thread answers within a few ms, and does not wait for another.
const SPLIT: usize = 4_000_000;
/// How many records are looked at ahead: they must not push each other out of the cache.
const AHEAD: usize = 256;

impl Index {
    /// The records that match the plan, best first; `None` when nobody waits for them any more.
    pub(crate) fn find(&self, plan: &Plan, ticket: &Ticket) -> Option<Ranking> {
        let next = AtomicUsize::new(0);
        let work = || {
            let take = || Some(next.fetch_add(1, Ordering::Relaxed)).filter(|_| ticket.is_wanted());
            self.scan(plan, iter::from_fn(take))
        };
        let threads = if self.symbols() < SPLIT { 1 } else { threads() };
        // Threads take blocks as they come to them, so that one that the system leaves waiting holds up little.
        let runs = thread::scope(|scope| {
            let others: Vec<_> = (1..threads).map(|_| scope.spawn(work)).collect();
            let own = work();
            others.into_iter().flat_map(|other| other.join().unwrap_or_default()).chain(own).collect()
        });
        ticket.is_wanted().then(|| self.scored(plan, Ranking::of(runs)))
    }

    /// The records of some blocks, given in order, that match: a run of each class.
    fn scan(&self, plan: &Plan, blocks: impl Iterator<Item = usize>) -> Vec<Run> {
        let mut keys = Runs::default();
        let mut scanner: Option<(usize, Scanner<'_>)> = None;
        for number in blocks {
            let Some((segment, block)) = self.block(number) else {
                break;
            };
            let Some((corpus, first)) = self.corpus(segment) else {
                break;
            };
            let (_, scanner) = match &mut scanner {
                Some(known) if known.0 == segment => known,
                other => other.insert((segment, Scanner::new(corpus, plan))),
            };
            scanner.block(block, first, &mut keys);
        }
        keys.0.iter_mut().for_each(|run| sort(&mut run.keys));
        keys.0
    }

    /// The ranking with its best gapped matches in the order of fuzzy-matcher's scores, before
    /// those that it has not looked at.
    fn scored(&self, plan: &Plan, found: Ranking) -> Ranking {
        let gapped = |key: u64| rank::grade(key).tier() == Tier::Fuzzy;
        if !found.last_keys().any(gapped) {
            return found;
        }
        let matcher = SkimMatcherV2::default().ignore_case();
        let mut looked_at = 0;
        found.graded_anew(|found| {
            if !gapped(found) {
                return found;
            }
            let record = rank::record(found);
            let cost = if looked_at < SCORED {
                let score = self.skim(&matcher, plan, record).clamp(0, i64::from(UNSCORED - 1));
                UNSCORED - 1 - u32::try_from(score).unwrap_or_default()
            } else {
                rank::grade(found).cost().min(UNSCORED - 1) + UNSCORED
            };
            looked_at += 1;
            key(Grade::new(Rank::Fuzzy, cost), record)
        })
    }

    fn skim(&self, matcher: &SkimMatcherV2, plan: &Plan, record: usize) -> i64 {
        let Some((corpus, record)) = self.place(record) else {
            return 0;
        };
        let words = reading(corpus, plan, record).map_or(&[][..], |way| &way.words[..]);
        let score = |word: &Word| {
            let At::Text(place) = best(corpus, word, record)?.at else { return None };
            let line = corpus.symbols.get(place.line.span())?;
            matcher.fuzzy_match(&String::from_utf16_lossy(line), &String::from_utf16_lossy(&word.symbols))
        };
        words.iter().filter_map(score).sum()
    }
}

/// What one thread found, by class.
#[derive(Default)]
struct Runs(Vec<Run>);

impl Runs {
    fn push(&mut self, class: Class, key: u64) {
        match self.0.iter_mut().find(|run| run.class == class) {
            Some(run) => run.keys.push(key),
            None => self.0.push(Run { class, keys: vec![key] }),
        }
    }
}

/// One thread's way through the blocks of a corpus.
struct Scanner<'a> {
    corpus: &'a Corpus,
    plan: &'a Plan,
    /// Of every word of every reading.
    memos: Vec<Vec<Memo>>,
    chosen: Vec<usize>,
}

impl<'a> Scanner<'a> {
    fn new(corpus: &'a Corpus, plan: &'a Plan) -> Self {
        let memos = |way: &Way| way.words.iter().map(|word| Memo::of(corpus, word)).collect();
        Self { corpus, plan, memos: plan.readings.iter().map(memos).collect(), chosen: Vec::new() }
    }

    /// Adds the records of a block that match; `first` is the number of the corpus's first record.
    fn block(&mut self, number: usize, first: usize, keys: &mut Runs) {
        let Some(block) = self.corpus.bits.blocks().get(number) else {
            return;
        };
        let mut chosen = std::mem::take(&mut self.chosen);
        chosen.clear();
        for (word, mut bits) in (0..).zip(self.plan.reach(block)) {
            while bits != 0 {
                chosen.push(number * BLOCK + word * 64 + bits.trailing_zeros() as usize);
                bits &= bits - 1;
            }
        }
        for records in chosen.chunks(AHEAD) {
            self.touch(records);
            for &record in records {
                if let Some(grade) = self.grade(record) {
                    keys.push(self.corpus.class_of(record), key(grade, first + record));
                }
            }
        }
        self.chosen = chosen;
    }

    /// The grade of the best reading of the query in a record.
    fn grade(&mut self, record: usize) -> Option<Grade> {
        let mut best: Option<Grade> = None;
        for (way, memos) in self.plan.readings.iter().zip(&mut self.memos) {
            let graded = match (way.words.as_slice(), memos.as_mut_slice()) {
                // Most queries are one word, and many records hold it.
                ([word], [memo]) => grade(self.corpus, word, record, memo),
                (words, memos) => {
                    sum(words.iter().zip(memos).map(|(word, memo)| grade(self.corpus, word, record, memo)))
                }
            };
            best = better(best, graded);
        }
        // Of equals one with figures says more.
        Some(best?.then(self.corpus.numbers_of(record).is_empty()))
    }

    /// Looks at some records once before they are compared one by one: so they come from
    /// memory side by side, not one after another, which is most of the time at a million records.
    fn touch(&self, records: &[usize]) {
        let (flags, symbols) = (self.plan.needs_flags(), self.plan.needs_symbols());
        let mut seen = 0;
        let mut look = |line: &Line| {
            let at = line.span().start;
            if symbols {
                // A line of some length stands in the next stretch of memory too.
                for place in [at, at + 31] {
                    seen ^= self.corpus.symbols.get(place).copied().unwrap_or_default();
                }
            }
            if flags || line.openings.was_changed() {
                seen ^= u16::from(self.corpus.flags.get(at).copied().unwrap_or_default());
            }
        };
        let lines = |record: usize| self.corpus.own_lines(record);
        if let Some(letter) = self.plan.opening() {
            // Few lines of a record may hold it, and no other is looked at.
            let held = |line: &&Line| line.openings.may_open(letter);
            records.iter().flat_map(|&record| lines(record)).filter(held).for_each(&mut look);
        } else {
            records.iter().filter_map(|&record| lines(record).first()).for_each(&mut look);
        }
        std::hint::black_box(seen);
    }
}

/// The tier is the worst of the words, the cost the sum of theirs; `None` when one is not there.
fn sum(mut words: impl Iterator<Item = Option<Grade>>) -> Option<Grade> {
    let Some(first) = words.next() else {
        return Some(Grade::BEST);
    };
    let mut sum = first?;
    for grade in words {
        sum = sum.and(grade?);
    }
    Some(sum)
}

/// The best reading of the query in a record.
pub(crate) fn reading<'a>(corpus: &Corpus, plan: &'a Plan, record: usize) -> Option<&'a Way> {
    let grades = plan.readings.iter().filter_map(|way| {
        let grade = sum(way.words.iter().map(|word| best(corpus, word, record).map(|found| found.grade)))?;
        Some((grade, way))
    });
    grades.min_by_key(|(grade, _)| *grade).map(|(_, way)| way)
}
