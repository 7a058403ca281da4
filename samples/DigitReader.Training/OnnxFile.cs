using Digits.Training.Onnx;
using Google.Protobuf;
using MathNet.Numerics.LinearAlgebra;
using DataType = Digits.Training.Onnx.TensorProto.Types.DataType;

namespace Digits.Training;

/// <summary>Writes a network in the format that ONNX Runtime reads.</summary>
public static class OnnxFile
{
    /// <summary>Writes <c>digits.onnx</c> in <paramref name="folder"/>.</summary>
    public static void Save(this DigitNetwork network, string folder)
    {
        Directory.CreateDirectory(folder);
        File.WriteAllBytes(Path.Combine(folder, DigitModel.FileName), ToModel(network).ToByteArray());
    }

    /// <summary>Bytes in, probabilities out, for any number of images at once.</summary>
    private static ModelProto ToModel(DigitNetwork network) => new()
    {
        IrVersion = 7,
        OpsetImport = { new OperatorSetIdProto { Version = 13 } },
        ProducerName = typeof(OnnxFile).Namespace,
        Graph = new GraphProto
        {
            Name = "digits",
            Input = { Tensor(DigitModel.Input, DataType.Uint8, DigitImage.Side, DigitImage.Side) },
            Node =
            {
                Node("DequantizeLinear", [DigitModel.Input, "grey_step"], "greys"),
                Node("Flatten", ["greys"], "pixels"),
                Node("Gemm", ["pixels", "hidden_weights", "hidden_bias"], "hidden_sums"),
                Node("Relu", ["hidden_sums"], "units"),
                Node("Gemm", ["units", "output_weights", "output_bias"], "output_sums"),
                Node("Softmax", ["output_sums"], DigitModel.Output),
            },
            Output = { Tensor(DigitModel.Output, DataType.Float, network.Output.ColumnCount) },
            Initializer = { Constant("grey_step", [], [1 / 255f]), Layer("hidden", network.Hidden), Layer("output", network.Output) },
        },
    };

    private static NodeProto Node(string op, string[] inputs, string output) =>
        new() { OpType = op, Input = { inputs }, Output = { output } };

    private static ValueInfoProto Tensor(string name, DataType type, params int[] shape)
    {
        var dimensions = shape.Select(length => new TensorShapeProto.Types.Dimension { DimValue = length });
        return new()
        {
            Name = name,
            Type = new()
            {
                TensorType = new()
                {
                    ElemType = type,
                    Shape = new() { Dim = { new TensorShapeProto.Types.Dimension { DimParam = "images" }, dimensions } },
                },
            },
        };
    }

    private static IEnumerable<TensorProto> Layer(string name, Matrix<double> layer)
    {
        var weights = layer.RemoveRow(layer.RowCount - 1);
        yield return Constant($"{name}_weights", [weights.RowCount, weights.ColumnCount], weights.ToRowMajorArray().Select(Rounded));
        yield return Constant($"{name}_bias", [layer.ColumnCount], layer.Row(layer.RowCount - 1).Select(Rounded));
    }

    private static TensorProto Constant(string name, int[] shape, IEnumerable<float> values) => new()
    {
        Name = name,
        DataType = DataType.Float,
        Dims = { shape.Select(length => (long)length) },
        FloatData = { values },
    };

    // The last digits of exp differ between processors, and training carries that on; four decimals are the same on all of them.
    private static float Rounded(double value) => (float)Math.Round(value, 4);
}
