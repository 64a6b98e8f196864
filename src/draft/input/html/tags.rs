//! The elements of HTML, as far as they decide where a line ends and what belongs to the report.

/// What an element means for the text in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// Its text has lines of its own.
    Block,
    /// A block that the next block ends.
    Paragraph,
    /// An item of a list, which the next one ends.
    Item,
    /// A list, in which items may stand.
    List,
    Table,
    Row,
    Cell,
    /// A block whose line ends count.
    Pre,
    /// A heading of this level.
    Heading(u8),
    /// Part of a line.
    Inline,
    /// Part of a line, in bold type.
    Bold,
    /// Part of a line that leads elsewhere.
    Link,
    /// Never text of a page: scripts, forms, pictures.
    Dropped,
    /// Of the site and not of the page: navigation, foot.
    Area,
    /// The title of the page.
    Title,
    /// A fact about the page.
    Meta,
    /// The end of a line.
    Break,
}

impl Kind {
    /// Whether it stands on lines of its own.
    pub(super) const fn is_block(self) -> bool {
        !matches!(self, Self::Inline | Self::Bold | Self::Link | Self::Title | Self::Meta | Self::Dropped)
    }

    /// Whether it never has an end tag.
    pub(super) const fn is_void(self) -> bool {
        matches!(self, Self::Break | Self::Meta)
    }
}

/// A known element: its place in the table below stands for its name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Tag {
    pub(super) name: usize,
    pub(super) kind: Kind,
}

/// The element called `name`; `None` for one that changes nothing.
pub(super) fn tag(name: &[u8]) -> Option<Tag> {
    let at = TAGS.binary_search_by(|(known, _)| known.as_bytes().cmp(name)).ok()?;
    TAGS.get(at).map(|&(_, kind)| Tag { name: at, kind })
}

const TAGS: [(&str, Kind); 76] = [
    ("a", Kind::Link),
    ("address", Kind::Block),
    ("article", Kind::Block),
    ("aside", Kind::Area),
    ("audio", Kind::Dropped),
    ("b", Kind::Bold),
    ("blockquote", Kind::Block),
    ("body", Kind::Block),
    ("br", Kind::Break),
    ("button", Kind::Dropped),
    ("canvas", Kind::Dropped),
    ("caption", Kind::Block),
    ("center", Kind::Block),
    ("dd", Kind::Item),
    ("details", Kind::Block),
    ("dialog", Kind::Area),
    ("div", Kind::Block),
    ("dl", Kind::List),
    ("dt", Kind::Item),
    ("em", Kind::Inline),
    ("fieldset", Kind::Block),
    ("figcaption", Kind::Block),
    ("figure", Kind::Block),
    ("font", Kind::Inline),
    ("footer", Kind::Area),
    ("form", Kind::Block),
    ("h1", Kind::Heading(1)),
    ("h2", Kind::Heading(2)),
    ("h3", Kind::Heading(3)),
    ("h4", Kind::Heading(4)),
    ("h5", Kind::Heading(5)),
    ("h6", Kind::Heading(6)),
    ("header", Kind::Block),
    ("hr", Kind::Break),
    ("i", Kind::Inline),
    ("iframe", Kind::Dropped),
    ("label", Kind::Inline),
    ("li", Kind::Item),
    ("main", Kind::Block),
    ("map", Kind::Dropped),
    ("math", Kind::Dropped),
    ("menu", Kind::List),
    ("meta", Kind::Meta),
    ("nav", Kind::Area),
    ("noembed", Kind::Dropped),
    ("noframes", Kind::Block),
    ("noscript", Kind::Dropped),
    ("object", Kind::Dropped),
    ("ol", Kind::List),
    ("p", Kind::Paragraph),
    ("pre", Kind::Pre),
    ("rp", Kind::Dropped),
    ("rt", Kind::Dropped),
    ("script", Kind::Dropped),
    ("section", Kind::Block),
    ("select", Kind::Dropped),
    ("small", Kind::Inline),
    ("span", Kind::Inline),
    ("strong", Kind::Bold),
    ("style", Kind::Dropped),
    ("sub", Kind::Inline),
    ("sup", Kind::Inline),
    ("svg", Kind::Dropped),
    ("table", Kind::Table),
    ("tbody", Kind::Block),
    ("td", Kind::Cell),
    ("template", Kind::Dropped),
    ("textarea", Kind::Dropped),
    ("tfoot", Kind::Block),
    ("th", Kind::Cell),
    ("thead", Kind::Block),
    ("title", Kind::Title),
    ("tr", Kind::Row),
    ("u", Kind::Inline),
    ("ul", Kind::List),
    ("video", Kind::Dropped),
];

#[cfg(test)]
mod tests {
    use super::{TAGS, tag};

    #[test]
    fn every_element_is_found_by_its_name() {
        for (name, kind) in TAGS {
            assert_eq!(tag(name.as_bytes()).map(|tag| tag.kind), Some(kind), "{name}");
        }
        assert_eq!(tag(b"o:p"), None);
    }
}
