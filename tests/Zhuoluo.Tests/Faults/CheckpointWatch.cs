using Zhuoluo.Ledger.Notes;

namespace Zhuoluo.Tests.Faults;

/// <summary>Somebody outside who asks for the checkpoint again and again and keeps each that was ever shown.</summary>
internal sealed class CheckpointWatch
{
    private static readonly TimeSpan _often = TimeSpan.FromMilliseconds(15);
    private readonly Dictionary<long, Checkpoint> _seen = [];

    /// <summary>All that were seen, smallest first.</summary>
    public IReadOnlyList<Checkpoint> Seen => [.. _seen.Values.OrderBy(c => c.Size)];

    /// <summary>Looks until the server is gone.</summary>
    public async Task LookAsync(Uri server)
    {
        using var client = new HttpClient { BaseAddress = server };
        while (true)
        {
            try
            {
                using var answer = await client.GetAsync(new Uri("/ledger/checkpoint", UriKind.Relative));
                if (answer.IsSuccessStatusCode)
                {
                    var checkpoint = Checkpoint.Parse(SignedNote.Parse(await answer.Content.ReadAsByteArrayAsync()).Text);
                    Assert.Equal(checkpoint, _seen.GetValueOrDefault(checkpoint.Size, checkpoint));
                    _seen[checkpoint.Size] = checkpoint;
                }
            }
            catch (HttpRequestException)
            {
                return;
            }
            await Task.Delay(_often);
        }
    }
}
