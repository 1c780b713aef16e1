using System.Diagnostics.CodeAnalysis;

namespace Zhuoluo.Foundation;

/// <summary>Either a value or the refusal that stands in its place. There is no way to the value past the refusal.</summary>
internal readonly struct Outcome<T>
{
    private readonly T? _value;
    private readonly Refusal? _refusal;

    private Outcome(T? value, Refusal? refusal) => (_value, _refusal) = (value, refusal);

    public bool IsRefused([NotNullWhen(true)] out Refusal? refusal, [MaybeNullWhen(true)] out T value)
    {
        (refusal, value) = (_refusal, _value);
        return refusal is not null;
    }

    public TResult Match<TResult>(Func<T, TResult> done, Func<Refusal, TResult> refused) =>
        _refusal is { } refusal ? refused(refusal) : done(_value!);

    public Outcome<TNext> Then<TNext>(Func<T, TNext> next) => Match<Outcome<TNext>>(v => next(v), r => r);

    public static Outcome<T> Done(T value) => new(value, null);

    public static implicit operator Outcome<T>(T value) => new(value, null);
    public static implicit operator Outcome<T>(Refusal refusal) => new(default, refusal);
}

/// <summary>For values of interface type, which no implicit conversion takes.</summary>
internal static class Outcome
{
    public static Outcome<T> Of<T>(T value) => Outcome<T>.Done(value);
}

/// <summary>The value of an outcome that has nothing to say but "done".</summary>
internal readonly record struct Done
{
    public static Done Value { get; }
}
