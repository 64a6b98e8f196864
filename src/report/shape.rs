//! The shape of format 1 as a table: which fields there are, what each holds and means.
//! The schema is printed from it, and a file that does not fit is told by it.

mod figure;
mod words;

use std::ops::RangeInclusive;

use self::figure::FIGURE;
use self::words::LEXICON;
use crate::text::Label;

/// What a value may be.
#[derive(Clone, Copy, Debug)]
pub(super) enum Kind {
    Text,
    /// A name that is unique in its kind.
    Id,
    Number,
    /// A whole number from one end to the other.
    Whole(i64, i64),
    /// A year, a span of years such as "2021-2025".
    Years,
    Switch,
    OneOf(&'static [&'static str]),
    Texts,
    /// Lists of texts that belong together.
    Groups,
    Object(&'static Shape),
    List(&'static Shape),
}

/// Whether a field must be there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Presence {
    Needed,
    Optional,
    /// Optional, and null means that it is not there.
    Nullable,
    /// Needed, and null means that it is not known.
    OrUnknown,
}

/// A field of an object.
#[derive(Debug)]
pub(super) struct Field {
    pub(super) name: &'static str,
    pub(super) kind: Kind,
    pub(super) presence: Presence,
    pub(super) means: Label,
    /// How it may be written.
    pub(super) example: &'static str,
}

/// An object.
#[derive(Debug)]
pub(super) struct Shape {
    pub(super) name: &'static str,
    pub(super) means: Label,
    pub(super) fields: &'static [Field],
}

/// The version of the format that this program reads and writes.
pub(super) const VERSION: i64 = 1;
/// The years that a report can be about: the first of these reports was given in 1954, to the first
/// National People's Congress.
pub const YEARS: RangeInclusive<i32> = 1949..=2100;

const fn field(name: &'static str, kind: Kind, means: Label, example: &'static str) -> Field {
    Field { name, kind, presence: Presence::Needed, means, example }
}

impl Field {
    /// Whether it must be there.
    pub(super) fn is_needed(&self) -> bool {
        matches!(self.presence, Presence::Needed | Presence::OrUnknown)
    }

    /// Whether it may be null.
    pub(super) fn may_be_null(&self) -> bool {
        matches!(self.presence, Presence::Nullable | Presence::OrUnknown)
    }

    const fn optional(self) -> Self {
        Self { presence: Presence::Optional, ..self }
    }

    const fn nullable(self) -> Self {
        Self { presence: Presence::Nullable, ..self }
    }

    const fn or_unknown(self) -> Self {
        Self { presence: Presence::OrUnknown, ..self }
    }
}

const BOTH_EXAMPLE: &str = r#"{"zh": "粮食产量", "en": "Grain output"}"#;

