//! What a page says of itself: title, date and site, as its head states them.

use crate::text::clean;

/// A title is told from no more than so many characters.
const LONG: usize = 300;

/// The facts about a page; the better the place, the earlier it counts.
#[derive(Debug, Default)]
pub(in super::super) struct About {
    title: String,
    facts: Vec<(&'static str, String)>,
}

/// The names of meta elements, those of government sites first.
const TITLES: [&str; 3] = ["articletitle", "og:title", "twitter:title"];
const DATES: [&str; 5] = ["pubdate", "publishdate", "firstpublishedtime", "article:published_time", "datepublished"];
const SITES: [&str; 3] = ["sitename", "og:site_name", "contentsource"];

impl About {
    /// Takes in a meta element.
    pub(super) fn meta(&mut self, name: &str, content: &str) {
        let name = name.trim().to_ascii_lowercase();
        let known = [&TITLES[..], &DATES[..], &SITES[..]].into_iter().flatten().find(|known| **known == name);
        if let Some(known) = known.filter(|_| !content.trim().is_empty()) {
            self.facts.push((known, content.to_owned()));
        }
    }

    /// Takes in text of the title element.
    pub(super) fn title_text(&mut self, text: &str) {
        if self.title.len() < LONG * 4 {
            self.title.push_str(text);
        }
    }

    pub(super) fn title(&self) -> Option<String> {
        self.first(&TITLES).or_else(|| tidied(&self.title))
    }

    pub(super) fn date(&self) -> Option<String> {
        self.first(&DATES)
    }

    pub(super) fn site(&self) -> Option<String> {
        self.first(&SITES)
    }

    fn first(&self, names: &[&str]) -> Option<String> {
        let told = |wanted: &&str| self.facts.iter().find(|(name, _)| name == wanted);
        names.iter().find_map(told).and_then(|(_, fact)| tidied(fact))
    }
}

fn tidied(text: &str) -> Option<String> {
    let words: Vec<&str> = text.split_whitespace().collect();
    let text: String = clean(&words.join(" ")).chars().take(LONG).collect();
    Some(text.trim().to_owned()).filter(|text| !text.is_empty())
}
