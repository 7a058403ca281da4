using Microsoft.AspNetCore.Routing;

namespace EasGen.AspNetCore.Predict;

/// <summary>One declared predict method; what it takes and gives is known to the subclass alone.</summary>
internal abstract class PredictDefinition<TService>(string route)
    where TService : class
{
    public string Route { get; } = route;

    public abstract void Map(RouteGroupBuilder endpoints, EasServiceDescription description);
}
