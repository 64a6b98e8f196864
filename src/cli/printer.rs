//! What the commands print of the reports that are open: report by report where that is possible, so that no more
//! than some of them are in memory.

use std::collections::{BTreeMap, HashMap};
use std::io;

use super::Status;
use super::narrow::Narrowed;
use super::open::{Coming, sentences};
use super::output::{Output, told};
use super::parse::{Filter, Wanted};
use super::select::{self, Selection};
use crate::library::{EntryId, EntryView, Head, Library, Past, ReportId, pairs_of};
use crate::print::{self, Entries, Form, Item, Page, Pairs, Stream};
use crate::report::Report;
use crate::search::{Hit, Index, Ranked, Session};

/// So many reports are read together, by several threads.
const TOGETHER: usize = 16;

/// A library and how to print from it.
pub(super) struct Printer {
    pub(super) library: Library,
    /// What is searched, where it was made while the reports were read.
    pub(super) index: Option<Index>,
    /// The reports that are still being read, where what is wanted is printed report by report.
    pub(super) coming: Option<Coming>,
    pub(super) past: Past,
    pub(super) page: Page,
}

impl Printer {
    /// Prints what is wanted.
    pub(super) fn print(mut self, wanted: Wanted) -> Status {
        let status = match wanted {
            Wanted::Open { find: Some(query) } => self.search(&query, (&Filter::default(), None), Form::Text),
            Wanted::Open { find: None } => self.list(&Filter::default(), Form::Text),
            Wanted::List { filter, to } => self.list(&filter, to),
            Wanted::Search { query, filter, limit, to } => self.search(&query, (&filter, limit), to),
            Wanted::Show { ids, to } => self.show(&ids, to),
            Wanted::Compare { to } => self.compare(to),
            Wanted::Series { asked, to } => self.series(&asked, to),
            Wanted::Mentions { query, of, to } => self.mentions(&query, &of, to),
            Wanted::Reports { of, to } => self.reports(&of, to),
        };
        // A file that changed or went away while the program ran.
        let lost = self.library.lost();
        if lost.is_empty() { status } else { told(&sentences(&lost, self.page.lang), Status::Data) }
    }

    /// The entries that pass `filter`, in the order of the files, or of the ids where it names some.
    fn list(&mut self, filter: &Filter, to: Form) -> Status {
        let page = self.page;
        if let Some(ids) = &filter.ids {
            return self.entries(&select::filtered(&self.library, ids, filter, page.lang), to);
        }
        // What could not be written is no answer.
        let (mut count, mut whole) = (0, false);
        let status = Output::new(page.lang).write(Status::Done, |out| {
            let mut stream = Stream::new(out, to, page);
            stream.entries(&Entries { library: &self.library, items: &[], ranked: false })?;
            let asked = |head: &Head| filter.of.takes_place(&head.place) && filter.of.takes_year(head.year);
            self.each_part(&asked, |library, reports| {
                let narrowed = Narrowed::of(library, filter);
                for &report in reports {
                    let items = select::list(library, report, &narrowed);
                    count += items.len();
                    stream.entries(&Entries { library, items: &items, ranked: false })?;
                }
                stream.flush()
            })?;
            whole = true;
            stream.end()
        });
        let status = self.ended(status);
        let mut remarks = if whole { Narrowed::remarks(&self.library, filter) } else { Vec::new() };
        if whole && count == 0 && remarks.is_empty() {
            remarks = select::no_entry(&self.library, filter);
        }
        let remarks: Vec<String> = remarks.iter().map(|remark| remark.get(page.lang).to_owned()).collect();
        remarked(status, &remarks)
    }

    fn show(&mut self, ids: &[String], to: Form) -> Status {
        self.library.set_past(self.past);
        let selection = select::named(&self.library, ids, self.page.lang);
        if to != Form::Text {
            return self.entries(&selection, to);
        }
        let entries = Entries { library: &self.library, items: &selection.items, ranked: false };
        let status =
            Output::new(self.page.lang).write(selection.status, |out| print::page::pages(out, &entries, self.page));
        told(&selection.remarks, status)
    }

    /// The hits of a query that pass, the best first: of all reports only the entries that are printed are held.
    fn search(&mut self, query: &str, (filter, limit): (&Filter, Option<usize>), to: Form) -> Status {
        let index = self.index.take().unwrap_or_else(|| Index::new(&self.library));
        let answer = Session::new(index).search(query);
        told(&select::reservations(&answer, self.page.lang), Status::Done);
        let (narrowed, most) = (Narrowed::of(&self.library, filter), limit.unwrap_or(usize::MAX));
        let takes = |at: EntryId| self.library.head(at.report).is_some_and(|head| narrowed.takes_report(head));
        let ranked = answer.ranking().iter().map(|ranked| (ranked, answer.entry(ranked)));
        // What stands in the entries is known when they are read.
        let first = if narrowed.looks_into_entries() { usize::MAX } else { most };
        let ranked: Vec<(Ranked, EntryId)> = ranked.filter(|(_, at)| takes(*at)).take(first).collect();
        let cuts = self.cut(ranked.iter().map(|(_, at)| *at), &narrowed);
        let views: HashMap<EntryId, EntryView<'_>> =
            cuts.iter().flat_map(Cut::views).map(|view| (view.at(), view)).collect();
        let passing = ranked.into_iter().filter(|(_, at)| views.contains_key(at)).take(most);
        let hits: Vec<Hit> = passing.map(|(ranked, _)| answer.hit(ranked)).collect();
        let items =
            hits.iter().filter_map(|hit| Some(Item { view: *views.get(&hit.entry)?, hit: Some(hit) })).collect();
        let remarks = Narrowed::remarks(&self.library, filter);
        self.entries(&select::found(items, query, remarks, self.page.lang), to)
    }

