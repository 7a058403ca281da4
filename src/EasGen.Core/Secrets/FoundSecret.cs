namespace EasGen.Core.Secrets;

/// <summary>A secret in a setting of a service.</summary>
internal sealed record FoundSecret(AddressedFeature Feature, Setting Setting, object Value, Secret Secret)
{
    /// <summary>The secrets of a service. Two that differ have placeholders that differ, as each can be filled with one value.</summary>
    public static IReadOnlyList<FoundSecret> In(Inspection service)
    {
        if (!service.MayHoldSecrets)
            return [];
        var found = new List<FoundSecret>();
        var secrets = new List<Secret>();
        var search = SecretSearch.Into(secrets, service.Schema);
        foreach (var feature in service.Features)
        {
            for (var i = 0; i < feature.Type.Settings.Length; i++)
            {
                if (feature.Feature.ValueAt(i) is not { } value)
                    continue;
                var setting = feature.Type.Settings[i];
                search.Setting(feature, setting, value, service.Features);
                foreach (var secret in secrets)
                    found.Add(new(feature, setting, value, secret));
                secrets.Clear();
            }
        }
        if (found.Count == 0)
            return found;
        var taken = new Dictionary<string, string>(StringComparer.Ordinal);
        return found.ConvertAll(one => one with { Secret = one.Secret with { Name = NameOf(one.Secret, taken) } });
    }

    /// <summary>Reports the secrets of some settings: once for each value, however many are in it.</summary>
    public static void Report(Inspection service, Func<FoundSecret, bool> isMine)
    {
        var secrets = service.Once(In);
        if (secrets.Count == 0)
            return;
        foreach (var found in secrets.Where(isMine).GroupBy(static found => found.Secret.Pointer, StringComparer.Ordinal))
        {
            var all = found.ToArray();
            service.Report(found.Key, Describe(all), all[0].Setting is StringSetting ? Placeholders(service, all) : null);
        }
    }

    private static Message Describe(FoundSecret[] all)
    {
        var (setting, names) = (all[0].Named, string.Join(" and ", all.Select(static one => $"${{{one.Secret.Name}}}").Distinct()));
        if (all[0] is { Secret.IsWhole: true, Setting: StringSetting { Secret: not null } })
            return $"{setting} would be in the artifact in clear text; write {names} and fill it in at deployment";
        if (all[0].Secret.IsWhole)
            return $"{setting} looks like a secret and would be in the artifact in clear text; write {names} and fill it in at deployment";
        if (all.Length == 1)
            return $"{setting} contains what looks like a secret in clear text; write {names} in its place and fill it in at deployment";
        return $"{setting} contains what looks like {all.Length} secrets in clear text; "
            + $"write {names} in their places and fill them in at deployment";
    }

    // What is named by something else has no name of its own.
    private IMessagePart Named => Setting switch
    {
        JsonSetting => (Message)$"'{JsonPointer.Spoken(Secret.Pointer)}'",
        { Path: "value" or "" } when Name() is { } name => (Message)$"The value of '{name}'",
        _ => Setting,
    };

    // Null where the file has no name, or has it under a key that nobody knows.
    private string? Name() =>
        SecretPlace.NameIn(Feature.Type) is { } name
            && Feature.Feature.Value(name) is string { Length: > 0 } text
                ? text
                : null;

    private static string NameOf(Secret secret, Dictionary<string, string> taken)
    {
        var name = secret.Name;
        for (var next = 2; taken.TryGetValue(name, out var text) && text != secret.Text; next++)
            name = FormattableString.Invariant($"{secret.Name}_{next}");
        taken[name] = secret.Text;
        return name;
    }

    private static Fix Placeholders(Inspection service, FoundSecret[] all)
    {
        var search = new SecretSearch(service.Schema, secret =>
            $"${{{Array.Find(all, one => one.Secret.Text == secret.Text)?.Secret.Name ?? secret.Name}}}");
        return Fix.Use(search.Setting(all[0].Feature, all[0].Setting, all[0].Value, service.Features));
    }
}
