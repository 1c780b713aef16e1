using Zhuoluo.Data;

namespace Zhuoluo.Rooms.Matters.RegisterMany;

/// <summary>The rows of one batch, by table, in the order in which they are inserted.</summary>
internal sealed class BulkRows
{
    public List<Matter> Matters { get; } = [];
    public List<MatterText> Texts { get; } = [];
    public List<SubjectKey> Keys { get; } = [];
    public List<MatterContact> Contacts { get; } = [];
    public List<Step> Steps { get; } = [];
    public List<Holding> Holdings { get; } = [];
    public List<Clock> Clocks { get; } = [];
    public List<Answer> Answers { get; } = [];
    public List<SealedOpening> Openings { get; } = [];
    public List<PendingEntry> Entries { get; } = [];

    public async Task InsertAsync(Work work, CancellationToken cancel)
    {
        await work.InsertManyAsync(Matters, cancel);
        await work.InsertManyAsync(Texts, cancel);
        await work.InsertManyAsync(Keys, cancel);
        await work.InsertManyAsync(Contacts, cancel);
        await work.InsertManyAsync(Steps, cancel);
        await work.InsertManyAsync(Holdings, cancel);
        await work.InsertManyAsync(Clocks, cancel);
        await work.InsertManyAsync(Answers, cancel);
        await work.InsertManyAsync(Openings, cancel);
        await work.InsertManyAsync(Entries, cancel);
    }
}
