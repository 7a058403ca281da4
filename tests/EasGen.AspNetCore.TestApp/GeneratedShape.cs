// The half of IrisClassifier that EasGen's source generator has to emit, written by hand: this file is the contract between
// the generator and EasGen.AspNetCore. A change here is a change of the generator, and the other way round.
#nullable enable

namespace Acme;

public partial class IrisClassifier : global::EasGen.AspNetCore.IEasService<IrisClassifier>
{
    /// <summary>The values of the service JSON, for clients and tests.</summary>
    public static class Eas
    {
        /// <summary><c>metadata.name</c></summary>
        public const string Name = "iris_classifier";

        /// <summary><c>containers[0].port</c></summary>
        public const int Port = 8000;

        /// <summary><c>containers[0].startup_check.http_get.path</c></summary>
        public const string StartupPath = "/healthz/startup";

        /// <summary><c>containers[0].health_check.http_get.path</c></summary>
        public const string ReadinessPath = "/healthz/ready";

        /// <summary><c>containers[0].liveness_check.http_get.path</c></summary>
        public const string LivenessPath = "/healthz/live";

        /// <summary><c>metadata.rpc.keepalive</c>, in milliseconds</summary>
        public const int RequestTimeoutMilliseconds = 10000;

        /// <summary><c>metadata."eas.termination_grace_period"</c>, in seconds</summary>
        public const int GracePeriodSeconds = 20;

        /// <summary>Seconds after SIGTERM in which requests are still accepted.</summary>
        public const int DrainSeconds = 2;
    }

    static void global::EasGen.AspNetCore.IEasService<IrisClassifier>.Configure(
        global::EasGen.AspNetCore.EasServiceBuilder<IrisClassifier> service)
    {
        // Port, RequestTimeoutMilliseconds, GracePeriodSeconds and DrainSeconds only if set; Grpc = true only if metadata.enable_grpc is.
        service.Describe(new()
        {
            Name = Eas.Name,
            Port = Eas.Port,
            RequestTimeoutMilliseconds = Eas.RequestTimeoutMilliseconds,
            GracePeriodSeconds = Eas.GracePeriodSeconds,
            DrainSeconds = Eas.DrainSeconds,
        });

        // [PredictorStartup]: a Task becomes a ValueTask; the token only if the method takes one; exitOnFailure: true if it says so.
        service.Startup(static (predictor, cancellationToken) => new(predictor.LoadAsync(cancellationToken)));

        // A probe without a method has no Check. A method: bool, HealthCheckResult, or Task or ValueTask of either.
        service.StartupProbe(Eas.StartupPath, timeoutSeconds: 3);
        service.ReadinessProbe(Eas.ReadinessPath, timeoutSeconds: 3).Check(
            static (predictor, cancellationToken) => predictor.IsReady());
        service.LivenessProbe(Eas.LivenessPath, timeoutSeconds: 3).Check(
            static (predictor, cancellationToken) => global::Acme.IrisClassifier.IsAlive());

        // [Predict]: TResponse, Task<TResponse> or ValueTask<TResponse>; the type arguments are always written. The options have the
        // name of the method, and of its doc comment and its limits what there is.
        service.Predict<global::Acme.IrisMeasurement, global::Acme.IrisSpecies>(
            "/", static (predictor, request, cancellationToken) => predictor.Classify(request), new()
            {
                OperationId = "Classify",
            });
        service.PredictAsync<global::Acme.LateMeasurement, global::Acme.IrisSpecies>(
            "/later", static (predictor, request, cancellationToken) => new(predictor.ClassifyLater(request, cancellationToken)), new()
            {
                OperationId = "ClassifyLater",
                Summary = "Takes its time.",
            });

        // [Predict] with MaxBatchSize: lists of requests and of answers, or of BatchItemResult<TAnswer>; the type arguments are those of
        // one caller. A task of any list is awaited: static async (predictor, batch, cancellationToken) => await ….
        service.PredictBatch<global::Acme.IrisMeasurement, global::Acme.IrisSpecies>(
            "/batch", static (predictor, batch, cancellationToken) => predictor.ClassifyAll(batch), new()
            {
                OperationId = "ClassifyAll",
                MaxBatchSize = 4,
            });

        // [Predict] with IAsyncEnumerable<TItem>, Task<IAsyncEnumerable<TItem>> or ValueTask<IAsyncEnumerable<TItem>>.
        service.PredictStream<global::Acme.LateMeasurement, global::Acme.IrisSpecies>(
            "/stream", static (predictor, request, cancellationToken) => new(predictor.ClassifyTwice(request, cancellationToken)), new()
            {
                OperationId = "ClassifyTwice",
            });
    }
}
