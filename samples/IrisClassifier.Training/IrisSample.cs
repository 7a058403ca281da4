namespace Iris.Training;

/// <summary>A flower whose species a botanist has told.</summary>
public sealed record IrisSample(IrisMeasurement Measurement, string Species);
