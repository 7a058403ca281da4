namespace EasGen.Core.Features;

/// <summary>A folder of a NAS file system.</summary>
internal static class NasMount
{
    private const string Example = "xxx.cn-shanghai.nas.aliyuncs.com";

    public static readonly StringSetting Server = new("Server", "nfs/server")
    {
        Console = ConsoleParameters.NasMount,
    };
    public static readonly StringSetting Path = new("Path", "nfs/path") { Console = ConsoleParameters.NasMount };
    public static readonly BooleanSetting ReadOnly = new("ReadOnly", "nfs/readOnly")
    {
        Console = ConsoleParameters.NasMount,
    };
    public static readonly StringSetting ResourceGroup = new("ResourceGroup", "nfs/resourceGroup");

    public static readonly Rule EAS0420_ServerIsGiven = Rule.Error("EAS0420", "NAS mount has no server")
        .Given(Server, $"The NAS mount has no server; name the mount target of the file system, such as {Example}");

    public static readonly Rule EAS0421_PathIsGiven = Rule.Warning("EAS0421", "NAS mount has no path")
        .Given(Path, "The NAS mount has no path; name the folder of the file system, or '/' for all of it", Fix.Use("/"));

    public static readonly Rule EAS0422_VpcIsGiven = Rule.Warning("EAS0422", "File system is mounted without a VPC")
        .When(static service =>
        {
            if (VpcNetwork.IsGiven(service))
                return;
            foreach (var mount in service.All([Server, CpfsMount.FileSystemId]))
            {
                if (mount[Server] is { Length: > 0 } || mount[CpfsMount.FileSystemId] is { Length: > 0 })
                    service.Report(
                        mount.Pointer,
                        $"A file system is reached through its VPC, but the service is not connected to one; "
                        + $"add {VpcNetwork.FeatureType:[]} with the VPC of the mount target");
            }
        });

    public static readonly FeatureType FeatureType = new(
        "NasMount",
        "/storage/*",
        [Server, Path, Mount.MountPath, ReadOnly, ResourceGroup, Mount.ResourceType, Mount.ResourceUse])
    {
        Arguments = 3,
        Kind = "nfs",
    };

    public static readonly Rule[] Rules = [EAS0420_ServerIsGiven, EAS0421_PathIsGiven, EAS0422_VpcIsGiven];
}
