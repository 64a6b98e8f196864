//! `check`, `schema`, `new` and `draft`: files of data, made, corrected, and held against the format.

use std::process::Stdio;

use serde_json::{Value, json};

use super::{Folder, SAMPLE, finish, good, program, sample, sample_library, sulan};

/// Broken files: a name, what of the sample is replaced by what, and what is said of it in each
/// language, `F` standing for the file and ¶ for the end of a line.
const BROKEN: &str = include_str!("broken.tsv");

/// What `sulan check` says of a file, line by line, with `F` for its name.
fn said(file: &str, lang: &str) -> (i32, String) {
    let run = sulan(&["check", "--lang", lang, file]);
    assert_eq!(run.err, "");
    (run.status, run.out.trim_end().replace(file, "F").replace('\n', " ¶ "))
}

#[test]
fn every_broken_file_is_told_what_where_and_how_to_mend_it() {
    let folder = Folder::new("data-broken");
    let cells = |cell: &str| cell.replace("\\n", "\n").replace("\\\\", "\\");
    let mut names = Vec::new();
    for row in BROKEN.lines() {
        let row: Vec<&str> = row.split('\t').collect();
        let (from, to) = (cells(row[1]), cells(row[2]));
        assert!(SAMPLE.contains(&from), "{}", row[0]);
        names.push(
            folder.file(&format!("{}.json", names.len()), SAMPLE.replacen(&from, &to, 1).replace("{id}", "sample")),
        );
    }
    assert!(names.len() >= 40);
    for (lang, column) in [("zh", 3), ("en", 4)] {
        let args: Vec<&str> = ["check", "--lang", lang].into_iter().chain(names.iter().map(String::as_str)).collect();
        let run = sulan(&args);
        assert_eq!((run.status, run.err.as_str()), (3, ""));
        for (row, name) in BROKEN.lines().zip(&names) {
            let row: Vec<&str> = row.split('\t').collect();
            let lines: Vec<String> = run
                .lines()
                .iter()
                .filter(|line| line.contains(&format!("{name}:")) || line.contains(&format!("{name}：")))
                .map(|line| line.replace(name, "F"))
                .collect();
            assert_eq!(lines.join(" ¶ "), row[column], "{}", row[0]);
        }
    }
}

