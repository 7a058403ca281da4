namespace EasGen.Core.Tests;

public class AmountTests
{
    [Theory]
    [InlineData("0", 0)]
    [InlineData("1", 1)]
    [InlineData("-1", -1)]
    [InlineData("2147483647", int.MaxValue)]
    [InlineData("2147483648", null)]
    [InlineData("007", null)]
    [InlineData("+1", null)]
    [InlineData("-0", null)]
    [InlineData(" 1", null)]
    [InlineData("1\0", null)]
    [InlineData("1.0", null)]
    [InlineData("1e3", null)]
    [InlineData("١", null)]
    [InlineData("1%", null)]
    [InlineData("", null)]
    public void Count_is_a_number_as_it_is_written(string text, int? count) => Assert.Equal(count, Amount.Count(text));

    [Theory]
    [InlineData("0%", 0)]
    [InlineData("2%", 2)]
    [InlineData("100%", 100)]
    [InlineData("250%", 250)]
    [InlineData("-1%", null)]
    [InlineData("1.5%", null)]
    [InlineData("1 %", null)]
    [InlineData("1%%", null)]
    [InlineData("%", null)]
    [InlineData("%1", null)]
    [InlineData("1", null)]
    [InlineData("", null)]
    public void Percentage_is_a_count_with_its_sign(string text, int? share) => Assert.Equal(share, Amount.Percentage(text));

    [Theory]
    [InlineData("0", true)]
    [InlineData("0%", true)]
    [InlineData("1", false)]
    [InlineData("1%", false)]
    [InlineData("-1", false)]
    [InlineData("none", false)]
    [InlineData("", false)]
    public void Zero_is_zero_in_both_forms(string text, bool zero) => Assert.Equal(zero, Amount.IsZero(text));
}
