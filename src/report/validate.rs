//! The rules of format 1 that a type cannot state: ids, units, ranges, both languages.

use foldhash::{HashSet, HashSetExt as _};

use super::fault::{At, Fault};
use super::figure::Figure;
use super::kinds::{Basis, Role, Tab, Years};
use super::lexicon::Lexicon;
use super::model::{Entry, Report, Section};
use super::path::{Path, ROOT};
use super::shape::YEARS;
use crate::text::{Bilingual, Label};

/// The highest power of ten in a unit: digits are written out, and no unit counts in more.
const POWER: u32 = 24;

/// From 2 to the power of 53 on a number of the program stands for several whole numbers.
const EXACT: f64 = 9_007_199_254_740_992.0;

/// All faults of `report`, in the order of its file; the words it may use are in one of `lexicons`.
pub(super) fn validate<'a>(report: &'a Report, lexicons: &[&'a Lexicon], place: &'a At<'a>) -> Vec<Fault> {
    let mut check = Check::new(lexicons, place);
    // What was drafted from a text brings its sentences; its names have no English.
    let mut entries = report.sections.iter().flat_map(|section| &section.entries).peekable();
    check.english = entries.peek().is_some() && entries.all(|entry| entry.quote.is_none());
    check.id(ROOT.field("id"), &report.id);
    check.both(ROOT.field("place"), &report.place);
    check.both(ROOT.field("title"), &report.title);
    if let Some(year) = report.year {
        check.year(ROOT.field("year"), year);
    }
    for (at, section) in report.sections.iter().enumerate() {
        check.section(ROOT.at("sections", at), section);
    }
    check.comparisons(report);
    check.faults
}

/// All faults of `lexicon`.
pub(super) fn validate_lexicon<'a>(lexicon: &'a Lexicon, place: &'a At<'a>) -> Vec<Fault> {
    let mut check = Check::new(&[lexicon], place);
    for (at, unit) in lexicon.units.iter().enumerate() {
        let path = ROOT.at("units", at);
        check.filled(path.field("zh"), &unit.zh);
        check.unique(path.field("zh"), ("unit", &unit.zh));
        if unit.power > POWER {
            check.push(
                path.field("power"),
                Bilingual::new(
                    format!("10 的 {} 次方超出范围", unit.power),
                    format!("the power {} is out of range", unit.power),
                ),
                Label::new("4 为万，8 为亿，最多 24", "4 is 万 and 8 is 亿, at most 24"),
            );
        }
    }
    for (at, indicator) in lexicon.indicators.iter().enumerate() {
        let path = ROOT.at("indicators", at);
        check.id(path.field("id"), &indicator.id);
        check.unique(path.field("id"), ("indicator", &indicator.id));
        check.filled(path.field("zh"), &indicator.zh);
        check.filled(path.field("en"), &indicator.en);
        check.words(path.field("synonyms"), &indicator.synonyms);
    }
    for (at, term) in lexicon.terms.iter().enumerate() {
        let path = ROOT.at("terms", at);
        check.filled(path.field("zh"), &term.zh);
        check.unique(path.field("zh"), ("term", &term.zh));
        check.filled(path.field("en"), &term.en);
        if let Some(note) = &term.note {
            check.both(path.field("note"), note);
        }
        check.words(path.field("synonyms"), &term.synonyms);
    }
    for (at, group) in lexicon.words.iter().enumerate() {
        let path = ROOT.at("words", at);
        check.words(path, group);
        if group.len() < 2 {
            check.push(
                path,
                Label::new("这一组不到两个词", "the group has fewer than two words").into(),
                Label::new("请写上可以互相找到的词", "write the words that lead to each other"),
            );
        }
    }
    check.faults
}

struct Check<'a> {
    place: &'a At<'a>,
    faults: Vec<Fault>,
    /// What has been named so far: kind and id.
    ids: HashSet<(&'static str, &'a str)>,
    units: HashSet<&'a str>,
    indicators: HashSet<&'a str>,
    /// Whether every text must be there in English too.
    english: bool,
}

