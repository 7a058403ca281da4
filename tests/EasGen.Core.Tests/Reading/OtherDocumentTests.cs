using EasGen.Core.Catalog;
using EasGen.Core.Checking;
using EasGen.Core.Files;

namespace EasGen.Core.Tests;

/// <summary>A document that is no service is one finding, which says what it is and where the service stands in it.</summary>
public class OtherDocumentTests
{
    private const string Config = """{"metadata": {"name": "iris"}, "containers": [{"image": "acme/iris:1"}]}""";

    public static TheoryData<string, string, string> Documents => new()
    {
        // ROS: the service as an object, as a text, made by a function, and not there.
        {
            """
            {"ROSTemplateFormatVersion": "2015-09-01",
             "Resources": {"Iris": {"Type": "ALIYUN::PAI::Service", "Properties": {"ServiceConfig": @object}}}}
            """,
            "a ROS template",
            "'Resources.Iris.Properties.ServiceConfig'"
        },
        {
            """
            {"Description": "x",
             "Resources": {"Net": {"Type": "ALIYUN::ECS::VPC"}, "Iris": {"Properties": {"ServiceConfig": @text}}},
             "ROSTemplateFormatVersion": "2015-09-01"}
            """,
            "a ROS template",
            "'Resources.Iris.Properties.ServiceConfig'"
        },
        {
            """{"ROSTemplateFormatVersion": "2015-09-01", "Resources": {"Iris": {"Properties": {"ServiceConfig": {"Fn::Sub": "{}"}}}}}""",
            "a ROS template",
            "'Resources.Iris.Properties.ServiceConfig'"
        },
        { """{"ROSTemplateFormatVersion": "2015-09-01"}""", "a ROS template", "Properties.ServiceConfig of the resource" },
        {
            """{"ROSTemplateFormatVersion": "2015-09-01", "Resources": [1], "metadata": {}}""",
            "a ROS template",
            "Properties.ServiceConfig of the resource"
        },

        // Terraform in JSON, with and without the blocks around the resource, and its state.
        {
            """{"resource": {"alicloud_pai_service": {"iris": {"service_config": @text}}}}""",
            "a Terraform configuration",
            "'resource.alicloud_pai_service.iris.service_config'"
        },
        {
            """
            {"terraform": {"required_version": "1"},
             "resource": [{"alicloud_vpc": {}}, {"alicloud_pai_service": {"iris": {"service_config": @text}}}]}
            """,
            "a Terraform configuration",
            "'resource[1].alicloud_pai_service.iris.service_config'"
        },
        {
            """{"resource": [{"alicloud_vpc": {}}, {"alicloud_pai_service": {"iris": {"service_config": @text}}}]}""",
            "a Terraform configuration",
            "'resource[1].alicloud_pai_service.iris.service_config'"
        },
        {
            """{"provider": {"alicloud": {}}, "resource": {"alicloud_vpc": {}}}""",
            "a Terraform configuration",
            "service_config of the resource"
        },
        {
            """
            {"version": 4, "terraform_version": "1.9.0",
             "resources": [{"type": "alicloud_pai_service", "instances": [{"attributes": {"service_config": @text}}]}]}
            """,
            "a Terraform state",
            "'resources[0].instances[0].attributes.service_config'"
        },

        // Answers of the API: to one question, to a list, to a failure.
        { """{"RequestId": "1", "ServiceName": "iris", "ServiceConfig": @text}""", "an API response", "'ServiceConfig'" },
        {
            """{"RequestId": "1", "TotalCount": 1, "Services": [{"ServiceName": "iris", "ServiceConfig": @text}]}""",
            "an API response",
            "'Services[0].ServiceConfig'"
        },
        {
            """{"RequestId": "1", "ServiceId": "eas-m-1", "Region": "cn-shanghai"}""",
            "an API response without the service",
            "DescribeService"
        },
        {
            """{"RequestId": "1", "Code": "InvalidService.NotFound", "Message": "x"}""",
            "an API response without the service",
            "DescribeService"
        },

        { "[@object]", "a list of 1 service", "its own file" },
        { "[@object, @object]", "a list of 2 services", "its own file" },

        { """{"iris": {"metadata": {"instance": 1}}}""", "an environment file", "eas/<environment>" },

        // What other programs read.
        {
            """{"apiVersion": "apps/v1", "kind": "Deployment", "metadata": {"name": "iris"}, "spec": {"containers": [{"image": "a:1"}]}}""",
            "a Kubernetes manifest (Deployment)",
            "not a service"
        },
        {
            """{"services": {"iris": {"image": "acme/iris:1", "ports": ["8000:8000"]}, "db": {"build": "."}}}""",
            "a configuration of Docker Compose",
            "not a service"
        },
        { """{"services": {"db": {"build": "."}}}""", "a configuration of Docker Compose", "not a service" },
        { """{"services": {"db": {"build": ".", "image": "db:1"}}}""", "a configuration of Docker Compose", "not a service" },
        { """{"name": "iris", "version": "1.0.0", "scripts": {"start": "node ."}}""", "a package.json", "not a service" },
        { """{"name": "iris", "version": "1.0.0", "dependencies": {"a": "1"}}""", "a package.json", "not a service" },
        { """{"name": "iris", "version": "1.0.0", "devDependencies": {"a": "1"}}""", "a package.json", "not a service" },
        { """{"Logging": {"LogLevel": {"Default": "Information"}}, "AllowedHosts": "*"}""", "an appsettings.json", "not a service" },
        { """{"Kestrel": {"Endpoints": {}}}""", "an appsettings.json", "not a service" },
        { """{"ConnectionStrings": {"db": "Server=h"}}""", "an appsettings.json", "not a service" },
    };

