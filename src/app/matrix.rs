//! The reports that are open as a matrix of places and years: what is there, what is missing, which is in view.

use std::collections::BTreeMap;

use super::action::Action;
use super::cursor::Cursor;
use super::input::{Cut, Edit, Input};
use super::state::App;
use crate::library::{Library, ReportId};
use crate::report::YEARS;
use crate::report::places::{self, Origin};
use crate::search::{Phrase, spell};
use crate::text::{DataText, Label, Lang, counted, width};

pub(super) const NONE: Label = Label::new("这个地方这一年没有报告", "No report of this place and year");

/// The most cells of a name in a usual window; in a wider one it may have two fifths of it, because years scroll.
const NAME: u16 = 28;
/// The cells of the number of reports of a place.
const COUNT: u16 = 5;

/// The reports of one place.
#[derive(Clone, Debug)]
pub struct MatrixRow {
    /// The place.
    pub place: Origin,
    /// The first report of each year: its place in the library.
    pub reports: BTreeMap<i32, ReportId>,
    /// Those whose year is not known.
    pub undated: Vec<ReportId>,
    /// All of them by year, also those of a year that has another one; those of no known year last.
    pub all: Vec<ReportId>,
    /// What the place may be typed as.
    keys: Vec<String>,
}

/// The matrix while it is open.
#[derive(Debug)]
pub struct Matrix {
    /// The line that narrows the places.
    pub input: Input,
    /// All places in the order of their codes, then of their names.
    rows: Vec<MatrixRow>,
    /// The places that are listed: their places in `rows`.
    listed: Vec<usize>,
    /// The first and the last year of all reports; `None` where no year is known.
    pub years: Option<(i32, i32)>,
    /// The year under the cursor.
    pub year: i32,
    /// The selection among the listed places, and the first one in sight.
    pub cursor: Cursor,
}

/// Where the columns of the matrix stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct MatrixGrid {
    pub(crate) mark: u16,
    pub(crate) name: (u16, u16),
    /// Where the first year begins, and the cells of each.
    pub(crate) year: (u16, u16),
    /// The first year in sight, and how many are.
    pub(crate) first: i32,
    pub(crate) shown: u16,
    /// Where the numbers of reports end.
    pub(crate) count: u16,
}

