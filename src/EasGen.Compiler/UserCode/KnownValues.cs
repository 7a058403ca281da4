using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace EasGen.Compiler.UserCode;

/// <summary>What expressions come to in an environment of ASP.NET Core.</summary>
internal sealed class KnownValues(SemanticModel model, Func<string?> environmentOf)
{
    // Of an expression in another, and of the code behind a name, which may lead to more.
    private const int Deepest = 100;
    private const int Farthest = 4;

    private int depth;
    private int distance;

    private string? Environment => environmentOf();

    // The name of the environment where a variable says it, which for Production none needs to.
    private object?[]? Told => Environment is null ? null : [Environment, null];

    /// <summary>What a condition comes to; null when that is not certain.</summary>
    public bool? Truth(ExpressionSyntax condition) => Of(condition) switch
    {
        { Length: > 0 } all when Array.TrueForAll(all, static value => value is true) => true,
        { Length: > 0 } all when Array.TrueForAll(all, static value => value is false) => false,
        _ => null,
    };

    /// <summary>Whether a switch comes to one of its sections.</summary>
    public bool? Taken(SwitchStatementSyntax choice, SwitchSectionSyntax wanted)
    {
        // The text of one section may run for another.
        if (choice.DescendantNodes().Any(static code => code is GotoStatementSyntax))
            return null;
        var given = Of(choice.Expression);
        return Taken(
            from section in choice.Sections
            from label in section.Labels
            orderby label is DefaultSwitchLabelSyntax
            select ((SyntaxNode)section, label switch
            {
                CaseSwitchLabelSyntax constant => Equal(given, Of(constant.Value)),
                CasePatternSwitchLabelSyntax pattern => Matches(pattern.Pattern, given) & Holds(pattern.WhenClause),
                _ => true,
            }),
            wanted);
    }

    /// <summary>Whether a switch comes to one of its arms.</summary>
    public bool? Taken(SwitchExpressionSyntax choice, SwitchExpressionArmSyntax wanted)
    {
        var given = Of(choice.GoverningExpression);
        return Taken(choice.Arms.Select(arm => ((SyntaxNode)arm, Matches(arm.Pattern, given) & Holds(arm.WhenClause))), wanted);
    }

    // The first one that matches is taken.
    private static bool? Taken(IEnumerable<(SyntaxNode Owner, bool? Matches)> labels, SyntaxNode wanted)
    {
        var (taken, isFree) = ((bool?)false, (bool?)true);
        foreach (var (owner, matches) in labels)
        {
            if (owner == wanted)
                taken |= isFree & matches;
            isFree &= !matches;
        }
        return taken;
    }

    private bool? Holds(WhenClauseSyntax? clause) => clause is null ? true : Truth(clause.Condition);

    private bool? Matches(PatternSyntax pattern, object?[]? given) => pattern switch
    {
        ConstantPatternSyntax constant => Equal(given, Of(constant.Expression)),
        ParenthesizedPatternSyntax inner => Matches(inner.Pattern, given),
        UnaryPatternSyntax not => !Matches(not.Pattern, given),
        BinaryPatternSyntax both when both.IsKind(SyntaxKind.AndPattern) => Matches(both.Left, given) & Matches(both.Right, given),
        BinaryPatternSyntax either => Matches(either.Left, given) | Matches(either.Right, given),
        DiscardPatternSyntax or VarPatternSyntax => true,
        RecursivePatternSyntax { Type: null, PropertyPatternClause.Subpatterns: { Count: 1 } parts }
            when parts[0].NameColon?.Name.Identifier.ValueText == "EnvironmentName" =>
            Environment is null ? null : Matches(parts[0].Pattern, [Environment]),
        _ => null,
    };

    // The values that an expression may have; null when nothing is known.
    private object?[]? Of(ExpressionSyntax expression)
    {
        if (depth >= Deepest)
            return null;
        depth++;
        var values = model.GetConstantValue(expression) is { HasValue: true, Value: var constant } ? [constant] : Read(expression);
        depth--;
        return values;
    }

