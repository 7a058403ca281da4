using System.Collections.Concurrent;

namespace EasGen.Core.Rules;

/// <summary>Rules, and for each feature type those that have something to judge where it is: a service has few of all types.</summary>
internal sealed class RuleIndex(Rule[] rules)
{
    private const int Bits = 64;

    // A bit for each rule.
    private readonly ConcurrentDictionary<FeatureType, ulong[]> byType = new();

    private ulong[] Always => field ??= Of(static rule => rule.IsAboutAny);

    /// <summary>Which rules to ask about a service without features.</summary>
    public ulong[] Asked() => (ulong[])Always.Clone();

    /// <summary>Adds those to ask about a service that has a feature of the type.</summary>
    public void Add(ulong[] asked, FeatureType type)
    {
        if (!byType.TryGetValue(type, out var more))
            more = byType.GetOrAdd(type, Of);
        for (var i = 0; i < asked.Length; i++)
            asked[i] |= more[i];
    }

    /// <summary>The first rule to ask from an index on; null behind the last.</summary>
    public Rule? Next(ulong[] asked, ref int from)
    {
        for (var word = from / Bits; word < asked.Length; word++, from = word * Bits)
        {
            for (var bits = asked[word] >> (from % Bits); bits != 0; bits >>= 1, from++)
            {
                if ((bits & 1) != 0)
                    return rules[from++];
            }
        }
        return null;
    }

    private ulong[] Of(FeatureType type) => Of(rule => rule.IsAbout(type));

    private ulong[] Of(Func<Rule, bool> isAsked)
    {
        var bits = new ulong[(rules.Length + Bits - 1) / Bits];
        for (var i = 0; i < rules.Length; i++)
        {
            if (isAsked(rules[i]))
                bits[i / Bits] |= 1UL << (i % Bits);
        }
        return bits;
    }
}
