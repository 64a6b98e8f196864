//! A saved web page: the block that holds the report, without what the site puts around it.

mod about;
pub(super) mod entities;
mod pick;
mod tags;
mod tree;

use super::super::text::Text;
use super::lines::lines;
use tree::{Areas, Page};

/// The text of the report in `content`.
pub(super) fn read(content: &str) -> Text {
    let page = Page::read(content, Areas::Dropped);
    // Where a page wraps the report in what others keep for navigation, or never ends such a part,
    // there is more in there than outside.
    let page = if page.dropped > page.kept { Page::read(content, Areas::Kept) } else { page };
    let (title, date, site) = (page.about.title(), page.about.date(), page.about.site());
    Text { lines: lines(pick::report(page)), title, date, site, ..Text::default() }
}

#[cfg(test)]
mod tests;
