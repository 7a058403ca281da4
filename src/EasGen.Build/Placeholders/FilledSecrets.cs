using EasGen.Core.Catalog;
using EasGen.Core.Reading;
using EasGen.Core.Secrets;

namespace EasGen.Build;

/// <summary>The secrets that the build itself puts into an artifact, which no analyzer sees.</summary>
internal static class FilledSecrets
{
    /// <summary>A finding for each setting that gets a secret.</summary>
    /// <param name="open">The service as the generator left it.</param>
    /// <param name="filled">The service with what the variables say.</param>
    /// <param name="variables">The variables.</param>
    public static IEnumerable<Finding> Find(ReadService open, ReadService filled, Variables variables)
    {
        if (open.Document is not { } before || filled.Document is not { } after)
            return [];
        // What the class says in clear text is the analyzers' to report.
        var known = new HashSet<string>(
            SecretSearch.Of(FeatureCatalog.Schema, before).Select(static secret => secret.Text),
            StringComparer.Ordinal);
        return
            from secret in SecretSearch.Of(FeatureCatalog.Schema, after)
            where !known.Contains(secret.Text)
            from name in Filled(secret, Counterpart(before, after, secret.Pointer), variables)
            group name by secret.Pointer into names
            select new Finding(BuildRules.EAS0020_SecretIsFilledLater, names.Key, Describe(names.Distinct().ToArray()));
    }

    private static Message Describe(string[] names) =>
        $"The build fills a secret into the artifact in clear text ({string.Join(", ", names)}); "
            + $"leave the placeholder there and fill it in at deployment";

    // The variables of which the secret is made.
    private static IEnumerable<string> Filled(Secret secret, string text, Variables variables)
    {
        var login = Placeholder.InBase64(text);
        return Placeholder
            .NamesIn(login is null ? text : login.Substring(login.IndexOf(':') + 1))
            .Where(name => variables[name] is { Length: > 0 } value
                && (login is not null || secret.Text.Contains(value) || value.Contains(secret.Text)));
    }

    // What stood there before the placeholders were filled, which changes texts and keys but no order.
    private static string Counterpart(JsonNode before, JsonNode after, string pointer)
    {
        foreach (var segment in JsonPointer.Segments(pointer))
        {
            var index = after.Kind == JsonKind.Array
                ? int.Parse(segment, System.Globalization.CultureInfo.InvariantCulture)
                : after.Members.TakeWhile(member => member.Key != segment).Count();
            (before, after) = (before.Members[index].Value, after.Members[index].Value);
        }
        return before.Text;
    }
}