impl<'a> Check<'a> {
    fn new(lexicons: &[&'a Lexicon], place: &'a At<'a>) -> Self {
        let units = lexicons.iter().flat_map(|lexicon| lexicon.units());
        let indicators = lexicons.iter().flat_map(|lexicon| lexicon.indicators());
        Self {
            place,
            faults: Vec::new(),
            ids: HashSet::new(),
            units: units.map(|unit| unit.zh.as_str()).collect(),
            indicators: indicators.map(|indicator| indicator.id.as_str()).collect(),
            english: true,
        }
    }

    fn push(&mut self, path: Path<'_>, what: Bilingual, mend: Label) {
        self.faults.push(self.place.fault(&path.to_string(), what, mend));
    }

    fn section(&mut self, path: Path<'_>, section: &'a Section) {
        self.id(path.field("id"), &section.id);
        self.unique(path.field("id"), ("section", &section.id));
        self.filled(path.field("heading"), &section.heading);
        self.both(path.field("name"), &section.name);
        for (at, entry) in section.entries.iter().enumerate() {
            self.entry(path.at("entries", at), section.tab, entry);
        }
    }

    fn entry(&mut self, path: Path<'_>, tab: Tab, entry: &'a Entry) {
        let around = std::mem::replace(&mut self.english, entry.quote.is_none());
        self.entry_itself(path, tab, entry);
        self.english = around;
    }

    fn entry_itself(&mut self, path: Path<'_>, tab: Tab, entry: &'a Entry) {
        self.id(path.field("id"), &entry.id);
        self.unique(path.field("id"), ("entry", &entry.id));
        if entry.sentence == 0 {
            self.push(
                path.field("sentence"),
                Label::new("句次不能是 0", "sentence 0 does not exist").into(),
                Label::new("句子从 1 数起", "sentences count from 1"),
            );
        }
        self.both(path.field("title"), &entry.title);
        for (name, text) in [("note", &entry.note), ("group", &entry.group), ("words", &entry.words)] {
            if let Some(text) = text {
                self.both(path.field(name), text);
            }
        }
        if let Some(recipient) = entry.honour.as_ref().and_then(|honour| honour.recipient.as_ref()) {
            self.both(path.field("honour.recipient"), recipient);
        }
        if entry.honour.is_some() && tab != Tab::Honours {
            self.push(
                path.field("honour"),
                Label::new("荣誉只能在荣誉板块", "an honour stands outside the honours").into(),
                Label::new("请把它移到 tab 为 honours 的板块", "move it to a section whose tab is honours"),
            );
        }
        self.known_indicator(path.field("indicator"), entry.indicator.as_deref());
        if entry.indicator.is_some() && entry.words.is_none() {
            self.push(
                path.field("words"),
                Label::new("有指标而无文字表述", "an indicator without words").into(),
                Label::new("请补上 words，或把指标写到数字里", "add words, or give the indicator to a figure"),
            );
        }
        for (at, figure) in entry.figures.iter().enumerate() {
            self.figure(path.at("figures", at), figure);
        }
    }

    fn figure(&mut self, path: Path<'_>, figure: &Figure) {
        if let Some(name) = &figure.name {
            self.both(path.field("name"), name);
        }
        self.known_indicator(path.field("indicator"), figure.indicator.as_deref());
        if !figure.unit.is_empty() && !self.units.contains(&*figure.unit) {
            self.push(
                path.field("unit"),
                Bilingual::new(
                    format!("不认识单位“{}”", figure.unit),
                    format!("the unit \"{}\" is not known", figure.unit),
                ),
                Label::new("请改正，或在报告的 lexicon 里加上它", "correct it, or add it to the report's lexicon"),
            );
        }
        if !fits_basis(figure) {
            self.push(
                path.field("unit"),
                Bilingual::new(
                    format!("单位“{}”与类型 {} 不合", figure.unit, figure.basis.id()),
                    format!("the unit \"{}\" does not go with basis {}", figure.unit, figure.basis.id()),
                ),
                Label::new("请改正其中之一", "correct one of the two"),
            );
        }
        let numbers = [("value", Some(figure.value)), ("upper", figure.upper)];
        let inexact =
            numbers.into_iter().find_map(|(name, number)| Some((name, number.filter(|&at| at.abs() >= EXACT)?)));
        if let Some((name, number)) = inexact {
            self.push(
                path.field(name),
                Bilingual::new(
                    format!("数值 {number:e} 太大，存不准"),
                    format!("the value {number:e} is too large to be kept exactly"),
                ),
                Label::new("请换大一些的单位，例如万、亿", "use a larger unit, such as 万 or 亿"),
            );
        } else if !in_range(figure) {
            self.push(
                path.field("value"),
                Bilingual::new(
                    format!("数值 {} 超出范围", figure.value),
                    format!("the value {} is out of range", figure.value),
                ),
                Label::new("除增减之外不能是负数，名次从 1 起", "only changes may be negative, and ranks begin at 1"),
            );
        }
        if figure.upper.is_some_and(|upper| upper <= figure.value) {
            self.push(
                path.field("upper"),
                Label::new("上限不大于下限", "the upper end is not above the lower").into(),
                Label::new("请改正区间", "correct the range"),
            );
        }
        match figure.year {
            Some(Years::One(year)) => self.year(path.field("year"), year),
            Some(Years::Span(first, last)) => {
                self.year(path.field("year"), first);
                self.year(path.field("year"), last);
            }
            None => {}
        }
    }

    fn comparisons(&mut self, report: &Report) {
        for (at, comparison) in report.comparisons.iter().enumerate() {
            let path = ROOT.at("comparisons", at);
            self.both(path.field("name"), &comparison.name);
            self.both(path.field("why"), &comparison.why);
            for (name, id, role) in
                [("result", &comparison.result, Role::Result), ("target", &comparison.target, Role::Target)]
            {
                if !has_indicator(report, id, role) {
                    self.push(
                        path.field(name),
                        Bilingual::new(
                            format!("报告里没有指标“{id}”的数字"),
                            format!("the report has no figure of the indicator \"{id}\""),
                        ),
                        Label::new("请写报告里有的指标", "name an indicator that the report holds"),
                    );
                }
            }
            if comparison.scope == super::kinds::Scope::Same || comparison.result == comparison.target {
                self.push(
                    path.field("scope"),
                    Label::new("口径相同的指标自动成对", "figures of the same scope join by themselves").into(),
                    Label::new(
                        "请给它们同一个指标编号，并删去这一条",
                        "give both the same indicator and remove this line",
                    ),
                );
            }
        }
    }

    fn words(&mut self, path: Path<'_>, words: &[String]) {
        for word in words {
            self.filled(path, word);
        }
    }

    fn known_indicator(&mut self, path: Path<'_>, id: Option<&str>) {
        if let Some(id) = id.filter(|id| !self.indicators.contains(id)) {
            self.push(
                path,
                Bilingual::new(format!("不认识指标“{id}”"), format!("the indicator \"{id}\" is not known")),
                Label::new("请改正，或在报告的 lexicon 里加上它", "correct it, or add it to the report's lexicon"),
            );
        }
    }

    /// `id` names one thing of its kind only.
    fn unique(&mut self, path: Path<'_>, (kind, id): (&'static str, &'a str)) {
        if !self.ids.insert((kind, id)) {
            self.twice(path, id);
        }
    }

    fn twice(&mut self, path: Path<'_>, id: &str) {
        self.push(
            path,
            Bilingual::new(format!("编号“{id}”重复"), format!("the id \"{id}\" is used twice")),
            Label::new("请换一个编号", "choose another id"),
        );
    }

    fn id(&mut self, path: Path<'_>, id: &str) {
        if id.is_empty() || id.contains(|c: char| c.is_whitespace() || matches!(c, '/' | ',')) {
            self.push(
                path,
                Bilingual::new(format!("编号“{id}”不能用"), format!("the id \"{id}\" cannot be used")),
                Label::new(
                    "编号不能为空，也不能含空格、逗号和斜线",
                    "an id is not empty and has no space, comma or slash",
                ),
            );
        }
    }

    fn both(&mut self, path: Path<'_>, text: &Bilingual) {
        self.filled(path.field("zh"), &text.zh);
        if self.english {
            self.filled(path.field("en"), &text.en);
        }
    }

    fn filled(&mut self, path: Path<'_>, text: &str) {
        if text.trim().is_empty() {
            self.push(
                path,
                Label::new("文字是空的", "the text is empty").into(),
                Label::new("中文和英文都要写", "write it in both languages"),
            );
        }
    }

    fn year(&mut self, path: Path<'_>, year: i32) {
        if !YEARS.contains(&year) {
            self.push(
                path,
                Bilingual::new(format!("年份 {year} 超出范围"), format!("the year {year} is out of range")),
                Label::new("应在 1949 与 2100 之间", "it lies between 1949 and 2100"),
            );
        }
    }
}

/// Whether the unit is one that a quantity of this kind can have.
fn fits_basis(figure: &Figure) -> bool {
    let unit = &*figure.unit;
    match figure.basis {
        Basis::Growth => matches!(unit, "%" | "‰"),
        // The parts of a ratio (13.3∶31.6∶55.1) are shares without a unit.
        Basis::Share => matches!(unit, "%" | "‰" | ""),
        Basis::Points => matches!(unit, "个百分点" | "百分点" | "个千分点"),
        Basis::Multiple => unit == "倍",
        Basis::Level | Basis::Count | Basis::Rank | Basis::Duration => unit != "%" && unit != "个百分点",
    }
}

/// Whether the value is one that a quantity of this kind can have.
fn in_range(figure: &Figure) -> bool {
    let value = figure.value;
    value.is_finite()
        && match figure.basis {
            Basis::Growth | Basis::Points => true,
            Basis::Rank => value >= 1.0,
            Basis::Level | Basis::Count | Basis::Multiple | Basis::Share | Basis::Duration => value >= 0.0,
        }
}

fn has_indicator(report: &Report, id: &str, role: Role) -> bool {
    // An honour may be set beside a promise, as a result of its own kind.
    let sections = report.sections.iter().filter(|section| section.tab != Tab::Honours || role == Role::Result);
    sections.flat_map(|section| section.entries.iter().map(|entry| (section.tab.role(), entry))).any(|(said, entry)| {
        entry.indicator.as_deref() == Some(id) && said == role
            || entry.figures.iter().any(|figure| figure.indicator.as_deref() == Some(id) && figure.role == role)
    })
}
