using System.Text;
using Microsoft.Build.Framework;
using Microsoft.Build.Utilities;

namespace EasGen.Build;

/// <summary>A service JSON and the full path at which it belongs.</summary>
internal sealed record ManifestFile(string Path, Manifest Manifest)
{
    /// <summary>UTF-8 without a byte order mark.</summary>
    public byte[] Bytes => Encoding.UTF8.GetBytes(Manifest.Json);

    public ITaskItem ToItem(ProjectPaths project)
    {
        var item = new TaskItem(Escape(project.Short(Path)));
        item.SetMetadata("ServiceName", Escape(Manifest.ServiceName));
        return item;
    }

    // What MSBuild would take for a list, a wildcard or a property.
    private static string Escape(string text)
    {
        var escaped = new StringBuilder(text.Length);
        foreach (var c in text)
            escaped.Append("%;*?$@()'".IndexOf(c) < 0 ? c.ToString() : $"%{(int)c:x2}");
        return escaped.ToString();
    }
}
