//! What is said about one entry: as rows under the list, and as a full page.
//! Rows hold roles, not styles; how a role looks is the theme's affair.

use super::scale::{family, nice_ceiling};
use super::state::App;
use crate::report::{
    Basis, EntryRef, EntryView, Figure, Gap, Honour, Pair, Quantity, Role, Scope, Side, Years, in_words,
};
use crate::text::{Bilingual, Label, Lang, wrap};

/// How a piece of text is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ink {
    /// Text.
    Plain,
    /// A heading, a number, a key.
    Bold,
    /// A label, a note, a source.
    Dim,
    /// A shape of a result.
    Result,
    /// A shape of a promise.
    Target,
}

impl Ink {
    /// The ink of the shapes of a role.
    pub const fn of(role: Role) -> Self {
        match role {
            Role::Target => Self::Target,
            Role::Result | Role::Base => Self::Result,
        }
    }
}

/// A bar on a labelled scale.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Bar {
    /// Growth from 0 to `full`, with the other year's mark on it.
    Growth {
        /// Whether the bar is a result or a promise.
        role: Role,
        /// The growth in %.
        value: f64,
        /// The growth of the other year.
        other: Option<f64>,
        /// The growth that fills the bar.
        full: f64,
    },
    /// A share of a whole, from 0 to 100 %.
    Share {
        /// Whether the bar is a result or a promise.
        role: Role,
        /// The share in %.
        value: f64,
    },
    /// A result and a promise on one scale from 0 to `full`.
    Pair {
        /// The result.
        result: Option<f64>,
        /// The promise.
        target: Option<f64>,
        /// The value at the right end.
        full: f64,
    },
}

/// One piece of a row.
#[derive(Clone, Debug, PartialEq)]
pub enum Piece {
    /// Text.
    Text(Ink, String),
    /// A bar of so many cells.
    Bar(Bar, u16),
    /// One block a value, on a scale from 0 to `full`.
    Spark {
        /// The values in order.
        values: Vec<f64>,
        /// The value of a full block.
        full: f64,
        /// Whether they are results or promises.
        ink: Ink,
    },
}

/// One row about an entry.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Row {
    /// The mark in the first column.
    pub mark: Option<Role>,
    /// The label in front.
    pub label: String,
    /// What it says.
    pub pieces: Vec<Piece>,
}

/// Rows in the order of reading.
pub type Content = Vec<Row>;

impl Row {
    /// A row of text under a label.
    pub fn text(label: impl Into<String>, ink: Ink, text: impl Into<String>) -> Self {
        Self { mark: None, label: label.into(), pieces: vec![Piece::Text(ink, text.into())] }
    }

    /// A row with the mark of a role.
    fn marked(role: Role, label: String, text: String) -> Self {
        Self { mark: Some(role), label, pieces: vec![Piece::Text(Ink::Plain, text)] }
    }

    fn push(&mut self, ink: Ink, text: impl Into<String>) {
        self.pieces.push(Piece::Text(ink, text.into()));
    }
}

/// The rows under the list, the most telling first and the source last; each is one line.
pub fn details(app: &App, view: EntryView<'_>) -> Content {
    let mut rows = facts(app, view);
    rows.extend(family_row(app, view));
    rows.extend(note_row(app, view));
    rows.push(Row::text(SOURCE.get(app.lang), Ink::Plain, source_of(view, app.lang)));
    rows
}

/// The heading and the sentence an entry comes from.
pub fn source_of(view: EntryView<'_>, lang: Lang) -> String {
    let (heading, sentence) = (&view.section.heading, view.entry.sentence);
    match lang {
        Lang::Zh => format!("{heading} · 第 {sentence} 句"),
        Lang::En => format!("{heading} · sentence {sentence}"),
    }
}

