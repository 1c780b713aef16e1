using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Matters;
using Zhuoluo.Rooms.Matters.Telling;
using Zhuoluo.Tests.Setup;

namespace Zhuoluo.Tests.Rooms.Matters.Telling;

public sealed class ToldRowsTests
{
    private static readonly DateTimeOffset _noon = new(2026, 3, 2, 12, 0, 0, LocalDay.Offset);

    [Theory]
    [InlineData(null, "13800001234", false, false, false, "", false)]
    [InlineData("a@example.cn", null, false, false, false, "Mail", false)]
    [InlineData("a@example.cn", "138 0000 1234", true, true, false, "Mail Sms", true)]
    [InlineData("a@example.cn", null, false, true, true, "Mail", false)]
    [InlineData(null, "13800001234", true, true, false, "Sms", false)]
    [InlineData(null, "0796-8401234", true, false, false, "", false)]
    public void Only_who_wants_to_be_told_is_and_the_code_goes_only_where_it_may(string? email, string? phone, bool bySms, bool withCode, bool isConfidential, string ways, bool code)
    {
        var command = County.Matter() with { Contact = new Contact("王小明", phone, null) { Email = email }, Tell = new TellMe(bySms, withCode, "en") };

        var way = ToldRows.WayOf(command, AMatter.Row(1, _noon, m => m.IsConfidential = isConfidential));

        Assert.Equal(ways, string.Join(' ', way?.Ways.Select(w => w.ToString()) ?? []));
        Assert.Equal(code, way?.WithCode ?? false);
    }

    [Theory]
    [InlineData("w.xiaoming@example.com.cn", "w***@e***.cn")]
    [InlineData("a@b.cn", "a***@b***.cn")]
    [InlineData(null, null)]
    public void An_address_is_shown_masked(string? address, string? shown) => Assert.Equal(shown, MaskedMail.Of(address));

    [Theory]
    [InlineData("Closed", true, false, 0, 0, false, null)]
    [InlineData("Closed", true, true, 0, 0, false, "already-rated")]
    [InlineData("InProgress", true, false, 0, 0, false, "not-ratable-yet")]
    [InlineData("Closed", false, false, 0, 0, false, "not-ratable-yet")]
    [InlineData("Closed", true, false, 2, 0, false, "link-sent-often")]
    [InlineData("Closed", true, false, 0, 31, false, "rating-too-late")]
    [InlineData("Closed", true, false, 0, 0, true, "no-way-to-tell")]
    public void When_the_rating_link_may_go_again(string state, bool isAnswered, bool isGiven, int sent, int days, bool isStopped, string? code)
    {
        var matter = AMatter.Row(1, _noon, m => m.AnsweredAt = _noon, Enum.Parse<MatterState>(state));
        var way = new RequesterWay { MatterId = 1, ByMail = true, BySms = false, WithCode = false, FromAt = _noon, LanguageCode = "en", StoppedAt = isStopped ? _noon : null };

        Assert.Equal(code, SendRatingLinkHandler.Decide(matter, way, isAnswered, isGiven, sent, _noon.AddDays(days))?.Code);
        Assert.Equal("no-way-to-tell", SendRatingLinkHandler.Decide(matter, null, isAnswered, isGiven, sent, _noon)?.Code);
    }

    [Fact]
    public void At_night_only_the_receipt_goes_out()
    {
        var clock = new TestClock();
        var act = new ActFactory(clock, new IdSource(0), new SeededChance(1)).New(Actor.Job("x"), Foundation.Door.Job);
        var way = new RequesterWay { MatterId = 1, ByMail = true, BySms = false, WithCode = false, FromAt = _noon, LanguageCode = "en" };
        var night = new DateTimeOffset(2026, 3, 2, 23, 30, 0, LocalDay.Offset);

        Assert.Equal(night, ToldRows.Messages(way, Occasion.Received, 1, "received", night, act).Single().NextAt);
        Assert.Equal(new DateTimeOffset(2026, 3, 3, 8, 0, 0, LocalDay.Offset), ToldRows.Messages(way, Occasion.Answered, 1, "step/1", night, act).Single().NextAt);
    }
}
