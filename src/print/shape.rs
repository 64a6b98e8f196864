//! The shapes of the machine interface: fields, their names and their order.
//! Scripts rely on them, so a change here is a change of a promise.

use serde::{Serialize, Serializer};

use super::{Entries, Item, Pairs};
use crate::library::{EntryView, Library, Pair, Side};
use crate::report::{Basis, Confidence, Figure, Honour, Lexicon, Qualifier, Role, Scope, Tab, Years};
use crate::text::Bilingual;

/// An entry as `list` and `show` print it.
#[derive(Serialize)]
pub(super) struct EntryShape<'a> {
    pub(super) id: String,
    pub(super) report: &'a str,
    pub(super) tab: Tab,
    pub(super) section: SectionShape<'a>,
    pub(super) title: &'a Bilingual,
    pub(super) note: Option<&'a Bilingual>,
    pub(super) group: Option<&'a Bilingual>,
    pub(super) honour: Option<&'a Honour>,
    pub(super) indicator: Option<&'a str>,
    pub(super) words: Option<&'a Bilingual>,
    pub(super) figures: Vec<FigureShape<'a>>,
    pub(super) source: SourceShape<'a>,
}

/// An entry as `search` prints it: the same, with why it was found.
#[derive(Serialize)]
pub(super) struct HitShape<'a> {
    #[serde(flatten)]
    entry: EntryShape<'a>,
    rank: usize,
    tier: &'static str,
    marks: Vec<MarkShape>,
}

#[derive(Serialize)]
pub(super) struct SectionShape<'a> {
    pub(super) id: String,
    pub(super) zh: &'a str,
    pub(super) en: &'a str,
}

#[derive(Serialize)]
pub(super) struct FigureShape<'a> {
    pub(super) name: &'a Bilingual,
    pub(super) indicator: Option<&'a str>,
    pub(super) value: Number,
    pub(super) upper: Option<Number>,
    pub(super) unit: UnitShape<'a>,
    pub(super) qualifier: Option<Qualifier>,
    pub(super) basis: Basis,
    pub(super) year: Option<YearShape>,
    pub(super) role: Role,
    pub(super) estimate: bool,
    pub(super) confidence: Option<Confidence>,
}

#[derive(Default, Serialize)]
pub(super) struct UnitShape<'a> {
    pub(super) zh: &'a str,
    pub(super) en: String,
}

#[derive(Serialize)]
pub(super) struct SourceShape<'a> {
    pub(super) heading: &'a str,
    pub(super) sentence: u32,
    pub(super) quote: Option<&'a str>,
}

#[derive(Serialize)]
struct MarkShape {
    field: String,
    ranges: Vec<[usize; 2]>,
}

/// A result beside a target as `compare` prints it.
#[derive(Serialize)]
pub(super) struct PairShape<'a> {
    pub(super) name: &'a Bilingual,
    pub(super) indicator: Option<&'a str>,
    pub(super) target_indicator: Option<&'a str>,
    pub(super) report: &'a str,
    pub(super) section: String,
    pub(super) unit: UnitShape<'a>,
    pub(super) result: Option<FigureShape<'a>>,
    pub(super) target: Option<FigureShape<'a>>,
    pub(super) result_words: Option<&'a Bilingual>,
    pub(super) target_words: Option<&'a Bilingual>,
    pub(super) scope: Option<Scope>,
    pub(super) why: Option<&'a Bilingual>,
    pub(super) difference: Option<Number>,
    pub(super) difference_qualifier: Option<Qualifier>,
    pub(super) entries: Vec<String>,
}

/// A number in its shortest decimal form, whole ones without a point.
#[derive(Clone, Copy)]
pub(super) struct Number(pub(super) f64);

impl Serialize for Number {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        match self.to_string().parse::<i64>() {
            Ok(whole) => to.serialize_i64(whole),
            Err(_) => to.serialize_f64(self.0),
        }
    }
}

impl std::fmt::Display for Number {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        // Adding zero turns a negative zero into the usual one.
        write!(out, "{}", self.0 + 0.0)
    }
}

/// A year as a number, a span as text.
pub(super) struct YearShape(pub(super) Years);

impl Serialize for YearShape {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        match self.0 {
            Years::One(year) => to.serialize_i32(year),
            Years::Span(..) => to.collect_str(&self.0),
        }
    }
}

impl std::fmt::Display for YearShape {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.0.fmt(out)
    }
}

