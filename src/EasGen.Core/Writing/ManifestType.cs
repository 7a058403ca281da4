namespace EasGen.Core.Writing;

/// <summary>The generated type whose constants are the service JSON of an assembly: the compiler writes it, the build reads it.</summary>
internal static class ManifestType
{
    public const string Namespace = "EasGen.Generated";
    public const string Name = "EasManifests";
}
