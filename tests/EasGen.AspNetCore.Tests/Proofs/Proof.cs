using System.Globalization;

namespace EasGen.AspNetCore.Tests.Proofs;

/// <summary>How long the proofs last: short, unless the variable <c>EASGEN_FULL_PROOFS</c> is 1.</summary>
internal static class Proof
{
    public static bool IsFull => Environment.GetEnvironmentVariable("EASGEN_FULL_PROOFS") == "1";

    /// <summary>Appends what was seen to the file that <c>EASGEN_PROOF_TABLE</c> names, as a line of a table.</summary>
    public static void Record(FormattableString line)
    {
        if (Environment.GetEnvironmentVariable("EASGEN_PROOF_TABLE") is { Length: > 0 } file)
            File.AppendAllText(file, line.ToString(CultureInfo.InvariantCulture) + "\n");
    }
}
