using System.Text;
using Zhuoluo.Ledger.Notes;
using Zhuoluo.Ledger.Trees;

namespace Zhuoluo.Ledger.Tests.Notes;

public sealed class NoteTests
{
    private static readonly byte[] _note = Encoding.UTF8.GetBytes($"{Vectors.Text}\n{Vectors.Line}\n");
    private static readonly byte[] _cosigned = Encoding.UTF8.GetBytes($"{Vectors.Text}\n{Vectors.Line}\n{Vectors.WitnessLine}\n");
    private static readonly TrustPolicy _both = TrustPolicy.Parse($"log {Vectors.Vkey}\nwitness office {Vectors.WitnessVkey}\nquorum office\n");

    [Fact]
    public void Every_changed_byte_of_a_checkpoint_is_refused()
    {
        Assert.True(Mutations.Accepts(_note, b => Vectors.Policy().Check(SignedNote.Parse(b)).IsTrusted));
        Assert.Empty(Mutations.Accepted(_note, b => Vectors.Policy().Check(SignedNote.Parse(b)).IsTrusted));
    }

    [Fact]
    public void Every_changed_byte_of_a_cosigned_checkpoint_is_refused_by_who_asks_for_the_witness()
    {
        Assert.True(Mutations.Accepts(_cosigned, b => _both.Check(SignedNote.Parse(b)).IsTrusted));
        Assert.Empty(Mutations.Accepted(_cosigned, b => _both.Check(SignedNote.Parse(b)).IsTrusted));
    }

    [Fact]
    public void Every_changed_byte_of_a_key_is_refused_and_so_is_every_part_of_one()
    {
        foreach (var key in new[] { Vectors.Vkey, Vectors.WitnessVkey })
        {
            Assert.Empty(Mutations.Accepted(Encoding.UTF8.GetBytes(key), b => VerifierKey.Parse(Encoding.UTF8.GetString(b)).ToString().Length > 0));
        }
        Assert.Empty(Mutations.Accepted(Encoding.UTF8.GetBytes(Vectors.Skey), b =>
        {
            using var key = SignerKey.Parse(Encoding.UTF8.GetString(b));
            return true;
        }));
        for (var from = 0; from < Vectors.Vkey.Length; from++)
        {
            Assert.Throws<FormatException>(() => VerifierKey.Parse(Vectors.Vkey[..from]));
            Assert.True(from == 0 || Record.Exception(() => VerifierKey.Parse(Vectors.Vkey[from..])) is FormatException);
        }
        // Of the reference implementation: a key that is too long, and one of an unknown type, both with the right id.
        Assert.Throws<FormatException>(() => VerifierKey.Parse("PeterNeumann+cc469956+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TWBADKEY=="));
        Assert.Throws<FormatException>(() => VerifierKey.Parse("PeterNeumann+173116ae+ZRpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW"));
    }

    // The first seven are of the reference implementation.
    [Theory]
    [InlineData("text\n")]
    [InlineData("text\n\n")]
    [InlineData("text\n\n— a AAAAAAA=")]
    [InlineData("\u0001text\n\n— a AAAAAAA=\n")]
    [InlineData("text\n\n— Bad Name AAAAAAA=\n")]
    [InlineData("text\n\n— a AAAAAAA=\nUnexpected line.\n")]
    [InlineData("text\n\n- a AAAAAAA=\n")]
    [InlineData("text\r\n\r\n— a AAAAAAA=\r\n")]
    [InlineData("text\n\n— a AAAA_AA=\n")]
    [InlineData("text\n\n— a AAAAAAA\n")]
    [InlineData("text\n\n— a AAAAAAB=\n")]
    [InlineData("text\n\n— a AAAA AAA=\n")]
    [InlineData("text\n\n— a AAAA\n")]
    [InlineData("text\n\n— a+b AAAAAAA=\n")]
    [InlineData("text\n\n— a\u00A0b AAAAAAA=\n")]
    [InlineData("text\n\n—  AAAAAAA=\n")]
    [InlineData("text\n\n— a AAAAAAA=\n\n")]
    [InlineData("text\n\n — a AAAAAAA=\n")]
    public void What_is_no_note_is_refused(string note) => Assert.Throws<FormatException>(() => SignedNote.Parse(Encoding.UTF8.GetBytes(note)));

    [Fact]
    public void Bytes_that_are_no_text_and_notes_without_end_are_refused()
    {
        Assert.Throws<FormatException>(() => SignedNote.Parse([0xff, .. _note]));
        Assert.Throws<FormatException>(() => SignedNote.Parse(Encoding.UTF8.GetBytes($"{Vectors.Text}\n{string.Concat(Enumerable.Repeat(Vectors.Line + "\n", 101))}")));
        Assert.Throws<FormatException>(() => SignedNote.Parse(new byte[SignedNote.MostBytes + 1]));
        Assert.Equal(16, SignedNote.Parse(Encoding.UTF8.GetBytes($"{Vectors.Text}\n{string.Concat(Enumerable.Repeat(Vectors.Line + "\n", 16))}")).Signatures.Count);
    }

    [Fact]
    public void Text_and_signatures_are_divided_at_the_last_empty_line() =>
        Assert.Equal("one\n\ntwo\n", SignedNote.Parse("one\n\ntwo\n\n— a AAAAAAA=\n"u8).Text);

