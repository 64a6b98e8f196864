//! `sulan man`: one manual page for everything, from the definition of the
//! arguments and the words of its help.

use std::io;

use clap::Command;
use clap_mangen::{
    Man,
    roff::{Roff, bold, roman},
};

use super::Status;
use super::args::command;
use super::output::Output;
use crate::text::{Label, Lang};

/// Prints the page in `lang`.
pub(super) fn print(lang: Lang) -> Status {
    Output::new(lang).write(Status::Done, |out| out.write_all(page(lang)?.as_bytes()))
}

fn page(lang: Lang) -> io::Result<String> {
    let root = command(lang);
    let about = root.get_about().map(ToString::to_string).unwrap_or_default();
    let version = format!("sulan {}", env!("CARGO_PKG_VERSION"));
    let man = Man::new(root.clone().about(NAME.get(lang)))
        .title("SULAN")
        .date(DATE)
        .source(version)
        .manual(Label::new("用户手册", "User manual").get(lang));
    let head = |text: &str| format!(".SH {text}\n");
    let mut page = rendered(|out| man.render_title(out))?;
    // Text set flush right would tear Chinese apart at its few spaces.
    page += ".nh\n.ad l\n";
    page += &head(Label::new("名称", "NAME").get(lang));
    page += &section(|out| man.render_name_section(out))?;
    page += &head(Label::new("用法", "SYNOPSIS").get(lang));
    page += &section(|out| man.render_synopsis_section(out))?;
    page += &head(Label::new("说明", "DESCRIPTION").get(lang));
    page += &unopened(&words(&about)?);
    page += &head(Label::new("选项", "OPTIONS").get(lang));
    page += &section(|out| man.render_options_section(out))?;
    page += &head(Label::new("子命令", "SUB-COMMANDS").get(lang));
    for sub in root.get_subcommands() {
        page += &sub_command(&root, sub)?;
    }
    page += &head(Label::new("示例与退出码", "EXAMPLES AND EXIT STATUS").get(lang));
    page += &unopened(&words(&after_help(&root))?);
    page += &head(Label::new("环境变量", "ENVIRONMENT").get(lang));
    page += &defined(&ENVIRONMENT, lang)?;
    page += &head(Label::new("文件", "FILES").get(lang));
    page += &defined(&FILES, lang)?;
    Ok(page.lines().map(broken).collect())
}

/// A sub-command: its usage, what it does, its own options, examples. The
/// options that it shares with the program stand among those of the program.
fn sub_command(root: &Command, sub: &Command) -> io::Result<String> {
    let shared = |id: &str| root.get_arguments().any(|arg| arg.get_id() == id);
    let ids: Vec<String> = sub.get_arguments().map(|arg| arg.get_id().to_string()).filter(|id| shared(id)).collect();
    let own = ids.iter().fold(sub.clone(), |sub, id| sub.mut_arg(id, |arg| arg.hide(true)));
    let mut roff = Roff::new();
    roff.control("SS", [format!("sulan {}", sub.get_name()).as_str()]);
    roff.text([roman(sub.get_about().map(ToString::to_string).unwrap_or_default())]);
    roff.control("PP", []);
    let usage = sub.clone().render_usage().to_string();
    roff.text([bold(usage.trim_start_matches("Usage: ").trim().to_owned())]);
    let mut page = text_of(&roff)?;
    page += &section(|out| Man::new(own).render_options_section(out))?;
    page += &words(&after_help(sub))?;
    Ok(page)
}

fn after_help(of: &Command) -> String {
    of.get_after_help().map(ToString::to_string).unwrap_or_default()
}

/// The words that follow the options in the help: paragraphs, and indented lines that stay as they are.
fn words(text: &str) -> io::Result<String> {
    let mut roff = Roff::new();
    let (mut kept, mut ended) = (false, false);
    roff.control("PP", []);
    for line in text.lines() {
        let indented = line.starts_with("  ");
        if indented != kept {
            roff.control(if indented { "nf" } else { "fi" }, []);
            kept = indented;
        } else if ended && !line.is_empty() {
            roff.control("br", []);
        }
        // A line that ends in the middle of a sentence was only broken to fit the help.
        ended = line.ends_with(['。', '.']);
        match line.trim_end() {
            "" => roff.control("PP", []),
            line => roff.text([roman(line)]),
        };
    }
    if kept {
        roff.control("fi", []);
    }
    text_of(&roff)
}

