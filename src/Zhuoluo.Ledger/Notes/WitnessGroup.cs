namespace Zhuoluo.Ledger.Notes;

/// <summary>So many of these witnesses or groups.</summary>
internal sealed record WitnessGroup(int Least, IReadOnlyList<string> Members);
