using System.Collections.Concurrent;
using EasGen.Core.Catalog;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace EasGen.Compiler.Declared;

/// <summary>
/// The annotated classes of a compilation. They are found by the names of their attributes, so that a project without any pays for
/// nothing, bound when somebody asks for them, and each is read once.
/// </summary>
internal sealed class AnnotatedClasses
{
    private readonly ConcurrentDictionary<INamedTypeSymbol, AnnotatedClass> read = new(SymbolEqualityComparer.Default);
    private readonly CSharpCompilation compilation;
    private readonly List<NamedAttribute> candidates = [];

    public AnnotatedClasses(Compilation compilation)
    {
        this.compilation = (CSharpCompilation)compilation;
        var names = Names(this.compilation);
        foreach (var tree in this.compilation.SyntaxTrees)
        {
            var file = AttributedFile.Of(tree);
            if (file.OnTypes.Length == 0)
                continue;
            var known = WithAliases(names, file.Aliases);
            foreach (var attribute in file.OnTypes)
            {
                if (known.Contains(attribute.Name))
                    candidates.Add(attribute);
            }
        }
    }

    /// <summary>False when no class can be a service, as its attributes are called otherwise.</summary>
    public bool MayBeAny => candidates.Count > 0;

    /// <summary>All of them, by their names, each read when it is come to.</summary>
    public IEnumerable<AnnotatedClass> All => Of(candidates.OrderBy(static candidate => candidate.Type, StringComparer.Ordinal));

    /// <summary>The class, if it is annotated.</summary>
    public AnnotatedClass? Of(INamedTypeSymbol type) =>
        FeatureReader.IsService(type) ? read.GetOrAdd(type, static type => new(type)) : null;

    /// <summary>Those that may have the name of a service, which of most classes their text tells.</summary>
    public IEnumerable<AnnotatedClass> MayBeCalled(string service) => Of(candidates.Where(candidate =>
        candidate.Attribute.ArgumentList?.Arguments.FirstOrDefault()?.Expression is not LiteralExpressionSyntax { Token.Value: string name }
            || string.Equals(name, service, StringComparison.OrdinalIgnoreCase)));

    private IEnumerable<AnnotatedClass> Of(IEnumerable<NamedAttribute> attributes) => attributes
        .Select(static named => named.Attribute.Parent?.Parent)
        .OfType<TypeDeclarationSyntax>()
        .Select(declaration => Declaration.TypeOf(declaration, compilation))
        .OfType<INamedTypeSymbol>()
        .Distinct<INamedTypeSymbol>(SymbolEqualityComparer.Default)
        .Select(Of)
        .OfType<AnnotatedClass>();

    // What the attribute is called everywhere.
    private static HashSet<string> Names(CSharpCompilation compilation)
    {
        HashSet<string> names = [.. Forms(KnownNames.EasService)];
        var aliases = new List<NameAlias>();
        foreach (var tree in compilation.SyntaxTrees)
        {
            if (AttributedFile.Of(tree).Aliases is { Length: > 0 } own)
                aliases.AddRange(own.Where(static alias => alias.IsGlobal));
        }
        return WithAliases(names, aliases);
    }

    // An alias may lead to another one.
    private static HashSet<string> WithAliases(HashSet<string> names, IReadOnlyList<NameAlias> aliases)
    {
        var all = names;
        for (var i = 0; i < aliases.Count; i++)
        {
            if (!all.Contains(aliases[i].Target) || all.Contains(aliases[i].Name))
                continue;
            all = [.. all, .. Forms(aliases[i].Name)];
            i = -1;
        }
        return all;
    }

    // An attribute may leave out how its type ends.
    private static string[] Forms(string type)
    {
        const string suffix = FeatureCatalog.ClassSuffix;
        return type.EndsWith(suffix, StringComparison.Ordinal) ? [type, type.Substring(0, type.Length - suffix.Length)] : [type];
    }
}
