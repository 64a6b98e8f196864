//! `--report` and positional files: what is read, and how broken files are told.

use super::{Folder, Run, good, sample, sample_library, sulan};

fn list(file: &str) -> Run {
    sulan(&["list", "--format", "json", "--report", file])
}

/// The sentences on standard error after `sulan: FILE`, with nothing printed and status 3.
fn faults(file: &str, lang: &str) -> Vec<String> {
    let run = sulan(&["list", "--lang", lang, "--report", file]);
    assert_eq!((run.status, run.out.as_str()), (3, ""), "{}", run.err);
    let start = format!("sulan: {file}");
    run.err.lines().map(|line| line.strip_prefix(&start).unwrap_or(line).to_owned()).collect()
}

#[test]
fn each_broken_file_is_told_with_its_place_and_what_to_do() {
    let folder = Folder::new("broken");
    let cases = [
        ("comma", r#""year": 2025, "place""#, r#""year": 2025 "place""#, ":1", "JSON 里少了逗号"),
        (
            "unit",
            r#""unit": "万吨""#,
            r#""unit": "万桶""#,
            "sections[2].entries[2].figures[0].unit",
            "不认识单位“万桶”",
        ),
        (
            "twice",
            r#""id": "tasks.snow""#,
            r#""id": "tasks.rain""#,
            "sections[2].entries[2].id",
            "编号“tasks.rain”重复",
        ),
        ("field", r#""heading": "打算""#, r#""headin": "打算""#, "sections[2]", "缺“heading”"),
        ("format", r#""format": 1"#, r#""format": 9"#, "format", "是格式 9，由更新的 sulan 写成"),
        ("range", r#""upper": 2"#, r#""upper": 1"#, "sections[2].entries[1].figures[0].upper", "上限不大于下限"),
        (
            "indicator",
            r#""indicator": "snow""#,
            r#""indicator": "hail""#,
            "sections[2].entries[2].figures[0].indicator",
            "不认识指标“hail”",
        ),
    ];
    for (name, from, to, path, what) in cases {
        let text = sample("sample");
        assert!(text.contains(from), "{name}");
        let file = folder.file(&format!("{name}.json"), text.replace(from, to));
        let told = faults(&file, "zh");
        let first = told.first().expect("a sentence");
        assert!(first.contains(path) && first.contains(what) && first.ends_with('。'), "{name}: {told:?}");
        let english = faults(&file, "en");
        assert!(english.iter().all(|line| line.ends_with('.') && line.contains("; ")), "{name}: {english:?}");
        assert_eq!(told.len(), english.len());
    }
}

#[test]
fn a_fault_of_json_lines_is_told_with_its_line() {
    let folder = Folder::new("lines");
    let one = |id| sample(id).replace('\n', " ");
    let broken = one("b").replace(r#""unit": "万吨""#, r#""unit": "万桶""#);
    let file = folder.file("two.jsonl", format!("{}\n{broken}\n", one("a")));
    let told = faults(&file, "zh");
    assert_eq!(
        told,
        [":2：sections[2].entries[2].figures[0].unit：不认识单位“万桶”；请改正，或在报告的 lexicon 里加上它。"]
    );
    let comma = one("b").replace(r#""year": 2025, "place""#, r#""year": 2025 "place""#);
    let file = folder.file("comma.jsonl", format!("{}\n{comma}\n", one("a")));
    let told = faults(&file, "zh");
    assert!(told.len() == 1 && told[0].starts_with(":2：") && told[0].contains("JSON 里少了逗号"), "{told:?}");
    let whole = folder.file("whole.jsonl", format!("{}\n{}\n", one("a"), one("b")));
    let array = folder.file("array.json", format!("[{},{}]", one("a"), one("b")));
    assert_eq!(good(&["list", "--report", &whole]).out, good(&["list", "--report", &array]).out);
    assert_eq!(list(&whole).json().len(), 2 * sample_library(&["a"]).len());
}

#[test]
fn many_faults_are_cut_and_counted() {
    let folder = Folder::new("many");
    let sections: Vec<String> = (0..13)
        .map(|at| {
            format!(
                r#"{{"id": "s{at}", "tab": "tasks", "heading": " ", "name": {{"zh": "a", "en": "b"}}, "entries": []}}"#
            )
        })
        .collect();
    let text = format!(
        r#"{{"format": 1, "id": "x", "year": 2025, "place": {{"zh": "a", "en": "b"}}, "title": {{"zh": "a", "en": "b"}}, "sections": [{}]}}"#,
        sections.join(",")
    );
    let file = folder.file("thirteen.json", text);
    let told = faults(&file, "en");
    assert_eq!(told.len(), 11);
    assert_eq!(told.last().map(String::as_str), Some("sulan: Further faults: 3."));
    assert_eq!(faults(&file, "zh").last().map(String::as_str), Some("sulan: 另有 3 处问题。"));
}

#[test]
fn files_that_cannot_be_read_are_told_in_words() {
    let folder = Folder::new("unreadable");
    let missing = format!("{}/none.json", folder.0.display());
    assert_eq!(faults(&missing, "zh"), ["：没有这个文件；请检查路径。"]);
    assert_eq!(faults(&missing, "en"), [": no such file; check the path."]);
    #[cfg(unix)]
    {
        let whole = folder.sample("whole");
        assert_eq!(faults(&format!("{whole}/"), "zh"), ["：路径中有一段不是文件夹；请检查路径。"]);
        let round = folder.0.join("round.json");
        std::os::unix::fs::symlink("round.json", &round).expect("a link");
        assert_eq!(faults(&super::shown(&round), "en"), [": its links form a loop; check the links."]);
        let long = format!("{}/{}.json", folder.0.display(), "a".repeat(300));
        assert!(sulan(&["list", "--report", &long]).err.ends_with("：名称太长；请缩短名称。\n"));
    }
    let empty = folder.file("empty.json", "");
    assert_eq!(faults(&empty, "en"), [": the file is empty; it should hold a report."]);
    let both = sulan(&["list", "--report", &missing, "--report", &empty]);
    assert_eq!((both.status, both.err.lines().count()), (3, 2), "every file is told: {}", both.err);
}

#[test]
fn data_in_another_encoding_open_as_they_are() {
    let folder = Folder::new("encodings");
    let text = sample("sample");
    let utf16 = |mark: Option<u16>| mark.into_iter().chain(text.encode_utf16());
    for (name, bytes) in [
        ("le", utf16(Some(0xfeff)).flat_map(u16::to_le_bytes).collect::<Vec<u8>>()),
        ("be", utf16(Some(0xfeff)).flat_map(u16::to_be_bytes).collect()),
        ("bare-le", utf16(None).flat_map(u16::to_le_bytes).collect()),
        ("bare-be", utf16(None).flat_map(u16::to_be_bytes).collect()),
        ("gb", encoding_rs::GB18030.encode(&text).0.into_owned()),
    ] {
        let file = folder.file(&format!("{name}.json"), bytes);
        assert_eq!(good(&["list", "--report", &file]).out, good(&["list", "--report", &folder.sample("sample")]).out);
    }
}

#[test]
fn no_file_is_read_without_a_bound() {
    let folder = Folder::new("bound");
    let file = folder.file("large.json", "");
    // As long as it says, with nothing in it.
    std::fs::File::options().write(true).open(&file).and_then(|file| file.set_len(513 << 20)).expect("a long file");
    assert_eq!(faults(&file, "zh"), ["：超过 512 MB；请拆成几个文件。"]);
    assert_eq!(faults(&file, "en"), [": larger than 512 MB; split it into several files."]);
    if cfg!(target_os = "linux") {
        assert_eq!(faults("/dev/zero", "en"), [": not text; name another file."]);
    }
}

#[test]
fn what_is_no_report_is_told_in_words() {
    let folder = Folder::new("none");
    let text = [("zh", "没有报告的文字"), ("en", "no text of a report")];
    let data = [("zh", "不是报告"), ("en", "not a report")];
    for (text, told) in ["null", "42", "true", "\"report\"", "id,year\n1,2\n"]
        .map(|file| (file, text))
        .into_iter()
        .chain(["[null]", "[[]]", "[1, 2]"].map(|file| (file, data)))
    {
        let file = folder.file("none.json", text);
        for (lang, said) in told {
            let told = faults(&file, lang);
            assert!(told.len() == 1 && told[0].contains(said), "{text}: {told:?}");
            assert!(!told[0].contains("struct") && !told[0].contains("OnDisk"), "{told:?}");
        }
    }
}

#[test]
fn a_number_that_would_change_is_a_fault() {
    let folder = Folder::new("large-numbers");
    let with = |value: &str| {
        let text = sample("sample").replacen(r#""value": "#, &format!(r#""value": {value}, "was": "#), 1);
        // The number that stood there goes.
        let (head, tail) = text.split_once(", \"was\": ").expect("a figure");
        let rest = tail.trim_start_matches(|c: char| c.is_ascii_digit() || c == '.');
        folder.file("numbers.json", format!("{head}{rest}"))
    };
    assert_eq!(sulan(&["list", "--report", &with("9007199254740991")]).status, 0);
    for value in ["9007199254740993", "123456789012345678901234567890", "1e300"] {
        let told = faults(&with(value), "en");
        assert!(told[0].contains(".value: the value ") && told[0].contains("too large"), "{value}: {told:?}");
    }
}

#[test]
fn a_byte_order_mark_is_read_over() {
    let folder = Folder::new("bom");
    let file = folder.file("bom.json", format!("\u{feff}{}", sample("sample")));
    assert_eq!(list(&file).json().len(), sample_library(&["sample"]).len());
}

#[test]
fn what_could_steer_a_terminal_does_not_reach_the_output() {
    let folder = Folder::new("controls");
    let text = sample("sample").replace("晴天", "晴\\u001b[31m天\\u0007\\u202e");
    let file = folder.file("controls.json", text);
    for format in ["text", "json", "csv", "md"] {
        let run = good(&["list", "--format", format, "--report", &file]);
        assert!(run.out.contains("晴[31m天"), "{format}");
        assert!(!run.out.contains(['\u{1b}', '\u{7}', '\u{202e}']), "{format}");
    }
    let named = sulan(&["list", "--report", "no\u{1b}[2Jfile"]);
    assert!(named.err.starts_with("sulan: no[2Jfile：没有这个文件"), "{}", named.err);
    let shown = sulan(&["show", "a\u{1b}]0;b\u{7}"]);
    assert!(shown.err.contains("“a]0;b”"), "{}", shown.err);
    let unknown =
        folder.file("unknown.json", sample("x").replace(r#""heading": "打算""#, "\"\\u001b[2Jheading\": \"打算\""));
    assert!(!sulan(&["list", "--report", &unknown]).err.contains('\u{1b}'));
}

#[test]
fn several_reports_print_their_ids_with_the_report() {
    let folder = Folder::new("several");
    let (one, two) = (folder.sample("one"), folder.sample("two"));
    let run = good(&["list", "--format", "json", "--report", &one, "--report", &two]);
    let ids: Vec<String> = run.json().iter().map(|entry| super::formats::shown(&entry["id"])).collect();
    let library = sample_library(&["one", "two"]);
    assert_eq!(ids, library.entries().map(|view| library.printed_id(view)).collect::<Vec<_>>());
    assert_eq!(ids[0], "one/review.rain");
    assert_eq!(run.json()[0]["section"]["id"], "one/weather");
    assert_eq!(run.json()[0]["report"], "one");
    let show = |id: &str| sulan(&["show", id, "--format", "csv", "--report", &one, "--report", &two]);
    assert!(show("two/tasks.rain").out.contains(",two/tasks.rain,"));
    let unclear = show("tasks.rain");
    assert_eq!(unclear.status, 1);
    assert!(unclear.err.contains("one/tasks.rain"), "{}", unclear.err);
    let section = |id: &str| good(&["list", "--section", id, "--format", "json", "--report", &one, "--report", &two]);
    assert_eq!((section("plans").json().len(), section("two/plans").json().len()), (6, 3));
    let pairs = good(&["compare", "--format", "json", "--report", &one, "--report", &two]).json();
    assert_eq!(pairs[0]["entries"], serde_json::json!(["one/review.rain", "one/tasks.rain"]));
    assert_eq!(pairs[0]["section"], "one/plans");
    let reports: Vec<&str> = pairs.iter().filter_map(|pair| pair["report"].as_str()).collect();
    assert!(reports.is_sorted() && reports.contains(&"two"), "report by report: {reports:?}");
    let alone = good(&["compare", "--format", "json", "--report", &one]).json();
    let named = |pair: &serde_json::Value| pair["name"].clone();
    assert!(pairs.iter().zip(&alone).all(|(pair, own)| named(pair) == named(own)), "each in its own order");
    let text = good(&["list", "--report", &one, "--report", &two]);
    assert!(text.lines()[0].contains("样城 2025，天气|越来越好 第 1 句"), "{}", text.out);
}

#[test]
fn two_files_with_one_report_id_are_refused() {
    let folder = Folder::new("same");
    let (one, two) = (folder.file("a.json", sample("same")), folder.file("b.json", sample("same")));
    let run = sulan(&["list", "--report", &one, "--report", &two]);
    assert_eq!(run.status, 3);
    assert!(run.err.starts_with(&format!("sulan: {two}：id：报告编号“same”在另一个文件里已有；")), "{}", run.err);
}

#[test]
fn a_report_may_stand_before_or_after_the_sub_command_or_alone() {
    let folder = Folder::new("places");
    let (one, two) = (folder.sample("one"), folder.sample("two"));
    let listed = good(&["list", "--report", &one]).out;
    assert_eq!(good(&["--report", &one, "list"]).out, listed);
    assert_eq!(good(&[&one]).out, listed);
    assert_eq!(good(&["--report", &one]).out, listed);
    let both = good(&["list", "--report", &one, "--report", &two]).out;
    assert_eq!(good(&["--report", &one, "list", "--report", &two]).out, both);
    assert_eq!(good(&[&one, &two]).out, both);
    assert_eq!(good(&["--find", "晴天", &one]).lines().len(), 1);
}

#[test]
fn what_is_wrong_in_the_data_is_told_in_words() {
    let folder = Folder::new("words");
    let cases = [
        (r#""year": 2025"#, r#""year": "2025""#, "应是整数，写的是文字", "should be a whole number and is a text"),
        (r#""sentence": 1"#, r#""sentence": -1"#, "-1 超出范围；从 1 数起", "-1 is out of range; it counts from 1"),
        (
            r#""basis": "level""#,
            r#""basis": "lvl""#,
            "没有 \"lvl\" 这个值；可用：level",
            "no value \"lvl\"; it takes level",
        ),
        (r#""basis": "level""#, r#""basis": "level", "year": true"#, "应是年份，写的是真假值；请写 2024", "write 2024"),
        (r#""unit": "万吨","#, "", "缺“unit”（原文的单位）", "\"unit\" is missing (the unit as in the source)"),
        (r#""format": 1"#, r#""format": 1,"#, "JSON 里多了逗号", "a comma too many"),
        (r#""sections": ["#, r#""sections": [null, "#, "应是对象，写的是空值", "should be an object and is null"),
    ];
    for (from, to, zh, en) in cases {
        let text = sample("sample");
        assert!(text.contains(from), "{from}");
        let file = folder.file("words.json", text.replacen(from, to, 1));
        for (lang, said) in [("zh", zh), ("en", en)] {
            let told = faults(&file, lang);
            assert!(told[0].contains(said), "{to}: {told:?}");
            for word in ["struct", "OnDisk", "u32", "i32", "f64", "untagged", "variant", "sequence", "?"] {
                assert!(!told[0].contains(word), "{word}: {told:?}");
            }
        }
    }
}
