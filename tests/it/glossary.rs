//! The wording of the built-in report: one spelling, one form of a size, one word for a thing, and
//! the verb wherever a bare noun with a number would read as a stock.

use std::collections::{BTreeMap, BTreeSet};

use sulan::library::Library;
use sulan::report::{Basis, Entry, Figure, Honour, Lead, Report, Section, Tab, read_lexicon};
use sulan::text::{Bilingual, width};

fn library() -> Library {
    Library::built_in().expect("the built-in data is without a fault")
}

fn report(library: &Library) -> &Report {
    library.reports().next().expect("the built-in library holds a report")
}

fn entries(report: &Report) -> impl Iterator<Item = &Entry> {
    report.sections().iter().flat_map(Section::entries)
}

/// Every English text that a reader sees, with its place. Synonyms are typed, not read.
fn english(library: &Library) -> Vec<(&str, &str)> {
    let report = report(library);
    let mut texts: Vec<(&str, &str)> = Vec::new();
    texts.extend(report.sections().iter().map(|section| (section.id(), &*section.name().en)));
    for entry in entries(report) {
        texts.extend(read(entry).map(|text| (entry.id(), &*text.en)));
        texts.extend(entry.figures().iter().filter_map(|figure| Some((entry.id(), figure.unit_en()?))));
    }
    for comparison in report.comparisons() {
        texts.extend([comparison.name(), comparison.why()].map(|text| (comparison.result(), &*text.en)));
    }
    let lexicon = library.lexicon();
    for unit in lexicon.units() {
        texts.push((unit.zh(), unit.en()));
        texts.extend(unit.help().map(|help| (unit.zh(), &*help.en)));
    }
    texts.extend(lexicon.indicators().iter().map(|indicator| (indicator.id(), indicator.en())));
    for term in lexicon.terms() {
        texts.push((term.zh(), term.en()));
        texts.extend(term.note().map(|note| (term.zh(), &*note.en)));
    }
    texts
}

/// The texts of an entry, in both languages.
fn read(entry: &Entry) -> impl Iterator<Item = &Bilingual> {
    let recipient = entry.honour().and_then(Honour::recipient);
    let own = [Some(entry.title()), entry.note(), entry.group(), entry.words(), recipient];
    own.into_iter().flatten().chain(entry.figures().iter().filter_map(Figure::name))
}

/// All differences in one message.
fn none(problems: &[String], about: &str) {
    assert!(problems.is_empty(), "{about}: {} difference(s)\n{}", problems.len(), problems.join("\n"));
}

/// The words of a text in small letters.
fn words(text: &str) -> Vec<String> {
    let word = |word: &str| word.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase();
    text.split(|c: char| c.is_whitespace() || matches!(c, '/' | '-' | '–' | '“' | '”')).map(word).collect()
}

/// Words that end in `-ise` or `-yse` in one of the two spellings, or are spelt in two ways; the form
/// that the report uses stands on the right.
const SPELLINGS: &[(&str, &str)] = &[
    ("izat", "isat"),
    ("ized", "ised"),
    ("izing", "ising"),
    ("ize", "ise"),
    ("izes", "ises"),
    ("yze", "yse"),
    ("center", "centre"),
    ("fiber", "fibre"),
    ("meter", "metre"),
    ("theater", "theatre"),
    ("labor", "labour"),
    ("honor", "honour"),
    ("harbor", "harbour"),
    ("program", "programme"),
    ("catalog", "catalogue"),
    ("defense", "defence"),
    ("traveler", "traveller"),
    ("plow", "plough"),
    ("gray", "grey"),
];

/// Names that their owners spell so.
const OWN_SPELLING: &[&str] = &["Green Rural Revival Program"];

#[test]
fn the_english_has_one_spelling() {
    let library = library();
    let mut problems = Vec::new();
    for (place, text) in english(&library) {
        let rest = OWN_SPELLING.iter().fold(text.to_owned(), |text, name| text.replace(name, ""));
        for word in words(&rest) {
            for (wrong, right) in SPELLINGS {
                let whole = word.strip_suffix('s').unwrap_or(&word) == *wrong;
                let ends = word.ends_with(wrong)
                    && wrong.starts_with(['i', 'y'])
                    && !matches!(&*word, "size" | "sized" | "prize");
                if whole || ends || (word.contains("izat") && *wrong == "izat") {
                    problems.push(format!("{place}: {word} in {text:?}, elsewhere -{right}"));
                }
            }
        }
    }
    none(&problems, "spellings");
}

