namespace EasGen.Testing.Tests;

public class RepositoryTests
{
    private const string ThisFile = "tests/EasGen.Testing.Tests/RepositoryTests.cs";

    [Fact]
    public void The_root_has_the_solution() => Assert.True(File.Exists(Repository.At("EasGen.sln")));

    [Fact]
    public void The_shared_folder_has_the_field_facts() => Assert.True(File.Exists(Path.Combine(Repository.Shared, "eas-service-json.md")));

    [Theory]
    [InlineData("/_/" + ThisFile)]
    [InlineData(@"C:\agent\_work\1\s\tests\EasGen.Testing.Tests\RepositoryTests.cs")]
    public void A_path_of_a_build_server_is_found_here(string path) => Assert.Equal(Repository.At(ThisFile), Repository.Locate(path).Replace('\\', '/'));

    [Fact]
    public void A_path_of_nowhere_is_not() => Assert.Throws<FileNotFoundException>(() => Repository.Locate("/_/tests/Nowhere.cs"));
}
