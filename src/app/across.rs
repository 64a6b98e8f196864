//! Views across reports: the years of one place, the places of one year, the reports themselves. How the keys
//! lead from one to the next, and from a point back to its report.

use std::cell::RefCell;
use std::collections::BTreeSet;

use super::group::Item;
use super::matrix::Matrix;
use super::notice::Notice;
use super::pane::{Mode, Pane};
use super::places_view::{PlacesAsked, PlacesView};
use super::state::App;
use super::years::YearsView;
use crate::library::{Head, Pair, Past, PastReports, Point, indicators_of};
use crate::report::{Lexicon, Role, Years};
use crate::text::{Label, Lang};

const NO_PAST: Label = Label::new("只打开了一份报告，没有往年可看", "One report is open, and it has no past");
const ALONE: Label = Label::new("这个地方只有一份报告，没有历年", "One report of this place: no years");
const NO_SERIES: Label = Label::new("这里没有历年数字", "No figure of other years here");

/// What the views across reports keep.
#[derive(Debug, Default)]
pub(super) struct Across {
    pub(super) past: Past,
    /// Whether a thread reads it.
    past_asked: bool,
    pub(super) years: Option<YearsView>,
    pub(super) places: Option<PlacesView>,
    pub(super) matrix: Option<Matrix>,
    /// Whether the search lists only hits of the report in view.
    pub(super) only_in_view: bool,
    counted: RefCell<Option<Counted>>,
}

/// Reads the past.
#[derive(Debug)]
pub struct PastTask {
    lexicon: Lexicon,
}

impl PastTask {
    /// Does it.
    pub fn run(self) -> PastReports {
        PastReports::read(self.lexicon)
    }
}

/// How many places have hits, and what that was counted for: query, hits, reports.
type Counted = ((String, usize, usize), (usize, usize));

impl App {
    /// Says what stands behind the reports that are open, for series only.
    pub fn set_past(&mut self, past: Past) {
        self.across.past = past;
    }

    /// The reading of the past, where that still has to be done; for a thread, so that no frame waits for it.
    pub fn past_task(&mut self) -> Option<PastTask> {
        let wanted = self.across.past == Past::BuiltIn && !self.library.has_past() && !self.across.past_asked;
        self.across.past_asked |= wanted;
        wanted.then(|| PastTask { lexicon: self.library.lexicon().clone() })
    }

    /// Puts the past behind the series.
    pub fn take_past(&mut self, past: PastReports) {
        self.put_behind(past);
        self.grow_views();
        self.settle();
    }

    fn put_behind(&mut self, past: PastReports) {
        if let Some(shown) = &mut self.shown {
            shown.take_past(past.clone());
        }
        self.library.take_past(past);
        self.learn_history(0);
    }

    /// The years of the lines beside the targets; `None` where there are none and none may come.
    pub(super) fn years_beside(&self) -> Option<(i32, i32)> {
        let to_come = self.across.past == Past::BuiltIn || self.is_reading();
        self.context().past_years().filter(|_| to_come || self.in_view.history.has_line())
    }

    /// From a list or a page to the series of the figure under the cursor, from one view to the next, and back;
    /// a view that would be empty is passed over.
    pub(super) fn view(&mut self) {
        match self.mode() {
            Mode::Years => {
                let indicator = self.years().and_then(YearsView::row).map(|row| row.series.indicator.clone());
                let places = self.places_of(&Vec::from_iter(indicator), self.asked_here());
                self.back();
                if let Some(places) = places {
                    self.show_places(places);
                }
            }
            Mode::Places => self.close(),
            _ => self.open_view(),
        }
    }

    fn open_view(&mut self) {
        let wanted = self.indicators_here();
        let years = self.years_of_place();
        let place = years.as_ref().and_then(|years| wanted.iter().find_map(|id| years.place_of(id)));
        // In the pane of the pairs the view is asked for, elsewhere this one series.
        let any = self.pane == Pane::Compare;
        let no_years = years.is_none();
        if let Some(mut years) = years.filter(|_| any || place.is_some()) {
            years.cursor.selected = place.unwrap_or(0);
            self.across.years = Some(years);
            return self.open(Mode::Years);
        }
        let places = self.places_of(&wanted, self.asked_here());
        if let Some(places) = places.filter(|places| any || places.ranks(&wanted)) {
            return self.show_places(places);
        }
        self.say(match (self.library.count(), no_years) {
            (0 | 1, true) => NO_PAST,
            (_, true) if any => ALONE,
            _ => NO_SERIES,
        });
    }

    fn show_places(&mut self, places: PlacesView) {
        self.across.places = Some(places);
        self.open(Mode::Places);
    }

    /// The places that speak of one of the indicators; `None` where no two places share any.
    fn places_of(&self, wanted: &[String], asked: Option<PlacesAsked>) -> Option<PlacesView> {
        PlacesView::of(&self.library, wanted, asked?)
    }

    /// The year and the side of what is under the cursor.
    fn asked_here(&self) -> Option<PlacesAsked> {
        let point = self.years().filter(|_| self.mode() == Mode::Years).and_then(YearsView::point);
        if let Some((Years::One(year), role)) = point.map(|point| (point.years, point.role)) {
            return Some(PlacesAsked { year, role });
        }
        let year = self.context().year()?;
        let role = self.selected().map_or(Role::Target, |view| view.tab().role());
        Some(PlacesAsked { year: if role == Role::Target { year } else { year - 1 }, role })
    }

