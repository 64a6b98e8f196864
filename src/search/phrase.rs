//! A query taken literally: in a text or not, after folding width, case and script.

use super::fold::{Symbol, symbols};

/// What to look for, without synonyms and without other forms of a number.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Phrase(Vec<Symbol>);

impl Phrase {
    /// The query as it stands, without spaces at its ends.
    pub fn new(query: &str) -> Self {
        Self(symbols(query.trim()))
    }

    /// Whether `text` holds it.
    pub fn is_in(&self, text: &str) -> bool {
        !self.0.is_empty() && symbols(text).windows(self.0.len()).any(|window| window == self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::Phrase;

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
}
