using System.Diagnostics;
using Aurora.Cli.Mocks;

namespace Aurora.Cli.Fakes;

/// <inheritdoc cref="DemoConnection"/>
internal static class MockServer
{
    public static Task<Mock> StartAsync(MockSettings settings, TimeProvider clock, Action<MockRequest> onAnswered) =>
        throw new UnreachableException();
}
