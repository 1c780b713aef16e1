using System.Collections.Frozen;

namespace Zhuoluo.Language.Quantities;

/// <summary>The measure words of reports (rules G3.7), found by the longest match.</summary>
public static class Measures
{
    private const int Longest = 5;

    private static readonly FrozenDictionary<string, Measure> _words = Build();
    private static readonly FrozenDictionary<string, Measure>.AlternateLookup<ReadOnlySpan<char>> _lookup =
        _words.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The measure word that begins at a place of a text, or none.</summary>
    public static bool TryRead(ReadOnlySpan<char> text, int at, out Measure measure)
    {
        for (var length = Math.Min(Longest, text.Length - at); length > 0; length--)
        {
            // 5m, but not 5mall
            if (_lookup.TryGetValue(text.Slice(at, length), out measure)
                && !(char.IsAsciiLetter(text[at + length - 1]) && at + length < text.Length && char.IsAsciiLetterOrDigit(text[at + length])))
            {
                return true;
            }
        }
        measure = default;
        return false;
    }

    /// <summary>The dimension of a unit as it stands in figures; a thing where the unit is not known.</summary>
    public static Dimension DimensionOf(string? unit) =>
        unit is not null && _words.TryGetValue(unit, out var measure) ? measure.Dimension : Dimension.Thing;

    private static FrozenDictionary<string, Measure> Build()
    {
        Dictionary<string, Measure> words = new(StringComparer.Ordinal);
        As(Dimension.Thing, "件 项 个 条 宗 起 桩 类 种 样 例 笔 单 单位 方面 系统 乡镇 街道 部门 社区 村居 行政村 自然村 园区 题 句 字 道 步 组 批 类别 系列 份额 点 线路 户次 件次 具 项次 条次 家次 车次 席 桌 岗 环节 梯次 板块 阶段 档 级 款 段 孔 粒 颗 朵 窝 帧 篇次 学分");
        As(Dimension.Person, "人 名 位", "人");
        As(Dimension.PersonTime, "人次", "人次");
        As(Dimension.Household, "户 户家庭", "户");
        As(Dimension.Event, "场 场次", "场");
        As(Dimension.Event, "航次 架次 列次 船次 厅次");
        As(Dimension.Event, "次 期 轮 届 批次 班次 趟 遍 回 班 通 课时 学时 工时 人天 人日 课 讲 集");
        As(Dimension.Body, "家 所 处 座 栋 幢 间 块 片 支 栋楼 眼 口 门 扇 层 排");
        As(Dimension.Text, "篇 份 册 本 卷 部 幅 首 张 页 封 面 枚 票 期刊");
        As(Dimension.Device, "台 套 盏 辆 株 棵 只 头 艘 架 根 块屏 对 副 箱 袋 瓶 盒 桶 羽 尾 匹 顶 把 床 剂 剂次 针 针次 杆 节 台套 台次 台班", null);
        As(Dimension.Device, "台(套)", "台");
        As(Dimension.Thing, "套(间) 间(套)", "套");
        As(Dimension.Length, "公里 米 里 华里 海里 厘米 毫米");
        As(Dimension.Area, "亩 亩次 公顷 平方米 平方公里 顷");
        As(Dimension.Volume, "立方米 方 升 毫升 立方");
        As(Dimension.Mass, "吨 公斤 千克 斤 克 毫克 微克");
        As(Dimension.Power, "千瓦 兆瓦 千瓦时 度 摄氏度 千伏 千伏安 瓦");
        As(Dimension.Time, "年 周年 个月 天 日 小时 分钟 秒 周 工作日 季度 年度 秒钟 星期");
        As(Dimension.Age, "岁 周岁", "岁");
        As(Dimension.Score, "分 颗星 星级");
        As(Dimension.Share, "个百分点 百分点", "百分点");
        As(Dimension.Share, "倍 番 折");
        Take("元", Dimension.Money, "元");
        Take("块钱", Dimension.Money, "元");
        Take("元钱", Dimension.Money, "元");
        Take("角", Dimension.Money, "元", 0.1m);
        Take("人民币", Dimension.Money, "元");
        foreach (var currency in (string[])["美元", "欧元", "港元", "日元", "英镑"])
        {
            Take(currency, Dimension.Money, currency);
        }
        Take("大类", Dimension.Thing, "类");
        Take("℃", Dimension.Power, "摄氏度");
        Take("千米", Dimension.Length, "公里");
        Take("km", Dimension.Length, "公里");
        Take("公里(km)", Dimension.Length, "公里");
        Take("m2", Dimension.Area, "平方米");
        Take("平米", Dimension.Area, "平方米");
        Take("㎡", Dimension.Area, "平方米");
        Take("平方", Dimension.Area, "平方米");
        Take("m3", Dimension.Volume, "立方米");
        Take("m²", Dimension.Area, "平方米");
        Take("m³", Dimension.Volume, "立方米");
        Take("km2", Dimension.Area, "平方公里");
        Take("km²", Dimension.Area, "平方公里");
        Take("平方千米", Dimension.Area, "平方公里");
        Take("m", Dimension.Length, "米");
        Take("cm", Dimension.Length, "厘米");
        Take("mm", Dimension.Length, "毫米");
        Take("kg", Dimension.Mass, "公斤");
        Take("mg", Dimension.Mass, "毫克");
        Take("kW", Dimension.Power, "千瓦");
        Take("MW", Dimension.Power, "兆瓦");
        Take("kV", Dimension.Power, "千伏");
        Take("kWh", Dimension.Power, "千瓦时");
        Take("KWh", Dimension.Power, "千瓦时");
        Take("kVA", Dimension.Power, "千伏安");
        Take("个小时", Dimension.Time, "小时");
        Take("个工作日", Dimension.Time, "工作日");
        Take("个季度", Dimension.Time, "季度");
        Take("个星期", Dimension.Time, "周");
        Take("月", Dimension.Time, "个月");
        foreach (var place in (string[])["系统", "乡镇", "街道", "部门", "社区", "村居", "行政村", "自然村", "园区", "单位", "方面", "环节", "板块", "阶段", "类别", "系列", "点", "床位", "学位", "车位", "泊位", "岗位", "名额", "网格", "专班"])
        {
            Take(place, Dimension.Thing, "个");
        }
        return words.ToFrozenDictionary(StringComparer.Ordinal);

        void As(Dimension dimension, string list, string? unit = null)
        {
            foreach (var word in list.Split(' '))
            {
                Take(word, dimension, unit ?? word);
            }
        }

        void Take(string word, Dimension dimension, string unit, decimal factor = 1) => words[word] = new Measure(unit, dimension, factor, word.Length);
    }
}
