//! Arguments: wrong usage, help, version and the choice of the language.

use super::{Run, finish, good, program, sulan};

/// A run that must fail as wrong usage, with one sentence and nothing printed.
fn wrong(args: &[&str]) -> String {
    let run = sulan(args);
    assert_eq!((run.status, run.out.as_str()), (2, ""), "{args:?}: {}", run.err);
    assert_eq!(run.err.lines().count(), 1, "{args:?}: {}", run.err);
    run.err.trim_end().to_owned()
}

#[test]
fn wrong_usage_is_one_sentence_in_chinese_and_in_english() {
    let cases: [(&[&str], &str, &str); 20] = [
        (
            &["list", "--fromat", "json"],
            "没有选项“--fromat”；是不是 --format？",
            "Unknown option \"--fromat\"; is it --format?",
        ),
        (&["--quux"], "没有选项“--quux”；请删去或改正。", "Unknown option \"--quux\"."),
        (&["-x"], "没有选项“-x”", "Unknown option \"-x\""),
        (
            &["list", "--format", "xml"],
            "--format 不支持 xml；可用 text、json、csv、md。",
            "--format does not take \"xml\"; it takes text, json, csv, md.",
        ),
        (
            &["list", "--tab", "goals"],
            "不支持 goals；可用 review、honours、tasks、targets。",
            "it takes review, honours, tasks, targets.",
        ),
        (
            &["list", "--format"],
            "--format 后面缺一个值；可用：text、json、csv、md。",
            "--format has no value; it takes text, json, csv, md.",
        ),
        (&["list", "--section"], "--section 后面缺一个值；请补上。", "--section has no value; add one."),
        (
            &["search"],
            "search 后面缺要找的内容；例如 sulan search 粮食。",
            "search needs something to look for, such as sulan search grain.",
        ),
        (&["search", " "], "查询是空的", "The query is empty"),
        (&["--find", ""], "查询是空的", "The query is empty"),
        (&["show"], "show 后面缺条目编号", "show needs the id of an entry"),
        (
            &["search", "a", "--limit", "0"],
            "--limit 不能是“0”；请写 1 以上的整数。",
            "--limit cannot be \"0\"; give a whole number from 1.",
        ),
        (&["search", "a", "--limit", "two"], "--limit 不能是“two”", "--limit cannot be \"two\""),
        (
            &["search", "-5"],
            "没有选项“-5”；要找它本身，请写 sulan search -- -5。",
            "Unknown option \"-5\"; to look for it, use sulan search -- -5.",
        ),
        (
            &["search", "-x y"],
            "要找它本身，请写 sulan search -- '-x y'。",
            "to look for it, use sulan search -- '-x y'.",
        ),
        (&["--find", "-5"], "--find 的值以 - 开头时写成 --find=-5。", "that begins with - is written --find=-5."),
        (&["search", "a", "--limit", ""], "--limit", "--limit"),
        (
            &["list", "report.json"],
            "list 后面不能有“report.json”；打开别的报告请用 --report FILE。",
            "list takes no \"report.json\"; to read another report use --report FILE.",
        ),
        (&["list", "--bom"], "--bom 只用于 CSV", "--bom goes with CSV only"),
        (
            &["--find", "a", "list"],
            "--find 只用于打开浏览，不能与 list 同用",
            "--find opens the browser and does not go with list",
        ),
    ];
    for (args, zh, en) in cases {
        let told = wrong(args);
        assert!(told.starts_with("sulan: ") && told.contains(zh), "{args:?}: {told}");
        let told = wrong(&[&["--lang", "en"], args].concat());
        assert!(told.starts_with("sulan: ") && told.contains(en), "{args:?}: {told}");
    }
}

#[test]
fn nothing_of_the_parser_shows_through() {
    for args in
        [&["list", "--fromat"][..], &["list", "--tab", "x"], &["search"], &["--nope"], &["list", "--limit", "3"]]
    {
        let told = wrong(args);
        for word in ["error", "Usage", "tip", "possible values", "For more information", "unexpected"] {
            assert!(!told.contains(word), "{told}");
        }
    }
    assert!(wrong(&["list", "--bom=yes"]).contains("--bom 不带值"));
}

#[test]
fn an_option_of_a_sub_command_is_shown_its_place() {
    assert!(wrong(&["--format", "json"]).contains("sulan list --format"));
    assert!(wrong(&["--limit", "3"]).contains("sulan search --limit"));
    assert!(wrong(&["list", "--fromat"]).ends_with("用法见 sulan list --help。"));
    assert!(wrong(&["--nope"]).ends_with("用法见 sulan --help。"));
}

