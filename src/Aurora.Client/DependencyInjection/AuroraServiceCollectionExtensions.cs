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

    /// <summary>Adds the client.</summary>
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
            .ConfigureAdditionalHttpMessageHandlers((handlers, _) => ResilienceHandlers.RemoveFrom(handlers))
            .RedactLoggedHeaders(_ => true);
    }

    private static AuroraClient Create(IServiceProvider provider, string name, string httpName)
    {
        var logger = provider.GetRequiredService<ILogger<AuroraClient>>();
        var options = new LastValidOptions(provider.GetRequiredService<IOptionsMonitor<AuroraClientOptions>>(), name, logger);
        return new AuroraClient(provider.GetRequiredService<IHttpClientFactory>().CreateClient(httpName), () => options.Value, logger, TransportRole.Sends);
    }
}
