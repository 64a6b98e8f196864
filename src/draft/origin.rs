//! Which report it is: the place whose government reports, and the id that place and year give.

use std::collections::HashMap;
use std::path::PathBuf;
use std::sync::LazyLock;

use super::split::Sentence;
use super::text::Text;
use crate::report::places::Origin;
use crate::report::{Traces, origin_of};

/// How a name of a place is read in its id.
struct Readings {
    /// Names, and characters with several readings, that are read as names of places are.
    names: HashMap<&'static str, &'static str>,
    /// Every other character.
    chars: HashMap<char, &'static str>,
    /// The number of characters of the longest name.
    longest: usize,
}

static READINGS: LazyLock<Readings> = LazyLock::new(|| {
    let names: HashMap<_, _> =
        lines(include_str!("../../assets/draft/readings.tsv")).filter_map(|line| line.split_once('\t')).collect();
    // The search has the same file: a syllable, then its characters.
    let syllables = lines(include_str!("../../assets/pinyin.txt")).filter_map(|line| line.split_once(' '));
    let chars = syllables.flat_map(|(syllable, chars)| chars.chars().map(move |c| (c, syllable))).collect();
    let longest = names.keys().map(|name| name.chars().count()).max().unwrap_or(0);
    Readings { names, chars, longest }
});