#[test]
fn a_word_that_resembles_a_sub_command_is_suggested() {
    assert_eq!(wrong(&["lisst"]), "sulan: 没有文件“lisst”；是不是 sulan list？子命令写在最前，报告用 --report FILE。");
    assert!(wrong(&["--lang", "en", "serach", "grain"]).contains("is it sulan search?"));
    assert!(wrong(&["help"]).contains("是不是 sulan --help？"));
    assert!(wrong(&["report.json", "list"]).contains("是不是 sulan list？"));
}

#[test]
fn a_missing_file_that_resembles_none_is_missing_data() {
    let run = sulan(&["马拉松"]);
    assert_eq!((run.status, run.out.as_str()), (3, ""));
    assert_eq!(run.err, "sulan: 马拉松：没有这个文件；请检查路径，要搜索请用 sulan search 马拉松。\n");
    let run = sulan(&["--lang", "en", "reports/x.json"]);
    assert_eq!((run.status, run.err.as_str()), (3, "sulan: reports/x.json: no such file; check the path.\n"));
}

#[test]
fn a_command_that_is_advised_works() {
    for word in ["--lang", "-x", "a b", "it's"] {
        let run = sulan(&["--lang", "en", "--", word]);
        let (_, advised) = run.err.trim_end().rsplit_once("search with ").expect("advice");
        let advised = advised.trim_end_matches('.').replace("sulan", env!("CARGO_BIN_EXE_sulan"));
        let done = std::process::Command::new("sh").args(["-c", &advised]).output().expect("a shell");
        assert_ne!(done.status.code(), Some(2), "{word}: {advised}: {}", String::from_utf8_lossy(&done.stderr));
    }
}

#[test]
fn a_limit_above_all_numbers_is_none() {
    let all = good(&["search", "粮食", "--format", "csv"]).out;
    for limit in ["99999999999", "99999999999999999999999999"] {
        assert_eq!(good(&["search", "粮食", "--format", "csv", "--limit", limit]).out, all);
    }
}

#[test]
fn what_is_very_long_is_not_echoed_whole() {
    let long = "蜀".repeat(30_000);
    for args in [&["search", &long][..], &["show", &long], &["list", "--section", &long], &[&long], &["list", &long]] {
        for lang in ["zh", "en"] {
            let run = sulan(&[&["--lang", lang], args].concat());
            assert!(run.status > 0 && run.err.len() < 2_000 && run.err.contains('…'), "{}", run.err.len());
        }
    }
}

#[test]
fn help_speaks_the_chosen_language() {
    let zh = good(&["--help"]).out;
    assert!(zh.contains("用法：sulan [选项] [FILE…]") && zh.contains("示例：") && zh.contains("退出码"), "{zh}");
    let words = ["Usage", "Options", "Commands", "possible values", "default", "Print"];
    assert!(words.iter().all(|word| !zh.contains(word)), "{zh}");
    for args in [&["--help", "--lang", "en"][..], &["--lang=en", "-h"]] {
        let en = good(args).out;
        assert!(en.contains("Usage: sulan [OPTIONS] [FILE…]") && en.contains("Examples:"), "{en}");
        assert!(!en.contains("用法"), "{en}");
    }
    for (sub, own) in [
        ("list", "--with-figures"),
        ("search", "--limit"),
        ("show", "ID…"),
        ("compare", "--bom"),
        ("config", "--theme"),
        ("completions", "SHELL"),
        ("man", "--lang"),
    ] {
        let zh = good(&[sub, "--help"]).out;
        let en = good(&[sub, "--help", "--lang", "en"]).out;
        assert!(zh.contains(&format!("用法：sulan {sub}")) && zh.contains(own) && zh.contains("示例："), "{zh}");
        assert!(en.contains(&format!("Usage: sulan {sub}")) && en.contains(own) && en.contains("Example"), "{en}");
        assert!(zh.ends_with('\n') && !zh.contains("\n\n\n"), "{zh}");
    }
}

