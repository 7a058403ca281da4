namespace EasGen.AspNetCore.Tests.Kit;

/// <summary>A service whose declarations come from the test that runs.</summary>
public sealed class Scripted : IEasService<Scripted>
{
    private static readonly AsyncLocal<Action<EasServiceBuilder<Scripted>>> Script = new();

    static void IEasService<Scripted>.Configure(EasServiceBuilder<Scripted> service) => Script.Value!(service);

    public static void Is(EasServiceDescription description, Action<EasServiceBuilder<Scripted>> configure) => Is(service =>
    {
        service.Describe(description);
        configure(service);
    });

    public static void Is(Action<EasServiceBuilder<Scripted>> configure) => Script.Value = configure;
}
