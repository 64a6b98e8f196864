//! Wrong usage in one sentence of the reader's language: what is wrong, where, and what to do.
//! Made from clap's kinds of error and their context, never from clap's own English.

use std::ffi::OsString;

use clap::error::{ContextKind, ContextValue, ErrorKind};
use clap::{Command, Error};

use super::args::SUBCOMMANDS;
use super::words::{searched, told};
use crate::text::{Bilingual, clean};

/// The sentence for `error`, which parsing `args` against `definition` gave.
pub(super) fn sentence(error: &Error, definition: &Command, args: &[OsString]) -> Bilingual {
    let sub = sub_command(args);
    let what = match error.kind() {
        ErrorKind::UnknownArgument | ErrorKind::InvalidSubcommand => unknown(error, definition, sub, args),
        ErrorKind::InvalidValue => value(error),
        ErrorKind::ValueValidation if option(error) == "--report-year" => not_a_year(error),
        ErrorKind::ValueValidation => not_a_count(error),
        ErrorKind::MissingRequiredArgument => missing(sub),
        ErrorKind::TooManyValues | ErrorKind::WrongNumberOfValues => valueless(error),
        ErrorKind::InvalidUtf8 => Bilingual::new(
            "参数不是 UTF-8 文字；请检查终端的字符编码。",
            "An argument is not UTF-8 text; check the terminal's character set.",
        ),
        _ => Bilingual::new("参数有误。", "The arguments are wrong."),
    };
    let help = ["sulan", sub, "--help"].into_iter().filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ");
    Bilingual::new(format!("{}用法见 {help}。", what.zh), format!("{} See {help}.", what.en))
}

/// The sub-command among `args`, or nothing.
fn sub_command(args: &[OsString]) -> &'static str {
    let named = |arg: &OsString| SUBCOMMANDS.into_iter().find(|sub| arg.to_str() == Some(sub));
    args.iter().skip(1).find_map(named).unwrap_or_default()
}

/// An option that does not exist here, or a word too many.
fn unknown(error: &Error, definition: &Command, sub: &str, args: &[OsString]) -> Bilingual {
    let arg = text(error, ContextKind::InvalidArg);
    if !arg.starts_with('-') {
        return too_many(sub, &arg);
    }
    let name = arg.trim_start_matches('-');
    let takes = |command: &Command| command.get_arguments().any(|known| known.get_long() == Some(name));
    if arg.starts_with("--") && takes(definition) {
        return out_of_place(sub, &arg);
    }
    if let Some(other) = definition.get_subcommands().find(|sub| takes(sub)).filter(|_| arg.starts_with("--")) {
        let other = other.get_name();
        return Bilingual::new(
            format!("“{arg}”不能用在这里；请写在子命令 {other} 后面：sulan {other} {arg}。"),
            format!("\"{arg}\" does not belong here; put it after the sub-command {other}: sulan {other} {arg}."),
        );
    }
    match text(error, ContextKind::SuggestedArg) {
        near if near.is_empty() && sub == "search" => {
            // Of a word like -5% the parser names the first letter only.
            let whole = args.iter().filter_map(|word| word.to_str()).find(|word| word.starts_with(&arg));
            let search = searched(&clean(whole.unwrap_or(&arg)));
            Bilingual::new(
                format!("没有选项“{arg}”；要找它本身，请写 {search}。"),
                format!("Unknown option \"{arg}\"; to look for it, use {search}."),
            )
        }
        near if near.is_empty() && follows_find(&arg, args) => Bilingual::new(
            format!("没有选项“{arg}”；--find 的值以 - 开头时写成 --find=-5。"),
            format!("Unknown option \"{arg}\"; a value of --find that begins with - is written --find=-5."),
        ),
        near if near.is_empty() => {
            Bilingual::new(format!("没有选项“{arg}”；请删去或改正。"), format!("Unknown option \"{arg}\"."))
        }
        near => Bilingual::new(
            format!("没有选项“{arg}”；是不是 {near}？"),
            format!("Unknown option \"{arg}\"; is it {near}?"),
        ),
    }
}

/// Whether `arg` is what was meant to be the value of `--find`.
fn follows_find(arg: &str, args: &[OsString]) -> bool {
    args.iter().zip(args.iter().skip(1)).any(|(before, word)| {
        before.to_str() == Some("--find") && word.to_str().is_some_and(|word| word.starts_with(arg))
    })
}

/// A word after a sub-command that takes no more of them.
fn too_many(sub: &str, word: &str) -> Bilingual {
    let (zh, en) = match sub {
        "schema" | "new" | "config" | "completions" | "man" => ("请去掉它。", "leave it out."),
        _ => ("打开别的报告请用 --report FILE。", "to read another report use --report FILE."),
    };
    Bilingual::new(format!("{sub} 后面不能有“{word}”；{zh}"), format!("{sub} takes no \"{word}\"; {en}"))
}