/// An entry as a full page for a text column that ends at `width`.
pub fn page(app: &App, view: EntryView<'_>, width: usize) -> Content {
    let lang = app.lang;
    let mut rows = vec![
        Row {
            label: String::new(),
            mark: None,
            pieces: vec![Piece::Text(Ink::Bold, view.entry.title.get(lang).to_owned())],
        },
        Row {
            label: String::new(),
            mark: None,
            pieces: vec![Piece::Text(Ink::Dim, view.entry.title.get(lang.other()).to_owned())],
        },
        Row::default(),
    ];
    rows.extend(facts(app, view));
    rows.extend(gauges(app, view));
    rows.extend(family_row(app, view));
    rows.push(Row::default());
    rows.extend(note_row(app, view));
    if let Some(group) = &view.entry.group {
        rows.push(Row::text(Label::new("小标题", "Part").get(lang), Ink::Plain, group.get(lang)));
    }
    rows.extend(term_rows(app, view));
    rows.extend(unit_rows(app, view));
    if let Some(quote) = &view.entry.quote {
        rows.push(Row::text(Label::new("原文", "Quote").get(lang), Ink::Plain, quote));
    }
    rows.push(Row::text(SOURCE.get(lang), Ink::Plain, source_of(view, lang)));
    rows.push(Row::text(Label::new("编号", "Id").get(lang), Ink::Dim, app.library.printed_id(view)));
    rows.into_iter().flat_map(|row| flow(row, width)).collect()
}

const SOURCE: Label = Label::new("出处", "Source");

/// The cells that labels take, with the gap behind them; the same in both languages,
/// so that nothing shifts when the language changes.
pub const LABEL_WIDTH: usize = 8;

/// A row in as many lines as it needs in a window of `width` cells.
fn flow(row: Row, width: usize) -> Content {
    let (_, indent) = super::layout::margins(u16::try_from(width).unwrap_or(u16::MAX));
    let titled = row.label.is_empty() && row.mark.is_none();
    let taken = usize::from(indent) + if titled { 0 } else { LABEL_WIDTH } + 1;
    let room = width.saturating_sub(taken);
    // What continues a labelled row stands under its text, not under its label.
    let next = || Row { label: if titled { String::new() } else { " ".to_owned() }, ..Row::default() };
    let mut rows = vec![Row { mark: row.mark, label: row.label.clone(), pieces: Vec::new() }];
    let mut used = 0;
    for piece in row.pieces {
        let whole = used + piece.cells() <= room;
        let parts = if whole { vec![piece] } else { piece.broken(room) };
        for (at, part) in parts.into_iter().enumerate() {
            if used > 0 && (at > 0 || used + part.cells() > room) {
                rows.push(next());
                used = 0;
            }
            used += part.cells();
            rows.last_mut().expect("the first row is there from the start").pieces.push(part);
        }
    }
    rows
}

impl Piece {
    /// The cells the piece takes.
    pub fn cells(&self) -> usize {
        match self {
            Self::Text(_, text) => crate::text::width(text),
            Self::Bar(_, cells) => usize::from(*cells),
            Self::Spark { values, .. } => values.len(),
        }
    }

    /// The piece in lines of at most `room` cells; only text can be broken.
    fn broken(self, room: usize) -> Vec<Self> {
        match self {
            Self::Text(ink, text) => {
                wrap(text.trim_start(), room).into_iter().map(|line| Self::Text(ink, line)).collect()
            }
            whole => vec![whole],
        }
    }
}

/// What the entry says, and what stands beside it in the other year.
fn facts(app: &App, view: EntryView<'_>) -> Content {
    let mut rows = Vec::new();
    if let Some(honour) = &view.entry.honour {
        rows.push(honour_row(app, view, honour));
    } else if view.entry.figures.is_empty() {
        rows.extend(words_row(app, view));
    } else {
        rows.extend(figure_rows(app, view));
    }
    let sides = (0..view.entry.figures.len()).map(Some).chain(std::iter::once(None));
    for figure in sides {
        let side = Side { entry: view.at, figure };
        rows.extend(app.joined.partners(side).map(|(pair, partner)| partner_row(app, pair, partner)));
    }
    if let Some(alone) = alone_row(app, view) {
        rows.push(alone);
    }
    rows
}

