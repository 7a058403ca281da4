using System.Globalization;
using EasGen.Core.Starting;

namespace EasGen.Core.Features;

/// <summary>
/// The environment variables that the programs of a container find: those of its settings, and the one that EAS sets itself. They are
/// looked up only where a start line leaves something open, and may be hundreds of thousands, so none is held twice.
/// </summary>
/// <param name="container">The container.</param>
/// <param name="environment">The variables of its settings; those that are in no container may be among them.</param>
internal sealed class ContainerVariables(AddressedFeature container, ArraySegment<AddressedFeature> environment) : Variables
{
    private const string ListeningPort = "LISTENING_PORT";

    protected override IEnumerable<KeyValuePair<string, ToldValue>> Own
    {
        get
        {
            if (!Places.ContainsKey(ListeningPort))
                yield return new(ListeningPort, Port);
            foreach (var place in Places)
                yield return new(place.Key, Told(place.Value));
        }
    }

    private ToldValue Port => new(
        (container[Container.Port] ?? ServiceDefaults.Port).ToString(CultureInfo.InvariantCulture),
        container.At(Container.Port));

    // Where each of the settings is, by its name; of those with one name the last counts.
    private Dictionary<string, int> Places => field ??= AllPlaces();

    protected override ToldValue? Find(string name) =>
        Places.TryGetValue(name, out var place) ? Told(place) : name == ListeningPort ? Port : null;

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
