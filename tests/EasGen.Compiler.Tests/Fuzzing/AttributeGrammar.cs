using System.Reflection;

namespace EasGen.Compiler.Tests.Fuzzing;

/// <summary>Attributes as they may be written: all there are, by reflection, so that those of tomorrow are tried too.</summary>
internal sealed class AttributeGrammar
{
    private static readonly Type[] All = [.. typeof(EasServiceAttribute).Assembly.GetExportedTypes()
        .Where(static type => type.IsAssignableTo(typeof(Attribute)) && !type.IsAbstract)
        .OrderBy(static type => type.Name, StringComparer.Ordinal)];

    private static readonly Type[] OfClasses =
        [.. All.Where(static type => Takes(type, AttributeTargets.Class) && type != typeof(EasServiceAttribute))];

    private static readonly Type[] OfMethods = [.. All.Where(static type => Takes(type, AttributeTargets.Method))];

    private readonly Random random;
    private readonly bool isWild;
    private readonly ValueGrammar values;
    private readonly string prefix;

    public AttributeGrammar(Random random, int language, bool isWild)
    {
        (this.random, this.isWild, values) = (random, isWild, new(random, language, isWild));
        (Usings, prefix) = random.Next(6) switch
        {
            0 => ("", "EasGen."),
            1 => ("", "global::EasGen."),
            2 => ("using E = EasGen;\n", "E."),
            3 => ("using E = global::EasGen;\n", "E::"),
            4 when language >= 12 => ("using EasGen; using S = EasGen.EasServiceAttribute;\n", ""),
            _ => ("using EasGen;\n", ""),
        };
    }

    /// <summary>What a file needs to use the attributes.</summary>
    public string Usings { get; }

    /// <summary>The lists of a service, which make sense or do not.</summary>
    public IEnumerable<string> OfService()
    {
        if (!isWild || random.Next(8) > 0)
            yield return Of(typeof(EasServiceAttribute));
        if (!isWild || random.Next(3) > 0)
            yield return Of(typeof(ContainerAttribute));
        var said = new HashSet<Type>();
        for (var left = random.Next(8); left > 0; left--)
        {
            var type = OfClasses[random.Next(OfClasses.Length)];
            if (isWild || said.Add(type) && type != typeof(ContainerAttribute))
                yield return Of(type);
        }
    }

    /// <summary>The mark of a method, or none.</summary>
    public string OfMethod() => random.Next(4) == 0 ? "" : Of(OfMethods[random.Next(OfMethods.Length)]);

    private string Of(Type type)
    {
        var constructors = type.GetConstructors();
        var constructor = constructors[random.Next(constructors.Length)];
        var arguments = new List<string>();
        foreach (var parameter in constructor.GetParameters())
        {
            var isMany = parameter.IsDefined(typeof(ParamArrayAttribute));
            if ((parameter.HasDefaultValue && random.Next(2) == 0) || (isWild && random.Next(12) == 0))
                break;
            for (var left = isMany ? random.Next(3) : 1; left > 0; left--)
                arguments.Add(values.Of(isMany ? parameter.ParameterType.GetElementType()! : parameter.ParameterType));
        }
        if (isWild && random.Next(15) == 0)
            arguments.Add(values.Of(typeof(object)));
        var properties = type.GetProperties().Where(static property => property.SetMethod?.IsPublic == true).ToArray();
        random.Shuffle(properties);
        foreach (var property in properties.Take(random.Next(5)))
            arguments.Add($"{property.Name} = {values.Of(property.PropertyType)}");
        if (isWild && random.Next(15) == 0)
            arguments.Add($"Missing = {values.Of(typeof(object))}");
        var name = random.Next(3) == 0 ? type.Name : type.Name[..^"Attribute".Length];
        return $"[{prefix}{name}({string.Join(", ", arguments)})]";
    }

    private static bool Takes(Type type, AttributeTargets target) =>
        (type.GetCustomAttribute<AttributeUsageAttribute>()!.ValidOn & target) != 0;
}
