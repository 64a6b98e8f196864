//! English words in simple forms, and one slip of the finger.
//! Both are found in the vocabulary of the text, so a query word becomes words that stand there.

use std::collections::HashMap;

use super::fold::{Symbol, is_letter};

/// A word is only taken for a slip of another one from this length on.
const SLIP: usize = 6;

/// The distinct words of a corpus with their stems.
#[derive(Default)]
pub(crate) struct Vocabulary {
    words: HashMap<Box<[Symbol]>, Box<str>>,
}

impl Vocabulary {
    /// Notes the words of a text.
    pub(crate) fn note(&mut self, symbols: &[Symbol]) {
        for word in symbols.split(|&symbol| !is_letter(symbol)) {
            if word.len() > 1 && !self.words.contains_key(word) {
                self.words.insert(word.into(), stem(&String::from_utf16_lossy(word)).into());
            }
        }
    }

    /// The words of the text that are other forms of `word`; when there are none, nor words that
    /// `word` begins, those that differ from it by one slip.
    pub(crate) fn forms(&self, word: &[Symbol]) -> Vec<Vec<Symbol>> {
        if word.len() < 3 {
            return Vec::new();
        }
        let stem = stem(&String::from_utf16_lossy(word));
        let (mut forms, mut slips, mut known) = (Vec::new(), Vec::new(), false);
        for (other, of) in self.words.iter().filter(|(other, _)| other.first() == word.first()) {
            known |= other.starts_with(word);
            if other[..] == *word {
                continue;
            }
            if **of == *stem {
                forms.push(other.to_vec());
            } else if word.len() >= SLIP && is_slip(word, other) {
                slips.push(other.to_vec());
            }
        }
        if forms.is_empty() && !known {
            forms = slips;
        }
        forms.sort_unstable();
        forms
    }
}

/// What the simple forms of a word share: `skis`, `skiing` and `ski`; `fibre` and `fiber`.
pub(crate) fn stem(word: &str) -> String {
    let mut stem = word.to_owned();
    for (ending, instead) in ENDINGS {
        if let Some(rest) = stem.strip_suffix(ending)
            && (ending == instead || is_stem(rest))
        {
            stem = undouble(rest) + instead;
            break;
        }
    }
    for (british, american) in SPELLINGS {
        if let Some(rest) = stem.strip_suffix(british)
            && rest.len() > 1
        {
            stem = format!("{rest}{american}");
        }
    }
    if stem.len() > 3 && stem.ends_with('e') {
        stem.pop();
    }
    stem
}

/// Endings of simple forms, and what stands in a word instead of them.
const ENDINGS: &[(&str, &str)] = &[
    ("ies", "y"),
    ("ied", "y"),
    ("sses", "ss"),
    ("xes", "x"),
    ("ches", "ch"),
    ("shes", "sh"),
    ("ings", ""),
    ("ing", ""),
    ("ised", "ise"),
    ("ized", "ise"),
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
    fn forms_share_a_stem() {
        for (one, other) in [
            ("ski", "skiing"),
            ("ski", "skis"),
            ("fibre", "fibers"),
            ("centre", "center"),
            ("city", "cities"),
            ("plan", "planning"),
            ("house", "housing"),
            ("road", "roads"),
            ("built", "built"),
            ("upgrade", "upgraded"),
            ("programme", "programs"),
            ("business", "businesses"),
            ("nurse", "nursing"),
            ("modernise", "modernized"),
            ("harbour", "harbors"),
        ] {
            assert_eq!(stem(one), stem(other), "{one} {other}");
        }
        for (one, other) in [("spring", "spr"), ("king", "k"), ("bus", "bu"), ("speed", "spe"), ("class", "clas")] {
            assert_ne!(stem(one), stem(other), "{one} {other}");
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
