//! Places: the table, the look-ups, and where a report is from.

use std::collections::HashSet;
use std::path::Path;

use sulan::report::places::{self, Origin};
use sulan::report::{Traces, origin_of};

/// Code, Chinese and English name of the places whose names go wrong most easily.
const HARD: [(&str, &str, &str); 41] = [
    ("110000", "北京市", "Beijing"),
    ("140000", "山西省", "Shanxi"),
    ("150000", "内蒙古自治区", "Inner Mongolia"),
    ("150100", "呼和浩特市", "Hohhot"),
    ("150600", "鄂尔多斯市", "Ordos"),
    ("150700", "呼伦贝尔市", "Hulunbuir"),
    ("152500", "锡林郭勒盟", "Xilingol League"),
    ("220000", "吉林省", "Jilin Province"),
    ("220200", "吉林市", "Jilin City"),
    ("222400", "延边朝鲜族自治州", "Yanbian Korean Autonomous Prefecture"),
    ("230100", "哈尔滨市", "Harbin"),
    ("230200", "齐齐哈尔市", "Qiqihar"),
    ("230700", "伊春市", "Yichun (Heilongjiang)"),
    ("320500", "苏州市", "Suzhou"),
    ("321200", "泰州市", "Taizhou (Jiangsu)"),
    ("331000", "台州市", "Taizhou (Zhejiang)"),
    ("340400", "淮南市", "Huainan"),
    ("341300", "宿州市", "Suzhou (Anhui)"),
    ("341500", "六安市", "Lu'an"),
    ("341600", "亳州市", "Bozhou"),
    ("350200", "厦门市", "Xiamen"),
    ("360900", "宜春市", "Yichun (Jiangxi)"),
    ("361000", "抚州市", "Fuzhou (Jiangxi)"),
    ("422800", "恩施土家族苗族自治州", "Enshi Tujia and Miao Autonomous Prefecture"),
    ("440600", "佛山市", "Foshan"),
    ("450000", "广西壮族自治区", "Guangxi"),
    ("451000", "百色市", "Baise"),
    ("500000", "重庆市", "Chongqing"),
    ("513200", "阿坝藏族羌族自治州", "Ngawa Tibetan and Qiang Autonomous Prefecture"),
    ("532800", "西双版纳傣族自治州", "Xishuangbanna Dai Autonomous Prefecture"),
    ("540000", "西藏自治区", "Tibet"),
    ("540100", "拉萨市", "Lhasa"),
    ("540200", "日喀则市", "Shigatse"),
    ("610000", "陕西省", "Shaanxi"),
    ("610100", "西安市", "Xi'an"),
    ("632500", "海南藏族自治州", "Hainan Tibetan Autonomous Prefecture"),
    ("640000", "宁夏回族自治区", "Ningxia"),
    ("650000", "新疆维吾尔自治区", "Xinjiang"),
    ("650100", "乌鲁木齐市", "Urumqi"),
    ("652800", "巴音郭楞蒙古自治州", "Bayingolin Mongol Autonomous Prefecture"),
    ("653100", "喀什地区", "Kashgar Prefecture"),
];

#[test]
fn hard_names_are_right_and_are_found_by_name_and_by_code() {
    for (code, zh, en) in HARD {
        let place = places::with_code(code).unwrap_or_else(|| panic!("{code} is missing"));
        assert_eq!((&*place.name().zh, &*place.name().en), (zh, en));
        assert_eq!(places::named(zh).and_then(places::Place::code), Some(code), "{zh}");
        for query in [code, zh, en, &en.to_uppercase()] {
            let meant: Vec<_> = places::meant_by(query).iter().filter_map(|place| place.code()).collect();
            assert_eq!(meant, [code], "{query}");
        }
    }
}

