namespace EasGen.AspNetCore.Tests.Kit;

/// <summary>A service whose declarations come from the test that runs.</summary>
public sealed class Scripted : IEasService<Scripted>, IDisposable
{
    private static readonly AsyncLocal<Action<EasServiceBuilder<Scripted>>> Script = new();

    static void IEasService<Scripted>.Configure(EasServiceBuilder<Scripted> service) => Script.Value!(service);

    /// <summary>Called when the app disposes it.</summary>
    public Action? Disposing { get; set; }

    public void Dispose() => Disposing?.Invoke();

    public static void Is(EasServiceDescription description, Action<EasServiceBuilder<Scripted>> configure) => Is(service =>
    {
        service.Describe(description);
        configure(service);
    });

    public static void Is(Action<EasServiceBuilder<Scripted>> configure) => Script.Value = configure;
}
