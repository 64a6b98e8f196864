//! Help, and the page about the program: keys from the one table, marks, origin, counts.

use super::keys::help_rows;
use super::pane::Mode;
use crate::pages::{Bar, Content, Ink, PageContext, Piece, Row, margins};
use crate::report::{Report, Role, Tab};
use crate::text::{Label, Lang, pad, width, wrap};

/// From these widths on, keys and marks stand side by side, and then the keys of the lines between them.
const THREE_COLUMNS: usize = 118;
/// The cells of the names of keys, and of what they do.
const KEYS: usize = 22;
const MEANING: usize = 24;
/// The cells of the names of keys where three columns or a narrow window leave them fewer.
const FEW_KEYS: [usize; 2] = [16, 12];
/// The cells of the marks.
const MARKS: u16 = 8;

/// Keys and marks.
pub fn help(context: &PageContext<'_>, window: usize) -> Content {
    let [few, fewest] = FEW_KEYS;
    let all = |room: usize| {
        let meaning = MEANING.min(window.saturating_sub(room + 3));
        let (lists, lines) = key_rows(context.lang, (room, meaning));
        lists.into_iter().chain([Row::default()]).chain(lines).collect::<Content>()
    };
    let marks = mark_rows(context);
    if window >= THREE_COLUMNS {
        let (lists, lines) = key_rows(context.lang, (few, MEANING));
        return beside(beside(lists, lines, few + MEANING + 2), marks, 2 * (few + MEANING + 2));
    }
    let column = KEYS + MEANING + 2;
    let margin = usize::from(margins(u16::try_from(window).unwrap_or(u16::MAX)).1) + 1;
    let widest = marks.iter().map(Row::cells).max().unwrap_or(0);
    if column + widest + margin <= window {
        return beside(all(KEYS), marks, column);
    }
    let keys = if window >= KEYS + MEANING + margin { KEYS } else { fewest };
    all(keys).into_iter().chain([Row::default()]).chain(marks).collect()
}

/// Two texts side by side, the second one at a column.
fn beside(left: Content, right: Content, column: usize) -> Content {
    let by = u16::try_from(column).unwrap_or(0);
    let length = left.len().max(right.len());
    let (mut left, mut right) = (left.into_iter(), right.into_iter());
    let pairs = (0..length).map(|_| (left.next().unwrap_or_default(), right.next()));
    pairs
        .map(|(mut row, right)| {
            row.pieces.push(Piece::Column(by));
            row.pieces.extend(right.into_iter().flat_map(|right| right.pieces).map(|piece| match piece {
                Piece::Column(at) => Piece::Column(at + by),
                piece => piece,
            }));
            row
        })
        .collect()
}

fn heading(label: Label, lang: Lang) -> Row {
    Row::text("", Ink::Bold, label.get(lang))
}

/// The keys of the lists, and those of the lines that are typed in and of the other views.
fn key_rows(lang: Lang, room: (usize, usize)) -> (Content, Content) {
    let browse = help_rows(Mode::Browse);
    let mut lists = vec![heading(Label::new("按键", "Keys"), lang)];
    lists.extend(browse.iter().flat_map(|(label, keys)| key_row(keys, label.get(lang), room)));
    let choices = help_rows(Mode::Choices).into_iter().filter(|row| !browse.contains(row));
    lists.extend(choices.clone().take(1).flat_map(|(label, keys)| key_row(&keys, label.get(lang), room)));
    let mut known: Vec<Label> = browse.iter().cloned().chain(choices).map(|(label, _)| label).collect();
    let mut lines = Content::new();
    for (title, modes) in OTHERS {
        if !lines.is_empty() {
            lines.push(Row::default());
        }
        lines.push(heading(*title, lang));
        for (label, keys) in modes.iter().flat_map(|mode| help_rows(*mode)) {
            if !known.contains(&label) {
                lines.extend(key_row(&keys, label.get(lang), room));
                known.push(label);
            }
        }
    }
    (lists, lines)
}

/// The modes that have keys of their own, under their headings.
const OTHERS: &[(Label, &[Mode])] = &[
    (Label::new("搜索行里", "In the search line"), &[Mode::Search, Mode::Hits]),
    (Label::new("历年、各地", "Years and places"), &[Mode::Years, Mode::Places]),
    (Label::new("报告", "Reports"), &[Mode::Reports]),
    (Label::new("导出时", "While exporting"), &[Mode::Export, Mode::Overwrite]),
];

