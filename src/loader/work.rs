//! What a thread does: it reads a file or takes a report of one, drafts a text, and makes of some reports together
//! what a library and a search keep of them.

use std::borrow::Cow;
use std::cell::LazyCell;
use std::io::{self, ErrorKind};
use std::path::Path;
use std::sync::Arc;

use super::again::{InFile, Part, Place};
use super::feed::Parcel;
use super::files::{Found, From};
use super::shown;
use crate::disk;
use crate::draft::input::{self, Content, Origin, STANDARD_INPUT};
use crate::draft::{self, Draft, Hints, Text};
use crate::library::{Batch, Kept, Kind, Mentioned, Read, Source};
use crate::report::{Accepted, Checked, Fault, Lexicon, Report, Tab, read_checked, read_one, take_one};
use crate::search::{self, Names, Phrase, Sought};
use crate::text::{Bilingual, Label};

/// When reports are indexed for the search.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Indexed {
    #[default]
    Never,
    /// With the reading.
    Read,
    /// With the reading too, but what comes first, which somebody waits for, afterwards.
    Shown,
}

/// What is wanted of the reports.
#[derive(Debug, Default)]
pub(crate) struct Wish {
    /// What is said of those that do not say it themselves.
    pub(crate) hints: Hints,
    /// The built-in lexicon.
    pub(crate) lexicon: Lexicon,
    /// Whether and when they are indexed for the search.
    pub(crate) indexed: Indexed,
    /// What to count in their whole text.
    pub(crate) phrase: Option<Phrase>,
    /// What is looked for, where only what it may find has to be indexed.
    pub(crate) sought: Option<Sought>,
}

/// Something to do.
pub(super) enum Job {
    /// Read a file.
    File(Found),
    /// Take a report that was cut out of a file of JSON.
    Part { place: Arc<Place>, from: From, offset: u64, bytes: Vec<u8> },
}

/// What came of a job.
pub(super) enum Item {
    Report(Box<Taken>),
    /// Data that cannot be taken on their own: they may need words that reports before them bring, or have faults.
    Doubtful(Doubtful),
    /// No report, and why.
    Faults(From, Vec<Fault>),
    /// What is not known in data that were taken.
    Unknown(From, Vec<Fault>),
}

/// A report that was taken.
pub(super) struct Taken {
    pub(super) read: Read,
    /// The words that it brings and the built-in lexicon does not have.
    pub(super) own: Lexicon,
}

pub(super) struct Doubtful {
    pub(super) path: std::path::PathBuf,
    pub(super) from: From,
    /// The whole file, or the report that was cut out of it.
    pub(super) text: Vec<u8>,
    /// Where the report stands.
    pub(super) part: Option<(Arc<Place>, Part)>,
}

/// What came of some jobs, with what is kept of their reports.
pub(super) struct Done {
    pub(super) items: Vec<Item>,
    pub(super) made: Made,
}

/// What a library and a search keep of some reports.
pub(super) struct Made {
    pub(super) batch: Batch,
    pub(super) part: Option<search::Part>,
}

/// What a thread that reads works with.
pub(super) struct Worker<'a> {
    wish: &'a Arc<Wish>,
    /// The built-in lexicon as the search looks it up.
    names: LazyCell<Names<'a>, Box<dyn FnOnce() -> Names<'a> + 'a>>,
}

impl<'a> Worker<'a> {
    pub(super) fn new(wish: &'a Arc<Wish>) -> Self {
        Self { wish, names: LazyCell::new(Box::new(|| Names::new(&wish.lexicon))) }
    }

    /// Does the jobs of a parcel.
    pub(super) fn done(&self, (number, jobs): Parcel) -> (usize, Done) {
        let items: Vec<Item> = jobs.into_iter().flat_map(|job| items_of(job, self.wish)).collect();
        let taken = items.iter().filter_map(|item| if let Item::Report(taken) = item { Some(&**taken) } else { None });
        let taken: Vec<&Taken> = taken.collect();
        let made = made((number, &taken), self.wish, (&self.wish.lexicon, Some(&self.names)));
        (number, Done { items, made })
    }
}

/// Whether the reports of a parcel are indexed with their reading.
const fn is_indexed(number: usize, wish: &Wish) -> bool {
    match wish.indexed {
        Indexed::Never => false,
        Indexed::Read => true,
        Indexed::Shown => number > 0,
    }
}

