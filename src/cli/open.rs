//! The reports that the arguments name, read into one library; the built-in one when they name none.
//! Every fault of every named file is told, so that a reader mends them in one go; what is no report in a folder is
//! named and passed over.

use std::collections::HashSet;
use std::path::{Path, PathBuf};

use super::args::SUBCOMMANDS;
use super::data::{doubts, warned};
use super::progress::Progress;
use super::words::searched;
use super::{Status, Trouble, output};
use crate::draft::Hints;
use crate::draft::input::{Content, STANDARD_INPUT};
use crate::library::{Clash, Library, threads};
use crate::loader::{self, Indexed, Loaded, Loading, Wish, content, find, passed_over, shown};
use crate::report::{Fault, check_reports};
use crate::search::{Index, Phrase, Sought};
use crate::text::{Bilingual, Label, Lang};

/// The number of faults that are told one by one.
const TOLD: usize = 10;

/// What the arguments say about the reports to open.
pub(super) struct Asked<'a> {
    /// The reports that `--report` names.
    pub(super) reports: &'a [PathBuf],
    /// The files that stand without a sub-command.
    pub(super) files: &'a [PathBuf],
    /// What is said of those that do not say it themselves.
    pub(super) hints: &'a Hints,
}

impl<'a> Asked<'a> {
    /// All files and folders that are named.
    fn files(&self) -> impl Iterator<Item = &'a PathBuf> {
        self.reports.iter().chain(self.files)
    }
}

/// What is to be done with the reports while they are read.
#[derive(Default)]
pub(super) struct Need {
    /// When they are indexed for the search.
    pub(super) indexed: Indexed,
    /// This is to be counted in them.
    pub(super) phrase: Option<Phrase>,
    /// What is looked for in them, where that is known.
    pub(super) sought: Option<Sought>,
    /// Whether heads and figures are all that is asked of them.
    pub(super) heads: bool,
    /// Whether standard error tells how far it is.
    pub(super) progress: bool,
}

/// The reports that are asked for.
#[derive(Default)]
pub(super) struct Opened {
    pub(super) library: Library,
    /// What is searched; none where that was not asked for, or is made when it is.
    pub(super) index: Option<Index>,
}

/// All reports that are asked for.
pub(super) fn open(asked: &Asked<'_>, need: Need, lang: Lang) -> Result<Opened, Trouble> {
    let Some((mut opened, mut coming)) = Coming::begin(asked, need, lang)? else {
        return built_in(lang);
    };
    while coming.step(&mut opened.library, &mut opened.index) {}
    coming.end(&opened.library).map(|()| opened)
}

/// The first of the reports that are asked for, and the rest where a folder is: what is printed report by report does
/// not wait until all are read. Two come first, for an id tells its report where there are several.
pub(super) fn open_some(asked: &Asked<'_>, need: Need, lang: Lang) -> Result<(Opened, Option<Coming>), Trouble> {
    // What is wrong with a file that is named is told instead of what the others hold.
    if !asked.files().any(|file| file.is_dir()) {
        return open(asked, need, lang).map(|opened| (opened, None));
    }
    let Some((mut opened, mut coming)) = Coming::begin(asked, need, lang)? else {
        return built_in(lang).map(|opened| (opened, None));
    };
    while opened.library.count() < 2 || !coming.opening.faults.is_empty() {
        if !coming.step(&mut opened.library, &mut opened.index) {
            return coming.end(&opened.library).map(|()| (opened, None));
        }
    }
    Ok((opened, Some(coming)))
}

/// Reports that are still being read, with the line that tells how far that is.
pub(super) struct Coming {
    opening: Opening,
    progress: Progress,
    lang: Lang,
}

impl Coming {
    fn begin(asked: &Asked<'_>, need: Need, lang: Lang) -> Result<Option<(Opened, Self)>, Trouble> {
        let progress = Progress::new(lang, need.progress);
        let Some((opened, mut opening)) = Opening::begin(asked, need, lang)? else {
            return Ok(None);
        };
        opening.loading.go_on();
        Ok(Some((opened, Self { opening, progress, lang })))
    }

    /// Takes in what comes next; whether there was something.
    pub(super) fn step(&mut self, library: &mut Library, index: &mut Option<Index>) -> bool {
        let more = self.opening.step(library, index);
        self.progress.tell(library.count(), self.opening.loading.expected());
        more
    }

    /// Says what there is to say of what was read.
    pub(super) fn end(self, library: &Library) -> Result<(), Trouble> {
        drop(self.progress);
        self.opening.end(library, self.lang)
    }
}

