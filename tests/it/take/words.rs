//! The wording of copies and citations, in both languages.

use sulan::text::Lang;

use crate::common::Screen;
use crate::take::{copied, type_blind};

/// What `y`, or `Y`, copies behind these keys.
fn taken(lang: Lang, keys: &str, key: &str) -> String {
    let screen = Screen::new(120, 40).lang(lang).press(&format!("{keys}{key}"));
    let text = copied(&screen);
    assert!(!text.contains(['\n', '\t', '\r']), "{text:?} is not one line");
    text.to_owned()
}

#[test]
fn an_entry_is_one_line() {
    for (keys, zh, en) in [
        (
            "/粮食产量<enter>",
            "粮食产量 95.28 亿斤（2024 年，吉林市）",
            "Grain output: 9.528 bn jin (95.28 亿斤), Jilin City, 2024",
        ),
        // Several figures, a name and a basis of their own.
        (
            "/双停<enter>",
            "盘活“双停”企业 55 户，新增产值 40 亿元（2024 年，吉林市）",
            "“Double-halt” firms revived: 55 firms; Output added 4 bn yuan (40 亿元), Jilin City, 2024",
        ),
        (
            "/产业投资占比<enter>",
            "产业投资占比 70%，提高 +23.3 个百分点（2024 年，吉林市）",
            "Industry investment share: 70%; up by +23.3 pp (Jilin City, 2024)",
        ),
        (
            "/人参全产业链产值<enter>",
            "人参全产业链产值为上年的 2 倍，达到 50 亿元以上（2025 年任务，吉林市）",
            "Ginseng chain output: 2 times the year before; To reach at least 5 bn yuan (50 亿元), Jilin City, task for 2025",
        ),
        // Growth and an aim.
        (
            "/猪饲养量<enter>",
            "猪饲养量同比 +6.5%（2024 年，吉林市）",
            "Pigs raised: +6.5% year on year (Jilin City, 2024)",
        ),
        (
            "/粮食产量<enter>n",
            "粮食产量 100 亿斤（迈向；2025 年任务，吉林市）",
            "Grain output: towards 10 bn jin (100 亿斤), Jilin City, task for 2025",
        ),
        // A range.
        (
            "/国家级旅游度假区<enter>",
            "新增国家级旅游度假区 1–2 个（2025 年任务，吉林市）",
            "New national tourist resorts: 1–2 (Jilin City, task for 2025)",
        ),
        // Honours: one of the city itself, one with a winner, one with medals.
        (
            "/全国节能名城<enter>",
            "全国节能名城：吉林市（2024 年荣誉）",
            "National city noted for energy saving: Jilin City (honour of 2024)",
        ),
        (
            "2",
            "世界职业院校技能大赛：金牌 2 枚，银牌 3 枚（2024 年荣誉，吉林市）",
            "World Vocational College Skills Competition: Gold 2 medals; Silver 3 medals (Jilin City, honour of 2024)",
        ),
        // A statement, and words in the place of a number.
        (
            "/世界级碳纤维产业基地<enter>",
            "世界级碳纤维产业基地（2025 年任务，仅有表述，没有数字，吉林市）",
            "World-class carbon fibre base (Jilin City, task for 2025, a statement without a number)",
        ),
        (
            "/城乡居民收入<enter>",
            "城乡居民收入：与经济增长同步（2025 年目标，吉林市）",
            "Urban and rural incomes: In step with economic growth (Jilin City, target for 2025)",
        ),
    ] {
        assert_eq!(taken(Lang::Zh, keys, "y"), zh);
        assert_eq!(taken(Lang::En, keys, "y"), en);
    }
}

