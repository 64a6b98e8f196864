//! Everything that can be found, in segments that are built by threads and then never change.
//! A hit gets its marks when it is shown.

use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;

use super::corpus::Corpus;
use super::english::{Vocabulary, forms};
use super::field::Field;
use super::fold::Symbol;
use super::marks::{Seen, Spot, seen};
use super::number::UnitNames;
use super::query::{Known, Plan, Resort};
use super::rank::Ranked;
use super::scan::reading;
use super::segment::{Builder, Names, REPORTS};
use super::session::{Answer, Ticket};
use super::{Reason, Synonym, Tier};
use crate::library::{EntryId, Library, ReportId, threads};
use crate::report::{Lexicon, Report};

/// Matched characters of one text of an entry.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mark {
    /// The text.
    pub field: Field,
    /// Half-open, in Unicode scalars of the text shown, in order.
    pub ranges: Vec<Range<usize>>,
}

/// An entry that a query found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hit {
    /// The entry.
    pub entry: EntryId,
    /// How it matched.
    pub tier: Tier,
    /// Why it was found.
    pub reason: Reason,
    /// The synonym that led there, if one did, in whatever script it was typed.
    pub synonym: Option<Synonym>,
    /// More is better, in all tiers.
    pub score: i64,
    /// The characters that matched, and those of the word that a synonym led to; none of what stands in no field.
    pub marks: Vec<Mark>,
}

/// Segments of texts in a fixed order; cheap to clone, and shared by threads.
///
/// Records are numbered through all segments; of a library they are the entries in their order.
#[derive(Clone, Default)]
pub struct Index {
    segments: Vec<Segment>,
}

/// Gives the words of some vocabularies that are other forms of a word.
pub(crate) type Forms = fn(&[Symbol], &[&Vocabulary]) -> Vec<Vec<Symbol>>;

/// A corpus in its place.
#[derive(Clone)]
struct Segment {
    corpus: Arc<Corpus>,
    /// The number of records before each of its reports, of which `first` is the first.
    starts: Vec<usize>,
    /// The entry of each record in its report, where not all entries are there.
    entries: Option<Vec<usize>>,
    first: ReportId,
    /// The records and the blocks of all segments before it.
    records: usize,
    blocks: usize,
}

impl Index {
    /// The index of all entries of a library. Reads the readings of all characters, so make it at
    /// the first search.
    pub fn new(library: &Library) -> Self {
        let mut index = Self::default();
        segments(library, |part| {
            index.push(part);
            true
        });
        index
    }

    /// The index of one report: record n is its entry n.
    pub fn of(report: &Report, lexicon: &Lexicon) -> Self {
        let mut index = Self::default();
        index.push(Part::of_reports(std::iter::once(report), lexicon));
        index
    }

    /// Adds a segment behind the others; of reports it holds those that follow in their library.
    pub fn push(&mut self, part: Part) {
        let (records, blocks) = self
            .segments
            .last()
            .map_or((0, 0), |last| (last.records + last.corpus.len(), last.blocks + last.corpus.bits.blocks().len()));
        let first = self.segments.last().map_or(0, |last| last.first.index() + last.starts.len());
        let Part { corpus, starts, entries } = part;
        let corpus = Arc::new(corpus);
        self.segments.push(Segment { corpus, starts, entries, first: ReportId::at(first), records, blocks });
    }

    /// The number of records.
    pub fn len(&self) -> usize {
        self.segments.last().map_or(0, |last| last.records + last.corpus.len())
    }

    /// Whether there is nothing to be found.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The query as a plan.
    pub(crate) fn plan(&self, query: &str, resort: Resort) -> Plan {
        self.plan_with(query, resort, forms)
    }

    /// The same, where `forms` gives the words of the texts that are other forms of a word.
    pub(crate) fn plan_with(&self, query: &str, resort: Resort, forms: Forms) -> Plan {
        let vocabularies: Vec<&Vocabulary> = self.segments.iter().map(|segment| &segment.corpus.vocabulary).collect();
        let units = self.segments.iter().flat_map(|segment| &segment.corpus.units).flat_map(UnitNames::iter).collect();
        Plan::new(query, resort, &Known { forms: &|word| forms(word, &vocabularies), units })
    }

    /// Some records of the first segment, given in order, as a segment of their own; the words and units of all stay.
    pub(crate) fn only(self, records: &[usize]) -> Part {
        let Some(Segment { corpus, starts, .. }) = self.segments.into_iter().next() else { return Part::default() };
        let before = |start: &usize| records.partition_point(|record| record < start);
        let entry = |&record: &usize| {
            let start = starts.get(starts.partition_point(|start| *start <= record).saturating_sub(1));
            record - start.copied().unwrap_or_default()
        };
        Part {
            entries: Some(records.iter().map(entry).collect()),
            starts: starts.iter().map(before).collect(),
            corpus: corpus.only(records),
        }
    }

