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
