using EasGen.Testing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace EasGen.Compiler.Tests.Rules;

/// <summary>The code against its configuration: each rule with what is wrong, what is right, and the edge between.</summary>
public class CodeRuleTests
{
    private const string Least = "[EasGen.Container(\"acme/one:1\", Port = 8000, Command = \"a\")] [EasGen.InstanceType(\"ecs.c7.large\")]";

    private const string Attributes = "[EasGen.EasService(\"one_service\")] " + Least;

    private const string OtherAttributes = "[EasGen.EasService(\"two_service\")] " + Least;

    private const string MarkedAttributes = "[{|EAS1002:EasGen.EasService(\"one_service\")|}] " + Least;

    [Theory]
    [InlineData("class {|EAS1001:A|};")]
    [InlineData("partial class A;")]
    [InlineData("abstract partial class A;")]
    [InlineData("partial class {|EAS1003:A|}<T>;")]
    [InlineData("file partial class {|EAS1003:A|};")]
    public Task The_class_takes_a_partial(string declaration) => Eas.VerifyAsync($"{Attributes} {declaration}");

    [Theory]
    [InlineData("class {|EAS1001:B|} { @ partial class A; }")]
    [InlineData("class {|EAS1001:B|} { @ class {|EAS1001:A|}; }")]
    [InlineData("partial class B<T> { @ partial class {|EAS1003:A|}; }")]
    [InlineData("partial struct B { @ partial class A; }")]
    public Task So_do_the_types_around_it(string declaration) =>
        Eas.VerifyAsync(declaration.Replace("@", Attributes, StringComparison.Ordinal));

    [Fact]
    public Task A_type_around_two_services_is_told_once() => Eas.VerifyAsync(
        $"class {{|EAS1001:B|}} {{ {Attributes} partial class A; {OtherAttributes} partial class C; }}");

    [Theory]
    [InlineData("abstract")]
    [InlineData("static")]
    public Task A_predictor_can_be_created(string modifier) => Eas.VerifyAsync(
        $"{Attributes} {modifier} partial class {{|EAS1003:A|}} {{ [EasGen.Predict] public static string B(string c) => c; }}");

    [Theory]
    [InlineData("partial class {|EAS1003:A|} { private A() { }")]
    [InlineData("partial class {|EAS1003:A|} { internal A(int b) { }")]
    [InlineData("partial class A { public A(System.IServiceProvider b) { }")]
    public Task A_predictor_has_a_public_constructor(string declaration) =>
        Eas.VerifyAsync($"{Attributes} {declaration} [EasGen.Predict] public string B(string c) => c; }}");

    [Fact]
    public Task A_predictor_without_a_container_to_serve_in_is_still_told_all() => Eas.VerifyAsync(
        "[EasGen.EasService({|EAS0107:\"one_service\"|})] [EasGen.InstanceType(\"ecs.c7.large\")] "
        + "partial class A { [EasGen.Predict] public string B(string c) => c; }");

    [Theory]
    [InlineData("partial class A { public int {|EAS1004:Eas|} => 1; }")]
    [InlineData("partial class {|EAS1004:Eas|};")]
    [InlineData("partial class A { public int EAS => 1; }")]
    public Task The_constants_have_feature_type(string declaration) => Eas.VerifyAsync($"{Attributes} {declaration}");

    [Fact]
    public Task Names_of_services_are_unique() => Eas.VerifyAsync(
        $"{Attributes} partial class A; {MarkedAttributes} partial class B; {OtherAttributes} partial class C;");

