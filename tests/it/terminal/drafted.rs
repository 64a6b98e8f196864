//! A report that is opened from its text, as plain text, as a saved web page and as a Word file: the panes, a
//! sentence on its page, a search, a filter and a copy.

use std::path::PathBuf;

use vt100::Screen;

use super::look::{row, rows, shows};
use super::session::{Locale, Session, sulan};

const REPORT: &str = "吉林市政府工作报告
——2025年1月10日在吉林市第十七届人民代表大会第四次会议上
各位代表：
现在，我代表市人民政府向大会报告工作，请予审议。
一、2024年工作回顾
粮食产量95.28亿斤，建成农村公路623公里。
老旧小区改造171个，惠及群众七成以上。
二、2025年主要目标
主要预期目标是：地区生产总值增长6%以上，居民收入与经济增长同步。
三、2025年重点任务
（一）推进农业现代化。
新建高标准农田67万亩以上。
坚持农业农村优先发展。
（二）推进城市更新。
改造老旧小区180个以上。
";

/// A file of its own for one test, gone afterwards.
struct Made(PathBuf);

impl Made {
    fn new(name: &str, bytes: &[u8]) -> Self {
        let path = std::env::temp_dir().join(format!("sulan-drafted-{}-{name}", std::process::id()));
        std::fs::write(&path, bytes).expect("a file for the test");
        Self(path)
    }
}

impl Drop for Made {
    fn drop(&mut self) {
        let _ = std::fs::remove_file(&self.0);
    }
}

fn page() -> String {
    let lines: Vec<String> = REPORT.lines().map(|line| format!("<p>　　<span>{line}</span></p>\n")).collect();
    let lines = lines.concat();
    format!(
        "<!DOCTYPE html><html><head><meta charset=\"utf-8\"><title>政府工作报告</title></head><body><ul><li><a href=\"/\">首页</a></li></ul><div class=\"text\">{lines}</div><div>打印 关闭</div></body></html>"
    )
}

fn word() -> Vec<u8> {
    let lines: Vec<String> = REPORT.lines().map(|line| format!("<w:p><w:r><w:t>{line}</w:t></w:r></w:p>")).collect();
    let lines = lines.concat();
    crate::mutated::docx(
        format!(
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?><w:document xmlns:w=\"w\"><w:body>{lines}</w:body></w:document>"
        )
        .as_bytes(),
    )
}

/// The row of the screen that holds `label`.
fn row_of(screen: &Screen, label: &str) -> String {
    rows(screen).into_iter().find(|row| row.contains(label)).unwrap_or_default()
}

fn browse(file: &Made) {
    let mut command = sulan(Locale::Chinese);
    command.arg(&file.0);
    let mut session = Session::start(command, (120, 40));
    session.wait_for("the place and the year", |screen| {
        row(screen, 0).contains("吉林市") && row(screen, 0).contains("2025")
    });
    session.wait_for("the opening page", |screen| {
        shows(screen, "地区生产总值") && shows(screen, "推进农业现代化") && shows(screen, "2/3")
    });
    session.send("1");
    session.wait_for("the review, the first figure with its sentence", |screen| {
        let quote = row_of(screen, "原文");
        shows(screen, "一、2024年工作回顾")
            && shows(screen, "95.28 亿斤")
            && quote.contains("粮食产量95.28亿斤，建成农村公路623公里。")
    });
    session.send("\u{1b}[B");
    session.wait_for("the next figure with its sentence", |screen| {
        row_of(screen, "原文").contains("老旧小区改造171个，惠及群众七成以上。")
    });
    session.send("\r");
    session.wait_for("the page of the entry", |screen| {
        shows(screen, "review-1.2") && row_of(screen, "原文").contains("老旧小区改造171个，惠及群众七成以上。")
    });
    session.send("\u{1b}");
    session.wait_for("the list again", |screen| shows(screen, "95.28 亿斤") && !shows(screen, "review-1.2"));
    session.send("/农田");
    session.wait_for("the hit", |screen| row(screen, 0).starts_with(" / 农田") && shows(screen, "高标准农田"));
    session.send("\r");
    session.wait_for("the task in its place", |screen| {
        shows(screen, "（一）推进农业现代化") && shows(screen, "农业农村优先发展")
    });
    session.send("f");
    session.wait_for("the tasks with a number only", |screen| {
        shows(screen, "高标准农田") && !shows(screen, "农业农村优先发展")
    });
    let before = session.written();
    session.send("y");
    session.wait_until("the copy is sent", || {
        String::from_utf8_lossy(&session.bytes_from(before)).contains("\u{1b}]52;c;")
    });
    session.send("4");
    session.wait_for("the targets, one of them in words", |screen| {
        shows(screen, "2025 增速") && shows(screen, "居民收入") && shows(screen, "与经济增长同步")
    });
    session.send("q");
    assert_eq!(session.wait_for_end().exit_code(), 0);
}

#[test]
fn a_plain_text_is_browsed_like_data() {
    browse(&Made::new("a.txt", REPORT.as_bytes()));
}

#[test]
fn a_saved_web_page_is_browsed_like_data() {
    browse(&Made::new("a.html", page().as_bytes()));
}

#[test]
fn a_word_file_is_browsed_like_data() {
    browse(&Made::new("a.docx", &word()));
}
