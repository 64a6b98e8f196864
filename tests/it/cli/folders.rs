//! Folders as input, and many reports in one file: the order, what is passed over, ids, and that it is the same for
//! every way in which reports lie on the disk.

use std::io::{BufRead, BufReader};
use std::process::{Command, Stdio};

use serde_json::Value;

use super::{Folder, copy, finish, good, program, sample, sulan};

/// A report as a government would publish it.
fn text(place: &str, year: i32) -> String {
    format!(
        "{place}政府工作报告\n——{year}年1月10日在{place}第十七届人民代表大会第一次会议上\n\n各位代表：\n\
         一、{}年工作回顾\n过去一年，我们顶住压力，粮食产量达到95.28亿斤，地区生产总值增长5.5%。\n\
         二、{year}年主要目标\n今年的预期目标是：地区生产总值增长6%左右，城镇新增就业3.5万人。\n\
         三、{year}年重点任务\n（一）发展工业。新建标准厂房12万平方米，大力发展低空经济。\n\
         谢谢大家，让低空经济飞得更高！\n",
        year - 1
    )
}

/// The places in a folder of the path that names it.
fn paths(folder: &Folder, rows: &[Value]) -> Vec<String> {
    let start = format!("{}/", folder.0.display());
    let file = |row: &Value| row["file"].as_str().unwrap_or_default().replace(&start, "");
    rows.iter().map(file).collect()
}

fn ids(rows: &[Value]) -> Vec<&str> {
    rows.iter().filter_map(|row| row["id"].as_str()).collect()
}

/// Reports, notes, a picture and hidden files in folders within a folder.
fn mixed(name: &str) -> Folder {
    let folder = Folder::new(name);
    for inner in ["b", "b/c", ".git"] {
        std::fs::create_dir(folder.0.join(inner)).expect("a folder in the folder");
    }
    folder.file("b.txt", text("吉林市", 2021));
    folder.file("b/z.json", sample("z").replace('\n', " "));
    folder.file("b/c/2.txt", text("长春市", 2022));
    let line = |id: &str| sample(id).replace('\n', " ");
    folder.file("a.jsonl", format!("{}\n{}\n", line("x"), line("y")));
    folder.file("b/notes.md", "这一份是会议的笔记，记下大家说了什么，没有别的内容。\n");
    folder.file("b/image.png", b"\x89PNG\r\n\x1a\n\0\0");
    folder.file("b/settings.json", "{\"a\": 1}");
    folder.file("b/.hidden.txt", text("通化市", 2021));
    folder.file(".git/config.txt", text("四平市", 2021));
    folder
}

#[test]
fn a_folder_is_read_through_in_the_order_of_its_paths() {
    let folder = mixed("walked");
    let path = folder.0.display().to_string();
    let run = sulan(&["reports", "--format", "json", "--report", &path]);
    assert_eq!(run.status, 0, "{}", run.err);
    let rows = run.json();
    assert_eq!(paths(&folder, &rows), ["a.jsonl", "a.jsonl", "b.txt", "b/c/2.txt", "b/z.json"]);
    assert_eq!(ids(&rows), ["x", "y", "jilinshi-2021", "changchunshi-2022", "z"]);
    let passed: Vec<String> = run.err.lines().map(|line| line.replace(&path, "")).collect();
    assert_eq!(
        passed,
        [
            "sulan: 略过 /b/image.png：是图片，没有文字。",
            "sulan: 略过 /b/notes.md：不是工作报告。",
            "sulan: 略过 /b/settings.json:1：缺“format”（格式的版本）。",
        ],
        "each is named once"
    );
    let english = sulan(&["list", "--lang", "en", "--report", &path]);
    assert!(english.err.contains("Passed over ") && english.err.contains("notes.md: not a work report."));
    // Without a sub-command, and off a terminal, a folder is listed too.
    assert_eq!(sulan(&[&path]).out, sulan(&["list", "--report", &path]).out);
}

#[cfg(unix)]
#[test]
fn a_link_that_leads_nowhere_is_named_and_passed_over() {
    let folder = Folder::new("dangling");
    folder.file("a.txt", text("吉林市", 2021));
    let link = folder.0.join("b.txt");
    std::os::unix::fs::symlink("nowhere.txt", &link).expect("a link");
    let run = sulan(&["reports", "--lang", "en", "--report", &folder.0.display().to_string()]);
    assert_eq!((run.status, run.err), (0, format!("sulan: Passed over {}: no such file.\n", super::shown(&link))));
}

