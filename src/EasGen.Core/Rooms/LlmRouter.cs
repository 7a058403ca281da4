namespace EasGen.Core.Rooms;

/// <summary>Makes the service the router in front of the language models of its group.</summary>
internal static class LlmRouter
{
    public static readonly MarkRow Type = new("Type", "metadata/type", "LLMGatewayService") { Console = "LLM Intelligent Router" };

    public static readonly Room Room = new("LlmRouter", "", [Type], []);
}
