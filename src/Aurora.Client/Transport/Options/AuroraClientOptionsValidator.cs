using System.Net.Http.Headers;
using Microsoft.Extensions.Options;

namespace Aurora.Client;

/// <summary>Validates the options, with and without a container.</summary>
internal static class AuroraClientOptionsValidator
{
    private static readonly TimeSpan MinTimeout = TimeSpan.FromMilliseconds(10);
    private static readonly TimeSpan MaxTimeout = TimeSpan.FromHours(24);

    /// <summary>Returns a sentence for each invalid option. No sentence shows a key.</summary>
    public static IReadOnlyList<string> Validate(AuroraClientOptions options)
    {
        string?[] faults =
        [
            KeyFault(nameof(options.ApiId), options.ApiId),
            KeyFault(nameof(options.ApiKey), options.ApiKey),
            AddressFault(options.BaseAddress),
            RangeFault(nameof(options.Timeout), options.Timeout, MinTimeout, MaxTimeout),
            RangeFault(nameof(options.AttemptTimeout), options.AttemptTimeout, MinTimeout, MaxTimeout),
            RangeFault(nameof(options.BodyIdleTimeout), options.BodyIdleTimeout, MinTimeout, MaxTimeout),
            RangeFault(nameof(options.MaxRetries), options.MaxRetries, 0, 10),
            RangeFault(nameof(options.RetryDelay), options.RetryDelay, TimeSpan.Zero, TimeSpan.FromMinutes(1)),
            RangeFault(nameof(options.MaxConcurrency), options.MaxConcurrency, 1, 64),
            RangeFault(nameof(options.MaxResponseBytes), options.MaxResponseBytes, 1024, int.MaxValue),
            RangeFault(nameof(options.MaxVideoBytes), options.MaxVideoBytes, 1024, 256 * 1024 * 1024),
            UserAgentFault(options.UserAgentApplicationId),
            RangeFault(nameof(options.SchemaDriftHandling), options.SchemaDriftHandling, SchemaDriftHandling.Report, SchemaDriftHandling.ReportAll),
            options.TimeProvider is null ? $"{nameof(options.TimeProvider)} is null. Remove the assignment to use the system clock." : null,
        ];
        return faults.OfType<string>().ToList();
    }

    public static void ThrowIfInvalid(AuroraClientOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        var faults = Validate(options);
        if (faults.Count > 0)
            throw new ArgumentException(string.Join(" ", faults), nameof(options));
    }

    private static string? KeyFault(string name, string? key)
    {
        if (string.IsNullOrWhiteSpace(key))
            return $"{name} is missing. The vendor's settings page shows it.";
        return key!.Any(character => character is <= ' ' or > '~')
            ? $"{name} contains a space, a control character or a non-ASCII character, which is not allowed in a header. Copy it again from the vendor's settings page."
            : null;
    }

    private static string? AddressFault(Uri? address)
    {
        if (address is null || !address.IsAbsoluteUri || address.Scheme is not ("https" or "http"))
            return "BaseAddress must be an absolute https:// address.";
        if (address.Scheme == "http" && !LoopbackAddress.Is(address))
            return $"BaseAddress {address.GetComponents(UriComponents.SchemeAndServer, UriFormat.UriEscaped)} would send the keys unencrypted. Use https://. Plain http:// is allowed for loopback addresses only.";
        return address.Query.Length + address.Fragment.Length + address.UserInfo.Length > 0
            ? "BaseAddress must not have a query, a fragment or a user."
            : null;
    }

    private static string? UserAgentFault(string? products) =>
        products is null || products.Split(' ').All(product => ProductInfoHeaderValue.TryParse(product, out var parsed) && parsed.Product is not null)
            ? null
            : $"UserAgentApplicationId is \"{PrintableText.Of(products, 100)}\", but must be product names such as MyApp/1.2, separated by single spaces.";

    private static string? RangeFault<T>(string name, T value, T least, T most)
        where T : IComparable =>
        value.CompareTo(least) < 0 || value.CompareTo(most) > 0 ? $"{name} is {value}, but must be between {least} and {most}." : null;
}

/// <summary>Validates the options in a container.</summary>
internal sealed class AuroraClientOptionsValidation : IValidateOptions<AuroraClientOptions>
{
    public ValidateOptionsResult Validate(string? name, AuroraClientOptions options)
    {
        var faults = AuroraClientOptionsValidator.Validate(options);
        return faults.Count == 0
            ? ValidateOptionsResult.Success
            : ValidateOptionsResult.Fail(string.IsNullOrEmpty(name) ? faults : faults.Select(fault => $"Aurora client '{name}': {fault}"));
    }
}
