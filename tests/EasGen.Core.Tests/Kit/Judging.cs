using System.Collections;
using System.Globalization;
using EasGen.Core.Checking;
using EasGen.Core.Files;

namespace EasGen.Core.Tests;

/// <summary>The cases of one rule.</summary>
internal class Judging(Rule rule) : IEnumerable<RuleCase>
{
    private readonly List<RuleCase> cases = [];

    protected Rule Rule { get; } = rule;

    /// <summary>What the rules of one feature type refuse and accept, as the data of a theory.</summary>
    public static TheoryData<RuleCase> Book(params Judging[] rules) => [.. rules.SelectMany(static rule => rule.cases)];

    public static Judging Judge(Rule rule) => new(rule);

    /// <summary>For rules on one setting, which say its value.</summary>
    public static Judging<T> Judge<T>(Rule rule, string pointer, Func<T, Service> having)
        where T : notnull => new(rule, pointer, having);

    public Judging Refuses(string name, Service service, string pointer, string says, Fix? fix = null) =>
        Add(new(Rule, name, service, new(pointer, says, fix)));

    public Judging Accepts(string name, Service service) => Add(new(Rule, name, service, expected: null));

    /// <summary>For the rules that the reader itself raises.</summary>
    public Judging RefusesJson(string json, string pointer, string says, Fix? fix = null) =>
        Add(new(Rule, json, () => ServiceReader.Read(json).AllFindings(), new(pointer, says, fix)));

    public Judging AcceptsJson(string json) => Add(new(Rule, json, () => ServiceReader.Read(json).AllFindings(), expected: null));

    public IEnumerator<RuleCase> GetEnumerator() => cases.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    protected Judging Add(RuleCase added)
    {
        cases.Add(added);
        return this;
    }
}

/// <summary>The cases of a rule that judges one setting by its value.</summary>
internal sealed class Judging<T>(Rule rule, string pointer, Func<T, Service> having) : Judging(rule)
    where T : notnull
{
    public Judging<T> Refuses(T value, Fix? fix = null) => Refuses(value, Text(value), fix);

    public Judging<T> Refuses(T value, string says, Fix? fix = null)
    {
        Add(new(Rule, Name(value), having(value), new(pointer, says, fix)));
        return this;
    }

    public Judging<T> Accepts(params T[] values)
    {
        foreach (var value in values)
            Add(new(Rule, Name(value), having(value), expected: null));
        return this;
    }

    private static string Name(T value) =>
        value is string text ? JsonText.Quote(text.Length <= 60 ? text : text[..60] + "…") : Text(value);

    private static string Text(T value) => Convert.ToString(value, CultureInfo.InvariantCulture)!;
}
