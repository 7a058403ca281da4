using System.Text.RegularExpressions;

namespace EasGen.Cli.Import;

/// <summary>Whether a name from the command line can be a namespace.</summary>
internal static class NamespaceName
{
    private static readonly HashSet<string> Keywords = new(StringComparer.Ordinal)
    {
        "abstract", "as", "base", "bool", "break", "byte", "case", "catch", "char", "checked", "class", "const", "continue", "decimal",
        "default", "delegate", "do", "double", "else", "enum", "event", "explicit", "extern", "false", "finally", "fixed", "float", "for",
        "foreach", "goto", "if", "implicit", "in", "int", "interface", "internal", "is", "lock", "long", "namespace", "new", "null",
        "object", "operator", "out", "override", "params", "private", "protected", "public", "readonly", "ref", "return", "sbyte",
        "sealed", "short", "sizeof", "stackalloc", "static", "string", "struct", "switch", "this", "throw", "true", "try", "typeof",
        "uint", "ulong", "unchecked", "unsafe", "ushort", "using", "virtual", "void", "volatile", "while",
    };

    /// <summary>What is wrong with the name; null when it is one.</summary>
    public static string? Judge(string name)
    {
        foreach (var part in name.Split('.'))
        {
            if (!Regex.IsMatch(part, @"^[\p{L}\p{Nl}_][\p{L}\p{Nl}\p{Nd}\p{Mn}\p{Mc}\p{Pc}]*\z", RegexOptions.CultureInvariant))
                return $"'{name}' is not a namespace; "
                    + $"write names of letters, digits and underscores with dots between them, such as Acme.Services";
            if (Keywords.Contains(part))
                return $"'{name}' is not a namespace, because '{part}' is a keyword of C#; choose another name";
            if (ClassNames.Enums.Contains(part))
                return $"The namespace '{name}' would hide EasGen's enum '{part}'; choose another name";
        }
        return null;
    }
}
