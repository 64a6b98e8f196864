//! What is ranked, where the words before a place in a ranking say it.

use super::super::chars::Chars;
use super::super::wordlists::{List, Lists};
use super::is_hollow;

/// What of a thing is ranked, where its name does not say it: 固定资产投资|增速|居全省首位.
pub(super) fn rate_ranked(before: &[char], name: &[char]) -> Vec<char> {
    let placed = before_place(before);
    let rate = placed.closing(List::RatesRanked).map(|len| placed.after(placed.len() - len));
    rate.filter(|rate| !name.ends_with(rate)).map(<[char]>::to_vec).unwrap_or_default()
}

/// What is ranked, without the words of placing: 增速|居全省.
pub(super) fn before_place(text: &[char]) -> &[char] {
    let near = text.len().saturating_sub(14);
    let text = among(text);
    let near = near.min(text.len());
    let found = (near..text.len())
        .find(|&at| text.after(at).begins_one(List::Placing) && !text.is_at(at, "居民") && !text.is_at(at, "列车"));
    if let Some(at) = found {
        return text.cut(0, at);
    }
    let scope = text.rfind_one(List::RankedAmong);
    scope.map_or(text, |at| text.cut(0, at))
}

/// What is ranked, without those it is ranked among: 在全国省会城市中|经济增速; where nothing else is named, the
/// contest itself: 在|综合测评|中.
fn among(text: &[char]) -> &[char] {
    let Some(end) = text.find("中").filter(|&at| text.begins("在") && (3..=18).contains(&at)) else { return text };
    let rest = text.after(end + 1);
    let placed = rest.len() < 2 || rest.cut(0, 6).has_one(List::Placing);
    if placed && !is_hollow(text.cut(1, end)) { text.cut(1, end) } else { rest }
}
