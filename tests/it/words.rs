//! The old wording comes back nowhere: not on a screen, not in a copy, an export, the output of the command
//! line, its help, or the README; and what is said in its place is there.

use std::process::Command;

use crate::common::{ALL_SIZES, Screen};
use crate::take::Folder;
use sulan::app::Effect;
use sulan::text::Lang;

/// What is said no more, wherever it stands.
const OLD: [&str; 33] = [
    "首个数字",
    "各增速",
    "上年 = 1",
    "Year before = 1",
    "last year = 1",
    "≥ ≈ > →",
    "> >= ~",
    "选上",
    "放下",
    "已复制（OSC",
    "Copied (OSC",
    "这个值",
    "% on the year",
    "on the year)",
    "people lower",
    "people higher",
    "firms lower",
    "firms higher",
    "2025 on 2024",
    "only stated",
    "1 rank",
    "subtracted: The",
    "subtracted: Only",
    "subtracted: Works",
    "subtracted: New",
    "subtracted: Upgrading",
    "There is no option",
    "; correct it.\"",
    "Later retirement",
    "Fine food\n",
    "Hills and waters\n",
    "Fine food  ",
    "Hills and waters  ",
];
/// Words that named a reason or a column by themselves, between the blanks of columns.
const OLD_CELLS: [&str; 13] = [
    "规范",
    "原文",
    "variant",
    "normalised",
    "words",
    "first",
    "growth",
    "honour",
    "kind",
    "winner",
    "section",
    "indicator",
    "Growth rates",
];

/// What is wrong with a text, line by line.
fn faults(text: &str, columns: bool) -> Vec<String> {
    let ended = format!("{text}\n");
    let mut faults: Vec<String> =
        OLD.iter().filter(|old| ended.contains(**old)).map(|old| format!("{old:?} is said again")).collect();
    for line in text.lines() {
        let mut cells = line.split("  ").map(str::trim);
        faults.extend(cells.by_ref().filter(|cell| OLD_CELLS.contains(cell)).map(|cell| format!("{cell:?} in {line}")));
        // In a column the unit keeps its own place; in a sentence a per cent sign stands at its number.
        if !columns && split_percent(line) {
            faults.push(format!("a number and its % are apart: {line}"));
        }
        if nested(line) {
            faults.push(format!("double quotation marks within double ones: {line}"));
        }
        if scope_in_numbers(line) {
            faults.push(format!("another scope beside a bare mark: {line}"));
        }
    }
    faults
}

fn split_percent(line: &str) -> bool {
    line.match_indices(" %")
        .any(|(at, _)| line.get(..at).is_some_and(|before| before.ends_with(|c: char| c.is_ascii_digit())))
}

/// “ inside of “ ”.
fn nested(line: &str) -> bool {
    let mut open = false;
    line.chars().any(|c| {
        let again = open && c == '“';
        open = (open || c == '“') && c != '”';
        again
    })
}

/// `○ 2025 67 口径相近`: another scope is said in words, with a colon and brackets.
fn scope_in_numbers(line: &str) -> bool {
    ["○ ", "● "].iter().any(|mark| {
        line.split(mark).skip(1).any(|said| {
            let mut words = said.split_whitespace();
            let numbers = words.by_ref().take(2).all(|word| word.chars().all(|c| c.is_ascii_digit() || c == '.'));
            numbers
                && words.next().is_some_and(|word| word.starts_with("口径") || word == "similar" || word == "different")
        })
    })
}

fn none(faults: &[String], place: &str) {
    assert!(faults.is_empty(), "{place}:\n{}", faults.join("\n"));
}

/// Keys that lead through the whole program.
const PLACES: [&str; 16] =
    ["0", "0G", "1", "1G", "2", "2G", "3lll", "3G", "4", "4G", "5", "5G", "5v", "/农业", "?", "??"];

#[test]
fn no_screen_says_it() {
    for (width, height) in ALL_SIZES {
        for lang in Lang::ALL {
            for keys in PLACES {
                let screen = Screen::new(width, height).lang(lang).press(keys);
                none(
                    &faults(&screen.rows().join("\n"), true),
                    &format!("{keys} at {width}x{height}\n{}", screen.picture()),
                );
                none(&faults(&screen.details().join("\n"), false), keys);
            }
        }
    }
}

#[test]
fn no_page_copy_or_citation_says_it() {
    for lang in Lang::ALL {
        for pane in ["1", "2", "3", "4", "5"] {
            let mut screen = Screen::new(100, 60).lang(lang).press(&format!("{pane}<enter>"));
            for _ in 0..120 {
                none(&faults(&screen.list().join("\n"), false), &screen.picture());
                for key in ["y", "Y"] {
                    screen.feed(crate::common::script::events(key).remove(0));
                    if let Some(Effect::Copy(text)) = &screen.effect {
                        none(&faults(text, false), text);
                    }
                }
                screen.feed(crate::common::script::events("j").remove(0));
                screen.paint();
            }
        }
    }
}

#[test]
fn no_notice_says_it() {
    for lang in Lang::ALL {
        for keys in ["1y", "1Y", "1 ", "1 y", "m", "1x", "5t", "5s", "1ff", "1fff", "/供暖<enter>n"] {
            let screen = Screen::new(120, 40).lang(lang).press(keys);
            none(&faults(&screen.footer(), true), &screen.picture());
        }
    }
}

fn said(args: &[&str]) -> String {
    let mut command = Command::new(env!("CARGO_BIN_EXE_sulan"));
    command.envs(["HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME"].map(|name| (name, "/dev/null/nobody")));
    let done = command.args(args).output().expect("the program starts");
    String::from_utf8_lossy(&done.stdout).into_owned() + &String::from_utf8_lossy(&done.stderr)
}

