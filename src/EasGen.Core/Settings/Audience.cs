namespace EasGen.Core.Settings;

/// <summary>To whom a message speaks.</summary>
internal enum Audience
{
    /// <summary>To somebody with attributes: settings have the names of their properties.</summary>
    Code,

    /// <summary>To somebody with a JSON file: settings have the names of their keys.</summary>
    Json,
}
