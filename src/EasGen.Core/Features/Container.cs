namespace EasGen.Core.Features;

/// <summary>An image, how it starts and the port it listens on. The first container takes the traffic.</summary>
internal static class Container
{
    /// <summary>The placeholder of the image that the SDK makes of the project.</summary>
    public const string SdkImage = "CONTAINER_IMAGE";

    public static readonly StringSetting Image = new("Image", "image")
    {
        Written = Placeholder.Of(SdkImage),
        Console = ConsoleParameters.Image,
    };
    public static readonly StringSetting Name = new("Name", "name");
    public static readonly IntegerSetting Port = new("Port", "port")
    {
        Minimum = 1,
        Maximum = 65535,
        Reserved = [8080, 9090],
        Console = ConsoleParameters.Command,
    };
    public static readonly StringSetting Command = new("Command", "command") { Console = ConsoleParameters.Command };
    public static readonly StringSetting Script = new("Script", "script") { Console = ConsoleParameters.Command };
    public static readonly JsonSetting Resources = new("Resources", "resources");
    public static readonly ArraySetting Args = new("Args", "args");

    public static readonly Rule EAS0201_PortIsNotReserved = Rule.Error("EAS0201", "Port belongs to the EAS engine")
        .Each(Port, static port => Array.IndexOf(Port.Reserved, port) >= 0
            ? new(
                $"Port {port} belongs to the EAS engine, which runs beside every container; "
                + $"listen on another one, such as {ServiceDefaults.Port}",
                Fix.Use(ServiceDefaults.Port))
            : null);

    public static readonly Rule EAS0202_PortIsInRange = Rule.Error("EAS0202", "Port is out of range").Bounds(Port);

    public static readonly Rule EAS0203_ImageIsGiven = Rule.Error("EAS0203", "Container has no image")
        .Given(Image, "The container has no image; name one with its registry and tag");

    public static readonly Rule EAS0204_CommandOrScript = Rule.Error("EAS0204", "Container has both a command and a script")
        .When(Image, static service =>
        {
            foreach (var container in service.All(Image))
            {
                if (IsSet(container[Command]) && IsSet(container[Script]))
                    service.Report(
                        container.At(Script),
                        "The container has both a command and a script; "
                        + "keep the command to start one program, or the script to start a shell",
                        Fix.Remove);
            }
        });

    public static readonly Rule EAS0205_CommandOrScriptIsGiven = Rule.Warning("EAS0205", "Container has neither a command nor a script")
        .When(Image, static service =>
        {
            foreach (var container in service.All(Image))
            {
                if (!IsSet(container[Command]) && !IsSet(container[Script]))
                    service.Report(
                        container.Pointer,
                        "The container has neither a command nor a script, but the documentation requires one; "
                        + "name the program that the image starts");
            }
        });

    public static readonly Rule EAS0207_FirstPortIsGiven = Rule.Warning("EAS0207", "First container has no port")
        .When(Image, static service =>
        {
            if (service.One(Image) is { } first && first[Port] is null && !RawSetting.IsSaid(service, first.At(Port)))
                service.Report(
                    first.At(Port),
                    $"The first container, which takes the traffic, has no port; "
                    + $"set the port it listens on, such as {ServiceDefaults.Port}",
                    Fix.Use(ServiceDefaults.Port));
        });

    public static readonly Rule EAS0210_ContainerExists = Rule.Error("EAS0210", "Setting belongs to a container that does not exist")
        .When(static service =>
        {
            var count = service.All(Image).Length;
            foreach (var feature in service.Features)
            {
                if (feature[FeatureType.ContainerIndex] is { } index && (index < 0 || index >= count))
                {
                    var there = count switch
                    {
                        0 => "the service has no container; add one",
                        1 => "the only container is number 0; use 0, or add a container",
                        _ => FormattableString.Invariant(
                            $"the containers have the numbers 0 to {count - 1}; use one of them, or add a container"),
                    };
                    service.Report(feature.At(FeatureType.ContainerIndex), $"{FeatureType.ContainerIndex.Is(index)}, but {there}");
                }
            }
        });

    public static readonly FeatureType FeatureType = new(
        "Container",
        "/containers/*",
        [Image, Name, Port, Command, Script, Args, Resources])
    {
        Arguments = 1,
        ArgumentsAreOptional = true,
    };

    public static readonly Rule[] Rules =
    [
        EAS0201_PortIsNotReserved, EAS0202_PortIsInRange, EAS0203_ImageIsGiven, EAS0204_CommandOrScript,
        EAS0205_CommandOrScriptIsGiven, EAS0207_FirstPortIsGiven, EAS0210_ContainerExists,
    ];

    // The documentation's own full example writes empty texts for what is not used.
    private static bool IsSet(string? text) => !string.IsNullOrWhiteSpace(text);
}
