//! One query while it is typed, in the browser and on the command line alike.
//! What was found on the way is kept, so that a deleted letter brings back what was there before;
//! a query over many records is a job for another thread, and a later query cancels it.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, OnceLock};

use super::by_report::ByReport;
use super::index::{Hit, Index, Mark, Part, segments};
use super::marks::Spot;
use super::query::{Plan, Resort, bounded};
use super::rank::{Ranked, RankedGroup, Ranking};
use super::segment::tab_of;
use crate::library::{EntryId, Library};
use crate::report::Tab;

/// Up to so many records a query is answered at once, within a few ms, and the index is built at once as well.
pub(crate) const AT_ONCE: usize = 5_000;

/// The most ranked records that are kept for the way back: 32 MB.
const KEPT: usize = 4_000_000;

/// What a query found: the ranking of all of it, and the marks of what is shown.
#[derive(Default)]
pub struct Answer {
    query: String,
    index: Index,
    plan: Plan,
    ranking: Ranking,
    by_report: OnceLock<ByReport>,
    generation: u64,
}

impl Answer {
    /// The answer to a query; `None` when nobody waits for it any more.
    pub(crate) fn of(index: Index, query: &str, ticket: &Ticket) -> Option<Self> {
        let mut answer = Self { query: query.to_owned(), generation: ticket.own, ..Self::default() };
        for resort in Resort::ALL {
            answer.plan = index.plan(query, resort);
            answer.ranking = index.find(&answer.plan, ticket)?;
            if !answer.ranking.is_empty() {
                break;
            }
        }
        answer.index = index;
        Some(answer)
    }

    /// The query as typed.
    pub fn query(&self) -> &str {
        &self.query
    }

    /// Whether the query was longer than what was looked for: its first 256 characters and 16 words.
    pub fn is_shortened(&self) -> bool {
        bounded(&self.query).1
    }

    /// How a compound was cut, where nothing holds it as a whole: 供暖 改造 for 供暖改造.
    pub fn cut(&self) -> Option<&str> {
        self.index.cut(&self.plan, self.ranking.iter().next()?.record)
    }

    /// What was found, best first.
    pub const fn ranking(&self) -> &Ranking {
        &self.ranking
    }

    /// What was found, report by report; made when it is first asked for.
    pub fn by_report(&self) -> &ByReport {
        self.by_report.get_or_init(|| ByReport::of(&self.index, &self.ranking))
    }

    /// The place of an entry among what was found, report by report.
    pub fn place_in_report(&self, entry: EntryId) -> Option<usize> {
        self.by_report().place_of(entry, self.index.record(entry)?)
    }

    /// Those of some entries that were found.
    pub fn found_of(&self, entries: &BTreeSet<EntryId>) -> BTreeSet<EntryId> {
        let records: BTreeMap<usize, EntryId> =
            entries.iter().filter_map(|entry| Some((self.index.record(*entry)?, *entry))).collect();
        let Some((first, last)) = records.keys().next().zip(records.keys().next_back()) else {
            return BTreeSet::new();
        };
        let near = self.ranking.records().filter(|record| (*first..=*last).contains(record));
        near.filter_map(|record| records.get(&record).copied()).collect()
    }

    /// The pane of a ranked record.
    pub fn tab_of(&self, ranked: Ranked) -> Option<Tab> {
        let (corpus, record) = self.index.place(ranked.record)?;
        tab_of(corpus.class_of(record))
    }

    /// A ranked record with its marks.
    pub fn hit(&self, ranked: Ranked) -> Hit {
        self.index.hit(&self.plan, ranked)
    }

    /// The characters of a record that match; none of one that was not found.
    pub fn spots(&self, record: usize) -> Vec<Spot> {
        self.index.seen(&self.plan, record).spots
    }

    /// The pane of the records of a group of the ranking.
    pub fn pane(&self, group: RankedGroup) -> Option<Tab> {
        tab_of(group.class)
    }

    /// The marks of an entry; none of one that was not found.
    pub fn marks(&self, entry: EntryId) -> Vec<Mark> {
        self.index.record(entry).map_or_else(Vec::new, |record| self.index.marks(&self.plan, record))
    }

    /// Whether an entry that was found has figures.
    pub fn has_figures(&self, ranked: Ranked) -> bool {
        self.index.place(ranked.record).is_some_and(|(corpus, record)| !corpus.numbers_of(record).is_empty())
    }

    /// The place of an entry in the groups of the ranking.
    pub fn place_of(&self, entry: EntryId) -> Option<usize> {
        self.ranking.place_of(self.index.record(entry)?)
    }

