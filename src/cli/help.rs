//! The words of the help, in both languages.
//! clap fills the templates; every sentence in them is the program's own.

use crate::text::Label;

/// The words of one sub-command.
pub(super) struct Sub {
    pub(super) about: Label,
    pub(super) usage: Label,
    pub(super) examples: Label,
}

pub(super) const ROOT: Label = Label::new(
    "{about}\n\n用法：{usage}\n\n子命令：\n{subcommands}\n\n参数：\n{positionals}\n\n选项：\n{options}{after-help}",
    "{about}\n\nUsage: {usage}\n\nSub-commands:\n{subcommands}\n\nArguments:\n{positionals}\n\nOptions:\n{options}{after-help}",
);

pub(super) const SUB: Label = Label::new(
    "{about}\n\n用法：{usage}\n\n选项：\n{options}{after-help}",
    "{about}\n\nUsage: {usage}\n\nOptions:\n{options}{after-help}",
);

/// The same of a sub-command that is given something beside options.
pub(super) const SUB_GIVEN: Label = Label::new(
    "{about}\n\n用法：{usage}\n\n参数：\n{positionals}\n\n选项：\n{options}{after-help}",
    "{about}\n\nUsage: {usage}\n\nArguments:\n{positionals}\n\nOptions:\n{options}{after-help}",
);

pub(super) const ABOUT: Label = Label::new(
    "速览：政府工作报告，一看就懂。内置一份报告，不需联网。",
    "A government's annual work report at a glance. One report is built in;\nno network is needed.",
);

pub(super) const USAGE: Label = Label::new(
    "sulan [选项] [FILE…]\n      sulan 子命令 [选项]",
    "sulan [OPTIONS] [FILE…]\n       sulan SUB-COMMAND [OPTIONS]",
);

pub(super) const EXAMPLES: Label = Label::new(
    "示例：
  sulan                                 在终端里浏览
  sulan --find 老旧小区                 打开并定位到第一处
  sulan list --tab targets              列出全年目标
  sulan list --format csv --bom > a.csv 全部数字，给电子表格
  sulan search malasong                 用拼音、首字母、汉字或英文搜索
  sulan show review.rural.grain         一条内容和它的出处
  sulan compare --format md             上年结果与当年目标并列
  sulan series gdp-growth               一个指标历年的目标和结果
  sulan report.html                     打开别的报告：网页、文字、Word
  sulan list --report report.docx       列出别的报告
  sulan config                          配置文件在哪里，现在怎样设置

标准输出不是终端时，不带子命令等于 sulan list。
退出码：0 成功，1 没有找到，2 用法有误，3 数据有误或不能读写。",
    "Examples:
  sulan                                 browse in the terminal
  sulan --find guobaorou                open at the first hit
  sulan list --tab targets              the targets of the year
  sulan list --format csv --bom > a.csv every figure, for a spreadsheet
  sulan search malasong                 by pinyin, initials, Chinese or English
  sulan show review.rural.grain         one entry with its source
  sulan compare --format md             results beside targets
  sulan series gdp-growth               promise and delivery over the years
  sulan report.html                     another report: page, text or Word file
  sulan list --report report.docx       list another report
  sulan config                          the settings and where they come from

Without a sub-command and with output not on a terminal: the same as sulan list.
Exit status: 0 done, 1 nothing found, 2 wrong usage, 3 bad or unreadable data.",
);

pub(super) const FILE: Label = Label::new(
    "报告：文字、网页、Word、JSON，或文件夹；- 是标准输入",
    "Reports: text, page, Word or JSON file, folder; - is standard input",
);
pub(super) const DRAFT_FILE: Label = Label::new(
    "报告：文字、网页、Word，或文件夹；- 是标准输入",
    "Reports: text, page or Word file, folder; - is standard input",
);
pub(super) const CHECK_FILE: Label = Label::new(
    "数据：JSON、JSON Lines，或文件夹；- 是标准输入",
    "Data: a file of JSON or JSON Lines, a folder; - is standard input",
);
pub(super) const FIND: Label = Label::new("打开并定位到第一处匹配", "Open at the first hit");
pub(super) const THEME: Label = Label::new(
    "浏览时的颜色：auto（终端的颜色）或 mono（不用颜色）",
    "Browser colours: auto (terminal's) or mono (none)",
);
pub(super) const ASCII: Label =
    Label::new("浏览时只用 ASCII 画线画条", "Draw the browser's lines and bars with ASCII only");
