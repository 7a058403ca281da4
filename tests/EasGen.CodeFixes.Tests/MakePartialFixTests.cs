using System.Text.RegularExpressions;
using EasGen.Compiler.Analyzers;
using EasGen.Testing;

namespace EasGen.CodeFixes.Tests;

/// <summary>How a class becomes partial, with its comments where they were.</summary>
public class MakePartialFixTests
{
    private static readonly TestOptions Options = new() { ExtraReferences = [References.Of<EasServiceAttribute>()] };

    [Theory]
    [InlineData("public sealed class {|EAS1001:A|};", "public sealed partial class A;")]
    [InlineData("class {|EAS1001:A|};", "partial class A;")]
    [InlineData("/* why */ class {|EAS1001:A|};", "/* why */ partial class A;")]
    [InlineData("internal record {|EAS1001:A|}(int B);", "internal partial record A(int B);")]
    public Task Of_the_class(string before, string after) =>
        VerifyAsync("[@a_b] " + before, "[@a_b] " + after);

    [Fact]
    public Task Of_the_type_around_it() => VerifyAsync(
        "/// <summary>Why.</summary>\nclass {|EAS1001:B|} { [@a_b] partial class A; }",
        "/// <summary>Why.</summary>\npartial class B { [@a_b] partial class A; }");

    [Fact]
    public Task Of_all_classes_at_once() => VerifyAsync(
        [
            "[@a_b] class {|EAS1001:A|}; [@b_c] class {|EAS1001:B|};",
            "[@c_d] class {|EAS1001:C|};",
        ],
        [
            "[@a_b] partial class A; [@b_c] partial class B;",
            "[@c_d] partial class C;",
        ]);

    private static Task VerifyAsync(Sources before, Sources after) =>
        CodeFixVerifier<ServiceAnalyzer, MakePartialFix>.VerifyCodeFixAsync(Whole(before), Whole(after), Options);

    // [@name] stands for the attributes that a service needs.
    private static Sources Whole(Sources sources) => [.. sources.Select(static file => file with { Text = Regex.Replace(
        file.Text,
        @"\[@(\w+)\]",
        """[EasGen.EasService("$1"), EasGen.Container("acme/a:1", Port = 8000, Command = "a"), EasGen.InstanceType("ecs.c7.large")]""") })];
}
