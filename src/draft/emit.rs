//! The sentences and their figures as format 1: sections, titles, ids, and the words they need.

use foldhash::{HashMap, HashMapExt as _, HashSet, HashSetExt as _};

use super::PassedOver;
use super::chars::{Chars, chars_of};
use super::figures::{Found, read_figures};
use super::outline::{Context, Outline, Part, point};
use super::passed::{Passed, Reason, unread};
use super::pledges::{Pledge, pledges};
use super::scan::Numerals;
use super::split::{Sentence, bullet, is_address};
use super::tables::TABLES;
use super::titles::{fitted, title};
use crate::report::{
    Basis, Confidence, EntryOnDisk, FigureOnDisk, IndicatorName, Role, SectionOnDisk, Tab, Unit, YearOnDisk, Years,
};
use crate::text::{Bilingual, Label};

/// What the sentences became.
pub(super) struct Emitted {
    pub(super) sections: Vec<SectionOnDisk>,
    /// The units and indicators that the figures name.
    pub(super) units: Vec<Unit>,
    pub(super) indicators: Vec<IndicatorName>,
    pub(super) passed: Vec<PassedOver>,
    pub(super) damaged: usize,
}

/// The sections of the report, in order.
pub(super) fn emit(outline: &Outline) -> Emitted {
    let mut emitter = Emitter {
        out: Emitted {
            sections: Vec::new(),
            units: Vec::new(),
            indicators: Vec::new(),
            passed: Vec::new(),
            damaged: 0,
        },
        units: HashSet::new(),
        indicators: HashSet::new(),
        counts: HashMap::new(),
        heading: None,
        open: None,
        number: 0,
        group: None,
        numerals: numerals(outline),
        estimates: false,
    };
    for (sentence, context) in outline.sentences.iter().zip(&outline.contexts) {
        emitter.sentence(sentence, context);
    }
    emitter.out.sections.retain(|section| !section.entries.is_empty());
    emitter.out
}

/// Reports that hold next to no digits write their quantities in Chinese numerals.
fn numerals(outline: &Outline) -> Numerals {
    let body = outline.sentences.iter().zip(&outline.contexts).filter(|(_, context)| context.part.is_body());
    let (mut digits, mut all) = (0, 0);
    for (sentence, _) in body {
        digits += sentence.chars().iter().filter(|c| c.is_ascii_digit()).count();
        all += sentence.chars().len();
    }
    if digits * 400 < all { Numerals::Chinese } else { Numerals::Digits }
}

/// The heading that sentences stand under.
struct Heading {
    line: String,
    name: String,
}

struct Emitter {
    out: Emitted,
    units: HashSet<String>,
    indicators: HashSet<String>,
    /// How many sections each tab has so far.
    counts: HashMap<&'static str, usize>,
    heading: Option<Heading>,
    /// The part of the section that is open under the heading.
    open: Option<Part>,
    /// The sentence under the heading.
    number: u32,
    group: Option<Bilingual>,
    numerals: Numerals,
    /// Whether the text has said that all yearly figures of the review are estimates.
    estimates: bool,
}

