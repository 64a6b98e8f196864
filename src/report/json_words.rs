//! What the reader of JSON says, in words for people: it speaks English to programmers.

use crate::text::{Bilingual, Label, fit};

/// The cells of a value that is told.
const TOLD: usize = 40;

/// The sentence part for a message of the reader, `said` without its place.
pub(super) fn words(said: &str) -> Bilingual {
    field(said).or_else(|| kind(said)).unwrap_or_else(|| {
        let known = SAID.iter().find(|(begin, _)| said.starts_with(begin));
        known.map_or_else(|| Label::new("写法不对", "it is not written as it should be"), |(_, label)| *label).into()
    })
}

/// Messages by what they begin with.
const SAID: [(&str, Label); 18] = [
    ("trailing comma", Label::new("多了一个逗号", "a comma too many")),
    ("trailing characters", Label::new("报告后面还有别的内容", "there is more behind the report")),
    ("expected value", Label::new("这里缺一个值，或值不对", "a value is missing or of the wrong kind")),
    ("expected `:`", Label::new("字段名后面缺冒号", "a colon is missing behind the name of a field")),
    ("expected `,` or `}`", Label::new("缺逗号或右花括号", "a comma or a closing brace is missing")),
    ("expected `,` or `]`", Label::new("缺逗号或右方括号", "a comma or a closing bracket is missing")),
    ("expected ident", Label::new("不认识的词", "a word that is not known")),
    ("key must be a string", Label::new("字段名要加引号", "the name of a field needs quotes")),
    ("expected `\"`", Label::new("缺引号", "a quote is missing")),
    ("control character", Label::new("文字里有换行或控制字符", "a line end or a control character in a text")),
    ("invalid number", Label::new("数的写法不对", "a number that is none")),
    ("number out of range", Label::new("数太大", "a number that is too large")),
    ("recursion limit", Label::new("嵌套太深", "too many braces inside each other")),
    ("EOF", Label::new("没有写完", "the text ends too early")),
    ("year ", YEAR),
    // The only value with two forms is a year.
    ("data did not match", YEAR),
    ("invalid unicode", Label::new("有不成字的编码", "a code that is no character")),
    ("", Label::new("反斜线后面的写法不对", "a backslash before what does not go with it")),
];

const YEAR: Label = Label::new("年份写作 2024 或 \"2021-2025\"", "a year is written as 2024 or as \"2021-2025\"");

/// What is said of a field or of a word from a closed set.
fn field(said: &str) -> Option<Bilingual> {
    let quoted = |rest: &str| rest.split('`').next().map(|name| fit(name, TOLD));
    if let Some(name) = said.strip_prefix("missing field `").and_then(quoted) {
        return Some(Bilingual::new(format!("缺少字段“{name}”"), format!("the field \"{name}\" is missing")));
    }
    if let Some(name) = said.strip_prefix("duplicate field `").and_then(quoted) {
        return Some(Bilingual::new(format!("字段“{name}”写了两次"), format!("the field \"{name}\" is given twice")));
    }
    let known = || {
        let (_, expected) = said.split_once("`, ")?;
        let names: Vec<&str> = expected.split('`').skip(1).step_by(2).collect();
        Some((names.join("、"), names.join(", ")))
    };
    if let Some(name) = said.strip_prefix("unknown field `").and_then(quoted) {
        let (zh, en) = known()?;
        return Some(Bilingual::new(
            format!("不认识字段“{name}”，可用：{zh}"),
            format!("there is no field \"{name}\"; there are {en}"),
        ));
    }
    if let Some(name) = said.strip_prefix("unknown variant `").and_then(quoted) {
        let (zh, en) = known()?;
        return Some(Bilingual::new(
            format!("没有“{name}”这个值，可用：{zh}"),
            format!("\"{name}\" is not one of {en}"),
        ));
    }
    None
}

/// What is said of a value of the wrong kind.
fn kind(said: &str) -> Option<Bilingual> {
    let rest = ["invalid type: ", "invalid value: ", "invalid length "]
        .into_iter()
        .find_map(|begin| said.strip_prefix(begin))?;
    let (is, wanted) = rest.rsplit_once(", expected ")?;
    let is = found(is);
    let wanted = WANTED.iter().find(|(name, _)| wanted.contains(name)).map_or(OTHER, |(_, label)| *label);
    Some(Bilingual::new(
        format!("这里是{}，应是{}", is.zh, wanted.get(crate::text::Lang::Zh)),
        format!("{} where {} belongs", is.en, wanted.get(crate::text::Lang::En)),
    ))
}

