using EasGen.AspNetCore.Http;
using EasGen.AspNetCore.Tests.Kit;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Mvc.ApiExplorer;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;

namespace EasGen.AspNetCore.Tests;

public class EndpointTests
{
    [Fact]
    public async Task The_API_description_has_the_predict_endpoint_and_nothing_else()
    {
        await using var app = await App.Start(
            static service =>
            {
                service.ReadinessProbe("/ready", timeoutSeconds: 3);
                service.Predict<Flower, string>("/", static (_, flower, _) => flower.Name);
            },
            build: builder => builder.Services.AddEndpointsApiExplorer());

        var api = Assert.Single(
            app.Services.GetRequiredService<IApiDescriptionGroupCollectionProvider>().ApiDescriptionGroups.Items
                .SelectMany(group => group.Items));

        Assert.Equal(("POST", ""), (api.HttpMethod, api.RelativePath));
        Assert.Equal(typeof(Flower), Assert.Single(api.ParameterDescriptions).Type);
        Assert.Equal("application/json", Assert.Single(api.SupportedRequestFormats).MediaType);
        Assert.Equal([200, 400, 408, 413, 415, 429, 500, 503], api.SupportedResponseTypes.Select(response => response.StatusCode).Order());
        Assert.Equal(typeof(string), api.SupportedResponseTypes.Single(response => response.StatusCode == 200).Type);
        Assert.All(api.SupportedResponseTypes.Where(response => response.StatusCode != 200), problem =>
        {
            Assert.Equal(typeof(Problem), problem.Type);
            Assert.Equal("application/problem+json", Assert.Single(problem.ApiResponseFormats).MediaType);
        });
    }

    [Fact]
    public async Task Conventions_reach_the_predict_endpoints_alone()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseTestServer();
        builder.Services.AddAuthorization();
        builder.Services.ConfigureHttpJsonOptions(options => options.SerializerOptions.TypeInfoResolver = Acme.IrisJsonContext.Default);
        builder.AddEasService<Acme.IrisClassifier>();
        await using var app = builder.Build();

        app.MapEasService<Acme.IrisClassifier>().RequireAuthorization();

        var guarded = ((IEndpointRouteBuilder)app).DataSources
            .SelectMany(source => source.Endpoints)
            .Cast<RouteEndpoint>()
            .Where(endpoint => endpoint.Metadata.GetMetadata<IAuthorizeData>() is not null)
            .Select(endpoint => endpoint.RoutePattern.RawText)
            .Distinct();
        Assert.Equal(["/", "/batch", "/later", "/stream"], guarded.Order());
    }

    [Fact]
    public async Task A_type_without_a_contract_is_named_at_start_up()
    {
        var error = await Assert.ThrowsAsync<InvalidOperationException>(() => App.Start(
            static service => service.Predict<Flower, string>("/", static (_, flower, _) => flower.Name),
            build: builder => builder.Services.ConfigureHttpJsonOptions(options =>
                options.SerializerOptions.TypeInfoResolver = Acme.IrisJsonContext.Default)));

        Assert.Equal(
            $"The predict method at '/' needs a JSON contract for {typeof(Flower).FullName}, and the app's JsonOptions have none. "
            + "Add [JsonSerializable(typeof(Flower))] to a JsonSerializerContext of yours and register it: "
            + "builder.Services.ConfigureHttpJsonOptions(options => options.SerializerOptions.TypeInfoResolverChain.Insert(0, "
            + "YourJsonContext.Default));",
            error.Message);
    }

    [Fact]
    public async Task Endpoints_are_called_by_the_service_and_their_route()
    {
        await using var app = await App.Start(static service => service.Predict<int, int>("/v1", static (_, number, _) => number));

        Assert.Equal(
            ["scripted: POST /v1", "scripted: POST /v1 (of another type)"],
            app.Services.GetRequiredService<EndpointDataSource>().Endpoints.Select(static endpoint => endpoint.DisplayName).Order());
    }
}
