using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc.Rendering;
using Zhuoluo.Shell.Charts;

namespace Zhuoluo.Shell;

/// <summary>Invented data for the style page; shows every part in every state.</summary>
internal sealed class PartsSample
{
    public static readonly DateTimeOffset At = new(2026, 11, 20, 9, 12, 0, TimeSpan.FromHours(8));

    public static readonly DateOnly Today = new(2026, 11, 20);

    public SampleForm Form { get; init; } = new() { Body = "巷口第三盏路灯\n从上周五起不亮。", Kind = "water", Public = true, Ways = ["sms"] };

    public static IReadOnlyList<SampleRow> Rows { get; } =
    [
        new("JA20261120-0197", "低保复核进度咨询及材料补充说明", "劳动维权", "双塔乡", "卫生健康局", "办理中", "busy", "green", 13),
        new("JA20261120-0188", "建筑工地拖欠农民工工资线索，涉及三个班组二十七人，请求尽快核实并协调支付", "社会保障", "望城镇", "人力资源和社会保障局", "待回访", "wait", "yellow", 2),
        new("JA20261119-0165", "垃圾中转站异味扰民，清运不及时", "环境卫生", "石桥镇", "市场监督管理局", "已办结", "good", "green", null),
        new("JA20261119-0111", "村道路面破损严重影响通行", "道路交通", "青云镇", "住房和城乡建设局", "退回", "bad", "red", -5),
        new("JA20261118-0108", "自来水水压不足，三楼以上住户早晚无水可用", "供水供电", "南山街道", "水利局", "已登记", "plain", "green", 0),
    ];

    public static IReadOnlyList<Mark> Kinds { get; } =
        [new("供水供电", 220, "/x?k=1"), new("道路交通", 211, "/x?k=2"), new("人力资源和社会保障服务", 203, "/x?k=3"), new("食品安全", 41, "/x?k=4"), new("土地纠纷", 0, "/x?k=5")];

    public static IReadOnlyList<Mark> Lights { get; } =
        [new("正常", 592, "/x?l=green", "good"), new("临期", 44, "/x?l=yellow", "wait"), new("逾期", 1364, "/x?l=red", "bad")];

    public static IReadOnlyList<string> Months { get; } = ["5月", "6月", "7月", "8月", "9月", "10月", "11月"];

    public static IReadOnlyList<Series> Flow { get; } =
        [new("受理", [92, 329, 346, 356, 326, 340, 217]), new("办结", [38, 125, 136, 153, 146, 127, 74])];

    public static IReadOnlyList<SelectListItem> Choices { get; } =
        [new("供水供电", "water"), new("道路交通", "road"), new("环境卫生", "clean")];

    public static IReadOnlyList<SelectListItem> Ways { get; } = [new("短信", "sms"), new("电话", "call"), new("不必告知", "none")];
}

/// <summary>One row of the sample list. Left: working days left, null when closed.</summary>
internal sealed record SampleRow(
    string Number, string Title, string Category, string Town, string Unit, string State, string Tone, string Light, int? Left);

/// <summary>One field of each kind.</summary>
internal sealed class SampleForm
{
    [Display(Name = "sample.title"), Required, StringLength(40, MinimumLength = 5)]
    public string? Title { get; init; }

    [Display(Name = "sample.kind"), Required]
    public string? Kind { get; init; }

    [Display(Name = "sample.body"), Required, StringLength(2000, MinimumLength = 10)]
    public string? Body { get; init; }

    [Display(Name = "sample.since")]
    public DateOnly? Since { get; init; }

    [Display(Name = "sample.telephone"), Required, Phone]
    public string? Telephone { get; init; }

    [Display(Name = "sample.channel"), Required]
    public string? Channel { get; init; }

    [Display(Name = "sample.ways")]
    public IReadOnlyList<string> Ways { get; init; } = [];

    [Display(Name = "sample.photo")]
    public IFormFile? Photo { get; init; }

    [Display(Name = "sample.public")]
    public bool Public { get; init; }
}
