using System.Net;
using EasGen.AspNetCore.Tests.Kit;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.DependencyInjection;

namespace EasGen.AspNetCore.Tests;

public class ProblemTests
{
    [Fact]
    public async Task A_problem_has_the_members_of_the_framework_and_the_place()
    {
        await using var app = await App.Start(Sums);

        using var response = await app.Client.PostText("/", "[1, \"two\"]");
        var problem = await response.Problem(HttpStatusCode.BadRequest);

        Assert.Equal(
            ["title", "status", "detail", "jsonPath", "line", "bytePosition", "traceId"],
            problem.EnumerateObject().Select(static member => member.Name));
        Assert.Equal(("Bad Request", "$[1]"), (problem.Text("title"), problem.Text("jsonPath")));
    }

    [Fact]
    public async Task What_the_app_adds_to_its_problems_is_added_to_ours()
    {
        await using var app = await App.Start(Sums, build: static builder => builder.Services.AddProblemDetails(
            static options => options.CustomizeProblemDetails = static context => context.ProblemDetails.Extensions["team"] = "vision"));

        using var response = await app.Client.PostText("/", "[1, \"two\"]");
        var problem = await response.Problem(HttpStatusCode.BadRequest);

        Assert.Equal(("vision", "$[1]"), (problem.Text("team"), problem.Text("jsonPath")));
        Assert.Single(problem.EnumerateObject(), static member => member.Name == "traceId");
    }

    [Fact]
    public async Task An_app_may_write_problems_in_its_own_way()
    {
        await using var app = await App.Start(
            Sums,
            build: static builder => builder.Services.AddSingleton<IProblemDetailsWriter, OneWord>().AddProblemDetails());

        using var response = await app.Client.PostText("/", "[1, \"two\"]");

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Equal("wrong", await response.Content.ReadAsStringAsync());
    }

    private static void Sums(EasServiceBuilder<Scripted> service) =>
        service.Predict<int[], int>("/", static (_, numbers, _) => numbers.Sum());

    private sealed class OneWord : IProblemDetailsWriter
    {
        public bool CanWrite(ProblemDetailsContext context) => context.ProblemDetails is ProblemDetails { Status: 400 };

        public async ValueTask WriteAsync(ProblemDetailsContext context) => await context.HttpContext.Response.WriteAsync("wrong");
    }
}
