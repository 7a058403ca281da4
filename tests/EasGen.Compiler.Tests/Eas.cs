using System.Collections.Immutable;
using EasGen.AspNetCore;
using EasGen.Compiler.Analyzers;
using EasGen.Testing;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.Extensions.AI;

namespace EasGen.Compiler.Tests;

/// <summary>The user's project of these tests, and short ways to write one.</summary>
internal static class Eas
{
    /// <summary>A project that only describes services.</summary>
    public static readonly TestOptions Describing = new() { ExtraReferences = [References.Of<EasServiceAttribute>()] };

    /// <summary>A project that serves them too.</summary>
    public static readonly TestOptions Serving = new()
    {
        ExtraReferences = [References.Of<EasServiceAttribute>(), References.Of<EasServiceDescription>(), .. References.AspNetCore],
    };

    /// <summary>Serving, with the generator at work, as in a build.</summary>
    public static readonly TestOptions Built = Serving with { Generators = [new EasServiceGenerator()] };

    /// <summary>Built, in a project that serves chat clients and embedding generators too.</summary>
    public static readonly TestOptions Chatting = Built with
    {
        ExtraReferences = [.. Built.ExtraReferences, References.Of<EasModelOptions>(), References.Of<IChatClient>()],
    };

    /// <summary>Every analyzer of the compiler part, found by reflection so that none can be forgotten.</summary>
    public static readonly ImmutableArray<DiagnosticAnalyzer> Analyzers =
    [
        .. typeof(ServiceAnalyzer).Assembly.GetTypes()
            .Where(static type => !type.IsAbstract && type.IsAssignableTo(typeof(DiagnosticAnalyzer)))
            .OrderBy(static type => type.FullName, StringComparer.Ordinal)
            .Select(static type => (DiagnosticAnalyzer)Activator.CreateInstance(type)!),
    ];

    /// <summary>How a container listens that breaks no rule.</summary>
    public const string Container = "Port = 8000, Command = \"dotnet Iris.dll\"";

    /// <summary>A class with the least that a service needs, and these attributes and members.</summary>
    public static string Class(string attributes = "", string members = "", string container = Container) => $$"""
        using System;
        using System.Threading;
        using System.Threading.Tasks;
        using EasGen;

        namespace Acme;

        public sealed record Request(double A);

        public sealed record Answer(string B);

        [EasService("iris_classifier")]
        [Container("registry-vpc.cn-shanghai.aliyuncs.com/acme/iris:1.4", {{container}})]
        [InstanceType("ecs.c7.large")]
        {{attributes}}
        public sealed partial class IrisClassifier
        {
            {{members}}
        }
        """;

    /// <summary>Holds marked-up source against every analyzer.</summary>
    public static Task VerifyAsync(Sources sources, TestOptions? options = null, params string[] messages) =>
        AnalyzerVerifier.VerifyAnalyzerAsync(Analyzers, sources, options ?? Built, messages.Length == 0 ? null : messages);
}
