//! Word files made here, part by part, and what is read from each.

use std::io::{Cursor, Write};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

use super::super::super::text::{Mark, Text};
use super::super::refuse::{Refusal, Unread};
use super::read;

const STYLES: &str = r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:styles xmlns:w="w">
<w:style w:type="paragraph" w:styleId="1"><w:name w:val="heading 1"/></w:style>
<w:style w:type="paragraph" w:styleId="a3"><w:name w:val="公文标题二"/><w:pPr><w:outlineLvl w:val="1"/></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="a4"><w:name w:val="再加一层"/><w:basedOn w:val="a3"/></w:style>
<w:style w:type="paragraph" w:styleId="loop"><w:name w:val="x"/><w:basedOn w:val="loop"/></w:style>
<w:style w:type="paragraph" w:styleId="TOC1"><w:name w:val="toc 1"/></w:style></w:styles>"#;

fn docx(parts: &[(&str, &str)]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, text) in parts {
        let options = SimpleFileOptions::default().compression_method(CompressionMethod::Deflated);
        zip.start_file(*name, options).expect("a part");
        zip.write_all(text.as_bytes()).expect("a part");
    }
    zip.finish().expect("an archive").into_inner()
}

fn document(body: &str) -> String {
    format!(
        r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:document xmlns:w="w" xmlns:mc="m"><w:body>{body}<w:sectPr/></w:body></w:document>"#
    )
}

fn text_of(body: &str) -> Text {
    read(&docx(&[("word/document.xml", &document(body)), ("word/styles.xml", STYLES)])).expect("a Word file")
}

fn texts(text: &Text) -> Vec<&str> {
    text.lines.iter().map(|line| line.text.as_str()).collect()
}

fn refused(bytes: &[u8]) -> Unread {
    let Refusal(why) = read(bytes).expect_err("no report");
    why
}

#[test]
fn paragraphs_are_lines_and_styles_are_headings() {
    let text = text_of(
        r#"<w:p><w:pPr><w:pStyle w:val="1"/></w:pPr><w:r><w:t>一、工作</w:t></w:r><w:r><w:t xml:space="preserve">回顾 </w:t></w:r></w:p>
<w:p/><w:p><w:pPr><w:pStyle w:val="a4"/></w:pPr><w:r><w:t>（一）工业</w:t></w:r></w:p>
<w:p><w:pPr><w:outlineLvl w:val="2"/></w:pPr><w:r><w:t>1.轻工</w:t></w:r></w:p>
<w:p><w:pPr><w:pStyle w:val="loop"/></w:pPr><w:r><w:rPr><w:b/></w:rPr><w:t>全粗</w:t></w:r></w:p>
<w:p><w:r><w:rPr><w:b/></w:rPr><w:t>一是</w:t></w:r><w:r><w:rPr><w:b w:val="0"/></w:rPr><w:t>增长6.5%&amp;更多&#x3002;</w:t></w:r></w:p>"#,
    );
    let lines: Vec<(u32, &str, Mark)> =
        text.lines.iter().map(|line| (line.number, line.text.as_str(), line.mark)).collect();
    assert_eq!(
        lines,
        [
            (1, "一、工作回顾", Mark::Heading(1)),
            (2, "（一）工业", Mark::Heading(2)),
            (3, "1.轻工", Mark::Heading(3)),
            (4, "全粗", Mark::Bold),
            (5, "一是增长6.5%&更多。", Mark::Plain),
        ]
    );
}

#[test]
fn what_a_reader_does_not_see_is_left_out() {
    let text = text_of(
        r#"<w:p><w:pPr><w:pStyle w:val="TOC1"/></w:pPr><w:r><w:t>一、回顾 3</w:t></w:r></w:p>
<w:p><w:r><w:t>建成</w:t></w:r><w:del><w:r><w:delText>20</w:delText><w:t>30</w:t></w:r></w:del><w:ins><w:r><w:t>40</w:t></w:r></w:ins>
<w:r><w:instrText> PAGE 7 </w:instrText></w:r><w:r><w:rPr><w:vanish/></w:rPr><w:t>隐</w:t></w:r><w:moveFrom><w:r><w:t>移走</w:t></w:r></w:moveFrom><w:r><w:t>公里</w:t></w:r></w:p>
<w:p><mc:AlternateContent><mc:Choice><w:r><w:txbxContent><w:p><w:r><w:t>框内</w:t></w:r></w:p></w:txbxContent></w:r></mc:Choice><mc:Fallback><w:r><w:t>框内</w:t></w:r></mc:Fallback></mc:AlternateContent><w:r><w:t>框外</w:t></w:r></w:p>"#,
    );
    assert_eq!(texts(&text), ["建成40公里", "框内", "框外"]);
}

