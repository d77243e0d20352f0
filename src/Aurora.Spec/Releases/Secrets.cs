using System.Text;
using System.Text.RegularExpressions;
using NuGet.Configuration;

namespace Aurora.Spec.Releases;

/// <summary>The key and the login of a feed, which no message and no log may contain.</summary>
internal sealed class Secrets
{
    private readonly Regex? _pattern;

    public Secrets(string? key, PackageSourceCredential? login)
    {
        var password = login is { IsPasswordClearText: true } ? login.Password : null;
        var secrets = new[] { key, password, login is null || password is null ? null : $"{login.Username}:{password}" }.Where(secret => !string.IsNullOrEmpty(secret)).ToList();
        var forms = secrets.SelectMany(secret => new[] { secret!, Uri.EscapeDataString(secret!), Convert.ToBase64String(Encoding.UTF8.GetBytes(secret!)) });
        // A short key can be a part of a word, which must stay readable.
        if (secrets.Count > 0)
            _pattern = new Regex($"(?<![A-Za-z0-9])(?:{string.Join('|', forms.OrderByDescending(form => form.Length).Select(Regex.Escape))})(?![A-Za-z0-9])", RegexOptions.IgnoreCase);
    }

    /// <summary>Returns the text with <c>***</c> in place of each secret.</summary>
    public string Redact(string text) => _pattern?.Replace(text, "***") ?? text;
}