    private object?[]? Read(ExpressionSyntax expression) => expression switch
    {
        ParenthesizedExpressionSyntax inner => Of(inner.Expression),
        CastExpressionSyntax cast => Of(cast.Expression),
        PostfixUnaryExpressionSyntax value when value.IsKind(SyntaxKind.SuppressNullableWarningExpression) => Of(value.Operand),
        PrefixUnaryExpressionSyntax not when not.IsKind(SyntaxKind.LogicalNotExpression) => Of(!Truth(not.Operand)),
        IsPatternExpressionSyntax test => Of(Matches(test.Pattern, Of(test.Expression))),
        BinaryExpressionSyntax both => Read(both),
        ConditionalExpressionSyntax choice =>
            Truth(choice.Condition) is { } isTrue ? Of(isTrue ? choice.WhenTrue : choice.WhenFalse) : null,
        SwitchExpressionSyntax choice =>
            choice.Arms.FirstOrDefault(arm => Taken(choice, arm) == true) is { } arm ? Of(arm.Expression) : null,
        InvocationExpressionSyntax call => model.GetSymbolInfo(call).Symbol is IMethodSymbol method ? Called(call, method) : null,
        ElementAccessExpressionSyntax { ArgumentList.Arguments: { Count: 1 } keys } item =>
            IsVariable(keys[0]) && model.GetSymbolInfo(item).Symbol is { } of && IsMicrosoft(of) ? Told : null,
        NameSyntax or MemberAccessExpressionSyntax => Named(model.GetSymbolInfo(expression).Symbol),
        _ => null,
    };

    private object?[]? Read(BinaryExpressionSyntax both) => both.Kind() switch
    {
        SyntaxKind.LogicalAndExpression => Of(Truth(both.Left) & Truth(both.Right)),
        SyntaxKind.LogicalOrExpression => Of(Truth(both.Left) | Truth(both.Right)),
        SyntaxKind.EqualsExpression => Of(Equal(Of(both.Left), Of(both.Right))),
        SyntaxKind.NotEqualsExpression => Of(!Equal(Of(both.Left), Of(both.Right))),
        SyntaxKind.CoalesceExpression when Of(both.Left) is { } left && Of(both.Right) is { } right =>
            [.. left.Where(static value => value is not null), .. Array.IndexOf(left, null) >= 0 ? right : []],
        _ => null,
    };

    private object?[]? Called(InvocationExpressionSyntax call, IMethodSymbol method)
    {
        var arguments = call.ArgumentList.Arguments;
        var target = (call.Expression as MemberAccessExpressionSyntax)?.Expression;
        switch (method.Name)
        {
            case "IsDevelopment" or "IsStaging" or "IsProduction" when IsMicrosoft(method):
                return Environment is null ? null : [IsSame(Environment, method.Name.Substring(2), ignoresCase: true)];
            case "IsEnvironment" when IsMicrosoft(method) && arguments.Count > 0:
                var name = Of(arguments[arguments.Count - 1].Expression);
                return Environment is null ? null : Of(Equal([Environment], name, ignoresCase: true));
            case "GetEnvironmentVariable" when arguments.Count == 1
                && CodeReader.Is(method.ContainingType, nameof(System), nameof(Environment)):
                return IsVariable(arguments[0]) ? Told : null;
            case "Equals" when CodeReader.Is(method.ContainingType, nameof(System), nameof(String)):
                var ignoresCase = arguments.Any(static argument => IgnoresCase(argument.Expression));
                return method.IsStatic
                    ? arguments.Count < 2 ? null : Of(Equal(Of(arguments[0].Expression), Of(arguments[1].Expression), ignoresCase))
                    : target is null ? null : Of(Equal(Of(target), Of(arguments[0].Expression), ignoresCase));
            case "Equals" when target is not null && CodeReader.Is(method.ContainingType, nameof(System), nameof(StringComparer))
                && arguments.Count == 2:
                return Of(Equal(Of(arguments[0].Expression), Of(arguments[1].Expression), IgnoresCase(target)));
            default:
                return Behind(method);
        }
    }

