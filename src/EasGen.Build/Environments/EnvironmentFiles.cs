using EasGen.Core;
using EasGen.Core.Catalog;
using EasGen.Core.Checking;
using EasGen.Core.Files;
using EasGen.Core.Reading;

namespace EasGen.Build;

/// <summary>Reads the files of the environments, and reports what does not fit the project.</summary>
internal sealed class EnvironmentFiles(IReadOnlyList<DeclaredManifest> declared, ProjectPaths project, RuleLog log)
{
    private const string Change = """{ "metadata": { "instance": 2 } }""";

    private static readonly JsonNode Nothing = JsonNode.Object();

    private readonly string[] services = [.. declared.Select(static service => service.ServiceName)];

    /// <summary>The environments in the order of their names. Of what is wrong with a file as a whole, nothing more is used.</summary>
    public IReadOnlyList<EnvironmentFile> Read(IEnumerable<string> paths)
    {
        // An ordinary project has no environments, and one without services no use for them.
        var files = services.Length == 0 ? [] : paths
            .Select(project.Full)
            .Distinct(StringComparer.Ordinal)
            .OrderBy(static path => path, StringComparer.Ordinal)
            .Select(Read)
            .OfType<EnvironmentFile>()
            .ToArray();
        foreach (var file in files.Where(static file => !file.IsBroken))
            Check(file);
        foreach (var names in files
            .GroupBy(static file => file.Name, StringComparer.OrdinalIgnoreCase)
            .Where(static names => names.Count() > 1))
        {
            log.Report(
                BuildRules.EAS0023_EnvironmentIsFolder,
                names.Select(static file => file.Name).Distinct().Count() == 1
                    ? $"{string.Join(" and ", names.Select(file => $"'{project.Short(file.Path)}'"))} are both for '{names.Key}'; keep one"
                    : $"The environments {string.Join(" and ", names.Select(static file => $"'{file.Name}'"))} differ in case only, "
                        + "and one folder cannot hold both; rename one",
                names.Last().Path);
        }
        return [.. files.Where(static file => !file.IsBroken)];
    }

    private EnvironmentFile? Read(string path)
    {
        var name = NameOf(path);
        if (SafeFileName.JudgeEnvironment(name) is { } violation)
        {
            log.Report(BuildRules.EAS0023_EnvironmentIsFolder, violation, path);
            return null;
        }
        try
        {
            var bytes = File.ReadAllBytes(path);
            var root = JsonFile.Read(bytes).Root;
            var file = new EnvironmentFile(path, name, bytes, root ?? Nothing) { IsBroken = root is not { Kind: JsonKind.Object } };
            if (root is null)
                NotJson(file, bytes);
            else if (root.Kind != JsonKind.Object)
                Misfit(file, "", $"An environment file is an object with a patch for each service: {Example()}");
            return file;
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            log.Report(BuildRules.EAS0022_EnvironmentFileFits, $"'{project.Short(path)}' cannot be read: {problem.Message}", path);
            return null;
        }
    }

    // As a service that is none, so that no secret is told that stands where it breaks.
    private void NotJson(EnvironmentFile file, byte[] bytes)
    {
        var broken = ServiceReader.Read(bytes).AllFindings()[0];
        log.Report(broken.Rule, broken.Message.For(Audience.Json), file.Path, file.Place(broken.Bytes!.Value));
    }

    // eas.<environment>.json
    private static string NameOf(string path)
    {
        var name = System.IO.Path.GetFileNameWithoutExtension(path);
        return name.Substring(name.IndexOf('.') + 1);
    }

    private void Check(EnvironmentFile file)
    {
        CheckKeysOnce(file, file.Root, "");
        foreach (var patch in file.Patches)
        {
            var pointer = "/" + JsonPointer.Escape(patch.Key);
            if (patch.Key != EnvironmentDocument.AllServices && !services.Contains(patch.Key))
                Misfit(file, pointer, Unknown(patch.Key));
            else if (patch.Value.Kind != JsonKind.Object)
                Misfit(file, pointer, $"The patch of '{patch.Key}' is not an object; write {Change} or the like");
        }
        foreach (var pointer in PatchRemovals.WithoutEffect(file, declared))
            Misfit(
                file,
                pointer,
                $"'{JsonPointer.Spoken(pointer)}' is null, which removes a setting, but the service does not have it; remove it here");
        CheckVariables(file);
    }

    private string Unknown(string key)
    {
        if (FeatureCatalog.Schema.Keys.Contains(key))
            return $"'{key}' is a setting and not a service; put the settings below the name of a service: {Example()}";
        return EditDistance.Nearest(key, services) is { } meant
            ? $"The project has no service '{key}'; did you mean '{meant}'?"
            : $"The project has no service '{key}'; it has {string.Join(", ", services)}, and * stands for all";
    }

    private void CheckVariables(EnvironmentFile file)
    {
        if (file.Root.Find(EnvironmentDocument.SchemaKey) is { Kind: not JsonKind.String })
            Misfit(file, "/" + EnvironmentDocument.SchemaKey, $"{EnvironmentDocument.SchemaKey} is the address of a schema, a text");
        const string Pointer = "/" + EnvironmentDocument.VariablesKey;
        if (file.Root.Find(EnvironmentDocument.VariablesKey) is not { } variables)
            return;
        if (variables.Kind != JsonKind.Object)
            Misfit(file, Pointer, $"{EnvironmentDocument.VariablesKey} is an object of texts: {{ \"IMAGE_TAG\": \"1.4\" }}");
        foreach (var variable in variables.Members)
        {
            var pointer = $"{Pointer}/{JsonPointer.Escape(variable.Key)}";
            if (!Placeholder.IsName(variable.Key))
                Misfit(file, pointer, $"'{variable.Key}' cannot be a placeholder; use letters, digits and underscores");
            else if (variable.Value.Kind != JsonKind.String)
                Misfit(file, pointer, $"The value of {variable.Key} is not a text; put it in quotes");
        }
    }

    // In a list, which becomes a part of the service as it is, the rules see it.
    private void CheckKeysOnce(EnvironmentFile file, JsonNode node, string pointer)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var member in node.Kind == JsonKind.Object ? node.Members : [])
        {
            var at = $"{pointer}/{JsonPointer.Escape(member.Key)}";
            if (!seen.Add(member.Key))
                Misfit(file, file.Place(member.Value.OneLine), $"'{JsonPointer.Spoken(at)}' is given twice; keep one of them");
            CheckKeysOnce(file, member.Value, at);
        }
    }

    private string Example() => $"{{ \"{services[0]}\": {Change} }}";

    private void Misfit(EnvironmentFile file, string pointer, string message) => Misfit(file, file.Place(pointer), message);

    private void Misfit(EnvironmentFile file, FileSpan place, string message) =>
        log.Report(BuildRules.EAS0022_EnvironmentFileFits, message, file.Path, place);
}
