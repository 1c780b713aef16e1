using System.Globalization;
using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Organisation;

namespace Zhuoluo.Rooms.Projects.Labels;

/// <summary>
/// Reads one line for each number of a label: "4 传统产业：煤化工=煤化工改造、铸造" or "N 其他". A plus after the number says that more may join;
/// what stands after an equals sign is the field of the projects and agreements that belong to the member.
/// </summary>
internal static class LabelLines
{
    public static Outcome<IReadOnlyList<NewGroup>> Read(string? typed)
    {
        var lines = (typed ?? "").Split('\n', StringSplitOptions.TrimEntries);
        var found = new List<NewGroup>();
        for (var i = 0; i < lines.Length; i++)
        {
            if (lines[i].Length == 0)
            {
                continue;
            }
            if (Group(lines[i]) is not { } group)
            {
                return new UnreadableLabelLine(i + 1);
            }
            found.Add(group);
        }
        return Outcome.Of<IReadOnlyList<NewGroup>>(found);
    }

    public static string Write(LabelGroup group, IEnumerable<LabelMember> members) =>
        $"{group.Stated?.ToString(CultureInfo.InvariantCulture) ?? "N"}{(group is { IsOpen: true, Stated: not null } ? "+" : "")} {group.Name}：{string.Join('、', members.Select(m => m.Tag is null ? m.Name : $"{m.Name}={m.Tag}"))}";

    private static NewGroup? Group(string line)
    {
        var colon = line.IndexOfAny(['：', ':']);
        var head = (colon < 0 ? line : line[..colon]).Trim();
        var space = head.IndexOfAny([' ', '　', '\t']);
        var number = space < 0 ? head : head[..space];
        var name = space < 0 ? "" : head[space..].Trim();
        var isOpen = number is "N" or "n" || number.EndsWith('+');
        int? stated = number is "N" or "n" ? null : int.TryParse(number.TrimEnd('+'), NumberStyles.None, CultureInfo.InvariantCulture, out var read) ? read : -1;
        return stated == -1 ? null : new NewGroup(name, stated, isOpen, [.. Choosing.Names(colon < 0 ? "" : line[(colon + 1)..]).Select(Member)]);
    }

    private static NewMember Member(string typed)
    {
        var parts = typed.Split(['=', '＝'], 2, StringSplitOptions.TrimEntries);
        return new NewMember(parts[0], parts.Length > 1 ? Choosing.Blank(parts[1]) : null);
    }
}

/// <summary>A line of what was typed cannot be read.</summary>
internal sealed record UnreadableLabelLine(int Line) : Refusal("unreadable-label-line")
{
    public override string? Field => "Groups";
    public override IReadOnlyList<object> Arguments => [Line];
}
