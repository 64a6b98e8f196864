//! The configuration file: TOML, read once at the start, never written.
//! What is wrong in it costs the line it stands in and no more.

use std::io::{self, ErrorKind};
use std::path::Path;

use toml::de::{DeTable, DeValue};

use super::choice::{Choices, Chosen, Language, Origin, PANES, Theme};
use crate::disk;
use crate::report::Fault;
use crate::text::{Bilingual, Label, clean};

/// What the configuration file says.
#[derive(Debug, Default)]
pub struct Config {
    /// Whether there is such a file.
    pub exists: bool,
    /// The choices of the lines that are right.
    pub choices: Choices,
    /// The faults of the lines that are wrong, in the order of the file.
    pub faults: Vec<Fault>,
    /// Why the system did not let us read it.
    pub unreadable: Option<io::Error>,
}

/// The keys in the order they are told to a user.
const KEYS: [&str; 5] = ["language", "theme", "ascii", "mouse", "start"];

/// The most bytes that are read; five settings with comments need far less.
const LIMIT: u64 = 1 << 16;

/// The broken lines after which a file is not TOML at all.
const BROKEN: usize = 10;

impl Config {
    /// Reads a file. One that does not exist says nothing, and so does no file at all.
    pub fn read(file: Option<&Path>) -> Self {
        let Some(file) = file else {
            return Self::default();
        };
        match bytes_of(file) {
            Ok(bytes) => Self::of(&bytes, &clean(&file.to_string_lossy())),
            Err(error) if matches!(error.kind(), ErrorKind::NotFound | ErrorKind::NotADirectory) => Self::default(),
            Err(error) if error.kind() == ErrorKind::FileTooLarge => Self::too_large(&clean(&file.to_string_lossy())),
            Err(error) => Self { exists: true, unreadable: Some(error), ..Self::default() },
        }
    }

    /// The settings in `bytes`, the content of a file of this name.
    pub fn of(bytes: &[u8], file: &str) -> Self {
        let mut reading = Reading { file, config: Self { exists: true, ..Self::default() } };
        let text = String::from_utf8_lossy(bytes);
        let mut lines: Vec<&str> = text.split('\n').collect();
        reading.not_text(&mut lines);
        for _ in 0..BROKEN {
            let Some(broken) = reading.lines(&lines.join("\n")) else { break };
            // Read again without it: a parser that goes on after an error guesses.
            match lines.get_mut(broken - 1).filter(|line| !line.is_empty()) {
                Some(line) => *line = "",
                None => break,
            }
        }
        reading.config.faults.sort_by_key(|fault| fault.line);
        reading.config
    }
}

impl Config {
    fn too_large(file: &str) -> Self {
        let mut reading = Reading { file, config: Self { exists: true, ..Self::default() } };
        let what = Label::new("太大，不像配置文件", "too large for a configuration file");
        reading.wrong(None, what, Label::new("请检查这个文件", "check the file"));
        reading.config
    }
}

fn bytes_of(file: &Path) -> io::Result<Vec<u8>> {
    // A pipe would keep the program waiting; a folder gives an error of its own below.
    let kind = std::fs::metadata(file)?.file_type();
    if !kind.is_file() && !kind.is_dir() {
        return Err(ErrorKind::InvalidInput.into());
    }
    disk::read(file, LIMIT)
}

/// The line of a byte, counted from 1.
fn line_at(text: &str, byte: usize) -> usize {
    text.bytes().take(byte).filter(|&byte| byte == b'\n').count() + 1
}

/// A file that is being read.
struct Reading<'a> {
    file: &'a str,
    config: Config,
}