/// The entries of a list.
pub(super) fn of_entries<'a>(entries: &Entries<'a>) -> impl Iterator<Item = EntryShape<'a>> {
    let library = entries.library;
    entries.items.iter().map(move |item| of_entry(library, item.view))
}

/// The entries of a search, ranked from 1.
pub(super) fn of_hits<'a>(entries: &Entries<'a>) -> impl Iterator<Item = HitShape<'a>> {
    let library = entries.library;
    (1..).zip(entries.items).map(move |(rank, item)| of_hit(library, item, rank))
}

fn of_hit<'a>(library: &'a Library, item: &Item<'a>, rank: usize) -> HitShape<'a> {
    let marks = item.hit.map_or(&[][..], |hit| &hit.marks);
    let mark = |mark: &crate::search::Mark| MarkShape {
        field: mark.field.id(),
        ranges: mark.ranges.iter().map(|range| [range.start, range.end]).collect(),
    };
    HitShape {
        entry: of_entry(library, item.view),
        rank,
        tier: item.hit.map_or("", |hit| hit.tier.id()),
        marks: marks.iter().map(mark).collect(),
    }
}

fn of_entry<'a>(library: &'a Library, view: EntryView<'a>) -> EntryShape<'a> {
    let (entry, section, report) = (view.entry(), view.section(), view.report());
    EntryShape {
        id: library.printed_id(view),
        report: report.id(),
        tab: section.tab(),
        section: SectionShape { id: library.printed_section(view), zh: &section.name().zh, en: &section.name().en },
        title: entry.title(),
        note: entry.note(),
        group: entry.group(),
        honour: entry.honour(),
        indicator: entry.indicator(),
        words: entry.words(),
        figures: entry
            .figures()
            .iter()
            .map(|figure| of_figure(library.lexicon(), figure.name_in(entry), figure))
            .collect(),
        source: SourceShape { heading: section.heading(), sentence: entry.sentence(), quote: entry.quote() },
    }
}

pub(super) fn of_figure<'a>(lexicon: &Lexicon, name: &'a Bilingual, figure: &'a Figure) -> FigureShape<'a> {
    FigureShape {
        name,
        indicator: figure.indicator(),
        value: Number(figure.value()),
        upper: figure.upper().map(Number),
        unit: UnitShape { zh: figure.unit(), en: lexicon.unit_in_words(figure) },
        qualifier: figure.qualifier(),
        basis: figure.basis(),
        year: figure.year().map(YearShape),
        role: figure.role(),
        estimate: figure.estimate(),
        confidence: figure.confidence(),
    }
}

/// The rows of a comparison.
pub(super) fn of_pairs<'a>(pairs: &Pairs<'a>) -> impl Iterator<Item = PairShape<'a>> {
    let library = pairs.library;
    pairs.pairs.iter().filter_map(move |pair| of_pair(library, pair))
}

/// `None` for a pair of another library, which no caller has.
fn of_pair<'a>(library: &'a Library, pair: &'a Pair) -> Option<PairShape<'a>> {
    let lead = library.get(pair.lead()?.entry)?;
    let figure = |side: Option<Side>| -> Option<FigureShape<'a>> {
        let side = side?;
        let entry = library.get(side.entry)?.entry();
        let figure = side.figure(library)?;
        Some(of_figure(library.lexicon(), figure.name_in(entry), figure))
    };
    let indicator = |side: Option<Side>| side.and_then(|side| side.indicator(library));
    let words = |side: Option<Side>| side.and_then(|side| side.words(library));
    let (result, target) = (figure(pair.result()), figure(pair.target()));
    let unit = [pair.target(), pair.result()].into_iter().flatten().find_map(|side| side.figure(library));
    Some(PairShape {
        name: pair.name(),
        indicator: indicator(pair.result()).or(indicator(pair.target())),
        target_indicator: indicator(pair.target()),
        report: lead.report().id(),
        section: library.printed_section(lead),
        unit: unit.map_or_else(UnitShape::default, |figure| UnitShape {
            zh: figure.unit(),
            en: library.lexicon().unit_in_words(figure),
        }),
        result,
        target,
        result_words: words(pair.result()),
        target_words: words(pair.target()),
        scope: pair.scope(),
        why: pair.why(),
        difference: pair.difference().map(|difference| Number(difference.value)),
        difference_qualifier: pair.difference().and_then(|difference| difference.qualifier),
        entries: pair.entries().filter_map(|at| library.get(at)).map(|view| library.printed_id(view)).collect(),
    })
}
