//! The ledger of the city's earlier reports: every result and target, typed from the texts by indicator,
//! apart from the data. Both must be the same in both directions.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;
use sulan::library::Library;
use sulan::print::{Entries, Item, json};

/// A line is an indicator, a side, and what it was in each year: the value with its unit (none: %), `e` for an
/// estimate, `>=` 以上, `>` 超过, `~` 左右, `^` 力争 or 向…迈进, or the words of the source; then the year of the
/// report, the mark of its heading and the number of the sentence. Results stand in the review, targets do not.
const LEDGER: &str = r#"
gdp-growth result 2013 9e 2014一3; 2014 6.1e 2015一2; 2015 6.5e 2016一20; 2019 "与上年基本持平" 2020一2; 2020 "与上年持平" 2021一27; 2021 7 2022一11
gdp-growth target 2014 10 2014二3; 2015 7 2015二5; 2016 7 2016三1; 2020 ~6 2020二3; 2021 >=7 2021三1; 2022 7..8 2022三2; 2023 6..7 2023二5
industrial-value-added-growth result 2013 9e 2014一3; 2014 5.3 2015一4; 2015 6e 2016一20; 2019 ~3e 2020一2; 2020 3e 2021一27
industrial-value-added-growth target 2014 12 2014二3; 2015 6 2015二5; 2016 6 2016三1; 2020 >=5 2020二3; 2021 7 2021三1; 2022 8 2022三2; 2023 ~7 2023二5
industrial-output-growth result 2021 24 2022一12; 2022 3e 2023（一）3
industrial-output-growth target 2021 7 2021（一）3
fixed-asset-investment-growth result 2013 20e 2014一3; 2014 15e 2015一2; 2015 14.6e 2016一20; 2020 10e 2021一27; 2021 17.6 2022一13
fixed-asset-investment-growth target 2015 12 2015二5; 2016 11 2016三1; 2021 10 2021三1; 2022 20 2022三2; 2023 ~8 2023二5
retail-sales-growth result 2013 13.5e 2014一3; 2014 12e 2015一2; 2015 9.5e 2016一20; 2019 4e 2020一2; 2021 10 2022一12; 2022 "基本恢复到上年水平" 2023（一）17
retail-sales-growth target 2014 13 2014二3; 2015 12 2015二5; 2016 9.5 2016三1; 2020 5 2020二3; 2021 10 2021三1; 2022 8 2022三2; 2023 ~7 2023二5
retail-sales-to-2015 result 2013 1062亿元e 2014一3; 2014 1195亿元e 2015一2; 2015 1311亿元e 2016一20
local-fiscal-revenue-growth result 2013 17.6e 2014一3; 2014 "低于上年水平" 2015一2; 2015 1.3e 2016一20; 2021 11.8 2022一14
local-fiscal-revenue-growth target 2014 18 2014二3; 2015 ~7 2015二5; 2016 3.5 2016三1; 2021 5 2021三1; 2022 >=5 2022三2; 2023 "与经济增长同步" 2023二5
local-fiscal-revenue-level result 2013 139.9亿元e 2014一3; 2014 131.2亿元e 2015一2; 2015 132.8亿元e 2016一20; 2019 97亿元e 2020一2; 2020 85亿元e 2021一27
urban-income-growth result 2013 16e 2014一3; 2014 10e 2015一2; 2015 "与经济增长同步" 2016一20
urban-income-growth target 2014 12 2014二3; 2015 10 2015二5; 2016 10 2016三1
rural-net-income-growth result 2013 16e 2014一3; 2014 12e 2015一2
rural-net-income-growth target 2014 12 2014二3; 2015 10 2015二5
urban-resident-income-growth result 2019 4e 2020一2; 2020 3e 2021一27; 2021 8.8 2022一15
urban-resident-income-growth target 2020 "与经济增长同步" 2020二3; 2021 "与经济增长同步" 2021三1; 2022 "与经济增长同步" 2022三2; 2023 "与经济增长同步" 2023二5
rural-resident-income-growth result 2019 5.5e 2020一2; 2020 8e 2021一27; 2021 9.9 2022一15
rural-resident-income-growth target 2020 "与经济增长同步" 2020二3; 2021 "与经济增长同步" 2021三1; 2022 "与经济增长同步" 2022三2; 2023 "与经济增长同步" 2023二5
urban-resident-income result 2019 29680元e 2020一2; 2020 31044元e 2021一27; 2021 33757元 2022一15; 2022 32977元 2023（四）2
rural-resident-income result 2019 14659元e 2020一2; 2020 16074元e 2021一27; 2021 17622元 2022一15; 2022 17759元 2023（四）2
new-urban-jobs result 2013 9.7万人 2014（三）2; 2014 9.5万人 2015一43; 2015 9万人 2016（四）2; 2019 6.8万人 2020（六）2; 2020 3.6万人 2021（六）2; 2021 4.1万人 2022（六）7; 2022 4万人 2023（四）3
new-urban-jobs target 2015 9万人 2015（六）4; 2016 9万人 2016（四）17; 2020 6万人 2020（七）41; 2021 4万人 2021（八）4; 2022 3.5万人 2022（八）4; 2023 3.5万人 2023（七）3
rural-labour-moved result 2019 60万人 2020（三）15; 2020 47万人 2021（六）2; 2021 51万人 2022（六）7; 2022 46.2万人 2023（四）3
rural-labour-moved target 2020 55万人 2020（四）11; 2021 50万人 2021（八）4; 2023 45万人 2023（七）3
rural-labour-moved-person-times result 2014 72万人次 2015一43; 2015 68万人次 2016（四）2
rural-labour-moved-person-times target 2015 65万人次 2015（六）4
grain-output-to-2020 result 2013 >=110亿斤 2014（一）17; 2014 110亿斤 2015一21; 2015 110亿斤 2016（二）4; 2019 111.5亿斤 2020（三）3; 2020 "再获丰收" 2021（四）3
grain-output-to-2020 target 2014 110亿斤 2014（二）24; 2015 110亿斤 2015（一）15; 2020 110亿斤 2020（四）7
grain-output result 2021 90亿斤 2022（一）6; 2022 90亿斤e 2023（一）24
grain-output target 2021 "稳定在常年水平" 2021（四）3; 2022 >=85亿斤 2022（三）4; 2023 ^100亿斤 2023（三）3
high-standard-farmland-built result 2020 34.6万亩 2021（四）2; 2021 45万亩 2022（一）6; 2022 40.8万亩 2023（一）24
high-standard-farmland-built target 2020 45万亩 2020（四）7; 2021 50万亩 2021（四）3; 2022 60万亩 2022（三）4; 2023 55万亩 2023（三）3
beef-cattle-raised result 2021 >100万头 2022（一）7; 2022 116万头 2023（一）25
beef-cattle-raised target 2021 >90万头 2021（四）8; 2022 >110万头 2022（三）9; 2023 120万头 2023（三）6
land-transferred result 2014 8.3万公顷 2015一33; 2019 14万公顷 2020（三）15; 2020 16.1万公顷 2021（五）4; 2021 16.8万公顷 2022（五）4
land-transferred target 2015 11万公顷 2015（三）25; 2016 12万公顷 2016（四）12
rural-toilets-rebuilt result 2019 4万座 2020（三）10; 2020 1.6万座 2021（四）12; 2021 1.2万户 2022（四）5; 2022 4400户 2023（三）14
rural-toilets-rebuilt target 2020 1.6万户 2020（四）16; 2021 1.2万户 2021（四）13; 2022 4400户 2022（三）20; 2023 3900户 2023（三）11
rural-power-grid-upgraded result 2021 140公里 2022（四）6; 2022 1012公里 2023（三）12
rural-power-grid-upgraded target 2021 140公里 2021（四）12; 2022 1012公里 2022（三）19; 2023 1328公里 2023（三）10
tourism-income-growth result 2013 25 2014（一）13; 2014 25.5 2015一8; 2015 25e 2016（一）4; 2019 17 2020（一）19
tourism-income-growth target 2014 >=25 2014（二）18; 2015 >=25 2015（一）13; 2020 15 2020（一）10; 2021 >=60 2021（二）10; 2023 >=25 2023（一）26
investment-attracted-growth result 2013 23e 2014一3; 2019 10 2020（一）24; 2020 36 2021（一）10; 2021 36.8 2022（二）4; 2022 31 2023（一）15
investment-attracted-growth target 2016 12 2016三1; 2022 20 2022（一）15; 2023 >=15 2023（一）40
investment-attracted-to-2016 result 2013 950亿元e 2014一3; 2015 1071亿元e 2016一23
investment-attracted-to-2016 target 2015 1050亿元 2015（一）28; 2016 1200亿元 2016（五）17
investment-attracted result 2020 457亿元 2021（一）10; 2021 577.6亿元 2022（二）4
investment-attracted target 2021 >500亿元 2021（一）10
projects-50m-started result 2019 286项 2020（一）22; 2020 305个 2021（一）4; 2021 393个 2022（二）1; 2022 401个 2023（一）11
projects-50m-planned target 2016 500项 2016（五）15; 2020 300项 2020（一）3; 2021 330个 2021（一）6; 2022 >400个 2022（一）12; 2023 405个 2023（一）38
idle-firms-restarted result 2015 52户 2016（一）2; 2019 30户 2020（一）3; 2020 20户 2021（一）2; 2021 20户 2022（一）3; 2022 10户 2023（一）6
idle-firms-restarted target 2021 20户 2021（一）4; 2022 10户 2022（一）5
market-entities-added result 2021 5.1万户 2022（五）10; 2022 7.4万户 2023（二）15
market-entities-added target 2021 3万户 2021（七）3; 2022 >=5万户 2022（六）21; 2023 >=7万户 2023（五）4
individual-to-company result 2021 859户 2022（五）10; 2022 1483户 2023（二）15
individual-to-company target 2020 >=150户 2020（六）8; 2021 >=200户 2021（七）3; 2022 800户 2022（一）6; 2023 >=500户 2023（五）4
private-economy-revenue-growth result 2013 20.7 2014（一）6; 2015 10e 2016（一）3
private-economy-revenue-growth target 2015 >=10 2015（三）15; 2016 8 2016（四）18; 2020 ~5 2020（六）10
high-tech-firms-total result 2019 129户 2020（一）6; 2020 216户 2021一6; 2021 257户 2022（三）2
high-tech-firms-total target 2020 150户 2020（五）23; 2021 ^260户 2021（三）6
high-tech-firms-recognised result 2022 70户 2023（二）4
high-tech-firms-recognised target 2022 60户 2022（二）38; 2023 >=60户 2023（二）8
finance-platform-financing result 2019 64.2亿元 2020（四）10; 2021 171亿元 2022（一）1
finance-platform-financing target 2020 >=60亿元 2020（一）19; 2021 >=150亿元 2021（七）5; 2022 200亿元 2022（一）7; 2023 400亿元 2023（一）31
bank-loans-to-firms result 2021 730亿元 2022（一）1
bank-loans-to-firms target 2021 >=200亿元 2021（七）5; 2022 800亿元 2022（一）7; 2023 850亿元 2023（一）31
5g-base-stations-built result 2021 1931个 2022（六）15; 2022 831个 2023（四）10
5g-base-stations-built target 2021 >=2000个 2021（三）10; 2022 830个 2022（二）27; 2023 586个 2023（七）26
heating-pipes-renewed result 2019 62.7公里 2020（六）20; 2020 63公里 2021（六）5; 2021 99公里 2022（六）15; 2022 80公里 2023（四）10
heating-pipes-renewed target 2016 110公里 2016（三）24; 2020 47公里 2020（七）30; 2021 67公里 2021（五）5; 2022 75公里 2022（八）25; 2023 42公里 2023（七）26
natural-gas-pipes-built result 2013 57.2公里 2014（二）12; 2021 23公里 2022（六）15; 2022 15公里 2023（四）10
natural-gas-pipes-built target 2021 20公里 2021（五）5; 2022 15公里 2022（八）25; 2023 15公里 2023（七）26
gas-pipes-built result 2019 16.7公里 2020（六）20; 2020 18公里 2021（六）5
gas-pipes-built target 2020 12公里 2020（七）30
streets-repaired result 2020 339条 2021（六）5; 2021 216条 2022（四）3
streets-repaired target 2021 200条 2021（五）4; 2022 150条 2022（四）9; 2023 120条 2023（四）11
parking-spaces-marked result 2019 1.4万个 2020（六）7; 2020 1.6万个 2021（六）6; 2021 1.3万个 2022（六）17; 2022 6500个 2023（四）11
parking-spaces-marked target 2020 8000个 2020（七）63; 2022 7000个 2022（八）27; 2023 5000个 2023（七）30
old-estates-renovated result 2019 17个 2020（六）6; 2020 28个 2021（六）5; 2021 58个 2022（六）15
old-estates-renovated target 2020 28个 2020（七）31; 2021 58个 2021（八）8; 2022 60个 2022（八）24
old-estates-started result 2022 60个 2023（四）8
old-estates-completed target 2023 60个 2023（七）24
rent-subsidy-households result 2013 1.5万户 2014（三）3; 2019 7020户 2020（六）5; 2021 6534户 2022（六）14; 2022 6040户 2023（四）8
rent-subsidy-households target 2015 9000户 2015（六）6; 2016 7500户 2016（三）22; 2020 6800户 2020（七）59; 2021 6500户 2021（八）9; 2023 5500户 2023（七）25
low-rent-subsidy-households result 2014 1.25万户 2015一46
low-rent-subsidy-households target 2014 1.25万户 2014（四）16
urban-minimum-allowance result 2013 370元 2014（三）6; 2014 388元 2015一44; 2015 455元 2016（四）3; 2019 550元 2020（六）3; 2020 550元 2021（六）3; 2021 600元 2022（六）6
urban-minimum-allowance target 2021 600元 2021（八）5; 2022 "及时上调" 2022（八）6; 2023 "稳步提高" 2023（七）9
rural-minimum-allowance result 2013 2350元 2014（三）6; 2014 2572元 2015一44; 2015 2750元 2016（四）3; 2019 4000元 2020（六）3; 2020 4140元 2021（六）3; 2021 4920元 2022（六）6
rural-minimum-allowance target 2020 4140元 2020（七）43; 2021 4680元 2021（八）5; 2022 "及时上调" 2022（八）6; 2023 "稳步提高" 2023（七）9
good-air-days result 2019 301天 2020（二）10; 2020 298天 2021（三）6; 2021 329天 2022（四）9
good-air-share result 2022 88 2023（三）17
good-air-share target 2022 >=86 2022（七）4; 2023 >=88 2023（六）3
work-accidents-growth result 2020 -18.5 2021（六）17; 2021 -28.7 2022（六）22; 2022 -7.6 2023（五）5
work-accident-deaths-growth result 2020 -12.5 2021（六）17; 2021 -31.2 2022（六）22; 2022 -11 2023（五）5
years-without-major-forest-fire result 2019 40年 2020（六）23; 2020 41年 2021一24; 2021 42年 2022（六）23; 2022 43年 2023（五）7
"#;

