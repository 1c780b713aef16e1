using System.Text;
using Zhuoluo.Ledger.Notes;
using Zhuoluo.Ledger.Tests.Stores;
using Zhuoluo.Ledger.Trees;
using Zhuoluo.Ledger.Witnesses;

namespace Zhuoluo.Ledger.Tests.Witnesses;

public sealed class WitnessTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("zlwitness");
    private readonly SignerKey _log = Vectors.Signer();
    private readonly SignerKey _key = SignerKey.Parse(SignerKey.Generate("witness.example/w1", KeyKind.Cosignature, Convert.FromHexString(Vectors.Seed)).Skey);
    private readonly Witness _witness;

    public WitnessTests() => _witness = Anew();

    public void Dispose()
    {
        _witness.Dispose();
        _log.Dispose();
        _key.Dispose();
        _folder.Delete(recursive: true);
    }

    // C2SP tlog-witness prints this request and this answer; the keys are not published.
    [Fact]
    public void The_request_that_the_standard_prints_is_read_and_written_back()
    {
        var body = Encoding.UTF8.GetBytes(
            "old 20852014\nPlRNCrwHpqhGrupue0L7gxbjbMiKA9temvuZZDDpkaw=\njrJZDmY8Y7SyJE0MWLpLozkIVMSMZcD5kvuKxPC3swk=\n5+pKlUdi2LeF/BcMHBn+Ku6yhPGNCswZZD1X/6QgPd8=\n/6WVhPs2CwSsb5rYBH5cjHV/wSmA79abXAwhXw3Kj/0=\n\n" +
            "example.com/behind-the-sofa\n20852163\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n\n" +
            "— example.com/behind-the-sofa Az3grlgtzPICa5OS8npVmf1Myq/5IZniMp+ZJurmRDeOoRDe4URYN7u5/Zhcyv2q1gGzGku9nTo+zyWE+xeMcTOAYQ8=\n" +
            "— example.com/behind-the-sofa opLqBQsREYCgu6xQkYQwJr9fo45a62DN9EdmHXnZdXNqlcVGlCum2Wks+49/V6267UEjw6QUXTS5Rovnzv++qbSzm9Q=\n");
        var request = AddCheckpoint.Parse(body);
        Assert.Equal((20_852_014, 4, 2), (request.OldSize, request.Proof.Count, request.Checkpoint.Signatures.Count));
        Assert.Equal(body, request.ToBytes());
    }

    [Fact]
    public async Task Cosigns_a_log_that_grows_and_remembers_it_over_a_restart()
    {
        Assert.Equal(CosigningResult.Cosigned, (await AskAsync(_witness, 0, Log(8))).Result);
        using var again = Anew();
        foreach (var (old, size) in new[] { (8, 8), (8, 20), (20, 300) })
        {
            var reply = await AskAsync(again, old, Log(size));
            Assert.Equal(CosigningResult.Cosigned, reply.Result);
            Assert.True(_key.Verifier.Made(Assert.Single(reply.Lines)));
        }
    }

    [Fact]
    public async Task Tells_the_size_that_it_has_and_is_asked_from_there()
    {
        await AskAsync(_witness, 0, Log(8));
        var reply = await AskAsync(_witness, 0, Log(20));
        Assert.Equal((CosigningResult.AskFromThere, 8), (reply.Result, reply.Size));
        Assert.Equal(CosigningResult.Cosigned, (await AskAsync(_witness, reply.Size, Log(20))).Result);
    }

    [Fact]
    public async Task A_log_that_forked_or_was_restored_is_stopped()
    {
        await AskAsync(_witness, 0, Log(20));
        Assert.Equal(CosigningResult.StopSigning, (await AskAsync(_witness, 20, Log(30, forkAt: 5))).Result);
        Assert.Equal(CosigningResult.StopSigning, (await AskAsync(_witness, 20, Log(20, forkAt: 5))).Result);
        Assert.Equal(CosigningResult.StopSigning, (await AskAsync(_witness, 0, Log(12))).Result);
        // It remembers the tree that it cosigned and no other.
        Assert.Equal(CosigningResult.Cosigned, (await AskAsync(_witness, 20, Log(30))).Result);
    }

    [Fact]
    public async Task Decides_in_the_order_of_the_standard()
    {
        var log = Log(8);
        var request = await RequestAsync(0, log);
        var policy = Vectors.Policy();
        var last = Checkpoint.Parse(request.Checkpoint.Text);
        Assert.Equal(WitnessStatus.Cosigned, WitnessRules.Decide(request, policy, null));
        Assert.Equal(WitnessStatus.UnknownLog, WitnessRules.Decide(request, new TrustPolicy(), null));
        Assert.Equal(WitnessStatus.NotSigned, WitnessRules.Decide(request with { Checkpoint = last.Sign([_key], default) }, policy, null));
        Assert.Equal(WitnessStatus.NotSigned, WitnessRules.Decide(request with { Checkpoint = new SignedNote((last with { Size = 9 }).ToString(), request.Checkpoint.Signatures) }, policy, null));
        Assert.Equal(WitnessStatus.Malformed, WitnessRules.Decide(request with { OldSize = 9 }, policy, null));
        Assert.Equal(WitnessStatus.Conflict, WitnessRules.Decide(request with { OldSize = 3 }, policy, null));
        Assert.Equal(WitnessStatus.Conflict, WitnessRules.Decide(request, policy, last));
        Assert.Equal(WitnessStatus.Inconsistent, WitnessRules.Decide(request with { Proof = [TreeHash.Empty] }, policy, null));
        Assert.Equal(WitnessStatus.Cosigned, WitnessRules.Decide(request with { OldSize = 8 }, policy, last));
    }

    [Fact]
    public async Task Every_changed_byte_of_a_request_is_refused()
    {
        await AskAsync(_witness, 0, Log(8));
        var last = Checkpoint.Parse((await RequestAsync(0, Log(8))).Checkpoint.Text);
        var body = (await RequestAsync(8, Log(20))).ToBytes();
        Assert.Empty(Mutations.Accepted(body, b => WitnessRules.Decide(AddCheckpoint.Parse(b), Vectors.Policy(), last) == WitnessStatus.Cosigned));
    }

    [Fact]
    public async Task Of_many_requests_at_once_exactly_one_of_each_size_goes_through()
    {
        var bodies = await Task.WhenAll(Enumerable.Range(0, 16).Select(async i => (await RequestAsync(0, Log(8 + (i % 2)))).ToBytes()));
        var answers = await Task.WhenAll(bodies.Select(b => Task.Run(() => _witness.AddAsync(b, Vectors.WitnessedAt, default))));
        Assert.Single(answers, a => a.Status == WitnessStatus.Cosigned);
        Assert.All(answers.Where(a => a.Status != WitnessStatus.Cosigned), a => Assert.Equal((WitnessStatus.Conflict, WitnessAnswer.SizeType), (a.Status, a.ContentType)));
    }

    [Theory]
    [InlineData(200, "text/plain", "", CosigningResult.Misconfigured)]
    [InlineData(200, "text/plain", "nonsense\n", CosigningResult.Unavailable)]
    [InlineData(200, "text/plain", Vectors.Line + "\n", CosigningResult.Misconfigured)]
    [InlineData(200, "text/plain", "— someone.example AAAAAAA=\n" + Vectors.WitnessLine + "\n", CosigningResult.Cosigned)]
    [InlineData(409, "text/x.tlog.size", "3\n", CosigningResult.AskFromThere)]
    [InlineData(409, "text/x.tlog.size", "03\n", CosigningResult.Unavailable)]
    [InlineData(409, "text/plain", "3\n", CosigningResult.Unavailable)]
    [InlineData(409, "text/x.tlog.size", "9\n", CosigningResult.StopSigning)]
    [InlineData(404, null, "", CosigningResult.Misconfigured)]
    [InlineData(403, null, "", CosigningResult.Misconfigured)]
    [InlineData(422, null, "", CosigningResult.StopSigning)]
    [InlineData(503, null, "", CosigningResult.Unavailable)]
    public void Reads_what_an_answer_means(int status, string? type, string body, CosigningResult result)
    {
        var request = new AddCheckpoint(0, [], SignedNote.Parse(Encoding.UTF8.GetBytes($"{Vectors.Text}\n{Vectors.Line}\n")));
        var reply = CosigningReply.Read(request, [VerifierKey.Parse(Vectors.WitnessVkey)], status, type, Encoding.UTF8.GetBytes(body));
        Assert.Equal(result, reply.Result);
        Assert.Equal(result == CosigningResult.Cosigned ? [Vectors.WitnessLine] : [], reply.Lines.Select(l => l.ToString()));
    }

    private Witness Anew() => new(Vectors.Policy(), new FolderWitnessMemory(_folder.FullName), _key);

    private static MemoryLog Log(int size, int forkAt = -1) => MemoryLog.Of(LargeTree.Entries[..size].Select((e, i) => i == forkAt ? [1] : e));

    private Task<AddCheckpoint> RequestAsync(long old, MemoryLog log) =>
        AddCheckpoint.MakeAsync(log, new Checkpoint(Vectors.Origin, log.Edge.Size, log.Edge.Root()).Sign([_log], default), old, default);

    private async Task<CosigningReply> AskAsync(Witness witness, long old, MemoryLog log)
    {
        var request = await RequestAsync(old, log);
        var answer = await witness.AddAsync(request.ToBytes(), Vectors.WitnessedAt, default);
        return CosigningReply.Read(request, [_key.Verifier], (int)answer.Status, answer.ContentType, Encoding.UTF8.GetBytes(answer.Body));
    }
}
