using EasGen;
using Iris;

var builder = WebApplication.CreateSlimBuilder(args);
builder.Services.ConfigureHttpJsonOptions(json => json.SerializerOptions.TypeInfoResolverChain.Insert(0, IrisJson.Default));
builder.AddEasService<IrisClassifier>();
builder.AddEasPlayground();   // in Development, GET / is a page to try it on

var app = builder.Build();
app.MapEasService<IrisClassifier>();
app.Run();