    [Theory]
    [InlineData("", "EasGen.EasServiceAttribute(\"one_service\")")]
    [InlineData("", "EasGen.EasService(Names.One)")]
    [InlineData("", "EasGen.EasService(name: \"one\" + \"_service\")")]
    [InlineData("using Own = EasGen.EasServiceAttribute;", "Own(\"one_service\")")]
    [InlineData("using OwnAttribute = EasGen.EasServiceAttribute;", "Own(\"one_service\")")]
    [InlineData("using E = EasGen;", "E.EasService(\"one_service\")")]
    [InlineData("", "Everywhere(\"one_service\")")]
    [InlineData("", "@EasGen.@EasServiceAttribute(\"one_service\")")]
    public Task Whatever_attribute_and_name_are_called_in_the_code(string directive, string attribute) => Eas.VerifyAsync(
        [
            "global using Everywhere = EasGen.EasServiceAttribute; static class Names { public const string One = \"one_service\"; }",
            $"{directive} namespace Acme.Other {{ [{attribute}] {Least} partial class A; }}",
            $"{MarkedAttributes} partial class B;",
        ]);

    [Fact]
    public async Task An_editor_that_asks_for_one_file_is_told_of_its_name()
    {
        var compilation = CSharpCompilation.Create(
            "A",
            [CSharpSyntaxTree.ParseText($"{Attributes} partial class A;"), CSharpSyntaxTree.ParseText($"{Attributes} partial class B;")],
            [.. References.Framework, .. Eas.Describing.ExtraReferences],
            new(OutputKind.DynamicallyLinkedLibrary));
        var model = compilation.GetSemanticModel(compilation.SyntaxTrees[1]);

        var diagnostics = await compilation.WithAnalyzers(Eas.Analyzers)
            .GetAnalyzerSemanticDiagnosticsAsync(model, filterSpan: null, CancellationToken.None);

        Assert.Equal(["EAS1002"], diagnostics.Select(static diagnostic => diagnostic.Id));
    }

    [Theory]
    [InlineData("[{|EAS1005:EasGen.InstanceType(\"ecs.c7.large\")|}] class A;")]
    [InlineData("class A { [{|EAS1005:EasGen.Predict|}] public string B(string c) => c; }")]
    [InlineData("[System.Obsolete] class A;")]
    public Task Settings_belong_to_a_service(string source) => Eas.VerifyAsync(source);

    [Theory]
    [InlineData("[{|EAS1006:Predict|}] public Answer A(Request r) => new(\"\");")]
    [InlineData("[{|EAS1006:ReadinessProbe|}] public bool A() => true;")]
    [InlineData("")]
    public Task A_predictor_needs_the_runtime(string member) => Eas.VerifyAsync(
        Eas.Class(members: member), Eas.Describing with { Generators = [new EasServiceGenerator()] });

