namespace EasGen.Core.ServiceModel;

/// <summary>The settings of all feature types as one tree in the shape of the JSON, which the reader walks beside the document.</summary>
internal sealed class SchemaNode
{
    private readonly Dictionary<string, SchemaNode> members;

    private SchemaNode? item;
    private FeatureType[][]? features;

    private SchemaNode()
    {
        members = new(StringComparer.Ordinal);
        Settings = [];
        Types = [];
    }

    // The same place, reached in another way.
    private SchemaNode(SchemaNode current, Alias alias, List<FeatureType> types)
    {
        members = current.members;
        item = current.item;
        Settings = current.Settings;
        Types = types;
        Alias = alias;
    }

    /// <summary>The settings whose value stands here, each with the feature type it is read for.</summary>
    public List<(FeatureType Type, Setting Setting)> Settings { get; }

    /// <summary>The feature types whose anchor is here.</summary>
    public List<FeatureType> Types { get; }

    /// <summary>Set when this is not the place that EasGen writes.</summary>
    public Alias? Alias { get; }

    /// <summary>True for the object whose key tells the kind of an item: it says something even when it is empty.</summary>
    public bool IsKind { get; private set; }

    public bool IsList => item is not null;

    public SchemaNode Item => item!;

    /// <summary>The keys that may stand here.</summary>
    public IEnumerable<string> Keys => members.Keys.Where(static key => key is not (Setting.Key or "*"));

    public IEnumerable<KeyValuePair<string, SchemaNode>> Members => members;

    /// <summary>All keys that may stand here, or anywhere below.</summary>
    public IEnumerable<string> AllKeys => Keys.Concat(members.Values.SelectMany(static member => member.AllKeys));

    /// <summary>The keys that tell what kind of item this is; empty when all items are alike.</summary>
    public string[] Kinds => field ??= [.. Types.Select(static type => type.Kind).OfType<string>().Distinct()];

    /// <summary>True when what stands here is a container, which other features can belong to.</summary>
    public bool IsContainer => Types.Count > 0 && Types[0].IsContainer;

    /// <summary>
    /// The feature types that begin here, for each feature that does those which it can be: types of one list share their items, and
    /// the content of an item, or the key of its kind, tells which of them it is.
    /// </summary>
    public FeatureType[][] TypesOf(string? kind)
    {
        if (Types.Count == 0 || !Types[0].IsItem)
            return features ??= [.. Types.Select(static type => new[] { type })];
        if (Kinds.Length == 0)
            return features ??= [[.. Types]];
        return OfKinds[Array.IndexOf(Kinds, kind) + 1];
    }

    // Those of an item without a kind, then those of each.
    private FeatureType[][][] OfKinds => field ??= [OfKind(null), .. Kinds.Select(OfKind)];

    private FeatureType[][] OfKind(string? kind) => [[.. Types.Where(type => type.Kind is null || type.Kind == kind)]];

    /// <summary>What may stand under a key; null when no setting knows it. A free key is known in any spelling.</summary>
    public SchemaNode? Member(string key, JsonNode value) =>
        Table.TryGetValue(key, out var member) && !(member.IsOtherConstant(value) && members.ContainsKey(Setting.Key)) ? member
        : members.TryGetValue(Setting.Key, out var free) ? free
        : Dotted(key);

    /// <summary>What may stand at a pointer below this; null when no setting knows it.</summary>
    public SchemaNode? Find(string pointer) =>
        JsonPointer.Segments(pointer).Aggregate((SchemaNode?)this, static (schema, segment) => schema?.Step(segment, JsonNode.Null()));

    /// <summary>What may stand under one segment of a pointer: a key, or an item's index.</summary>
    public SchemaNode? Step(string segment, JsonNode value) => IsList ? Item : Member(segment, value);

    /// <summary>The tree of all settings of some feature types.</summary>
    /// <param name="types">The feature types.</param>
    /// <param name="aliases">The places that are read and not written.</param>
    public static SchemaNode Of(IReadOnlyList<FeatureType> types, IReadOnlyList<Alias> aliases)
    {
        var root = new SchemaNode();
        foreach (var type in types)
        {
            var anchor = root.Descend(type.AnchorSegments);
            anchor.Types.Add(type);
            if (type.Kind is not null)
                anchor.Descend([type.Kind]).IsKind = true;
            foreach (var setting in type.Settings.Where(static setting => setting.InJson))
                anchor.Descend(setting.PathSegments).Settings.Add((type, setting));
        }
        foreach (var alias in aliases)
        {
            var place = JsonPointer.Segments(alias.Place);
            var current = JsonPointer.Segments(alias.Current);
            var item = root.Descend(current.Take(current.Length - 1));
            root.Descend(place.Take(place.Length - 1)).members[place[place.Length - 1]] =
                new SchemaNode(root.Descend(current), alias, alias.IsItem ? item.Types : root.Descend(current).Types);
        }
        return root;
    }

    // The members, once all of them are there.
    private KeyTable<SchemaNode> Table => field ??= new(members);

    private SchemaNode Descend(IEnumerable<string> path)
    {
        var schema = this;
        foreach (var segment in path.Select(static segment => segment == "#" ? "*" : segment))
        {
            if (!schema.members.TryGetValue(segment, out var next))
                schema.members[segment] = next = new SchemaNode();
            if (segment == "*")
                schema.item = next;
            schema = next;
        }
        return schema;
    }

    // rpc.worker_threads is worker_threads inside of rpc, unless something in between has a feature of its own.
    private SchemaNode? Dotted(string key)
    {
        for (var dot = key.IndexOf('.'); dot > 0; dot = key.IndexOf('.', dot + 1))
        {
            if (!members.TryGetValue(key.Substring(0, dot), out var inner)
                || inner.Types.Count > 0
                || inner.members.ContainsKey(Setting.Key))
                continue;
            var rest = key.Substring(dot + 1);
            if ((inner.members.TryGetValue(rest, out var found) ? found : inner.Dotted(rest)) is { } member)
                return member;
        }
        return null;
    }

    private bool IsOtherConstant(JsonNode value)
    {
        foreach (var (_, setting) in Settings)
        {
            if (setting is not ConstantSetting constant || constant.IsIn(value))
                return false;
        }
        return Settings.Count > 0;
    }
}
