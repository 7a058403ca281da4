using System.Collections.Immutable;
using EasGen.Testing.Tests.Samples;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Verify = EasGen.Testing.AnalyzerVerifier<EasGen.Testing.Tests.Samples.LowercaseClassAnalyzer>;

namespace EasGen.Testing.Tests;

public class AnalyzerVerifierTests
{
    private static readonly TestOptions HalfTypedCode = new() { AllowCompileErrors = true };

    [Fact]
    public Task The_only_rule_needs_no_id() => Verify.VerifyAnalyzerAsync("class [|iris|]; class Iris;");

    [Fact]
    public Task Messages_are_compared_in_the_order_of_the_text() => Verify.VerifyAnalyzerAsync(
        ["class {|KIT001:b|};", ("A.cs", "class {|KIT001:a|};")],
        messages: ["Class 'b' starts with a small letter", "Class 'a' starts with a small letter"]);

    [Fact]
    public async Task A_wrong_message_fails() =>
        (await Failing.MessageOf(() => Verify.VerifyAnalyzerAsync("class [|iris|];", messages: ["Rename it"]))).ShouldContain("Rename it");

    [Fact]
    public async Task An_ignored_diagnostic_fails()
    {
        var message = await Failing.MessageOf(() => Verify.VerifyAnalyzerAsync("class [|a|]; class b;"));

        message.ShouldContain("expected \"1\" actual \"2\"");
        message.ShouldContain("Test0.cs(1,16): warning KIT001: Class 'b' starts with a small letter");
    }

    [Fact]
    public async Task A_missing_diagnostic_fails() =>
        (await Failing.MessageOf(() => Verify.VerifyAnalyzerAsync("class [|A|];"))).ShouldContain("expected \"1\" actual \"0\"");

    [Fact]
    public async Task A_diagnostic_at_another_place_fails() =>
        (await Failing.MessageOf(() => Verify.VerifyAnalyzerAsync("class a; class [|B|];"))).ShouldContain("Test0.cs(1,7): warning KIT001");

    [Fact]
    public async Task The_same_diagnostic_twice_is_not_once() =>
        (await Failing.MessageOf(() => Verify.VerifyAnalyzerAsync("class {|KIT001:[|a|]|};"))).ShouldContain("expected \"2\" actual \"1\"");

    [Fact]
    public async Task A_compile_error_in_the_source_fails() =>
        (await Failing.MessageOf(() => Verify.VerifyAnalyzerAsync("class A : Missing;"))).ShouldContain("CS0246");

    [Fact]
    public Task A_compile_error_may_be_marked() => Verify.VerifyAnalyzerAsync("class [|a|] : {|CS0246:Missing|};");

    [Fact]
    public Task Compile_errors_may_be_allowed() => Verify.VerifyAnalyzerAsync("class [|a|] : Missing {", HalfTypedCode);

    [Fact]
    public async Task An_analyzer_that_throws_fails_even_over_half_typed_code()
    {
        var message = await Failing.MessageOf(() => AnalyzerVerifier<ThrowingAnalyzer>.VerifyAnalyzerAsync("class Bad {", HalfTypedCode));

        message.ShouldContain("error AD0001: Analyzer 'EasGen.Testing.Tests.Samples.ThrowingAnalyzer' threw an exception");
        message.ShouldContain("'a bad class'");
    }

    [Fact]
    public Task Several_analyzers_run_together() => AnalyzerVerifier.VerifyAnalyzerAsync(
        [new LowercaseClassAnalyzer(), new PublicFieldAnalyzer()],
        "class {|KIT001:a|} { public int {|KIT002:F|}; }");

    [Fact]
    public Task A_pragma_suppresses() =>
        Verify.VerifyAnalyzerAsync("#pragma warning disable KIT001\nclass a;\n#pragma warning restore KIT001\nclass [|b|];");

    [Fact]
    public Task A_severity_of_the_user_counts() => Verify.VerifyAnalyzerAsync(
        "class a;",
        new TestOptions { Severities = ImmutableDictionary<string, ReportDiagnostic>.Empty.Add("KIT001", ReportDiagnostic.Suppress) });

    [Fact]
    public Task A_program_may_have_statements() => Verify.VerifyAnalyzerAsync(
        "System.Console.WriteLine(); class [|a|];", new TestOptions { OutputKind = OutputKind.ConsoleApplication });

    [Fact]
    public Task Pointers_may_be_allowed() => Verify.VerifyAnalyzerAsync(
        "unsafe class [|a|] { int* b; }", new TestOptions { AllowUnsafe = true });

    [Fact]
    public Task A_language_may_be_old() => Verify.VerifyAnalyzerAsync(
        "class [|a|] { object b = {|CS8370:new|}(); }", new TestOptions { LanguageVersion = LanguageVersion.CSharp7_3 });

    [Fact]
    public Task A_sign_of_the_markup_that_no_test_uses_is_code() => Verify.VerifyAnalyzerAsync(
        "class [|a|] { string b = $$\"\"\"{{1}}\"\"\"; }");

    [Fact]
    public Task Code_may_lean_on_a_generator() => Verify.VerifyAnalyzerAsync(
        "[System.Obsolete] class Iris; class [|b|] { object o = typeof(IrisCompanion); }",
        new TestOptions { Generators = [new GoodGenerator()] });

    [Fact]
    public Task Code_may_lean_on_other_assemblies() => Verify.VerifyAnalyzerAsync(
        "class A { Xunit.FactAttribute? fact; Microsoft.AspNetCore.Builder.WebApplication? app; "
        + "public override string ToString() => $\"{fact}{app}\"; }",
        new TestOptions { ExtraReferences = [References.Of<FactAttribute>(), .. References.AspNetCore] });
}
