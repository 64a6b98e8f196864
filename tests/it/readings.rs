//! Makes and checks `assets/pinyin.txt`, the readings that the search knows.
//! `SULAN_UPDATE=1 cargo test readings::` writes the file; without the variable it is compared.

use std::collections::BTreeMap;
use std::error::Error;
use std::fmt::Write as _;
use std::path::Path;

use pinyin::{ToPinyin, ToPinyinMulti};

/// Readings kept beside the first one, because words that people search for need them.
/// Every other further reading in the source is rare or out of use and would only add false hits.
const SECOND: &str = "\
    参shen 行hang 长chang 重chong 调tiao 乐yue 会kuai 都du 大dai 率shuai 着zhuo 着zhao 畜xu 给ji \
    还huan 藏zang 传zhuan 弹tan 差chai 薄bo 塞se 削xiao 模mu 角jue 觉jiao 校jiao 劲jing 卡qia \
    壳qiao 没mo 便pian 朝zhao 单shan 曾zeng 称chen 了liao 地de 和huo 的di 什shi 厦xia 圩xu 蚌beng \
    珲hun 埔bu 泊bo 番pan 堡pu 柏bo 勒le 吁yu 伽jia 茄qie 蛤ge 爪zhua 靓liang 炔que 阚kan 曝bao \
    粘nian 轧zha 剥bao 卜bu 六lu 仔zi 盛cheng 血xie 佛fo";

const HEADER: &str = "\
# The readings of Chinese characters that the search knows: a syllable, then its characters.
# A character stands in several lines when words that people search for need several readings.
# ü is written v. To correct a reading, edit the list in tests/it/readings.rs and make the file anew:
#   SULAN_UPDATE=1 cargo test readings::
# Origin: the crate pinyin 0.11 (MIT, https://crates.io/crates/pinyin), whose data are those of
# pinyin-data (MIT, https://github.com/mozillazg/pinyin-data): the first reading of every character
# of the CJK basic block that has one and of 〇, and the second readings listed in tests/it/readings.rs.
";

/// Second readings as pairs of a character and a syllable.
fn second() -> impl Iterator<Item = (char, String)> {
    SECOND.split_whitespace().filter_map(|pair| {
        let mut rest = pair.chars();
        Some((rest.next()?, rest.collect()))
    })
}

fn plain(reading: pinyin::Pinyin) -> String {
    reading.plain().replace('ü', "v")
}

fn table() -> Result<String, Box<dyn Error>> {
    let mut lines: BTreeMap<String, Vec<char>> = BTreeMap::new();
    for c in ('\u{4e00}'..='\u{9fff}').chain(['〇']) {
        if let Some(reading) = c.to_pinyin() {
            lines.entry(plain(reading)).or_default().push(c);
        }
    }
    for (c, syllable) in second() {
        lines.entry(syllable).or_default().push(c);
    }
    let mut text = HEADER.to_owned();
    for (syllable, mut chars) in lines {
        chars.sort_unstable();
        writeln!(text, "{syllable} {}", String::from_iter(chars))?;
    }
    Ok(text)
}

#[test]
fn the_table_is_what_the_source_gives() -> Result<(), Box<dyn Error>> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/pinyin.txt");
    let made = table()?;
    if std::env::var_os("SULAN_UPDATE").is_some() {
        std::fs::write(&path, &made)?;
    }
    assert!(
        std::fs::read_to_string(&path)? == made,
        "assets/pinyin.txt is not what the source gives: SULAN_UPDATE=1 cargo test readings::"
    );
    Ok(())
}

#[test]
fn second_readings_are_known_to_the_source_and_are_not_the_first() {
    for (c, syllable) in second() {
        let known: Vec<String> = c.to_pinyin_multi().into_iter().flatten().map(plain).collect();
        assert!(known.iter().skip(1).any(|other| *other == syllable), "{c} {syllable}: {known:?}");
    }
}