/// The entries of the past, as the machine interface prints them.
fn past() -> Vec<Value> {
    let lexicon = Library::built_in_lexicon();
    let reports = Library::built_in_past().unwrap_or_else(|faults| panic!("{faults:?}"));
    printed(&Library::new(reports, lexicon))
}

fn printed(library: &Library) -> Vec<Value> {
    let items: Vec<Item<'_>> = library.entries().map(Item::of).collect();
    let mut out = Vec::new();
    let entries = Entries { library, items: &items, ranked: false };
    json::entries(&mut out, &entries).unwrap_or_else(|error| panic!("{error}"));
    serde_json::from_slice(&out).unwrap_or_else(|error| panic!("{error}"))
}

/// The lines of the ledger with one year each.
fn typed() -> Vec<String> {
    let lines = LEDGER.lines().filter(|line| !line.is_empty());
    lines
        .flat_map(|line| {
            let mut words = line.splitn(3, ' ');
            let (indicator, side) = (words.next().unwrap_or_default(), words.next().unwrap_or_default());
            let years = words.next().unwrap_or_default().split("; ");
            years.map(move |year| format!("{indicator} {side} {year}"))
        })
        .collect()
}

/// The same lines from the data.
fn in_the_data(entries: &[Value]) -> Vec<String> {
    let mut lines = Vec::new();
    for entry in entries {
        let report = year_of_report(entry);
        let place = format!("{report}{}{}", mark(text(at(entry, "/source/heading"))), at(entry, "/source/sentence"));
        let (side, year) =
            if text(at(entry, "/tab")) == "review" { ("result", report - 1) } else { ("target", report) };
        if let Some(words) = at(entry, "/words/zh").as_str() {
            lines.push(format!("{} {side} {year} \"{words}\" {place}", text(at(entry, "/indicator"))));
        }
        lines.extend(at(entry, "/figures").as_array().into_iter().flatten().map(|figure| {
            assert_eq!(
                (text(at(figure, "/role")), at(figure, "/year").as_i64()),
                (side, Some(year)),
                "{}",
                at(entry, "/id")
            );
            format!("{} {side} {year} {} {place}", text(at(figure, "/indicator")), value(figure))
        }));
    }
    lines
}

