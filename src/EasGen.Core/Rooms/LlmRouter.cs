namespace EasGen.Core.Rooms;

/// <summary>Makes the service the router in front of the language models of its group.</summary>
internal static class LlmRouter
{
    public static readonly MarkRow Type = new("Type", "metadata/type", "LLMGatewayService") { Console = "LLM Intelligent Router" };

    public static readonly Rule EAS0680_RouterHasNoBalancer = Rule.Warning("EAS0680", "LLM router behind a network load balancer")
        .When(static service =>
        {
            if (EasService.KindOf(service) == Type.Text && service.One(NetworkLoadBalancer.Id) is { } balancer)
                service.Report(balancer.Pointer, "An LLM router cannot be called through a network load balancer; remove it, and call the router through the gateway", Fix.Remove);
        });

    public static readonly Room Room = new("LlmRouter", "", [Type], [EAS0680_RouterHasNoBalancer]);
}
