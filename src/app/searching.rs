//! The search as it goes on: the session, what other threads are to do for it, and what comes back from them.
//! Over a few thousand entries everything is done at once and no thread is asked.

use std::fmt;
use std::sync::Arc;

use crate::library::Library;
use crate::search::{AT_ONCE, Answer, Index, Indexing, Job, Part, Reply, Session};

/// Work of the search for another thread.
pub enum SearchTask {
    /// The index of many reports.
    Index(Indexing),
    /// The answer to a query over them.
    Query(Job),
}

/// What a thread has to tell of its work.
pub enum SearchNews {
    /// The next segment of the index.
    Indexed(Box<Part>),
    /// The answer to a query, perhaps no longer wanted.
    Answered(Box<Answer>),
}

impl SearchTask {
    /// Does the work, and tells what comes of it until `tell` says that nobody listens.
    pub fn run(self, mut tell: impl FnMut(SearchNews) -> bool + Send) {
        match self {
            Self::Index(indexing) => indexing.run(|part| tell(SearchNews::Indexed(Box::new(part)))),
            Self::Query(job) => {
                if let Some(answer) = job.run() {
                    // Grouped here, many hits keep no frame waiting.
                    answer.by_report();
                    tell(SearchNews::Answered(Box::new(answer)));
                }
            }
        }
    }
}

impl fmt::Debug for SearchNews {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Indexed(part) => write!(to, "Indexed({} records)", part.len()),
            Self::Answered(answer) => write!(to, "Answered({:?})", answer.query()),
        }
    }
}

/// What is to be done once there is an answer: the key that asked for it came before.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Next {
    #[default]
    Nothing,
    /// Go to the best hit.
    Follow,
    /// Turn the hits into a list.
    List,
}

/// The session and what is under way for it.
#[derive(Default)]
pub(super) struct Searching {
    session: Session,
    begun: bool,
    tasks: Vec<SearchTask>,
    /// Whether the answer to the last query is still to come.
    awaited: bool,
    /// Whether the index has grown since the last query was asked.
    grown: bool,
    pub(super) next: Next,
}

impl Searching {
    /// Begins the index of a library: of a few thousand entries at once, of more by other threads.
    pub(super) fn begin(&mut self, library: &Library) {
        if std::mem::replace(&mut self.begun, true) {
            return;
        }
        if library.len() > AT_ONCE {
            self.tasks.push(SearchTask::Index(Indexing::of(library.clone())));
        } else {
            self.session = Session::new(Index::new(library));
        }
    }

    /// Sets the index, which is made while reports are read.
    pub(super) fn set_index(&mut self, index: Index) {
        (self.session, self.begun) = (Session::new(index), true);
    }

    /// Asks a query; the answer, if it is there at once. The work for an earlier one is of no use any more.
    pub(super) fn ask(&mut self, query: &str) -> Option<Arc<Answer>> {
        self.tasks.retain(|task| matches!(task, SearchTask::Index(_)));
        self.grown = false;
        match self.session.ask(query) {
            Reply::Ready(answer) => {
                self.awaited = false;
                Some(answer)
            }
            Reply::Later(job) => {
                self.awaited = true;
                self.tasks.push(SearchTask::Query(job));
                None
            }
        }
    }

    /// Takes in what a thread told; the answer, if it is one that is wanted.
    pub(super) fn hear(&mut self, news: SearchNews) -> Option<Arc<Answer>> {
        match news {
            SearchNews::Indexed(part) => {
                self.session.grow(*part);
                self.grown = true;
                None
            }
            SearchNews::Answered(answer) => {
                let answer = self.session.accept(*answer)?;
                self.awaited = false;
                Some(answer)
            }
        }
    }

    /// Whether the last query was answered over less than there is now.
    pub(super) const fn is_outdated(&self) -> bool {
        self.grown && !self.awaited
    }

    /// Whether the answer to the last query is still to come.
    pub(super) const fn is_awaited(&self) -> bool {
        self.awaited
    }

    /// The index, once it has something.
    pub(super) fn index(&self) -> Option<&Index> {
        Some(self.session.index()).filter(|index| !index.is_empty())
    }

    /// How many entries can be found by now.
    pub(super) fn indexed(&self) -> usize {
        self.session.index().len()
    }

    /// The next work for another thread.
    pub(super) fn task(&mut self) -> Option<SearchTask> {
        self.tasks.pop()
    }
}