    [Theory]
    [InlineData("a\n1\nXcnaeacGWamtVZy3Ad7ZoqudgjqtL0lgz+Nw7/RgQyg=\n", true)]
    [InlineData("a\n0\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n", true)]
    [InlineData("a\n0\nXcnaeacGWamtVZy3Ad7ZoqudgjqtL0lgz+Nw7/RgQyg=\n", false)]
    [InlineData("a\n01\nXcnaeacGWamtVZy3Ad7ZoqudgjqtL0lgz+Nw7/RgQyg=\n", false)]
    [InlineData("a\n+1\nXcnaeacGWamtVZy3Ad7ZoqudgjqtL0lgz+Nw7/RgQyg=\n", false)]
    [InlineData("a\n-1\nXcnaeacGWamtVZy3Ad7ZoqudgjqtL0lgz+Nw7/RgQyg=\n", false)]
    [InlineData("a\n1,000\nXcnaeacGWamtVZy3Ad7ZoqudgjqtL0lgz+Nw7/RgQyg=\n", false)]
    [InlineData("a\n１\nXcnaeacGWamtVZy3Ad7ZoqudgjqtL0lgz+Nw7/RgQyg=\n", false)]
    [InlineData("a\n 1\nXcnaeacGWamtVZy3Ad7ZoqudgjqtL0lgz+Nw7/RgQyg=\n", false)]
    [InlineData("a\n9223372036854775808\nXcnaeacGWamtVZy3Ad7ZoqudgjqtL0lgz+Nw7/RgQyg=\n", false)]
    [InlineData("\n1\nXcnaeacGWamtVZy3Ad7ZoqudgjqtL0lgz+Nw7/RgQyg=\n", false)]
    [InlineData("a\n1\nXcnaeacGWamtVZy3Ad7ZoqudgjqtL0lgz+Nw7/RgQyg\n", false)]
    [InlineData("a\n1\nXcnaeacGWamtVZy3Ad7ZoqudgjqtL0lgz-Nw7_RgQyg=\n", false)]
    [InlineData("a\n1\nXcnaeacGWamtVZy3Ad7ZoqudgjqtL0lgz+Nw7/RgQyg=", false)]
    [InlineData("a\n1\nXcnaeacGWamtVZy3Ad7ZoqudgjqtL0lgz+Nw7/RgQyg=\nmore\n", false)]
    public void A_checkpoint_has_three_lines_and_one_spelling(string text, bool isGood) =>
        Assert.Equal(isGood, Record.Exception(() => Assert.Equal(text, Checkpoint.Parse(text).ToString())) is null);

    [Fact]
    public void Says_why_a_checkpoint_is_not_trusted()
    {
        var note = SignedNote.Parse(_note);
        var other = SignerKey.Generate(Vectors.Origin, KeyKind.Signature, new byte[32]).Vkey;
        Assert.Equal(CheckpointFault.UnknownOrigin, new TrustPolicy(new LogKey(VerifierKey.Parse("PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW"))).Check(note).Fault);
        Assert.Equal(CheckpointFault.NotSigned, new TrustPolicy(new LogKey(other)).Check(note).Fault);
        Assert.Equal(CheckpointFault.KeyEnded, new TrustPolicy(new LogKey(VerifierKey.Parse(Vectors.Vkey), 7), new LogKey(other)).Check(note).Fault);
        Assert.Equal(CheckpointFault.None, new TrustPolicy(new LogKey(VerifierKey.Parse(Vectors.Vkey), 8)).Check(note).Fault);
        Assert.Equal(CheckpointFault.NoQuorum, _both.Check(note).Fault);
        Assert.Equal(CheckpointFault.NotACheckpoint, Vectors.Policy().Check(SignedNote.Parse("no\n\n— a AAAAAAA=\n"u8)).Fault);
        Assert.Equal(CheckpointFault.WrongSignature, Vectors.Policy().Check(new SignedNote(Vectors.Text.Replace("8", "9"), note.Signatures)).Fault);
    }

    // The planned rotation of ledger.md section 13: two lines of one name, readers with either key accept.
    [Fact]
    public void A_checkpoint_of_an_overlap_is_trusted_with_the_old_key_and_with_the_new()
    {
        using var old = Vectors.Signer();
        using var next = SignerKey.Parse(SignerKey.Generate(Vectors.Origin, KeyKind.Signature, [.. Enumerable.Range(1, 32).Select(i => (byte)i)]).Skey);
        var note = SignedNote.Parse(new Checkpoint(Vectors.Origin, 8, Vectors.Hash(Vectors.Roots[7])).Sign([old, next], default).ToBytes());
        foreach (var key in new[] { old, next })
        {
            Assert.True(new TrustPolicy(new LogKey(key.Verifier)).Check(note).IsTrusted);
        }
        Assert.Equal(2, new TrustPolicy(new LogKey(old.Verifier), new LogKey(next.Verifier)).Check(note).Signers.Count);
    }

    [Fact]
    public async Task One_key_signs_alike_from_many_threads()
    {
        using var key = Vectors.Signer();
        var lines = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => Enumerable.Range(0, 200).Select(_ => key.Sign(Vectors.Text, default).ToString()).ToHashSet())));
        Assert.Equal([Vectors.Line], lines.SelectMany(l => l).Distinct());
    }

    [Fact]
    public void The_root_of_nothing_is_written_as_the_standard_has_it() =>
        Assert.Equal("a\n0\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n", new Checkpoint("a", 0, TreeHash.Empty).ToString());
}
