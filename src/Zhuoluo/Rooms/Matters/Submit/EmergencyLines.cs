namespace Zhuoluo.Rooms.Matters.Submit;

/// <summary>A number that answers at once (rules A1.1): these stay separate from the hotline and a form must not stand in their way.</summary>
internal sealed record EmergencyLine(string Number)
{
    public string Key => "res.emergency." + Number;
}

/// <summary>
/// Whether somebody writes of danger to life at this moment. A hint only: the person decides and can always go on (rules A2.3,
/// LAW-BJ a.11(1)). Words that also stand in everyday complaints, such as 消防通道 or 交警, are left out on purpose.
/// </summary>
internal static class EmergencyLines
{
    public static IReadOnlyList<EmergencyLine> All { get; } = [new("110"), new("119"), new("120"), new("122")];

    private static readonly (string Number, string[] Words)[] _words =
    [
        ("110", ["正在打人", "正在行凶", "持刀", "抢劫", "绑架", "被非法拘禁", "要跳楼", "想自杀", "要自杀", "入室盗窃", "救命"]),
        ("119", ["着火", "起火", "失火", "火灾", "煤气泄漏", "燃气泄漏", "天然气泄漏", "爆炸", "被困电梯", "落水", "溺水"]),
        ("120", ["昏迷", "晕倒", "心脏骤停", "大出血", "没有呼吸", "喝了农药", "中毒", "被蛇咬", "要生了"]),
        ("122", ["车祸", "撞人了", "交通事故"]),
    ];

    public static IReadOnlyList<EmergencyLine> In(string text) =>
        [.. _words.Where(w => w.Words.Any(word => text.Contains(word, StringComparison.Ordinal))).Select(w => new EmergencyLine(w.Number))];
}
