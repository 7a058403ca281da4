using EasGen.Core.Catalog;
using EasGen.Core.Checking;

namespace EasGen.Cli.Import;

/// <summary>A service JSON as an annotated class.</summary>
/// <param name="ClassName">The class, and its file.</param>
/// <param name="Code">The file.</param>
/// <param name="Service">What its attributes say.</param>
/// <param name="Secrets">What stood there in clear text, and is a placeholder now.</param>
internal sealed record ImportedService(string ClassName, string Code, Service Service, IReadOnlyList<HiddenSecret> Secrets)
{
    /// <summary>False when a rule refuses the class until somebody has mended it.</summary>
    public bool Builds =>
        ServiceRules.Check(Defaults.Complete([.. Service.Features], served: false))
            .TrueForAll(static finding => finding.Rule.Severity != Severity.Error);
}
