namespace Zhuoluo.Demo;

/// <summary>What the console says when the demonstration is ready. Results to stdout, one fact a line.</summary>
internal static class Welcome
{
    public static async Task SayAsync(string address, IReadOnlyList<DemoPerson> people)
    {
        await Console.Out.WriteLineAsync($"""
            Zhuoluo demonstration: {address}
              say something       {address}/submit
              what the public sees {address}/public
              staff               {address}/sign-in
            Sign in with the password {DemoPeople.Password} as
            """);
        foreach (var person in people)
        {
            await Console.Out.WriteLineAsync($"  {person.Login,-18} {person.Says}");
        }
    }
}
