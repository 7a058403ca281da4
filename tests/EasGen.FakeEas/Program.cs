using System.Globalization;
using EasGen.FakeEas;

await using var eas = await FakeEas.StartAsync(port: args is ["--port", var text] ? int.Parse(text, CultureInfo.InvariantCulture) : 7070);
Console.WriteLine($"""
    A PAI-EAS that is none listens on {eas.Address}. In another terminal:

      export ALIBABA_CLOUD_ACCESS_KEY_ID={FakeEas.AccessKeyId} ALIBABA_CLOUD_ACCESS_KEY_SECRET={FakeEas.AccessKeySecret}

    Ctrl+C ends it.
    """);
await eas.WaitAsync();