fn defined(items: &[(&str, Label)], lang: Lang) -> io::Result<String> {
    let mut roff = Roff::new();
    for (name, meaning) in items {
        roff.control("TP", []);
        roff.text([bold(*name)]);
        roff.text([roman(meaning.get(lang))]);
    }
    text_of(&roff)
}

/// What `render` writes, whole.
fn rendered(render: impl FnOnce(&mut Vec<u8>) -> io::Result<()>) -> io::Result<String> {
    let mut bytes = Vec::new();
    render(&mut bytes)?;
    String::from_utf8(bytes).map_err(io::Error::other)
}

/// A section without the paragraph that its heading opens already.
fn unopened(section: &str) -> String {
    section.strip_prefix(".PP\n").unwrap_or(section).to_owned()
}

/// A line of text in pieces that no formatter finds too long; `\\c` makes them one line again.
fn broken(line: &str) -> String {
    let mut pieces = String::new();
    let mut used = 0;
    for word in unbreakable(line) {
        // A formatter of ASCII reads \\[u901F] for 速.
        let bytes: usize = word.chars().map(|c| if c.is_ascii() { 1 } else { 8 }).sum();
        if used > 0 && used + bytes > LINE && !line.starts_with(['.', '\'']) {
            pieces += "\\c\n";
            used = 0;
            if word.starts_with(['.', '\'']) {
                // At the start of a line it would be a command.
                pieces += "\\&";
            }
        }
        pieces += word;
        used += bytes;
    }
    pieces + "\n"
}

/// The parts of a line that stay whole: words with the blanks behind them, and each 汉字 alone. The
/// escapes of roff are ASCII without blanks.
fn unbreakable(line: &str) -> impl Iterator<Item = &str> {
    let mut rest = line;
    std::iter::from_fn(move || {
        let mut before = rest.chars().next()?;
        let end = rest.char_indices().skip(1).find(|&(_, c)| {
            let ends = before == ' ' || !before.is_ascii() || !c.is_ascii();
            before = c;
            ends
        });
        let (word, behind) = rest.split_at(end.map_or(rest.len(), |(at, _)| at));
        rest = behind;
        Some(word)
    })
}

/// The lines of a section after its heading, which is in English.
fn section(render: impl FnOnce(&mut Vec<u8>) -> io::Result<()>) -> io::Result<String> {
    let all = rendered(render)?;
    Ok(all.lines().skip_while(|line| !line.starts_with(".SH")).skip(1).flat_map(|line| [line, "\n"]).collect())
}

/// The lines of `roff` without those that every rendering begins with, which the page needs once.
fn text_of(roff: &Roff) -> io::Result<String> {
    let all = rendered(|out| roff.to_writer(out))?;
    let setting = |line: &&str| line.starts_with(".ie ") || line.starts_with(".el ");
    Ok(all.lines().skip_while(setting).flat_map(|line| [line, "\n"]).collect())
}

/// What the program is, in one line.
const NAME: Label = Label::new("速览：工作报告", "a government's annual work report at a glance");

/// The day of the version.
const DATE: &str = "2026-11-27";

/// The bytes of a line that every formatter takes.
const LINE: usize = 70;

const ENVIRONMENT: [(&str, Label); 6] = [
    (
        "LC_ALL, LC_MESSAGES, LANG",
        Label::new(
            "语言，以第一个有值的为准：zh 开头是中文，C 和 POSIX 由配置文件决定，其余是英文。",
            "The language, by the first that is set: zh is Chinese, C and POSIX leave it to the configuration file, any other is English.",
        ),
    ),
    ("NO_COLOR", Label::new("有值则不用颜色。", "No colours where it is set and not empty.")),
    ("TERM", Label::new("dumb 不用颜色。", "No colours where it is dumb.")),
    (
        "COLUMNS, LINES",
        Label::new("窗口的大小，终端不说时用。", "The size of the window, where the terminal does not tell it."),
    ),
    (
        "XDG_CONFIG_HOME",
        Label::new("配置文件夹，默认 ~/.config。", "The folder of configurations, ~/.config by default."),
    ),
    (
        "XDG_STATE_HOME",
        Label::new("状态文件夹，默认 ~/.local/state。", "The folder of states, ~/.local/state by default."),
    ),
];

const FILES: [(&str, Label); 2] = [
    (
        "~/.config/sulan/config.toml",
        Label::new("配置文件，见上面的 sulan config。", "The configuration file; see sulan config above."),
    ),
    (
        "~/.local/state/sulan/state.json",
        Label::new("上次的位置；可以删除。", "Where you were last; it may be deleted."),
    ),
];
