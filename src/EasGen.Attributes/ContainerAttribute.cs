namespace EasGen;

/// <summary>A container of every instance: its image, how it starts and the port it listens on. Repeatable.</summary>
/// <remarks>
/// JSON: an item of <c>containers</c>. The first container takes the traffic (inferred). Other attributes say with
/// <c>Container = n</c> which container they belong to, counted from 0. A service with neither a container
/// nor a processor is the error EAS0107.
/// </remarks>
/// <example>
/// <code>
/// [Container("registry-vpc.cn-shanghai.aliyuncs.com/acme/iris:1.4", Port = 8000, Command = "dotnet Iris.dll")]
/// </code>
/// </example>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class ContainerAttribute : Attribute
{
    /// <summary>A container of the image that the .NET SDK makes of the project.</summary>
    public ContainerAttribute()
    {
    }

    /// <summary>A container of a given image.</summary>
    /// <param name="image">The image with its registry and tag.</param>
    public ContainerAttribute(string image) => Image = image;

    /// <summary>
    /// The image with its registry and tag; not empty (EAS0203). It must be in the region of the service; the VPC
    /// address of the registry works without Internet access. Default: <c>${CONTAINER_IMAGE}</c>, which the build fills with the
    /// image that <c>dotnet publish -t:PublishContainer</c> makes. JSON: <c>containers[].image</c>. Source: P, SEED.
    /// </summary>
    /// <remarks>
    /// That image is <c>ContainerRegistry</c>, <c>ContainerRepository</c> and the first of <c>ContainerImageTag(s)</c>, MSBuild
    /// properties of the SDK; without a registry the placeholder stays (the warning EAS0028).
    /// An address of another region than the rest of the service names is the warning EAS0212; one of the Enterprise
    /// Edition is the note EAS0230. An image that needs a GPU on instances without one is the warning EAS0538.
    /// </remarks>
    public string? Image { get; }

    /// <summary>
    /// The name of the container. Unset: not written. JSON: <c>containers[].name</c>. Source: 3P (seen in public files only).
    /// </summary>
    public string? Name { get; set; }

    /// <summary>
    /// The port on which the program listens for HTTP or gRPC, 1 to 65535 (EAS0202), but not 8080 or 9090, which
    /// belong to the EAS engine (EAS0201). Default: 8000 on the first container of a served class, otherwise not written.
    /// JSON: <c>containers[].port</c>. Source: P, SEED, SDK.
    /// </summary>
    /// <remarks>
    /// Unset on the first container of a class that is not served, it is the warning EAS0207. The program is told the
    /// same number; a start line or variable that tells another one is the warning EAS0208.
    /// </remarks>
    public int Port { get; set; }

    /// <summary>
    /// The one program that the container starts, without a shell. Unset: not written; <see cref="Script"/>, or what the
    /// image starts by itself. JSON: <c>containers[].command</c>. Source: P.
    /// </summary>
    /// <remarks>
    /// Not together with <see cref="Script"/> (EAS0204). Neither of them is the warning EAS0205, because sources
    /// disagree about whether one is required. Shell syntax such as <c>&amp;&amp;</c>, <c>;</c> or <c>|</c> is the
    /// warning EAS0206, an address in OSS the warning EAS0213.
    /// </remarks>
    public string? Command { get; set; }

    /// <summary>
    /// The shell script that the container starts, its lines separated by <c>\n</c> or <c>;</c>. Unset: not written;
    /// <see cref="Command"/>. JSON: <c>containers[].script</c>. Source: P.
    /// </summary>
    /// <remarks>
    /// Not together with <see cref="Command"/> (EAS0204). Start the program with <c>exec</c>, or the shell keeps SIGTERM
    /// to itself (the warning EAS0211). An address in OSS is the warning EAS0213. What the shell takes for a command of
    /// its own, as <c>--port</c> behind a line break without a backslash, is the warning EAS0217, a quote that is not
    /// closed EAS0218, and a script that ends while its program runs in the background EAS0219.
    /// </remarks>
    public string? Script { get; set; }

    /// <summary>
    /// Arguments of the command. Unset: not written. JSON: <c>containers[].args</c>. Source: SK.
    /// </summary>
    /// <remarks>Only one source names this key.</remarks>
    public string[]? Args { get; set; }

    /// <summary>
    /// Limits of the container, a JSON object; its fields are not documented. Unset: not written. JSON:
    /// <c>containers[].resources</c>. Source: SK.
    /// </summary>
    public string? Resources { get; set; }
}
