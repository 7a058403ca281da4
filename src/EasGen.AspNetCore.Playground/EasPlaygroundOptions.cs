using Microsoft.AspNetCore.Builder;

namespace EasGen.AspNetCore;

/// <summary>Where the playground is shown, and to whom.</summary>
public sealed class EasPlaygroundOptions
{
    internal EasPlaygroundOptions()
    {
    }

    /// <summary>Whether the playground is there. By default in the environment Development alone.</summary>
    public bool Enabled { get; set; }

    /// <summary>
    /// What its endpoints want beside this, such as <c>static endpoints => endpoints.RequireAuthorization()</c>.
    /// <see langword="null"/>, the default: nothing.
    /// </summary>
    public Action<IEndpointConventionBuilder>? Conventions { get; set; }
}
