using EasGen.Core.Features;
using static EasGen.Core.Features.ProcessorVariable;

namespace EasGen.Core.Tests;

public class ProcessorVariableRules
{
    public static TheoryData<RuleCase> Cases => Book(
        Judge(EAS0320_VariableHasName)
            .Refuses("an empty name", Valid.With(Variable("", "1")), "/processor_envs/0/name", "no name")
            .Refuses("an unset name", Valid.With(ProcessorVariable.FeatureType, (Value, "1")), "/processor_envs/0/name", "no name")
            .Refuses(
                "the second without a name",
                Valid.With(Variable("A", "1")).With(Variable("", "1")),
                "/processor_envs/1/name",
                "no name")
            .Accepts("a name", Valid.With(Variable("A", "1"))),

        Judge(EAS0322_VariableHasValue)
            .Refuses("an unset value", Valid.With(ProcessorVariable.FeatureType, (Name, "A")), "/processor_envs/0/value", "'A'")
            .Accepts("an empty value", Valid.With(Variable("A", "")))
            .Accepts("a value", Valid.With(Variable("A", "1"))),

        Judge(EAS0321_VariableIsGivenOnce)
            .Refuses("a name given twice", Valid.With(Variable("A", "1")).With(Variable("A", "2")), "/processor_envs/1/name", "'A'", Remove)
            .Refuses(
                "the third of three",
                Valid.With(Variable("A", "1")).With(Variable("B", "1")).With(Variable("A", "1")),
                "/processor_envs/2/name",
                "'A'",
                Remove)
            .Accepts("names that differ in case", Valid.With(Variable("A", "1")).With(Variable("a", "1")))
            .Accepts("two without a name", Valid.With(Variable("", "1")).With(Variable("", "1")))
            .Accepts(
                "the name of a variable of a container",
                Valid.With(Variable("A", "1"))
                    .With(EnvironmentVariable.FeatureType, (EnvironmentVariable.Name, "A"), (EnvironmentVariable.Value, "1"))));

    [Theory, MemberData(nameof(Cases))]
    public void Hold(RuleCase rule) => rule.Holds();

    private static Feature Variable(string name, string value) => A(ProcessorVariable.FeatureType, (Name, name), (Value, value));
}
