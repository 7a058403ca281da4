namespace EasGen.Cli.Policy;

/// <summary>The keys of an <c>easgen.json</c>, which its JSON Schema has too.</summary>
internal static class SettingsForm
{
    public const string FileName = "easgen.json";

    public const string Schema = "$schema";
    public const string Rules = "rules";

    public const string Rule = "rule";
    public const string Severity = "severity";
    public const string Reason = "reason";
    public const string Files = "files";

    /// <summary>How many of <see cref="RuleKeys"/>, from the first on, have to be there.</summary>
    public const int Required = 3;

    public static readonly string[] Keys = [Schema, Rules];

    public static readonly string[] RuleKeys = [Rule, Severity, Reason, Files];
}
