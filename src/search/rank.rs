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
use super::matching::{Match, best, spread};
use super::query::{Plan, Word};

/// Costs are below this; less is better.
const COSTS: u32 = 1 << 29;
/// Gapped matches that fuzzy-matcher has not looked at come after those it has.
const UNSCORED: u32 = 1 << 28;
/// How many gapped matches fuzzy-matcher looks at: more than anybody reads.
const SCORED: usize = 2000;
/// Below this number of blocks one thread answers within a few ms, and does not wait for another.
const SPLIT: usize = 64;
/// Blocks that a thread takes at once.
const SHARE: usize = 4;
/// More threads than this only wait for memory.
const THREADS: usize = 8;

/// The records that a query found, best first.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Ranking {
    /// Tier, cost and record in one number each, so that the order of numbers is the ranking.
    keys: Vec<u64>,
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
    pub(crate) const NOTHING: Self = Self { keys: Vec::new() };

    /// The number of records found.
    pub fn len(&self) -> usize {
        self.keys.len()
    }

    /// Whether nothing was found.
    pub fn is_empty(&self) -> bool {
        self.keys.is_empty()
    }

    /// The records found, best first.
    pub fn iter(&self) -> impl ExactSizeIterator<Item = Ranked> {
        self.keys.iter().map(|&key| Ranked {
            record: record(key),
            tier: tier(key),
            score: i64::from(COSTS) - i64::from(cost(key)),
        })
    }
}

const fn record(key: u64) -> usize {
    (key & 0xffff_ffff) as usize
}

fn tier(key: u64) -> Tier {
    Tier::ALL.get((key >> 61) as usize).copied().unwrap_or(Tier::Fuzzy)
}

const fn cost(key: u64) -> u32 {
    (key >> 32) as u32 & (COSTS - 1)
}

fn key(tier: Tier, cost: u32, record: usize) -> u64 {
    (tier as u64) << 61 | u64::from(cost.min(COSTS - 1)) << 32 | record as u64
}

/// Sorted runs, which the stable sort merges in one pass.
#[expect(clippy::stable_sort_primitive, reason = "the unstable sort does not look for runs")]
fn merge(keys: &mut [u64]) {
    keys.sort();
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
        let mut keys = if blocks < SPLIT { self.scan(plan, 0..blocks) } else { self.scan_apart(plan, blocks) };
        self.score(plan, &mut keys);
        Ranking { keys }
    }

    /// The characters of the record that match: every word at its best place.
    pub fn spots(&self, plan: &Plan, record: usize) -> Vec<Spot> {
        let Some((_, _, words)) = self.reading(plan, record) else {
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

    /// Scans with all cores. Threads take shares as they come to them, so that one that the system
    /// leaves waiting holds up little.
    fn scan_apart(&self, plan: &Plan, blocks: usize) -> Vec<u64> {
        let threads = thread::available_parallelism().map_or(1, |number| number.get().min(THREADS));
        let next = AtomicUsize::new(0);
        let share = || {
            let from = next.fetch_add(SHARE, Ordering::Relaxed);
            (from < blocks).then(|| from..blocks.min(from + SHARE))
        };
        let work = || self.scan(plan, std::iter::from_fn(share).flatten());
        thread::scope(|scope| {
            let others: Vec<_> = (1..threads).map(|_| scope.spawn(work)).collect();
            let mut keys = work();
            keys.extend(others.into_iter().flat_map(|other| other.join().unwrap_or_default()));
            merge(&mut keys);
            keys
        })
    }

    fn scan(&self, plan: &Plan, blocks: impl Iterator<Item = usize>) -> Vec<u64> {
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
            self.touch(&chosen);
            keys.extend(chosen.iter().filter_map(|&record| {
                let (tier, cost, _) = self.reading(plan, record)?;
                Some(key(tier, cost, record))
            }));
        }
        keys.sort_unstable();
        keys
    }

    /// Looks at the records of a block once before they are compared one by one: so they come from
    /// memory side by side, not one after another, which is most of the time at a million records.
    fn touch(&self, records: &[usize]) {
        let mut seen = 0;
        for line in records.iter().filter_map(|&record| self.lines_of(record).first()) {
            let at = line.symbol as usize;
            for place in [at, at + 31] {
                seen ^= self.symbols.get(place).copied().unwrap_or_default();
                seen ^= u16::from(self.flags.get(place).copied().unwrap_or_default());
            }
        }
        std::hint::black_box(seen);
    }

    /// The best reading of the query in a record: the tier is the worst of its words.
    fn reading<'a>(&self, plan: &'a Plan, record: usize) -> Option<(Tier, u32, &'a [Word])> {
        let mut chosen: Option<(Tier, u32, &[Word])> = None;
        for words in &plan.readings {
            let mut sum = (Tier::Exact, 0_u32);
            let all = words.iter().all(|word| {
                let found = best(self, word, record);
                if let Some(found) = found {
                    sum = (sum.0.max(found.tier), sum.1 + found.cost);
                }
                found.is_some()
            });
            if all && chosen.is_none_or(|chosen| sum < (chosen.0, chosen.1)) {
                chosen = Some((sum.0, sum.1, words));
            }
        }
        chosen.map(|(tier, cost, words)| {
            (tier, if tier == Tier::Fuzzy { cost.min(UNSCORED - 1) + UNSCORED } else { cost }, words)
        })
    }

    /// Orders the best gapped matches by fuzzy-matcher's score.
    fn score(&self, plan: &Plan, keys: &mut [u64]) {
        let from = keys.partition_point(|&key| tier(key) < Tier::Fuzzy);
        let gapped = keys.get_mut(from..).unwrap_or_default();
        if gapped.is_empty() {
            return;
        }
        let matcher = SkimMatcherV2::default().ignore_case();
        for found in gapped.iter_mut().take(SCORED) {
            let record = record(*found);
            let words = self.reading(plan, record).map_or(&[][..], |(_, _, words)| words);
            let scores = words.iter().filter_map(|word| self.skim(&matcher, word, record));
            let score = scores.sum::<i64>().clamp(0, i64::from(UNSCORED - 1));
            *found = key(Tier::Fuzzy, UNSCORED - 1 - u32::try_from(score).unwrap_or_default(), record);
        }
        gapped.sort_unstable();
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
        if found.tier == Tier::Fuzzy {
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
