namespace Zhuoluo.Ledger.Stores;

/// <summary>What is wrong at a place of a log.</summary>
public enum DifferenceKind
{
    /// <summary>A tile of hashes is not there.</summary>
    MissingTile,

    /// <summary>A bundle of entries is not there.</summary>
    MissingBundle,

    /// <summary>A tile does not have 32 bytes a row.</summary>
    TileLength,

    /// <summary>A bundle is not as many entries as it should be, though each that can be read is right.</summary>
    BundleLength,

    /// <summary>The entry was changed: its hash and all above it are those that were signed.</summary>
    Entry,

    /// <summary>The hash was changed: the entries below it are those that were signed.</summary>
    Hash,

    /// <summary>Entry and hash differ, and neither leads to what stands above.</summary>
    EntryOrHash,

    /// <summary>Entries and hashes agree with each other, but not with a signed root: something between two signed sizes was changed together with all above it.</summary>
    Root,
}
