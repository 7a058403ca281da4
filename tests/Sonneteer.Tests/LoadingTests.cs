using System.Diagnostics;
using System.Net;
using System.Text;
using EasGen.Testing;

namespace Sonnets.Tests;

public sealed class LoadingTests : IDisposable
{
    private readonly ProjectCopy folder = ProjectCopy.Empty();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task The_probes_turn_green_when_the_text_is_learned()
    {
        // A pipe is a very slow mount: its reader waits until somebody writes.
        var file = folder.At(SonnetModel.FileName);
        using (var mkfifo = Process.Start("mkfifo", [file]))
            await mkfifo.WaitForExitAsync();
        using var service = await Sample.Launch(folder.Folder);
        var before = await Statuses(service);

        await using (var pipe = new FileStream(file, FileMode.Open, FileAccess.Write, FileShare.ReadWrite))
            await pipe.WriteAsync(Encoding.UTF8.GetBytes(Committed.Text));
        await service.WaitFor("is loaded");
        var after = await Statuses(service);

        Assert.Equal(
            (HttpStatusCode.ServiceUnavailable, HttpStatusCode.ServiceUnavailable, HttpStatusCode.OK, HttpStatusCode.ServiceUnavailable),
            before);
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK, HttpStatusCode.OK, HttpStatusCode.OK), after);
    }

    [Fact]
    public async Task Without_a_text_the_startup_probe_says_why()
    {
        using var service = await Sample.Launch(folder.Folder);
        await service.WaitFor("could not be loaded");

        using var answer = await service.Client.Get(Sonneteer.Eas.StartupPath);

        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
        Assert.Contains(
            "there is no such file. Is the folder mounted?",
            await answer.Content.ReadAsStringAsync(),
            StringComparison.Ordinal);
    }

    private static async Task<(HttpStatusCode Startup, HttpStatusCode Ready, HttpStatusCode Live, HttpStatusCode Stream)> Statuses(
        ServiceProcess service)
    {
        using var startup = await service.Client.Get(Sonneteer.Eas.StartupPath);
        using var ready = await service.Client.Get(Sonneteer.Eas.ReadinessPath);
        using var live = await service.Client.Get(Sonneteer.Eas.LivenessPath);
        using var stream = await service.Client.Post("/stream", new("", MaxTokens: 1));
        return (startup.StatusCode, ready.StatusCode, live.StatusCode, stream.StatusCode);
    }
}
