using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using EasGen.Core.Writing;

namespace EasGen.Core.Files;

/// <summary>A constant of the generated type: the JSON of one service.</summary>
internal readonly record struct ManifestConstant(string Name, string Json);

/// <summary>Takes the generator's constants out of an assembly without loading it, so that no user code runs.</summary>
internal static class ManifestAssembly
{
    /// <summary>
    /// The constants; none of an assembly without services, and none of a file that is no assembly; the problem is what
    /// follows its path in a sentence.
    /// </summary>
    public static (IReadOnlyList<ManifestConstant> Constants, string? Problem) Read(string path)
    {
        try
        {
            using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete);
            using var image = new PEReader(file);
            return image.HasMetadata
                ? (Constants(image.GetMetadataReader()), null)
                : ([], "is not a .NET assembly; rebuild the project");
        }
        catch (Exception problem) when (problem is BadImageFormatException or ArithmeticException or ArgumentException)
        {
            // The reader of damaged sizes and offsets stumbles over its own arithmetic now and then.
            return ([], $"is damaged ({problem.Message}); rebuild the project");
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            return ([], $"cannot be read: {problem.Message}");
        }
    }

    private static List<ManifestConstant> Constants(MetadataReader metadata)
    {
        var found = new List<ManifestConstant>();
        foreach (var handle in metadata.TypeDefinitions)
        {
            var type = metadata.GetTypeDefinition(handle);
            if (!metadata.StringComparer.Equals(type.Name, ManifestType.Name)
                || !metadata.StringComparer.Equals(type.Namespace, ManifestType.Namespace))
                continue;
            foreach (var field in type.GetFields().Select(metadata.GetFieldDefinition))
            {
                if ((field.Attributes & FieldAttributes.Literal) != 0 && Text(metadata, field) is { } json)
                    found.Add(new(metadata.GetString(field.Name), json));
            }
        }
        return found;
    }

    private static string? Text(MetadataReader metadata, FieldDefinition field)
    {
        var constant = metadata.GetConstant(field.GetDefaultValue());
        if (constant.TypeCode != ConstantTypeCode.String)
            return null;
        var blob = metadata.GetBlobReader(constant.Value);
        return blob.ReadUTF16(blob.Length);
    }
}
