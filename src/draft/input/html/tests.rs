//! Pages as sites of several kinds make them, and what is left of each.

use super::super::super::text::{Mark, Text};
use super::read;

/// A report in paragraphs, with a run-in heading in a type of its own.
const BODY: [&str; 7] = [
    "各位代表：",
    "现在，我代表市人民政府向大会报告工作，请予审议，并请市政协各位委员提出意见。",
    "一、2024年工作回顾",
    "（一）稳中求进抓经济。全年地区生产总值增长6.5%，规模以上工业增加值增长8.2%，新增“四上”企业120户，城镇新增就业4.3万人。",
    "（二）持之以恒惠民生。改造老旧小区171个，新建农村公路365公里，民生支出占一般公共预算支出的83%以上，群众得到了实惠。",
    "二、2025年工作安排",
    "主要预期目标是：地区生产总值增长6%左右，粮食产量向100亿斤迈进，城镇登记失业率控制在5.5%以内，居民收入与经济增长同步。",
];

fn texts(text: &Text) -> Vec<&str> {
    text.lines.iter().map(|line| line.text.as_str()).collect()
}

/// The body with each paragraph as `wrap` writes it.
fn body(wrap: impl Fn(&str) -> String) -> String {
    BODY.iter().map(|line| wrap(line)).collect()
}

fn has_body(page: &str) {
    let text = read(page);
    assert_eq!(texts(&text), BODY, "{page}");
}

#[test]
fn a_page_of_a_government_site_gives_the_report_and_what_its_head_says() {
    let content = body(|line| match line.split_once('。').filter(|_| line.starts_with('（')) {
        Some((heading, rest)) => format!(
            "<p style=\"text-indent: 2em;\">\n  <strong><span style=\"font-family: 楷体\">{heading}。</span></strong>{rest}</p>\n"
        ),
        None => format!("<p style=\"text-indent: 2em;\">&emsp;&emsp;{line}</p>\n"),
    });
    let page = format!(
        r#"<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd">
<html><head><title>2025年某市人民政府工作报告_政府信息公开_某某网</title>
<meta name="SiteName" content="某市统计局"><meta name="ArticleTitle" content="2025年某市政府工作报告">
<meta name="PubDate" content="2025-01-16 09:30"/>
<script>document.write("<p>脚本写出的一句很长很长的话，谁也不该看见它。</p>");</script>
<style>p{{color:red}}</style></head>
<body><div class="top"><ul><li><a href="/">首页</a></li><li><a href="/zwgk">政务公开</a></li></ul></div>
<div class="crumb">您现在的位置：<a href="/">首页</a> &gt; <a href="/b">政府工作报告</a></div>
<div class="main"><h1>2025年某市政府工作报告</h1>
<div class="info">发布时间：2025-01-16　来源：市政府办公室　浏览次数：<span id="hits">1234</span> <a href="javascript:print()">打印</a></div>
<div class="tools">字号：<a>大</a> <a>中</a> <a>小</a></div>
<div class="TRS_Editor"><style type="text/css">.TRS_Editor P{{line-height:2}}</style>{content}</div>
<div class="share">分享到：<a>微信</a> <a>微博</a></div><div>责任编辑：某某</div>
<ul class="rel"><li><a href="1">市长调研高质量发展工作并主持召开座谈会强调要抓好落实</a></li><li><a href="2">全市经济工作会议召开部署明年八项重点任务</a></li></ul></div>
<div class="foot"><p>版权所有：某市人民政府 主办单位：某市人民政府办公室 网站标识码：1234567890</p></div>
</body></html>"#
    );
    let text = read(&page);
    let expected: Vec<&str> = ["2025年某市政府工作报告"].into_iter().chain(BODY).collect();
    let got = texts(&text);
    assert!(got == expected || got == BODY, "{got:#?}");
    assert_eq!(text.title.as_deref(), Some("2025年某市政府工作报告"));
    assert_eq!(text.date.as_deref(), Some("2025-01-16 09:30"));
    assert_eq!(text.site.as_deref(), Some("某市统计局"));
}

#[test]
fn a_page_of_nested_tables_and_line_breaks_is_read() {
    let content = body(|line| format!("　　{line}<br>\r\n<BR/>"));
    has_body(&format!(
        "<html><head><meta http-equiv=Content-Type content='text/html; charset=gb2312'><title>报告</title></head>
<body bgcolor=#ffffff><form id=aspnetForm><table width=100%><tr><td width=160 valign=top><table><tr><td><a href=a.asp>政府公报</a></td></tr><tr><td><a href=b.asp>人事任免</a></tr></table>
<td><table><tr><td align=center><font size=5><b>政府工作报告</b></font><tr><td><font class=txt>{content}</font></td></tr></table>
</td></tr><tr><td colspan=2 align=center>版权所有 某市政府</td></tr></table></form></body></html>"
    ).replace("<tr><td align=center><font size=5><b>政府工作报告</b></font>", ""));
}

