using System.Collections.Immutable;
using EasGen.Testing;

namespace EasGen.Compiler.Tests.Generator;

/// <summary>The class that calls a service, in a project that asks for it. That it compiles is checked of each.</summary>
public class ClientTests
{
    private static readonly TestOptions Wanting = Eas.Serving with
    {
        BuildProperties = ImmutableDictionary<string, string>.Empty.Add("EasGenClient", "true"),
    };

    [Theory]
    [InlineData("Answer", "Task<global::Acme.Answer>", "AskAsync<global::Acme.Answer>(\"/\", Json(request)")]
    [InlineData("Answer?", "Task<global::Acme.Answer?>", "AskAsync<global::Acme.Answer?>(\"/\", Json(request)")]
    [InlineData("Task<int?>", "Task<int?>", "AskAsync<int?>(\"/\", Json(request)")]
    [InlineData("string", "Task<string>", "AskAsync<string>(\"/\", Json(request)")]
    [InlineData("ValueTask<byte[]>", "Task<byte[]>", "AskForBytesAsync(\"/\", Json(request)")]
    [InlineData("ReadOnlyMemory<byte>", "Task<global::System.ReadOnlyMemory<byte>>", "AskForMemoryAsync(\"/\", Json(request)")]
    [InlineData("System.IO.FileStream", "Task<global::System.IO.Stream>", "AskForStreamAsync(\"/\", Json(request)")]
    [InlineData(
        "Microsoft.AspNetCore.Http.HttpResults.Ok<int>",
        "Task<global::System.Net.Http.HttpResponseMessage>",
        "SendAsync(\"/\", Json(request)")]
    [InlineData(
        "IAsyncEnumerable<int>", "global::System.Collections.Generic.IAsyncEnumerable<int>", "StreamAsync<int>(\"/\", Json(request)")]
    public void Answers(string type, string returns, string call) => VerifyCall($"public {type} Run(Request request)", returns, call);

    [Theory]
    [InlineData("string", "AskAsync<int>(\"/\", new global::System.Net.Http.StringContent(request)")]
    [InlineData("byte[]", "AskAsync<int>(\"/\", Binary(new global::System.Net.Http.ByteArrayContent(request))")]
    [InlineData("ReadOnlyMemory<byte>", "AskAsync<int>(\"/\", Binary(new global::System.Net.Http.ReadOnlyMemoryContent(request))")]
    [InlineData("System.IO.Stream", "AskAsync<int>(\"/\", Binary(new global::System.Net.Http.StreamContent(request))")]
    [InlineData("byte[][]", "AskAsync<int>(\"/\", Json(request)")]
    public void Requests(string type, string call) => VerifyCall($"public int Run({type} request)", "Task<int>", call);

    [Fact]
    public void Each_caller_of_a_batch_sends_one_request()
    {
        var client = ClientOf("""
            [Predict(MaxBatchSize = 4)]
            public BatchItemResult<Answer>[] Run(IReadOnlyList<Request> batch) => throw new NotSupportedException();
            """);

        Assert.Contains("Task<global::Acme.Answer> RunAsync(\n        global::Acme.Request request,", client, StringComparison.Ordinal);
    }

    [Fact]
    public void Calls_have_names_and_routes_of_their_own()
    {
        var client = ClientOf("""
            [Predict] public int Tell(int request) => request;
            [Predict("/later")] public Task<int> TellAsync(int request) => Task.FromResult(request);
            [Predict("/a\"b")] public int Tell(string request) => 1;
            """);

        Assert.Contains(" TellAsync(\n", client, StringComparison.Ordinal);
        Assert.Contains(" Tell2Async(\n", client, StringComparison.Ordinal);
        Assert.Contains(" Tell3Async(\n", client, StringComparison.Ordinal);
        Assert.Contains("AskAsync<int>(\"/a\\\"b\", ", client, StringComparison.Ordinal);
    }

    [Fact]
    public void The_documentation_of_a_method_is_that_of_its_call()
    {
        var client = ClientOf("""
            /// <summary>Is 1 &lt; 2 &amp; 3 &gt; 2?</summary>
            [Predict] public bool Run(int request) => true;
            """);

        Assert.Contains("/// <summary>Is 1 &lt; 2 &amp; 3 &gt; 2?</summary>", client, StringComparison.Ordinal);
    }

    [Fact]
    public void No_route_ends_a_comment()
    {
        var client = ClientOf("""[Predict("/a\u2028class")] public int Run(int request) => 1;""");

        Assert.DoesNotContain('\u2028', client);
    }

    [Theory]
    [InlineData("internal")]
    [InlineData("public")]
    public void A_call_is_as_visible_as_its_types(string modifier)
    {
        var client = ClientOf($$"""
            {{modifier}} sealed record Item;
            [Predict] internal Item[] All(int request) => [];
            [Predict("/run")] internal Item Run(int request) => new();
            """);

        Assert.Contains(
            $"{modifier} global::System.Threading.Tasks.Task<global::Acme.IrisClassifier.Item> RunAsync(",
            client,
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[Predict] private Hidden Run(int request) => new(); private sealed record Hidden;")]
    [InlineData("[Predict] private int Run(System.Collections.Generic.List<Hidden[]> request) => 1; private sealed record Hidden;")]
    [InlineData("[ReadinessProbe] public bool IsReady() => true;")]
    public void Without_a_method_that_others_can_call_there_is_no_client(string members)
    {
        var run = GeneratorVerifier<EasServiceGenerator>.Run(Eas.Class(members: members), Wanting);

        Assert.DoesNotContain("Acme.IrisClassifier-Client.g.cs", run.Sources.Keys);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("false")]
    [InlineData("")]
    public void Who_does_not_ask_gets_none(string? value)
    {
        var options = value is null ? Eas.Serving : Wanting with
        {
            BuildProperties = ImmutableDictionary<string, string>.Empty.Add("EasGenClient", value),
        };

        var run = GeneratorVerifier<EasServiceGenerator>.Run(Eas.Class(members: "[Predict] public int Run(int request) => 1;"), options);

        Assert.DoesNotContain("Acme.IrisClassifier-Client.g.cs", run.Sources.Keys);
    }

    [Fact]
    public void A_nested_class_has_its_client_beside_it()
    {
        var run = GeneratorVerifier<EasServiceGenerator>.Run(
            """
            using EasGen;
            namespace N;
            internal static partial class Outer
            {
                [EasService("one_service")]
                [Container("acme/one:1", Port = 8000, Command = "a")]
                internal partial class @class
                {
                    [Predict] public int Run(int request) => 1;
                }
            }
            """,
            Wanting);

        Assert.Contains(
            "    internal sealed class classClient\n", run["N.Outer.class-Client.g.cs"], StringComparison.Ordinal);
    }

    private static void VerifyCall(string method, string returns, string call)
    {
        var client = ClientOf($"[Predict] {method} => throw new NotSupportedException();");

        Assert.Contains($"{returns} RunAsync(\n", client, StringComparison.Ordinal);
        Assert.Contains($"        {call}, cancellationToken);\n", client, StringComparison.Ordinal);
    }

    private static string ClientOf(string members) => GeneratorVerifier<EasServiceGenerator>.Run(
        "using System.Collections.Generic;\n" + Eas.Class(members: members), Wanting)["Acme.IrisClassifier-Client.g.cs"];
}
