using static EasGen.Core.Features.PythonLibraries;

namespace EasGen.Core.Tests;

public class PythonLibrariesRules
{
    public static TheoryData<RuleCase> Cases => Book(
        Judge(EAS0240_OneListOfLibraries)
            .Refuses(
                "both",
                List("numpy").With(RequirementsFile, "/requirements.txt"),
                "/containers/0/prepare/pythonRequirementsPath",
                "requirements file",
                Remove)
            .Accepts("a list", List("numpy"))
            .Accepts("a file", File("/requirements.txt"))
            .Accepts("an empty list beside a file", List().With(RequirementsFile, "/requirements.txt"))
            .Accepts("a list beside an empty file", List("numpy").With(RequirementsFile, "")),

        Judge<string>(EAS0241_RequirementsFileIsAbsolute, "/containers/0/prepare/pythonRequirementsPath", File)
            .Refuses("requirements.txt", Use("/requirements.txt"))
            .Refuses("./requirements.txt", Use("/./requirements.txt"))
            .Refuses("oss://b/requirements.txt")
            .Refuses(@"C:\app\requirements.txt")
            .Accepts("/requirements.txt", "/", "", "${ROOT}/requirements.txt"));

    [Theory, MemberData(nameof(Cases))]
    public void Hold(RuleCase rule) => rule.Holds();

    private static Service List(params string[] packages) => Valid.With(Packages, EquatableArray<string>.Of(packages));

    private static Service File(string path) => Valid.With(RequirementsFile, path);
}
