//! What the process finds around itself: language, character set, colour, and where its output goes.
//! Read once at the start and passed on, so that nothing below asks the environment again.

use std::io::{self, IsTerminal};

use crate::text::{Label, Lang};

/// The environment as far as the program looks at it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Env {
    /// The variables of the locale.
    pub locale: Locale,
    /// `NO_COLOR`, where it is set and not empty.
    pub no_color: bool,
    /// Whether the terminal calls itself `dumb`.
    pub dumb: bool,
    /// The width of the terminal that standard output goes to; `None` for a file or a pipe.
    pub columns: Option<usize>,
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

/// The width that a terminal is taken to have when it does not tell.
const COLUMNS: usize = 80;

impl Env {
    /// The environment of this process.
    pub fn of_process() -> Self {
        let get = |name| std::env::var_os(name).map(|value| value.to_string_lossy().into_owned());
        Self {
            locale: Locale {
                all: get("LC_ALL"),
                messages: get("LC_MESSAGES"),
                ctype: get("LC_CTYPE"),
                lang: get("LANG"),
            },
            no_color: get("NO_COLOR").is_some_and(|value| !value.is_empty()),
            dumb: get("TERM").is_some_and(|value| value == "dumb"),
            columns: io::stdout().is_terminal().then(columns),
        }
    }

    /// The language that the locale asks for.
    pub fn lang(&self) -> Lang {
        let locale = &self.locale;
        lang_from_env(locale.all.as_deref(), locale.messages.as_deref(), locale.lang.as_deref())
    }

    /// Whether standard output is a terminal.
    pub const fn is_terminal(&self) -> bool {
        self.columns.is_some()
    }

    /// Whether printed text takes colour unless an argument decides.
    pub const fn takes_color(&self) -> bool {
        self.is_terminal() && !self.no_color && !self.dumb
    }
}

fn columns() -> usize {
    let told = crossterm::terminal::size().map_or(0, |(columns, _)| usize::from(columns));
    if told == 0 { COLUMNS } else { told }
}

/// The first variable that is set and not empty; an empty one counts as unset (POSIX, section 8.2).
fn first(variables: [Option<&str>; 3]) -> Option<&str> {
    variables.into_iter().flatten().find(|value| !value.is_empty())
}

/// The language for `LC_ALL`, `LC_MESSAGES` and `LANG`: Chinese for zh*, C, POSIX
/// and none, since the report is Chinese; English for any other.
pub fn lang_from_env(lc_all: Option<&str>, lc_messages: Option<&str>, lang: Option<&str>) -> Lang {
    match first([lc_all, lc_messages, lang]) {
        None | Some("C" | "POSIX") => Lang::Zh,
        Some(locale) if locale.starts_with("zh") || locale.starts_with("C.") => Lang::Zh,
        Some(_) => Lang::En,
    }
}

/// What to tell a reader whose locale is not UTF-8, since 汉字 may not come out
/// right there. Windows has no such variables and no such hint.
pub fn locale_hint(env: &Env) -> Option<Label> {
    let locale = &env.locale;
    let charset = first([locale.all.as_deref(), locale.ctype.as_deref(), locale.lang.as_deref()]).unwrap_or("C");
    let charset = charset.to_ascii_lowercase();
    let fits = charset.contains("utf-8") || charset.contains("utf8");
    (!cfg!(windows) && !fits).then_some(Label::new(
        "当前区域设置不是 UTF-8，汉字可能显示不正常；可先执行 export LC_CTYPE=C.UTF-8。",
        "The locale is not UTF-8, so Chinese characters may come out wrong; try export LC_CTYPE=C.UTF-8.",
    ))
}

#[cfg(test)]
mod tests {
    use super::{Env, Lang, Locale, lang_from_env, locale_hint};

    #[test]
    fn the_first_variable_that_says_something_decides_the_language() {
        for (variables, lang) in [
            ([None, None, None], Lang::Zh),
            ([None, None, Some("en_GB.UTF-8")], Lang::En),
            ([None, Some("zh_TW.UTF-8"), Some("en_GB.UTF-8")], Lang::Zh),
            ([Some("fr_FR"), Some("zh_CN"), Some("zh_CN")], Lang::En),
            ([Some(""), Some(""), Some("de_DE.UTF-8")], Lang::En),
            ([Some("C"), None, Some("en_US.UTF-8")], Lang::Zh),
            ([Some("C.UTF-8"), None, None], Lang::Zh),
            ([Some("POSIX"), None, None], Lang::Zh),
            ([Some("Catalan"), None, None], Lang::En),
        ] {
            let [all, messages, own] = variables;
            assert_eq!(lang_from_env(all, messages, own), lang, "{variables:?}");
        }
    }

    #[test]
    fn only_a_locale_without_utf8_gets_a_hint() {
        let hint = |all: Option<&str>, ctype: Option<&str>, lang: Option<&str>| {
            let own = |value: Option<&str>| value.map(str::to_owned);
            let locale = Locale { all: own(all), messages: None, ctype: own(ctype), lang: own(lang) };
            locale_hint(&Env { locale, ..Env::default() }).is_some()
        };
        if cfg!(windows) {
            return;
        }
        assert!(!hint(None, None, Some("zh_CN.UTF-8")));
        assert!(!hint(Some(""), Some("C.utf8"), Some("C")));
        assert!(hint(Some("POSIX"), Some("C.utf8"), None));
        assert!(hint(None, None, Some("zh_CN.GB18030")));
        assert!(hint(None, None, None));
    }
}
