namespace Zhuoluo.Rooms.Exchange.Reading;

/// <summary>The findings of a whole file, sorted by what became of the rows, with the counts that the sample manifests hold.</summary>
internal sealed record ReadResult(
    Survey Survey,
    IReadOnlyList<Taken> Rows,
    IReadOnlyList<Copied> Duplicates,
    IReadOnlyList<Refused> Refused,
    IReadOnlyList<Warned> Warnings,
    Totals Totals)
{
    public static ReadResult Of(Survey survey, IEnumerable<Finding> findings)
    {
        List<Taken> rows = [];
        List<Copied> duplicates = [];
        List<Refused> refused = [];
        List<Warned> warnings = [];
        var totals = new Totals();
        foreach (var finding in findings)
        {
            totals.Count(finding);
            switch (finding)
            {
                case Taken taken:
                    rows.Add(taken);
                    break;
                case Copied copied:
                    duplicates.Add(copied);
                    break;
                case Refused refusal:
                    refused.Add(refusal);
                    break;
                case Warned warned:
                    warnings.Add(warned);
                    break;
            }
        }
        return new ReadResult(survey, rows, duplicates, refused, warnings, totals);
    }
}
