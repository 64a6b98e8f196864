//! The texts of an entry that are searched and marked: how much each counts, and what it is called.

use super::corpus::{Style, Tag, Weight};
use crate::text::Lang;

/// A text of an entry that can hold marks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Field {
    /// The title of the entry.
    Title(Lang),
    /// Its note.
    Note(Lang),
    /// The sub-heading it stands under.
    Group(Lang),
    /// The short name of its section.
    Section(Lang),
    /// The own name of the figure with this number, counted from 0.
    FigureName(u16, Lang),
    /// The unit of the figure: as in the source, or in English words.
    FigureUnit(u16, Lang),
    /// The value of the figure in the shortest decimal form; a range as `1-2`.
    FigureValue(u16),
    /// The heading of the source.
    Heading,
    /// The sentence of the source.
    Quote,
}

impl Field {
    /// The name in the machine interface, such as `figures.0.name.zh`.
    pub fn id(self) -> String {
        match self {
            Self::Title(lang) => format!("title.{}", lang.code()),
            Self::Note(lang) => format!("note.{}", lang.code()),
            Self::Group(lang) => format!("group.{}", lang.code()),
            Self::Section(lang) => format!("section.{}", lang.code()),
            Self::FigureName(figure, lang) => format!("figures.{figure}.name.{}", lang.code()),
            Self::FigureUnit(figure, lang) => format!("figures.{figure}.unit.{}", lang.code()),
            Self::FigureValue(figure) => format!("figures.{figure}.value"),
            Self::Heading => "source.heading".to_owned(),
            Self::Quote => "source.quote".to_owned(),
        }
    }

    /// Titles count before names of figures, these before values, groups, notes, the sentence,
    /// and last what an entry shares with its whole section.
    pub(super) const fn weight(self) -> Weight {
        match self {
            Self::Title(_) => 0,
            Self::FigureName(..) => SYNONYM,
            Self::FigureValue(_) | Self::FigureUnit(..) => 2,
            Self::Group(_) => 3,
            Self::Note(_) => NOTE,
            Self::Quote => 5,
            Self::Section(_) => 6,
            Self::Heading => 7,
        }
    }

    pub(super) const fn style(self) -> Style {
        match self {
            Self::Title(_) | Self::FigureName(..) | Self::Group(_) | Self::Section(_) => Style::Name,
            Self::FigureValue(_) | Self::FigureUnit(..) => Style::Quantity,
            _ => Style::Text,
        }
    }
}

impl Field {
    /// The field as a tag of the corpus: its kind, its language, and the number of its figure.
    pub(super) fn tag(self) -> Tag {
        let (kind, lang, figure) = match self {
            Self::Title(lang) => (0, lang, 0),
            Self::Note(lang) => (1, lang, 0),
            Self::Group(lang) => (2, lang, 0),
            Self::Section(lang) => (3, lang, 0),
            Self::FigureName(figure, lang) => (4, lang, figure),
            Self::FigureUnit(figure, lang) => (5, lang, figure),
            Self::FigureValue(figure) => (6, Lang::Zh, figure),
            Self::Heading => (7, Lang::Zh, 0),
            Self::Quote => (8, Lang::Zh, 0),
        };
        kind | Tag::from(lang == Lang::En) << 4 | figure.min(FIGURES) << 5
    }

    /// The field of a tag.
    pub(super) const fn of(tag: Tag) -> Self {
        let lang = if tag >> 4 & 1 == 0 { Lang::Zh } else { Lang::En };
        let figure = tag >> 5;
        match tag & 15 {
            0 => Self::Title(lang),
            1 => Self::Note(lang),
            2 => Self::Group(lang),
            3 => Self::Section(lang),
            4 => Self::FigureName(figure, lang),
            5 => Self::FigureUnit(figure, lang),
            6 => Self::FigureValue(figure),
            7 => Self::Heading,
            _ => Self::Quote,
        }
    }
}

/// The last figure of an entry that has a tag of its own.
const FIGURES: u16 = u16::MAX >> 5;

/// A synonym counts as much as the name of a figure.
pub(super) const SYNONYM: Weight = 1;
/// Words that stand where a number would, and who received an honour, count as a note.
pub(super) const NOTE: Weight = 4;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_tag_gives_its_field_back() {
        for lang in Lang::ALL {
            for field in [
                Field::Title(lang),
                Field::Note(lang),
                Field::Group(lang),
                Field::Section(lang),
                Field::FigureName(3, lang),
                Field::FigureUnit(2047, lang),
                Field::FigureValue(12),
                Field::Heading,
                Field::Quote,
            ] {
                assert_eq!(Field::of(field.tag()), field);
            }
        }
    }
}
