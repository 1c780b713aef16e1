namespace Zhuoluo.Rooms.Matters;

/// <summary>What is asked (rules A1.4; GB/T 44189). Numbers are stored; never renumber.</summary>
internal enum MatterKind
{
    Consultation = 1,
    Help = 2,
    Complaint = 3,
    Report = 4,
    Suggestion = 5,
    Wish = 6,
    Enterprise = 7,
}

/// <summary>How it reached us. Numbers are stored; never renumber.</summary>
internal enum Channel
{
    Web = 1,
    Window = 2,
    Visit = 3,
    HallDuty = 4,
    Survey = 5,
    Hotline = 6,
    LeaderVisit = 7,
    Import = 8,
    Api = 9,
}

internal enum Urgency { Ordinary = 1, Urgent = 2 }
