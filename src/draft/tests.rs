//! The tables and the scanner over real sentences and over nonsense.

use proptest::prelude::*;
use proptest::test_runner::RngSeed;

use super::figures::read_figures;
use super::normal::normal;
use super::outline::{Context, Part, outline};
use super::passed::Reason::{Code, Date, ListNumber, Road};
use super::pledges::pledges;
use super::scan::{Numerals, scan};
use super::signs::says;
use super::tables::{LISTS, PartWord, TABLES};
use super::wordlists::List;
use super::{Hints, Line, Mark, Text, read};

mod digits;
mod hedges;

/// Sentences of real reports: report, part, heading or body, sentence.
const SENTENCES: &str = include_str!("../../tests/it/draft/sentences.tsv");

fn sentences() -> impl Iterator<Item = (&'static str, &'static str, &'static str)> {
    SENTENCES.lines().filter(|line| !line.starts_with('#')).filter_map(|line| {
        let mut cells = line.split('\t').skip(1);
        Some((cells.next()?, cells.next()?, cells.next()?))
    })
}

fn part(name: &str) -> Part {
    match name {
        "review" => Part::Review,
        "problems" => Part::Problems,
        "targets" => Part::Targets,
        _ => Part::Tasks,
    }
}

fn text(lines: &[String]) -> Text {
    let line = |(number, text): (u32, &String)| Line { number, text: text.clone(), mark: Mark::Plain };
    Text { lines: (1..).zip(lines).map(line).collect(), ..Text::default() }
}

#[test]
fn a_real_sentence_uses_every_row_of_the_tables() {
    let words = [
        PartWord::Review,
        PartWord::Planning,
        PartWord::Targets,
        PartWord::Tasks,
        PartWord::Government,
        PartWord::Period,
        PartWord::Notes,
    ];
    for (name, kind, sentence) in sentences() {
        let chars = normal(sentence).chars;
        if kind == "heading" {
            let told = words.into_iter().filter(|&word| says(&chars, word)).count();
            assert!(told > 0, "{sentence}");
            continue;
        }
        let alone = Context { part: part(name), year: Some(2021), plan: None, span: None };
        let years = Context { plan: Some((2021, 2025)), span: Some((2016, 2020)), ..alone };
        for context in [alone, years] {
            read_figures(&chars, &context, Numerals::Digits);
        }
        pledges(&chars);
    }
    assert_eq!(TABLES.unused(), [""; 0]);
}

#[test]
fn every_word_of_a_list_stands_in_a_real_sentence() {
    let real: Vec<String> = sentences().map(|(_, _, sentence)| normal(sentence).chars.iter().collect()).collect();
    for &list in List::ALL {
        let words: Vec<String> = TABLES.list(list).every().collect();
        assert!(!words.is_empty(), "{list:?} has no words");
        let unknown: Vec<&String> =
            words.iter().filter(|word| !real.iter().any(|sentence| sentence.contains(word.as_str()))).collect();
        assert_eq!(unknown, [""; 0], "{list:?}");
    }
}

#[test]
fn every_row_of_a_list_names_a_list() {
    let rows = LISTS.iter().flat_map(|file| file.lines()).filter(|line| !line.starts_with('#'));
    for row in rows {
        let name = row.split('\t').nth(1).unwrap_or_default();
        assert!(List::ALL.iter().any(|list| list.name() == name), "{row}");
    }
}

/// Every digit of `text` is in a quantity or passed over.
fn all_accounted(text: &[char]) -> Result<(), TestCaseError> {
    for numerals in [Numerals::Digits, Numerals::Chinese] {
        let found = scan(text, numerals);
        let quantities = found.quantities.iter().map(|quantity| quantity.span.clone());
        let spans: Vec<_> = quantities.chain(found.passed.iter().map(|passed| passed.start..passed.end)).collect();
        for (at, c) in text.iter().enumerate().filter(|(_, c)| c.is_ascii_digit()) {
            prop_assert!(
                spans.iter().any(|span| span.contains(&at)),
                "{c} at {at} of {}",
                text.iter().collect::<String>()
            );
        }
    }
    Ok(())
}

#[test]
fn every_digit_of_real_sentences_is_accounted_for() {
    for (_, _, sentence) in sentences() {
        all_accounted(&normal(sentence).chars).expect("every digit has its place");
    }
}

