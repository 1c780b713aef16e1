using Zhuoluo.Rooms.Disclosure.ShowStatistics;

namespace Zhuoluo.Tests.Rooms.Disclosure;

public sealed class SuppressionTests
{
    [Fact]
    public void Hides_small_cells_and_a_second_one_where_the_total_would_tell_the_first()
    {
        // Totals 13 and 41 are printed beside, so 3 alone would be 13 - 10.
        var shown = Suppression.Hide([[3, 10, 0], [20, 9, 12]]);
        Assert.Equal([null, null, 0L], shown[0]);
        Assert.Null(shown[1][0]);
        Assert.Null(shown[1][1]);
        Assert.Equal(12, shown[1][2]);
    }

    [Fact]
    public void Leaves_a_table_without_small_cells_alone() =>
        Assert.Equal([[5L, 0L], [7L, 100L]], Suppression.Hide([[5, 0], [7, 100]]));

    [Fact]
    public void No_hidden_cell_can_be_worked_out_from_its_row_or_column()
    {
        var random = new Random(7);
        for (var i = 0; i < 500; i++)
        {
            var table = Enumerable.Range(0, random.Next(1, 6)).Select(_ => (IReadOnlyList<long>)[.. Enumerable.Range(0, 4).Select(_ => (long)random.Next(0, 12))]).ToList();
            var shown = Suppression.Hide(table);
            for (var r = 0; r < table.Count; r++)
            {
                var hidden = shown[r].Count(c => c is null);
                Assert.True(hidden != 1 || table[r].Count(c => c > 0) == 1, "a row tells its hidden cell");
                Assert.All(Enumerable.Range(0, 4), c => Assert.True(shown[r][c] is null || shown[r][c] == table[r][c]));
                Assert.DoesNotContain(shown[r], c => c is > 0 and < Suppression.Smallest);
            }
        }
    }
}
