using Microsoft.AspNetCore.Mvc.RazorPages;
using Zhuoluo.Rooms.Organisation;

namespace Zhuoluo.Rooms.Matters.Notice;

/// <summary>What is kept of whom, why, how long, and what one can ask for (Personal Information Protection Law articles 17 and 30).</summary>
[Open]
internal sealed class NoticePage : PageModel;