/// The names of keys and what they do, in as many rows as they need.
fn key_row(keys: &[String], label: &str, (room, meaning): (usize, usize)) -> Content {
    // 1 2 3 4 and the like are shown as a span.
    let digits =
        keys.len() > 2 && keys.iter().all(|key| key.len() == 1 && key.starts_with(|c: char| c.is_ascii_digit()));
    let names = match (digits, keys.first(), keys.last()) {
        (true, Some(first), Some(last)) => format!("{first}–{last}"),
        _ => keys.join(" "),
    };
    let (mut names, mut label) = (wrap(&names, room - 1).into_iter(), wrap(label, meaning).into_iter());
    let length = names.len().max(label.len());
    (0..length)
        .map(|_| Row {
            pieces: vec![
                Piece::Text(Ink::Bold, names.next().unwrap_or_default()),
                Piece::Column(u16::try_from(room).unwrap_or(0)),
                Piece::Text(Ink::Plain, label.next().unwrap_or_default()),
            ],
            ..Row::default()
        })
        .collect()
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
            said("上一年的结果".into(), "last year's result".into()),
            said("当年的承诺".into(), "this year's promise".into()),
        ),
    };
    let growth = |role| Bar::Growth { role, value: full, other: None, full };
    let share = Bar::Share { role: Role::Result, value: 60.0 };
    let pair = Bar::Pair { result: Some(8.0), target: Some(2.0), full: 10.0 };
    let spark = Piece::Spark { values: [2.0, 5.0, 3.0, 8.0].map(Some).to_vec(), full: 8.0, ink: Ink::Result };
    // Each mark stands beside its own word.
    let hedges = |first: &str, mark: &'static str, second: &str, (one, two): (&str, &str)| {
        let mark = context.mark(mark);
        said(format!("{first}{mark}{second}"), format!("{one}{mark}{two}"))
    };
    let glyph = |ink, text: &str| Piece::Text(ink, text.to_owned());
    let rows: Vec<(Piece, String)> = vec![
        (glyph(Ink::Result, "●"), result),
        (glyph(Ink::Target, "○"), promise),
        (Piece::Bar(pair, 6), said("同口径，同尺度".into(), "same scope and scale".into())),
        (Piece::Bar(growth(Role::Result), 6), said(format!("增速，全长 {full}%"), format!("growth, full = {full}%"))),
        (Piece::Bar(growth(Role::Target), 6), said("承诺的增速，同一尺度".into(), "promised growth".into())),
        (Piece::Bar(share, 6), said("占比，全长 100%".into(), "share, full = 100%".into())),
        (spark, said("板块的各项增速".into(), "growth in a section".into())),
        (glyph(Ink::Target, "▪"), said("有数字的任务".into(), "task with a number".into())),
        (glyph(Ink::Target, "▫"), said("仅有表述的任务".into(), "task without number".into())),
        (glyph(Ink::Plain, context.mark("≥")), hedges("以上   ", "≤", " 以内", ("at least   ", " at most"))),
        (glyph(Ink::Plain, context.mark("≈")), hedges("左右   ", ">", " 超过", ("about   ", " over"))),
        (glyph(Ink::Plain, context.mark("→")), said("迈向".into(), "towards".into())),
        (glyph(Ink::Plain, "e"), said("预计，在历年、各地".into(), "estimate, over years".into())),
        (glyph(Ink::Plain, "–"), said("没有数字".into(), "no number".into())),
        (glyph(Ink::Bold, "+"), said("已选中的条目".into(), "picked".into())),
        (glyph(Ink::Plain, "…"), said("此处截短，详情里完整".into(), "cut; see details".into())),
    ];
    let mut lines = vec![heading(Label::new("记号", "Marks"), lang)];
    lines.extend(rows.into_iter().map(|(mark, text)| Row {
        pieces: vec![mark, Piece::Column(MARKS), Piece::Text(Ink::Plain, text)],
        ..Row::default()
    }));
    lines.push(Row::default());
    for sentence in [TRUST_SCOPE, TRUST_STATE] {
        lines.extend(wrap(sentence.get(lang), 28).into_iter().map(|line| Row::text("", Ink::Plain, line)));
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
        rows.extend(counts(report, lang, room));
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

/// The cells from which on all counts have room.
const COUNTS: usize = 50;

/// How many sections, entries and figures each kind of data has.
fn counts(report: &Report, lang: Lang, room: usize) -> Content {
    Tab::ALL
        .into_iter()
        .map(|tab| {
            let sections: Vec<_> = report.sections().iter().filter(|section| section.tab() == tab).collect();
            let entries = sections.iter().map(|section| section.entries().len()).sum::<usize>();
            let figures =
                sections.iter().flat_map(|section| section.entries()).map(|entry| entry.figures().len()).sum::<usize>();
            let mut text = match lang {
                Lang::Zh => format!("条目 {entries:>3}   数字 {figures:>3}"),
                Lang::En => format!("entries {entries:>3}   figures {figures:>3}"),
            };
            // In a narrow window the sections give way.
            if room >= COUNTS {
                text.insert_str(0, &format!("{} {:>2}   ", Label::new("板块", "sections").get(lang), sections.len()));
            }
            let head = pad(tab.label().get(lang), 9);
            Row { pieces: vec![Piece::Text(Ink::Dim, head), Piece::Text(Ink::Plain, text)], ..Row::default() }
        })
        .collect()
}
