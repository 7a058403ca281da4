using Microsoft.AspNetCore.Routing;

namespace EasGen.AspNetCore;

/// <summary>What a package adds to the service, beside the probes and the predict endpoints.</summary>
internal interface IServiceEndpoints
{
    /// <summary>Maps it where the service is mapped.</summary>
    void Map(IEndpointRouteBuilder endpoints);
}
