using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Acme;
using EasGen;
using EasGen.AspNetCore;

switch (args.FirstOrDefault())
{
    case "patient":
        Run<PatientClassifier>();
        break;
    case "hasty":
        Run<HastyClassifier>();
        break;
    case "busy":
        Run<BusyClassifier>();
        break;
    case "stubborn":
        Run<StubbornClassifier>();
        break;
    case "broken":
        Run<BrokenClassifier>();
        break;
    case "metered":
        Run<MeteredClassifier>();
        break;
    case "rolling":
        Run<RollingClassifier>();
        break;
    case "poet":
        Run<RollingPoet>(static app => app.MapEasChat<RollingPoet>());
        break;
    default:
        Run<IrisClassifier>();
        break;
}

void Run<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] TService>(Action<WebApplication>? map = null)
    where TService : class, IEasService<TService>
{
    var builder = WebApplication.CreateSlimBuilder(args);
    builder.Services.ConfigureHttpJsonOptions(options =>
        options.SerializerOptions.TypeInfoResolverChain.Insert(0, IrisJsonContext.Default));
    // A program that opens the port itself, as it did before it had EasGen.
    if (int.TryParse(builder.Configuration["LISTEN_TOO"], CultureInfo.InvariantCulture, out var port))
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.ListenLocalhost(port));
    builder.AddEasService<TService>();

    var app = builder.Build();
    app.MapEasService<TService>();
    map?.Invoke(app);
    app.Run();
}