    /// The entries that pass, cut out of their reports.
    fn cut(&mut self, entries: impl Iterator<Item = EntryId>, narrowed: &Narrowed<'_>) -> Vec<Cut> {
        let mut wanted: BTreeMap<ReportId, Vec<u32>> = BTreeMap::new();
        for EntryId { report, entry } in entries {
            wanted.entry(report).or_default().push(entry);
        }
        let ids: Vec<ReportId> = wanted.keys().copied().collect();
        let mut cuts = Vec::new();
        for some in ids.chunks(TOGETHER) {
            self.library.shelve(some);
            for &id in some {
                let (Some(report), Some(mut entries)) = (self.library.report(id), wanted.remove(&id)) else { continue };
                let view = |entry: u32| self.library.get(EntryId { report: id, entry });
                entries.retain(|&entry| view(entry).is_some_and(|view| narrowed.takes(&self.library, view)));
                entries.sort_unstable();
                cuts.push(Cut { id, report: report.only(&entries), entries });
            }
            self.library.trim();
        }
        cuts
    }

    fn entries(&self, selection: &Selection<'_>, to: Form) -> Status {
        let entries = Entries { library: &self.library, items: &selection.items, ranked: selection.ranked };
        let status = Output::new(self.page.lang).write(selection.status, |out| {
            let mut stream = Stream::new(out, to, self.page);
            stream.entries(&entries)?;
            stream.end()
        });
        told(&selection.remarks, status)
    }

    /// The pairs, report by report.
    fn compare(&mut self, to: Form) -> Status {
        let (page, mut count, mut whole) = (self.page, 0, false);
        let status = Output::new(page.lang).write(Status::Done, |out| {
            let mut stream = Stream::new(out, to, page);
            self.each_part(&|_| true, |library, reports| {
                for &report in reports {
                    let pairs = pairs_of(library, report);
                    count += pairs.len();
                    stream.pairs(&Pairs { library, pairs: &pairs })?;
                }
                stream.flush()
            })?;
            whole = true;
            stream.end()
        });
        let status = self.ended(status);
        let none = (whole && count == 0).then(|| select::NO_PAIRS.get(page.lang).to_owned());
        remarked(status, none.as_slice())
    }

    /// Goes through the reports that are asked for in their order, while they are read, some of them in memory at a
    /// time.
    fn each_part(
        &mut self,
        asked: &dyn Fn(&Head) -> bool,
        mut visit: impl FnMut(&Library, &[ReportId]) -> io::Result<()>,
    ) -> io::Result<()> {
        let mut visited = 0;
        loop {
            let fresh = self.library.heads().skip(visited).filter(|(_, head)| asked(head));
            let fresh: Vec<ReportId> = fresh.map(|(id, _)| id).collect();
            visited = self.library.count();
            for some in fresh.chunks(TOGETHER) {
                self.library.shelve(some);
                visit(&self.library, some)?;
                self.library.trim();
            }
            if !self.reads_on() {
                return Ok(());
            }
        }
    }

    /// Takes in the reports that come next; whether there are any.
    fn reads_on(&mut self) -> bool {
        let Some(coming) = &mut self.coming else { return false };
        coming.step(&mut self.library, &mut self.index)
    }

    /// Says what there is to say of the reports that were read while they were printed.
    fn ended(&mut self, status: Status) -> Status {
        match self.coming.take().map(|coming| coming.end(&self.library)) {
            Some(Err(trouble)) => told(&trouble.lines, trouble.status),
            Some(Ok(())) | None => status,
        }
    }
}

/// Says what there is to say of what was printed; something to say means that not all was found.
fn remarked(status: Status, remarks: &[String]) -> Status {
    let missing = status == Status::Done && !remarks.is_empty();
    told(remarks, if missing { Status::Nothing } else { status })
}

/// Entries cut out of a report.
struct Cut {
    id: ReportId,
    /// Where they stand in the whole report, in order.
    entries: Vec<u32>,
    report: Report,
}

impl Cut {
    fn views(&self) -> impl Iterator<Item = EntryView<'_>> {
        EntryView::picked(&self.report, self.id, &self.entries)
    }
}
