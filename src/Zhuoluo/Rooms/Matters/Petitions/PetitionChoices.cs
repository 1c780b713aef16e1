using Microsoft.AspNetCore.Mvc.Rendering;
using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Matters.Petitions.ListPetitions;
using Zhuoluo.Shell;

namespace Zhuoluo.Rooms.Matters.Petitions;

/// <summary>What stands in the selects of a petition's pages.</summary>
internal sealed class PetitionChoices(Texts texts)
{
    public IEnumerable<SelectListItem> Levels => Of<SourceLevel>("level");
    public IEnumerable<SelectListItem> Sorts => Of<PetitionSort>("sort");
    public IEnumerable<SelectListItem> Routes => Of<PetitionRoute>("route");
    public IEnumerable<SelectListItem> Stages => Of<PetitionStage>("stage");
    public IEnumerable<SelectListItem> Forms => Of<PetitionForm>("form");
    public IEnumerable<SelectListItem> Traits => Of<PetitionIs>("is");
    public IEnumerable<SelectListItem> Outcomes => Of<OpinionOutcome>("outcome");
    public IEnumerable<SelectListItem> Rulings => Of<ReviewRuling>("ruling").Where(r => r.Value != Word<ReviewRuling>.Of(ReviewRuling.Revoke));
    public IEnumerable<SelectListItem> Notes => Of<NoteKind>("note").Where(n => n.Value != Word<NoteKind>.Of(NoteKind.CameAgain));
    public IEnumerable<SelectListItem> Systems => PetitionSystems.All.Select(s => new SelectListItem(texts[$"petition.system.{s.Code}"], s.Code));

    private IEnumerable<SelectListItem> Of<T>(string prefix)
        where T : struct, Enum => Word<T>.All.Select(w => new SelectListItem(texts[$"petition.{prefix}.{w}"], w));
}