#[test]
fn the_table_holds_every_province_and_names_no_place_twice() {
    let provinces = places::all().iter().filter(|place| place.is_province()).count();
    assert_eq!(provinces, 31);
    assert_eq!(places::all().len(), 1 + 31 + 333);
    let mut names = HashSet::new();
    let mut before = "";
    for place in places::all() {
        assert!(names.insert(place.name().zh.clone()), "{}", place.name().zh);
        assert!(names.insert(place.name().en.clone()), "{}", place.name().en);
        let code = place.code().unwrap_or_default();
        assert!(before < code || code.is_empty(), "{code} is out of order");
        before = code;
        let Some(province) = place.province() else {
            assert_eq!(place.name().zh, "全国");
            continue;
        };
        let of_province = province.code().and_then(|code| code.get(..2));
        assert!(province.is_province() && code.len() == 6 && of_province == code.get(..2), "{}", place.name().zh);
    }
}

#[test]
fn short_forms_and_kinds_lead_to_the_place() {
    let one = |query: &str, zh: &str| {
        let meant: Vec<_> = places::meant_by(query).iter().map(|place| &*place.name().zh).collect();
        assert_eq!(meant, [zh], "{query}");
    };
    one("延边", "延边朝鲜族自治州");
    one("延边州", "延边朝鲜族自治州");
    one("Yanbian", "延边朝鲜族自治州");
    one("黔西南州", "黔西南布依族苗族自治州");
    one("巴州", "巴音郭楞蒙古自治州");
    one("大兴安岭", "大兴安岭地区");
    one("阿拉善", "阿拉善盟");
    one("Alxa", "阿拉善盟");
    one("广西", "广西壮族自治区");
    one("内蒙古", "内蒙古自治区");
    one("克孜勒苏", "克孜勒苏柯尔克孜自治州");
    one("襄樊市", "襄阳市");
    one("毕节地区", "毕节市");
    one(" harbin city ", "哈尔滨市");
    one("Shaanxi Province", "陕西省");
    one("xian", "西安市");
    one("luliang", "吕梁市");
    one("Garze", "甘孜藏族自治州");
    one("海南州", "海南藏族自治州");
    one("Hainan", "海南省");
    one("China", "全国");
    one("国务院", "全国");
}

#[test]
fn what_two_places_share_means_both_and_what_none_has_means_none() {
    let codes = |query: &str| places::meant_by(query).iter().filter_map(|place| place.code()).collect::<Vec<_>>();
    assert_eq!(codes("吉林"), ["220000", "220200"]);
    assert_eq!(codes("Jilin"), ["220000", "220200"]);
    assert_eq!(codes("海南"), ["460000", "632500"]);
    assert_eq!(codes("Taizhou"), ["321200", "331000"]);
    assert!(places::named("吉林").is_none() && places::named("海南").is_none());
    for query in ["", "  ", "000000", "220", "昌邑区", "Springfield", "市"] {
        assert!(codes(query).is_empty() && places::meant_by(query).is_empty(), "{query:?}");
    }
}

#[test]
fn the_longest_name_inside_a_text_is_its_place() {
    let inside = |text: &str| places::inside(text).map(|place| &*place.name().zh);
    assert_eq!(inside("关于海南藏族自治州国民经济计划的报告"), Some("海南藏族自治州"));
    assert_eq!(inside("2023-吉林省吉林市-报告"), Some("吉林市"));
    assert_eq!(inside("广西壮族自治区南宁市政府"), Some("南宁市"));
    assert_eq!(inside("广西壮族自治区和长春市"), Some("广西壮族自治区"));
    assert_eq!(inside("长春市到吉林市"), Some("吉林市"));
    assert_eq!(inside("吉林的长春"), None);
    assert_eq!(inside(""), None);
}

fn from(traces: &Traces<'_>) -> Option<(String, Option<&'static str>)> {
    origin_of(traces).map(|origin| (origin.name.zh.into_owned(), origin.code))
}

fn of_text(text: &str) -> Option<(String, Option<&'static str>)> {
    from(&Traces { text, ..Traces::default() })
}

fn of_title(title: &str) -> Option<(String, Option<&'static str>)> {
    from(&Traces { title, ..Traces::default() })
}

