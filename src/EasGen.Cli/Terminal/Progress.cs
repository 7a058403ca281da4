using Spectre.Console;

namespace EasGen.Cli.Terminal;

/// <summary>A bar on the terminal for work that takes more than a second; on no terminal, none.</summary>
internal sealed class Progress
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    private int total;
    private int done;

    private Progress()
    {
    }

    public static T Of<T>(Func<Progress, T> work)
    {
        var progress = new Progress();
        if (Console.IsErrorRedirected || !Screen.AllowsColour)
            return work(progress);

        var working = Task.Run(() => work(progress));
        if (!Wait(working, Patience))
            progress.Show(working);
        return working.GetAwaiter().GetResult();
    }

    public void Begin(int count) => Volatile.Write(ref total, count);

    public void Step() => Interlocked.Increment(ref done);

    private void Show(Task working) => AnsiConsole.Create(new() { Out = new AnsiConsoleOutput(Console.Error) })
        .Progress()
        .AutoClear(true)
        .Start(context =>
        {
            var bar = context.AddTask("Checking");
            do
            {
                bar.MaxValue = Math.Max(1, Volatile.Read(ref total));
                bar.Value = Volatile.Read(ref done);
            }
            while (!Wait(working, TimeSpan.FromMilliseconds(100)));
        });

    // Whether it is over; how it ended is for the caller to see.
    private static bool Wait(Task working, TimeSpan time) => Task.WaitAny([working], time) == 0;
}
