using EasGen.Cli.Cloud;
using EasGen.Cli.Import;
using EasGen.Cli.Live;
using EasGen.Core.Writing;

namespace EasGen.Cli.Pull;

/// <summary>The service JSON that is deployed, with placeholders for its secrets.</summary>
/// <param name="Json">The JSON.</param>
/// <param name="Secrets">What became a placeholder.</param>
internal sealed record PulledService(string Json, IReadOnlyList<HiddenSecret> Secrets)
{
    private const string Token = "EAS_TOKEN";

    /// <exception cref="CommandException">What the API gave is no service JSON.</exception>
    public static PulledService Of(ObservedService service)
    {
        if (service.Read.Document is not { Kind: JsonKind.Object, Members.Count: > 0 })
            throw new CommandException("PAI-EAS gave no service JSON that can be read, so there is nothing to pull");
        var (open, hidden) = Import.Secrets.Replace(service.Read.Service, new());
        return new(WithoutToken(ServiceWriter.Write(open), service.State.AccessToken), hidden.Found);
    }

    // The token that EAS itself has made may stand where nothing promises a secret.
    private static string WithoutToken(string json, string? token) => token is { Length: > 0 }
        ? json.Replace(JsonText.Inside(token), Placeholder.Of(Token), StringComparison.Ordinal)
        : json;
}
