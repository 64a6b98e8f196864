//! English words in simple forms, and one slip of the finger.
//! Both are found in the vocabulary of the text, so a query word becomes words that stand there.

use std::collections::{BTreeSet, HashSet};

use foldhash::fast::FixedState;

use super::fold::{Symbol, is_letter};

/// A word is only taken for a slip of another one from this length on.
const SLIP: usize = 6;

/// The distinct words of a corpus.
#[derive(Clone, Default)]
pub(crate) struct Vocabulary {
    noted: HashSet<Box<[Symbol]>, FixedState>,
    /// The same in order, once all are noted.
    words: Vec<Box<[Symbol]>>,
}

impl Vocabulary {
    /// Notes the words of a text.
    pub(crate) fn note(&mut self, symbols: &[Symbol]) {
        for word in symbols.split(|&symbol| !is_letter(symbol)) {
            if word.len() > 1 && !self.noted.contains(word) {
                self.noted.insert(word.into());
            }
        }
    }

    /// Ends the noting: a look-up before this finds nothing.
    pub(crate) fn close(&mut self) {
        self.words.extend(std::mem::take(&mut self.noted));
        self.words.sort_unstable();
        self.words.dedup();
    }

    fn holds(&self, word: &[Symbol]) -> bool {
        self.words.binary_search_by(|other| other[..].cmp(word)).is_ok()
    }

    /// The words that begin as this one does.
    fn beginning(&self, start: &[Symbol]) -> impl Iterator<Item = &[Symbol]> {
        let from = self.words.partition_point(|word| word[..] < *start);
        let rest = self.words.get(from..).unwrap_or_default();
        rest.iter().map(|word| &word[..]).take_while(move |word| word.starts_with(start))
    }
}

/// The words of some vocabularies that are other forms of `word`; when there are none, nor words
/// that `word` begins, those that differ from it by one slip.
pub(crate) fn forms(word: &[Symbol], vocabularies: &[&Vocabulary]) -> Vec<Vec<Symbol>> {
    let (Some(first), Some(two)) = (word.get(..1), word.get(..2).filter(|_| word.len() > 2)) else {
        return Vec::new();
    };
    let sorted = |words: &mut dyn Iterator<Item = &[Symbol]>| {
        let distinct: BTreeSet<&[Symbol]> = words.filter(|other| *other != word).collect();
        distinct.into_iter().map(<[Symbol]>::to_vec).collect::<Vec<_>>()
    };
    let typed = String::from_utf16_lossy(word);
    let stands = || vocabularies.iter().any(|vocabulary| vocabulary.holds(word));
    // Where parking is a word of its own it is no form of park.
    let noun = typed.ends_with("ing") && stands();
    // Forms share at least two letters: no stem is shorter.
    let near = vocabularies.iter().flat_map(|vocabulary| vocabulary.beginning(two)).filter(|_| !noun);
    let forms = sorted(&mut near.filter(|other| same_word(&String::from_utf16_lossy(other), &typed)));
    let known = || vocabularies.iter().any(|vocabulary| vocabulary.beginning(word).next().is_some());
    if !forms.is_empty() || word.len() < SLIP || known() {
        return forms;
    }
    let all = vocabularies.iter().flat_map(|vocabulary| vocabulary.beginning(first));
    sorted(&mut all.filter(|other| is_slip(word, other)))
}

/// All words of some vocabularies that [`forms`] may give when there are more of them.
pub(crate) fn every_form(word: &[Symbol], vocabularies: &[&Vocabulary]) -> Vec<Vec<Symbol>> {
    let (Some(first), typed) = (word.get(..1).filter(|_| word.len() > 2), String::from_utf16_lossy(word)) else {
        return Vec::new();
    };
    let slips = |other: &[Symbol]| word.len() >= SLIP && is_slip(word, other);
    let is_form = |other: &&[Symbol]| slips(other) || same_word(&String::from_utf16_lossy(other), &typed);
    let near = vocabularies.iter().flat_map(|vocabulary| vocabulary.beginning(first));
    near.filter(|other| *other != word).filter(is_form).map(<[Symbol]>::to_vec).collect()
}

/// No words at all: what is found without other forms is found whatever forms there are.
pub(crate) fn no_form(_: &[Symbol], _: &[&Vocabulary]) -> Vec<Vec<Symbol>> {
    Vec::new()
}

/// Whether two words are simple forms of one: `skis` and `ski`, `upgraded` and `upgrade`,
/// `fibres` and `fiber`.
pub(crate) fn same_word(one: &str, other: &str) -> bool {
    let others = stems(other);
    stems(one).iter().any(|stem| others.contains(stem))
}

