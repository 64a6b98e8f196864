//! A configuration file with something wrong in it: the line is named, the rest counts.

use serde_json::json;

use super::{Home, shown};

/// The sentences on standard error, without the path of the file.
fn told(home: &Home, args: &[&str]) -> Vec<String> {
    let run = home.run(args);
    assert_eq!(run.status, 0, "{}", run.err);
    let start = format!("sulan: {}", shown(&home.config()));
    let own = |line: &str| line.strip_prefix(&start).unwrap_or_else(|| panic!("{line}")).to_owned();
    run.err.lines().map(own).collect()
}

#[test]
fn a_wrong_line_is_named_in_one_sentence_and_the_others_count() {
    for (name, line, zh, en) in [
        (
            "key",
            "colour = \"red\"",
            "没有“colour”这个设置；可用：language、theme、ascii、mouse、start。",
            "there is no setting \"colour\"; the settings are language, theme, ascii, mouse, start.",
        ),
        (
            "near",
            "them = \"mono\"",
            "没有“them”这个设置；也许是 theme。",
            "there is no setting \"them\"; perhaps theme is meant.",
        ),
        (
            "value",
            "theme = \"dark\"",
            "theme 不支持 dark；可用：\"auto\"、\"mono\"。",
            "theme does not take \"dark\"; it takes \"auto\", \"mono\".",
        ),
        (
            "case",
            "start = \"Tasks\"",
            "start 不支持 Tasks；可用：\"overview\"、\"review\"、\"honours\"、\"tasks\"、\"targets\"、\"compare\"。",
            "start does not take \"Tasks\"; it takes \"overview\", \"review\", \"honours\", \"tasks\", \"targets\", \"compare\".",
        ),
        (
            "kind",
            "theme = 1",
            "theme 要写带引号的文字；可用：\"auto\"、\"mono\"。",
            "theme takes a word in quotes; it takes \"auto\", \"mono\".",
        ),
        (
            "word",
            "mouse = \"yes\"",
            "mouse 不支持 yes；请写 true 或 false，不加引号。",
            "mouse does not take \"yes\"; write true or false, without quotes.",
        ),
        (
            "switch",
            "mouse = 1",
            "mouse 没有这样的值；请写 true 或 false，不加引号。",
            "mouse takes no such value; write true or false, without quotes.",
        ),
        (
            "quotes",
            "theme = mono",
            "不合 TOML 写法；请写成“名称 = 值”，文字加引号，例如 theme = \"mono\"。",
            "not TOML; write KEY = VALUE with quotes around words, such as theme = \"mono\".",
        ),
        ("open", "theme = \"mono", "不合 TOML 写法；", "not TOML;"),
        ("bare", "mono", "不合 TOML 写法；", "not TOML;"),
        ("colon", "theme: \"mono\"", "不合 TOML 写法；", "not TOML;"),
        (
            "twice",
            "ascii = false",
            "同一个设置写了两次；请只留一行。",
            "the same setting twice; keep one of the lines.",
        ),
        ("escape", "\"\\u001b[2Jx\" = 1", "没有“[2Jx”这个设置；", "there is no setting \"[2Jx\";"),
    ] {
        let home = Home::with(name, format!("ascii = true\n\n{line}\nlanguage = \"zh\"\n"));
        for args in [&["config"][..], &["list"], &[]] {
            let told = told(&home, args);
            assert!(told.len() == 1 && told[0].starts_with(&format!(":3：{zh}")), "{name} {args:?}: {told:?}");
        }
        let english = told(&home, &["config", "--lang", "en"]);
        assert!(english.len() == 1 && english[0].starts_with(&format!(":3: {en}")), "{name}: {english:?}");
        assert_eq!(home.setting("ascii", &[], &[]), (json!(true), "file 1".to_owned()), "{name}");
        assert_eq!(home.setting("language", &[], &[]), (json!("zh"), "file 4".to_owned()), "{name}");
        assert_eq!(home.setting("theme", &[], &[]), (json!("auto"), "default".to_owned()), "{name}");
    }
}