    /// What the query finds. Where it is typed key by key, ask a [`Session`](super::Session).
    pub fn search(&self, query: &str) -> Answer {
        Answer::of(self.clone(), query, &Ticket::default()).unwrap_or_default()
    }

    /// The entry of a record.
    pub fn entry(&self, record: usize) -> EntryId {
        let entry = |record: usize| u32::try_from(record).unwrap_or(u32::MAX);
        let known = self.segment(record).and_then(|(segment, record)| {
            let at = segment.starts.partition_point(|before| *before <= record).checked_sub(1)?;
            let report = ReportId::at(segment.first.index() + at);
            let known = segment.entries.as_ref().and_then(|entries| entries.get(record)).copied();
            Some(EntryId { report, entry: entry(known.unwrap_or(record - segment.starts.get(at)?)) })
        });
        // Records of plain texts are in no report.
        known.unwrap_or(EntryId { report: ReportId::default(), entry: entry(record) })
    }

    /// The number of reports, of which some may have no records.
    pub(crate) fn report_count(&self) -> usize {
        self.segments.last().map_or(0, |last| (last.first.index() + last.starts.len()).max(1))
    }

    /// The report of every record, to be looked up where many are asked for.
    pub(crate) fn reports(&self) -> Vec<ReportId> {
        let mut reports = Vec::with_capacity(self.len());
        for segment in &self.segments {
            let ends = segment.starts.iter().skip(1).copied().chain([segment.corpus.len()]);
            for (report, end) in (segment.first.index()..).zip(ends) {
                reports.resize(segment.records + end, ReportId::at(report));
            }
        }
        // Records of plain texts are in no report.
        reports.resize(self.len(), ReportId::default());
        reports
    }

    /// The record of an entry; `None` of one that is not indexed.
    pub(crate) fn record(&self, entry: EntryId) -> Option<usize> {
        let at = self.segments.partition_point(|segment| segment.first <= entry.report).checked_sub(1)?;
        let segment = self.segments.get(at)?;
        let starts = &segment.starts;
        let own = entry.report.index() - segment.first.index();
        let (start, wanted) = (*starts.get(own)?, entry.entry as usize);
        let end = starts.get(own + 1).copied().unwrap_or(segment.corpus.len());
        let at = match &segment.entries {
            Some(entries) => entries.get(start..end)?.binary_search(&wanted).ok()?,
            None => wanted,
        };
        (start + at < end).then_some(segment.records + start + at)
    }

    /// The characters of a record that match, every word at its best place, and why they do.
    pub(crate) fn seen(&self, plan: &Plan, record: usize) -> Seen {
        self.place(record).map_or_else(Seen::default, |(corpus, record)| seen(corpus, plan, record))
    }

    /// A ranked record as a hit with its marks.
    pub(crate) fn hit(&self, plan: &Plan, ranked: Ranked) -> Hit {
        let Seen { spots, synonym } = self.seen(plan, ranked.record);
        let marks = marks_of(spots);
        let said = synonym.clone().filter(|_| ranked.tier == Tier::Normalised);
        let reason = said.map_or(Reason::Tier(ranked.tier), Reason::Synonym);
        Hit { entry: self.entry(ranked.record), tier: ranked.tier, reason, synonym, score: ranked.score, marks }
    }

    /// The marks of a record; none of one that does not match.
    pub(crate) fn marks(&self, plan: &Plan, record: usize) -> Vec<Mark> {
        marks_of(self.seen(plan, record).spots)
    }

    /// How the query was cut for a record.
    pub(crate) fn cut<'a>(&self, plan: &'a Plan, record: usize) -> Option<&'a str> {
        let (corpus, record) = self.place(record)?;
        reading(corpus, plan, record)?.cut.as_deref()
    }

    /// The number of symbols in all segments.
    pub(crate) fn symbols(&self) -> usize {
        self.segments.iter().map(|segment| segment.corpus.symbols.len()).sum()
    }

    /// The segment of a block, and its number there.
    pub(crate) fn block(&self, number: usize) -> Option<(usize, usize)> {
        let at = self.segments.partition_point(|segment| segment.blocks <= number).checked_sub(1)?;
        let segment = self.segments.get(at)?;
        let block = number - segment.blocks;
        (block < segment.corpus.bits.blocks().len()).then_some((at, block))
    }

    /// A segment's corpus and the number of its first record.
    pub(crate) fn corpus(&self, segment: usize) -> Option<(&Corpus, usize)> {
        self.segments.get(segment).map(|segment| (&*segment.corpus, segment.records))
    }

    /// The corpus of a record, and the record's number there.
    pub(crate) fn place(&self, record: usize) -> Option<(&Corpus, usize)> {
        self.segment(record).map(|(segment, record)| (&*segment.corpus, record))
    }

    fn segment(&self, record: usize) -> Option<(&Segment, usize)> {
        let at = self.segments.partition_point(|segment| segment.records <= record).checked_sub(1)?;
        self.segments.get(at).map(|segment| (segment, record - segment.records))
    }
}

