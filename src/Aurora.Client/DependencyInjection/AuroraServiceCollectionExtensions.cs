using Aurora.Client;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds the Aurora client to a container.</summary>
public static class AuroraServiceCollectionExtensions
{
    /// <summary>Adds <see cref="AuroraClient"/> as a singleton, its options set in code.</summary>
    /// <param name="services">The container.</param>
    /// <param name="configure">Sets the options; more can be set with <c>services.Configure&lt;AuroraClientOptions&gt;</c>.</param>
    /// <returns>The builder of its <see cref="HttpClient"/>, for further handlers.</returns>
    /// <remarks>The clock is the container's <see cref="TimeProvider"/>, or the system's. The options are checked when the host starts, all faults in one <see cref="OptionsValidationException"/> that shows no key.</remarks>
    public static IHttpClientBuilder AddAuroraClient(this IServiceCollection services, Action<AuroraClientOptions> configure) =>
        services.AddAuroraClient(Options.Options.DefaultName, configure);

    /// <summary>Adds <see cref="AuroraClient"/> as a singleton, its options read from configuration and read again when that changes.</summary>
    /// <param name="services">The container.</param>
    /// <param name="section">The section that holds the options: by custom, <c>configuration.GetSection("Aurora")</c>.</param>
    /// <inheritdoc cref="AddAuroraClient(IServiceCollection, Action{AuroraClientOptions})"/>
    public static IHttpClientBuilder AddAuroraClient(this IServiceCollection services, IConfiguration section) =>
        services.AddAuroraClient(Options.Options.DefaultName, section);

    /// <summary>Adds an <see cref="AuroraClient"/> of its own name, for one of several accounts, as a keyed singleton.</summary>
    /// <param name="services">The container.</param>
    /// <param name="name">The key under which to ask for it: <c>[FromKeyedServices(name)]</c>.</param>
    /// <param name="configure">Sets the options.</param>
    /// <inheritdoc cref="AddAuroraClient(IServiceCollection, Action{AuroraClientOptions})"/>
    public static IHttpClientBuilder AddAuroraClient(this IServiceCollection services, string name, Action<AuroraClientOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(configure);
        services.Configure(name, configure);
        return services.AddClient(name);
    }

    /// <summary>Adds an <see cref="AuroraClient"/> of its own name, for one of several accounts, as a keyed singleton.</summary>
    /// <param name="services">The container.</param>
    /// <param name="name">The key under which to ask for it: <c>[FromKeyedServices(name)]</c>.</param>
    /// <param name="section">The section that holds the options.</param>
    /// <inheritdoc cref="AddAuroraClient(IServiceCollection, Action{AuroraClientOptions})"/>
    public static IHttpClientBuilder AddAuroraClient(this IServiceCollection services, string name, IConfiguration section)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(section);
#pragma warning disable IL2026, IL3050 // Generated code replaces this call, which the analyzers for .NET 10 do not see.
        services.Configure<AuroraClientOptions>(name, section);
#pragma warning restore IL2026, IL3050
        return services.AddClient(name);
    }

    private static IHttpClientBuilder AddClient(this IServiceCollection services, string name)
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

        return services.AddHttpClient(httpName)
            .ConfigureHttpClient(http => http.Timeout = Timeout.InfiniteTimeSpan)
            .ConfigurePrimaryHttpMessageHandler(WireHandler.Create)
            // The handler renews its connections itself, so that the client can be a singleton.
            .SetHandlerLifetime(Timeout.InfiniteTimeSpan)
            .AddHttpMessageHandler(provider => new AuthenticationHandler(Current(provider, name)))
            .RedactLoggedHeaders(header => header is AuroraApi.IdHeader or AuroraApi.KeyHeader);
    }

    private static AuroraClient Create(IServiceProvider provider, string name, string httpName) => new(
        provider.GetRequiredService<IHttpClientFactory>().CreateClient(httpName),
        Current(provider, name),
        provider.GetRequiredService<ILogger<AuroraClient>>(),
        TransportRole.Sends);

    private static Func<AuroraClientOptions> Current(IServiceProvider provider, string name)
    {
        var monitor = provider.GetRequiredService<IOptionsMonitor<AuroraClientOptions>>();
        return () => monitor.Get(name);
    }
}
