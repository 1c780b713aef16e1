namespace Zhuoluo.Language.Checks;

// Rates whose base stands right before them: 完成9.42亿元，为年度目标9亿元的104.7%; 形成决议1874项，落实1702项，落实率90.8%.
internal static partial class RateChecks
{
    // Rates of something that is not the number before the last.
    private static readonly string[] _ofOthers = ["覆盖", "参保", "就业", "增长", "普及", "巩固", "接种"];

    private static bool OfTarget(Claims claims, int rate, List<Finding> findings)
    {
        var (whole, done) = (rate - 1, rate - 2);
        if (done < 0 || !claims.IsPlain(whole) || !claims.IsPlain(done) || claims.All[whole].Unit != claims.All[done].Unit || claims.Clause(whole) != claims.Clause(rate) || claims.Clause(whole) - claims.Clause(done) != 1
            || claims.Sentence(done) != claims.Sentence(rate) || claims.Value(whole) == 0 || claims.All[whole].After > claims.All[rate].At || done > 0 && PartChecks.Goes(claims, done - 1, done)
            || claims.Form[claims.All[whole].After..claims.All[rate].At] is not "的")
        {
            return false;
        }
        var before = claims.Before(whole);
        if (before.IsEmpty || before[0] is not ('占' or '为' or '是') && !before.StartsWith("相当于", StringComparison.Ordinal))
        {
            return false;
        }
        Follows(claims, rate, done, whole, isTarget: true, findings);
        return true;
    }

    // 落实率 behind 落实1702项, whatever is done: the whole stands in the clause before.
    private static void Named(Claims claims, int rate, List<Finding> findings)
    {
        var before = claims.Before(rate);
        var at = before.LastIndexOf('率');
        var (done, whole) = (rate - 1, rate - 2);
        if (at < 2 || before.Length - at > 3 || whole < 0 || !claims.IsPlain(done) || !claims.IsPlain(whole) || claims.All[done].Unit != claims.All[whole].Unit || claims.Value(done) > claims.Value(whole)
            || claims.Clause(rate) - claims.Clause(done) != 1 || claims.Clause(done) - claims.Clause(whole) != 1 || claims.Sentence(whole) != claims.Sentence(rate) || claims.Value(rate) > 100)
        {
            return;
        }
        var stem = before[(at - 2)..at];
        if (Claims.HasAny(stem, _ofOthers) || claims.IsChange(done) || claims.IsChange(whole) || !claims.Subject(done).EndsWith(stem is "结案" && claims.Subject(done).EndsWith("审结", StringComparison.Ordinal) ? "审结" : stem, StringComparison.Ordinal))
        {
            return;
        }
        Follows(claims, rate, done, whole, isTarget: false, findings);
    }

    // A target is a round number and hides nothing.
    private static void Follows(Claims claims, int rate, int done, int whole, bool isTarget, List<Finding> findings)
    {
        var (printed, digit) = (claims.Value(rate), claims.All[rate].Digit);
        var share = claims.Value(done) * 100 / claims.Value(whole);
        var (part, slack) = (claims.Value(done), claims.Slack(done));
        if (isTarget ? RateFits.Between(part - slack, part + slack, claims.Value(whole), claims.Value(whole), printed, digit) : claims.MayGive(done, whole, printed, digit))
        {
            findings.Add(new Finding(Reason.Holds, null, [rate, done, whole], [$"{Claims.Say(claims.Value(done))}/{Claims.Say(claims.Value(whole))} = {Claims.Say(printed)}%"]));
            return;
        }
        Blame(claims, rate, [done, whole], v => RateFits.Of(v[0], v[1], printed, digit) == RateFit.Rounded,
            Reason.Rate, [$"{Claims.Say(decimal.Round(share, Decimals(digit), MidpointRounding.AwayFromZero))}%", $"{Claims.Say(printed)}%"], findings);
    }
}
