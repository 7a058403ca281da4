using EasGen.Core.Features;
using static EasGen.Core.Features.NasMount;

namespace EasGen.Core.Tests;

public class NasMountRules
{
    public static TheoryData<RuleCase> Cases => Book(
        Judge<string>(EAS0420_ServerIsGiven, "/storage/0/nfs/server", static server => Mounted(server, "/"))
            .Refuses("", "no server")
            .Refuses(" ", "no server")
            .Accepts("xxx.cn-shanghai.nas.aliyuncs.com", "${SERVER}")
            .Refuses(
                "an unset server",
                Valid.With(NasMount.FeatureType, (Mount.MountPath, "/models"), (NasMount.Path, "/")),
                "/storage/0/nfs/server",
                "no server"),

        Judge<string>(EAS0421_PathIsGiven, "/storage/0/nfs/path", static path => Mounted("xxx.cn-shanghai.nas.aliyuncs.com", path))
            .Refuses("", "no path", Use("/"))
            .Refuses(" ", "no path", Use("/"))
            .Accepts("/", "/models", "${FOLDER}")
            .Refuses(
                "an unset path",
                Valid.With(NasMount.FeatureType, (Mount.MountPath, "/models"), (Server, "xxx.cn-shanghai.nas.aliyuncs.com")),
                "/storage/0/nfs/path",
                "no path",
                Use("/")),

        Judge(EAS0422_VpcIsGiven)
            .Refuses("a NAS alone", Mounted("xxx.cn-shanghai.nas.aliyuncs.com", "/"), "/storage/0", "[VpcNetwork]")
            .Refuses(
                "CPFS alone",
                Valid.With(CpfsMount.FeatureType, (CpfsMount.FileSystemId, "cpfs-1"), (Mount.MountPath, "/models")),
                "/storage/0",
                "[VpcNetwork]")
            .Refuses(
                "an empty VPC",
                Mounted("xxx.cn-shanghai.nas.aliyuncs.com", "/").With(VpcNetwork.Vpc, ""),
                "/storage/0",
                "[VpcNetwork]")
            .Accepts("a VPC", Mounted("xxx.cn-shanghai.nas.aliyuncs.com", "/").With(VpcNetwork.Vpc, "vpc-1"))
            .Accepts("a placeholder", Mounted("xxx.cn-shanghai.nas.aliyuncs.com", "/").With(VpcNetwork.Vpc, "${VPC}"))
            .Accepts("no server, which has a rule of its own", Mounted("", "/"))
            .Accepts("a mount from OSS", Valid.With(OssMount.Path, "oss://b/m/")));

    [Theory, MemberData(nameof(Cases))]
    public void Hold(RuleCase rule) => rule.Holds();

    private static Service Mounted(string server, string path) =>
        Valid.With(NasMount.FeatureType, (Server, server), (NasMount.Path, path), (Mount.MountPath, "/models"));
}
