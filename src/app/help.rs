//! Help, and the page about the program: keys from the one table, marks, origin, counts.

use super::keys::help_rows;
use super::pane::Mode;
use crate::pages::{Bar, Content, Ink, PageContext, Piece, Row, margins};
use crate::report::{Report, Role, Tab};
use crate::text::{Label, Lang, pad, width, wrap};

/// From this width on, keys and marks stand side by side.
const TWO_COLUMNS: usize = 76;
/// The cells of the names of keys, and of what they do.
const KEYS: usize = 22;
const MEANING: usize = 24;
/// The cells of the names of keys in a narrow window, which shows fewer of them.
const FEW_KEYS: usize = 12;
/// The cells of the marks.
const MARKS: u16 = 8;

/// Keys and marks.
pub fn help(context: &PageContext<'_>, window: usize) -> Content {
    let keys = key_rows(context, if window < TWO_COLUMNS { FEW_KEYS } else { KEYS });
    let marks = mark_rows(context);
    if window < TWO_COLUMNS {
        return keys.into_iter().chain([Row::default()]).chain(marks).collect();
    }
    let column = || Piece::Column(u16::try_from(KEYS + MEANING + 2).unwrap_or(0));
    let (mut keys, mut marks) = (keys.into_iter(), marks.into_iter());
    let length = keys.len().max(marks.len());
    (0..length)
        .map(|_| {
            let mut row = keys.next().unwrap_or_default();
            row.pieces.push(column());
            row.pieces.extend(marks.next().into_iter().flat_map(|mark| shifted(mark.pieces)));
            row
        })
        .collect()
}

/// The pieces of a mark's row where they stand in the second column.
fn shifted(pieces: Vec<Piece>) -> impl Iterator<Item = Piece> {
    let by = u16::try_from(KEYS + MEANING + 2).unwrap_or(0);
    pieces.into_iter().map(move |piece| match piece {
        Piece::Column(at) => Piece::Column(at + by),
        piece => piece,
    })
}

fn heading(label: Label, lang: Lang) -> Row {
    Row::text("", Ink::Bold, label.get(lang))
}

fn key_rows(context: &PageContext<'_>, room: usize) -> Content {
    let lang = context.lang;
    let mut rows = vec![heading(Label::new("按键", "Keys"), lang)];
    let browse = help_rows(Mode::Browse);
    rows.extend(browse.iter().map(|(label, keys)| key_row(keys, *label, (lang, room))));
    rows.push(Row::default());
    rows.push(heading(Label::new("搜索行里", "In the search line"), lang));
    let mut known: Vec<Label> = browse.iter().map(|(label, _)| *label).collect();
    let mut new = |mode| {
        let new: Vec<_> = help_rows(mode).into_iter().filter(|(label, _)| !known.contains(label)).collect();
        known.extend(new.iter().map(|(label, _)| *label));
        new.into_iter().map(move |(label, keys)| key_row(&keys, label, (lang, room)))
    };
    rows.extend(new(Mode::Search));
    rows.push(Row::default());
    rows.push(heading(Label::new("历年、各地", "Years and places"), lang));
    rows.extend(new(Mode::Years));
    rows.extend(new(Mode::Places));
    rows.push(Row::default());
    rows.push(heading(Label::new("报告", "Reports"), lang));
    rows.extend(new(Mode::Reports));
    rows.push(Row::default());
    rows.push(heading(Label::new("导出时", "While exporting"), lang));
    rows.extend(new(Mode::Export));
    rows.extend(new(Mode::Overwrite));
    rows
}

fn key_row(keys: &[String], label: Label, (lang, room): (Lang, usize)) -> Row {
    // 1 2 3 4 and the like are shown as a span.
    let digits =
        keys.len() > 2 && keys.iter().all(|key| key.len() == 1 && key.starts_with(|c: char| c.is_ascii_digit()));
    let names = match (digits, keys.first(), keys.last()) {
        (true, Some(first), Some(last)) => format!("{first}–{last}"),
        _ => fitting(keys, room - 1),
    };
    Row {
        pieces: vec![
            Piece::Text(Ink::Bold, names),
            Piece::Column(u16::try_from(room).unwrap_or(0)),
            Piece::Text(Ink::Plain, label.get(lang).to_owned()),
        ],
        ..Row::default()
    }
}