pub(super) const MOUSE: Label = Label::new("浏览时可用鼠标", "Let the mouse work in the browser");
pub(super) const REPORT: Label =
    Label::new("读这份报告或这个文件夹，替代内置的；可重复", "Read this report or folder instead; may be repeated");
pub(super) const REPORT_YEAR: Label =
    Label::new("报告的年份，文字里没有写时用", "The report's year, where its text does not say it");
pub(super) const REPORT_PLACE: Label =
    Label::new("报告的地方，文字里没有写时用", "The report's place, where its text does not say it");
pub(super) const PASSED_OVER: Label =
    Label::new("列出没有读成数字的数及原因", "List the digits in no figure, with the reason");
pub(super) const NEW_FILE: Label = Label::new("文件名，默认 report.json", "Its name, report.json by default");
pub(super) const LANG: Label =
    Label::new("语言：zh、en 或 auto（随环境）", "Language: zh, en or auto (from the locale)");
pub(super) const COLOR: Label = Label::new("颜色：auto、always 或 never", "Colour: auto, always or never");
pub(super) const FORMAT: Label = Label::new("格式：text（默认）、json、csv 或 md", "text (default), json, csv or md");
pub(super) const CONFIG_FORMAT: Label = Label::new("格式：text（默认）或 json", "text (default) or json");
pub(super) const SHELL: Label = Label::new("bash、zsh、fish 或 powershell", "bash, zsh, fish or powershell");
pub(super) const BOM: Label =
    Label::new("CSV 前加 BOM，供电子表格识别", "Put a byte order mark before CSV, for spreadsheets");
pub(super) const TAB: Label =
    Label::new("只列 review、honours、tasks 或 targets", "Only review, honours, tasks or targets");
pub(super) const SECTION: Label = Label::new("只列这个板块", "Only this section");
pub(super) const IDS: Label = Label::new("只列这些编号，按所给顺序", "Only these entries, in this order");
pub(super) const WITH_FIGURES: Label = Label::new("只列有数字的", "Only entries with figures");
pub(super) const WITHOUT_FIGURES: Label = Label::new("只列没有数字的", "Only entries without figures");
pub(super) const ONLY_INDICATOR: Label =
    Label::new("只列这个指标的：编号或名称", "Only this indicator: its id or a name of it");
pub(super) const QUERY: Label = Label::new("要找的内容", "What to look for");
pub(super) const LIMIT: Label = Label::new("最多 N 条", "At most N entries");
pub(super) const ID: Label = Label::new("条目编号", "The id of an entry");

pub(super) const LIST: Sub = Sub {
    about: Label::new("列出报告的内容，一行一个数字", "List the report, one line a figure"),
    usage: Label::new("sulan list [选项]", "sulan list [OPTIONS]"),
    examples: Label::new(
        "示例：
  sulan list --tab tasks --with-figures   带数字的任务
  sulan list --section rural              乡村板块
  sulan list --indicator gdp-growth       说到这个指标的条目
  sulan list --format json                条目、数字和出处，供程序读取",
        "Examples:
  sulan list --tab tasks --with-figures   the tasks that carry a number
  sulan list --section rural              the section on the countryside
  sulan list --indicator gdp-growth       the entries on this indicator
  sulan list --format json                everything, for programs",
    ),
};

pub(super) const SEARCH: Sub = Sub {
    about: Label::new(
        "搜索标题、说明、数字和出处；几个词须同时符合",
        "Search everything in both languages; several words must all match",
    ),
    usage: Label::new("sulan search QUERY… [选项]", "sulan search QUERY… [OPTIONS]"),
    examples: Label::new(
        "示例：
  sulan search 马拉松             汉字
  sulan search jilin mls          拼音与首字母
  sulan search heating --limit 3  英文，最多三条
  sulan search 就业 --tab tasks   只在任务里找",
        "Examples:
  sulan search 马拉松             Chinese characters
  sulan search jilin mls          pinyin and initials
  sulan search heating --limit 3  English, three entries at most
  sulan search jobs --tab tasks   the tasks only",
    ),
};

pub(super) const SHOW: Sub = Sub {
    about: Label::new("按编号显示条目", "Show entries by their ids"),
    usage: Label::new("sulan show ID… [选项]", "sulan show ID… [OPTIONS]"),
    examples: Label::new(
        "编号见 sulan list 的 json、csv 和 md 格式；打开几份报告时写作 REPORT/ID。

示例：
  sulan show review.rural.grain tasks.agriculture.new-roads",
        "The ids stand in the json, csv and md formats of sulan list; with several
reports open they read REPORT/ID.

Example:
  sulan show review.rural.grain tasks.agriculture.new-roads",
    ),
};

