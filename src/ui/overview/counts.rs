//! The blocks of counts: tasks with and without numbers, honours by level, promises by the way they point.

use super::super::bars::{draw_bar, mark_of};
use super::super::canvas::Canvas;
use super::pair_of;
use crate::app::{App, Item, Strip, StripColumns, TallyColumns, Way, counted_in};
use crate::pages::{Bar, Coverage, Ink, PageContext};
use crate::report::{Role, Section};
use crate::text::{Label, Lang, cells_of, width};

/// How to read the strips, and how many of all tasks carry a number.
pub(super) fn tasks_head(canvas: &mut Canvas<'_>, y: u16, (columns, from): (&StripColumns, u16), lang: Lang) {
    let counted = canvas.text_to(columns.count, y, Ink::Bold, &counted_in(columns.coverage));
    canvas.text_to(columns.share, y, Ink::Bold, &share_of(columns.coverage));
    let (number, words) =
        (Label::new(" 有数字  ", " number  ").get(lang), Label::new(" 仅表述", " no number").get(lang));
    let x = columns.strip.0.max(from + 2);
    if !matches!(columns.form, Strip::Marks | Strip::Below) || x + 2 + cells_of(number) + cells_of(words) >= counted {
        return;
    }
    let x = canvas.text(x, y, Ink::Target, "▪");
    let x = canvas.text(x, y, Ink::Dim, number);
    let x = canvas.text(x, y, Ink::Target, "▫");
    canvas.text(x, y, Ink::Dim, words);
}

pub(super) fn share_of(coverage: Coverage) -> String {
    format!("{:.0}%", coverage.share())
}

/// A section with one mark a task; the column behind its name.
pub(super) fn tasks(
    canvas: &mut Canvas<'_>,
    (y, row): (u16, u16),
    (columns, section): (&StripColumns, &Section),
    lang: Lang,
) -> u16 {
    let coverage = Coverage::of(section.entries().iter());
    let ink = Ink::of(section.tab().role());
    let (x, cells) = columns.strip;
    let strip = if columns.form == Strip::Below { row.checked_sub(1) } else { Some(row) };
    match columns.form {
        Strip::Marks | Strip::Below => {
            let first = strip.map_or(usize::MAX, |row| usize::from(row * cells));
            let tasks = section.entries().iter().skip(first).take(usize::from(cells));
            let marks: String = tasks.map(|entry| if entry.figures().is_empty() { '▫' } else { '▪' }).collect();
            canvas.text(x, y, ink, &marks);
        }
        Strip::Gauge => {
            draw_bar(canvas, x, y, Bar::Share { role: Role::Target, value: coverage.share() }, cells);
        }
        Strip::None => {}
    }
    if row > 0 {
        return x;
    }
    canvas.text_to(columns.count, y, Ink::Plain, &counted_in(coverage));
    canvas.text_to(columns.share, y, Ink::Plain, &share_of(coverage));
    canvas.text_on((columns.name.0, y), Ink::Plain, section.name().get(lang), columns.share)
}

/// A name, a count and one mark each.
pub(super) struct Tally<'a> {
    pub(super) name: &'a str,
    pub(super) count: usize,
    pub(super) role: Role,
}

/// The columns behind the name and behind the marks.
pub(super) struct Ends {
    pub(super) name: u16,
    marks: u16,
}

impl Tally<'_> {
    pub(super) fn draw(&self, canvas: &mut Canvas<'_>, y: u16, columns: &TallyColumns) -> Ends {
        canvas.text_to(columns.count, y, Ink::Bold, &self.count.to_string());
        let from = columns.count + 2;
        let room = usize::from(columns.right.saturating_sub(from));
        let marks = canvas.text(from, y, Ink::of(self.role), &mark_of(self.role).repeat(self.count.min(room)));
        Ends { name: canvas.text(columns.name, y, Ink::Plain, self.name), marks }
    }
}

/// The promises that point one way, with the names of as many as have room whole.
pub(super) fn promises(app: &App, canvas: &mut Canvas<'_>, y: u16, (columns, way): (&TallyColumns, Way)) -> u16 {
    let context = app.context();
    let members = app.members_of(Item::Way(way));
    let row = Tally { name: way.label().get(app.lang), count: members.len(), role: Role::Target };
    let Ends { name, marks } = row.draw(canvas, y, columns);
    let room = usize::from(columns.right.saturating_sub(marks + 1));
    canvas.text(marks + 1, y, Ink::Plain, &listed(&names_of(&context, &members), room, app.lang));
    name
}

/// As many names as have room whole, and how many more there are; nothing where none has.
fn listed(names: &[&str], room: usize, lang: Lang) -> String {
    let text = |shown: usize| {
        let said = names.iter().take(shown).copied().collect::<Vec<_>>().join(Label::new("、", ", ").get(lang));
        match (names.len() - shown, lang) {
            (0, _) => said,
            (_, Lang::Zh) => format!("{said}等"),
            (left, Lang::En) => format!("{said} and {left} more"),
        }
    };
    (1..=names.len()).rev().map(text).find(|text| width(text) <= room).unwrap_or_default()
}

fn names_of<'a>(context: &PageContext<'a>, members: &[Item]) -> Vec<&'a str> {
    members.iter().filter_map(|item| pair_of(context, *item)).map(|pair| pair.name().get(context.lang)).collect()
}
