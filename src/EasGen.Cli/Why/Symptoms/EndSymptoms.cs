using System.Globalization;
using EasGen.Cli.Live;
using EasGen.Core.Features;

namespace EasGen.Cli.Why.Symptoms;

/// <summary>The program ends.</summary>
internal static class EndSymptoms
{
    private const Source Ended = Source.Event | Source.Instance | Source.LastState | Source.Diagnosis;

    private const Source Logs = Source.Log | Source.PreviousLog;

    public static readonly Symptom[] All =
    [
        new(Topic.End, Ended, "OOMKilled|OutOfMemory|out of memory", KilledForMemory),
        new(Topic.End, Logs, "CUDA (?:error: )?out of memory|CUDA_ERROR_OUT_OF_MEMORY|OutOfMemoryError: CUDA", OutOfGpuMemory),
        new(Topic.End, Ended | Logs, @"address already in use(?:.{0,80}?[:,] ?(?<port>\d{2,5})\b)?", PortTaken),
        new(
            Topic.End,
            Ended | Source.PreviousLog,
            @"(?<what>exec(?:utable)?\b.{0,200}?(?:not found|no such file)|command not found|\bexit ?code\D{0,3}127\b)",
            NoSuchProgram),
        new(
            Topic.End,
            Logs,
            "(?<what>(?:ModuleNotFoundError|ImportError): [^\n]{1,150}|Could not load file or assembly '[^,']{1,100}"
            + "|error while loading shared libraries: [^\n]{1,150}|can't open file '[^']{1,150}"
            + "|FileNotFoundException: [^\n]{1,150}|FileNotFoundError: [^\n]{1,150})",
            SomethingMissing),
        new(Topic.End, Source.LastState, @"\bexit ?code\D{0,3}137\b", Killed),
        new(Topic.End, Ended, "Back-off restarting failed container|CrashLoopBackOff", EndsByItself),
        new(Topic.End, Source.LastState, @"\bexit ?code\D{0,3}(?!0\b|137\b|143\b)\d", EndsByItself),
    ];

    // What a probe does looks like an end: SIGTERM, which a program may answer by ending well, and SIGKILL after it.
    private static readonly Symptom KilledByProbe = new(Topic.End, Source.Event, "(?:Startup|Liveness) probe failed", static _ => null);

    private static readonly Symptom ExitCode = new(
        Topic.End, Source.LastState | Source.Event | Source.Instance, @"\bexit ?code\D{0,3}(?<code>\d{1,3})\b", static _ => null);

    private static Cause KilledForMemory(Sign sign)
    {
        // Its last state is that of each of its restarts, as far as anybody knows.
        var times = sign.Evidence.Observations
            .Where(static said => said.Source == Source.LastState && said.Text.Contains("OOM", StringComparison.OrdinalIgnoreCase))
            .Sum(static said => said.Count);
        var (memory, setting) = Memory(sign.Service);
        var text = $"A container was killed for memory {Times(Math.Max(times, 1))}{memory}";
        return sign.Service.Broken(CpuResource.EAS0521_AmountHasUnit) is { } finding
            ? Cause.Of(text, finding, sign.Service)
            : new(text, "give it more memory or a larger instance type, load a smaller model, or look for a leak") { Setting = setting };
    }

    private static Cause? OutOfGpuMemory(Sign sign) => IsWhole(sign) ? null : new(
        "The model does not fit into the memory of the GPU: CUDA is out of memory",
        "take an instance type whose cards have more memory, or more of them, or a smaller model, batch or context")
    {
        Setting = sign.Service.First(GpuResource.FeatureType)?[GpuResource.MemoryGB] is null
            ? sign.Service.NameOf(InstanceType.FeatureType, InstanceType.Type)
            : sign.Service.NameOf(GpuResource.FeatureType, GpuResource.MemoryGB),
    };

