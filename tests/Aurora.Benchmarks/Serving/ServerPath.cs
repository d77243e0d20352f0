using System.Globalization;
using Aurora.Benchmarks.Peers;

namespace Aurora.Benchmarks.Serving;

/// <summary>The paths of the server.</summary>
internal static class ServerPath
{
    /// <summary>Returns the videos with the requested ids after <see cref="SlowEndpoint.Delay"/>.</summary>
    public const string Slow = "slow/";

    /// <summary>Returns a small account after <see cref="WaitingEndpoint.Delay"/>.</summary>
    public const string Waiting = "waiting/";

    /// <summary>Returns a list in pieces, one for each request to <see cref="NextPiece"/>.</summary>
    public const string ByPiece = "pieces/";

    public const string NextPiece = "/next-piece";

    /// <summary>Returns a whole account at once.</summary>
    public static string Account(int videos) => string.Create(CultureInfo.InvariantCulture, $"{videos}/");

    public static string List(string prefix) => $"/{prefix}{ApiHttp.ListPath}";
}
