//! The shapes of a page: gauges, a sentence's family, the growth rates of a section, the coverage of the tasks.

use super::PageContext;
use super::entry_rows::role_of;
use super::rows::{Bar, Content, Ink, Piece, Row};
use super::scale::{Coverage, family, nice_ceiling};
use crate::library::{EntryView, Side};
use crate::report::{Basis, Figure, Quantity, Role, Section, Tab};
use crate::text::{Label, Lang};

/// The cells of a gauge on a page; it fits the narrowest window with its scale.
const GAUGE: u16 = 20;

/// The figures of an entry as gauges, for its page.
pub(super) fn gauges(context: &PageContext<'_>, view: EntryView<'_>) -> Content {
    let mut rows = Vec::new();
    for (at, figure) in view.figures().iter().enumerate() {
        let side = Side { entry: view.at(), figure: Some(at) };
        let other = context.pairs.same(side).and_then(|side| side.figure(context.library));
        let bar = match (figure.basis(), other) {
            (Basis::Share, None) => Bar::Share { role: figure.role(), value: figure.value() },
            (_, Some(other)) => {
                let (result, target) = if figure.role() == Role::Target { (other, figure) } else { (figure, other) };
                Bar::Pair { result: Some(result.value()), target: Some(target.value()), full: 0.0 }
            }
            _ => continue,
        };
        rows.push(gauge_row(context, figure, bar));
    }
    rows
}

/// A gauge with its scale: 0 at the left, the end at the right in the figure's own unit.
pub(super) fn gauge_row(context: &PageContext<'_>, figure: &Figure, bar: Bar) -> Row {
    let (bar, full) = match bar {
        Bar::Pair { result, target, .. } => {
            let full = nice_ceiling(result.unwrap_or(0.0).max(target.unwrap_or(0.0)));
            (Bar::Pair { result, target, full }, full)
        }
        bar => (bar, 100.0),
    };
    let end = Quantity::of(&figure.with_amount(full), context.library.lexicon(), context.lang).line();
    Row {
        mark: None,
        label: Label::new("图", "Gauge").get(context.lang).to_owned(),
        pieces: vec![
            Piece::Text(Ink::Dim, "0 ".to_owned()),
            Piece::Bar(bar, GAUGE),
            Piece::Text(Ink::Dim, format!(" {end}")),
        ],
    }
}

/// A sentence's family on one scale: `猪 牛 羊 禽   2024 ▃▄█▄   2025 ▁▃▄▁`.
pub(super) fn family_row(context: &PageContext<'_>, view: EntryView<'_>) -> Option<Row> {
    let lang = context.lang;
    let members = family(view)?;
    let names: Vec<&str> =
        members.iter().filter_map(|(at, _)| Some(view.section().entries().get(*at)?.title().get(lang))).collect();
    let own: Vec<f64> = members.iter().map(|(_, figure)| figure.value()).collect();
    let partners: Vec<f64> = members.iter().filter_map(|(at, _)| partner_value(context, view, *at)).collect();
    let full = nice_ceiling(own.iter().chain(&partners).copied().fold(0.0, f64::max));
    let year = view.year();
    let role = role_of(view);
    let mut sets = vec![(year, own, Ink::of(role))];
    if partners.len() == members.len() {
        let (by, ink) = if role == Role::Result { (1, Ink::Target) } else { (-1, Ink::Result) };
        sets.push((year.map(|year| year + by), partners, ink));
        sets.sort_by_key(|set| set.0);
    }
    let mut row =
        Row::text(Label::new("同类", "Peers").get(lang), Ink::Plain, format!("{}  ", distinct(&names).join(" ")));
    for (year, values, ink) in sets {
        row.push(Ink::Dim, format!(" {}", before_spark(year)));
        row.pieces.push(Piece::Spark { values: values.into_iter().map(Some).collect(), full, ink });
        row.push(Ink::Dim, " ");
    }
    let scale = match lang {
        Lang::Zh => format!(" 同一尺度，0 至 {full}%"),
        Lang::En => format!(" one scale, 0 to {full}%"),
    };
    row.pieces.push(Piece::Whole(Ink::Dim, vec![scale]));
    Some(row)
}

/// The year before its sparkline; nothing where it is not known.
fn before_spark(year: Option<i32>) -> String {
    year.map_or_else(String::new, |year| format!("{year} "))
}

/// The other year's value of the same indicator as that of a member's first figure.
fn partner_value(context: &PageContext<'_>, view: EntryView<'_>, member: usize) -> Option<f64> {
    let side = Side { entry: view.beside(member)?, figure: Some(0) };
    Some(context.pairs.same(side)?.figure(context.library)?.value())
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

/// The growth rates of the section, one year over the other, each where the other has it too.
pub(super) fn section_rows(context: &PageContext<'_>, view: EntryView<'_>) -> Content {
    let rates: Vec<(usize, usize, &Figure)> = view
        .section()
        .entries()
        .iter()
        .enumerate()
        .flat_map(|(entry, e)| e.figures().iter().enumerate().map(move |(at, figure)| (entry, at, figure)))
        .filter(|(_, _, figure)| figure.basis() == Basis::Growth)
        .collect();
    let grows = view.figures().iter().any(|figure| figure.basis() == Basis::Growth);
    if rates.len() < 3 || !grows {
        return Content::new();
    }
    let full = context.scales.growth;
    let other = |(entry, at, _): &(usize, usize, &Figure)| {
        let side = Side { entry: view.beside(*entry)?, figure: Some(*at) };
        Some(context.pairs.same(side)?.figure(context.library)?.value())
    };
    let (year, role) = (view.year(), role_of(view));
    let (by, shape) = if role == Role::Result { (1, Role::Target) } else { (-1, Role::Result) };
    let beside = year.map(|year| year + by);
    let spark = |label: &str, year: Option<i32>, values, role| Row {
        mark: None,
        label: label.to_owned(),
        pieces: vec![Piece::Text(Ink::Dim, before_spark(year)), Piece::Spark { values, full, ink: Ink::of(role) }],
    };
    let own = rates.iter().map(|(_, _, figure)| Some(figure.value())).collect();
    let others: Vec<Option<f64>> = rates.iter().map(other).collect();
    let any = others.iter().any(Option::is_some);
    let mut rows = vec![spark(Label::new("同板块", "Section").get(context.lang), year, own, role)];
    rows.extend(any.then(|| spark(" ", beside, others, shape)));
    let scale = match context.lang {
        Lang::Zh => format!("  增速分布，0 至 {full}%；· 为无对应"),
        Lang::En => format!("  growth rates, 0 to {full}%; · none"),
    };
    if let Some(row) = rows.first_mut() {
        row.push(Ink::Dim, scale);
    }
    rows
}

/// How many tasks of the section, and of all sections, carry a number.
pub(super) fn coverage_rows(context: &PageContext<'_>, view: EntryView<'_>) -> Content {
    if view.tab() != Tab::Tasks {
        return Content::new();
    }
    let section = Coverage::of(view.section().entries().iter());
    let sections = view.report().sections().iter().filter(|section| section.tab() == Tab::Tasks);
    let all = Coverage::of(sections.flat_map(Section::entries));
    let row = |label: Label, coverage: Coverage| Row {
        mark: None,
        label: label.get(context.lang).to_owned(),
        pieces: vec![
            Piece::Bar(Bar::Share { role: Role::Target, value: coverage.share() }, GAUGE),
            Piece::Text(Ink::Plain, format!("  {}", coverage.sentence(context.lang))),
        ],
    };
    vec![row(Label::new("本板块", "Section"), section), row(Label::new("各板块", "All"), all)]
}