/// As many names as fit whole, the most common first.
fn fitting(keys: &[String], room: usize) -> String {
    let mut names = String::new();
    for key in keys {
        if width(&names) + 1 + width(key) > room && !names.is_empty() {
            break;
        }
        if !names.is_empty() {
            names.push(' ');
        }
        names += key;
    }
    names
}

fn mark_rows(context: &PageContext<'_>) -> Content {
    let lang = context.lang;
    let full = context.scales.growth;
    let said = |zh: String, en: String| if lang == Lang::Zh { zh } else { en };
    let (result, promise) = match context.year() {
        Some(year) => (
            said(format!("{} 年的结果", year - 1), format!("a result of {}", year - 1)),
            said(format!("{year} 年的承诺"), format!("a promise for {year}")),
        ),
        None => (
            said("上一年的结果".into(), "a result of the year before".into()),
            said("当年的承诺".into(), "a promise for the year".into()),
        ),
    };
    let growth = |role| Bar::Growth { role, value: full, other: None, full };
    let share = Bar::Share { role: Role::Result, value: 60.0 };
    let pair = Bar::Pair { result: Some(8.0), target: Some(2.0), full: 10.0 };
    let spark = Piece::Spark { values: [2.0, 5.0, 3.0, 8.0].map(Some).to_vec(), full: 8.0, ink: Ink::Result };
    let marks = |marks: &[&'static str]| marks.iter().map(|mark| context.mark(mark)).collect::<Vec<_>>().join(" ");
    let glyph = |ink, text: &str| Piece::Text(ink, text.to_owned());
    let rows: Vec<(Piece, String)> = vec![
        (glyph(Ink::Result, "●"), result),
        (glyph(Ink::Target, "○"), promise),
        (Piece::Bar(pair, 6), said("同口径，同尺度".into(), "same scope and scale".into())),
        (Piece::Bar(growth(Role::Result), 6), said(format!("增速，全长 {full} %"), format!("growth, full = {full} %"))),
        (Piece::Bar(growth(Role::Target), 6), said("承诺的增速，同一尺度".into(), "promised growth".into())),
        (Piece::Bar(share, 6), said("占比，全长 100 %".into(), "share, full = 100 %".into())),
        (spark, said("板块的各项增速".into(), "growth in a section".into())),
        (glyph(Ink::Target, "▪"), said("有数字的任务".into(), "task with a number".into())),
        (glyph(Ink::Target, "▫"), said("仅有表述的任务".into(), "statement only".into())),
        (glyph(Ink::Plain, &marks(&["≥", "≤"])), said("以上、以内".into(), "at least, at most".into())),
        (glyph(Ink::Plain, &marks(&["≈", ">", "→"])), said("左右、超过、迈向".into(), "about, over, towards".into())),
        (glyph(Ink::Bold, "+"), said("已选上的条目".into(), "picked".into())),
        (glyph(Ink::Plain, "…"), said("此处截短，详情里完整".into(), "cut; see details".into())),
    ];
    let mut lines = vec![heading(Label::new("记号", "Marks"), lang)];
    lines.extend(rows.into_iter().map(|(mark, text)| Row {
        pieces: vec![mark, Piece::Column(MARKS), Piece::Text(Ink::Plain, text)],
        ..Row::default()
    }));
    lines.push(Row::default());
    for sentence in [TRUST_SCOPE, TRUST_STATE] {
        lines.extend(wrap(sentence.get(lang), 28).into_iter().map(|line| Row::text("", Ink::Dim, line)));
    }
    lines
}

const TRUST_SCOPE: Label = Label::new("只有口径相同才相减。", "Only figures of the same scope are subtracted.");
const TRUST_STATE: Label = Label::new("数据不含完成状态。", "The data gives no completion status.");

/// What the program is, where the reports come from, how much they hold, under which licences.
pub fn about(context: &PageContext<'_>, window: usize) -> Content {
    let lang = context.lang;
    let indent = usize::from(margins(u16::try_from(window).unwrap_or(u16::MAX)).1);
    let room = window.saturating_sub(indent + 1).min(96);
    let mut rows =
        vec![Row::text("", Ink::Bold, format!("{} {}", NAME.get(lang), env!("CARGO_PKG_VERSION"))), Row::default()];
    let say = |label: Label| paragraph(label.get(lang), room);
    rows.extend(say(WHAT));
    if let Some(report) = context.report() {
        rows.push(Row::default());
        rows.extend(origin(report, lang, room));
        rows.extend(counts(report, lang));
    }
    rows.push(Row::default());
    rows.extend(say(DERIVED));
    rows.extend(say(TRUST_STATE));
    rows.push(Row::default());
    rows.push(heading(Label::new("许可", "Licences"), lang));
    for licence in LICENCES {
        rows.extend(say(licence));
    }
    rows
}

const NAME: Label = Label::new("sulan 速览", "sulan");
const WHAT: Label = Label::new(
    "在终端里几秒看清一份政府工作报告：做成了什么、得到什么认可、承诺了什么、各是多少。内置的是报纸速览的数据，不是正式文本；标题和注是本程序自己的简短表述，事实和数字出自报道，每条都注明标题和句次。",
    "A government work report at a glance, in a terminal: what was done, what was recognised, what is promised, and by how much. The built-in data follow a press digest, not the official text; titles and notes are this program's own short wording, facts and figures are the digest's, each with its heading and sentence.",
);
const DERIVED: Label = Label::new(
    "推算的内容（差额）都注明“推算”，且只在口径相同时给出。级别、类别、领域是按荣誉名称的理解。",
    "What is derived (a difference) says so, and exists only where the scope is the same. Level, kind and field of an honour are read from its name.",
);
const LICENCES: [Label; 3] = [
    Label::new("程序与数据文件：MIT 许可。", "Program and data files: MIT licence."),
    Label::new("事实与数字：公开报道，各条注明出处。", "Facts and figures: public reporting, each with its source."),
    Label::new(
        "拼音表：出自 pinyin-data 项目（MIT 许可），见 assets/pinyin.txt 开头。",
        "Pinyin table: from the pinyin-data project (MIT licence), see the head of assets/pinyin.txt.",
    ),
];

fn paragraph(text: &str, room: usize) -> Content {
    wrap(text, room).into_iter().map(|line| Row::text("", Ink::Plain, line)).collect()
}

fn origin(report: &Report, lang: Lang, room: usize) -> Content {
    let source = report.source();
    let mut rows = vec![Row::text("", Ink::Bold, report.title().get(lang))];
    let mut say = |label: Label, text: String| {
        let indent = width(label.get(lang)) + 2;
        for (at, line) in wrap(&text, room.saturating_sub(indent)).into_iter().enumerate() {
            let head = if at == 0 { format!("{}  ", label.get(lang)) } else { " ".repeat(indent) };
            rows.push(Row {
                pieces: vec![Piece::Text(Ink::Dim, head), Piece::Text(Ink::Plain, line)],
                ..Row::default()
            });
        }
    };
    say(Label::new("来源", "Source"), source.kind().get(lang).to_owned());
    if !source.date().is_empty() {
        say(Label::new("日期", "Date"), source.date().to_owned());
    }
    if lang == Lang::Zh && !source.authors().is_empty() {
        say(Label::new("作者", "Authors"), source.authors().join("、"));
    }
    if let Some(note) = source.note() {
        say(Label::new("说明", "Note"), note.get(lang).to_owned());
    }
    rows
}

/// How many sections, entries and figures each kind of data has.
fn counts(report: &Report, lang: Lang) -> Content {
    Tab::ALL
        .into_iter()
        .map(|tab| {
            let sections: Vec<_> = report.sections().iter().filter(|section| section.tab() == tab).collect();
            let entries = sections.iter().map(|section| section.entries().len()).sum::<usize>();
            let figures =
                sections.iter().flat_map(|section| section.entries()).map(|entry| entry.figures().len()).sum::<usize>();
            let text = match lang {
                Lang::Zh => format!("板块 {:>2}   条目 {entries:>3}   数字 {figures:>3}", sections.len()),
                Lang::En => format!("sections {:>2}   entries {entries:>3}   figures {figures:>3}", sections.len()),
            };
            let head = pad(tab.label().get(lang), 9);
            Row { pieces: vec![Piece::Text(Ink::Dim, head), Piece::Text(Ink::Plain, text)], ..Row::default() }
        })
        .collect()
}
