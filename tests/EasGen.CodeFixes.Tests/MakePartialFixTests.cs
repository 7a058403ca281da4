using EasGen.Compiler.CodeRules;
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
        VerifyAsync("[EasGen.EasService(\"a_b\")] " + before, "[EasGen.EasService(\"a_b\")] " + after);

    [Fact]
    public Task Of_the_type_around_it() => VerifyAsync(
        "/// <summary>Why.</summary>\nclass {|EAS1001:B|} { [EasGen.EasService(\"a_b\")] partial class A; }",
        "/// <summary>Why.</summary>\npartial class B { [EasGen.EasService(\"a_b\")] partial class A; }");

    [Fact]
    public Task Of_all_classes_at_once() => VerifyAsync(
        [
            "[EasGen.EasService(\"a_b\")] class {|EAS1001:A|}; [EasGen.EasService(\"b_c\")] class {|EAS1001:B|};",
            "[EasGen.EasService(\"c_d\")] class {|EAS1001:C|};",
        ],
        [
            "[EasGen.EasService(\"a_b\")] partial class A; [EasGen.EasService(\"b_c\")] partial class B;",
            "[EasGen.EasService(\"c_d\")] partial class C;",
        ]);

    private static Task VerifyAsync(Sources before, Sources after) =>
        CodeFixVerifier<ClassIsPartial, MakePartialFix>.VerifyCodeFixAsync(before, after, Options);
}
