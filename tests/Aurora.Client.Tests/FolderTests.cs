using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Aurora.Client.Tests;

/// <summary>Checks that the folders of the client depend on each other in one direction.</summary>
[TestFixture]
public sealed class FolderTests
{
    private const string Generated = "Generated";

    private static readonly string Root = Path.Combine(TestRepository.Root, "src", "Aurora.Client");

    // A folder may use the folders before it. The files of the client class may use all of them.
    private static readonly string[] Order = ["Json", "Transport", "Batching", "Watching", "Downloads", "DependencyInjection", ""];

    [Test]
    public void Types_use_only_types_of_the_folders_before_theirs()
    {
        var files = Directory.EnumerateFiles(Root, "*.cs", SearchOption.AllDirectories)
            .Select(file => (Path: Path.GetRelativePath(Root, file), Nodes: CSharpSyntaxTree.ParseText(File.ReadAllText(file)).GetRoot().DescendantNodes().ToList()))
            .Where(file => !file.Path.StartsWith("bin", StringComparison.Ordinal) && !file.Path.StartsWith("obj", StringComparison.Ordinal))
            .ToLookup(file => FolderOf(file.Path) == Generated);
        Assert.That(files[false].Select(file => FolderOf(file.Path)).Distinct(), Is.SubsetOf(Order));
        var folders = files.SelectMany(group => group)
            .SelectMany(file => file.Nodes.OfType<MemberDeclarationSyntax>().Select(NameOf).OfType<string>().Select(type => (Type: type, Folder: FolderOf(file.Path))))
            .Distinct().ToLookup(type => type.Type, type => type.Folder);

        // Partial classes such as AuroraClient have parts in several folders.
        var wrong = from file in files[false]
                    from type in file.Nodes.OfType<SimpleNameSyntax>().Select(name => name.Identifier.Text).Distinct()
                    where folders[type].Count() == 1 && folders[type].Single() != Generated && Array.IndexOf(Order, folders[type].Single()) > Array.IndexOf(Order, FolderOf(file.Path))
                    select $"{file.Path} uses {type} of {folders[type].Single()}";
        Assert.That(wrong, Is.Empty);
    }

    private static string FolderOf(string path) => path.Contains(Path.DirectorySeparatorChar) ? path.Split(Path.DirectorySeparatorChar)[0] : "";

    private static string? NameOf(MemberDeclarationSyntax member) => member switch
    {
        { Parent: TypeDeclarationSyntax } => null,
        BaseTypeDeclarationSyntax type => type.Identifier.Text,
        DelegateDeclarationSyntax type => type.Identifier.Text,
        _ => null,
    };
}
