//! The words that a report may bring of its own: units, indicators, terms.

use super::{BOTH, BOTH_EXAMPLE, Kind, Shape, field};
use crate::text::Label;

pub(super) static LEXICON: Shape = Shape {
    name: "lexicon",
    means: Label::new("单位、指标和名词", "units, indicators and terms"),
    fields: &[
        field("units", Kind::List(&UNIT), Label::new("单位", "the units"), "[…]").optional(),
        field("indicators", Kind::List(&INDICATOR), Label::new("指标", "the indicators"), "[…]").optional(),
        field("terms", Kind::List(&TERM), Label::new("名词", "the terms"), "[…]").optional(),
        field(
            "parts",
            Kind::Texts,
            Label::new("地方各部分的叫法", "what parts of the place are called"),
            r#"["市区"]"#,
        )
        .optional(),
        field(
            "words",
            Kind::Groups,
            Label::new("互相通用的词，每组至少两个", "groups of words that lead to each other, two at least"),
            r#"[["乡村", "农村"]]"#,
        )
        .optional(),
    ],
};

static UNIT: Shape = Shape {
    name: "unit",
    means: Label::new("一个单位", "one unit"),
    fields: &[
        field("zh", Kind::Text, Label::new("原文的写法", "as the source prints it"), r#""亿斤""#),
        field(
            "en",
            Kind::Text,
            Label::new("英文单位，不含 10 的次方", "the English unit without its power of ten"),
            r#""jin""#,
        ),
        field(
            "power",
            Kind::Whole(0, 24),
            Label::new("10 的几次方：万是 4，亿是 8", "the power of ten: 4 for 万, 8 for 亿"),
            "8",
        )
        .optional(),
        field(
            "help",
            Kind::Object(&BOTH),
            Label::new("说明", "what a reader may need to know"),
            r#"{"zh": "1 斤是 0.5 千克", "en": "1 jin = 0.5 kg"}"#,
        )
        .nullable(),
    ],
};

static INDICATOR: Shape = Shape {
    name: "indicator",
    means: Label::new("一个指标：编号相同即口径相同", "one indicator: the same id means the same scope"),
    fields: &[
        field("id", Kind::Id, Label::new("指标编号", "the id"), r#""grain-output""#),
        field("zh", Kind::Text, Label::new("中文名称", "the Chinese name"), r#""粮食产量""#),
        field("en", Kind::Text, Label::new("英文名称", "the English name"), r#""Grain output""#),
        field("synonyms", Kind::Texts, Label::new("别的叫法", "what people call it"), r#"["粮食总产"]"#).optional(),
    ],
};

static TERM: Shape = Shape {
    name: "term",
    means: Label::new("一个名词", "one term"),
    fields: &[
        field("zh", Kind::Text, Label::new("原文的写法", "as the source prints it"), r#""四好农村路""#),
        field("en", Kind::Text, Label::new("通行的英文", "the usual English rendering"), r#""four-good rural roads""#),
        field("note", Kind::Object(&BOTH), Label::new("一句说明", "one sentence of explanation"), BOTH_EXAMPLE)
            .nullable(),
        field("synonyms", Kind::Texts, Label::new("别的叫法", "what people call it"), r#"["农村公路"]"#).optional(),
    ],
};
