//! A report's plain text, opened as it is: what the command line shows of it.

use serde_json::Value;

use super::{Folder, sulan};

/// The text of a short report, in the forms that real ones have.
const REPORT: &str = "政府工作报告
——2023年1月8日在吉林市第十七届人民代表大会第三次会议上
各位代表：
现在，我代表市人民政府向大会报告工作，请予审议，并请各位政协委员提出意见。
一、2022年工作回顾
过去一年，全市上下团结奋斗，战胜了许多困难，经济社会发展取得新的成效。
（一）工业经济稳中有进。规模以上工业增加值增长4.5%，居全省第2位。新增国家高新技术企业110户，减少各类会议12.5%。
一是农业再获丰收。粮食产量由90.1亿斤提高到95.28亿斤，新建高标准农田87万亩。
城镇、农村居民人均可支配收入分别增长5%和7.2%，民生支出占比超过七成。
同时，我们也清醒地认识到，经济总量仍然偏小，还存在不少困难和问题。
二、2023年工作安排
今年的主要预期目标是：地区生产总值增长6%左右，固定资产投资增长10%以上，居民消费价格涨幅控制在3%以内，城镇新增就业力争达到5万人。
重点做好以下几个方面工作：
（一）扩大有效投资
实施亿元以上项目300个，改造老旧小区45个，建成5G基站1000个，推进“1+5”工程。
各位代表！让我们团结起来，为2035年的目标努力奋斗！
";

fn entries() -> Vec<Value> {
    let folder = Folder::new("drafted");
    let file = folder.file("report.txt", REPORT);
    let run = sulan(&["list", "--format", "json", "--report", &file]);
    assert_eq!(run.status, 0, "{}", run.err);
    serde_json::from_str(&run.out).expect("an array of entries")
}

/// The figures of the entry whose sentence holds `words`: name, value, unit, qualifier, basis, year, role.
fn figures(words: &str) -> Vec<String> {
    let entries = entries();
    let of = |entry: &&Value| entry["source"]["quote"].as_str().is_some_and(|quote| quote.contains(words));
    let entry = entries.iter().find(of).expect("an entry of this sentence");
    let shown = |figure: &Value| {
        let text = |value: &Value| value.as_str().map_or_else(|| value.to_string(), str::to_owned);
        let parts = [
            text(&figure["name"]["zh"]),
            format!("{}{}", figure["value"], figure["unit"]["zh"].as_str().unwrap_or_default()),
            text(&figure["qualifier"]),
            text(&figure["basis"]),
            text(&figure["year"]),
            text(&figure["role"]),
        ];
        parts.join(" ")
    };
    entry["figures"].as_array().expect("figures").iter().map(shown).collect()
}

#[test]
fn headings_become_sections_and_sentences_entries_in_their_parts() {
    let shown: Vec<String> = entries()
        .iter()
        .map(|entry| {
            let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
            format!("{} {} {}", text(&entry["id"]), text(&entry["section"]["zh"]), text(&entry["title"]["zh"]))
        })
        .collect();
    assert_eq!(
        shown,
        [
            "review-1.1 2022年工作回顾 上下团结奋斗",
            "review-2.1 工业经济稳中有进 规模以上工业增加值",
            "review-2.2 工业经济稳中有进 新增国家高新技术企业",
            "review-2.4 工业经济稳中有进 粮食产量",
            "review-2.5 工业经济稳中有进 居民人均可支配收入",
            "review-3.6 困难和问题 经济总量仍然偏小",
            "targets-1.1 2023年工作安排 地区生产总值",
            "tasks-1.2 2023年工作安排 做好以下几个方面工作",
            "tasks-2.1 扩大有效投资 实施亿元以上项目",
        ]
    );
}

#[test]
fn quantities_become_figures_with_their_words() {
    assert_eq!(
        figures("规模以上工业增加值"),
        ["规模以上工业增加值 4.5% null growth 2022 result", "规模以上工业增加值 2位 null rank 2022 result"]
    );
    assert_eq!(
        figures("高新技术企业"),
        ["新增国家高新技术企业 110户 null count 2022 result", "减少各类会议 -12.5% null growth 2022 result"]
    );
    assert_eq!(
        figures("粮食产量"),
        [
            "粮食产量 90.1亿斤 null level 2021 base",
            "粮食产量 95.28亿斤 null level 2022 result",
            "高标准农田 87万亩 null level 2022 result"
        ]
    );
    assert_eq!(
        figures("分别增长"),
        [
            "城镇居民人均可支配收入 5% null growth 2022 result",
            "农村居民人均可支配收入 7.2% null growth 2022 result",
            "民生支出占比 70% over share 2022 result"
        ]
    );
}

#[test]
fn targets_keep_their_qualifiers() {
    assert_eq!(
        figures("主要预期目标"),
        [
            "地区生产总值 6% about growth 2023 target",
            "固定资产投资 10% at_least growth 2023 target",
            "居民消费价格 3% at_most growth 2023 target",
            "城镇新增就业 5万人 toward count 2023 target"
        ]
    );
}

#[test]
fn sizes_generations_and_slogans_are_no_figures() {
    assert_eq!(
        figures("5G基站"),
        [
            "亿元以上项目 300个 null count 2023 target",
            "老旧小区 45个 null count 2023 target",
            "5G基站 1000个 null count 2023 target"
        ]
    );
}

#[test]
fn known_wordings_are_the_indicators_that_reports_join_on() {
    let entries = entries();
    let ids: Vec<&str> = entries
        .iter()
        .flat_map(|entry| entry["figures"].as_array().into_iter().flatten())
        .filter_map(|figure| figure["indicator"].as_str())
        .collect();
    for id in [
        "gdp-growth",
        "fixed-asset-investment-growth",
        "cpi-growth",
        "new-urban-jobs",
        "grain-output",
        "high-standard-farmland-built",
    ] {
        assert!(ids.contains(&id), "{id} in {ids:?}");
    }
}
