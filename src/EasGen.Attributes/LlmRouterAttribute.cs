namespace EasGen;

/// <summary>Makes the service an LLM intelligent router, which spreads requests over the language models of its group.</summary>
/// <remarks>
/// JSON: <c>metadata.type</c> is <c>LLMGatewayService</c>. The router brings its own image, so it needs no
/// <see cref="ContainerAttribute"/>. Router and models have the same <see cref="EasServiceAttribute.Group"/>, which is
/// fixed at creation and binds them; a router without one is the warning EAS0681. The models run on vLLM or SGLang. At
/// least two instances are advised. A
/// <see cref="NetworkLoadBalancerAttribute"/> beside it is the warning EAS0680. Source: P, LR.
/// </remarks>
/// <example>
/// <code>
/// [EasService("chat_router", Instances = 2, Group = "chat")]
/// [LlmRouter]
/// </code>
/// </example>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class LlmRouterAttribute : Attribute;
