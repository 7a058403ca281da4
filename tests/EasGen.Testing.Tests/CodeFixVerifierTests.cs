using EasGen.Testing.Tests.Samples;
using Verify = EasGen.Testing.CodeFixVerifier<EasGen.Testing.Tests.Samples.LowercaseClassAnalyzer, EasGen.Testing.Tests.Samples.CapitalFix>;

namespace EasGen.Testing.Tests;

public class CodeFixVerifierTests
{
    [Fact]
    public Task The_first_fix_is_the_default() => Verify.VerifyCodeFixAsync("class [|iris|];", "class Iris;");

    [Fact]
    public Task Diagnostics_are_fixed_one_after_the_other() => Verify.VerifyCodeFixAsync(
        ["class [|a|];\nclass [|b|];", ("C.cs", "class [|c|];")],
        ["class A;\nclass B;", ("C.cs", "class C;")]);

    [Fact]
    public Task What_has_no_fix_stays_marked() => Verify.VerifyCodeFixAsync("class [|a|]; class [|i|];", "class A; class [|i|];");

    [Fact]
    public Task A_fix_is_chosen_by_key() => Verify.VerifyCodeFixAsync("class [|iris|];", "class Ciris;", equivalenceKey: "Prefix");

    [Fact]
    public Task A_fix_is_chosen_by_index() => Verify.VerifyCodeFixAsync("class [|a|]; class [|b|];", "class Ca; class Cb;", index: 1);

    [Fact]
    public async Task Fixing_all_at_once_has_to_come_to_the_same() =>
        (await Failing.MessageOf(() => CodeFixVerifier<LowercaseClassAnalyzer, DifferentAtOnceFix>.VerifyCodeFixAsync(
            "class [|a|]; class [|b|];", "class A; class B;"))).ShouldContain("Context: Fix all in document");

    [Fact]
    public Task No_fix_is_an_answer() => Verify.VerifyNoCodeFixAsync("class [|i|];");

    [Fact]
    public async Task An_unexpected_fix_fails() =>
        (await Failing.MessageOf(() => Verify.VerifyNoCodeFixAsync("class [|a|];"))).ShouldContain("+class A;");

    [Fact]
    public async Task A_missing_fix_fails() => (await Failing.MessageOf(() => Verify.VerifyCodeFixAsync(
        "class [|a|];", "class A;", equivalenceKey: "Other"))).ShouldContain("-class A;\n+class a;");

    [Fact]
    public async Task Another_text_fails() =>
        (await Failing.MessageOf(() => Verify.VerifyCodeFixAsync("class [|a|];", "class B;"))).ShouldContain("-class B;\n+class A;");

    [Fact]
    public async Task An_ignored_diagnostic_fails() =>
        (await Failing.MessageOf(() => Verify.VerifyCodeFixAsync("class a;", "class A;"))).ShouldContain("warning KIT001");

    [Fact]
    public async Task A_fix_that_changes_nothing_fails_whichever_fix_the_test_is_about() =>
        (await Failing.MessageOf(() =>
            CodeFixVerifier<LowercaseClassAnalyzer, IdleFix>.VerifyCodeFixAsync("class [|a|];", "class A;", equivalenceKey: "Capital")))
            .ShouldContain("The fix 'Idle' is offered but changes nothing.");

    [Fact]
    public async Task A_fix_whose_code_does_not_compile_fails() =>
        (await Failing.MessageOf(() =>
            CodeFixVerifier<LowercaseClassAnalyzer, BreakingFix>.VerifyCodeFixAsync("class [|a|];", "class A(;")))
            .ShouldContain("CS");

    [Fact]
    public async Task A_fix_that_does_not_fix_fails() =>
        (await Failing.MessageOf(() =>
            CodeFixVerifier<LowercaseClassAnalyzer, StubbornFix>.VerifyCodeFixAsync("class [|a|];", "class ax;")))
            .ShouldContain("+class axx;");

    [Fact]
    public async Task A_fix_that_cannot_fix_all_fails() =>
        (await Failing.MessageOf(() =>
            CodeFixVerifier<LowercaseClassAnalyzer, LoneFix>.VerifyCodeFixAsync("class [|a|];", "class A;")))
            .ShouldContain("LoneFix has no FixAllProvider.");
}
