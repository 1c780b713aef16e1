using Zhuoluo.Rooms.Calendars;

namespace Zhuoluo.Tests.Rooms.Calendars;

/// <summary>The shipped profiles equal the tables of rules A3, A8 and A10.</summary>
public sealed class ProfileTests
{
    private static readonly CalendarsSnapshot _shipped = new(0, ShippedCalendar.Calendar, ShippedProfiles.All.ToDictionary(p => p.Code));

    [Theory]
    // profile, consultation, help and suggestion, complaint, report, urgent
    [InlineData("weifang", "5wd", "5wd", "5wd", "5wd", null)]
    [InlineData("anyang", "5wd", "5wd", "5wd", "5wd", null)]
    [InlineData("shandong-2020", "5wd", "5wd", "5wd", "5wd", null)]
    [InlineData("zunyi-city", "1wd", "5wd", "10wd", null, "0h")]
    [InlineData("zunyi-county", "2wd", "5wd", "12wd", null, "0h")]
    [InlineData("qinglong", "1d", "5d", "10d", "10d", null)]
    [InlineData("beijing-2021", "7d", "7d", "15d", "15d", "24h")]
    [InlineData("city-bureau", "3wd", "3wd", "13wd", "13wd", "0d")]
    public void Handling_equals_rules_A3(string code, string? consultation, string? help, string? complaint, string? report, string? urgent)
    {
        var profile = _shipped.Profiles[code];
        Assert.Equal(
            [consultation, help, help, complaint, report],
            new[] { "consultation", "help", "suggestion", "complaint", "report" }
                .Select(kind => profile.Find(kind, DeadlineUrgency.Normal, DeadlineStep.Handle)?.ToString()));
        if (urgent is not null)
        {
            Assert.Equal(urgent, profile.Find("help", DeadlineUrgency.Urgent, DeadlineStep.Handle)?.ToString());
        }
    }

    [Theory]
    [InlineData("anyang", nameof(DeadlineStep.Extension), "5wd")]
    [InlineData("anyang", nameof(DeadlineStep.Return), "24h")]
    [InlineData("anyang", nameof(DeadlineStep.FirstContact), "1wd")]
    [InlineData("shandong-2020", nameof(DeadlineStep.Extension), "10wd")]
    [InlineData("shandong-2020", nameof(DeadlineStep.Return), "2wd")]
    [InlineData("qinglong", nameof(DeadlineStep.Sign), "2h")]
    [InlineData("beijing-2021", nameof(DeadlineStep.Register), "2h")]
    [InlineData("county", nameof(DeadlineStep.Handle), "5wd")]
    [InlineData("county", nameof(DeadlineStep.Extension), "5wd")]
    [InlineData("county", nameof(DeadlineStep.Return), "24h")]
    [InlineData("county", nameof(DeadlineStep.Sign), "2oh")]
    public void Other_steps_equal_rules_A3(string code, string step, string limit) =>
        Assert.Equal(limit, _shipped.LimitFor(code, "help", DeadlineUrgency.Normal, Enum.Parse<DeadlineStep>(step)).ToString());

    [Fact]
    public void Danger_to_life_has_two_hours_in_Beijing() =>
        Assert.Equal("2h", _shipped.LimitFor("beijing-2021", "help", DeadlineUrgency.Critical, DeadlineStep.Handle).ToString());

    [Theory]
    [InlineData("petition", nameof(DeadlineStep.Register), "15d")]
    [InlineData("petition", nameof(DeadlineStep.Tell), "15d")]
    [InlineData("petition", nameof(DeadlineStep.Return), "5wd")]
    [InlineData("petition", nameof(DeadlineStep.Handle), "60d")]
    [InlineData("petition", nameof(DeadlineStep.Extension), "30d")]
    [InlineData("petition", nameof(DeadlineStep.AskReview), "30d")]
    [InlineData("petition", nameof(DeadlineStep.DecideReview), "30d")]
    [InlineData("permit", nameof(DeadlineStep.Correction), "5wd")]
    [InlineData("permit", nameof(DeadlineStep.Handle), "20wd")]
    [InlineData("permit", nameof(DeadlineStep.Extension), "10wd")]
    [InlineData("joint-permit", nameof(DeadlineStep.Handle), "45wd")]
    [InlineData("joint-permit", nameof(DeadlineStep.Extension), "15wd")]
    [InlineData("lower-permit", nameof(DeadlineStep.Handle), "20wd")]
    [InlineData("permit", nameof(DeadlineStep.Deliver), "10wd")]
    public void Petitions_and_permits_equal_rules_A8_and_A10(string kind, string step, string limit) =>
        Assert.Equal(limit, _shipped.LimitFor(kind == "petition" ? "petition" : "permit", kind, DeadlineUrgency.Normal, Enum.Parse<DeadlineStep>(step)).ToString());

    [Fact]
    public void Every_profile_answers_every_step_of_a_matter()
    {
        string[] kinds = ["consultation", "help", "complaint", "report", "suggestion", "wish", "enterprise"];
        foreach (var profile in ShippedProfiles.All)
        {
            foreach (var kind in kinds)
            {
                for (var step = DeadlineStep.Handle; step <= DeadlineStep.FirstContact; step++)
                {
                    Assert.NotNull(_shipped.FindLimit(profile.Code, kind, DeadlineUrgency.Critical, step));
                }
            }
        }
    }

    [Fact]
    public void An_unknown_profile_is_the_countys_own() => Assert.Equal(DeadlineProfile.County, _shipped.Profile("nowhere").Code);
}
