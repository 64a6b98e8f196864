//! Nothing is cut where blank cells stand beside it; no number, unit, caveat of scope or key hint is cut at all.
//!
//! A cell is free where its row leaves it blank, whichever column it belongs to, beyond the gaps between columns. Only
//! where another row really has something there the column has earned it; in a list that scrolls also a row out of sight,
//! because the columns of a list keep their places while one scrolls.
//!
//! Key hints are held against their table in `check`: a piece of one is no key and word of it.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use sulan::app::{App, Item, Mode, Regions};
use sulan::pages::{LABEL_WIDTH, STATEMENT, margins};
use sulan::text::{Lang, is_han, width};
use sulan::ui::Theme;

use super::blanks::{Table, blanks_before};
use super::check::text;

/// The end of a cut text that is looked for in the texts it may come from, in characters.
const TAIL: usize = 8;
/// What tells the scope of two numbers, and that one is not the source's own.
const CAVEATS: [&str; 14] = [
    "口径相同",
    "口径相近",
    "口径不同",
    "同口径",
    "不相减",
    "（推算",
    "推算）",
    "仅有表述",
    "same scope",
    "similar scope",
    "different scope",
    "not subtracted",
    "(derived",
    "derived)",
];

/// The same screen in a window that is high enough for all rows of its list, or all screens of it.
pub(super) struct Whole {
    pub(super) screens: Vec<Buffer>,
    pub(super) regions: Regions,
}

/// All that is cut on a screen though it need not or must not be.
pub(super) fn faults(
    app: &App,
    screen: &Buffer,
    (regions, whole): (&Regions, Option<&Whole>),
    faults: &mut Vec<String>,
) {
    if matches!(app.ground(), Mode::Browse | Mode::Search | Mode::Hits) {
        faults.extend(regions.details.and_then(|details| cut_in_details(app, screen, details)));
    }
    let mut texts = Texts { app, known: None };
    let sign = Theme::from(app.looks).text("…").into_owned();
    for (place, (area, kind)) in areas(app, regions).into_iter().enumerate() {
        let rows: Vec<String> =
            (area.top()..area.bottom()).map(|y| text(screen, Rect { y, height: 1, ..area })).collect();
        let tables = if rows.iter().any(|row| row.contains(&sign)) {
            let unseen = whole.into_iter().flat_map(|whole| {
                let area = areas(app, &whole.regions).into_iter().nth(place).map(|(area, _)| area);
                whole.screens.iter().filter_map(move |cells| Some(Table::of(cells, area?)))
            });
            std::iter::once(Table::of(screen, area)).chain(unseen).collect()
        } else {
            Vec::new()
        };
        // What stands there has a column of its own in all details and pages.
        let labels = usize::from(margins(area.width).1) + LABEL_WIDTH;
        for (y, shown) in rows.iter().enumerate() {
            let row = usize::from(area.y) + y;
            if shown.chars().next_back().is_some_and(|last| last != ' ') && !is_line(shown, app) {
                faults.push(format!("row {row} runs over its right margin: {shown}"));
            }
            let free = |before: &str| match (kind, tables.first()) {
                (Kind::Years, _) if y + 1 < rows.len() => blanks_before(before, labels),
                (Kind::Table, Some(table)) => table.free(y, (0, width(before) + 1), &tables.iter().collect::<Vec<_>>()),
                (_, Some(table)) => table.free(y, (labels, width(before) + 1), &[]),
                _ => 0,
            };
            let cuts = cuts(shown, &free, &mut texts).into_iter();
            faults.extend(cuts.map(|fault| format!("row {row}: {fault}: {shown}")));
        }
    }
}

/// How the rows of a part of the screen belong together.
#[derive(Clone, Copy, PartialEq)]
enum Kind {
    /// They share columns.
    Table,
    /// Each stands for itself.
    Lines,
    /// Words end under their year: the blank column behind is another year's. They begin behind the column of the labels.
    Years,
}

