//! The headings of sections: short where all of a pane share their beginning or end.

use crate::report::{Report, Section};
use crate::text::Lang;

/// A heading for the screen.
pub(super) fn heading_of(report: &Report, section: &Section, lang: Lang) -> String {
    match lang {
        Lang::Zh => own_heading(report, section),
        Lang::En => section.name().get(Lang::En).to_owned(),
    }
}

/// The section's own line without what all headings of its pane share.
fn own_heading(report: &Report, section: &Section) -> String {
    let sections = report.sections().iter().filter(|other| other.tab() == section.tab());
    let bodies: Vec<&str> = sections.map(|other| numeral(other.heading()).1).collect();
    let (number, body) = numeral(section.heading());
    if bodies.len() < 3 {
        return section.heading().to_owned();
    }
    let head = shared(&bodies, |a, b| a.chars().zip(b.chars()).take_while(|(a, b)| a == b).count());
    let tail = shared(&bodies, |a, b| a.chars().rev().zip(b.chars().rev()).take_while(|(a, b)| a == b).count());
    let length = body.chars().count();
    let middle: String = body.chars().skip(head).take(length.saturating_sub(head + tail)).collect();
    // Of headings that differ in little more than their number the middle alone says nothing.
    if 2 * (head + tail) >= length { section.heading().to_owned() } else { format!("{number}{middle}") }
}

/// The number in front of a heading, `(三) `, and the rest.
fn numeral(heading: &str) -> (&str, &str) {
    let opens = heading.starts_with(['(', '（']);
    match heading.find([')', '）']).filter(|_| opens) {
        Some(at) => {
            let rest = heading.get(at..).unwrap_or_default();
            let body = rest.trim_start_matches([')', '）']).trim_start();
            heading.split_at(heading.len() - body.len())
        }
        None => ("", heading),
    }
}

fn shared(bodies: &[&str], common: impl Fn(&str, &str) -> usize) -> usize {
    let first = bodies.first().copied().unwrap_or_default();
    bodies.iter().map(|body| common(first, body)).min().unwrap_or(0)
}
