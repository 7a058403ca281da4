using System.Diagnostics;
using System.Text;
using EasGen.AspNetCore.DynamicParameters;
using EasGen.AspNetCore.Starting;
using EasGen.AspNetCore.Tests.Kit;
using EasGen.Testing;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Primitives;

namespace EasGen.AspNetCore.Tests;

public sealed class DynamicParameterTests : IDisposable
{
    private readonly ProjectCopy folder = ProjectCopy.Empty();

    private string Path => folder.At("service.json");

    [Fact]
    public async Task Declared_values_are_there_where_nothing_else_is()
    {
        await using var app = await Start(
            """{ "threshold": 0.7, "greeting": "hello", "isStrict": true, "routes": { "vip": [1, 2] }, "Mode": "fast" }""",
            static builder => builder.Configuration["mode"] = "slow");

        Assert.Equal(
            ["0.7", "hello", "True", "2", "slow"],
            Values(app, "threshold", "Greeting", "isStrict", "routes:vip:1", "Mode"));
    }

    [Fact]
    public async Task The_file_outranks_them_and_all_else_that_was_configured()
    {
        folder.Write("service.json", """{ "threshold": 0.9, "mode": "live" }""");
        await using var app = await Start(
            """{ "threshold": 0.7, "greeting": "hello" }""",
            static builder => builder.Configuration["mode"] = "slow");

        Assert.Equal(["0.9", "hello", "live"], Values(app, "threshold", "greeting", "mode"));
    }

    [Theory]
    [InlineData("\"high\"", "'threshold' is a text, but is declared as a number.")]
    [InlineData("true", "'threshold' is true or false, but is declared as a number.")]
    [InlineData("[1]", "'threshold' is a list, but is declared as a number.")]
    [InlineData("0.9, \"strict\": 1", "'strict' is a number, but is declared as true or false.")]
    [InlineData("0.9, \"STRICT\": \"maybe\"", "'STRICT' is a text, but is declared as true or false.")]
    [InlineData("0.9, \"routes\": \"a\"", "'routes' is a text, but is declared as an object.")]
    [InlineData("0.9, \"name\": {}", "'name' is an object, but is declared as a text.")]
    [InlineData("\"0,9\"", "'threshold' is a text, but is declared as a number.")]
    [InlineData("\"0.9\"", null)]
    [InlineData("0.9, \"strict\": false, \"routes\": null, \"name\": 7, \"other\": [],", null)]
    [InlineData("0.9, \"strict\": \"False\" // as a text", null)]
    public void A_value_of_another_type_is_not_taken(string value, string? complaint)
    {
        var file = new ParameterFile(
            Path,
            new ParameterTypes("""{ "threshold": 0.7, "strict": true, "routes": { "a": 1 }, "name": "b" }"""));
        folder.Write("service.json", """{ "threshold": 0.1 }""");
        file.Load();

        folder.Write("service.json", $"\uFEFF{{ \"threshold\": {value}\n}}");
        var (first, second) = (file.Refresh(), file.Refresh());

        Assert.Equal((null, complaint), (first, second));
        Assert.True(file.TryGet("threshold", out var threshold));
        Assert.Equal(complaint is null ? "0.9" : "0.1", threshold);
    }

    [Fact]
    public void A_file_that_is_not_UTF8_is_read_all_the_same()
    {
        File.WriteAllBytes(Path, [.. "{ \"threshold\": 0.9, \""u8, 0xC4, .. "\": \""u8, 0xD6, .. "\" }"u8]);
        var file = new ParameterFile(Path, new ParameterTypes("""{ "threshold": 0.7 }"""));

        file.Load();

        Assert.True(file.TryGet("threshold", out var threshold));
        Assert.Equal("0.9", threshold);
    }

