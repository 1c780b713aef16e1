using Zhuoluo.Ledger.Bench;

// How fast the ledger library is on one core, beside the SHA-256 and the Ed25519 that it stands on. Seconds of processor time a line: the only argument.
return await LedgerSpeed.RunAsync(args is [var seconds] ? TimeSpan.FromSeconds(double.Parse(seconds, System.Globalization.CultureInfo.InvariantCulture)) : TimeSpan.FromSeconds(3));
