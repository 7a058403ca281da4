using EasGen.Testing;
using Microsoft.CodeAnalysis;

namespace EasGen.Compiler.Tests.Rules;

/// <summary>A web application with one service, for rules that hold the code of the one against the other.</summary>
internal static class UserProgram
{
    public static readonly TestOptions Options = Eas.Built with { OutputKind = OutputKind.ConsoleApplication };

    /// <summary>Holds the statements of a program and a service with these attributes and members against every analyzer.</summary>
    public static Task VerifyAsync(
        string statements,
        string attributes = "",
        string members = "",
        string container = Eas.Container,
        string more = "",
        params string[] messages) =>
        Eas.VerifyAsync([Eas.Class(attributes, members, container), Program(statements, more)], Options, messages);

    public static string Program(string statements, string more = "") => $$"""
        using System;
        using System.Net;
        using System.Runtime.InteropServices;
        using System.Runtime.Loader;
        using System.Threading;
        using System.Threading.Tasks;
        using EasGen;
        using Microsoft.AspNetCore.Builder;
        using Microsoft.AspNetCore.Hosting;
        using Microsoft.AspNetCore.Http;
        using Microsoft.AspNetCore.Mvc;
        using Microsoft.AspNetCore.Routing;
        using Microsoft.Extensions.DependencyInjection;
        using Microsoft.Extensions.Hosting;

        var builder = WebApplication.CreateBuilder(args);
        var app = builder.Build();
        {{statements}}

        {{more}}
        """;
}
