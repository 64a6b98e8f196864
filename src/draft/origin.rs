//! Which report it is: the place whose government reports, and the id that place and year give.

use std::collections::HashMap;
use std::path::PathBuf;
use std::sync::LazyLock;

use super::split::Sentence;
use super::text::Text;
use crate::report::places::Origin;
use crate::report::{Traces, origin_of};

/// The readings of the 汉字, which the search has from the same file: a syllable, then its characters.
static READINGS: LazyLock<HashMap<char, &'static str>> = LazyLock::new(|| {
    let lines = include_str!("../../assets/pinyin.txt").lines().filter(|line| !line.starts_with('#'));
    let mut out = HashMap::new();
    for (syllable, chars) in lines.filter_map(|line| line.split_once(' ')) {
        chars.chars().for_each(|c| {
            out.entry(c).or_insert(syllable);
        });
    }
    out
});

/// How many sentences at the start introduce the report.
const FRONT: usize = 40;

/// The place that the user names, else that of title, session line, page or file, in this order.
pub(super) fn place(text: &Text, sentences: &[Sentence], said: Option<&str>) -> Option<Origin> {
    if let Some(said) = said {
        return Some(Origin::of_name(said));
    }
    let front: Vec<&str> = sentences.iter().take(FRONT).map(|sentence| sentence.text.as_str()).collect();
    let front = front.join("\n");
    let path: PathBuf = text.names.iter().rev().collect();
    let web_head =
        [text.title.as_deref(), text.site.as_deref()].into_iter().flatten().collect::<Vec<&str>>().join("\n");
    let title = sentences
        .iter()
        .take(6)
        .map(|sentence| sentence.text.as_str())
        .find(|text| text.contains("工作报告"))
        .unwrap_or_default();
    origin_of(&Traces { title, text: &front, web_head: &web_head, path: Some(&path) })
}

/// The id of a report: its place in pinyin and its year (`jilinshi-2023`).
pub(super) fn id(place: Option<&str>, year: Option<i32>) -> String {
    let name: String = place.unwrap_or("report").chars().map(reading).collect();
    year.map_or_else(|| name.clone(), |year| format!("{name}-{year}"))
}

fn reading(c: char) -> String {
    match READINGS.get(&c) {
        Some(syllable) => (*syllable).to_owned(),
        None if c.is_ascii_alphanumeric() => c.to_ascii_lowercase().to_string(),
        None => String::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::id;

    #[test]
    fn ids_are_place_and_year() {
        assert_eq!(id(Some("吉林市"), Some(2023)), "jilinshi-2023");
        assert_eq!(id(Some("重庆市"), None), "chongqingshi");
        assert_eq!(id(None, Some(2023)), "report-2023");
    }
}
