using System.Text;
using Microsoft.AspNetCore.Html;
using Zhuoluo.Rooms.Calendars;
using Zhuoluo.Shell;
using Zhuoluo.Shell.Parts;

namespace Zhuoluo.Rooms.Matters.List;

/// <summary>The parts of a row that differ most: what somebody has to look at, and how the time stands.</summary>
internal static class RowParts
{
    public static IHtmlContent Flags(Texts texts, MatterRow row)
    {
        var flags = new StringBuilder();
        Add(row.Urgency == Urgency.Urgent, "urgency.urgent", "bad");
        Add(row.IsConfidential, "matters.confidential", "wait");
        Add(row.IsWindowEscalation, "matters.with.window-escalation", "wait");
        Count(row.Round > 1, "matters.round", row.Round, "wait");
        Count(row.UrgeCount > 0, "matters.urged", row.UrgeCount, "wait");
        Count(row.ReturnCount > 0, "matters.returned", row.ReturnCount, "plain");
        Add(row.Grade is 1 or 2, "matters.with.bad-rating", "bad");
        return flags.Length == 0 ? HtmlString.Empty : new HtmlString($"<span class=\"flags\">{flags}</span>");

        void Add(bool isSo, string key, string tone) => flags.Append(isSo ? Draw.Status(texts[key], tone).Value : "");
        void Count(bool isSo, string key, int number, string tone) => flags.Append(isSo ? Draw.Status(texts[key, number], tone).Value : "");
    }

    public static IHtmlContent Due(Texts texts, MatterRow row, Viewer viewer, WorkingCalendar calendar)
    {
        var light = row.LightAt(viewer.Now);
        if (light is Light.Paused or Light.Suspended)
        {
            return Draw.Light("none", texts.Name(light));
        }
        if (light != Light.None)
        {
            var day = RowsShown.DayOf(row.DueAt!.Value);
            var provisional = row.IsDueProvisional ? $" <span class=\"soft\">{Draw.Encoded(texts["matters.provisional"])}</span>" : "";
            return new HtmlString($"{Draw.Light(light.Colour(), TimeLeft.In(texts, calendar, viewer.Today, day, light == Light.Red, row.IsPetition))} {Draw.Moment(day, "soft")}{provisional}");
        }
        return new HtmlString(row.ClosedOn is { } closed
            ? $"<span class=\"soft\">{Draw.Encoded(texts["matters.closed-on"])} {Draw.Moment(closed)}</span>"
            : $"<span class=\"soft\">{Draw.Encoded(texts["light.none"])}</span>");
    }
}