fn role_of(view: EntryView<'_>) -> Role {
    view.section.tab.role()
}

fn year_of(figure: Option<&Figure>, view: EntryView<'_>) -> Years {
    figure.and_then(|figure| figure.year).unwrap_or(Years::One(view.section.tab.year(view.report.year)))
}

fn words_row(app: &App, view: EntryView<'_>) -> Option<Row> {
    let role = role_of(view);
    let text = match &view.entry.words {
        Some(words) => words.get(app.lang).to_owned(),
        None if role == Role::Target => {
            Label::new("仅有表述，没有数字", "a statement without a number").get(app.lang).to_owned()
        }
        None => return None,
    };
    Some(Row::marked(role, year_of(None, view).to_string(), text))
}

/// The figures of an entry, those of one role and year on one row.
fn figure_rows(app: &App, view: EntryView<'_>) -> Content {
    let mut rows: Content = Vec::new();
    for figure in &view.entry.figures {
        let year = year_of(Some(figure), view).to_string();
        let said = in_words(figure, &app.library.lexicon, app.lang);
        let text = match &figure.name {
            Some(name) => format!("{} {said}", name.get(app.lang)),
            None => said,
        };
        match rows.last_mut() {
            Some(row) if row.mark == Some(figure.role) && row.label == year => {
                row.push(Ink::Plain, format!("   {text}"));
            }
            _ => rows.push(Row::marked(figure.role, year, text)),
        }
        if let (Some(row), Some(unit)) = (rows.last_mut(), unit_of_source(app, figure)) {
            row.push(Ink::Dim, unit);
        }
    }
    rows
}

/// On an English screen, the value as the source prints it, where the point was moved.
fn unit_of_source(app: &App, figure: &Figure) -> Option<String> {
    let (power, _) = app.library.lexicon.english_unit(figure);
    (app.lang == Lang::En && power > 0).then(|| {
        let value = figure.upper.map_or_else(|| figure.value.to_string(), |upper| format!("{}–{upper}", figure.value));
        format!("   in the source {value} × {}", app.library.lexicon.unit_in_words(figure))
    })
}

fn honour_row(app: &App, view: EntryView<'_>, honour: &Honour) -> Row {
    let lang = app.lang;
    let mut parts = vec![honour.level.label().get(lang).to_owned(), honour.kind.label().get(lang).to_owned()];
    parts.extend(honour.recipient.as_ref().map(|recipient| recipient.get(lang).to_owned()));
    parts.extend(view.entry.figures.iter().map(|figure| {
        let said = in_words(figure, &app.library.lexicon, lang);
        format!("{} {said}", figure.name_in(view.entry).get(lang))
    }));
    let mut row = Row::marked(Role::Result, year_of(None, view).to_string(), parts.join("   "));
    row.push(
        Ink::Dim,
        Label::new("   （级别、类别按名称所示）", "   (level and kind: our reading of the name)").get(lang),
    );
    row
}

/// The other side of a pair: value, and difference or reason.
fn partner_row(app: &App, pair: &Pair, partner: Side) -> Row {
    let lang = app.lang;
    let Some(view) = app.library.get(partner.entry) else {
        return Row::default();
    };
    let figure = partner.figure(&app.library);
    let said = match (figure, partner.words(&app.library)) {
        (Some(figure), _) => in_words(figure, &app.library.lexicon, lang),
        (None, Some(words)) => words.get(lang).to_owned(),
        (None, None) => String::new(),
    };
    let role = figure.map_or_else(|| role_of(view), |figure| figure.role);
    let mut row = Row { mark: Some(role), label: year_of(figure, view).to_string(), pieces: Vec::new() };
    if pair.scope != Some(Scope::Same) {
        row.push(Ink::Plain, format!("{}  ", view.entry.title.get(lang)));
    }
    row.push(Ink::Plain, said);
    if let (Some(gap), Some(years)) = (Gap::of(pair, &app.library, lang), years_of(app, pair)) {
        row.push(Ink::Plain, format!("   {}", gap.sentence(years, lang)));
    } else if let Some(why) = &pair.why {
        row.push(Ink::Dim, format!("   {}", scoped(why, pair.scope, lang)));
    }
    row
}