pub(super) static REPORT: Shape = Shape {
    name: "report",
    means: Label::new("一份政府工作报告", "one government work report"),
    fields: &[
        field("format", Kind::Whole(VERSION, VERSION), Label::new("格式的版本", "the version of the format"), "1"),
        field("id", Kind::Id, Label::new("报告编号", "the id of the report"), r#""jilin-city-2025""#),
        field(
            "year",
            Kind::Whole(*YEARS.start() as i64, *YEARS.end() as i64),
            Label::new(
                "作报告的年份：目标是这一年的，结果是上一年的；null 为不详",
                "the year it was given in: its targets are of this year, its results of the year before; null: not known",
            ),
            "2025",
        )
        .or_unknown(),
        field(
            "place",
            Kind::Object(&BOTH),
            Label::new("作报告的地方", "the place that reports"),
            r#"{"zh": "吉林市", "en": "Jilin City"}"#,
        ),
        field(
            "title",
            Kind::Object(&BOTH),
            Label::new("标题", "the title"),
            r#"{"zh": "政府工作报告", "en": "Work report"}"#,
        ),
        field(
            "source",
            Kind::Object(&SOURCE),
            Label::new("数据的来历", "where the data come from"),
            r#"{"date": "2025-01"}"#,
        )
        .optional(),
        field(
            "sections",
            Kind::List(&SECTION),
            Label::new("按原文顺序的板块", "the sections in the order of the source"),
            "[…]",
        ),
        field(
            "comparisons",
            Kind::List(&COMPARISON),
            Label::new("口径不同而值得并列的指标", "different indicators that a reader would set side by side"),
            "[…]",
        )
        .optional(),
        field(
            "lexicon",
            Kind::Object(&LEXICON),
            Label::new("报告自带的单位、指标和名词", "units, indicators and terms of its own"),
            r#"{"units": [{"zh": "万吨", "en": "t", "power": 4}]}"#,
        )
        .nullable(),
    ],
};

static BOTH: Shape = Shape {
    name: "both",
    means: Label::new("两种语言的文字", "a text in both languages"),
    fields: &[
        field("zh", Kind::Text, Label::new("中文", "Chinese"), r#""粮食产量""#),
        field("en", Kind::Text, Label::new("英文", "English"), r#""Grain output""#),
    ],
};

static SOURCE: Shape = Shape {
    name: "source",
    means: Label::new("数据的来历", "where the data come from"),
    fields: &[
        field(
            "kind",
            Kind::Object(&BOTH),
            Label::new("是什么文本", "what kind of text it is"),
            r#"{"zh": "正式文本", "en": "Official text"}"#,
        )
        .optional(),
        field(
            "date",
            Kind::Text,
            Label::new("发表的年、月或日", "when it was published: a year, a month or a day"),
            r#""2025-01""#,
        )
        .optional(),
        field("authors", Kind::Texts, Label::new("作者", "who wrote it"), r#"["王某"]"#).optional(),
        field("note", Kind::Object(&BOTH), Label::new("说明", "a remark"), BOTH_EXAMPLE).nullable(),
    ],
};

static SECTION: Shape = Shape {
    name: "section",
    means: Label::new("原文的一个标题和它下面的内容", "a heading of the source with what stands under it"),
    fields: &[
        field(
            "id",
            Kind::Id,
            Label::new("板块编号，报告里不重复", "the id of the section, unique in the report"),
            r#""rural""#,
        ),
        field(
            "tab",
            Kind::OneOf(&["review", "honours", "tasks", "targets"]),
            Label::new("属于哪一栏", "the pane it belongs to"),
            r#""tasks""#,
        ),
        field(
            "heading",
            Kind::Text,
            Label::new("原文的标题", "the heading as it stands in the source"),
            r#""乡村振兴再上新台阶""#,
        ),
        field(
            "name",
            Kind::Object(&BOTH),
            Label::new("短名", "a short name"),
            r#"{"zh": "乡村", "en": "Countryside"}"#,
        ),
        field(
            "entries",
            Kind::List(&ENTRY),
            Label::new("按原文顺序的条目", "the entries in the order of the source"),
            "[…]",
        ),
    ],
};

static ENTRY: Shape = Shape {
    name: "entry",
    means: Label::new("一件事", "one fact"),
    fields: &[
        field(
            "id",
            Kind::Id,
            Label::new("条目编号，报告里不重复", "the id of the entry, unique in the report"),
            r#""tasks.rural.roads""#,
        ),
        field(
            "sentence",
            Kind::Whole(1, u32::MAX as i64),
            Label::new("标题下第几句，从 1 数起", "the sentence under the heading, counted from 1"),
            "1",
        ),
        field(
            "title",
            Kind::Object(&BOTH),
            Label::new("是什么，不含数字", "what it is about, without numbers"),
            BOTH_EXAMPLE,
        ),
        field("note", Kind::Object(&BOTH), Label::new("说明", "a remark"), BOTH_EXAMPLE).nullable(),
        field(
            "group",
            Kind::Object(&BOTH),
            Label::new("小标题", "the sub-heading"),
            r#"{"zh": "美丽乡村", "en": "Villages"}"#,
        )
        .nullable(),
        field(
            "honour",
            Kind::Object(&HONOUR),
            Label::new("荣誉的级别、种类和领域", "level, kind and field of an honour"),
            r#"{"level": "national", "kind": "title", "field": "urban"}"#,
        )
        .nullable(),
        field(
            "indicator",
            Kind::Text,
            Label::new("没有数字的目标所属的指标", "the indicator of a target without a number"),
            r#""income-growth""#,
        )
        .nullable(),
        field(
            "words",
            Kind::Object(&BOTH),
            Label::new("代替数字的文字", "the words that stand where a number would"),
            r#"{"zh": "与经济增长同步", "en": "in step with growth"}"#,
        )
        .nullable(),
        field("quote", Kind::Text, Label::new("原句", "the sentence itself"), r#""粮食产量95.28亿斤。""#).nullable(),
        field("figures", Kind::List(&FIGURE), Label::new("数字，主要的在前", "the figures, the main one first"), "[…]")
            .optional(),
    ],
};

static HONOUR: Shape = Shape {
    name: "honour",
    means: Label::new("对荣誉名称的读法", "the reading of an honour's name"),
    fields: &[
        field(
            "level",
            Kind::OneOf(&["international", "national", "provincial"]),
            Label::new("级别", "how far it reaches"),
            r#""national""#,
        ),
        field(
            "kind",
            Kind::OneOf(&["title", "medal", "pilot", "hub", "grade", "case"]),
            Label::new("种类", "what it is"),
            r#""title""#,
        ),
        field(
            "field",
            Kind::OneOf(&["tourism", "industry", "commerce", "urban", "culture", "contest"]),
            Label::new("领域", "what it is for"),
            r#""urban""#,
        ),
        field(
            "recipient",
            Kind::Object(&BOTH),
            Label::new("谁获得的", "who received it"),
            r#"{"zh": "吉林市", "en": "Jilin City"}"#,
        )
        .nullable(),
    ],
};

static COMPARISON: Shape = Shape {
    name: "comparison",
    means: Label::new("两个口径不同而值得并列的指标", "two different indicators that a reader would set side by side"),
    fields: &[
        field("name", Kind::Object(&BOTH), Label::new("这一对的名称", "what the pair is about"), BOTH_EXAMPLE),
        field(
            "result",
            Kind::Text,
            Label::new("结果的指标", "the indicator of the result"),
            r#""rural-roads-upgraded""#,
        ),
        field("target", Kind::Text, Label::new("目标的指标", "the indicator of the target"), r#""rural-roads-built""#),
        field(
            "scope",
            Kind::OneOf(&["same", "similar", "different"]),
            Label::new("口径相近还是不同", "how far apart the two are"),
            r#""different""#,
        ),
        field(
            "why",
            Kind::Object(&BOTH),
            Label::new("为什么不同", "why they are not the same"),
            r#"{"zh": "改造与新建不同", "en": "Upgrading is not building"}"#,
        ),
    ],
};
