namespace EasGen.Core.Secrets;

/// <summary>
/// Tells in one pass that a document has no secret, as nearly all have none: no key promises one, and no text has a sign of one in it.
/// Of any other document <see cref="SecretSearch"/> has to be asked.
/// </summary>
/// <param name="schema">All that a service JSON may hold.</param>
internal sealed class SecretHint(SchemaNode schema)
{
    // The keys of settings that are a secret whatever they are called.
    private readonly HashSet<string> secret = new(Secret(schema), StringComparer.Ordinal);

    // The keys of settings that are no secret and promise none, each with whether it names what another key holds.
    private readonly KeyTable<bool> harmless = new(schema.AllKeys
        .Except(Secret(schema))
        .Where(HasNoPromise)
        .Select(static key => new KeyValuePair<string, bool>(key, SecretSearch.IsNamedBy(key))));

    /// <summary>False for a document in which there is certainly no secret.</summary>
    public bool MayBeIn(JsonNode json)
    {
        if (json.Kind == JsonKind.String)
            return SecretText.MayStandIn(json.Text);
        var texts = 0;
        foreach (var member in json.Members)
        {
            // In this order: of a text without a sign less is asked.
            if (MayBeIn(member.Value) || (json.Kind == JsonKind.Object && MayPromise(member.Key, member.Value)))
                return true;
            texts += member.Value.Kind == JsonKind.String ? 1 : 0;
        }
        // The items of a list are the words of one line.
        return json.Kind == JsonKind.Array
            && texts > 1
            && SecretText.MayStandIn(string.Join(" ", json.Items.Select(static item => item.Text)));
    }

    // What a key with dots means, only the schema knows.
    private bool MayPromise(string key, JsonNode value)
    {
        if (!harmless.TryGetValue(key, out var names))
        {
            if (secret.Contains(key) || key.IndexOf('.') >= 0 || !HasNoPromise(key))
                return true;
            names = SecretSearch.IsNamedBy(key);
        }
        // It has no sign of a secret, or it would have been told already.
        return names && value.Kind == JsonKind.String && SecretHolder.MayBe(value.Text);
    }

    private static bool HasNoPromise(string key) =>
        !SecretName.PromisesAsKey(key) && SecretHolder.Of(key) is null && !SecretToken.MayStandIn(key);

    private static IEnumerable<string> Secret(SchemaNode schema) => schema.Members.SelectMany(static member =>
        member.Value.Settings.Exists(static known => known.Setting is StringSetting { Secret: not null })
            ? [member.Key, .. Secret(member.Value)]
            : Secret(member.Value));
}
