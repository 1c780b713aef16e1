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

    public RateMatter Command(string number, string secret, string address) =>
        new(number, secret, Grade ?? 0) { IsSolved = IsSolved, Comment = Comment, Address = address };
}
