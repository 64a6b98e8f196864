//! The ledger: what the built-in report has to hold, typed by hand from the source text.
//!
//! Nothing in this file was generated from the data under `assets`. A second person read the
//! source sentence by sentence and wrote down every quantity (`LEDGER`), every numeral that is not
//! a quantity (`NOT_FIGURES`), every name (`NAMES`), whose each of several like figures is
//! (`OWNERS`) and the number of sentences under every heading (`SENTENCES`). The source itself is
//! no part of the project; these tables are its witnesses. The tests compare them with the data in
//! both directions, and each failure lists every difference, not only the first.
//!
//! Sentences are counted as the format says: under one heading all lines are one stream, a
//! sentence ends after 。！？ or at the end of a line, and the count starts at 1 for each heading.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use sulan::library::Library;
use sulan::report::Basis::{Count, Duration, Growth, Level, Multiple, Points, Rank, Share};
use sulan::report::Qualifier::{About, AtLeast, Over, Toward};
use sulan::report::{Basis, Entry, Figure, Qualifier, Report, Section};

// Headings, exactly as printed.
const FRONT: &str = "写在前面";
const INDUSTRY: &str = "工业逆势上扬";
const INVESTMENT: &str = "投资增添新动能";
const SERVICES: &str = "服务业释放新活力";
const RURAL: &str = "乡村振兴再上新台阶";
const REFORM: &str = "改革开放迈出新步伐";
const CITY: &str = "城市环境焕发新面貌";
const PEOPLE: &str = "民生事业取得新进步";
const SAFETY: &str = "安全稳定实现新提升";
const HONOURS: &str = "2024 荣誉榜";
const TASK_1: &str = "(一) 在发展新质生产力、打造产业竞争新优势上攻坚突破";
const TASK_2: &str = "(二) 在落实扩大内需战略、打造经济增长新支点上攻坚突破";
const TASK_3: &str = "(三) 在深化运用“千万工程”经验、打造区域现代化大农业发展中心上攻坚突破";
const TASK_4: &str = "(四) 在进一步全面深化改革、打造高质量发展新动能上攻坚突破";
const TASK_5: &str = "(五) 在践行人民城市理念、打造宜居韧性智慧城市上攻坚突破";
const TASK_6: &str = "(六) 在贯彻习近平生态文明思想、打造生态强市上攻坚突破";
const TASK_7: &str = "(七) 在坚持以人民为中心的发展思想、打造幸福民生上攻坚突破";
const TASK_8: &str = "(八) 在以高水平安全保障高质量发展、打造“平安江城”上攻坚突破";
const GENERAL: &str = "总体要求";
const TARGETS: &str = "主要预期目标";

/// What the source has under one heading.
struct Extent {
    heading: &'static str,
    /// The number of its sentences.
    sentences: u32,
    /// Sentences that give no entry: "一是…" lines, and what is cited from elsewhere.
    silent: &'static [u32],
    /// Sentences that may give an entry and need not: lead lines and words of welcome.
    free: &'static [u32],
}

const fn extent(heading: &'static str, sentences: u32, silent: &'static [u32], free: &'static [u32]) -> Extent {
    Extent { heading, sentences, silent, free }
}

const SENTENCES: &[Extent] = &[
    // The meetings may stand in the note of the source; the last sentence is cited from 总体要求.
    extent(FRONT, 4, &[4], &[1, 2, 3]),
    extent(INDUSTRY, 6, &[], &[]),
    extent(INVESTMENT, 6, &[], &[]),
    extent(SERVICES, 7, &[], &[]),
    extent(RURAL, 8, &[], &[]),
    extent(REFORM, 6, &[], &[]),
    extent(CITY, 8, &[], &[]),
    extent(PEOPLE, 9, &[], &[]),
    extent(SAFETY, 1, &[], &[]),
    extent(HONOURS, 14, &[], &[]),
    // 5 and 7 only announce the clusters that 6 and 8 name.
    extent(TASK_1, 8, &[], &[5, 7]),
    extent(TASK_2, 6, &[1, 3, 5], &[]),
    extent(TASK_3, 8, &[1, 3, 5, 7], &[]),
    extent(TASK_4, 5, &[], &[]),
    extent(TASK_5, 6, &[1, 3, 5], &[]),
    extent(TASK_6, 3, &[], &[]),
    extent(TASK_7, 13, &[1, 3, 5, 7, 10, 12], &[]),
    extent(TASK_8, 3, &[], &[]),
    extent(GENERAL, 1, &[], &[]),
    extent(TARGETS, 5, &[], &[]),
];

/// One quantity of the source.
struct Row {
    sentence: u32,
    value: f64,
    upper: Option<f64>,
    unit: &'static str,
    qualifier: Option<Qualifier>,
    basis: Basis,
    /// What it measures, for the reader of a failed test; never compared.
    what: &'static str,
    /// Set where the data may hold these words instead of the figure.
    or_words: Option<&'static str>,
}

const fn row(
    sentence: u32,
    value: f64,
    unit: &'static str,
    qualifier: Option<Qualifier>,
    basis: Basis,
    what: &'static str,
) -> Row {
    Row { sentence, value, upper: None, unit, qualifier, basis, what, or_words: None }
}

impl Row {
    const fn up_to(mut self, upper: f64) -> Self {
        self.upper = Some(upper);
        self
    }

    const fn or_words(mut self, words: &'static str) -> Self {
        self.or_words = Some(words);
        self
    }
}

