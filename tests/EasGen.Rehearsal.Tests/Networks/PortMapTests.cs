using EasGen.Rehearsal.Networks;

namespace EasGen.Rehearsal.Tests.Networks;

/// <summary>Where a number is the port, and where it is another number.</summary>
public class PortMapTests
{
    private readonly PortMap ports = new([8000, 9115, 8080]);

    [Theory]
    [InlineData("--port 8000", "--port {0}")]
    [InlineData("--port=8000", "--port={0}")]
    [InlineData("-p 8000", "-p {0}")]
    [InlineData("--urls http://0.0.0.0:8000", "--urls http://0.0.0.0:{0}")]
    [InlineData("--bind 0.0.0.0:8000 --tokens 8000", "--bind 0.0.0.0:{0} --tokens 8000")]
    [InlineData("--max-tokens 8000", "--max-tokens 8000")]
    [InlineData("--port 80000", "--port 80000")]
    [InlineData("--report-every 8000", "--report-every 8000")]
    [InlineData("--backend http://models:8000", "--backend http://models:8000")]
    [InlineData("--server-port 8000", "--server-port {0}")]
    [InlineData("serve model-8000", "serve model-8000")]
    public void In_a_start_line(string line, string expected) => Assert.Equal(Filled(expected), ports.In(line));

    [Theory]
    [InlineData("ASPNETCORE_HTTP_PORTS", "8000", "{0}")]
    [InlineData("ASPNETCORE_URLS", "http://+:8000", "http://+:{0}")]
    [InlineData("UVICORN_PORT", "8000", "{0}")]
    [InlineData("MAX_TOKENS", "8000", "8000")]
    [InlineData("BACKEND", "localhost:8000", "localhost:{0}")]
    [InlineData("BACKEND", "http://models:8000", "http://models:8000")]
    [InlineData("HTTP_PROXY", "http://proxy.corp:8080", "http://proxy.corp:8080")]
    [InlineData("ADDR", ":8000", ":{0}")]
    public void In_a_variable(string name, string value, string expected) => Assert.Equal(Filled(expected), ports.In($"{name}=", value));

    [Theory]
    [InlineData("--port ", "8000", "{0}")]
    [InlineData("--tokens ", "8000", "8000")]
    [InlineData("--urls http://0.0.0.0:8000 ", "--verbose", "--verbose")]
    public void Behind_an_option(string before, string value, string expected) => Assert.Equal(Filled(expected), ports.In(before, value));

    [Fact]
    public void Back_again()
    {
        Assert.Equal(8000, ports.InContainer(ports.Here(8000)));
        Assert.Equal(8080, ports.InContainer(ports.Here(8080)));
        Assert.Equal(1234, ports.InContainer(1234));
    }

    private string Filled(string text) =>
        text.Replace("{0}", ports.Here(8000).ToString(System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal);
}