/// An option of the browser or of printed reports beside a sub-command that has no use for it.
pub(super) fn out_of_place(sub: &str, option: &str) -> Bilingual {
    match option {
        "FILE" if matches!(sub, "draft" | "check" | "new") => Bilingual::new(
            format!("子命令 {sub} 写在文件前面；请写 sulan {sub} FILE。"),
            format!("The sub-command {sub} comes before the file; use sulan {sub} FILE."),
        ),
        "FILE" if matches!(sub, "schema" | "config" | "completions" | "man") => Bilingual::new(
            format!("子命令 {sub} 不读报告；请去掉它前面的文件。"),
            format!("The sub-command {sub} reads no report; leave out the file before it."),
        ),
        "FILE" => Bilingual::new(
            format!("子命令 {sub} 前不能有文件；请写 sulan {sub} --report FILE。"),
            format!("A file cannot stand before the sub-command {sub}; use sulan {sub} --report FILE."),
        ),
        "--find" => Bilingual::new(
            format!("--find 只用于打开浏览，不能与 {sub} 同用；要搜索请用 sulan search QUERY。"),
            format!("--find opens the browser and does not go with {sub}; to search, use sulan search QUERY."),
        ),
        "--theme" | "--ascii" | "--mouse" => Bilingual::new(
            format!("{option} 只用于浏览，不能与 {sub} 同用；请去掉，或写进配置文件（见 sulan config）。"),
            format!("{option} is for the browser and does not go with {sub}; leave it out, or see sulan config."),
        ),
        _ => Bilingual::new(
            format!("{option} 不能与 {sub} 同用；请去掉。"),
            format!("{option} does not go with {sub}; leave it out."),
        ),
    }
}

/// A value outside a closed set, or no value at all.
fn value(error: &Error) -> Bilingual {
    let option = option(error);
    let given = text(error, ContextKind::InvalidValue);
    let allowed = texts(error, ContextKind::ValidValue);
    match (given.is_empty(), allowed.is_empty()) {
        (true, true) => {
            Bilingual::new(format!("{option} 后面缺一个值；请补上。"), format!("{option} has no value; add one."))
        }
        (true, false) => Bilingual::new(
            format!("{option} 后面缺一个值；可用：{}。", allowed.join("、")),
            format!("{option} has no value; it takes {}.", allowed.join(", ")),
        ),
        (false, _) => Bilingual::new(
            // The name of an argument is no word of Chinese; that of an option is what was typed.
            if option.starts_with('-') {
                format!("{option} 不支持 {given}；可用 {}。", allowed.join("、"))
            } else {
                format!("不支持 {given}；可用 {}。", allowed.join("、"))
            },
            format!("{option} does not take \"{given}\"; it takes {}.", allowed.join(", ")),
        ),
    }
}

fn not_a_count(error: &Error) -> Bilingual {
    let (option, given) = (option(error), text(error, ContextKind::InvalidValue));
    Bilingual::new(
        format!("{option} 不能是“{given}”；请写 1 以上的整数。"),
        format!("{option} cannot be \"{given}\"; give a whole number from 1."),
    )
}

fn not_a_year(error: &Error) -> Bilingual {
    let given = text(error, ContextKind::InvalidValue);
    Bilingual::new(
        format!("--report-year 不能是“{given}”；请写 1949 与 2100 之间的年份。"),
        format!("--report-year cannot be \"{given}\"; give a year between 1949 and 2100."),
    )
}

fn missing(sub: &str) -> Bilingual {
    match sub {
        "draft" | "check" => Bilingual::new(
            format!(
                "{sub} 后面缺文件；例如 sulan {sub} {}。",
                if sub == "check" { "report.json" } else { "report.txt" }
            ),
            format!(
                "{sub} needs a file, such as sulan {sub} {}.",
                if sub == "check" { "report.json" } else { "report.txt" }
            ),
        ),
        "show" => Bilingual::new(
            "show 后面缺条目编号；例如 sulan show review.rural.grain。",
            "show needs the id of an entry, such as sulan show review.rural.grain.",
        ),
        "series" => Bilingual::new(
            "series 后面缺指标编号；例如 sulan series gdp-growth。",
            "series needs the id of an indicator, such as sulan series gdp-growth.",
        ),
        "completions" => Bilingual::new(
            "completions 后面缺 shell 的名字；可用：bash、zsh、fish、powershell。",
            "completions needs the name of a shell: bash, zsh, fish or powershell.",
        ),
        _ => Bilingual::new(
            format!("{sub} 后面缺要找的内容；例如 sulan {sub} 粮食。"),
            format!("{sub} needs something to look for, such as sulan {sub} grain."),
        ),
    }
}

fn valueless(error: &Error) -> Bilingual {
    let option = option(error);
    Bilingual::new(format!("{option} 不带值；请去掉它的值。"), format!("{option} takes no value; remove the value."))
}

/// The option an error is about, without the name of its value.
fn option(error: &Error) -> String {
    let arg = text(error, ContextKind::InvalidArg);
    arg.split([' ', '=']).next().unwrap_or_default().trim_matches(['<', '>']).to_owned()
}

fn text(error: &Error, kind: ContextKind) -> String {
    texts(error, kind).into_iter().next().unwrap_or_default()
}

fn texts(error: &Error, kind: ContextKind) -> Vec<String> {
    let cleaned = |text: &String| told(&clean(text));
    match error.get(kind) {
        Some(ContextValue::String(text)) => vec![cleaned(text)],
        Some(ContextValue::Strings(texts)) => texts.iter().map(cleaned).collect(),
        _ => Vec::new(),
    }
}
