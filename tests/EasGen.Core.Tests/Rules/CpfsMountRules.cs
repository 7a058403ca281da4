using EasGen.Core.Features;
using static EasGen.Core.Features.CpfsMount;

namespace EasGen.Core.Tests;

public class CpfsMountRules
{
    public static TheoryData<RuleCase> Cases => Book(
        Judge<string>(EAS0431_FileSystemIsGiven, "/storage/0/cpfs/file_system_id", Mounted)
            .Refuses("", "no file system")
            .Refuses(" ", "no file system")
            .Accepts("cpfs-0123456789", "${FILE_SYSTEM}")
            .Refuses(
                "an unset id",
                Valid.With(CpfsMount.FeatureType, (Mount.MountPath, "/models")),
                "/storage/0/cpfs/file_system_id",
                "no file system"),

        Judge(EAS0430_QuotaIsLingjun)
            .Refuses("no quota", Mounted("cpfs-1"), "/storage/0", "Lingjun")
            .Refuses("an empty quota", Mounted("cpfs-1").With(ResourceQuota.Id, ""), "/storage/0", "Lingjun")
            .Refuses("another quota", On("General"), "/storage/0", "Lingjun")
            .Refuses("an NFS mount of CPFS", Nfs("cpfs-1.cn-wulanchabu.cpfs.aliyuncs.com"), "/storage/0", "Lingjun")
            .Accepts("a Lingjun quota", On("Lingjun"))
            .Accepts("a quota of a type that is not known yet", On("${TYPE}"))
            .Accepts("a quota whose type nobody says", Mounted("cpfs-1").With(ResourceQuota.Id, "quota1"))
            .Accepts("an NFS mount of CPFS on a quota", Nfs("cpfs-1.cn-wulanchabu.cpfs.aliyuncs.com").With(ResourceQuota.Id, "quota1"))
            .Accepts("a NAS", Nfs("xxx.cn-shanghai.nas.aliyuncs.com"))
            .Accepts("no file system, which has a rule of its own", Mounted("")));

    [Theory, MemberData(nameof(Cases))]
    public void Hold(RuleCase rule) => rule.Holds();

    private static Service Mounted(string id) =>
        Valid.With(CpfsMount.FeatureType, (FileSystemId, id), (CpfsMount.Path, "/"), (Mount.MountPath, "/models"));

    private static Service On(string type) =>
        Mounted("cpfs-1").With(ResourceQuota.FeatureType, (ResourceQuota.Id, "quota1"), (ResourceQuota.Type, type));

    private static Service Nfs(string server) =>
        Valid.With(NasMount.FeatureType, (NasMount.Server, server), (NasMount.Path, "/"), (Mount.MountPath, "/models"));
}