#[test]
fn tables_and_soft_breaks_are_lines() {
    let text = text_of(
        r#"<w:p><w:r><w:t>前</w:t><w:br/><w:t>后</w:t><w:br w:type="page"/><w:t>页</w:t><w:tab/><w:t>格</w:t></w:r></w:p>
<w:tbl><w:tr><w:tc><w:p><w:r><w:t>指标</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>增长</w:t></w:r></w:p></w:tc></w:tr>
<w:tr><w:tc><w:p><w:r><w:t>粮食</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>6%</w:t></w:r></w:p></w:tc></w:tr></w:tbl>"#,
    );
    assert_eq!(texts(&text), ["前", "后页 格", "指标 增长", "粮食 6%"]);
}

#[test]
fn the_document_is_where_the_package_says() {
    let relations = r#"<Relationships><Relationship Id="r" Type="http://x/relationships/officeDocument" Target="/word/document2.xml"/></Relationships>"#;
    let body = document("<w:p><w:r><w:t>正文在别处</w:t></w:r></w:p>");
    let core = "<cp:coreProperties><dc:title>某市政府工作报告</dc:title></cp:coreProperties>";
    let bytes = docx(&[("_rels/.rels", relations), ("word/document2.xml", &body), ("docProps/core.xml", core)]);
    let text = read(&bytes).expect("a Word file");
    assert_eq!((texts(&text), text.title.as_deref()), (vec!["正文在别处"], Some("某市政府工作报告")));
}

#[test]
fn other_archives_and_broken_files_say_what_they_are() {
    let whole = docx(&[("word/document.xml", &document("<w:p><w:r><w:t>全市生产总值</w:t></w:r></w:p>"))]);
    assert_eq!(refused(whole.split_at(whole.len() / 2).0), Unread::Damaged);
    assert_eq!(refused(&docx(&[("xl/workbook.xml", "<a/>")])), Unread::Office);
    assert_eq!(refused(&docx(&[("content.xml", "<a/>")])), Unread::Office);
    assert_eq!(refused(&docx(&[("OFD.xml", "<a/>")])), Unread::Ofd);
    assert_eq!(refused(&docx(&[("report.txt", "文字")])), Unread::Archive);
    assert_eq!(refused(&docx(&[("word/document.xml", "<w:document><w:body><w:p><w:r>")])), Unread::Damaged);
    assert_eq!(refused(&docx(&[("word/document.xml", "<a></b>")])), Unread::Damaged);
}

#[test]
fn what_unpacks_to_far_more_than_it_holds_is_refused() {
    let bomb = document(&format!("<w:p><w:r><w:t>{}</w:t></w:r></w:p>", "零".repeat(4 << 20)));
    let bytes = docx(&[("word/document.xml", &bomb)]);
    assert!(bytes.len() < 100_000);
    assert_eq!(refused(&bytes), Unread::Bomb);
}

#[test]
fn nesting_costs_no_more_than_its_length() {
    let deep = 100_000;
    let (open, close) = ("<w:p><w:r><w:txbxContent>", "</w:txbxContent></w:r></w:p>");
    let body = format!("{}<w:p><w:r><w:t>最里面</w:t></w:r></w:p>{}", open.repeat(deep), close.repeat(deep));
    let bytes = docx(&[("word/document.xml", &document(&body))]);
    let told = read(&bytes);
    // So much of the same packs like a bomb, and is refused as one or read.
    assert!(matches!(told, Err(Refusal(Unread::Bomb))) || told.is_ok_and(|text| texts(&text).contains(&"最里面")));
    let xml = document(&body);
    let styles = super::styles::Styles::default();
    let numbering = super::numbering::Numbering::default();
    let pieces = super::paragraphs::read(&xml, &styles, numbering).expect("well-formed");
    assert_eq!(pieces.iter().map(|piece| piece.text.as_str()).collect::<Vec<_>>(), ["最里面"]);
}