/// What is cut of title and source in the details though a row is left for them.
fn cut_in_details(app: &App, screen: &Buffer, details: Rect) -> Option<String> {
    let row = |y: u16| text(screen, Rect { y, height: 1, ..details });
    if app.selected_pair().is_some() || !row(details.bottom() - 1).trim().is_empty() {
        return None;
    }
    let view = app.selected().filter(|_| matches!(app.item(), Some(Item::Entry(_))))?;
    let theme = Theme::from(app.looks);
    let shown: String = (details.top()..details.bottom()).map(row).collect();
    // A heading that is longer than a row is cut anywhere.
    let room = usize::from(details.width).saturating_sub(30);
    // Where several reports are open the heading has its report before it.
    let heading = Some(view.section().heading()).filter(|_| app.library.count() == 1);
    let wanted = [Some(view.title().get(app.lang)), heading].into_iter().flatten();
    let cut = wanted.map(|text| theme.text(text).into_owned()).find(|text| !shown.contains(&**text));
    cut.filter(|text| width(text) <= room).map(|text| format!("the details cut {text:?} above a blank row"))
}

/// The parts of the screen whose rows have a right margin of their own, those with columns first.
fn areas(app: &App, regions: &Regions) -> Vec<(Rect, Kind)> {
    let columns = if app.ground() == Mode::Browse { app.layout().columns.len() } else { 1 };
    let lists = if columns == 2 { regions.list_areas(2).to_vec() } else { vec![regions.list] };
    let text = matches!(app.ground(), Mode::Page | Mode::Help | Mode::About);
    let kind = if text { Kind::Lines } else { Kind::Table };
    let lists = lists.into_iter().map(|area| (area, kind));
    let beside = [regions.sections, regions.context].into_iter().flatten().map(|area| (area, Kind::Table));
    let details = if app.ground() == Mode::Years { Kind::Years } else { Kind::Lines };
    let details = regions.details.map(|area| (area, details));
    // What is typed moves through its row; it is not shortened.
    let footer = (!app.mode().is_prompt()).then_some(regions.footer);
    let lines = [regions.chips, regions.head, footer].into_iter().flatten().map(|area| (area, Kind::Lines));
    lists.chain(beside).chain(details).chain(lines).collect()
}

/// Whether a row is a line from edge to edge, with a heading in it or not.
fn is_line(row: &str, app: &App) -> bool {
    row.starts_with(&*Theme::from(app.looks).text("──")) || row.trim_start().starts_with('→')
}

/// What is wrong with each cut of a row, of which `free` counts the cells that are left for it.
fn cuts(row: &str, free: &dyn Fn(&str) -> usize, texts: &mut Texts<'_>) -> Vec<String> {
    let theme = Theme::from(texts.app.looks);
    let sign = theme.text("…").into_owned();
    let mut faults = Vec::new();
    let mut rest = row;
    let mut before = String::new();
    while let Some((head, behind)) = rest.split_once(sign.as_str()) {
        before += head;
        // In ASCII the sign is also that of about, which stands before its number; and a source has dots of its own.
        let ends = behind.trim_start_matches(' ').is_empty() || behind.starts_with(' ');
        if ends && !behind.starts_with('…') && !before.ends_with(['…', ' ']) {
            faults.extend(fault(&before, free(&before), texts));
        }
        before += &sign;
        rest = behind;
    }
    faults
}

/// What is wrong with a text that is cut behind `before`, with so many cells free.
fn fault(before: &str, free: usize, texts: &mut Texts<'_>) -> Option<String> {
    let lower = before.to_lowercase();
    let tail: String =
        before.trim_start_matches(['>', ' ']).chars().rev().take(TAIL).collect::<Vec<_>>().into_iter().rev().collect();
    let tail = tail.rsplit("  ").next().unwrap_or_default();
    for caveat in CAVEATS {
        let Some(rest) = rest_of(caveat, &lower) else { continue };
        // A text of the report may begin like a caveat and go on otherwise.
        let next = texts.next(tail);
        if next.is_empty() || next.iter().any(|next| rest.starts_with(next.trim_start())) {
            return Some(format!("the caveat {caveat:?} is cut"));
        }
    }
    // A mark that help explains stands by itself.
    if tail.is_empty() && texts.app.ground() == Mode::Help {
        return None;
    }
    let piece = before.rsplit("  ").next().unwrap_or_default().trim_start_matches(['>', ' ']);
    if let Some(unit) = texts.unit_cut(piece) {
        return Some(format!("the unit {unit:?} is cut"));
    }
    let digit = before.chars().next_back().is_some_and(|c| c.is_ascii_digit());
    if !digit && free == 0 {
        return None;
    }
    let next = texts.next(tail);
    if digit && next.iter().any(|next| next.starts_with(|c: char| c.is_ascii_digit() || c == '%')) {
        return Some("a number is cut".to_owned());
    }
    let needed = texts.needed(piece);
    (needed <= free).then(|| format!("{tail:?} is cut beside {free} blank cells"))
}

