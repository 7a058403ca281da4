using System.Collections.Immutable;
using EasGen.Compiler.Predictor;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace EasGen.Compiler.Fixes;

/// <summary>The parameters of a method as EasGen.AspNetCore can pass them: by value, the request never null, the token behind it.</summary>
internal static class ParameterList
{
    /// <summary>
    /// The parameters that are there, put right; null when they are right, or when nobody can know which of them to keep.
    /// </summary>
    /// <param name="method">The method.</param>
    /// <param name="parameters">How many it may have beside a token.</param>
    public static ImmutableDictionary<string, string?>? Fix(IMethodSymbol method, int parameters)
    {
        if (method.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax() is not MethodDeclarationSyntax { ParameterList: var list }
            || method.IsGenericMethod)
            return null;
        // Other declarations would have to change with it.
        if (method.IsOverride
            || method.IsVirtual
            || method.IsAbstract
            || method.PartialDefinitionPart is not null
            || method.PartialImplementationPart is not null
            || Implements(method))
            return null;
        var tokens = method.Parameters.Count(MethodShape.IsToken);
        if (method.Parameters.Length - tokens != parameters || tokens > 1 || list.Parameters.Count != method.Parameters.Length)
            return null;
        if (method.Parameters.Any(static parameter => parameter.RefKind == RefKind.Out))
            return null;

        var ordered = method.Parameters.OrderBy(MethodShape.IsToken);
        var right = $"({string.Join(", ", ordered.Select(parameter => Right(parameter, list.Parameters[parameter.Ordinal])))})";
        return right == list.ToString() ? null : FixProperties.Replace($"Take {right}", right);
    }

    private static bool Implements(IMethodSymbol method) => method.ContainingType.AllInterfaces
        .SelectMany(contract => contract.GetMembers(method.Name))
        .Any(member => SymbolEqualityComparer.Default.Equals(method.ContainingType.FindImplementationForInterfaceMember(member), method));

    private static string Right(IParameterSymbol parameter, ParameterSyntax written)
    {
        var type = parameter.Type.IsReferenceType && written.Type is NullableTypeSyntax nullable ? nullable.ElementType : written.Type!;
        // A request always comes; with a default value it could not stand before the token.
        return written
            .WithModifiers(default)
            .WithType(type.WithoutTrivia().WithTrailingTrivia(SyntaxFactory.Space))
            .WithDefault(MethodShape.IsToken(parameter) ? written.Default : null)
            .ToString()
            .TrimEnd();
    }
}