fn scoped(why: &Bilingual, scope: Option<Scope>, lang: Lang) -> String {
    let said = why.get(lang);
    let scope = scope.map_or("", |scope| scope.label().get(lang));
    match lang {
        Lang::Zh => format!("{scope}，不相减：{said}"),
        Lang::En => format!("{scope}, not subtracted: {said}"),
    }
}

/// The years of result and target of a pair.
fn years_of(app: &App, pair: &Pair) -> Option<(Years, Years)> {
    let year = |side: Side| Some(year_of(side.figure(&app.library), app.library.get(side.entry)?));
    Some((year(pair.result?)?, year(pair.target?)?))
}

/// The line that says that an expected target has no result in this report.
fn alone_row(app: &App, view: EntryView<'_>) -> Option<Row> {
    let expected = view.section.tab == crate::report::Tab::Targets;
    let figure = view.entry.figures.first().map(|_| 0);
    let side = Side { entry: view.at, figure };
    let stated = figure.is_some() || view.entry.indicator.is_some();
    if !expected || !stated || app.joined.partners(side).next().is_some() {
        return None;
    }
    let year = view.report.year - 1;
    let text = match app.lang {
        Lang::Zh => format!("本报告无 {year} 年数字"),
        Lang::En => "no figure in this report".to_owned(),
    };
    Some(Row { mark: Some(Role::Result), label: year.to_string(), pieces: vec![Piece::Text(Ink::Dim, text)] })
}

/// A sentence's family on one scale: `猪 牛 羊 禽   2024 ▃▄█▄   2025 ▁▃▄▁`.
fn family_row(app: &App, view: EntryView<'_>) -> Option<Row> {
    let lang = app.lang;
    let members = family(view)?;
    let names: Vec<&str> =
        members.iter().filter_map(|(at, _)| Some(view.section.entries.get(*at)?.title.get(lang))).collect();
    let own: Vec<f64> = members.iter().map(|(_, figure)| figure.value).collect();
    let partners: Vec<f64> = members.iter().filter_map(|(at, _)| partner_value(app, view, *at)).collect();
    let full = nice_ceiling(own.iter().chain(&partners).copied().fold(0.0, f64::max));
    let year = view.section.tab.year(view.report.year);
    let role = role_of(view);
    let mut sets = vec![(year, own, Ink::of(role))];
    if partners.len() == members.len() {
        let (other, ink) = if role == Role::Result { (year + 1, Ink::Target) } else { (year - 1, Ink::Result) };
        sets.push((other, partners, ink));
        sets.sort_by_key(|set| set.0);
    }
    let mut row =
        Row::text(Label::new("同类", "Kin").get(lang), Ink::Plain, format!("{}  ", distinct(&names).join(" ")));
    for (year, values, ink) in sets {
        row.push(Ink::Dim, format!(" {year} "));
        row.pieces.push(Piece::Spark { values, full, ink });
        row.push(Ink::Dim, " ");
    }
    let scale = match lang {
        Lang::Zh => format!(" 同一尺度，0 至 {full} %"),
        Lang::En => format!(" one scale, 0 to {full} %"),
    };
    row.push(Ink::Dim, scale);
    Some(row)
}

/// The other year's value of the same indicator as that of a member's first figure.
fn partner_value(app: &App, view: EntryView<'_>, member: usize) -> Option<f64> {
    let offset = view.section.entries.iter().position(|entry| std::ptr::eq(entry, view.entry))?;
    let at = i64::from(view.at.0) + i64::try_from(member).ok()? - i64::try_from(offset).ok()?;
    let side = Side { entry: EntryRef(u32::try_from(at).ok()?), figure: Some(0) };
    Some(app.joined.same(side)?.figure(&app.library)?.value)
}

