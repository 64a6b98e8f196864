//! A file of format 1 held against the shape of the format, value by value: every fault with its path and
//! its line, one not hiding the next, and what is only unknown apart from what is wrong.

mod said;
mod source;

use std::collections::{HashMap, HashSet};

use serde_json::value::RawValue;
use serde_json::{Map, Value};

use super::fault::{At, Fault};
use super::format::ReportOnDisk;
use super::kinds::Years;
use super::lexicon::Lexicon;
use super::load::{Piece, accept, pieces, twice};
use super::model::Report;
use super::shape::{Field, Kind, REPORT, Shape, VERSION};
use super::syntax;
use crate::text::{Bilingual, Label, Lang, clean};
use said::{Written, first_clause, quoted, range, unfit, written};
use source::{Lines, Members};

/// The largest whole number up to which every one is told from its neighbours (2 to the power of 53).
const EXACT: f64 = 9_007_199_254_740_992.0;
/// What stands in for a year that is missing.
const USUAL_YEAR: i64 = 2025;

/// What a file of reports holds.
#[derive(Debug, Default)]
pub struct Checked {
    /// What is wrong, in the order of the file.
    pub faults: Vec<Fault>,
    /// What is not known and was passed over.
    pub warnings: Vec<Fault>,
    /// The reports, whole where there are no faults.
    pub reports: Vec<Report>,
    /// How many entries they hold.
    pub entries: usize,
    /// How many figures they hold.
    pub figures: usize,
    /// The lexicon with what the reports bring.
    pub lexicon: Lexicon,
}

/// Holds the reports in `text` against format 1.
pub fn check_reports(text: &str, file: &str, lexicon: Lexicon) -> Checked {
    let mut checked = Checked { lexicon, ..Checked::default() };
    match pieces(text, file) {
        Err(fault) => checked.faults.push(*fault),
        Ok(pieces) => {
            let lines = Lines::of(text);
            for piece in &pieces {
                check_piece(&mut checked, (&lines, file), piece);
            }
        }
    }
    checked
}

fn check_piece(checked: &mut Checked, (lines, file): (&Lines, &str), piece: &Piece<'_>) {
    let raw: &RawValue = match serde_json::from_str(piece.text) {
        Ok(raw) => raw,
        Err(error) => {
            let at = At { file, line: Some(lines.line(piece.text)), prefix: &piece.prefix };
            return checked.faults.push(syntax::fault(&error, piece.text, &at));
        }
    };
    let mut walk = Walk::new(lines, file);
    let value = walk.value(raw, Kind::Object(&REPORT), &piece.prefix);
    if walk.is_later {
        // What else a later format holds is not for this program to judge.
        walk.faults.retain(|fault| fault.path.ends_with("format"));
        walk.warnings.clear();
    } else {
        let report = report(&mut walk, value, &piece.prefix, checked);
        checked.reports.extend(report);
    }
    walk.faults.sort_by_key(|fault| fault.line);
    checked.faults.append(&mut walk.faults);
    checked.warnings.append(&mut walk.warnings);
}

/// The report in `value`, which has the shape of one, with the faults that the shape does not show.
fn report(walk: &mut Walk<'_>, value: Value, prefix: &str, checked: &mut Checked) -> Option<Report> {
    let given: ReportOnDisk = match serde_json::from_value(value) {
        Ok(given) => given,
        Err(error) => {
            let what = Bilingual::new(format!("内容不合格式 1（{error}）"), error.to_string());
            walk.fault(
                prefix,
                what,
                Label::new("请对照 sulan schema 改正", "correct it as sulan schema describes").into(),
            );
            return None;
        }
    };
    let at = At { file: walk.file, line: None, prefix };
    let entries = given.sections.iter().flat_map(|section| &section.entries);
    checked.entries += entries.clone().count();
    checked.figures += entries.map(|entry| entry.figures.len()).sum::<usize>();
    let mut faults = Vec::new();
    let report = accept(given, &mut checked.lexicon, &at, &mut faults);
    faults.extend(twice(&checked.reports, &report, &at));
    for mut fault in faults {
        if !walk.is_echo(&fault.path) {
            fault.line = Some(walk.place(&fault.path));
            walk.faults.push(fault);
        }
    }
    Some(report)
}

