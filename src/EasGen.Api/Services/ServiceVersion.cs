namespace EasGen.Api;

/// <summary>An earlier version of a service.</summary>
/// <param name="ImageId">The number of its image.</param>
/// <param name="BuildTime">When it was made, in UTC.</param>
/// <param name="ImageAvailable"><c>true</c>, <c>false</c> or <c>unknown</c>: whether its image is still there.</param>
/// <param name="ServiceRunnable"><c>true</c>, <c>false</c> or <c>unknown</c>: whether it can run.</param>
/// <param name="ServiceConfig">Its service JSON, as text; secrets are in it.</param>
/// <param name="Message">What EAS says about it.</param>
public sealed record ServiceVersion(
    int ImageId, string? BuildTime, string? ImageAvailable, string? ServiceRunnable, string? ServiceConfig, string? Message)
{
    /// <summary>The number and the time: no secret.</summary>
    public override string ToString() => $"{ImageId} {BuildTime}";
}
