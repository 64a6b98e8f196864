//! Finds the records of a query and puts them in order, best first.
//! Columns choose the candidates, a cheap cost ranks them, fuzzy-matcher only the best gapped ones.

use std::ops::Range;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

use fuzzy_matcher::FuzzyMatcher;
use fuzzy_matcher::skim::SkimMatcherV2;

use super::Tier;
use super::columns::BLOCK;
use super::corpus::Corpus;
use super::fold::fold;
use super::matching::{self, Grade, Match, best, spread};
use super::query::{Plan, Word};

/// Gapped matches that fuzzy-matcher has not looked at come after those it has.
const UNSCORED: u32 = 1 << 28;
/// How many gapped matches fuzzy-matcher looks at: more than anybody reads.
const SCORED: usize = 2000;
/// Below this number of symbols one thread answers within a few ms, and does not wait for another.
const SPLIT: usize = 4_000_000;
/// More threads than this only wait for memory.
const THREADS: usize = 8;
/// How many records are looked at ahead: they must not push each other out of the cache.
const AHEAD: usize = 256;
/// Below this number of keys a sort by comparing is faster.
const FEW: usize = 1000;

/// The records that a query found, best first.
#[derive(Clone, Debug, Default)]
pub struct Ranking {
    /// What each thread found. Tier, cost and record are one number, so that the order of numbers is
    /// the ranking; the runs are merged as they are read, because nobody reads a hundred thousand.
    runs: Vec<Vec<u64>>,
}

/// A record that a query found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Ranked {
    /// The number of the record.
    pub record: usize,
    /// How it matched.
    pub tier: Tier,
    /// Within a tier, more is better.
    pub score: i64,
}

/// Matched characters of a shown text of a record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Spot {
    /// The number of the text in the corpus.
    pub part: usize,
    /// Half-open, in Unicode scalars of the text.
    pub range: Range<usize>,
}

impl Ranking {
    /// The answer to a query without words.
    pub(crate) const NOTHING: Self = Self { runs: Vec::new() };

    /// The number of records found.
    pub fn len(&self) -> usize {
        self.runs.iter().map(Vec::len).sum()
    }

    /// Whether nothing was found.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The records found, best first.
    pub fn iter(&self) -> impl Iterator<Item = Ranked> {
        self.keys().map(|key| Ranked {
            record: record(key),
            tier: grade(key).tier(),
            score: i64::from(Grade::COSTS) - i64::from(grade(key).cost()),
        })
    }

    fn keys(&self) -> impl Iterator<Item = u64> {
        let mut rests: Vec<&[u64]> = self.runs.iter().map(Vec::as_slice).collect();
        std::iter::from_fn(move || {
            let next = rests.iter_mut().filter(|rest| !rest.is_empty()).min_by_key(|rest| rest.first().copied())?;
            let (&key, rest) = next.split_first()?;
            *next = rest;
            Some(key)
        })
    }
}

impl PartialEq for Ranking {
    fn eq(&self, other: &Self) -> bool {
        self.keys().eq(other.keys())
    }
}

impl Eq for Ranking {}

/// Grade and record in one number.
const fn key(grade: Grade, record: usize) -> u64 {
    (grade.number() as u64) << 32 | record as u64
}

const fn record(key: u64) -> usize {
    (key & 0xffff_ffff) as usize
}

const fn grade(key: u64) -> Grade {
    Grade::numbered((key >> 32) as u32)
}

/// Puts keys that stand in the order of their records in the order of their numbers. The costs of
/// many records have few digits, so that it takes two or three passes.
fn sort(keys: &mut [u64]) {
    if keys.len() < FEW {
        keys.sort_unstable();
    } else {
        radsort::sort_by_key(keys, |key| (key >> 32) as u32);
    }
}

impl Corpus {
    /// The query as a plan, which can be used more than once.
    pub fn plan(&self, query: &str) -> Plan {
        Plan::new(query, self)
    }

    /// The records that match the query, best first.
    pub fn search(&self, query: &str) -> Ranking {
        self.find(&self.plan(query))
    }

    /// The records that match the plan, best first.
    pub fn find(&self, plan: &Plan) -> Ranking {
        let blocks = self.columns.len();
        let runs =
            if self.symbols.len() < SPLIT { vec![self.scan(plan, 0..blocks)] } else { self.scan_apart(plan, blocks) };
        self.scored(plan, Ranking { runs })
    }

    /// The characters of the record that match: every word at its best place.
    pub fn spots(&self, plan: &Plan, record: usize) -> Vec<Spot> {
        let Some((_, words)) = self.reading(plan, record) else {
            return Vec::new();
        };
        let found = words.iter().filter_map(|word| Some((word, best(self, word, record)?)));
        let mut spots: Vec<Spot> = found.flat_map(|(word, found)| self.shown(word, &found)).collect();
        spots.sort_by_key(|spot| (spot.part, spot.range.start, spot.range.end));
        spots.dedup_by(|next, spot| {
            let joins = next.part == spot.part && next.range.start <= spot.range.end;
            if joins {
                spot.range.end = spot.range.end.max(next.range.end);
            }
            joins
        });
        spots
    }

    /// Scans with all cores. Threads take blocks as they come to them, so that one that the system
    /// leaves waiting holds up little.
    fn scan_apart(&self, plan: &Plan, blocks: usize) -> Vec<Vec<u64>> {
        let threads = thread::available_parallelism().map_or(1, |number| number.get().min(THREADS));
        let next = AtomicUsize::new(0);
        let work = || {
            let take = || Some(next.fetch_add(1, Ordering::Relaxed)).filter(|&block| block < blocks);
            self.scan(plan, std::iter::from_fn(take))
        };
        thread::scope(|scope| {
            let others: Vec<_> = (1..threads).map(|_| scope.spawn(work)).collect();
            let own = work();
            others.into_iter().map(|other| other.join().unwrap_or_default()).chain([own]).collect()
        })
    }

