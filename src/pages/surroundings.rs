//! What stands around an entry on its full page: what the other year has of it, its neighbours in the same
//! sentence, its place in the section, what people call it, and the sentence itself.

use super::PageContext;
use super::entry::Room;
use super::entry_rows::role_of;
use super::rows::{Content, Ink, LABEL_WIDTH, Piece, Row, margins};
use crate::draft::said;
use crate::library::{Alone, EntryView, Side};
use crate::report::{Entry, Figure, Quantity, Role, Tab, as_in_source};
use crate::text::{Label, Lang, fit, is_han, wrap};

const QUOTE: Label = Label::new("原文", "Quote");

/// That the report has nothing of the other year for an entry with figures, or why it does not count.
pub(super) fn alone_row(context: &PageContext<'_>, view: EntryView<'_>) -> Option<Row> {
    // The targets say so already among their facts, and honours have no other year.
    if view.figures().is_empty() || matches!(view.tab(), Tab::Honours | Tab::Targets) {
        return None;
    }
    let sides = || (0..view.figures().len()).map(|figure| Side { entry: view.at(), figure: Some(figure) });
    if sides().any(|side| context.pairs.partners(side).next().is_some()) {
        return None;
    }
    let year = context.year()?;
    let (other, role, missing) = match role_of(view) {
        Role::Target => (year - 1, Role::Result, Alone::NoResult(year - 1)),
        Role::Result | Role::Base => (year, Role::Target, Alone::NoTarget(year)),
    };
    let alone = sides().find_map(|side| context.pairs.alone(side)).unwrap_or(missing);
    Some(Row {
        mark: Some(role),
        label: other.to_string(),
        pieces: vec![Piece::Text(Ink::Plain, alone.sentence(context.lang))],
    })
}

/// The entries that the same sentence gives, each with its first figure.
pub(super) fn neighbours_row(context: &PageContext<'_>, view: EntryView<'_>) -> Option<Row> {
    let same = |(at, entry): &(usize, &Entry)| *at != view.entry_at() && entry.sentence() == view.entry().sentence();
    let said = view.section().entries().iter().enumerate().filter(same).map(|(_, entry)| {
        let title = entry.title().get(context.lang);
        match entry.figures().first() {
            Some(figure) => {
                let Quantity { mark, whole, fraction, unit } = context.quantity(figure);
                let space = if unit.is_empty() || unit == "%" { "" } else { " " };
                format!("{title} {mark}{whole}{fraction}{space}{unit}")
            }
            None => title.to_owned(),
        }
    });
    let said: Vec<String> = said.collect();
    let text = said.join(Label::new("、", "; ").get(context.lang));
    (!said.is_empty()).then(|| Row::text(Label::new("同句", "Beside").get(context.lang), Ink::Plain, text))
}

/// The section as a strip, one mark an entry, this one in brackets.
pub(super) fn strip_row(context: &PageContext<'_>, view: EntryView<'_>) -> Row {
    let entries = view.section().entries();
    let marks = |entries: &[Entry]| -> String {
        entries.iter().map(|entry| if entry.figures().is_empty() { '▫' } else { '▪' }).collect()
    };
    let here = view.entry_at().min(entries.len());
    let (before, rest) = entries.split_at(here);
    let (own, after) = rest.split_at(rest.len().min(1));
    let ink = Ink::of(role_of(view));
    let name = view.section().name().get(context.lang);
    let place = match context.lang {
        Lang::Zh => format!("  {name}，第 {} 条，共 {} 条", here + 1, entries.len()),
        Lang::En => format!("  {name}: {} of {}", here + 1, entries.len()),
    };
    Row {
        mark: None,
        label: Label::new("板块", "Place").get(context.lang).to_owned(),
        pieces: vec![
            Piece::Text(ink, marks(before)),
            Piece::Text(Ink::Bold, format!("[{}]", marks(own))),
            Piece::Text(ink, marks(after)),
            Piece::Text(Ink::Plain, place),
        ],
    }
}

