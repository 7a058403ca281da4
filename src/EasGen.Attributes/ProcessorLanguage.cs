namespace EasGen;

/// <summary>The language in which a custom processor is written.</summary>
public enum ProcessorLanguage
{
    /// <summary>C++. JSON: <c>cpp</c>.</summary>
    Cpp,

    /// <summary>Java. JSON: <c>java</c>.</summary>
    Java,

    /// <summary>Python. JSON: <c>python</c>.</summary>
    Python,
}