/// Pieces that sentences are made of, and that break them.
fn piece() -> impl Strategy<Value = String> {
    let real: Vec<&'static str> = sentences().map(|(_, _, sentence)| sentence).collect();
    let slice = (prop::sample::select(real), 0_usize..60, 0_usize..40)
        .prop_map(|(sentence, from, len)| sentence.chars().skip(from).take(len).collect::<String>());
    let signs = prop::sample::select(vec![
        "1",
        "23",
        "4.5",
        "235.",
        "$",
        "%",
        "％",
        "万",
        "亿元",
        "个",
        "个百分点",
        "—",
        "-",
        "∶",
        "：",
        "/",
        "（",
        "）",
        "“",
        "”",
        "。",
        "，",
        "；",
        "、",
        "分别",
        "由",
        "到",
        "第",
        "翻",
        "番",
        "百分之",
        "三",
        "二十",
        "十",
        "百",
        "第3批",
        "一、",
        "（一）",
        "一是",
        "2023年",
        "二〇二三年",
        "各位代表",
        "主要预期目标是",
        "[1]",
        "①",
        " ",
        "\u{202e}",
        "\u{1b}",
        "😀",
        "增长",
        "下降",
        "达到",
        "力争",
        "以上",
        "左右",
        "连续",
        "首位",
        "成",
        "倍",
        "半",
    ])
    .prop_map(str::to_owned);
    prop_oneof![3 => signs, 2 => slice, 1 => any::<String>()]
}

/// The same texts at every run, so that a failure is of the change that shows it; `PROPTEST_RNG_SEED=7` tries others.
fn seeded() -> ProptestConfig {
    let config = ProptestConfig::default();
    let rng_seed = if config.rng_seed == RngSeed::Random { RngSeed::Fixed(2025) } else { config.rng_seed };
    ProptestConfig { rng_seed, ..config }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..seeded() })]

    #[test]
    fn no_digit_of_mangled_text_is_lost(pieces in prop::collection::vec(piece(), 0..24)) {
        all_accounted(&normal(&pieces.concat()).chars)?;
    }

    #[test]
    fn mangled_text_gives_a_report_that_can_be_opened(lines in prop::collection::vec(prop::collection::vec(piece(), 0..6), 0..30)) {
        let lines: Vec<String> = lines.iter().map(|pieces| crate::text::clean(&pieces.concat()).trim().to_owned()).filter(|line| !line.is_empty()).collect();
        let hints = Hints { year: Some(2023), place: Some("吉林市".to_owned()) };
        let draft = read(&text(&lines), &hints);
        prop_assert_eq!(format!("{:?}", draft.report), format!("{:?}", read(&text(&lines), &hints).report));
        if draft.report.sections.is_empty() {
            return Ok(());
        }
        let taken = crate::report::take_one(draft.report, "text", &crate::report::Lexicon::default());
        prop_assert!(taken.is_ok(), "{:?}", taken.err());
    }
}

#[test]
fn a_text_without_any_stop_is_cut_into_sentences_of_a_bounded_length() {
    let line = "增加1个".repeat(5_000);
    let outline = outline(&text(&[line]), Some(2023));
    assert!(outline.sentences.len() > 10);
    assert!(outline.sentences.iter().all(|sentence| sentence.chars().len() <= 1_200));
}

/// Found by the mangled texts: two lines run together, and a unit that no figure can have.
#[test]
fn a_scale_before_a_relative_unit_is_a_damaged_figure() {
    let hints = Hints { year: Some(2023), place: Some("吉林市".to_owned()) };
    for torn in ["超过800亿个百分点", "达到12万%", "增长3亿倍"] {
        let lines = ["一、工作回顾".to_owned(), format!("助9300家次企业融资{torn}。")];
        let draft = read(&text(&lines), &hints);
        let taken = crate::report::take_one(draft.report, "text", &crate::report::Lexicon::default());
        assert!(taken.is_ok(), "{torn}: {:?}", taken.err());
    }
}

#[test]
fn a_yearly_average_is_of_the_years_that_the_sentence_names() {
    let years = |said: &str, year: i32| {
        let context = Context { part: Part::Targets, year: Some(year), plan: None, span: None };
        let found = read_figures(&normal(said).chars, &context, Numerals::Digits).figures;
        found.first().expect("a figure").years.map(|years| years.to_string())
    };
    for (said, year, wanted) in [
        ("“十五五”时期，地区生产总值年均增长5%左右。", 2026, Some("2026-2030")),
        ("提出地区生产总值年均增长5%左右。", 2026, Some("2026-2030")),
        ("“十四五”后三年，地区生产总值年均增长6%。", 2023, Some("2021-2025")),
        ("今后五年，地区生产总值年均增长6%。", 2023, Some("2023-2027")),
        ("到2027年，规模以上工业增加值年均增长8%。", 2024, Some("2024-2027")),
        ("地区生产总值年均增长6%。", 2023, None),
        ("PM2.5年均浓度下降6.7%。", 2023, Some("2023")),
        ("今后五年，地区生产总值年均增长6%；今年增长5%。", 2023, Some("2023-2027")),
        ("今年地区生产总值增长5%，“十四五”年均增长6%。", 2023, Some("2023")),
    ] {
        assert_eq!(years(said, year).as_deref(), wanted, "{said}");
    }
}

