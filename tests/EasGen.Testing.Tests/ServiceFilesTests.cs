namespace EasGen.Testing.Tests;

public class ServiceFilesTests
{
    [Fact]
    public void Those_of_the_project_are_there()
    {
        Assert.Contains("tests/data/services/image.json", ServiceFiles.Services);
        Assert.Contains("tests/data/misconfigs/port-of-the-engine.json", ServiceFiles.Misconfigurations);
        Assert.Contains("tests/data/texts/broken.json", ServiceFiles.All);
    }

    // Where the public examples are, all of them are tried: a folder that lost some would make the tests pass for nothing.
    [Fact]
    public void The_public_ones_are_all_there_or_none() => Assert.Equal(
        Repository.Shared is null ? (0, 0) : (20, 17),
        (ServiceFiles.Services.Except(ServiceFiles.Own("")).Count(), ServiceFiles.Misconfigurations.Except(ServiceFiles.Own("")).Count()));

    [Fact]
    public void Each_can_be_read() => Assert.All(ServiceFiles.All, static file => Assert.NotEmpty(ServiceFiles.Read(file)));
}
