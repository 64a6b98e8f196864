//! An entry or a pair as one line to take along, and as a citation: they say what the screen says.

use super::PageContext;
use super::entry_rows::{STATEMENT, role_of};
use crate::library::{EntryView, Gap, Pair, Side, relation};
use crate::report::{Figure, Role, Source, Tab, Years, in_words};
use crate::text::{Bilingual, Label, Lang, clean, is_han};

const YEAR_UNKNOWN: Label = Label::new("原文未写年份", "year not stated");

/// An entry as one line: title, figures in words, year and place.
pub fn line(context: &PageContext<'_>, view: EntryView<'_>) -> String {
    let (about, stated) = about(view, context.lang);
    let title = view.title().get(context.lang);
    let parts = parts(context, view, stated);
    if parts.is_empty() {
        return one_line(&bracketed(title, &about, context.lang));
    }
    let said = format!("{title}{}{}", link(view, &parts, context.lang), joined(&parts, context.lang));
    one_line(&noted(&said, &about, context.lang))
}

/// A pair as one line: both sides with their years, and what sets them apart.
pub fn pair_line(context: &PageContext<'_>, pair: &Pair) -> String {
    let lang = context.lang;
    let sides = [(pair.result(), Role::Result), (pair.target(), Role::Target)];
    let mut parts: Vec<String> = sides.into_iter().filter_map(|(side, role)| side_said(context, side?, role)).collect();
    parts.push(relation(pair, context.library, Gap::of(pair, context.library, lang).as_ref(), lang));
    let said = format!("{}{}{}", pair.name().get(lang), Label::new("：", ": ").get(lang), joined(&parts, lang));
    let place = pair.lead().and_then(|side| Some(context.library.get(side.entry)?.report().place().get(lang)));
    one_line(&noted(&said, &place.into_iter().map(str::to_owned).collect::<Vec<_>>(), lang))
}

/// An entry as a citation: its line, then report, date, heading and sentence.
pub fn citation(context: &PageContext<'_>, view: EntryView<'_>) -> String {
    cited(&line(context, view), &[view], context.lang)
}

/// A pair as a citation, with the places of both sides.
pub fn pair_citation(context: &PageContext<'_>, pair: &Pair) -> String {
    let views: Vec<EntryView<'_>> = pair.entries().filter_map(|at| context.library.get(at)).collect();
    cited(&pair_line(context, pair), &views, context.lang)
}

/// What holds for all of an entry, behind its figures: the years that those share, and
/// the place; and the years themselves, which a figure of other years has to name.
fn about(view: EntryView<'_>, lang: Lang) -> (Vec<String>, Option<Years>) {
    let place = view.report().place().get(lang);
    let years = match view.figures().split_first() {
        Some((first, rest)) if rest.iter().all(|figure| figure.year() == first.year()) => first.year(),
        _ => view.year().map(Years::One),
    };
    let when = match (view.tab(), years, lang) {
        (_, None, _) => YEAR_UNKNOWN.get(lang).to_owned(),
        (Tab::Review, Some(years), Lang::Zh) => format!("{years} 年"),
        (Tab::Review, Some(years), Lang::En) => years.to_string(),
        (Tab::Honours, Some(years), Lang::Zh) => format!("{years} 年荣誉"),
        (Tab::Honours, Some(years), Lang::En) => format!("honour of {years}"),
        (Tab::Tasks, Some(years), Lang::Zh) => format!("{years} 年任务"),
        (Tab::Tasks, Some(years), Lang::En) => format!("task for {years}"),
        (Tab::Targets, Some(years), Lang::Zh) => format!("{years} 年目标"),
        (Tab::Targets, Some(years), Lang::En) => format!("target for {years}"),
    };
    let entry = view.entry();
    let bare = entry.figures().is_empty() && entry.words().is_none() && entry.honour().is_none();
    let statement = bare && role_of(view) == Role::Target;
    let statement = statement.then(|| STATEMENT.get(lang));
    // An honour that the place itself received has named it already.
    let named = entry.honour().and_then(|honour| honour.recipient()) == Some(view.report().place());
    let place = (!named).then_some(place);
    let about = match lang {
        Lang::Zh => [Some(when.as_str()), statement, place],
        Lang::En => [place, Some(when.as_str()), statement],
    };
    (about.into_iter().flatten().map(str::to_owned).collect(), years)
}

