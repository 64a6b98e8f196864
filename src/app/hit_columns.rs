//! The cells that the columns of the list of hits need: measured once for a query, over the best of its hits,
//! and widened by those that come into sight.

use super::columns::medals;
use super::group::Item;
use super::state::App;
use crate::library::EntryView;
use crate::report::{Figure, Report};
use crate::search::{Field, Hit, Mark};
use crate::text::{Bilingual, Lang, cells_of};

/// So many hits of one report give the columns their widths before they are in sight.
const MEASURED: usize = 300;

/// The cells of a section that is short enough anywhere.
const SECTION: u16 = 12;

/// The cells that words have at least in the place of a number.
pub(crate) const HIT_WORDS: u16 = 16;

/// The most cells that each column takes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct HitWidths {
    /// A number before its point, with its mark and sign.
    pub(crate) whole: u16,
    /// The number behind its point.
    pub(crate) fraction: u16,
    /// The unit.
    pub(crate) unit: u16,
    /// Why it matched.
    pub(crate) reason: u16,
    /// The title, with the text behind it that matched in its stead.
    pub(crate) title: u16,
    /// The title alone.
    pub(crate) bare: u16,
    /// The title with the words in the place of its number, two cells apart.
    pub(crate) worded: u16,
    /// All of the title, what matched beside it and the words in the place of its number.
    pub(crate) phrase: u16,
    /// The section, of the hits that were measured.
    pub(crate) section: u16,
    /// The widest section of the report, found or not: so the columns keep their place while one types. Of several reports
    /// only those are known that hits were measured of.
    listed: u16,
}

/// What the widths were measured for.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Measured {
    query: String,
    hits: usize,
    lang: Lang,
    ascii: bool,
}

/// The widths of the list in sight, and what they were measured for.
#[derive(Clone, Debug, Default)]
pub(super) struct HitColumns(Option<(Measured, HitWidths)>);

impl HitWidths {
    /// The cells of a section that keeps its place while one types, and the least of one that may be cut.
    pub(crate) fn sections(&self) -> (u16, u16) {
        let all = self.listed.max(self.section);
        (all, all.min(SECTION))
    }

    fn with(self, app: &App, at: usize) -> Self {
        if let Some(Item::Pair(pair)) = app.live.item(at) {
            let name = app.context().pairs.get(pair).map_or(0, |pair| cells_of(pair.name().get(app.lang)));
            // Before its first number stands the mark of the year, with the gap of a column.
            return Self { title: self.title.max(name + 3), ..self };
        }
        let Some(hit) = app.live.hit(at) else {
            return self;
        };
        let reason = self.reason.max(cells_of(hit.reason.label().get(app.lang)));
        let Some(view) = app.context().library.get(hit.entry) else {
            return Self { reason, ..self };
        };
        let behind = excerpt_of(view, &hit, app.lang).map_or(0, |(_, text)| 2 + cells_of(text));
        let bare = cells_of(view.title().get(app.lang));
        let title = self.title.max(bare + behind);
        let medals = medals_of(app, view, &hit).map(|medals| cells_of(&medals));
        let words = view.words().map(|words| cells_of(words.get(app.lang)).min(HIT_WORDS));
        let words = medals.or(words.filter(|_| view.figures().is_empty())).map_or(0, |cells| cells + 2);
        let worded = self.worded.max(if words > 0 { bare + words } else { 0 });
        let said = view.words().filter(|_| view.figures().is_empty()).map(|words| cells_of(words.get(app.lang)));
        let phrase = self.phrase.max(said.map_or(0, |said| bare + behind + 2 + said));
        let section = self.section.max(cells_of(view.section().name().get(app.lang)));
        let kept = Self { reason, title, bare: self.bare.max(bare), worded, phrase, section, ..self };
        let Some(quantity) = figure_of(view, &hit).map(|figure| app.context().quantity(figure)) else {
            return kept;
        };
        Self {
            whole: self.whole.max(cells_of(quantity.mark) + cells_of(&quantity.whole)),
            fraction: self.fraction.max(cells_of(&quantity.fraction)),
            unit: self.unit.max(cells_of(&quantity.unit)),
            ..kept
        }
    }
}