    /// The keys of the records of some blocks, given in order, that match.
    fn scan(&self, plan: &Plan, blocks: impl Iterator<Item = usize>) -> Vec<u64> {
        let flags = plan.needs_flags();
        let mut keys = Vec::new();
        let mut chosen = Vec::new();
        for number in blocks {
            chosen.clear();
            for (word, mut bits) in (0..).zip(plan.reach(self.columns.block(number))) {
                while bits != 0 {
                    chosen.push(number * BLOCK + word * 64 + bits.trailing_zeros() as usize);
                    bits &= bits - 1;
                }
            }
            for chosen in chosen.chunks(AHEAD) {
                self.touch(chosen, flags);
                keys.extend(chosen.iter().filter_map(|&record| {
                    let (grade, _) = self.reading(plan, record)?;
                    Some(key(grade, record))
                }));
            }
        }
        sort(&mut keys);
        keys
    }

    /// Looks at some records once before they are compared one by one: so they come from
    /// memory side by side, not one after another, which is most of the time at a million records.
    fn touch(&self, records: &[usize], flags: bool) {
        let mut seen = 0;
        for line in records.iter().filter_map(|&record| self.lines_of(record).first()) {
            let at = line.symbol as usize;
            for place in [at, at + 31] {
                seen ^= self.symbols.get(place).copied().unwrap_or_default();
                if flags {
                    seen ^= u16::from(self.flags.get(place).copied().unwrap_or_default());
                }
            }
        }
        std::hint::black_box(seen);
    }

    /// The best reading of the query in a record: the tier is the worst of its words.
    fn reading<'a>(&self, plan: &'a Plan, record: usize) -> Option<(Grade, &'a [Word])> {
        let mut chosen: Option<(Grade, &[Word])> = None;
        for words in &plan.readings {
            let mut sum = (Tier::Exact, 0);
            let all = words.iter().all(|word| {
                let grade = matching::grade(self, word, record);
                if let Some(grade) = grade {
                    sum = (sum.0.max(grade.tier()), sum.1 + grade.cost());
                }
                grade.is_some()
            });
            let grade = Grade::new(sum.0, sum.1);
            if all && chosen.is_none_or(|(other, _)| grade < other) {
                chosen = Some((grade, words));
            }
        }
        chosen
    }

    /// The ranking with its best gapped matches in the order of fuzzy-matcher's scores, before
    /// those that it has not looked at.
    fn scored(&self, plan: &Plan, found: Ranking) -> Ranking {
        let gapped = |key: u64| grade(key).tier() == Tier::Fuzzy;
        if !found.runs.iter().filter_map(|run| run.last()).any(|&last| gapped(last)) {
            return found;
        }
        let mut keys: Vec<u64> = found.keys().collect();
        let from = keys.partition_point(|&key| !gapped(key));
        let matcher = SkimMatcherV2::default().ignore_case();
        for (number, found) in keys.iter_mut().skip(from).enumerate() {
            let record = record(*found);
            let cost = if number < SCORED {
                let words = self.reading(plan, record).map_or(&[][..], |(_, words)| words);
                let scores = words.iter().filter_map(|word| self.skim(&matcher, word, record));
                let score = scores.sum::<i64>().clamp(0, i64::from(UNSCORED - 1));
                UNSCORED - 1 - u32::try_from(score).unwrap_or_default()
            } else {
                grade(*found).cost().min(UNSCORED - 1) + UNSCORED
            };
            *found = key(Grade::new(Tier::Fuzzy, cost), record);
        }
        keys.sort_unstable();
        Ranking { runs: vec![keys] }
    }

    fn skim(&self, matcher: &SkimMatcherV2, word: &Word, record: usize) -> Option<i64> {
        let found = best(self, word, record)?;
        let line = self.symbols.get(self.span(found.line))?;
        matcher.fuzzy_match(&String::from_utf16_lossy(line), &String::from_utf16_lossy(&word.symbols))
    }

    /// The shown characters of a match.
    fn shown(&self, word: &Word, found: &Match) -> Vec<Spot> {
        if self.line_at(found.line).is_none_or(|line| !line.style.is_shown()) {
            return Vec::new();
        }
        let text = self.symbols.get(found.from..).unwrap_or_default();
        if found.grade.tier() == Tier::Fuzzy {
            let places = spread(text, &word.symbols).map(|place| found.from + place);
            places.flat_map(|place| self.scalars(found.line, place..place + 1)).collect()
        } else {
            self.scalars(found.line, found.from..found.from + found.count)
        }
    }

    /// The scalars that a stretch of symbols is shown as, in each part of the line.
    fn scalars(&self, line: usize, place: Range<usize>) -> Vec<Spot> {
        let mut spots = Vec::new();
        for (part, first, text) in self.parts_of(line) {
            let mut symbol = first;
            let mut range: Option<Range<usize>> = None;
            fold(text, true, |folded| {
                if place.contains(&symbol) {
                    let at = folded.at as usize;
                    range = Some(range.take().map_or(at, |range| range.start)..at + 1);
                }
                symbol += 1;
            });
            spots.extend(range.map(|range| Spot { part, range }));
        }
        spots
    }
}
