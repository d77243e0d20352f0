namespace Aurora.Client.Tests;

/// <summary>Catches the one exception, so that a test can look at its facts.</summary>
internal static class Thrown
{
    public static async Task<AuroraApiException> By(Func<Task> call)
    {
        try
        {
            await call();
        }
        catch (AuroraApiException exception)
        {
            return exception;
        }

        throw new AssertionException("The call succeeded.");
    }
}
