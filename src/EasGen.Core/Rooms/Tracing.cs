namespace EasGen.Core.Rooms;

/// <summary>Shows the traces of the service in its console.</summary>
internal static class Tracing
{
    public static readonly MarkRow EnableTrace = new("EnableTrace", "labels/EnableTrace", "true") { Console = "Tracing Analysis" };

    public static readonly Room Room = new("Tracing", "", [EnableTrace], []);
}