#[test]
fn the_help_says_what_each_argument_is() {
    for (sub, zh, en) in [
        (
            None,
            "[FILE]...  报告：文字、网页、Word、JSON，或文件夹",
            "[FILE]...  Reports: text, page, Word or JSON file, folder",
        ),
        (
            Some("draft"),
            "<FILE>...  报告：文字、网页、Word，或文件夹",
            "<FILE>...  Reports: text, page or Word file, folder",
        ),
        (
            Some("check"),
            "<FILE>...  数据：JSON、JSON Lines，或文件夹",
            "<FILE>...  Data: a file of JSON or JSON Lines, a folder",
        ),
        (Some("series"), "<INDICATOR>  指标：编号或名称", "<INDICATOR>  An indicator: its id,"),
        (Some("search"), "<QUERY>...  要找的内容", "<QUERY>...  What to look for"),
        (
            Some("list"),
            "--report <FILE>        读这份报告或这个文件夹",
            "--report <FILE>        Read this report or folder",
        ),
    ] {
        let help = |lang: &str| {
            let args: Vec<&str> = sub.into_iter().chain(["--help", "--lang", lang]).collect();
            good(&args).out
        };
        let told = help("zh");
        assert!(told.contains(zh) && told.contains("参数：") == (sub != Some("list")), "{told}");
        let told = help("en");
        assert!(told.contains(en) && told.contains("Arguments:") == (sub != Some("list")), "{told}");
    }
    let page = good(&["man", "--lang", "en"]).out;
    assert!(page.contains("COLUMNS, LINES"), "{page}");
}

#[test]
fn the_examples_of_the_help_work() {
    let outside = ["report.", "--find", "> "];
    let subs = ["list", "search", "show", "compare", "config"];
    for args in std::iter::once(vec!["--help"]).chain(subs.map(|sub| vec![sub, "--help"])) {
        for lang in ["zh", "en"] {
            let help = good(&[&args[..], &["--lang", lang]].concat()).out;
            let examples = help.lines().filter_map(|line| line.strip_prefix("  sulan "));
            for example in examples.filter(|line| !outside.iter().any(|word| line.contains(word))) {
                // The words of the example end where its explanation begins.
                let words = example.split("  ").next().unwrap_or_default();
                let words: Vec<&str> = words.split_whitespace().collect();
                assert_eq!(sulan(&words).status, 0, "{words:?}");
            }
        }
    }
}

#[test]
fn the_version_is_the_crates() {
    for flag in ["--version", "-V"] {
        assert_eq!(good(&[flag]).out, format!("sulan {}\n", env!("CARGO_PKG_VERSION")));
    }
}

fn within(variables: &[(&str, &str)], args: &[&str]) -> Run {
    let mut command = program(args);
    command.envs(variables.iter().copied());
    finish(command)
}

#[test]
fn the_environment_chooses_the_language_and_an_argument_overrules_it() {
    let grain = ["show", "review.rural.grain"];
    let english = |variables: &[(&str, &str)], more: &[&str]| {
        let run = within(variables, &[&grain[..], more].concat());
        assert_eq!(run.status, 0);
        run.out.starts_with("Grain output")
    };
    assert!(!english(&[], &[]));
    assert!(english(&[("LANG", "en_GB.UTF-8")], &[]));
    assert!(!english(&[("LANG", "C.UTF-8")], &[]));
    assert!(english(&[("LC_ALL", "fr_FR.UTF-8"), ("LANG", "zh_CN.UTF-8")], &[]));
    assert!(!english(&[("LC_MESSAGES", "zh_CN.UTF-8"), ("LANG", "en_GB.UTF-8")], &[]));
    assert!(english(&[("LC_ALL", ""), ("LANG", "en_GB.UTF-8")], &[]));
    assert!(!english(&[("LC_ALL", "en_GB.UTF-8")], &["--lang", "zh"]));
    assert!(english(&[("LC_ALL", "zh_CN.UTF-8")], &["--lang", "en"]));
    assert!(english(&[("LC_ALL", "en_GB.UTF-8")], &["--lang", "auto"]));
    assert!(within(&[("LC_ALL", "en_GB.UTF-8")], &["--nope"]).err.contains("Unknown option"));
    assert!(within(&[("LC_ALL", "en_GB.UTF-8")], &["--help"]).out.contains("Usage:"));
    assert!(within(&[("LC_ALL", "en_GB.UTF-8")], &["--lang", "zh", "list"]).out.contains("粮食产量"));
}

#[test]
fn the_last_of_two_values_counts() {
    assert!(good(&["list", "--lang", "zh", "--lang", "en"]).out.contains("Grain output"));
    assert!(good(&["--lang", "zh", "list", "--lang", "en"]).out.contains("Grain output"));
    assert!(good(&["list", "--format", "md", "--format", "json"]).out.starts_with('['));
}
