using Zhuoluo.Rooms.Organisation;

namespace Zhuoluo.Rooms.Rhythm.ListDecisions;

/// <summary>Decisions as a table shows them; a form to say what was done where the reader may.</summary>
internal sealed record DecisionRows(IReadOnlyList<Decision> Decisions, OfficesSnapshot Offices, DateOnly Today);
