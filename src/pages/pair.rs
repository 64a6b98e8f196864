//! A pair in a few rows, and as a page with both entries side by side.

use super::Reading;
use super::entry::{background, source_of, titles};
use super::facts::{own_rows, scoped};
use super::rows::{Bar, Content, Ink, LABEL_WIDTH, Piece, Row, flow, margins};
use super::shapes::gauge_row;
use crate::report::{Gap, Pair, Role, Scope, Side};
use crate::text::{Label, Lang, pad};

/// The rows under the list for a pair: both sides with their headings, then what sets them apart.
pub fn pair_details(reading: &Reading<'_>, pair: &Pair) -> Content {
    let lang = reading.lang;
    let side = |side: Side| {
        let view = reading.library.get(side.entry)?;
        let mut row = own_rows(reading, view).into_iter().next()?;
        row.push(Ink::Dim, format!("   {}", source_of(reading, view)));
        Some(row)
    };
    let mut rows: Content = [pair.result(), pair.target()].into_iter().flatten().filter_map(side).collect();
    rows.push(Row::text(Label::new("口径", "Scope").get(lang), Ink::Plain, said_of(reading, pair)));
    rows
}

/// The width from which on two entries stand side by side.
const SIDE_BY_SIDE: usize = 76;

/// Both entries of a pair with their sources, and the reason of the scope.
pub fn pair_page(reading: &Reading<'_>, pair: &Pair, width: usize) -> Content {
    let lang = reading.lang;
    let mut rows = vec![Row::text("", Ink::Bold, pair.name().get(lang))];
    rows.push(Row::text("", Ink::Plain, said_of(reading, pair)));
    rows.extend(pair_gauge(reading, pair));
    rows.push(Row::default());
    let mut rows: Content = rows.into_iter().flat_map(|row| flow(row, width)).collect();
    let half = if width >= SIDE_BY_SIDE { width / 2 } else { width };
    let side = |side: Side| {
        let view = reading.library.get(side.entry)?;
        let mut rows = titles(view, lang);
        rows.extend(own_rows(reading, view));
        rows.extend(background(reading, view));
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
pub fn said_of(reading: &Reading<'_>, pair: &Pair) -> String {
    sentence_of(reading, pair, Gap::of(pair, reading.library, reading.lang))
}

/// The same sentence with the difference as `gap` has it.
pub(super) fn sentence_of(reading: &Reading<'_>, pair: &Pair, gap: Option<Gap>) -> String {
    let lang = reading.lang;
    if let Some(gap) = gap {
        return gap.sentence(lang);
    }
    if let Some(why) = pair.why() {
        return scoped(why, pair.scope(), lang);
    }
    let lead = pair.lead().and_then(|side| reading.library.get(side.entry));
    let year = lead.map_or(0, |view| view.report().year());
    match (pair.result().is_some(), pair.target().is_some(), lang) {
        (true, true, _) => {
            Label::new("口径相同，有一方没有数字", "same scope; one side has no number").get(lang).to_owned()
        }
        (true, false, Lang::Zh) => format!("本报告无 {year} 年目标"),
        (true, false, Lang::En) => format!("no target for {year} in this report"),
        (_, _, Lang::Zh) => format!("本报告无 {} 年数字", year - 1),
        (_, _, Lang::En) => format!("no {} figure in this report", year - 1),
    }
}

/// Result and promise on one scale, only where the scope is the same.
fn pair_gauge(reading: &Reading<'_>, pair: &Pair) -> Option<Row> {
    if pair.scope() != Some(Scope::Same) {
        return None;
    }
    let (result, target) = (pair.result()?.figure(reading.library)?, pair.target()?.figure(reading.library)?);
    Some(gauge_row(
        reading,
        target,
        Bar::Pair { result: Some(result.value()), target: Some(target.value()), full: 0.0 },
    ))
}
