using System.Globalization;
using EasGen.Core.Starting;

namespace EasGen.Core.Features;

/// <summary>
/// The environment variables that the programs of a container find: those of its settings, and the one that EAS sets itself. There may be
/// hundreds of thousands, so that only their places are held, and the names that .NET reads, each from the first question on.
/// </summary>
/// <param name="container">The container.</param>
/// <param name="environment">The variables of its settings; those that are in no container may be among them.</param>
internal sealed class ContainerVariables(AddressedFeature container, ArraySegment<AddressedFeature> environment) : Variables
{
    // Found by its name only: it is no setting of .NET and mentions no server, and for nothing else are all gone through.
    private const string ListeningPort = "LISTENING_PORT";

    public override IEnumerable<KeyValuePair<string, ToldValue>> Own =>
        Places.Select(place => new KeyValuePair<string, ToldValue>(place.Key, Told(place.Value)));

    // Each program of the container asks.
    protected override IEnumerable<string> OwnDotnetNames => field ??= [.. base.OwnDotnetNames];

    // Where each of the settings is, by its name; of those with one name the last counts.
    private Dictionary<string, int> Places => field ??= AllPlaces();

    protected override ToldValue? Find(string name) =>
        Places.TryGetValue(name, out var place) ? Told(place) : name == ListeningPort ? Port() : null;

    private ToldValue Port() => new(
        (container[Container.Port] ?? ServiceDefaults.Port).ToString(CultureInfo.InvariantCulture),
        container.At(Container.Port));

    private Dictionary<string, int> AllPlaces()
    {
        var places = new Dictionary<string, int>(environment.Count, StringComparer.Ordinal);
        var around = container.Pointer;
        for (var i = environment.Offset; i < environment.Offset + environment.Count; i++)
        {
            var variable = environment.Array![i];
            if (variable.Place.IsBelow(around) && variable[EnvironmentVariable.Name] is { } name)
                places[name] = i;
        }
        return places;
    }

    private ToldValue Told(int place)
    {
        var variable = environment.Array![place];
        return new(variable[EnvironmentVariable.Value] ?? "", variable.Place) { Path = EnvironmentVariable.Value.Path };
    }
}
