using Microsoft.CodeAnalysis;

namespace EasGen.Compiler.Predictor;

/// <summary>What a request or an answer is on the wire, as EasGen.AspNetCore reads and writes its type.</summary>
internal enum Payload
{
    /// <summary>JSON.</summary>
    Json,

    /// <summary>A string, which as a request may be plain text.</summary>
    Text,

    /// <summary>The bytes of an array.</summary>
    Bytes,

    /// <summary>The bytes of a ReadOnlyMemory.</summary>
    Memory,

    /// <summary>The bytes of a stream.</summary>
    Stream,

    /// <summary>Anything: an IResult writes itself.</summary>
    Result,
}

internal static class Payloads
{
    public static Payload OfRequest(ITypeSymbol type) => type switch
    {
        { SpecialType: SpecialType.System_String } => Payload.Text,
        _ when IsIn(type, "Stream", "System.IO") => Payload.Stream,
        _ => BytesOr(type, Payload.Json),
    };

    public static Payload OfAnswer(ITypeSymbol type)
    {
        if (IsIn(type, "IResult", "Microsoft.AspNetCore.Http"))
            return Payload.Result;
        foreach (var contract in Interfaces.Of(type))
        {
            if (IsIn(contract, "IResult", "Microsoft.AspNetCore.Http"))
                return Payload.Result;
        }
        for (var ancestor = type; ancestor is not null; ancestor = ancestor.BaseType)
        {
            if (IsIn(ancestor, "Stream", "System.IO"))
                return Payload.Stream;
        }
        return BytesOr(type, Payload.Json);
    }

    private static Payload BytesOr(ITypeSymbol type, Payload other) => type switch
    {
        IArrayTypeSymbol { Rank: 1, ElementType.SpecialType: SpecialType.System_Byte } => Payload.Bytes,
        INamedTypeSymbol { Arity: 1 } memory when IsIn(memory, "ReadOnlyMemory", "System")
            && memory.TypeArguments[0].SpecialType == SpecialType.System_Byte => Payload.Memory,
        _ => other,
    };

    private static bool IsIn(ITypeSymbol type, string name, string space) =>
        type.Name == name && type.ContainingNamespace?.ToDisplayString() == space;
}
