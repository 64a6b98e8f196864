//! Pinyin as it sounds where the ear or the finger slips: zh for z, ng for n, l for n, a letter lost
//! or doubled at the end of a syllable. A last resort, for words that nothing else matched.

use super::fold::{Symbol, is_letter};
use super::pinyin::Readings;
use super::prefilter::{LONGEST, Step};
use super::start_table::{BEGINS, FOLLOWS, StartTable};

/// Shorter words sound like nearly anything.
const SHORTEST: usize = 4;
/// From this length on a letter may be lost or doubled.
const LONG: usize = 7;
/// The most slips; a lost or doubled letter counts as two.
const SLIPS: usize = 4;

/// A spelling of a syllable at a place of the typed word.
#[derive(Clone, Copy)]
struct Way {
    from: usize,
    to: usize,
    slips: usize,
}

/// A typed word, ready to be compared by its sound.
pub(crate) struct Sounds {
    /// By syllable.
    ways: Vec<Vec<Way>>,
    /// What each symbol can do at the beginning of a match.
    roles: StartTable,
    end: usize,
}

impl Sounds {
    /// The sounds of a typed word of letters; `None` when it is too short or too long.
    pub(crate) fn new(word: &[Symbol]) -> Option<Self> {
        let text: String = char::decode_utf16(word.iter().copied()).flatten().collect();
        let fits = (SHORTEST..=LONGEST).contains(&word.len()) && text.bytes().all(|c| c.is_ascii_lowercase());
        let ways = |name: &&str| {
            let spellings = spellings(name, word.len() >= LONG);
            let at = |(from, _): (usize, char)| {
                let rest = text.get(from..).unwrap_or_default();
                let here = spellings.iter().filter(move |(spelling, _)| rest.starts_with(spelling.as_str()));
                here.map(move |(spelling, slips)| Way { from, to: from + spelling.len(), slips: *slips })
            };
            text.char_indices().flat_map(at).collect()
        };
        fits.then(|| {
            let ways: Vec<Vec<Way>> = Readings::get().names().iter().map(ways).collect();
            let mut roles = StartTable::default();
            for (syllable, ways) in (0..).zip(&ways) {
                let any = |at: fn(usize) -> bool| ways.iter().any(|way| at(way.from));
                let given = [(BEGINS, any(|from| from == 0)), (FOLLOWS, any(|from| from > 0))];
                roles.give(Readings::get().chars(syllable), given);
            }
            Self { ways, roles, end: word.len() }
        })
    }

    /// Whether a match can begin where these two symbols stand: a look that spares most runs.
    #[inline]
    pub(crate) fn may_begin(&self, first: Symbol, next: Symbol) -> bool {
        self.roles.of(first) & BEGINS != 0 && self.roles.of(next) & FOLLOWS != 0
    }

    /// How many slips it takes to read the word from the beginning of a text, and how many
    /// characters it takes: two at least.
    pub(crate) fn run(&self, text: &[Symbol]) -> Option<(u8, usize)> {
        let mut alive = [0_u64; SLIPS + 1];
        if let Some(first) = alive.first_mut() {
            *first = 1;
        }
        for (count, &symbol) in (1..).zip(text) {
            let mut next = [0_u64; SLIPS + 1];
            if is_letter(symbol) {
                return None;
            }
            Readings::get().each(symbol, |syllable| {
                for way in self.ways.get(usize::from(syllable)).into_iter().flatten() {
                    let before = alive.iter().take(SLIPS + 1 - way.slips);
                    for (states, next) in before.zip(next.iter_mut().skip(way.slips)) {
                        *next |= (states >> way.from & 1) << way.to;
                    }
                }
            });
            if let Some((slips, _)) = (0..).zip(&next).find(|(_, states)| *states >> self.end & 1 != 0)
                && count > 1
            {
                return Some((slips, count));
            }
            if next.iter().all(|&states| states == 0) {
                return None;
            }
            alive = next;
        }
        None
    }

    /// The steps over columns that lead to a record which can match.
    pub(crate) fn steps(&self) -> Vec<Step> {
        let mut steps: Vec<Step> = (0..)
            .zip(&self.ways)
            .flat_map(|(syllable, ways)| ways.iter().map(move |way| Step::new(way.from, way.to, syllable)))
            .collect();
        steps.sort_unstable_by_key(|step| step.from);
        steps.dedup_by_key(|step| (step.from, step.to, step.columns));
        steps
    }

    /// The last place of the steps.
    pub(crate) const fn end(&self) -> usize {
        self.end
    }
}

/// The ways to write a syllable by ear, each with its slips.
fn spellings(name: &str, long: bool) -> Vec<(String, usize)> {
    let initials: &[(&str, &str)] =
        &[("zh", "z"), ("ch", "c"), ("sh", "s"), ("z", "zh"), ("c", "ch"), ("s", "sh"), ("n", "l"), ("l", "n")];
    let mut all = vec![(name.to_owned(), 0)];
    let changed = initials.iter().find_map(|(one, other)| Some((name.strip_prefix(one)?, other)));
    all.extend(changed.map(|(rest, other)| (format!("{other}{rest}"), 1)));
    let ends: Vec<(String, usize)> = all
        .iter()
        .filter_map(|(spelling, slips)| {
            let other = match spelling.strip_suffix("ng") {
                Some(rest) => format!("{rest}n"),
                None if spelling.ends_with('n') => format!("{spelling}g"),
                None => return None,
            };
            Some((other, (*slips).max(1)))
        })
        .collect();
    all.extend(ends);
    // ü is typed v or u.
    let typed: Vec<_> = all.iter().map(|(spelling, slips)| (spelling.replace('v', "u"), *slips)).collect();
    all.extend(typed);
    if long {
        let last = name.chars().next_back().unwrap_or_default();
        all.push((format!("{name}{last}"), 2));
        if name.len() > 2 {
            all.push((name.get(..name.len() - 1).unwrap_or(name).to_owned(), 2));
        }
    }
    all.sort();
    all.dedup_by(|next, known| next.0 == known.0);
    all
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_sounds_alike_is_read_and_nothing_else() {
        let run = |typed: &str, text: &str| {
            let units = |text: &str| text.encode_utf16().collect::<Vec<_>>();
            Sounds::new(&units(typed)).and_then(|sounds| sounds.run(&units(text)))
        };
        for (typed, text) in [
            ("zengzang", "增长"),
            ("zenzhang", "增长"),
            ("longcun", "农村"),
            ("gonre", "供热"),
            ("nvyou", "旅游"),
            ("nuyou", "旅游"),
            ("chenshi", "城市"),
            ("rensen", "人参"),
            ("yanlao", "养老"),
            ("gaobiaozhunongtian", "高标准农田"),
            ("gaobiaozhunnnongtian", "高标准农田"),
            ("sencanzongzi", "生产总值"),
        ] {
            assert!(run(typed, text).is_some(), "{typed} {text}");
            let (word, text) = (typed.encode_utf16().collect::<Vec<_>>(), text.encode_utf16().collect::<Vec<_>>());
            let begins = matches!(text[..], [first, next, ..] if Sounds::new(&word).is_some_and(|sounds| sounds.may_begin(first, next)));
            assert!(begins, "{typed} is looked for at its place");
        }
        for (typed, text) in
            [("wage", "万个"), ("gaobiaoshun", "高标准"), ("rats", "热"), ("zen", "增长"), ("beijing", "背景")]
        {
            assert!(run(typed, text).is_none_or(|(slips, _)| slips == 0), "{typed} {text}");
        }
    }
}