/// Every quantity of the source, in its order.
const LEDGER: &[(&str, &[Row])] = &[
    // Review: industry
    (
        INDUSTRY,
        &[
            row(1, 4.5, "%", None, Growth, "工业增加值"),
            row(2, 7.0, "户", None, Count, "省级单项冠军"),
            row(3, 55.0, "户", None, Count, "盘活双停企业"),
            row(3, 40.0, "亿元", None, Level, "新增产值"),
            row(4, 20.0, "%", None, Growth, "数字经济核心产业产值"),
            row(5, 110.0, "户", None, Count, "高新技术企业"),
            row(5, 62.0, "户", None, Count, "专精特新企业"),
            row(5, 6.0, "个", None, Count, "科技创新平台"),
            row(5, 3.0, "倍", None, Multiple, "技术合同成交额"),
            row(6, 900.0, "亿元", None, Level, "银行信贷"),
            row(6, 230.0, "亿元", None, Level, "产融合作平台"),
            row(6, 11.0, "亿元", None, Level, "应急周转资金"),
        ],
    ),
    // Review: investment
    (
        INVESTMENT,
        &[
            row(1, 5.2, "%", None, Growth, "固定资产投资"),
            row(2, 407.0, "个", None, Count, "开复工重点项目"),
            row(2, 70.0, "%", None, Share, "产业投资占比"),
            row(2, 23.3, "个百分点", None, Points, "占比提高"),
            row(3, 90.0, "%", Some(Over), Share, "吉化项目进度"),
            row(3, 120.0, "万吨", None, Level, "乙烯装置"),
            row(3, 15.0, "万吨", None, Level, "奇峰腈纶"),
            row(3, 185.0, "个", None, Count, "竣工重大项目"),
            row(4, 25.0, "万吨", None, Level, "建龙硅钢"),
            row(5, 3.0, "万吨", None, Level, "碳谷原丝"),
            row(6, 163.0, "个", None, Count, "新签约"),
            row(6, 123.0, "个", None, Count, "当年签约开工"),
        ],
    ),
    // Review: services
    (
        SERVICES,
        &[
            row(1, 15.8, "%", None, Growth, "重点行业营收"),
            row(2, 2.7, "亿元", None, Level, "补贴和消费券"),
            row(2, 29.6, "亿元", None, Level, "拉动销售额"),
            row(3, 5.0, "处", None, Count, "闲置商业资产"),
            row(3, 11.0, "%", None, Growth, "商贸业销售额"),
            row(4, 21.6, "%", None, Growth, "国内游客人次"),
            row(4, 22.4, "%", None, Growth, "游客总花费"),
            row(5, 11.0, "处", None, Count, "文博场馆"),
        ],
    ),
    // Review: countryside
    (
        RURAL,
        &[
            row(1, 5.5, "%", None, Growth, "农林牧渔业总产值"),
            row(2, 95.28, "亿斤", None, Level, "粮食产量"),
            row(3, 87.0, "万亩", None, Level, "高标准农田"),
            row(4, 6.5, "%", None, Growth, "猪"),
            row(4, 9.9, "%", None, Growth, "牛"),
            row(4, 25.0, "%", None, Growth, "羊"),
            row(4, 10.2, "%", None, Growth, "禽"),
            row(4, 2.0, "倍", None, Multiple, "肉牛屠宰量翻番"),
            row(5, 2.0, "倍", None, Multiple, "人参价值倍增"),
            row(6, 623.0, "公里", None, Level, "四好农村路"),
            row(6, 27.0, "%", None, Growth, "四好农村路增长"),
            row(7, 123.0, "个", None, Count, "十百千万项目"),
            row(7, 20.0, "个", None, Count, "百村示范村"),
            row(7, 132.0, "个", None, Count, "千村美丽村"),
            row(7, 213.0, "个", None, Count, "绿化示范村屯"),
            row(8, 16400.0, "元", Some(AtLeast), Level, "脱贫人口收入"),
        ],
    ),
    // Review: reform and opening
    (
        REFORM,
        &[
            row(1, 20.0, "项", None, Count, "高效办成一件事"),
            row(1, 12.5, "个百分点", None, Points, "网办率提高"),
            row(1, 53.0, "个", None, Count, "跨省通办城市"),
            row(2, 7509.0, "件", None, Count, "企业难题"),
            row(3, 1.0, "位", None, Rank, "信用指数首位"),
            row(4, 41.0, "%", None, Growth, "农村产权交易量"),
            row(6, 105.0, "户", None, Count, "综试区企业"),
        ],
    ),
    // Review: city
    (
        CITY,
        &[
            row(1, 55.0, "项", None, Count, "重点城建工程"),
            row(1, 167.8, "万平方米", None, Level, "维修道路"),
            row(1, 2.8, "倍", None, Multiple, "维修道路比上年"),
            row(2, 14.0, "个", None, Count, "出入口景观"),
            row(2, 6.0, "个", None, Count, "示范街区"),
            row(3, 104.0, "处", None, Count, "点亮景观"),
            row(4, 171.0, "个", None, Count, "启动老旧小区"),
            row(4, 25.9, "万户", None, Count, "液化气改造"),
            row(7, 50.0, "个", None, Count, "转角公园"),
            row(7, 14.0, "公顷", None, Level, "新增绿地"),
            row(8, 100.0, "%", None, Share, "废气治理率"),
            row(8, 100.0, "%", None, Share, "水质达标率"),
        ],
    ),
    // Review: livelihood
    (
        PEOPLE,
        &[
            row(1, 4.3, "万人", None, Count, "城镇新增就业"),
            row(1, 48.8, "万人", None, Count, "转移就业"),
            row(1, 4.1, "亿元", None, Level, "创业担保贷款"),
            row(2, 2.0, "年", None, Duration, "人口净增长"),
            row(3, 3120.0, "个", None, Count, "义务教育学位"),
            row(5, 9.8, "万件", None, Count, "急难愁盼问题"),
            row(6, 94.5, "%", None, Share, "养老保险参保率"),
            row(7, 207.0, "个", None, Count, "长者食堂"),
        ],
    ),
    // Review: safety
    (SAFETY, &[row(1, 45.0, "年", None, Duration, "无重大森林火灾")]),
    // Honours
    (
        HONOURS,
        &[
            row(8, 2.0, "枚", None, Count, "技能大赛金牌"),
            row(8, 3.0, "枚", None, Count, "技能大赛银牌"),
            row(9, 1.0, "枚", None, Count, "奥运银牌"),
            row(9, 1.0, "枚", None, Count, "奥运铜牌"),
            row(11, 3.0, "个", None, Count, "夜间消费商圈"),
        ],
    ),
    // Tasks (一): industry
    (
        TASK_1,
        &[
            row(1, 1000.0, "亿元", Some(Toward), Level, "化工千亿级").or_words("千亿级"),
            row(2, 100.0, "亿元", Some(Over), Level, "碳纤维全产业链产值"),
        ],
    ),
    // Tasks (二): demand
    (
        TASK_2,
        &[
            row(2, 200.0, "场", Some(AtLeast), Count, "促销活动"),
            row(2, 9.0, "个", None, Count, "商圈及街区"),
            row(2, 3.0, "个", None, Count, "夜间消费集聚区"),
            row(4, 240.0, "个", Some(AtLeast), Count, "亿元以上项目"),
            row(4, 25.0, "个", None, Count, "10亿元以上项目"),
            row(4, 150.0, "个", Some(AtLeast), Count, "竣工投产项目"),
            row(4, 100.0, "户", None, Count, "数字化改造"),
            row(6, 57.0, "个", None, Count, "文旅项目"),
            row(6, 1.0, "个", None, Count, "旅游度假区").up_to(2.0),
            row(6, 20.0, "%", Some(AtLeast), Growth, "国内游客人次"),
            row(6, 20.0, "%", Some(AtLeast), Growth, "游客总花费"),
            row(6, 3.0, "条", None, Count, "景观轴线"),
            row(6, 24.0, "个", None, Count, "精品景点"),
        ],
    ),
    // Tasks (三): farming
    (
        TASK_3,
        &[
            row(2, 67.0, "万亩", None, Level, "高标准农田"),
            row(2, 60.0, "万亩", None, Level, "黑土地保护性耕作"),
            row(2, 100.0, "亿斤", Some(Toward), Level, "粮食产量"),
            row(4, 2.0, "倍", None, Multiple, "人参产值翻一番"),
            row(4, 50.0, "亿元", Some(AtLeast), Level, "人参产值"),
            row(4, 2.4, "%", None, Growth, "猪"),
            row(4, 7.9, "%", None, Growth, "牛"),
            row(4, 12.5, "%", None, Growth, "羊"),
            row(4, 2.6, "%", None, Growth, "禽"),
            row(6, 365.0, "公里", None, Level, "新建公路"),
            row(6, 451.0, "公里", None, Level, "整治公路"),
            row(6, 67.0, "项", None, Count, "水利项目"),
            row(6, 88.0, "%", Some(AtLeast), Share, "秸秆利用率"),
            row(8, 4200.0, "家", None, Count, "社会化服务组织"),
            row(8, 3.0, "个", None, Count, "科技小院"),
            row(8, 800.0, "人", None, Count, "培养农民"),
        ],
    ),
    // Tasks (四): reform, no quantity
    // Tasks (五): city
    (
        TASK_5,
        &[
            row(2, 8.0, "个", None, Count, "单元详细规划"),
            row(2, 3.0, "个", None, Count, "保护专项规划"),
            row(4, 50.0, "项", None, Count, "重点城建工程"),
            row(4, 16.0, "条", None, Count, "景观路"),
            row(4, 171.0, "个", None, Count, "完成老旧小区"),
            row(4, 50.0, "公里", None, Level, "供热管网"),
            row(4, 50.0, "公里", None, Level, "污水管网"),
            row(4, 3000.0, "个", None, Count, "充电桩"),
            row(4, 940.0, "个", None, Count, "5G基站"),
            row(6, 6500.0, "处", None, Count, "图像采集点位"),
            row(6, 61.0, "处", None, Count, "内涝点"),
        ],
    ),
    // Tasks (六): ecology, no quantity
    // Tasks (七): livelihood
    (
        TASK_7,
        &[
            row(2, 2.0, "万人次", None, Count, "技能培训"),
            row(2, 3.35, "万人", None, Count, "城镇新增就业"),
            row(2, 40.0, "万人", None, Count, "转移就业"),
            row(9, 12.0, "个", None, Count, "教育集团"),
            row(9, 1000.0, "人次", None, Count, "乡村教师"),
            row(9, 7.6, "万人次", Some(AtLeast), Count, "困难学生"),
            row(11, 10.0, "个", None, Count, "养老服务中心"),
            row(11, 60.0, "个", None, Count, "养老服务站"),
            row(11, 60.0, "个", Some(AtLeast), Count, "长者食堂"),
            row(13, 300.0, "场", None, Count, "公益演出"),
            row(13, 100.0, "处", None, Count, "健身器材"),
        ],
    ),
    // Tasks (八): safety, no quantity
    // Targets (总体要求 has no quantity; its fifth line is words only)
    (
        TARGETS,
        &[
            row(1, 6.0, "%", Some(About), Growth, "地区生产总值"),
            row(2, 10.0, "%", None, Growth, "规模工业增加值"),
            row(3, 3.0, "%", None, Growth, "固定资产投资"),
            row(4, 7.0, "%", None, Growth, "社会消费品零售总额"),
        ],
    ),
];

