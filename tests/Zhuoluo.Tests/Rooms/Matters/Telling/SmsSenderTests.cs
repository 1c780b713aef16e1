using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Zhuoluo.Rooms.Matters.Telling;

namespace Zhuoluo.Tests.Rooms.Matters.Telling;

public sealed class SmsSenderTests
{
    [Fact]
    public async Task A_gateway_is_posted_to_with_the_secret_and_a_no_is_a_fault_without_the_number()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        await using var gateway = builder.Build();
        var got = "";
        gateway.MapPost("/send", async (HttpRequest request) =>
        {
            using var reader = new StreamReader(request.Body);
            got = request.Headers.Authorization + " " + await reader.ReadToEndAsync();
        });
        await gateway.StartAsync();
        var (good, bad) = (new SmsOptions(gateway.Urls.First() + "/send", "s3cret", "https://z"), new SmsOptions(gateway.Urls.First() + "/none", "s3cret", "https://z"));

        await good.Make().SendAsync("13800001234", "你好", default);
        var fault = await Assert.ThrowsAsync<IOException>(() => bad.Make().SendAsync("13800001234", "你好", default));

        Assert.StartsWith("Bearer s3cret {", got, StringComparison.Ordinal);
        using var body = JsonDocument.Parse(got["Bearer s3cret ".Length..]);
        Assert.Equal(("13800001234", "你好"), (body.RootElement.GetProperty("to").GetString(), body.RootElement.GetProperty("text").GetString()));
        Assert.DoesNotContain("138", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_program_reads_number_and_text_and_says_no_by_its_code()
    {
        var folder = Directory.CreateTempSubdirectory("zlsms").FullName;
        var script = Path.Combine(folder, "sms.sh");
        await File.WriteAllTextAsync(script, "read to\nread text\n[ \"$to\" = 13800001234 ] || exit 3\necho \"$text $ZHUOLUO_SMS_SECRET\" > \"$1\"\n");
        var sms = new SmsOptions($"/bin/sh {script} {folder}/out", "s3cret", "https://z").Make();

        await sms.SendAsync("13800001234", "你好", default);
        await Assert.ThrowsAsync<IOException>(() => sms.SendAsync("13900001234", "你好", default));

        Assert.Equal("你好 s3cret\n", await File.ReadAllTextAsync(Path.Combine(folder, "out")));
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public void Nothing_set_up_sends_nothing()
    {
        Assert.False(new SmsOptions("", "", "https://z").Make().IsOn);
        Assert.False(new SmsOptions("https://gateway", "", "").Make().IsOn);
    }
}
