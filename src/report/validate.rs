//! The rules of format 1 that a type cannot state: ids, units, ranges, both languages.

use std::collections::HashSet;

use super::fault::{At, Fault};
use super::lexicon::Lexicon;
use super::model::{Basis, Entry, Figure, Report, Role, Section, Tab, Years};
use crate::text::{Bilingual, Label};

/// All faults of `report`, in the order of its file.
pub(super) fn validate(report: &Report, lexicon: &Lexicon, place: &At<'_>) -> Vec<Fault> {
    let mut check = Check { lexicon, place, faults: Vec::new(), ids: HashSet::new(), section_ids: HashSet::new() };
    check.id("id", &report.id);
    check.both("place", &report.place);
    check.both("title", &report.title);
    check.year("year", report.year);
    for (at, section) in report.sections.iter().enumerate() {
        check.section(&format!("sections[{at}]"), section);
    }
    check.comparisons(report);
    check.faults
}

/// All faults of `lexicon`.
pub(super) fn validate_lexicon(lexicon: &Lexicon, file: &str) -> Vec<Fault> {
    let place = At { file, line: None, prefix: "" };
    let mut check =
        Check { lexicon, place: &place, faults: Vec::new(), ids: HashSet::new(), section_ids: HashSet::new() };
    for (at, unit) in lexicon.units.iter().enumerate() {
        let path = format!("units[{at}].zh");
        check.filled(&path, &unit.zh);
        check.unique(&path, &format!("unit {}", unit.zh), &unit.zh);
    }
    for (at, indicator) in lexicon.indicators.iter().enumerate() {
        let path = format!("indicators[{at}]");
        check.id(&format!("{path}.id"), &indicator.id);
        check.unique(&format!("{path}.id"), &format!("indicator {}", indicator.id), &indicator.id);
        check.filled(&format!("{path}.zh"), &indicator.zh);
        check.filled(&format!("{path}.en"), &indicator.en);
    }
    for (at, term) in lexicon.terms.iter().enumerate() {
        let path = format!("terms[{at}]");
        check.filled(&format!("{path}.zh"), &term.zh);
        check.unique(&format!("{path}.zh"), &format!("term {}", term.zh), &term.zh);
        check.filled(&format!("{path}.en"), &term.en);
        if let Some(note) = &term.note {
            check.both(&format!("{path}.note"), note);
        }
    }
    check.faults
}

struct Check<'a> {
    lexicon: &'a Lexicon,
    place: &'a At<'a>,
    faults: Vec<Fault>,
    ids: HashSet<String>,
    section_ids: HashSet<String>,
}

