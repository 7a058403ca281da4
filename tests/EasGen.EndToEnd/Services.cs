namespace EasGen.EndToEnd;

/// <summary>Classes that describe services, as users write them. They build with C# 7.3 too.</summary>
internal static class Services
{
    /// <summary>A service without a fault, which is <see cref="IrisJson"/>.</summary>
    public static readonly string Iris = Class("IrisClassifier", "iris_classifier");

    public const string IrisJson = """
        {
          "metadata": {
            "name": "iris_classifier",
            "instance": 2
          },
          "cloud": {
            "computing": {
              "instances": [
                {
                  "type": "ecs.c7.large"
                }
              ]
            }
          },
          "containers": [
            {
              "image": "registry-vpc.cn-shanghai.aliyuncs.com/acme/iris:1.4",
              "port": 8000,
              "command": "dotnet Iris.dll"
            }
          ]
        }

        """;

    public static string Class(string name, string service, string port = "8000", string attributes = "") => $$"""
        namespace Acme
        {
            using EasGen;

            /// <summary>A service.</summary>
            [EasService("{{service}}", Instances = 2)]
            [Container("registry-vpc.cn-shanghai.aliyuncs.com/acme/iris:1.4", Port = {{port}}, Command = "dotnet Iris.dll")]
            [InstanceType("ecs.c7.large")]
            {{attributes}}
            public sealed partial class {{name}}
            {
            }
        }

        """;
}
