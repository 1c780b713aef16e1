namespace Zhuoluo.Language.Tests;

public sealed class FoldTests
{
    [Fact]
    public void Tight_drops_white_space_and_zero_width_and_full_width() =>
        Assert.Equal("2021.3.4(a)路灯", Fold.Tight(" ２０２１．３．４\u200B（Ａ）\u3000路\uFEFF灯\r\n".Replace('Ａ', 'ａ')));

    [Fact]
    public void Text_key_is_that_of_the_sample_manifest() =>
        Assert.Equal("aa539e6054827c1a", Fold.TextKey("走访时何信平反映：香樟园停车难，车都停在消防通道，建议划线。此前已向村里说过4次。"));

    [Theory]
    [InlineData("“ＡＢＣ”——路灯　坏了 ", "\"abc\"--路灯 坏了")]
    [InlineData("村口路燈壞了，後續無人處理", "村口路灯坏了,后续无人处理")]
    [InlineData("①號樓 20㎡", "1号楼 20m2")]
    [InlineData("", "")]
    public void Search_form_unifies_quotes_dashes_and_case(string text, string form)
    {
        Assert.Equal(form, Fold.ForSearch(text));
        Assert.Equal(form, Fold.ForSearch(Fold.ForSearch(text)));
    }
}