#[test]
fn names_say_what_is_counted_ranked_or_done() {
    let named = |said: &str| {
        let context = Context { part: Part::Review, year: Some(2024), plan: None, span: None };
        let found = read_figures(&normal(said).chars, &context, Numerals::Digits).figures;
        let name = |found: &super::figures::Found| found.name.name.clone().unwrap_or_default();
        found.iter().map(name).collect::<Vec<String>>()
    };
    for (said, names) in [
        ("制定政府规章5件、修改8件、废止5件。", &["政府规章", "修改政府规章", "废止政府规章"][..]),
        ("实现社会消费品零售总额2040.5亿元，增速居全省第二。", &["社会消费品零售总额", "社会消费品零售总额增速"]),
        ("三次产业结构优化为：7.9∶43.6∶48.5。", &["三次产业结构", "三次产业结构", "三次产业结构"]),
        ("529万农业转移人口成为城镇居民。", &["农业转移人口"]),
        ("每年压缩20%的行政经费用于脱贫攻坚。", &["行政经费"]),
        ("多措并举降低国有企业负债率，全年下降3.16个百分点。", &["国有企业负债率"]),
        ("着力抓好100个总投资超过2000亿元的技改项目。", &["技改项目", "技改项目总投资"]),
        ("创造了支线机场首开之年客流过50万人次的少有纪录。", &["支线机场首开之年客流"]),
        ("10件惠民实事圆满完成。", &["惠民实事"]),
        ("惠及6.89万名低保、特困及低收入对象和4.36万名优抚救助对象。", &["低保、特困及低收入对象", "优抚救助对象"]),
        ("完成城市总规修编；投资102.8亿元，改造棚户区住房3.5万套。", &["投资", "棚户区住房"]),
        ("今年坚持扩大有效投资，今年完成投资9400亿元。", &["投资"]),
        ("对全市0—18岁儿童青少年进行筛查，56人以上大班额基本消除。", &[]),
        ("安排重点项目486个，总投资8732亿元。", &["安排重点项目", "安排重点项目总投资"]),
        ("总投资76.5亿元的32个公共卫生补短板项目加快建设。", &["公共卫生补短板项目总投资", "公共卫生补短板项目"]),
        ("空气质量改善幅度在全国168个重点城市中排名第3位。", &["重点城市", "空气质量改善幅度"]),
        (
            "城乡居民收入比由2.95∶1缩小到2.69∶1。",
            &["城乡居民收入比", "城乡居民收入比", "城乡居民收入比", "城乡居民收入比"],
        ),
        ("3G、4G覆盖率分别达到99.1%、84.7%。", &["3G覆盖率", "4G覆盖率"]),
        ("供热、供水、供气普及率分别达到88%、99.5%、99%。", &["供热普及率", "供水普及率", "供气普及率"]),
        ("完成0—6岁常住儿童孤独症筛查60万人次以上。", &["0—6岁常住儿童孤独症筛查"]),
        ("地区生产总值朝着5000亿元关口奋进。", &["地区生产总值"]),
        ("居民医保财政补助增加40元、惠及124万人。", &["居民医保财政补助增加", "居民医保财政补助惠及"]),
        ("省政府机关机构数减少13个。", &["省政府机关机构数减少"]),
        ("实施亿元以上项目1868个，同比增加110个。", &["亿元以上项目", "亿元以上项目增加"]),
        ("全市地区生产总值从全省第11位跃升到第9位。", &["地区生产总值", "地区生产总值"]),
        ("出台巩固经济回升向好18条措施，办好10件实事。", &["巩固经济回升向好措施", "办好实事"]),
        ("开工白旗松花江大桥等4个项目。", &["白旗松花江大桥等项目"]),
        ("“回迁难”“办证难”分别完成60%和90%。", &["“回迁难”", "“办证难”"]),
        ("我省运动员在里约奥运会上获1银、1铜。", &["里约奥运会", "里约奥运会"]),
        ("936个单位联系1117个村。", &["单位联系", "单位联系村"]),
        ("煤炭、原油产量达到5875万吨、1090万吨，分别增长5%、6%。", &["煤炭产量", "原油产量", "煤炭产量", "原油产量"]),
        ("一、二、三产增加值分别增长6%、7%、8%。", &["一产增加值", "二产增加值", "三产增加值"]),
        ("全市第一、二产业增加值分别增长6%、7%。", &["第一产业增加值", "第二产业增加值"]),
        ("2010年工业比重、重工业比重分别达88.6%、41.6%。", &["工业比重", "重工业比重"]),
        ("生产总值增长8.4%，分别高于全国、全省1.8和0.9个百分点。", &["生产总值", "生产总值", "生产总值"]),
        ("棚改房改造完成102套、新启动205套。", &["棚改房改造", "新启动棚改房改造"]),
        ("安置房开工8548套、基本建成7188套。", &["安置房开工", "建成安置房"]),
        ("安排重点项目486个，总投资8732亿元，建成100个。", &["安排重点项目", "安排重点项目总投资", "建成重点项目"]),
        ("新增市场主体8万户，总数达到43.1万户。", &["新增市场主体", "市场主体"]),
        ("有4个园区产值超300亿元。", &["园区", "园区产值"]),
        ("95个项目完成投资640亿元。", &["项目", "项目投资"]),
        ("“停缓调撤”项目735个、涉及总投资2932亿元。", &["“停缓调撤”项目", "“停缓调撤”项目总投资"]),
        ("投资20.9亿元实施34个市容提升项目。", &["市容提升项目投资", "市容提升项目"]),
        ("投入2.6亿元建成城乡养老中心85所。", &["城乡养老中心投入", "城乡养老中心"]),
        ("改造“散乱污”企业618家、提升整治296家。", &["“散乱污”企业", "提升整治“散乱污”企业"]),
        ("投入5.8亿元，医院项目建成投运。", &["投入"]),
        ("地区生产总值达到3728亿元，人均达到8.1万元。", &["地区生产总值", "人均地区生产总值"]),
        ("办理市人大议案6件、建议565件。", &["市人大议案", "建议"]),
        ("人均GDP在内地大城市中率先突破1万美元。", &["人均GDP"]),
        ("困难群众社会工作服务100%覆盖。", &["困难群众社会工作服务覆盖"]),
        ("12户企业进入全省民营100强企业。", &["企业进入全省民营100强企业"]),
        ("11万农村居民饮水安全得到保障。", &["农村居民饮水安全"]),
        ("10个中央和省级竞争性项目成功入围。", &["中央和省级竞争性项目"]),
        ("21个地级以上市空气达标。", &["地级以上市空气"]),
        ("建成3.15万个5G基站。", &["5G基站"]),
        ("科技三项经费年均增长30%。", &["科技三项经费"]),
        ("40.9万国企退休人员实现社会化管理。", &["国企退休人员"]),
        ("三台获评全省先进县，西十一条路跨铁项目开工。", &[]),
    ] {
        assert_eq!(named(said), names, "{said}");
    }
}

