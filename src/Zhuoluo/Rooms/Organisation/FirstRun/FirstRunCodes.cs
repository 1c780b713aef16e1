using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Zhuoluo.Data;
using Zhuoluo.Foundation;

namespace Zhuoluo.Rooms.Organisation.FirstRun;

/// <summary>
/// While nobody is on the staff, whoever can read the server's console may make the first administrator: each start prints
/// a new code of 80 bits, of which only the hash is kept. It ends with its first use, and for good with the first person.
/// </summary>
internal sealed class FirstRunCodes(IDbContextFactory<ZhuoluoContext> reads, Writer writer)
{
    private const int Length = 16;
    private volatile bool _isOver;

    /// <summary>Asks the database until the answer is yes, then never again: the first person is never deleted.</summary>
    public async ValueTask<bool> IsOverAsync(CancellationToken cancel)
    {
        if (!_isOver)
        {
            await using var db = await reads.CreateDbContextAsync(cancel);
            _isOver = await db.Set<Person>().AnyAsync(cancel);
        }
        return _isOver;
    }

    /// <returns>The code to print, in groups of four, or null when there is somebody already.</returns>
    public async Task<string?> MakeAsync(Act act, CancellationToken cancel)
    {
        if (await IsOverAsync(cancel))
        {
            return null;
        }
        var code = act.Chance.Code(Length);
        await writer.WriteAsync<Done>(act, async work =>
        {
            var row = await work.Db.Set<FirstRunCode>().SingleOrDefaultAsync(cancel);
            if (row is null)
            {
                work.Db.Add(new FirstRunCode { Id = FirstRunCode.TheOne, Hash = HashOf(code), MadeAt = act.At });
            }
            else
            {
                (row.Hash, row.MadeAt, row.UsedAt) = (HashOf(code), act.At, null);
            }
            return Done.Value;
        }, cancel);
        return string.Join('-', code.Chunk(4).Select(part => new string(part)));
    }

    // The letters I, L and O are not in the alphabet; people type them all the same.
    public static byte[] HashOf(string typed) => SHA256.HashData(Encoding.ASCII.GetBytes(
        [.. typed.ToUpperInvariant().Where(char.IsAsciiLetterOrDigit).Select(c => c switch { 'O' => '0', 'I' or 'L' => '1', _ => c })]));
}