    [Theory]
    [InlineData("public Answer A(Request r) => new(\"\");")]
    [InlineData("public static ValueTask<Answer> A(Request r, CancellationToken t) => default;")]
    [InlineData("private async Task<int> A(double r) { await Task.Yield(); return 1; }")]
    [InlineData("public System.Collections.Generic.IAsyncEnumerable<Answer> A(Request r, CancellationToken t) => null!;")]
    [InlineData(
        "public async System.Collections.Generic.IAsyncEnumerable<Answer?> A(Request r) { await Task.Yield(); yield return null; }")]
    [InlineData("public static Task<System.Collections.Generic.IAsyncEnumerable<int>> A(Request r) => null!;")]
    [InlineData("public ValueTask<System.Collections.Generic.IAsyncEnumerable<int>> A(Request r, CancellationToken t) => default;")]
    [InlineData("public System.Collections.Generic.IAsyncEnumerable<Answer>? {|EAS1010:A|}(Request r) => null;")]
    [InlineData("public Task<System.Collections.Generic.IAsyncEnumerable<Answer>?> {|EAS1010:A|}(Request r) => null!;")]
    [InlineData("public System.Collections.Generic.IAsyncEnumerable<{|CS0246:B|}> {|EAS1010:A|}(Request r) => null!;")]
    [InlineData(
        "public Stream {|EAS1010:A|}(Request r) => null!; "
        + "public abstract class Stream : System.Collections.Generic.IAsyncEnumerable<int> "
        + "{ public abstract System.Collections.Generic.IAsyncEnumerator<int> GetAsyncEnumerator(CancellationToken t = default); }")]
    [InlineData(
        "public Inner {|EAS1010:A|}(Request r) => null!; public abstract class Inner : Stream; "
        + "public abstract class Stream : System.Collections.Generic.IAsyncEnumerable<int> "
        + "{ public abstract System.Collections.Generic.IAsyncEnumerator<int> GetAsyncEnumerator(CancellationToken t = default); }")]
    [InlineData(
        "public Stream {|EAS1010:A|}(Request r) => null!; public interface IStream : System.Collections.Generic.IAsyncEnumerable<int>; "
        + "public abstract class Stream : IStream "
        + "{ public abstract System.Collections.Generic.IAsyncEnumerator<int> GetAsyncEnumerator(CancellationToken t = default); }")]
    [InlineData("public void {|EAS1010:A|}(Request r) { }")]
    [InlineData("public Task {|EAS1010:A|}(Request r) => Task.CompletedTask;")]
    [InlineData("public Answer {|EAS1010:A|}() => new(\"\");")]
    [InlineData("public Answer {|EAS1010:A|}(Request r, Request s) => new(\"\");")]
    [InlineData("public Answer {|EAS1010:A|}(CancellationToken t, Request r) => new(\"\");")]
    [InlineData("public Answer {|EAS1010:A|}(Request? r) => new(\"\");")]
    [InlineData("public Answer {|EAS1010:A|}(ref Request r) => new(\"\");")]
    [InlineData("public Answer {|EAS1010:A|}<T>(T r) => new(\"\");")]
    [InlineData("public Answer {|EAS1010:A|}(Span<int> r) => new(\"\");")]
    [InlineData("public unsafe Answer {|EAS1010:{|CS0227:A|}|}(int* r) => new(\"\");")]
    [InlineData("public unsafe int* {|EAS1010:{|CS0227:A|}|}(Request r) => null;")]
    public Task A_predict_method_can_be_called(string method) => Eas.VerifyAsync(Eas.Class(members: "[Predict] " + method));

    [Theory]
    [InlineData("void", "must return the answer, or a Task or ValueTask of it, or an IAsyncEnumerable of its items to stream them")]
    [InlineData(
        "System.Collections.Generic.IAsyncEnumerable<int>?",
        "must return a stream that is not nullable: IAsyncEnumerable<T>, without '?'; a stream may be empty")]
    public Task A_predict_method_is_told_what_to_return(string type, string problem) => Eas.VerifyAsync(
        Eas.Class(members: $"[Predict] public {type} {{|EAS1010:A|}}(Request r) => throw new NotSupportedException();"),
        Eas.Built,
        $"The predict method 'A' {problem}");

    [Theory]
    [InlineData("public bool A() => true;")]
    [InlineData("public static Task<bool> A(CancellationToken t) => Task.FromResult(true);")]
    [InlineData("public ValueTask<Microsoft.Extensions.Diagnostics.HealthChecks.HealthCheckResult> A() => default;")]
    [InlineData("public int {|EAS1011:A|}() => 1;")]
    [InlineData("public void {|EAS1011:A|}() { }")]
    [InlineData("public Task {|EAS1011:A|}() => Task.CompletedTask;")]
    [InlineData("public bool {|EAS1011:A|}(int b) => true;")]
    [InlineData("public bool {|EAS1011:A|}(CancellationToken s, CancellationToken t) => true;")]
    public Task A_probe_method_can_be_called(string method) => Eas.VerifyAsync(Eas.Class(members: "[ReadinessProbe] " + method));