/// The value at a JSON pointer; null where there is none.
fn at<'a>(value: &'a Value, pointer: &str) -> &'a Value {
    value.pointer(pointer).unwrap_or(&Value::Null)
}

fn text(value: &Value) -> &str {
    value.as_str().unwrap_or_default()
}

fn year_of_report(entry: &Value) -> i64 {
    let year = text(at(entry, "/report")).strip_prefix("jilin-city-").and_then(|year| year.parse().ok());
    year.unwrap_or_else(|| panic!("{}", at(entry, "/report")))
}

/// 一 or （一） of a heading.
fn mark(heading: &str) -> String {
    let bracketed = heading.split_once('）').map(|(mark, _)| format!("{mark}）"));
    bracketed.filter(|mark| mark.starts_with('（')).unwrap_or_else(|| heading.chars().take(1).collect())
}

fn value(figure: &Value) -> String {
    let hedge = match at(figure, "/qualifier").as_str() {
        None => "",
        Some("at_least") => ">=",
        Some("over") => ">",
        Some("about") => "~",
        Some("toward") => "^",
        Some(other) => panic!("{other}"),
    };
    let upper = if at(figure, "/upper").is_null() { String::new() } else { format!("..{}", at(figure, "/upper")) };
    let unit = text(at(figure, "/unit/zh")).trim_start_matches('%');
    let estimate = if *at(figure, "/estimate") == true { "e" } else { "" };
    format!("{hedge}{}{upper}{unit}{estimate}", at(figure, "/value"))
}