fn of_path(path: &str) -> Option<(String, Option<&'static str>)> {
    from(&Traces { path: Some(Path::new(path)), ..Traces::default() })
}

fn known(zh: &str, code: &'static str) -> (String, Option<&'static str>) {
    (zh.to_owned(), Some(code))
}

/// Session lines in the shapes that reports have, and the place each tells.
const SESSIONS: [(&str, &str); 20] = [
    ("——2023年1月8日在吉林市第十七届人民代表大会第三次会议上", "吉林市"),
    ("（2021年1月25日在吉林省第十三届人民代表大会第四次会议上 某某）", "吉林省"),
    ("——2024年1月17日在乌鲁木齐市第十七届人民代表大会\n\n第四次会议上", "乌鲁木齐市"),
    ("**──在太原市第十二届**\n\n**人民代表大会第四次会议上**", "太原市"),
    ("2019年1月11日长沙市第十五届人民代表大会第四次会议通过", "长沙市"),
    ("——佛山市第十二届人民代表大会第二次会议", "佛山市"),
    ("二〇二一年二月四日在海口市第十六届人民代表大会第七次会议上", "海口市"),
    ("——二Ο一八年一月十日在武汉市第十四届人民代表大会第二次会议上", "武汉市"),
    ("——?2023年3月18日在晋城市第八届人民代表大会第三次会议上", "晋城市"),
    ("——2016年1月16日在日照市第十七届人民代表大会第五次会议上", "日照市"),
    ("——2021年1月12日在延边朝鲜族自治州第十五届人民代表大会第六次会议上", "延边朝鲜族自治州"),
    ("——2021年3月29日在黔南州第十四届人民代表大会第七次会议上", "黔南布依族苗族自治州"),
    ("——2007年1月20日在内蒙古自治区第十届人民代表大会第五次会议上", "内蒙古自治区"),
    ("——2021年1月26日在吉林省第十三届人大四次会议上", "吉林省"),
    ("2023年1月3日\n锡林郭勒盟行政公署盟长 某某", "锡林郭勒盟"),
    ("四川省人民政府省长　某某\n\n各位代表：", "四川省"),
    ("江西省省长 某某\n\n各位代表：现在，我代表省人民政府向大会作政府工作报告", "江西省"),
    ("各位代表：\n现在，我代表内蒙古自治区人民政府向大会报告工作", "内蒙古自治区"),
    ("——1958年2月3日在第一届全国人民代表大会第五次会议上", "全国"),
    ("——2025年3月5日在第十四届全国人民代表大会第三次会议上", "全国"),
];

#[test]
fn a_session_line_tells_the_place() {
    for (line, zh) in SESSIONS {
        let expected = places::named(zh).map(|place| (zh.to_owned(), place.code()));
        assert_eq!(of_text(&format!("政府工作报告\n{line}\n\n市长 某某\n\n各位代表：")), expected, "{line}");
    }
}

#[test]
fn a_line_without_a_name_tells_nothing() {
    for line in [
        "—2020年1月7日在市第十六届人民代表大会第四次会议上",
        "（2021年3月29日在州十四届人民代表大会第七次会议上）",
        "——在自治区第十一届人民代表大会第三次会议上",
        "各位代表：现在，我代表省人民政府向大会报告工作",
        "代市长 某某",
        "",
    ] {
        assert_eq!(of_text(line), None, "{line}");
    }
    assert_eq!(of_title("2024年政府工作报告"), None);
    assert_eq!(of_title("政府工作报告（省八届人大三次会议 1995年）"), None);
}

#[test]
fn what_the_body_says_of_other_places_is_not_read() {
    let line = "长春市第十六届人民代表大会批准了规划。";
    let frame = "我们向大会报告工作，请予审议。".repeat(20);
    assert_eq!(of_text(&format!("政府工作报告\n各位代表：\n{frame}{line}")), None);
    assert_eq!(of_text(&format!("政府工作报告\n各位代表：\n{line}")), Some(known("长春市", "220100")));
}