impl App {
    /// The cells that the columns of the hits need.
    pub(crate) fn hit_widths(&self) -> HitWidths {
        let measured = Measured {
            query: self.live.query().to_owned(),
            hits: self.live.len(),
            lang: self.lang,
            ascii: self.looks.ascii,
        };
        let mut known = self.hit_columns.borrow_mut();
        let before = known.0.take();
        let widths = match &before {
            Some((of, widths)) if *of == measured => *widths,
            _ => {
                let listed = match &before {
                    Some((of, widths)) if (of.lang, of.ascii) == (self.lang, self.looks.ascii) => widths.listed,
                    _ => widest_section(self),
                };
                let first = HitWidths { listed, ..HitWidths::default() };
                // Of several reports only those are read that hits in sight stand in.
                let measured = if self.library.count() > 1 { 0 } else { MEASURED };
                (0..self.live.len().min(measured)).fold(first, |widths, at| widths.with(self, at))
            }
        };
        let sight = self.hit.top..self.hit.top + usize::from(self.size.1);
        let widths = sight.fold(widths, |widths, at| widths.with(self, at));
        known.0 = Some((measured, widths));
        widths
    }
}

fn widest_section(app: &App) -> u16 {
    if app.library.count() > 1 {
        // Sections of all reports would have to be read for their names.
        return SECTION;
    }
    let sections = app.context().report().map_or(&[][..], Report::sections);
    sections.iter().map(|section| cells_of(section.name().get(app.lang))).max().unwrap_or(0)
}

/// The text that matched where the title did not, with its field.
pub(crate) fn excerpt_of<'a>(view: EntryView<'a>, hit: &Hit, lang: Lang) -> Option<(Field, &'a str)> {
    let title = title_field(view.title(), &hit.marks, lang);
    if hit.marks.iter().any(|mark| mark.field == title && !mark.ranges.is_empty()) {
        return None;
    }
    hit.marks.iter().find_map(|mark| Some((mark.field, field_text(view, mark.field)?)))
}

/// All figures of an honour with several of them, unless the hit is about one.
pub(crate) fn medals_of(app: &App, view: EntryView<'_>, hit: &Hit) -> Option<String> {
    let several = view.honour().is_some() && view.figures().len() > 1;
    let about = hit.marks.iter().any(|mark| matches!(mark.field, Field::FigureName(..) | Field::FigureValue(_)));
    (several && !about).then(|| medals(&app.context(), view.entry()))
}

/// The field of what is marked in a title: of a title without a translation also what matched in the other language.
pub(crate) fn title_field(title: &Bilingual, marks: &[Mark], lang: Lang) -> Field {
    let own = Field::Title(lang);
    let found = marks.iter().any(|mark| mark.field == own && !mark.ranges.is_empty());
    if found || title.in_other(lang).is_some() { own } else { Field::Title(lang.other()) }
}

/// The text of a field that a hit can show beside the title.
fn field_text(view: EntryView<'_>, field: Field) -> Option<&str> {
    let entry = view.entry();
    match field {
        Field::Title(lang) => Some(entry.title().get(lang)),
        Field::Note(lang) => Some(entry.note()?.get(lang)),
        Field::Group(lang) => Some(entry.group()?.get(lang)),
        Field::Section(lang) => Some(view.section().name().get(lang)),
        Field::FigureName(at, lang) => Some(entry.figures().get(usize::from(at))?.name()?.get(lang)),
        Field::Heading => Some(view.section().heading()),
        Field::Quote => entry.quote(),
        _ => None,
    }
}

/// The figure that a hit is about: the one that matched, else the first.
pub(crate) fn figure_of<'a>(view: EntryView<'a>, hit: &Hit) -> Option<&'a Figure> {
    let matched = hit.marks.iter().find_map(|mark| match mark.field {
        Field::FigureName(at, _) | Field::FigureUnit(at, _) | Field::FigureValue(at) => Some(usize::from(at)),
        _ => None,
    });
    view.figures().get(matched.unwrap_or(0))
}
