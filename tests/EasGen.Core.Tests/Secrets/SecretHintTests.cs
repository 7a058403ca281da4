using EasGen.Core.Catalog;
using EasGen.Core.Files;
using EasGen.Core.Reading;
using EasGen.Core.Secrets;
using EasGen.Core.Writing;
using EasGen.Testing;

namespace EasGen.Core.Tests;

/// <summary>What is said to have no secret is not searched for one, so that the hint must never be wrong about it.</summary>
public class SecretHintTests
{
    public static TheoryData<string> Files => [.. ServiceFiles.Own("")];

    [Theory, MemberData(nameof(Files))]
    public void A_file_in_which_a_secret_is_found_may_hold_some(string file) =>
        HoldsNoOtherSecrets(ServiceReader.Read(ServiceFiles.Read(file)));

    [Fact]
    public void So_does_every_service_of_the_rule_book()
    {
        foreach (var judged in RuleBook.AllCases())
        {
            if (judged.Service is { } service)
                HoldsNoOtherSecrets(ServiceReader.Read(ServiceWriter.Write(service)));
        }
    }

    [Fact]
    public void What_is_a_secret_whatever_it_looks_like_is_one() => Assert.All(
        from type in FeatureCatalog.Types
        from setting in type.Settings
        where setting is StringSetting { Secret: not null, InJson: true }
        select ServiceWriter.Write(FeatureCatalog.CreateService([Feature.Of(type, setting, "a")])),
        static json => Assert.True(ServiceReader.Read(json).MayHoldSecrets, json));

    [Theory]
    [InlineData("""{"metadata":{"name":"iris","instance":1,"eas.termination_grace_period":30}}""", false)]
    [InlineData("""{"containers":[{"image":"a/b:1","port":8000,"env":[{"name":"MODEL","value":"/models/a"}]}]}""", false)]
    [InlineData("""{"containers":[{"env":[{"name":"JWT","value":"a"}]}]}""", true)]
    [InlineData("""{"containers":[{"env":[{"name":"DB_PASSWORD","value":"a"}]}]}""", true)]
    [InlineData("""{"unknown":{"name":"login","text":"a"}}""", true)]
    [InlineData("""{"unknown":{"pat":"a"}}""", true)]
    [InlineData("""{"unknown":{"pattern":"a"}}""", false)]
    [InlineData("""{"unknown.key":"a"}""", true)]
    [InlineData("""{"containers":[{"command":"./a","args":["-u","root:x@y"]}]}""", true)]
    public void It_is_told_by_keys_names_and_texts(string json, bool mayHold) =>
        Assert.Equal(mayHold, ServiceReader.Read(json).MayHoldSecrets);

    [Theory]
    [InlineData("""{"containers":[{"env":[{"name":"DB_PASSWORD","value":["s3cret-value"]}]}]}""")]
    [InlineData("""{"containers":[{"env":[{"name":"DB_PASSWORD","value":12345678}]}]}""")]
    [InlineData("""{"containers":[{"env":[{"value":"s3cret-value","name":null,"key":"DB_PASSWORD"}]}]}""")]
    [InlineData("""{"containers":[{"env":[{"name":"A","value":"b"},{"name":"A","name":"DB_PASSWORD","value":"s3cret-value"}]}]}""")]
    [InlineData("""{"containers":[{"env":{"DB_PASSWORD":"s3cret-value"}}]}""")]
    [InlineData("""{"metadata":{"annotations":{"a/b":{"c~d":{"password":"s3cret-value"}}}}}""")]
    [InlineData("""{"metadata":{"rpc.token":"s3cret-value"}}""")]
    [InlineData("""{"unknown":[["--password","s3cret-value"]]}""")]
    [InlineData("""{"unknown":{"login":["root","s3cret-value"]}}""")]
    [InlineData("""{"containers":[{"command":["./a","-u","root:s3cret-value@host"]}]}""")]
    [InlineData("""{"dockerAuth":"cm9vdDpzM2NyZXQtdmFsdWU="}""")]
    [InlineData("""{"containers":[{"script":"export A=1; mysql -ps3cret-value"}]}""")]
    public void Odd_places_are_looked_at_too(string json)
    {
        HoldsNoOtherSecrets(ServiceReader.Read(json));

        Assert.True(ServiceReader.Read(json).MayHoldSecrets, json);
    }

    private static void HoldsNoOtherSecrets(ReadService read)
    {
        var service = new Inspection(read.Service, read.Placed, static () => FeatureCatalog.Schema);

        Assert.True(read.MayHoldSecrets || FoundSecret.In(service).Count == 0, ServiceWriter.Write(read.Service));
    }
}
