//! What the process finds around itself: language, character set, colour, and where its output goes.
//! Read once at the start and passed on, so that nothing below asks the environment again.

use std::io::{self, IsTerminal};

use crate::settings::{Choices, Chosen, Files, Origin, Theme};
use crate::text::{Bilingual, Lang};

/// The environment as far as the program looks at it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Env {
    /// The variables of the locale.
    pub locale: Locale,
    /// `NO_COLOR`, where it is set and not empty.
    pub no_color: bool,
    /// Whether the terminal calls itself `dumb`.
    pub dumb: bool,
    /// Whether standard output goes to a terminal.
    pub terminal: bool,
    /// `COLUMNS` and `LINES`, where they are numbers.
    pub window: [Option<u16>; 2],
    /// Where the configuration and the state are kept.
    pub files: Files,
}

/// The variables of the locale, as they are set.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Locale {
    /// `LC_ALL`.
    pub all: Option<String>,
    /// `LC_MESSAGES`.
    pub messages: Option<String>,
    /// `LC_CTYPE`.
    pub ctype: Option<String>,
    /// `LANG`.
    pub lang: Option<String>,
}

/// The size that a window is taken to have when nothing tells it.
const WINDOW: (u16, u16) = (80, 24);

impl Env {
    /// The environment of this process.
    pub fn of_process() -> Self {
        let get = |name| std::env::var_os(name).map(|value| value.to_string_lossy().into_owned());
        let number = |name| get(name)?.trim().parse().ok().filter(|&number| number > 0);
        let window = [number("COLUMNS"), number("LINES")];
        Self {
            locale: Locale {
                all: get("LC_ALL"),
                messages: get("LC_MESSAGES"),
                ctype: get("LC_CTYPE"),
                lang: get("LANG"),
            },
            no_color: get("NO_COLOR").is_some_and(|value| !value.is_empty()),
            dumb: get("TERM").is_some_and(|value| value == "dumb"),
            terminal: io::stdout().is_terminal(),
            window,
            files: Files::of_process(),
        }
    }

    /// What the environment says about the settings.
    pub fn choices(&self) -> Choices {
        let locale = &self.locale;
        let variables = [("LC_ALL", &locale.all), ("LC_MESSAGES", &locale.messages), ("LANG", &locale.lang)];
        // The first variable that is set decides, even if only by naming no language.
        let set = variables.into_iter().find_map(|(name, value)| Some((name, set(value.as_deref())?)));
        let language =
            set.and_then(|(name, value)| Some(Chosen::new(language_of(value)?.into(), Origin::Environment(name))));
        let plain = [("NO_COLOR", self.no_color), ("TERM", self.dumb)].into_iter().find(|(_, plain)| *plain);
        let theme = plain.map(|(name, _)| Chosen::new(Theme::Mono, Origin::Environment(name)));
        Choices { language, theme, ..Choices::default() }
    }

    /// Columns and rows of a window that does not tell its size.
    pub fn size(&self) -> (u16, u16) {
        let [columns, rows] = self.window;
        (columns.unwrap_or(WINDOW.0), rows.unwrap_or(WINDOW.1))
    }

    /// The width of the terminal that standard output goes to, asked of it; `None` for a file or a pipe.
    pub fn columns(&self) -> Option<usize> {
        self.terminal.then(|| columns(self.window))
    }

    /// Whether standard error is a terminal that takes a line back.
    pub fn shows_progress(&self) -> bool {
        io::stderr().is_terminal() && !self.dumb
    }

    /// Whether printed text takes colour unless an argument decides.
    pub const fn takes_color(&self) -> bool {
        self.terminal && !self.no_color && !self.dumb
    }
}

/// The columns that the terminal tells; crossterm would open another way to it.
#[cfg(unix)]
fn told() -> Option<u16> {
    rustix::termios::tcgetwinsize(io::stdout()).ok().map(|size| size.ws_col)
}

#[cfg(not(unix))]
fn told() -> Option<u16> {
    crossterm::terminal::size().ok().map(|(columns, _)| columns)
}

fn columns([columns, _]: [Option<u16>; 2]) -> usize {
    usize::from(told().filter(|&told| told > 0).or(columns).unwrap_or(WINDOW.0))
}

/// The value of a variable that is set; an empty one counts as unset (POSIX, section 8.2).
fn set(value: Option<&str>) -> Option<&str> {
    value.filter(|value| !value.is_empty())
}