/// A thing, the words for it that the report leaves, and the one it uses.
const ONE_WORD: &[(&str, &[&str], &str)] = &[
    ("夜间", &["night consumption", "night cluster", "nighttime", "night economy"], "night-time"),
    ("羊", &["sheep raised"], "sheep and goats"),
    ("养老保险费", &["dues", "premium"], "contributions"),
    ("充电桩", &["charger", "charging pile", "charging station"], "charging points"),
    ("老旧小区", &["old housing", "old neighbourhood", "old residential quarter"], "old estates"),
    ("老旧小区改造", &["renovation", "refurbish"], "renewal"),
    ("长者食堂", &["dining hall", "senior canteen"], "elderly canteens"),
    ("养老", &["senior care", "care home", "aged care", "old-age"], "elderly care"),
    ("四好", &["four goods", "four good "], "four-good"),
    ("新馆", &["new premises"], "new museum"),
    ("必须统筹", &["relations to coordinate", "relations named"], "relationships"),
    ("新质生产力", &["new industry", "new productive forces"], "new quality productive forces"),
    ("中心", &["subcentre", "sub-center"], "sub-centre"),
    ("文旅", &["cultural tourism", "culture and travel"], "culture-tourism"),
    ("脱贫人口", &["poor people", "the poor", "impoverished"], "people lifted out of poverty"),
    ("重残", &["severely disabled", "heavily disabled", "handicapped"], "severe disabilities"),
    ("液化气", &["converted", "conversion"], "liquefied-gas network renewal"),
    ("以上", &["and more"], "or more"),
];

#[test]
fn a_thing_has_one_english_word() {
    let library = library();
    let mut problems = Vec::new();
    for (place, text) in english(&library) {
        let read = text.to_lowercase();
        for (thing, others, right) in ONE_WORD {
            for other in others.iter().filter(|other| read.contains(**other)) {
                problems.push(format!("{place}: {other:?} in {text:?}; {thing} is {right} elsewhere"));
            }
        }
    }
    none(&problems, "words for one thing");
}

#[test]
fn a_size_is_written_as_the_screens_write_it() {
    let library = library();
    // 270 m, 9.528 bn, 100,000; spelt out only in a sentence that explains a unit or an indicator.
    let mut problems = Vec::new();
    for (place, text) in english(&library) {
        let characters: Vec<char> = text.chars().collect();
        for (at, pair) in characters.windows(2).enumerate() {
            let [digit, letter] = pair else { continue };
            if !digit.is_ascii_digit() || !letter.is_ascii_alphabetic() {
                continue;
            }
            let run: String = characters.iter().skip(at + 1).take_while(|c| c.is_ascii_alphanumeric()).collect();
            if !matches!(&*run, "th" | "st" | "nd" | "rd" | "G") {
                problems.push(format!("{place}: {digit}{run} in {text:?}: a blank stands between number and unit"));
            }
        }
        for word in words(text).iter().filter(|word| matches!(&***word, "mn" | "mln" | "bln" | "tn" | "rmb" | "pct")) {
            problems.push(format!("{place}: {word} in {text:?}: m, bn, yuan and % are written"));
        }
        if text.contains(" %") || text.contains("km2") || text.contains("m2") {
            problems.push(format!("{place}: {text:?}: the sign follows the number, and a square is m²"));
        }
    }
    none(&problems, "sizes");
}

/// What the source does with the things that it counts: one of these stands in title, figure name,
/// note or group of every count.
const VERBS: &[&str] = &[
    "新增",
    "新建",
    "建成",
    "建设",
    "组建",
    "打造",
    "改造",
    "改扩建",
    "盘活",
    "启动",
    "完成",
    "完工",
    "竣工",
    "开复工",
    "签约",
    "开工",
    "获评",
    "维修",
    "整治",
    "修复",
    "更新",
    "配建",
    "点亮",
    "开放",
    "推出",
    "解决",
    "落实",
    "入驻",
    "实现",
    "提升",
    "提质",
    "组织",
    "实施",
    "开展",
    "培养",
    "培训",
    "资助",
    "优化",
    "发展到",
    "转移",
    "连续",
    "推广",
    "新签约",
    "发放",
    "举办",
];