/// Whose each figure is, where a sentence has several alike that could be taken for each other.
///
/// The name must stand in the figure's label; `|` parts forms that will do.
const OWNERS: &[(&str, u32, f64, &str)] = &[
    (INDUSTRY, 5, 110.0, "高新技术"),
    (INDUSTRY, 5, 62.0, "专精特新"),
    (INDUSTRY, 6, 900.0, "信贷"),
    (INDUSTRY, 6, 230.0, "产融合作"),
    (INDUSTRY, 6, 11.0, "周转"),
    (INVESTMENT, 3, 120.0, "乙烯"),
    (INVESTMENT, 3, 15.0, "腈纶"),
    (INVESTMENT, 6, 123.0, "开工"),
    (SERVICES, 2, 2.7, "消费券|补贴"),
    (SERVICES, 2, 29.6, "销售额|拉动"),
    (SERVICES, 4, 21.6, "人次|国内游客"),
    (SERVICES, 4, 22.4, "花费"),
    (RURAL, 4, 6.5, "猪"),
    (RURAL, 4, 9.9, "牛"),
    (RURAL, 4, 25.0, "羊"),
    (RURAL, 4, 10.2, "禽"),
    (RURAL, 7, 123.0, "十百千万"),
    (RURAL, 7, 20.0, "百村示范"),
    (RURAL, 7, 132.0, "千村美丽"),
    (RURAL, 7, 213.0, "绿化"),
    (CITY, 2, 14.0, "出入口"),
    (CITY, 2, 6.0, "街区"),
    (PEOPLE, 1, 4.3, "城镇"),
    (PEOPLE, 1, 48.8, "农村"),
    (HONOURS, 8, 2.0, "金"),
    (HONOURS, 8, 3.0, "银"),
    (TASK_2, 2, 9.0, "商圈"),
    (TASK_2, 2, 3.0, "集聚区"),
    (TASK_2, 4, 25.0, "10亿"),
    (TASK_2, 4, 150.0, "竣工|投产"),
    (TASK_2, 6, 57.0, "项目"),
    (TASK_2, 6, 24.0, "景点"),
    (TASK_3, 2, 67.0, "高标准农田"),
    (TASK_3, 2, 60.0, "黑土地"),
    (TASK_3, 4, 2.4, "猪"),
    (TASK_3, 4, 7.9, "牛"),
    (TASK_3, 4, 12.5, "羊"),
    (TASK_3, 4, 2.6, "禽"),
    (TASK_3, 6, 365.0, "新建"),
    (TASK_3, 6, 451.0, "整治"),
    (TASK_5, 2, 8.0, "单元"),
    (TASK_5, 2, 3.0, "历史文化"),
    (TASK_5, 4, 171.0, "老旧小区"),
    (TASK_5, 4, 3000.0, "充电桩"),
    (TASK_5, 4, 940.0, "基站"),
    (TASK_5, 6, 6500.0, "图像"),
    (TASK_5, 6, 61.0, "内涝"),
    (TASK_7, 2, 3.35, "城镇"),
    (TASK_7, 2, 40.0, "农村"),
    (TASK_7, 11, 10.0, "服务中心"),
];

/// A numeral of the source that is not a quantity.
struct Numeral {
    sentence: u32,
    printed: &'static str,
    values: &'static [f64],
    reason: &'static str,
}

const fn not(sentence: u32, printed: &'static str, values: &'static [f64], reason: &'static str) -> Numeral {
    Numeral { sentence, printed, values, reason }
}