#[test]
fn the_past_is_what_the_ledger_says_in_both_directions() {
    let (typed, data) = (typed(), in_the_data(&past()));
    let sets = (typed.iter().collect::<BTreeSet<_>>(), data.iter().collect::<BTreeSet<_>>());
    assert_eq!(sets.0.difference(&sets.1).collect::<Vec<_>>(), Vec::<&&String>::new(), "typed, not in the data");
    assert_eq!(sets.1.difference(&sets.0).collect::<Vec<_>>(), Vec::<&&String>::new(), "in the data, not typed");
    assert_eq!((typed.len(), data.len(), sets.0.len()), (331, 331, 331), "nothing stands twice");
}

#[test]
fn the_past_holds_seven_reports_with_figures_of_indicators_only() {
    let entries = past();
    let mut years: Vec<i64> = entries.iter().map(year_of_report).collect();
    years.dedup();
    assert_eq!(years, [2014, 2015, 2016, 2020, 2021, 2022, 2023]);
    for entry in &entries {
        let figures = at(entry, "/figures").as_array().map_or(0, Vec::len);
        let words = usize::from(!at(entry, "/words").is_null());
        assert_eq!(
            (figures + words, at(entry, "/words").is_null()),
            (1, at(entry, "/indicator").is_null()),
            "{}",
            at(entry, "/id")
        );
        assert!(at(entry, "/source/quote").is_null(), "the sentences of a report are not ours to copy");
    }
}

#[test]
fn one_indicator_has_one_basis_and_no_figure_of_another_kind() {
    let built_in = Library::built_in().unwrap_or_else(|faults| panic!("{faults:?}"));
    let entries = [past(), printed(&built_in)].concat();
    let mut known = BTreeMap::new();
    for figure in entries.iter().flat_map(|entry| at(entry, "/figures").as_array().into_iter().flatten()) {
        let Some(indicator) = at(figure, "/indicator").as_str() else { continue };
        let basis = text(at(figure, "/basis"));
        assert_eq!(*known.entry(indicator).or_insert(basis), basis, "{indicator}");
        assert_eq!(text(at(figure, "/unit/zh")) == "%", matches!(basis, "growth" | "share"), "{indicator}: {figure}");
    }
}
