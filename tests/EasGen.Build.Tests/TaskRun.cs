using System.Reflection;
using System.Reflection.Emit;
using EasGen.Testing;
using Microsoft.Build.Utilities;

namespace EasGen.Build.Tests;

/// <summary>A project folder with a compiled assembly, on which the task runs.</summary>
internal sealed class TaskRun : IDisposable
{
    public const string Good = """
        {
          "metadata": { "name": "iris", "instance": 1 },
          "cloud": { "computing": { "instances": [{ "type": "ecs.c7.large" }] } },
          "containers": [{ "image": "acme/iris:1.4", "port": 8000, "command": "dotnet ${APP}" }]
        }
        """;

    private readonly ProjectCopy? copy;

    public TaskRun() => Folder = (copy = ProjectCopy.Empty()).Folder;

    /// <summary>In a folder of somebody else, who deletes it.</summary>
    public TaskRun(string folder) => Folder = folder;

    public string Folder { get; }

    public string Assembly => At("obj/App.dll");

    public string Json => At("bin/eas/iris.json");

    public string OutputDirectory { get; set; } = "bin/eas/";

    /// <summary>The paths of the source files, from the project on.</summary>
    public string[] Sources { get; set; } = [];

    public string ListFile { get; set; } = @"obj\App.csproj.EasGen.manifests.txt";

    public string? Variables { get; set; }

    public bool RequireVariables { get; set; }

    public string? ContainerImage { get; set; }

    public string? Baseline { get; set; }

    public bool AcceptBaseline { get; set; }

    /// <summary>The paths of the environments' files, from the project on.</summary>
    public string[] Environments { get; set; } = [];

    public Engine Engine { get; private set; } = new();

    public string At(string path) => Path.Combine(Folder, path);

    public TaskRun Write(string path, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(At(path))!);
        File.WriteAllText(At(path), text);
        return this;
    }

    /// <summary>Runs the task; it never throws, and what it returns agrees with what it logs.</summary>
    public bool Execute()
    {
        Engine = new();
        var task = new WriteEasManifests
        {
            BuildEngine = Engine,
            ProjectFile = At("App.csproj"),
            Assembly = "obj/App.dll",
            Sources = Array.ConvertAll(Sources, static path => new TaskItem(path)),
            OutputDirectory = OutputDirectory,
            ListFile = ListFile,
            Variables = Variables,
            RequireVariables = RequireVariables,
            ContainerImage = ContainerImage,
            EnvironmentFiles = Array.ConvertAll(Environments, static path => new TaskItem(path)),
            Baseline = Baseline,
            AcceptBaseline = AcceptBaseline,
        };
        var succeeded = task.Execute();
        Assert.Equal(succeeded, Engine.Errors.Count == 0);
        Assert.All(Engine.Errors, error => Assert.Matches("^EAS[0-9]{4}$", error.Code));
        Assert.All(Engine.Warnings, warning => Assert.Matches("^EAS[0-9]{4}$", warning.Code));
        Assert.All(Engine.Errors, error => Assert.EndsWith($"docs/rules/{error.Code}.md", error.HelpLink, StringComparison.Ordinal));
        return succeeded;
    }

    public string[] Codes() => Engine.Errors.Select(static error => error.Code).ToArray();

    /// <summary>Compiles an assembly as the generator leaves it.</summary>
    public TaskRun Compile(params object[] constants)
    {
        var builder = new PersistedAssemblyBuilder(new AssemblyName("App"), typeof(object).Assembly);
        var type = builder.DefineDynamicModule("App")
            .DefineType("EasGen.Generated.EasManifests", TypeAttributes.Abstract | TypeAttributes.Sealed);
        for (var i = 0; i < constants.Length; i++)
        {
            type.DefineField(
                $"Acme_Class{i}",
                constants[i].GetType(),
                FieldAttributes.Assembly | FieldAttributes.Static | FieldAttributes.Literal)
                .SetConstant(constants[i]);
        }
        type.CreateType();
        Directory.CreateDirectory(At("obj"));
        builder.Save(Assembly);
        return this;
    }

    public void Dispose() => copy?.Dispose();
}
