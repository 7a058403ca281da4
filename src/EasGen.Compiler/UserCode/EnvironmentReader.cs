using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace EasGen.Compiler.UserCode;

/// <summary>
/// Tells which code runs in an environment of ASP.NET Core, such as Production: what its conditions come to there, as far as the code says
/// so for certain.
/// </summary>
/// <param name="model">Of the file.</param>
/// <param name="environment">Asked where a condition depends on it; null when it is not known; then no condition on it is either.</param>
/// <param name="left">Which statements leave the code around them; readers of one environment share it.</param>
internal sealed class EnvironmentReader(
    SemanticModel model, Func<string?> environment, ConcurrentDictionary<StatementSyntax, bool>? left = null)
{
    private readonly KnownValues values = new(model, environment);
    private readonly ConcurrentDictionary<StatementSyntax, bool> left = left ?? new();

    /// <summary>False for code that never runs there, true for code that no condition keeps from it; null when it may run.</summary>
    public bool? Runs(SyntaxNode code)
    {
        bool? runs = true;
        for (var inner = code; inner.Parent is { } outer; inner = outer)
        {
            var passes = IsLeft(outer, inner) ? false : Passes(outer, inner);
            if (passes == false)
                return false;
            runs = passes is null ? null : runs;
        }
        return runs;
    }

    // Whether the outer code comes to the inner.
    private bool? Passes(SyntaxNode outer, SyntaxNode inner) => outer switch
    {
        IfStatementSyntax check when inner == check.Statement => values.Truth(check.Condition),
        IfStatementSyntax check when inner == check.Else => !values.Truth(check.Condition),
        ConditionalExpressionSyntax choice when inner == choice.WhenTrue => values.Truth(choice.Condition),
        ConditionalExpressionSyntax choice when inner == choice.WhenFalse => !values.Truth(choice.Condition),
        BinaryExpressionSyntax both when inner == both.Right && both.IsKind(SyntaxKind.LogicalAndExpression) => values.Truth(both.Left),
        BinaryExpressionSyntax both when inner == both.Right && both.IsKind(SyntaxKind.LogicalOrExpression) => !values.Truth(both.Left),
        WhileStatementSyntax loop when inner == loop.Statement => values.Truth(loop.Condition) ?? true,
        SwitchSectionSyntax section when inner is StatementSyntax => values.Taken((SwitchStatementSyntax)section.Parent!, section),
        SwitchExpressionArmSyntax arm when inner == arm.Expression => values.Taken((SwitchExpressionSyntax)arm.Parent!, arm),
        CatchClauseSyntax => null,
        _ => true,
    };

    // A statement before it returns. A local function may be called before.
    private bool IsLeft(SyntaxNode outer, SyntaxNode inner)
    {
        if (inner is not (StatementSyntax or GlobalStatementSyntax)
            || inner is LocalFunctionStatementSyntax or GlobalStatementSyntax { Statement: LocalFunctionStatementSyntax })
            return false;
        return Statements(outer).TakeWhile(statement => statement.SpanStart < inner.SpanStart)
            .Any(statement => left.GetOrAdd(statement, each => Leaves(each)));
    }

    private static IEnumerable<StatementSyntax> Statements(SyntaxNode code) => code switch
    {
        BlockSyntax block => block.Statements,
        SwitchSectionSyntax section => section.Statements,
        CompilationUnitSyntax unit => unit.Members.OfType<GlobalStatementSyntax>().Select(static global => global.Statement),
        _ => [],
    };

    // Whether nothing behind the statement runs. A break inside of another switch only leaves that.
    private bool Leaves(StatementSyntax statement, bool inSwitch = false) => statement switch
    {
        ReturnStatementSyntax or ThrowStatementSyntax or ContinueStatementSyntax or GotoStatementSyntax => true,
        BreakStatementSyntax => !inSwitch,
        BlockSyntax block => block.Statements.Any(inner => Leaves(inner, inSwitch)),
        IfStatementSyntax check => values.Truth(check.Condition) switch
        {
            true => Leaves(check.Statement, inSwitch),
            false => check.Else is { } other && Leaves(other.Statement, inSwitch),
            null => check.Else is { } other && Leaves(check.Statement, inSwitch) && Leaves(other.Statement, inSwitch),
        },
        SwitchStatementSyntax choice => choice.Sections.Any(section =>
            values.Taken(choice, section) == true && section.Statements.Any(inner => Leaves(inner, inSwitch: true))),
        UsingStatementSyntax scope => Leaves(scope.Statement, inSwitch),
        LockStatementSyntax scope => Leaves(scope.Statement, inSwitch),
        LabeledStatementSyntax labeled => Leaves(labeled.Statement, inSwitch),
        ExpressionStatementSyntax { Expression: InvocationExpressionSyntax call } => CodeReader.NameOf(call) is "Exit" or "FailFast"
            && CodeReader.Is(model.GetSymbolInfo(call).Symbol?.ContainingType, nameof(System), nameof(Environment)),
        _ => false,
    };
}
