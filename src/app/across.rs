//! Views across reports: the years of one place, the places of one year, the reports themselves. How the keys
//! lead from one to the next, and from a point back to its report.

use std::cell::OnceCell;

use super::group::Item;
use super::pane::{Mode, Pane};
use super::state::App;
use super::years::YearsView;
use crate::library::{Kind, Past, Point, indicators_of, series_of_place};
use crate::report::{Pair, Report};
use crate::text::{Bilingual, Label};

const NO_PAST: Label = Label::new("只打开了一份报告，没有往年可看", "Only one report is open, and it has no past");
const ALONE: Label =
    Label::new("这个地方只有一份报告，没有历年", "There is only one report of this place: no years to show");
const NO_SERIES: Label = Label::new("这里没有历年数字", "There is no figure of other years here");

/// What the views across reports keep.
#[derive(Debug, Default)]
pub(super) struct Across {
    pub(super) past: Past,
    past_reports: OnceCell<Vec<Report>>,
    pub(super) years: Option<YearsView>,
}

impl App {
    /// Says what stands behind the reports that are open, for series only.
    pub fn set_past(&mut self, past: Past) {
        self.across.past = past;
    }

    /// The reports of the past, read when they are first asked for.
    fn past_reports(&self) -> &[Report] {
        self.across.past_reports.get_or_init(|| self.across.past.reports(self.library.lexicon()))
    }

    /// From a list or a page to the series of the figure under the cursor, from one view to the next, and back.
    pub(super) fn view(&mut self) {
        match self.mode() {
            Mode::Years => self.back(),
            _ => self.open_years(),
        }
    }

    fn open_years(&mut self) {
        let wanted = self.indicators_here();
        let Some(mut years) = self.years_of_place() else {
            let one = self.library.reports().len() < 2;
            return self.say(if one { NO_PAST } else { ALONE });
        };
        let place = wanted.iter().find_map(|id| years.place_of(id));
        // In the pane of the pairs the view is asked for, elsewhere this one series.
        if place.is_none() && self.pane != Pane::Compare {
            return self.say(NO_SERIES);
        }
        years.cursor.selected = place.unwrap_or(0);
        self.across.years = Some(years);
        self.open(Mode::Years);
    }

    /// The years of the place whose report is in view; `None` where nothing is said of one indicator twice.
    fn years_of_place(&self) -> Option<YearsView> {
        let here = self.context().report()?.place();
        let reports = self.library.reports().iter().filter(|report| report.place() == here);
        let past = self.past_reports().iter().filter(|report| report.place() == here);
        let reports: Vec<(&Report, Kind)> = past.chain(reports).map(|report| (report, Kind::Data)).collect();
        let (series, left_out) = series_of_place(&reports, self.library.lexicon());
        YearsView::of(series, left_out)
    }

    /// The indicators of what is selected, the main one first.
    fn indicators_here(&self) -> Vec<String> {
        let sides = match self.item() {
            Some(Item::Entry(entry)) => vec![entry],
            Some(Item::Pair(_)) => self.selected_pair().into_iter().flat_map(Pair::entries).collect(),
            None => Vec::new(),
        };
        let own = self.selected_pair().and_then(|pair| pair.lead()?.indicator(&self.library).map(str::to_owned));
        let entries = sides.into_iter().filter_map(|at| self.library.get(at));
        own.into_iter().chain(entries.flat_map(|view| indicators_of(view.entry())).map(str::to_owned)).collect()
    }

    /// Opens the report of a point at its sentence; of the past says where it stands.
    pub(super) fn visit(&mut self, point: &Point, indicator: &str) {
        let report = self.library.reports().iter().position(|report| report.id() == point.report);
        let entry = report.and_then(|report| {
            let there = self.library.entries_in(report);
            let mut there = there
                .filter(|view| view.section().heading() == point.heading && view.entry().sentence() == point.sentence);
            there.find(|view| indicators_of(view.entry()).any(|id| id == indicator)).map(|view| view.at())
        });
        match entry {
            Some(entry) => {
                self.modes.retain(|mode| *mode == Mode::Browse);
                self.go_to(entry);
            }
            None => self.notice = Some(source_notice(point).get(self.lang).to_owned().into()),
        }
    }

    /// What Enter does in a view across reports.
    pub(super) fn enter_view(&mut self) {
        let point =
            self.years().and_then(|years| Some((years.point()?.clone(), years.row()?.series.indicator.clone())));
        if let Some((point, indicator)) = point {
            self.visit(&point, &indicator);
        }
    }

    /// Brings what is selected in a view into sight.
    pub(super) fn settle_views(&mut self) {
        let Some(regions) = self.regions() else {
            return;
        };
        if self.ground() == Mode::Years
            && let Some(years) = &mut self.across.years
        {
            years.settle(regions.list);
        }
    }
}

/// Heading and sentence of what no open report holds.
fn source_notice(point: &Point) -> Bilingual {
    let (year, heading, sentence) = (point.report_year, &point.heading, point.sentence);
    Bilingual::new(
        format!("内置往年数据，没有全文：{year} 年报告第 {sentence} 句 · {heading}"),
        format!("Built-in past, no full text: report of {year}, sentence {sentence} under {heading}"),
    )
}