#[test]
fn the_command_line_does_not_say_it() {
    let runs: [&[&str]; 20] = [
        &["list"],
        &["list", "--format", "md"],
        &["list", "--without-figures", "--format", "md"],
        &["show", "review.rural.grain", "review.reform.credit", "--format", "md"],
        &["series", "gdp-growth", "--format", "md"],
        &["mentions", "农业", "--format", "md"],
        &["reports", "--format", "md"],
        &["search", "暖气"],
        &["search", "guobaorou", "--format", "md"],
        &["show", "review.rural.pigs", "tasks.agriculture.pigs", "targets.expected.retail-sales"],
        &["compare"],
        &["compare", "--format", "md"],
        &["series", "gdp-growth"],
        &["mentions", "农业"],
        &["reports"],
        &["--help"],
        &["list", "--help"],
        &["completions", "foo"],
        &["--foo"],
        &["list", "--tab", "foo"],
    ];
    for args in runs {
        for lang in Lang::ALL {
            let text = said(&[args, &["--lang", lang.code()]].concat());
            assert!(!text.is_empty(), "{args:?}");
            none(&faults(&text, false), &format!("{args:?} in {lang:?}"));
        }
    }
}

#[test]
fn what_is_exported_as_markdown_does_not_say_it() {
    for lang in Lang::ALL {
        // Each pane, hits, picks of entries and pairs, and what the lines of the opening page stand for.
        for keys in ["0a", "1a", "2a", "3a", "4a", "5a", "/农<c-o>a", "1 5 ", "5 ", "0G "] {
            let folder = Folder::new();
            let name = folder.at("taken.md");
            let screen = Screen::new(120, 40).lang(lang).press(&format!("{keys}e<c-u>{name}<enter>"));
            let Some(Effect::Write(order)) = &screen.effect else { panic!("{keys} writes nothing") };
            sulan::term::export(&screen.app, order);
            let text = folder.read("taken.md");
            assert!(text.lines().count() > 2, "{text}");
            none(&faults(&text, false), &format!("{keys} in {lang:?}\n{text}"));
        }
    }
}

#[test]
fn exports_do_not_say_it() {
    // Markdown and text are for readers; JSON and CSV have names of their own for fields and values.
    for lang in Lang::ALL {
        for format in ["json", "csv"] {
            let text = said(&["list", "--format", format, "--lang", lang.code()]);
            let old = ["Year before = 1", "Later retirement", "“…“"];
            assert!(old.iter().all(|old| !text.contains(old)));
            assert!(text.lines().all(|line| !split_percent(line)));
        }
    }
}

#[test]
fn the_readme_does_not_say_it() {
    let readme = include_str!("../../README.md");
    none(&faults(readme, false), "README.md");
    none(&faults(include_str!("../../CHANGELOG.md"), false), "CHANGELOG.md");
}

/// What the rows of the table of words want, each where a reader meets it.
#[test]
fn what_is_said_instead_is_there() {
    let shown = |screen: &Screen, words: &str| {
        assert!(screen.shows(words), "no {words:?}\n{}", screen.picture());
    };
    let zh = |keys: &str| Screen::new(120, 40).press(keys);
    let en = |keys: &str| Screen::new(120, 40).lang(Lang::En).press(keys);
    let both = |keys: &str, words: [&str; 2]| {
        let [first, second] = words;
        shown(&zh(keys), first);
        shown(&en(keys), second);
    };
    both("4jj", ["同比 +3%", "+3% year on year"]);
    shown(&zh("1lll"), "2025：67 万亩（口径相近）");
    shown(&Screen::new(160, 45).lang(Lang::En).press("1lll"), "2025: 670,000 mu (similar scope)");
    both("/暖气", ["同义：暖气→供热", "synonym: 暖气→Heating"]);
    shown(&zh("/就业"), "字面");
    shown(&en("/culture-tourism"), "as typed");
    both("1", ["首项指标", "First"]);
    both("1", ["增速分布", "Growth"]);
    both("1", ["板块内各项增速，0 至 50%", "growth, 0 to 50%"]);
    both("/人参全产业链价值<enter>", ["为上年的 2 倍", "Ginseng"]);
    shown(&en("/ginseng chain value<enter>"), "2 times the year before");
    both("1", ["≥ 以上  ≈ 左右  > 超过  → 迈向", "≥ at least  ≈ about  > over  → to"]);
    shown(&Screen::new(160, 45).press("1"), "Space 选中");
    shown(&Screen::new(160, 45).lang(Lang::En).press("1"), "Space pick");
    shown(&zh("1 "), "已选 1");
    both("1 k", ["Space 取消", "Space unpick"]);
    both("?", ["选中、取消；Esc 全部取消", "pick, unpick; Esc: none"]);
    both("5", ["2025 比 2024", "2025 against 2024"]);
    both("5jjjjjjjj", ["低 0.95 万人", "9,500 fewer than in 2024"]);
    both("3", ["仅表述", "no number"]);
    both("2", ["荣誉", "Honour"]);
    both("2", ["类别", "Kind"]);
    // Words follow a colon in small letters.
    let other = en("5lj");
    assert!(other.details().join(" ").contains("scope, not subtracted: "), "{}", other.picture());
    for words in ["Gradual rise of the retirement age", "Fine food drive", "Hills and waters drive"] {
        let listed = said(&["list", "--lang", "en"]);
        assert!(listed.contains(words), "no {words}");
    }
    assert!(said(&["list", "--lang", "en"]).contains("1st"));
    assert!(said(&["completions", "foo", "--lang", "zh"]).contains("不支持 foo；可用 bash、zsh、fish、powershell"));
    assert!(said(&["--foo", "--lang", "en"]).contains("Unknown option \"--foo\"."));
}