    /// The years of the place whose report is in view; `None` where nothing is said of one indicator twice.
    fn years_of_place(&mut self) -> Option<YearsView> {
        if self.across.past == Past::BuiltIn && !self.library.has_past() {
            // Asked for before the thread has read it.
            self.put_behind(PastReports::read(self.library.lexicon().clone()));
        }
        let here = &self.library.head(self.in_view.report)?.place;
        let (series, left_out) = self.library.series_of_place(here);
        YearsView::of(series, left_out)
    }

    /// The indicators of what is selected, the main one first.
    fn indicators_here(&self) -> Vec<String> {
        let sides = match self.item() {
            Some(Item::Entry(entry)) => vec![entry],
            Some(Item::Pair(_)) => self.selected_pair().into_iter().flat_map(Pair::entries).collect(),
            // A line of the opening page that counts several has none of its own.
            _ => Vec::new(),
        };
        let own = self.selected_pair().and_then(|pair| pair.lead()?.indicator(&self.library).map(str::to_owned));
        let entries = sides.into_iter().filter_map(|at| self.library.get(at));
        own.into_iter().chain(entries.flat_map(|view| indicators_of(view.entry())).map(str::to_owned)).collect()
    }

    /// Opens the report of a point at its sentence; of the past says where it stands.
    pub(super) fn visit(&mut self, point: &Point) {
        match point.at {
            Some(entry) => {
                self.modes.retain(|mode| *mode == Mode::Browse);
                self.go_to(entry);
            }
            None => self.notice = Some(source_notice(point, self.lang)),
        }
    }

    /// What Enter does in a view across reports.
    pub(super) fn enter_view(&mut self) {
        let point = match self.mode() {
            Mode::Places => self.places().and_then(PlacesView::row).map(|row| &row.point),
            _ => self.years().and_then(YearsView::point),
        };
        if let Some(point) = point.cloned() {
            self.visit(&point);
        }
    }

    /// Whether the search lists only hits of the report in view.
    pub fn searches_one_report(&self) -> bool {
        self.across.only_in_view
    }

    /// How many places have hits, of how many there are; `None` where only one is open.
    pub fn places_found(&self) -> Option<(usize, usize)> {
        let key = (self.live.query().to_owned(), self.live.len(), self.library.count());
        let mut counted = self.across.counted.borrow_mut();
        let known = counted.as_ref().filter(|(known, _)| *known == key).map(|(_, counts)| *counts);
        let counts = known.unwrap_or_else(|| {
            let place = |head: &Head| head.place.zh.to_string();
            let all: BTreeSet<String> = self.library.heads().map(|(_, head)| place(head)).collect();
            let heads = self.live.reports().into_iter().filter_map(|report| self.library.head(report));
            (heads.map(place).collect::<BTreeSet<String>>().len(), all.len())
        });
        *counted = Some((key, counts));
        Some(counts).filter(|(_, all)| *all > 1)
    }

    /// Takes reports that have come into the views that are open.
    pub(super) fn grow_views(&mut self) {
        if self.modes.contains(&Mode::Reports) {
            self.across.matrix = self.across.matrix.take().map(|matrix| matrix.grown(&self.library));
        }
        if let Some(places) = self.across.places.as_mut().filter(|_| self.modes.contains(&Mode::Places)) {
            places.grow(&self.library);
        }
        if self.modes.contains(&Mode::Years)
            && let Some(mut grown) = self.years_of_place()
        {
            if let Some(years) = &self.across.years {
                grown.follow(years);
            }
            self.across.years = Some(grown);
        }
    }

    /// Brings what is selected in a view into sight.
    pub(super) fn settle_views(&mut self) {
        let Some(regions) = self.regions() else {
            return;
        };
        let silent = self.places_table(regions.list.width).map_or(0, |table| table.silent.len());
        let years_table = self.years_table(regions.list.width);
        match (self.ground(), &mut self.across) {
            (Mode::Years, Across { years: Some(years), .. }) => {
                if let Some(table) = years_table {
                    years.settle(regions.list, &table);
                }
            }
            (Mode::Places, Across { places: Some(places), .. }) => places.settle(regions.list, silent),
            (Mode::Reports, Across { matrix: Some(matrix), .. }) => matrix.settle(regions.list.height),
            _ => {}
        }
    }
}

/// Heading and sentence of what no open report holds.
fn source_notice(point: &Point, lang: Lang) -> Notice {
    let (year, heading, sentence) = (point.report_year, &point.heading, point.sentence);
    let (news, longer) = match lang {
        Lang::Zh => (
            format!("内置往年数据：{year} 年报告第 {sentence} 句"),
            format!("内置往年数据，没有全文：{year} 年报告第 {sentence} 句 · {heading}"),
        ),
        Lang::En => (
            format!("Built in: {year} report, sentence {sentence}"),
            format!("Built-in past, no full text: report of {year}, sentence {sentence} under {heading}"),
        ),
    };
    Notice { longer: Some(longer), ..news.into() }
}