impl Emitter {
    fn sentence(&mut self, sentence: &Sentence, context: &Context) {
        for mark in &sentence.normal.marks {
            self.pass(sentence, mark, Reason::Footnote);
        }
        let text = sentence.chars();
        let part = context.part;
        if let Some(reason) = outside(part) {
            self.pass_all(sentence, reason);
            return;
        }
        if sentence.level.is_some() {
            let (line, name) = (heading_line(sentence), sentence.heading_name());
            let name = if name.trim().is_empty() { line.clone() } else { name };
            self.heading = Some(Heading { line, name }).filter(|heading| !heading.line.trim().is_empty());
            self.open = None;
            self.number = 0;
            self.group = None;
            self.pass_all(sentence, Reason::Heading);
            return;
        }
        if is_address(text) || !text.iter().any(|c| c.is_alphanumeric()) {
            self.pass_all(sentence, Reason::Other);
            return;
        }
        self.number += 1;
        if sentence.first && bullet(text).is_some() {
            self.group = None;
        }
        if let Some(point) = point(sentence) {
            self.group = Some(Bilingual::new(point, ""));
            self.pass_all(sentence, Reason::Other);
            return;
        }
        // 增长6%（预计数，下同）: so are the yearly figures that follow.
        self.estimates |= text.has("下同") && text.has("预计");
        let read = read_figures(text, context, self.numerals);
        for (digits, reason) in read.passed {
            self.out.damaged += usize::from(reason == Reason::Damaged);
            self.pass(sentence, &digits, reason);
        }
        let promised = if part == Part::Targets { pledges(text) } else { Vec::new() };
        if promised.is_empty() || !read.figures.is_empty() {
            self.entry(sentence, context, read.figures);
        }
        for (at, pledge) in (1..).zip(promised) {
            self.pledge(sentence, pledge, at);
        }
    }

    /// A target in words: an entry of its own, with the indicator that a number would have.
    fn pledge(&mut self, sentence: &Sentence, pledge: Pledge, at: usize) {
        self.section(Part::Targets);
        let indicator = self.know_indicator(pledge.indicator);
        let (number, group) = (self.number, self.group.clone());
        let Some(section) = self.out.sections.last_mut() else { return };
        section.entries.push(EntryOnDisk {
            id: format!("{}.{number}-{at}", section.id).into(),
            sentence: number,
            title: Bilingual::new(fitted(&pledge.name), pledge.english.to_owned()),
            note: None,
            group,
            honour: None,
            indicator: Some(indicator.into()),
            words: Some(pledge.words),
            quote: Some(sentence.text.clone().into()),
            figures: Vec::new(),
        });
    }

    fn pass(&mut self, sentence: &Sentence, digits: &str, reason: Reason) {
        self.out.passed.push(PassedOver { line: sentence.line, digits: digits.to_owned(), reason });
    }

    /// All digits of a sentence that is not read.
    fn pass_all(&mut self, sentence: &Sentence, reason: Reason) {
        let text = sentence.chars();
        for (digits, reason) in unread(text, &[], &[Passed { start: 0, end: text.len(), reason }]) {
            self.pass(sentence, &digits, reason);
        }
    }

    fn entry(&mut self, sentence: &Sentence, context: &Context, found: Vec<Found>) {
        self.section(context.part);
        let number = self.number;
        let group = self.group.clone();
        let title = title(sentence.chars(), &found);
        let english = found
            .first()
            .filter(|first| first.name.title.as_ref() == Some(&title))
            .map_or("", |first| first.english)
            .to_owned();
        let figures = found.into_iter().map(|found| self.figure(found, context, &title)).collect();
        let Some(section) = self.out.sections.last_mut() else { return };
        section.entries.push(EntryOnDisk {
            id: format!("{}.{number}", section.id).into(),
            sentence: number,
            title: Bilingual::new(title, english),
            note: None,
            group,
            honour: None,
            indicator: None,
            words: None,
            quote: Some(sentence.text.clone().into()),
            figures,
        });
    }

    /// Opens a section for `part` under the heading, unless it is open.
    fn section(&mut self, part: Part) {
        if self.open == Some(part) {
            return;
        }
        self.open = Some(part);
        let tab = tab(part);
        let count = self.counts.entry(tab.id()).or_default();
        *count += 1;
        let id = format!("{}-{count}", tab.id()).into();
        let label: Bilingual = part_label(part).into();
        let (heading, name) = match (&self.heading, part) {
            (Some(heading), Part::Problems) => (heading.line.clone().into(), label),
            (Some(heading), _) => (heading.line.clone().into(), Bilingual::new(heading.name.clone(), "")),
            (None, _) => (label.zh.clone(), label),
        };
        self.out.sections.push(SectionOnDisk { id, tab, heading, name, entries: Vec::new() });
    }

