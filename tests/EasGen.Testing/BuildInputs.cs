using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace EasGen.Testing;

/// <summary>What MSBuild hands to analyzers and generators beside the source.</summary>
internal static class BuildInputs
{
    public static ImmutableArray<AdditionalText> AdditionalTexts(this TestOptions options) =>
        [.. options.AdditionalFiles.Select(file => new File(file))];

    public static AnalyzerConfigOptionsProvider ConfigOptions(this TestOptions options) => new Provider(new Properties(options));

    public static AnalyzerOptions AnalyzerOptions(this TestOptions options) =>
        new(options.AdditionalTexts(), options.ConfigOptions());

    private sealed class File(SourceFile file) : AdditionalText
    {
        private readonly SourceText text = SourceText.From(file.Text);

        public override string Path => file.Path;

        public override SourceText GetText(CancellationToken cancellationToken = default) => text;
    }

    private sealed class Provider(Properties properties) : AnalyzerConfigOptionsProvider
    {
        public override AnalyzerConfigOptions GlobalOptions => properties;

        public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => properties;

        public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => properties;
    }

    private sealed class Properties(TestOptions options) : AnalyzerConfigOptions
    {
        private readonly ImmutableDictionary<string, string> values = options.BuildProperties
            .ToImmutableDictionary(property => "build_property." + property.Key, property => property.Value, KeyComparer);

        public override IEnumerable<string> Keys => values.Keys;

        public override bool TryGetValue(string key, [NotNullWhen(true)] out string? value) => values.TryGetValue(key, out value);
    }
}
