using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace EasGen.Compiler.UserCode;

/// <summary>Finds the code that says where a web server listens.</summary>
internal static class ListenReader
{
    private const string AspNetCore = "Microsoft.AspNetCore";

    private static readonly HashSet<string> Names = new(StringComparer.Ordinal)
    {
        "UseUrls", "UseSetting", "Add", "Run", "RunAsync", "StartAsync", "Listen", "ListenLocalhost", "ListenAnyIP", "SetEnvironmentVariable",
    };

    /// <summary>The addresses in one file; one without ports where the code does not tell.</summary>
    public static List<ListenAddress> Read(SemanticModel model, SyntaxNode root, CancellationToken cancellation)
    {
        var addresses = new List<ListenAddress>();
        foreach (var call in root.DescendantNodes().OfType<InvocationExpressionSyntax>())
        {
            if (CodeReader.NameOf(call) is { } name && Names.Contains(name) && model.GetOperation(call, cancellation) is IInvocationOperation invocation)
                addresses.AddRange(Read(call, invocation));
        }
        return addresses;
    }

    private static IEnumerable<ListenAddress> Read(InvocationExpressionSyntax call, IInvocationOperation invocation)
    {
        var (name, owner) = (invocation.TargetMethod.Name, invocation.TargetMethod.ContainingType);
        if (name == "SetEnvironmentVariable")
            return CodeReader.Is(owner, nameof(System), nameof(Environment)) ? Setting(invocation, "variable") : [];
        if (name == "Add")
            return invocation.Instance is IPropertyReferenceOperation { Property: { Name: "Urls", ContainingType.Name: "WebApplication" } } && Argument(invocation, 0) is { } added ? [Urls(added)] : [];
        if (owner?.ContainingNamespace?.ToDisplayString().StartsWith(AspNetCore, StringComparison.Ordinal) != true)
            return [];
        return name switch
        {
            "UseUrls" => CodeReader.Argument(invocation, "urls") is { } list ? Elements(list) : [],
            "UseSetting" => Setting(invocation, "key"),
            "Run" or "RunAsync" or "StartAsync" => CodeReader.Argument(invocation, "url") is { } url && url.ConstantValue is not { HasValue: true, Value: null } && owner.Name == "WebApplication" ? [Urls(url)] : [],
            "ListenAnyIP" => [Endpoint(Argument(invocation, 0)!)],
            "ListenLocalhost" => [Endpoint(Argument(invocation, 0)!) with { Loopback = "localhost", HostAt = CodeReader.NameSyntax(call), HostFix = "ListenAnyIP" }],
            "Listen" => [Listen(invocation)],
            _ => [],
        };
    }

    // A variable or a key of the host by name, with its value; all others say nothing about addresses.
    private static IEnumerable<ListenAddress> Setting(IInvocationOperation invocation, string key)
    {
        if (Name(CodeReader.Argument(invocation, key)) is not { } name || CodeReader.Argument(invocation, "value") is not { } value)
            return [];
        return name.ToUpperInvariant() switch
        {
            "ASPNETCORE_URLS" or "DOTNET_URLS" or "URLS" or "SERVERURLSKEY" => [Urls(value)],
            "ASPNETCORE_HTTP_PORTS" or "DOTNET_HTTP_PORTS" or "HTTP_PORTS" or "HTTPPORTSKEY" => [ListenAddress.OfPorts(value.Syntax, CodeReader.Text(value))],
            _ => [],
        };
    }

    // The names in WebHostDefaults are no constants.
    private static string? Name(IOperation? key) => key is IFieldReferenceOperation { Field: { Name: var field, ContainingType.Name: "WebHostDefaults" } } ? field : CodeReader.Text(key);

    private static IEnumerable<ListenAddress> Elements(IOperation list) => list switch
    {
        IArrayCreationOperation { Initializer.ElementValues: var values } => values.Select(static value => Urls(CodeReader.Unwrap(value))),
        _ => [new(list.Syntax, [])],
    };

    private static ListenAddress Listen(IInvocationOperation invocation)
    {
        if (CodeReader.Argument(invocation, "address") is not { } address || CodeReader.Argument(invocation, "port") is not { } port)
            return new(invocation.Syntax, []);
        var endpoint = Endpoint(port);
        // Any other address that the code computes may be reachable.
        return address is IFieldReferenceOperation { Field: { Name: "Loopback" or "IPv6Loopback", ContainingType.Name: "IPAddress" } field, Syntax: MemberAccessExpressionSyntax { Expression: var type } }
            ? endpoint with { Loopback = field.Name, HostAt = address.Syntax, HostFix = $"{type}.{(field.Name == "Loopback" ? "Any" : "IPv6Any")}" }
            : endpoint;
    }

    private static ListenAddress Endpoint(IOperation port) => new(port.Syntax, CodeReader.Number(port) is { } number ? [number] : [], IsEndpoint: true);

    private static ListenAddress Urls(IOperation urls) => ListenAddress.OfUrls(urls.Syntax, CodeReader.Text(urls));

    private static IOperation? Argument(IInvocationOperation invocation, int index) =>
        invocation.Arguments.Length > index ? CodeReader.Unwrap(invocation.Arguments[index].Value) : null;
}
