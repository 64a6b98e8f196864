//! The reports themselves: those that were asked for last stay in memory, the others are read again where they are
//! asked for.

use std::sync::atomic::{AtomicU64, AtomicUsize, Ordering};
use std::sync::{Arc, OnceLock, PoisonError};
use std::thread;

use super::source::Source;
use super::store::Library;
use super::view::ReportId;
use crate::report::{Fault, Report};

/// The most entries of reports that stay in memory while others are asked for: those of a screenful of hits, each
/// in another report, or every key would read them all again. A library that is no larger is held whole.
const SHELF: usize = 12_000;

/// So many entries have room on the shelf.
#[derive(Clone, Copy, Debug)]
pub(super) struct Shelf(pub(super) usize);

impl Default for Shelf {
    fn default() -> Self {
        Self(SHELF)
    }
}

/// More threads than this only wait for memory.
const THREADS: usize = 8;

/// The number of threads that read reports, or search in them.
pub(crate) fn threads() -> usize {
    thread::available_parallelism().map_or(1, |number| number.get().min(THREADS))
}

/// A report in the library: where it is read, and itself while it is on the shelf.
#[derive(Debug)]
pub(super) struct Slot {
    pub(super) source: Arc<dyn Source>,
    /// Empty until it is asked for; nothing in it where it cannot be read any more.
    pub(super) report: OnceLock<Option<Arc<Report>>>,
    used: AtomicU64,
}

impl Slot {
    pub(super) const fn new(source: Arc<dyn Source>) -> Self {
        Self { source, report: OnceLock::new(), used: AtomicU64::new(0) }
    }
}

/// The report under an id that may not be the one in its file.
pub(super) fn renamed(mut report: Arc<Report>, id: &str) -> Arc<Report> {
    if report.id() != id {
        Arc::make_mut(&mut report).set_id(id.to_owned().into());
    }
    report
}

impl Library {
    /// A report, which is read again where it is not on the shelf, and stays there until [`Library::trim`];
    /// `None` where it cannot be read any more, which [`Library::lost`] then says.
    pub fn report(&self, id: ReportId) -> Option<&Report> {
        let (slot, head) = (self.slots.get(id.index())?, self.head(id)?);
        self.touch(id);
        slot.report.get_or_init(|| self.read(&head.id, slot)).as_deref()
    }

    /// The same, without putting it on the shelf.
    pub fn open(&self, id: ReportId) -> Option<Arc<Report>> {
        let (slot, head) = (self.slots.get(id.index())?, self.head(id)?);
        match slot.report.get() {
            Some(report) => report.clone(),
            None => self.read(&head.id, slot),
        }
    }

    fn read(&self, id: &str, slot: &Slot) -> Option<Arc<Report>> {
        match slot.source.read() {
            Ok(mut report) => {
                report = renamed(report, id);
                if let Some(change) = self.change {
                    Arc::make_mut(&mut report).change_texts(&change);
                }
                Some(report)
            }
            Err(fault) => {
                let fault = *fault;
                let mut lost = self.lost.lock().unwrap_or_else(PoisonError::into_inner);
                if !lost.contains(&fault) {
                    lost.push(fault);
                }
                None
            }
        }
    }

    /// Why reports could not be read again since this was asked last.
    pub fn lost(&self) -> Vec<Fault> {
        std::mem::take(&mut *self.lost.lock().unwrap_or_else(PoisonError::into_inner))
    }

    pub(super) fn touch(&self, id: ReportId) {
        if let Some(slot) = self.slots.get(id.index()) {
            slot.used.store(self.clock.fetch_add(1, Ordering::Relaxed), Ordering::Relaxed);
        }
    }

    /// Puts some reports on the shelf, read by several threads.
    pub fn shelve(&self, ids: &[ReportId]) {
        let next = AtomicUsize::new(0);
        let work = || {
            while let Some(&id) = ids.get(next.fetch_add(1, Ordering::Relaxed)) {
                self.report(id);
            }
        };
        thread::scope(|scope| {
            // A thread that cannot be started leaves its part to the others.
            let others = threads().min(ids.len()).saturating_sub(1);
            for _ in 0..others {
                drop(thread::Builder::new().spawn_scoped(scope, work));
            }
            work();
        });
    }

    /// Takes from the shelf what was not asked for of late, where it is too full. The report that was asked for
    /// last stays, however large.
    pub fn trim(&mut self) {
        let held = |slot: &Slot| slot.report.get().is_some();
        let sizes = self.slots.iter().zip(&self.heads).filter(|(slot, _)| held(slot));
        let mut entries: usize = sizes.map(|(_, head)| head.entries).sum();
        let Shelf(most) = self.shelf;
        if entries <= most {
            return;
        }
        let used = |slot: &Slot| slot.used.load(Ordering::Relaxed);
        let slots = self.slots.iter().enumerate().filter(|(_, slot)| held(slot));
        let mut oldest: Vec<(u64, usize)> = slots.map(|(at, slot)| (used(slot), at)).collect();
        oldest.sort_unstable();
        oldest.pop();
        for (_, at) in oldest {
            if entries <= most {
                return;
            }
            if let (Some(slot), Some(head)) = (self.slots.get_mut(at), self.heads.get(at)) {
                slot.report.take();
                entries -= head.entries;
            }
        }
    }
}
