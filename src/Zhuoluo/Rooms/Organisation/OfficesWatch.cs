using Zhuoluo.Data;
using Zhuoluo.Rooms.Organisation.SignIn;

namespace Zhuoluo.Rooms.Organisation;

/// <summary>Looks every two seconds whether another node or a command changed units, places or people, or ended sessions; till then the snapshot stays as it is.</summary>
internal sealed class OfficesWatch(Offices offices, SessionBook sessions, TimeProvider time) : RegularJob(TimeSpan.FromSeconds(2), time, log: null)
{
    protected override async Task TurnAsync(CancellationToken cancel)
    {
        await offices.RefreshAsync(cancel);
        await sessions.RefreshAsync(cancel);
    }
}
