//! What single sentences and headings say about the part they stand in.

use super::chars::Chars;
use super::numeral::chinese_year;
use super::tables::{PartWord, TABLES};

/// Whether a target sentence is about what comes, not about what was met.
pub(super) fn is_forward(text: &[char]) -> bool {
    !text.has_any(&[
        "完成了",
        "圆满完成",
        "超额完成",
        "顺利完成",
        "全面完成",
        "如期完成",
        "实现了",
        "已完成",
        "未完成",
        "没有完成",
    ])
}

/// The last sentence of the front.
pub(super) fn opens(text: &[char]) -> bool {
    let speaks = text.has_any(&["向大会", "我代表", "向会议", "向本次"]) && text.has_any(&["报告", "审议", "审查"]);
    speaks && !text.begins("会议") && text.len() < 160
}

/// Whether a text holds a word of this kind.
pub(super) fn says(text: &[char], word: PartWord) -> bool {
    (0..text.len()).any(|at| TABLES.parts.at_if(text, at, |_, told| *told == word).is_some())
}

/// Whether a heading plans beyond doubt.
pub(super) fn strongly(text: &[char]) -> bool {
    text.has_any(&["任务", "安排", "目标", "总体要求", "重点工作", "部署", "工作思路", "总体思路", "今年", "工作重点"])
}

/// Whether a year stands in a text, in digits or in Chinese numerals.
pub(super) fn names_year(text: &[char], year: i32) -> bool {
    (0..text.len()).any(|at| chinese_year(text, at) == Some(year) && matches!(text.at(at + 4), '年' | '—' | '-'))
}

/// Whether a sentence turns to what is wanting.
pub(super) fn sees_problems(text: &[char]) -> bool {
    // Nearly every sentence has none of these: one look spares it the search for each wording.
    if !text.iter().any(|c| matches!(c, '识' | '看' | '视' | '存' | '临' | '困')) {
        return false;
    }
    let sees = text.has_any(&[
        "清醒地认识",
        "清醒认识",
        "清醒地看到",
        "清醒看到",
        "清楚地认识",
        "清楚地看到",
        "清楚认识",
        "清楚看到",
        "深刻认识到",
        "深刻地认识到",
        "正视",
        "也要看到",
        "也看到",
        "也应看到",
        "应当看到",
        "还要看到",
        "充分认识",
    ]);
    let wants = text.has_any(&["问题", "困难", "不足", "短板", "挑战", "差距", "矛盾", "薄弱", "困扰", "制约", "风险"]);
    sees && (wants || text.has("到"))
        || text.cut(0, 40).has_any(&[
            "存在的问题",
            "存在不少困难",
            "存在一些困难",
            "不少困难和问题",
            "面临不少",
            "还存在",
        ]) && wants
}

/// What kind of aim a sentence states.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Aim {
    /// The targets with their numbers.
    Target,
    /// The general line.
    Outline,
}

/// Whether a sentence states targets or the general line of the part it stands in.
pub(super) fn aims(text: &[char]) -> Option<Aim> {
    let head = text.cut(0, 70);
    let mut outline = None;
    for end in 2..=head.len() {
        let kind = match (head.at(end - 2), head.at(end - 1)) {
            ('目' | '指', '标') | ('任', '务') => Aim::Target,
            ('要', '求') | ('思', '想' | '路') => Aim::Outline,
            _ => continue,
        };
        if !is_told(head.after(end)) {
            continue;
        }
        let ahead = head.cut(0, end);
        match kind {
            Aim::Target if ahead.closes_any(&["目标", "主要指标", "预期指标", "目标任务"]) => {
                return Some(Aim::Target);
            }
            Aim::Outline
                if ahead.closes_any(&["总体要求", "指导思想", "总体思路", "工作思路", "总要求", "基本思路"]) =>
            {
                outline = Some(Aim::Outline);
            }
            Aim::Target | Aim::Outline => {}
        }
    }
    outline
}

/// Whether what follows tells what an aim is.
fn is_told(after: &[char]) -> bool {
    after.is_empty()
        || after.begins_any(&[
            "是",
            "：",
            "为",
            "包括",
            "建议",
            "确定为",
            "初步",
            "安排",
            "设定",
            "如下",
            "（",
            "拟",
            "主要是",
        ])
}
