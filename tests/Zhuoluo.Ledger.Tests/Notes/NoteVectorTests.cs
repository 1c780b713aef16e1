using System.Text;
using Zhuoluo.Ledger.Notes;

namespace Zhuoluo.Ledger.Tests.Notes;

public sealed class NoteVectorTests
{
    private static readonly Checkpoint _checkpoint = new(Vectors.Origin, 8, Vectors.Hash(Vectors.Roots[7]));

    [Fact]
    public void Keys_of_the_vector_are_read_and_written()
    {
        using var signer = Vectors.Signer();
        Assert.Equal(Vectors.Vkey, signer.Verifier.ToString());
        Assert.Equal(VerifierKey.Parse(Vectors.Vkey), signer.Verifier);
        var seed = Convert.FromHexString(Vectors.Seed);
        var (skey, vkey) = SignerKey.Generate(Vectors.Origin, KeyKind.Signature, seed);
        Assert.Equal((Vectors.Skey, Vectors.Vkey), (skey, vkey.ToString()));
        Assert.All(seed, b => Assert.Equal(0, b));
    }

    [Fact]
    public void The_checkpoint_of_the_vector_is_signed_byte_for_byte()
    {
        using var signer = Vectors.Signer();
        var note = _checkpoint.Sign([signer], default);
        Assert.Equal($"{Vectors.Text}\n{Vectors.Line}\n", Encoding.UTF8.GetString(note.ToBytes()));
        Assert.Equal(_checkpoint, Vectors.Policy().Check(SignedNote.Parse(note.ToBytes())).Checkpoint);
    }

    [Fact]
    public void The_cosignature_of_the_vector_is_made_byte_for_byte()
    {
        var (skey, vkey) = SignerKey.Generate("witness.example/w1", KeyKind.Cosignature, Convert.FromHexString(Vectors.Seed));
        using var witness = SignerKey.Parse(skey);
        Assert.Equal(Vectors.WitnessVkey, vkey.ToString());
        var signature = witness.Sign(_checkpoint, Vectors.WitnessedAt);
        Assert.Equal(Vectors.WitnessLine, signature.ToString());
        Assert.True(vkey.Verify(Vectors.Text, signature.Signature.Span));
    }

    // RFC 8032 section 7.1, tests 1 to 3: an empty message, one byte, two bytes.
    [Theory]
    [InlineData("9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60", "", "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b")]
    [InlineData("4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb", "r", "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00")]
    public void Ed25519_signs_as_the_standard_does(string seed, string message, string signature)
    {
        using var key = SignerKey.Parse(SignerKey.Generate("rfc8032", KeyKind.Signature, Convert.FromHexString(seed)).Skey);
        var made = key.Sign(message, default).Signature;
        Assert.Equal(signature, Convert.ToHexStringLower(made.Span));
        Assert.True(key.Verifier.Verify(message, made.Span));
        Assert.False(key.Verifier.Verify(message + " ", made.Span));
    }

    // The example of golang.org/x/mod/sumdb/note.
    [Fact]
    public void A_note_of_the_reference_implementation_is_made_and_verified()
    {
        var text = "If you think cryptography is the answer to your problem,\nthen you don't know what your problem is.\n";
        var line = "— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=";
        var enoch = "— EnochRoot rwz+eBzmZa0SO3NbfRGzPCpDckykFXSdeX+MNtCOXm2/5n2tiOHp+vAF1aGrQ5ovTG01oOTGwnWLox33WWd1RvMc+QQ=";
        using var peter = SignerKey.Parse("PRIVATE+KEY+PeterNeumann+c74f20a3+AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz");
        Assert.Equal("PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW", peter.Verifier.ToString());
        Assert.Equal(line, peter.Sign(text, default).ToString());
        var note = SignedNote.Parse(Encoding.UTF8.GetBytes($"{text}\n{line}\n{enoch}\n"));
        var key = VerifierKey.Parse("EnochRoot+af0cfe78+ATtqJ7zOtqQtYqOo0CpvDXNlMhV3HeJDpjrASKGLWdop");
        Assert.Equal([peter.Verifier, key], note.Verify([key, peter.Verifier])!);
        Assert.Equal([peter.Verifier], note.Verify([peter.Verifier])!);
        Assert.Empty(note.Verify([])!);
    }

    // The examples that C2SP signed-note, tlog-checkpoint and tlog-cosignature print; their keys are not published.
    [Fact]
    public void Notes_that_the_standards_print_are_read_and_written_back()
    {
        var poem = "Ognuno sta solo sul cuor della terra\ntrafitto da un raggio di sole:\n\ned è subito sera.\n\n— quasimodo.example/salvatore NnugSzTjtVAewIS+Z/iJhUPeFDkO/5QQ2i5ddnGITLlC+EhfLW9oJKONrMouFSQU0xMcXxj99ihAQwaqP3ZekRwNtIc=\n";
        var sofa = "example.com/behind-the-sofa\n20852163\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n\n— example.com/behind-the-sofa Az3grlgtzPICa5OS8npVmf1Myq/5IZniMp+ZJurmRDeOoRDe4URYN7u5/Zhcyv2q1gGzGku9nTo+zyWE+xeMcTOAYQ8=\n— witness.example.com/w1 jWbPPwAAAABkGFDLEZMHwSRaJNiIDoe9DYn/zXcrtPHeolMI5OWXEhZCB9dlrDJsX3b2oyin1nPZqhf5nNo0xUe+mbIUBkBIfZ+qnA==\n";
        Assert.EndsWith("\n\ned è subito sera.\n", SignedNote.Parse(Encoding.UTF8.GetBytes(poem)).Text, StringComparison.Ordinal);
        Assert.Equal(poem, SignedNote.Parse(Encoding.UTF8.GetBytes(poem)).ToString());
        var note = SignedNote.Parse(Encoding.UTF8.GetBytes(sofa));
        Assert.Equal(sofa, note.ToString());
        Assert.Equal(("example.com/behind-the-sofa", 20_852_163L), (Checkpoint.Parse(note.Text).Origin, Checkpoint.Parse(note.Text).Size));
        // The time that the text of tlog-cosignature names.
        Assert.Equal(1_679_315_147UL, System.Buffers.Binary.BinaryPrimitives.ReadUInt64BigEndian(note.Signatures[1].Signature.Span));
    }
}