/// What an entry says: its figures in words, the winner of an honour, or its words.
fn parts(context: &PageContext<'_>, view: EntryView<'_>, stated: Option<Years>) -> Vec<String> {
    let lang = context.lang;
    let entry = view.entry();
    let recipient = entry.honour().into_iter().filter_map(|honour| honour.recipient());
    let winner = recipient.map(|recipient| recipient.get(lang).to_owned());
    let figures = entry.figures().iter().map(|figure| figure_said(context, (view, stated), figure));
    let words = entry.words().into_iter().map(|words| words.get(lang).to_owned());
    winner.chain(figures).chain(words).collect()
}

/// A figure with its name, and with its years and its role where the entry's are others.
fn figure_said(context: &PageContext<'_>, (view, stated): (EntryView<'_>, Option<Years>), figure: &Figure) -> String {
    let lang = context.lang;
    let said = in_words(figure, context.library.lexicon(), lang);
    let said = match figure.name() {
        Some(name) => format!("{}{}{said}", name.get(lang), space_before(&said, lang)),
        None => said,
    };
    let years = (figure.year() != stated).then(|| match (figure.year(), lang) {
        (Some(years), Lang::Zh) => format!("{years} 年"),
        (Some(years), Lang::En) => years.to_string(),
        (None, _) => YEAR_UNKNOWN.get(lang).to_owned(),
    });
    let role = (figure.role() != role_of(view)).then(|| role_label(figure.role()).get(lang).to_owned());
    noted(&said, &years.into_iter().chain(role).collect::<Vec<_>>(), lang)
}

const fn role_label(role: Role) -> Label {
    match role {
        Role::Result => Label::new("结果", "result"),
        Role::Target => Label::new("目标", "target"),
        Role::Base => Label::new("基数", "base"),
    }
}

/// One side of a pair: its years and what it says.
fn side_said(context: &PageContext<'_>, side: Side, role: Role) -> Option<String> {
    let lang = context.lang;
    let figure = side.figure(context.library);
    let said = match (figure, side.words(context.library)) {
        (Some(figure), _) => in_words(figure, context.library.lexicon(), lang),
        (None, Some(words)) => words.get(lang).to_owned(),
        (None, None) => return None,
    };
    let Some(years) = side.years(context.library) else {
        return Some(noted(&said, &[YEAR_UNKNOWN.get(lang).to_owned()], lang));
    };
    Some(match (role, lang) {
        (Role::Target, Lang::Zh) => format!("{years} 年目标{}{said}", space_before(&said, lang)),
        (_, Lang::Zh) => format!("{years} 年{}{said}", space_before(&said, lang)),
        (Role::Target, Lang::En) => format!("{years} target {said}"),
        (_, Lang::En) => format!("{years} {said}"),
    })
}

/// What stands between the title and what it says. A number follows it directly in
/// Chinese; a name, a winner or words come after a colon.
fn link(view: EntryView<'_>, parts: &[String], lang: Lang) -> &'static str {
    let named = view.honour().is_some() || view.figures().first().is_none_or(|figure| figure.name().is_some());
    match (lang, parts.first()) {
        (Lang::Zh, Some(first)) if !named => space_before(first, lang),
        _ => Label::new("：", ": ").get(lang),
    }
}

/// 汉字 keep a space from what is not one, and none from each other.
fn space_before(said: &str, lang: Lang) -> &'static str {
    let number = said.starts_with(|c: char| c.is_ascii() || c == '−');
    if lang == Lang::En || number { " " } else { "" }
}

fn joined(parts: &[String], lang: Lang) -> String {
    parts.join(Label::new("，", "; ").get(lang))
}

/// `said` with `notes` in brackets behind it.
fn bracketed(said: &str, notes: &[String], lang: Lang) -> String {
    match (notes, lang) {
        ([], _) => said.to_owned(),
        (_, Lang::Zh) => format!("{said}（{}）", notes.join("，")),
        (_, Lang::En) => format!("{said} ({})", notes.join(", ")),
    }
}