/// The names without what all of them end in: 猪饲养量, 牛饲养量 become 猪, 牛.
fn distinct<'a>(names: &[&'a str]) -> Vec<&'a str> {
    let Some((first, rest)) = names.split_first() else {
        return Vec::new();
    };
    let shared = first
        .char_indices()
        .filter_map(|(at, _)| first.get(at..))
        .find(|end| rest.iter().all(|name| name.ends_with(end)))
        .unwrap_or("");
    names
        .iter()
        .map(|name| name.strip_suffix(shared).map_or(*name, str::trim_end))
        .map(|name| if name.is_empty() { shared } else { name })
        .collect()
}

/// The cells of a gauge on a page; it fits the narrowest window with its scale.
const GAUGE: u16 = 20;

/// The figures of an entry as gauges, for its page.
fn gauges(app: &App, view: EntryView<'_>) -> Content {
    let lang = app.lang;
    let mut rows = Vec::new();
    for (at, figure) in view.entry.figures.iter().enumerate() {
        let side = Side { entry: view.at, figure: Some(at) };
        let other = app.joined.same(side).and_then(|side| side.figure(&app.library));
        let (bar, full) = match (figure.basis, other) {
            (Basis::Share, None) => (Bar::Share { role: figure.role, value: figure.value }, 100.0),
            (_, Some(other)) => {
                let full = nice_ceiling(figure.value.max(other.value));
                let (result, target) = if figure.role == Role::Target { (other, figure) } else { (figure, other) };
                (Bar::Pair { result: Some(result.value), target: Some(target.value), full }, full)
            }
            _ => continue,
        };
        let end = Figure { value: full, upper: None, qualifier: None, basis: Basis::Level, ..figure.clone() };
        let end = Quantity::of(&end, &app.library.lexicon, lang).line();
        rows.push(Row {
            mark: None,
            label: Label::new("图", "Gauge").get(lang).to_owned(),
            pieces: vec![
                Piece::Text(Ink::Dim, "0 ".to_owned()),
                Piece::Bar(bar, GAUGE),
                Piece::Text(Ink::Dim, format!(" {end}")),
            ],
        });
    }
    rows
}

fn note_row(app: &App, view: EntryView<'_>) -> Option<Row> {
    let note = view.entry.note.as_ref()?;
    Some(Row::text(Label::new("注", "Note").get(app.lang), Ink::Plain, note.get(app.lang)))
}

/// The programme names that an entry uses and that are explained.
fn term_rows(app: &App, view: EntryView<'_>) -> Content {
    let note = view.entry.note.as_ref().map_or("", |note| &note.zh);
    let text = [view.entry.title.zh.as_str(), note, &view.section.heading].join("\n");
    let explained = app.library.lexicon.terms_in(&text).filter_map(|term| Some((term, term.note.as_ref()?)));
    explained
        .map(|(term, note)| {
            let name = match app.lang {
                Lang::Zh => format!("{}：", term.zh),
                Lang::En => format!("{}: ", term.en),
            };
            Row::text(Label::new("词语", "Term").get(app.lang), Ink::Plain, name + note.get(app.lang))
        })
        .collect()
}

/// The units of an entry that need a word of help.
fn unit_rows(app: &App, view: EntryView<'_>) -> Content {
    let mut seen: Vec<&str> = Vec::new();
    let mut rows = Vec::new();
    for figure in &view.entry.figures {
        let help = app.library.lexicon.unit(&figure.unit).and_then(|unit| unit.help.as_ref());
        if let Some(help) = help.filter(|_| !seen.contains(&figure.unit.as_str())) {
            seen.push(&figure.unit);
            rows.push(Row::text(Label::new("单位", "Unit").get(app.lang), Ink::Plain, help.get(app.lang)));
        }
    }
    rows
}
