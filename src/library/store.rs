//! The reports that are open, with the lexicon they share: heads and rows of all of them.

use std::sync::atomic::AtomicU64;
use std::sync::{Arc, Mutex};

use foldhash::HashMap;

use super::batch::{Batch, LateRows, Read};
use super::head::{Head, Kind};
use super::shelf::{Shelf, Slot, renamed};
use super::view::{EntryId, EntryView, ReportId};
use crate::report::{self, Fault, Lexicon, Report, Section};
use crate::text::Lang;

/// The reports that are open. Reports are only ever added. A clone shares heads, rows and lexicon, not what is
/// on the shelf.
#[derive(Debug, Default)]
pub struct Library {
    pub(super) heads: Vec<Arc<Head>>,
    pub(super) slots: Vec<Slot>,
    /// The first report of some that were added at once, and their rows.
    pub(super) rows: Vec<(ReportId, Arc<LateRows>)>,
    by_id: HashMap<String, ReportId>,
    lexicon: Arc<Lexicon>,
    /// What the place of the built-in report said before; it stands in series only.
    pub(super) past: Option<Arc<Self>>,
    /// What is done to every text that is shown.
    pub(super) change: Option<fn(&mut String)>,
    /// The most entries of reports that stay in memory.
    pub(super) shelf: Shelf,
    /// Counts what is asked for, so that what was asked for last is known.
    pub(super) clock: AtomicU64,
    /// Why reports could not be read again.
    pub(super) lost: Mutex<Vec<Fault>>,
}

impl Clone for Library {
    fn clone(&self) -> Self {
        Self {
            heads: self.heads.clone(),
            slots: self.slots.iter().map(|slot| Slot::new(Arc::clone(&slot.source))).collect(),
            rows: self.rows.clone(),
            by_id: self.by_id.clone(),
            lexicon: Arc::clone(&self.lexicon),
            past: self.past.clone(),
            change: self.change,
            shelf: self.shelf,
            clock: AtomicU64::default(),
            lost: Mutex::default(),
        }
    }
}

/// Two reports of format 1 with one id.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Clash {
    /// The id.
    pub id: String,
    /// The files that the earlier and the later one were read from.
    pub files: [Option<String>; 2],
}

impl Library {
    /// The library that the program brings: one report and the lexicon.
    ///
    /// # Errors
    /// What makes the embedded files unreadable. Their content is checked by a test, not at every start.
    pub fn built_in() -> Result<Self, Vec<Fault>> {
        Ok(Self::new(vec![report::built_in_report()?], report::built_in_lexicon()))
    }

    /// The built-in lexicon alone, to read other reports with.
    pub fn built_in_lexicon() -> Lexicon {
        report::built_in_lexicon()
    }

    /// What the city of the built-in report said in earlier years: the figures that make honest series, and no
    /// other entry. They are for series only, and stand in no list of reports.
    ///
    /// # Errors
    /// The faults of the embedded file.
    pub fn built_in_past() -> Result<Vec<Report>, Vec<Fault>> {
        report::built_in_past()
    }

    /// A library without reports.
    pub fn empty(lexicon: Lexicon) -> Self {
        Self { lexicon: Arc::new(lexicon), ..Self::default() }
    }

    /// The same library, in which no report stays in memory but the one that was asked for last: where nothing is
    /// asked of reports but their heads and their figures.
    #[must_use]
    pub fn without_shelf(self) -> Self {
        Self { shelf: Shelf(0), ..self }
    }

    /// A library of reports that stay in memory.
    pub fn new(reports: Vec<Report>, lexicon: Lexicon) -> Self {
        let mut library = Self::empty(lexicon);
        library.add(Batch::kept(reports, &library.lexicon));
        library
    }

