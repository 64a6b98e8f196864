//! The reports of some files while they are read: in the order of the files, whatever thread read them.

use std::collections::{BTreeMap, HashSet};
use std::fmt;
use std::path::PathBuf;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::mpsc::{Receiver, SyncSender, channel, sync_channel};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;

use super::again::{InFile, Part};
use super::feed::{Feed, Parcel, are_small};
use super::files::{Found, From};
use super::work::{self, Done, Doubtful, Indexed, Item, Made, Taken, Wish, Worker, content, made};
use super::{passed_over, shown};
use crate::draft::input::Content;
use crate::library::{Batch, Kept, Source};
use crate::report::{Checked, Fault, Lexicon, Report, check_reports, read_checked};
use crate::search;
use crate::text::Bilingual;

/// So many parcels may be on their way for each thread: what was read waits for what comes before it, and takes memory.
const AHEAD: usize = 2;

/// The number of reports that there are to read, as far as it is known; threads count in it.
#[derive(Clone, Debug, Default)]
pub(crate) struct Total(Arc<AtomicUsize>);

impl Total {
    pub(super) fn add(&self, more: usize) {
        self.0.fetch_add(more, Ordering::Relaxed);
    }

    /// The number so far.
    pub(crate) fn get(&self) -> usize {
        self.0.load(Ordering::Relaxed)
    }
}

/// Reports that come next, with what there is to say.
#[derive(Default)]
pub(crate) struct Loaded {
    pub(crate) batch: Batch,
    pub(crate) part: Option<search::Part>,
    /// The shared lexicon, where these reports brought words to it.
    pub(crate) lexicon: Option<Arc<Lexicon>>,
    /// Why named files are not read.
    pub(crate) faults: Vec<Fault>,
    /// Why files of a folder are not read.
    pub(crate) passed: Vec<Fault>,
    /// What is not known in named files and was passed over.
    pub(crate) unknown: Vec<Fault>,
}

impl fmt::Debug for Loaded {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(to, "Loaded({:?})", self.batch)
    }
}

impl Loaded {
    /// What there is to say of files that are not read, and of what is not known in those that are.
    pub(crate) fn news(&self) -> Vec<Bilingual> {
        self.faults.iter().chain(&self.passed).chain(&self.unknown).map(passed_over).collect()
    }
}

/// Files that are being read. What comes next waits until it is asked for, so that memory stays bounded; dropping this
/// ends the threads.
pub struct Loading {
    results: Receiver<(usize, Done)>,
    returned: SyncSender<()>,
    waiting: BTreeMap<usize, Done>,
    next: usize,
    /// How many parcels may be on their way.
    ahead: usize,
    total: Total,
    wish: Arc<Wish>,
    lexicon: Arc<Lexicon>,
    /// Files of which nothing more is to be said.
    whole: HashSet<PathBuf>,
    /// Files of which it has been said what is not known in them.
    warned: HashSet<PathBuf>,
    /// The first reports, while they are not indexed yet.
    shown: Vec<Arc<Report>>,
    goes_on: bool,
    small: bool,
}

impl Loading {
    /// Begins to read, with so many threads.
    pub(crate) fn start(found: Vec<Found>, wish: Wish, threads: usize) -> Self {
        let (threads, small) = (threads.max(1), are_small(&found));
        let wish = Arc::new(wish);
        let total = Total::default();
        total.add(found.len());
        let ahead = AHEAD * threads;
        let (jobs, queue) = sync_channel::<Parcel>(ahead);
        let (returned, free) = sync_channel(ahead);
        let (sender, results) = channel();
        let queue = Arc::new(Mutex::new(queue));
        for _ in 0..threads {
            let (queue, sender, wish) = (Arc::clone(&queue), sender.clone(), Arc::clone(&wish));
            start_thread("read", move || {
                let worker = Worker::new(&wish);
                while let Ok(parcel) = next_of(&queue) {
                    if sender.send(worker.done(parcel)).is_err() {
                        return;
                    }
                }
            });
        }
        let feed = Feed::new(jobs, free, (total.clone(), small), Arc::clone(&wish));
        // Where nobody waits any more there is nothing to feed.
        start_thread("files", move || drop(feed.run(found)));
        let lexicon = Arc::new(wish.lexicon.clone());
        Self {
            results,
            returned,
            waiting: BTreeMap::new(),
            next: 0,
            ahead,
            total,
            wish,
            lexicon,
            whole: HashSet::new(),
            warned: HashSet::new(),
            shown: Vec::new(),
            goes_on: false,
            small,
        }
    }