/// Why digits were passed over that have no unit.
#[test]
fn digits_of_lines_centuries_and_items_are_listed_with_their_reason() {
    let lines = [
        "一、2023年工作回顾",
        "地铁1、2、3号线开通，核电5—6号机组并网。",
        "加快建设21世纪海上丝绸之路。",
        "建成农贸市场；2)建成停车场。",
    ];
    let hints = Hints { year: Some(2024), place: Some("德阳市".to_owned()) };
    let draft = read(&text(&lines.map(str::to_owned)), &hints);
    let passed: Vec<(&str, super::Reason)> =
        draft.passed_over.iter().skip(1).map(|gone| (gone.digits.as_str(), gone.reason)).collect();
    let wanted = [("1", Road), ("2", Road), ("3", Road), ("5", Code), ("6", Code), ("21", Date), ("2", ListNumber)];
    assert_eq!(passed, wanted);
}

/// The parts of the sentences of `lines`, headings among them, as the letters of Review, Problems, Targets, Tasks (K).
fn parts_of(lines: &[&str], year: i32) -> String {
    let lines: Vec<String> = lines.iter().map(|&line| line.to_owned()).collect();
    let letter = |context: &Context| match context.part {
        Part::Review => 'R',
        Part::Problems => 'P',
        Part::Targets => 'T',
        Part::Tasks => 'K',
        _ => '-',
    };
    outline(&text(&lines), Some(year)).contexts.iter().map(letter).collect()
}

