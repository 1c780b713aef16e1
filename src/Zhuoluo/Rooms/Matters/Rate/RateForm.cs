using System.ComponentModel.DataAnnotations;

namespace Zhuoluo.Rooms.Matters.Rate;

internal sealed class RateForm
{
    /// <summary>1 very dissatisfied .. 5 very satisfied (rules A7.1).</summary>
    [Display(Name = "res.rate.grade"), Required, Range(1, 5)]
    public int? Grade { get; set; }

    [Display(Name = "res.rate.solved")]
    public bool? IsSolved { get; set; }

    [Display(Name = "res.rate.comment"), StringLength(RateMatter.LongestComment)]
    public string? Comment { get; set; }

    /// <summary>Grades of the items of the national list; none is asked for.</summary>
    public Dictionary<string, int?> Items { get; set; } = [];

    public RateMatter Command(string number, string secret, string address, string? device) => new(number, secret, Grade ?? 0)
    {
        IsSolved = IsSolved,
        Comment = Comment,
        Address = address,
        Device = device,
        Items = Items.Where(i => i.Value is not null).ToDictionary(i => i.Key, i => i.Value!.Value, StringComparer.Ordinal),
    };
}
