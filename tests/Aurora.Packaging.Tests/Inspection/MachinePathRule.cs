using System.Text;
using System.Text.RegularExpressions;

namespace Aurora.Packaging.Tests.Inspection;

/// <summary>Requires that no file contains a path of the build machine, in any encoding.</summary>
internal sealed partial class MachinePathRule : IPackageRule
{
    public IEnumerable<string> Findings(InspectedPackage package)
    {
        foreach (var (path, bytes) in package.Files.Concat(package.Symbols).Where(file => InspectedPackage.IsOwn(file.Key) || !IsBinary(file.Key)))
        {
            // Latin-1 finds ASCII paths in any text. UTF-16 finds paths in assemblies, at both alignments.
            foreach (var text in new[] { Encoding.Latin1.GetString(bytes), Encoding.Unicode.GetString(bytes), Encoding.Unicode.GetString(bytes.AsSpan(Math.Min(1, bytes.Length))) })
            {
                if (MachinePath().Match(text) is { Success: true } found)
                    yield return $"{path} contains the path {found.Value} of the build machine";
            }
        }
    }

    private static bool IsBinary(string path) => Path.GetExtension(path) is ".dll" or ".pdb" or ".png";

    // Native code contains the strings of the framework, such as the path /var/lib/dhcp.
    [GeneratedRegex(@"(?<![\w.:/])/(?!var/lib/dhcp/)(?:home|root|tmp|work|var|private|Users|mnt|builds?)/[\w.\-]+/[\w.\-/]*|[A-Z]:\\+(?:Users|a|src|work|build)\\+[\w.\-\\]*")]
    private static partial Regex MachinePath();
}
