using System.Globalization;
using System.IO.Compression;

namespace EasGen.AspNetCore.Playground.Tests;

/// <summary>
/// What the pages weigh, which is held here, and how soon they can be used, which <c>EASGEN_FIGURES=1</c> measures and writes into
/// <c>tests/EasGen.Benchmarks/README.md</c>.
/// </summary>
[Collection(InBrowser.Name)]
[Trait("Needs", "Browser")]
public class Figures(Chromium chromium)
{
    private const int MostPageBytes = 40_000;

    [Fact]
    public async Task Of_both_pages()
    {
        await using var app = await Playgrounds.Flowers();
        var page = await Bytes(app, "/");
        Assert.InRange(page.Length, 1, MostPageBytes);
        if (Environment.GetEnvironmentVariable("EASGEN_FIGURES") != "1")
            return;

        var script = await Bytes(app, "/playground/reference/scalar.js");
        var (used, ready) = (await Times(app, "/", Interactive), await Times(app, "/", Ready));
        var shown = await Times(app, "/playground/reference/", Shown);
        Benchmarks.Page.Write("playground",
        [
            "| | requests | weight | compressed | can be used after | shows that the service is ready after |",
            "|---|---|---|---|---|---|",
            $"| the page | 1 | **{Kilo(page.Length)}** | {Kilo(Packed(page))} | **{used}** | {ready} |",
            $"| the API reference | 4 | {Kilo(Unpacked(script))} | {Kilo(script.Length)} | {shown} | |",
        ]);
    }

    // Scripts of modules have run by then, and every button is tied.
    private static Task<double> Interactive(Visit visit) =>
        visit.Page.EvaluateAsync<double>("() => performance.getEntriesByType('navigation')[0].domContentLoadedEventEnd");

    private static async Task<double> Ready(Visit visit)
    {
        await visit.Page.WaitForFunctionAsync("() => document.getElementById('state').textContent === 'Ready'");
        return await Now(visit);
    }

    private static async Task<double> Shown(Visit visit)
    {
        await visit.Page.WaitForFunctionAsync("() => document.body.innerText.includes('Names a flower.')");
        return await Now(visit);
    }

    private static Task<double> Now(Visit visit) => visit.Page.EvaluateAsync<double>("() => performance.now()");

    private async Task<string> Times(App app, string path, Func<Visit, Task<double>> measure)
    {
        var times = new List<double>();
        for (var round = 0; round < 15; round++)
        {
            await using var visit = await Visit.To(chromium, app, path);
            times.Add(await measure(visit));
        }
        times.Sort();
        return string.Create(CultureInfo.InvariantCulture, $"{times[times.Count / 2]:0} ms ({times[0]:0} to {times[^1]:0})");
    }

    // As browsers ask for it.
    private static async Task<byte[]> Bytes(App app, string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path) { Headers = { AcceptEncoding = { new("gzip") } } };
        using var response = await app.Client.SendAsync(request);
        return await response.Content.ReadAsByteArrayAsync();
    }

    private static int Unpacked(byte[] packed)
    {
        using var gzip = new GZipStream(new MemoryStream(packed), CompressionMode.Decompress);
        using var bytes = new MemoryStream();
        gzip.CopyTo(bytes);
        return (int)bytes.Length;
    }

    private static int Packed(byte[] bytes)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.SmallestSize, leaveOpen: true))
            gzip.Write(bytes);
        return (int)packed.Length;
    }

    private static string Kilo(int bytes) => string.Create(CultureInfo.InvariantCulture, $"{bytes / 1000.0:0.0} kB");
}