/// The language that the value of a locale variable names; C and POSIX name none.
fn language_of(locale: &str) -> Option<Lang> {
    match locale {
        "C" | "POSIX" => None,
        _ if locale.starts_with("C.") => None,
        _ if locale.starts_with("zh") => Some(Lang::Zh),
        _ => Some(Lang::En),
    }
}

/// What to tell a reader whose locale is not UTF-8, since 汉字 may not come out
/// right there. Windows has no such variables and no such hint.
pub fn locale_hint(env: &Env) -> Option<Bilingual> {
    let locale = &env.locale;
    let variables = [("LC_ALL", &locale.all), ("LC_CTYPE", &locale.ctype), ("LANG", &locale.lang)];
    let in_force = variables.into_iter().find_map(|(name, value)| Some((name, set(value.as_deref())?)));
    let (name, charset) = in_force.map_or(("LANG", "C".to_owned()), |(name, value)| (name, value.to_ascii_lowercase()));
    if cfg!(windows) || charset.contains("utf-8") || charset.contains("utf8") {
        return None;
    }
    // LC_CTYPE goes before LANG and leaves the language as it is; nothing goes before LC_ALL.
    let name = if name == "LANG" { "LC_CTYPE" } else { name };
    Some(Bilingual::new(
        format!("当前区域设置不是 UTF-8，汉字可能显示不正常；可先执行 export {name}=C.UTF-8。"),
        format!("The locale is not UTF-8, so Chinese characters may come out wrong; try export {name}=C.UTF-8."),
    ))
}

#[cfg(test)]
mod tests {
    use super::{Env, Locale, locale_hint};
    use crate::settings::{Language, Origin};

    /// The language, and the variable that named it.
    fn language(variables: [Option<&str>; 3]) -> Option<(Language, Origin)> {
        let [all, messages, lang] = variables.map(|value| value.map(str::to_owned));
        let locale = Locale { all, messages, ctype: None, lang };
        Env { locale, ..Env::default() }.choices().language.map(|chosen| (chosen.value, chosen.origin))
    }

    #[test]
    fn the_first_variable_that_is_set_decides_the_language() {
        for (variables, expected) in [
            ([None, None, None], None),
            ([None, None, Some("en_GB.UTF-8")], Some((Language::En, "LANG"))),
            ([None, Some("zh_TW.UTF-8"), Some("en_GB.UTF-8")], Some((Language::Zh, "LC_MESSAGES"))),
            ([Some("fr_FR"), Some("zh_CN"), Some("zh_CN")], Some((Language::En, "LC_ALL"))),
            ([Some(""), Some(""), Some("de_DE.UTF-8")], Some((Language::En, "LANG"))),
            ([Some("C"), None, Some("en_US.UTF-8")], None),
            ([Some("C.UTF-8"), None, None], None),
            ([Some("POSIX"), None, None], None),
            ([Some("Catalan"), None, None], Some((Language::En, "LC_ALL"))),
        ] {
            let expected = expected.map(|(language, name)| (language, Origin::Environment(name)));
            assert_eq!(language(variables), expected, "{variables:?}");
        }
    }

    #[test]
    fn only_a_locale_without_utf8_gets_a_hint() {
        let hint = |all: Option<&str>, ctype: Option<&str>, lang: Option<&str>| {
            let own = |value: Option<&str>| value.map(str::to_owned);
            let locale = Locale { all: own(all), messages: None, ctype: own(ctype), lang: own(lang) };
            locale_hint(&Env { locale, ..Env::default() }).map(|hint| hint.en)
        };
        if cfg!(windows) {
            return;
        }
        assert_eq!(hint(None, None, Some("zh_CN.UTF-8")), None);
        assert_eq!(hint(Some(""), Some("C.utf8"), Some("C")), None);
        // The variable that is named goes before all that are set.
        for (all, ctype, lang, named) in [
            (Some("POSIX"), Some("C.utf8"), None, "LC_ALL"),
            (Some("zh_CN.GBK"), None, Some("zh_CN.UTF-8"), "LC_ALL"),
            (None, Some("C"), Some("zh_CN.UTF-8"), "LC_CTYPE"),
            (None, None, Some("zh_CN.GB18030"), "LC_CTYPE"),
            (None, None, None, "LC_CTYPE"),
        ] {
            let told = hint(all, ctype, lang).expect("a hint");
            assert!(told.ends_with(&format!("try export {named}=C.UTF-8.")), "{told}");
            let cured = match named {
                "LC_ALL" => hint(Some("C.UTF-8"), ctype, lang),
                _ => hint(all, Some("C.UTF-8"), lang),
            };
            assert_eq!(cured, None, "the hint comes again");
        }
    }
}
