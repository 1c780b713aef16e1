using System.Reflection;

namespace Zhuoluo.Tests.Fences;

/// <summary>Time, identity and chance enter at the edge, once; rows are saved by the writers only.</summary>
internal static class BannedCalls
{
    private static readonly Dictionary<string, string[]> _banned = new()
    {
        // call → types that may make it
        ["DateTime.get_Now"] = [],
        ["DateTime.get_UtcNow"] = [],
        ["DateTime.get_Today"] = [],
        ["DateTimeOffset.get_Now"] = [],
        ["DateTimeOffset.get_UtcNow"] = [],
        ["TimeProvider.GetUtcNow"] = ["Zhuoluo.Foundation.ActFactory"],
        ["Guid.NewGuid"] = [],
        ["Guid.CreateVersion7"] = ["Zhuoluo.Foundation.ActFactory"],
        ["Random..ctor"] = [],
        ["Random.get_Shared"] = [],
        ["RandomNumberGenerator.Fill"] = ["Zhuoluo.Foundation.Chance"],
        // The master key is made once, before there is any act.
        ["RandomNumberGenerator.GetBytes"] = ["Zhuoluo.Data.Vault", "Zhuoluo.Data.Log.LogKeys", "Zhuoluo.Rooms.Proofs.Commands.WitnessCommand"],
        ["DbContext.SaveChanges"] = ["Zhuoluo.Data.SqliteWriter", "Zhuoluo.Data.PostgresWriter"],
        ["DbContext.SaveChangesAsync"] = ["Zhuoluo.Data.SqliteWriter", "Zhuoluo.Data.PostgresWriter"],
    };

    public static IEnumerable<string> In(IEnumerable<Type> types) =>
        from type in types
        from member in CodeReader.MembersTouchedBy(type).OfType<MethodBase>()
        let call = $"{member.DeclaringType?.Name}.{member.Name}"
        where _banned.TryGetValue(call, out var allowed) && !Array.Exists(allowed, a => type.FullName!.StartsWith(a, StringComparison.Ordinal))
        select $"{type.FullName} calls {call}";
}
