using System.Diagnostics;

namespace EasGen.Testing.Tests;

public class ProjectCopyTests
{
    private const string Hello = """
        <Project>
          <Target Name="Build"><Message Importance="high" Text="Hello $(Who)" /></Target>
          <Target Name="Break"><Error Code="KIT001" Text="Broken" /></Target>
          <Target Name="Sleep"><Message Importance="high" Text="Sleeping" /><Exec Command="sleep 60" /></Target>
        </Project>
        """;

    [Fact]
    public void A_copy_has_the_files_without_bin_and_obj()
    {
        using var original = ProjectCopy.Empty();
        original.Write("a.cs", "1").Write("sub/b.cs", "2").Write("bin/c.dll", "3").Write("sub/obj/d.json", "4");

        using var copy = ProjectCopy.Of(original.Folder);
        copy.Write("a.cs", "changed");

        Assert.Equal(["a.cs", "sub/b.cs"], Files(copy.Folder));
        Assert.Equal("2", copy.Read("sub/b.cs"));
        Assert.Equal("1", original.Read("a.cs"));
    }

    [Fact]
    public void A_copy_is_gone_after_the_test()
    {
        var copy = ProjectCopy.Empty().Write("a.cs", "1");
        copy.Dispose();

        Assert.False(Directory.Exists(copy.Folder));
    }

    [Fact]
    public async Task A_build_tells_its_output_and_exit_code()
    {
        using var project = ProjectCopy.Empty().Write("hello.proj", Hello);

        var good = await project.DotnetAsync("build", "hello.proj", "-p:Who=EAS");
        var bad = await project.DotnetAsync("msbuild", "hello.proj", "-t:Break");

        good.ShouldSucceed().Output.ShouldContain("Hello EAS");
        bad.ShouldExitWith(1).Output.ShouldContain("error KIT001: Broken");
        Failing.MessageOf(() => bad.ShouldSucceed()).ShouldContain("error KIT001: Broken");
    }

    [Fact]
    public async Task A_build_sees_the_environment_that_it_is_given()
    {
        using var project = ProjectCopy.Empty().Write("hello.proj", Hello);

        var result = await project.DotnetAsync(["msbuild", "hello.proj"], new Dictionary<string, string?> { ["Who"] = "world" });

        result.Output.ShouldContain("Hello world");
    }

    [Fact]
    public async Task A_build_that_hangs_is_killed_with_its_children()
    {
        using var project = ProjectCopy.Empty().Write("hello.proj", Hello);
        var watch = Stopwatch.StartNew();

        var exception = await Assert.ThrowsAsync<TimeoutException>(() =>
            project.DotnetAsync(["msbuild", "hello.proj", "-t:Sleep"], new Dictionary<string, string?>(), TimeSpan.FromSeconds(5)));

        exception.Message.ShouldContain("Sleeping");
        Assert.InRange(watch.Elapsed, TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(30));
    }

    private static IEnumerable<string> Files(string folder) => Directory
        .EnumerateFiles(folder, "*", SearchOption.AllDirectories)
        .Select(file => Path.GetRelativePath(folder, file).Replace('\\', '/'))
        .Order(StringComparer.Ordinal);
}