/// Every other numeral under every heading; sentence 0 is the heading itself.
const NOT_FIGURES: &[(&str, &[Numeral])] = &[
    (
        FRONT,
        &[
            not(1, "2025年", &[2025.0], "date"),
            not(1, "1月8日至10日", &[1.0, 8.0, 10.0], "date"),
            not(1, "第十七届", &[17.0], "ordinal of a congress"),
            not(1, "第五次", &[5.0], "ordinal of a meeting"),
            not(1, "第十四届", &[14.0], "ordinal of a committee"),
            not(1, "第四次", &[4.0], "ordinal of a meeting"),
            not(2, "齐聚一堂", &[1.0], "idiom"),
            not(4, "2025年", &[2025.0], "date"),
            not(4, "二十大", &[20.0], "ordinal of a congress"),
            not(4, "十二届", &[12.0], "ordinal of a committee"),
            not(4, "五次", &[5.0], "ordinal of a meeting"),
            not(4, "六次", &[6.0], "ordinal of a meeting"),
            not(4, "十四届", &[14.0], "ordinal of a committee"),
            not(4, "八次", &[8.0], "ordinal of a meeting"),
            not(4, "九次", &[9.0], "ordinal of a meeting"),
            not(4, "五个“必须统筹”", &[5.0], "name of a doctrine"),
            not(4, "一个中心", &[1.0], "name of a programme"),
            not(4, "四个基地", &[4.0], "name of a programme"),
        ],
    ),
    (
        INDUSTRY,
        &[
            not(2, "首批", &[1.0], "ordinal of a batch"),
            not(2, "单项", &[1.0], "part of a title"),
            not(3, "双停", &[2.0], "kind of firm"),
        ],
    ),
    (
        INVESTMENT,
        &[
            not(3, "三洞贯通", &[3.0], "name of a milestone"),
            not(5, "一期", &[1.0], "phase"),
            not(5, "1800级", &[1800.0], "grade"),
        ],
    ),
    (
        SERVICES,
        &[
            not(4, "十大", &[10.0], "name of a set"),
            not(7, "万科", &[10000.0], "name of a firm"),
            not(7, "两大", &[2.0], "counts the two names before it"),
        ],
    ),
    (
        RURAL,
        &[
            not(6, "四好", &[4.0], "name of a programme"),
            not(7, "十百千万", &[10.0, 100.0, 1000.0, 10000.0], "name of a programme"),
            not(7, "百村示范", &[100.0], "name of a programme"),
            not(7, "千村美丽", &[1000.0], "name of a programme"),
        ],
    ),
    (
        REFORM,
        &[
            not(1, "一件事", &[1.0], "name of a programme"),
            not(2, "九解一协调", &[9.0, 1.0], "name of a programme"),
            not(2, "2.0版", &[2.0], "version"),
            not(5, "第二届", &[2.0], "ordinal of an event"),
            not(5, "第十九届", &[19.0], "ordinal of an event"),
            not(6, "9610", &[9610.0], "customs code"),
        ],
    ),
    (CITY, &[not(3, "两江两岸", &[2.0], "name of a place")]),
    (PEOPLE, &[not(3, "一站式", &[1.0], "kind of service"), not(9, "零", &[0.0], "idiom for a first medal")]),
    (SAFETY, &[not(1, "三年行动", &[3.0], "name of a campaign")]),
    (
        HONOURS,
        &[
            not(0, "2024", &[2024.0], "year in the heading"),
            not(1, "十佳", &[10.0], "part of a title"),
            not(5, "一刻钟", &[1.0, 15.0], "part of a title"),
            not(10, "一级", &[1.0], "grade"),
            not(14, "十佳", &[10.0], "part of a title"),
        ],
    ),
    (
        TASK_1,
        &[
            not(0, "(一)", &[1.0], "number of the heading"),
            not(1, "一流", &[1.0], "rank word"),
            not(6, "一流", &[1.0], "rank word"),
            not(6, "三头三尾", &[3.0], "name of a programme"),
            not(8, "万能", &[10000.0], "name of a project"),
        ],
    ),
    (
        TASK_2,
        &[
            not(0, "(二)", &[2.0], "number of the heading"),
            not(1, "一是", &[1.0], "number of the list"),
            not(3, "二是", &[2.0], "number of the list"),
            not(4, "亿元以上", &[1.0, 100_000_000.0], "size class"),
            not(4, "10亿元以上", &[10.0, 1_000_000_000.0], "size class"),
            not(5, "三是", &[3.0], "number of the list"),
            not(6, "七大", &[7.0], "counts the seven names before it"),
        ],
    ),
    (
        TASK_3,
        &[
            not(0, "(三)", &[3.0], "number of the heading"),
            not(0, "千万工程", &[1000.0, 10000.0], "name of a programme"),
            not(1, "一是", &[1.0], "number of the list"),
            not(1, "百亿斤", &[100.0], "name of a programme"),
            not(3, "二是", &[2.0], "number of the list"),
            not(4, "八大行动", &[8.0], "name of a programme"),
            not(5, "三是", &[3.0], "number of the list"),
            not(7, "四是", &[4.0], "number of the list"),
        ],
    ),
    (TASK_4, &[not(0, "(四)", &[4.0], "number of the heading")]),
    (
        TASK_5,
        &[
            not(0, "(五)", &[5.0], "number of the heading"),
            not(1, "一是", &[1.0], "number of the list"),
            not(3, "二是", &[2.0], "number of the list"),
            not(4, "5G", &[5.0], "generation of a technology"),
            not(5, "三是", &[3.0], "number of the list"),
        ],
    ),
    (TASK_6, &[not(0, "(六)", &[6.0], "number of the heading")]),
    (
        TASK_7,
        &[
            not(0, "(七)", &[7.0], "number of the heading"),
            not(1, "一是", &[1.0], "number of the list"),
            not(2, "零就业", &[0.0], "kind of household"),
            not(2, "动态清零", &[0.0], "state kept, not a count"),
            not(3, "二是", &[2.0], "number of the list"),
            not(4, "60周岁", &[60.0], "age of eligibility"),
            not(5, "三是", &[3.0], "number of the list"),
            not(6, "一站式", &[1.0], "kind of service"),
            not(7, "四是", &[4.0], "number of the list"),
            not(8, "丰满二实验", &[2.0], "name of a school"),
            not(9, "吉林三中", &[3.0], "name of a school"),
            not(10, "五是", &[5.0], "number of the list"),
            not(10, "一老一小", &[1.0], "name of a programme"),
            not(11, "15分钟", &[15.0], "name of a programme"),
            not(12, "六是", &[6.0], "number of the list"),
        ],
    ),
    (TASK_8, &[not(0, "(八)", &[8.0], "number of the heading")]),
    (
        GENERAL,
        &[
            not(1, "二十大", &[20.0], "ordinal of a congress"),
            not(1, "二十届", &[20.0], "ordinal of a committee"),
            not(1, "二中", &[2.0], "ordinal of a meeting"),
            not(1, "三中", &[3.0], "ordinal of a meeting"),
            not(1, "十二届", &[12.0], "ordinal of a committee"),
            not(1, "五次", &[5.0], "ordinal of a meeting"),
            not(1, "六次", &[6.0], "ordinal of a meeting"),
            not(1, "十四届", &[14.0], "ordinal of a committee"),
            not(1, "八次", &[8.0], "ordinal of a meeting"),
            not(1, "九次", &[9.0], "ordinal of a meeting"),
            not(1, "五个“必须统筹”", &[5.0], "name of a doctrine"),
            not(1, "一个中心", &[1.0], "name of a programme"),
            not(1, "四个基地", &[4.0], "name of a programme"),
        ],
    ),
];

