using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace EasGen.AspNetCore.Http;

/// <summary>Problem details, as a body or as the data of a last event that has a name, so that no client takes it for an item.</summary>
internal sealed class ProblemDetailsFormat : ProblemFormat
{
    private const string MediaType = "application/problem+json";

    private ProblemDetailsFormat()
    {
    }

    public static ProblemDetailsFormat Instance { get; } = new();

    public override ProducesResponseTypeMetadata Produces(int status) => new(status, typeof(Problem), [MediaType]);

    protected override async Task Write(HttpContext context, Problem problem)
    {
        if (await WriteAsAppWants(context, problem).ConfigureAwait(false))
            return;
        problem.TraceId = TraceIdOf(context);
        await context.WriteJson(problem, EasJsonContext.Default.Problem, MediaType).ConfigureAwait(false);
    }

    protected override Task End(HttpContext context, EventStream events, Problem problem)
    {
        problem.TraceId = TraceIdOf(context);
        return events.End(problem, EasJsonContext.Default.Problem, "error");
    }

    // AddProblemDetails: the app adds to all its problems, or writes them in another way.
    private static async ValueTask<bool> WriteAsAppWants(HttpContext context, Problem problem) =>
        context.RequestServices.GetService<IProblemDetailsService>() is { } problems
        && await problems.TryWriteAsync(new() { HttpContext = context, ProblemDetails = problem }).ConfigureAwait(false);
}
