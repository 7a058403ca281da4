using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace EasGen.Benchmarks;

/// <summary>
/// The least that a generator of this kind can do: it finds the same classes, reads the same attributes without knowing what
/// they mean, and puts what it read into one constant for each class. What EasGen costs above it is what EasGen does.
/// </summary>
[Generator(LanguageNames.CSharp)]
public sealed class FloorGenerator : IIncrementalGenerator
{
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        var classes = context.SyntaxProvider.ForAttributeWithMetadataName(
            "EasGen.EasServiceAttribute",
            static (_, _) => true,
            static (found, _) => Read(found.TargetSymbol));
        context.RegisterSourceOutput(classes, static (output, item) => output.AddSource(
            $"{item.Name}.g.cs",
            $"internal static class {item.Name}Raw {{ internal const string Text = "
            + $"{SymbolDisplay.FormatLiteral(item.Text, quote: true)}; }}"));
    }

    private static (string Name, string Text) Read(ISymbol type)
    {
        var text = new StringBuilder();
        Append(type.GetAttributes(), text);
        foreach (var member in ((INamedTypeSymbol)type).GetMembers())
            Append(member.GetAttributes(), text);
        return (type.Name, text.ToString());
    }

    private static void Append(ImmutableArray<AttributeData> attributes, StringBuilder text)
    {
        foreach (var attribute in attributes)
        {
            text.Append(attribute.AttributeClass!.Name);
            foreach (var argument in attribute.ConstructorArguments)
                text.Append(' ').Append(Text(argument));
            foreach (var argument in attribute.NamedArguments)
                text.Append(' ').Append(argument.Key).Append('=').Append(Text(argument.Value));
            text.Append('\n');
        }
    }

    private static string? Text(TypedConstant constant) => constant.Kind == TypedConstantKind.Array
        ? string.Join(",", constant.Values.Select(Text))
        : Convert.ToString(constant.Value, CultureInfo.InvariantCulture);
}
