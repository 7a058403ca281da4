using System.Collections.Immutable;
using EasGen.Testing;
using Microsoft.CodeAnalysis;

namespace EasGen.Compiler.Tests.Rules;

/// <summary>What a user can silence, and how: README says the same.</summary>
public class SuppressionTests
{
    private const string Port = "Port = 8080, Command = \"dotnet Iris.dll\"";

    [Fact]
    public async Task An_error_outlives_a_severity() =>
        Assert.Equal(["EAS0201"], await IdsAsync(Eas.Class(container: Port), ReportDiagnostic.Suppress));

    [Fact]
    public async Task An_error_outlives_a_pragma() =>
        Assert.Equal(["EAS0201"], await IdsAsync("#pragma warning disable EAS0201\n" + Eas.Class(container: Port)));

    [Theory]
    [InlineData("[System.Diagnostics.CodeAnalysis.SuppressMessage(\"EasGen\", \"EAS0201\")]")]
    public async Task An_error_is_silenced_by_an_attribute(string attribute) =>
        Assert.Empty(await IdsAsync(Eas.Class(attribute, container: Port)));

    [Fact]
    public async Task A_warning_is_silenced_by_each()
    {
        const string other = "Port = 8000";

        Assert.Equal(["EAS0205"], await IdsAsync(Eas.Class(container: other)));
        Assert.Empty(await IdsAsync(Eas.Class(container: other), ReportDiagnostic.Suppress));
        Assert.Empty(await IdsAsync("#pragma warning disable EAS0205\n" + Eas.Class(container: other)));
        Assert.Empty(await IdsAsync(
            Eas.Class("[System.Diagnostics.CodeAnalysis.SuppressMessage(\"EasGen\", \"EAS0205\")]", container: other)));
    }

    private static async Task<string[]> IdsAsync(string source, ReportDiagnostic severity = ReportDiagnostic.Default)
    {
        var severities = ImmutableDictionary<string, ReportDiagnostic>.Empty.Add("EAS0201", severity).Add("EAS0205", severity);
        return [.. (await AnalyzerVerifier.DiagnosticsAsync(
            Eas.Analyzers,
            source,
            Eas.Built with { Severities = severities })).Select(static diagnostic => diagnostic.Id)];
    }
}