#[test]
fn what_is_refused_on_opening_is_what_check_says() {
    let folder = Folder::new("data-same");
    let file = folder.file("a.json", sample("a").replace(r#""value": 90.25"#, r#""value": "90.25""#));
    let opened = sulan(&["list", "--report", &file]);
    assert_eq!((opened.status, opened.out.as_str()), (3, ""));
    assert_eq!(opened.err, format!("sulan: {}", sulan(&["check", &file]).out));
}

#[test]
fn a_field_that_is_not_known_is_a_warning_and_the_rest_is_read() {
    let folder = Folder::new("data-unknown");
    let file = folder.file(
        "a.json",
        sample("a").replace(r#""estimate": true"#, r#""estimate": true, "qualifer": "about", "my own": [1]"#),
    );
    let (status, lines) = said(&file, "en");
    assert_eq!(status, 0);
    let path = "sections[0].entries[0].figures[0]";
    assert_eq!(
        lines,
        format!(
            "warning: F:12: {path}.qualifer: \"qualifer\" is not known and was passed over; is it qualifier? correct it. ¶ warning: F:12: {path}.my own: \"my own\" is not known and was passed over; remove it. ¶ F: no faults (reports: 1, entries: 8, figures: 6)."
        )
    );
    let run = sulan(&["list", "--format", "json", "--report", &file]);
    assert_eq!((run.status, run.err.lines().count()), (0, 2), "{}", run.err);
    assert_eq!(run.json().len(), sample_library(&["a"]).len());
}

#[test]
fn one_broken_report_of_json_lines_or_an_array_does_not_hide_the_others() {
    let folder = Folder::new("data-lines");
    let one = |id: &str, from: &str, to: &str| sample(id).replacen(from, to, 1).replace('\n', " ");
    let (first, second, third) = (
        one("a", "\"万吨\"", "\"万桶\""),
        one("b", "\"year\": 2025, ", ""),
        one("c", "\"id\": \"goals\"", "\"id\" \"goals\""),
    );
    let file = folder.file("a.jsonl", format!("{first}\n\n{second}\n{third}\n"));
    let (status, lines) = said(&file, "zh");
    assert_eq!(status, 3);
    let starts: Vec<&str> = lines.split(" ¶ ").map(|line| line.split('；').next().unwrap_or(line)).collect();
    assert_eq!(starts.len(), 3, "{lines}");
    assert!(
        starts[0].starts_with("F:1：sections[2].entries[2].figures[0].unit：")
            && starts[1].starts_with("F:3：缺“year”"),
        "{lines}"
    );
    assert!(starts[2].starts_with("F:4：JSON 里少了冒号"), "{lines}");
    let file = folder.file("a.json", format!("[{first},\n{second}]"));
    let (_, lines) = said(&file, "en");
    let paths: Vec<&str> = lines.split(" ¶ ").filter_map(|line| line.split(": ").nth(1)).collect();
    assert_eq!(paths, ["[0].sections[2].entries[2].figures[0].unit", "[1]"], "{lines}");
}

#[test]
fn files_that_hold_no_data_say_what_they_are() {
    let folder = Folder::new("data-foreign");
    let whole = crate::mutated::docx("<w:document xmlns:w=\"w\"><w:body/></w:document>".as_bytes());
    let damaged = [sample("a").replace("打算", "打").as_bytes(), b"\xff"].concat();
    let cases: [(&str, &[u8], &str, &str); 13] = [
        (
            "a.pdf",
            b"%PDF-1.7\n\0",
            "是 PDF，读不了；请先取出文字：pdftotext F - | sulan -。",
            "a PDF, which is not read; take the text out first: pdftotext F - | sulan -.",
        ),
        (
            "a.doc",
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\0\0",
            "是旧版 Office 文件（.doc 之类），或加了密码；请用 Word 或 WPS 另存为不加密的 .docx。",
            "an old Office file (such as .doc), or locked with a password; save it as .docx without a password.",
        ),
        ("a.rtf", b"{\\rtf1\\ansi", "是 RTF 文件；请另存为 .docx 或 .txt。", "an RTF file; save it as .docx or .txt."),
        (
            "a.png",
            b"\x89PNG\r\n\x1a\n\0",
            "是图片，没有文字；请找到文字版。",
            "a picture, without text; find the report as text.",
        ),
        (
            "a.gz",
            b"\x1f\x8b\x08\0\0",
            "是压缩包，不是 Word 文件；请解开后打开里面的报告。",
            "an archive, not a Word file; unpack it and open the report in it.",
        ),
        (
            "a.mht",
            b"MIME-Version: 1.0\r\nContent-Type: multipart/related",
            "是单个文件的网页（.mht）；请在浏览器里另存为“网页，仅 HTML”。",
            "a web page in one file (.mht); save the page as \"HTML only\".",
        ),
        (
            "a.exe",
            b"\x7fELF\x02\x01\x01\0\0",
            "是程序或媒体文件；请写报告的路径。",
            "a program or a media file; name a report.",
        ),
        ("empty.txt", b" \n", "文件是空的；应有一份报告。", "the file is empty; it should hold a report."),
        (
            "empty.docx",
            &whole,
            "里面没有报告的文字；至少应有一句八个汉字以上的话。",
            "it holds no text of a report; it should hold at least one sentence of eight Chinese characters.",
        ),
        (
            "half.docx",
            whole.split_at(200).0,
            "文件损坏或没有下载完；请重新下载，或用 Word 打开后另存。",
            "the file is damaged or incomplete; download it again, or open it in Word and save it.",
        ),
        (
            "list.txt",
            "hello\n七个汉字的句子。".as_bytes(),
            "里面没有报告的文字；至少应有一句八个汉字以上的话。",
            "it holds no text of a report; it should hold at least one sentence of eight Chinese characters.",
        ),
        (
            "noise.txt",
            b"\x80\x81\xff\xff\xff\x01\x02\x80\xff\xff\xff",
            "不是文字，或编码不认识；请另存为 UTF-8 的文字。",
            "not a text, or in an unknown encoding; save it as text in UTF-8.",
        ),
        (
            "text.md",
            "有八个汉字的一句话。".as_bytes(),
            "是文字，不是数据；可以直接打开，或用 sulan draft F 写成数据。",
            "a text, not data; open it as it is, or make data of it with sulan draft F.",
        ),
    ];
    for (name, bytes, zh, en) in cases {
        let file = folder.file(name, bytes);
        assert_eq!(said(&file, "zh"), (3, format!("F：{zh}")), "{name}");
        assert_eq!(said(&file, "en"), (3, format!("F: {en}")), "{name}");
    }
    let file = folder.file("hurt.json", damaged);
    assert_eq!(said(&file, "zh"), (3, "F:33：有的字节不是文字；请改正这一行，存为 UTF-8。".to_owned()));
    let here = folder.0.display().to_string();
    let checked = sulan(&["check", "--lang", "en", &here]);
    assert_eq!(checked.status, 3);
    // What claims to be data is checked, the rest is passed over.
    assert!(checked.out.contains("hurt.json:33: some bytes are no text"), "{}", checked.out);
    assert_eq!(checked.lines().len(), 1, "{}", checked.out);
    assert!(checked.err.contains("a.pdf: a PDF, which is not read."), "{}", checked.err);
    let missing = format!("{here}/none.json");
    assert_eq!(said(&missing, "zh"), (3, "F：没有这个文件；请检查路径。".to_owned()));
    if cfg!(unix) {
        assert_eq!(said("/dev/zero", "en"), (3, "F: not text; name another file.".to_owned()));
    }
}

#[test]
fn the_schema_accepts_what_is_read_and_refuses_what_has_another_shape() {
    for lang in ["zh", "en"] {
        let schema: Value = serde_json::from_str(&good(&["schema", "--lang", lang]).out).expect("JSON");
        let validator = jsonschema::validator_for(&schema).expect("a schema");
        let built_in: Value = serde_json::from_str(include_str!("../../../assets/jilin-city-2025.json")).expect("JSON");
        let starter: Value = serde_json::from_str(include_str!("../../../assets/starter.json")).expect("JSON");
        let sample: Value = serde_json::from_str(&sample("a")).expect("JSON");
        let folder = Folder::new("data-schema");
        let drafted = good(&["draft", &folder.file("某市-2025.txt", REPORT)]).out;
        let drafted: Value = serde_json::from_str(&drafted).expect("JSON");
        for value in [&built_in, &starter, &sample, &drafted, &json!([sample, built_in])] {
            let told: Vec<String> = validator.iter_errors(value).map(|error| error.to_string()).collect();
            assert!(told.is_empty(), "{told:#?}");
        }
        for wrong in [json!({}), json!([]), json!({"format": 2})] {
            assert!(!validator.is_valid(&wrong), "{wrong}");
        }
    }
}

#[test]
fn the_schema_and_check_agree_on_shapes() {
    let schema: Value = serde_json::from_str(&good(&["schema"]).out).expect("JSON");
    let validator = jsonschema::validator_for(&schema).expect("a schema");
    let cells = |cell: &str| cell.replace("\\n", "\n").replace("\\\\", "\\");
    let mut shapes = 0;
    for row in BROKEN.lines() {
        let row: Vec<&str> = row.split('\t').collect();
        let text = SAMPLE.replacen(&cells(row[1]), &cells(row[2]), 1).replace("{id}", "sample");
        // What the shape alone shows is told with these words; the rest needs the whole report.
        let shown = ["missing", "should be", "there is no value", "no whole number", "no year"]
            .iter()
            .any(|word| row[4].contains(word));
        let (true, Ok(value)) = (shown, serde_json::from_str::<Value>(&text)) else { continue };
        if row[0] != "figure year backwards" {
            assert!(!validator.is_valid(&value), "{}", row[0]);
            shapes += 1;
        }
    }
    assert!(shapes >= 20, "{shapes}");
}

#[test]
fn a_new_file_is_whole_and_never_written_over() {
    let folder = Folder::new("data-new");
    let file = format!("{}/mine.json", folder.0.display());
    let made = good(&["new", &file, "--lang", "en"]);
    assert!(made.out.starts_with(&format!("Wrote {file}; ")), "{}", made.out);
    let run = sulan(&["check", &file]);
    assert_eq!(
        (run.status, run.out.as_str()),
        (0, format!("{file}：没有错误（报告 1 份，条目 5 个，数字 4 个）。\n").as_str())
    );
    assert_eq!(good(&["list", "--format", "json", "--report", &file]).json().len(), 5);
    std::fs::write(&file, "mine").expect("the file is mine");
    let again = sulan(&["new", &file]);
    assert_eq!((again.status, again.out.as_str()), (3, ""));
    assert_eq!(
        again.err,
        format!("sulan: {file}：已经有这个文件，没有写；请另给一个名字，例如 sulan new report-2.json。\n")
    );
    assert_eq!(std::fs::read_to_string(&file).expect("it is there"), "mine");
    let nowhere = sulan(&["new", &format!("{}/none/a.json", folder.0.display()), "--lang", "en"]);
    assert!(nowhere.status == 3 && nowhere.err.contains("no such folder; check the path."), "{}", nowhere.err);
    let mut here = program(&["new"]);
    here.current_dir(&folder.0);
    assert_eq!(finish(here).status, 0);
    assert!(folder.0.join("report.json").exists());
}

/// A small report as its government would publish it.
const REPORT: &str = "某市政府工作报告\n——2025年1月8日在吉林市第十七届人民代表大会第五次会议上\n各位代表：\n现在，我代表市政府向大会报告工作，请予审议。\n一、2024年工作回顾\n（一）工业逆势上扬。\n规模以上工业增加值增长4.5%，新增高新技术企业110户。\n粮食产量95.28亿斤。\n二、2025年主要目标\n主要预期目标是：地区生产总值增长6%左右，城镇新增就业3.35万人以上。\n三、重点任务\n（一）抓好项目建设。\n新建农村公路365公里，改造老旧小区171个。\n（二）办好民生实事。\n新增养老床位500张，解放思想，为五年规划开好局。\n各位代表，让我们团结奋斗！\n";

#[test]
fn a_draft_opens_with_everything_that_its_text_gave() {
    let folder = Folder::new("data-draft");
    let text = folder.file("某市-2025.txt", REPORT);
    let drafted = good(&["draft", &text]);
    assert!(drafted.out.starts_with("{\n  \"format\": 1,"), "{}", drafted.out);
    let data = folder.file("corrected.json", &drafted.out);
    assert_eq!(sulan(&["check", &data]).status, 0);
    for format in ["text", "json", "csv", "md"] {
        let list = |file: &str| good(&["list", "--format", format, "--report", file]).out;
        assert_eq!(list(&text), list(&data), "{format}");
    }
    let entries = good(&["list", "--format", "json", &format!("--report={text}")]).json();
    assert!(entries.iter().any(|entry| entry["figures"][0]["value"] == json!(95.28)), "{entries:#?}");
    assert_eq!(entries[0]["report"], json!(serde_json::from_str::<Value>(&drafted.out).expect("JSON")["id"]));
}

#[test]
fn several_drafts_are_json_lines_that_open_together() {
    let folder = Folder::new("data-drafts");
    let one = folder.file("a.txt", REPORT);
    let two = folder.file("b.txt", REPORT.replace("2025年", "2024年").replace("2024年工作", "2023年工作"));
    let drafted = good(&["draft", &one, &two]);
    assert_eq!(drafted.lines().len(), 2);
    let data = folder.file("both.jsonl", &drafted.out);
    let count = |file: &str| good(&["list", "--format", "json", "--report", file]).json().len();
    assert_eq!(count(&data), count(&one) + count(&two));
}

#[test]
fn digits_that_are_in_no_figure_are_listed_with_line_and_reason() {
    let folder = Folder::new("data-passed");
    let text = folder.file("某市-2025.txt", REPORT);
    let run = good(&["draft", &text, "--passed-over", "--lang", "en"]);
    let words = |line: &str| line.split_whitespace().map(str::to_owned).collect::<Vec<_>>();
    let heading = run.lines().iter().map(|line| words(line)).find(|line| line[0] == "5").expect("a digit in line 5");
    assert_eq!(heading[1], "2024");
    let both = good(&["draft", &text, &folder.file("b.txt", REPORT), "--passed-over"]);
    assert!(both.lines().iter().any(|line| line.starts_with(&format!("{text}:5 "))), "{}", both.out);
}

#[test]
fn what_a_text_does_not_say_is_asked_for_and_can_be_said() {
    let folder = Folder::new("data-said");
    let nameless = "各位代表：\n现在向大会报告工作，请予审议。\n一、工作回顾\n粮食产量95.28亿斤，建成农村公路365公里。\n二、重点任务\n改造老旧小区171个以上，新建农村公路200公里。\n";
    let text = folder.file("a.txt", nameless);
    for args in [&["list", "--report", &text, "--lang", "en"][..], &["draft", &text, "--lang", "en"]] {
        let bare = sulan(args);
        assert_eq!(bare.status, 0, "{}", bare.err);
        let doubt = format!("sulan: {text}: no year found; say it with --report-year.\n");
        assert_eq!(bare.err.matches(&doubt).count(), 1, "{}", bare.err);
    }
    let placeless = sulan(&["list", "--report", &text, "--report-year", "2025"]);
    assert_eq!(placeless.status, 0);
    assert!(
        placeless.err.contains(&format!("sulan: {text}：没有找到地名，请用 --report-place 指明。")),
        "{}",
        placeless.err
    );
    for args in [
        &["list", "--report", &text, "--report-year", "2025", "--report-place", "吉林市"][..],
        &["--report-year", "2025", "--report-place", "吉林市", "list", "--report", &text],
        &[text.as_str(), "--report-year", "2025", "--report-place", "吉林市"],
    ] {
        let run = sulan(args);
        assert_eq!(run.status, 0);
        assert!(!run.err.contains("--report-year") && !run.err.contains("--report-place"), "{}", run.err);
    }
    let drafted = sulan(&["draft", &text, "--report-year", "2025", "--report-place", "吉林市"]).out;
    let drafted: Value = serde_json::from_str(&drafted).expect("JSON");
    assert_eq!((&drafted["year"], &drafted["place"]["zh"]), (&json!(2025), &json!("吉林市")));
}

#[test]
fn without_a_year_a_report_opens_and_stands_in_no_pair_and_no_series() {
    let folder = Folder::new("data-yearless");
    let text = folder.file(
        "a.txt",
        "各位代表：\n现在向大会报告工作，请予审议。\n一、工作回顾\n粮食产量95.28亿斤。\n二、主要目标\n粮食产量100亿斤以上，到2030年达到110亿斤。\n",
    );
    let printed = sulan(&["draft", &text]).out;
    let data = folder.file("a.json", &printed);
    assert_eq!(serde_json::from_str::<Value>(&printed).expect("JSON")["year"], Value::Null);
    assert_eq!(sulan(&["check", &data]).status, 0);
    for file in [&text, &data] {
        let print = |args: &[&str]| {
            let run = sulan(&[args, &["--report", file, "--format", "json"]].concat());
            (run.status, serde_json::from_str::<Value>(&run.out).expect("JSON"))
        };
        let (_, entries) = print(&["list"]);
        let years: Vec<&Value> =
            entries.as_array().into_iter().flatten().map(|entry| &entry["figures"][0]["year"]).collect();
        assert_eq!(years, [&Value::Null, &Value::Null], "{entries}");
        assert_eq!(entries[1]["figures"][1]["year"], json!(2030), "a year that the sentence states is kept");
        let (_, pairs) = print(&["compare"]);
        assert!(pairs.as_array().is_some_and(|pairs| pairs.iter().all(|pair| pair["scope"].is_null())), "{pairs}");
        assert_eq!(print(&["series", "grain-output"]), (1, json!([])));
        let (status, reports) = print(&["reports"]);
        assert_eq!((status, &reports[0]["year"]), (0, &Value::Null));
        assert_eq!(print(&["reports", "--year", "2025"]), (1, json!([])));
        for (lang, words) in [("zh", "年份不详"), ("en", "year unknown")] {
            let shown = sulan(&["reports", "--report", file, "--lang", lang]).out;
            assert!(shown.contains(words), "{shown}");
        }
    }
    let gone = printed.replacen("\"year\": null,", "", 1).replacen("\"year\":null,", "", 1);
    let run = sulan(&["check", &folder.file("b.json", &gone), "--lang", "en"]);
    assert!(run.status == 3 && run.out.contains("\"year\" is missing"), "{}", run.out);
}

#[test]
fn standard_input_is_a_file_too() {
    let folder = Folder::new("data-stdin");
    let text = folder.file("a.txt", REPORT);
    let piped = |args: &[&str], file: &str| {
        let mut command = program(args);
        command.stdin(Stdio::from(std::fs::File::open(file).expect("the file is there")));
        finish(command)
    };
    let list = piped(&["list", "--report", "-"], &text);
    assert_eq!((list.status, list.out), (0, good(&["list", "--report", &text]).out));
    assert_eq!(piped(&["-"], &text).status, 0);
    assert_eq!(piped(&["draft", "-"], &text).out, good(&["draft", &text]).out);
    let checked = piped(&["check", "-"], &folder.sample("a"));
    assert_eq!((checked.status, checked.out.as_str()), (0, "-：没有错误（报告 1 份，条目 8 个，数字 6 个）。\n"));
    let pdf = piped(&["-"], &folder.file("a.pdf", b"%PDF-1.4\n\0"));
    assert_eq!(pdf.err, "sulan: -：是 PDF，读不了；请先取出文字：pdftotext report.pdf - | sulan -。\n");
}

#[test]
fn a_report_opens_by_its_content_whatever_its_name_and_encoding() {
    let folder = Folder::new("data-content");
    let expected = good(&["list", "--format", "csv", "--report", &folder.file("report", REPORT)]).out;
    let same = |name: &str, bytes: &[u8]| {
        let run = sulan(&["list", "--format", "csv", "--report", &folder.file(name, bytes)]);
        assert_eq!((run.status, run.out.as_str()), (0, expected.as_str()), "{name}");
    };
    same("report.json", REPORT.as_bytes());
    same("report.docx", &encoding_rs::GB18030.encode(REPORT).0);
    same("report.pdf", &REPORT.encode_utf16().flat_map(u16::to_le_bytes).collect::<Vec<u8>>());
    same("report.mark", format!("\u{feff}{}", REPORT.replace('\n', "\r\n")).as_bytes());
    let wrapped = |start: &str, end: &str| REPORT.lines().flat_map(|line| [start, line, end]).collect::<String>();
    let paragraphs = wrapped("<p>　　", "</p>\n");
    let page = format!(
        "<html><head><meta charset=gb2312></head><body><div><a href=a>首页</a></div><div>{paragraphs}</div><ul><li><a href=b>市长调研</a></ul></body></html>"
    );
    same("report.txt", &encoding_rs::GB18030.encode(&page).0);
    let paragraphs = wrapped("<w:p><w:r><w:t>", "</w:t></w:r></w:p>");
    let word = format!("<w:document xmlns:w=\"w\"><w:body>{paragraphs}</w:body></w:document>");
    same("report.html", &crate::mutated::docx(word.as_bytes()));
}

#[test]
fn wrong_usage_is_told_in_a_sentence() {
    for (args, zh, en) in [
        (
            &["check"][..],
            "check 后面缺文件；例如 sulan check report.json。",
            "check needs a file, such as sulan check report.json.",
        ),
        (
            &["draft"],
            "draft 后面缺文件；例如 sulan draft report.txt。",
            "draft needs a file, such as sulan draft report.txt.",
        ),
        (&["schema", "a"], "schema 后面不能有“a”；请去掉它。", "schema takes no \"a\"; leave it out."),
        (
            &["draft", "a", "--report-year", "25"],
            "--report-year 不能是“25”；请写 1949 与 2100 之间的年份。",
            "--report-year cannot be \"25\"; give a year between 1949 and 2100.",
        ),
        (
            &["--report", "a.json", "check", "b.json"],
            "--report 不能与 check 同用；请去掉。",
            "--report does not go with check; leave it out.",
        ),
        (
            &["chek"],
            "没有文件“chek”；是不是 sulan check？子命令写在最前，报告用 --report FILE。",
            "There is no file \"chek\"; is it sulan check? A sub-command comes first, a report after --report.",
        ),
    ] {
        for (lang, sentence) in [("zh", zh), ("en", en)] {
            let run = sulan(&[args, &["--lang", lang]].concat());
            assert_eq!((run.status, run.out.as_str()), (2, ""), "{args:?}");
            assert!(run.err.contains(sentence), "{args:?}: {}", run.err);
        }
    }
}

#[test]
fn what_is_not_known_in_data_is_told_once_when_they_are_opened() {
    let folder = Folder::new("data-unknown");
    let starter = folder.0.join("report.json");
    assert_eq!(sulan(&["new", &starter.to_string_lossy()]).status, 0);
    let text = std::fs::read_to_string(&starter).expect("the starter");
    let plain: serde_json::Value = serde_json::from_str(&text).expect("it is JSON");
    let mut other = plain.clone();
    other["id"] = "other".into();
    other["place"] = serde_json::json!({"zh": "乙市", "en": "Beta"});
    other["sections"][0]["colour"] = 3.into();
    let files = [
        folder.file("one.json", text.replacen("\"format\": 1,", "\"format\": 1, \"colour\": 3,", 1)),
        folder.file("lines.jsonl", format!("{plain}\n{other}\n")),
        folder.file("array.json", format!("[{plain},\n{other}]")),
    ];
    let places = ["one.json:2: colour", "lines.jsonl:2: sections[0].colour", "array.json:2: [1].sections[0].colour"];
    for (file, place) in files.iter().zip(places) {
        for args in
            [&["list"][..], &["reports"], &["series", "粮食产量"], &["search", "粮"], &["list", "--with-figures"]]
        {
            let run = sulan(&[args, &["--report", file, "--lang", "en"]].concat());
            assert!(run.status <= 1, "{file} {args:?}: {}", run.err);
            let warnings: Vec<&str> = run.err.lines().filter(|line| line.contains("warning: ")).collect();
            assert_eq!(warnings.len(), 1, "{file} {args:?}: {}", run.err);
            assert!(warnings.iter().all(|line| line.contains(place) && line.contains("not known")), "{}", run.err);
        }
        // As many entries as there are without the unknown field.
        let listed = sulan(&["list", "--format", "csv", "--report", file]);
        assert_eq!((listed.status, listed.out.lines().count() > 3), (0, true), "{file}: {}", listed.err);
    }
}

#[test]
fn a_later_format_is_told_in_one_sentence_whatever_else_it_holds() {
    let folder = Folder::new("data-later");
    let file = folder.file("later.json", "{\"format\": 2, \"id\": \"x\", \"colour\": 1}");
    let told = "F:1: format: format 2, of a later sulan; update sulan; this one reads format 1.".to_owned();
    assert_eq!(said(&file, "en"), (3, told));
}
