using System.Text;
using System.Text.Json;
using EasGen.Api;
using EasGen.Cli.Cloud;
using EasGen.Cli.Preparing;
using EasGen.Core.Files;

namespace EasGen.Cli.Plan;

/// <summary>A plan in a file, which holds as long as service and artifact are those that it was made for.</summary>
internal static class SavedPlan
{
    private const int Largest = 16 << 20;

    /// <exception cref="CommandException">It cannot be written.</exception>
    public static void Write(string path, PlanDocument plan)
    {
        try
        {
            AtomicFile.Write(Path.GetFullPath(path), Encoding.UTF8.GetBytes(plan.ToJson() + "\n"));
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException or NotSupportedException or ArgumentException)
        {
            throw new CommandException($"'{path}' is not written: {problem.Message}");
        }
    }

    /// <summary>The plan in a file; null for a file that is none.</summary>
    /// <exception cref="CommandException">It is one, and somebody has edited it.</exception>
    public static PlanDocument? Find(string path)
    {
        if (!File.Exists(path) || new FileInfo(path).Length > Largest)
            return null;
        try
        {
            var bytes = File.ReadAllBytes(path);
            if (JsonFile.Read(bytes).Root is not { Kind: JsonKind.Object } root || root.Find("planVersion") is null)
                return null;
            var plan = JsonSerializer.Deserialize(bytes.AsSpan(JsonFile.Start(bytes)), PlanContext.Default.PlanDocument);
            return plan is { PlanVersion: 1 } && plan.IsWhole()
                ? plan
                : throw new CommandException(Edited(path));
        }
        catch (JsonException)
        {
            throw new CommandException(Edited(path));
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new CommandException($"'{path}' cannot be read: {problem.Message}");
        }
    }

    /// <summary>What was asked for when the plan was made, with the values of today.</summary>
    public static ServiceRequest Request(PlanDocument saved, ServiceRequest asked) => asked with
    {
        Path = saved.Artifact.Path,
        Choice = new(saved.Artifact.Service),
        Strategy = saved.Strategy == PlanDocument.Word(UpdateType.Replace) ? UpdateType.Replace : UpdateType.Merge,
        Cloud = asked.Cloud with { Region = asked.Cloud.Region is null or "" ? saved.Region : asked.Cloud.Region },
    };

    /// <exception cref="CommandException">The plan is not what would be done now.</exception>
    public static void Verify(PlanDocument saved, PlanDocument now)
    {
        if (saved.Artifact.Sha256 != now.Artifact.Sha256)
            throw new CommandException($"'{now.Artifact.Path}' has changed since the plan was made; plan again");
        if (saved.Endpoint != now.Endpoint)
            throw new CommandException($"The plan is for {saved.Endpoint}, and --endpoint leads to {now.Endpoint}; plan again");
        if (saved.ServiceId != now.ServiceId)
            throw new CommandException($"The service '{saved.Service}' is not the one that the plan was made for; plan again");
        if (saved.CurrentVersion != now.CurrentVersion)
            throw new CommandException(FormattableString.Invariant(
                $"The plan is for version {saved.CurrentVersion}, and '{saved.Service}' is at version {now.CurrentVersion}; plan again"));
        if (saved.ChangesText() != now.ChangesText())
            throw new CommandException(
                $"'{saved.Service}' would be changed in another way than the plan says: other values for its variables, "
                + "or a change of the service that made no version; plan again");
    }

    private static string Edited(string path) => $"'{path}' is a plan that was edited, or made by another version; plan again";
}
