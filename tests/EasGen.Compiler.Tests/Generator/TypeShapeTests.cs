using System.Text.RegularExpressions;
using EasGen.Testing;

namespace EasGen.Compiler.Tests.Generator;

/// <summary>Classes of every shape: where a partial can be written it compiles, where it cannot none is written.</summary>
public class TypeShapeTests
{
    private const string Attributes =
        "[EasGen.EasService(\"one_service\")] [EasGen.Container(\"acme/one:1\", Port = 8000, Command = \"a\")]";

    [Theory]
    [InlineData("partial class A;", "A")]
    [InlineData("namespace N.M; partial class A;", "N.M.A")]
    [InlineData("namespace @class.@event; partial class @namespace;", "class.event.namespace")]
    [InlineData("internal sealed partial record A(int B);", "A")]
    [InlineData("static partial class A;", "A")]
    [InlineData("abstract partial class A;", "A")]
    public void A_partial_is_written(string declaration, string name)
    {
        var at = declaration.LastIndexOf(';', declaration.Length - 2) + 1;
        var run = GeneratorVerifier<EasServiceGenerator>.Run(declaration.Insert(at, Attributes), Eas.Serving);

        Assert.Contains("public const string Name = \"one_service\";", run[$"{name}.g.cs"], StringComparison.Ordinal);
    }

