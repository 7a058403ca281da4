using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace EasGen.Compiler.UserCode;

/// <summary>What a <see cref="TimeSpan"/> in code says, where it is built from constants.</summary>
internal static class Duration
{
    /// <summary>In seconds; null when the code does not tell.</summary>
    public static double? Seconds(IOperation? value) => value switch
    {
        IConversionOperation { Operand: var inner } => Seconds(inner),
        IInvocationOperation { TargetMethod: { IsStatic: true } from } call when IsTimeSpan(from.ContainingType) =>
            Sum(call.Arguments, from.Name),
        IObjectCreationOperation creation when IsTimeSpan(creation.Type) => Sum(creation.Arguments, ""),
        IFieldReferenceOperation { Field: { IsStatic: true } field } when IsTimeSpan(field.Type) => field.Name switch
        {
            "Zero" => 0,
            "MaxValue" or "InfiniteTimeSpan" => double.PositiveInfinity,
            _ => null,
        },
        _ => null,
    };

    private static bool IsTimeSpan(ITypeSymbol? type) => CodeReader.Is(type, nameof(System), nameof(TimeSpan));

    // The parameters are called after their units, but for the one of FromSeconds(double) and its kind.
    private static double? Sum(IEnumerable<IArgumentOperation> arguments, string method)
    {
        double sum = 0;
        foreach (var argument in arguments)
        {
            if (argument.Value.ConstantValue is not { HasValue: true, Value: IConvertible number and not string }
                || Unit(argument.Parameter?.Name, method) is not { } unit)
                return null;
            sum += number.ToDouble(CultureInfo.InvariantCulture) * unit;
        }
        return sum;
    }

    private static double? Unit(string? parameter, string method) => parameter switch
    {
        "days" => 86_400,
        "hours" => 3_600,
        "minutes" => 60,
        "seconds" => 1,
        "milliseconds" => 1e-3,
        "microseconds" => 1e-6,
        "ticks" => 1e-7,
        "value" when method.StartsWith("From", StringComparison.Ordinal) => Unit(method.Substring(4).ToLowerInvariant(), ""),
        _ => null,
    };
}
