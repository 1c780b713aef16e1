using Microsoft.AspNetCore.Mvc.RazorPages;
using Zhuoluo.Data.Log;
using Zhuoluo.Ledger.Notes;
using Zhuoluo.Rooms.Organisation;

namespace Zhuoluo.Rooms.Proofs.Show;

/// <summary>What the ledger is, how it stands, and how anybody checks it.</summary>
[Open]
internal sealed class LedgerPage(PublishedLog log) : PageModel
{
    public IReadOnlyList<Shard> Years { get; private set; } = [];
    public IReadOnlyList<LedgerKey> Keys { get; private set; } = [];
    public SignedNote? Note { get; private set; }

    /// <summary>Null before the first publication.</summary>
    public Checkpoint? Newest { get; private set; }

    public Shard? Current => Years.Count > 0 ? Years[^1] : null;

    /// <summary>The address that programs take.</summary>
    public string Address => $"{Request.Scheme}://{Request.Host}{Request.PathBase}/ledger";

    public async Task OnGetAsync(CancellationToken cancel)
    {
        Response.Headers.CacheControl = "no-cache";
        (Years, Keys) = (await log.AllAsync(cancel), await log.KeysAsync(cancel));
        if (Current is { } current && await log.CheckpointAsync(current, cancel) is { } note)
        {
            (Note, Newest) = (note, Checkpoint.Parse(note.Text));
        }
    }
}
