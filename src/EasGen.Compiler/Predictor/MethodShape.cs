using Microsoft.CodeAnalysis;

namespace EasGen.Compiler.Predictor;

/// <summary>
/// Which methods can be a prediction, a probe or the start-up, said once for the generator, which skips the others, and
/// for the analyzers, which say what is wrong with them.
/// </summary>
internal static class MethodShape
{
    private static readonly SymbolDisplayFormat GlobalName = SymbolDisplayFormat.FullyQualifiedFormat
        .AddMiscellaneousOptions(SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier);

    public static string? PredictionProblem(IMethodSymbol method) =>
        CallProblem(method, parameters: 1)
        ?? (
            ResponseOf(method) is { } answer
                ? StreamProblem(answer)
                : "must return the answer, or a Task or ValueTask of it, or an IAsyncEnumerable of its items to stream them")
        ?? (
            method.Parameters[0].Type.NullableAnnotation == NullableAnnotation.Annotated
                ? "must take a request that is not nullable"
                : null);

    public static string? CheckProblem(IMethodSymbol method) =>
        CallProblem(method, parameters: 0)
        ?? (ResponseOf(method) is { } answer && (answer.SpecialType == SpecialType.System_Boolean
            || FullName(answer) == KnownNames.HealthCheckResult)
            ? null
            : "must return bool or HealthCheckResult, or a Task or ValueTask of one");

    public static string? StartupProblem(IMethodSymbol method) =>
        CallProblem(method, parameters: 0)
        ?? (method.ReturnsVoid
            && !method.IsAsync
            || IsTask(method.ReturnType)
            && ResponseOf(method) is null ? null : "must return void, Task or ValueTask");

    public static MethodCall CallOf(IMethodSymbol method, INamedTypeSymbol type) =>
        new(
            BaseOf(method, type),
            method.Name,
            method.IsStatic,
            method.Parameters.Length > 0 && IsToken(method.Parameters[method.Parameters.Length - 1]),
            method.ReturnsVoid ? ReturnKind.Void
            : !IsTask(method.ReturnType) ? ReturnKind.Value
            : method.ReturnType.Name == "Task" ? ReturnKind.Task
            : ReturnKind.ValueTask);

    /// <summary>A type as generated code names it.</summary>
    public static string NameOf(ITypeSymbol type) => type.ToDisplayString(GlobalName);

    public static ITypeSymbol RequestTypeOf(IMethodSymbol method) => method.Parameters[0].Type;

    /// <summary>True when the method gives a task or a stream, and its thread back at once.</summary>
    public static bool IsAsynchronous(IMethodSymbol method) => IsTask(method.ReturnType) || IsStream(method);

    /// <summary>True when the answer is sent item by item.</summary>
    public static bool IsStream(IMethodSymbol method) => ResponseOf(method) is { } answer && ItemOf(answer) is not null;

    /// <summary>What is answered: the whole, or each item of a stream.</summary>
    public static ITypeSymbol ResponseTypeOf(IMethodSymbol method)
    {
        var answer = ResponseOf(method)!;
        return ItemOf(answer) ?? answer;
    }

    public static bool IsToken(IParameterSymbol parameter) =>
        parameter.Type is { Name: "CancellationToken", ContainingNamespace: var space } && IsThreading(space);

    private static string? CallProblem(IMethodSymbol method, int parameters)
    {
        if (method.IsGenericMethod)
            return "must not be generic";
        if (method.IsVararg)
            return "must not take __arglist";
        if (IsUnmanaged(method))
            return "must not be [UnmanagedCallersOnly], which .NET code cannot call";
        var tokens = 0;
        foreach (var parameter in method.Parameters)
        {
            if (parameter.RefKind != RefKind.None)
                return "must take its parameters by value";
            tokens += IsToken(parameter) ? 1 : 0;
        }
        foreach (var parameter in method.Parameters)
        {
            if (!IsToken(parameter) && !IsPlain(parameter.Type))
                return "must take types that JSON can carry";
        }
        if (Notices.Refusal(method) is { } refusal)
            return refusal;
        if (method.ReturnType is { IsReferenceType: true, NullableAnnotation: NullableAnnotation.Annotated }
            or { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } && IsTask(Bare(method.ReturnType)))
            return $"must return a task that is not nullable: {Bare(method.ReturnType).Name}, without '?'";
        var inOrder = tokens == 0 || tokens == 1 && IsToken(method.Parameters[method.Parameters.Length - 1]);
        if (method.Parameters.Length - tokens == parameters && inOrder)
            return null;
        return parameters == 0
            ? "must take no parameters except a CancellationToken"
            : "must take one request, optionally followed by a CancellationToken";
    }