/// Every name of the source, as short as it can be told; `|` parts forms that all will do.
///
/// The first form is always the source's own. Quotation marks and blanks are ignored.
const NAMES: &[(&str, &[&str])] = &[
    // Names of 写在前面 and of the byline may stand in the head of the report instead.
    (FRONT, &["吉林市", "李婷", "丁美佳", "十七届", "人民代表大会|人大", "五次会议", "政协", "十四届", "四次会议"]),
    (
        INDUSTRY,
        &[
            "工业增加值",
            "国兴碳纤维",
            "首批",
            "省级",
            "制造业",
            "单项冠军",
            "双停",
            "数字经济核心产业",
            "国家高新技术企业|国家级高新技术企业",
            "专精特新",
            "科技创新平台",
            "技术合同",
            "银行信贷",
            "产融合作",
            "应急周转资金",
        ],
    ),
    (
        INVESTMENT,
        &[
            "固定资产投资",
            "重点项目",
            "产业投资",
            "吉化转型升级",
            "乙烯",
            "蛟河抽水蓄能电站",
            "三洞贯通",
            "奇峰化纤",
            "腈纶",
            "重大项目",
            "吉林建龙",
            "硅钢",
            "吉林碳谷",
            "高性能碳纤维",
            "原丝",
            "一期",
            "1800级",
        ],
    ),
    (
        SERVICES,
        &[
            "规模以上服务业|规上服务业",
            "以旧换新",
            "消费券",
            "太平洋保险大厦",
            "闲置商业资产",
            "商贸业",
            "十大文旅IP",
            "国内游客|国内旅游",
            "吉海铁路总站",
            "文博场馆",
            "松花江龙舟赛",
            "吉林市马拉松",
            "世界锅包肉大赛",
            "京剧艺术月",
            "北大湖",
            "万科松花湖",
            "雪场",
        ],
    ),
    (
        RURAL,
        &[
            "农林牧渔业",
            "粮食",
            "高标准农田",
            "猪",
            "牛",
            "羊",
            "禽",
            "肉牛",
            "人参",
            "全产业链",
            "四好农村路",
            "十百千万",
            "百村示范",
            "千村美丽",
            "绿化示范村",
            "脱贫人口",
        ],
    ),
    (
        REFORM,
        &[
            "重点项目流动服务",
            "并联审批",
            "高效办成一件事",
            "政务服务",
            "网办率",
            "地级城市|地级市",
            "跨省通办",
            "九解一协调",
            "2.0",
            "营商环境",
            "标兵",
            "综合信用指数",
            "东北",
            "农村产权",
            "第二届",
            "世界寒地冰雪经济大会",
            "第十九届",
            "中国经济论坛",
            "跨境电商",
            "9610",
            "综试区",
            "外贸进出口",
        ],
    ),
    (
        CITY,
        &[
            "滨江南路",
            "城建工程",
            "平山街",
            "嫩江街",
            "断头路",
            "城市出入口|出入口",
            "精品示范街区",
            "世纪广场",
            "松江中西路",
            "两江两岸",
            "老旧小区",
            "液化气",
            "管网",
            "白旗松花江大桥",
            "延长高速",
            "烟筒山",
            "长春",
            "铁路吉林枢纽环线",
            "铁路公园",
            "绿线",
            "转角公园",
            "废气",
            "国省控断面",
        ],
    ),
    (
        PEOPLE,
        &[
            "城镇新增就业",
            "农村劳动力",
            "创业担保贷款",
            "人口",
            "公立医院",
            "一站式",
            "义务教育",
            "世界职业院校技能大赛",
            "大调研",
            "大起底",
            "大整治",
            "大提升",
            "急难愁盼",
            "基本养老保险",
            "门诊",
            "异地就医",
            "医保",
            "长者食堂",
            "供热服务中心",
            "接诉即办",
            "奥运会",
        ],
    ),
    (SAFETY, &["安全生产", "治本攻坚三年行动", "金融", "债务", "信访", "扫黑除恶", "森林火灾", "防汛"]),
    (
        HONOURS,
        &[
            "中国冰雪旅游十佳城市",
            "国家中小企业数字化转型试点城市",
            "国家产融合作试点城市",
            "商贸服务型国家物流枢纽建设城市",
            "全国一刻钟便民生活圈试点城市",
            "全国节能名城",
            "吉林雾凇",
            "全国节气名片",
            "世界职业院校技能大赛",
            "巴黎奥运会",
            "市博物馆",
            "国家一级博物馆",
            "东市财富",
            "省级夜间消费集聚区",
            "桦甸市",
            "全国村庄清洁行动先进县",
            "舒兰市",
            "国家新型城镇化试点",
            "红石砬子",
            "考古",
            "全国革命文物保护单位十佳案例",
        ],
    ),
    (
        TASK_1,
        &[
            "一流",
            "化工",
            "世界级",
            "碳纤维",
            "全产业链",
            "冰雪产业",
            "世界超级滑雪大区",
            "冰雪旅游",
            "国家级",
            "清洁能源",
            "优势产业集群",
            "冶金",
            "汽车",
            "零部件",
            "医药健康",
            "大健康",
            "电子信息",
            "农产品加工",
            "粮头食尾",
            "畜头肉尾",
            "农头工尾",
            "三头三尾",
            "低空经济",
            "示范区",
            "生产性服务业",
            "商贸服务型国家物流枢纽",
            "网络货运",
            "万能仓储物流基地",
        ],
    ),
    (
        TASK_2,
        &[
            "河南街",
            "核心商圈",
            "特色商业街区|特色街区",
            "夜间消费集聚区",
            "亿元以上",
            "10亿元以上",
            "重点项目",
            "数字化改造",
            "文旅复兴",
            "山水寄情",
            "工业追忆",
            "尚食美味",
            "转角有景",
            "乡村休闲",
            "赓续红色",
            "七大文旅行动",
            "国家级",
            "旅游度假区",
            "国内游客|国内旅游",
            "吉海铁路",
            "松江中路",
            "滨江南路",
            "景观轴线",
            "精品景点",
            "中国黄金博物馆",
            "吉林市工业博物馆",
        ],
    ),
    (
        TASK_3,
        &[
            "百亿斤粮食提升",
            "高标准农田",
            "黑土地",
            "保护性耕作",
            "特色农业",
            "人参",
            "八大行动",
            "猪",
            "牛",
            "羊",
            "禽",
            "美丽乡村",
            "农村公路",
            "水利",
            "秸秆",
            "兴村富民",
            "农业社会化服务组织",
            "科技小院",
            "高素质",
            "技能型",
            "农民",
        ],
    ),
    (TASK_4, &["经济领域", "创新领域", "开放领域", "营商环境", "农业农村"]),
    (
        TASK_5,
        &[
            "省域副中心",
            "单元详细规划",
            "历史文化保护",
            "城市更新",
            "城建工程",
            "红旗大桥",
            "纸路",
            "断头路",
            "特色景观路",
            "老旧小区",
            "供热管网",
            "污水管网",
            "充电桩",
            "5G基站",
            "公安",
            "图像采集",
            "内涝",
            "渣土",
            "停车场",
        ],
    ),
    (TASK_6, &["污染防治", "生态环境", "修复", "绿色低碳"]),
    (
        TASK_7,
        &[
            "职业技能培训",
            "城镇新增就业",
            "农村劳动力",
            "零就业家庭",
            "动态清零",
            "低保",
            "重残",
            "基本养老保险",
            "延迟退休",
            "长期护理保险",
            "城乡居民基本医疗保险|城乡居民医保|居民医保",
            "特困",
            "60周岁|60岁",
            "残疾人",
            "优抚对象",
            "供热费",
            "住房困难",
            "租赁补贴",
            "白内障",
            "血友病",
            "肿瘤",
            "慈善",
            "健康吉林",
            "市妇幼保健院",
            "市口腔医院",
            "中心医院",
            "省级区域医疗中心",
            "脱贫人口",
            "先诊疗",
            "后付费",
            "一站式",
            "异地就医",
            "医保",
            "丰满二实验",
            "吉林三中",
            "教育集团",
            "乡村教师",
            "困难学生",
            "一老一小",
            "街道",
            "综合养老服务中心",
            "社区",
            "养老服务站",
            "长者食堂",
            "15分钟",
            "养老服务圈",
            "公益演出",
            "健身器材",
            "吉林市马拉松",
        ],
    ),
    (TASK_8, &["风险隐患|隐患", "城市安全", "综合治理|社会治理"]),
    (
        GENERAL,
        &[
            "习近平新时代中国特色社会主义思想",
            "党的二十大",
            "二十届二中",
            "三中全会",
            "省委",
            "十二届五次",
            "六次",
            "市委",
            "十四届八次",
            "九次",
            "五个必须统筹",
            "一个中心",
            "四个基地",
            "稳中求进",
            "新发展理念",
            "新发展格局",
            "高质量发展",
            "经济大市",
            "省域副中心",
        ],
    ),
    (
        TARGETS,
        &[
            "地区生产总值",
            "规模工业增加值|规模以上工业增加值|规上工业增加值",
            "固定资产投资",
            "社会消费品零售总额",
            "城乡居民收入|居民收入",
            "地方级财政收入",
            "经济增长",
            "同步",
        ],
    ),
];

