//! What one report says of one indicator: a figure or words, with its place in the source.

use crate::report::{Entry, Figure, Lexicon, Report, Role, Section, Tab, Years};
use crate::text::Bilingual;

/// What a report says of an indicator in one year or span of years.
#[derive(Clone, Debug, PartialEq)]
pub struct Point {
    /// The id of the report.
    pub report: String,
    /// The year of the report.
    pub report_year: i32,
    /// The year or years it is about.
    pub years: Years,
    /// Reached or promised.
    pub role: Role,
    /// What it is called there.
    pub name: Bilingual,
    /// The figure, or the words in its place.
    pub said: Said,
    /// The heading it stands under.
    pub heading: String,
    /// The sentence under the heading, counted from 1.
    pub sentence: u32,
    /// The sentence itself, of drafted reports.
    pub quote: Option<String>,
    /// The smaller, the better it speaks for its report.
    rank: (bool, bool),
}

/// A number, or the words where one would stand.
#[derive(Clone, Debug, PartialEq)]
pub enum Said {
    /// A figure.
    Figure(Box<Figure>),
    /// Words such as 与经济增长同步.
    Words(Bilingual),
}

impl Point {
    /// The figure; `None` for words.
    pub fn figure(&self) -> Option<&Figure> {
        match &self.said {
            Said::Figure(figure) => Some(figure),
            Said::Words(_) => None,
        }
    }

    /// The words; `None` for a figure.
    pub fn words(&self) -> Option<&Bilingual> {
        match &self.said {
            Said::Figure(_) => None,
            Said::Words(words) => Some(words),
        }
    }

    /// Whether `self` speaks for its year rather than `other`: the later report, then the targets before the
    /// other panes, then the whole place before a part of it, then what stands first.
    pub(super) fn outranks(&self, other: &Self) -> bool {
        if self.report == other.report {
            return self.rank < other.rank;
        }
        self.report_year > other.report_year
    }
}

/// What `report` says of the indicator `id`, in the order of the source.
pub(super) fn points_of((report, year): (&Report, i32), id: &str, lexicon: &Lexicon) -> Vec<Point> {
    let mut points = Vec::new();
    for section in report.sections().iter().filter(|section| section.tab() != Tab::Honours) {
        for entry in section.entries() {
            let spot = Spot { report, year, section, entry, lexicon };
            let figures = entry.figures().iter().filter(|figure| figure.indicator() == Some(id));
            points.extend(figures.filter_map(|figure| spot.figure(figure)));
            points.extend(spot.words(id));
        }
    }
    points
}

/// Where something stands, and the words that tell a part of a place.
#[derive(Clone, Copy)]
struct Spot<'a> {
    report: &'a Report,
    year: i32,
    section: &'a Section,
    entry: &'a Entry,
    lexicon: &'a Lexicon,
}

impl Spot<'_> {
    fn figure(self, figure: &Figure) -> Option<Point> {
        let years = figure.year().filter(|_| figure.role() != Role::Base)?;
        let name = figure.name_in(self.entry);
        Some(self.point((years, figure.role()), name, Said::Figure(Box::new(figure.clone()))))
    }

    fn words(self, id: &str) -> Option<Point> {
        let words = self.entry.words().filter(|_| self.entry.indicator() == Some(id))?;
        let tab = self.section.tab();
        let of = (Years::One(tab.year(self.year)), tab.role());
        Some(self.point(of, self.entry.title(), Said::Words(words.clone())))
    }

    fn point(self, (years, role): (Years, Role), name: &Bilingual, said: Said) -> Point {
        let part = [name, self.entry.title()].iter().any(|name| self.lexicon.names_a_part(&name.zh));
        Point {
            report: self.report.id().to_owned(),
            report_year: self.year,
            years,
            role,
            name: name.clone(),
            said,
            heading: self.section.heading().to_owned(),
            sentence: self.entry.sentence(),
            quote: self.entry.quote().map(str::to_owned),
            rank: (self.section.tab() != Tab::Targets, part),
        }
    }
}
