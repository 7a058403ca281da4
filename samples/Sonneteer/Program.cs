using EasGen;
using Sonnets;

var builder = WebApplication.CreateSlimBuilder(args);
builder.Services.ConfigureHttpJsonOptions(json => json.SerializerOptions.TypeInfoResolverChain.Insert(0, SonneteerJson.Default));
builder.AddEasService<Sonneteer>();
builder.AddEasPlayground();   // in Development, GET / is a page to try it on

var app = builder.Build();
app.MapEasService<Sonneteer>();
app.MapEasChat<Sonneteer>();
app.Run();
