using System.Net;
using System.Text;
using EasGen.Testing;

namespace EasGen.EndToEnd;

/// <summary>Every target framework has its own files, every path and language version the same bytes, and every runtime serves.</summary>
public class FrameworkTests
{
    private const string Served = """
        using EasGen;
        using System.Text.Json.Serialization;

        var builder = WebApplication.CreateSlimBuilder(args);
        builder.Services.ConfigureHttpJsonOptions(json => json.SerializerOptions.TypeInfoResolverChain.Insert(0, Json.Default));
        builder.AddEasService<Iris>();
        var app = builder.Build();
        app.MapEasService<Iris>();
        app.Run();

        [EasService("iris_classifier", Instances = 2)]
        [Container("registry-vpc.cn-shanghai.aliyuncs.com/acme/iris:1.4", Port = 8000, Command = "dotnet App.dll")]
        [InstanceType("ecs.c7.large")]
        internal sealed partial class Iris
        {
            [Predict]
            public Answer Classify(Measurement measurement) => new($"{measurement.Length}");
        }

        internal sealed record Measurement(double Length, string? Note);

        internal sealed record Answer(string Species);

        [JsonSourceGenerationOptions(System.Text.Json.JsonSerializerDefaults.Web)]
        [JsonSerializable(typeof(Measurement))]
        [JsonSerializable(typeof(Answer))]
        internal sealed partial class Json : JsonSerializerContext;
        """;

    [Fact]
    public async Task Each_target_framework_gets_its_own_file_of_the_same_bytes_wherever_the_project_is()
    {
        // netstandard2.0 means C# 7.3, which knows no raw strings, no nullable types and no file-scoped namespaces.
        const string Frameworks = "<TargetFrameworks>net10.0;netstandard2.0</TargetFrameworks>";
        using var project = await UserProject.CreateAsync(Services.Iris, Frameworks, folder: "Größe und 模型 (1)");

        var build = await project.BuildAsync();

        string[] expected = ["bin/Debug/net10.0/eas/iris_classifier.json", "bin/Debug/netstandard2.0/eas/iris_classifier.json"];
        Assert.Equal(expected, project.Manifests());
        Assert.Equal(expected.Select(static file => $"EasGen: iris_classifier -> {file}"), build.Written().Order(StringComparer.Ordinal));
        foreach (var file in expected)
            Assert.Equal(Services.IrisJson, await File.ReadAllTextAsync(project.At(file)));

        (await project.DotnetAsync("clean")).ShouldSucceed();
        Assert.Empty(project.Manifests());
    }

    [Fact]
    public async Task A_predictor_of_an_older_framework_is_told_which_one_it_needs()
    {
        using var project = await UserProject.CreateAsync(
            Services.Iris
                + "namespace Acme { public sealed partial class IrisClassifier { "
                + "[EasGen.Predict] public string A(string b) { return b; } } }",
            "<TargetFramework>netstandard2.0</TargetFramework>");

        (await project.FailAsync())
            .ShouldSay(
                "error EAS1006: [Predict] on a method is served by EasGen.AspNetCore, which needs .NET 8; "
                + "set TargetFramework to net8.0 or newer, and add a reference to that package");
    }

    [Theory]
    [InlineData("net8.0")]
    [InlineData("net9.0")]
    public async Task An_older_framework_serves_as_the_newest_does(string framework)
    {
        using var project = await UserProject.CreateAsync(
            Served,
            $"<TargetFramework>{framework}</TargetFramework><Nullable>enable</Nullable><ImplicitUsings>enable</ImplicitUsings>"
                + "<UseAppHost>false</UseAppHost>",
            sdk: "Microsoft.NET.Sdk.Web",
            reference: LocalPackage.Reference("EasGen.AspNetCore"));
        await project.BuildAsync();
        Assert.Equal([$"bin/Debug/{framework}/eas/iris_classifier.json"], project.Manifests());

        // The runtime of the SDK stands in for the older ones.
        using var service = await ServiceProcess.Start(
            Path.GetFullPath(project.At($"bin/Debug/{framework}/App.dll")),
            environment: ("DOTNET_ROLL_FORWARD", "Major"));

        using var ready = await service.Client.GetAsync(new Uri("/healthz/ready", UriKind.Relative));
        Assert.Equal(HttpStatusCode.OK, ready.StatusCode);
        Assert.Equal("""{"species":"5.1"}""", await AnswerAsync("""{"length":5.1,"note":null}"""));
        Assert.Contains("400", await AnswerAsync("""{"note":"The length is missing."}"""), StringComparison.Ordinal);

        async Task<string> AnswerAsync(string json)
        {
            using var body = new StringContent(json, Encoding.UTF8, "application/json");
            using var answer = await service.Client.PostAsync(new Uri("/", UriKind.Relative), body);
            return await answer.Content.ReadAsStringAsync();
        }
    }
}
