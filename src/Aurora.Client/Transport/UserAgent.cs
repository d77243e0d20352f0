using System.Reflection;
using System.Runtime.InteropServices;

namespace Aurora.Client;

/// <summary>Adds the <c>User-Agent</c> header, because firewalls often refuse requests without one.</summary>
internal static class UserAgent
{
    private const string Header = "User-Agent";

    private static readonly string Client = $"Aurora.Client/{Version(typeof(UserAgent).Assembly)} ({Comment(RuntimeInformation.FrameworkDescription)})";

    /// <summary>Adds the products of the application and then the client, because the most significant product comes first.</summary>
    public static void AddTo(HttpRequestMessage message, HttpClient http, string? application)
    {
        var products = http.DefaultRequestHeaders.TryGetValues(Header, out var values) ? values : [];
        if (application is not null)
            products = products.Append(application);
        message.Headers.TryAddWithoutValidation(Header, string.Join(" ", products.Append(Client)));
    }

    private static string Version(Assembly assembly) =>
        (assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "0").Split('+')[0];

    // The description of Mono contains parentheses.
    private static string Comment(string text) => new(Array.FindAll(text.ToCharArray(), character => character is >= ' ' and <= '~' and not ('(' or ')' or '\\')));
}
