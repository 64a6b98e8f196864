//! A pair in a few rows, and as a page with both entries side by side.

use super::PageContext;
use super::chart_rows::gauge_row;
use super::entry::{background, source_parts, titles};
use super::entry_rows::own_rows;
use super::rows::{Bar, Content, Ink, LABEL_WIDTH, Piece, Row, flow, margins};
use crate::library::{EntryView, Gap, Pair, Side, relation};
use crate::report::{Role, Scope};
use crate::text::{Label, pad};

/// The rows under the list for a pair: both sides with their headings, then what sets them apart.
pub fn pair_details(context: &PageContext<'_>, pair: &Pair) -> Content {
    let side = |(mut row, view): (Row, EntryView<'_>)| {
        let (heading, sentence) = source_parts(context, view);
        row.pieces.push(Piece::Shortened(Ink::Dim, format!("   {heading}"), sentence));
        row
    };
    let mut rows: Content = sides(context, pair).into_iter().map(side).collect();
    rows.push(scope_row(context, pair));
    rows
}

/// The same in two rows of `width` cells: both sides in one, and what sets them apart.
pub fn pair_brief(context: &PageContext<'_>, pair: &Pair, width: usize) -> Content {
    let mut rows = sides(context, pair).into_iter().map(|(row, _)| row);
    let mut brief: Content = rows.next().into_iter().collect();
    if let (Some(first), Some(second)) = (brief.first_mut(), rows.next()) {
        let cells = |row: &Row| row.pieces.iter().map(Piece::cells).sum::<usize>() + LABEL_WIDTH;
        if cells(first) + 3 + cells(&second) + 4 > width {
            brief.push(second);
        } else {
            first.push(Ink::Plain, "   ");
            first.push(Ink::Target, "○ ");
            first.push(Ink::Dim, format!("{}  ", second.label));
            first.pieces.extend(second.pieces);
        }
    }
    brief.insert(if brief.len() > 1 { 0 } else { brief.len() }, scope_row(context, pair));
    brief
}

/// What each side of a pair says by itself.
fn sides<'a>(context: &PageContext<'a>, pair: &Pair) -> Vec<(Row, EntryView<'a>)> {
    let side = |side: Side| {
        let view = context.library.get(side.entry)?;
        Some((own_rows(context, view).into_iter().next()?, view))
    };
    [pair.result(), pair.target()].into_iter().flatten().filter_map(side).collect()
}

fn scope_row(context: &PageContext<'_>, pair: &Pair) -> Row {
    let mut row = Row { label: Label::new("口径", "Scope").get(context.lang).to_owned(), ..Row::default() };
    row.pieces.push(Piece::Whole(Ink::Plain, forms_of(context, pair)));
    row
}

/// What a pair says in one sentence, and the same ever shorter: a caveat is whole or gives way to a shorter one.
pub(super) fn forms_of(context: &PageContext<'_>, pair: &Pair) -> Vec<String> {
    let lang = context.lang;
    let mut forms = vec![said_of(context, pair)];
    if let Some(gap) = Gap::of(pair, context.library, lang) {
        let signed = gap.signed.line();
        let derived = Label::new("（推算）", " (derived)").get(lang);
        forms.extend([gap.brief(lang), format!("{signed}{derived}"), signed]);
    } else if let Some(scope) = pair.scope() {
        let scope = scope.label().get(lang);
        forms.extend([format!("{scope}{}", Label::new("，不相减", ", not subtracted").get(lang)), scope.to_owned()]);
    }
    forms
}

/// The width from which on two entries stand side by side.
const SIDE_BY_SIDE: usize = 76;

/// Both entries of a pair with their sources, and the reason of the scope.
pub fn pair_page(context: &PageContext<'_>, pair: &Pair, width: usize) -> Content {
    let lang = context.lang;
    let mut rows = vec![Row::text("", Ink::Bold, pair.name().get(lang))];
    rows.push(Row::text("", Ink::Plain, said_of(context, pair)));
    rows.extend(pair_gauge(context, pair));
    rows.push(Row::default());
    let mut rows: Content = rows.into_iter().flat_map(|row| flow(row, width)).collect();
    let half = if width >= SIDE_BY_SIDE { width / 2 } else { width };
    let side = |side: Side| {
        let view = context.library.get(side.entry)?;
        let mut rows = titles(view, lang);
        rows.extend(own_rows(context, view));
        rows.extend(background(context, view, half));
        Some(rows.into_iter().flat_map(|row| flow(row, half)).collect::<Content>())
    };
    match (pair.result().and_then(side), pair.target().and_then(side)) {
        (Some(left), Some(right)) if half < width => rows.extend(beside(left, right, half)),
        (left, right) => {
            let both = left.is_some() && right.is_some();
            rows.extend(left.into_iter().flatten());
            rows.extend(both.then(Row::default));
            rows.extend(right.into_iter().flatten());
        }
    }
    rows
}

/// The rows of two columns, the second one from `half` on.
fn beside(left: Content, right: Content, half: usize) -> Content {
    let (_, indent) = margins(u16::try_from(half * 2).unwrap_or(u16::MAX));
    let length = left.len().max(right.len());
    let (mut left, mut right) = (left.into_iter(), right.into_iter());
    (0..length)
        .map(|_| {
            let mut row = left.next().unwrap_or_default();
            let other = right.next().unwrap_or_default();
            // Columns count from the text of the row, which a label moves to the right.
            let labelled = row.mark.is_some() || !row.label.is_empty();
            let from = usize::from(indent) + if labelled { LABEL_WIDTH } else { 0 };
            row.pieces.push(Piece::Column(u16::try_from(half.saturating_sub(from)).unwrap_or(0)));
            match other.mark {
                Some(role) => row.push(Ink::of(role), if role == Role::Target { "○ " } else { "● " }),
                None => row.push(Ink::Plain, "  "),
            }
            if other.mark.is_some() || !other.label.is_empty() {
                row.push(Ink::Dim, pad(&other.label, LABEL_WIDTH));
            }
            row.pieces.extend(other.pieces);
            row
        })
        .collect()
}

/// What a pair says in one sentence: the difference, the reason of its scope, or what is missing.
pub fn said_of(context: &PageContext<'_>, pair: &Pair) -> String {
    let gap = Gap::of(pair, context.library, context.lang);
    relation(pair, context.library, gap.as_ref(), context.lang)
}

/// Result and promise on one scale, only where the scope is the same.
fn pair_gauge(context: &PageContext<'_>, pair: &Pair) -> Option<Row> {
    if pair.scope() != Some(Scope::Same) {
        return None;
    }
    let (result, target) = (pair.result()?.figure(context.library)?, pair.target()?.figure(context.library)?);
    Some(gauge_row(
        context,
        target,
        Bar::Pair { result: Some(result.value()), target: Some(target.value()), full: 0.0 },
    ))
}