const NUMBERING: &str = r#"<w:numbering xmlns:w="w"><w:abstractNum w:abstractNumId="7">
<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCountingThousand"/><w:pStyle w:val="a3"/><w:lvlText w:val="%1、"/></w:lvl>
<w:lvl w:ilvl="1"><w:numFmt w:val="chineseCounting"/><w:pStyle w:val="b"/><w:lvlText w:val="（%2）"/></w:lvl>
<w:lvl w:ilvl="2"><w:numFmt w:val="decimal"/><w:lvlText w:val="%3."/></w:lvl>
<w:lvl w:ilvl="3"><w:numFmt w:val="bullet"/><w:lvlText w:val="l"/></w:lvl></w:abstractNum>
<w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num>
<w:num w:numId="2"><w:abstractNumId w:val="7"/><w:lvlOverride w:ilvl="1"><w:startOverride w:val="5"/></w:lvlOverride></w:num></w:numbering>"#;

/// The lines of a file whose paragraphs are these, each with its properties.
fn numbered(paragraphs: &[(&str, &str)]) -> Vec<String> {
    let styles = r#"<w:styles xmlns:w="w"><w:style w:styleId="a3"><w:name w:val="heading 1"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>
<w:style w:styleId="b"><w:name w:val="x"/><w:basedOn w:val="a3"/></w:style></w:styles>"#;
    let paragraph = |(properties, said): &(&str, &str)| {
        format!("<w:p><w:pPr>{properties}</w:pPr><w:r><w:t>{said}</w:t></w:r></w:p>")
    };
    let lines: Vec<String> = paragraphs.iter().map(paragraph).collect();
    let parts = [
        ("word/document.xml", &*document(&lines.concat())),
        ("word/styles.xml", styles),
        ("word/numbering.xml", NUMBERING),
    ];
    let text = read(&docx(&parts)).expect("a Word file");
    text.lines.into_iter().map(|line| line.text).collect()
}

#[test]
fn the_numbers_that_word_counts_stand_before_their_paragraphs() {
    let at = |list: u8, level: u8| format!(r#"<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{list}"/></w:numPr>"#);
    let paragraphs = [
        (at(1, 0), "工作回顾"),
        (at(1, 1), "工业"),
        (String::new(), "没有编号"),
        (at(1, 1), "农业"),
        (at(1, 2), "粮食"),
        (at(1, 3), "不写出的记号"),
        (at(1, 0), "工作安排"),
        (at(1, 1), "项目"),
        (at(2, 1), "另起"),
        (at(9, 0), "不知道的列表"),
    ];
    let given: Vec<(&str, &str)> = paragraphs.iter().map(|(properties, said)| (properties.as_str(), *said)).collect();
    assert_eq!(
        numbered(&given),
        [
            "一、工作回顾",
            "（一）工业",
            "没有编号",
            "（二）农业",
            "1. 粮食",
            "不写出的记号",
            "二、工作安排",
            "（一）项目",
            "（五）另起",
            "不知道的列表"
        ]
    );
}

#[test]
fn a_style_counts_too_and_a_paragraph_can_step_out_of_it() {
    assert_eq!(
        numbered(&[
            (r#"<w:pStyle w:val="a3"/>"#, "回顾"),
            (r#"<w:pStyle w:val="b"/>"#, "工业"),
            (r#"<w:pStyle w:val="a3"/><w:numPr><w:numId w:val="0"/></w:numPr>"#, "不编号"),
            (r#"<w:pStyle w:val="b"/>"#, "农业"),
            (r#"<w:pPrChange><w:pPr><w:pStyle w:val="a3"/></w:pPr></w:pPrChange>"#, "从前才是标题"),
            (r#"<w:pStyle w:val="a3"/>"#, "安排"),
        ]),
        ["一、回顾", "（一）工业", "不编号", "（二）农业", "从前才是标题", "二、安排"]
    );
}
