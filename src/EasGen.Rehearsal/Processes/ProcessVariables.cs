using System.Collections;
using System.Globalization;
using EasGen.Rehearsal.Networks;

namespace EasGen.Rehearsal.Processes;

/// <summary>
/// The environment of a program: what it would have in its container, and of this machine only what programs need to start at all. What
/// is set here for development, such as ASPNETCORE_ENVIRONMENT, is not there.
/// </summary>
internal static class ProcessVariables
{
    /// <summary>Tells the processes of an instance from all others of the machine.</summary>
    public const string Mark = "EASGEN_REHEARSAL";

    private static readonly string[] OfTheMachine =
    [
        "PATH", "HOME", "USER", "LOGNAME", "LANG", "LC_ALL", "TZ", "TMPDIR", "TEMP", "TMP", "LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH",
        "SSL_CERT_FILE", "SSL_CERT_DIR", "SYSTEMROOT", "SYSTEMDRIVE", "WINDIR", "COMSPEC", "PATHEXT", "USERPROFILE", "APPDATA",
        "LOCALAPPDATA", "PROGRAMDATA", "PROGRAMFILES", "PROGRAMFILES(X86)", "DOTNET_ROOT", "DOTNET_ROOT_X64", "DOTNET_ROOT_ARM64",
        "CONDA_PREFIX", "VIRTUAL_ENV", "PYTHONPATH", "NUMBER_OF_PROCESSORS", "PROCESSOR_ARCHITECTURE",
    ];

    public static Dictionary<string, string> Of(
        RehearsedContainer container, StartCommand command, PortMap ports, MountMap mounts, RehearsalOptions options, string mark)
    {
        var variables = new Dictionary<string, string>(
            OperatingSystem.IsWindows() ? StringComparer.OrdinalIgnoreCase : StringComparer.Ordinal);
        foreach (DictionaryEntry variable in Environment.GetEnvironmentVariables())
        {
            if (OfTheMachine.Contains((string)variable.Key, StringComparer.OrdinalIgnoreCase))
                variables[(string)variable.Key] = (string?)variable.Value ?? "";
        }
        if (IsDotnet(container, command))
        {
            // As in the images of .NET.
            variables["DOTNET_RUNNING_IN_CONTAINER"] = "true";
            variables["ASPNETCORE_HTTP_PORTS"] = Text(ports.Here(PortMap.OfDotnetImages));
        }
        if (container.Port is { } port)
            variables["LISTENING_PORT"] = Text(ports.Here(port));
        foreach (var (name, value) in container.Variables)
            variables[name] = mounts.In(ports.In($"{name}=", value));
        foreach (var (name, value) in options.Environment)
            variables[name] = value;
        variables[Mark] = mark;
        return variables;
    }

    /// <summary>True for a container whose image is likely to be one of .NET.</summary>
    public static bool IsDotnet(RehearsedContainer container, StartCommand command) =>
        command.IsDotnet || container.Script?.Contains("dotnet ", StringComparison.Ordinal) is true;

    private static string Text(int port) => port.ToString(CultureInfo.InvariantCulture);
}
