//! Lists of words that rules ask for: which there are. What is in them, and what they say, stands in
//! `assets/draft/lists`.

use super::chars::Chars;
use super::tables::TABLES;

/// Defines the lists with their names in the tables.
macro_rules! lists {
    ($($list:ident $name:literal,)*) => {
        /// A list of words.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub(super) enum List {
            $(#[doc = concat!("`", $name, "` in the tables.")] $list,)*
        }

        impl List {
            /// All lists, in the order of their numbers.
            pub(super) const ALL: &[Self] = &[$(Self::$list,)*];

            /// The name in the tables.
            pub(super) const fn name(self) -> &'static str {
                match self {
                    $(Self::$list => $name,)*
                }
            }
        }
    };
}

lists! {
    Reaching "reaching",
    RankedGroups "ranked-groups",
    DoublingPlans "doubling-plans",
    FirstPlaced "first-placed",
    PutFirst "put-first",
    NotHalf "not-half",
    RankScopes "rank-scopes",
    Ranked "ranked",
    RankMoved "rank-moved",
    TenthsBehind "tenths-behind",
    TwoDigits "two-digits",
    SumReached "sum-reached",
    CountedInWords "counted-in-words",
    NotCounted "not-counted",
    PlacesCounted "places-counted",
    RatioBefore "ratio-before",
    NotKindOf "not-kind-of",
    YearNames "year-names",
    HourBehind "hour-behind",
    IndexBefore "index-before",
    OverSize "over-size",
    RoadsBefore "roads-before",
    NamesBefore "names-before",
    RatesBehind "rates-behind",
    Grades "grades",
    WordsAcross "words-across",
    UntilPlan "until-plan",
    PlanEnd "plan-end",
    Expected "expected",
    ExpectedBehind "expected-behind",
    Beats "beats",
    MoneyWords "money-words",
    Prices "prices",
    FallRates "fall-rates",
    GrowthRates "growth-rates",
    GrowthNames "growth-names",
    ShareNames "share-names",
    GrowthBehind "growth-behind",
    BetweenChange "between-change",
    PartOfYear "part-of-year",
    StockBefore "stock-before",
    NotClass "not-class",
    ClassThings "class-things",
    WorkBehind "work-behind",
    Settlements "settlements",
    Cities "cities",
    Facets "facets",
    OverClass "over-class",
    RoundClass "round-class",
    HoursMeasured "hours-measured",
    Circles "circles",
    DoneInDays "done-in-days",
    DaysMeasured "days-measured",
    BetweenQualifier "between-qualifier",
    ComparedTo "compared-to",
    Comparing "comparing",
    Aims "aims",
    Assures "assures",
    MovesToward "moves-toward",
    ComparedLevels "compared-levels",
    YearsToCome "years-to-come",
    WithinYears "within-years",
    YearBefore "year-before",
    Reached "reached",
    ChangeBehind "change-behind",
    Yearly "yearly",
    YearlyMean "yearly-mean",
    Spread "spread",
    FiveToCome "five-to-come",
    OverFiveYears "over-five-years",
    EndOfPlan "end-of-plan",
    StockReached "stock-reached",
    StockInClause "stock-in-clause",
    YearCompared "year-compared",
    YearNamed "year-named",
    YearReaches "year-reaches",
    ClauseOpeners "clause-openers",
    Adverbs "adverbs",
    Wholes "wholes",
    Added "added",
    Stages "stages",
    ToldOfThings "told-of-things",
    GoesOn "goes-on",
    Invested "invested",
    Settings "settings",
    RatesRanked "rates-ranked",
    Thriving "thriving",
    Leads "leads",
    Hollow "hollow",
    Living "living",
    RatioNouns "ratio-nouns",
    Placing "placing",
    RankedAmong "ranked-among",
    MoneyNouns "money-nouns",
    PlanTails "plan-tails",
    VerbBehind "verb-behind",
    LooseEnds "loose-ends",
    HollowWhole "hollow-whole",
    AboutPlan "about-plan",
    NotPlan "not-plan",
    NotSpan "not-span",
    FiveYears "five-years",
    PlanPast "plan-past",
    LastYear "last-year",
    OpensPlan "opens-plan",
    AimHeading "aim-heading",
    AimWords "aim-words",
    AimedAt "aimed-at",
    ExplainsPlan "explains-plan",
    PlanTasks "plan-tasks",
    Arranged "arranged",
    Done "done",
    LeadInVerbs "lead-in-verbs",
    LeadInEnds "lead-in-ends",
    LeadInOpens "lead-in-opens",
    ExplainsAims "explains-aims",
    Promised "promised",
    MainTargets "main-targets",
    Completed "completed",
    Speaks "speaks",
    Reports "reports",
    PlansSurely "plans-surely",
    SeesProblems "sees-problems",
    Problems "problems",
    ProblemsExist "problems-exist",
    TargetWords "target-words",
    LineWords "line-words",
    ToldBehind "told-behind",
    HeadingWords "heading-words",
    SpokenOpens "spoken-opens",
    HeadingEnds "heading-ends",
    Sessions "sessions",
    LooksBack "looks-back",
    LooksAhead "looks-ahead",
}

/// Looking for the words of a list.
pub(super) trait Lists {
    /// Whether it holds a word of the list.
    fn has_one(&self, list: List) -> bool;
    /// Whether it begins with a word of the list.
    fn begins_one(&self, list: List) -> bool;
    /// Whether it ends with a word of the list.
    fn closes_one(&self, list: List) -> bool;
    /// The length of the word of the list that it begins with.
    fn beginning(&self, list: List) -> Option<usize>;
    /// The length of the word of the list that it ends with.
    fn closing(&self, list: List) -> Option<usize>;
    /// Where a word of the list stands last.
    fn rfind_one(&self, list: List) -> Option<usize>;
}

impl Lists for [char] {
    fn has_one(&self, list: List) -> bool {
        TABLES.list(list).first_in(self).is_some()
    }

    fn begins_one(&self, list: List) -> bool {
        self.beginning(list).is_some()
    }

    fn closes_one(&self, list: List) -> bool {
        self.closing(list).is_some()
    }

    fn beginning(&self, list: List) -> Option<usize> {
        TABLES.list(list).at(self, 0).map(|(len, ())| len)
    }

    fn closing(&self, list: List) -> Option<usize> {
        TABLES.list(list).ending(self).map(|(len, ())| len)
    }

    fn rfind_one(&self, list: List) -> Option<usize> {
        (0..self.len()).rev().find(|&at| self.after(at).begins_one(list))
    }
}
