using Microsoft.EntityFrameworkCore;
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
        ById<ContactReveal>(model, "contact_reveal");
        ById<Step>(model, "step");
        ById<Holding>(model, "holding");
        ById<Proposal>(model, "proposal");
        ById<Clock>(model, "clock");
        ById<ClockPause>(model, "clock_pause");
        ById<ClockExtension>(model, "clock_extension");
        ById<Answer>(model, "answer");
        ById<Question>(model, "question");
        ById<CallBack>(model, "call_back");
        ById<Rating>(model, "rating");
        ById<Link>(model, "matter_link");
        ById<Drive>(model, "drive");
        ById<Visit>(model, "visit");
        ById<DutyShift>(model, "duty_shift");
        ById<UnitNotice>(model, "notice");
        ById<Term>(model, "search_term");
        ById<Suggestion>(model, "suggestion");
        ById<SavedView>(model, "saved_view");
        ById<CalendarFeed>(model, "calendar_feed");
        ById<MapFile>(model, "area_map");
        model.Entity<SearchWord>().ToTable("search_word").HasKey(x => x.Word);
        model.Entity<ListTaste>(e =>
        {
            e.ToTable("list_taste").HasKey(x => x.PersonId);
            e.Property(x => x.PersonId).ValueGeneratedNever();
        });
        CasesMapping.Map(model);
        ById<Attachment>(model, "attachment");
        ById<ReplyTemplate>(model, "reply_template");
        ById<ReviewRule>(model, "review_rule");
        model.Entity<RatingItem>().ToTable("rating_item").HasKey(x => new { x.RatingId, x.Code });
        ById<Wish>(model, "wish");
        ById<WishStep>(model, "wish_step");
        model.Entity<Category>().ToTable("category").HasKey(x => x.Code);
        model.Entity<Tally>().ToTable("tally").HasKey(x => new { x.By, x.Key, x.Month, x.State, x.Outcome, x.DriveId });
        model.Entity<HeldMark>().ToTable("held_mark").HasKey(x => new { x.MatterId, x.UnitId });
        model.Entity<NumberCounter>(e =>
        {
            e.ToTable("number_counter").HasKey(x => x.Year);
            e.Property(x => x.Year).ValueGeneratedNever();
        });
    }

    private static void ById<T>(ModelBuilder model, string table)
        where T : class => model.Entity<T>(e =>
        {
            e.ToTable(table).HasKey("Id");
            e.Property<long>("Id").ValueGeneratedNever();
        });

    private static void Own<T>(ModelBuilder model, string table)
        where T : class => model.Entity<T>(e =>
        {
            e.ToTable(table).HasKey("MatterId");
            e.Property<long>("MatterId").ValueGeneratedNever();
        });
}
