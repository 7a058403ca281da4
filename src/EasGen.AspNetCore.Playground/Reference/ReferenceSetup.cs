using System.Text.Encodings.Web;
using EasGen.AspNetCore.Playground.Page;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Scalar.AspNetCore;

namespace EasGen.AspNetCore.Playground.Reference;

/// <summary>The API reference: Scalar, with its own script, over the app's OpenAPI document.</summary>
internal static class ReferenceSetup
{
    public const string Page = "playground/reference";

    private const string Document = "playground/openapi.json";

    /// <summary>Adds the document that an app has unless it names another; if the app adds it too, it is the same one.</summary>
    public static void AddReference(this IServiceCollection services) => services.AddOpenApi();

    public static void MapReference(this IEndpointRouteBuilder endpoints, EasServiceDescription description)
    {
        endpoints.MapOpenApi(Document).Add(static endpoint =>
        {
            AllowHead(endpoint);
            var document = new ReferenceDocument(endpoint.RequestDelegate!);
            endpoint.RequestDelegate = document.Answer;
        });

        // Scalar writes the title as it is.
        var title = HtmlEncoder.Default.Encode(description.Name);
        endpoints.MapScalarApiReference(Page, (options, context) => Configure(options, title, context)).Add(static endpoint =>
        {
            AllowHead(endpoint);
            endpoint.RequestDelegate = new ReferencePage(endpoint.RequestDelegate!).Answer;
        });
    }

    private static void Configure(ScalarOptions options, string title, HttpContext context)
    {
        options.Title = title;
        options.OpenApiRoutePattern = context.Root($"{Page}/{{documentName?}}")[1..] + Document;
        options.DynamicBaseServerUrl = true;
        options.Nonce = ReferencePage.Nonce(context);
        // Scalar's library of schemas would try whether it may compile code, which the policy of the page refuses, and reports.
        options.HeadContent = $"<script nonce=\"{options.Nonce}\">globalThis.__zod_globalConfig = {{ jitless: true }}</script>";
        options.HideClientButton = true;
        options.AddPreferredSecuritySchemes(ReferenceDocument.Token);
        // Nothing that asks another host.
        options.Telemetry = false;
        options.DefaultFonts = false;
        options.ShowDeveloperTools = DeveloperToolsVisibility.Never;
        options.Agent = new() { Disabled = true };
        options.Mcp = new() { Disabled = true };
    }

    private static void AllowHead(EndpointBuilder endpoint) =>
        endpoint.Metadata.Add(new HttpMethodMetadata([HttpMethods.Get, HttpMethods.Head]));
}
