namespace Zhuoluo.Documents.Tests;

internal static class Given
{
    public static OfficialDocument ADocument() => new()
    {
        Mark = "河东市民生工作专班文件",
        Number = new DocumentNumber("河民通", 2026, 1),
        Title = "关于2026年10月民生实事推进情况的通报",
        Addressee = "各县（市、区）人民政府，市直各单位",
        Day = new DateOnly(2026, 1, 5),
        Text =
        [
            new Paragraph([new Span("截至10月31日，全市列入清单"), new Span("37", "projects.all"), new Span("项。")]),
            new Heading(1, "总体情况"),
            new Heading(2, "进度"),
            new Heading(3, "道路"),
            new Heading(4, "农村道路"),
            new Table("各单位情况", [new Column("单位", 3), new Column("项目", 1, IsNumber: true)], [["市住建局", "12"], ["市水利局", "9"]]),
            new Heading(1, "下步要求"),
            new Labelled("出席", "王某、李某"),
        ],
        Attachments = [new Attachment("红灯项目清单", [new Paragraph("无。")]), new Attachment("口径说明", [new Paragraph("按月末记录。")])],
        Signature = "河东市民生工作专班",
        Note = "此件公开发布",
        CopiesTo = ["市委办公室", "市政府办公室"],
        PrintedBy = "河东市民生工作专班办公室",
    };

    /// <summary>Three pages of nothing but 国, so that the second is full from edge to edge.</summary>
    public static OfficialDocument PagesOfGuo() => ADocument() with
    {
        Text = [.. Enumerable.Range(0, 3).Select(_ => new Paragraph(new string('国', 28 * 20 - 2)))],
        Attachments = [],
    };

    public static Chart Months { get; } = new(
        ChartKind.Lines, [new Span("收到诉求，按月（件），合计"), new Span("1806", "figure.matters.received")], ["1月", "2月", "3月"], [new ChartSeries("收到诉求", [1203, 0, 603])]);

    public static Chart Units { get; } = new(
        ChartKind.Bars, [new Span("投资，按单位（亿元）")], ["市住建局", "市水利局"], [new ChartSeries("计划", [2.25m, 11]), new ChartSeries("完成", [1.5m, 10.125m])]);
}