#[test]
fn a_folder_without_a_report_is_told() {
    let folder = Folder::new("without");
    let path = folder.0.display().to_string();
    let run = sulan(&["list", "--report", &path]);
    assert_eq!((run.status, run.out.as_str()), (3, ""));
    assert_eq!(run.err, format!("sulan: {path}：里面没有工作报告；请换一个文件夹。\n"));
    folder.file("notes.txt", "这一份是会议的笔记，记下大家说了什么，没有别的内容。\n");
    let run = sulan(&["reports", "--lang", "en", "--report", &path]);
    assert_eq!((run.status, run.err.lines().count()), (3, 2), "{}", run.err);
    assert!(run.err.contains("notes.txt: not a work report.") && run.err.contains("no work report in it"));
    // Named itself it is opened.
    assert_eq!(sulan(&["list", "--report", &format!("{path}/notes.txt")]).status, 0);
}

#[test]
fn a_named_file_has_to_be_sound_and_one_of_a_folder_not() {
    let folder = Folder::new("sound");
    folder.file("a.json", sample("a"));
    let broken = folder.file("b.json", sample("b").replace("\"year\": 2025,", ""));
    let path = folder.0.display().to_string();
    let run = sulan(&["list", "--report", &path]);
    assert_eq!((run.status, run.err.lines().count()), (0, 1), "{}", run.err);
    assert_eq!(run.out, good(&["list", "--report", &format!("{path}/a.json")]).out);
    let run = sulan(&["list", "--report", &format!("{path}/a.json"), "--report", &broken]);
    assert_eq!((run.status, run.out.as_str()), (3, ""), "{}", run.err);
}

#[test]
fn of_reports_with_one_id_the_later_ones_are_numbered() {
    let folder = Folder::new("numbered");
    folder.file("1.txt", text("吉林市", 2021));
    folder.file("2.txt", text("吉林市", 2021));
    folder.file("3.json", sample("jilinshi-2021"));
    let path = folder.0.display().to_string();
    let rows = good(&["reports", "--format", "json", "--report", &path]).json();
    assert_eq!(ids(&rows), ["jilinshi-2021", "jilinshi-2021-2", "jilinshi-2021-3"]);
    let list = good(&["list", "--format", "json", "--report", &path]).json();
    let second = list.iter().find(|row| row["report"] == "jilinshi-2021-2").expect("its rows");
    let id = second["id"].as_str().unwrap_or_default();
    assert!(id.starts_with("jilinshi-2021-2/"), "{id}");
    assert_eq!(good(&["show", id, "--format", "json", "--report", &path]).json(), std::slice::from_ref(second));
    let doubts = |row: &Value| row["doubts"].as_array().map_or(0, Vec::len);
    assert_eq!(doubts(&rows[1]), doubts(&rows[0]) + 1, "the second one of a place and year stands in no series");
}

/// What is printed report by report is not held back until the last one is read: a file that goes away when the first
/// rows are there is missed.
#[test]
fn a_list_over_a_folder_is_on_its_way_while_it_is_read() {
    let threads = std::thread::available_parallelism().map_or(1, |threads| threads.get().min(8));
    // More than is read ahead, while the reader of the rows keeps them waiting.
    let count = 120 + 64 * threads;
    for command in ["list", "compare"] {
        let folder = Folder::new("on-its-way");
        for number in 0..count {
            // Little would be read at once.
            let more = "继续做好各项工作，让人民群众更加满意。\n".repeat(60);
            let text = text("吉林市", 1980 + number32(number % 40)).replace("谢谢大家", &format!("{more}谢谢大家"));
            folder.file(&format!("{number:03}.txt"), text);
        }
        let last = format!("{:03}.txt", count - 1);
        let path = folder.0.display().to_string();
        let mut child = program(&[command, "--format", "csv", "--report", &path]);
        let mut child = child.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().expect("it starts");
        let mut rows = BufReader::new(child.stdout.take().expect("a pipe")).lines();
        let first: Vec<String> = rows.by_ref().take(2).map(|row| row.expect("text")).collect();
        assert!(first[1].starts_with("jilinshi-1980,"), "{first:?}");
        std::fs::remove_file(folder.0.join(&last)).expect("the file is there");
        let rows = rows.map_while(Result::ok).count();
        let done = child.wait_with_output().expect("it ends");
        let told = String::from_utf8_lossy(&done.stderr).into_owned();
        assert!(done.status.success() && rows > count, "{told}");
        assert_eq!((told.lines().count(), told.contains(&last)), (1, true), "{command}: {told}");
    }
}

