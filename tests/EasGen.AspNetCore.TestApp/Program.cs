using System.Diagnostics.CodeAnalysis;
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
    default:
        Run<IrisClassifier>();
        break;
}

void Run<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] TService>()
    where TService : class, IEasService<TService>
{
    var builder = WebApplication.CreateSlimBuilder(args);
    builder.Services.ConfigureHttpJsonOptions(options => options.SerializerOptions.TypeInfoResolverChain.Insert(0, IrisJsonContext.Default));
    builder.AddEasService<TService>();

    var app = builder.Build();
    app.MapEasService<TService>();
    app.Run();
}
