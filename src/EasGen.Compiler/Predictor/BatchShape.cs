using Microsoft.CodeAnalysis;

namespace EasGen.Compiler.Predictor;

/// <summary>Which predict methods can take a batch: a list of requests, for each of which they give an answer.</summary>
internal static class BatchShape
{
    private const string Lists = "IReadOnlyList<T> or T[]";

    /// <summary>What is wrong with a method that can be called, as far as batches go; null for nothing.</summary>
    public static string? Problem(MarkedMethod marked)
    {
        var answer = MethodShape.ResponseOf(marked.Method)!;
        if (!marked.IsBatch)
            return IsItemResult(answer) || AnswerOf(answer) is { } refusable && IsItemResult(refusable)
                ? "returns BatchItemResult, which only a batch method can; set MaxBatchSize too"
                : null;

        var request = marked.Method.Parameters[0].Type;
        if (request is IArrayTypeSymbol { ElementType.SpecialType: SpecialType.System_Byte, Rank: 1 })
            return "takes byte[], which is the body of one request; take IReadOnlyList<byte[]>, or remove MaxBatchSize";
        if (RequestOf(request) is not { } one)
            return $"has a MaxBatchSize, but does not take a list of requests; take {Lists}, or remove MaxBatchSize";
        if (one.NullableAnnotation == NullableAnnotation.Annotated)
            return "must take a list of requests that are not nullable";
        if (MethodShape.IsStream(marked.Method) || AnswerOf(answer) is { } item && MethodShape.ItemOf(item) is not null)
            return "streams, which a batch method cannot; return a list with one answer for each request, or remove MaxBatchSize";
        if (AnswerOf(answer) is not { } each)
            return $"has a MaxBatchSize, but does not return a list of answers; return {Lists}, or a task of it, or remove MaxBatchSize";
        if (answer.NullableAnnotation == NullableAnnotation.Annotated)
            return "must return a list of answers that is not nullable";
        return MethodShape.IsPlain(one) && MethodShape.IsPlain(each) ? null : "must take and return lists of types that JSON can carry";
    }

    /// <summary>What one caller sends.</summary>
    public static ITypeSymbol RequestTypeOf(IMethodSymbol method) => RequestOf(method.Parameters[0].Type)!;

    /// <summary>What one caller gets.</summary>
    public static ITypeSymbol ResponseTypeOf(IMethodSymbol method)
    {
        var answer = AnswerOf(MethodShape.ResponseOf(method)!)!;
        return IsItemResult(answer) ? ((INamedTypeSymbol)answer).TypeArguments[0] : answer;
    }

    private static ITypeSymbol? RequestOf(ITypeSymbol list) => ArrayItem(list) ?? ListItem(list);

    // Of lists that are more than that, such as List<T>, too.
    private static ITypeSymbol? AnswerOf(ITypeSymbol list)
    {
        if (RequestOf(list) is { } item)
            return item;
        var only = default(ITypeSymbol);
        foreach (var contract in Interfaces.Of(list))
        {
            if (ListItem(contract) is not { } each)
                continue;
            if (only is not null)
                return null;
            only = each;
        }
        return only;
    }

    private static ITypeSymbol? ArrayItem(ITypeSymbol type) => type is IArrayTypeSymbol { Rank: 1 } array ? array.ElementType : null;

    private static ITypeSymbol? ListItem(ITypeSymbol type) =>
        type.OriginalDefinition.SpecialType == SpecialType.System_Collections_Generic_IReadOnlyList_T
            ? ((INamedTypeSymbol)type).TypeArguments[0]
            : null;

    private static bool IsItemResult(ITypeSymbol type) =>
        type is INamedTypeSymbol { Name: KnownNames.BatchItemResult, Arity: 1, ContainingNamespace: { Name: KnownNames.Namespace } space }
        && space.ContainingNamespace.IsGlobalNamespace;
}
