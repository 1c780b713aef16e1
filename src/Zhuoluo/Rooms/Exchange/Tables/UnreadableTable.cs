namespace Zhuoluo.Rooms.Exchange.Tables;

/// <summary>
/// The file as a whole cannot be read. <see cref="Code"/> is one of: <c>not_a_table</c> (neither .xlsx nor text),
/// <c>old_format</c> (.xls, to be saved as .xlsx), <c>protected_file</c> (encrypted), <c>damaged_file</c>, <c>too_large</c>.
/// </summary>
internal sealed class UnreadableTable(string code, Exception? cause = null) : Exception(code, cause)
{
    public string Code { get; } = code;
}
