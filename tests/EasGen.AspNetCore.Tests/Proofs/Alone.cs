namespace EasGen.AspNetCore.Tests.Proofs;

/// <summary>Proofs under load have the machine to themselves: they run when the other tests are over, one after the other.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class Alone
{
    public const string Name = "Alone";
}
