using System.Text;
using System.Text.RegularExpressions;

namespace Aurora.Packaging.Tests.Inspection;

/// <summary>Nothing that was built here says where: no path of the machine that built it, in no encoding.</summary>
internal sealed partial class MachinePathRule : IPackageRule
{
    public IEnumerable<string> Findings(InspectedPackage package)
    {
        foreach (var (path, bytes) in package.Files.Concat(package.Symbols).Where(file => InspectedPackage.IsOwn(file.Key) || !IsBinary(file.Key)))
        {
            // One byte a character finds it in any text; every second byte, in the UTF-16 of an assembly, at both alignments.
            foreach (var text in new[] { Encoding.Latin1.GetString(bytes), Encoding.Unicode.GetString(bytes), Encoding.Unicode.GetString(bytes.AsSpan(Math.Min(1, bytes.Length))) })
            {
                if (MachinePath().Match(text) is { Success: true } found)
                    yield return $"{path} has the path {found.Value} of the machine that built it";
            }
        }
    }

    private static bool IsBinary(string path) => Path.GetExtension(path) is ".dll" or ".pdb" or ".png";

    // Native code has the texts of the framework in it, and the framework looks for WINS servers below /var/lib/dhcp.
    [GeneratedRegex(@"(?<![\w.:/])/(?!var/lib/dhcp/)(?:home|root|tmp|work|var|private|Users|mnt|builds?)/[\w.\-]+/[\w.\-/]*|[A-Z]:\\+(?:Users|a|src|work|build)\\+[\w.\-\\]*")]
    private static partial Regex MachinePath();
}
