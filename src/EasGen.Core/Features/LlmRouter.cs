namespace EasGen.Core.Features;

/// <summary>Makes the service the router in front of the language models of its group.</summary>
internal static class LlmRouter
{
    public static readonly ConstantSetting Type = new("Type", "metadata/type", "LLMGatewayService")
    {
        Console = ConsoleParameters.LlmRouter,
    };

    public static readonly Rule EAS0680_RouterHasNoBalancer = Rule.Warning("EAS0680", "LLM router with a network load balancer")
        .When(static service =>
        {
            if (EasService.KindOf(service) != Type.Text)
                return;
            foreach (var balancer in service.All(NetworkLoadBalancer.Id))
                service.Report(
                    balancer.Pointer,
                    "An LLM router cannot be called through a network load balancer; remove it, and call the router through the gateway",
                    Fix.Remove);
        });

    public static readonly Rule EAS0681_RouterHasGroup = Rule.Warning("EAS0681", "LLM router without a group")
        .When(static service =>
        {
            if (EasService.KindOf(service) == Type.Text
                && service.One(EasService.Group) is { } router
                && string.IsNullOrWhiteSpace(router[EasService.Group]))
                service.Report(
                    router.At(EasService.Group),
                    $"An LLM router serves the models of its group, but this one has no group; "
                    + $"set {EasService.Group} to the group of the models");
        });

    public static readonly FeatureType FeatureType = new("LlmRouter", "", [Type]);

    public static readonly Rule[] Rules = [EAS0680_RouterHasNoBalancer, EAS0681_RouterHasGroup];
}
