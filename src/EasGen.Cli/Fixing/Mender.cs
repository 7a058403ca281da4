using EasGen.Core.Checking;
using EasGen.Core.Files;
using EasGen.Core.Reading;

namespace EasGen.Cli.Fixing;

/// <summary>A file, what is found in it, and what fixes make of it.</summary>
internal sealed class Mender
{
    /// <summary>Each trial judges the whole file again: a huge one with many findings is mended in several runs.</summary>
    public const long MostWork = 1L << 30;

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
    /// Applies the fixes that are certain, in the order of the file: those at once that only say the same in another way, any other
    /// alone, so that of two that exclude each other the first counts.
    /// </summary>
    /// <param name="file">The file.</param>
    /// <param name="wants">Which findings to mend.</param>
    /// <param name="mostWork">How many bytes may be judged in all.</param>
    public static MendedFile Mend(byte[] file, Func<Finding, bool> wants, long mostWork = MostWork)
    {
        var now = new Mender(file);
        var mended = new List<MendedFinding>();
        var obstacles = new Dictionary<(string Rule, string Pointer), string>();
        var (hasMended, most) = (false, int.MaxValue);
        var work = 0L;
        for (; work < mostWork && Next() is { Length: > 0 } next; work += file.Length)
        {
            if (now.Try(next, out var obstacle) is { } better)
            {
                mended.AddRange(next.Select(finding =>
                    new MendedFinding(finding.Rule, now.read.Concealment.Of(finding.Pointer), finding.Fix!.Title)));
                (now, hasMended, most) = (better, true, 2 * next.Length);
            }
            else if (next is [var alone])
            {
                obstacles[(alone.Rule.Id, alone.Pointer)] = obstacle!;
            }
            else
            {
                most = next.Length / 2;
            }
        }
        if (work >= mostWork)
        {
            foreach (var left in now.Findings.Where(IsLeft).ToList())
                obstacles[(left.Rule.Id, left.Pointer)] = "the file is large; run the command again";
        }
        return new(now.file, mended, [.. now.Findings.Where(IsWanted).Select(left => new UnmendedFinding(
            left.Rule,
            now.read.Concealment.Of(left.Pointer),
            obstacles[(left.Rule.Id, left.Pointer)]))]);

        // What could not be done before may be possible once something else is mended.
        Finding[] Next()
        {
            if (Left() is var left && (left.Length > 0 || !hasMended))
                return left;
            (hasMended, most) = (false, int.MaxValue);
            obstacles.Clear();
            return Left();
        }

        Finding[] Left() => [.. now.Findings.Where(IsLeft).Take(most)];

        bool IsLeft(Finding finding) => IsWanted(finding) && !obstacles.ContainsKey((finding.Rule.Id, finding.Pointer));

        bool IsWanted(Finding finding) => finding.Fix is { IsCertain: true } && wants(finding);
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
            || Try([finding], out _) is null
                ? null
                : edits;
    }

    // Null, and why, unless the findings are gone and no other is there instead.
    private Mender? Try(Finding[] findings, out string? obstacle)
    {
        obstacle = "a comment or another setting is in its way";
        var edits = new List<FileEdit>();
        var expected = new Dictionary<string, int>(counts, StringComparer.Ordinal);
        foreach (var finding in findings)
        {
            if (fix?.Of(finding) is not { } own)
                return null;
            edits.AddRange(own);
            expected[finding.Rule.Id]--;
        }
        if (FileEdit.Together([.. edits]) is not { } all)
            return null;
        var tried = new Mender(FileEdit.Apply(file, all));
        // Only where each leaves the service as it is, none can be what excludes another.
        if (findings.Length > 1 && !tried.read.Service.Equals(read.Service))
            return null;
        obstacle = tried.counts.FirstOrDefault(found => found.Value > expected.GetValueOrDefault(found.Key)).Key is { } rule
            ? rule == findings[0].Rule.Id ? "it would not help" : $"{rule} would be found instead"
            : null;
        return obstacle is null ? tried : null;
    }
}

/// <summary>What fixes made of a file.</summary>
/// <param name="Bytes">The file, which is the same where nothing was mended.</param>
/// <param name="Mended">The findings that it no longer has.</param>
/// <param name="Unmended">Those that it still has, though they have a fix that is certain.</param>
internal sealed record MendedFile(byte[] Bytes, IReadOnlyList<MendedFinding> Mended, IReadOnlyList<UnmendedFinding> Unmended);

/// <summary>A finding that is no more, without secrets.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Pointer">Where it was.</param>
/// <param name="Fix">What was done.</param>
internal sealed record MendedFinding(Rule Rule, string Pointer, string Fix);

/// <summary>A finding that is still there, without secrets.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Pointer">Where it is.</param>
/// <param name="Obstacle">Why its fix was not applied.</param>
internal sealed record UnmendedFinding(Rule Rule, string Pointer, string Obstacle);