impl Matrix {
    /// The matrix of a library, at the report in view.
    pub(super) fn of(library: &Library, in_view: ReportId) -> Self {
        let mut rows: BTreeMap<(bool, &'static str, String), MatrixRow> = BTreeMap::new();
        for (at, head) in library.heads() {
            let place = head.origin();
            let key = (place.code.is_none(), place.code.unwrap_or_default(), place.name.zh.to_string());
            let row = rows.entry(key).or_insert_with(|| MatrixRow::new(place));
            row.all.push(at);
            match head.year {
                Some(year) => {
                    row.reports.entry(year).or_insert(at);
                }
                None => row.undated.push(at),
            }
        }
        let mut rows: Vec<MatrixRow> = rows.into_values().collect();
        let year_of = |at: &ReportId| library.head(*at).and_then(|head| head.year).unwrap_or(i32::MAX);
        for row in &mut rows {
            row.all.sort_by_key(year_of);
        }
        let all = || rows.iter().flat_map(|row| row.reports.keys().copied());
        let years = all().min().zip(all().max());
        let listed: Vec<usize> = (0..rows.len()).collect();
        let here = rows.iter().position(|row| row.holds(in_view)).unwrap_or(0);
        let year = library.head(in_view).and_then(|head| head.year);
        let year = year.or(years.map(|years| years.1)).unwrap_or_default();
        Self { input: Input::default(), rows, listed, years, year, cursor: Cursor { selected: here, top: 0 } }
    }

    /// The same over a library that has grown: the line, the place and the year as they were.
    pub(super) fn grown(self, library: &Library) -> Self {
        let stood = self.row(self.cursor.selected).map(|row| row.place.clone());
        let (year, top) = (self.year, self.cursor.top);
        let mut grown = Self { input: self.input, ..Self::of(library, ReportId::default()) };
        grown.narrow();
        let is_there = |at: &usize| grown.row(*at).is_some_and(|row| Some(&row.place) == stood.as_ref());
        let selected = (0..grown.listed.len()).find(is_there).unwrap_or(0);
        grown.cursor = Cursor { selected, top };
        grown.year = year;
        grown
    }

    /// The number of listed places, and of their reports.
    pub fn counts(&self) -> (usize, usize) {
        (self.listed.len(), self.listed.iter().filter_map(|at| self.rows.get(*at)).map(|row| row.all.len()).sum())
    }

    /// The reports of the listed places, by place and year.
    pub(super) fn reports(&self) -> Vec<ReportId> {
        self.listed.iter().filter_map(|at| self.rows.get(*at)).flat_map(|row| &row.all).copied().collect()
    }

    /// The listed place at a row.
    pub fn row(&self, at: usize) -> Option<&MatrixRow> {
        self.rows.get(*self.listed.get(at)?)
    }

    /// The report under the cursor: that of the year, else one whose year is not known where there is no other.
    pub fn report(&self) -> Option<ReportId> {
        let row = self.row(self.cursor.selected)?;
        let only = || row.undated.first().filter(|_| row.reports.is_empty());
        row.reports.get(&self.year).or_else(only).copied()
    }

    /// The columns in a region of `cells` cells.
    pub(crate) fn grid(&self, cells: u16, lang: Lang) -> MatrixGrid {
        let (mark, left) = crate::pages::margins(cells);
        let right = cells.saturating_sub(1);
        let names = self.rows.iter().map(|row| width(row.place.name.get(lang))).max().unwrap_or(0);
        let name = counted(names).min(NAME.max(right * 2 / 5)).min(right / 2);
        let x = left + name + 2;
        // The count of the place stands at the right edge.
        let room = right.saturating_sub(x + COUNT + 1);
        let (first, last) = self.years.unwrap_or((self.year, self.year));
        let all = u16::try_from(last - first + 1).unwrap_or(u16::MAX);
        let each = if all.saturating_mul(5) <= room { 5 } else { 3 };
        let shown = (room / each).max(1).min(all);
        // The year under the cursor is in sight, with the newest ones where there is a choice.
        let latest = last - i32::from(shown) + 1;
        let count = x + shown * each + COUNT;
        MatrixGrid { mark, name: (left, name), year: (x, each), first: latest.min(self.year).max(first), shown, count }
    }

    /// Lists the places that the line asks for, the selection on the same place where it is still listed.
    fn narrow(&mut self) {
        let stood = self.listed.get(self.cursor.selected).copied();
        let query = self.input.text();
        let words: Vec<Word> = query.split_whitespace().map(Word::of).collect();
        let takes = |row: &MatrixRow| words.iter().all(|word| word.is_in(row));
        self.listed = (0..self.rows.len()).filter(|at| self.rows.get(*at).is_some_and(takes)).collect();
        let place = stood.and_then(|stood| self.listed.iter().position(|at| *at == stood));
        self.cursor = Cursor { selected: place.unwrap_or(0), top: 0 };
        let years = self.years.unwrap_or_default();
        let year = words.iter().find_map(|word| word.year).filter(|year| (years.0..=years.1).contains(year));
        self.year = year.unwrap_or(self.year);
        // What is typed for leads to a report, not to a year without one.
        let nearest = self.row(self.cursor.selected).filter(|row| !row.reports.contains_key(&self.year));
        let nearest = nearest.and_then(|row| row.reports.keys().copied().min_by_key(|own| (own - self.year).abs()));
        if let Some(nearest) = nearest.filter(|_| !words.is_empty() && year.is_none()) {
            self.year = nearest;
        }
    }

    fn step_year(&mut self, by: i32) {
        if let Some((first, last)) = self.years {
            self.year = (self.year + by).clamp(first, last);
        }
    }

    pub(super) fn settle(&mut self, height: u16) {
        self.cursor.step(0, self.listed.len());
        let selected = self.cursor.selected;
        self.cursor.window((selected, selected), self.listed.len(), usize::from(height.saturating_sub(1)));
    }
}

impl MatrixRow {
    fn new(place: Origin) -> Self {
        let own = places::named(&place.name.zh);
        let province = own.and_then(places::Place::province).map(|province| province.name().clone());
        let names = [Some(place.name.clone()), province];
        let mut keys = Vec::new();
        for name in names.into_iter().flatten() {
            if let Some(syllables) = spell(&name.zh) {
                keys.push(syllables.concat());
                keys.push(syllables.iter().filter_map(|syllable| syllable.chars().next()).collect());
            }
            keys.push(name.en.split_whitespace().collect::<String>());
            keys.extend([name.zh, name.en].map(DataText::into_owned));
        }
        keys.extend(place.code.map(str::to_owned));
        Self { place, reports: BTreeMap::new(), undated: Vec::new(), all: Vec::new(), keys }
    }

