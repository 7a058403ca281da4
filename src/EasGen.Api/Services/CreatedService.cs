namespace EasGen.Api;

/// <summary>A service that was created.</summary>
/// <param name="ServiceId">Its id.</param>
/// <param name="ServiceName">Its name.</param>
/// <param name="Region">Its region.</param>
/// <param name="Status">Its state.</param>
/// <param name="InternetEndpoint">The address on the Internet; null without one.</param>
/// <param name="IntranetEndpoint">The address inside of a VPC.</param>
public sealed record CreatedService(
    string? ServiceId, string? ServiceName, string? Region, string? Status, string? InternetEndpoint, string? IntranetEndpoint);