/// What people call the indicators of an entry, in the language of the page.
pub(super) fn synonyms_row(context: &PageContext<'_>, view: EntryView<'_>) -> Option<Row> {
    let figures = view.figures().iter().filter_map(Figure::indicator);
    let mut names: Vec<&str> = Vec::new();
    for id in view.entry().indicator().into_iter().chain(figures) {
        let Some(indicator) = context.library.lexicon().indicator(id) else { continue };
        let own = [indicator.zh(), indicator.en()];
        for name in own.into_iter().chain(indicator.synonyms().iter().map(String::as_str)) {
            let known = names.contains(&name) || name == view.title().get(context.lang);
            // 汉字 have no place among the English names, and of Latin ones a Chinese page wants abbreviations only.
            let (chinese, capital) = (name.chars().any(is_han), name.chars().all(|c| c.is_ascii_uppercase()));
            let other = if context.lang == Lang::En { chinese } else { !chinese && !capital };
            if !known && !other {
                names.push(name);
            }
        }
    }
    let text = names.join(Label::new("、", ", ").get(context.lang));
    (!names.is_empty()).then(|| Row::text(Label::new("又称", "Also").get(context.lang), Ink::Plain, text))
}

/// The sentence of a drafted entry in lines of `width` cells, the characters of its figures marked.
pub(super) fn quote_rows(context: &PageContext<'_>, view: EntryView<'_>, width: usize) -> Content {
    let Some(quote) = view.entry().quote() else {
        return Content::new();
    };
    labelled(context, quote_lines(quote, quote_room(width)).into_iter().map(|line| marked_line(view, quote, line)))
}

/// The cells of a line of the sentence in a window of `width` cells.
fn quote_room(width: usize) -> usize {
    let (_, left) = margins(u16::try_from(width).unwrap_or(u16::MAX));
    width.saturating_sub(usize::from(left) + LABEL_WIDTH + 1).max(2)
}

/// Where the lines of a sentence begin and end in it; what breaking it left out stands between two of them.
fn quote_lines(quote: &str, room: usize) -> Vec<(usize, usize)> {
    let mut from = 0;
    let lines = wrap(quote, room).into_iter().filter_map(|line| {
        let start = from + quote.get(from..)?.find(line.as_str())?;
        from = start + line.len();
        Some((start, from))
    });
    lines.collect()
}

fn marked_line(view: EntryView<'_>, quote: &str, line: (usize, usize)) -> Vec<Piece> {
    pieces(quote, line, &marked_in(quote, view.figures()))
}

/// The lines as rows, the first one with what they are.
fn labelled(context: &PageContext<'_>, lines: impl Iterator<Item = Vec<Piece>>) -> Content {
    let labels = std::iter::once(QUOTE.get(context.lang)).chain(std::iter::repeat(" "));
    lines.zip(labels).map(|(pieces, label)| Row { mark: None, label: label.to_owned(), pieces }).collect()
}

/// The lines of the sentence that fit in `room`, from the one with the first figure on.
pub(super) fn quote_excerpt(context: &PageContext<'_>, view: EntryView<'_>, room: Room) -> Content {
    let Some(quote) = view.entry().quote().filter(|_| room.rows > 0) else {
        return Content::new();
    };
    let cells = quote_room(room.cells);
    let figure = marked_in(quote, view.figures()).first().map_or(0, |(start, _)| *start);
    let first_of = |lines: &[(usize, usize)]| {
        let wanted = lines.iter().position(|(_, end)| figure < *end).unwrap_or(0);
        wanted.min(lines.len().saturating_sub(room.rows))
    };
    // The mark of what is left out before takes a cell of the first line.
    let whole = quote_lines(quote, cells);
    let lines = if first_of(&whole) > 0 { quote_lines(quote, cells - 1) } else { whole };
    let from = first_of(&lines);
    let cut_behind = lines.len() > from + room.rows;
    let shown = lines.into_iter().skip(from).take(room.rows).enumerate().map(|(at, (start, end))| {
        let before = (at == 0 && from > 0).then(|| Piece::Text(Ink::Plain, "…".to_owned()));
        let last = cut_behind && at + 1 == room.rows;
        let end = if last { end_of_cut(quote, start, cells - usize::from(before.is_some())) } else { end };
        let behind = last.then(|| Piece::Text(Ink::Plain, "…".to_owned()));
        before.into_iter().chain(marked_line(view, quote, (start, end))).chain(behind).collect()
    });
    labelled(context, shown)
}

/// Where a line that begins at `start` ends before the mark of what is cut.
fn end_of_cut(quote: &str, start: usize, cells: usize) -> usize {
    let rest = quote.get(start..).unwrap_or_default();
    start + fit(rest, cells).strip_suffix('…').map_or(rest.len(), str::len)
}

