using EasGen.AspNetCore.Starting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Matching;
using Microsoft.Extensions.Options;

namespace EasGen.AspNetCore.Playground.Page;

/// <summary>
/// Leaves an address to what the app has there: another endpoint, whatever its order, or a start page among the static files, which are
/// only looked for where no endpoint is found.
/// </summary>
internal sealed class StartPagePolicy(IWebHostEnvironment environment, IOptions<DefaultFilesOptions> files)
    : MatcherPolicy, IEndpointSelectorPolicy
{
    /// <summary>After the policies that rule endpoints out.</summary>
    public override int Order => int.MaxValue;

    public bool AppliesToEndpoints(IReadOnlyList<Endpoint> endpoints) => endpoints.Any(IsPage);

    public Task ApplyAsync(HttpContext httpContext, CandidateSet candidates)
    {
        var valid = Enumerable.Range(0, candidates.Count).Where(candidates.IsValidCandidate).ToArray();
        var pages = valid.Where(index => IsPage(candidates[index].Endpoint)).ToArray();
        if (pages.Length < valid.Length || HasStartPage(httpContext.Request.Path))
        {
            foreach (var index in pages)
                candidates.SetValidity(index, false);
        }
        return Task.CompletedTask;
    }

    private static bool IsPage(Endpoint endpoint) => endpoint.Metadata.GetMetadata<PageMark>() is not null;

    private bool HasStartPage(PathString path) => files.Value.DefaultFileNames.Any(
        name => environment.WebRootFileProvider.GetFileInfo($"{path.Value?.TrimEnd('/')}/{name}").Exists);
}