    private object?[]? Named(ISymbol? symbol) => symbol switch
    {
        IPropertySymbol { Name: "EnvironmentName" } when IsMicrosoft(symbol) => Environment is null ? null : [Environment],
        IFieldSymbol { IsStatic: true, ContainingType.Name: "Environments" } when IsMicrosoft(symbol) => [symbol.Name],
        IPropertySymbol or ILocalSymbol or IFieldSymbol { IsStatic: true, IsReadOnly: true } => Behind(symbol),
        _ => null,
    };

    // What a method or a variable of the same file says in one expression.
    private object?[]? Behind(ISymbol symbol)
    {
        if (distance >= Farthest
            || symbol.IsVirtual || symbol.IsOverride || symbol.IsAbstract
            || symbol.DeclaringSyntaxReferences.FirstOrDefault() is not { } reference
            || reference.SyntaxTree != model.SyntaxTree)
            return null;
        var value = reference.GetSyntax() switch
        {
            MethodDeclarationSyntax method => Value(method.ExpressionBody, method.Body),
            LocalFunctionStatementSyntax function => Value(function.ExpressionBody, function.Body),
            PropertyDeclarationSyntax property => property.ExpressionBody?.Expression,
            VariableDeclaratorSyntax variable when !IsWritten(variable) => variable.Initializer?.Value,
            _ => null,
        };
        if (value is null)
            return null;
        distance++;
        var values = Of(value);
        distance--;
        return values;
    }

    private static ExpressionSyntax? Value(ArrowExpressionClauseSyntax? arrow, BlockSyntax? body) =>
        arrow?.Expression ?? (body?.Statements is { Count: 1 } one ? (one[0] as ReturnStatementSyntax)?.Expression : null);

    private static bool IsWritten(VariableDeclaratorSyntax variable)
    {
        var name = variable.Identifier.ValueText;
        var scope = variable.Ancestors().First(static outer => outer is MemberDeclarationSyntax and not GlobalStatementSyntax
            or CompilationUnitSyntax);
        return scope.DescendantNodes().Any(code => code switch
        {
            AssignmentExpressionSyntax assignment => assignment.Left.DescendantNodesAndSelf().Any(Is),
            ArgumentSyntax argument => !argument.RefKindKeyword.IsKind(SyntaxKind.None) && Is(argument.Expression),
            _ => false,
        });

        bool Is(SyntaxNode code) => code is IdentifierNameSyntax identifier && identifier.Identifier.ValueText == name;
    }

    private bool IsVariable(ArgumentSyntax argument) =>
        model.GetConstantValue(argument.Expression).Value is "ASPNETCORE_ENVIRONMENT" or "DOTNET_ENVIRONMENT";

    private static bool IsMicrosoft(ISymbol symbol) =>
        symbol.ContainingNamespace?.ToDisplayString().StartsWith("Microsoft.", StringComparison.Ordinal) == true;

    // StringComparison.OrdinalIgnoreCase, StringComparer.OrdinalIgnoreCase
    private static bool IgnoresCase(ExpressionSyntax comparison) =>
        comparison is MemberAccessExpressionSyntax { Name.Identifier.ValueText: var name }
            && name.EndsWith("IgnoreCase", StringComparison.Ordinal);

    private static object?[]? Of(bool? truth) => truth is { } known ? [known] : null;

    // Null when the values leave both open.
    private static bool? Equal(object?[]? left, object?[]? right, bool ignoresCase = false)
    {
        if (left is null || right is null)
            return null;
        bool? all = null;
        foreach (var one in left)
        {
            foreach (var other in right)
            {
                var isSame = IsSame(one, other, ignoresCase);
                if (all is { } known && known != isSame)
                    return null;
                all = isSame;
            }
        }
        return all;
    }

    private static bool IsSame(object? left, object? right, bool ignoresCase) => ignoresCase
        ? string.Equals(left as string, right as string, StringComparison.OrdinalIgnoreCase)
        : Equals(left, right);
}
