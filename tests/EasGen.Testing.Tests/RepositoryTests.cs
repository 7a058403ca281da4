namespace EasGen.Testing.Tests;

public class RepositoryTests
{
    private const string ThisFile = "tests/EasGen.Testing.Tests/RepositoryTests.cs";

    [Fact]
    public void The_root_has_the_solution() => Assert.True(File.Exists(Repository.At("EasGen.sln")));

    [Fact]
    public void The_shared_folder_is_the_one_beside_the_repository_or_none()
    {
        using var outer = ProjectCopy.Empty();
        var root = outer.At("easgen");

        Assert.Null(Repository.FindShared(named: null, root));

        var shared = Directory.CreateDirectory(outer.At("shared")).FullName;
        Assert.Equal(shared, Repository.FindShared(named: null, root));
        Assert.Equal(shared, Repository.FindShared("../shared", root));
        Assert.Equal(shared, Repository.FindShared(shared, root));
        Assert.Null(Repository.FindShared("", root));
    }

    [Fact]
    public void A_shared_folder_that_is_named_has_to_be_there() =>
        Assert.Contains(
            "nowhere",
            Assert.Throws<DirectoryNotFoundException>(() => Repository.FindShared("../nowhere", Repository.Root)).Message,
            StringComparison.Ordinal);

    [Theory]
    [InlineData("/_/" + ThisFile)]
    [InlineData(@"C:\agent\_work\1\s\tests\EasGen.Testing.Tests\RepositoryTests.cs")]
    public void A_path_of_a_build_server_is_found_here(string path) =>
        Assert.Equal(Repository.At(ThisFile), Repository.Locate(path).Replace('\\', '/'));

    [Fact]
    public void A_path_of_nowhere_is_not() => Assert.Throws<FileNotFoundException>(() => Repository.Locate("/_/tests/Nowhere.cs"));
}
