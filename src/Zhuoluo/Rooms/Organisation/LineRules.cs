namespace Zhuoluo.Rooms.Organisation;

/// <summary>What every line of a list must keep to, and the words that offices use for kinds and roles.</summary>
internal static class LineRules
{
    public const int LongestName = 60;

    private static readonly Dictionary<string, PlaceKind> _placeKinds = new(StringComparer.OrdinalIgnoreCase)
    {
        ["县"] = PlaceKind.County,
        ["区"] = PlaceKind.County,
        ["市"] = PlaceKind.County,
        ["镇"] = PlaceKind.Town,
        ["乡"] = PlaceKind.Township,
        ["街道"] = PlaceKind.Street,
        ["社区"] = PlaceKind.Community,
        ["居委会"] = PlaceKind.Community,
        ["村"] = PlaceKind.Village,
        ["村委会"] = PlaceKind.Village,
        ["园区"] = PlaceKind.Special,
    };

    private static readonly Dictionary<string, UnitKind> _unitKinds = new(StringComparer.OrdinalIgnoreCase)
    {
        ["县"] = UnitKind.County,
        ["领导小组"] = UnitKind.LeadingGroup,
        ["办公室"] = UnitKind.CampaignOffice,
        ["部门"] = UnitKind.Department,
        ["单位"] = UnitKind.Department,
        ["township"] = UnitKind.Town,
        ["street"] = UnitKind.Town,
        ["乡镇"] = UnitKind.Town,
        ["镇"] = UnitKind.Town,
        ["乡"] = UnitKind.Town,
        ["街道"] = UnitKind.Town,
        ["community"] = UnitKind.Village,
        ["村"] = UnitKind.Village,
        ["社区"] = UnitKind.Village,
        ["支部"] = UnitKind.Branch,
        ["组"] = UnitKind.Team,
        ["工作队"] = UnitKind.Team,
        ["窗口"] = UnitKind.Window,
    };

    private static readonly Dictionary<string, Foundation.Role> _roles = new(StringComparer.OrdinalIgnoreCase)
    {
        ["窗口受理员"] = Foundation.Role.Clerk,
        ["受理员"] = Foundation.Role.Clerk,
        ["走访员"] = Foundation.Role.Clerk,
        ["分办员"] = Foundation.Role.Dispatcher,
        ["承办人"] = Foundation.Role.Handler,
        ["经办人"] = Foundation.Role.Handler,
        ["单位负责人"] = Foundation.Role.UnitHead,
        ["负责人"] = Foundation.Role.UnitHead,
        ["督办员"] = Foundation.Role.Supervisor,
        ["领导"] = Foundation.Role.Leader,
        ["公开编辑"] = Foundation.Role.Editor,
        ["审计员"] = Foundation.Role.Auditor,
        ["管理员"] = Foundation.Role.Administrator,
    };

    public static PlaceKind? PlaceKindOf(string word) => Find(word, _placeKinds);

    public static UnitKind? UnitKindOf(string word) => Find(word, _unitKinds);

    public static Foundation.Role? RoleOf(string word) =>
        Find(word, _roles) is { } role && Permissions.Roles.Contains(role) ? role : null;

    /// <summary>The reason why this cannot be a name, or null. Same words as for all imported files.</summary>
    public static string? RefuseName(string name) =>
        name.Length == 0 ? "missing_name"
        : name.Length > LongestName ? "text_too_long"
        : name.Any(char.IsControl) ? "control_characters"
        : name[0] is '=' or '+' or '@' or '-' ? "formula"
        : null;

    /// <summary>Other names without blanks and repetitions, and without the name itself.</summary>
    public static IEnumerable<string> Aliases(IEnumerable<string> typed, string name) =>
        typed.Select(a => a.Trim()).Where(a => a.Length > 0 && a != name && RefuseName(a) is null).Distinct(StringComparer.Ordinal);

    private static T? Find<T>(string word, Dictionary<string, T> words)
        where T : struct, Enum =>
        words.TryGetValue(word.Trim(), out var known) ? known
        : word.Length > 0 && !char.IsAsciiDigit(word[0]) && Enum.TryParse<T>(word.Trim(), ignoreCase: true, out var named) && Enum.IsDefined(named) ? named
        : null;
}
