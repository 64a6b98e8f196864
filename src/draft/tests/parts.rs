//! Which part of the report sentences belong to.

use super::text;
use crate::draft::outline::{Context, Part, outline};

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
fn a_heading_under_the_plan_that_names_its_targets_is_one_of_targets() {
    let lines = [
        "一、2015年工作回顾",
        "全省生产总值增长8%。",
        "同时，我们也清醒看到，前进道路上还存在不少困难和问题。",
        "二、科学规划“十三五”，确保如期全面建成小康社会",
        "下面，我就一些主要问题作简要说明。",
        "（一）《纲要（草案）》编制的主要考虑",
        "一是贯彻五大发展理念。",
        "（二）《纲要（草案）》规划的主要目标",
        "空气质量优良率达到80%。",
        "（三）“十三五”经济社会发展的重点任务",
        "一是筑牢国家生态安全屏障。",
    ];
    assert_eq!(parts_of(&lines, 2016), "RRPTTKKTTKK");
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

#[test]
fn notes_on_terms_give_nothing_whatever_their_heading_says_before() {
    let plan =
        ["一、2022年工作回顾", "全市生产总值增长8%。", "二、2023年工作安排", "主要预期目标是：全市生产总值增长7%。"];
    let tasks = ["（一）兴产业", "新建学校10所。", "改造危房20户。", "各位代表，让我们奋勇前进！"];
    for heading in ["名词解释", "《政府工作报告》注释", "名词注解：", "解释和说明", "《政府工作报告》相关缩略语"]
    {
        let lines = [plan, tasks].concat();
        let notes = [heading, "1.“三单一网”：指权力清单等3张清单。"];
        assert_eq!(parts_of(&[lines.as_slice(), &notes].concat(), 2023), "RRTTKKK---", "{heading}");
    }
}

#[test]
fn what_an_annex_promises_is_to_be_done() {
    let done = ["新建产业园5个。"; 12];
    let before = [
        "一、2020年工作回顾",
        "全省生产总值增长2%。",
        "二、2021年工作安排",
        "主要预期目标是：全省生产总值增长6%。",
        "（一）兴产业",
    ];
    let behind = [
        "各位代表，让我们奋勇前进！",
        "附件1",
        "2021年省十件民生实事",
        "一、扩大学前教育学位",
        "新增学位9.6万个。",
        "附件2",
        "名词解释",
        "1.“三单一网”：指权力清单等3张清单。",
    ];
    let lines = [before.as_slice(), &done, &behind].concat();
    assert_eq!(parts_of(&lines, 2021), format!("RRTT{}--KKK---", "K".repeat(13)));
}

#[test]
fn a_heading_among_the_tasks_that_says_what_they_aim_at_begins_no_targets() {
    let lines = [
        "一、1998年工作回顾",
        "全省生产总值增长8%。",
        "二、1999年面临的形势和主要目标",
        "今年的主要预期目标是：全省生产总值增长8%。",
        "三、继续夯实产业基础",
        "新建产业园5个。",
        "四、逐步实现科技强省目标",
        "改造危房20户。",
        "五、今年的主要目标",
        "今年的主要预期目标是：全省财政收入增长8%。",
    ];
    assert_eq!(parts_of(&lines, 1999), "RRTTKKKKTT");
}

#[test]
fn a_review_that_names_a_problem_early_goes_on_under_its_next_heading() {
    let lines = [
        "一、1987年工作回顾",
        "（一）工业",
        "工业总产值增长20%。",
        "（二）农业",
        "我们也要看到，粮食生产还存在不少问题。",
        "（三）改革",
        "企业实行承包经营。",
        "二、1988年工作的方针和主要任务",
        "今年的主要预期目标是：工业总产值增长10%。",
        "（一）兴产业",
    ];
    let tasks = ["新建产业园5个。"; 14];
    let wanted = format!("RRRRPRRTTK{}", "K".repeat(tasks.len()));
    assert_eq!(parts_of(&[lines.as_slice(), &tasks].concat(), 1988), wanted);
}