/// One report on its way through the shape.
struct Walk<'a> {
    source: &'a Lines,
    file: &'a str,
    faults: Vec<Fault>,
    warnings: Vec<Fault>,
    /// The line of every value.
    lines: HashMap<String, usize>,
    /// The objects in which something was put right to read on.
    mended: HashSet<String>,
    /// Whether the report is of a later format, of which nothing more can be said.
    is_later: bool,
}

impl<'a> Walk<'a> {
    fn new(source: &'a Lines, file: &'a str) -> Self {
        Self {
            source,
            file,
            faults: Vec::new(),
            warnings: Vec::new(),
            lines: HashMap::new(),
            mended: HashSet::new(),
            is_later: false,
        }
    }

    /// The value in `raw` where it is of `kind`, else what stands in for it.
    fn value(&mut self, raw: &'a RawValue, kind: Kind, path: &str) -> Value {
        self.lines.insert(path.to_owned(), self.source.line(raw.get()));
        let found = match kind {
            Kind::Object(shape) => return self.object(raw, shape, path),
            Kind::List(shape) => return self.list(raw, shape, path),
            Kind::Texts => serde_json::from_str::<Vec<String>>(raw.get()).ok().map(Value::from),
            Kind::Groups => serde_json::from_str::<Vec<Vec<String>>>(raw.get()).ok().map(Value::from),
            Kind::Number => return self.number(raw, path),
            Kind::Whole(least, most) => whole(raw).filter(|number| (least..=most).contains(number)).map(Value::from),
            Kind::OneOf(values) => text(raw).filter(|text| values.contains(&text.as_str())).map(Value::from),
            Kind::Text | Kind::Id => text(raw).map(Value::from),
            Kind::Switch => serde_json::from_str::<bool>(raw.get()).ok().map(Value::from),
            Kind::Years => years(raw),
        };
        found.unwrap_or_else(|| {
            self.unfit(raw, kind, path);
            self.stand_in(kind, path)
        })
    }

    fn object(&mut self, raw: &'a RawValue, shape: &'static Shape, path: &str) -> Value {
        let Ok(Members(members)) = serde_json::from_str(raw.get()) else {
            self.unfit(raw, Kind::Object(shape), path);
            return self.stand_in(Kind::Object(shape), path);
        };
        let mut object = Map::new();
        for (name, raw) in members {
            let Some(field) = shape.fields.iter().find(|field| field.name == name) else {
                self.unknown(&name, raw, shape, path);
                continue;
            };
            let inside = join(path, &name);
            if object.contains_key(field.name) {
                let what = Bilingual::new(format!("“{name}”写了两次"), format!("\"{name}\" is written twice"));
                self.lines.insert(inside.clone(), self.source.line(raw.get()));
                self.fault(&inside, what, Label::new("请只留一个", "keep one of them").into());
                continue;
            }
            let value = if field.may_be_null() && raw.get() == "null" {
                Value::Null
            } else if field.name == "format" {
                self.version(raw, field, &inside)
            } else {
                self.value(raw, field.kind, &inside)
            };
            object.insert(field.name.to_owned(), value);
        }
        for field in shape.fields {
            if field.is_needed() && !object.contains_key(field.name) {
                self.missing(field, path);
                let value = self.stand_in(field.kind, &join(path, field.name));
                object.insert(field.name.to_owned(), value);
            }
        }
        Value::Object(object)
    }

