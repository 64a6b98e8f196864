//! The settings, the values they take, and which of several sources decides.

use crate::text::Lang;

/// A value and what decided it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Chosen<T> {
    /// The value.
    pub value: T,
    /// Where it came from.
    pub origin: Origin,
}

/// What decided a value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Origin {
    /// An argument: `--theme`.
    Argument(&'static str),
    /// A variable of the environment: `NO_COLOR`.
    Environment(&'static str),
    /// A line of the configuration file, counted from 1.
    File(usize),
    /// Nothing; the program's own choice.
    Default,
}

/// The values of `language`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Language {
    /// Chinese.
    Zh,
    /// English.
    En,
    /// As the locale says.
    Auto,
}

impl Language {
    /// All values, as they are told to a user.
    pub const ALL: [Self; 3] = [Self::Zh, Self::En, Self::Auto];

    /// The name in the file and in arguments.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Zh => "zh",
            Self::En => "en",
            Self::Auto => "auto",
        }
    }

    /// The language that this names; `None` for the locale's.
    const fn lang(self) -> Option<Lang> {
        match self {
            Self::Zh => Some(Lang::Zh),
            Self::En => Some(Lang::En),
            Self::Auto => None,
        }
    }
}

impl From<Lang> for Language {
    fn from(lang: Lang) -> Self {
        match lang {
            Lang::Zh => Self::Zh,
            Lang::En => Self::En,
        }
    }
}

/// The values of `theme`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Theme {
    /// The terminal's own colours.
    Auto,
    /// No colours.
    Mono,
}

impl Theme {
    /// All values, as they are told to a user.
    pub const ALL: [Self; 2] = [Self::Auto, Self::Mono];

    /// The name in the file and in arguments.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Auto => "auto",
            Self::Mono => "mono",
        }
    }
}

/// The values of `start`: the panes from left to right.
pub const PANES: [&str; 6] = ["overview", "review", "honours", "tasks", "targets", "compare"];

/// What one source says; most of them are silent about most settings.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Choices {
    /// The language.
    pub language: Option<Chosen<Language>>,
    /// The theme.
    pub theme: Option<Chosen<Theme>>,
    /// Whether to draw with ASCII only.
    pub ascii: Option<Chosen<bool>>,
    /// Whether the mouse works at the start.
    pub mouse: Option<Chosen<bool>>,
    /// The pane to begin in, one of [`PANES`].
    pub start: Option<Chosen<&'static str>>,
}

/// The settings in force.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Settings {
    /// The language.
    pub language: Chosen<Lang>,
    /// The theme.
    pub theme: Chosen<Theme>,
    /// Whether to draw with ASCII only.
    pub ascii: Chosen<bool>,
    /// Whether the mouse works at the start.
    pub mouse: Chosen<bool>,
    /// The pane to begin in, one of [`PANES`]; `None` begins where the last run ended.
    pub start: Chosen<Option<&'static str>>,
}

impl Settings {
    /// The settings by the three sources that can say something, the strongest first.
    pub fn of(arguments: &Choices, environment: &Choices, file: &Choices) -> Self {
        let sources = [arguments, environment, file];
        Self {
            language: language(sources),
            theme: first(sources, |source| source.theme, Theme::Auto),
            ascii: first(sources, |source| source.ascii, false),
            mouse: first(sources, |source| source.mouse, false),
            start: first(sources, |source| source.start.map(|start| start.map(Some)), None),
        }
    }
}

impl<T> Chosen<T> {
    /// A value from a source.
    pub const fn new(value: T, origin: Origin) -> Self {
        Self { value, origin }
    }

    /// Another value from the same source.
    pub fn map<U>(self, change: impl FnOnce(T) -> U) -> Chosen<U> {
        Chosen { value: change(self.value), origin: self.origin }
    }
}

fn first<T>(sources: [&Choices; 3], of: impl Fn(&Choices) -> Option<Chosen<T>>, otherwise: T) -> Chosen<T> {
    sources.into_iter().find_map(of).unwrap_or(Chosen::new(otherwise, Origin::Default))
}

/// The language: an `auto` hands the choice to the locale, past the file where
/// it is an argument; in the file it says no more than silence would.
fn language([arguments, environment, file]: [&Choices; 3]) -> Chosen<Lang> {
    let named = |source: &Choices| {
        let chosen = source.language?;
        Some(Chosen::new(chosen.value.lang()?, chosen.origin))
    };
    let file = if arguments.language.is_some() { None } else { named(file) };
    // Without a word from anywhere the report's own language is shown.
    let otherwise = Chosen::new(Lang::Zh, Origin::Default);
    named(arguments).or_else(|| named(environment)).or(file).unwrap_or(otherwise)
}

#[cfg(test)]
mod tests {
    use super::{Choices, Chosen, Language, Origin, Settings, Theme};
    use crate::text::Lang;

    fn language(from: Origin, value: Language) -> Choices {
        Choices { language: Some(Chosen::new(value, from)), ..Choices::default() }
    }

    #[test]
    fn the_strongest_source_that_says_something_decides() {
        let none = Choices::default();
        let theme = |origin, value| Choices { theme: Some(Chosen::new(value, origin)), ..Choices::default() };
        let argument = theme(Origin::Argument("--theme"), Theme::Auto);
        let environment = theme(Origin::Environment("NO_COLOR"), Theme::Mono);
        let file = theme(Origin::File(3), Theme::Auto);
        let origin = |a: &Choices, e: &Choices, f: &Choices| Settings::of(a, e, f).theme.origin;
        assert_eq!(origin(&argument, &environment, &file), Origin::Argument("--theme"));
        assert_eq!(origin(&none, &environment, &file), Origin::Environment("NO_COLOR"));
        assert_eq!(origin(&none, &none, &file), Origin::File(3));
        assert_eq!(origin(&none, &none, &none), Origin::Default);
    }

    #[test]
    fn auto_hands_the_language_to_the_locale() {
        let none = Choices::default();
        let auto = language(Origin::Argument("--lang"), Language::Auto);
        let locale = language(Origin::Environment("LANG"), Language::En);
        let file = language(Origin::File(1), Language::En);
        assert_eq!(Settings::of(&auto, &locale, &file).language, Chosen::new(Lang::En, Origin::Environment("LANG")));
        assert_eq!(Settings::of(&auto, &none, &file).language, Chosen::new(Lang::Zh, Origin::Default));
        assert_eq!(Settings::of(&none, &none, &file).language, Chosen::new(Lang::En, Origin::File(1)));
        let silent = language(Origin::File(1), Language::Auto);
        assert_eq!(Settings::of(&none, &none, &silent).language, Chosen::new(Lang::Zh, Origin::Default));
    }
}
