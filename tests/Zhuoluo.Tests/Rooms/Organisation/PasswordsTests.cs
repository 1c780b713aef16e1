using Zhuoluo.Rooms.Organisation;

namespace Zhuoluo.Tests.Rooms.Organisation;

public sealed class PasswordsTests
{
    [Theory]
    [InlineData("sunlit-river-7", true)]
    [InlineData("zhuoluo-demo-2026", true)]
    [InlineData("short-7-abc", false)]
    [InlineData("onlylettershere", false)]
    [InlineData("wang.fang-2026-ok", false)]
    [InlineData("Password-2026!", false)]
    [InlineData("P@ssw0rd123456", false)]
    [InlineData("qwertyuiop123456", false)]
    [InlineData("woaini5201314!", false)]
    [InlineData("abcdefgh-12345678", false)]
    [InlineData("aaaaaaaaaaaa1111", false)]
    public void A_password_is_long_enough_mixed_and_not_made_of_common_pieces(string password, bool isGood) =>
        Assert.Equal(isGood, Passwords.IsGoodEnough(password, "wang.fang"));
}
