using System.Reflection;

namespace Aurora.Cli;

/// <summary>Which release of the tool this is.</summary>
internal static class ToolVersion
{
    public static string Text { get; } = typeof(ToolVersion).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion;

    /// <summary>Gets the tool as a product of a <c>User-Agent</c> header, without the commit.</summary>
    public static string Product { get; } = "aurora/" + Text.Split('+')[0];
}