/// The same, but in one pair of brackets with those that `said` ends in: （迈向；2025 年任务）.
fn noted(said: &str, notes: &[String], lang: Lang) -> String {
    // The source's own form keeps its brackets: 9.528 bn jin (95.28 亿斤), Jilin City, 2024.
    let form = said.rsplit_once('(').is_some_and(|(_, last)| last.ends_with(')') && last.contains(is_han));
    match (said.strip_suffix(['）', ')']), lang) {
        (Some(_), Lang::En) if form && !notes.is_empty() => format!("{said}, {}", notes.join(", ")),
        (Some(open), Lang::Zh) if !notes.is_empty() => format!("{open}；{}）", notes.join("，")),
        (Some(open), Lang::En) if !notes.is_empty() => format!("{open}; {})", notes.join(", ")),
        _ => bracketed(said, notes, lang),
    }
}

/// `said` with where it stands: authors, report, kind, date, headings and sentences.
fn cited(said: &str, views: &[EntryView<'_>], lang: Lang) -> String {
    let Some(first) = views.first() else {
        return said.to_owned();
    };
    let source = first.report().source();
    let title = first.report().title().get(lang);
    let kind = source.kind().get(lang);
    let places = views.iter().map(|view| place_of(*view, lang)).collect::<Vec<_>>();
    let mut parts = Vec::new();
    match lang {
        Lang::Zh => {
            let authors = source.authors().join("、");
            let by = if authors.is_empty() { String::new() } else { format!("{authors}：") };
            let kind = if kind.is_empty() { String::new() } else { format!("（{kind}）") };
            parts.push(format!("{by}《{title}》{kind}"));
            parts.extend(dated(source, lang));
            parts.push(places.join("、"));
            one_line(&format!("{said}。出处：{}。", parts.join("，")))
        }
        Lang::En => {
            let kind = if kind.is_empty() { String::new() } else { format!(" ({kind})") };
            parts.push(format!("{title}{kind}"));
            parts.extend(dated(source, lang));
            parts.push(places.join("; "));
            one_line(&format!("{said}. Source: {}.", parts.join(", ")))
        }
    }
}

/// Heading and sentence, and the sentence itself where the report holds it.
fn place_of(view: EntryView<'_>, lang: Lang) -> String {
    let (heading, sentence) = (view.section().heading(), view.entry().sentence());
    let quote = view.entry().quote();
    match lang {
        Lang::Zh => {
            let quote = quote.map(|quote| format!("：{}", quoted(quote))).unwrap_or_default();
            format!("{}第 {sentence} 句{quote}", quoted(heading))
        }
        Lang::En => {
            let quote = quote.map(|quote| format!(": {}", quoted(quote))).unwrap_or_default();
            // A text has no English names.
            let name = &view.section().name().en;
            let name = if name.is_empty() { String::new() } else { format!(" ({name})") };
            format!("{}{name}, sentence {sentence}{quote}", quoted(heading))
        }
    }
}

/// `text` in quotation marks; those within it become single ones.
fn quoted(text: &str) -> String {
    let inner: String = text
        .chars()
        .map(|c| match c {
            '“' => '‘',
            '”' => '’',
            c => c,
        })
        .collect();
    format!("“{inner}”")
}

/// The date of a source as a reader writes it; as it stands where it is none.
fn dated(source: &Source, lang: Lang) -> Option<String> {
    const MONTHS: [&str; 12] = [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ];
    let date = source.date();
    let numbers: Vec<usize> = date.split('-').map_while(|part| part.parse().ok()).collect();
    let month = numbers.get(1).and_then(|month| MONTHS.get(month.checked_sub(1)?));
    let said = match (numbers.as_slice(), month) {
        (&[year], _) => Bilingual::new(format!("{year} 年"), year.to_string()),
        (&[year, number], Some(month)) => Bilingual::new(format!("{year} 年 {number} 月"), format!("{month} {year}")),
        (&[year, number, day], Some(month)) => {
            Bilingual::new(format!("{year} 年 {number} 月 {day} 日"), format!("{day} {month} {year}"))
        }
        _ => Bilingual::new(date.to_owned(), date.to_owned()),
    };
    (!date.is_empty()).then(|| said.get(lang).to_owned())
}

/// Without line ends, tabs and other control characters, whatever the data hold.
fn one_line(text: &str) -> String {
    clean(text).into_owned()
}
