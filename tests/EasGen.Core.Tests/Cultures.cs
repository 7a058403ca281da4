using System.Globalization;
using EasGen.Core.Checking;
using EasGen.Core.Features;
using EasGen.Core.Files;
using EasGen.Core.Writing;

namespace EasGen.Core.Tests;

/// <summary>The machine's language changes neither the artifact nor what the rules say.</summary>
public class Cultures
{
    private static readonly Service Numbers = Valid
        .With(EasService.Instances, -3)
        .With(InstanceType.SpotPriceLimit, -1234.5)
        .With(InstanceType.Capacity, "-1")
        .With(RequestHandling.TimeoutSeconds, 0.0015)
        .With(RequestHandling.RateLimit, 1_000_000)
        .With(EnvironmentVariable.FeatureType, (EnvironmentVariable.Name, "I"), (FeatureType.ContainerIndex, -1));

    [Theory]
    [InlineData("fi-FI")]
    [InlineData("de-DE")]
    [InlineData("ar-SA")]
    [InlineData("fa-IR")]
    [InlineData("tr-TR")]
    [InlineData("zh-CN")]
    public void Nothing_depends_on(string name) => SameIn(CultureInfo.GetCultureInfo(name));

    [Fact]
    public void Nothing_depends_on_a_culture_that_writes_every_sign_differently()
    {
        var culture = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        culture.NumberFormat.NumberDecimalSeparator = "٫";
        culture.NumberFormat.NumberGroupSeparator = "٬";
        culture.NumberFormat.NegativeSign = "minus ";
        culture.NumberFormat.NaNSymbol = "no number";
        culture.NumberFormat.PositiveInfinitySymbol = "endless";

        SameIn(culture);
    }

    private static void SameIn(CultureInfo culture)
    {
        Assert.Equal(In(CultureInfo.InvariantCulture, Artifact), In(culture, Artifact));
        Assert.Equal(In(CultureInfo.InvariantCulture, Findings), In(culture, Findings));
        Assert.Equal("Use -0.5", In(culture, static () => Use(-0.5).Title));
    }

    private const string TooLarge = """{"metadata":{"name":"a","instance":4294967296}}""";

    private static string Artifact() => ServiceWriter.Write(ServiceReader.Read(ServiceWriter.Write(Numbers)).Service);

    private static List<string> Findings() =>
        [.. RuleBook.AllCases().SelectMany(static judged => judged.Findings())
            .Concat(ServiceRules.Check(Numbers))
            .Concat(ServiceReader.Read(TooLarge).AllFindings())
            .Select(static finding =>
                $"{finding.Pointer} {finding.Message} {finding.Message.For(Audience.Json)} {finding.Fix?.Title}")];

    private static T In<T>(CultureInfo culture, Func<T> work)
    {
        var before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = culture;
        try
        {
            return work();
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }
}
