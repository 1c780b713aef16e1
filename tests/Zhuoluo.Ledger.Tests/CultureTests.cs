using System.Globalization;
using Zhuoluo.Ledger.Notes;
using Zhuoluo.Ledger.Trees;

namespace Zhuoluo.Ledger.Tests;

/// <summary>Numbers are written in ASCII digits whatever the machine is set to.</summary>
public sealed class CultureTests
{
    [Theory]
    [InlineData("ar-SA")]
    [InlineData("fa-IR")]
    [InlineData("de-CH")]
    [InlineData("tr-TR")]
    [InlineData("zh-CN")]
    public void Formats_are_the_same_in_every_culture(string name)
    {
        var before = CultureInfo.CurrentCulture;
        var culture = (CultureInfo)CultureInfo.GetCultureInfo(name).Clone();
        // Signs and separators that a careless format would show.
        (culture.NumberFormat.NegativeSign, culture.NumberFormat.NumberGroupSeparator, culture.NumberFormat.PositiveSign) = ("~", "'", "#");
        CultureInfo.CurrentCulture = culture;
        try
        {
            using var witness = SignerKey.Parse(SignerKey.Generate("witness.example/w1", KeyKind.Cosignature, Convert.FromHexString(Vectors.Seed)).Skey);
            var checkpoint = new Checkpoint(Vectors.Origin, 8, Vectors.Hash(Vectors.Roots[7]));
            Assert.Equal(Vectors.Text, checkpoint.ToString());
            Assert.Equal(Vectors.WitnessLine, witness.Sign(checkpoint, Vectors.WitnessedAt).ToString());
            Assert.Equal("tile/entries/x001/x234/067.p/12", TilePath.Entries(1_234_067, 12).ToString());
            Assert.True(TilePath.TryParse("tile/10/x001/x234/067.p/12", out var tile));
            Assert.Equal("tile/10/x001/x234/067.p/12", tile.ToString());
            Assert.Equal(20_852_163, Checkpoint.Parse("a\n20852163\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n").Size);
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }
}
