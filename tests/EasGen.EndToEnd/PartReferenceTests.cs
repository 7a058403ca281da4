using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace EasGen.EndToEnd;

/// <summary>
/// What the compiler and MSBuild have to bring is what those of SDK 8.0.100 and Visual Studio 17.8 do bring: a part that asks for
/// something newer is not loaded there.
/// </summary>
public class PartReferenceTests
{
    [Theory]
    [InlineData(
        "analyzers/dotnet/cs/EasGen.Compiler.dll",
        "Microsoft.CodeAnalysis 4.8.0.0", "Microsoft.CodeAnalysis.CSharp 4.8.0.0", "System.Collections.Immutable 7.0.0.0",
        "System.Memory 4.0.1.2", "netstandard 2.0.0.0")]
    [InlineData(
        "analyzers/dotnet/cs/EasGen.CodeFixes.dll",
        "Microsoft.CodeAnalysis 4.8.0.0", "Microsoft.CodeAnalysis.CSharp 4.8.0.0", "Microsoft.CodeAnalysis.Workspaces 4.8.0.0",
        "System.Collections.Immutable 7.0.0.0", "System.Memory 4.0.1.2", "netstandard 2.0.0.0")]
    [InlineData(
        "tasks/netstandard2.0/EasGen.Build.dll",
        "Microsoft.Build.Framework 15.1.0.0", "Microsoft.Build.Utilities.Core 15.1.0.0", "System.Memory 4.0.1.2",
        "System.Reflection.Metadata 7.0.0.0", "System.Text.Json 6.0.0.0", "netstandard 2.0.0.0")]
    [InlineData("lib/netstandard2.0/EasGen.Attributes.dll", "netstandard 2.0.0.0")]
    public async Task A_part_asks_for_nothing_newer(string part, params string[] expected)
    {
        await using var package = await LocalPackage.OpenAsync("EasGen");
        using var file = new PEReader(new MemoryStream(await LocalPackage.ReadAsync(package.GetEntry(part)!)));
        var reader = file.GetMetadataReader();

        Assert.Equal(
            expected,
            reader.AssemblyReferences.Select(reader.GetAssemblyReference)
                .Select(reference => $"{reader.GetString(reference.Name)} {reference.Version}")
                .Order(StringComparer.Ordinal));
    }
}