#[test]
fn a_page_of_a_wechat_account_is_read() {
    let content = body(|line| {
        format!(
            "<section style=\"margin: 0px\"><section><p><span style=\"font-size: 17px\"><span leaf=\"\">{line}</span></span></p></section></section><p><br></p>"
        )
    });
    let page = format!(
        r#"<!DOCTYPE html><html><head><meta property="og:title" content="某市政府工作报告（全文）"><meta property="og:site_name" content="微信公众平台">
<script nonce="1">var msg_title = '某市政府工作报告'; if (a < b) {{ document.write("<div>"); }}</script></head>
<body id="activity-detail"><div id="page-content"><div id="img-content"><h1 id="activity-name">某市政府工作报告（全文）</h1>
<div id="meta_content"><span>原创</span> <span>某市发布</span> <em id="publish_time">2025年1月16日 18:00</em></div>
<div id="js_content" style="visibility: hidden; opacity: 0;"><p>点击上方蓝字关注我们</p>{content}<p>来源：某市人民政府</p><p>编辑：小某</p></div></div>
<div id="js_pc_qr_code" style="display:none;"><p>微信扫一扫关注该公众号，这里还有一句很长的说明文字。</p></div></div></body></html>"#
    );
    let text = read(&page);
    let got: Vec<&str> = texts(&text).into_iter().filter(|line| BODY.contains(line)).collect();
    assert_eq!(got, BODY);
    assert!(text.lines.len() <= BODY.len() + 2, "{:#?}", texts(&text));
    assert_eq!(text.title.as_deref(), Some("某市政府工作报告（全文）"));
}

#[test]
fn a_text_that_a_browser_shows_and_saves_is_read_by_its_lines() {
    has_body(&format!(
        "<html><head></head><body><pre style=\"word-wrap: break-word;\">{}</pre></body></html>",
        body(|line| format!("{line}\r\n"))
    ));
}

#[test]
fn paragraphs_that_are_never_closed_are_apart() {
    has_body(&format!("<html><body><div>{}</div>", body(|line| format!("<P>{line}\n"))));
    has_body(&format!("<html><body>{}", body(|line| format!("<ul><li>{line}</ul>"))));
}

#[test]
fn a_report_inside_what_never_ends_is_found_all_the_same() {
    has_body(&format!("<html><body><nav><a>首页</a>{}", body(|line| format!("<p>{line}</p>"))));
    has_body(&format!("<html><body><a href='#'>{}", body(|line| format!("<p>{line}</p>"))));
    has_body(&format!("<html><body><div style='display: none'>{}</div>", body(|line| format!("<p>{line}</p>"))));
}

#[test]
fn a_break_of_the_source_is_no_space_between_chinese_characters() {
    let page = format!(
        "<body>{}<p>全年新增\r\n      城镇就业 4.3\r\n万人，GDP\n增长6%，实现了年初确定的目标。</p></body>",
        body(|line| format!("<p>{line}</p>"))
    );
    let text = read(&page);
    assert_eq!(texts(&text).last(), Some(&"全年新增城镇就业 4.3 万人，GDP 增长6%，实现了年初确定的目标。"));
}

#[test]
fn headings_and_bold_lines_are_marked_and_a_bold_beginning_is_not() {
    let page = "<body><h2>一、回顾</h2><p><b>（一）工业</b></p><p><strong>一是</strong>抓好项目建设，全年开工重大项目185个。</p><p><span style='font-weight: bold'>二、安排</span></p><p>全年地区生产总值增长6%，城镇新增就业4.3万人以上。</p></body>";
    let marks: Vec<Mark> = read(page).lines.iter().map(|line| line.mark).collect();
    assert_eq!(marks, [Mark::Heading(2), Mark::Bold, Mark::Plain, Mark::Bold, Mark::Plain]);
}

#[test]
fn rows_of_a_table_of_figures_are_lines() {
    let page = format!(
        "<body>{}<table><tr><td><p>指标</p></td><td><p>增长</p></td></tr><tr><td>粮食</td><td>6%</td></tr></table></body>",
        body(|line| format!("<p>{line}</p>"))
    );
    let text = read(&page);
    assert!(texts(&text).ends_with(&["指标 增长", "粮食 6%"]), "{:#?}", texts(&text));
}

#[test]
fn entities_and_controls_are_text_and_never_orders() {
    let page =
        "<body><p>全年&nbsp;生产&#x1b;[31m总值&amp;财政&#8238;收入&lt;增长&#26356;&#x9ad8;的&#0;水平。</p></body>";
    let text = read(page);
    let line = text.lines.first().map(|line| line.text.as_str()).unwrap_or_default();
    assert!(line.starts_with("全年 生产[31m总值&财政收入<增长更高的"), "{line}");
    assert!(!line.contains(['\u{1b}', '\u{202e}', '\0']));
}

#[test]
fn nesting_costs_no_more_than_its_length() {
    let deep = 20_000;
    for open in [
        "<div>",
        "<p><b>",
        "<table><tr><td>",
        "<ul><li>",
        "<a>",
        "<a href=a>",
        "<nav>",
        "<span style='font-weight:bold'>",
    ] {
        let page = format!("<body>{}{}", open.repeat(deep), body(|line| format!("<p>{line}</p>")));
        let text = read(&page);
        let all: String = text.lines.iter().map(|line| line.text.as_str()).collect();
        assert!(all.contains("规模以上工业增加值增长8.2%"), "{open}");
    }
    for close in ["</div>", "</p>", "</td>", "</a>", "</table>"] {
        has_body(&format!(
            "<body><div><div>{}</div></div>{}",
            body(|line| format!("<p>{line}</p>")),
            close.repeat(deep)
        ));
    }
}
