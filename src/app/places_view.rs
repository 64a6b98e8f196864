//! The places of one year: one indicator, ranked on one scale, and those that say nothing of it below.

use std::cmp::Ordering;
use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

use ratatui::layout::Rect;

use super::action::Action;
use super::columns::PlacesTable;
use super::cursor::Cursor;
use super::memo::Memo;
use super::state::App;
use crate::library::{Head, Library, Point, Series};
use crate::report::places::Origin;
use crate::report::{Basis, Role, Years};
use crate::text::Lang;

/// In which order the places stand.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum PlaceOrder {
    /// The highest value first.
    #[default]
    Value,
    /// By code, then by name.
    Place,
}

/// Which figures are ranked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PlacesAsked {
    /// The year that they are about.
    pub year: i32,
    /// Promised or reached.
    pub role: Role,
}

/// What one place says.
#[derive(Clone, Debug)]
pub struct PlaceRow {
    /// The place.
    pub place: Origin,
    /// What it says.
    pub point: Point,
    /// Whether it stands on the scale that all share.
    pub on_scale: bool,
}

/// The rows over the places: what is ranked, and the scale where there is room for a row of its own.
pub(crate) const fn head_rows(list: Rect) -> u16 {
    if list.height >= 12 && list.width >= 60 { 2 } else { 1 }
}

/// One indicator of one year over all places.
#[derive(Debug)]
pub struct PlacesView {
    /// The indicators that two or more places speak of, those of most places first.
    indicators: Vec<String>,
    /// The series of the indicator that is ranked, in the order of the places.
    series: Vec<Series>,
    /// The id of that indicator.
    pub indicator: String,
    /// The year and the side.
    pub asked: PlacesAsked,
    /// The order of the rows.
    pub order: PlaceOrder,
    /// The places that say something: numbers, numbers in another unit, words.
    pub rows: Vec<PlaceRow>,
    /// The places whose report of that year says nothing of it.
    pub silent: Vec<Origin>,
    /// The selection, and the first row in sight.
    pub cursor: Cursor,
    table: Memo<(Lang, bool, u16), PlacesTable>,
}

impl PlacesView {
    /// The view of the first of `wanted` that two places speak of, else of the indicator of most places; `None`
    /// where there is none.
    pub(super) fn of(library: &Library, wanted: &[String], asked: PlacesAsked) -> Option<Self> {
        let indicators = library.shared_indicators();
        let known = wanted.iter().find(|id| indicators.contains(id));
        let indicator = known.or(indicators.first())?.clone();
        let mut view = Self {
            indicators,
            series: Vec::new(),
            indicator,
            asked,
            order: PlaceOrder::default(),
            rows: Vec::new(),
            silent: Vec::new(),
            cursor: Cursor::default(),
            table: Memo::default(),
        };
        view.gather(library);
        Some(view)
    }

    /// Whether the indicator is one that is ranked here.
    pub(super) fn ranks(&self, indicators: &[String]) -> bool {
        indicators.contains(&self.indicator)
    }

    /// Gathers what all reports say of the indicator, and goes to a year that has some of it.
    fn gather(&mut self, library: &Library) {
        self.series = library.series(&self.indicator);
        if !self.offers().iter().any(|(asked, _)| *asked == self.asked) {
            let fullest = self.offers().into_iter().max_by_key(|(asked, count)| (*count, asked.year));
            self.asked = fullest.map_or(self.asked, |(asked, _)| asked);
        }
        self.rank(library);
    }

    /// Takes in what a library that has grown says besides.
    pub(super) fn grow(&mut self, library: &Library) {
        self.indicators = library.shared_indicators();
        self.gather(library);
    }

    /// The years and sides that some place speaks of, with the number of places.
    fn offers(&self) -> Vec<(PlacesAsked, usize)> {
        let mut offers: BTreeMap<(i32, bool), usize> = BTreeMap::new();
        for year in self.series.iter().flat_map(|series| &series.years) {
            if let Years::One(own) = year.years {
                let sides = [(&year.result, false), (&year.target, true)];
                for (_, promised) in sides.into_iter().filter(|(point, _)| point.is_some()) {
                    *offers.entry((own, promised)).or_default() += 1;
                }
            }
        }
        let asked = |(year, promised): (i32, bool)| PlacesAsked {
            year,
            role: if promised { Role::Target } else { Role::Result },
        };
        offers.into_iter().map(|(key, count)| (asked(key), count)).collect()
    }

