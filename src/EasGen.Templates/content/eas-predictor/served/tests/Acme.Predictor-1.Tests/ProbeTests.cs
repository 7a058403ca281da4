using System.Net;
using EasGen;

namespace Acme.Predictor_1.Tests;

/// <summary>What EAS asks before it sends requests.</summary>
public class ProbeTests
{
    [Theory]
    [InlineData(AcmePredictor.Eas.StartupPath)]
    [InlineData(AcmePredictor.Eas.ReadinessPath)]
    [InlineData(AcmePredictor.Eas.LivenessPath)]
    public async Task The_loaded_service_is_well(string path)
    {
        using var service = new EasServiceFactory<AcmePredictor>();
        using var client = service.CreateClient();

        using var answer = await client.GetAsync(new Uri(path, UriKind.Relative));

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }
}
