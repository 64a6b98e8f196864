//! What the last row says until the next key. The news is never cut for the name of a file.

use crate::text::{fit, fit_end, width};

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
        fit(longer.unwrap_or(&self.news), room)
    }
}

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
    }
}
