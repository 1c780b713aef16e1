using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Matters;
using Zhuoluo.Rooms.Matters.Reveal;
using Zhuoluo.Tests.Setup;

namespace Zhuoluo.Tests.Rooms.Matters.Reveal;

public sealed class RevealContactTests
{
    [Theory, EachDatabase]
    public async Task Shows_the_contact_with_a_reason_that_stays_on_the_matter(Db db)
    {
        await using var house = await County.OpenAsync(db);
        var receipt = await County.RegisterAsync(house);

        var contact = (await RevealAsync(house, receipt.MatterId, "约时间上门", County.Dispatcher)).Made();

        Assert.Equal(new Contact("王小明", "138 0000 1234", "清溪镇桥头村"), contact);
        var reveal = await house.ReadAsync(r => r.Set<ContactReveal>().SingleAsync());
        Assert.Equal((County.Dispatcher.PersonId, "约时间上门"), ((long?)reveal.PersonId, reveal.Reason));
    }

    [Fact]
    public async Task Refuses_without_a_reason_and_to_units_that_do_not_hold_it()
    {
        await using var house = await County.OpenAsync(Db.Sqlite);
        var receipt = await County.RegisterAsync(house);

        Assert.Equal("missing", (await RevealAsync(house, receipt.MatterId, " ", County.Dispatcher)).Refused().Code);
        Assert.Equal("not-permitted", (await RevealAsync(house, receipt.MatterId, "想看看", County.Handler)).Refused().Code);
        Assert.Equal("not-permitted", (await RevealAsync(house, receipt.MatterId, "想看看", County.Editor)).Refused().Code);
        Assert.Equal("not-found", (await RevealAsync(house, 5, "想看看", County.Dispatcher)).Refused().Code);
        Assert.Equal(0, await house.ReadAsync(r => r.Set<ContactReveal>().CountAsync()));
    }

    [Fact]
    public async Task A_confidential_matter_is_not_there_for_others_and_the_window_sees_its_own()
    {
        await using var house = await County.OpenAsync(Db.Sqlite);
        var receipt = await County.RegisterAsync(house, County.Matter() with { Kind = MatterKind.Report, Channel = Channel.Window }, County.Clerk);

        Assert.Equal("not-found", (await RevealAsync(house, receipt.MatterId, "想看看", County.Handler)).Refused().Code);
        Assert.Equal("王小明", (await RevealAsync(house, receipt.MatterId, "补充材料", County.Clerk)).Made().Name);
    }

    [Theory]
    [InlineData("王小明", "138 0000 1234", "王**", "138****1234")]
    [InlineData("欧阳修", "0796-8812345", "欧**", "079****2345")]
    [InlineData(null, "8812345", null, "****45")]
    [InlineData("𠮷田", null, "𠮷**", null)]
    public void Masks_what_could_find_a_person(string? name, string? phone, string? maskedName, string? maskedPhone)
    {
        var masked = MaskedContact.Of(new Contact(name, phone, "清溪镇桥头村3组"));

        Assert.Equal(new MaskedContact(maskedName, maskedPhone, true), masked);
    }

    private static Task<Outcome<Contact>> RevealAsync(TestHouse house, long matterId, string reason, Actor who) =>
        house.Services.GetRequiredService<RevealContactHandler>().HandleAsync(new RevealContact(matterId, reason), house.ActAs(who), default);
}
