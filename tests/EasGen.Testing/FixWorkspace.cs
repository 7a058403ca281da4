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
internal sealed class FixWorkspace : IDisposable
{
    private readonly AdhocWorkspace workspace;
    private readonly Project project;

    private FixWorkspace(AdhocWorkspace workspace, Project project, ImmutableArray<Diagnostic> diagnostics)
    {
        this.workspace = workspace;
        this.project = project;
        Diagnostics = diagnostics;
    }

    /// <summary>What analyzers and compiler say, in the order of the files.</summary>
    public ImmutableArray<Diagnostic> Diagnostics { get; }

    public static async Task<FixWorkspace> OpenAsync(Sources sources, ImmutableArray<DiagnosticAnalyzer> analyzers, TestOptions options)
    {
        var workspace = new AdhocWorkspace();
        var project = Open(workspace, sources, options);
        var compilation = (await project.GetCompilationAsync())!;
        var diagnostics = await AnalyzerRun.DiagnosticsOf(compilation, analyzers, options);
        return new(workspace, project, [.. diagnostics.InOrderOf(sources)]);
    }

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

    public async Task<ImmutableArray<OfferedFix>> OfferedAsync(CodeFixProvider provider)
    {
        var offered = ImmutableArray.CreateBuilder<OfferedFix>();
        foreach (var diagnostic in FixableBy(provider))
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

    public Task<CodeAction?> FixAllAsync(CodeFixProvider provider, OfferedFix first, FixAllScope scope) =>
        FixAllProviderOf(provider).GetFixAsync(new FixAllContext(
            first.Document, provider, scope, first.Action.EquivalenceKey,
            [first.Diagnostic.Id], new Known([.. FixableBy(provider)]), CancellationToken.None));

    public void Dispose() => workspace.Dispose();

    private static async Task<SourceFile[]> FilesOf(Project project) => await Task.WhenAll(project.Documents.Select(static async document =>
        new SourceFile((await document.GetTextAsync()).ToString(), document.FilePath ?? document.Name)));

    private static Project Open(AdhocWorkspace workspace, Sources sources, TestOptions options)
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

    private IEnumerable<Diagnostic> FixableBy(CodeFixProvider provider) =>
        Diagnostics.Where(diagnostic => provider.FixableDiagnosticIds.Contains(diagnostic.Id));

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
