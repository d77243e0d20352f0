namespace Aurora.Client;

/// <summary>The one place that decides whether options can be used.</summary>
internal static class AuroraClientOptionsValidator
{
    /// <summary>Says everything that is wrong, in sentences that show no key.</summary>
    public static IReadOnlyList<string> Validate(AuroraClientOptions options) =>
        [.. KeyFaults(nameof(options.ApiId), options.ApiId), .. KeyFaults(nameof(options.ApiKey), options.ApiKey), .. AddressFaults(options.BaseAddress), .. TimeoutFaults(options.Timeout)];

    public static void ThrowIfInvalid(AuroraClientOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        var faults = Validate(options);
        if (faults.Count > 0)
            throw new ArgumentException(string.Join(" ", faults), nameof(options));
    }

    private static IEnumerable<string> KeyFaults(string name, string? key)
    {
        if (string.IsNullOrWhiteSpace(key))
            yield return $"{name} is missing; the vendor's settings page shows it.";
        else if (key!.Any(character => character is <= ' ' or > '~'))
            yield return $"{name} holds a space, a control character or a character beyond ASCII, which a header cannot carry; copy it again from the vendor's settings page.";
    }

    private static IEnumerable<string> AddressFaults(Uri? address)
    {
        if (address is null || !address.IsAbsoluteUri || address.Scheme is not ("https" or "http"))
            yield return "BaseAddress must be an absolute https:// address.";
        else if (address.Scheme == "http" && !address.IsLoopback)
            yield return $"BaseAddress {address.GetLeftPart(UriPartial.Authority)} would send the keys unencrypted; use https://. Plain http:// is for this machine only.";
        else if (address.Query.Length + address.Fragment.Length + address.UserInfo.Length > 0)
            yield return "BaseAddress must have no query, no fragment and no user.";
    }

    private static IEnumerable<string> TimeoutFaults(TimeSpan timeout)
    {
        if (timeout < AuroraClientOptions.MinTimeout || timeout > AuroraClientOptions.MaxTimeout)
            yield return $"Timeout is {timeout} and must lie between {AuroraClientOptions.MinTimeout} and {AuroraClientOptions.MaxTimeout}.";
    }
}
