namespace EasGen.AspNetCore.Tests.Kit;

/// <summary>A service whose declarations come from the test that runs.</summary>
public sealed class Scripted : IEasService<Scripted>
{
    private static readonly AsyncLocal<(EasServiceDescription Description, Action<EasServiceBuilder<Scripted>> Configure)> Script = new();

    static EasServiceDescription IEasService<Scripted>.Description => Script.Value.Description;

    static void IEasService<Scripted>.Configure(EasServiceBuilder<Scripted> service) => Script.Value.Configure(service);

    public static void Is(EasServiceDescription description, Action<EasServiceBuilder<Scripted>> configure) =>
        Script.Value = (description, configure);
}
