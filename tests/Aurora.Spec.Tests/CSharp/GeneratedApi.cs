using System.Diagnostics;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Aurora.Spec.Tests.CSharp;

/// <summary>What the real generator writes for documents: its public declarations, <c>Type.Member</c> to signature.</summary>
internal static partial class GeneratedApi
{
    private static readonly string[] Written = ["AuroraClient.g.cs", "Models.g.cs"];

    /// <summary>One run of NSwag over all the documents, with the repository's settings and templates.</summary>
    public static IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>> Of(IReadOnlyCollection<string> documents)
    {
        var folder = Directory.CreateTempSubdirectory("aurora-api-").FullName;
        try
        {
            var outputs = documents.Select((document, index) => (Document: document, Output: Path.Combine(folder, $"{index}"))).ToList();
            foreach (var (document, output) in outputs)
                File.WriteAllText($"{output}.nswag", Settings(document, output));
            Run(folder);
            return outputs.ToDictionary(pair => pair.Document, IReadOnlyDictionary<string, string> (pair) => Declarations(pair.Output));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static string Settings(string document, string output)
    {
        var text = File.ReadAllText(Path.Combine(TestRepository.Root, "nswag.json"))
            .Replace("$(Document)", document, StringComparison.Ordinal)
            .Replace("$(Output)", output, StringComparison.Ordinal);
        var settings = JsonNode.Parse(text)!;
        settings["codeGenerators"]!["openApiToCSharpClient"]!["templateDirectory"] = Path.Combine(TestRepository.Root, "openapi", "templates");
        return settings.ToJsonString();
    }

    // Without a name, NSwag takes every settings file of the folder that it is in.
    private static void Run(string folder)
    {
        var start = new ProcessStartInfo("dotnet", [TestRepository.Metadata("NSwag"), "run"]) { WorkingDirectory = folder, RedirectStandardOutput = true };
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.That(process.ExitCode, Is.Zero, output);
    }

    private static SortedDictionary<string, string> Declarations(string folder)
    {
        var declarations = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var file in Written)
        {
            var root = CSharpSyntaxTree.ParseText(File.ReadAllText(Path.Combine(folder, file))).GetCompilationUnitRoot();
            foreach (var numbers in root.DescendantNodes().OfType<EnumDeclarationSyntax>())
                declarations[numbers.Identifier.Text] = "enum";
            foreach (var type in root.DescendantNodes().OfType<TypeDeclarationSyntax>().Where(IsSeen))
            {
                declarations[type.Identifier.Text] = type.Keyword.Text;
                foreach (var member in type.Members.Where(IsSeen))
                    Add(declarations, type, member);
            }
        }

        return declarations;
    }

    private static void Add(SortedDictionary<string, string> declarations, TypeDeclarationSyntax type, MemberDeclarationSyntax member)
    {
        var obsolete = member.AttributeLists.ToString().Contains("Obsolete", StringComparison.Ordinal) ? " obsolete" : "";
        switch (member)
        {
            case PropertyDeclarationSyntax property:
                declarations[$"{type.Identifier.Text}.{property.Identifier.Text}"] = Short($"{property.Type}{obsolete} {Initializer(property)}");
                break;
            case MethodDeclarationSyntax method:
                declarations[$"{type.Identifier.Text}.{method.Identifier.Text}"] = Short($"{method.ReturnType} {method.ParameterList}{obsolete}");
                break;
        }
    }

    // How a number is written says nothing: 1, 1.0D and 1L are one value to a double. Nor does an empty object.
    private static string Initializer(PropertyDeclarationSyntax property) =>
        NumberSuffix().Replace($"{property.Initializer}", "").Replace("= new()", "", StringComparison.Ordinal);

    private static string Short(string declaration) => declaration
        .Replace("System.", "", StringComparison.Ordinal)
        .Replace("Collections.Generic.", "", StringComparison.Ordinal)
        .TrimEnd();

    [GeneratedRegex(@"(?<=[0-9])(\.0)?[DLFM]\b")]
    private static partial Regex NumberSuffix();

    private static bool IsSeen(MemberDeclarationSyntax member) =>
        member.Parent is InterfaceDeclarationSyntax
        || member.Modifiers.Any(modifier => modifier.IsKind(SyntaxKind.PublicKeyword) || modifier.IsKind(SyntaxKind.ProtectedKeyword));
}