    /// Adds reports behind the others. Every report gets an id of its own: of two with the same one the later is
    /// numbered, so that what was told of the earlier one stays true. Two of format 1 are told, for their ids were
    /// given by a person.
    pub fn add(&mut self, batch: Batch) -> Vec<Clash> {
        let Batch { heads, rows, read } = batch;
        let (first, mut clashes) = (ReportId::at(self.heads.len()), Vec::new());
        if !heads.is_empty() {
            self.rows.push((first, rows));
        }
        for (mut head, Read { report, source, .. }) in heads.into_iter().zip(read) {
            let id = ReportId::at(self.heads.len());
            if let Some(&known) = self.by_id.get(&head.id) {
                clashes.extend(self.part_ids(known, &mut head));
            }
            self.by_id.insert(head.id.clone(), id);
            let slot = Slot::new(source);
            match self.change {
                Some(change) => head.change_texts(change),
                None => {
                    // The slot is new, so that nothing is in it yet.
                    let _ = slot.report.set(Some(renamed(report, &head.id)));
                }
            }
            self.heads.push(Arc::new(head));
            self.slots.push(slot);
            self.touch(id);
        }
        self.trim();
        clashes
    }

    /// Gives `new` another id than the report `known` has.
    fn part_ids(&self, known: ReportId, new: &mut Head) -> Option<Clash> {
        let old = self.heads.get(known.index())?;
        let clash = Clash { id: new.id.clone(), files: [old.file.clone(), new.file.clone()] };
        new.id = numbered(&new.id, |id| self.by_id.contains_key(id));
        ((old.kind, new.kind) == (Kind::Data, Kind::Data)).then_some(clash)
    }

    /// Makes `lexicon` the one that the reports share.
    pub fn set_lexicon(&mut self, lexicon: Arc<Lexicon>) {
        self.lexicon = lexicon;
        if let Some(change) = self.change {
            Arc::make_mut(&mut self.lexicon).change_texts(&change);
        }
    }

    /// The same library with `change` made to every text that is shown; ids, units and indicators stay.
    /// Reports are changed when they are opened.
    #[must_use]
    pub fn with_texts(&self, change: fn(&mut String)) -> Self {
        let mut changed = self.clone();
        changed.change = Some(change);
        changed.set_lexicon(Arc::clone(&self.lexicon));
        changed.heads.iter_mut().for_each(|head| Arc::make_mut(head).change_texts(change));
        changed
    }

    /// The number of reports.
    pub fn count(&self) -> usize {
        self.heads.len()
    }

    /// The names of the reports, in their order.
    pub fn ids(&self) -> impl DoubleEndedIterator<Item = ReportId> + use<> {
        (0..self.heads.len()).map(ReportId::at)
    }

    /// The heads of the reports, in their order.
    pub fn heads(&self) -> impl DoubleEndedIterator<Item = (ReportId, &Head)> {
        self.heads.iter().enumerate().map(|(at, head)| (ReportId::at(at), &**head))
    }

    /// The head of a report.
    pub fn head(&self, id: ReportId) -> Option<&Head> {
        self.heads.get(id.index()).map(|head| &**head)
    }

    /// The built-in lexicon, with what the reports bring.
    pub fn lexicon(&self) -> &Lexicon {
        &self.lexicon
    }

    /// The number of entries in all reports.
    pub fn len(&self) -> usize {
        self.heads.iter().map(|head| head.entries).sum()
    }

