using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace EasGen.Testing;

/// <summary>How a test's source is compiled. The defaults are those of a new library project, without tolerance for errors.</summary>
public sealed record TestOptions
{
    /// <summary>A library of the running framework.</summary>
    public static TestOptions Default { get; } = new();

    /// <summary>Assemblies beyond the framework, say <c>[References.Of&lt;EasServiceAttribute&gt;()]</c>.</summary>
    public ImmutableArray<MetadataReference> ExtraReferences { get; init; } = [];

    /// <summary>Generators whose code the source needs to compile; not those under test.</summary>
    public ImmutableArray<IIncrementalGenerator> Generators { get; init; } = [];

    /// <summary>The test is about code that somebody is still typing.</summary>
    public bool AllowCompileErrors { get; init; }

    /// <summary>A library, unless the source has top-level statements.</summary>
    public OutputKind OutputKind { get; init; } = OutputKind.DynamicallyLinkedLibrary;

    /// <summary>The project takes code with pointers.</summary>
    public bool AllowUnsafe { get; init; }

    /// <summary>The C# of the user; the newest by default.</summary>
    public LanguageVersion LanguageVersion { get; init; } = LanguageVersion.Latest;

    /// <summary>MSBuild properties that the compiler may see, by their name in MSBuild (no <c>build_property.</c>).</summary>
    public ImmutableDictionary<string, string> BuildProperties { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>The project's <c>AdditionalFiles</c>.</summary>
    public Sources AdditionalFiles { get; init; } = [];

    /// <summary>Severities as the user's .editorconfig or NoWarn sets them, by id.</summary>
    public ImmutableDictionary<string, ReportDiagnostic> Severities { get; init; } =
        ImmutableDictionary<string, ReportDiagnostic>.Empty;

    // Diagnose: a project that writes XML docs sees warnings in generated code that others do not.
    internal CSharpParseOptions ParseOptions => new(LanguageVersion, DocumentationMode.Diagnose);

    internal CSharpCompilationOptions CompilationOptions => new(
        OutputKind,
        nullableContextOptions: LanguageVersion is >= LanguageVersion.CSharp8 or LanguageVersion.Default
            ? NullableContextOptions.Enable
            : NullableContextOptions.Disable,
        allowUnsafe: AllowUnsafe,
        specificDiagnosticOptions: Severities,
        warningLevel: 9999);

    internal IEnumerable<MetadataReference> AllReferences => [.. References.Framework, .. ExtraReferences];
}
