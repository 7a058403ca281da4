using EasGen.Core.Secrets;

namespace EasGen.Core.Tests.Secrets;

public class WordSearchTests
{
    private static readonly WordSearch Words = new(["KEY", "pass", "://", "密", "ПАРОЛ", "@", "SK"]);

    [Theory]
    [InlineData("KEY")]
    [InlineData("monkey")]
    [InlineData("kEy")]
    [InlineData("a PASSWORD")]
    [InlineData("papass")]
    [InlineData("http://x")]
    [InlineData("密")]
    [InlineData("我的密钥")]
    [InlineData("пароль")]
    [InlineData("ПаРоль")]
    [InlineData("@密")]
    [InlineData("@\u007f")]
    [InlineData("a@")]
    [InlineData("sk")]
    [InlineData("task")]
    [InlineData("sK9")]
    public void A_word_is_found_in_any_case_at_any_place(string text) => Assert.True(Words.IsAnyIn(text));

    [Theory]
    [InlineData("")]
    [InlineData("k")]
    [InlineData("ke")]
    [InlineData("ke y")]
    [InlineData("pas")]
    [InlineData(":/ /")]
    [InlineData("机器")]
    [InlineData("паро")]
    [InlineData("+%9")]
    [InlineData("kex")]
    [InlineData("ke9")]
    [InlineData("past")]
    [InlineData("s k")]
    public void Nothing_else_is(string text) => Assert.False(Words.IsAnyIn(text));
}
