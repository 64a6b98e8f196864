//! Whole files: what each holds, or the sentence that says why not.

use std::path::Path;

use encoding_rs::GB18030;

use super::{Content, Origin, read};
use crate::text::Lang;

const TEXT: &str = "某市政府工作报告\n各位代表：\n全市生产总值增长6.5%，城镇新增就业4.3万人。\n";

fn origin() -> Origin {
    Origin::of(Path::new("reports/某市/某市-2025.txt"))
}

fn lines(bytes: impl AsRef<[u8]>) -> Vec<String> {
    match read(bytes.as_ref().to_vec(), &origin()) {
        Ok(Content::Text(text)) => text.lines.into_iter().map(|line| line.text).collect(),
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_text_is_the_same_in_every_encoding() {
    let expected = TEXT.lines().collect::<Vec<_>>();
    assert_eq!(lines(TEXT), expected);
    assert_eq!(lines(GB18030.encode(TEXT).0), expected);
    let wide: Vec<u8> = std::iter::once(0xfeff).chain(TEXT.encode_utf16()).flat_map(u16::to_be_bytes).collect();
    assert_eq!(lines(wide), expected);
}

#[test]
fn the_names_of_file_and_folder_come_along() {
    assert_eq!(origin().names, ["某市-2025", "某市"]);
    assert_eq!(Origin::of(Path::new("-")).names, Vec::<String>::new());
    let Ok(Content::Text(text)) = read(TEXT.into(), &origin()) else { panic!("a text") };
    assert_eq!(text.names, ["某市-2025", "某市"]);
}

#[test]
fn json_in_any_encoding_is_data_and_never_a_text() {
    let json = "{\"place\": \"吉林市的一句很长很长的话\"";
    for bytes in [json.as_bytes().to_vec(), GB18030.encode(json).0.into_owned(), format!("\u{feff}\n{json}").into()] {
        let Ok(Content::Data(text)) = read(bytes, &origin()) else { panic!("data") };
        assert_eq!(text.trim(), json);
    }
}

#[test]
fn a_file_that_holds_no_sentence_is_no_report() {
    for bytes in
        ["hello world", "七个汉字的句子。\n又是七个汉字呀！", "<html><frameset><frame src=a></frameset></html>"]
    {
        let faults = read(bytes.into(), &origin()).expect_err("no report");
        let fault = faults.first().expect("a fault");
        assert!(fault.what.zh.contains("没有报告的文字"), "{}", fault.sentence(Lang::Zh));
    }
    assert!(read("有八个汉字的一句话".into(), &origin()).is_ok());
}

#[test]
fn a_pdf_is_told_with_the_command_that_helps() {
    let pdf = |file: &str| read(b"%PDF-1.7\n\0".to_vec(), &Origin::of(Path::new(file))).expect_err("a PDF").remove(0);
    assert_eq!(
        pdf("report.pdf").sentence(Lang::En),
        "report.pdf: a PDF, which is not read; take the text out first: pdftotext report.pdf - | sulan -."
    );
    assert!(pdf("年 度's.pdf").sentence(Lang::Zh).contains(r"pdftotext '年 度'\''s.pdf' - | sulan -"));
    assert!(pdf("-").sentence(Lang::Zh).contains("pdftotext report.pdf - | sulan -"));
}