    [Theory]
    [InlineData("written")]
    [InlineData("renamed")]
    [InlineData("linked")]
    [InlineData("linked folder")]
    [InlineData("same size and time")]
    public async Task A_change_is_seen_within_a_second(string how)
    {
        Prepare(how);
        await using var app = await Start("""{ "threshold": 0.1 }""", Bind);
        var monitor = app.Services.GetRequiredService<IOptionsMonitor<Settings>>();
        var changed = new TaskCompletionSource<double>(TaskCreationOptions.RunContinuationsAsynchronously);
        using var listening = monitor.OnChange(settings => changed.TrySetResult(settings.Threshold));
        Assert.Equal(0.2, monitor.CurrentValue.Threshold);

        Change(how);
        var watch = Stopwatch.StartNew();
        var seen = await changed.Task.WaitAsync(TimeSpan.FromSeconds(20));

        Assert.Equal((0.3, 0.3), (seen, monitor.CurrentValue.Threshold));
        // Slow machines are; the period is a quarter of a second.
        Assert.InRange(watch.Elapsed.TotalSeconds, 0, 5);
        Assert.Empty(app.Log.Warnings);
    }

    [Theory]
    [InlineData("{ \"threshold\": 0.")]
    [InlineData("")]
    [InlineData("[1]")]
    [InlineData("null")]
    [InlineData("{ \"threshold\": 1, \"Threshold\": 2 }")]
    [InlineData("\u0001")]
    public async Task A_broken_file_leaves_the_last_values_and_is_named_once(string broken)
    {
        folder.Write("service.json", """{ "threshold": 0.2 }""");
        await using var app = await Start("""{ "threshold": 0.1 }""", Bind);
        var monitor = app.Services.GetRequiredService<IOptionsMonitor<Settings>>();

        folder.Write("service.json", broken);
        await app.Log.WaitFor("cannot be used, and the last values stay");
        await Task.Delay(1000);
        Assert.Equal(0.2, monitor.CurrentValue.Threshold);
        Assert.Single(app.Log.Warnings);

        folder.Write("service.json", """{ "threshold": 0.4 }""");
        await app.Until(_ => monitor.CurrentValue.Threshold == 0.4);
    }

    [Fact]
    public async Task A_file_of_10_MB_is_not_read()
    {
        folder.Write("service.json", """{ "threshold": 0.2 }""");
        await using var app = await Start("""{ "threshold": 0.1 }""", Bind);
        var monitor = app.Services.GetRequiredService<IOptionsMonitor<Settings>>();

        folder.Write("service.json", $$"""{ "threshold": 0.3, "text": "{{new string('a', 10 * 1024 * 1024)}}" }""");
        await app.Log.WaitFor("more than 1048576 bytes");
        var allocated = GC.GetTotalAllocatedBytes();
        await Task.Delay(2000);

        Assert.Equal(0.2, monitor.CurrentValue.Threshold);
        Assert.Single(app.Log.Warnings);
        Assert.InRange(GC.GetTotalAllocatedBytes() - allocated, 0, 1_000_000_000);
    }

    [Fact]
    public void A_complaint_is_said_once_it_stays_and_once_again_after_it_was_mended()
    {
        var file = new ParameterFile(Path);
        folder.Write("service.json", "[1]");
        Assert.Null(file.Refresh());
        var first = file.Refresh();
        Assert.Null(file.Refresh());

        folder.Write("service.json", """{ "a": 1 }""");
        Assert.Null(file.Refresh());
        Assert.Null(file.Refresh());
        folder.Write("service.json", new string(' ', ParameterFile.MostBytes + 1));
        Assert.Null(file.Refresh());

        Assert.NotEmpty(first!);
        Assert.Equal("It has more than 1048576 bytes.", file.Refresh());
        Assert.True(file.TryGet("a", out var value));
        Assert.Equal("1", value);
    }