#[test]
fn titles_tell_the_place() {
    assert_eq!(of_title("吉林市政府工作报告（2023年1月8日 某某）"), Some(known("吉林市", "220200")));
    assert_eq!(of_title("海北州政府工作报告（2021年2月5日 某某）"), Some(known("海北藏族自治州", "632200")));
    assert_eq!(of_title("2008年四川省人民政府工作报告"), Some(known("四川省", "510000")));
    assert_eq!(of_title("福建省2012年政府工作报告"), Some(known("福建省", "350000")));
    assert_eq!(of_title("吉林省吉林市2020年度政府工作报告"), Some(known("吉林市", "220200")));
    assert_eq!(
        of_title("2007年2月2日广东省省长在广东省第十届人民代表大会第五次会议上作政府工作报告"),
        Some(known("广东省", "440000"))
    );
    assert_eq!(of_title("关于松原市国民经济和社会发展计划的报告"), Some(known("松原市", "220700")));
    assert_eq!(of_title("国务院政府工作报告"), Some(("全国".to_owned(), None)));
}

#[test]
fn file_and_folder_names_tell_the_place() {
    assert_eq!(of_path("reports/吉林市-2023.md"), Some(known("吉林市", "220200")));
    assert_eq!(of_path("/data/黔西南布依族苗族自治州-2020.txt"), Some(known("黔西南布依族苗族自治州", "522300")));
    assert_eq!(of_path("2023年吉林省吉林市政府工作报告.docx"), Some(known("吉林市", "220200")));
    assert_eq!(of_path("延边州/2021.md"), Some(known("延边朝鲜族自治州", "222400")));
    assert_eq!(of_path("广西壮族自治区.txt"), Some(known("广西壮族自治区", "450000")));
    assert_eq!(of_path("黑龙江2020.txt"), Some(known("黑龙江省", "230000")));
    assert_eq!(of_path("吉林/2011年.html"), Some(known("吉林省", "220000")));
    assert_eq!(of_path("a/b/report.txt"), None);
}

#[test]
fn the_stronger_trace_counts() {
    let all = Traces {
        title: "政府工作报告",
        text: "——2021年1月20日在甘肃省第十三届人民代表大会第四次会议上\n各位代表：",
        web_head: "政府工作报告 - 兰州市人民政府",
        path: Some(Path::new("陇南市/2021.html")),
    };
    assert_eq!(from(&all), Some(known("甘肃省", "620000")));
    assert_eq!(from(&Traces { title: "天水市政府工作报告", ..all }), Some(known("天水市", "620500")));
    assert_eq!(from(&Traces { text: "各位代表：", ..all }), Some(known("兰州市", "620100")));
    assert_eq!(from(&Traces { text: "各位代表：", web_head: "", ..all }), Some(known("陇南市", "621200")));
    assert_eq!(from(&Traces::default()), None);
}

#[test]
fn an_unknown_place_keeps_its_name_and_has_no_code() {
    let named = |zh: &str| Some((zh.to_owned(), None));
    assert_eq!(of_text("——2022年1月5日在仙居县第十七届人民代表大会第一次会议上"), named("仙居县"));
    assert_eq!(of_text("（2022年1月5日在吉林市昌邑区第十九届人民代表大会第一次会议上）"), named("吉林市昌邑区"));
    assert_eq!(of_title("2023年延吉市政府工作报告"), named("延吉市"));
    assert_eq!(of_title("二〇二三年前郭尔罗斯蒙古族自治县政府工作报告"), named("前郭尔罗斯蒙古族自治县"));
    assert_eq!(of_path("昌邑区-2023.md"), named("昌邑区"));
    // All provinces are known: this is none.
    assert_eq!(of_text("我们认真贯彻执行省六届人大五次会议的决议。"), None);
    let origin = Origin::of_name("仙居县");
    assert_eq!((&*origin.name.zh, &*origin.name.en, origin.code), ("仙居县", "仙居县", None));
    assert_eq!(Origin::of_name("吉林市").code, Some("220200"));
}
