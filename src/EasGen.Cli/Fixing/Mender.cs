using EasGen.Core.Checking;
using EasGen.Core.Files;
using EasGen.Core.Reading;

namespace EasGen.Cli.Fixing;

/// <summary>A file, what is found in it, and what fixes make of it.</summary>
internal sealed class Mender
{
    // Each trial judges the whole file again: a huge one with many findings is mended in several runs.
    private const long MostWork = 1L << 30;

    private readonly byte[] file;
    private readonly ReadService read;
    private readonly FileFix? fix;
    private readonly Dictionary<string, int> counts;

    private long work;

    public Mender(byte[] file)
    {
        this.file = file;
        read = ServiceReader.Read(file);
        fix = read.Document is null ? null : new(file, read);
        Findings = [.. read.AllFindings().OrderBy(finding => fix?.Offset(finding))];
        counts = Findings.CountBy(static finding => finding.Rule.Id).ToDictionary(StringComparer.Ordinal);
    }

    /// <summary>In the order of the file.</summary>
    public IReadOnlyList<Finding> Findings { get; }

    /// <summary>
    /// Applies the fixes that are certain, one after the other and in the order of the file, each to what the ones before have
    /// made: of two that exclude each other the first counts.
    /// </summary>
    /// <param name="file">The file.</param>
    /// <param name="wants">Which findings to mend.</param>
    public static MendedFile Mend(byte[] file, Func<Finding, bool> wants)
    {
        var now = new Mender(file);
        var mended = new List<MendedFinding>();
        var refused = new HashSet<(string Rule, string Pointer)>();
        var hasMended = false;
        for (var work = 0L; work < MostWork && Next() is { } finding; work += file.Length)
        {
            if (now.Try(finding) is { } better)
            {
                mended.Add(new(finding.Rule, now.read.Concealment.Of(finding.Pointer), finding.Fix!.Title));
                (now, hasMended) = (better, true);
            }
            else
            {
                refused.Add((finding.Rule.Id, finding.Pointer));
            }
        }
        return new(now.file, mended);

        // What could not be done before may be possible once something else is mended.
        Finding? Next()
        {
            if (now.Findings.FirstOrDefault(IsNext) is { } next)
                return next;
            if (!hasMended)
                return null;
            hasMended = false;
            refused.Clear();
            return now.Findings.FirstOrDefault(IsNext);
        }

        bool IsNext(Finding finding) => finding.Fix is { IsCertain: true }
            && wants(finding)
            && !refused.Contains((finding.Rule.Id, finding.Pointer));
    }

    /// <summary>
    /// The changes that the fix of a finding is, certain or not; null where they would not help, would take the place of a secret, or
    /// are not known.
    /// </summary>
    public FileEdit[]? Offer(Finding finding)
    {
        if (finding.Fix is null || work >= MostWork || fix?.Of(finding) is not { } edits)
            return null;
        work += file.Length;
        return read.Concealment.Secrets.Any(secret => secret.Pointer == finding.Pointer)
            || edits.Any(edit => read.Concealment.Of(edit.Text) != edit.Text)
            || Try(finding) is null
                ? null
                : edits;
    }

    // Null unless the finding is gone and no other is there instead.
    private Mender? Try(Finding finding)
    {
        if (fix?.Of(finding) is not { } edits)
            return null;
        var tried = new Mender(FileEdit.Apply(file, edits));
        return tried.counts.All(found => counts.GetValueOrDefault(found.Key) >= found.Value)
            && tried.counts.GetValueOrDefault(finding.Rule.Id) < counts[finding.Rule.Id]
                ? tried
                : null;
    }
}

/// <summary>What fixes made of a file.</summary>
/// <param name="Bytes">The file, which is the same where nothing was mended.</param>
/// <param name="Mended">The findings that it no longer has.</param>
internal sealed record MendedFile(byte[] Bytes, IReadOnlyList<MendedFinding> Mended);

/// <summary>A finding that is no more, without secrets.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Pointer">Where it was.</param>
/// <param name="Fix">What was done.</param>
internal sealed record MendedFinding(Rule Rule, string Pointer, string Fix);
