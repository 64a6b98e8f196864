//! What an entry says by itself, and what stands beside it in the other year.

use super::PageContext;
use super::pair::forms_of;
use super::rows::{Content, GAP, Ink, Piece, Row};
use crate::library::{EntryView, Gap, Pair, Side};
use crate::report::{Figure, Honour, Role, Said, Scope, Tab, Years, in_words, said};
use crate::text::{Label, Lang};

/// What is said of a task or target that has no number.
pub const STATEMENT: Label = Label::new("仅有表述，没有数字", "a statement without a number");

/// What the entry says, and what stands beside it in the other year.
pub(super) fn facts(context: &PageContext<'_>, view: EntryView<'_>) -> Content {
    let mut rows = own_rows(context, view);
    let sides = (0..view.figures().len()).map(Some).chain(std::iter::once(None));
    for figure in sides {
        let side = Side { entry: view.at(), figure };
        rows.extend(context.pairs.partners(side).map(|(pair, partner)| partner_row(context, pair, partner)));
    }
    if let Some(alone) = alone_row(context, view) {
        rows.push(alone);
    }
    rows
}

/// What the entry itself says.
pub(super) fn own_rows(context: &PageContext<'_>, view: EntryView<'_>) -> Content {
    if let Some(honour) = view.honour() {
        vec![honour_row(context, view, honour)]
    } else if view.figures().is_empty() {
        words_row(context, view).into_iter().collect()
    } else {
        figure_rows(context, view)
    }
}

pub(super) fn role_of(view: EntryView<'_>) -> Role {
    view.tab().role()
}

/// The label of a row: its years, or that the source does not tell them. A span is short enough for a label: 1998–02.
fn label_of(years: Option<Years>, lang: Lang) -> String {
    match years {
        None => Label::new("未写年", "no year").get(lang).to_owned(),
        Some(Years::One(year)) => year.to_string(),
        Some(Years::Span(first, last)) => format!("{first}–{:02}", last.rem_euclid(100)),
    }
}

fn words_row(context: &PageContext<'_>, view: EntryView<'_>) -> Option<Row> {
    let role = role_of(view);
    let text = match view.words() {
        Some(words) => words.get(context.lang).to_owned(),
        None if role == Role::Target => STATEMENT.get(context.lang).to_owned(),
        None => return None,
    };
    Some(Row::marked(role, label_of(view.year().map(Years::One), context.lang), text))
}

/// The figures of an entry, those of one role and year on one row.
fn figure_rows(context: &PageContext<'_>, view: EntryView<'_>) -> Content {
    let mut rows: Content = Vec::new();
    for figure in view.figures() {
        let year = label_of(figure.year(), context.lang);
        let said = in_words(figure, context.library.lexicon(), context.lang);
        let name = figure.name().map(|name| name.get(context.lang));
        match rows.last_mut() {
            Some(row) if row.mark == Some(figure.role()) && row.label == year => {
                let text = name.map_or_else(|| format!("   {said}"), |name| format!("   {name} {said}"));
                row.pieces.push(Piece::Whole(Ink::Plain, vec![text]));
            }
            _ => {
                rows.push(Row {
                    mark: Some(figure.role()),
                    label: year,
                    pieces: pieces_of(context, name.map(|name| (name, " ")), figure),
                });
            }
        }
    }
    rows
}

/// A figure with its name and the gap behind that: a long name gives way, then the form of the source, but not the number.
fn pieces_of(context: &PageContext<'_>, name: Option<(&str, &str)>, figure: &Figure) -> Vec<Piece> {
    let Said { number, source, caveats } = said(figure, context.library.lexicon(), context.lang);
    let number = match name {
        Some((name, gap)) => Piece::Shortened(Ink::Plain, name.to_owned(), gap.to_owned() + &number),
        None => Piece::Text(Ink::Plain, number),
    };
    let mut pieces = vec![number, Piece::Whole(Ink::Plain, vec![source]), Piece::Text(Ink::Plain, caveats)];
    pieces.retain(|piece| piece.cells() > 0);
    pieces
}

fn honour_row(context: &PageContext<'_>, view: EntryView<'_>, honour: &Honour) -> Row {
    let lang = context.lang;
    let mut parts = vec![honour.level().label().get(lang).to_owned(), honour.kind().label().get(lang).to_owned()];
    parts.extend(honour.recipient().map(|recipient| recipient.get(lang).to_owned()));
    let mut row = Row::marked(Role::Result, label_of(view.year().map(Years::One), lang), parts.join("   "));
    let medals = |said: &dyn Fn(&Figure) -> String| -> String {
        let named = |figure: &Figure| format!("{GAP}{} {}", figure.name_in(view.entry()).get(lang), said(figure));
        view.figures().iter().map(named).collect()
    };
    // All medals or none: in little room without the units, which the kind of the honour says.
    let forms = vec![
        medals(&|figure| in_words(figure, context.library.lexicon(), lang)),
        medals(&|figure| context.quantity(figure).number() + context.estimated(figure)),
    ];
    let reading = Label::new("   （级别、类别按名称所示）", "   (level and kind as the name suggests)").get(lang);
    row.pieces.extend([forms, vec![reading.to_owned()]].map(|texts| Piece::Whole(Ink::Plain, texts)));
    row.pieces.retain(|piece| piece.cells() > 0);
    row
}

/// The other side of a pair: value, and difference or reason.
fn partner_row(context: &PageContext<'_>, pair: &Pair, partner: Side) -> Row {
    let lang = context.lang;
    let Some(view) = context.library.get(partner.entry) else {
        return Row::default();
    };
    let figure = partner.figure(context.library);
    let name = (pair.scope() != Some(Scope::Same)).then(|| (view.title().get(lang), "  "));
    let pieces = match (figure, partner.words(context.library)) {
        (Some(figure), _) => pieces_of(context, name, figure),
        (None, words) => {
            let words = words.map_or("", |words| words.get(lang)).to_owned();
            vec![match name {
                Some((name, gap)) => Piece::Shortened(Ink::Plain, name.to_owned(), gap.to_owned() + &words),
                None => Piece::Text(Ink::Plain, words),
            }]
        }
    };
    let role = figure.map_or_else(|| role_of(view), Figure::role);
    let mut row = Row { mark: Some(role), label: label_of(partner.years(context.library), lang), pieces };
    if Gap::of(pair, context.library, lang).is_some() || pair.why().is_some() {
        let forms = forms_of(context, pair).into_iter().map(|form| format!("   {form}"));
        row.pieces.push(Piece::Whole(Ink::Plain, forms.collect()));
    }
    row
}

/// The line that says that an expected target has no result in this report.
fn alone_row(context: &PageContext<'_>, view: EntryView<'_>) -> Option<Row> {
    let expected = view.tab() == Tab::Targets;
    let figure = view.figures().iter().position(|figure| figure.role() == Role::Target);
    let alone = context.pairs.alone(Side { entry: view.at(), figure }).filter(|_| expected)?;
    let year = label_of(view.report().year().map(|year| Years::One(year - 1)), context.lang);
    let pieces = vec![Piece::Text(Ink::Plain, alone.sentence(context.lang))];
    Some(Row { mark: Some(Role::Result), label: year, pieces })
}
