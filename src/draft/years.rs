//! The year of a report: from the session's date, the title, a heading, or the first year that "is" something.

use super::chars::{Chars, is_han};
use super::numeral::{chinese, chinese_year, digits};
use super::split::Sentence;
use super::text::Text;
use super::wordlists::{List, Lists};
use crate::report::YEARS;

/// How many sentences at the start may hold the session's date.
const FRONT: usize = 40;

/// The report's year; `None` when the text does not tell.
pub(super) fn report_year(text: &Text, sentences: &[Sentence]) -> Option<i32> {
    let front: Vec<&[char]> =
        sentences.iter().take(FRONT).map(Sentence::chars).filter(|text| text.len() < 90).collect();
    let session = front.iter().filter(|text| text.has_one(List::Sessions)).find_map(|text| session_year(text));
    let dated = || front.iter().take(12).filter(|text| text.len() < 40).find_map(|text| session_year(text));
    let titled = || {
        let own = text.title.iter().chain(&text.names).map(|title| super::normal::normal(title).chars);
        own.chain(front.iter().map(|text| text.to_vec())).find_map(|text| title_year(&text))
    };
    session
        .or_else(|| agreed_year(sentences))
        .or_else(titled)
        .or_else(dated)
        .or_else(|| heading_year(sentences))
        .or_else(|| told_year(sentences))
        .or_else(|| named_year(text))
        .filter(|year| YEARS.contains(year))
}

/// The year of a date in `text`; a session in November or December speaks of the next year.
fn session_year(text: &[char]) -> Option<i32> {
    (0..text.len()).find_map(|at| {
        let year = year_at(text, at)?;
        let month =
            digits(text, at + 5).or_else(|| chinese(text, at + 5)).filter(|month| text.at(month.end) == '月')?;
        let day = digits(text, month.end + 1).or_else(|| chinese(text, month.end + 1))?;
        let late = month.value >= 11.0 && month.value <= 12.0;
        (text.at(day.end) == '日').then_some(year + i32::from(late))
    })
}

/// A year with 年 behind it that begins at `at`, in digits or in Chinese numerals.
pub(super) fn year_at(text: &[char], at: usize) -> Option<i32> {
    let year = chinese_year(text, at)?;
    let whole = !text.at(at.wrapping_sub(1)).is_ascii_digit();
    (whole && text.at(at + 4) == '年').then_some(year)
}

/// The first year of `text`.
fn first_year(text: &[char]) -> Option<(usize, i32)> {
    (0..text.len()).find_map(|at| year_at(text, at).map(|year| (at, year)))
}

/// 2023年政府工作报告, 2023年工作安排 as a title.
fn title_year(text: &[char]) -> Option<i32> {
    let (at, year) = first_year(text)?;
    let report = text.after(at).find("政府工作报告").is_some_and(|place| place <= 16);
    (report && text.len() < 60).then_some(year)
}

/// 2022年工作回顾 tells the next year, 2023年工作安排 that year.
fn heading_year(sentences: &[Sentence]) -> Option<i32> {
    let (review, plan) = heading_years(sentences);
    review.or(plan)
}

/// The year in which the headings of review and plan agree; a title may have the year that is looked back on.
fn agreed_year(sentences: &[Sentence]) -> Option<i32> {
    let (review, plan) = heading_years(sentences);
    review.filter(|_| review == plan)
}

/// The report's year as the heading of its review tells it, and as that of its plan does.
fn heading_years(sentences: &[Sentence]) -> (Option<i32>, Option<i32>) {
    let heads = || sentences.iter().filter(|sentence| sentence.level.is_some()).map(Sentence::chars);
    let looking = |list: List, text: &[char]| {
        let (at, year) = last_of(text)?;
        text.after(at).has_one(list).then_some(year)
    };
    let review = heads().filter(|text| text.has_one(List::LooksBack)).find_map(|text| looking(List::LooksBack, text));
    let plan = heads()
        .filter(|text| text.has_one(List::LooksAhead) && !text.has_one(List::LooksBack))
        .find_map(|text| looking(List::LooksAhead, text));
    (review.map(|year| year + 1), plan)
}

fn last_of(text: &[char]) -> Option<(usize, i32)> {
    (0..text.len()).rev().find_map(|at| year_at(text, at).map(|year| (at, year)))
}

/// 2022年是…的一年, in the first sentences: the year looked back on.
fn told_year(sentences: &[Sentence]) -> Option<i32> {
    sentences.iter().take(60).map(Sentence::chars).find_map(|text| {
        let (at, year) = first_year(text)?;
        let rest = text.after(at + 5);
        (rest.begins("是")
            || rest.begins("，是")
            || rest.begins("，我们")
            || rest.begins("，面对")
            || rest.begins("，全") && at < 4)
            .then_some(year + 1)
    })
}

/// The year in the name of the file or its folder.
fn named_year(text: &Text) -> Option<i32> {
    text.names.iter().find_map(|name| {
        let chars: Vec<char> = name.chars().collect();
        (0..chars.len()).find_map(|at| {
            let digits = chars.cut(at, at + 4).iter().all(char::is_ascii_digit);
            let whole = !chars.at(at + 4).is_ascii_digit() && (at == 0 || !chars.at(at - 1).is_ascii_digit());
            (digits && whole).then(|| chinese_year(&chars, at)).flatten()
        })
    })
}

/// The years of a plan that a text names: “十四五” is 2021 to 2025.
pub(super) fn plan_years(text: &[char]) -> Option<(i32, i32)> {
    let at = text.find("五”").or_else(|| text.find("五时期")).or_else(|| text.find("五规划"))?;
    let head = text.cut(0, at);
    let from = head.iter().rposition(|&c| !is_han(c)).map_or(0, |at| at + 1);
    let number = match head.after(from).text().as_str() {
        "八" => 8,
        "九" => 9,
        "十" => 10,
        "十一" => 11,
        "十二" => 12,
        "十三" => 13,
        "十四" => 14,
        "十五" => 15,
        "十六" => 16,
        "十七" => 17,
        _ => return None,
    };
    // The tenth plan began in 2001.
    let first = 2001 + 5 * (number - 10);
    Some((first, first + 4))
}

#[cfg(test)]
mod tests {
    use super::{plan_years, session_year, title_year};

    fn chars(text: &str) -> Vec<char> {
        text.chars().collect()
    }

    #[test]
    fn dates_of_sessions() {
        for (text, year) in [
            ("——2022年1月10日在吉林市第十七届人民代表大会", Some(2022)),
            ("二〇二六年一月二十七日在大会上", Some(2026)),
            ("（2019年12月28日在大会上）", Some(2020)),
            ("2022年1月在大会上", None),
        ] {
            assert_eq!(session_year(&chars(text)), year, "{text}");
        }
    }

    #[test]
    fn titles_and_plans() {
        assert_eq!(title_year(&chars("2025年苏州市政府工作报告")), Some(2025));
        assert_eq!(title_year(&chars("政府工作报告")), None);
        assert_eq!(plan_years(&chars("“十四五”时期总体部署")), Some((2021, 2025)));
        assert_eq!(plan_years(&chars("“十一五”规划")), Some((2006, 2010)));
        assert_eq!(plan_years(&chars("“四五”")), None);
    }
}