const OTHER: Label = Label::new("别的内容", "something else");

/// What stands there.
fn found(is: &str) -> Bilingual {
    let number = is.strip_prefix("integer `").or_else(|| is.strip_prefix("floating point `"));
    if let Some(number) = number.and_then(|rest| rest.strip_suffix('`')) {
        let number = fit(number, TOLD);
        return Bilingual::new(format!("数 {number}"), format!("the number {number}"));
    }
    if let Some(text) = is.strip_prefix("string ") {
        let text = fit(text.trim_matches('"'), TOLD);
        return Bilingual::new(format!("文字“{text}”"), format!("the text \"{text}\""));
    }
    match is {
        "null" | "unit value" => Bilingual::new("空值 null", "null"),
        "map" => Bilingual::new("花括号里的对象", "an object in braces"),
        "sequence" => Bilingual::new("方括号里的列表", "a list in brackets"),
        _ if is.starts_with("boolean") => Bilingual::new("true 或 false", "true or false"),
        _ => Bilingual::new("别的内容", "something else"),
    }
}

/// What belongs there, by the names that the reader knows it by.
const WANTED: [(&str, Label); 18] = [
    ("struct Report", Label::new("报告", "a report")),
    ("struct Section", Label::new("板块", "a section")),
    ("struct Entry", Label::new("条目", "an entry")),
    ("struct Figure", Label::new("数字 { }", "a figure in braces")),
    ("struct Source", Label::new("来源 { }", "a source in braces")),
    ("struct Honour", Label::new("荣誉 { }", "an honour in braces")),
    ("struct Comparison", Label::new("对照 { }", "a comparison in braces")),
    ("struct Bilingual", Label::new("中英文 { \"zh\", \"en\" }", "a text in both languages, { \"zh\", \"en\" }")),
    ("struct", Label::new("花括号里的对象", "an object in braces")),
    ("sequence", Label::new("方括号里的列表", "a list in brackets")),
    ("map", Label::new("花括号里的对象", "an object in braces")),
    ("string", Label::new("带引号的文字", "a text in quotes")),
    ("enum", Label::new("带引号的词", "a word in quotes")),
    ("identifier", Label::new("带引号的词", "a word in quotes")),
    ("f64", Label::new("数", "a number")),
    ("u32", Label::new("不小于 0 的整数", "a whole number from 0")),
    ("i32", Label::new("整数", "a whole number")),
    ("boolean", Label::new("true 或 false", "true or false")),
];

#[cfg(test)]
mod tests {
    use super::words;

    #[test]
    fn nothing_of_the_program_shows_in_what_is_said() {
        for (said, zh, en) in [
            ("missing field `unit`", "缺少字段“unit”", "the field \"unit\" is missing"),
            ("duplicate field `id`", "字段“id”写了两次", "the field \"id\" is given twice"),
            (
                "unknown field `valu`, expected one of `name`, `value`",
                "不认识字段“valu”，可用：name、value",
                "there is no field \"valu\"; there are name, value",
            ),
            ("unknown field `a`, there are no fields", "不认识字段“a”，可用：", "there is no field \"a\"; there are "),
            (
                "unknown variant `lvl`, expected `level` or `count`",
                "没有“lvl”这个值，可用：level、count",
                "\"lvl\" is not one of level, count",
            ),
            (
                "invalid type: null, expected struct ReportOnDisk",
                "这里是空值 null，应是报告",
                "null where a report belongs",
            ),
            (
                "invalid type: string \"12\", expected f64",
                "这里是文字“12”，应是数",
                "the text \"12\" where a number belongs",
            ),
            (
                "invalid value: integer `-1`, expected u32",
                "这里是数 -1，应是不小于 0 的整数",
                "the number -1 where a whole number from 0 belongs",
            ),
            (
                "invalid type: map, expected a sequence",
                "这里是花括号里的对象，应是方括号里的列表",
                "an object in braces where a list in brackets belongs",
            ),
            ("trailing comma", "多了一个逗号", "a comma too many"),
            (
                "lone leading surrogate in hex escape",
                "反斜线后面的写法不对",
                "a backslash before what does not go with it",
            ),
        ] {
            let told = words(said);
            assert_eq!((told.zh.as_str(), told.en.as_str()), (zh, en), "{said}");
        }
    }
}
