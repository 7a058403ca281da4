using System.Text;

namespace EasGen.Build;

/// <summary>A service JSON and the full path at which it belongs.</summary>
internal sealed record ManifestFile(string Path, Manifest Manifest)
{
    /// <summary>UTF-8 without a byte order mark.</summary>
    public byte[] Bytes => Encoding.UTF8.GetBytes(Manifest.Json);
}
