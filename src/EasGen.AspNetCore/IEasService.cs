namespace EasGen.AspNetCore;

/// <summary>
/// What the source generator tells the runtime about a class with an <c>[EasService]</c> attribute. The generator implements it
/// on the annotated class, so that <c>AddEasService</c> and <c>MapEasService</c> need neither reflection nor a second copy of the numbers.
/// </summary>
/// <typeparam name="TSelf">The annotated class itself.</typeparam>
public interface IEasService<TSelf>
    where TSelf : class, IEasService<TSelf>
{
    /// <summary>
    /// Describes the service, and names the load method, the probes and the predict methods of the class. Called once, by
    /// <c>AddEasService</c>.
    /// </summary>
    /// <param name="service">Takes the declarations.</param>
    static abstract void Configure(EasServiceBuilder<TSelf> service);
}
