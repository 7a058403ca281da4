using EasGen.Testing.Tests.Samples;

namespace EasGen.Testing.Tests;

public class HalfTypedTests
{
    [Fact]
    public void Every_prefix_and_every_missing_token_is_a_version() => Assert.Equal(
        ["", "a", "a ", "a b", "a b;", " b;", "a ;"],
        HalfTyped.Versions("a b;", 1, TestOptions.Default));

    [Fact]
    public void A_stride_leaves_prefixes_out_but_not_the_last() => Assert.Equal(
        ["", "a b", "a b;", " b;", "a ;"],
        HalfTyped.Versions("a b;", 3, TestOptions.Default));

    [Fact]
    public async Task Good_ones_survive()
    {
        var versions = await HalfTyped.VerifyAsync(
            "[System.Obsolete] class Iris { public int f; }",
            [new GoodGenerator()],
            [new LowercaseClassAnalyzer(), new PublicFieldAnalyzer()]);

        Assert.InRange(versions, 50, 60);
    }

    // The source is fine: its attribute has an argument. One that is still typed has none.
    [Fact]
    public async Task A_generator_that_throws_somewhere_on_the_way_is_caught()
    {
        var message = await Failing.MessageOf(() =>
            HalfTyped.VerifyAsync("[System.Obsolete(\"x\")] class Iris;", [new ThrowingGenerator()], []));

        message.ShouldContain("CS8785: EasGen.Testing.Tests.Samples.ThrowingGenerator threw System.");
        message.ShouldContain("--- over this source:\n[System.Obsolete");
    }

    [Fact]
    public async Task An_analyzer_that_throws_somewhere_on_the_way_is_caught() =>
        (await Failing.MessageOf(() => HalfTyped.VerifyAsync("class Badge;", [], [new ThrowingAnalyzer()])))
            .ShouldContain("--- over this source:\nclass Bad");

    [Fact]
    public async Task A_source_that_never_compiles_is_caught() =>
        (await Failing.MessageOf(() => HalfTyped.VerifyAsync("class A : Missing;", [], []))).ShouldContain("CS0246");

    [Fact]
    public async Task What_hangs_is_given_up() => (await Failing.MessageOf(() => HalfTyped.VerifyAsync(
        "class A;", [], [new SleepingAnalyzer()], timeout: TimeSpan.FromSeconds(1)))).ShouldContain("something hangs");
}
