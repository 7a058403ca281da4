using EasGen.Core;
using EasGen.Core.Starting;
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
        "UseUrls", "UseSetting", "Add", "Run", "RunAsync", "StartAsync", "Listen", "ListenLocalhost", "ListenAnyIP",
        "SetEnvironmentVariable",
    };

    /// <summary>The addresses in one file, as it runs in an environment; one without ports where the code does not tell.</summary>
    public static List<ListenAddress> Read(SemanticModel model, Func<string?> environment, CancellationToken cancellation)
    {
        var addresses = new List<ListenAddress>();
        var reader = default(EnvironmentReader);
        foreach (var call in model.SyntaxTree.GetRoot(cancellation).DescendantNodes().OfType<InvocationExpressionSyntax>())
        {
            if (CodeReader.NameOf(call) is { } name
                && Names.Contains(name)
                && MayTell(call, name)
                && model.GetOperation(call, cancellation) is IInvocationOperation invocation
                && Read(call, invocation).ToArray() is { Length: > 0 } found
                && (reader ??= new(model, environment)).Runs(call) is var runs and not false)
                addresses.AddRange(found.Select(address => address with { IsConditional = runs is null }));
        }
        return addresses;
    }

    // Before it is bound: any list is added to, and any task run.
    private static bool MayTell(InvocationExpressionSyntax call, string name) => name switch
    {
        "Add" => call.Expression.DescendantNodes().Any(static part => part is IdentifierNameSyntax { Identifier.ValueText: "Urls" }),
        "Run" or "RunAsync" or "StartAsync" =>
            call.ArgumentList.Arguments.FirstOrDefault()?.Expression is not (null or AnonymousFunctionExpressionSyntax),
        _ => true,
    };

    private static IEnumerable<ListenAddress> Read(InvocationExpressionSyntax call, IInvocationOperation invocation)
    {
        var (name, owner) = (invocation.TargetMethod.Name, invocation.TargetMethod.ContainingType);
        if (name == "SetEnvironmentVariable")
            return CodeReader.Is(owner, nameof(System), nameof(Environment)) ? Setting(invocation, "variable") : [];
        if (name == "Add")
            return invocation.Instance is IPropertyReferenceOperation { Property: { Name: "Urls", ContainingType.Name: "WebApplication" } }
                && Argument(invocation, 0) is { } added
                ? [Urls(added)]
                : [];
        if (owner?.ContainingNamespace?.ToDisplayString().StartsWith(AspNetCore, StringComparison.Ordinal) != true)
            return [];
        return name switch
        {
            "UseUrls" => CodeReader.Argument(invocation, "urls") is { } list ? Elements(list) : [],
            "UseSetting" => Setting(invocation, "key"),
            "Run" or "RunAsync" or "StartAsync" => CodeReader.Argument(invocation, "url") is { } url
                && url.ConstantValue is not { HasValue: true, Value: null }
                && owner.Name == "WebApplication"
                ? [Urls(url)]
                : [],
            "ListenAnyIP" => [Endpoint(Argument(invocation, 0)!)],
            "ListenLocalhost" => [Endpoint(Argument(invocation, 0)!) with { Loopback = "localhost", HostAt = CodeReader.NameSyntax(
                call)!.GetLocation(), HostFix = "ListenAnyIP" }],
            "Listen" => [Listen(invocation)],
            _ => [],
        };
    }

    // A variable or a key of the configuration by name, with its value; all others say nothing about addresses.
    private static IEnumerable<ListenAddress> Setting(IInvocationOperation invocation, string key)
    {
        if (Name(CodeReader.Argument(invocation, key)) is not { } name
            || DotnetSetting.OfVariable(name) is not { } setting
            || CodeReader.Argument(invocation, "value") is not { } value)
            return [];
        return [ListenAddress.Of(value.Syntax.GetLocation(), setting, CodeReader.Text(value))];
    }

    // The names in WebHostDefaults are no constants.
    private static string? Name(IOperation? key) =>
        key is IFieldReferenceOperation { Field: { Name: var field, ContainingType.Name: "WebHostDefaults" } }
        ? field switch
        {
            "ServerUrlsKey" => DotnetSetting.Urls,
            "HttpPortsKey" => "http_ports",
            "HttpsPortsKey" => "https_ports",
            _ => null
        }
        : CodeReader.Text(key);

    private static IEnumerable<ListenAddress> Elements(IOperation list) => list switch
    {
        IArrayCreationOperation { Initializer.ElementValues: var values } => values.Select(static value => Urls(CodeReader.Unwrap(value))),
        _ => [new(list.Syntax.GetLocation(), [])],
    };

    private static ListenAddress Listen(IInvocationOperation invocation)
    {
        if (CodeReader.Argument(invocation, "endPoint")
            is IObjectCreationOperation { Type.Name: "IPEndPoint", Arguments: { Length: 2 } made })
            return Listen(CodeReader.Unwrap(made[0].Value), CodeReader.Unwrap(made[1].Value));
        return CodeReader.Argument(invocation, "address") is { } address && CodeReader.Argument(invocation, "port") is { } port
            ? Listen(address, port)
            : new(invocation.Syntax.GetLocation(), [], IsEndpoint: true);
    }

    // Any other address that the code computes may be reachable.
    private static ListenAddress Listen(IOperation address, IOperation port) => address switch
    {
        IFieldReferenceOperation
        {
            Field: { Name: "Loopback" or "IPv6Loopback", ContainingType.Name: "IPAddress" } field,
            Syntax: MemberAccessExpressionSyntax { Expression: var type },
        } =>
            Endpoint(port) with
            {
                Loopback = field.Name,
                HostAt = address.Syntax.GetLocation(),
                HostFix = $"{type}.{(field.Name == "Loopback" ? "Any" : "IPv6Any")}",
            },
        IInvocationOperation
        {
            TargetMethod: { Name: "Parse", ContainingType.Name: "IPAddress" },
            Syntax: InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Expression: var type } },
        } parse
            when Argument(parse, 0) is { } text && CodeReader.Text(text) is { } host && Loopback.Is(host) =>
            Endpoint(port) with { Loopback = host, HostAt = address.Syntax.GetLocation(), HostFix = $"{type}.Any" },
        _ => Endpoint(port),
    };

    private static ListenAddress Endpoint(IOperation port) =>
        new(port.Syntax.GetLocation(), CodeReader.Number(port) is { } number ? [number] : [], IsEndpoint: true);

    private static ListenAddress Urls(IOperation urls) =>
        ListenAddress.Of(urls.Syntax.GetLocation(), DotnetSetting.Urls, CodeReader.Text(urls));

    private static IOperation? Argument(IInvocationOperation invocation, int index) =>
        invocation.Arguments.Length > index ? CodeReader.Unwrap(invocation.Arguments[index].Value) : null;
}