    [Theory]
    [InlineData("[ReadinessProbe({|EAS1011:TcpPort = 8000|})]")]
    [InlineData("[ReadinessProbe({|EAS1011:Exec = new[] { \"true\" }|})]")]
    [InlineData("[ReadinessProbe(Container = 0, Path = \"/ready\")]")]
    public Task A_probe_method_is_asked_over_http_in_the_first_container(string attribute) =>
        Eas.VerifyAsync(Eas.Class(members: attribute + " public bool A() => true;"));

    [Theory]
    [InlineData("[{|EAS1014:ReadinessProbe(Path = \"/h?x=1\")|}]")]
    [InlineData("[{|EAS1014:ReadinessProbe(Path = \"/a{b\")|}]")]
    [InlineData("[{|EAS1014:ReadinessProbe(Path = \"/a//b\")|}]")]
    [InlineData("[{|EAS1014:ReadinessProbe(Path = \"/${STAGE}/ready\")|}]")]
    [InlineData("[ReadinessProbe(Path = \"/\")]")]
    [InlineData("[ReadinessProbe(Path = \"/a/b-c.d\")]")]
    public Task A_probe_path_can_be_served(string attribute) =>
        Eas.VerifyAsync(Eas.Class(attribute, "[Predict] public Answer A(Request r) => new(\"\");"));

    [Fact]
    public Task A_path_that_nobody_here_serves_is_free() => Eas.VerifyAsync(Eas.Class("[ReadinessProbe(Path = \"/h?x=1\")]"));

    [Fact]
    public Task A_predictor_needs_a_language_with_static_members_of_interfaces() => Eas.VerifyAsync(
        "using EasGen; " + Attributes + " public partial class A { [{|EAS1006:Predict|}] public string B(string c) { return c; } }",
        Eas.Built with { LanguageVersion = Microsoft.CodeAnalysis.CSharp.LanguageVersion.CSharp10 });

    [Fact]
    public Task A_probe_is_given_once() => Eas.VerifyAsync(Eas.Class(
        "[ReadinessProbe(Path = \"/a\")] [{|EAS0003:ReadinessProbe(Path = \"/a\", PeriodSeconds = 5)|}]"));

    [Theory]
    [InlineData("public void A() { }")]
    [InlineData("public ValueTask A(CancellationToken t) => default;")]
    [InlineData("public async Task A() => await Task.Yield();")]
    [InlineData("public async void {|EAS1012:A|}() => await Task.Yield();")]
    [InlineData("public bool {|EAS1012:A|}() => true;")]
    [InlineData("public Task<int> {|EAS1012:A|}() => Task.FromResult(1);")]
    [InlineData("public void {|EAS1012:A|}(string path) { }")]
    [InlineData("public void A() { } [{|EAS1012:PredictorStartup|}] public void B() { }")]
    public Task A_startup_method_can_be_called(string method) => Eas.VerifyAsync(Eas.Class(members: "[PredictorStartup] " + method));

    [Theory]
    [InlineData("[Predict] public Answer A(Request r) => new(\"\"); [Predict(\"/b\")] public Answer B(Request r) => new(\"\");")]
    [InlineData("[Predict] public Answer A(Request r) => new(\"\"); [{|EAS1013:Predict(\"/\")|}] public Answer B(Request r) => new(\"\");")]
    [InlineData(
        "[Predict(\"/a\")] public Answer A(Request r) => new(\"\"); "
        + "[{|EAS1013:Predict(\"/A\")|}] public Answer B(Request r) => new(\"\");")]
    [InlineData(
        "[Predict(\"/a\")] public Answer A(Request r) => new(\"\"); "
        + "[{|EAS1013:Predict(\"/a/\")|}] public Answer B(Request r) => new(\"\");")]
    [InlineData("[{|EAS1013:Predict(\"/b//c\")|}] public Answer A(Request r) => new(\"\");")]
    [InlineData("[{|EAS1013:Predict(\"a\")|}] public Answer A(Request r) => new(\"\");")]
    [InlineData("[{|EAS1013:Predict(\"/a/{b}\")|}] public Answer A(Request r) => new(\"\");")]
    [InlineData("[{|EAS1013:Predict(\"/a b\")|}] public Answer A(Request r) => new(\"\");")]
    public Task Routes_can_be_mapped(string members) => Eas.VerifyAsync(Eas.Class(members: members));