    fn holds(&self, report: ReportId) -> bool {
        self.reports.values().chain(&self.undated).any(|at| *at == report)
    }
}

/// One word of the line: a year, or a part of a name.
struct Word {
    year: Option<i32>,
    phrase: Phrase,
    digits: Option<String>,
}

impl Word {
    fn of(word: &str) -> Self {
        let digits = word.chars().all(|c| c.is_ascii_digit()).then(|| word.to_owned());
        let year = digits.as_ref().filter(|digits| digits.len() == 4).and_then(|digits| digits.parse().ok());
        Self { year: year.filter(|year| YEARS.contains(year)), phrase: Phrase::new(word), digits }
    }

    fn is_in(&self, row: &MatrixRow) -> bool {
        let named = || row.keys.iter().any(|key| self.phrase.is_in(key));
        match (&self.digits, self.year) {
            (_, Some(year)) => row.reports.contains_key(&year),
            // A year while it is typed, or a code.
            (Some(digits), None) => {
                let begins = |year: &i32| year.to_string().starts_with(digits.as_str());
                let code = row.place.code.is_some_and(|code| code.starts_with(digits.as_str()));
                code || row.reports.keys().any(begins)
            }
            (None, None) => named(),
        }
    }
}

impl App {
    /// The matrix of the reports, while it is open.
    pub fn matrix(&self) -> Option<&Matrix> {
        self.across.matrix.as_ref()
    }

    /// Opens the matrix at the report in view.
    pub(super) fn open_matrix(&mut self) {
        self.across.matrix = Some(Matrix::of(&self.library, self.report_in_view()));
        self.open(super::pane::Mode::Reports);
    }

    /// Brings the report under the cursor into view, in the same pane.
    pub(super) fn enter_matrix(&mut self) {
        match self.matrix().map(|matrix| (matrix.report(), matrix.counts().0)) {
            Some((Some(report), _)) => {
                let pane = self.pane;
                self.bring(report);
                self.show(pane);
            }
            Some((None, 1..)) => self.say(NONE),
            _ => {}
        }
    }

    pub(super) fn select_matrix(&mut self, place: usize) {
        if let Some(matrix) = &mut self.across.matrix {
            matrix.cursor.selected = place;
        }
    }

    /// Text for the line that narrows the places.
    pub(super) fn narrow_matrix(&mut self, text: &str) -> Result<(), Cut> {
        let Some(matrix) = &mut self.across.matrix else {
            return Ok(());
        };
        let put = matrix.input.insert(text);
        matrix.narrow();
        put
    }

    /// Takes away what narrows the places; whether there was anything.
    pub(super) fn widen_matrix(&mut self) -> bool {
        let Some(matrix) = self.across.matrix.as_mut().filter(|matrix| !matrix.input.is_empty()) else {
            return false;
        };
        matrix.input.set("");
        matrix.narrow();
        true
    }

    pub(super) fn edit_matrix(&mut self, edit: Edit) {
        if let Some(matrix) = &mut self.across.matrix {
            matrix.input.edit(edit);
            matrix.narrow();
        }
    }

    pub(super) fn travel_matrix(&mut self, action: &Action) {
        let page = self.page_of_table();
        let Some(matrix) = &mut self.across.matrix else {
            return;
        };
        let length = matrix.listed.len();
        match action {
            Action::Earlier => matrix.step_year(-1),
            Action::Later => matrix.step_year(1),
            other => {
                matrix.cursor.travel(other, length, page);
            }
        }
    }
}
