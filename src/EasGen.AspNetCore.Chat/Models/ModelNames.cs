using EasGen.AspNetCore.Chat.Errors;
using EasGen.AspNetCore.Requests;

namespace EasGen.AspNetCore.Chat.Models;

/// <summary>The models that one endpoint answers for.</summary>
internal sealed class ModelNames(IReadOnlyList<string> names)
{
    public IReadOnlyList<string> All => names;

    /// <summary>Whether the name in a request makes a difference.</summary>
    public bool IsChoice => names.Count > 1;

    /// <summary>The model of a request; the first for one that names none.</summary>
    /// <exception cref="UnacceptableBodyException">There is no such model.</exception>
    public string Find(string? asked) =>
        asked is null ? names[0] : names.Contains(asked, StringComparer.Ordinal) ? asked : throw InvalidRequest.UnknownModel(asked, names);
}