    [Fact]
    public void Another_complaint_is_said_and_the_same_one_again_after_it_was_mended()
    {
        var file = new ParameterFile(Path);

        var list = Said("[1]");
        var other = Said("{");
        var mended = Said("{}");
        var again = Said("{");

        Assert.NotNull(list.Second);
        Assert.NotNull(other.Second);
        Assert.NotEqual(list.Second, other.Second);
        Assert.Equal((null, list.Second, null), list);
        Assert.Equal((null, other.Second, null), other);
        Assert.Equal((null, null, null), mended);
        Assert.Equal((null, other.Second, null), again);

        (string? First, string? Second, string? Third) Said(string json)
        {
            folder.Write("service.json", json);
            return (file.Refresh(), file.Refresh(), file.Refresh());
        }
    }

    [Fact]
    public void Who_listens_is_told_of_new_values_and_of_nothing_else()
    {
        var file = new ParameterFile(Path);
        var folderItself = new ParameterFile(folder.At("."));
        var told = 0;
        using var listening = ChangeToken.OnChange(file.GetReloadToken, () => told++);
        using var beside = ChangeToken.OnChange(folderItself.GetReloadToken, () => told++);

        Refresh();
        Assert.Equal(0, told);
        folder.Write("service.json", """{ "a": 1 }""");
        Refresh();
        Assert.Equal(1, told);
        folder.Write("service.json", "[1]");
        Refresh();
        folder.Write("service.json", new string(' ', ParameterFile.MostBytes + 1));
        Refresh();
        Assert.Equal(1, told);
        folder.Write("service.json", """{ "a": 2 }""");
        Refresh();
        Assert.Equal(2, told);

        void Refresh()
        {
            file.Refresh();
            file.Refresh();
            folderItself.Refresh();
        }
    }