    [Theory, MemberData(nameof(Documents))]
    public void Is_one_finding(string json, string what, string where)
    {
        var document = json
            .Replace("@object", Config, StringComparison.Ordinal)
            .Replace("@text", JsonText.Quote(Config), StringComparison.Ordinal);

        var finding = Assert.Single(ServiceReader.Read(document).AllFindings());

        Assert.Equal((GeneralRules.EAS0002_ValueHasType, ""), (finding.Rule, finding.Pointer));
        Assert.StartsWith($"This is {what}", finding.Message.ToString(), StringComparison.Ordinal);
        Assert.Contains(where, finding.Message.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ROSTemplateFormatVersion: '2015-09-01'\nResources:\n  Iris:\n    Type: ALIYUN::PAI::Service\n", "a ROS template in YAML")]
    [InlineData("# x\r\nDescription: x\r\nROSTemplateFormatVersion: '2015-09-01'\r\n", "a ROS template in YAML")]
    [InlineData("resource \"alicloud_pai_service\" \"iris\" {\n  service_config = jsonencode({})\n}\n", "a Terraform configuration")]
    [InlineData("apiVersion: v1\nkind: Pod\nmetadata:\n  name: iris\n", "a Kubernetes manifest in YAML")]
    public void So_is_a_text_that_is_no_JSON(string text, string what)
    {
        var finding = Assert.Single(ServiceReader.Read(text).AllFindings());

        Assert.Equal(GeneralRules.EAS0001_JsonIsWellFormed, finding.Rule);
        Assert.StartsWith($"This is {what}", finding.Message.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"metadata": {"name": "iris"}, "ServiceConfig": "{}"}""")]
    [InlineData("""{"name": "iris", "processor": "pmml", "RequestId": "1"}""")]
    [InlineData("""{"name": "iris", "version": "1", "dependencies": {}, "containers": []}""")]
    [InlineData("""{"metadata": {"name": "iris"}, "kind": "Pod"}""")]
    [InlineData("""{"metadata": {"name": "iris"}, "resource": "eas-r-1"}""")]
    [InlineData("""{"resource": "eas-r-1"}""")]
    [InlineData("""{"services": {}}""")]
    [InlineData("""{"services": {"a": {"x": 1}}}""")]
    [InlineData("""{"name": "iris", "version": "1.0.0"}""")]
    [InlineData("""{"resource": {"alicloud_vpc": {}}}""")]
    [InlineData("""{"name": "iris", "version": "1.0.0", "dependencies": []}""")]
    [InlineData("[{}, 1]")]
    [InlineData("[1]")]
    [InlineData("[]")]
    public void What_may_be_a_service_is_judged_as_one(string json) => Assert.DoesNotContain(
        ServiceReader.Read(json).AllFindings(),
        static finding => finding.Message.ToString().StartsWith("This is a", StringComparison.Ordinal));

    [Fact]
    public void Its_secrets_are_not_shown()
    {
        const string json = """{"RequestId": "1", "AccessToken": "MARK1", "ServiceConfig": "{\"token\": \"MARK2\", \"metadata\": {}}"}""";
        var read = ServiceReader.Read(json);

        var line = new FileSpans(System.Text.Encoding.UTF8.GetBytes(json), read).Find("").Text;

        Assert.DoesNotContain("MARK", line, StringComparison.Ordinal);
    }
}