    [Theory]
    [InlineData("public bool A { [{|EAS1020:ReadinessProbe|}] get; set; }")]
    [InlineData("public int A { [{|EAS1020:Predict|}] get => 1; }")]
    [InlineData("public int this[int a] { [{|EAS1020:Predict(\"/a\")|}] get => a; }")]
    [InlineData("public bool A { get; [{|EAS1020:ReadinessProbe|}] init; }")]
    [InlineData("[method: {|EAS1020:Predict|}] public event System.Action? A;")]
    [InlineData("public event System.Action? A { [{|EAS1020:Predict|}] add { } remove { } }")]
    [InlineData("[{|EAS1020:Predict|}] public static int operator +(IrisClassifier a) => 1;")]
    [InlineData("[{|EAS1020:Predict|}] public static implicit operator int(IrisClassifier a) => 1;")]
    [InlineData("[{|EAS1020:PredictorStartup|}] ~IrisClassifier() { }")]
    [InlineData("[{|EAS1020:Predict|}] object System.ICloneable.Clone() => this;")]
    [InlineData("public void A() { B(1); [{|EAS1020:Predict|}] int B(int c) => c; }")]
    [InlineData("public object A() => [{|EAS1020:Predict|}] (int b) => b;")]
    [InlineData("public object A() { return [{|EAS1020:EasGen.PredictAttribute(\"/b\")|}] static (int b) => b; }")]
    [InlineData("[Predict] public Answer A(Request r) => new(\"\");")]
    [InlineData("public bool A { [System.Obsolete] get; set; }")]
    public Task A_mark_stands_on_a_method(string member) => Eas.VerifyAsync(Eas.Class(members: member).Replace(
        "class IrisClassifier",
        $"class IrisClassifier{(member.Contains("ICloneable", StringComparison.Ordinal) ? " : System.ICloneable" : "")}",
        StringComparison.Ordinal));

    [Fact]
    public Task So_it_does_in_a_class_that_is_no_service() =>
        Eas.VerifyAsync("class A { public int B { [{|EAS1020:EasGen.Predict|}] get => 1; } }");

    [Theory]
    [InlineData("b.AddEasService<IrisClassifier>(); b.{|EAS1021:AddEasService<IrisClassifier>|}();")]
    [InlineData("b.AddEasService<IrisClassifier>().{|EAS1021:AddEasService<IrisClassifier>|}();")]
    [InlineData("b.AddEasService<IrisClassifier>(); if (b is not null) b.{|EAS1021:AddEasService<IrisClassifier>|}();")]
    [InlineData("b.AddEasService<IrisClassifier>(); EasServiceExtensions.{|EAS1021:AddEasService<IrisClassifier>|}(b);")]
    [InlineData("if (b is null) b!.AddEasService<IrisClassifier>(); else b.AddEasService<IrisClassifier>();")]
    [InlineData("if (b is null) { b!.AddEasService<IrisClassifier>(); return; } b.AddEasService<IrisClassifier>();")]
    [InlineData(
        "b.AddEasService<IrisClassifier>(); b = Microsoft.AspNetCore.Builder.WebApplication.CreateBuilder(); "
        + "b.AddEasService<IrisClassifier>();")]
    [InlineData(
        "b.AddEasService<IrisClassifier>(); Microsoft.AspNetCore.Builder.WebApplication.CreateBuilder().AddEasService<IrisClassifier>();")]
    [InlineData(
        "b.AddEasService<IrisClassifier>(); "
        + "void C(Microsoft.AspNetCore.Builder.WebApplicationBuilder d) => d.AddEasService<IrisClassifier>(); C(b);")]
    [InlineData("var app = b.Build(); app.MapEasService<IrisClassifier>(); app.{|EAS1021:MapEasService<IrisClassifier>|}();")]
    public Task An_application_has_one_service(string statements) => Eas.VerifyAsync(
        [
            Eas.Class(members: "[Predict] public Answer A(Request r) => new(\"\");"),
            $"using Acme; using EasGen; "
            + $"class P {{ static void M(Microsoft.AspNetCore.Builder.WebApplicationBuilder b) {{ {statements} }} }}",
        ]);