    [Fact]
    public void Others_may_read_the_file_meanwhile()
    {
        folder.Write("service.json", """{ "a": 1 }""");
        using var other = new FileStream(Path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        var file = new ParameterFile(Path);

        file.Load();

        Assert.True(file.TryGet("a", out _));
    }

    [Fact]
    public void What_cannot_be_opened_is_a_complaint_and_what_is_not_there_is_none()
    {
        var folderItself = new ParameterFile(folder.At("."));
        folderItself.Refresh();
        var missing = new ParameterFile(folder.At("not/there.json"));
        missing.Refresh();

        Assert.Contains("denied", folderItself.Refresh(), StringComparison.Ordinal);
        Assert.Null(missing.Refresh());
    }

    [Theory]
    [InlineData(0, true)]
    [InlineData(1, false)]
    public void The_most_that_a_file_may_have(int more, bool isTaken)
    {
        var json = $$"""{"text":"{{new string('a', ParameterFile.MostBytes + more - 11)}}"}""";
        File.WriteAllText(Path, json, new UTF8Encoding(false));
        Assert.Equal(ParameterFile.MostBytes + more, new FileInfo(Path).Length);
        var file = new ParameterFile(Path);

        file.Load();

        Assert.Equal(isTaken, file.TryGet("text", out _));
    }

    [Fact]
    public async Task A_file_that_goes_or_never_was_is_no_complaint()
    {
        await using var never = await Start("""{ "threshold": 0.1 }""", Bind);
        var unseen = never.Services.GetRequiredService<IOptionsMonitor<Settings>>();
        Assert.Equal(0.1, unseen.CurrentValue.Threshold);

        folder.Write("service.json", """{ "threshold": 0.2 }""");
        await never.Until(_ => unseen.CurrentValue.Threshold == 0.2);
        File.Delete(Path);
        await Task.Delay(1000);

        Assert.Equal(0.2, unseen.CurrentValue.Threshold);
        Assert.Empty(never.Log.Warnings);
    }

    [Fact]
    public async Task Code_that_fails_on_a_change_does_not_stop_the_next_one()
    {
        folder.Write("service.json", """{ "threshold": 0.2 }""");
        await using var app = await Start("""{ "threshold": 0.1 }""", Bind);
        var monitor = app.Services.GetRequiredService<IOptionsMonitor<Settings>>();
        using var listening = monitor.OnChange(static _ => throw new InvalidOperationException("no"));

        folder.Write("service.json", """{ "threshold": 0.3 }""");
        await app.Log.WaitFor("code that was told of it failed");
        folder.Write("service.json", """{ "threshold": 0.4 }""");

        await app.Until(_ => monitor.CurrentValue.Threshold == 0.4);
    }

    [Fact]
    public async Task Keys_that_differ_in_case_alone_are_named()
    {
        var error = await Assert.ThrowsAsync<WrongSettingException>(() => Start("""{ "a": 1, "A": 2 }""", static _ => { }));

        Assert.Equal("The dynamic parameters of scripted cannot be configuration: A duplicate key 'A' was found.", error.Message);
    }

    [Fact, Trait("Needs", "Process")]
    public async Task A_generated_service_follows_its_file()
    {
        using var app = await ChildApp.Start("metered", (ParameterFile.Variable, Path));
        async Task<string> Classify()
        {
            using var answer = await app.Client.PostText("/", """{"petalLength":1.4,"petalWidth":0.2}""");
            return (await answer.Json()).Text("name");
        }

        Assert.Equal("setosa", await Classify());
        folder.Write("service.json", """{ "threshold": 1 }""");
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        while (await Classify() == "setosa")
            await Task.Delay(50, patience.Token);
    }

    public void Dispose() => folder.Dispose();

    private static void Bind(WebApplicationBuilder builder) => builder.Services.Configure<Settings>(builder.Configuration);

    private static IEnumerable<string?> Values(App app, params string[] keys) =>
        keys.Select(key => app.Services.GetRequiredService<IConfiguration>()[key]);

    private Task<App> Start(string declared, Action<WebApplicationBuilder> build) => App.Start(
        static _ => { },
        App.Plain with { DynamicParameters = declared },
        builder =>
        {
            builder.Configuration[ParameterFile.Variable] = Path;
            build(builder);
        });

    private void Prepare(string how)
    {
        const string json = """{ "threshold": 0.2 }""";
        switch (how)
        {
            case "linked":
                folder.Write("first.json", json);
                File.CreateSymbolicLink(Path, folder.At("first.json"));
                break;
            case "linked folder":
                // As Kubernetes mounts: service.json -> ..data/service.json, ..data -> a folder.
                folder.Write("first/service.json", json);
                Directory.CreateSymbolicLink(folder.At("..data"), folder.At("first"));
                File.CreateSymbolicLink(Path, System.IO.Path.Combine("..data", "service.json"));
                break;
            default:
                folder.Write("service.json", json);
                break;
        }
    }

    private void Change(string how)
    {
        const string json = """{ "threshold": 0.3 }""";
        switch (how)
        {
            case "renamed":
                folder.Write("next.json", json);
                File.Move(folder.At("next.json"), Path, overwrite: true);
                break;
            case "linked":
                folder.Write("second.json", json);
                File.CreateSymbolicLink(folder.At("next"), folder.At("second.json"));
                File.Move(folder.At("next"), Path, overwrite: true);
                break;
            case "linked folder":
                folder.Write("second/service.json", json);
                Directory.CreateSymbolicLink(folder.At("..next"), folder.At("second"));
                using (var move = Process.Start("mv", ["-T", folder.At("..next"), folder.At("..data")]))
                    move.WaitForExit();
                break;
            case "same size and time":
                var time = File.GetLastWriteTimeUtc(Path);
                folder.Write("next.json", json);
                File.SetLastWriteTimeUtc(folder.At("next.json"), time);
                File.Move(folder.At("next.json"), Path, overwrite: true);
                break;
            default:
                folder.Write("service.json", json);
                break;
        }
    }

    private sealed class Settings
    {
        public double Threshold { get; set; }
    }
}
