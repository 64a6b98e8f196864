//! A report as a line to take along, and as a citation: they say what the details of the list of reports say.

use crate::library::Head;
use crate::report::Report;
use crate::text::{Lang, several};

/// What a report holds: `270 entries   138 figures   115 tasks, 51 with a number`.
pub struct Holdings {
    /// Entries.
    pub entries: String,
    /// Figures.
    pub figures: String,
    /// Tasks, and how many of them carry a number.
    pub tasks: String,
}

impl Holdings {
    /// In words.
    pub fn of(head: &Head, lang: Lang) -> Self {
        let Head { entries, figures, tasks, tasks_with_figures: numbered, .. } = head;
        match lang {
            Lang::Zh => Self {
                entries: format!("{entries} 条"),
                figures: format!("{figures} 个数字"),
                tasks: format!("任务 {tasks} 项，{numbered} 项有数字"),
            },
            Lang::En => Self {
                entries: several(*entries, "entry", "entries"),
                figures: several(*figures, "figure", "figures"),
                tasks: format!("{}, {numbered} with a number", several(*tasks, "task", "tasks")),
            },
        }
    }
}

/// Place, year, title and what the report holds.
pub fn report_line(head: &Head, lang: Lang) -> String {
    let Holdings { entries, figures, tasks } = Holdings::of(head, lang);
    let (origin, title) = (origin(head, lang), head.title.get(lang));
    match lang {
        Lang::Zh => format!("{origin}：{title}（{entries}，{figures}，{tasks}）"),
        Lang::En => format!("{origin}: {title} ({entries}, {figures}, {tasks})"),
    }
}

/// Title, place and year, with what it was read from.
pub fn report_citation(head: &Head, report: &Report, lang: Lang) -> String {
    let source = report.source();
    let parts = [source.kind().get(lang), source.date(), head.file.as_deref().unwrap_or_default()];
    let parts: Vec<&str> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    let (origin, title) = (origin(head, lang), head.title.get(lang));
    match lang {
        Lang::Zh => format!("《{title}》，{origin}。来源：{}。", parts.join("，")),
        Lang::En => format!("“{title}”, {origin}. Source: {}.", parts.join(", ")),
    }
}

fn origin(head: &Head, lang: Lang) -> String {
    let place = head.place.get(lang);
    head.year.map_or_else(|| place.to_owned(), |year| format!("{place} {year}"))
}
