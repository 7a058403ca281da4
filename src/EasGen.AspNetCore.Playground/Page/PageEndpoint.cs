using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Net.Http.Headers;

namespace EasGen.AspNetCore.Playground.Page;

/// <summary>Answers with the page, or that it is still the one that the browser has.</summary>
internal sealed class PageEndpoint(EasServiceDescription description, EndpointDataSource served)
{
    // An app may map more endpoints after the service, and all are known at the first request.
    private PageFile? file;

    public Task Answer(HttpContext context)
    {
        file ??= PageFile.Compose(ServiceModelReader.Read(description, served.Endpoints, context.Root()));

        var headers = context.Response.Headers;
        headers.CacheControl = "no-cache";
        headers.ContentSecurityPolicy = file.ContentSecurityPolicy;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "no-referrer";
        return TypedResults
            .Bytes(file.Html, "text/html; charset=utf-8", entityTag: new EntityTagHeaderValue(file.Tag))
            .ExecuteAsync(context);
    }
}
