using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace EasGen.Compiler.Predictor;

/// <summary>The interfaces of the types that methods take and return.</summary>
internal static class Interfaces
{
    /// <summary>All of them. Roslyn's own list, which it makes anew after each edit, is only asked for where one brings others.</summary>
    public static ImmutableArray<INamedTypeSymbol> Of(ITypeSymbol type)
    {
        if (type.BaseType is not { SpecialType: SpecialType.System_Object or SpecialType.System_ValueType })
            return type.AllInterfaces;
        foreach (var contract in type.Interfaces)
        {
            if (contract.Interfaces.Length > 0)
                return type.AllInterfaces;
        }
        return type.Interfaces;
    }
}