/// What is kept of the reports of a parcel, which share `lexicon` with others; `names` are those of the lexicon as
/// the search looks them up, where somebody has them. Few reports bring words of their own.
pub(super) fn made(
    (number, taken): (usize, &[&Taken]),
    wish: &Wish,
    (lexicon, names): (&Lexicon, Option<&Names<'_>>),
) -> Made {
    let mut lexicon = Cow::Borrowed(lexicon);
    for taken in taken.iter().filter(|taken| !taken.own.is_empty()) {
        lexicon.to_mut().extend(taken.own.clone());
    }
    let reads: Vec<Read> = taken.iter().map(|taken| taken.read.clone()).collect();
    let reports = reads.iter().map(|read| &*read.report);
    let part = is_indexed(number, wish).then(|| match (names, &lexicon) {
        (Some(names), Cow::Borrowed(_)) => search::Part::named(reports, names),
        _ => search::Part::of_reports(reports, &lexicon),
    });
    let part = part.map(|part| match &wish.sought {
        Some(sought) => sought.narrowed(part),
        None => part,
    });
    Made { batch: Batch::of(reads, &lexicon), part }
}

fn items_of(job: Job, wish: &Arc<Wish>) -> Vec<Item> {
    match job {
        Job::Part { place, from, offset, bytes } => {
            let length = bytes.len() as u64;
            let read = std::str::from_utf8(&bytes).ok().and_then(|text| read_one(text, &wish.lexicon));
            let part = Part::Bytes { offset, length };
            vec![match read {
                Some(Accepted { report, own }) => {
                    of_data((Arc::new(report), own), Arc::new(InFile { place, part }), wish)
                }
                None => {
                    Item::Doubtful(Doubtful { path: place.path.clone(), from, text: bytes, part: Some((place, part)) })
                }
            }]
        }
        Job::File(found) => of_file(&found, wish),
    }
}

fn of_file(found: &Found, wish: &Arc<Wish>) -> Vec<Item> {
    // Before it is read: a change while it is read is one too.
    let told = std::fs::metadata(&found.path).ok().filter(|_| !found.is_standard_input());
    let place = told.map(|told| Arc::new(Place::new(&found.path, &told, wish)));
    match content(&found.path) {
        Err(faults) => vec![Item::Faults(found.from, faults)],
        Ok(Content::Data(text)) => of_whole(found, &text, place.as_ref(), wish),
        Ok(Content::Text(text)) => vec![of_text(found, &text, place, wish)],
    }
}

/// A whole file of JSON.
fn of_whole(found: &Found, text: &str, place: Option<&Arc<Place>>, wish: &Arc<Wish>) -> Vec<Item> {
    let Ok(checked) = read_checked(text, &shown(&found.path), wish.lexicon.clone()) else {
        let text = text.as_bytes().to_owned();
        return vec![Item::Doubtful(Doubtful { path: found.path.clone(), from: found.from, text, part: None })];
    };
    let Checked { reports, lexicon, warnings, .. } = checked;
    let own = lexicon.beyond(&wish.lexicon);
    let item = |(at, report)| {
        let report = Arc::new(report);
        let source: Arc<dyn Source> = match place {
            Some(place) => Arc::new(InFile { place: Arc::clone(place), part: Part::Number(at) }),
            None => Arc::new(Kept::new(Arc::clone(&report), None)),
        };
        of_data((report, own.clone()), source, wish)
    };
    let mut items: Vec<Item> = reports.into_iter().enumerate().map(item).collect();
    items.push(Item::Unknown(found.from, warnings));
    items
}

/// A report of data that stand on their own, with the words that it brings.
pub(super) fn of_data((report, own): (Arc<Report>, Lexicon), source: Arc<dyn Source>, wish: &Wish) -> Item {
    let mentioned = wish.phrase.as_ref().map(|phrase| Mentioned::in_data(&report, &|text| phrase.is_in(text)));
    let read = Read { report, kind: Kind::Data, source, doubts: Vec::new(), mentioned };
    Item::Report(Box::new(Taken { read, own: own.beyond(&wish.lexicon) }))
}

fn of_text(found: &Found, text: &Text, place: Option<Arc<Place>>, wish: &Wish) -> Item {
    let draft = draft::read(text, &wish.hints);
    // Notes and articles lie in a folder too.
    if found.from == From::Folder && !is_report(&draft) {
        return Item::Faults(found.from, vec![no_report(&found.path)]);
    }
    let Draft { report, doubts, .. } = draft;
    match take_one(report, &shown(&found.path), &wish.lexicon) {
        Err(faults) => Item::Faults(found.from, faults),
        Ok(Accepted { report, own }) => {
            let report = Arc::new(report);
            let source: Arc<dyn Source> = match place {
                Some(place) => Arc::new(InFile { place, part: Part::Text }),
                None => Arc::new(Kept::new(Arc::clone(&report), None)),
            };
            let count = |phrase: &Phrase| Mentioned::of(draft::sentences(text).iter().map(|said| phrase.is_in(said)));
            let mentioned = wish.phrase.as_ref().map(count);
            let read = Read { report, kind: Kind::Text, source, doubts, mentioned };
            Item::Report(Box::new(Taken { read, own: own.beyond(&wish.lexicon) }))
        }
    }
}

/// Whether a text of a folder is a report: it has place and year, or looks ahead.
pub(crate) fn is_report(draft: &Draft) -> bool {
    let ahead = draft.report.sections.iter().any(|section| matches!(section.tab, Tab::Targets | Tab::Tasks));
    ahead || draft.placed && draft.report.year.is_some()
}

/// What a file holds, or standard input where it is called `-`.
pub(crate) fn content(file: &Path) -> Result<Content, Vec<Fault>> {
    let bytes = match file.to_str() {
        Some(STANDARD_INPUT) => disk::read_all(io::stdin().lock(), disk::LARGEST),
        _ => disk::read(file, disk::LARGEST),
    };
    let bytes = bytes.map_err(|error| vec![unreadable(file, &error)])?;
    input::read(bytes, &Origin::of(file))
}

/// What to say of a file that the system does not let us read.
pub(crate) fn unreadable(file: &Path, error: &io::Error) -> Fault {
    if error.kind() == ErrorKind::FileTooLarge {
        let most = disk::LARGEST >> 20;
        let what = Bilingual::new(format!("超过 {most} MB"), format!("larger than {most} MB"));
        let mend = Label::new("请拆成几个文件", "split it into several files");
        return fault(file, what, mend.into());
    }
    let refusal = disk::refused(error);
    fault(file, refusal.what.into(), refusal.mend.into())
}

/// What to say of a text of a folder that is no report.
pub(crate) fn no_report(file: &Path) -> Fault {
    let what = Label::new("不是工作报告", "not a work report");
    let mend = Label::new(
        "要打开它，请单独指明这个文件，并用 --report-place 和 --report-year 说明地方和年份",
        "to open it, name this file itself, with --report-place and --report-year",
    );
    fault(file, what.into(), mend.into())
}

fn fault(file: &Path, what: Bilingual, mend: Bilingual) -> Fault {
    Fault { file: shown(file), line: None, path: String::new(), what, mend }
}