    private static bool IsUnmanaged(IMethodSymbol method)
    {
        foreach (var attribute in method.GetAttributes())
        {
            if (attribute.AttributeClass?.Name == "UnmanagedCallersOnlyAttribute")
                return true;
        }
        return false;
    }

    private static string? StreamProblem(ITypeSymbol answer)
    {
        if (ItemOf(answer) is not { } item)
        {
            return Interfaces.Of(answer).Any(static type => ItemOf(type) is not null)
                ? "must declare IAsyncEnumerable<T> as its return type, so that the items are streamed"
                : null;
        }
        if (item.TypeKind == TypeKind.Error)
            return "must stream items of a type that exists";
        return answer.NullableAnnotation == NullableAnnotation.Annotated
            ? "must return a stream that is not nullable: IAsyncEnumerable<T>, without '?'; a stream may be empty"
            : null;
    }

    /// <summary>The item of a stream; null for an answer that comes as a whole.</summary>
    public static ITypeSymbol? ItemOf(ITypeSymbol answer) =>
        answer is INamedTypeSymbol { Name: "IAsyncEnumerable", TypeArguments: { Length: 1 } items }
            && answer.ContainingNamespace is { Name: "Generic", ContainingNamespace: { Name: "Collections" } collections }
            && IsSystem(collections.ContainingNamespace)
            ? items[0]
            : null;

    /// <summary>What a caller gets once the method is done; null for nothing.</summary>
    public static ITypeSymbol? ResponseOf(IMethodSymbol method) => method.ReturnType switch
    {
        { SpecialType: SpecialType.System_Void } => null,
        var answer when !IsPlain(answer) => null,
        INamedTypeSymbol task when IsTask(task) => task.TypeArguments.Length == 1 && task.TypeArguments[0].TypeKind != TypeKind.Error
            ? task.TypeArguments[0]
            : null,
        var answer => answer,
    };

    /// <summary>
    /// Whether a type can be a type argument, which the request and the answer are in generated code: of safe code, one that C# can spell,
    /// and no interface with static abstract members.
    /// </summary>
    public static bool IsPlain(ITypeSymbol type) => type switch
    {
        IArrayTypeSymbol array => IsSafe(array.ElementType),
        INamedTypeSymbol { TypeKind: TypeKind.Interface } contract when contract.AllInterfaces
            .Add(contract)
            .Any(HasStaticAbstract) => false,
        _ => IsSafe(type) && type is { TypeKind: not TypeKind.Error, IsRefLikeType: false },
    };

    private static bool IsSafe(ITypeSymbol type) => type switch
    {
        IPointerTypeSymbol or IFunctionPointerTypeSymbol => false,
        IArrayTypeSymbol array => IsSafe(array.ElementType),
        INamedTypeSymbol twice when !SymbolEqualityComparer.Default.Equals(Bare(Bare(twice)), Bare(twice)) => false,
        INamedTypeSymbol named => named.TypeArguments.All(IsSafe),
        _ => true,
    };

    private static bool HasStaticAbstract(INamedTypeSymbol contract) =>
        contract.GetMembers().Any(static member => member is { IsStatic: true, IsAbstract: true });

    private static ITypeSymbol Bare(ITypeSymbol type) =>
        type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable
            ? nullable.TypeArguments[0]
            : type;

    private static string? BaseOf(IMethodSymbol method, INamedTypeSymbol type) =>
        SymbolEqualityComparer.Default.Equals(method.ContainingType, type) ? null : NameOf(method.ContainingType);

    private static bool IsTask(ITypeSymbol type) =>
        type is { Name: "Task" or "ValueTask", ContainingNamespace: { Name: "Tasks", ContainingNamespace: var space } }
            && IsThreading(space);

    private static bool IsThreading(INamespaceSymbol? space) => space is { Name: "Threading" } && IsSystem(space.ContainingNamespace);

    private static bool IsSystem(INamespaceSymbol? space) =>
        space is { Name: nameof(System), ContainingNamespace.IsGlobalNamespace: true };

    private static string FullName(ITypeSymbol type) => $"{type.ContainingNamespace?.ToDisplayString()}.{type.Name}";
}
