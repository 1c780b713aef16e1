using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Zhuoluo.Rooms.Exchange.Reading;

namespace Zhuoluo.Rooms.Exchange.Import;

/// <summary>
/// By which a row is known again over all files: the key of exact copies (samples rule 16) with the county, since two counties
/// may have the same words for a source. Not the file, its name or its spelling.
/// </summary>
internal static class RowDigest
{
    /// <param name="row">The row.</param>
    /// <param name="placeCode">Of the file.</param>
    /// <param name="list">Code of the list that a project goes onto: on another list it is another promise, whatever the sheet is called.</param>
    public static byte[] Of(Taken row, string placeCode, string? list) =>
        Of(row.Entry is ProjectRow project ? CopyKey.Of(TableKind.Projects, [list, .. project.Identity]) : row.Key, placeCode);

    /// <summary>Of a ticket's number alone: another ticket with it is no other ticket but a conflict.</summary>
    public static byte[]? OfNumber(Taken row, string placeCode) =>
        row.Entry is TicketRow ticket ? Of(CopyKey.Of(TableKind.Tickets, ticket.Number), placeCode) : null;

    private static byte[] Of(UInt128 key, string placeCode)
    {
        var county = Encoding.ASCII.GetBytes(placeCode[..Math.Min(6, placeCode.Length)]);
        Span<byte> bytes = stackalloc byte[16 + county.Length];
        BinaryPrimitives.WriteUInt128BigEndian(bytes, key);
        county.CopyTo(bytes[16..]);
        return SHA256.HashData(bytes)[..16];
    }
}
