using System.Runtime.InteropServices;
using Microsoft.ML.OnnxRuntime;
using Microsoft.ML.OnnxRuntime.Tensors;

namespace Digits;

/// <summary>The network in <c>digits.onnx</c>, run by ONNX Runtime. Many requests can share one.</summary>
public sealed class DigitModel : IDisposable
{
    public const string FileName = "digits.onnx";

    /// <summary>The input: one byte for each pixel, so that what prepares them for the network is a part of the model.</summary>
    public const string Input = "image";

    /// <summary>The output: a probability for each digit.</summary>
    public const string Output = "scores";

    private readonly RunOptions options = new();
    private readonly InferenceSession session;

    private DigitModel(InferenceSession session) => this.session = session;

    /// <summary>Reads <c>digits.onnx</c> in <paramref name="folder"/>.</summary>
    /// <param name="folder">Where the file is.</param>
    /// <param name="threads">How many threads work on one image: 1 is the caller's own.</param>
    /// <exception cref="FileNotFoundException">The folder has no such file.</exception>
    /// <exception cref="InvalidDataException">The file does not hold a model of digits; the message says why.</exception>
    public static DigitModel Load(string folder, int threads = 1)
    {
        var path = Path.Combine(folder, FileName);
        if (!File.Exists(path))
            throw new FileNotFoundException($"{path}: there is no such file. Is the folder mounted, and the model trained?", path);

        var session = Open(path, threads);
        if (FindProblem(session) is not { } problem)
            return new DigitModel(session);

        session.Dispose();
        throw new InvalidDataException($"{path}: {problem}.");
    }

    public DigitReading Read(DigitImage image)
    {
        ArgumentNullException.ThrowIfNull(image);

        // The tensor is the image's own memory, which ONNX Runtime only reads.
        using var pixels = OrtValue.CreateTensorValueFromMemory(
            OrtMemoryInfo.DefaultInstance, MemoryMarshal.AsMemory(image.Pixels), [1, DigitImage.Side, DigitImage.Side]);
        using var outputs = session.Run(options, [Input], [pixels], [Output]);

        var scores = outputs[0].GetTensorDataAsSpan<float>().ToArray();
        var confidence = scores.Max();
        return new DigitReading(Array.IndexOf(scores, confidence), confidence, scores);
    }

    public void Dispose()
    {
        session.Dispose();
        options.Dispose();
    }

    private static InferenceSession Open(string path, int threads)
    {
        using var options = new SessionOptions { IntraOpNumThreads = threads };

        // The native package decides: Microsoft.ML.OnnxRuntime.Gpu has CUDA, Microsoft.ML.OnnxRuntime has not.
        if (OrtEnv.Instance().GetAvailableProviders().Contains("CUDAExecutionProvider"))
            options.AppendExecutionProvider_CUDA();

        try
        {
            return new InferenceSession(path, options);
        }
        catch (OnnxRuntimeException e)
        {
            throw new InvalidDataException($"{path}: {e.Message}", e);
        }
    }

    /// <summary>The first thing that is wrong with the model, or null. A dimension of -1 is the number of images.</summary>
    private static string? FindProblem(InferenceSession session) =>
        Differs(session.InputMetadata, Input, TensorElementType.UInt8, [-1, DigitImage.Side, DigitImage.Side])
        ?? Differs(session.OutputMetadata, Output, TensorElementType.Float, [-1, 10]);

    private static string? Differs(IReadOnlyDictionary<string, NodeMetadata> has, string name, TensorElementType type, int[] shape) =>
        has.TryGetValue(name, out var tensor) && tensor.ElementDataType == type && tensor.Dimensions.SequenceEqual(shape)
            ? null
            : $"the model must have {name}: {Tensor(type, shape)}, but has "
                + string.Join(", ", has.Select(other => $"{other.Key}: {Tensor(other.Value.ElementDataType, other.Value.Dimensions)}"));

    private static string Tensor(TensorElementType type, int[] shape) => $"{type}[{string.Join(", ", shape)}]";
}