#[test]
fn a_number_of_things_says_what_is_done_with_them() {
    let library = library();
    let mut problems = Vec::new();
    for section in report(&library).sections().iter().filter(|section| section.tab() != Tab::Honours) {
        for entry in section.entries() {
            let texts = [Some(entry.title()), entry.note()];
            for figure in entry.figures().iter().filter(|figure| figure.basis() == Basis::Count) {
                let told: String = texts.into_iter().flatten().chain(figure.name()).map(|text| &*text.zh).collect();
                if !VERBS.iter().any(|verb| told.contains(verb)) {
                    problems.push(format!("{} {} {}: {told}", entry.id(), figure.value(), figure.unit()));
                }
            }
        }
    }
    none(&problems, "counts without a verb");
}

/// English of the same: a participle for what was done, `to …` for what is promised, or a noun of action.
#[test]
fn an_english_number_of_things_says_what_is_done_with_them() {
    let action = |word: &str| {
        let doing = ["ed", "ing", "built", "lit", "held", "new", "renewal", "repairs", "upgrading", "aid", "into"];
        doing.iter().any(|end| if end.len() > 3 || *end == "new" { word == *end } else { word.ends_with(end) })
            || word == "to"
    };
    let library = library();
    let mut problems = Vec::new();
    for section in report(&library).sections().iter().filter(|section| section.tab() != Tab::Honours) {
        for entry in section.entries() {
            let texts = [Some(entry.title()), entry.note()];
            for figure in entry.figures().iter().filter(|figure| figure.basis() == Basis::Count) {
                let told: Vec<&str> = texts.into_iter().flatten().chain(figure.name()).map(|text| &*text.en).collect();
                if !told.iter().flat_map(|text| words(text)).any(|word| action(&word)) {
                    problems.push(format!("{} {} {}: {}", entry.id(), figure.value(), figure.unit(), told.join(" · ")));
                }
            }
        }
    }
    none(&problems, "English counts without a verb");
}

/// The most cells of an English title: of one a reader wanted the whole phrase, which lists without a number have
/// room for.
fn longest(id: &str) -> usize {
    if id == "tasks.wellbeing.retirement" { 34 } else { 30 }
}

#[test]
fn titles_and_section_names_keep_to_their_length() {
    let library = library();
    let mut problems = Vec::new();
    for section in report(&library).sections() {
        if width(&section.name().zh) > 10 || width(&section.name().en) > 12 {
            problems.push(format!("{}: {:?}", section.id(), section.name()));
        }
        for entry in section.entries().iter().filter(|_| section.tab() != Tab::Honours) {
            if width(&entry.title().zh) > 24 || width(&entry.title().en) > longest(entry.id()) {
                problems.push(format!("{}: {:?}", entry.id(), entry.title()));
            }
        }
    }
    none(&problems, "long names");
}

/// The source's own words, in the heading-less form in which people look for them, beside entries
/// whose Chinese must hold them.
const KEPT: &[(&str, &str)] = &[
    ("review.rural.grain", "克服灾情"),
    ("review.investment.jianlong-steel", "填补全省空白"),
    ("review.services.idle-property", "落实"),
    ("review.services.marathon", "精彩"),
    ("review.services.dragon-boat", "精彩"),
    ("review.services.guobaorou", "精品"),
    ("review.safety.organised-crime", "常态化"),
    ("tasks.agriculture.ginseng-actions", "特色农业培育工程"),
    ("tasks.agriculture.new-roads", "美丽乡村建设工程"),
    ("tasks.agriculture.service-organisations", "兴村富民发展工程"),
    ("tasks.agriculture.grain", "百亿斤粮食提升工程"),
    ("tasks.wellbeing.urban-jobs", "高质量就业"),
    ("tasks.wellbeing.school-groups", "满意教育"),
    ("tasks.renewal.parking", "智慧精细管理"),
];

