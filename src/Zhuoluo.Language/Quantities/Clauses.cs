namespace Zhuoluo.Language.Quantities;

/// <summary>Where clauses, sentences and paragraphs of a clean text end: ， 、 ； : end a clause, 。 ！ ？ ； a sentence, a line break a paragraph.</summary>
public sealed class Clauses
{
    private readonly int[] _clause;
    private readonly int[] _sentence;
    private readonly int[] _period;
    private readonly int[] _paragraph;
    private readonly List<int> _clauseStarts = [0];
    private readonly List<int> _sentenceStarts = [0];

    public Clauses(string form)
    {
        ArgumentNullException.ThrowIfNull(form);
        _clause = new int[form.Length + 1];
        _sentence = new int[form.Length + 1];
        _period = new int[form.Length + 1];
        _paragraph = new int[form.Length + 1];
        var (clause, sentence, period, paragraph) = (0, 0, 0, 0);
        for (var i = 0; i < form.Length; i++)
        {
            (_clause[i], _sentence[i], _period[i], _paragraph[i]) = (clause, sentence, period, paragraph);
            var c = form[i];
            if (c is '，' or '；' or ':' or '。' or '！' or '？' or '!' or '?' or '\n' or '、')
            {
                clause++;
                _clauseStarts.Add(i + 1);
            }
            if (c is '。' or '！' or '？' or '!' or '?' or '\n' or '；')
            {
                sentence++;
                _sentenceStarts.Add(i + 1);
                period += c == '；' ? 0 : 1;
            }
            if (c == '\n')
            {
                paragraph++;
            }
        }
        (_clause[^1], _sentence[^1], _period[^1], _paragraph[^1]) = (clause, sentence, period, paragraph);
    }

    public int ClauseOf(int at) => _clause[at];

    public int SentenceOf(int at) => _sentence[at];

    /// <summary>Counts full stops only: ； goes on.</summary>
    public int PeriodOf(int at) => _period[at];

    public int ParagraphOf(int at) => _paragraph[at];

    public int ClauseStart(int at) => _clauseStarts[_clause[at]];

    public int SentenceStart(int at) => _sentenceStarts[_sentence[at]];

    public int SentenceEnd(int at) => _sentence[at] + 1 < _sentenceStarts.Count ? _sentenceStarts[_sentence[at] + 1] : _sentence.Length - 1;
}