#[test]
fn a_section_that_explains_a_plan_goes_by_the_headings_under_it() {
    let lines = [
        "一、2010年工作回顾",
        "全市生产总值增长12%。",
        "二、2011年工作安排",
        "今年的主要预期目标是：全市生产总值增长10%。",
        "（一）加快转型升级",
        "新建产业园5个。",
        "三、关于《“十二五”规划纲要（草案）》的说明",
        "《纲要》已提请大会审查。",
        "（一）“十一五”时期主要情况",
        "五年来，全市生产总值翻了一番。",
        "（二）“十二五”时期的指导思想和主要目标",
        "为什么这样定？",
        "一是兼顾需要和可能。",
        "（三）“十二五”时期的主要任务",
        "一是努力扩大内需。",
    ];
    assert_eq!(parts_of(&lines, 2011), "RRTTKKTTRRTTTKK");
}

#[test]
fn a_heading_that_says_nothing_is_followed_by_the_aims_where_the_text_says_so() {
    let lines = [
        "一、2015年工作回顾",
        "全市生产总值增长12%。",
        "二、2016年主要目标",
        "今年的主要预期目标是：全市生产总值增长10%。",
        "（一）加快转型升级",
        "新建产业园5个。",
        "三、开好头、起好步",
        "2016年是首战之年。",
        "今年政府工作总体要求是：稳中求进。",
        "（一）打好攻坚战",
        "新建学校10所。",
    ];
    assert_eq!(parts_of(&lines, 2016), "RRTTKKTTTKK");
}

#[test]
fn tasks_begin_at_a_line_alone_where_no_table_knows_its_words() {
    let filler = "全面建成小康社会，产业竞争力进一步提升，新建学校10所。";
    let mut lines = vec!["2019年工作回顾", filler, filler, "2020年主要目标"];
    lines.extend([
        "今年的主要预期目标是：全市生产总值增长7.8%。",
        "必须把握好时间进度。",
        "主动担当新时代历史使命",
        filler,
    ]);
    lines.extend([filler; 12]);
    assert_eq!(parts_of(&lines, 2020), format!("RRRTTTK{}", "K".repeat(13)));
}

/// Every run of digits of a paragraph whose lines are broken is listed with the line in which its sentence begins.
#[test]
fn digits_passed_over_are_listed_with_their_own_line() {
    let lines = [
        "一、2023年工作回顾",
        "一年来，我们集中力量抓工业，现代化产业体系建设取得积极进展",
        "工业运行稳中提质。成功举办第75届世界铸造会议。推广5G应用，产量约占全球1/8。",
    ];
    let hints = Hints { year: Some(2024), place: Some("德阳市".to_owned()) };
    let draft = read(&text(&lines.map(str::to_owned)), &hints);
    let passed: Vec<(u32, &str)> = draft.passed_over.iter().map(|gone| (gone.line, gone.digits.as_str())).collect();
    assert_eq!(passed, [(1, "2023"), (3, "75"), (3, "5")]);
}

#[test]
fn rates_fractions_and_codes_are_told_apart() {
    let read = |said: &str| {
        let context = Context { part: Part::Review, year: Some(2024), plan: None, span: None };
        let found = read_figures(&normal(said).chars, &context, Numerals::Digits);
        let figures = found.figures.iter().map(|found| (found.value, found.unit.clone())).collect::<Vec<_>>();
        (figures, found.passed.into_iter().map(|(digits, _)| digits).collect::<Vec<_>>())
    };
    let share = |value: f64, unit: &str| vec![(value, unit.to_owned())];
    assert_eq!(read("财政收入3万2千亿元。"), (share(32000.0, "亿元"), Vec::new()));
    assert_eq!(
        read("投资1亿5千万元，惠及2万3千多人。"),
        (vec![(1.5, "亿元".to_owned()), (2.3, "万人".to_owned())], Vec::new())
    );
    assert_eq!(read("举办3人制篮球赛，10家制造企业参加。"), (share(10.0, "家"), vec!["3".to_owned()]));
    assert_eq!(read("孕产妇死亡率控制在7.95/10万。"), (share(7.95, "/10万"), Vec::new()));
    assert_eq!(read("客车产量约占全球1/8，位居前列。"), (share(12.5, "%"), Vec::new()));
    assert_eq!(
        read("城乡居民收入比由2.65缩小到2.31。"),
        (vec![(2.65, String::new()), (2.31, String::new())], Vec::new())
    );
    assert_eq!(read("推进抚顺、铁岭共享024区号资源。"), (Vec::new(), vec!["024".to_owned()]));
    let points = vec![(-14.0, "个百分点".to_owned()), (-10.0, "个百分点".to_owned())];
    assert_eq!(read("弃风、弃光率分别下降14和10个百分点。"), (points, Vec::new()));
}
