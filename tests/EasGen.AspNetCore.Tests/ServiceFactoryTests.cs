using System.Net;
using System.Net.Http.Json;
using Acme;
using EasGen.AspNetCore.Tests.Kit;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging.Abstractions;

namespace EasGen.AspNetCore.Tests;

public class ServiceFactoryTests
{
    [Fact]
    public async Task Two_lines_run_the_app_of_a_service_in_memory()
    {
        using var service = new EasServiceFactory<IrisClassifier>();
        using var client = service.CreateClient();

        using var answer = await client.PostAsJsonAsync("/", new { petalLength = 1.4, petalWidth = 0.2 });

        Assert.Equal("setosa", (await answer.Json()).Text("name"));
    }

    [Theory]
    [InlineData(IrisClassifier.Eas.StartupPath)]
    [InlineData(IrisClassifier.Eas.ReadinessPath)]
    [InlineData(IrisClassifier.Eas.LivenessPath)]
    public async Task All_probes_are_green_from_the_first_request_on(string path)
    {
        using var service = new EasServiceFactory<IrisClassifier>();
        using var client = service.CreateClient();

        Assert.Equal(HttpStatusCode.OK, (await client.Probe(path)).Code);
    }

    [Fact]
    public void The_predictor_is_at_hand()
    {
        using var service = new EasServiceFactory<IrisClassifier>();

        Assert.Equal("versicolor", service.Predictor.Classify(new(PetalLength: 4, PetalWidth: 1)).Name);
    }

    [Fact]
    public void The_environment_is_that_of_EAS()
    {
        using var service = new EasServiceFactory<IrisClassifier>();

        Assert.Equal(Environments.Production, service.Services.GetRequiredService<IHostEnvironment>().EnvironmentName);
    }

    [Fact]
    public async Task A_test_may_replace_what_the_app_registers()
    {
        using var service = new EasServiceFactory<IrisClassifier>();
        using var other = service.WithWebHostBuilder(static web => web.ConfigureTestServices(static services =>
            services.AddSingleton(static _ => new IrisClassifier(NullLogger<IrisClassifier>.Instance))));
        using var client = other.CreateClient();

        Assert.Equal(HttpStatusCode.OK, (await client.Probe(IrisClassifier.Eas.ReadinessPath)).Code);
        Assert.NotNull(other.Services.GetRequiredService<IrisClassifier>());
    }

    [Fact]
    public void A_predictor_that_cannot_be_loaded_is_an_error_with_its_reason()
    {
        using var service = new Broken();

        var error = Assert.Throws<InvalidOperationException>(() => service.CreateClient());

        Assert.Equal("IrisClassifier could not be loaded: no weights", error.Message);
        Assert.IsType<FileNotFoundException>(error.InnerException);
    }

    [Fact]
    public async Task Who_does_not_wait_sees_the_service_as_EAS_does()
    {
        using var service = new Broken { LoadTimeout = TimeSpan.Zero };
        using var client = service.CreateClient();

        var (code, body) = await client.Probe(IrisClassifier.Eas.StartupPath);

        Assert.Equal(HttpStatusCode.ServiceUnavailable, code);
        Assert.Matches("^(is loading|could not be loaded: FileNotFoundException: no weights)$", body.Text("description"));
        Assert.Throws<InvalidOperationException>(() => service.Predictor);
    }

    [Fact]
    public void A_load_that_never_ends_is_given_up()
    {
        using var service = new EasServiceFactory<IrisClassifier> { LoadTimeout = TimeSpan.FromMilliseconds(50) };
        using var never = service.WithWebHostBuilder(static web => web.ConfigureTestServices(static services =>
            services.AddSingleton<IrisClassifier>(static _ => throw Late())));

        var error = Assert.Throws<TimeoutException>(() => never.CreateClient());

        Assert.StartsWith("IrisClassifier is still loading after 0.1 s", error.Message, StringComparison.Ordinal);

        static FileNotFoundException Late()
        {
            Thread.Sleep(1000);
            return new("no weights");
        }
    }

    [Fact]
    public void A_program_that_runs_another_service_is_named()
    {
        using var service = new EasServiceFactory<PatientClassifier>();

        var error = Assert.Throws<InvalidOperationException>(() => service.CreateClient());

        Assert.Equal(
            "The program of EasGen.AspNetCore.TestApp runs another service: it does not call builder.AddEasService<PatientClassifier>().",
            error.Message);
    }

    private sealed class Broken : EasServiceFactory<IrisClassifier>
    {
        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            base.ConfigureWebHost(builder);
            builder.ConfigureTestServices(static services =>
                services.AddSingleton<IrisClassifier>(static _ => throw new FileNotFoundException("no weights")));
        }
    }
}
