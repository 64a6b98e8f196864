//! The place whose government reports, as the text names it.

use super::chars::{Chars, is_han};
use super::split::Sentence;
use super::text::Text;

/// The place of the title, the session line, the file or its folder, in this order.
pub(super) fn place(text: &Text, sentences: &[Sentence]) -> Option<String> {
    let titles = text.title.iter().map(|title| super::normal::normal(title).chars);
    let front = || sentences.iter().take(40).map(Sentence::chars).filter(|text| text.len() < 90);
    let session = || front().find_map(in_session);
    let title = titles.chain(front().map(<[char]>::to_vec)).find_map(|text| in_title(&text));
    let named = || text.names.iter().find_map(|name| in_name(&name.chars().collect::<Vec<char>>()));
    title.or_else(session).or_else(named)
}

const ENDINGS: [char; 7] = ['省', '市', '区', '州', '县', '盟', '旗'];

/// XX市 right before 政府工作报告 or 人民政府工作报告.
fn in_title(text: &[char]) -> Option<String> {
    let at = text.find("政府工作报告")?;
    let ahead = text.cut(0, at);
    let ahead = if ahead.closes("人民") { ahead.cut(0, ahead.len() - 2) } else { ahead };
    place_at_end(ahead)
}

/// 在XX市第十七届人民代表大会.
fn in_session(text: &[char]) -> Option<String> {
    let at = text.find("人民代表大会")?;
    let ahead = text.cut(0, at);
    let session = ahead.rfind("第")?;
    let from = ahead.rfind("在").map_or(0, |at| at + 1);
    place_at_end(ahead.cut(from, session))
}

/// 吉林市-2022 and 吉林市2022年政府工作报告 as a file's name.
fn in_name(name: &[char]) -> Option<String> {
    let end = name.iter().position(|&c| !is_han(c)).unwrap_or(name.len());
    place_at_end(name.cut(0, end))
}

/// The run of 汉字 at the end, when it ends as a place does.
fn place_at_end(text: &[char]) -> Option<String> {
    let from = text.iter().rposition(|&c| !is_han(c)).map_or(0, |at| at + 1);
    let run = text.after(from);
    let run = if run.begins("年") { run.after(1) } else { run };
    let run = if run.begins("在") { run.after(1) } else { run };
    let ends = run.last().is_some_and(|c| ENDINGS.contains(c));
    ((2..=12).contains(&run.len()) && ends).then(|| run.text())
}