impl Check<'_> {
    fn push(&mut self, path: &str, what: Bilingual, mend: Label) {
        self.faults.push(self.place.fault(path, what, mend));
    }

    fn section(&mut self, path: &str, section: &Section) {
        self.id(&format!("{path}.id"), &section.id);
        if !self.section_ids.insert(section.id.clone()) {
            self.twice(&format!("{path}.id"), &section.id);
        }
        self.filled(&format!("{path}.heading"), &section.heading);
        self.both(&format!("{path}.name"), &section.name);
        for (at, entry) in section.entries.iter().enumerate() {
            self.entry(&format!("{path}.entries[{at}]"), section.tab, entry);
        }
    }

    fn entry(&mut self, path: &str, tab: Tab, entry: &Entry) {
        self.id(&format!("{path}.id"), &entry.id);
        self.unique(&format!("{path}.id"), &entry.id, &entry.id);
        if entry.sentence == 0 {
            self.push(
                &format!("{path}.sentence"),
                Label::new("句号不能是 0", "sentence 0 does not exist").into(),
                Label::new("句子从 1 数起", "sentences count from 1"),
            );
        }
        self.both(&format!("{path}.title"), &entry.title);
        for (name, text) in [("note", &entry.note), ("group", &entry.group), ("words", &entry.words)] {
            if let Some(text) = text {
                self.both(&format!("{path}.{name}"), text);
            }
        }
        if let Some(recipient) = entry.honour.as_ref().and_then(|honour| honour.recipient.as_ref()) {
            self.both(&format!("{path}.honour.recipient"), recipient);
        }
        if entry.honour.is_some() && tab != Tab::Honours {
            self.push(
                &format!("{path}.honour"),
                Label::new("荣誉只能在荣誉部分", "an honour stands outside the honours").into(),
                Label::new("请把它移到 tab 为 honours 的部分", "move it to a section whose tab is honours"),
            );
        }
        self.known_indicator(&format!("{path}.indicator"), entry.indicator.as_deref());
        if entry.indicator.is_some() && entry.words.is_none() {
            self.push(
                &format!("{path}.words"),
                Label::new("有指标而无文字表述", "an indicator without words").into(),
                Label::new("请补上 words，或把指标写到数字里", "add words, or give the indicator to a figure"),
            );
        }
        for (at, figure) in entry.figures.iter().enumerate() {
            self.figure(&format!("{path}.figures[{at}]"), figure);
        }
    }

    fn figure(&mut self, path: &str, figure: &Figure) {
        if let Some(name) = &figure.name {
            self.both(&format!("{path}.name"), name);
        }
        self.known_indicator(&format!("{path}.indicator"), figure.indicator.as_deref());
        if !figure.unit.is_empty() && self.lexicon.unit(&figure.unit).is_none() {
            self.push(
                &format!("{path}.unit"),
                Bilingual::new(
                    format!("不认识单位“{}”", figure.unit),
                    format!("the unit \"{}\" is not known", figure.unit),
                ),
                Label::new("请改正，或在报告的 lexicon 里加上它", "correct it, or add it to the report's lexicon"),
            );
        }
        if !fits_basis(figure) {
            self.push(
                &format!("{path}.unit"),
                Bilingual::new(
                    format!("单位“{}”与类型 {} 不合", figure.unit, figure.basis.id()),
                    format!("the unit \"{}\" does not go with basis {}", figure.unit, figure.basis.id()),
                ),
                Label::new("请改正其中之一", "correct one of the two"),
            );
        }
        if !in_range(figure) {
            self.push(
                &format!("{path}.value"),
                Bilingual::new(
                    format!("数值 {} 超出范围", figure.value),
                    format!("the value {} is out of range", figure.value),
                ),
                Label::new("除增减之外不能是负数，名次从 1 起", "only changes may be negative, and ranks begin at 1"),
            );
        }
        if figure.upper.is_some_and(|upper| upper <= figure.value) {
            self.push(
                &format!("{path}.upper"),
                Label::new("上限不大于下限", "the upper end is not above the lower").into(),
                Label::new("请改正区间", "correct the range"),
            );
        }
        match figure.year {
            Some(Years::One(year)) => self.year(&format!("{path}.year"), year),
            Some(Years::Span(first, last)) => {
                self.year(&format!("{path}.year"), first);
                self.year(&format!("{path}.year"), last);
            }
            None => {}
        }
    }

    fn comparisons(&mut self, report: &Report) {
        for (at, comparison) in report.comparisons.iter().enumerate() {
            let path = format!("comparisons[{at}]");
            self.both(&format!("{path}.name"), &comparison.name);
            self.both(&format!("{path}.why"), &comparison.why);
            for (name, id, role) in
                [("result", &comparison.result, Role::Result), ("target", &comparison.target, Role::Target)]
            {
                if !has_indicator(report, id, role) {
                    self.push(
                        &format!("{path}.{name}"),
                        Bilingual::new(
                            format!("报告里没有指标“{id}”的数字"),
                            format!("the report has no figure of the indicator \"{id}\""),
                        ),
                        Label::new("请写报告里有的指标", "name an indicator that the report holds"),
                    );
                }
            }
            if comparison.scope == super::model::Scope::Same || comparison.result == comparison.target {
                self.push(
                    &format!("{path}.scope"),
                    Label::new("口径相同的指标自动成对", "figures of the same scope join by themselves").into(),
                    Label::new(
                        "请给它们同一个指标编号，并删去这一条",
                        "give both the same indicator and remove this line",
                    ),
                );
            }
        }
    }

    fn known_indicator(&mut self, path: &str, id: Option<&str>) {
        if let Some(id) = id.filter(|id| self.lexicon.indicator(id).is_none()) {
            self.push(
                path,
                Bilingual::new(format!("不认识指标“{id}”"), format!("the indicator \"{id}\" is not known")),
                Label::new("请改正，或在报告的 lexicon 里加上它", "correct it, or add it to the report's lexicon"),
            );
        }
    }

    fn unique(&mut self, path: &str, key: &str, id: &str) {
        if !self.ids.insert(key.to_owned()) {
            self.twice(path, id);
        }
    }

    fn twice(&mut self, path: &str, id: &str) {
        self.push(
            path,
            Bilingual::new(format!("编号“{id}”重复"), format!("the id \"{id}\" is used twice")),
            Label::new("请换一个编号", "choose another id"),
        );
    }

    fn id(&mut self, path: &str, id: &str) {
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

    fn both(&mut self, path: &str, text: &Bilingual) {
        self.filled(&format!("{path}.zh"), &text.zh);
        self.filled(&format!("{path}.en"), &text.en);
    }

    fn filled(&mut self, path: &str, text: &str) {
        if text.trim().is_empty() {
            self.push(
                path,
                Label::new("文字是空的", "the text is empty").into(),
                Label::new("中文和英文都要写", "write it in both languages"),
            );
        }
    }

    fn year(&mut self, path: &str, year: i32) {
        // The first of these reports was given in 1954, to the first National People's Congress.
        if !(1949..=2100).contains(&year) {
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
    let unit = figure.unit.as_str();
    match figure.basis {
        Basis::Growth | Basis::Share => matches!(unit, "%" | "‰"),
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
    report.sections.iter().flat_map(|section| &section.entries).any(|entry| {
        entry.indicator.as_deref() == Some(id)
            || entry.figures.iter().any(|figure| figure.indicator.as_deref() == Some(id) && figure.role == role)
    })
}
