using Digits;
using EasGen;

var builder = WebApplication.CreateSlimBuilder(args);
builder.Services.ConfigureHttpJsonOptions(json => json.SerializerOptions.TypeInfoResolverChain.Insert(0, DigitJson.Default));
builder.AddEasService<DigitReader>();

var app = builder.Build();
app.MapEasService<DigitReader>();
app.Run();