/// Numbers in titles that belong to a name, a size class or a condition.
const NAMES_WITH_DIGITS: &[&str] = &[
    "5G",
    "9610",
    "2.0",
    "1800",
    "15分钟",
    "15-minute",
    "10亿元以上",
    "10亿元",
    "100 m yuan",
    "60周岁",
    "60岁",
    "aged 60",
    "over 60",
    "60+",
    "60 and over",
    "60 and above",
    "60 or over",
    "No. 2",
    "No.2",
    "No. 3",
    "No.3",
    "10-billion-jin",
    "10 billion jin",
    "10 bn jin",
    "10bn jin",
    "10-bn-jin",
];

fn report(library: &Library) -> &Report {
    library
        .reports()
        .find(|report| report.id() == "jilin-city-2025")
        .expect("the built-in library holds the report jilin-city-2025")
}

fn library() -> Library {
    Library::built_in().expect("the built-in data is without a fault")
}

fn entries(report: &Report) -> impl Iterator<Item = (&Section, &Entry)> {
    report.sections().iter().flat_map(|section| section.entries().iter().map(move |entry| (section, entry)))
}

/// A place in the source.
type Place = (String, u32);

/// What stands at one place: each figure, written out, and how often.
type Stock = BTreeMap<Place, BTreeMap<String, usize>>;

fn written(value: f64, upper: Option<f64>, unit: &str, qualifier: Option<Qualifier>, basis: Basis) -> String {
    let upper = upper.map_or_else(String::new, |upper| format!("-{upper}"));
    let qualifier = qualifier.map_or_else(String::new, |qualifier| format!(" {qualifier:?}"));
    format!("{value}{upper} {unit}{qualifier} {basis:?}")
}

fn row_written(row: &Row) -> String {
    written(row.value, row.upper, row.unit, row.qualifier, row.basis)
}

fn figure_written(figure: &Figure) -> String {
    written(figure.value(), figure.upper(), figure.unit(), figure.qualifier(), figure.basis())
}

fn ledger_rows() -> impl Iterator<Item = (&'static str, &'static Row)> {
    LEDGER.iter().flat_map(|(heading, rows)| rows.iter().map(move |row| (*heading, row)))
}

fn ledger_stock(optional: bool) -> Stock {
    let mut stock = Stock::new();
    for (heading, row) in ledger_rows() {
        if optional || row.or_words.is_none() {
            let place = (heading.to_owned(), row.sentence);
            let figures = stock.entry(place).or_default();
            *figures.entry(row_written(row)).or_default() += 1;
        }
    }
    stock
}

fn data_stock(report: &Report) -> Stock {
    let mut stock = Stock::new();
    for (section, entry) in entries(report) {
        for figure in entry.figures() {
            let place = (section.heading().to_owned(), entry.sentence());
            let figures = stock.entry(place).or_default();
            *figures.entry(figure_written(figure)).or_default() += 1;
        }
    }
    stock
}

/// What `left` has at a place and `right` has not, or not as often.
fn surplus(left: &Stock, right: &Stock, place: &Place) -> Vec<String> {
    let Some(figures) = left.get(place) else {
        return Vec::new();
    };
    let mut rest = Vec::new();
    for (figure, &count) in figures {
        let there = right.get(place).and_then(|figures| figures.get(figure)).copied().unwrap_or(0);
        if count > there {
            rest.push(format!("{figure} (x{})", count - there));
        }
    }
    rest
}

/// The names of the ledger's rows at one place, for the reader of a failed test.
fn subjects(place: &Place) -> String {
    let mut named = String::new();
    for (heading, row) in ledger_rows() {
        if heading == place.0 && row.sentence == place.1 {
            let _ = write!(named, " [{} {}]", row.what, row_written(row));
        }
    }
    named
}

/// All differences in one message.
fn none(problems: &[String], about: &str) {
    assert!(problems.is_empty(), "{about}: {} difference(s)\n{}", problems.len(), problems.join("\n"));
}

