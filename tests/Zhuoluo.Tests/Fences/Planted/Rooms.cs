// Planted violations for the twins of the fences: a fence that was never seen to fail is decoration.
#pragma warning disable IDE0130 // the namespaces are the point
namespace Zhuoluo.Rooms.PlantedHigh
{
    internal static class Door
    {
        public static int Ask() => 1;
    }
}

namespace Zhuoluo.Rooms.PlantedHigh.Inside
{
    internal static class Secret
    {
        public static int Ask() => 2;
    }
}

namespace Zhuoluo.Rooms.PlantedLow
{
    internal sealed class Reaching
    {
        public static async Task<int> InsideAnAsyncLambdaAsync()
        {
            Func<Task<int>> ask = async () =>
            {
                await Task.Yield();
                return PlantedHigh.Door.Ask();
            };
            return await ask();
        }
    }
}

namespace Zhuoluo.Rooms.PlantedLow.Deep
{
    internal sealed class Digging
    {
        public static int Dig() => PlantedHigh.Inside.Secret.Ask();
    }
}