    /// Whether there is no entry at all.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The entry that `at` names; `None` for a name of another library, and where its report cannot be read.
    pub fn get(&self, at: EntryId) -> Option<EntryView<'_>> {
        EntryView::of(self.report(at.report)?, at)
    }

    /// All reports in their order. They stay in memory: a large library is asked report by report.
    pub fn reports(&self) -> impl Iterator<Item = &Report> {
        self.ids().filter_map(|id| self.report(id))
    }

    /// All entries in the order of the reports and of their files. The reports stay in memory: a large library
    /// is asked report by report.
    pub fn entries(&self) -> impl Iterator<Item = EntryView<'_>> {
        self.ids().flat_map(|report| self.entries_in(report))
    }

    /// The entries of one report.
    pub fn entries_in(&self, report: ReportId) -> impl Iterator<Item = EntryView<'_>> {
        self.report(report).into_iter().flat_map(move |whole| EntryView::all_of(whole, report))
    }

    /// The year that all open reports were given in; `None` where they differ or there is none.
    pub fn year(&self) -> Option<i32> {
        let (first, rest) = self.heads.split_first()?;
        first.year.filter(|_| rest.iter().all(|head| head.year == first.year))
    }

    /// Place and year of a report, where several are open and a text must say which one it is from.
    pub fn origin(&self, report: ReportId, lang: Lang) -> Option<String> {
        self.head(report).filter(|_| self.count() > 1).map(|head| head.place_and_year(lang))
    }

    /// The id of an entry as it is printed: with the report's before it when several reports are open.
    pub fn printed_id(&self, view: EntryView<'_>) -> String {
        self.printed(view, view.entry().id())
    }

    /// The id of the section of an entry as it is printed.
    pub fn printed_section(&self, view: EntryView<'_>) -> String {
        self.printed(view, view.section().id())
    }

    fn printed(&self, view: EntryView<'_>, id: &str) -> String {
        match self.head(view.report_at()).filter(|_| self.count() > 1) {
            Some(head) => format!("{}/{id}", head.id),
            None => id.to_owned(),
        }
    }

    /// The report with this id.
    pub fn named(&self, id: &str) -> Option<ReportId> {
        self.by_id.get(id).copied()
    }

    /// The entry with this printed id; the bare id is enough where only one report has it.
    pub fn by_id(&self, id: &str) -> Option<EntryView<'_>> {
        // An id may hold a slash of its own.
        let printed = id.match_indices('/').find_map(|(at, _)| {
            let (report, entry) = (self.named(id.get(..at)?)?, id.get(at + 1..)?);
            self.find_in(report, entry)
        });
        let at = printed.filter(|_| self.count() > 1).or_else(|| {
            let mut named = self.ids().filter_map(|report| self.find_in(report, id));
            named.next().filter(|_| named.next().is_none())
        })?;
        self.get(at)
    }

    /// The first entry with this bare id, whatever report it is in.
    pub fn first_with(&self, id: &str) -> Option<EntryView<'_>> {
        self.get(self.ids().find_map(|report| self.find_in(report, id))?)
    }

    /// The entry with this id in a report, which is not put on the shelf for it.
    fn find_in(&self, report: ReportId, id: &str) -> Option<EntryId> {
        let whole = self.open(report)?;
        let place = whole.sections().iter().flat_map(Section::entries).position(|entry| entry.id() == id)?;
        Some(EntryId { report, entry: u32::try_from(place).ok()? })
    }

    /// The report of the same place whose year is the next one after (`by` > 0) or before.
    pub fn neighbour(&self, report: ReportId, by: isize) -> Option<ReportId> {
        let here = self.head(report).filter(|here| here.year.is_some())?;
        let same = self.heads().filter(|(_, other)| other.place == here.place && other.year.is_some());
        let beside = if by < 0 {
            same.filter(|(_, other)| other.year < here.year).max_by_key(|(_, other)| other.year)
        } else {
            same.filter(|(_, other)| other.year > here.year).min_by_key(|(_, other)| other.year)
        };
        beside.map(|(id, _)| id)
    }
}

/// `id`, or where that is taken it with the first number that makes it free: of two that are called the same, as 抚州 and
/// 福州 are in pinyin, the later is numbered.
pub(crate) fn numbered(id: &str, is_taken: impl Fn(&str) -> bool) -> String {
    let mut own = id.to_owned();
    let mut number = 1;
    while is_taken(&own) {
        number += 1;
        own = format!("{id}-{number}");
    }
    own
}