pub(super) const COMPARE: Sub = Sub {
    about: Label::new(
        "上年结果与当年目标并列，一行一对",
        "Results of last year beside targets of this year, one line a pair",
    ),
    usage: Label::new("sulan compare [选项]", "sulan compare [OPTIONS]"),
    examples: Label::new(
        "只有口径相同才算差值，差值是推算的。报告不含任务的完成情况。

示例：
  sulan compare --format csv",
        "A difference is derived, and only where the scope is the same. The report
does not say which tasks have been completed.

Example:
  sulan compare --format csv",
    ),
};

pub(super) const INDICATOR: Label =
    Label::new("指标：编号或名称，见 list --format csv", "An indicator: its id, from list --format csv, or a name");
pub(super) const PHRASE: Label = Label::new("原词，不认同义词", "What to look for, taken literally");
pub(super) const PLACE: Label =
    Label::new("只要这个地方：中文、英文或六位代码；可重复", "Only this place: Chinese, English, code; may repeat");
pub(super) const YEAR: Label = Label::new("只要这些年：2021 或 2014-2016", "Only these years: 2021 or 2014-2016");
pub(super) const ROLE: Label = Label::new("只要一边：result 或 target", "Only one side: result or target");
pub(super) const QUOTES: Label = Label::new("每个数字带标题、句次和原句", "Give each cell its heading and sentence");

pub(super) const SERIES: Sub = Sub {
    about: Label::new("一个指标逐年的目标和结果，按地方", "Promise and delivery of one indicator, by place and year"),
    usage: Label::new("sulan series INDICATOR [选项]", "sulan series INDICATOR [OPTIONS]"),
    examples: Label::new(
        "差值是结果减目标，只有同一年、同一口径、同一单位才算。
没有报告的年份空着。内置报告带有这个城市自己 2014 年以来的历史。

示例：
  sulan series gdp-growth                    这个城市历年的目标和结果
  sulan series new-urban-jobs --quotes       带标题和句次
  sulan series gdp-growth --report reports.jsonl --role target --format csv
                                             各地的增长目标，一行一个",
        "The difference is result less target, only of one year, one scope and one unit.
A year without a report stays empty. The built-in report brings along its own
city's past since 2014.

Examples:
  sulan series gdp-growth                    the city's targets and results
  sulan series new-urban-jobs --quotes       with heading and sentence
  sulan series gdp-growth --report reports.jsonl --role target --format csv
                                             the growth targets of all places",
    ),
};

pub(super) const MENTIONS: Sub = Sub {
    about: Label::new("每份报告有几句提到一个词", "How many sentences of each report mention something"),
    usage: Label::new("sulan mentions QUERY… [选项]", "sulan mentions QUERY… [OPTIONS]"),
    examples: Label::new(
        "只认原词，不分全角半角、大小写、简繁；没有提到的报告也列出。

示例：
  sulan mentions 低空经济
  sulan mentions 低空经济 --report reports.jsonl --format csv",
        "The words themselves, whatever their width, case and script; reports that do
not mention them are listed too.

Examples:
  sulan mentions 低空经济
  sulan mentions 低空经济 --report reports.jsonl --format csv",
    ),
};

pub(super) const REPORTS: Sub = Sub {
    about: Label::new("有哪些报告：地方、年份、条目和数字", "Which reports are open: place, year, entries, figures"),
    usage: Label::new("sulan reports [选项]", "sulan reports [OPTIONS]"),
    examples: Label::new(
        "示例：
  sulan reports --report reports.jsonl --place 吉林市 --year 2020-2023",
        "Example:
  sulan reports --report reports.jsonl --place 吉林市 --year 2020-2023",
    ),
};

