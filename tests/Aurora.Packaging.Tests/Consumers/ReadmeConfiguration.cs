using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Aurora.Packaging.Tests.Consumers;

/// <summary>Reads the <c>nuget.config</c> in the README, and replaces the example URLs.</summary>
internal static partial class ReadmeConfiguration
{
    public const string Internal = "https://feed.example/v3/index.json";
    public const string Public = "https://public.example/v3/index.json";

    public static XDocument With(string internalFeed, string publicSource)
    {
        var readme = File.ReadAllText(Path.Combine(TestRepository.Root, "README.md"));
        var block = XmlBlock().Matches(readme).Single(block => block.Value.Contains("packageSources", StringComparison.Ordinal));
        var configuration = XDocument.Parse(block.Groups[1].Value);
        Replace(configuration, Internal, internalFeed);
        Replace(configuration, Public, publicSource);
        return configuration;
    }

    private static void Replace(XDocument configuration, string example, string address)
    {
        var source = configuration.Descendants("add").Single(source => (string?)source.Attribute("value") == example);
        source.SetAttributeValue("value", address);
        // NuGet requires this attribute for sources without TLS.
        if (address.StartsWith("http://", StringComparison.Ordinal))
            source.SetAttributeValue("allowInsecureConnections", true);
    }

    [GeneratedRegex("```xml\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex XmlBlock();
}
