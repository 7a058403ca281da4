using Digits.Training.Onnx;
using Google.Protobuf;

namespace Digits.Tests;

public sealed class ModelFileTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void The_committed_file_is_small() =>
        Assert.InRange(new FileInfo(Committed.ModelFile).Length, 1, 128 * 1024);

    [Fact]
    public void A_missing_file_is_named()
    {
        var e = Assert.Throws<FileNotFoundException>(() => DigitModel.Load(folder.Path));

        Assert.StartsWith($"{folder.File(DigitModel.FileName)}: there is no such file.", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_no_model_is_refused_by_the_name_of_the_file()
    {
        var good = File.ReadAllBytes(Committed.ModelFile);

        Assert.All((byte[][])[[], [.. "no model"u8], good[..^1], good[..1000]], bytes => ErrorFor(bytes));
    }

    [Fact]
    public void A_model_of_something_else_says_what_is_missed_and_what_is_there()
    {
        var input = Changed(graph => (graph.Input[0].Name, graph.Node[0].Input[0]) = ("picture", "picture"));
        var output = Changed(graph => (graph.Output[0].Name, graph.Node[^1].Output[0]) = ("probabilities", "probabilities"));

        Assert.EndsWith(
            "the model must have image: UInt8[-1, 28, 28], but has picture: UInt8[-1, 28, 28].",
            ErrorFor(input),
            StringComparison.Ordinal);
        Assert.EndsWith(
            "the model must have scores: Float[-1, 10], but has probabilities: Float[-1, 10].",
            ErrorFor(output),
            StringComparison.Ordinal);
    }

    private static byte[] Changed(Action<GraphProto> change)
    {
        var model = ModelProto.Parser.ParseFrom(File.ReadAllBytes(Committed.ModelFile));
        change(model.Graph);
        return model.ToByteArray();
    }

    private string ErrorFor(byte[] bytes)
    {
        var path = folder.File(DigitModel.FileName);
        File.WriteAllBytes(path, bytes);

        var message = Assert.Throws<InvalidDataException>(() => DigitModel.Load(folder.Path)).Message;
        Assert.StartsWith($"{path}: ", message, StringComparison.Ordinal);
        return message;
    }
}
