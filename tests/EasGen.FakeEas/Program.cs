using EasGen.FakeEas;

var said = new ConfigurationBuilder().AddCommandLine(args).Build();
await using var eas = await FakeEas.StartAsync(said.GetValue("port", 7070));
foreach (var ailment in said.GetSection("ailment").GetChildren())
{
    if (Enum.TryParse<Ailment>(ailment.Value, ignoreCase: true, out var known))
        eas.Cloud.Afflict(ailment.Key, known);
    else
        Console.WriteLine($"'{ailment.Value}' is not an ailment; there are {string.Join(", ", Enum.GetNames<Ailment>())}");
}
Console.WriteLine($"""
    A PAI-EAS that is none listens on {eas.Address}. In another terminal:

      export ALIBABA_CLOUD_ACCESS_KEY_ID={FakeEas.AccessKeyId} ALIBABA_CLOUD_ACCESS_KEY_SECRET={FakeEas.AccessKeySecret}

    Ctrl+C ends it.
    """);
await eas.WaitAsync();