    /// The number of records that were searched.
    pub fn searched(&self) -> usize {
        self.index.len()
    }

    /// The entry of a ranked record.
    pub fn entry(&self, ranked: Ranked) -> EntryId {
        self.index.entry(ranked.record)
    }

    /// The hits with their marks, best first; each is made when it is asked for.
    pub fn hits(&self) -> impl Iterator<Item = Hit> {
        self.ranking.iter().map(|ranked| self.hit(ranked))
    }
}

/// Says whether the answer to a query is still wanted.
#[derive(Clone, Debug, Default)]
pub(crate) struct Ticket {
    latest: Arc<AtomicU64>,
    own: u64,
}

impl Ticket {
    pub(crate) fn is_wanted(&self) -> bool {
        self.latest.load(Ordering::Relaxed) == self.own
    }
}

/// A query that another thread answers.
pub struct Job {
    query: String,
    index: Index,
    ticket: Ticket,
}

impl Job {
    /// The answer, for [`Session::accept`]; `None` once a later query was asked.
    pub fn run(self) -> Option<Answer> {
        Answer::of(self.index, &self.query, &self.ticket)
    }
}

/// The index of a library that other threads build.
pub struct Indexing(Library);

impl Indexing {
    /// The index of a library.
    pub const fn of(library: Library) -> Self {
        Self(library)
    }

    /// Builds it and gives its segments in order, for [`Session::grow`]; ends early where `give` says that
    /// nobody wants more.
    pub fn run(self, give: impl FnMut(Part) -> bool + Send) {
        segments(&self.0, give);
    }
}

/// The reply to a query.
pub enum Reply {
    /// The answer.
    Ready(Arc<Answer>),
    /// The work that makes the answer.
    Later(Job),
}

/// The answers along the way of one query.
#[derive(Default)]
pub struct Session {
    index: Index,
    /// Every query begins with the one before it.
    steps: Vec<Arc<Answer>>,
    latest: Arc<AtomicU64>,
}

impl Session {
    /// A session over an index in which nothing has been asked.
    pub fn new(index: Index) -> Self {
        Self { index, ..Self::default() }
    }

    /// What is searched.
    pub const fn index(&self) -> &Index {
        &self.index
    }

    /// Adds the next segment of what is searched. What was found before lacks its records, so that it is not kept.
    pub fn grow(&mut self, part: Part) {
        self.index.push(part);
        self.steps.clear();
    }

    /// Asks a query: what is kept or found quickly is there at once. Cancels what was asked before.
    pub fn ask(&mut self, query: &str) -> Reply {
        self.steps.retain(|step| query.starts_with(step.query()));
        let own = self.latest.fetch_add(1, Ordering::Relaxed) + 1;
        if query.trim().is_empty() {
            return Reply::Ready(Arc::new(Answer { query: query.to_owned(), ..Answer::default() }));
        }
        if let Some(known) = self.steps.iter().find(|step| step.query() == query) {
            return Reply::Ready(Arc::clone(known));
        }
        let ticket = Ticket { latest: Arc::clone(&self.latest), own };
        let job = Job { query: query.to_owned(), index: self.index.clone(), ticket };
        if self.index.len() > AT_ONCE {
            return Reply::Later(job);
        }
        Reply::Ready(self.answered(job))
    }

    /// Takes in the answer of a job; `None` when a later query has been asked meanwhile.
    pub fn accept(&mut self, answer: Answer) -> Option<Arc<Answer>> {
        (answer.generation == self.latest.load(Ordering::Relaxed)).then(|| self.keep(answer))
    }

    /// The answer to a query, however long it takes.
    pub fn search(&mut self, query: &str) -> Arc<Answer> {
        match self.ask(query) {
            Reply::Ready(answer) => answer,
            Reply::Later(job) => self.answered(job),
        }
    }

    fn answered(&mut self, job: Job) -> Arc<Answer> {
        // Nobody asks while we answer, so that nothing cancels the job.
        let answer = job.run().unwrap_or_default();
        self.keep(answer)
    }

    /// Keeps an answer for the way back. Where they get too many, the shortest queries go, which found most.
    fn keep(&mut self, answer: Answer) -> Arc<Answer> {
        let answer = Arc::new(answer);
        if answer.searched() != self.index.len() {
            return answer;
        }
        self.steps.push(Arc::clone(&answer));
        while self.steps.len() > 1 && self.steps.iter().map(|step| step.ranking().len()).sum::<usize>() > KEPT {
            self.steps.remove(0);
        }
        answer
    }
}