/// A segment that has been built: the entries of some reports, or plain texts.
#[derive(Default)]
pub struct Part {
    corpus: Corpus,
    /// The number of records before each report.
    starts: Vec<usize>,
    /// The entry of each record in its report, where not all entries are there.
    entries: Option<Vec<usize>>,
}

impl Part {
    /// The segment of some reports, with the words of `lexicon`.
    pub(crate) fn of_reports<'a>(reports: impl Iterator<Item = &'a Report>, lexicon: &Lexicon) -> Self {
        Self::named(reports, &Names::new(lexicon))
    }

    /// The same, where the lexicon's names are looked up for many segments.
    pub(crate) fn named<'a>(reports: impl Iterator<Item = &'a Report>, names: &Names<'_>) -> Self {
        Self::of(reports.map(Some), names)
    }

    fn of<'a>(reports: impl Iterator<Item = Option<&'a Report>>, names: &Names<'_>) -> Self {
        let reports: Vec<Option<&Report>> = reports.collect();
        let (mut builder, mut starts) = (Builder::new(names), Vec::new());
        for report in reports {
            starts.push(builder.records());
            if let Some(report) = report {
                builder.report(report);
            }
        }
        Self { corpus: builder.finish(), starts, entries: None }
    }
}

/// Spots with the fields that they stand in.
fn marks_of(spots: Vec<Spot>) -> Vec<Mark> {
    let mut marks: Vec<Mark> = Vec::new();
    for spot in spots {
        let field = Field::of(spot.tag);
        match marks.last_mut() {
            Some(mark) if mark.field == field => mark.ranges.push(spot.range),
            _ => marks.push(Mark { field, ranges: vec![spot.range] }),
        }
    }
    marks
}

impl Part {
    /// The number of its records.
    pub fn len(&self) -> usize {
        self.corpus.len()
    }

    /// Whether it has none.
    pub fn is_empty(&self) -> bool {
        self.corpus.is_empty()
    }
}

impl From<Corpus> for Part {
    /// The records as the entries of one report.
    fn from(corpus: Corpus) -> Self {
        Self { corpus, starts: vec![0], entries: None }
    }
}

impl From<Corpus> for Index {
    fn from(corpus: Corpus) -> Self {
        let mut index = Self::default();
        index.push(Part { corpus, ..Part::default() });
        index
    }
}

/// Lines in a segment of plain texts, about as many as the entries of some tens of reports.
const LINES: usize = 16_384;

impl<T: AsRef<str> + Sync> From<&[T]> for Index {
    /// Every text as a record of one line.
    fn from(texts: &[T]) -> Self {
        let parts: Vec<_> = texts.chunks(LINES).collect();
        let mut index = Self::default();
        let texts = |number: usize| parts.get(number).copied().unwrap_or_default();
        let part = |number: usize| Part { corpus: texts(number).iter().collect(), ..Part::default() };
        build(parts.len(), part, |part| {
            index.push(part);
            true
        });
        index
    }
}

/// Builds the segments of a library and gives them in order, each as soon as it and those before it are
/// ready; ends early where nobody wants more.
pub(crate) fn segments(library: &Library, give: impl FnMut(Part) -> bool + Send) {
    let names = Names::new(library.lexicon());
    let ids: Vec<ReportId> = library.ids().collect();
    let parts: Vec<&[ReportId]> = ids.chunks(REPORTS).collect();
    let part = |number: usize| {
        let ids = parts.get(number).copied().unwrap_or_default();
        // A report that cannot be read any more has no entries; its place stays.
        let reports: Vec<_> = ids.iter().map(|&id| library.open(id)).collect();
        Part::of(reports.iter().map(Option::as_deref), &names)
    };
    build(parts.len(), part, give);
}

/// What waits for a segment before it, and who gets them.
struct InOrder<G> {
    ready: BTreeMap<usize, Part>,
    next: usize,
    wanted: bool,
    give: G,
}

/// Builds so many segments by threads that take them as they come to them, and gives them in order.
fn build(count: usize, build: impl Fn(usize) -> Part + Sync, give: impl FnMut(Part) -> bool + Send) {
    let next = AtomicUsize::new(0);
    let order = Mutex::new(InOrder { ready: BTreeMap::new(), next: 0, wanted: true, give });
    let work = || {
        while let Some(number) = Some(next.fetch_add(1, Ordering::Relaxed)).filter(|&number| number < count) {
            let part = build(number);
            let mut order = order.lock().unwrap_or_else(PoisonError::into_inner);
            let order = &mut *order;
            order.ready.insert(number, part);
            while order.wanted
                && let Some(part) = order.ready.remove(&order.next)
            {
                order.next += 1;
                order.wanted = (order.give)(part);
            }
            if !order.wanted {
                break;
            }
        }
    };
    thread::scope(|scope| {
        (1..threads().min(count)).for_each(|_| drop(scope.spawn(work)));
        work();
    });
}
