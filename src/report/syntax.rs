//! What is wrong with the JSON itself, in words that say what to do.

use serde_json::Error;

use super::fault::{At, Fault};
use crate::text::{Bilingual, Label, Lang, clean};

/// So many characters of the text show where it went wrong.
const NEAR: usize = 16;

/// The fault that `error` tells of `text`, which begins at `at`.
pub(super) fn fault(error: &Error, text: &str, at: &At<'_>) -> Fault {
    let said = error.to_string();
    let said = said.split(" at line ").next().unwrap_or_default();
    let line = text.lines().nth(error.line().saturating_sub(1)).unwrap_or_default();
    let near = near(line, error.column());
    let (what, mend) = habit(&near).unwrap_or_else(|| words(said, &near));
    let what = if near.is_empty() {
        what.into()
    } else {
        let (zh, en) = (what.get(Lang::Zh), what.get(Lang::En));
        Bilingual::new(format!("{zh}（在 {near} 处）"), format!("{en} (at {near})"))
    };
    let mut fault = at.fault("", what, mend);
    fault.line = Some(at.line.unwrap_or(1) + error.line().saturating_sub(1));
    fault
}

/// The text from `column` of a line on, which counts bytes from 1.
fn near(line: &str, column: usize) -> String {
    let at = line.floor_char_boundary(column.saturating_sub(1));
    let rest: String = line.get(at..).unwrap_or_default().chars().take(NEAR).collect();
    clean(rest.trim()).into_owned()
}

/// What other languages allow and JSON does not.
fn habit(near: &str) -> Option<(Label, Label)> {
    if near.starts_with("//") || near.starts_with("/*") {
        return Some((
            Label::new("JSON 里不能有注释", "JSON has no comments"),
            Label::new("请删去注释", "remove the comment"),
        ));
    }
    near.starts_with(['\'', '“', '”', '‘', '’']).then_some((
        Label::new("JSON 的文字只用直的双引号", "a text of JSON stands in straight double quotes"),
        Label::new("请改成 \"", "use \" instead"),
    ))
}

const TRAILING: (Label, Label) = (
    Label::new("JSON 里多了逗号", "the JSON has a comma too many"),
    Label::new("请删去多余的逗号", "remove the extra comma"),
);

fn words(said: &str, near: &str) -> (Label, Label) {
    let closes = near.starts_with(['}', ']']);
    let is_comma = near.starts_with(',');
    match said {
        _ if said.starts_with("EOF") => (
            Label::new("JSON 没有写完", "the JSON ends too early"),
            Label::new(
                "请补全结尾的引号和括号，或重新下载",
                "complete the quotes and brackets at the end, or download it again",
            ),
        ),
        "expected `,` or `}`" | "expected `,` or `]`" if closes => (
            Label::new("括号不配对", "the brackets do not match"),
            Label::new("请检查这一处之前的括号", "check the brackets before it"),
        ),
        "expected `,` or `}`" | "expected `,` or `]`" => (
            Label::new("JSON 里少了逗号", "the JSON lacks a comma"),
            Label::new("请补上逗号，或检查前面的引号", "add the comma, or check the quotes before it"),
        ),
        "expected `:`" => (
            Label::new("JSON 里少了冒号", "the JSON lacks a colon"),
            Label::new("字段名后面要有冒号", "put a colon after the name of the field"),
        ),
        "trailing comma" => TRAILING,
        "key must be a string" if closes || is_comma => TRAILING,
        "key must be a string" => (
            Label::new("字段名没有加双引号", "the name of a field stands without double quotes"),
            Label::new("请给字段名加上双引号", "put the name in double quotes"),
        ),
        "trailing characters" => (
            Label::new("一份报告后面还有别的内容", "something follows the report"),
            Label::new("几份报告请每行一份，或放进 [ ]", "put several reports on a line each, or into [ ]"),
        ),
        "expected value" | "expected ident" | "invalid number" => (
            Label::new("这里不是 JSON 的值", "this is no JSON value"),
            Label::new(
                "请写数字、加双引号的文字、true、false 或 null；JSON 没有 NaN",
                "write a number, a text in double quotes, true, false or null; JSON has no NaN",
            ),
        ),
        _ if said.starts_with("control character") => (
            Label::new("文字里直接换了行，或有控制字符", "a text holds a line end or a control character"),
            Label::new("请把文字写在一行里", "write the text on one line"),
        ),
        "invalid escape"
        | "unexpected end of hex escape"
        | "lone leading surrogate in hex escape"
        | "invalid unicode code point" => (
            Label::new("文字里的转义写错了", "a text holds a wrong escape"),
            Label::new("反斜线要写成 \\\\", "write a backslash as \\\\"),
        ),
        "number out of range" => {
            (Label::new("数值太大", "a number is too large"), Label::new("请换用更大的单位", "use a larger unit"))
        }
        "recursion limit exceeded" => {
            (Label::new("括号套得太深", "the brackets nest too deeply"), Label::new("请检查括号", "check the brackets"))
        }
        _ => (
            Label::new("JSON 写法有误", "the JSON is wrong"),
            Label::new("请检查这一处的引号、逗号和括号", "check the quotes, commas and brackets there"),
        ),
    }
}