/// The text as it is searched for names: without blanks and quotation marks.
fn plain(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace() && !matches!(c, '“' | '”' | '‘' | '’' | '"' | '「' | '」')).collect()
}

/// All Chinese text of an entry, one piece a line.
fn chinese(entry: &Entry) -> String {
    let mut texts = vec![&*entry.title().zh];
    texts.extend(entry.note().map(|note| &*note.zh));
    texts.extend(entry.group().map(|group| &*group.zh));
    texts.extend(entry.words().map(|words| &*words.zh));
    if let Some(recipient) = entry.honour().and_then(|h| h.recipient()) {
        texts.push(&*recipient.zh);
    }
    for figure in entry.figures() {
        texts.extend(figure.name().map(|name| &*name.zh));
    }
    texts.iter().map(|text| plain(text) + "\n").collect()
}

/// All Chinese text under a heading; for 写在前面 also the head of the report.
fn chinese_under(report: &Report, heading: &str) -> String {
    let mut text: String =
        entries(report).filter(|(section, _)| section.heading() == heading).map(|(_, entry)| chinese(entry)).collect();
    if heading == FRONT {
        let mut head = vec![&*report.title().zh, &*report.place().zh];
        head.push(&*report.source().kind().zh);
        head.extend(report.source().authors().iter().map(String::as_str));
        head.extend(report.source().note().map(|note| &*note.zh));
        for piece in head {
            text.push_str(&plain(piece));
            text.push('\n');
        }
    }
    text
}

/// A number that stands in a text, as printed and with the power of ten that follows it.
struct Printed {
    value: f64,
    factor: Option<f64>,
}

/// The numbers that stand alone in a text: not joined to a letter, as in 5G.
fn numbers(text: &str) -> Vec<Printed> {
    let characters: Vec<char> = text.chars().collect();
    let mut found = Vec::new();
    let mut digits = String::new();
    let mut before = None;
    for (index, &c) in characters.iter().enumerate() {
        let next = characters.get(index + 1).copied();
        let inside = matches!(c, '.' | ',') && !digits.is_empty() && next.is_some_and(|next| next.is_ascii_digit());
        if c.is_ascii_digit() || inside {
            if digits.is_empty() {
                before = index.checked_sub(1).and_then(|index| characters.get(index)).copied();
            }
            if c != ',' {
                digits.push(c);
            }
            let last = next
                .is_none_or(|next| !next.is_ascii_digit() && (!matches!(next, '.' | ',') || ends(&characters, index)));
            if last {
                let joined = |side: Option<char>| side.is_some_and(|c| c.is_ascii_alphabetic());
                let rest: String = characters.iter().skip(index + 1).collect();
                let factor = factor(&rest);
                if !joined(before) && (factor.is_some() || !joined(next)) {
                    let value = digits.parse().expect("digits with at most one point");
                    found.push(Printed { value, factor });
                }
                digits.clear();
            }
        }
    }
    found
}

/// Whether the point or comma after this index ends a number.
fn ends(characters: &[char], index: usize) -> bool {
    characters.get(index + 2).is_none_or(|after| !after.is_ascii_digit())
}

/// The power of ten in words that follows a number, in either language.
fn factor(rest: &str) -> Option<f64> {
    let rest = rest.trim_start_matches([' ', '-']).to_lowercase();
    [("亿", 1e8), ("万", 1e4), ("thousand", 1e3), ("million", 1e6), ("mn", 1e6), ("billion", 1e9), ("bn", 1e9)]
        .into_iter()
        .find(|(word, _)| rest.starts_with(word))
        .map(|(_, factor)| factor)
}

fn close(left: f64, right: f64) -> bool {
    (left - right).abs() <= 1e-9 * left.abs().max(right.abs()).max(1.0)
}

/// Whether a printed number is the value of a row, also with its power of ten moved.
fn tells(printed: &Printed, row: &Row) -> bool {
    let ends = [Some(row.value), row.upper];
    ends.into_iter().flatten().any(|value| {
        let whole = value * factor(row.unit).unwrap_or(1.0);
        match printed.factor {
            Some(factor) => close(printed.value * factor, whole),
            None => close(printed.value, value) || close(printed.value, whole),
        }
    })
}

#[test]
fn the_tables_agree_with_each_other() {
    let mut problems = Vec::new();
    let known = |heading: &str, sentence: u32| {
        SENTENCES.iter().any(|extent| extent.heading == heading && sentence <= extent.sentences)
    };
    for (heading, row) in ledger_rows() {
        if row.sentence == 0 || !known(heading, row.sentence) {
            problems.push(format!("{heading} {}: no such sentence", row.sentence));
        }
    }
    for (heading, numerals) in NOT_FIGURES {
        for numeral in *numerals {
            if !known(heading, numeral.sentence) {
                problems.push(format!("{heading} {}: no such sentence", numeral.sentence));
            }
        }
    }
    for extent in SENTENCES {
        if !NAMES.iter().any(|(heading, _)| *heading == extent.heading) {
            problems.push(format!("{}: no names", extent.heading));
        }
    }
    none(&problems, "the tables of this file");
}

#[test]
fn every_row_of_the_ledger_is_in_the_data() {
    let library = library();
    let data = data_stock(report(&library));
    let ledger = ledger_stock(false);
    let whole = ledger_stock(true);
    let mut problems = Vec::new();
    for place in ledger.keys() {
        let missing = surplus(&ledger, &data, place);
        if !missing.is_empty() {
            problems.push(format!(
                "{} {}: missing {}; the data has instead: {}; the ledger:{}",
                place.0,
                place.1,
                missing.join(", "),
                surplus(&data, &whole, place).join(", "),
                subjects(place)
            ));
        }
    }
    none(&problems, "figures that the data lacks");
}

#[test]
fn every_figure_of_the_data_is_in_the_ledger() {
    let library = library();
    let data = data_stock(report(&library));
    let ledger = ledger_stock(true);
    let mut problems = Vec::new();
    for place in data.keys() {
        let extra = surplus(&data, &ledger, place);
        if !extra.is_empty() {
            problems.push(format!(
                "{} {}: not in the ledger {}; the ledger:{}",
                place.0,
                place.1,
                extra.join(", "),
                subjects(place)
            ));
        }
    }
    none(&problems, "figures that the source does not have");
}

/// Whether a figure's label names this owner, or only the entry does and no other is labelled.
fn owned(entry: &Entry, figure: &Figure, owner: &str, others: &[&str]) -> bool {
    let label = plain(&figure.name().unwrap_or(entry.title()).zh);
    let names = |text: &str, owner: &str| owner.split('|').any(|form| text.contains(form));
    names(&label, owner) || (names(&chinese(entry), owner) && !others.iter().any(|other| names(&label, other)))
}

