//! Lines in the style of government reports, made from a seed, or read from a folder of reports.

use std::path::Path;

const CITIES: &str = "北京 上海 天津 重庆 吉林 长春 四平 通化 白城 哈尔滨 齐齐哈尔 大庆 沈阳 大连 鞍山 石家庄 唐山 保定 太原 大同 \
    呼和浩特 包头 济南 青岛 烟台 潍坊 临沂 南京 苏州 无锡 常州 徐州 杭州 宁波 温州 嘉兴 合肥 芜湖 蚌埠 福州 厦门 泉州 南昌 赣州 九江 \
    郑州 洛阳 开封 武汉 宜昌 襄阳 长沙 株洲 衡阳 广州 深圳 珠海 佛山 东莞 南宁 柳州 桂林 海口 三亚 成都 绵阳 乐山 贵阳 遵义 昆明 大理 \
    拉萨 西安 咸阳 延安 兰州 天水 西宁 银川 乌鲁木齐 喀什 克拉玛依";
const WHEN: &str = "- - - - 全市 全年 累计 预计 力争 确保 年内 上半年";
const VERBS: &str = "新增 新建 改造 建成 完成 开工 实现 提升 新建改造 整治 培育 引进 发放 修复 建设 扩建 投用 落实";
const OBJECTS: &str = "高标准农田/万亩 老旧小区/个 就业/万人 城镇就业/万人 保障性租赁住房/套 充电桩/个 公办幼儿园学位/个 养老床位/张 \
    社区养老服务中心/个 三级医院/所 农村公路/公里 高速公路/公里 轨道交通里程/公里 供热管网/公里 雨污分流管网/公里 污水处理厂/座 \
    口袋公园/个 造林绿化面积/万亩 湿地保护面积/公顷 黑土地保护性耕作/万亩 粮食总产量/亿斤 蔬菜大棚/栋 生猪出栏/万头 重大项目/个 \
    高新技术企业/家 专精特新企业/家 科技型中小企业/户 重点实验室/个 技术合同成交额/亿元 外贸进出口总额/亿元 实际利用外资/亿美元 \
    跨境电商交易额/亿元 社会消费品零售总额/亿元 固定资产投资/亿元 工业增加值/亿元 一般公共预算收入/亿元 居民人均可支配收入/元 \
    旅游接待人次/万人次 文化场馆/座 体育公园/个 农家书屋/个 历史建筑/处 音乐艺术节/场 银行普惠贷款/亿元 创业担保贷款/亿元 \
    高校毕业生留市就业/万人 职业技能培训/万人次 低保标准/元 困难群众救助资金/亿元 电梯加装/部 停车位/万个 5G基站/个 算力中心/个 \
    新能源装机/万千瓦 光伏电站/座 储能电站/座 智能工厂/家 数字化车间/个";
const TAILS: &str = "- - - ，比上年增长{}% ，完成率达到{}% ，同比提高{}个百分点 ，惠及群众{}万人 ，列入民生实事";
/// One line in so many is English.
const ENGLISH: u64 = 8;
const OBJECTS_EN: &str = "high-standard farmland|old housing estates renewed|new urban jobs|rural roads built|\
    carbon fibre output|ski resorts opened|charging points|museums opened|heating pipes renewed|marathon runners";

/// An endless supply of lines; the same seed gives the same lines.
pub(crate) struct Lines {
    state: u64,
}

impl Lines {
    pub(crate) const fn new(seed: u64) -> Self {
        Self { state: seed }
    }

    /// A number below `end`, by xorshift.
    fn below(&mut self, end: u64) -> u64 {
        self.state ^= self.state << 13;
        self.state ^= self.state >> 7;
        self.state ^= self.state << 17;
        self.state % end
    }

    fn one<'a>(&mut self, choices: &[&'a str]) -> &'a str {
        let number = self.below(choices.len() as u64);
        choices
            .get(usize::try_from(number).unwrap_or_default())
            .copied()
            .filter(|choice| *choice != "-")
            .unwrap_or_default()
    }

    fn number(&mut self) -> String {
        match self.below(3) {
            0 => (1 + self.below(99)).to_string(),
            1 => (100 + self.below(9900)).to_string(),
            _ => format!("{}.{}", self.below(100), 1 + self.below(9)),
        }
    }
}

impl Iterator for Lines {
    type Item = String;

    fn next(&mut self) -> Option<String> {
        let tables = tables();
        let (year, number, tail) = (2010 + self.below(16), self.number(), self.number());
        if self.below(ENGLISH) == 0 {
            return Some(format!("{} {number} in {year}, up {tail} percent", self.one(&tables.english)));
        }
        let (object, unit) = self.one(&tables.objects).split_once('/').unwrap_or_default();
        let tail = self.one(&tables.tails).replace("{}", &tail);
        let (city, when, verb) = (self.one(&tables.cities), self.one(&tables.when), self.one(&tables.verbs));
        Some(format!("{city}{year}年{when}{verb}{object}{number}{unit}{tail}"))
    }
}

struct Tables {
    cities: Vec<&'static str>,
    when: Vec<&'static str>,
    verbs: Vec<&'static str>,
    objects: Vec<&'static str>,
    tails: Vec<&'static str>,
    english: Vec<&'static str>,
}

fn tables() -> &'static Tables {
    static TABLES: std::sync::OnceLock<Tables> = std::sync::OnceLock::new();
    let words = |text: &'static str| text.split_whitespace().collect();
    TABLES.get_or_init(|| Tables {
        cities: words(CITIES),
        when: words(WHEN),
        verbs: words(VERBS),
        objects: words(OBJECTS),
        tails: words(TAILS),
        english: OBJECTS_EN.split('|').collect(),
    })
}

/// The lines of all text files in a folder, in the order of their names.
pub(crate) fn read(folder: &Path) -> Vec<String> {
    let mut files: Vec<_> = std::fs::read_dir(folder).into_iter().flatten().flatten().map(|file| file.path()).collect();
    files.sort();
    let texts = files.iter().filter_map(|file| std::fs::read_to_string(file).ok());
    texts
        .flat_map(|text| text.lines().filter(|line| !line.trim().is_empty()).map(str::to_owned).collect::<Vec<_>>())
        .collect()
}
