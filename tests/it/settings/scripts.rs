//! Completions and the manual page, held against the definition of the arguments.

use std::io::Write;
use std::process::{Command, Stdio};

use sulan::cli::command;
use sulan::text::Lang;

use super::Home;

fn printed(args: &[&str]) -> String {
    let home = Home::new(&format!("scripts-{}", args.join("-")));
    let run = home.run(args);
    assert_eq!((run.status, run.err.as_str()), (0, ""), "{args:?}");
    run.out
}

/// Every sub-command, option and value of an option that the definition names.
fn words() -> Vec<String> {
    let root = command(Lang::Zh);
    let mut words = Vec::new();
    for command in std::iter::once(&root).chain(root.get_subcommands()) {
        words.push(command.get_name().to_owned());
        words.extend(command.get_arguments().filter_map(|arg| arg.get_long()).map(str::to_owned));
        let values =
            command.get_arguments().filter(|arg| !arg.is_positional()).flat_map(clap::Arg::get_possible_values);
        words.extend(values.map(|value| value.get_name().to_owned()).filter(|value| !value.is_empty()));
    }
    words
}

#[test]
fn completions_name_everything_in_every_shell() {
    for shell in ["bash", "zsh", "fish", "powershell"] {
        for lang in ["zh", "en"] {
            let script = printed(&["completions", shell, "--lang", lang]);
            for word in words() {
                assert!(script.contains(&word), "{shell} {word}");
            }
            // bash shows no help beside its words.
            assert_eq!(script.contains("打印手册页"), lang == "zh" && shell != "bash", "{shell} {lang}");
        }
    }
}

/// Runs a program over `script`; `None` where it is not installed.
fn accepted(program: &str, args: &[&str], script: &str) -> Option<(bool, String)> {
    let mut child = Command::new(program)
        .args(args)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .ok()?;
    child.stdin.take().expect("a pipe").write_all(script.as_bytes()).expect("it reads");
    let done = child.wait_with_output().expect("it ends");
    let said = [done.stdout, done.stderr].concat();
    Some((done.status.success(), String::from_utf8_lossy(&said).into_owned()))
}

#[test]
fn shells_that_are_there_accept_their_scripts() {
    for (program, args, shell) in [("bash", &["-n"][..], "bash"), ("zsh", &["-n"], "zsh"), ("fish", &["-n"], "fish")] {
        for lang in ["zh", "en"] {
            let script = printed(&["completions", shell, "--lang", lang]);
            if let Some((good, said)) = accepted(program, args, &script) {
                assert!(good && said.is_empty(), "{shell}: {said}");
            }
        }
    }
}

#[cfg(unix)]
#[test]
fn bash_completes_from_the_script() {
    let script = printed(&["completions", "bash"]);
    let asked = "\nCOMP_WORDS=(sulan --theme '')\nCOMP_CWORD=2\n_sulan sulan '' --theme\necho \"${COMPREPLY[@]}\"\n";
    if let Some((good, said)) = accepted("bash", &["--norc", "--noprofile"], &(script + asked)) {
        assert!(good && said.trim() == "auto mono", "{said}");
    }
}

/// The line of the README for a shell works in one that has just been started.
#[cfg(unix)]
#[test]
fn the_lines_of_the_readme_work_in_a_new_shell() {
    let readme = include_str!("../../../README.md");
    let line = |shell: &str| {
        let line = readme.lines().find(|line| line.contains(&format!("sulan completions {shell}")));
        line.and_then(|line| line.split(" # ").next()).expect("a line for the shell").trim().to_owned()
    };
    let folder = std::path::Path::new(env!("CARGO_BIN_EXE_sulan")).parent().expect("a folder").to_owned();
    let path = format!("PATH='{}':$PATH\n", folder.display());
    for (shell, args, asked) in
        [("bash", &["--norc", "--noprofile"][..], "\ncomplete -p sulan\n"), ("zsh", &["-f"], "\necho $_comps[sulan]\n")]
    {
        if let Some((good, said)) = accepted(shell, args, &(path.clone() + &line(shell) + asked)) {
            assert!(good && said.contains("_sulan") && said.lines().count() == 1, "{shell}: {said}");
        }
    }
}

#[test]
fn a_shell_must_be_named_and_known() {
    let home = Home::new("shell");
    let run = home.run(&["completions"]);
    assert_eq!(run.status, 2);
    assert!(run.err.contains("completions 后面缺 shell 的名字；可用：bash、zsh、fish、powershell。"), "{}", run.err);
    let run = home.run(&["completions", "tcsh", "--lang", "en"]);
    assert_eq!(run.status, 2);
    assert!(run.err.contains("SHELL does not take \"tcsh\"; it takes bash, zsh, fish, powershell."), "{}", run.err);
}

/// What a checker of manual pages looks at.
fn assert_well_formed(page: &str) {
    let title = page.lines().find(|line| line.starts_with(".TH ")).expect("a title");
    let version = env!("CARGO_PKG_VERSION");
    let (name, rest) = title.strip_prefix(".TH ").expect("a title").split_at("SULAN 1 ".len());
    assert_eq!(name, "SULAN 1 ");
    let date = rest.get(..10).expect("a date");
    let digits =
        date.chars().enumerate().all(|(at, c)| if matches!(at, 4 | 7) { c == '-' } else { c.is_ascii_digit() });
    assert!(digits && rest.contains(&format!("\"sulan {version}\"")), "{title}");
    let lines: Vec<&str> = page.lines().collect();
    for line in &lines {
        assert!(!line.ends_with(' '), "{line:?}");
        let bytes: usize = line.chars().map(|c| if c.is_ascii() { 1 } else { 8 }).sum();
        assert!(line.starts_with('.') || bytes <= 80, "{bytes}: {line}");
    }
    for pair in lines.windows(2) {
        assert!(!(pair[0].starts_with(".SH") && pair[1].starts_with(".PP")), "{pair:?}");
    }
}

#[test]
fn the_manual_page_has_every_section_and_names_everything() {
    for (lang, sections, own) in [
        ("zh", ["名称", "用法", "说明", "选项", "子命令", "示例与退出码", "环境变量", "文件"], "打印手册页"),
        (
            "en",
            [
                "NAME",
                "SYNOPSIS",
                "DESCRIPTION",
                "OPTIONS",
                "SUB-COMMANDS",
                "EXAMPLES AND EXIT STATUS",
                "ENVIRONMENT",
                "FILES",
            ],
            "Print the manual page",
        ),
    ] {
        let page = printed(&["man", "--lang", lang]);
        let heads: Vec<&str> = page.lines().filter_map(|line| line.strip_prefix(".SH ")).collect();
        assert_eq!(heads, sections);
        assert_well_formed(&page);
        // Long lines are in pieces.
        let page = page.replace("\\c\n", "");
        assert!(page.contains(own), "{page}");
        // A hyphen that is to be typed is escaped.
        let bare = page.replace("\\-", "-");
        for word in words() {
            assert!(bare.contains(&word), "{word}");
        }
        for sub in command(Lang::Zh).get_subcommands().map(clap::Command::get_name) {
            assert!(page.contains(&format!(".SS \"sulan {sub}\"\n")), "{sub}");
        }
        let foreign = page.lines().filter(|line| lang == "zh" && (line.contains("Usage") || line.contains("OPTIONS")));
        assert_eq!(foreign.collect::<Vec<_>>(), Vec::<&str>::new());
        if let Some((good, said)) = accepted("groff", &["-man", "-Kutf8", "-Tutf8", "-ww", "-z"], &page) {
            assert!(good && said.is_empty(), "{said}");
        }
    }
}
