namespace Zhuoluo.Rooms.Files.Reading;

/// <summary>A file that has been read through: only its known parts are left, nothing that tells who, where or with what.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Bytes">What is kept of it.</param>
/// <param name="Width">In pixels as shown; 0 for a document.</param>
/// <param name="Height">In pixels as shown; 0 for a document.</param>
internal sealed record ReadFile(FileKind Kind, byte[] Bytes, int Width, int Height);