/// What is missing of a caveat that a text ends in the midst of.
fn rest_of(caveat: &'static str, text: &str) -> Option<&'static str> {
    let least = if caveat.chars().any(is_han) { 2 } else { 5 };
    let parts = caveat.char_indices().skip(least).map(|(at, _)| caveat.split_at(at));
    parts.filter(|(start, _)| start.trim_end() == *start).find(|(start, _)| text.ends_with(start)).map(|(_, rest)| rest)
}

/// The texts that a screen may shorten, gathered once they are asked for.
struct Texts<'a> {
    app: &'a App,
    known: Option<Vec<String>>,
}

impl Texts<'_> {
    /// The unit in which, or before which, a text ends that goes on with it; a number at its beginning stands alone.
    fn unit_cut(&mut self, piece: &str) -> Option<String> {
        let app = self.app;
        let units = app.library.lexicon().units();
        let body = piece.trim_end_matches(|c: char| is_han(c) || c.is_ascii_alphabetic() || matches!(c, ' ' | '²'));
        let begun = piece.strip_prefix(body)?.trim_start();
        let signs = |c: char| c.is_ascii_digit() || " .,%+−≥≤≈→>–".contains(c);
        if begun.chars().count() > 12
            || !body.ends_with(|c: char| c.is_ascii_digit())
            || body.trim_end_matches(signs).is_empty()
        {
            return None;
        }
        let known = self.known.get_or_insert_with(|| known(app));
        let rests = known.iter().filter_map(|text| Some(text.split_once(piece)?.1));
        let rests: Vec<String> = rests.map(|rest| format!("{begun}{rest}").trim_start().to_owned()).collect();
        let names = units.iter().flat_map(|unit| [unit.zh().to_owned(), unit.en().to_owned()]);
        let names = names.flat_map(|name| ["", "m ", "bn ", "tn "].map(|power| format!("{power}{name}")));
        let mut names = names.filter(|name| !name.trim().is_empty() && begun.len() < name.len());
        names.find(|name| rests.iter().any(|rest| rest.starts_with(name.as_str())))
    }

    /// The cells that the least addition to a cut text takes, where the sign of the cut has one: all that is left of it, or
    /// the next word. The texts that read alike are not told apart: the widest of them counts.
    fn needed(&mut self, piece: &str) -> usize {
        let app = self.app;
        let known = self.known.get_or_insert_with(|| known(app));
        let starts = piece.char_indices().map(|(at, _)| piece.get(at..).unwrap_or_default());
        let rests = |tail: &str| -> Vec<&str> {
            let holding = known.iter().filter_map(|text| text.split_once(tail).map(|(_, rest)| rest));
            holding.filter(|rest| !rest.is_empty()).collect()
        };
        let found =
            starts.filter(|tail| !tail.is_empty()).map(rests).find(|rests| !rests.is_empty()).unwrap_or_default();
        let cells = found.into_iter().map(|rest| (width(rest) - 1).min(width(&token(rest))));
        cells.max().unwrap_or(2).max(1)
    }

    /// The least that may follow `tail` in any of the texts: a whole number, or one character.
    fn next(&mut self, tail: &str) -> Vec<String> {
        let app = self.app;
        let known = self.known.get_or_insert_with(|| known(app));
        let holding = known.iter().flat_map(|text| text.match_indices(tail).map(move |(at, _)| (text, at)));
        holding
            .filter_map(|(text, at)| text.get(at + tail.len()..))
            .filter(|rest| !rest.is_empty())
            .map(token)
            .collect()
    }
}

