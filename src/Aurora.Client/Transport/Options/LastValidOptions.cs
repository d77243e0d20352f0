using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Aurora.Client;

/// <summary>The current options of a client in a container. If a change makes them invalid, the last valid options.</summary>
internal sealed class LastValidOptions(IOptionsMonitor<AuroraClientOptions> monitor, string name, ILogger logger)
{
    private static readonly Action<ILogger, string, Exception?> LogInvalid = LoggerMessage.Define<string>(
        LogLevel.Error, new EventId(2, "InvalidOptions"), "The changed options are not valid, so the client keeps the previous ones. {Reason}");

    private AuroraClientOptions? _last;
    private OptionsValidationException? _reported;

    /// <exception cref="OptionsValidationException">The options have never been valid.</exception>
    public AuroraClientOptions Value
    {
        get
        {
            try
            {
                return _last = monitor.Get(name);
            }
            catch (OptionsValidationException exception) when (_last is { } last)
            {
                // The monitor throws the same exception object until the next change.
                if (!ReferenceEquals(Interlocked.Exchange(ref _reported, exception), exception))
                    LogInvalid(logger, exception.Message, null);
                return last;
            }
        }
    }
}
