using System.Runtime.Versioning;
using Aurora.Client;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds the Aurora client to a container.</summary>
public static class AuroraServiceCollectionExtensions
{
    // Compared by name, because the client must not depend on these packages.
    private static readonly string[] ResilienceHandlers = ["Microsoft.Extensions.Http.Resilience.ResilienceHandler", "Microsoft.Extensions.Http.PolicyHttpMessageHandler"];

    /// <summary>Adds <see cref="AuroraClient"/> as a singleton and sets its options in code.</summary>
    /// <param name="services">The service collection.</param>
    /// <param name="configure">Sets the options. You can set more with <c>services.Configure&lt;AuroraClientOptions&gt;</c>.</param>
    /// <returns>
    /// The builder of the client's <see cref="HttpClient"/>. To set a proxy or a certificate, call <c>UseSocketsHttpHandler</c>. The keys are added
    /// after all handlers that you add, so that no handler sees them.
    /// </returns>
    /// <remarks>
    /// The clock is the container's <see cref="TimeProvider"/>, or the system's. Invalid options prevent the host from starting, with one
    /// <see cref="OptionsValidationException"/> that names every invalid option and shows no key. If a later change makes the options invalid, the client logs an error and
    /// keeps the previous options. The client has its own retries and timeouts, so resilience handlers that <c>ConfigureHttpClientDefaults</c> adds to every
    /// HTTP client are removed from this one. In a browser, call <c>ConfigurePrimaryHttpMessageHandler</c> on the returned builder.
    /// </remarks>
    [UnsupportedOSPlatform("browser")]
    public static IHttpClientBuilder AddAuroraClient(this IServiceCollection services, Action<AuroraClientOptions> configure) =>
        services.AddAuroraClient(Options.Options.DefaultName, configure);

    /// <summary>Adds <see cref="AuroraClient"/> as a singleton and reads its options from configuration, again after each change.</summary>
    /// <param name="services">The service collection.</param>
    /// <param name="section">The section that contains the options, usually <c>configuration.GetSection("Aurora")</c>.</param>
    /// <inheritdoc cref="AddAuroraClient(IServiceCollection, Action{AuroraClientOptions})"/>
    [UnsupportedOSPlatform("browser")]
    public static IHttpClientBuilder AddAuroraClient(this IServiceCollection services, IConfiguration section) =>
        services.AddAuroraClient(Options.Options.DefaultName, section);

    /// <summary>Adds an <see cref="AuroraClient"/> for one of several accounts as a keyed singleton and sets its options in code.</summary>
    /// <param name="services">The service collection.</param>
    /// <param name="name">The key of the service, for <c>[FromKeyedServices(name)]</c>.</param>
    /// <param name="configure">Sets the options.</param>
    /// <inheritdoc cref="AddAuroraClient(IServiceCollection, Action{AuroraClientOptions})"/>
    [UnsupportedOSPlatform("browser")]
    public static IHttpClientBuilder AddAuroraClient(this IServiceCollection services, string name, Action<AuroraClientOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(configure);
        services.Configure(name, configure);
        return services.AddClient(name, BrowserSupport.IsBrowser);
    }

    /// <summary>Adds an <see cref="AuroraClient"/> for one of several accounts as a keyed singleton and reads its options from configuration.</summary>
    /// <param name="services">The service collection.</param>
    /// <param name="name">The key of the service, for <c>[FromKeyedServices(name)]</c>.</param>
    /// <param name="section">The section that contains the options.</param>
    /// <inheritdoc cref="AddAuroraClient(IServiceCollection, Action{AuroraClientOptions})"/>
    [UnsupportedOSPlatform("browser")]
    public static IHttpClientBuilder AddAuroraClient(this IServiceCollection services, string name, IConfiguration section)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(section);
#pragma warning disable IL2026, IL3050 // Generated code replaces this call, but the analyzers for .NET 10 do not take it into account.
        services.Configure<AuroraClientOptions>(name, section);
#pragma warning restore IL2026, IL3050
        return services.AddClient(name, BrowserSupport.IsBrowser);
    }

    internal static IHttpClientBuilder AddClient(this IServiceCollection services, string name, bool isBrowser)
    {
        var httpName = name.Length == 0 ? "Aurora.Client" : "Aurora.Client:" + name;
        services.AddOptions<AuroraClientOptions>(name)
            .PostConfigure<IServiceProvider>((options, provider) =>
            {
                if (options.TimeProvider == TimeProvider.System)
                    options.TimeProvider = provider.GetService<TimeProvider>() ?? TimeProvider.System;
            })
            .ValidateOnStart();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<AuroraClientOptions>, AuroraClientOptionsValidation>());
        if (name.Length == 0)
            services.TryAddSingleton<AuroraClient>(provider => Create(provider, name, httpName));
        else
            services.TryAddKeyedSingleton<AuroraClient>(name, (provider, _) => Create(provider, name, httpName));

        // This runs after all configuration of the application, in any order of its calls.
        services.PostConfigure<HttpClientFactoryOptions>(httpName, options => options.HttpMessageHandlerBuilderActions.Add(
            builder => builder.PrimaryHandler = HandlerChain.Secure(builder.PrimaryHandler, builder.Services.GetRequiredService<IOptionsMonitor<AuroraClientOptions>>().Get(name).BaseAddress)));
        return services.AddHttpClient(httpName)
            .ConfigureHttpClient(http => http.Timeout = Timeout.InfiniteTimeSpan)
            .ConfigurePrimaryHttpMessageHandler(() => BrowserSupport.CreateHandler(isBrowser))
            // The handler renews its connections itself, so that the client can be a singleton.
            .SetHandlerLifetime(Timeout.InfiniteTimeSpan)
            .ConfigureAdditionalHttpMessageHandlers((handlers, _) => RemoveResilienceHandlers(handlers))
            .RedactLoggedHeaders(_ => true);
    }

    private static AuroraClient Create(IServiceProvider provider, string name, string httpName)
    {
        var logger = provider.GetRequiredService<ILogger<AuroraClient>>();
        var options = new LastValidOptions(provider.GetRequiredService<IOptionsMonitor<AuroraClientOptions>>(), name, logger);
        return new AuroraClient(provider.GetRequiredService<IHttpClientFactory>().CreateClient(httpName), () => options.Value, logger, TransportRole.Sends);
    }

    // The client has its own retries and timeouts. Others around them multiply the requests and abort long responses. Handlers that are added to the
    // builder of the client are added later, and stay.
    private static void RemoveResilienceHandlers(IList<DelegatingHandler> handlers)
    {
        for (var i = handlers.Count - 1; i >= 0; i--)
        {
            if (ResilienceHandlers.Any(name => HandlerRejection.Is(handlers[i].GetType(), name)))
                handlers.RemoveAt(i);
        }
    }

    /// <summary>The current options of a client in a container. If a change makes them invalid, the last valid options.</summary>
    private sealed class LastValidOptions(IOptionsMonitor<AuroraClientOptions> monitor, string name, ILogger logger)
    {
        private static readonly Action<ILogger, string, Exception?> LogInvalid = LoggerMessage.Define<string>(
            LogLevel.Error, new EventId(5, "InvalidOptions"), "The changed options are not valid, so the client keeps the previous ones. {Reason}");

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
}
