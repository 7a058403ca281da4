namespace EasGen.Compiler.Tests.Fuzzing;

/// <summary>What methods are made of.</summary>
internal static class MethodParts
{
    public static readonly string[] Usual =
    [
        "int", "string", "bool", "void", "Task", "Task<int>", "Task<bool>", "ValueTask<bool>", "ValueTask<string>",
        "IAsyncEnumerable<int>", "Task<IAsyncEnumerable<string>>",
        "List<int>", "int[]", "Dictionary<string, List<int>>", "double?",
    ];

    public static readonly string[] UsualParameters =
    [
        "", "int a", "string a", "List<int> a, CancellationToken b", "CancellationToken a",
        "Dictionary<string, int[]> @class, CancellationToken token",
    ];

    public static readonly string[] Returned =
    [
        .. Usual, "(int A, string B)", "int*", "delegate*<int, void>", "Span<int>", "ref int", "ref readonly int",
        "dynamic", "object", "T", "Missing", "List<Missing>",
        "nint", "string?[]?[]", "Task<Task<int>>", "IEnumerable<int>", "Stream", "Task<Span<int>>", "ValueTask",
        "IAsyncEnumerable<IAsyncEnumerable<int>>", "TypedReference",
        "ArgIterator", "Iris", "Nullable<Nullable<int>>", "Lazy<int>.Missing", "global::System.Int32", "Missing::A",
        "Task<int?>?", "async", "var", "", "List<>", "Action<dynamic>",
        "System.Threading.Tasks.Task<bool>", "Microsoft.Extensions.Diagnostics.HealthChecks.HealthCheckResult",
        "Microsoft.AspNetCore.Http.IResult",
    ];

    public static readonly string[] Parameters =
    [
        .. UsualParameters, "ref int a", "out int a", "in int a", "params int[] a", "int a = 1", "int a, int b",
        "this int a", "scoped Span<int> a", "[Missing] int a",
        "CancellationToken a = default", "T a", "int* a", "dynamic a", "Missing a", "int a, ref CancellationToken b",
        "int a, CancellationToken? b", "CancellationToken a, int b",
        "(int, string) a", "__arglist", "int", "int a,", "object a, CancellationToken b, CancellationToken c",
        "Microsoft.AspNetCore.Http.HttpContext a", "ref readonly int a",
        "params Span<int> a", "string? a", "int a, in CancellationToken b",
    ];

    public static readonly string[] Access =
    [
        "public", "private", "internal", "protected", "", "public static", "public abstract", "public virtual", "public async", "extern",
        "public unsafe", "partial",
    ];

    public static readonly string[] Docs =
    [
        "/// <summary>Tells.</summary>\n",
        "/// <summary>\"\"\" \\ */ {0}\n/// </summary><remarks>a<para>b</para></remarks>\n", "/// <summary>\n",
        "/** <summary>A</summary> */\n",
        "/// <summary>a</summary><summary>b</summary>\n", "/// <summary>&#x0; &amp; <see cref=\"M\"/></summary>\n",
        "// no\n/// <remarks><code>x\ny</code></remarks>\n", "/// </docs><docs>\n",
    ];

    public static readonly string[] Notices =
    [
        "[Obsolete]", "[Obsolete(\"x\")]", "[Obsolete(\"x\", true)]", "[Obsolete(\"x\", DiagnosticId = \"X1\")]",
        "[Obsolete(\"x\", DiagnosticId = \"\")]", "[Obsolete(\"x\", DiagnosticId = \"a b\")]",
        "[System.Diagnostics.CodeAnalysis.Experimental(\"X2\")]", "[System.Diagnostics.CodeAnalysis.Experimental(\"a b\")]",
        "[System.Diagnostics.CodeAnalysis.Experimental(\"true\")]", "[System.Diagnostics.CodeAnalysis.Experimental(\"\")]",
    ];
}
