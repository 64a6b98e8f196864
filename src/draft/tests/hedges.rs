//! How figures are hedged: before the number, behind it, over an act, over a whole list.

use crate::draft::figures::read_figures;
use crate::draft::normal::normal;
use crate::draft::outline::{Context, Part};
use crate::draft::scan::Numerals;
use crate::report::Qualifier::{self, About, AtLeast, AtMost, Nearly, Over, Toward};

/// The values of a sentence of `part`, each with its qualifier.
fn read(part: Part, said: &str) -> Vec<(f64, Option<Qualifier>)> {
    let context = Context { part, year: Some(2024), plan: None, span: None };
    let found = read_figures(&normal(said).chars, &context, Numerals::Digits);
    found.figures.iter().map(|found| (found.value, found.qualifier)).collect()
}

#[test]
fn what_is_said_of_a_list_is_said_of_all_its_members() {
    let review = |said| read(Part::Review, said);
    assert_eq!(review("集团收入分别突破40亿元和60亿元。"), [(40.0, Some(Over)), (60.0, Some(Over))]);
    assert_eq!(review("收入分别增长7%和8%左右。"), [(7.0, Some(About)), (8.0, Some(About))]);
    assert_eq!(review("失业率分别控制在4%和5.5%左右。"), [(4.0, Some(About)), (5.5, Some(About))]);
    assert_eq!(
        review("收入分别增长8%左右、9%和10%以上。"),
        [(8.0, Some(About)), (9.0, Some(AtLeast)), (10.0, Some(AtLeast))]
    );
    assert_eq!(review("新建学校超过10所、医院3家。"), [(10.0, Some(Over)), (3.0, None)]);
    assert_eq!(review("产量突破40万吨，销量60万吨。"), [(40.0, Some(Over)), (60.0, None)]);
    let tasks = read(Part::Tasks, "力争收入分别增长7%和8%以上。");
    assert_eq!(tasks, [(7.0, Some(AtLeast)), (8.0, Some(AtLeast))]);
}

#[test]
fn what_stands_between_a_qualifier_and_its_number_hides_nothing() {
    let tasks = |said| read(Part::Tasks, said);
    assert_eq!(tasks("每个县（市、区）至少培育3家上市公司，引进2家。"), [(3.0, Some(AtLeast)), (2.0, None)]);
    assert_eq!(tasks("力争全年新增就业3万人。"), [(3.0, Some(Toward))]);
    assert_eq!(read(Part::Review, "力争全年新增就业3万人。"), [(3.0, None)]);
    assert_eq!(tasks("按照不低于当地城市低保标准的150%分类施保。"), [(150.0, Some(AtLeast))]);
    assert_eq!(tasks("办理时限不超过最高法定时限的50%。"), [(50.0, Some(AtMost))]);
    assert_eq!(tasks("工业产值接近工业总产值的70%。"), [(70.0, Some(Nearly))]);
    assert_eq!(tasks("占工业总产值的70%，超过年度计划34.1%。"), [(70.0, None), (34.1, None)]);
    assert_eq!(tasks("使用外资约合1243亿元，约是全国的2.1倍。"), [(1243.0, Some(About)), (2.1, Some(About))]);
    assert_eq!(tasks("新增就业700万人、约占全国1/10。"), [(700.0, None), (10.0, Some(About))]);
    assert_eq!(tasks("投资强度超过每平方米4000元。"), [(4000.0, Some(Over))]);
    assert_eq!(tasks("审批时限压减到100个工作日之内。"), [(100.0, Some(AtMost))]);
    assert_eq!(tasks("首开之年客流过50万人次。"), [(50.0, Some(Over))]);
}

#[test]
fn what_is_aimed_at_goes_on_over_the_clauses_that_follow() {
    let tasks = |said| read(Part::Tasks, said);
    assert_eq!(
        tasks("力争新增企业6户、园区10个左右，引进人才1100名；新建学校3所。"),
        [(6.0, Some(Toward)), (10.0, Some(About)), (1100.0, Some(Toward)), (3.0, None)]
    );
    assert_eq!(tasks("2025年，力争产值增长8%，投资增长9%。"), [(8.0, Some(Toward)), (9.0, Some(Toward))]);
    // It only lifts what was promised before, or the next clause promises more than that.
    assert_eq!(
        tasks("生产总值增长12%，力争达到13%，财政收入增长9%。"),
        [(12.0, None), (13.0, Some(Toward)), (9.0, None)]
    );
    assert_eq!(tasks("力争引进项目30个，确保注册率达到90%。"), [(30.0, Some(Toward)), (90.0, None)]);
    assert_eq!(read(Part::Review, "力争引进项目30个，新增企业6户。"), [(30.0, None), (6.0, None)]);
}

#[test]
fn a_word_inside_another_one_hedges_nothing() {
    let tasks = |said| read(Part::Tasks, said);
    assert_eq!(tasks("改造附近5个村，建设近20个村。"), [(5.0, None), (20.0, Some(Nearly))]);
    assert_eq!(tasks("侦破30起案件，规模破100亿元。"), [(30.0, None), (100.0, Some(Over))]);
    assert_eq!(tasks("节约30万吨标准煤，约30万吨标准煤。"), [(30.0, None), (30.0, Some(About))]);
    assert_eq!(tasks("通过3项国家标准，旅客过50万人次。"), [(3.0, None), (50.0, Some(Over))]);
    assert_eq!(tasks("反超3个地市，超3个地市。"), [(3.0, None), (3.0, Some(Over))]);
    // What is compared with others is no bound, and 向 says where to only with a word of moving.
    assert_eq!(tasks("增速高于全国2.3个百分点，合格率高于98%。"), [(2.3, None), (98.0, Some(AtLeast))]);
    assert_eq!(tasks("合格率高于全省平均5%，成本低于60万元。"), [(5.0, None), (60.0, Some(AtMost))]);
    assert_eq!(tasks("经济总量向5000亿元迈进，向500户企业让利。"), [(5000.0, Some(Toward)), (500.0, None)]);
}
