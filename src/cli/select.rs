//! Which entries are printed, in which order, and what to say about those that are not there.

use super::Status;
use super::narrow::Narrowed;
use super::parse::Filter;
use super::words::told;
use crate::library::{EntryView, Library, ReportId};
use crate::print::Item;
use crate::report::Section;
use crate::search::Answer;
use crate::text::{Bilingual, Label, Lang};

/// The number of sections that are named to a reader who asked for another one.
const NAMED: usize = 40;

/// What is to be printed.
pub(super) struct Selection<'a> {
    pub(super) items: Vec<Item<'a>>,
    /// Whether the order is that of a search.
    pub(super) ranked: bool,
    /// Sentences for standard error.
    pub(super) remarks: Vec<String>,
    pub(super) status: Status,
}

/// The entries of a report that pass.
pub(super) fn list<'a>(library: &'a Library, report: ReportId, narrowed: &Narrowed<'_>) -> Vec<Item<'a>> {
    library.entries_in(report).filter(|&view| narrowed.takes(library, view)).map(Item::of).collect()
}

/// The entries with these ids that pass `filter`, in the order asked.
pub(super) fn filtered<'a>(library: &'a Library, ids: &[String], filter: &Filter, lang: Lang) -> Selection<'a> {
    let narrowed = Narrowed::of(library, filter);
    let (views, mut remarks) = by_ids(library, ids);
    let items: Vec<Item<'a>> = views.into_iter().filter(|&view| narrowed.takes(library, view)).map(Item::of).collect();
    remarks.extend(Narrowed::remarks(library, filter));
    if items.is_empty() && remarks.is_empty() {
        remarks = no_entry(library, filter);
    }
    selection(items, &remarks, lang)
}

/// What to say where no entry passes `filter`.
pub(super) fn no_entry(library: &Library, filter: &Filter) -> Vec<Bilingual> {
    let unknown = filter.section.as_ref().and_then(|section| unknown_section(library, section));
    let none = || Bilingual::new("没有符合条件的条目；请放宽条件。", "No entry meets these conditions; loosen them.");
    vec![unknown.unwrap_or_else(none)]
}

/// The entries with these ids, in the order asked.
pub(super) fn named<'a>(library: &'a Library, ids: &[String], lang: Lang) -> Selection<'a> {
    let (views, remarks) = by_ids(library, ids);
    selection(views.into_iter().map(Item::of).collect(), &remarks, lang)
}

/// What a reader must know of an answer: that a part of the query was left out, that a compound was cut.
pub(super) fn reservations(answer: &Answer, lang: Lang) -> Vec<String> {
    let shortened = Label::new(
        "搜索内容过长；只查找前 256 个字、16 个词。",
        "The query is too long; only its first 256 characters and 16 words are looked for.",
    );
    let cut = answer.cut().map(|cut| match lang {
        Lang::Zh => format!("没有“{}”；以下是“{cut}”的结果。", answer.query().trim()),
        Lang::En => format!("Nothing holds \"{}\"; these hold \"{cut}\".", answer.query().trim()),
    });
    let shortened = answer.is_shortened().then(|| shortened.get(lang).to_owned());
    shortened.into_iter().chain(cut).collect()
}

/// The entries that a query found.
pub(super) fn found<'a>(items: Vec<Item<'a>>, query: &str, mut remarks: Vec<Bilingual>, lang: Lang) -> Selection<'a> {
    if items.is_empty() && remarks.is_empty() {
        let query = told(query);
        remarks.push(Bilingual::new(
            format!("没有找到“{query}”；可减少词数，或换用汉字、拼音、首字母、英文。"),
            format!("Nothing matches \"{query}\"; try fewer words, or Chinese, pinyin, initials or English."),
        ));
    }
    Selection { ranked: true, ..selection(items, &remarks, lang) }
}

/// What to say where no report has a pair.
pub(super) const NO_PAIRS: Label =
    Label::new("报告里没有可对照的数字；请换一份报告。", "The report has no figures to compare; try another report.");

fn selection<'a>(items: Vec<Item<'a>>, remarks: &[Bilingual], lang: Lang) -> Selection<'a> {
    let status = if remarks.is_empty() { Status::Done } else { Status::Nothing };
    let remarks = remarks.iter().map(|remark| remark.get(lang).to_owned()).collect();
    Selection { items, ranked: false, remarks, status }
}

fn by_ids<'a>(library: &'a Library, ids: &[String]) -> (Vec<EntryView<'a>>, Vec<Bilingual>) {
    let (mut views, mut remarks) = (Vec::new(), Vec::new());
    for id in ids {
        match library.by_id(id) {
            Some(view) => views.push(view),
            None => remarks.push(unknown_id(library, id)),
        }
    }
    (views, remarks)
}

fn unknown_id(library: &Library, id: &str) -> Bilingual {
    let told = told(id);
    match library.first_with(id) {
        Some(first) => {
            let printed = library.printed_id(first);
            Bilingual::new(
                format!("几份报告都有编号“{told}”；请写明报告，例如 {printed}。"),
                format!("Several reports have the id \"{told}\"; name the report, such as {printed}."),
            )
        }
        None => Bilingual::new(
            format!("没有编号“{told}”；编号见 sulan list --format csv。"),
            format!("There is no id \"{told}\"; sulan list --format csv has the ids."),
        ),
    }
}

/// A remark when no report has the section `id`, with those there are.
fn unknown_section(library: &Library, id: &str) -> Option<Bilingual> {
    let mut known: Vec<String> = Vec::new();
    for report in library.ids().filter_map(|report| library.open(report)) {
        for own in report.sections().iter().map(Section::id) {
            if own == id || (library.count() > 1 && format!("{}/{own}", report.id()) == id) {
                return None;
            }
            if !known.iter().any(|known| known == own) {
                known.push(own.to_owned());
            }
        }
    }
    let (zh, en) = match known.len() {
        0..=NAMED => (format!("可用：{}。", known.join("、")), format!("The sections are {}.", known.join(", "))),
        _ => ("编号见 sulan list --format csv。".to_owned(), "sulan list --format csv has the ids.".to_owned()),
    };
    let id = told(id);
    Some(Bilingual::new(format!("没有板块“{id}”；{zh}"), format!("There is no section \"{id}\". {en}")))
}
