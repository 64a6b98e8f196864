//! What is ranked, where the words before a place in a ranking say it.

use super::super::chars::Chars;
use super::super::tables::Opening;
use super::super::wording::without_leading;
use super::super::wordlists::{List, Lists};
use super::is_hollow;

/// So many characters behind a place are what is ranked.
const RANKED: usize = 4;

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
    // 全市|地区生产总值: what is ranked stands behind those it is told of.
    let told = |at: usize| at == 0 && text.len() >= text.beginning(List::RankedAmong).unwrap_or(0) + RANKED;
    scope.filter(|&at| !told(at)).map_or(text, |at| text.cut(0, at))
}

/// What is ranked, without those it is ranked among: 在全国省会城市中|经济增速, 地区生产总值|在全国省会城市中; where
/// nothing else is named, the contest itself: 在|综合测评|中.
fn among(text: &[char]) -> &[char] {
    let Some(end) = text.rfind("中").filter(|&end| end >= 2 && !text.is_at(end, "中心")) else { return text };
    let rest = text.after(end + 1);
    let placed = rest.len() < 2 || rest.cut(0, 6).has_one(List::Placing);
    let from = text.cut(0, end).rfind("在").filter(|&from| end > from + 2);
    let (head, inside) =
        from.map_or((text.cut(0, 0), text.cut(0, end)), |from| (text.cut(0, from), text.cut(from + 1, end)));
    let group = inside.closes_one(List::RankedGroups);
    match from {
        Some(_) if !placed && is_hollow_head(head) => rest,
        Some(_) if placed && is_hollow_head(head) => {
            if group || is_hollow(inside) {
                head.cut(0, 0)
            } else {
                inside
            }
        }
        Some(_) if placed && group => head,
        Some(_) if placed => text.cut(0, end),
        None if placed && group => inside.cut(0, 0),
        _ => text,
    }
}

/// Whether what stands before 在 names nothing: 我市|在全省考核中.
fn is_hollow_head(head: &[char]) -> bool {
    without_leading(head, |kind| kind != Opening::Sense).len() < 2
}
