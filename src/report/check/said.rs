//! What is said of a value that does not fit, and how to mend it.

use super::super::shape::Kind;
use crate::text::{Bilingual, Label, Lang, clean};

/// A value is quoted up to so many characters.
const QUOTED: usize = 24;

/// What a value is written as.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Written {
    Object,
    List,
    Text,
    Switch,
    Null,
    Number,
}

pub(super) fn written(raw: &str) -> Written {
    match raw.bytes().next() {
        Some(b'{') => Written::Object,
        Some(b'[') => Written::List,
        Some(b'"') => Written::Text,
        Some(b't' | b'f') => Written::Switch,
        Some(b'n') => Written::Null,
        _ => Written::Number,
    }
}

pub(super) fn unfit(kind: Kind, written: Written) -> (Bilingual, Bilingual) {
    let (want, mend) = match kind {
        Kind::Text | Kind::Id | Kind::OneOf(_) => {
            (Label::new("文字", "a text"), Label::new("请加双引号写成文字", "write it as a text in double quotes"))
        }
        Kind::Number => {
            (Label::new("数字", "a number"), Label::new("请写成数字，不加引号", "write it as a number, without quotes"))
        }
        Kind::Whole(..) => (
            Label::new("整数", "a whole number"),
            Label::new("请写成整数，不加引号", "write it as a whole number, without quotes"),
        ),
        Kind::Years => (
            Label::new("年份", "a year"),
            Label::new("请写 2024，或几年 \"2021-2025\"", "write 2024, or several years as \"2021-2025\""),
        ),
        Kind::Switch => (
            Label::new("真假值", "true or false"),
            Label::new("请写 true 或 false，不加引号", "write true or false, without quotes"),
        ),
        Kind::Texts => (
            Label::new("文字的列表", "a list of texts"),
            Label::new("请写成 [\"…\", \"…\"]", "write it as [\"…\", \"…\"]"),
        ),
        Kind::Groups => (
            Label::new("几组文字的列表", "a list of groups of texts"),
            Label::new("请写成 [[\"…\", \"…\"]]", "write it as [[\"…\", \"…\"]]"),
        ),
        Kind::Object(_) => (
            Label::new("对象", "an object"),
            Label::new("请写成 {…}，字段见 sulan schema", "write it as {…}; sulan schema has its fields"),
        ),
        Kind::List(_) => (Label::new("列表", "a list"), Label::new("请写成 [{…}, {…}]", "write it as [{…}, {…}]")),
    };
    let is = match written {
        Written::Object => Label::new("对象", "an object"),
        Written::List => Label::new("列表", "a list"),
        Written::Text => Label::new("文字", "a text"),
        Written::Switch => Label::new("真假值", "true or false"),
        Written::Null => Label::new("空值", "null"),
        Written::Number => Label::new("数字", "a number"),
    };
    let what = Bilingual::new(
        format!("应是{}，写的是{}", want.get(Lang::Zh), is.get(Lang::Zh)),
        format!("should be {} and is {}", want.get(Lang::En), is.get(Lang::En)),
    );
    (what, mend.into())
}

pub(super) fn range(least: i64, most: i64) -> Bilingual {
    if least == most {
        return Bilingual::new(format!("应是 {least}"), format!("it is {least}"));
    }
    if most > EXACT_COUNT {
        return Bilingual::new(format!("从 {least} 数起"), format!("it counts from {least}"));
    }
    Bilingual::new(format!("应在 {least} 与 {most} 之间"), format!("it lies between {least} and {most}"))
}

/// A limit beyond which only the lower end of a range is of use to a reader.
const EXACT_COUNT: i64 = 1_000_000;

pub(super) fn first_clause(text: &str) -> &str {
    text.split(['：', '；', '，', ':', ';', ',']).next().unwrap_or(text)
}

/// A value as it is written, in so far as a sentence can hold it.
pub(super) fn quoted(raw: &str) -> String {
    let mut shown: String = raw.chars().take(QUOTED).collect();
    if raw.chars().nth(QUOTED).is_some() {
        shown.push('…');
    }
    clean(&shown).into_owned()
}
