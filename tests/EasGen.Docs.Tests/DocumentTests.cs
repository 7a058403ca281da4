using EasGen.Core.Checking;
using EasGen.Testing;

namespace EasGen.Docs.Tests;

/// <summary>The documents that follow from the code are as the code is now.</summary>
public class DocumentTests
{
    public static TheoryData<string> Paths => [.. Documents.All.Select(static document => document.Path)];

    [Theory, MemberData(nameof(Paths))]
    public void Is_up_to_date(string path)
    {
        var document = Documents.All.Single(document => document.Path == path);
        Golden.IsUpToDate(
            document.Write(Repository.Root),
            Repository.At(path),
            update: "run 'dotnet run --project build/EasGen.Docs' at the root of the repository");
    }

    [Fact]
    public void No_free_id_is_taken()
    {
        Assert.All(RuleIds.NextFree, static free => Assert.Null(RuleCatalog.Find(free.Id)));
        Assert.Equal(
            RuleCatalog.All.Select(static rule => rule.Category).Distinct(),
            RuleIds.NextFree.Select(static free => $"EasGen.{free.Category}"));
    }
}
