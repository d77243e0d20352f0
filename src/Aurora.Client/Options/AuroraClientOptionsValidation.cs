using Microsoft.Extensions.Options;

namespace Aurora.Client;

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