/// The first number with its sign and unit, or the first character, with the blanks before it.
fn token(rest: &str) -> String {
    let body = rest.trim_start();
    let (blanks, _) = rest.split_at(rest.len() - body.len());
    // A bracket opens with what stands in it, and a caveat is one word.
    if let Some(inside) = body.strip_prefix(['（', '(']) {
        let bracket = body.chars().next().map(String::from).unwrap_or_default();
        return format!("{blanks}{bracket}{}", token(inside));
    }
    let statement = Lang::ALL.map(|lang| STATEMENT.get(lang));
    let whole = CAVEATS.iter().map(|caveat| caveat.trim_matches(['（', '）', '(', ')'])).chain(statement);
    let begins = |caveat: &&str| body.get(..caveat.len()).is_some_and(|start| start.eq_ignore_ascii_case(caveat));
    let caveat = whole.filter(begins).max_by_key(|caveat| caveat.len());
    if let Some(caveat) = caveat {
        return format!("{blanks}{caveat}");
    }
    let mut token = String::new();
    for c in rest.chars() {
        let number = |c: char| c.is_ascii_digit() || matches!(c, '.' | ',' | '%');
        let sign = |c: char| matches!(c, ' ' | '+' | '−' | '≥' | '≤' | '≈' | '→' | '>' | '–' | '-');
        let goes_on = token.is_empty() || token.chars().all(sign) || (token.ends_with(number) && number(c));
        if !goes_on {
            break;
        }
        token.push(c);
    }
    let unit = rest.get(token.len()..).unwrap_or_default();
    if token.ends_with(|c: char| c.is_ascii_digit()) { token + &behind_number(unit) } else { token }
}

/// What a number takes along: a measure word, or a word, or a power of ten and a word.
fn behind_number(rest: &str) -> String {
    let powers = |c: &char| "十百千万亿".contains(*c);
    let after: Vec<char> = rest.chars().skip_while(|c| *c == ' ').collect();
    let count = after.iter().take_while(|c| powers(c)).count();
    // The widest of the measure words that begin there, else one character.
    let measures = ["个百分点", "平方公里", "平方米", "立方米", "百分点", "公里", "公顷", "人次", "千瓦时", "千分点"];
    let begun: String = after.iter().skip(count).collect();
    let length = measures.iter().filter(|known| begun.starts_with(**known)).map(|known| known.chars().count()).max();
    let han: String = after.iter().take(count + length.unwrap_or(1)).take_while(|c| is_han(**c)).collect();
    let words = if ["m ", "bn ", "tn "].iter().any(|power| rest.trim_start().starts_with(power)) { 2 } else { 1 };
    let word: Vec<&str> = rest.split_whitespace().take(words).collect();
    if han.is_empty() { format!(" {}", word.join(" ")) } else { format!(" {han}") }
}

/// All texts of the reports, as these looks draw them.
fn known(app: &App) -> Vec<String> {
    let theme = Theme::from(app.looks);
    let lang = app.lang;
    let mut texts: Vec<String> = Vec::new();
    for view in app.library.entries() {
        let (entry, section) = (view.entry(), view.section());
        texts.extend(
            app.library.origin(view.report_at(), lang).map(|at| format!("{at} · {}", section.name().get(lang))),
        );
        for lang in sulan::text::Lang::ALL {
            texts.extend([entry.title().get(lang).to_owned(), section.name().get(lang).to_owned()]);
            texts.extend(entry.note().into_iter().chain(entry.group()).map(|text| text.get(lang).to_owned()));
            texts.extend(view.words().map(|words| words.get(lang).to_owned()));
            texts.extend(entry.figures().iter().map(|figure| figure.name_in(entry).get(lang).to_owned()));
        }
        let winner = view.honour().and_then(|honour| honour.recipient());
        texts.extend(winner.map(|winner| winner.get(lang).to_owned()));
        texts.extend(entry.quote().map(str::to_owned));
        texts.push(section.heading().to_owned());
    }
    let indicators = app.library.lexicon().indicators().iter();
    texts.extend(indicators.flat_map(|name| [name.zh().to_owned(), name.en().to_owned()]));
    let series = app.years().into_iter().flat_map(|years| &years.rows).flat_map(|row| row.series.points());
    for point in series {
        texts.push(point.heading.clone());
        texts.extend([Some(&point.name), point.words()].into_iter().flatten().map(|said| said.get(lang).to_owned()));
    }
    for pair in app.context().pairs.all() {
        texts.extend(sulan::text::Lang::ALL.map(|lang| pair.name().get(lang).to_owned()));
        texts.extend(pair.why().map(|why| why.get(lang).to_owned()));
    }
    texts.extend(app.notice());
    let mut drawn: Vec<String> = texts.iter().map(|text| theme.text(text).into_owned()).collect();
    drawn.sort_unstable();
    drawn.dedup();
    drawn
}