/// The first of the reports that are asked for, and those that are still being read. A few small files are all read
/// at once.
pub(super) fn open_first(asked: &Asked<'_>, lang: Lang) -> Result<(Opened, Option<Loading>), Trouble> {
    let need = Need { indexed: Indexed::Shown, ..Need::default() };
    let Some((mut opened, mut opening)) = Opening::begin(asked, need, lang)? else {
        return built_in(lang).map(|opened| (opened, None));
    };
    let small = opening.loading.is_small();
    while (small || opened.library.count() == 0) && opening.step(&mut opened.library, &mut opened.index) {}
    if small || opened.library.count() == 0 {
        // So little is indexed when it is first searched.
        opened.index = None;
        return opening.end(&opened.library, lang).map(|()| (opened, None));
    }
    // What comes later is told in the browser.
    let said: Vec<String> = sentences(&opening.unknown, lang).iter().map(|said| warned(said, lang)).collect();
    output::told(&said, Status::Done);
    Ok((opened, Some(opening.loading)))
}

fn built_in(lang: Lang) -> Result<Opened, Trouble> {
    let library = Library::built_in().map_err(|faults| told(&faults, lang))?;
    Ok(Opened { library, index: None })
}

/// Reports while they are opened.
struct Opening {
    loading: Loading,
    /// The files that were named, as they are told.
    named: HashSet<String>,
    files: Vec<PathBuf>,
    faults: Vec<Fault>,
    passed: Vec<Fault>,
    unknown: Vec<Fault>,
}

impl Opening {
    /// Begins to read; `None` where no file is named.
    fn begin(asked: &Asked<'_>, need: Need, lang: Lang) -> Result<Option<(Opened, Self)>, Trouble> {
        if let Some(trouble) = asked.files.iter().find_map(|file| mistaken(file, lang)) {
            return Err(trouble);
        }
        if asked.reports.is_empty() && asked.files.is_empty() {
            return Ok(None);
        }
        let lexicon = Library::built_in_lexicon();
        let files: Vec<PathBuf> = asked.files().cloned().collect();
        let loader::Files { found, faults, passed } = find(&files);
        let named = files.iter().map(|file| shown(file)).collect();
        let library = Library::empty(lexicon.clone());
        let opened = Opened {
            library: if need.heads { library.without_shelf() } else { library },
            index: (need.indexed != Indexed::Never).then(Index::default),
        };
        let wish = Wish {
            hints: asked.hints.clone(),
            lexicon,
            indexed: need.indexed,
            phrase: need.phrase,
            sought: need.sought,
        };
        let loading = Loading::start(found, wish, threads());
        Ok(Some((opened, Self { loading, named, files, faults, passed, unknown: Vec::new() })))
    }

    /// Takes in what comes next; whether there was something.
    fn step(&mut self, library: &mut Library, index: &mut Option<Index>) -> bool {
        let Some(loaded) = self.loading.next() else {
            return false;
        };
        let Loaded { batch, part, lexicon, faults, passed, unknown } = loaded;
        self.faults.extend(faults);
        self.passed.extend(passed);
        self.unknown.extend(unknown);
        if let Some(lexicon) = lexicon {
            library.set_lexicon(lexicon);
        }
        if let Some((index, part)) = index.as_mut().zip(part) {
            index.push(part);
        }
        for clash in library.add(batch) {
            self.clash(&clash, library);
        }
        true
    }

    /// Two reports with one id: printed ids could not tell the two apart. In a folder the later one is numbered.
    fn clash(&mut self, clash: &Clash, library: &Library) {
        let [first, second] = &clash.files;
        let Some(file) = second.clone().filter(|file| self.named.contains(file)) else {
            return;
        };
        if first.as_ref() != Some(&file) {
            return self.faults.push(used_twice(&clash.id, file));
        }
        // Within one file its own check tells the line.
        let path = self.files.iter().find(|path| shown(path) == file);
        if let Some(Ok(Content::Data(text))) = path.map(|path| content(path)) {
            let lexicon = library.lexicon().clone();
            let faults = check_reports(&text, &file, lexicon).faults;
            self.faults.extend(faults.into_iter().filter(|fault| fault.path.ends_with("id")));
            self.faults.dedup();
        }
    }