/// The parts of a line, bold where a figure stands.
fn pieces(quote: &str, (start, end): (usize, usize), marked: &[(usize, usize)]) -> Vec<Piece> {
    let mut pieces = Vec::new();
    let mut push = |ink, from: usize, to: usize| {
        if let Some(text) = quote.get(from..to).filter(|text| !text.is_empty()) {
            pieces.push(Piece::Text(ink, text.to_owned()));
        }
    };
    let mut at = start;
    for &(from, to) in marked {
        let (from, to) = (from.clamp(at, end), to.clamp(at, end));
        push(Ink::Plain, at, from);
        push(Ink::Bold, from, to);
        at = to;
    }
    push(Ink::Plain, at, end);
    pieces
}

/// Where the figures stand in their sentence, in order: number and unit, as the draft would read them there, else the
/// digits as a user wrote them.
fn marked_in(quote: &str, figures: &[Figure]) -> Vec<(usize, usize)> {
    let mut said = said(quote);
    let mut marked: Vec<(usize, usize)> = Vec::new();
    for figure in figures {
        let value = figure.value().abs();
        let same = said.iter().position(|said| (said.value - value).abs() < f64::EPSILON && said.unit == figure.unit());
        let place = same.map(|at| said.remove(at).place).map(|place| (place.start, place.end));
        marked.extend(place.or_else(|| written_in(quote, figure, &marked)));
    }
    marked.sort_unstable();
    marked
}

/// Where the digits of a figure stand in a sentence, outside of what is marked already.
fn written_in(quote: &str, figure: &Figure, marked: &[(usize, usize)]) -> Option<(usize, usize)> {
    let value = figure.value().abs().to_string();
    let whole = [as_in_source(figure), format!("{value}{}", figure.unit()), value];
    let free = |text: &String| {
        quote.match_indices(text.as_str()).map(|(at, found)| (at, at + found.len())).find(|&(from, to)| {
            let digit = |c: Option<char>| c.is_some_and(|c| c.is_ascii_digit() || c == '.');
            let apart = !digit(quote.get(..from).and_then(|head| head.chars().last()))
                && !digit(quote.get(to..).and_then(|tail| tail.chars().next()).filter(char::is_ascii_digit));
            apart && marked.iter().all(|&(known, end)| to <= known || end <= from)
        })
    };
    whole.iter().filter(|text| !text.is_empty()).find_map(free)
}

#[cfg(test)]
mod tests {
    use super::{marked_in, pieces};
    use crate::draft::{Hints, Line, Mark, Text, read};
    use crate::pages::{Ink, Piece};
    use crate::report::{Lexicon, take_one};

    #[test]
    fn a_line_is_cut_at_the_marks_that_reach_into_it() {
        let text = "abcdef";
        let shown = pieces(text, (1, 5), &[(0, 2), (4, 6)]);
        let wanted = [(Ink::Bold, "b"), (Ink::Plain, "cd"), (Ink::Bold, "e")];
        assert_eq!(shown, wanted.map(|(ink, text)| Piece::Text(ink, text.to_owned())));
    }

    #[test]
    fn figures_are_marked_where_the_sentence_says_them_in_digits_or_in_words() {
        let marked = |sentence: &str| {
            let line = |(number, text): (u32, &str)| Line { number, text: text.to_owned(), mark: Mark::Plain };
            let lines = (1..).zip(["一、2024年工作回顾", sentence]).map(line).collect();
            let hints = Hints { year: Some(2025), place: Some("吉林市".to_owned()) };
            let draft = read(&Text { lines, ..Text::default() }, &hints);
            let report = take_one(draft.report, "text", &Lexicon::default()).expect("a report").report;
            let section = report.sections().first().expect("a section");
            let entry = section.entries().first().expect("an entry");
            let quote = entry.quote().expect("a sentence");
            let places = marked_in(quote, entry.figures()).into_iter();
            places.map(|(from, to)| quote.get(from..to).expect("characters").to_owned()).collect::<Vec<String>>()
        };
        for (sentence, wanted) in [
            ("老旧小区改造171个，惠及群众七成以上。", &["171个", "七成"][..]),
            ("经济总量近千亿，连续五年居全省首位。", &["千亿", "五年", "首位"]),
            (
                "税收占三分之一，产值翻一番，１２．５万人受益，增长百分之八。",
                &["三分之一", "翻一番", "１２．５万人", "百分之八"],
            ),
            ("新增企业3个、5个，新增项目3个。", &["3个", "5个", "3个"]),
        ] {
            assert_eq!(marked(sentence), wanted, "{sentence}");
        }
    }
}
