using EasGen.Core.Catalog;
using EasGen.Core.Features;
using EasGen.Core.Reading;
using EasGen.Core.Secrets;

namespace EasGen.Core.Checking;

/// <summary>
/// The findings on a file: what the reader could not understand, and what the rules have to say, each where the file has it.
/// </summary>
internal static class FileFindings
{
    /// <summary>The rules that report secrets: also where something else is wrong.</summary>
    public static readonly Rule[] SecretRules =
    [
        GeneralRules.EAS0018_SecretIsPlaceholder, EnvironmentVariable.EAS0222_SecretIsPlaceholder,
        RegistryAuth.EAS0225_PasswordIsPlaceholder, Model.EAS0317_ConfigHasNoSecret,
    ];

    public static IReadOnlyList<Finding> AllFindings(this ReadService read)
    {
        // Of a text that is no JSON there is nothing to judge.
        if (Has(read, GeneralRules.EAS0001_JsonIsWellFormed))
            return [.. read.Findings.Select(Open)];
        var found = OnService(read);
        if (found.Count == 0 && read.Findings.Count == 0 && read.Comments.Count == 0)
            return [];
        // A value of the wrong type is said once: what is missing inside of it or around it is not another fault.
        var wrong = Places(read, GeneralRules.EAS0002_ValueHasType);
        var around = new HashSet<string>(wrong.SelectMany(JsonPointer.AndAbove), StringComparer.Ordinal);
        // Of two values in one place the type of either is not the mistake.
        var twice = Places(read, GeneralRules.EAS0003_SettingIsGivenOnce);
        return
        [
            .. read.Findings
                .Where(finding => finding.Rule != GeneralRules.EAS0002_ValueHasType || !twice.Contains(finding.Pointer))
                .Concat(InComments(read))
                .Concat(found.Where(IsKept))
                .Select(Open),
        ];

        // Who has no findings is not searched for secrets.
        Finding Open(Finding finding) => read.Concealment.Of(finding);

        // What was kept because nobody knows it is no raw setting that somebody chose.
        bool IsKept(Finding finding) => finding.Rule != RawSettingRules.EAS0009_AttributeIsUsed
            && (Array.IndexOf(SecretRules, finding.Rule) >= 0
                || (!around.Contains(finding.Pointer) && !JsonPointer.AndAbove(finding.Pointer).Any(wrong.Contains)));
    }

    private static List<Finding> OnService(ReadService read) =>
        ServiceRules.CheckFile(read).ConvertAll(finding => finding with
        {
            Pointer = read.Place(finding.Pointer),
            Message = read.Digits.Count > 0 ? finding.Message.Spelled(read.Digits) : finding.Message,
        });

    private static IEnumerable<Finding> InComments(ReadService read) =>
        from comment in read.Comments
        let secrets = SecretText.Find(comment.Text)
        where secrets.Count > 0
        select new Finding(
            GeneralRules.EAS0018_SecretIsPlaceholder,
            comment.Pointer,
            "A comment contains what looks like a secret in clear text; remove it from the file")
        {
            Bytes = comment.Bytes(secrets[0].Start, secrets[0].Length),
        };

    private static bool Has(ReadService read, Rule rule) => read.Findings.Any(finding => finding.Rule == rule);

    private static HashSet<string> Places(ReadService read, Rule rule) =>
        new(read.Findings.Where(finding => finding.Rule == rule).Select(static finding => finding.Pointer), StringComparer.Ordinal);
}
