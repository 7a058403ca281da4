using System.Collections.Concurrent;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Logging;

namespace EasGen.AspNetCore.Chat.Completions;

/// <summary>Logs what a chat client answers and OpenAI's form has no place for: each kind once, not with every answer.</summary>
internal sealed partial class UnsentContents(ILogger logger)
{
    private readonly ConcurrentDictionary<Type, bool> logged = [];

    public void Log(AIContent content)
    {
        if (logged.TryAdd(content.GetType(), true))
            LogUnsent(logger, content.GetType().Name);
    }

    [LoggerMessage(18, LogLevel.Warning, "The chat client answered with {Kind}, for which OpenAI's API has no place; it is not sent. "
        + "This is logged once")]
    private static partial void LogUnsent(ILogger logger, string kind);
}
