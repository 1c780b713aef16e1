using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Zhuoluo.Data;
using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Files;
using Zhuoluo.Rooms.Matters;
using Zhuoluo.Rooms.Matters.Attachments;
using Zhuoluo.Tests.Rooms.Files;
using Zhuoluo.Tests.Setup;

namespace Zhuoluo.Tests.Rooms.Matters.Attachments;

public sealed class AttachmentTests
{
    [Theory, EachDatabase]
    public async Task Files_become_rows_in_the_change_that_makes_the_step_and_are_committed_to(Db db)
    {
        await using var house = await County.OpenAsync(db);
        var receipt = await WithAsync(house, Pictures.Jpeg(), Pictures.Png());

        var rows = await house.ReadAsync(r => r.Set<Attachment>().OrderBy(a => a.Id).ToListAsync());
        var step = await house.ReadAsync(r => r.Set<Step>().SingleAsync());
        Assert.Equal([(receipt.MatterId, (long?)step.Id, FileKind.Jpeg), (receipt.MatterId, step.Id, FileKind.Png)], rows.Select(r => (r.OwnerId, r.StepId, r.Kind)));
        Assert.Equal(2, rows.Select(r => r.Token).Distinct().Count());
        await house.DrainAsync();
        var entry = await house.ReadAsync(r => r.Set<LedgerEntry>().SingleAsync(e => e.Kind == "matter.file-attached"));
        var said = System.Text.Encoding.UTF8.GetString(entry.Body);
        Assert.Contains("\"pub\":{\"files\":2}", said, StringComparison.Ordinal);
        Assert.DoesNotContain(rows[0].Digest, said, StringComparison.Ordinal);
    }

    [Theory, EachDatabase]
    public async Task A_refused_step_leaves_an_orphan_that_is_swept_after_a_day(Db db)
    {
        await using var house = await County.OpenAsync(db);
        var (desk, store) = (house.Services.GetRequiredService<FileDesk>(), house.Services.GetRequiredService<IFileStore>());
        var kept = await WithAsync(house, Pictures.Jpeg());
        string orphan;
        using (var files = (await desk.TakeAsync([(Pictures.Png(), null)], default)).Made())
        {
            orphan = files.Files[0].Digest;
            Assert.Equal("missing", (await house.Services.GetRequiredService<Zhuoluo.Rooms.Matters.Register.RegisterMatterHandler>()
                .HandleAsync(County.Matter(" ") with { Files = files.Files }, house.ActAs(Actor.Public), default)).Refused().Code);
            Assert.Equal(0, await house.Services.GetRequiredService<FileSweep>().RunAsync(DateTimeOffset.MaxValue, default));
        }
        var digest = await house.ReadAsync(r => r.Set<Attachment>().Where(a => a.OwnerId == kept.MatterId).Select(a => a.Digest).SingleAsync());

        Assert.Equal(1, await house.Services.GetRequiredService<FileSweep>().RunAsync(DateTimeOffset.MaxValue, default));

        Assert.False(await store.HasAsync(orphan, default));
        Assert.True(await store.HasAsync(digest, default));
    }

    [Theory, EachDatabase]
    public async Task Removing_destroys_the_bytes_unless_another_row_names_them(Db db)
    {
        await using var house = await County.OpenAsync(db);
        var (handler, store) = (house.Services.GetRequiredService<RemoveFileHandler>(), house.Services.GetRequiredService<IFileStore>());
        await WithAsync(house, Pictures.Jpeg());
        await WithAsync(house, Pictures.Jpeg());
        var rows = await house.ReadAsync(r => r.Set<Attachment>().OrderBy(a => a.Id).ToListAsync());
        Assert.Equal(rows[0].Digest, rows[1].Digest);

        Assert.Equal("not-permitted", (await handler.HandleAsync(new RemoveFile(rows[0].Id, FileRemoval.Face), house.ActAs(County.Handler), default)).Refused().Code);
        Assert.Equal("no-removal-reason", (await handler.HandleAsync(new RemoveFile(rows[0].Id, FileRemoval.None), house.ActAs(County.Dispatcher), default)).Refused().Code);
        (await handler.HandleAsync(new RemoveFile(rows[0].Id, FileRemoval.Face), house.ActAs(County.Dispatcher), default)).Made();
        Assert.True(await store.HasAsync(rows[0].Digest, default));
        Assert.Equal("not-found", (await handler.HandleAsync(new RemoveFile(rows[0].Id, FileRemoval.Face), house.ActAs(County.Dispatcher), default)).Refused().Code);
        (await handler.HandleAsync(new RemoveFile(rows[1].Id, FileRemoval.Asked), house.ActAs(County.Dispatcher), default)).Made();
        Assert.False(await store.HasAsync(rows[0].Digest, default));

        await house.DrainAsync();
        Assert.Equal(2, await house.ReadAsync(r => r.Set<LedgerEntry>().CountAsync(e => e.Kind == "matter.file-removed")));
    }

    [Fact]
    public async Task More_than_six_are_refused_and_nothing_is_held()
    {
        await using var house = await County.OpenAsync(Db.Sqlite);
        var desk = house.Services.GetRequiredService<FileDesk>();
        Assert.Equal("too-many-files", (await desk.TakeAsync([.. Enumerable.Repeat((Pictures.Jpeg(), (byte[]?)null), 7)], default)).Refused().Code);
        Assert.Equal("file-kind-not-taken", (await desk.TakeAsync([(Pictures.Jpeg(), null), ([1, 2, 3], null)], default)).Refused().Code);
        Assert.Equal(1, await house.Services.GetRequiredService<FileSweep>().RunAsync(DateTimeOffset.MaxValue, default));
    }

    private static async Task<Receipt> WithAsync(TestHouse house, params byte[][] files)
    {
        using var staged = (await house.Services.GetRequiredService<FileDesk>().TakeAsync([.. files.Select(f => (f, (byte[]?)null))], default)).Made();
        return await County.RegisterAsync(house, County.Matter() with { Files = staged.Files });
    }
}
