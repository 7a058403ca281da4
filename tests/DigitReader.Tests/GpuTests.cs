using EasGen;
using EasGen.AspNetCore;
using EasGen.Compiler;
using EasGen.Testing;

namespace Digits.Tests;

/// <summary>What <c>-p:Gpu=true</c> makes of the class, without the download of CUDA's package.</summary>
public class GpuTests
{
    private static readonly TestOptions Options = new()
    {
        ExtraReferences =
        [
            .. References.AspNetCore,
            References.Of<EasServiceAttribute>(), References.Of<EasServiceDescription>(), References.Of<DigitModel>(),
        ],
    };

    [Fact]
    public void A_card_is_one_attribute_more()
    {
        Assert.DoesNotContain("\"gpu\"", Manifest(""), StringComparison.Ordinal);
        Assert.Contains("\"gpu\": 1,", Manifest("#define GPU\n"), StringComparison.Ordinal);
    }

    private static string Manifest(string symbols)
    {
        const string usings = "global using System; global using System.IO; global using Microsoft.AspNetCore.Http;";
        var source = symbols + File.ReadAllText(Repository.At("samples", "DigitReader", "DigitReader.cs"));

        return GeneratorVerifier<EasServiceGenerator>.Run([source, usings], Options)["Digits.DigitReader-Manifest.g.cs"];
    }
}
