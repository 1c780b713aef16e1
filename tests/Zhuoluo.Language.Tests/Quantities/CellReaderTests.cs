using System.Globalization;
using Zhuoluo.Language.Quantities;

namespace Zhuoluo.Language.Tests.Quantities;

public sealed class CellReaderTests
{
    [Fact]
    public void Reads_every_row_of_a_project_list()
    {
        var rows = Sample.Lines("project-cells.tsv").Skip(1).Select(line => line.Split('\t')).ToList();
        Assert.Equal(586, rows.Count);
        Dictionary<string, decimal> sums = [];
        Assert.All(rows, row =>
        {
            var targets = TargetsText.Read(row[0]);
            Assert.Equal(row[4], string.Join(';', targets.Select(t => string.Create(CultureInfo.InvariantCulture, $"{t.Value:0.####} {t.Unit}"))));
            var reading = MoneyCell.Read(row[1], row[2], out var fen);
            Assert.Equal(row[5], reading == CellReading.Read ? (fen / 100).ToString(CultureInfo.InvariantCulture) : reading == CellReading.Empty ? "" : "?");
            Assert.True(PercentCell.TryRead(row[3], out var points), row[3]);
            Assert.Equal(decimal.Parse(row[6], CultureInfo.InvariantCulture), points);
            foreach (var target in targets)
            {
                sums[target.Unit] = sums.GetValueOrDefault(target.Unit) + target.Value;
            }
        });
        Assert.Equal((31_954m, 57_032.7m, 75_068_000m, 1_910m), (sums["人次"], sums["亩"], sums["元"], sums["千瓦"]));
    }

    [Theory]
    [InlineData("0.85", 85)]
    [InlineData("1", 100)]
    [InlineData("1.5", 150)]
    [InlineData("0.6899999999999999", 69)]
    [InlineData("1.6", 1.6)]
    [InlineData("１２０％", 120)]
    [InlineData("完成85%", 85)]
    [InlineData("八成半", 85)]
    [InlineData("百分之八十五", 85)]
    [InlineData("百分之五十三点九八", 53.98)]
    [InlineData("已完成", 100)]
    public void Reads_progress(string text, decimal points)
    {
        Assert.True(PercentCell.TryRead(text, out var read));
        Assert.Equal(points, read);
    }

    [Theory]
    [InlineData("9O%")]
    [InlineData("")]
    [InlineData("推进中")]
    [InlineData("八成五六")]
    [InlineData("85%左右吧")]
    public void Leaves_progress_that_is_none(string text) => Assert.False(PercentCell.TryRead(text, out _));

    [Theory]
    [InlineData("23,000", "总投资（万元）", 23_000_000_000, CellReading.Read)]
    [InlineData("3.2亿元", "投资额(万元)", 32_000_000_000, CellReading.Read)]
    [InlineData("约28万元", null, 28_000_000, CellReading.Read)]
    [InlineData("150元", "投资额(万元)", 15_000, CellReading.Read)]
    [InlineData("0.01", "投资（元）", 1, CellReading.Read)]
    [InlineData("0.001", "投资（元）", 0, CellReading.Unreadable)]
    [InlineData("25", "投资额", 0, CellReading.NoUnit)]
    [InlineData("约一两百万", "投资额(万元)", 0, CellReading.Unreadable)]
    [InlineData("无", "投资额(万元)", 0, CellReading.Empty)]
    [InlineData(" ", null, 0, CellReading.Empty)]
    [InlineData("=1+1", "投资额(万元)", 0, CellReading.Unreadable)]
    public void Reads_money_into_fen(string text, string? header, long fen, CellReading reading)
    {
        Assert.Equal(reading, MoneyCell.Read(text, header, out var read));
        Assert.Equal(fen, read);
    }
}
