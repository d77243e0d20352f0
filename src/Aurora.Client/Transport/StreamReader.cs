namespace Aurora.Client;

/// <summary>Returns the elements of a response while it arrives, and reports their number if it fails.</summary>
internal sealed class StreamReader<T>(AuroraCall call, HttpResponseMessage response, ResponseBody body, ListReader<T> list) : IDisposable
{
    public T Current => list.Current;

    public ValueTask<bool> MoveNextAsync()
    {
        // Elements that have already arrived are returned without a wait. WaitAsync handles their errors.
        try
        {
            if (list.TryMoveNext())
            {
                AuroraTelemetry.CountVideos(1);
                return new ValueTask<bool>(true);
            }
        }
        catch (Exception exception)
        {
            return FailAsync(exception);
        }

        return WaitAsync(list.MoveNextAsync);
    }

    private ValueTask<bool> FailAsync(Exception exception) => WaitAsync(() => new ValueTask<bool>(Task.FromException<bool>(exception)));

    private async ValueTask<bool> WaitAsync(Func<ValueTask<bool>> moveNext)
    {
        call.Delivered = list.Count;
        try
        {
            var any = await moveNext().ConfigureAwait(false);
            if (any)
                AuroraTelemetry.CountVideos(1);
            return any;
        }
        catch (Exception exception) when (call.Lifetime.EndOf(exception) is { } end)
        {
            throw end;
        }
        catch (Exception exception) when (ResponseReader.ErrorOf(call, response, list.Excerpt, exception) is { } error)
        {
            throw call.Lifetime.EndOf(error) ?? call.Fail(error);
        }
        catch (AuroraApiException exception)
        {
            throw call.Fail(exception);
        }
        catch (Exception exception) when (exception is IOException or HttpRequestException)
        {
            throw call.Fail(call.Error(AuroraErrorKind.Network, $"The connection failed: {WireFailure.Describe(exception)}", exception, response));
        }
    }

    public void Dispose()
    {
        list.Dispose();
        body.Dispose();
    }
}
