using Digits;
using EasGen;

var builder = WebApplication.CreateSlimBuilder(args);
builder.Services.ConfigureHttpJsonOptions(json => json.SerializerOptions.TypeInfoResolverChain.Insert(0, DigitJson.Default));
builder.AddEasService<DigitReader>();
builder.AddEasPlayground();   // in Development, GET / is a page to try it on

var app = builder.Build();
app.MapEasService<DigitReader>();
app.Run();
