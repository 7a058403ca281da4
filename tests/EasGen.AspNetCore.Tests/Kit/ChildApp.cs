using EasGen.Testing;

namespace EasGen.AspNetCore.Tests.Kit;

/// <summary>The test app in a process of its own.</summary>
internal static class ChildApp
{
    public static Task<ServiceProcess> Start(string args = "", params (string Name, string Value)[] environment) =>
        ServiceProcess.Start(Path.Combine(AppContext.BaseDirectory, "EasGen.AspNetCore.TestApp.dll"), args, environment);
}
