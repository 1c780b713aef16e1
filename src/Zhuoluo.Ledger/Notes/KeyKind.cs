namespace Zhuoluo.Ledger.Notes;

/// <summary>The types of signatures that this library makes and verifies (C2SP signed-note, "Signature types"); all others are passed over.</summary>
public enum KeyKind
{
    /// <summary>0x01: Ed25519 over the text of the note. A log signs with it.</summary>
    Signature = 0x01,

    /// <summary>0x04: Ed25519 with a time, cosignature/v1 (C2SP tlog-cosignature). A witness signs with it.</summary>
    Cosignature = 0x04,
}
