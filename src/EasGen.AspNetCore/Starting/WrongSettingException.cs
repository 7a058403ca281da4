namespace EasGen.AspNetCore.Starting;

/// <summary>
/// A setting that the service cannot start with. If nothing catches it, the process ends with exit code 1 and the message
/// alone: a person has to mend a setting, and a stack trace and a core dump do not help with that.
/// </summary>
internal sealed class WrongSettingException(string message) : InvalidOperationException(message)
{
    static WrongSettingException() => AppDomain.CurrentDomain.UnhandledException += static (_, unhandled) =>
    {
        if (unhandled.ExceptionObject is not WrongSettingException wrong)
            return;
        Console.Error.WriteLine(wrong.Message);
        Environment.Exit(1);
    };
}
