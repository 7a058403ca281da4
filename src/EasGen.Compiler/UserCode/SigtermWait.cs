using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace EasGen.Compiler.UserCode;

/// <summary>Code that runs when the process is asked to end.</summary>
internal static class SigtermWait
{
    private const string Hosting = "Microsoft.Extensions.Hosting";

    /// <summary>What in the code waits; null when nothing does.</summary>
    public static Location? Find(SyntaxNode code, SemanticModel model) => code switch
    {
        InvocationExpressionSyntax call => CodeReader.NameOf(call) switch
        {
            "Register" or "UnsafeRegister" => Token(call, model),
            "Create" => Signal(call, model),
            _ => null,
        },
        AssignmentExpressionSyntax
        {
            Left: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "ProcessExit" or "Unloading" } left,
        } => Event(left, model),
        MethodDeclarationSyntax { Identifier.ValueText: "StopAsync" or "StoppingAsync" or "StoppedAsync" } method => Stop(method, model),
        _ => null,
    };

    // lifetime.ApplicationStopping.Register(…)
    private static Location? Token(InvocationExpressionSyntax call, SemanticModel model) =>
        call.Expression is MemberAccessExpressionSyntax { Expression: var token }
        && Mentions(token, "ApplicationStopping", "ApplicationStopped")
        && model.GetSymbolInfo(token).Symbol is IPropertySymbol
        {
            Name: "ApplicationStopping" or "ApplicationStopped",
            ContainingType: var owner,
        }
        && CodeReader.Is(owner, Hosting, "IHostApplicationLifetime") ? token.GetLocation() : null;

    // PosixSignalRegistration.Create(PosixSignal.SIGTERM, …)
    private static Location? Signal(InvocationExpressionSyntax call, SemanticModel model) =>
        call.ArgumentList.Arguments.FirstOrDefault()?.Expression is { } signal
        && Mentions(signal, "SIGTERM")
        && model.GetSymbolInfo(signal).Symbol is IFieldSymbol { Name: "SIGTERM", ContainingType.Name: "PosixSignal" }
        && model.GetSymbolInfo(call).Symbol?.ContainingType is { Name: "PosixSignalRegistration" } ? signal.GetLocation() : null;

    // Before anything is bound, as much is registered and created.
    private static bool Mentions(ExpressionSyntax code, params string[] names) =>
        code.DescendantNodesAndSelf().Any(part => part is SimpleNameSyntax name && Array.IndexOf(names, name.Identifier.ValueText) >= 0);

    // AppDomain.CurrentDomain.ProcessExit += …
    private static Location? Event(ExpressionSyntax target, SemanticModel model) =>
        model.GetSymbolInfo(target).Symbol is IEventSymbol { ContainingType: var owner }
        && (CodeReader.Is(owner, "System", "AppDomain")
            || (CodeReader.Is(owner, "System.Runtime.Loader", "AssemblyLoadContext")
                && target is MemberAccessExpressionSyntax { Expression: MemberAccessExpressionSyntax of }
                && of.Name.Identifier.ValueText == "Default"))
            ? target.GetLocation()
            : null;

    private static Location? Stop(MethodDeclarationSyntax method, SemanticModel model) =>
        DoesSomething(method)
        && model.GetDeclaredSymbol(method) is IMethodSymbol { Parameters.Length: 1, ContainingType: { } owner } stop
        && stop.Parameters[0].Type.Name == nameof(CancellationToken)
        && owner.AllInterfaces.Any(static type => CodeReader.Is(type, Hosting, "IHostedService")) ? method.Identifier.GetLocation() : null;

    // Every hosted service must have the method; many have nothing to do in it.
    private static bool DoesSomething(MethodDeclarationSyntax method) => method switch
    {
        { ExpressionBody.Expression: var value } => !IsNothing(value),
        { Body: { } body } => body.Statements.Any(static statement => statement switch
        {
            ReturnStatementSyntax { Expression: var value } => value is not null && !IsNothing(value),
            ExpressionStatementSyntax { Expression: var value } => !IsNothing(value),
            ThrowStatementSyntax => false,
            _ => true,
        }),
        _ => false,
    };

    private static bool IsNothing(ExpressionSyntax value) => value switch
    {
        AwaitExpressionSyntax { Expression: var awaited } => IsNothing(awaited),
        MemberAccessExpressionSyntax { Name.Identifier.ValueText: "CompletedTask" } => true,
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Expression: BaseExpressionSyntax } } => true,
        ThrowExpressionSyntax => true,
        _ => false,
    };
}
