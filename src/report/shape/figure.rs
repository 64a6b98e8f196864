//! A quantity: its value, and all that says what it means.

use super::{BOTH, BOTH_EXAMPLE, Kind, Shape, field};
use crate::text::Label;

pub(super) static FIGURE: Shape = Shape {
    name: "figure",
    means: Label::new("一个数字，有单位、限定和类型", "one quantity with unit, qualifier and basis"),
    fields: &[
        field(
            "name",
            Kind::Object(&BOTH),
            Label::new("自己的名称，没有则用条目的标题", "its own name, else the title of the entry"),
            BOTH_EXAMPLE,
        )
        .nullable(),
        field(
            "indicator",
            Kind::Text,
            Label::new("指标编号：编号相同即口径相同", "the indicator: the same id means the same scope"),
            r#""grain-output""#,
        )
        .nullable(),
        field(
            "value",
            Kind::Number,
            Label::new("数值；区间的下限；下降为负", "the value; the lower end of a range; negative for a decline"),
            "95.28",
        ),
        field("upper", Kind::Number, Label::new("区间的上限", "the upper end of a range"), "96").nullable(),
        field(
            "unit",
            Kind::Text,
            Label::new("原文的单位，没有则是空文字", "the unit as in the source, empty where there is none"),
            r#""亿斤""#,
        ),
        field(
            "unit_en",
            Kind::Text,
            Label::new("英文单位，与词库不同时才写", "the English unit where it differs from the lexicon's"),
            r#""households""#,
        )
        .nullable(),
        field(
            "qualifier",
            Kind::OneOf(&["at_least", "over", "about", "nearly", "at_most", "toward"]),
            Label::new("以上、超过、左右、近、以内、力争", "how the source hedges the value"),
            r#""at_least""#,
        )
        .nullable(),
        field(
            "basis",
            Kind::OneOf(&["level", "count", "growth", "points", "multiple", "share", "rank", "duration"]),
            Label::new("数量的类型", "what kind of quantity it is"),
            r#""level""#,
        ),
        field(
            "year",
            Kind::Years,
            Label::new(
                "所属年份或几年，没有则随板块，null 为不详",
                "the year or years; absent: the section's; null: not known",
            ),
            "2024",
        )
        .nullable(),
        field(
            "role",
            Kind::OneOf(&["result", "target", "base"]),
            Label::new("结果、目标或基数，没有则随板块", "result, target or base; absent: the section's"),
            r#""result""#,
        )
        .nullable(),
        field(
            "estimate",
            Kind::Switch,
            Label::new("原文说是预计", "whether the source says that it is an estimate"),
            "true",
        )
        .optional(),
        field(
            "confidence",
            Kind::OneOf(&["check"]),
            Label::new("起草的数字需要核对", "a drafted figure that needs a look"),
            r#""check""#,
        )
        .nullable(),
    ],
};
