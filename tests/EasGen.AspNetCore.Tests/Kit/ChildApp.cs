using EasGen.Testing;

namespace EasGen.AspNetCore.Tests.Kit;

/// <summary>The test app in a process of its own.</summary>
internal static class ChildApp
{
    /// <summary>The folder that the app itself is built into, with its service JSON.</summary>
    public static readonly string Folder = AppContext.BaseDirectory.Replace(
        typeof(ChildApp).Assembly.GetName().Name!, "EasGen.AspNetCore.TestApp", StringComparison.Ordinal);

    private static readonly string Program = Path.Combine(AppContext.BaseDirectory, "EasGen.AspNetCore.TestApp.dll");

    /// <summary>Starts it and waits until it is loaded.</summary>
    public static Task<ServiceProcess> Start(string args = "", params (string Name, string Value)[] environment) =>
        ServiceProcess.Start(Program, args, environment);

    /// <summary>Starts it and waits for nothing.</summary>
    public static ServiceProcess Run(string args, params (string Name, string Value)[] environment) =>
        ServiceProcess.Run(Program, args, environment);
}
