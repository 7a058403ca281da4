using System.Globalization;
using EasGen.AspNetCore.Starting;
using Microsoft.Extensions.Configuration;

namespace EasGen.AspNetCore.Listening;

/// <summary>The port to listen on, and the setting that asks for another address.</summary>
/// <param name="Port">0 to 65535; 0, any free port, only comes from <c>LISTENING_PORT</c>.</param>
/// <param name="IsInjected">Whether <c>LISTENING_PORT</c> says it.</param>
/// <param name="Elsewhere">Null if all settings agree.</param>
internal sealed record ListeningPort(int Port, bool IsInjected, AskedAddress? Elsewhere)
{
    /// <summary>The variable with which EAS tells a container its port.</summary>
    public const string Variable = "LISTENING_PORT";

    public static ListeningPort From(int declared, IConfiguration configuration)
    {
        var injected = Injected(configuration);
        var port = injected ?? declared;
        return new(port, injected is not null, AskedAddress.Find(configuration, port));
    }

    private static int? Injected(IConfiguration configuration)
    {
        if (Variables.Find(configuration, Variable) is not { } text)
            return null;
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var port) && port <= 65535)
            return port;
        throw new WrongSettingException(
            $"The environment variable {Variable} is '{text}', which is not a port: "
            + "set it to a number from 1 to 65535 (0 takes any free port), or remove it.");
    }
}