    /// Ranks what is asked for.
    fn rank(&mut self, library: &Library) {
        let stood = self.row().map(|row| row.place.clone());
        let said = self.series.iter().filter_map(|series| Some((series, point_of(series, self.asked)?)));
        let said: Vec<(&Series, &Point)> = said.collect();
        let scale = main_scale(&said);
        let mut rows: Vec<PlaceRow> = said
            .into_iter()
            .map(|(series, point)| PlaceRow {
                place: series.place.clone(),
                on_scale: scale_of(series, point).is_some_and(|own| Some(own) == scale),
                point: point.clone(),
            })
            .collect();
        rows.sort_by(|a, b| group(a).cmp(&group(b)).then(self.order.compare(a, b)));
        self.silent = silent(library, self.asked, &rows);
        let place = stood.and_then(|stood| rows.iter().position(|row| row.place == stood));
        self.cursor = Cursor { selected: place.unwrap_or(0), top: 0 };
        self.rows = rows;
        self.table = Memo::default();
    }

    /// The place under the cursor.
    pub fn row(&self) -> Option<&PlaceRow> {
        self.rows.get(self.cursor.selected)
    }

    /// What each row says, as a series of this one year and side.
    pub(super) fn shown(&self) -> Vec<Series> {
        let of = |row: &PlaceRow| {
            let series = self.series.iter().find(|series| {
                series.place == row.place && point_of(series, self.asked).is_some_and(|point| *point == row.point)
            })?;
            Some(series.clone().only(self.asked.role).within((self.asked.year, self.asked.year)))
        };
        self.rows.iter().filter_map(of).collect()
    }

    /// Brings the selection into sight; behind the last row `silent` lines name the places without a word of it.
    pub(super) fn settle(&mut self, list: Rect, silent: usize) {
        self.cursor.step(0, self.rows.len());
        let selected = self.cursor.selected;
        let behind = if selected + 1 == self.rows.len() { silent } else { 0 };
        let height = usize::from(list.height.saturating_sub(head_rows(list)));
        self.cursor.window((selected, selected + behind), self.rows.len() + silent, height);
    }

    fn step_year(&mut self, by: isize, library: &Library) {
        let offers = self.offers().into_iter().map(|(asked, _)| asked);
        let years: BTreeSet<i32> =
            offers.filter(|asked| asked.role == self.asked.role).map(|asked| asked.year).collect();
        let next =
            if by < 0 { years.range(..self.asked.year).next_back() } else { years.range(self.asked.year + 1..).next() };
        if let Some(year) = next {
            self.asked.year = *year;
            self.rank(library);
        }
    }

    fn step_indicator(&mut self, by: usize, library: &Library) {
        let here = self.indicators.iter().position(|id| *id == self.indicator).unwrap_or(0);
        if let Some(next) = self.indicators.iter().cycle().nth(here + by % self.indicators.len().max(1)) {
            self.indicator = next.clone();
            self.gather(library);
        }
    }

    /// The other side, promised or reached, in the year of it that is nearest.
    fn turn_side(&mut self, library: &Library) {
        let role = if self.asked.role == Role::Target { Role::Result } else { Role::Target };
        let years = self.offers().into_iter().filter(|(asked, _)| asked.role == role);
        if let Some((asked, _)) = years.min_by_key(|(asked, _)| (asked.year - self.asked.year).abs()) {
            self.asked = asked;
            self.rank(library);
        }
    }
}

impl PlaceOrder {
    fn compare(self, a: &PlaceRow, b: &PlaceRow) -> Ordering {
        let by_place = || key(&a.place).cmp(&key(&b.place));
        match self {
            Self::Place => by_place(),
            Self::Value => value(b).total_cmp(&value(a)).then_with(by_place),
        }
    }
}