    /// A figure of the entry with this title, which it has no name beside where it has the same.
    fn figure(&mut self, found: Found, context: &Context, title: &str) -> FigureOnDisk {
        self.know_unit(&found);
        let estimate = found.role == Role::Result && (found.estimate || self.is_estimate(&found, context));
        let name = found.name.name.filter(|name| name != title);
        let tab = tab(context.part);
        let implied = context.year.map(|year| Years::One(tab.year(year)));
        FigureOnDisk {
            name: name.map(|zh| Bilingual::new(zh, found.english)),
            indicator: found.indicator.map(|indicator| self.know_indicator(indicator).into()),
            value: found.value,
            upper: found.upper,
            unit: found.unit.into(),
            unit_en: None,
            qualifier: found.qualifier,
            basis: found.basis,
            year: if implied.is_some() && found.years == implied {
                YearOnDisk::OfSection
            } else {
                YearOnDisk::Given(found.years)
            },
            role: Some(found.role).filter(|&role| role != tab.role()),
            estimate,
            confidence: found.unsure.then_some(Confidence::Check),
        }
    }

    /// Whether a figure is one of those that the text has called estimates once for all.
    fn is_estimate(&self, found: &Found, context: &Context) -> bool {
        let yearly = context.year.is_some_and(|year| found.years == Some(Years::One(year - 1)));
        self.estimates && context.part == Part::Review && yearly && matches!(found.basis, Basis::Growth | Basis::Level)
    }

    fn know_unit(&mut self, found: &Found) {
        if found.unit.is_empty() || self.units.contains(&found.unit) {
            return;
        }
        self.units.insert(found.unit.clone());
        let (power, bare) = scale_of(&found.unit);
        let chars = chars_of(bare);
        let en = TABLES.units.at_if(&chars, 0, |len, _| len == chars.len()).map_or("", |(_, unit)| unit.en);
        self.out.units.push(Unit::new(found.unit.clone(), en, power));
    }

    fn know_indicator(&mut self, indicator: IndicatorName) -> String {
        let id = indicator.id().to_owned();
        if !self.indicators.contains(&id) {
            self.indicators.insert(id.clone());
            self.out.indicators.push(indicator);
        }
        id
    }
}

/// The power of ten of a unit's scale, and the unit without it.
fn scale_of(unit: &str) -> (u32, &str) {
    let whole = |text: &str| {
        let chars = chars_of(text);
        TABLES.units.at_if(&chars, 0, |len, _| len == chars.len()).is_some()
    };
    if whole(unit) && !unit.starts_with("万人次") {
        return (0, unit);
    }
    for (word, power) in [
        ("万亿", 12),
        ("千亿", 11),
        ("百亿", 10),
        ("十亿", 9),
        ("千万", 7),
        ("百万", 6),
        ("十万", 5),
        ("亿", 8),
        ("万", 4),
        ("千", 3),
        ("百", 2),
    ] {
        if let Some(rest) = unit.strip_prefix(word) {
            return (power, rest);
        }
    }
    (0, unit)
}

/// Why nothing is read outside the body.
const fn outside(part: Part) -> Option<Reason> {
    match part {
        Part::Front => Some(Reason::Front),
        Part::Closing => Some(Reason::Closing),
        Part::Notes => Some(Reason::Notes),
        Part::Review | Part::Problems | Part::Targets | Part::Tasks => None,
    }
}

const fn tab(part: Part) -> Tab {
    match part {
        Part::Targets => Tab::Targets,
        Part::Tasks => Tab::Tasks,
        _ => Tab::Review,
    }
}

const fn part_label(part: Part) -> Label {
    match part {
        Part::Problems => Label::new("困难和问题", "Problems"),
        Part::Targets => Label::new("目标", "Targets"),
        Part::Tasks => Label::new("任务", "Tasks"),
        _ => Label::new("回顾", "Review"),
    }
}

/// The heading as it stands, without the stop of a run-in one.
fn heading_line(sentence: &Sentence) -> String {
    sentence.text.trim().trim_end_matches(['。', '：', '*']).trim_start_matches('*').to_owned()
}
