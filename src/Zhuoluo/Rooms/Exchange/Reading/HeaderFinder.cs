using Zhuoluo.Rooms.Exchange.Tables;

namespace Zhuoluo.Rooms.Exchange.Reading;

/// <summary>
/// Finds the header under title rows: tries every row of the head of a sheet, alone and with the one or two rows below it,
/// as a header of every kind, and takes the best fit.
/// </summary>
internal sealed class HeaderFinder(ImportWords words, ReadingOptions options)
{
    private const int Head = 40;
    private const int MostRows = 3;

    public SheetMapping? Find(Sheet sheet, string fileName, CancellationToken cancel)
    {
        var head = sheet.Rows(cancel).Take(Head).ToList();
        var kinds = options.Kinds.Count > 0 ? options.Kinds : Enum.GetValues<TableKind>();
        (double Score, SheetMapping Mapping)? best = null;
        for (var top = 0; top < head.Count; top++)
        {
            if (head[top].Cells.Any(cell => cell.IsCovered))
            {
                // A header begins where its merged cells begin.
                continue;
            }
            for (var count = 1; count <= MostRows && top + count <= head.Count; count++)
            {
                var headers = Compose(head.GetRange(top, count), sheet);
                if (headers.Count < 2)
                {
                    continue;
                }
                var hints = Hints(head.Take(top), sheet, fileName, headers);
                foreach (var kind in kinds)
                {
                    if (Try(kind, sheet, head, top, count, headers, hints) is { } found && (best is null || found.Score > best.Value.Score))
                    {
                        best = found;
                    }
                }
            }
        }
        return best?.Mapping;
    }

    private (double Score, SheetMapping Mapping)? Try(TableKind kind, Sheet sheet, List<Row> head, int top, int count, List<MappedHeader> headers, string hints)
    {
        var kindWords = words.Headers.Kinds[kind];
        var saved = options.Saved.FirstOrDefault(saved => saved.Kind == kind);
        var columns = Assign(kindWords, headers, saved, out var fit);
        Question(kind, head.Skip(top + count), columns, kindWords, headers);
        if (!kindWords.Needs.All(group => group.Any(columns.ContainsKey)))
        {
            return null;
        }
        var byColumn = columns.ToDictionary(pair => pair.Value, pair => pair.Key);
        var mapping = new SheetMapping(
            sheet.Name,
            kind,
            [.. head.Skip(top).Take(count).Select(row => row.Number)],
            columns,
            [.. headers.Select(header => header with { Field = byColumn.GetValueOrDefault(header.Column) })])
        {
            States = saved?.States ?? new Dictionary<string, string>(),
        };
        // A row more is a header row only if it makes more fields known; the later rows of the head are less likely headers.
        var marks = kindWords.Marks.Count(mark => hints.Contains(mark, StringComparison.Ordinal));
        return (fit + 1.5 * marks - 0.4 * count - 0.01 * top, mapping);
    }

    /// <summary>The texts above each column. A group word over several columns goes with each leaf below it that has none of its own.</summary>
    private static List<MappedHeader> Compose(List<Row> rows, Sheet sheet)
    {
        List<MappedHeader> headers = [];
        var width = rows.Max(row => row.Cells.Length);
        var carried = new string[rows.Count];
        for (var column = 0; column < width; column++)
        {
            List<string> texts = [];
            for (var i = 0; i < rows.Count; i++)
            {
                var cell = rows[i][column];
                var text = cell.Kind == CellKind.Text ? cell.Text.Trim() : "";
                if (text.Length > 0)
                {
                    carried[i] = text;
                    Array.Fill(carried, "", i + 1, rows.Count - i - 1);
                }
                else if (i < rows.Count - 1 && rows.Skip(i + 1).Any(below => below[column] is { Kind: CellKind.Text, IsCovered: false }))
                {
                    text = carried[i] ?? "";
                }
                if (text.Length > 0 && (texts.Count == 0 || texts[^1] != text))
                {
                    texts.Add(text);
                }
            }
            if (texts.Count > 0 && texts.TrueForAll(text => text.Length <= 40))
            {
                headers.Add(new MappedHeader(column, texts, null, sheet.IsColumnHidden(column)));
            }
        }
        return headers;
    }

    private static Dictionary<string, int> Assign(KindWords kind, List<MappedHeader> headers, SavedMapping? saved, out double fit)
    {
        Dictionary<string, int> columns = [];
        HashSet<int> taken = [];
        fit = 0;
        foreach (var header in headers)
        {
            if (saved?.Headers.TryGetValue(header.Key, out var field) == true)
            {
                taken.Add(header.Column);
                if (field.Length > 0 && columns.TryAdd(field, header.Column))
                {
                    fit += 3;
                }
            }
        }
        var candidates =
            from header in headers
            where !header.IsHidden && !taken.Contains(header.Column)
            let leaf = HeaderWords.Form(header.Texts[^1])
            let stem = string.Concat(header.Texts.SkipLast(1).Select(HeaderWords.Form))
            from field in kind.Fields
            let rank = HeaderWords.Fit(field.Value, field.Key, stem, leaf)
            where rank is not null
            orderby rank, header.Column
            select (Field: field.Key, header.Column, Rank: rank.Value);
        var open = candidates.ToList();
        foreach (var (field, column, rank) in open)
        {
            if (field == "phone" && columns.TryGetValue("person", out var person) && person + 1 != column
                && open.Exists(other => other.Field == "phone" && other.Column == person + 1 && other.Rank == rank))
            {
                // Of two phone columns the one beside the person is the person's.
                continue;
            }
            if (!columns.ContainsKey(field) && taken.Add(column))
            {
                columns[field] = column;
                fit += rank >= 200 ? 1 : 2;
            }
        }
        return columns;
    }

    /// <summary>
    /// A header such as 办理情况 or 类型 may head a column of codes or of prose: the cells below decide. A column whose cells
    /// are hardly ever known words goes to the field of prose, or is left out.
    /// </summary>
    private void Question(TableKind kind, IEnumerable<Row> below, Dictionary<string, int> columns, KindWords kindWords, List<MappedHeader> headers)
    {
        var sample = below.ToList();
        Doubt("state", "result", text => words.State(kind, text) is not null);
        if (kind == TableKind.Tickets)
        {
            Doubt("kind", "category", words.TicketKinds.ContainsKey);
        }

        void Doubt(string field, string prose, Func<string, bool> isKnown)
        {
            if (!columns.TryGetValue(field, out var column))
            {
                return;
            }
            var header = headers.First(header => header.Column == column);
            var rank = HeaderWords.Fit(kindWords.Fields[field], field, "", HeaderWords.Form(header.Texts[^1]));
            var texts = sample.Select(row => row[column]).Where(cell => !cell.IsBlank).Select(cell => Language.Fold.Tight(cell.Text).ToLowerInvariant()).ToList();
            if (rank is not < 4 && texts.Count >= 3 && texts.Count(isKnown) * 3 < texts.Count)
            {
                columns.Remove(field);
                columns.TryAdd(prose, column);
            }
        }
    }

    private static string Hints(IEnumerable<Row> above, Sheet sheet, string fileName, List<MappedHeader> headers) => string.Join(
        ' ',
        [.. above.SelectMany(row => row.Cells).Select(cell => cell.Text),
         .. headers.SelectMany(header => header.Texts),
         sheet.Name,
         fileName.ToLowerInvariant()]);
}
