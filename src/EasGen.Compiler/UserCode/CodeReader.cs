using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace EasGen.Compiler.UserCode;

/// <summary>Reads code as far as it says something for certain: what is called, with which constants, and on which condition.</summary>
internal static class CodeReader
{
    /// <summary>The name that is called, before anything is bound; null for what has none.</summary>
    public static string? NameOf(InvocationExpressionSyntax call) => NameSyntax(call)?.Identifier.ValueText;

    public static SimpleNameSyntax? NameSyntax(InvocationExpressionSyntax call) => call.Expression switch
    {
        MemberAccessExpressionSyntax member => member.Name,
        MemberBindingExpressionSyntax member => member.Name,
        SimpleNameSyntax name => name,
        _ => null,
    };

    /// <summary>True for a type or a member of a type of this full name.</summary>
    public static bool Is(ITypeSymbol? type, string space, string name) =>
        type is not null && type.Name == name && type.ContainingNamespace?.ToDisplayString() == space;

    /// <summary>What is given for a parameter, without conversions; null when there is no such parameter.</summary>
    public static IOperation? Argument(IInvocationOperation call, string parameter)
    {
        foreach (var argument in call.Arguments)
        {
            if (argument.Parameter?.Name == parameter)
                return Unwrap(argument.Value);
        }
        return null;
    }

    public static IOperation Unwrap(IOperation value)
    {
        while (value is IConversionOperation conversion)
            value = conversion.Operand;
        return value;
    }

    public static string? Text(IOperation? value) => value?.ConstantValue is { HasValue: true, Value: string text } ? text : null;

    public static int? Number(IOperation? value) => value?.ConstantValue is { HasValue: true, Value: int number } ? number : null;

    /// <summary>True for what runs some of its parts and not others.</summary>
    public static bool IsBranch(SyntaxNode code) =>
        code is IfStatementSyntax
            or ElseClauseSyntax
            or SwitchSectionSyntax
            or SwitchExpressionArmSyntax
            or ConditionalExpressionSyntax
            or CatchClauseSyntax;

    /// <summary>What a local variable begins with; null for anything else.</summary>
    public static ExpressionSyntax? Initializer(ISymbol? variable) =>
        variable is ILocalSymbol local
            && local.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax() is VariableDeclaratorSyntax { Initializer.Value: var value }
            ? value
            : null;
}
