using System.Text;
using Zhuoluo.Rooms.Exchange.Reading;
using Zhuoluo.Rooms.Exchange.Tables;

namespace Zhuoluo.Tests.Rooms.Exchange;

public sealed class TableReadingTests
{
    private static readonly OfficeDirectory _directory = new(
        [new("990101", "青溪县", "county", null, []), new("990101100", "柳河镇", "town", "990101", []), new("990101100201", "东岗村委会", "village", "990101100", ["东岗村"])],
        [new("990101-01", "青溪县水务局", ["水务局"])],
        []);

    [Theory]
    [InlineData("走访时间,村,姓名,电话,群众诉求,主办单位,是否办结,完成时间,处理情况")]
    [InlineData("入户日期,行政村,户主姓名,手机,存在问题,落实单位,进展,销号时间,处理结果")]
    [InlineData("入户时间*,村（居）：,被访人姓名,联系方式,反映的问题（必填）,责任部门,办理情况,办结日期,整改措施")]
    public void Headers_of_many_offices_are_known(string header)
    {
        var row = Assert.Single(Read(header + "\n2023.5.1,东岗村,王强,13800001234,渠堵了,水务局,已办结,2023.5.2,通了\n").Rows);
        var visit = Assert.IsType<VisitRow>(row.Entry);
        Assert.Equal(
            (new DateOnly(2023, 5, 1), "990101100201", "王强", "13800001234", "渠堵了", "990101-01", "closed", new DateOnly(2023, 5, 2), "通了"),
            (visit.Opened, visit.Village, visit.Person, visit.Phone, visit.Text, visit.Unit, visit.State, visit.Closed, visit.Result));
    }

    [Fact]
    public void A_column_of_prose_is_not_taken_for_states()
    {
        var result = Read("入户日期,村,群众诉求,责任单位,办理情况,办结时间\n2023.5.1,东岗村,甲,水务局,已经派人疏通,2023.5.2\n2023.5.1,东岗村,乙,水务局,电话答复了,2023.5.3\n2023.5.1,东岗村,丙,水务局,,\n2023.5.1,东岗村,丁,水务局,清理三车,2023.5.4\n");
        Assert.Empty(result.Refused);
        Assert.Equal(["closed", "closed", "open", "closed"], result.Rows.Select(row => ((VisitRow)row.Entry).State));
        Assert.Equal("已经派人疏通", ((VisitRow)result.Rows[0].Entry).Result);
    }

    [Fact]
    public void A_saved_mapping_gives_a_column_its_field_and_a_word_its_state()
    {
        const string Table = "入户日期,村,苦处,办理状态\n2023.5.1,东岗村,渠堵了,弄好了\n";
        Assert.Empty(Read(Table).Survey.Sheets);
        var saved = new SavedMapping(TableKind.Visits, new Dictionary<string, string> { ["苦处"] = "text" }, new Dictionary<string, string> { ["弄好了"] = "closed" });
        var result = Read(Table, new ReadingOptions { Saved = [saved] });
        Assert.Equal("closed", ((VisitRow)Assert.Single(result.Rows).Entry).State);
        Assert.Equal("text", result.Survey.Sheets[0].ToSaved().Headers["苦处"]);
    }

    [Fact]
    public void The_place_of_the_file_is_the_town_of_rows_that_name_none()
    {
        var row = Read("入户日期,村,群众诉求,责任单位,状态\n2023.5.1,东岗村,渠堵了,镇政府,在办\n", new ReadingOptions { Place = "990101100" }, withTownUnit: true).Rows[0];
        Assert.Equal(("990101100", "990101100"), (((VisitRow)row.Entry).Town, ((VisitRow)row.Entry).Unit));
    }

    [Fact]
    public void The_same_row_has_the_same_key_in_every_file_and_spelling()
    {
        var one = Read("入户日期,村,姓名,群众诉求,状态\n2023.5.1,东岗村,王强,渠堵了。,在办\n").Rows[0].Key;
        var two = Read("状态,群众诉求,户主姓名,村,走访时间\n办理中,渠堵了。 ,王 强,东岗村委会,2023年5月1日\n").Rows[0].Key;
        Assert.Equal(one, two);
    }

    [Theory]
    [InlineData("13800001234", "13800001234")]
    [InlineData("138-0000-1234", "13800001234")]
    [InlineData("１３８００００１２３４", "13800001234")]
    [InlineData("+86 13800001234", "13800001234")]
    [InlineData("（0796）8441234", "07968441234")]
    [InlineData("13800001234/13900001234", "13800001234")]
    [InlineData("1.39E+10", null)]
    [InlineData("***********", null)]
    [InlineData("138****1234", null)]
    [InlineData("不详", null)]
    public void Phones_are_digits_or_nothing(string text, string? phone) => Assert.Equal(phone, PhoneText.Read(text, false));

    [Fact]
    public void A_number_with_a_point_is_no_day()
    {
        Assert.Null(CellMoment.Read(new Cell(CellKind.Number, "3.1", 3.1), "3.1", 2023));
        Assert.Equal(new DateTime(2023, 3, 10), CellMoment.Read(Cell.OfText("3.10"), "3.10", 2023));
        Assert.Equal(new DateTime(2023, 5, 2), CellMoment.Read(new Cell(CellKind.Number, "45048", 45048), "45048", 2023));
    }

    [Fact]
    public void Reading_reports_progress_and_can_be_stopped()
    {
        var table = new StringBuilder("入户日期,村,姓名,群众诉求,状态\n");
        for (var i = 0; i < 2_000; i++)
        {
            table.Append(null, $"2023.5.1,东岗村,王强,第{i}件,在办\n");
        }
        using var file = TableFile.Open(new MemoryStream(Encoding.UTF8.GetBytes(table.ToString())), "a.csv");
        var reading = new TableReading(file, _directory, SampleDirectory.Words, new ReadingOptions());
        using var stop = new CancellationTokenSource();
        var seen = new Progress();
        var given = 0;
        Assert.Throws<OperationCanceledException>(() =>
        {
            foreach (var _ in reading.Findings(reading.Survey(), seen, stop.Token))
            {
                if (++given == 1_200)
                {
                    stop.Cancel();
                }
            }
        });
        Assert.Equal([500, 1000], seen.Values);
        Assert.Equal(2_000, reading.Findings(reading.Survey()).Count());
    }

    private static ReadResult Read(string table, ReadingOptions? options = null, bool withTownUnit = false)
    {
        using var file = TableFile.Open(new MemoryStream(Encoding.UTF8.GetBytes(table)), "走访台账.csv");
        var directory = withTownUnit ? _directory with { Units = [.. _directory.Units, new("990101100", "柳河镇人民政府", [])] } : _directory;
        return new TableReading(file, directory, SampleDirectory.Words, options ?? new ReadingOptions()).ReadAll();
    }

    private sealed class Progress : IProgress<int>
    {
        public List<int> Values { get; } = [];

        public void Report(int value) => Values.Add(value);
    }
}
