using System.Collections.Immutable;
using EasGen.Testing.Tests.Samples;
using Microsoft.CodeAnalysis;
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

        message.ShouldContain("unexpected: KIT001 at Test0.cs: (0,15)-(0,16): Class 'b' starts with a small letter");
        message.ShouldContain("expected:\nclass {|KIT001:a|}; class b;");
        message.ShouldContain("found:\nclass {|KIT001:a|}; class {|KIT001:b|};");
    }

    [Fact]
    public async Task A_missing_diagnostic_fails() =>
        (await Failing.MessageOf(() => Verify.VerifyAnalyzerAsync("class [|A|];"))).ShouldContain("missing:    KIT001 at Test0.cs[6..7)");

    [Fact]
    public async Task The_same_diagnostic_twice_is_not_once() =>
        (await Failing.MessageOf(() => Verify.VerifyAnalyzerAsync("class {|KIT001:[|a|]|};"))).ShouldContain("missing:    KIT001");

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

        message.ShouldContain("AD0001: EasGen.Testing.Tests.Samples.ThrowingAnalyzer threw System.InvalidOperationException: a bad class");
    }

    [Fact]
    public Task Several_analyzers_run_together() => AnalyzerVerifier.VerifyAnalyzerAsync(
        [new LowercaseClassAnalyzer(), new PublicFieldAnalyzer()],
        "class {|KIT001:a|} { public int {|KIT002:F|}; }");

    [Fact]
    public async Task Several_rules_need_ids() => (await Failing.MessageOf(() => AnalyzerVerifier.VerifyAnalyzerAsync(
        [new LowercaseClassAnalyzer(), new PublicFieldAnalyzer()], "class [|a|];"))).ShouldContain("KIT001, KIT002");

    [Fact]
    public Task A_pragma_suppresses() =>
        Verify.VerifyAnalyzerAsync("#pragma warning disable KIT001\nclass a;\n#pragma warning restore KIT001\nclass [|b|];");

    [Fact]
    public Task A_severity_of_the_user_counts() => Verify.VerifyAnalyzerAsync(
        "class a;", new TestOptions { Severities = ImmutableDictionary<string, ReportDiagnostic>.Empty.Add("KIT001", ReportDiagnostic.Suppress) });

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
