namespace EasGen.Core;

/// <summary>A secret in a setting of a service.</summary>
internal sealed record FoundSecret(Placed Feature, Row Row, object Value, Secret Secret)
{
    public static IReadOnlyList<FoundSecret> In(Placed[] features)
    {
        var found = new List<FoundSecret>();
        foreach (var feature in features)
        {
            foreach (var row in feature.Feature.Room.Rows)
            {
                if (feature.Feature.Value(row) is { } value)
                    found.AddRange(SecretSearch
                        .Of(feature, row, value, features)
                        .Select(secret => new FoundSecret(feature, row, value, secret)));
            }
        }
        return found;
    }

    /// <summary>Reports the secrets of some settings: once for each value, however many are in it.</summary>
    public static void Report(Inspection service, Func<FoundSecret, bool> isMine)
    {
        foreach (var found in service.Secrets.Where(isMine).GroupBy(static found => found.Secret.Pointer, StringComparer.Ordinal))
        {
            var all = found.ToArray();
            service.Report(found.Key, Describe(all), all[0].Row is TextRow ? all[0].Placeholders() : null);
        }
    }

    private static Message Describe(FoundSecret[] all)
    {
        var (setting, names) = (all[0].Setting, string.Join(" and ", all.Select(static one => $"${{{one.Secret.Name}}}").Distinct()));
        if (all[0] is { Secret.IsWhole: true, Row: TextRow { Secret: not null } })
            return $"{setting} would be in the artifact in clear text; write {names} and fill it in at deployment";
        if (all[0].Secret.IsWhole)
            return $"{setting} looks like a secret and would be in the artifact in clear text; write {names} and fill it in at deployment";
        if (all.Length == 1)
            return $"{setting} contains what looks like a secret in clear text; write {names} in its place and fill it in at deployment";
        return $"{setting} contains what looks like {all.Length} secrets in clear text; write {names} in their places and fill them in at deployment";
    }

    // What is named by something else has no name of its own.
    private ISpoken Setting => Row switch
    {
        OpaqueRow => Same($"'{JsonPointer.Spoken(Secret.Pointer)}'"),
        { Path: "value" or "" } when Feature.Feature.Room.Rows.FirstOrDefault(static other =>
            other.Path is Row.Key or "name") is { } name => Same($"The value of '{Feature.Feature.Value(name)}'"),
        _ => Row,
    };

    private static Said Same(string text) => new(text, text);

    private Fix Placeholders() =>
        Fix.Use(new SecretSearch(static secret => $"${{{secret.Name}}}").Setting(Feature, Row, Value, []));
}
