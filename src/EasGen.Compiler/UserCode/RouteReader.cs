using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace EasGen.Compiler.UserCode;

/// <summary>
/// Finds the routes that calls map. What another library does with the application is not known, so it may answer anything.
/// </summary>
internal sealed class RouteReader(Compilation compilation, string? environment, RouteTable routes)
{
    private const string Rest = "/{**rest}";

    // Their own middleware and endpoints, but for those below, answer no probe.
    private static readonly string[] Harmless = ["Microsoft.", "System.", "Grpc.", "Swashbuckle.", "NSwag.", "Serilog."];

    private readonly ConcurrentDictionary<StatementSyntax, bool> left = new();
    private readonly INamedTypeSymbol? endpoints = compilation.GetTypeByMetadataName("Microsoft.AspNetCore.Routing.IEndpointRouteBuilder");
    private readonly INamedTypeSymbol? application = compilation.GetTypeByMetadataName("Microsoft.AspNetCore.Builder.IApplicationBuilder");

    public void Read(IInvocationOperation call, SemanticModel model)
    {
        var method = call.TargetMethod;
        if (SymbolEqualityComparer.Default.Equals(method.ContainingAssembly, compilation.Assembly))
        {
            routes.AddCall(method, Owner(call, model), () => Runs(call, model));
            return;
        }
        if (Builder(call) is not { } builder)
            return;
        var runs = Runs(call, model);
        if (!Harmless.Any(prefix => $"{method.ContainingAssembly?.Name}.".StartsWith(prefix, StringComparison.Ordinal)))
        {
            // EasGen.AspNetCore maps the probes of a predictor at the paths that it declares.
            if (method.ContainingAssembly?.Name == KnownNames.Runtime)
                AddUnknown();
            else
                routes.AddElsewhere(runs);
            return;
        }
        switch (method.Name)
        {
            case "Map" when method.ContainingType.Name == "MapExtensions":
                Add("pathMatch", Rest);
                break;
            case "MapGet" or "Map" or "MapMethods" or "MapHealthChecks":
                Add("pattern");
                break;
            case "UseHealthChecks":
                Add("path");
                break;
            case "MapFallback" or "MapFallbackToFile" or "MapFallbackToPage" or "MapFallbackToController" or "MapFallbackToAreaController":
                if (CodeReader.Argument(call, "pattern") is null)
                    AddRoute(Rest, isOpen: true);
                else
                    Add("pattern");
                break;
            case "MapStaticAssets" or "UseStaticFiles" or "UseFileServer" or "UseDefaultFiles":
                routes.AddFiles();
                break;
            // These answer other methods than GET, at paths of their own, or in controllers, which are read apart.
            case "MapControllers":
                routes.AddControllers(runs);
                break;
            case "MapGroup" or "MapPost" or "MapPut" or "MapDelete" or "MapPatch" or "MapGrpcService"
                or "MapGrpcReflectionService" or "MapGrpcHealthChecksService":
            case "MapHub" or "MapBlazorHub" or "MapConnections" or "MapConnectionHandler" or "MapOpenApi"
                or "MapIdentityApi" or "MapSwagger":
                routes.AddOther();
                break;
            case "Use" or "UseMiddleware" or "UseMiddlewareForFeature" or "UseWhen" or "UseMvc" or "UseMvcWithDefaultRoute"
                or "UseSpa" or "UseRouter" or "UseRewriter" or "UsePathBase" or "UseOwin" or "UseWelcomePage":
            case "Run" when method.ContainingType.Name == "RunExtensions":
            case { } name when name.StartsWith("Map", StringComparison.Ordinal):
                AddUnknown();
                break;
        }

        // What never runs answers nothing, whatever it is.
        void AddUnknown()
        {
            if (runs)
                routes.AddUnknown();
        }

        void AddRoute(string template, bool isOpen) =>
            routes.Add(new(template, isOpen, runs, call.Syntax.GetLocation()) { Owner = Owner(call, model) });

        void Add(string parameter, string rest = "")
        {
            // A regular expression may hold slashes of its own.
            if (CodeReader.Text(CodeReader.Argument(call, parameter)) is { } template
                && template.IndexOf(":regex", StringComparison.OrdinalIgnoreCase) < 0)
            {
                var (prefix, isOpen) = Prefix(builder, model);
                AddRoute($"{prefix}/{template}{rest}", isOpen);
            }
            else
            {
                AddUnknown();
            }
        }
    }

    private bool Runs(IInvocationOperation call, SemanticModel model) =>
        new EnvironmentReader(model, () => environment, left).Runs(call.Syntax) != false;

    // The method around a call, of which a lambda is a part.
    private static IMethodSymbol? Owner(IInvocationOperation call, SemanticModel model)
    {
        var owner = model.GetEnclosingSymbol(call.Syntax.SpanStart);
        while (owner is IMethodSymbol { MethodKind: MethodKind.AnonymousFunction })
            owner = owner.ContainingSymbol;
        return owner as IMethodSymbol;
    }

    // What stands before the routes of a builder, and whether more may.
    private (string Prefix, bool IsOpen) Prefix(IOperation builder, SemanticModel model) => builder switch
    {
        IInvocationOperation { TargetMethod.Name: "MapGroup" } group when Builder(group) is { } outer
            && CodeReader.Text(CodeReader.Argument(group, "prefix")) is { } own =>
            Below(Prefix(outer, model), own),
        IInvocationOperation { TargetMethod.Name: not "MapGroup" } convention when convention.Type?.Name == "RouteGroupBuilder"
            && Builder(convention) is { } same => Prefix(same, model),
        ILocalReferenceOperation { Local: var local } when local.Type.Name == "RouteGroupBuilder"
            && CodeReader.Initializer(local) is { } value
            && value.SyntaxTree == model.SyntaxTree
            && model.GetOperation(value) is { } initial =>
            Prefix(CodeReader.Unwrap(initial), model),
        _ => ("", builder.Type?.Name != "WebApplication"),
    };

    private static (string Prefix, bool IsOpen) Below((string Prefix, bool IsOpen) outer, string own) =>
        ($"{outer.Prefix}/{own}", outer.IsOpen);

    // The application or the group that a call is about; null for a call about something else.
    private IOperation? Builder(IInvocationOperation call)
    {
        if (call.Instance is { } instance && IsBuilder(instance.Type))
            return CodeReader.Unwrap(instance);
        foreach (var argument in call.Arguments)
        {
            if (CodeReader.Unwrap(argument.Value) is var value && IsBuilder(value.Type))
                return value;
        }
        return null;
    }

    private bool IsBuilder(ITypeSymbol? type) => type is not null
        && (Same(type, endpoints)
            || Same(type, application)
            || type.AllInterfaces.Any(face => Same(face, endpoints) || Same(face, application)));

    private static bool Same(ITypeSymbol type, INamedTypeSymbol? other) => SymbolEqualityComparer.Default.Equals(type, other);
}