/// What a word can be a form of, in one spelling.
fn stems(word: &str) -> Vec<String> {
    let mut all = vec![spelled(word)];
    let ending = ENDINGS.iter().find_map(|&(ending, instead)| Some((ending, word.strip_suffix(ending)?, instead)));
    let Some((ending, rest, instead)) = ending.filter(|(ending, rest, instead)| ending != instead && is_stem(rest))
    else {
        return all;
    };
    let verbal = ending.ends_with("ed") || ending.ends_with("ing") || ending.ends_with("ings");
    // A short rest of a verb is another word: caring is no car.
    if !verbal || rest.len() > 3 || rest.ends_with(['a', 'e', 'i', 'o', 'u']) {
        all.push(spelled(&(undouble(rest) + instead)));
    }
    if ending.ends_with("ed") {
        all.push(spelled(&format!("{rest}e")));
    }
    all
}

fn spelled(word: &str) -> String {
    let mut word = word.to_owned();
    for (british, american) in SPELLINGS {
        if let Some(rest) = word.strip_suffix(british)
            && rest.len() > 1
        {
            word = format!("{rest}{american}");
        }
    }
    word
}

/// Endings of simple forms, and what stands in a word instead of them.
const ENDINGS: &[(&str, &str)] = &[
    ("news", "news"),
    ("ies", "y"),
    ("ied", "y"),
    ("sses", "ss"),
    ("xes", "x"),
    ("ches", "ch"),
    ("shes", "sh"),
    ("ings", ""),
    ("ing", ""),
    ("eed", "eed"),
    ("ed", ""),
    ("ss", "ss"),
    ("us", "us"),
    ("sis", "sis"),
    ("s", ""),
];

/// Spellings of one word on the two sides of the ocean.
const SPELLINGS: &[(&str, &str)] = &[
    ("tre", "ter"),
    ("bre", "ber"),
    ("our", "or"),
    ("ize", "ise"),
    ("ization", "isation"),
    ("ogramme", "ogram"),
    ("logue", "log"),
];

/// What is left of a word must still be one: three letters with a vowel among them.
fn is_stem(rest: &str) -> bool {
    rest.len() > 2 && rest.contains(['a', 'e', 'i', 'o', 'u', 'y'])
}

/// `planning` is a form of `plan`.
fn undouble(rest: &str) -> String {
    let mut letters: Vec<char> = rest.chars().collect();
    if let [.., before, last] = letters[..]
        && before == last
        && !"aeiouls".contains(last)
    {
        letters.pop();
    }
    letters.into_iter().collect()
}

/// Whether one letter too many, too few, wrong, or two letters in each other's place make the
/// difference. The first letter must be right.
pub(crate) fn is_slip(typed: &[Symbol], word: &[Symbol]) -> bool {
    if typed.first() != word.first() || typed.len().abs_diff(word.len()) > 1 {
        return false;
    }
    let same = typed.iter().zip(word).take_while(|(a, b)| a == b).count();
    let (typed, word) = (typed.get(same..).unwrap_or_default(), word.get(same..).unwrap_or_default());
    match (typed, word) {
        ([_, rest @ ..], [..]) if rest == word => true,
        ([..], [_, rest @ ..]) if rest == typed => true,
        ([_, left @ ..], [_, right @ ..]) if left == right => true,
        ([a, b, left @ ..], [c, d, right @ ..]) => a == d && b == c && left == right,
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forms_are_of_one_word() {
        for (one, other) in [
            ("ski", "skiing"),
            ("ski", "skis"),
            ("fibre", "fibers"),
            ("centre", "center"),
            ("city", "cities"),
            ("plan", "planning"),
            ("house", "houses"),
            ("road", "roads"),
            ("built", "built"),
            ("upgrade", "upgraded"),
            ("repair", "repaired"),
            ("programme", "programs"),
            ("business", "businesses"),
            ("modernise", "modernized"),
            ("harbour", "harbors"),
            ("car", "cars"),
        ] {
            assert!(same_word(one, other), "{one} {other}");
        }
        for (one, other) in [
            ("spring", "spr"),
            ("king", "k"),
            ("bus", "bu"),
            ("speed", "spe"),
            ("class", "clas"),
            ("news", "new"),
            ("cars", "care"),
            ("caring", "car"),
            ("caring", "care"),
            ("rats", "rates"),
        ] {
            assert!(!same_word(one, other), "{one} {other}");
        }
    }

    #[test]
    fn one_slip_is_one() {
        let slip = |a: &str, b: &str| {
            let units = |text: &str| text.encode_utf16().collect::<Vec<_>>();
            is_slip(&units(a), &units(b))
        };
        assert!(slip("marathn", "marathon") && slip("maratohn", "marathon"));
        assert!(slip("maratthon", "marathon") && slip("maramhon", "marathon"));
        assert!(!slip("marthn", "marathon") && !slip("arathon", "marathon"));
    }
}