    /// Goes on to read and to index: so far only what comes first has been read.
    pub(crate) fn go_on(&mut self) {
        self.goes_on = true;
        for _ in 0..self.ahead {
            // There is room for just so many, and none is needed any more where the feed has ended.
            let _ = self.returned.try_send(());
        }
    }

    /// How many reports there are to read, as far as it is known.
    pub fn expected(&self) -> usize {
        self.total.get()
    }

    /// Whether all comes at once, because it is little.
    pub(crate) const fn is_small(&self) -> bool {
        self.small
    }

    /// What came of the next parcel.
    fn parcel(&mut self) -> Option<Done> {
        // One parcel at a time first; the others wait until they are wanted, so that they do not hold up what is shown.
        // The feed may have ended.
        if !self.goes_on {
            let _ = self.returned.send(());
        }
        loop {
            if let Some(done) = self.waiting.remove(&self.next) {
                self.next += 1;
                if self.goes_on {
                    let _ = self.returned.send(());
                }
                return Some(done);
            }
            let (number, done) = self.results.recv().ok()?;
            self.waiting.insert(number, done);
        }
    }

    /// Data that need what came before them, or have faults.
    fn judge(&mut self, doubtful: Doubtful) -> Vec<Item> {
        let Doubtful { path, from, text, part } = doubtful;
        if self.whole.contains(&path) {
            return Vec::new();
        }
        let shown = shown(&path);
        let alone = std::str::from_utf8(&text).ok().map(|text| self.read(text, &shown));
        let faults = match (alone, part) {
            (Some(Ok(checked)), part) => {
                let source = |report: &Arc<Report>| -> Arc<dyn Source> {
                    match &part {
                        Some((place, part)) => Arc::new(InFile { place: Arc::clone(place), part: *part }),
                        None => Arc::new(Kept::new(Arc::clone(report), None)),
                    }
                };
                let Checked { reports, warnings, .. } = checked;
                let mut items: Vec<Item> = reports.into_iter().map(|report| self.taken(report, &source)).collect();
                let unknown = if part.is_some() { self.unknown_in(path, &warnings) } else { warnings };
                items.push(Item::Unknown(from, unknown));
                return items;
            }
            (Some(Err(faults)), None) => faults,
            // Seen as a whole the file tells the lines of its faults, or that it is no UTF-8.
            (_, part) => match content(&path) {
                Err(faults) => faults,
                Ok(Content::Text(_)) => Vec::new(),
                Ok(Content::Data(whole)) => match (self.read(&whole, &shown), part) {
                    (Err(faults), _) => faults,
                    (Ok(checked), Some((place, _))) => {
                        self.whole.insert(path);
                        let Checked { reports, warnings, .. } = checked;
                        let items = reports.into_iter().enumerate().map(|(at, report)| {
                            let place = Arc::clone(&place);
                            let source = |_: &Arc<Report>| -> Arc<dyn Source> {
                                Arc::new(InFile { place: Arc::clone(&place), part: Part::Number(at) })
                            };
                            self.taken(report, &source)
                        });
                        return items.chain([Item::Unknown(from, warnings)]).collect();
                    }
                    (Ok(_), None) => Vec::new(),
                },
            },
        };
        self.whole.insert(path);
        vec![Item::Faults(from, faults)]
    }