    /// Says everything that there is to say of the reports that were opened.
    fn end(self, library: &Library, lang: Lang) -> Result<(), Trouble> {
        let Self { named, files, faults, passed, unknown, .. } = self;
        let mut lines: Vec<String> = passed.iter().map(|fault| passed_over(fault).get(lang).to_owned()).collect();
        if !faults.is_empty() {
            lines.extend(sentences(&faults, lang));
            return Err(Trouble { lines, status: Status::Data });
        }
        if library.count() == 0 {
            lines.extend(files.iter().map(|file| no_reports(&shown(file)).get(lang).to_owned()));
            return Err(Trouble { lines, status: Status::Data });
        }
        lines.extend(sentences(&unknown, lang).iter().map(|said| warned(said, lang)));
        for (_, head) in library.heads() {
            // In a folder `reports` tells them, for there may be hundreds.
            if let Some(file) = head.file.as_deref().filter(|file| named.contains(*file)) {
                lines.extend(doubts(file, &head.doubts, lang));
            }
        }
        output::told(&lines, Status::Done);
        Ok(())
    }
}

fn used_twice(id: &str, file: String) -> Fault {
    Fault {
        file,
        line: None,
        path: "id".to_owned(),
        what: Bilingual::new(
            format!("报告编号“{id}”在另一个文件里已有"),
            format!("another file already has the report id \"{id}\""),
        ),
        mend: Label::new("请只打开其中一份，或改掉一个编号", "open only one of them, or change one of the ids").into(),
    }
}

pub(super) fn no_reports(folder: &str) -> Bilingual {
    Bilingual::new(
        format!("{folder}：里面没有工作报告；请换一个文件夹。"),
        format!("{folder}: there is no work report in it; name another folder."),
    )
}

fn told(faults: &[Fault], lang: Lang) -> Trouble {
    Trouble { lines: sentences(faults, lang), status: Status::Data }
}

/// The sentences of `faults`, not more than a reader can take in.
pub(super) fn sentences(faults: &[Fault], lang: Lang) -> Vec<String> {
    let mut lines: Vec<String> = faults.iter().take(TOLD).map(|fault| fault.sentence(lang)).collect();
    if let Some(more) = faults.len().checked_sub(TOLD).filter(|&more| more > 0) {
        let rest = Bilingual::new(format!("另有 {more} 处问题。"), format!("Further faults: {more}."));
        lines.push(rest.get(lang).to_owned());
    }
    lines
}

/// What a word without such a file was probably meant to be.
fn mistaken(file: &Path, lang: Lang) -> Option<Trouble> {
    if file.exists() || file == Path::new(STANDARD_INPUT) {
        return None;
    }
    let word = shown(file);
    if let Some(meant) = meant(&word) {
        let said = Bilingual::new(
            format!("没有文件“{word}”；是不是 {meant}？子命令写在最前，报告用 --report FILE。"),
            format!("There is no file \"{word}\"; is it {meant}? A sub-command comes first, a report after --report."),
        );
        return Some(Trouble { lines: vec![said.get(lang).to_owned()], status: Status::Usage });
    }
    if word.contains(['/', '\\', '.']) {
        return None;
    }
    // Nothing about the word says that it is a path: it may as well be a query.
    let what = Label::new("没有这个文件", "no such file");
    let mend = Bilingual::new(
        format!("请检查路径，要搜索请用 {}", searched(&word)),
        format!("check the path, or search with {}", searched(&word)),
    );
    let fault = Fault { file: word, line: None, path: String::new(), what: what.into(), mend };
    Some(told(&[fault], lang))
}

/// The command line that `word` resembles.
fn meant(word: &str) -> Option<String> {
    let word = word.to_lowercase();
    match word.as_str() {
        "help" => return Some("sulan --help".to_owned()),
        "version" => return Some("sulan --version".to_owned()),
        _ => {}
    }
    let near = |sub: &&str| {
        let begins = word.len() >= 2 && sub.starts_with(word.as_str());
        // Two slips in a word of six letters still leave it recognisable; one in a short word.
        begins || strsim::osa_distance(&word, sub) <= sub.len() / 3
    };
    let best = SUBCOMMANDS.into_iter().filter(near).min_by_key(|sub| strsim::osa_distance(&word, sub));
    best.map(|sub| format!("sulan {sub}"))
}

#[cfg(test)]
mod tests {
    use super::meant;

    #[test]
    fn a_slip_of_the_finger_is_recognised_and_a_file_name_is_not() {
        for (word, sub) in
            [("lisst", "list"), ("List", "list"), ("serach", "search"), ("comp", "compare"), ("shwo", "show")]
        {
            assert_eq!(meant(word), Some(format!("sulan {sub}")), "{word}");
        }
        for word in ["report.json", "列表", "s", "last.json", "lists/a", "jilin"] {
            assert_eq!(meant(word), None, "{word}");
        }
    }
}
