namespace Aurora.Client.Tests;

/// <summary>Returns the exception of a call, so that a test can check its facts.</summary>
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