impl Reading<'_> {
    fn wrong(&mut self, line: Option<usize>, what: impl Into<Bilingual>, mend: impl Into<Bilingual>) {
        let (what, mend) = (what.into(), mend.into());
        self.config.faults.push(Fault { file: self.file.to_owned(), line, path: String::new(), what, mend });
    }

    /// Empties the lines that are not UTF-8; the first of them is told, since one cure mends all.
    fn not_text(&mut self, lines: &mut [&str]) {
        let mut told = false;
        for (number, line) in (1..).zip(lines).filter(|(_, line)| line.contains(char::REPLACEMENT_CHARACTER)) {
            if !told {
                let what = Label::new("不是 UTF-8 文字", "not UTF-8 text");
                self.wrong(Some(number), what, Label::new("请把文件存成 UTF-8", "save the file as UTF-8"));
            }
            told = true;
            *line = "";
        }
    }

    /// Takes the settings; or tells of the first line that is not TOML, takes nothing, and names the line.
    fn lines(&mut self, text: &str) -> Option<usize> {
        match DeTable::parse(text) {
            Ok(table) => {
                for (key, value) in table.get_ref() {
                    self.setting(line_at(text, key.span().start), key.get_ref(), value.get_ref());
                }
                None
            }
            Err(error) => {
                let line = line_at(text, error.span().map_or(0, |span| span.start));
                self.not_toml(line, error.message());
                Some(line)
            }
        }
    }

    fn not_toml(&mut self, line: usize, message: &str) {
        if message.contains("duplicate") {
            let what = Label::new("同一个设置写了两次", "the same setting twice");
            self.wrong(Some(line), what, Label::new("请只留一行", "keep one of the lines"));
        } else {
            let what = Label::new("不合 TOML 写法", "not TOML");
            let mend = Label::new(
                "请写成“名称 = 值”，文字加引号，例如 theme = \"mono\"",
                "write KEY = VALUE with quotes around words, such as theme = \"mono\"",
            );
            self.wrong(Some(line), what, mend);
        }
    }

    fn setting(&mut self, line: usize, key: &str, value: &DeValue<'_>) {
        let at = (line, key);
        match key {
            "language" => {
                self.config.choices.language = self.word(at, value, &Language::ALL.map(|value| (value.id(), value)));
            }
            "theme" => self.config.choices.theme = self.word(at, value, &Theme::ALL.map(|value| (value.id(), value))),
            "start" => self.config.choices.start = self.word(at, value, &PANES.map(|pane| (pane, pane))),
            "ascii" => self.config.choices.ascii = self.switch(at, value),
            "mouse" => self.config.choices.mouse = self.switch(at, value),
            _ => self.unknown(line, &clean(key)),
        }
    }

    /// The value of a setting that takes one of a few words.
    fn word<T: Copy>(
        &mut self,
        (line, key): (usize, &str),
        value: &DeValue<'_>,
        known: &[(&str, T)],
    ) -> Option<Chosen<T>> {
        let found = known.iter().find(|(word, _)| value.as_str() == Some(word)).map(|&(_, value)| value);
        if found.is_none() {
            let what = match value.as_str() {
                Some(word) => not_taken(key, &clean(word)),
                None => Bilingual::new(format!("{key} 要写带引号的文字"), format!("{key} takes a word in quotes")),
            };
            let words: Vec<String> = known.iter().map(|(word, _)| format!("\"{word}\"")).collect();
            let mend = Bilingual::new(format!("可用：{}", words.join("、")), format!("it takes {}", words.join(", ")));
            self.wrong(Some(line), what, mend);
        }
        found.map(|value| Chosen::new(value, Origin::File(line)))
    }

    /// The value of a setting that is on or off.
    fn switch(&mut self, (line, key): (usize, &str), value: &DeValue<'_>) -> Option<Chosen<bool>> {
        let found = value.as_bool();
        if found.is_none() {
            let what = match value.as_str() {
                Some(word) => not_taken(key, &clean(word)),
                None => Bilingual::new(format!("{key} 没有这样的值"), format!("{key} takes no such value")),
            };
            let mend = Label::new("请写 true 或 false，不加引号", "write true or false, without quotes");
            self.wrong(Some(line), what, mend);
        }
        found.map(|on| Chosen::new(on, Origin::File(line)))
    }

    fn unknown(&mut self, line: usize, key: &str) {
        let what = Bilingual::new(format!("没有“{key}”这个设置"), format!("there is no setting \"{key}\""));
        // Two slips in a word of this length still leave it recognisable.
        let near = KEYS.into_iter().min_by_key(|known| strsim::osa_distance(key, known));
        let mend = match near.filter(|known| strsim::osa_distance(key, known) <= known.len() / 3) {
            Some(near) => Bilingual::new(format!("也许是 {near}"), format!("perhaps {near} is meant")),
            None => {
                Bilingual::new(format!("可用：{}", KEYS.join("、")), format!("the settings are {}", KEYS.join(", ")))
            }
        };
        self.wrong(Some(line), what, mend);
    }
}

fn not_taken(key: &str, word: &str) -> Bilingual {
    Bilingual::new(format!("{key} 不支持 {word}"), format!("{key} does not take \"{word}\""))
}
