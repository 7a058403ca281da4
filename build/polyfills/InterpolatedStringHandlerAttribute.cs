// The compiler asks for this type to let a type of ours take the holes of $"…" apart; netstandard2.0 lacks it.
namespace System.Runtime.CompilerServices;

[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct, Inherited = false)]
internal sealed class InterpolatedStringHandlerAttribute : Attribute;