#[test]
fn several_wrong_lines_are_told_in_their_order() {
    let home = Home::with("several", "theme = \"x\"\n[browser]\nascii = true\n");
    let told = told(&home, &["config"]);
    assert!(
        told.len() == 2 && told[0].starts_with(":1：theme") && told[1].starts_with(":2：没有“browser”"),
        "{told:?}"
    );
}

#[test]
fn a_text_without_end_takes_the_file_with_it_and_is_told_at_its_end() {
    let home = Home::with("endless", "ascii = true\ntheme = \"\"\"mono\nmouse = true\n");
    assert_eq!(told(&home, &["config"]).len(), 1);
    assert_eq!(home.setting("mouse", &[], &[]).1, "default");
}

#[test]
fn a_file_that_is_nothing_of_the_kind_is_told_briefly() {
    let home = Home::with("prose", "这不是配置文件\n".repeat(2000));
    let lines = told(&home, &["config"]);
    assert!(lines.len() == 10 && lines[9].starts_with(":10：不合 TOML 写法"), "{lines:?}");
    let keys: Vec<String> = (0..2000).map(|key| format!("k{key} = 1\n")).collect();
    let home = Home::with("keys", keys.concat());
    let run = home.run(&["config"]);
    assert_eq!((run.status, run.err.lines().count()), (0, 11));
    assert!(run.err.ends_with("sulan: 另有 1990 处问题。\n"), "{}", run.err);
}

#[test]
fn files_of_other_editors_are_read() {
    for (name, text) in [
        ("crlf", "ascii = true\r\nstart = \"tasks\"\r\n"),
        ("bom", "\u{feff}ascii = true\nstart = 'tasks'"),
        ("loose", "  ascii=true # 注释\n\n\tstart = \"tasks\""),
    ] {
        let home = Home::with(name, text);
        assert!(told(&home, &["config"]).is_empty(), "{name}");
        assert_eq!(home.setting("ascii", &[], &[]).0, json!(true), "{name}");
        assert_eq!(home.setting("start", &[], &[]).0, json!("tasks"), "{name}");
    }
    assert!(told(&Home::with("empty", ""), &["config"]).is_empty());
}

#[test]
fn text_in_another_encoding_is_named_and_the_other_lines_count() {
    // 中文 in GB 18030, in a comment and in a value.
    let home = Home::with("gbk", b"ascii = true\n# \xd6\xd0\xce\xc4\ntheme = \"\xd6\xd0\"\n".as_slice());
    let told = told(&home, &["config"]);
    assert!(told.len() == 1 && told[0] == ":2：不是 UTF-8 文字；请把文件存成 UTF-8。", "{told:?}");
    assert_eq!(home.setting("ascii", &[], &[]).0, json!(true));
}

#[test]
fn a_file_that_cannot_be_read_is_told_and_stops_nothing() {
    let home = Home::new("folder");
    std::fs::create_dir(home.config()).expect("a folder in the place of the file");
    assert_eq!(told(&home, &["list"]), ["：是文件夹，不是文件；请写文件的路径。"]);
    assert_eq!(told(&home, &["config", "--lang", "en"]), [": a folder, not a file; name a file."]);
    let home = Home::with("large", vec![b'#'; (1 << 16) + 1]);
    assert_eq!(told(&home, &["list"]), ["：太大，不像配置文件；请检查这个文件。"]);
    // A file where the folder should be is as good as no file.
    let home = Home::new("beside");
    let run = home.within(&[("XDG_CONFIG_HOME", env!("CARGO_BIN_EXE_sulan"))], &["list"]);
    assert_eq!((run.status, run.err.as_str()), (0, ""));
}

#[cfg(unix)]
#[test]
fn a_pipe_in_the_place_of_the_file_keeps_nobody_waiting() {
    let home = Home::new("pipe");
    let made = std::process::Command::new("mkfifo").arg(home.config()).status().expect("mkfifo runs");
    assert!(made.success());
    assert_eq!(told(&home, &["list"]), ["：不是普通文件；请检查路径。"]);
}

#[test]
fn scripts_that_are_read_by_programs_come_without_remarks() {
    let home = Home::with("scripts", "nonsense\n");
    for args in [&["completions", "bash"][..], &["man"], &["--help"], &["--version"]] {
        assert!(told(&home, args).is_empty(), "{args:?}");
    }
}