/// Numbers on the scale, numbers off it, words.
fn group(row: &PlaceRow) -> u8 {
    match (row.on_scale, row.point.figure()) {
        (true, _) => 0,
        (false, Some(_)) => 1,
        (false, None) => 2,
    }
}

/// What a place is ranked by: the middle of its range, or its number.
fn value(row: &PlaceRow) -> f64 {
    row.point.figure().map_or(0.0, |figure| f64::midpoint(figure.value(), figure.upper().unwrap_or(figure.value())))
}

/// By code, what has none behind, then by name.
fn key(place: &Origin) -> (bool, &str, &str) {
    (place.code.is_none(), place.code.unwrap_or_default(), &place.name.zh)
}

fn point_of(series: &Series, asked: PlacesAsked) -> Option<&Point> {
    let year = series.years.iter().find(|year| year.years == Years::One(asked.year))?;
    if asked.role == Role::Target { year.target.as_ref() } else { year.result.as_ref() }
}

/// Unit and basis: what figures of one scale share.
fn scale_of<'a>(series: &Series, point: &'a Point) -> Option<(&'a str, Basis)> {
    point.figure().map(|figure| (figure.unit(), series.basis))
}

/// The scale that most places have.
fn main_scale<'a>(said: &[(&Series, &'a Point)]) -> Option<(&'a str, Basis)> {
    let mut counts: Vec<((&str, Basis), usize)> = Vec::new();
    for scale in said.iter().filter_map(|(series, point)| scale_of(series, point)) {
        match counts.iter_mut().find(|(known, _)| *known == scale) {
            Some((_, count)) => *count += 1,
            None => counts.push((scale, 1)),
        }
    }
    // The first of those that most places have.
    counts.into_iter().rev().max_by_key(|(_, count)| *count).map(|(scale, _)| scale)
}

/// The places whose report could have said it and does not.
fn silent(library: &Library, asked: PlacesAsked, rows: &[PlaceRow]) -> Vec<Origin> {
    let due = if asked.role == Role::Target { asked.year } else { asked.year + 1 };
    let said: BTreeSet<&str> = rows.iter().map(|row| &*row.place.name.zh).collect();
    let heads = library.heads().map(|(_, head)| head).filter(|head| head.year == Some(due));
    let silent = heads.map(Head::origin).filter(|place| !said.contains(&*place.name.zh));
    let mut silent: Vec<Origin> = silent.collect();
    silent.sort_by(|a, b| key(a).cmp(&key(b)));
    silent.dedup();
    silent
}

impl App {
    /// The places of a year, while they are open.
    pub fn places(&self) -> Option<&PlacesView> {
        self.across.places.as_ref()
    }

    /// What the list of the places shows in a region of this width, made anew only where that has changed.
    pub(crate) fn places_table(&self, width: u16) -> Option<Rc<PlacesTable>> {
        let places = self.places()?;
        let key = (self.lang, self.looks.ascii, width);
        Some(places.table.get(key, || PlacesTable::of(&self.context(), places, width)))
    }

    pub(super) fn select_place(&mut self, place: usize) {
        if let Some(places) = &mut self.across.places {
            places.cursor.selected = place;
        }
    }

    pub(super) fn travel_places(&mut self, action: &Action) {
        let page = self.page_of_table();
        let Some(places) = &mut self.across.places else {
            return;
        };
        let length = places.rows.len();
        if !places.cursor.travel(action, length, page) {
            self.turn_places(action);
        }
    }

    /// Changes what is ranked, and in which order.
    pub(super) fn turn_places(&mut self, action: &Action) {
        let (Some(places), library) = (&mut self.across.places, &self.library) else {
            return;
        };
        match action {
            Action::Filter => places.turn_side(library),
            Action::Sort => {
                places.order = if places.order == PlaceOrder::Value { PlaceOrder::Place } else { PlaceOrder::Value };
                places.rank(library);
            }
            Action::Earlier => places.step_year(-1, library),
            Action::Later => places.step_year(1, library),
            Action::NextIndicator => places.step_indicator(1, library),
            Action::PreviousIndicator => places.step_indicator(places.indicators.len().saturating_sub(1), library),
            _ => {}
        }
    }
}
