using System.Globalization;
using Aurora.Benchmarks.Peers;

namespace Aurora.Benchmarks.Serving;

/// <summary>Which address answers how.</summary>
internal static class ServerPath
{
    /// <summary>Only the ids that are asked for, after <see cref="SlowEndpoint.Delay"/>.</summary>
    public const string Slow = "slow/";

    /// <summary>Piece by piece, one for each request to <see cref="NextPiece"/>.</summary>
    public const string ByPiece = "pieces/";

    public const string NextPiece = "/next-piece";

    /// <summary>A whole account, at once.</summary>
    public static string Account(int videos) => string.Create(CultureInfo.InvariantCulture, $"{videos}/");

    public static string List(string prefix) => $"/{prefix}{ApiHttp.ListPath}";
}