    [Theory]
    [InlineData("public Task<Answer>? {|EAS1010:A|}(Request r) => null;")]
    [InlineData("public ValueTask<Answer>? {|EAS1010:A|}(Request r) => null;")]
    [InlineData("public Task<Answer?> A(Request r) => null!;")]
    [InlineData("public Answer {|EAS1010:A|}(int*[] r) => null!;")]
    [InlineData("public System.Collections.Generic.List<int*[]> {|EAS1010:A|}(Request r) => null!;")]
    [InlineData("public Answer {|EAS1010:A|}(delegate*<void>[] r) => null!;")]
    [InlineData("public Answer {|EAS1010:A|}(IParsed r) => null!; public interface IParsed { static abstract int Parse(); }")]
    [InlineData(
        "public IParsed {|EAS1010:A|}(Request r) => null!; "
        + "public interface IParsed : IBase { } public interface IBase { static abstract int Parse(); }")]
    [InlineData("public Answer A(IParsed r) => null!; public interface IParsed { static virtual int Parse() => 1; }")]
    [InlineData("public Answer {|EAS1010:A|}(Request r, __arglist) => null!;")]
    [InlineData("[System.Runtime.InteropServices.UnmanagedCallersOnly] public static int {|EAS1010:A|}(int r) => r;")]
    [InlineData("[Obsolete(\"x\", true)] public Answer {|EAS1010:A|}(Request r) => null!;")]
    [InlineData("[Obsolete] public Answer {|EAS1010:A|}(Old r) => null!; [Obsolete(\"x\", true)] public class Old { }")]
    [InlineData("[Obsolete] public Answer A(Request r) => null!;")]
    public Task What_generated_code_cannot_call_is_said_at_the_method(string method) =>
        Eas.VerifyAsync(Eas.Class(members: "[Predict] " + method).Replace(
            "partial class IrisClassifier",
            "unsafe partial class IrisClassifier",
            StringComparison.Ordinal), Eas.Built with { AllowUnsafe = true });

    [Theory]
    [InlineData(
        "public abstract class A { [EasGen.Predict] public string B(string c) => c; "
        + "[{|EAS1005:EasGen.Predict(\"/d\")|}] protected string D(string c) => c; }")]
    [InlineData("[{|EAS1005:EasGen.InstanceType(\"a\")|}] public abstract class A;")]
    [InlineData("public class A { [EasGen.Predict] public string B(string c) => c; } @ partial class D : A;")]
    [InlineData("public class A<T> { [EasGen.Predict] public T B(T c) => c; } @ partial class D : A<string>;")]
    public Task A_method_serves_in_a_class_that_derives(string source) =>
        Eas.VerifyAsync(source.Replace("@", Attributes, StringComparison.Ordinal));

    [Fact]
    public Task The_blame_is_the_same_in_whatever_order_the_files_come()
    {
        Sources files =
        [
            ("a.cs", Eas.Class(members: "[Predict] public Answer A(Request r) => new(\"\");")),
            (
                "b.cs",
                "namespace Acme; partial class IrisClassifier { [{|EAS1013:EasGen.Predict|}] public Answer B(Request r) => new(\"\"); }"),
        ];
        return Task.WhenAll(Eas.VerifyAsync(files), Eas.VerifyAsync([.. files.Reverse()]));
    }
}
