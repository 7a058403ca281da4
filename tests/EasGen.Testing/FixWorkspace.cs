using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;
using Xunit;

namespace EasGen.Testing;

/// <summary>A fix that an IDE would offer, and the diagnostic and document it hangs on.</summary>
internal sealed record OfferedFix(CodeAction Action, Diagnostic Diagnostic, Document Document);

/// <summary>A solution of one project, as an IDE holds it: what the analyzers report in it and which fixes are offered.</summary>
internal sealed class FixWorkspace(
    Sources sources,
    ImmutableArray<DiagnosticAnalyzer> analyzers,
    CodeFixProvider provider,
    TestOptions options) : IDisposable
{
    private readonly AdhocWorkspace workspace = new();

    /// <summary>The files after the action; an action that changes nothing fails the test.</summary>
    public static async Task<Sources> ApplyAsync(CodeAction action, Document document)
    {
        var before = document.Project;
        var operations = await action.GetOperationsAsync(CancellationToken.None);
        var changed = operations.OfType<ApplyChangesOperation>().SingleOrDefault()?.ChangedSolution;
        var after = await FilesOf(changed?.GetProject(before.Id) ?? before);

        if (after.ToHashSet().SetEquals(await FilesOf(before)))
            Assert.Fail($"The fix '{action.Title}' is offered but changes nothing.");

        return [.. after];
    }

    public static FixAllProvider FixAllProviderOf(CodeFixProvider provider)
    {
        var fixAll = provider.GetFixAllProvider();
        if (fixAll is null)
            Assert.Fail($"{provider} has no FixAllProvider.");
        return fixAll;
    }

    public async Task<ImmutableArray<OfferedFix>> OfferedAsync()
    {
        var project = OpenProject();
        var offered = ImmutableArray.CreateBuilder<OfferedFix>();
        foreach (var diagnostic in await FixableAsync(project))
        {
            var document = project.GetDocument(diagnostic.Location.SourceTree);
            if (document is null)
                continue;

            var context = new CodeFixContext(
                document, diagnostic, (action, _) => offered.Add(new OfferedFix(action, diagnostic, document)), CancellationToken.None);
            await provider.RegisterCodeFixesAsync(context);
        }

        return offered.ToImmutable();
    }

    public async Task<CodeAction?> FixAllAsync(OfferedFix first, FixAllScope scope)
    {
        var known = new Known([.. await FixableAsync(first.Document.Project)]);
        return await FixAllProviderOf(provider).GetFixAsync(new FixAllContext(
            first.Document, provider, scope, first.Action.EquivalenceKey,
            [first.Diagnostic.Id], known, CancellationToken.None));
    }

    public void Dispose() => workspace.Dispose();

    private static async Task<SourceFile[]> FilesOf(Project project) => await Task.WhenAll(project.Documents.Select(static async document =>
        new SourceFile((await document.GetTextAsync()).ToString(), document.FilePath ?? document.Name)));

    private async Task<IEnumerable<Diagnostic>> FixableAsync(Project project)
    {
        var compilation = (await project.GetCompilationAsync())!;
        var diagnostics = await AnalyzerRun.DiagnosticsOf(compilation, analyzers, options);
        return diagnostics
            .Where(diagnostic => provider.FixableDiagnosticIds.Contains(diagnostic.Id))
            .InOrderOf(sources);
    }

    private Project OpenProject()
    {
        var project = ProjectId.CreateNewId();
        var documents = sources.Select(source => DocumentInfo.Create(
            DocumentId.CreateNewId(project),
            Path.GetFileName(source.Path),
            loader: TextLoader.From(TextAndVersion.Create(SourceText.From(source.Text), VersionStamp.Default)),
            filePath: source.Path));

        return workspace.AddProject(ProjectInfo.Create(
            project, VersionStamp.Default, TestCompilation.AssemblyName, TestCompilation.AssemblyName, LanguageNames.CSharp,
            compilationOptions: options.CompilationOptions,
            parseOptions: options.ParseOptions,
            documents: documents,
            metadataReferences: options.AllReferences));
    }

    private sealed class Known(ImmutableArray<Diagnostic> diagnostics) : FixAllContext.DiagnosticProvider
    {
        public override Task<IEnumerable<Diagnostic>> GetAllDiagnosticsAsync(Project project, CancellationToken cancellationToken) =>
            Task.FromResult<IEnumerable<Diagnostic>>(diagnostics);

        public override async Task<IEnumerable<Diagnostic>> GetDocumentDiagnosticsAsync(
            Document document,
            CancellationToken cancellationToken)
        {
            var tree = await document.GetSyntaxTreeAsync(cancellationToken);
            return diagnostics.Where(diagnostic => diagnostic.Location.SourceTree == tree);
        }

        public override Task<IEnumerable<Diagnostic>> GetProjectDiagnosticsAsync(Project project, CancellationToken cancellationToken) =>
            Task.FromResult<IEnumerable<Diagnostic>>([]);
    }
}
