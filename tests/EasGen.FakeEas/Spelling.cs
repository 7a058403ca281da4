using System.Text.Json.Nodes;

namespace EasGen.FakeEas;

/// <summary>How the names in answers are spelled: the documentation has both.</summary>
public enum NameCase
{
    /// <summary><c>ServiceName</c>.</summary>
    Pascal,

    /// <summary><c>serviceName</c>.</summary>
    Camel,

    /// <summary><c>servicename</c>.</summary>
    Lower,
}

/// <summary>Answers with names in another letter case.</summary>
internal sealed class Spelling(Cloud cloud)
{
    public async Task RunAsync(HttpContext context, RequestDelegate next)
    {
        if (cloud.NameCase == NameCase.Pascal)
        {
            await next(context);
            return;
        }
        var kept = await KeptAnswer.OfAsync(context, next);
        context.Response.ContentLength = null;
        var json = JsonNode.Parse(kept);
        await context.Response.Body.WriteAsync(System.Text.Encoding.UTF8.GetBytes(Spelled(json)!.ToJsonString()));
    }

    private JsonNode? Spelled(JsonNode? json) => json switch
    {
        JsonObject members => new JsonObject(members.Select(member => KeyValuePair.Create(Spelled(member.Key), Spelled(member.Value)))),
        JsonArray items => new JsonArray([.. items.Select(Spelled)]),
        _ => json?.DeepClone(),
    };

    private string Spelled(string name) =>
        cloud.NameCase == NameCase.Lower ? name.ToLowerInvariant() : char.ToLowerInvariant(name[0]) + name[1..];
}
