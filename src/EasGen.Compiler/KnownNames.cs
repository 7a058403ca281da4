using EasGen.Core.Catalog;

namespace EasGen.Compiler;

/// <summary>The names of the types that the compiler part looks for in user code.</summary>
internal static class KnownNames
{
    public const string Namespace = "EasGen";
    public const string Attributes = "EasGen.Attributes";
    public const string EasService = "EasService" + FeatureCatalog.ClassSuffix;
    public const string EasServiceAttribute = $"{Namespace}.{EasService}";
    public const string Predict = "Predict" + FeatureCatalog.ClassSuffix;
    public const string PredictorStartup = "PredictorStartup" + FeatureCatalog.ClassSuffix;
    public const string Runtime = "EasGen.AspNetCore";
    public const string Chat = "EasGen.AspNetCore.Chat";
    public const string Abstractions = "Microsoft.Extensions.AI.Abstractions";
    public const string ServiceInterface = "EasGen.AspNetCore.IEasService`1";
    public const string BatchItemResult = "BatchItemResult";
    public const string HealthCheckResult = "Microsoft.Extensions.Diagnostics.HealthChecks.HealthCheckResult";

    /// <summary>The property of MSBuild with which a project asks for clients.</summary>
    public const string ClientProperty = "EasGenClient";

    /// <summary>The nested class with the constants.</summary>
    public const string Constants = "Eas";
}
