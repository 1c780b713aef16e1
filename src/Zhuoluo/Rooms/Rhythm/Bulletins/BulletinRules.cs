using Zhuoluo.Documents;
using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Organisation;

namespace Zhuoluo.Rooms.Rhythm.Bulletins;

/// <summary>The life of a bulletin: draft, sent, approved by somebody else, issued; nothing after that but to be shown to the public. Pure.</summary>
internal static class BulletinRules
{
    private const int LongestPeriod = 366;
    private const int LongestSeries = 10;

    public static Refusal? Refuse(DraftBulletin wanted, Act act, OfficesSnapshot offices) =>
        !Permissions.May(act.Who, Capability.ManageRhythm) ? new NotPermitted()
        : !Enum.IsDefined(wanted.Kind) ? new Missing("Kind")
        : offices.Unit(wanted.OfficeId) is null ? new Missing("OfficeId")
        : wanted.To < wanted.From || wanted.To.DayNumber - wanted.From.DayNumber > LongestPeriod || wanted.From > LocalDay.Of(act.At) ? new WrongPeriod()
        : SeriesOf(wanted.Series).IsRefused(out var refusal, out _) ? refusal
        : null;

    /// <summary>The new texts, each as it will stand.</summary>
    public static Outcome<WriteBulletin> Decide(Bulletin bulletin, WriteBulletin written, Act act)
    {
        if (Standing(bulletin, BulletinVerb.Write, act) is { } no)
        {
            return no;
        }
        if (PlainText.Require(written.Title, "Title", Bulletin.LongestTitle).IsRefused(out var refusal, out var title)
            || SeriesOf(written.Series).IsRefused(out refusal, out var series)
            || PlainText.Require(written.Prose, "Prose", Bulletin.LongestProse).IsRefused(out refusal, out var prose)
            || PlainText.Read(written.Addressee, "Addressee", Bulletin.LongestLine).IsRefused(out refusal, out var addressee)
            || PlainText.Read(written.CopiesTo, "CopiesTo", Bulletin.LongestLine).IsRefused(out refusal, out var copies)
            || BulletinText.Read(prose, Computed.Read(bulletin.Figures)).IsRefused(out refusal, out _))
        {
            return refusal;
        }
        return written with { Title = title, Series = series, Prose = prose, Addressee = addressee, CopiesTo = copies };
    }

    /// <summary>Whether a step may be taken now by this person; null when it may.</summary>
    public static Refusal? Refuse(Bulletin bulletin, MoveBulletin move, Act act, OfficialDocument paper)
    {
        if (Standing(bulletin, move.Verb, act) is { } no)
        {
            return no;
        }
        var characters = CharacterCount.Of(paper);
        var limit = BulletinPaper.LimitOf(bulletin.Kind);
        return move.Verb switch
        {
            BulletinVerb.Send when BulletinText.Unwritten(bulletin.Prose) is { } part => new UnwrittenPart(part),
            BulletinVerb.Send when characters > limit => new DocumentTooLong(characters, limit),
            BulletinVerb.Send when bulletin.CorrectsId is not null && !NamesWhatItCorrects(paper) => new CorrectionNamesNothing(DocumentWords.Shipped.Labels["corrects"]),
            BulletinVerb.Approve when IsWriter(bulletin, act) => new WriterApproves(),
            BulletinVerb.Return when string.IsNullOrWhiteSpace(move.Note) => new Missing("Note"),
            BulletinVerb.Return when move.Note.Length > Bulletin.LongestLine => new TooLong("Note", Bulletin.LongestLine),
            _ => null,
        };
    }

    public static BulletinState After(BulletinVerb verb, BulletinState before) => verb switch
    {
        BulletinVerb.Send => BulletinState.Waiting,
        BulletinVerb.Return => BulletinState.Draft,
        BulletinVerb.Approve => BulletinState.Approved,
        BulletinVerb.Issue => BulletinState.Issued,
        _ => before,
    };

    /// <summary>Which steps stand open to this person, for buttons.</summary>
    public static IEnumerable<BulletinVerb> Open(Bulletin bulletin, Act act) =>
        Enum.GetValues<BulletinVerb>().Where(v => Standing(bulletin, v, act) is null && !(v == BulletinVerb.Approve && IsWriter(bulletin, act)));

    private static Refusal? Standing(Bulletin bulletin, BulletinVerb verb, Act act)
    {
        var needs = verb switch
        {
            BulletinVerb.Return or BulletinVerb.Approve => Capability.ApproveBulletin,
            BulletinVerb.Publish => Capability.PublishBulletin,
            _ => Capability.ManageRhythm,
        };
        var from = verb switch
        {
            BulletinVerb.Return or BulletinVerb.Approve => BulletinState.Waiting,
            BulletinVerb.Issue => BulletinState.Approved,
            BulletinVerb.Publish => BulletinState.Issued,
            _ => BulletinState.Draft,
        };
        return !Permissions.May(act.Who, needs) ? new NotPermitted()
            : verb != BulletinVerb.Publish && bulletin.State == BulletinState.Issued ? new BulletinIssued()
            : bulletin.State != from || (verb == BulletinVerb.Publish && bulletin.PublishedOn is not null) ? new BulletinNotSo()
            : null;
    }

    private static bool NamesWhatItCorrects(OfficialDocument paper) => paper.Text.OfType<Paragraph>().Any(p => p.Spans.Any(s => s.Figure == "corrects"));

    private static bool IsWriter(Bulletin bulletin, Act act) => IsBy(bulletin.DraftedById, bulletin.DraftedByName, act) || IsBy(bulletin.ChangedById, bulletin.ChangedByName, act);

    // Who drafts by a command is known by a stated name alone.
    private static bool IsBy(long? personId, string name, Act act) => personId is not null && act.Who.PersonId is not null ? act.Who.PersonId == personId : act.Who.Name == name;

    private static Outcome<string> SeriesOf(string? typed) =>
        PlainText.Require(typed, "Series", LongestSeries).IsRefused(out var refusal, out var series) ? refusal
        : series.All(c => char.IsLetter(c)) ? Outcome.Of(series)
        : new UnreadableSeries();
}
