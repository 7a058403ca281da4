using Acme.Predictor_1;
using EasGen;

var builder = WebApplication.CreateSlimBuilder(args);
builder.AddEasService<AcmePredictor>();

var app = builder.Build();
app.MapEasService<AcmePredictor>();
app.Run();
