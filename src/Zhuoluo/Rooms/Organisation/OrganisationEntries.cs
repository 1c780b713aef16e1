using Zhuoluo.Foundation;

namespace Zhuoluo.Rooms.Organisation;

internal sealed record PlaceAddedV1(Code Place, PlaceKind PlaceKind, Code? Parent) : IEntry
{
    public static string Kind => "place.added";
    public static int Version => 1;
}

internal sealed record PlaceChangedV1(Code Place, PlaceKind PlaceKind, Code? Parent, DateOnly? Until, Code? Successor) : IEntry
{
    public static string Kind => "place.changed";
    public static int Version => 1;
}

internal sealed record UnitAddedV1(Code Unit, UnitKind UnitKind, Code? Parent, Code? Place) : IEntry
{
    public static string Kind => "unit.added";
    public static int Version => 1;
}

internal sealed record UnitChangedV1(Code Unit, UnitKind UnitKind, Code? Parent, Code? Place, DateOnly? Until) : IEntry
{
    public static string Kind => "unit.changed";
    public static int Version => 1;
}

/// <summary>Somebody joined the staff. Who it is stands in the person's row only.</summary>
internal sealed record PersonAddedV1(Code? Unit) : IEntry
{
    public static string Kind => "person.added";
    public static int Version => 1;
}

/// <summary>Name, telephone or account of a member of staff changed.</summary>
internal sealed record PersonChangedV1(bool Active) : IEntry
{
    public static string Kind => "person.changed";
    public static int Version => 1;
}

internal sealed record RoleGivenV1(Role Role, Code Unit, AssignmentKind Assignment, DateOnly From, DateOnly? To, Code? HomeUnit) : IEntry
{
    public static string Kind => "role.given";
    public static int Version => 1;
}

/// <summary>A term ended; <paramref name="HandedOver"/> open items went to a successor in the same transaction.</summary>
internal sealed record RoleEndedV1(Role Role, Code Unit, DateOnly On, int HandedOver) : IEntry
{
    public static string Kind => "role.ended";
    public static int Version => 1;
}

internal sealed record SeatGivenV1(Code Unit, SeatRank Rank, DateOnly From) : IEntry
{
    public static string Kind => "seat.given";
    public static int Version => 1;
}

internal sealed record SeatEndedV1(Code Unit, SeatRank Rank, DateOnly On) : IEntry
{
    public static string Kind => "seat.ended";
    public static int Version => 1;
}

internal sealed record StaffSignedInV1(Code Office) : IEntry
{
    public static string Kind => "staff.signed-in";
    public static int Version => 1;
}

/// <summary>A wrong password; <paramref name="Locked"/> when it was the one too many.</summary>
internal sealed record StaffSignInFailedV1(Code Office, bool Locked) : IEntry
{
    public static string Kind => "staff.sign-in-failed";
    public static int Version => 1;
}

/// <summary><paramref name="ByOther"/>: an administrator or operator set it, and the person must change it.</summary>
internal sealed record StaffPasswordChangedV1(Code Office, bool ByOther) : IEntry
{
    public static string Kind => "staff.password-changed";
    public static int Version => 1;
}