    fn list(&mut self, raw: &'a RawValue, shape: &'static Shape, path: &str) -> Value {
        let Ok(items) = serde_json::from_str::<Vec<&RawValue>>(raw.get()) else {
            self.unfit(raw, Kind::List(shape), path);
            return self.stand_in(Kind::List(shape), path);
        };
        let items = items.into_iter().enumerate();
        items.map(|(at, raw)| self.value(raw, Kind::Object(shape), &format!("{path}[{at}]"))).collect()
    }

    /// The version of the format; a later one ends the reading of this report.
    fn version(&mut self, raw: &'a RawValue, field: &Field, path: &str) -> Value {
        match whole(raw) {
            Some(version) if version > VERSION => {
                self.is_later = true;
                self.lines.insert(path.to_owned(), self.source.line(raw.get()));
                self.fault(
                    path,
                    Bilingual::new(
                        format!("是格式 {version}，由更新的 sulan 写成"),
                        format!("format {version}, of a later sulan"),
                    ),
                    Label::new("请升级 sulan；本程序读格式 1", "update sulan; this one reads format 1").into(),
                );
                Value::from(VERSION)
            }
            _ => self.value(raw, field.kind, path),
        }
    }

    /// A number that can be told from its neighbours.
    fn number(&mut self, raw: &'a RawValue, path: &str) -> Value {
        let is_number = raw.get().starts_with(|c: char| c == '-' || c.is_ascii_digit());
        match serde_json::from_str::<f64>(raw.get()).ok().filter(|number| number.is_finite()) {
            Some(number) if number.abs() < EXACT => return Value::from(number),
            None if !is_number => self.unfit(raw, Kind::Number, path),
            _ => {
                let digits = quoted(raw.get());
                let what = Bilingual::new(
                    format!("数值 {digits} 太大，不能准确保存"),
                    format!("the value {digits} is too large to be kept exactly"),
                );
                self.fault(path, what, Label::new("请换用更大的单位", "use a larger unit").into());
            }
        }
        self.stand_in(Kind::Number, path)
    }

    /// What is read in place of a value that is missing or does not fit, so that the rest can be read.
    fn stand_in(&mut self, kind: Kind, path: &str) -> Value {
        self.mended.insert(parent(path).to_owned());
        match kind {
            Kind::Text => "?".into(),
            Kind::Id => format!("?{}", self.mended.len() + self.faults.len()).into(),
            Kind::Number => 1.into(),
            Kind::Whole(least, most) => USUAL_YEAR.clamp(least, most).into(),
            Kind::Years => Value::Null,
            Kind::Switch => false.into(),
            Kind::OneOf(values) => values.first().copied().unwrap_or_default().into(),
            Kind::Texts | Kind::Groups | Kind::List(_) => Value::Array(Vec::new()),
            Kind::Object(shape) => {
                let needed = shape.fields.iter().filter(|field| field.is_needed());
                let filled =
                    needed.map(|field| (field.name.to_owned(), self.stand_in(field.kind, &join(path, field.name))));
                Value::Object(filled.collect())
            }
        }
    }

    fn missing(&mut self, field: &Field, path: &str) {
        let (name, means, example) = (field.name, field.means, field.example);
        let what = Bilingual::new(
            format!("缺“{name}”（{}）", first_clause(means.get(Lang::Zh))),
            format!("\"{name}\" is missing ({})", first_clause(means.get(Lang::En))),
        );
        let mend = Bilingual::new(
            format!("请补上，例如 \"{name}\": {example}"),
            format!("add it, such as \"{name}\": {example}"),
        );
        self.fault(path, what, mend);
    }

    fn unknown(&mut self, name: &str, raw: &'a RawValue, shape: &Shape, path: &str) {
        let inside = join(path, &clean(name));
        let shown = quoted(name);
        let near = |field: &&Field| strsim::osa_distance(field.name, name) <= field.name.len() / 3;
        let nearest = shape.fields.iter().filter(near).min_by_key(|field| strsim::osa_distance(field.name, name));
        let mend = match nearest {
            Some(field) => {
                Bilingual::new(format!("是不是 {}？请改正", field.name), format!("is it {}? correct it", field.name))
            }
            None => Label::new("请删去", "remove it").into(),
        };
        let what = Bilingual::new(
            format!("不认识“{shown}”，没有读它"),
            format!("\"{shown}\" is not known and was passed over"),
        );
        let line = Some(self.source.line(raw.get()));
        self.warnings.push(Fault { file: self.file.to_owned(), line, path: inside, what, mend });
    }