    [Fact]
    public void Nested_classes_are_reached_through_their_outer_types()
    {
        var run = GeneratorVerifier<EasServiceGenerator>.Run(
            $"namespace N; "
            + $"partial struct S {{ internal partial record R {{ partial interface I {{ {Attributes} private partial class A; }} }} }}",
            Eas.Serving);

        Assert.Contains("partial interface I", run["N.S.R.I.A.g.cs"], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("class A;")]
    [InlineData("partial class A<T>;")]
    [InlineData("file partial class A;")]
    [InlineData("file partial class B { @ partial class A; }")]
    public void No_partial_is_written_but_the_manifest_is(string declaration)
    {
        var run = GeneratorVerifier<EasServiceGenerator>.Run(declaration.Contains('@', StringComparison.Ordinal)
            ? declaration.Replace("@", Attributes, StringComparison.Ordinal)
            : Attributes + declaration, Eas.Serving);

        Assert.EndsWith("-Manifest.g.cs", Assert.Single(run.Sources.Keys), StringComparison.Ordinal);
    }

    [Fact]
    public void Names_that_differ_in_case_only_get_files_of_their_own()
    {
        var run = GeneratorVerifier<EasServiceGenerator>.Run(
            $"{Attributes} partial class Iris; {Attributes} partial class IRIS;",
            Eas.Serving);

        Assert.Equal(4, run.Sources.Keys.Distinct(StringComparer.OrdinalIgnoreCase).Count());
    }

    [Theory]
    [InlineData("@ partial class A; @ partial class A<T>;", 3)]
    [InlineData("@ partial class A { @ partial class Manifest; }", 4)]
    [InlineData("@ partial class @class;", 2)]
    [InlineData("@ partial class A<T>; @ partial class A_1;", 3)]
    public void Names_never_meet(string source, int files) =>
        Assert.Equal(
            files,
            GeneratorVerifier<EasServiceGenerator>.Run(
                source.Replace("@ ", Attributes + " ", StringComparison.Ordinal),
                Eas.Serving).Sources.Count);

    [Fact]
    public void Types_local_to_their_files_never_meet() =>
        Assert.Equal(
            2,
            GeneratorVerifier<EasServiceGenerator>.Run(
                [$"{Attributes} file partial class A;", $"{Attributes} file partial class A;"],
                Eas.Serving).Sources.Count);

    [Fact]
    public void A_service_that_derives_from_a_service_hides_its_constants() => Assert.Contains(
        "public new static class Eas",
        GeneratorVerifier<EasServiceGenerator>.Run(
            $"{Attributes} partial class A; {Attributes} partial class B : A;",
            Eas.Serving)["B.g.cs"],
        StringComparison.Ordinal);

    [Theory]
    [InlineData("class Base;", "<A>")]
    [InlineData("class Root { public class B; } class Base : Root;", "<A>")]
    [InlineData("class Root { public class A; } class Base : Root;", "<global::A>")]
    public void A_class_calls_itself_by_a_name_that_means_nothing_else(string ancestors, string name) => Assert.Contains(
        $"partial class A : global::EasGen.AspNetCore.IEasService{name}",
        GeneratorVerifier<EasServiceGenerator>.Run(
            $"{ancestors} {Attributes} partial class A : Base {{ [EasGen.Predict] public int Run(int request) => request; }}",
            Eas.Serving)["A.g.cs"],
        StringComparison.Ordinal);

    [Theory]
    [InlineData("@ partial class { }")]
    [InlineData("partial class { @ partial class A { } }")]
    [InlineData("namespace Acme..Models { @ partial class A { } }")]
    [InlineData("namespace { @ partial class A { } }")]
    public void A_class_whose_name_somebody_is_still_typing_gets_nothing(string source) => Assert.Empty(
        GeneratorVerifier<EasServiceGenerator>.Run(
            source.Replace("@ ", Attributes + " ", StringComparison.Ordinal),
            Eas.Serving with { AllowCompileErrors = true }).Sources);

    [Theory]
    [InlineData("[EasGen.EasService(\"\")]", 1)]
    [InlineData("[EasGen.EasService(null)]", 1)]
    [InlineData("[EasGen.EasService]", 0)]
    public void A_service_without_a_name_is_left_to_the_build_to_refuse(string attribute, int files) => Assert.Equal(
        files,
        GeneratorVerifier<EasServiceGenerator>.Run(
            $"{attribute} partial class A;",
            Eas.Serving with { AllowCompileErrors = true }).Sources.Count);

    [Fact]
    public void Names_that_look_alike_without_dots_get_constants_of_their_own()
    {
        var run = GeneratorVerifier<EasServiceGenerator>.Run(
            $"namespace A {{ namespace B {{ {Attributes} partial class C; }} {Attributes} partial class B_C; }}",
            Eas.Serving);

        Assert.Equal(4, run.Sources.Count);
    }

    [Theory]
    [InlineData("public int Eas => 1;")]
    [InlineData("public void Eas() { }")]
    [InlineData("private enum Eas { A }")]
    public void A_class_that_uses_the_name_of_the_constants_keeps_it(string member)
    {
        var source = Eas.Class(members: member + " [Predict] public Answer Classify(Request request) => new(\"\");");

        var run = GeneratorVerifier<EasServiceGenerator>.Run(source, Eas.Serving);

        Assert.Contains("Port = 8000,", run["Acme.IrisClassifier.g.cs"], StringComparison.Ordinal);
    }

    [Fact]
    public void Attributes_on_several_parts_count_together_in_the_order_of_their_files()
    {
        Sources parts =
        [
            ("b/Second.cs", "[EasGen.InstanceType(\"ecs.second\")] partial class A;"),
            ("c/Home.cs", Attributes + "[EasGen.InstanceType(\"ecs.home\")] partial class A;"),
            ("a/First.cs", "[EasGen.InstanceType(\"ecs.first\")] partial class A;"),
        ];
        var json = GeneratorVerifier<EasServiceGenerator>.Run(parts, Eas.Describing)["A-Manifest.g.cs"];
        var reversed = GeneratorVerifier<EasServiceGenerator>.Run(Sources.Create([.. parts.Reverse()]), Eas.Describing)["A-Manifest.g.cs"];

        Assert.Equal(json, reversed);
        Assert.Equal(
            ["ecs.home", "ecs.first", "ecs.second"],
            json.Split('"').Where(static text => text.StartsWith("ecs.", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("@ partial class X; @ partial record X;")]
    [InlineData("namespace N { @ partial class B; } @ partial class N { @ partial class B; }")]
    [InlineData("@ partial class A; @ class {")]
    public void One_odd_type_never_costs_the_others_their_code(string odd)
    {
        var source = $"{Attributes} partial class Other; {odd.Replace("@", Attributes, StringComparison.Ordinal)}";

        var run = GeneratorVerifier<EasServiceGenerator>.Run(source, Eas.Serving with { AllowCompileErrors = true });

        Assert.Contains("Other.g.cs", run.Sources.Keys);
        Assert.Equal(run.Sources.Count, run.Sources.Keys.Distinct(StringComparer.OrdinalIgnoreCase).Count());
    }

    [Fact]
    public void A_long_name_is_a_name_of_a_file_still()
    {
        var run = GeneratorVerifier<EasServiceGenerator>.Run(
            $"namespace {new string('鸢', 300)}; {Attributes} partial class A{new string('b', 300)};",
            Eas.Serving);

        Assert.All(run.Sources.Keys, static name => Assert.InRange(System.Text.Encoding.UTF8.GetByteCount(name), 1, 255));
    }

    [Theory]
    [InlineData("partial class iris;")]
    [InlineData("partial class outer { @ partial class iris; }")]
    public void A_name_in_lower_case_is_warned_of_where_the_user_wrote_it(string declaration) =>
        Assert.NotEmpty(GeneratorVerifier<EasServiceGenerator>.Run(
        "#pragma warning disable CS8981\n" + (declaration.Contains('@', StringComparison.Ordinal)
            ? declaration.Replace("@", Attributes, StringComparison.Ordinal)
            : Attributes + declaration), Eas.Serving).Sources);

    [Theory]
    [InlineData("[Predict] public int A(Request r) => 1; [System.Diagnostics.CodeAnalysis.Experimental(\"EXP001\")] public class Request;")]
    [InlineData(
        "[Predict] public System.Collections.Generic.List<Request.Inner[]> A(int r) => null!; "
        + "[System.Diagnostics.CodeAnalysis.Experimental(\"EXP001\")] public class Request { public class Inner; }")]
    [InlineData("[System.Diagnostics.CodeAnalysis.Experimental(\"EXP001\")] [ReadinessProbe] public bool A() => true;")]
    [InlineData(
        "[Obsolete] [PredictorStartup] public void A() { } [Obsolete(\"why\")] [Predict] public int B(int c) => c; "
        + "[Obsolete(\"why\", DiagnosticId = \"OLD1\")] [Predict(\"/d\")] public int D(int c) => c;")]
    [InlineData("[Predict] public int A(Old r) => 1; [Obsolete(\"why\")] public class Old;")]
    [InlineData("[Obsolete(\"why\", DiagnosticId = \"a b\")] [Predict] public int A(int b) => b;")]
    [InlineData("[Obsolete(\"why\", DiagnosticId = \"1\")] [Predict] public int A(int b) => b;")]
    [InlineData("[System.Diagnostics.CodeAnalysis.Experimental(\"true\")] [ReadinessProbe] public bool A() => true;")]
    [InlineData("[System.Diagnostics.CodeAnalysis.Experimental(\"a\u200db\")] [ReadinessProbe] public bool A() => true;")]
    [InlineData("[System.Diagnostics.CodeAnalysis.Experimental(\"class\")] [ReadinessProbe] public bool A() => true;")]
    public void What_the_user_knows_is_not_reported_again(string members) => Assert.Contains(
        "#pragma warning disable",
        GeneratorVerifier<EasServiceGenerator>.Run(
            "#pragma warning disable EXP001, CS0612, CS0618, OLD1\n" + Eas.Class(members: members),
            Eas.Serving)["Acme.IrisClassifier.g.cs"],
        StringComparison.Ordinal);

    [Theory]
    [InlineData("Obsolete", "System")]
    [InlineData("Experimental", "System.Diagnostics.CodeAnalysis")]
    [InlineData("GeneratedCode", "System.CodeDom.Compiler")]
    public void An_attribute_of_the_user_may_take_lists_where_the_known_one_takes_a_text(string name, string space)
    {
        var attribute = $"[{space}.{name}(DiagnosticId = new[] {{ \"b\" }}, Texts = new[] {{ \"a\" }})]";
        var used = Eas.Class(members: $"{attribute} [Predict] public int A(int b) => b; {attribute} public class Eas {{ }}");
        var own = $$"""
            namespace {{space}};
            public class {{name}}Attribute : Attribute
            {
                public {{name}}Attribute(string[]? texts = null) => Texts = texts;
                public string[]? Texts { get; set; }
                public string[]? DiagnosticId { get; set; }
            }
            """;

        var run = GeneratorVerifier<EasServiceGenerator>.Run([used, ("Own.cs", own)], Eas.Serving with { AllowCompileErrors = true });

        Assert.Contains("Acme.IrisClassifier.g.cs", run.Sources.Keys);
    }

    [Theory]
    [InlineData("public static class Eas { }")]
    [InlineData("public int Eas;")]
    public void A_file_of_the_user_may_have_a_name_like_ours(string member) => Assert.DoesNotContain(
        "static class Eas",
        GeneratorVerifier<EasServiceGenerator>.Run(
            [Attributes + "partial class A;", ("Mine.g.cs", $"partial class A {{ {member} }}")],
            Eas.Serving)["A.g.cs"],
        StringComparison.Ordinal);

    [Fact]
    public void Inherited_methods_serve_by_their_base()
    {
        const string source = """
            namespace Acme
            {
                public abstract class Base<T>
                {
                    [EasGen.PredictorStartup] public void Load() { }
                    [EasGen.ReadinessProbe] public virtual bool IsReady() => true;
                    [EasGen.Predict] public T Answer(T request) => request;
                    [EasGen.Predict("/static")] public static int Count(int request) => request;
                    [EasGen.Predict("/hidden")] public int Hidden(int request) => request;
                    [EasGen.Predict("/replaced")] public virtual int Replaced(int request) => request;
                    [EasGen.Predict("/protected")] protected int Protected(int request) => request;
                }

                @
                public partial class Iris : Base<string>
                {
                    public object Answer(object request) => request;
                    public override bool IsReady() => false;
                    public new int Hidden(int request) => request;
                    [EasGen.Predict("/own")] public override int Replaced(int request) => request;
                }
            }
            """;

        var run = GeneratorVerifier<EasServiceGenerator>.Run(source.Replace("@", Attributes, StringComparison.Ordinal), Eas.Serving);

        var calls = Regex.Matches(
            run["Acme.Iris.g.cs"],
            @"(\(\(global::Acme\.Base<string>\)predictor\)|(?<!\))predictor|global::Acme\.Base<string>)\.\w+\((request)?\)");
        Assert.Equal(
            [
                "((global::Acme.Base<string>)predictor).Load()",
                "((global::Acme.Base<string>)predictor).IsReady()",
                "predictor.Replaced(request)",
                "((global::Acme.Base<string>)predictor).Answer(request)",
                "global::Acme.Base<string>.Count(request)",
            ],
            calls.Select(static call => call.Value));
    }
}
