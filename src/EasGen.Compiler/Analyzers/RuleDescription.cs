using Microsoft.CodeAnalysis;

namespace EasGen.Compiler.Analyzers;

/// <summary>Why there is a rule, as its page says it. The page is read when somebody asks, which a compilation does not.</summary>
internal sealed class RuleDescription(Rule rule) : LocalizableString
{
    private readonly Rule rule = rule;

    protected override string GetText(IFormatProvider? formatProvider)
    {
        using var page = typeof(RuleDescription).Assembly.GetManifestResourceStream($"rules/{rule.Id}.md")
            ?? throw new InvalidOperationException($"The rule {rule.Id} has no page; write docs/rules/{rule.Id}.md.");
        return RuleText.Why(new StreamReader(page).ReadToEnd());
    }

    protected override int GetHash() => StringComparer.Ordinal.GetHashCode(rule.Id);

    protected override bool AreEqual(object? other) => other is RuleDescription description && description.rule == rule;
}
