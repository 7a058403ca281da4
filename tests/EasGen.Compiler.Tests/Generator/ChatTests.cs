using EasGen.Testing;
using Microsoft.CodeAnalysis;
using Microsoft.Extensions.AI;

namespace EasGen.Compiler.Tests.Generator;

/// <summary>A class that only chats, or only embeds, is served without a method that is marked.</summary>
public class ChatTests
{
    private const string Embedder = "Microsoft.Extensions.AI.IEmbeddingGenerator<string, Microsoft.Extensions.AI.Embedding<float>>";

    [Theory]
    [InlineData(": Base", "")]
    [InlineData("", "public Microsoft.Extensions.AI.IChatClient Client => null!;")]
    [InlineData("", "internal Base Client { get; } = new();")]
    [InlineData(": Holder", "")]
    [InlineData("", $"public {Embedder} Generator => null!;")]
    public void A_class_that_is_or_has_a_client_is_served(string bases, string members)
    {
        var code = Generate(bases, members, Eas.Chatting);

        Assert.Contains("IEasService<", code, StringComparison.Ordinal);
        Assert.Contains("service.StartupProbe(", code, StringComparison.Ordinal);
        Assert.DoesNotContain("service.Predict", code, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "")]
    [InlineData("", "public static Microsoft.Extensions.AI.IChatClient Client => null!;")]
    [InlineData("", "public IChatClient Client => null!; public interface IChatClient;")]
    [InlineData(": Hider", "")]
    [InlineData("", "public string Client => null!;")]
    public void Another_class_only_describes(string bases, string members) =>
        Assert.DoesNotContain("IEasService<", Generate(bases, members, Eas.Chatting), StringComparison.Ordinal);

    [Fact]
    public void Without_the_package_a_client_is_anybodys()
    {
        var options = Eas.Built with { ExtraReferences = [.. Eas.Built.ExtraReferences, References.Of<IChatClient>()] };

        Assert.DoesNotContain(
            "IEasService<",
            Generate("", "public Microsoft.Extensions.AI.IChatClient Client => null!;", options),
            StringComparison.Ordinal);
    }

    private static string Generate(string bases, string members, TestOptions options)
    {
        var run = GeneratorVerifier<EasServiceGenerator>.Run([$$"""
            using EasGen;

            internal class Base() : Microsoft.Extensions.AI.DelegatingChatClient(null!);

            internal class Holder
            {
                public Microsoft.Extensions.AI.IChatClient Client => null!;
            }

            internal class Hider
            {
                private Microsoft.Extensions.AI.IChatClient Client => null!;
            }

            [EasService("bot")]
            [Container("registry-vpc.cn-shanghai.aliyuncs.com/acme/bot:1", Port = 8000, Command = "dotnet Bot.dll")]
            [InstanceType("ecs.c7.large")]
            internal sealed partial class Bot {{bases}}
            {
                {{members}}
            }
            """], options with { Generators = [] });
        Assert.Empty(run.Compilation.GetDiagnostics().Where(static found => found.Severity > DiagnosticSeverity.Info));
        return string.Concat(run.Sources.Values);
    }
}