    /// The reports in a text, by all the words that are known so far.
    fn read(&mut self, text: &str, shown: &str) -> Result<Checked, Vec<Fault>> {
        let mut checked = read_checked(text, shown, Lexicon::clone(&self.lexicon))?;
        let lexicon = std::mem::take(&mut checked.lexicon);
        if lexicon != *self.lexicon {
            self.lexicon = Arc::new(lexicon);
        }
        Ok(checked)
    }

    /// What is not known in a file of which one report holds something unknown; said once for all its reports, with
    /// the lines of the whole file.
    fn unknown_in(&mut self, path: PathBuf, found: &[Fault]) -> Vec<Fault> {
        if found.is_empty() || self.warned.contains(&path) {
            return Vec::new();
        }
        let unknown = match content(&path) {
            Ok(Content::Data(whole)) => check_reports(&whole, &shown(&path), Lexicon::clone(&self.lexicon)).warnings,
            _ => Vec::new(),
        };
        self.warned.insert(path);
        unknown
    }

    fn taken(&self, report: Report, source: &dyn Fn(&Arc<Report>) -> Arc<dyn Source>) -> Item {
        let report = Arc::new(report);
        let source = source(&report);
        work::of_data((report, Lexicon::default()), source, &self.wish)
    }
}

impl Loading {
    /// What comes next, as soon as it is there; `None` after the last.
    pub(crate) fn next(&mut self) -> Option<Loaded> {
        if !self.shown.is_empty() && self.goes_on {
            let reports = std::mem::take(&mut self.shown);
            let part = search::Part::of_reports(reports.iter().map(|report| &**report), &self.lexicon);
            return Some(Loaded { part: Some(part), ..Loaded::default() });
        }
        let number = self.next;
        let Done { items, made: ready } = self.parcel()?;
        let before = Arc::clone(&self.lexicon);
        let (mut taken, mut faults, mut judged) = (Vec::new(), Vec::new(), false);
        let (mut passed, mut unknown) = (Vec::new(), Vec::new());
        let mut queue = std::collections::VecDeque::from(items);
        while let Some(item) = queue.pop_front() {
            match item {
                Item::Report(report) => {
                    if !report.own.is_empty() {
                        Arc::make_mut(&mut self.lexicon).extend(report.own.clone());
                    }
                    taken.push(report);
                }
                Item::Doubtful(doubtful) => {
                    judged = true;
                    for item in self.judge(doubtful).into_iter().rev() {
                        queue.push_front(item);
                    }
                }
                Item::Faults(From::Named, more) => faults.extend(more),
                // One line for a file, whatever is wrong with it.
                Item::Faults(From::Folder, more) => passed.extend(more.into_iter().take(1)),
                Item::Unknown(From::Named, more) => unknown.extend(more),
                // There may be hundreds; `sulan check` tells them.
                Item::Unknown(From::Folder, _) => {}
            }
        }
        let Made { batch, part } = if judged {
            let taken: Vec<&Taken> = taken.iter().map(|taken| &**taken).collect();
            made((number, &taken), &self.wish, (&self.lexicon, None))
        } else {
            ready
        };
        if part.is_none() && self.wish.indexed == Indexed::Shown {
            self.shown.extend(taken.into_iter().map(|taken| taken.read.report));
        }
        let lexicon = (!Arc::ptr_eq(&before, &self.lexicon)).then(|| Arc::clone(&self.lexicon));
        Some(Loaded { batch, part, lexicon, faults, passed, unknown })
    }
}

fn next_of(queue: &Mutex<Receiver<Parcel>>) -> Result<Parcel, std::sync::mpsc::RecvError> {
    queue.lock().unwrap_or_else(PoisonError::into_inner).recv()
}

/// Starts a thread that ends by itself when nobody waits for it.
fn start_thread(name: &str, work: impl FnOnce() + Send + 'static) {
    // Without a thread nothing comes: the channels close, and the files are as if they were not there.
    drop(thread::Builder::new().name(name.to_owned()).spawn(work));
}