    private static Cause? PortTaken(Sign sign) => IsWhole(sign) ? null
        : sign.Service.Broken(Container.EAS0201_PortIsNotReserved) is { } finding
            ? Cause.Of("The program cannot listen: its port is taken", finding, sign.Service)
            : new(
                $"The program cannot listen: port {(sign["port"] is { Length: > 0 } port ? port : Text(sign.Service.Port))} is taken, "
                + "by another program or container of the same instance",
                "let one of the two listen on another port; 8080 and 9090 belong to EAS")
            {
                Setting = sign.Service.NameOf(Container.FeatureType, Container.Port),
                Rule = Container.EAS0201_PortIsNotReserved,
            };

    private static Cause? NoSuchProgram(Sign sign)
    {
        if (IsWhole(sign))
            return null;
        var text = $"The start line names a program that the image does not have: {sign["what"]}";
        return sign.Service.Broken(StartLines.EAS0206_CommandIsOneProgram) is { } finding
            ? Cause.Of(text, finding, sign.Service)
            : new(text, "correct the program and its path; a command is started without a shell, a script with one")
            {
                Setting = StartLine(sign.Service),
            };
    }

    private static Cause? SomethingMissing(Sign sign) => IsWhole(sign) ? null : new(
        $"The program ends because something is missing in the image: {sign["what"]}",
        "add it to the image, to the libraries that EAS installs, or to a mount")
    {
        Setting = StartLine(sign.Service),
    };

    private static Cause? Killed(Sign sign) => KilledByProbe.Find(sign.Evidence) is not null ? null : new(
        $"A container was killed {Times(Math.Max(sign.Evidence.Restarts, 1))} (exit code 137), mostly for memory"
        + Memory(sign.Service).Text,
        "give it more memory or a larger instance type, load a smaller model, or look for a leak")
    {
        Setting = Memory(sign.Service).Setting,
    };

    private static Cause? EndsByItself(Sign sign)
    {
        var code = ExitCode.Find(sign.Evidence)?["code"];
        if (code is null or "0" or "137" or "143" && KilledByProbe.Find(sign.Evidence) is not null)
            return null;
        var text = "The program ends by itself"
            + (code is null ? "" : $" with exit code {code}")
            + (sign.Evidence.Restarts > 0 ? $", and was started again {Times(sign.Evidence.Restarts)}" : "")
            + (sign.Evidence.PreviousLog is [.., var last] ? $"; the last line of its log: {last.Trim()}" : "");
        return sign.Service.Broken(StartLines.EAS0219_ScriptStays, StartLines.EAS0206_CommandIsOneProgram) is { } finding
            ? Cause.Of(text, finding, sign.Service)
            : new(text, "run the image with this start line elsewhere, and correct what the log complains about")
            {
                Setting = StartLine(sign.Service),
            };
    }

    // A program that runs has got over what it complained about.
    private static bool IsWhole(Sign sign) => sign.Service.State.IsReady && sign.Evidence.Restarts == 0;

    private static (string Text, string Setting) Memory(ObservedService service)
    {
        if (service.First(CpuResource.FeatureType)?[CpuResource.MemoryMB] is { } memory)
            return (
                string.Create(CultureInfo.InvariantCulture, $"; it has {memory} MB"),
                service.NameOf(CpuResource.FeatureType, CpuResource.MemoryMB));
        var types = service.All(InstanceType.FeatureType).Select(static type => type[InstanceType.Type]).ToArray();
        return types.Length > 0
            ? ($"; it has that of {string.Join(" or ", types)}", service.NameOf(InstanceType.FeatureType, InstanceType.Type))
            : ("", service.NameOf(CpuResource.FeatureType, CpuResource.MemoryMB));
    }

    private static string StartLine(ObservedService service) => service.NameOf(
        Container.FeatureType,
        service.First(Container.FeatureType)?[Container.Script] is { Length: > 0 } ? Container.Script : Container.Command);

    private static string Times(int count) => count == 1 ? "once" : count == 2 ? "twice" : $"{Text(count)} times";

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