#[test]
fn a_named_file_that_is_unsound_is_told_before_the_rows_of_a_folder_or_behind_them() {
    let (folder, other) = (Folder::new("folder-first"), Folder::new("named-behind"));
    for number in 0..6 {
        folder.file(&format!("{number}.json"), copy(number));
    }
    let broken = other.file("b.json", sample("b").replace("\"year\": 2025,", ""));
    let path = folder.0.display().to_string();
    let alone = good(&["list", "--format", "json", "--report", &path]).out;
    let run = sulan(&["list", "--format", "json", "--report", &path, "--report", &broken]);
    assert_eq!((run.status, run.err.lines().count(), run.out == alone), (3, 1, true), "{}", run.err);
    let run = sulan(&["list", "--format", "json", "--report", &broken, "--report", &path]);
    assert_eq!((run.status, run.err.lines().count(), run.out.as_str()), (3, 1, ""), "{}", run.err);
}

#[test]
fn forty_reports_print_the_same_however_they_lie_on_the_disk() {
    let (folder, files) = (Folder::new("forty"), Folder::new("forty-files"));
    let copies: Vec<String> = (0..40).map(copy).collect();
    let lines = folder.file("all.jsonl", copies.join("\n"));
    let array = folder.file("all.json", format!("[{}]", copies.join(",")));
    for (number, copy) in copies.iter().enumerate() {
        files.file(&format!("{number:02}.json"), copy);
    }
    let apart = files.0.display().to_string();
    for args in [
        &["list", "--format", "json"][..],
        &["list", "--tab", "targets"],
        &["compare", "--format", "csv"],
        &["search", "粮食", "--format", "csv"],
        &["search", "liangshi", "--limit", "7"],
        &["series", "gdp-growth", "--format", "csv"],
        &["mentions", "粮食", "--format", "csv"],
        &["list", "--format", "md", "--section", "rural"],
    ] {
        let run = |report: &str| good(&[args, &["--report", report]].concat()).out;
        let out = run(&lines);
        assert!(out.len() > 500, "{args:?}");
        assert!(out == run(&array) && out == run(&apart), "{args:?}");
    }
}

#[test]
fn each_of_forty_reports_is_printed_as_it_is_alone() {
    let folder = Folder::new("alone");
    let lines = folder.file("all.jsonl", (0..40).map(copy).collect::<Vec<_>>().join("\n"));
    let one = folder.file("one.json", copy(17));
    for command in ["list", "compare"] {
        let alone = good(&[command, "--format", "json", "--report", &one]).json();
        let all = good(&[command, "--format", "json", "--report", &lines]).json();
        assert_eq!(all.len(), 40 * alone.len());
        let own: Vec<&Value> = all.iter().filter(|row| row["report"] == "copy-17").collect();
        let bare = |row: &Value| row.to_string().replace("copy-17/", "");
        let (own, alone): (Vec<String>, Vec<String>) =
            (own.into_iter().map(bare).collect(), alone.iter().map(bare).collect());
        assert_eq!(own, alone, "{command}");
    }
    let alone = good(&["search", "粮食", "--format", "json", "--report", &one]).json();
    let all = good(&["search", "粮食", "--format", "json", "--report", &lines]).json();
    assert_eq!(all.len(), 40 * alone.len());
    let marks = |rows: &[Value]| -> Vec<String> {
        let own = rows.iter().filter(|row| row["report"] == "copy-17");
        own.map(|row| format!("{} {} {}", row["title"], row["tier"], row["marks"])).collect()
    };
    assert_eq!(marks(&all), marks(&alone));
}

#[test]
fn mentions_count_sentences_of_the_whole_text() {
    let folder = Folder::new("whole");
    let path = folder.file("1.txt", text("吉林市", 2021));
    folder.file("2.txt", text("长春市", 2021).replace("低空经济", "平台经济"));
    // In a task, which is an entry, and in the closing, which is none.
    let run = good(&["mentions", "低空经济", "--format", "json", "--report", &path]);
    assert_eq!(run.json()[0]["hits"], 2);
    let all = good(&["mentions", "低空经济", "--format", "json", "--report", &folder.0.display().to_string()]).json();
    assert_eq!(all.iter().map(|row| row["hits"].as_u64()).collect::<Vec<_>>(), [Some(2), Some(0)]);
    assert_eq!(all[0]["sentences"], all[1]["sentences"]);
}

#[test]
fn series_over_a_folder_quote_the_sentences() {
    let folder = Folder::new("series");
    for (name, place, year) in [("1", "吉林市", 2021), ("2", "长春市", 2021), ("3", "吉林市", 2022)] {
        folder.file(&format!("{name}.txt"), text(place, year));
    }
    let path = folder.0.display().to_string();
    let run = good(&["series", "gdp-growth", "--role", "target", "--quotes", "--format", "csv", "--report", &path]);
    let (header, rows) = run.csv();
    let column = |name: &str| header.iter().position(|own| own == name).expect("a column");
    let said: Vec<(&str, &str, &str)> = rows
        .iter()
        .map(|row| (row[column("place_zh")].as_str(), row[column("year")].as_str(), row[column("target")].as_str()))
        .collect();
    assert_eq!(said, [("长春市", "2021", "6"), ("吉林市", "2021", "6"), ("吉林市", "2022", "6")]);
    assert!(rows.iter().all(|row| row[column("target_quote")].contains("地区生产总值增长6%左右")), "{}", run.out);
}