#[test]
fn names_of_programmes_and_the_words_of_the_source_are_kept() {
    let library = library();
    let all: BTreeMap<&str, &Entry> = entries(report(&library)).map(|entry| (entry.id(), entry)).collect();
    let mut problems = Vec::new();
    for (id, kept) in KEPT {
        let entry = all.get(id).unwrap_or_else(|| panic!("{id} is gone"));
        if !read(entry).any(|text| text.zh.contains(kept)) {
            problems.push(format!("{id}: {kept}"));
        }
    }
    none(&problems, "words of the source");
}

#[test]
fn no_entry_says_the_same_twice() {
    let library = library();
    let mut problems = Vec::new();
    for entry in entries(report(&library)) {
        let Some(note) = entry.note() else { continue };
        let inside = |whole: &str, part: &str| whole.to_lowercase().contains(&part.to_lowercase());
        if inside(&entry.title().zh, &note.zh) || inside(&entry.title().en, &note.en) {
            problems.push(format!("{}: the note {:?} stands in the title {:?}", entry.id(), note, entry.title()));
        }
        if let Some(words) = entry.words()
            && (inside(&note.zh, &words.zh) || inside(&note.en, &words.en))
        {
            problems.push(format!("{}: the words {:?} stand in the note {:?}", entry.id(), words, note));
        }
        let multiple = entry.figures().iter().any(|figure| figure.basis() == Basis::Multiple);
        if multiple && (note.zh.contains("与上年之比") || note.en.contains("Year before")) {
            problems.push(format!("{}: the value says {:?} itself", entry.id(), note));
        }
    }
    none(&problems, "repetitions");
}

#[test]
fn every_term_and_every_group_of_words_leads_to_an_entry() {
    let library = library();
    let texts: Vec<String> = entries(report(&library)).map(chinese).collect();
    let headings: Vec<&str> = report(&library).sections().iter().map(Section::heading).collect();
    let mut problems = Vec::new();
    for term in library.lexicon().terms() {
        if !texts.iter().any(|text| text.contains(term.zh())) && !headings.iter().any(|text| text.contains(term.zh())) {
            problems.push(format!("the term {} is in no entry and no heading", term.zh()));
        }
    }
    for group in library.lexicon().words() {
        if !group.iter().any(|word| texts.iter().any(|text| text.contains(word))) {
            problems.push(format!("no entry holds a word of {group:?}"));
        }
    }
    none(&problems, "words without an entry");
}

#[test]
fn no_synonym_is_written_twice() {
    let library = library();
    let lexicon = library.lexicon();
    let indicators = lexicon.indicators().iter().map(|indicator| (indicator.zh(), indicator.synonyms()));
    let terms = lexicon.terms().iter().map(|term| (term.zh(), term.synonyms()));
    let groups = lexicon.words().iter().map(|group| ("words", group.as_slice()));
    let lists = indicators.chain(terms).chain(groups);
    let mut problems = Vec::new();
    for (name, list) in lists {
        let mut seen = BTreeSet::new();
        for word in list.iter().filter(|word| !seen.insert(word.to_lowercase())) {
            problems.push(format!("{name}: {word}"));
        }
    }
    none(&problems, "synonyms written twice");
}

#[test]
fn a_word_of_a_group_leads_to_the_others_and_a_term_to_its_word_only() {
    let given =
        r#"{"words": [["旅游", "文旅", "景区"]], "terms": [{"zh": "供热", "en": "heating", "synonyms": ["暖气"]}]}"#;
    let lexicon = read_lexicon(given, "made.json").expect("the lexicon is whole");
    let found: Vec<Lead<'_>> = lexicon.leads().collect();
    let found: Vec<(&str, &[&str])> = found.iter().map(|lead| (lead.word(), lead.names())).collect();
    let expected: [(&str, &[&str]); 4] = [
        ("供热", &["heating", "暖气"]),
        ("旅游", &["文旅", "景区"]),
        ("文旅", &["旅游", "景区"]),
        ("景区", &["旅游", "文旅"]),
    ];
    assert_eq!(found, expected);
}

/// All Chinese text of an entry that terms are looked for in.
fn chinese(entry: &Entry) -> String {
    read(entry).map(|text| &*text.zh).collect::<Vec<_>>().join("\n")
}
