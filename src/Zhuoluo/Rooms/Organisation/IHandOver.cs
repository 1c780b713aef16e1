using Zhuoluo.Data;

namespace Zhuoluo.Rooms.Organisation;

/// <summary>
/// Port: a later room says what a person holds open in a unit, and passes it on when the term ends (A07).
/// Registered as a singleton; all registered ones are asked.
/// </summary>
internal interface IHandOver
{
    /// <summary>What the person holds open for that unit, oldest deadline first.</summary>
    Task<IReadOnlyList<OpenItem>> HoldsAsync(ZhuoluoContext db, long personId, long unitId, CancellationToken cancel);

    /// <summary>Gives all of it to the successor in the transaction of the term's end; returns how many changed hands.</summary>
    Task<int> PassAsync(Work work, long personId, long unitId, long successorId, CancellationToken cancel);
}

/// <summary>One thing that changes hands.</summary>
/// <param name="Kind">Noun such as "matter"; its text is the resource <c>org.holds.{Kind}</c>.</param>
/// <param name="Id">Its id.</param>
/// <param name="Number">What people call it by.</param>
/// <param name="Title">A line of text for the list; never personal data.</param>
/// <param name="Link">Where it can be opened.</param>
/// <param name="Due">Its deadline, if it has one.</param>
internal sealed record OpenItem(string Kind, long Id, string Number, string Title, string Link, DateOnly? Due);