    /// Tells a value that is not of `kind`.
    fn unfit(&mut self, raw: &RawValue, kind: Kind, path: &str) {
        let written = written(raw.get());
        let found = quoted(raw.get());
        let (what, mend) = match kind {
            Kind::OneOf(values) => (
                Bilingual::new(format!("没有 {found} 这个值"), format!("there is no value {found}")),
                Bilingual::new(format!("可用：{}", values.join("、")), format!("it takes {}", values.join(", "))),
            ),
            Kind::Whole(..) if written == Written::Number && whole(raw).is_none() => (
                Bilingual::new(format!("{found} 不是整数"), format!("{found} is no whole number")),
                Label::new("请写成整数", "write a whole number").into(),
            ),
            Kind::Whole(least, most) if whole(raw).is_some() => {
                (Bilingual::new(format!("{found} 超出范围"), format!("{found} is out of range")), range(least, most))
            }
            Kind::Years if matches!(written, Written::Number | Written::Text) => (
                Bilingual::new(format!("{found} 不是年份"), format!("{found} is no year")),
                Label::new("请写 2024，或几年 \"2021-2025\"", "write 2024, or several years as \"2021-2025\"").into(),
            ),
            Kind::Text | Kind::Id if written == Written::Text => (
                Label::new("文字里有残缺的转义", "the text holds half an escape").into(),
                Label::new("请直接写字，不用 \\u", "write the character itself instead of \\u").into(),
            ),
            _ => unfit(kind, written),
        };
        self.fault(path, what, mend);
    }

    fn fault(&mut self, path: &str, what: Bilingual, mend: Bilingual) {
        let line = Some(self.place(path));
        self.faults.push(Fault { file: self.file.to_owned(), line, path: path.to_owned(), what, mend });
    }

    /// The line of the value at `path`, or of what it stands in.
    fn place(&self, mut path: &str) -> usize {
        loop {
            match self.lines.get(path) {
                Some(&line) => return line,
                None if path.is_empty() => return 1,
                None => path = parent(path),
            }
        }
    }

    /// Whether a fault only follows from what was put right before it.
    fn is_echo(&self, path: &str) -> bool {
        let inside = parent(path);
        let last = path.get(inside.len()..).unwrap_or_default().trim_start_matches('.');
        let mended = |object: &str| self.mended.contains(object);
        match last {
            "unit" | "value" | "upper" | "year" if mended(inside) => true,
            "unit" | "indicator" => self.mended.iter().any(|object| object.contains("lexicon")),
            "words" | "scope" => mended(inside),
            "honour" => mended(parent(parent(inside))),
            "result" | "target" => !self.mended.is_empty(),
            _ => self.faults.iter().any(|fault| fault.path == path),
        }
    }
}

fn text(raw: &RawValue) -> Option<String> {
    serde_json::from_str(raw.get()).ok()
}

fn whole(raw: &RawValue) -> Option<i64> {
    serde_json::from_str(raw.get()).ok()
}

fn years(raw: &RawValue) -> Option<Value> {
    serde_json::from_str::<Years>(raw.get()).ok()?;
    serde_json::from_str(raw.get()).ok()
}

fn join(path: &str, name: &str) -> String {
    if path.is_empty() { name.to_owned() } else { format!("{path}.{name}") }
}

/// The path of what the value at `path` stands in.
fn parent(path: &str) -> &str {
    path.rfind(['.', '[']).and_then(|at| path.get(..at)).unwrap_or_default()
}
