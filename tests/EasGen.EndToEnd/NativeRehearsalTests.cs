using EasGen.Testing;

namespace EasGen.EndToEnd;

/// <summary>The tool in native code plays what happens on PAI-EAS; apart from its other tests, which need not wait for it.</summary>
[Trait("Needs", "Linker")]
public class NativeRehearsalTests
{
    [Fact]
    public async Task Rehearses_a_service_as_the_readme_says()
    {
        var tool = await InstalledTool.GetNativeAsync();

        var rehearsal = await DotnetBuild.RunProgramAsync(tool.Program, Repository.Root, ["rehearse", "samples/IrisClassifier"]);

        rehearsal.ShouldSucceed().ShouldSay("iris_classifier passed in");
    }
}
