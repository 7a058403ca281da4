using EasGen.Core.Rooms;
using static EasGen.Core.Rooms.CpfsMount;

namespace EasGen.Core.Tests;

public class CpfsMountRules
{
    public static TheoryData<RuleCase> Cases => Book(
        Judge<string>(EAS0431_FileSystemIsGiven, "/storage/0/cpfs/file_system_id", Mounted)
            .Refuses("", "no file system")
            .Refuses(" ", "no file system")
            .Accepts("cpfs-0123456789", "${FILE_SYSTEM}")
            .Refuses("an unset id", Valid.With(CpfsMount.Room, (Mount.MountPath, "/models")), "/storage/0/cpfs/file_system_id", "no file system"));

    [Theory, MemberData(nameof(Cases))]
    public void Hold(RuleCase rule) => rule.Holds();

    private static Service Mounted(string id) => Valid.With(CpfsMount.Room, (FileSystemId, id), (CpfsMount.Path, "/"), (Mount.MountPath, "/models"));
}
