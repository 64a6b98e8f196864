//! A query taken literally: in a text or not, after folding width, case and script.

use std::ops::RangeInclusive;

use super::fold::{Symbol, is_han, symbols};

/// What to look for, without synonyms and without other forms of a number.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Phrase {
    symbols: Vec<Symbol>,
    /// The characters of which one stands in every text that holds it, where they are few: most texts hold none, and
    /// need not be folded.
    signs: Vec<char>,
}

/// Where all characters stand that fold to a Chinese one.
const CHINESE: [RangeInclusive<char>; 4] =
    ['\u{2e80}'..='\u{9fff}', '\u{f900}'..='\u{faff}', '\u{1f200}'..='\u{1f2ff}', '\u{2f800}'..='\u{2fa1f}'];

impl Phrase {
    /// The query as it stands, without spaces at its ends.
    pub fn new(query: &str) -> Self {
        let symbols = symbols(query.trim());
        // Halves of a character are no sign of it.
        let sign = symbols.iter().copied().find(|&symbol| is_han(symbol) && char::from_u32(symbol.into()).is_some());
        Self { signs: sign.map(forms).unwrap_or_default(), symbols }
    }

    /// Whether `text` holds it.
    pub fn is_in(&self, text: &str) -> bool {
        let may = self.signs.is_empty() || self.signs.iter().any(|&sign| text.contains(sign));
        may && !self.symbols.is_empty()
            && symbols(text).windows(self.symbols.len()).any(|window| window == self.symbols)
    }
}

/// All characters that fold to the symbol of a Chinese one, or to several symbols of which it is one.
fn forms(symbol: Symbol) -> Vec<char> {
    let folds = |c: &char| symbols(c.encode_utf8(&mut [0; 4])).contains(&symbol);
    CHINESE.into_iter().flatten().filter(folds).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn width_case_and_script_do_not_matter_and_nothing_else_is_found() {
        let finds = |query: &str, text: &str| Phrase::new(query).is_in(text);
        assert!(finds("低空经济", "大力发展低空经济。"));
        assert!(finds("低空經濟", "大力发展低空经济。"));
        assert!(finds("５ｇ基站", "新建5G基站586个"));
        assert!(finds(" 5G ", "新建５Ｇ基站"));
        assert!(finds("专精特新企业", "新增“专精特新”企业62户"));
        assert!(!finds("低空经济", "低空产业和经济"));
        assert!(!finds("GDP", "地区生产总值增长6%"));
        assert!(!finds("120万", "1200000吨"));
        assert!(!finds("", "任何文字") && !finds("  ", "任何文字") && !finds("“”", "任何文字"));
    }

    #[test]
    fn a_chinese_character_is_found_in_all_its_forms() {
        for sign in ['会', '行', '祝', '体'] {
            let symbol = symbols(sign.encode_utf8(&mut [0; 4])).first().copied().expect("a symbol");
            let folds = |c: &char| symbols(c.encode_utf8(&mut [0; 4])).contains(&symbol);
            let all: Vec<char> = ('\0'..=char::MAX).filter(folds).collect();
            assert!(all.len() > 1, "{sign}");
            assert_eq!(forms(symbol), all, "{sign}");
        }
        assert!(
            Phrase::new("會𠀀").is_in("大会𠀀，")
                && Phrase::new("𠀀").is_in("大𠀀")
                && !Phrase::new("𠀀").is_in("大𠀁")
        );
    }
}
