using EasGen.AspNetCore.Playground.Page;
using EasGen.AspNetCore.Starting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
#if NET9_0_OR_GREATER
using EasGen.AspNetCore.Playground.Reference;
#endif

namespace EasGen.AspNetCore.Playground;

/// <summary>Maps the page, and the reference where there can be one.</summary>
internal sealed class PlaygroundEndpoints(
    EasPlaygroundOptions options,
    EasServiceDescription description,
    EndpointDataSource served) : IServiceEndpoints
{
    public void Map(IEndpointRouteBuilder endpoints)
    {
        // A later call may have closed what an earlier one had added.
        if (!options.Enabled)
            return;

        var playground = endpoints.MapGroup("").ExcludeFromDescription();
        options.Conventions?.Invoke(playground);

        var page = new PageEndpoint(description, served);
        playground.MapMethods("/", [HttpMethods.Get, HttpMethods.Head], page.Answer)
            .WithDisplayName($"{description.Name}: playground")
            .WithMetadata(new PageMark());
#if NET9_0_OR_GREATER
        playground.MapReference(description);
#endif
    }
}