#[test]
fn like_figures_are_not_exchanged() {
    let library = library();
    let report = report(&library);
    let mut problems = Vec::new();
    for &(heading, sentence, value, owner) in OWNERS {
        let others: Vec<&str> = OWNERS
            .iter()
            .filter(|other| other.0 == heading && other.1 == sentence && other.3 != owner)
            .map(|other| other.3)
            .collect();
        for (section, entry) in entries(report) {
            if section.heading() != heading || entry.sentence() != sentence {
                continue;
            }
            for figure in entry.figures() {
                if close(figure.value(), value) && !owned(entry, figure, owner, &others) {
                    problems.push(format!(
                        "{heading} {sentence} {}: {} belongs to {owner}",
                        entry.id(),
                        figure_written(figure)
                    ));
                }
            }
        }
    }
    none(&problems, "figures under the name of another");
}

#[test]
fn what_may_be_told_in_words_is_told() {
    let library = library();
    let report = report(&library);
    let data = data_stock(report);
    let mut problems = Vec::new();
    for (heading, row) in ledger_rows() {
        let Some(words) = row.or_words else {
            continue;
        };
        let as_figure = data
            .get(&(heading.to_owned(), row.sentence))
            .is_some_and(|figures| figures.contains_key(&row_written(row)));
        if !as_figure && !chinese_under(report, heading).contains(words) {
            problems.push(format!("{heading} {}: neither {} nor the words {words}", row.sentence, row_written(row)));
        }
    }
    none(&problems, "aims in words");
}

#[test]
fn the_income_target_is_words_and_no_number() {
    let library = library();
    let mut problems = Vec::new();
    let mut found = 0;
    for (section, entry) in entries(report(&library)) {
        if section.heading() == TARGETS && entry.sentence() == 5 {
            found += 1;
            if entry.words().is_none() || entry.indicator().is_none() || !entry.figures().is_empty() {
                problems.push(format!("{}: wants words and an indicator, and no figure", entry.id()));
            }
        }
    }
    if found != 2 {
        problems.push(format!("{TARGETS} 5: {found} entries, the source names two: 城乡居民收入, 地方级财政收入"));
    }
    none(&problems, "targets in words");
}

#[test]
fn other_numerals_are_no_figures() {
    let library = library();
    let mut problems = Vec::new();
    for (section, entry) in entries(report(&library)) {
        let numerals = NOT_FIGURES
            .iter()
            .filter(|(heading, _)| *heading == section.heading())
            .flat_map(|(_, numerals)| numerals.iter())
            .filter(|numeral| numeral.sentence == entry.sentence());
        for numeral in numerals {
            for figure in entry.figures() {
                let same = numeral.values.iter().any(|&v| close(v, figure.value()));
                let listed = ledger_rows().any(|(heading, row)| {
                    heading == section.heading()
                        && row.sentence == entry.sentence()
                        && row_written(row) == figure_written(figure)
                });
                if same && !listed {
                    problems.push(format!(
                        "{} {} {}: {} is no figure of {} ({})",
                        section.heading(),
                        entry.sentence(),
                        entry.id(),
                        figure_written(figure),
                        numeral.printed,
                        numeral.reason
                    ));
                }
            }
        }
    }
    none(&problems, "numerals that are no quantity");
}

#[test]
fn every_name_is_found_under_its_heading() {
    let library = library();
    let report = report(&library);
    let mut problems = Vec::new();
    for (heading, names) in NAMES {
        let text = chinese_under(report, heading);
        for name in *names {
            if !name.split('|').any(|form| text.contains(form)) {
                problems.push(format!("{heading}: {name}"));
            }
        }
    }
    none(&problems, "names that the data lacks");
}

#[test]
fn no_figure_stands_only_as_text() {
    let library = library();
    let mut problems = Vec::new();
    for (section, entry) in entries(report(&library)) {
        for title in [&entry.title().zh, &entry.title().en] {
            let mut text = title.to_string();
            for name in NAMES_WITH_DIGITS {
                text = text.replace(name, "·");
            }
            for printed in numbers(&text) {
                let told = ledger_rows().find(|(heading, row)| {
                    *heading == section.heading() && row.or_words.is_none() && tells(&printed, row)
                });
                if let Some((heading, row)) = told {
                    problems.push(format!(
                        "{heading} {}: the title {title:?} tells {} [{}]",
                        entry.id(),
                        row_written(row),
                        row.what
                    ));
                }
            }
        }
    }
    none(&problems, "figures inside titles");
}

#[test]
fn numbers_in_titles_are_read_rightly() {
    let read = |text: &str| -> Vec<String> {
        numbers(text).iter().map(|printed| format!("{} {:?}", printed.value, printed.factor)).collect()
    };
    assert_eq!(read("新增55户"), ["55 None"]);
    assert_eq!(read("95.28亿斤。"), ["95.28 Some(100000000.0)"]);
    assert_eq!(read("4,200 firms, 3 more."), ["4200 None", "3 None"]);
    assert_eq!(read("1-2个"), ["1 None", "2 None"]);
    assert_eq!(read("9.528bn jin, 90 billion"), ["9.528 Some(1000000000.0)", "90 Some(1000000000.0)"]);
    assert!(read("5G base stations, IP2").is_empty());
    let row = row(2, 95.28, "亿斤", None, Level, "");
    assert!(numbers("9.528 bn jin").iter().all(|printed| tells(printed, &row)));
}

#[test]
fn headings_are_those_of_the_source() {
    let library = library();
    let report = report(&library);
    let mut problems = Vec::new();
    for section in report.sections() {
        if !SENTENCES.iter().any(|extent| extent.heading == section.heading()) {
            problems.push(format!("not in the source: {:?}", section.heading()));
        }
    }
    for extent in SENTENCES {
        let there = report.sections().iter().any(|section| section.heading() == extent.heading);
        if !there && extent.heading != FRONT {
            problems.push(format!("not in the data: {:?}", extent.heading));
        }
    }
    none(&problems, "headings");
}

#[test]
fn every_sentence_is_cited_and_none_that_is_not_there() {
    let library = library();
    let report = report(&library);
    let mut problems = Vec::new();
    for extent in SENTENCES {
        let heading = extent.heading;
        let here: Vec<&Entry> =
            entries(report).filter(|(section, _)| section.heading() == heading).map(|(_, entry)| entry).collect();
        for entry in &here {
            if !(1..=extent.sentences).contains(&entry.sentence()) {
                problems.push(format!(
                    "{heading}: {} cites sentence {} of {}",
                    entry.id(),
                    entry.sentence(),
                    extent.sentences
                ));
            }
            if extent.silent.contains(&entry.sentence()) {
                problems.push(format!(
                    "{heading}: {} cites sentence {}, which gives no entry",
                    entry.id(),
                    entry.sentence()
                ));
            }
        }
        for sentence in 1..=extent.sentences {
            let excused = extent.silent.contains(&sentence) || extent.free.contains(&sentence);
            if !excused && !here.iter().any(|entry| entry.sentence() == sentence) {
                problems.push(format!("{heading}: no entry cites sentence {sentence}"));
            }
        }
    }
    none(&problems, "sentences");
}