#[test]
fn a_pair_says_both_sides_and_what_sets_them_apart() {
    for (keys, zh, en) in [
        (
            "5",
            "固定资产投资：2024 年同比 +5.2%，2025 年目标同比 +3%，2025 年比 2024 年低 2.2 个百分点（推算，口径相同；吉林市）",
            "Fixed-asset investment: 2024 +5.2% year on year; 2025 target +3% year on year; 2.2 pp lower than in 2024 (derived, same scope; Jilin City)",
        ),
        (
            "5j",
            "国内游客人次：2024 年同比 +21.6%，2025 年目标同比 +20% 以上，2025 年比 2024 年至多低 1.6 个百分点（推算，口径相同；吉林市）",
            "Domestic visits: 2024 +21.6% year on year; 2025 target at least +20% year on year; at most 1.6 pp lower than in 2024 (derived, same scope; Jilin City)",
        ),
        (
            "5jjjjjjj",
            "粮食产量：2024 年 95.28 亿斤，2025 年目标 100 亿斤（迈向），2025 年比 2024 年高 4.72 亿斤（迈向；推算；吉林市）",
            "Grain output: 2024 9.528 bn jin (95.28 亿斤); 2025 target towards 10 bn jin (100 亿斤); 0.472 bn jin higher than in 2024 (towards; derived; Jilin City)",
        ),
        // Another scope is told, not subtracted.
        (
            "5l",
            "工业增加值：2024 年同比 +4.5%，2025 年目标同比 +10%，口径相近，不相减：结果未写规模界限，目标为规模工业（吉林市）",
            "Industrial value added: 2024 +4.5% year on year; 2025 target +10% year on year; similar scope, not subtracted: only the target names a size class (Jilin City)",
        ),
    ] {
        assert_eq!(taken(Lang::Zh, keys, "y"), zh);
        assert_eq!(taken(Lang::En, keys, "y"), en);
    }
}

#[test]
fn a_citation_names_report_date_heading_and_sentence() {
    assert_eq!(
        taken(Lang::Zh, "/粮食产量<enter>", "Y"),
        "粮食产量 95.28 亿斤（2024 年，吉林市）。出处：李婷、丁美佳：《吉林市政府工作报告速览》（报纸速览，非正式文本），2025 年 1 月，“乡村振兴再上新台阶”第 2 句。"
    );
    assert_eq!(
        taken(Lang::En, "/粮食产量<enter>", "Y"),
        "Grain output: 9.528 bn jin (95.28 亿斤), Jilin City, 2024. Source: Jilin City work report at a glance (Press digest, not the official text), January 2025, “乡村振兴再上新台阶” (Countryside), sentence 2."
    );
    let pair = taken(Lang::Zh, "5", "Y");
    assert!(pair.contains("低 2.2 个百分点（推算，口径相同；吉林市）。出处："), "{pair}");
    assert!(pair.ends_with("，2025 年 1 月，“投资增添新动能”第 1 句、“主要预期目标”第 3 句。"), "{pair}");
}

#[test]
fn every_entry_and_pair_is_one_clean_line_in_both_languages() {
    let mut screen = Screen::new(80, 24);
    for lang in Lang::ALL {
        screen.app.lang = lang;
        for pane in ["1", "2", "3", "4", "5"] {
            type_blind(&mut screen, &format!("{pane}g"));
            for _ in 0..screen.app.layout().order.len() {
                for key in ["y", "Y"] {
                    type_blind(&mut screen, key);
                    let text = copied(&screen).to_owned();
                    assert!(!text.chars().any(char::is_control), "{text:?}");
                    for wrong in ["  ", "（）", "()", "；）", "：（", ": (", "，，", "None"] {
                        assert!(!text.contains(wrong), "{text:?} holds {wrong:?}");
                    }
                }
                type_blind(&mut screen, "j");
            }
        }
    }
}

#[test]
fn a_copy_in_ascii_keeps_the_text_of_the_data() {
    let mut screen = Screen::new(80, 24);
    screen.app.set_looks(sulan::app::Looks { ascii: true, ..screen.app.looks });
    type_blind(&mut screen, "/双停<enter>y");
    assert_eq!(copied(&screen), "盘活“双停”企业 55 户，新增产值 40 亿元（2024 年，吉林市）");
}
