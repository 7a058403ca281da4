using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using EasGen.Core.Files;

namespace EasGen.Build.Tests.Faults;

/// <summary>The tests as a program that runs the task: a process that others kill, or that the system restricts.</summary>
internal static partial class TaskProgram
{
    /// <summary>Runs the task for ever, each time with another value of <c>BULK</c>.</summary>
    public const string Loop = "loop";

    /// <summary>Runs the task once, after no file may be larger than so many bytes; prints the codes of its errors.</summary>
    public const string Limited = "limited";

    /// <summary>Runs the task once, as a user who owns nothing; prints the codes of its errors.</summary>
    public const string Stranger = "stranger";

    /// <summary>A service with room for much.</summary>
    public static readonly string Good = TaskRun.Good.Replace(
        "\"port\"",
        "\"env\": [{ \"name\": \"A\", \"value\": \"${BULK}\" }], \"port\"",
        StringComparison.Ordinal);

    /// <summary>What a loop gives to <c>BULK</c> in turn: enough for a write to take its time.</summary>
    public static readonly string[] Values = [new('a', 200_000), new('b', 300_000)];

    /// <summary>The service with that much.</summary>
    public static string Json(string bulk) => Good.Replace("${BULK}", bulk, StringComparison.Ordinal);

    public static int Main(string[] args)
    {
        var run = new TaskRun(args[1]);
        switch (args[0])
        {
            case Loop:
                byte[][] bytes = [.. Values.Select(Json).Select(Encoding.UTF8.GetBytes)];
                for (var turn = 0; ; turn++)
                {
                    run.Variables = $"BULK={Values[turn % Values.Length]}";
                    run.Execute();
                    if (turn == 0)
                        Console.WriteLine(Loop);
                    // Most of a build is no writing, but most kills shall be in the middle of one.
                    for (var write = 0; write < 100; write++)
                        AtomicFile.Write(run.Json, bytes[write % bytes.Length]);
                }
            case Limited:
                Limit(int.Parse(args[2], CultureInfo.InvariantCulture));
                break;
            case Stranger:
                // Loads all that it needs while it may.
                run.Execute();
                Leave();
                break;
        }
        run.Variables = $"BULK={Values[1]}";
        run.Execute();
        Console.WriteLine(string.Join(' ', run.Codes()));
        return 0;
    }

    private static void Limit(int bytes)
    {
        const int fileSize = 1;
        const int fileSizeSignal = 25;
        const int ignored = 1;
        Signal(fileSizeSignal, ignored);
        var limit = new Limits((nuint)bytes, (nuint)bytes);
        Assert.Equal(0, SetLimit(fileSize, ref limit));
    }

    // The superuser may do what a stranger may not.
    private static void Leave()
    {
        const uint nobody = 65534;
        if (EffectiveUser() == 0)
            Assert.Equal(0, SetEffectiveUser(nobody));
    }

    [LibraryImport("libc", EntryPoint = "geteuid")]
    private static partial uint EffectiveUser();

    [LibraryImport("libc", EntryPoint = "seteuid")]
    private static partial int SetEffectiveUser(uint user);

    [LibraryImport("libc", EntryPoint = "setrlimit")]
    private static partial int SetLimit(int resource, ref Limits limits);

    [LibraryImport("libc", EntryPoint = "signal")]
    private static partial nint Signal(int signal, nint handler);

    private readonly record struct Limits(nuint Soft, nuint Hard);
}
