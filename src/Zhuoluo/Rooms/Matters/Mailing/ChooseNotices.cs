using Microsoft.EntityFrameworkCore;
using Zhuoluo.Data;
using Zhuoluo.Foundation;

namespace Zhuoluo.Rooms.Matters.Mailing;

/// <summary>A person's own choice. An empty address removes it.</summary>
internal sealed record ChooseNotices(IReadOnlyDictionary<NoticeKind, NoticeWay> Ways, string? Address, TimeOnly QuietFrom, TimeOnly QuietTo, int DailyHour);

internal sealed record BadMailAddress() : Refusal("bad-mail-address")
{
    public override string? Field => "Address";
}

internal sealed record MailAddressNeeded() : Refusal("mail-address-needed")
{
    public override string? Field => "Address";
}

internal sealed class ChooseNoticesHandler(Writer writer)
{
    public const int LastHour = 23;

    public async Task<Outcome<Done>> HandleAsync(ChooseNotices command, Act act, CancellationToken cancel)
    {
        if (act.Who.PersonId is not { } me)
        {
            return new NotPermitted();
        }
        var address = command.Address?.Trim() ?? "";
        if (address.Length > 0 && !MailAddressText.IsGood(address))
        {
            return new BadMailAddress();
        }
        if (address.Length == 0 && command.Ways.Values.Any(w => w is NoticeWay.MailAtOnce or NoticeWay.MailDaily))
        {
            return new MailAddressNeeded();
        }
        return await writer.WriteAsync<Done>(act, async work =>
        {
            var held = await work.Db.Set<NoticeChoice>().AsTracking().SingleOrDefaultAsync(c => c.PersonId == me, cancel);
            if (held?.KeyId is { } old)
            {
                await work.Db.Set<SubjectKey>().Where(k => k.Id == old).ExecuteDeleteAsync(cancel);
            }
            var wanted = (held ?? new NoticeChoice { PersonId = me }) with
            {
                Muted = Bits(command, NoticeWay.None),
                AtOnce = Bits(command, NoticeWay.MailAtOnce),
                Daily = Bits(command, NoticeWay.MailDaily),
                QuietFrom = Minute(command.QuietFrom),
                QuietTo = Minute(command.QuietTo),
                DailyHour = Math.Clamp(command.DailyHour, 0, LastHour),
                KeyId = null,
                AddressSealed = null,
            };
            if (address.Length > 0)
            {
                var (key, bytes) = MailAddressText.Seal(work, me, address);
                work.Db.Add(key);
                wanted = wanted with { KeyId = key.Id, AddressSealed = bytes };
            }
            Put(work, held, wanted);
            return Done.Value;
        }, cancel);
    }

    /// <summary>All that stand now are read.</summary>
    public Task<Outcome<Done>> ReadAsync(long upTo, Act act, CancellationToken cancel) => writer.WriteAsync<Done>(act, async work =>
    {
        if (act.Who.PersonId is not { } me)
        {
            return new NotPermitted();
        }
        var held = await work.Db.Set<NoticeChoice>().AsTracking().SingleOrDefaultAsync(c => c.PersonId == me, cancel);
        var wanted = held ?? new NoticeChoice { PersonId = me };
        Put(work, held, wanted with { ReadTo = Math.Max(wanted.ReadTo, upTo) });
        return Done.Value;
    }, cancel);

    private static void Put(Work work, NoticeChoice? held, NoticeChoice wanted)
    {
        if (held is null)
        {
            work.Db.Add(wanted);
        }
        else
        {
            work.Db.Entry(held).CurrentValues.SetValues(wanted);
        }
    }

    private static long Bits(ChooseNotices command, NoticeWay way) =>
        command.Ways.Where(w => w.Value == way).Aggregate(0L, (bits, w) => bits | (1L << (int)w.Key));

    private static int Minute(TimeOnly at) => (at.Hour * 60) + at.Minute;
}
