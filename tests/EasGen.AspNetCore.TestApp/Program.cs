using Acme;
using EasGen;

var builder = WebApplication.CreateSlimBuilder(args);
builder.Services.ConfigureHttpJsonOptions(options => options.SerializerOptions.TypeInfoResolverChain.Insert(0, IrisJsonContext.Default));
var isPatient = args.Contains("patient");
if (isPatient)
    builder.AddEasService<PatientClassifier>();
else
    builder.AddEasService<IrisClassifier>();

var app = builder.Build();
if (isPatient)
    app.MapEasService<PatientClassifier>();
else
    app.MapEasService<IrisClassifier>();
app.Run();
