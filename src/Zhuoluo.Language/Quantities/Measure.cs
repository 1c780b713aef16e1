namespace Zhuoluo.Language.Quantities;

/// <summary>What a measure word counts (rules G3.7). Quantities of different dimensions never add and never compare.</summary>
public enum Dimension
{
    Thing,
    Person,
    PersonTime,
    Household,
    Event,
    Body,
    Text,
    Device,
    Money,
    Length,
    Area,
    Volume,
    Mass,
    Power,
    Time,
    Age,
    Score,
    Share,
}

/// <summary>A measure word: what it is called in figures, and how many of that one of it is (名 is 人, 毛 is 0.1 元, 平方公里 stays as written).</summary>
public readonly record struct Measure(string Unit, Dimension Dimension, decimal Factor, int Length);