fn lines(table: &'static str) -> impl Iterator<Item = &'static str> {
    table.lines().filter(|line| !line.starts_with('#'))
}

/// How many sentences at the start introduce the report.
const FRONT: usize = 40;

/// The place that the user names, else that of title, session line, page or file, in this order.
pub(super) fn place(text: &Text, sentences: &[Sentence], said: Option<&str>) -> Option<Origin> {
    if let Some(said) = said {
        return Some(Origin::of_name(said));
    }
    let front: Vec<&str> = sentences.iter().take(FRONT).map(|sentence| sentence.text.as_str()).collect();
    let front = front.join("\n");
    let path: PathBuf = text.names.iter().rev().collect();
    let web_head =
        [text.title.as_deref(), text.site.as_deref()].into_iter().flatten().collect::<Vec<&str>>().join("\n");
    let title = sentences
        .iter()
        .take(6)
        .map(|sentence| sentence.text.as_str())
        .find(|text| text.contains("工作报告"))
        .unwrap_or_default();
    origin_of(&Traces { title, text: &front, web_head: &web_head, path: Some(&path) })
}

/// The id of a report: its place in pinyin and its year (`jilinshi-2023`). Places whose names sound alike (福州, 抚州)
/// share it; what a library then does is its own.
pub(super) fn id(place: Option<&str>, year: Option<i32>) -> String {
    let name = place.map_or_else(|| "report".to_owned(), spelled);
    year.map_or_else(|| name.clone(), |year| format!("{name}-{year}"))
}

/// A name in small Latin letters and digits, the longest name that is known before its characters.
fn spelled(mut name: &str) -> String {
    let mut out = String::new();
    while let Some(c) = name.chars().next() {
        let starts = name.char_indices().map(|(at, _)| at).skip(1).chain([name.len()]).take(READINGS.longest);
        let known = starts.collect::<Vec<_>>().into_iter().rev().find_map(|end| {
            let (word, rest) = name.split_at_checked(end)?;
            Some((*READINGS.names.get(word)?, rest))
        });
        let rest = name.get(c.len_utf8()..).unwrap_or_default();
        let (reading, rest) = known.unwrap_or_else(|| (READINGS.chars.get(&c).copied().unwrap_or_default(), rest));
        out.push_str(reading);
        out.extend(Some(c.to_ascii_lowercase()).filter(char::is_ascii_alphanumeric));
        name = rest;
    }
    out
}

#[cfg(test)]
mod tests {
    use std::collections::{BTreeMap, BTreeSet, HashMap};

    use super::{READINGS, id, lines};
    use crate::report::places;

    #[test]
    fn ids_are_place_and_year() {
        assert_eq!(id(Some("吉林市"), Some(2023)), "jilinshi-2023");
        assert_eq!(id(Some("重庆市"), None), "chongqingshi");
        assert_eq!(id(None, Some(2023)), "report-2023");
    }

    #[test]
    fn ids_are_read_as_the_name_of_the_place_is() {
        let read = [
            ("西藏自治区", "xizangzizhiqu"),
            ("内蒙古自治区", "neimengguzizhiqu"),
            ("陕西省", "shaanxisheng"),
            ("山西省", "shanxisheng"),
            ("成都市", "chengdushi"),
            ("六安市", "luanshi"),
            ("六盘水市", "liupanshuishi"),
            ("佛山市", "foshanshi"),
            ("吐鲁番市", "tulufanshi"),
            ("喀什地区", "kashidiqu"),
            ("朝阳市", "chaoyangshi"),
            ("吕梁市", "lvliangshi"),
            // Not in the table of places.
            ("乐清市", "yueqingshi"),
            ("大埔县", "dabuxian"),
            ("黄埔区", "huangpuqu"),
            ("番禺区", "panyuqu"),
            ("六安市金安区", "luanshijinanqu"),
            ("长乐区", "changlequ"),
        ];
        for (place, wanted) in read {
            assert_eq!(id(Some(place), None), wanted, "{place}");
        }
    }

    /// The readings that the search knows of each character.
    fn known() -> HashMap<char, BTreeSet<&'static str>> {
        let mut out: HashMap<char, BTreeSet<&str>> = HashMap::new();
        for (syllable, chars) in lines(include_str!("../../assets/pinyin.txt")).filter_map(|line| line.split_once(' '))
        {
            chars.chars().for_each(|c| {
                out.entry(c).or_default().insert(syllable);
            });
        }
        out
    }

    /// Whether readings of the first characters of a name spell the letters.
    fn spells(letters: &str, mut name: std::str::Chars<'_>, known: &HashMap<char, BTreeSet<&'static str>>) -> bool {
        let Some(readings) = name.next().and_then(|c| known.get(&c)) else {
            return letters.is_empty();
        };
        let rests = readings.iter().filter_map(|reading| letters.strip_prefix(reading));
        letters.is_empty() || rests.into_iter().any(|rest| spells(rest, name.clone(), known))
    }

    #[test]
    fn a_place_with_a_latin_name_in_pinyin_has_it_in_its_id() {
        let known = known();
        let mut other = Vec::new();
        for place in places::all() {
            let name = place.name();
            let latin = name.en.split([' ', '(']).next().unwrap_or_default().to_lowercase();
            let latin = latin.replace('\'', "").replace('ü', "v");
            if spells(&latin, name.zh.chars(), &known) {
                assert!(id(Some(&name.zh), None).starts_with(&latin), "{} {latin}", name.zh);
            } else {
                other.push(name.zh.to_string());
            }
        }
        // Called otherwise in English: Mongolian, Tibetan, Uyghur and Manchu names, China, and Shaanxi.
        let wanted = "全国 内蒙古自治区 呼和浩特市 鄂尔多斯市 呼伦贝尔市 巴彦淖尔市 乌兰察布市 兴安盟 锡林郭勒盟 阿拉善盟 哈尔滨市 \
            齐齐哈尔市 阿坝藏族羌族自治州 甘孜藏族自治州 西藏自治区 拉萨市 日喀则市 昌都市 林芝市 那曲市 阿里地区 陕西省 \
            果洛藏族自治州 乌鲁木齐市 克拉玛依市 吐鲁番市 博尔塔拉蒙古自治州 巴音郭楞蒙古自治州 阿克苏地区 \
            克孜勒苏柯尔克孜自治州 喀什地区 和田地区 伊犁哈萨克自治州 阿勒泰地区";
        assert_eq!(other.join(" "), wanted);
    }

    #[test]
    fn only_places_that_sound_alike_share_an_id() {
        let mut by_id: BTreeMap<String, Vec<&str>> = BTreeMap::new();
        for place in places::all() {
            by_id.entry(id(Some(&place.name().zh), None)).or_default().push(&place.name().zh);
        }
        let shared: Vec<Vec<&str>> = by_id.into_values().filter(|names| names.len() > 1).collect();
        let alike: [&[&str]; 5] = [
            &["福州市", "抚州市"],
            &["苏州市", "宿州市"],
            &["泰州市", "台州市"],
            &["伊春市", "宜春市"],
            &["玉林市", "榆林市"],
        ];
        assert_eq!(shared, alike);
    }

    #[test]
    fn every_character_with_several_readings_has_the_one_of_places() {
        let mut open: Vec<char> =
            known().into_iter().filter(|(_, readings)| readings.len() > 1).map(|(c, _)| c).collect();
        open.retain(|c| !READINGS.names.contains_key(c.to_string().as_str()));
        assert_eq!(String::from_iter(open), "");
    }
}
