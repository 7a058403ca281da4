using EasGen.Core.Features;
using static EasGen.Core.Features.Region;

namespace EasGen.Core.Tests;

public class RegionRules
{
    private const string Shanghai = "registry-vpc.cn-shanghai.aliyuncs.com/acme/iris:1.4";

    private const string Public = "registry.cn-shanghai.aliyuncs.com/acme/iris:1.4";

    public static TheoryData<RuleCase> Cases => Book(
        Judge(EAS0212_RegionsAgree)
            .Refuses(
                "an image of another region than the service's",
                InHangzhou(Shanghai),
                "/containers/0/image",
                "The image is in 'cn-shanghai', but the service is in 'cn-hangzhou'; use the same region, because a service reaches")
            .Refuses(
                "an image of PAI's registry",
                InHangzhou("eas-registry-vpc.cn-shanghai.cr.aliyuncs.com/pai-eas/a:1"),
                "/containers/0/image",
                "'cn-shanghai'")
            .Refuses(
                "images of two regions",
                Image(Shanghai).With(Container.FeatureType, (Container.Image, "registry-vpc.ap-southeast-1.aliyuncs.com/a:1")),
                "/containers/1/image",
                "'ap-southeast-1'")
            .Refuses(
                "a mount of another region",
                Image(Shanghai).With(Mounted("oss-cn-beijing-internal.aliyuncs.com")),
                "/storage/0/oss/endpoint",
                "The OSS endpoint is in 'cn-beijing', but the image is in 'cn-shanghai'")
            .Refuses(
                "an outer endpoint of another region",
                Image(Shanghai).With(Mounted("https://oss-cn-beijing.aliyuncs.com")),
                "/storage/0/oss/endpoint",
                "'cn-beijing'")
            .Refuses(
                "a NAS of another region",
                Image(Shanghai).With(Nas("0c9624-fgh60.cn-hangzhou.nas.aliyuncs.com")),
                "/storage/0/nfs/server",
                "The NAS is in 'cn-hangzhou'")
            .Accepts("a NAS of the region", Image(Shanghai).With(Nas("0c9624****-fgh60.cn-shanghai.nas.aliyuncs.com")))
            .Accepts("another server", Image(Shanghai).With(Nas("10.0.0.1")))
            .Accepts(
                "one region",
                Image(Shanghai).With(EasService.Region, "cn-shanghai").With(Mounted("oss-cn-shanghai-internal.aliyuncs.com")))
            .Refuses(
                "a public image of another region",
                InHangzhou(Public),
                "/containers/0/image",
                "needs the Internet")
            .Refuses(
                "a public image beside one of a region",
                Image(Public).With(Container.FeatureType, (Container.Image, "registry-vpc.cn-hangzhou.aliyuncs.com/a:1")),
                "/containers/0/image",
                "needs the Internet")
            .Refuses(
                "a mounted image",
                Image(Shanghai).With(Copied("registry-vpc.cn-hangzhou.aliyuncs.com/a:1")),
                "/storage/0/image/image",
                "The image is in 'cn-hangzhou'")
            .Refuses(
                "a region of two digits",
                InHangzhou("registry-vpc.ap-southeast-10.aliyuncs.com/a:1"),
                "/containers/0/image",
                "'ap-southeast-10'")
            .Refuses(
                "a region of the last digit",
                InHangzhou("registry-vpc.ap-southeast-9.aliyuncs.com/a:1"),
                "/containers/0/image",
                "'ap-southeast-9'")
            .Accepts("a host without a region", InHangzhou("registry-vpc.c.aliyuncs.com/a:1"))
            .Accepts("a region without a place", InHangzhou("registry-vpc.cn-.aliyuncs.com/a:1"))
            .Accepts("a region that begins with a digit", InHangzhou("registry-vpc.1n-shanghai.aliyuncs.com/a:1"))
            .Accepts("a region with a digit before its dash", InHangzhou("registry-vpc.c1-shanghai.aliyuncs.com/a:1"))
            .Accepts("a region with a long first word", InHangzhou("registry-vpc.cnx-shanghai.aliyuncs.com/a:1"))
            .Accepts("a region with another sign", InHangzhou("registry-vpc.cn-shang_hai.aliyuncs.com/a:1"))
            .Accepts("a mirror of another domain", InHangzhou("registry-vpc.cn-shanghai.example.com/mirror.aliyuncs.com/a:1"))
            .Accepts("a mirror of another top domain", InHangzhou("registry-vpc.cn-shanghai.aliyuncs.org/mirror.aliyuncs.com/a:1"))
            .Accepts("a host of another product", InHangzhou("acme-registry.cn-shanghai.oss.aliyuncs.com/a:1"))
            .Accepts("a public image of the region", Image(Public).With(EasService.Region, "cn-shanghai"))
            .Accepts(
                "public images of two regions",
                Image(Public).With(Container.FeatureType, (Container.Image, "registry.cn-hangzhou.aliyuncs.com/a:1")))
            .Accepts(
                "an Enterprise image, of which another rule tells",
                InHangzhou("acme-registry-vpc.cn-shanghai.cr.aliyuncs.com/a:1"))
            .Accepts(
                "a path that looks like a host",
                InHangzhou("docker.io/registry-vpc.cn-shanghai.aliyuncs.com/a:1"))
            .Accepts("a placeholder in an image", InHangzhou("registry-vpc.${REGION}.aliyuncs.com/a:1"))
            .Accepts("a gap in an image", InHangzhou("registry-vpc.{region}.aliyuncs.com/a:1"))
            .Refuses(
                "a placeholder for the instance",
                InHangzhou("${INSTANCE}-registry-vpc.cn-shanghai.cr.aliyuncs.com/a:1"),
                "/containers/0/image",
                "'cn-shanghai'")
            .Accepts("a placeholder for a public instance", Image("${INSTANCE}-registry.cn-shanghai.cr.aliyuncs.com/a:1")
                .With(EasService.Region, "cn-hangzhou"))
            .Accepts("a placeholder for the region", Image(Shanghai).With(EasService.Region, "${REGION}"))
            .Accepts("an empty region", Image(Shanghai).With(EasService.Region, ""))
            .Accepts("no region", Valid),

        Judge(EAS0230_ImageIsNear)
            .Refuses(
                "the VPC host",
                InHangzhou("acme-registry-vpc.cn-shanghai.cr.aliyuncs.com/a:1"),
                "/containers/0/image",
                "an image in 'cn-hangzhou' is pulled faster")
            .Refuses(
                "the public host",
                InHangzhou("acme-registry.cn-shanghai.cr.aliyuncs.com/a:1"),
                "/containers/0/image",
                "'cn-shanghai'")
            .Refuses(
                "an instance of several words",
                InHangzhou("my-acme-2-registry.cn-shanghai.cr.aliyuncs.com/a:1"),
                "/containers/0/image",
                "'cn-shanghai'")
            .Refuses(
                "a mounted image",
                Image(Shanghai).With(Copied("acme-registry-vpc.cn-hangzhou.cr.aliyuncs.com/a:1")),
                "/storage/0/image/image",
                "'cn-hangzhou'")
            .Accepts(
                "an image of the region",
                Image("acme-registry-vpc.cn-shanghai.cr.aliyuncs.com/a:1").With(EasService.Region, "cn-shanghai"))
            .Accepts(
                "PAI's own registry, of which another rule tells",
                InHangzhou("eas-registry-vpc.cn-shanghai.cr.aliyuncs.com/pai-eas/a:1"))
            .Accepts("a personal image, of which another rule tells", InHangzhou(Shanghai))
            .Accepts("an unknown region", Image("acme-registry-vpc.cn-shanghai.cr.aliyuncs.com/a:1")));

    [Theory, MemberData(nameof(Cases))]
    public void Hold(RuleCase rule) => rule.Holds();

    private static Service InHangzhou(string image) => Image(image).With(EasService.Region, "cn-hangzhou");

    private static Service Image(string image) => Valid.With(Container.Image, image);

    private static Feature Copied(string image) =>
        A(ImageMount.FeatureType, (ImageMount.Image, image), (ImageMount.Path, "/m"), (Mount.MountPath, "/models"));

    private static Feature Nas(string server) =>
        A(NasMount.FeatureType, (NasMount.Server, server), (NasMount.Path, "/"), (Mount.MountPath, "/models"));

    private static Feature Mounted(string endpoint) =>
        A(OssMount.FeatureType, (OssMount.Path, "oss://b/models/"), (Mount.MountPath, "/models"), (OssMount.Endpoint, endpoint));
}
