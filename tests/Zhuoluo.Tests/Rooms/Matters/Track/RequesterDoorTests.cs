using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Matters.Track;
using Zhuoluo.Tests.Setup;

namespace Zhuoluo.Tests.Rooms.Matters.Track;

public sealed class RequesterDoorTests
{
    [Theory, EachDatabase]
    public async Task Lets_in_who_has_number_and_code_however_they_are_typed(Db db)
    {
        await using var house = await County.OpenAsync(db);
        var receipt = await County.RegisterAsync(house);
        var spoken = $" {receipt.Code[..5].ToLowerInvariant()}-{receipt.Code[5..]} ".Replace('0', 'o').Replace('1', 'l');

        var matter = (await FindAsync(house, receipt.Number.Replace("-", "", StringComparison.Ordinal), spoken)).Made();

        Assert.Equal(receipt.MatterId, matter.Id);
    }

    [Theory, EachDatabase]
    public async Task A_wrong_code_and_an_unknown_number_get_the_same_answer(Db db)
    {
        await using var house = await County.OpenAsync(db);
        var receipt = await County.RegisterAsync(house);
        var other = await County.RegisterAsync(house);

        Assert.Equal("wrong-receipt", (await FindAsync(house, receipt.Number, other.Code)).Refused().Code);
        Assert.Equal("wrong-receipt", (await FindAsync(house, "2026-999999", receipt.Code)).Refused().Code);
        Assert.Equal("wrong-receipt", (await FindAsync(house, "", "")).Refused().Code);
    }

    [Fact]
    public async Task After_ten_wrong_codes_nobody_gets_through_for_ten_minutes()
    {
        await using var house = await County.OpenAsync(Db.Sqlite);
        var receipt = await County.RegisterAsync(house);
        for (var i = 0; i < WrongCodes.Most; i++)
        {
            await FindAsync(house, receipt.Number, "0000000000", $"10.0.0.{i}");
        }

        Assert.Equal("too-many-tries", (await FindAsync(house, receipt.Number, receipt.Code, "10.1.1.1")).Refused().Code);
        house.Clock.Advance(TimeSpan.FromMinutes(11));
        Assert.Equal(receipt.MatterId, (await FindAsync(house, receipt.Number, receipt.Code, "10.1.1.1")).Made().Id);
    }

    [Fact]
    public async Task One_address_cannot_try_many_numbers()
    {
        await using var house = await County.OpenAsync(Db.Sqlite);
        var receipt = await County.RegisterAsync(house);
        for (var i = 0; i < WrongCodes.Most; i++)
        {
            await FindAsync(house, $"2026-00001{i}", receipt.Code);
        }

        Assert.Equal("too-many-tries", (await FindAsync(house, receipt.Number, receipt.Code)).Refused().Code);
        Assert.Equal(receipt.MatterId, (await FindAsync(house, receipt.Number, receipt.Code, "10.9.9.9")).Made().Id);
    }

    [Fact]
    public async Task Post_and_get_through_the_api_tell_state_and_steps_and_nothing_of_the_person()
    {
        await using var site = await TestSite.StartAsync();
        using var client = site.Client();
        client.DefaultRequestHeaders.Add("Idempotency-Key", "key-of-the-sender");
        var body = new { kind = "help", text = "村口路灯坏了", place = County.Code, name = "王小明", phone = "13800001234" };

        using var made = await client.PostAsJsonAsync("/api/v1/matters", body);
        using var again = await client.PostAsJsonAsync("/api/v1/matters", body);
        var receipt = await made.Content.ReadFromJsonAsync<JsonElement>();
        var (number, code) = (receipt.GetProperty("number").GetString(), receipt.GetProperty("code").GetString());
        client.DefaultRequestHeaders.Add(TrackApi.CodeHeader, code);
        var shown = await client.GetStringAsync(new Uri($"/api/v1/matters/{number}", UriKind.Relative));

        Assert.Equal(HttpStatusCode.Created, made.StatusCode);
        Assert.Equal(code, (await again.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("code").GetString());
        Assert.Contains("\"state\":\"registered\"", shown, StringComparison.Ordinal);
        Assert.DoesNotContain("王小明", shown, StringComparison.Ordinal);
        Assert.DoesNotContain("1234\"", shown, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_api_answers_a_wrong_code_and_an_unknown_number_alike()
    {
        await using var site = await TestSite.StartAsync();
        using var client = site.Client();
        using var made = await client.PostAsJsonAsync("/api/v1/matters", new { kind = "help", text = "村口路灯坏了", place = County.Code, noticeVersion = 1 });
        var number = (await made.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("number").GetString();

        client.DefaultRequestHeaders.Add(TrackApi.CodeHeader, "0000000000");
        using var wrong = await client.GetAsync(new Uri($"/api/v1/matters/{number}", UriKind.Relative));
        using var unknown = await client.GetAsync(new Uri("/api/v1/matters/2026-999999", UriKind.Relative));

        Assert.Equal(HttpStatusCode.Created, made.StatusCode);
        Assert.Equal(wrong.StatusCode, unknown.StatusCode);
        Assert.Equal("wrong-receipt", await CodeAsync(wrong));
        Assert.Equal("wrong-receipt", await CodeAsync(unknown));
        static async Task<string?> CodeAsync(HttpResponseMessage answer) => (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("code").GetString();
    }

    [Fact]
    public async Task The_api_refuses_with_a_code_and_the_field()
    {
        await using var site = await TestSite.StartAsync();
        using var client = site.Client();

        using var noText = await client.PostAsJsonAsync("/api/v1/matters", new { kind = "help", text = " ", place = County.Code });
        using var noKind = await client.PostAsJsonAsync("/api/v1/matters", new { kind = "4", text = "路灯", place = County.Code });
        using var noCode = await client.GetAsync(new Uri("/api/v1/matters/2026-000009?code=X", UriKind.Relative));
        client.DefaultRequestHeaders.Add(TrackApi.CodeHeader, "X");
        using var wrongCode = await client.GetAsync(new Uri("/api/v1/matters/2026-000009", UriKind.Relative));
        using var noNotice = await client.PostAsJsonAsync("/api/v1/matters", new { kind = "help", text = "村口路灯坏了", place = County.Code, noticeVersion = 99 });

        Assert.Equal((HttpStatusCode)422, noText.StatusCode);
        Assert.Equal("missing", (await noText.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("code").GetString());
        Assert.Equal("unknown-choice", (await noKind.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("code").GetString());
        Assert.Equal(TrackApi.CodeHeader, (await noCode.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("field").GetString());
        Assert.Equal("unknown-choice", (await noNotice.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("code").GetString());
        Assert.Equal("wrong-receipt", (await wrongCode.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("code").GetString());
    }

    private static Task<Outcome<Zhuoluo.Rooms.Matters.Matter>> FindAsync(TestHouse house, string number, string code, string address = "10.0.0.1") =>
        house.Services.GetRequiredService<RequesterDoor>().FindAsync(number, code, address, house.Acts.Now, default);
}