pub(super) const DRAFT: Sub = Sub {
    about: Label::new("把报告的文字写成数据，供人核对改正", "Make data of a report's text, to be corrected by hand"),
    usage: Label::new("sulan draft FILE… [选项]", "sulan draft FILE… [OPTIONS]"),
    examples: Label::new(
        "一份报告写成缩进的 JSON，几份或一个文件夹写成 JSON Lines。拿不准的数字带有
\"confidence\": \"check\"。

示例：
  sulan draft report.docx > report.json
  sulan draft reports > reports.jsonl
  sulan draft report.html --report-year 2025 --report-place 吉林市
  sulan draft report.txt --passed-over
  pdftotext report.pdf - | sulan draft -",
        "One report is written as indented JSON, several or a folder as JSON Lines. A
figure that needs a look holds \"confidence\": \"check\".

Examples:
  sulan draft report.docx > report.json
  sulan draft reports > reports.jsonl
  sulan draft report.html --report-year 2025 --report-place 吉林市
  sulan draft report.txt --passed-over
  pdftotext report.pdf - | sulan draft -",
    ),
};

pub(super) const CHECK: Sub = Sub {
    about: Label::new("检查数据文件，列出每一处错误和改法", "Check data files: every fault, and how to mend it"),
    usage: Label::new("sulan check FILE… [选项]", "sulan check FILE… [OPTIONS]"),
    examples: Label::new(
        "每处错误一行：文件、行号、路径、错在哪里、怎样改。
不认识的字段只作提醒。文件夹里的数据文件都检查。

示例：
  sulan check report.json",
        "One line a fault: file, line, path, what is wrong, what to do. A field that is
not known is a warning only. Of a folder all files of data are checked.

Example:
  sulan check report.json",
    ),
};

pub(super) const SCHEMA: Sub = Sub {
    about: Label::new("打印数据格式的 JSON Schema", "Print the JSON Schema of the data"),
    usage: Label::new("sulan schema [选项]", "sulan schema [OPTIONS]"),
    examples: Label::new(
        "示例：
  sulan schema > sulan.schema.json   供编辑器提示和校验",
        "Example:
  sulan schema > sulan.schema.json   for an editor that helps while writing",
    ),
};

pub(super) const NEW: Sub = Sub {
    about: Label::new("写一个可以照着改的数据文件", "Write a data file to start from"),
    usage: Label::new("sulan new [FILE] [选项]", "sulan new [FILE] [OPTIONS]"),
    examples: Label::new(
        "已有的文件不会被改写。

示例：
  sulan new report.json",
        "A file that exists is never written over.

Example:
  sulan new report.json",
    ),
};

pub(super) const CONFIG: Sub = Sub {
    about: Label::new(
        "配置文件的位置、现在的设置和各自的来历",
        "Where the configuration file is, the settings, what decided each",
    ),
    usage: Label::new("sulan config [选项]", "sulan config [OPTIONS]"),
    examples: Label::new(
        "配置文件由你自己写，一行一项，都可以省略：
  language = \"zh\"     zh、en 或 auto
  theme = \"auto\"      auto 或 mono
  ascii = false        true：只用 ASCII 画线画条
  mouse = false        true：可用鼠标
  start = \"targets\"   overview、review、honours、tasks、targets 或 compare；
                       不写则回到上次的位置

参数先于环境变量，环境变量先于配置文件。

示例：
  sulan config
  sulan config --format json",
        "The file is yours to write, one setting a line, none of them needed:
  language = \"en\"     zh, en or auto
  theme = \"auto\"      auto or mono
  ascii = false        true: draw with ASCII only
  mouse = false        true: the mouse works
  start = \"targets\"   overview, review, honours, tasks, targets or compare;
                       without it, where you were last

An argument comes before the environment, and the environment before the file.

Examples:
  sulan config
  sulan config --format json",
    ),
};

pub(super) const COMPLETIONS: Sub = Sub {
    about: Label::new("打印命令行补全脚本", "Print completions for a shell"),
    usage: Label::new("sulan completions SHELL [选项]", "sulan completions SHELL [OPTIONS]"),
    examples: Label::new(
        "示例：
  sulan completions bash > ~/.local/share/bash-completion/completions/sulan
  sulan completions fish > ~/.config/fish/completions/sulan.fish",
        "Examples:
  sulan completions bash > ~/.local/share/bash-completion/completions/sulan
  sulan completions fish > ~/.config/fish/completions/sulan.fish",
    ),
};

pub(super) const MAN: Sub = Sub {
    about: Label::new("打印手册页", "Print the manual page"),
    usage: Label::new("sulan man [选项]", "sulan man [OPTIONS]"),
    examples: Label::new(
        "示例：
  sulan man > ~/.local/share/man/man1/sulan.1",
        "Example:
  sulan man > ~/.local/share/man/man1/sulan.1",
    ),
};
