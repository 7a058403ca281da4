using System.Text;
using EasGen.Docs;

if (!File.Exists("EasGen.sln"))
{
    Console.Error.WriteLine("Run this at the root of the repository, where EasGen.sln is.");
    return 1;
}

foreach (var document in Documents.All)
{
    var text = document.Write(Environment.CurrentDirectory);
    var isNew = !File.Exists(document.Path) || File.ReadAllText(document.Path) != text;
    if (isNew)
        File.WriteAllText(document.Path, text, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
    Console.WriteLine($"{(isNew ? "written  " : "unchanged")} {document.Path}");
}

Console.WriteLine();
Console.WriteLine("The next free ids:");
foreach (var (category, id) in RuleIds.NextFree)
    Console.WriteLine($"  {category,-10} {id}");
return 0;
