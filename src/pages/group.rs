//! Several entries or pairs as one line of the opening page counts them: what they are, how many, and by name.

use super::PageContext;
use super::rows::{Content, Ink, LABEL_WIDTH, Piece, Row, margins};
use super::scale::Coverage;
use crate::library::Pair;
use crate::report::{Honour, Level, Role, Section, Tab};
use crate::text::{Bilingual, Label, wrap};

const SOURCE: Label = Label::new("出处", "Source");
const HONOURS: Label = Label::new("荣誉", "Honours");
const PAIRS: Label = Label::new("指标", "Which");

/// What stands under the list about a section: its name, how many of its tasks carry a number, their names,
/// and its heading.
pub fn section_details(context: &PageContext<'_>, section: &Section, width: usize) -> (Bilingual, Content) {
    let lang = context.lang;
    let coverage = Coverage::of(section.entries().iter());
    let year = context.year().map(|year| section.tab().year(year).to_string());
    let mut rows = vec![Row::marked(section.tab().role(), year.unwrap_or_default(), coverage.sentence(lang))];
    let numbered = section.entries().iter().filter(|entry| !entry.figures().is_empty());
    let names: Vec<&str> = numbered.map(|entry| entry.title().get(lang)).collect();
    rows.extend(listed(context, Label::new("有数字", "Numbers"), &names, width));
    rows.push(Row::text(SOURCE.get(lang), Ink::Plain, section.heading()));
    (section.name().clone(), rows)
}

/// The same about the honours of a level.
pub fn level_details(context: &PageContext<'_>, level: Level, width: usize) -> (Bilingual, Content) {
    let lang = context.lang;
    let all = context.library.entries_in(context.report).filter(|view| view.honour().map(Honour::level) == Some(level));
    let all: Vec<_> = all.collect();
    let year = context.year().map(|year| Tab::Honours.year(year).to_string());
    let count = Bilingual::new(
        format!("{} 项（级别按名称所示）", all.len()),
        format!("{} (the level is read from the name)", all.len()),
    );
    let mut rows = vec![Row::marked(Role::Result, year.unwrap_or_default(), count.get(lang).to_owned())];
    let names: Vec<&str> = all.iter().map(|view| view.title().get(lang)).collect();
    rows.extend(listed(context, HONOURS, &names, width));
    if let Some(view) = all.first() {
        rows.push(Row::text(SOURCE.get(lang), Ink::Plain, view.section().heading()));
    }
    (level.label().into(), rows)
}

/// The same about pairs whose promises point one way.
pub fn way_details(context: &PageContext<'_>, name: Label, pairs: &[&Pair], width: usize) -> (Bilingual, Content) {
    let lang = context.lang;
    let year = context.year().map(|year| year.to_string());
    let count = Bilingual::new(
        format!("{} 项承诺，与上年结果口径相同（推算）", pairs.len()),
        format!("{}, in the same scope as the results of the year before (derived)", pairs.len()),
    );
    let brief = Bilingual::new(
        format!("{} 项，口径相同（推算）", pairs.len()),
        format!("{}, same scope (derived)", pairs.len()),
    );
    let forms = [count, brief].map(|form| form.get(lang).to_owned());
    let pieces = vec![Piece::Whole(Ink::Plain, forms.into())];
    let mut rows = vec![Row { mark: Some(Role::Target), label: year.unwrap_or_default(), pieces }];
    let said = pairs.iter().map(|pair| {
        let difference = context.signed(pair).map(|quantity| format!(" {}", quantity.line())).unwrap_or_default();
        format!("{}{difference}", pair.name().get(lang))
    });
    let said: Vec<String> = said.collect();
    let names: Vec<&str> = said.iter().map(String::as_str).collect();
    rows.extend(listed(context, PAIRS, &names, width));
    (name.into(), rows)
}

/// Names under a label, in as many rows as they need.
fn listed(context: &PageContext<'_>, label: Label, names: &[&str], width: usize) -> Content {
    let text = names.join(Label::new("、", ", ").get(context.lang));
    let (_, left) = margins(u16::try_from(width).unwrap_or(u16::MAX));
    let room = width.saturating_sub(usize::from(left) + LABEL_WIDTH + 1);
    let lines = wrap(&text, room).into_iter().filter(|line| !line.is_empty()).enumerate();
    // What goes on stands under the names, not under the label.
    lines.map(|(at, line)| Row::text(if at == 0 { label.get(context.lang) } else { " " }, Ink::Plain, line)).collect()
}
