//! `series`, `mentions` and `reports`: the city's own past, and reports made for the test.

use serde_json::{Value, json};

use super::{Folder, good, sulan};

/// One figure of a made-up report: tab, indicator, value, unit, and fields that differ from the usual ones.
type Made = (&'static str, &'static str, f64, &'static str, Value);

/// A report of `place` and `year` with these figures, each an entry of its own.
fn report(id: &str, place: (&str, &str), year: i32, figures: &[Made]) -> Value {
    let entry = |(at, (tab, indicator, value, unit, more)): (usize, &Made)| {
        let mut figure = json!({"indicator": indicator, "value": value, "unit": unit,
                                "basis": if *unit == "%" { "growth" } else { "level" }});
        let mut entry = json!({"id": format!("e{at}"), "sentence": at + 1,
                               "title": {"zh": format!("第{at}项"), "en": format!("item {at}")}});
        for (field, given) in more.as_object().into_iter().flatten() {
            let to = if ["title", "quote", "words", "indicator", "note"].contains(&field.as_str()) {
                &mut entry
            } else {
                &mut figure
            };
            to[field] = given.clone();
        }
        if entry["words"].is_null() {
            entry["figures"] = json!([figure]);
        }
        json!({"id": format!("s{at}"), "tab": tab, "heading": format!("第{at}节"),
               "name": {"zh": "节", "en": "part"}, "entries": [entry]})
    };
    json!({"format": 1, "id": id, "year": year, "place": {"zh": place.0, "en": place.1},
           "title": {"zh": "报告", "en": "Report"}, "sections": figures.iter().enumerate().map(entry).collect::<Vec<_>>()})
}

const BAICHENG: (&str, &str) = ("白城市", "Baicheng");
const HARBIN: (&str, &str) = ("哈尔滨市", "Harbin");
const NOWHERE: (&str, &str) = ("乌有县", "Nowhere");

/// A file of these reports, one a line.
fn file(folder: &Folder, reports: &[Value]) -> String {
    let lines: Vec<String> = reports.iter().map(Value::to_string).collect();
    folder.file("reports.jsonl", lines.join("\n"))
}

fn series(args: &[&str]) -> Vec<Value> {
    good(&[&["series"], args, &["--format", "json"]].concat()).json()
}

/// Year, result, target and difference of every year of one series.
fn table(series: &Value) -> Vec<(Value, Value, Value, Value)> {
    let years = series["years"].as_array().expect("years");
    let value = |year: &Value, side: &str| {
        let words = &year[format!("{side}_words")]["zh"];
        if words.is_null() { year[side]["value"].clone() } else { words.clone() }
    };
    years
        .iter()
        .map(|year| (year["year"].clone(), value(year, "result"), value(year, "target"), year["difference"].clone()))
        .collect()
}

fn row(
    year: i32,
    result: impl Into<Value>,
    target: impl Into<Value>,
    difference: impl Into<Value>,
) -> (Value, Value, Value, Value) {
    (json!(year), result.into(), target.into(), difference.into())
}

const NULL: Value = Value::Null;

#[test]
fn the_city_s_growth_is_promise_and_delivery_year_by_year() {
    let printed = series(&["gdp-growth"]);
    assert_eq!(printed.len(), 1);
    assert_eq!(
        table(&printed[0]),
        [
            row(2013, 9, NULL, NULL),
            row(2014, 6.1, 10, -3.9),
            row(2015, 6.5, 7, -0.5),
            row(2016, NULL, 7, NULL),
            row(2019, "与上年基本持平", NULL, NULL),
            row(2020, "与上年持平", 6, NULL),
            row(2021, 7, 7, 0),
            row(2022, NULL, 7, NULL),
            row(2023, NULL, 6, NULL),
            row(2025, NULL, 6, NULL),
        ]
    );
    let years = printed[0]["years"].as_array().expect("years");
    let estimates: Vec<bool> = years.iter().filter_map(|year| year["result"]["estimate"].as_bool()).collect();
    assert_eq!(estimates, [true, true, true, false]);
    assert_eq!((&years[7]["target"]["value"], &years[7]["target"]["upper"]), (&json!(7), &json!(8)));
    assert_eq!(years[9]["target"]["qualifier"], "about");
    assert_eq!(years[1]["result_report"], "jilin-city-2015");
    assert_eq!(years[1]["target_report"], "jilin-city-2014");
}

#[test]
fn promise_meets_result_in_the_five_years_that_have_both() {
    let pairs = |id: &str| -> Vec<(i64, f64)> {
        let printed = series(&[id]);
        let years = printed[0]["years"].as_array().expect("years");
        let pair = |year: &Value| Some((year["year"].as_i64()?, year["difference"].as_f64()?));
        years.iter().filter_map(pair).collect()
    };
    assert_eq!(pairs("new-urban-jobs"), [(2015, 0.0), (2020, -2.4), (2021, 0.1), (2022, 0.5)]);
    assert_eq!(pairs("heating-pipes-renewed"), [(2020, 16.0), (2021, 32.0), (2022, 5.0)]);
    assert_eq!(pairs("high-standard-farmland-built"), [(2020, -10.4), (2021, -5.0), (2022, -19.2)]);
    assert_eq!(pairs("industrial-value-added-growth"), [(2014, -6.7), (2015, 0.0), (2020, -2.0)]);
    assert_eq!(pairs("grain-output-to-2020"), [(2014, 0.0), (2015, 0.0)]);
    assert_eq!(pairs("grain-output"), [(2022, 5.0)]);
    assert_eq!(pairs("tourism-income-growth"), [(2014, 0.5), (2015, 0.0)]);
    assert_eq!(pairs("old-estates-renovated"), [(2020, 0.0), (2021, 0.0)]);
}

#[test]
fn the_shape_of_a_series_is_the_promised_one() {
    let run = good(&["series", "grain-output", "--format", "json", "--year", "2022", "--quotes"]);
    let expected = concat!(
        r#"[
{"place":{"zh":"吉林市","en":"Jilin City"},"code":"220200","indicator":{"id":"grain-output","zh":"粮食产量","#,
        r#""en":"Grain output"},"unit":{"zh":"亿斤","en":"100 million jin"},"basis":"level","years":[{"year":2022,"#,
        r#""result":{"name":{"zh":"粮食产量","en":"Grain output"},"indicator":"grain-output","value":90,"upper":null,"#,
        r#""unit":{"zh":"亿斤","en":"100 million jin"},"qualifier":null,"basis":"level","year":2022,"role":"result","#,
        r#""estimate":true,"confidence":null,"source":{"heading":"（一）千方百计稳定经济运行","sentence":24,"quote":null}},"#,
        r#""result_words":null,"result_report":"jilin-city-2023","target":{"name":{"zh":"粮食产量","en":"Grain output"},"#,
        r#""indicator":"grain-output","value":85,"upper":null,"unit":{"zh":"亿斤","en":"100 million jin"},"#,
        r#""qualifier":"at_least","basis":"level","year":2022,"role":"target","estimate":false,"confidence":null,"#,
        r#""source":{"heading":"（三）做好“三农”工作，坚定不移推进乡村振兴","sentence":4,"quote":null}},"#,
        r#""target_words":null,"target_report":"jilin-city-2022","difference":5}]}
]
"#
    );
    assert_eq!(run.out, expected);
    let bare = series(&["grain-output", "--year", "2022"]);
    assert!(bare[0]["years"][0]["result"].get("source").is_none());
}

const COLUMNS: &str = "place_zh,place_en,code,indicator,indicator_zh,indicator_en,unit_zh,unit_en,basis,year,result,\
                       result_estimate,result_report,target,target_upper,target_qualifier,target_report,difference,\
                       result_upper,result_qualifier,result_words,target_words";

#[test]
fn csv_has_one_row_a_year_and_with_quotes_the_places_in_the_source() {
    let run = good(&["series", "gdp-growth", "--format", "csv", "--year", "2020-2022"]);
    let head = "吉林市,Jilin City,220200,gdp-growth,地区生产总值增速,Growth of gross regional product,%,%,growth";
    assert_eq!(
        run.lines(),
        [
            COLUMNS.to_owned(),
            format!("{head},2020,,,jilin-city-2021,6,,about,jilin-city-2020,,,,与上年持平,"),
            format!("{head},2021,7,false,jilin-city-2022,7,,at_least,jilin-city-2021,0,,,,"),
            format!("{head},2022,,,,7,8,,jilin-city-2022,,,,,"),
        ]
    );
    let (header, rows) = good(&["series", "gdp-growth", "--format", "csv", "--year", "2020", "--quotes"]).csv();
    let quotes = "result_heading,result_sentence,result_quote,target_heading,target_sentence,target_quote";
    assert_eq!(header.join(","), format!("{COLUMNS},{quotes}"));
    assert_eq!(rows[0][22..], ["一、“十三五”时期及2020年工作回顾", "27", "", "二、2020年工作安排", "3", ""]);
    let bom = good(&["series", "gdp-growth", "--format", "csv", "--bom"]);
    assert!(bom.out.starts_with('\u{feff}'));
}

#[test]
fn years_with_different_units_are_never_subtracted_and_have_a_row_each() {
    let printed = series(&["rural-toilets-rebuilt", "--year", "2020"]);
    assert_eq!(table(&printed[0]), [row(2020, 1.6, 1.6, NULL)]);
    let (_, rows) = good(&["series", "rural-toilets-rebuilt", "--format", "csv", "--year", "2020"]).csv();
    let cells: Vec<[&str; 4]> = rows.iter().map(|row| [6, 10, 13, 17].map(|at| row[at].as_str())).collect();
    assert_eq!(cells, [["万座", "1.6", "", ""], ["万户", "", "1.6", ""]]);
}

#[test]
fn one_side_place_and_year_narrow_a_series() {
    let targets = series(&["gdp-growth", "--role", "target"]);
    let years: Vec<i64> =
        targets[0]["years"].as_array().expect("years").iter().filter_map(|year| year["year"].as_i64()).collect();
    assert_eq!(years, [2014, 2015, 2016, 2020, 2021, 2022, 2023, 2025]);
    assert!(table(&targets[0]).iter().all(|(_, result, _, difference)| result.is_null() && difference.is_null()));
    let results = series(&["gdp-growth", "--role", "result", "--year", "2014-2020"]);
    assert_eq!(results[0]["years"].as_array().map(Vec::len), Some(4));
    for place in ["吉林市", "jilin city", "220200"] {
        assert_eq!(series(&["gdp-growth", "--place", place]).len(), 1, "{place}");
    }
}

#[test]
fn other_reports_leave_the_built_in_past_behind() {
    let folder = Folder::new("series-other");
    let made = report("made", ("吉林市", "Jilin City"), 2016, &[("targets", "gdp-growth", 8.0, "%", json!({}))]);
    let path = file(&folder, &[made]);
    assert_eq!(table(&series(&["gdp-growth", "--report", &path])[0]), [row(2016, NULL, 8, NULL)]);
    for command in [&["list"][..], &["search", "粮食"], &["mentions", "粮食"], &["reports"], &["compare"]] {
        let run = good(&[command, &["--format", "csv"]].concat());
        assert!(!run.out.contains("jilin-city-20") || !run.out.contains("jilin-city-2023"), "{command:?}");
    }
}

#[test]
fn nothing_found_says_why_and_prints_an_empty_answer() {
    for (args, status, words) in [
        (&["series", "gdp"][..], 1, "gdp-growth"),
        (&["series", "没有这个"], 1, "没有指标"),
        (&["series", "gdp-growth", "--place", "哈尔滨"], 1, "哈尔滨"),
        (&["series", "gdp-growth", "--year", "1999"], 1, "gdp-growth"),
        (&["reports", "--place", "乌有县"], 1, "乌有县"),
        (&["reports", "--year", "1999"], 1, "没有符合条件的报告"),
        (&["mentions", "无此词语"], 1, "无此词语"),
    ] {
        let json = sulan(&[args, &["--format", "json"]].concat());
        assert_eq!(json.status, status, "{args:?}");
        assert!(json.err.contains(words) && json.err.lines().count() == 1, "{args:?}: {}", json.err);
        assert!(args[0] == "mentions" || json.out == "[]\n", "{args:?}: {}", json.out);
        let csv = sulan(&[args, &["--format", "csv"]].concat());
        assert!(args[0] == "mentions" || csv.lines().len() == 1, "{args:?}: {}", csv.out);
    }
}

#[test]
fn wrong_usage_is_told_in_one_sentence() {
    for (args, words) in [
        (&["series"][..], "series gdp-growth"),
        (&["series", "gdp-growth", "--year", "20x"], "2014-2016"),
        (&["series", "gdp-growth", "--year", "2020-2019"], "2014-2016"),
        (&["series", "gdp-growth", "--role", "base"], "result、target"),
        (&["mentions", " "], "空"),
        (&["mentions"], "mentions"),
        (&["reports", "gdp-growth"], "reports"),
        (&["list", "--quotes"], "series"),
    ] {
        let run = sulan(args);
        assert_eq!((run.status, run.out.as_str()), (2, ""), "{args:?}");
        assert!(run.err.contains(words) && run.err.lines().count() == 1, "{args:?}: {}", run.err);
    }
}

/// Reports of three places, with what joins go wrong over.
fn library(folder: &Folder) -> String {
    let target = |value: f64| ("targets", "gdp-growth", value, "%", json!({}));
    let result = |value: f64, more: Value| ("review", "gdp-growth", value, "%", more);
    let words = json!({"indicator": "gdp-growth", "words": {"zh": "与全省同步", "en": "In step with the province"}});
    file(
        folder,
        &[
            report("nowhere-2021", NOWHERE, 2021, &[target(5.5)]),
            report(
                "harbin-2021",
                HARBIN,
                2021,
                &[
                    result(3.0, json!({"estimate": true})),
                    ("tasks", "gdp-growth", 9.0, "%", json!({"name": {"zh": "开发区", "en": "Zones"}})),
                    ("tasks", "gdp-growth", 8.0, "%", json!({})),
                    target(6.0),
                    ("targets", "gdp-growth", 7.0, "%", json!({"year": "2021-2025"})),
                ],
            ),
            report("harbin-2022", HARBIN, 2022, &[result(6.6, json!({})), target(7.0)]),
            report(
                "harbin-2023",
                HARBIN,
                2023,
                &[
                    result(4.1, json!({"year": 2021})),
                    result(5.0, json!({})),
                    ("review", "gdp-growth", 1.0, "%", json!({"role": "base"})),
                    ("review", "gdp-growth", 120.0, "亿元", json!({})),
                ],
            ),
            report("baicheng-2021", BAICHENG, 2021, &[("targets", "gdp-growth", 6.0, "%", json!({"upper": 6.5}))]),
            report("baicheng-2022", BAICHENG, 2022, &[("targets", "", 0.0, "", words)]),
        ],
    )
}

#[test]
fn figures_join_by_place_basis_and_year_and_by_nothing_else() {
    let folder = Folder::new("series-joins");
    let path = library(&folder);
    let run = good(&["series", "gdp-growth", "--format", "json", "--report", &path]);
    let printed = run.json();
    let heads: Vec<[&str; 3]> = printed
        .iter()
        .map(|series| {
            [&series["place"]["zh"], &series["code"], &series["basis"]].map(|text| text.as_str().unwrap_or("-"))
        })
        .collect();
    assert_eq!(
        heads,
        [
            ["白城市", "220800", "growth"],
            ["哈尔滨市", "230100", "growth"],
            ["哈尔滨市", "230100", "level"],
            ["乌有县", "-", "growth"],
        ]
    );
    assert_eq!(table(&printed[0]), [row(2021, NULL, 6, NULL), row(2022, NULL, "与全省同步", NULL)]);
    let mut harbin = table(&printed[1]);
    let span = harbin.pop().expect("the span");
    assert_eq!(span, (json!("2021-2025"), NULL, json!(7), NULL), "a span stands by itself");
    // 2021: the later report corrects the result; the targets pane speaks before the others.
    assert_eq!(harbin, [row(2020, 3, NULL, NULL), row(2021, 4.1, 6, -1.9), row(2022, 5, 7, -2)]);
    assert_eq!(printed[1]["years"][1]["result_report"], "harbin-2023");
    assert_eq!(printed[2]["unit"]["zh"], "亿元");
}

#[test]
fn a_span_joins_with_nothing_not_even_with_itself() {
    let folder = Folder::new("series-span");
    let span = || json!({"year": "2016-2020"});
    let promised = report("a", HARBIN, 2016, &[("targets", "gdp-growth", 6.5, "%", span())]);
    let delivered = report("b", HARBIN, 2021, &[("review", "gdp-growth", 5.0, "%", span())]);
    let path = file(&folder, &[promised, delivered]);
    let printed = series(&["gdp-growth", "--report", &path]);
    assert_eq!(table(&printed[0]), [(json!("2016-2020"), json!(5), json!(6.5), NULL)]);
}

#[test]
fn what_does_not_count_is_named_in_text() {
    let folder = Folder::new("series-rivals");
    let path = library(&folder);
    let run = good(&["series", "gdp-growth", "--place", "Harbin", "--report", &path]);
    for line in [
        "另见 harbin-2022：哈尔滨市 2021 年结果 同比 +6.6%，不计入。",
        "另见 harbin-2021：哈尔滨市 2021 年目标 同比 +8%，不计入。",
        "另见 harbin-2021：哈尔滨市 2021 年目标 同比 +9%，不计入。",
    ] {
        assert!(run.lines().contains(&line), "{line} is missing in\n{}", run.out);
    }
    assert_eq!(run.out.matches("另见").count(), 3, "{}", run.out);
    let results = good(&["series", "gdp-growth", "--place", "Harbin", "--role", "result", "--report", &path]);
    assert_eq!(results.out.matches("另见").count(), 1, "{}", results.out);
    let later = good(&["series", "gdp-growth", "--place", "Harbin", "--year", "2022-2030", "--report", &path]);
    assert_eq!(later.out.matches("另见").count(), 0, "{}", later.out);
}

#[test]
fn one_place_is_a_table_and_one_year_a_ranked_list() {
    let folder = Folder::new("series-text");
    let path = library(&folder);
    let run = good(&["series", "gdp-growth", "--place", "220800", "--report", &path]);
    assert_eq!(
        run.lines(),
        [
            "白城市 地区生产总值增速",
            "年       结果  目标          结果减目标  出处",
            "2021 年  –     同比 +6–6.5%              baicheng-2021",
            "2022 年  –     与全省同步                baicheng-2022",
        ]
    );
    let args = ["series", "gdp-growth", "--year", "2021", "--role", "target", "--report", &path];
    let ranked = good(&args);
    let lines = ranked.lines();
    assert_eq!(lines[0], "2021 年 地区生产总值增速，3 个地方");
    let places: Vec<&str> = lines.iter().filter_map(|line| line.split_whitespace().nth(1)).collect();
    assert_eq!(places[2..5], ["白城市", "哈尔滨市", "乌有县"], "the upper end decides between equal floors");
    let english = good(&[&args[..], &["--lang", "en"]].concat());
    assert_eq!(english.lines()[0], "Growth of gross regional product 2021, 3 places");
}

#[test]
fn markdown_has_a_row_a_year() {
    let run = good(&["series", "gdp-growth", "--year", "2021", "--format", "md"]);
    assert_eq!(
        run.lines(),
        [
            "| 地方 | 指标 | 年 | 结果 | 目标 | 结果减目标 | 出处 |",
            "| --- | --- | --- | --- | --- | --- | --- |",
            "| 吉林市 | 地区生产总值增速 | 2021 | 同比 +7% | 同比 +7% 以上 | 0 个百分点 | jilin-city-2022；jilin-city-2021 |",
        ]
    );
}

#[test]
fn of_two_reports_of_one_place_and_year_the_first_counts_and_the_other_is_named() {
    let folder = Folder::new("series-twice");
    let target = |value: f64| ("targets", "gdp-growth", value, "%", json!({}));
    let twice = [report("one", HARBIN, 2021, &[target(6.0)]), report("two", HARBIN, 2021, &[target(9.0)])];
    let path = file(&folder, &twice);
    let run = sulan(&["series", "gdp-growth", "--format", "json", "--report", &path]);
    assert_eq!(run.status, 0);
    assert_eq!(table(&run.json()[0]), [row(2021, NULL, 6, NULL)]);
    assert!(run.err.contains("one") && run.err.contains("two") && run.err.lines().count() == 1, "{}", run.err);
    let reports = good(&["reports", "--format", "json", "--report", &path]).json();
    assert_eq!(reports[0]["doubts"], json!([]));
    assert!(reports[1]["doubts"][0]["en"].as_str().is_some_and(|doubt| doubt.contains("one")), "{}", reports[1]);
}

#[test]
fn reports_lists_what_is_open() {
    let folder = Folder::new("reports");
    let path = library(&folder);
    let run = good(&["reports", "--format", "json", "--report", &path]);
    assert_eq!(run.json().len(), 6);
    let first = concat!(
        r#"{"id":"nowhere-2021","place":{"zh":"乌有县","en":"Nowhere"},"code":null,"year":2021,"#,
        r#""title":{"zh":"报告","en":"Report"},"entries":1,"figures":1,"tasks":0,"tasks_with_figures":0,"#,
        r#""file":"FILE","doubts":[]}"#
    );
    assert_eq!(run.lines()[1].trim_end_matches(',').replace(&path, "FILE"), first);
    let (header, rows) =
        good(&["reports", "--format", "csv", "--place", "哈尔滨", "--year", "2021-2022", "--report", &path]).csv();
    assert_eq!(
        header.join(","),
        "id,place_zh,place_en,code,year,title_zh,title_en,entries,figures,tasks,tasks_with_figures,file,doubts"
    );
    let ids: Vec<&str> = rows.iter().map(|row| row[0].as_str()).collect();
    assert_eq!(ids, ["harbin-2021", "harbin-2022"]);
    assert_eq!(rows[0][7..11], ["5", "5", "2", "2"]);
    let text = good(&["reports", "--year", "2023", "--report", &path]);
    let row = "哈尔滨市  2023  harbin-2023  4 条、4 个数字，0 项任务中 0 项带数字  FILE";
    assert_eq!(text.lines(), [row.replace("FILE", &path)]);
    let markdown = good(&["reports", "--format", "md", "--lang", "en", "--year", "2023", "--report", &path]);
    let row = "| Harbin | 2023 | harbin-2023 | 4 | 4 | 0 | 0 | FILE |  |";
    assert_eq!(markdown.lines()[2], row.replace("FILE", &path));
}

#[test]
fn mentions_counts_sentences_and_lists_reports_without_any() {
    let folder = Folder::new("mentions");
    let quote = |sentence: &str| ("tasks", "gdp-growth", 1.0, "%", json!({"quote": sentence}));
    let titled = |title: &str| ("tasks", "gdp-growth", 1.0, "%", json!({"title": {"zh": title, "en": "x"}}));
    let path = file(
        &folder,
        &[
            report("a", HARBIN, 2019, &[quote("发展低空经济。"), quote("建设５Ｇ基站。"), quote("低空經濟起步。")]),
            report("b", HARBIN, 2021, &[titled("低空经济产业园"), titled("基站")]),
            report("c", BAICHENG, 2021, &[titled("粮食")]),
        ],
    );
    let run = good(&["mentions", "低空经济", "--format", "json", "--report", &path]);
    assert_eq!(
        run.lines()[1..4],
        [
            r#"{"report":"a","place":{"zh":"哈尔滨市","en":"Harbin"},"year":2019,"sentences":3,"hits":2},"#,
            r#"{"report":"b","place":{"zh":"哈尔滨市","en":"Harbin"},"year":2021,"sentences":2,"hits":1},"#,
            r#"{"report":"c","place":{"zh":"白城市","en":"Baicheng"},"year":2021,"sentences":1,"hits":0}"#,
        ]
    );
    let csv = good(&["mentions", "5g基站", "--format", "csv", "--report", &path]);
    assert_eq!(csv.lines()[0], "report,place_zh,place_en,code,year,sentences,hits");
    assert_eq!(csv.lines()[1], "a,哈尔滨市,Harbin,230100,2019,3,1");
    let text = good(&["mentions", "低空经济", "--report", &path]);
    assert_eq!(text.lines().last(), Some(&"2019 █ ▄ 2021  2 份报告提到，共 3 句，一年最多 2 句"));
    let one = good(&["mentions", "低空经济", "--place", "Harbin", "--year", "2021", "--report", &path]);
    assert_eq!(one.lines()[0], "哈尔滨市  2021  b  1 句，共 2 句");
    let markdown = good(&["mentions", "粮食", "--format", "md", "--report", &path]);
    assert_eq!(markdown.lines()[4], "| 白城市 | 2021 | c | 1 | 1 |");
}