/// 抚州 and 福州 are written the same in pinyin: the data of both opens as one file.
#[test]
fn what_was_drafted_of_several_texts_opens_as_one_file() {
    let folder = Folder::new("drafted-several");
    let files = [("a.txt", "抚州市"), ("b.txt", "福州市"), ("c.txt", "抚州市")];
    let paths = files.map(|(name, place)| folder.file(name, text(place, 2021)));
    let drafted = sulan(&[&["draft"], paths.each_ref().map(String::as_str).as_slice()].concat());
    assert_eq!(drafted.status, 0, "{}", drafted.err);
    let data = folder.file("all.jsonl", &drafted.out);
    let rows = sulan(&["reports", "--format", "json", "--report", &data]).json();
    assert_eq!(ids(&rows), ["fuzhoushi-2021", "fuzhoushi-2021-2", "fuzhoushi-2021-3"]);
}

/// One processor means one thread each for reading and for searching, all of them more.
#[cfg(target_os = "linux")]
/// `draft` and `check` take a folder where a file goes: its reports one a line, what is none named and passed over.
#[test]
fn a_folder_is_drafted_and_checked_as_a_whole() {
    let folder = Folder::new("folders-draft");
    folder.file("a.txt", text("吉林市", 2022));
    folder.file("b.txt", text("长春市", 2023));
    folder.file("c.pdf", "%PDF-1.7");
    folder.file("note.txt", "这一天的天气很好，我们在公园里散步。");
    let path = folder.0.display().to_string();
    let run = sulan(&["draft", &path]);
    assert_eq!(run.status, 0);
    let places: Vec<Value> = run
        .out
        .lines()
        .map(|line| serde_json::from_str::<Value>(line).expect("a report")["place"]["zh"].take())
        .collect();
    assert_eq!(places, ["吉林市", "长春市"]);
    assert!(run.err.contains("略过") && run.err.contains("c.pdf") && run.err.contains("note.txt"), "{}", run.err);
    let passed = sulan(&["draft", "--passed-over", &path]);
    assert!(passed.out.lines().all(|line| line.contains("a.txt:") || line.contains("b.txt:")), "{}", passed.out);

    let none = sulan(&["check", &path]);
    assert_eq!((none.status, none.out.as_str()), (3, ""));
    assert!(none.err.contains("里面没有数据文件"), "{}", none.err);
    folder.file("d.jsonl", &run.out);
    folder.file("e.json", "{\"format\": 1");
    let checked = sulan(&["check", "--lang", "en", &path]);
    assert_eq!(checked.status, 3);
    assert!(checked.out.contains("d.jsonl: no faults (reports: 2"), "{}", checked.out);
    assert!(checked.out.contains("e.json:1: the JSON ends too early"), "{}", checked.out);
    assert!(checked.err.contains("Passed over"), "{}", checked.err);

    let empty = Folder::new("folders-draft-empty");
    let path = empty.0.display().to_string();
    let run = sulan(&["draft", "--lang", "en", &path]);
    assert_eq!((run.status, run.out.as_str()), (3, ""));
    assert!(run.err.contains("there is no work report in it"), "{}", run.err);
}

#[test]
fn any_number_of_threads_prints_the_same_bytes() {
    let folder = Folder::new("threads");
    for number in 0..40 {
        folder.file(&format!("{number:02}.json"), copy(number));
        folder.file(&format!("{number:02}.txt"), text("吉林市", 1980 + number32(number)));
    }
    let path = folder.0.display().to_string();
    for args in [
        &["list", "--format", "json"][..],
        &["list", "--indicator", "gdp-growth"],
        &["compare", "--format", "csv"],
        &["search", "粮食", "--format", "csv"],
        &["search", "liangshi", "--limit", "9"],
        &["series", "gdp-growth", "--format", "csv", "--quotes"],
        &["mentions", "低空经济", "--format", "csv"],
        &["reports", "--format", "json"],
    ] {
        let args = [args, &["--report", &path]].concat();
        let all = finish(program(&args));
        let mut one = Command::new("taskset");
        one.args(["-c", "0"]).arg(env!("CARGO_BIN_EXE_sulan")).args(&args).env_clear().stdin(Stdio::null());
        let one = finish(one);
        assert!(all.out.len() > 300, "{args:?}");
        assert!((one.status, &one.out, &one.err) == (all.status, &all.out, &all.err), "{args:?}: {}", one.err);
    }
}

fn number32(number: usize) -> i32 {
    i32::try_from(number).expect("a small number")
}
