namespace Zhuoluo.Ledger.Tests;

public sealed class CommitmentTests
{
    private static readonly byte[] _salt = [.. Enumerable.Range(0, 32).Select(i => (byte)i)];

    [Fact]
    public void Equals_the_vector_of_the_ledger_design() =>
        Assert.Equal(
            "a0a0ad7166f26d72c12648a5e09307b5f86be945967fbdab8c3283553665bc03",
            Convert.ToHexStringLower(Commitment.Compute(_salt, "application.v1", "{\"name\":\"Ada\"}"u8)));

    [Fact]
    public void Moves_when_a_byte_moves_between_type_and_data() =>
        Assert.NotEqual(Commitment.Compute(_salt, "ab", "c"u8), Commitment.Compute(_salt, "a", "bc"u8));

    [Fact]
    public void Refuses_a_salt_of_another_length() =>
        Assert.Throws<ArgumentException>(() => Commitment.Compute(new byte[31], "a", "b"u8));
}
