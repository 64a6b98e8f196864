//! The matched characters of a text that is drawn, as the search found them.

use std::ops::Range;

use super::canvas::Canvas;
use crate::search::{Field, Mark};
use crate::text::cells_of;

/// Marks what matched of `text`, which stands at column `x`, as far as it is not cut.
pub(super) fn mark_text(canvas: &mut Canvas<'_>, y: u16, (x, text): (u16, &str), marks: &[Mark], field: Field) {
    mark_ranges(canvas, y, (x, text), ranges_of(marks, field).cloned());
}

/// The matched characters of a field.
pub(super) fn ranges_of(marks: &[Mark], field: Field) -> impl Iterator<Item = &Range<usize>> {
    marks.iter().filter(move |mark| mark.field == field).flat_map(|mark| &mark.ranges)
}

/// Marks characters of `text`, which stands at column `x`, as far as it is not cut.
pub(super) fn mark_ranges(
    canvas: &mut Canvas<'_>,
    y: u16,
    (x, text): (u16, &str),
    ranges: impl Iterator<Item = Range<usize>>,
) {
    let behind = |count: usize| x + cells_of(&text.chars().take(count).collect::<String>());
    for range in ranges {
        let from = behind(range.start);
        let in_sight = (range.start + 1..=range.end).rev().map(|end| (behind(end), range.start..end));
        if let Some((to, _)) = in_sight.into_iter().find(|(to, part)| canvas.reads(y, from, *to, text, part.clone())) {
            canvas.mark(y, from, to);
        }
    }
}
