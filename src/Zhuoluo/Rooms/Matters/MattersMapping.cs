using Microsoft.EntityFrameworkCore;
using Zhuoluo.Data;
using Zhuoluo.Rooms.Matters.Mailing;
using Zhuoluo.Rooms.Matters.AreaMap;
using Zhuoluo.Rooms.Matters.DueCalendar;
using Zhuoluo.Rooms.Matters.Searching;
using Zhuoluo.Rooms.Matters.Telling;
using Zhuoluo.Rooms.Matters.Terms;
using Zhuoluo.Rooms.Matters.Views;
using Zhuoluo.Rooms.Matters.Replies;

namespace Zhuoluo.Rooms.Matters;

internal static class MattersMapping
{
    public static void Map(ModelBuilder model)
    {
        MailMapping.Map(model);
        TellMapping.Map(model);
        model.Entity<Matter>(e =>
        {
            e.ToTable("matter").HasKey(x => x.Id);
            e.Property(x => x.Id).ValueGeneratedNever();
            e.Property(x => x.Version).IsConcurrencyToken();
        });
        Own<MatterText>(model, "matter_text");
        Own<MatterContact>(model, "matter_contact");
        Own<Publication>(model, "publication");
        Own<TallyMark>(model, "tally_mark");
        model.ById<ContactReveal>("contact_reveal");
        model.ById<Step>("step");
        model.ById<Holding>("holding");
        model.ById<Proposal>("proposal");
        model.ById<Clock>("clock");
        model.ById<ClockPause>("clock_pause");
        model.ById<ClockExtension>("clock_extension");
        model.ById<Answer>("answer");
        model.ById<Question>("question");
        model.ById<CallBack>("call_back");
        model.ById<Rating>("rating");
        model.ById<Link>("matter_link");
        model.ById<Drive>("drive");
        model.ById<Visit>("visit");
        model.ById<DutyShift>("duty_shift");
        model.ById<UnitNotice>("notice");
        model.ById<Term>("search_term");
        model.ById<Suggestion>("suggestion");
        model.ById<SavedView>("saved_view");
        model.ById<CalendarFeed>("calendar_feed");
        model.ById<MapFile>("area_map");
        model.Entity<SearchWord>().ToTable("search_word").HasKey(x => x.Word);
        model.Entity<ListTaste>(e =>
        {
            e.ToTable("list_taste").HasKey(x => x.PersonId);
            e.Property(x => x.PersonId).ValueGeneratedNever();
        });
        CasesMapping.Map(model);
        model.ById<Attachment>("attachment");
        model.ById<ReplyTemplate>("reply_template");
        model.ById<ReviewRule>("review_rule");
        model.Entity<RatingItem>().ToTable("rating_item").HasKey(x => new { x.RatingId, x.Code });
        model.ById<Wish>("wish");
        model.ById<WishStep>("wish_step");
        model.Entity<Category>().ToTable("category").HasKey(x => x.Code);
        model.Entity<Tally>().ToTable("tally").HasKey(x => new { x.By, x.Key, x.Month, x.State, x.Outcome, x.DriveId });
        model.Entity<HeldMark>().ToTable("held_mark").HasKey(x => new { x.MatterId, x.UnitId });
        model.Entity<NumberCounter>(e =>
        {
            e.ToTable("number_counter").HasKey(x => x.Year);
            e.Property(x => x.Year).ValueGeneratedNever();
        });
    }

    private static void Own<T>(ModelBuilder model, string table)
        where T : class => model.Entity<T>(e =>
        {
            e.ToTable(table).HasKey("MatterId");
            e.Property<long>("MatterId").ValueGeneratedNever();
        });
}
