using System.Text;
using Zhuoluo.Ledger.Notes;
using Zhuoluo.Ledger.Receipts;
using Zhuoluo.Ledger.Stores;
using Zhuoluo.Ledger.Tests.Stores;
using Zhuoluo.Ledger.Trees;

namespace Zhuoluo.Ledger.Tests.Receipts;

public sealed class ReceiptTests
{
    private const int Index = 11;
    private static readonly byte[] _salt = [.. Enumerable.Range(0, 32).Select(i => (byte)i)];
    private static readonly byte[] _data = "{\"name\":\"Ada\"}"u8.ToArray();
    private static readonly Opening _opening = new(Commitment.Compute(_salt, "application.v1", _data), _salt, "application.v1", _data);
    private static readonly TrustPolicy _policy = TrustPolicy.Parse($"log {Vectors.Vkey}\nwitness office {Vectors.WitnessVkey}\nquorum office\n");

    [Fact]
    public async Task A_receipt_goes_into_a_file_and_back_and_proves_its_entry()
    {
        var receipt = await MakeAsync(Log(20), [_opening]);
        var read = Receipt.Parse(receipt.ToBytes());
        Assert.Equal(receipt.ToBytes(), read.ToBytes());
        var verdict = read.Verify(_policy);
        Assert.True(verdict.IsProved);
        Assert.Equal((Index, "matter.registered"), (read.Proof.Index, verdict.Entry!.Kind));
        Assert.StartsWith("c2sp.org/tlog-proof@v1\nextra ", Encoding.UTF8.GetString(receipt.ToBytes()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_changed_byte_of_a_receipt_is_refused()
    {
        var file = (await MakeAsync(Log(20), [_opening])).ToBytes();
        Assert.Empty(Mutations.Accepted(file, b => Receipt.Parse(b).Verify(_policy).IsProved));
    }

    [Fact]
    public async Task Every_changed_byte_inside_the_extra_line_is_refused()
    {
        var receipt = await MakeAsync(Log(20), [_opening]);
        Assert.Empty(Mutations.Accepted(receipt.Extra!.ToBytes(), b => (receipt with { Extra = ReceiptExtra.Parse(b) }).Verify(_policy).IsProved));
    }

    [Fact]
    public async Task A_receipt_for_another_place_or_with_another_entry_is_refused()
    {
        var receipt = await MakeAsync(Log(20), [_opening]);
        Assert.Equal(
            [Index],
            Enumerable.Range(0, 25).Where(i => (receipt with { Proof = receipt.Proof with { Index = i } }).Verify(_policy).IsProved));
        Assert.Equal(ReceiptFault.Index, (receipt with { Proof = receipt.Proof with { Index = 20 } }).Verify(_policy).Fault);
        Assert.Equal(ReceiptFault.Inclusion, (receipt with { Extra = receipt.Extra! with { Entry = Entry(12) } }).Verify(_policy).Fault);
        Assert.Equal(ReceiptFault.NoEntry, (receipt with { Extra = null }).Verify(_policy).Fault);
        Assert.True((receipt with { Extra = null }).Verify(_policy, Entry(Index)).IsProved);
        Assert.Equal(ReceiptFault.Checkpoint, receipt.Verify(new TrustPolicy(new LogKey(VerifierKey.Parse("PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW")))).Fault);
    }

    [Fact]
    public async Task An_opening_must_be_of_the_entry_and_must_open_it()
    {
        var foreign = new Opening(Commitment.Compute(_salt, "other", _data), _salt, "other", _data);
        foreach (var opening in new[] { foreign, _opening with { Data = "x"u8.ToArray() }, _opening with { Type = "other" }, _opening with { Salt = new byte[32] }, _opening with { Salt = new byte[31] } })
        {
            Assert.Equal(ReceiptFault.Opening, (await MakeAsync(Log(20), [opening])).Verify(_policy).Fault);
        }
        var log = Log(20, plain: Index);
        Assert.Equal(ReceiptFault.Entry, (await MakeAsync(log, [_opening])).Verify(_policy).Fault);
        // An entry that is none of ours is proved all the same; nothing is said of what it means.
        Assert.Equal((ReceiptFault.None, null), ((await MakeAsync(log, [])).Verify(_policy) is var v ? v.Fault : default, v.Entry));
    }

    [Fact]
    public async Task A_receipt_is_kept_by_every_later_checkpoint_of_the_same_tree_and_by_no_other()
    {
        var receipt = await MakeAsync(Log(20), []);
        foreach (var size in new[] { 20, 21, 32, 300 })
        {
            var log = Log(size);
            var later = new Checkpoint(Vectors.Origin, size, log.Edge.Root());
            Assert.True(receipt.IsKeptBy(later, await new TreeReader(log, size).ConsistencyAsync(20, default)));
            var other = Log(size, plain: 3);
            Assert.False(receipt.IsKeptBy(later with { Root = other.Edge.Root() }, await new TreeReader(other, size).ConsistencyAsync(20, default)));
            Assert.False(receipt.IsKeptBy(later with { Origin = "ledger.example/log2" }, await new TreeReader(log, size).ConsistencyAsync(20, default)));
            Assert.Equal(size, Checkpoint.Parse((await MakeAsync(log, [])).Proof.Checkpoint.Text).Size);
        }
    }

    [Fact]
    public async Task No_receipt_is_made_from_what_does_not_lead_to_the_published_root()
    {
        var log = Log(20);
        log.Entries[Index] = [1];
        await Assert.ThrowsAsync<LedgerStopException>(() => MakeAsync(log, [], Note(Log(20))));
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => Receipt.MakeAsync(Log(20), Note(Log(10)), Index, [], default));
    }

    // The example of C2SP tlog-proof has shortened signatures and an extra line that is not base64; with whole ones it has this form.
    [Fact]
    public void The_form_that_the_standard_prints_is_read_and_written_back()
    {
        var file = Encoding.UTF8.GetBytes(
            "c2sp.org/tlog-proof@v1\nindex 73894\ngSKyXoYZUgZ6jduWYrkDOARinOMGJveXjgMkBTcdPlQ=\nB95lDa8R83lS8n0eG+o0buTxRKQTYFi//1U8anccXmA=\n" +
            "EKNzoDWG8LGC0Yp9o+sv3qllpMP9uHQ9B20KNL+Q1zs=\nRoopEkOdqkYqMB4MJXrbt/hMjOxsVn0IrWjpz1ZMMes=\nAHCioX9nLjsrse6YhjRRmk1WUEirVOLLRoOQ6vfO5vk=\n\n" +
            "example.com/behind-the-sofa\n20852163\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n\n— example.com/behind-the-sofa Az3grlgtzPICa5OS8npVmf1Myq/5IZniMp+ZJurmRDeOoRDe4URYN7u5/Zhcyv2q1gGzGku9nTo+zyWE+xeMcTOAYQ8=\n");
        var proof = TlogProof.Parse(file);
        Assert.Equal((73_894, 5, null), (proof.Index, proof.Path.Count, proof.Extra));
        Assert.Equal(file, proof.ToBytes());
    }

    [Theory]
    [InlineData("c2sp.org/tlog-proof@v2\nindex 0\n\n")]
    [InlineData("c2sp.org/tlog-proof@v1\nindex 00\n\n")]
    [InlineData("c2sp.org/tlog-proof@v1\nindex -1\n\n")]
    [InlineData("c2sp.org/tlog-proof@v1\nindex \n\n")]
    [InlineData("c2sp.org/tlog-proof@v1\nindex 0 \n\n")]
    [InlineData("c2sp.org/tlog-proof@v1\n\n")]
    [InlineData("c2sp.org/tlog-proof@v1\nextra AAA\nindex 0\n\n")]
    [InlineData("c2sp.org/tlog-proof@v1\nextra AAAA\nextra AAAA\nindex 0\n\n")]
    [InlineData("c2sp.org/tlog-proof@v1\nindex 0\nextra AAAA\n\n")]
    [InlineData("c2sp.org/tlog-proof@v1\nindex 0\nAAAA\n\n")]
    [InlineData("c2sp.org/tlog-proof@v1\r\nindex 0\r\n\r\n")]
    public void What_is_no_proof_is_refused(string head) =>
        Assert.Throws<FormatException>(() => TlogProof.Parse(Encoding.UTF8.GetBytes($"{head}{Vectors.Text}\n{Vectors.Line}\n")));

    [Fact]
    public void A_proof_with_more_hashes_than_a_tree_is_high_is_refused()
    {
        Assert.Equal(63, TlogProof.Parse(With(63)).Path.Count);
        Assert.Throws<FormatException>(() => TlogProof.Parse(With(64)));

        static byte[] With(int hashes) => Encoding.UTF8.GetBytes($"c2sp.org/tlog-proof@v1\nindex 0\n{string.Concat(Enumerable.Repeat(TreeHash.Empty + "\n", hashes))}\n{Vectors.Text}\n{Vectors.Line}\n");
    }

    private static byte[] Entry(int n) => Encoding.UTF8.GetBytes(
        $"{{\"at\":\"2026-11-22T04:11:07Z\",\"by\":\"office-012\",\"c\":[\"{Convert.ToBase64String(_opening.Commitment.Span)}\"],\"id\":\"{n:x32}\",\"kind\":\"matter.registered\",\"pub\":{{\"year\":2026}},\"v\":1}}");

    private static MemoryLog Log(int size, int plain = -1) => MemoryLog.Of(Enumerable.Range(0, size).Select(i => i == plain ? "plain"u8.ToArray() : Entry(i)));

    private static SignedNote Note(MemoryLog log)
    {
        using var signer = Vectors.Signer();
        using var witness = SignerKey.Parse(SignerKey.Generate("witness.example/w1", KeyKind.Cosignature, Convert.FromHexString(Vectors.Seed)).Skey);
        return new Checkpoint(Vectors.Origin, log.Edge.Size, log.Edge.Root()).Sign([signer, witness], Vectors.WitnessedAt);
    }

    private static Task<Receipt> MakeAsync(MemoryLog log, IReadOnlyList<Opening> openings, SignedNote? note = null) => Receipt.MakeAsync(log, note ?? Note(log), Index, openings, default);
}
