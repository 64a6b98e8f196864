//! What the last row says until the next key. The news is never cut for the name of a file.

use crate::pages::STATEMENT;
use crate::report::Scope;
use crate::text::{Label, Lang, fit, fit_end, width};

/// The cells of a name under which nobody knows which file is meant.
const NAME: usize = 12;

/// News, perhaps about a file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Notice {
    pub(super) news: String,
    /// The news with what to do, where there is room for it.
    pub(super) longer: Option<String>,
    /// What stands between the news and the name.
    pub(super) joint: &'static str,
    /// The name of the file as it was typed, which stands behind the news; empty without one.
    pub(super) name: String,
}

impl From<String> for Notice {
    fn from(news: String) -> Self {
        Self { news, ..Self::default() }
    }
}

impl Notice {
    /// The notice in `room` cells: what to do goes first, then the name is shortened from the left.
    pub(super) fn fit(&self, room: usize) -> String {
        let least = width(&self.name).min(NAME);
        for news in self.longer.iter().chain([&self.news]) {
            if self.name.is_empty() {
                break;
            }
            let left = room.checked_sub(width(news) + width(self.joint)).filter(|&left| left >= least);
            if let Some(left) = left {
                return format!("{news}{}{}", self.joint, fit_end(&self.name, left));
            }
        }
        let longer = self.longer.as_ref().filter(|news| width(news) <= room);
        cut(longer.unwrap_or(&self.news), room)
    }
}

/// A text in `room` cells: what is cut ends before a caveat, which says something else without its end.
fn cut(text: &str, room: usize) -> String {
    let cut = fit(text, room);
    if width(text) <= room {
        return cut;
    }
    let kept = cut.trim_end_matches('…').len();
    let caveats = [Lang::Zh, Lang::En].into_iter().flat_map(caveats);
    let broken = caveats.flat_map(|caveat| {
        let places = text.match_indices(caveat).map(move |(at, _)| at..at + caveat.len());
        places.collect::<Vec<_>>()
    });
    let from = broken.filter(|place| place.start < kept && kept < place.end).map(|place| place.start).min();
    let before = text.get(..from.unwrap_or(kept)).unwrap_or_default();
    // No bracket opens at an end.
    let before = before.trim_end().trim_end_matches(['（', '(']).trim_end();
    before.to_owned() + "…"
}

/// What tells the scope of two numbers, that one is not the source's own, or that there is none.
fn caveats(lang: Lang) -> impl Iterator<Item = &'static str> {
    let scopes = Scope::ALL.map(Scope::label);
    scopes.into_iter().chain([STATEMENT, DERIVED, UNSUBTRACTED]).map(move |label| label.get(lang))
}

const DERIVED: Label = Label::new("推算", "derived");
const UNSUBTRACTED: Label = Label::new("不相减", "not subtracted");

#[cfg(test)]
mod tests {
    use super::Notice;
    use crate::text::width;

    #[test]
    fn the_news_is_whole_as_long_as_it_has_room() {
        let name = "/home/user/Documents/reports/2025/government-work-report.md".to_owned();
        let (news, longer) = ("Not written: no such folder", "Not written: no such folder; check the path");
        let notice = Notice { news: news.to_owned(), longer: Some(longer.to_owned()), joint: ": ", name };
        for (room, said, end) in [
            (200, "Not written: no such folder; check the path: /home/", "/government-work-report.md"),
            (78, "Not written: no such folder; check the path: …", "/government-work-report.md"),
            (50, "Not written: no such folder: …", "work-report.md"),
            (38, news, "folder"),
        ] {
            let fitted = notice.fit(room);
            assert!(width(&fitted) <= room && fitted.starts_with(said) && fitted.ends_with(end), "{fitted}");
        }
        assert_eq!(Notice::from("一二三四".to_owned()).fit(5), "一二…");
        // A caveat is not cut in its middle, and no bracket opens at the end.
        let caveat = Notice::from("已复制引文（xclip）：分校（2025 年任务，仅有表述，没有数字）".to_owned());
        assert_eq!(caveat.fit(46), "已复制引文（xclip）：分校（2025 年任务，…");
        assert_eq!(caveat.fit(58), "已复制引文（xclip）：分校（2025 年任务，…");
        assert_eq!(caveat.fit(62), caveat.news);
        let scope = Notice::from("Pigs raised: 4.1 pp lower (derived, same scope)".to_owned());
        for room in 28..34 {
            assert_eq!(scope.fit(room), "Pigs raised: 4.1 pp lower…", "{room}");
        }
    }
}
