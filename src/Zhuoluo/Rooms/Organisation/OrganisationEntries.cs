using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Organisation.SecondFactor;
using Zhuoluo.Rooms.Organisation.SignIn;

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

internal sealed record StaffSignedInV2(Code Office, SignInWay Way) : IEntry
{
    public static string Kind => "staff.signed-in";
    public static int Version => 2;
}

/// <summary><paramref name="Everywhere"/>: all sessions of the person ended, not only one.</summary>
internal sealed record StaffSignedOutV1(Code Office, bool Everywhere) : IEntry
{
    public static string Kind => "staff.signed-out";
    public static int Version => 1;
}

/// <summary>Somebody signed in showed the second factor once more before a dangerous act.</summary>
internal sealed record StaffConfirmedV1(Code Office, SignInWay Way) : IEntry
{
    public static string Kind => "staff.confirmed";
    public static int Version => 1;
}

/// <summary>An authenticator, a passkey, recovery codes or an identity elsewhere was added or removed.</summary>
internal sealed record StaffFactorChangedV1(Code Office, FactorKind Factor, bool Added) : IEntry
{
    public static string Kind => "staff.factor-changed";
    public static int Version => 1;
}

/// <summary><paramref name="Roles"/>: bits by the numbers of the roles that need a second factor.</summary>
internal sealed record StaffRulesChangedV1(long Roles, int? PasswordDays) : IEntry
{
    public static string Kind => "staff.rules-changed";
    public static int Version => 1;
}

/// <summary>A wrong password or second factor; <paramref name="Locked"/> when it was the one too many.</summary>
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
