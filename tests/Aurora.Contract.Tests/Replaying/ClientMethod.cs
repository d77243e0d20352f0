using System.CodeDom.Compiler;
using System.Collections;
using System.Reflection;
using Aurora.Client;
using Aurora.Spec.Documents;

namespace Aurora.Contract.Tests.Replaying;

/// <summary>A public method of the client, found and called by reflection.</summary>
internal sealed class ClientMethod(MethodInfo method)
{
    // Requests to a media host, and requests that the caller describes.
    private static readonly string[] BeyondTheDocument = [nameof(AuroraClient.DownloadAsync), nameof(AuroraClient.SendAsync)];

    /// <summary>Gets all methods that call an operation once.</summary>
    // Methods with hand-written options are excluded, because they send requests until videos have a final status.
    public static IReadOnlyList<ClientMethod> All { get; } =
    [
        .. typeof(AuroraClient).GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)
            .Where(method => !BeyondTheDocument.Contains(method.Name) && IsCall(method.ReturnType) && Array.TrueForAll(method.GetParameters(), IsOfTheDocument))
            .Select(method => new ClientMethod(method)),
    ];

    public string Name => method.Name;

    public bool TakesIds => Array.Exists(
        method.GetParameters(), parameter => parameter.ParameterType == typeof(Guid) || parameter.ParameterType == typeof(IEnumerable<Guid>));

    /// <summary>Gets the type of the result, or null if the method has no result.</summary>
    public Type? ResultType { get; } = ResultTypeOf(method.ReturnType);

    /// <summary>Returns the parameter for the body of the request, or null if the method or the operation has none.</summary>
    public ParameterInfo? BodyParameter(ReplayedOperation operation) => operation.Body is null ? null : method.GetParameters().FirstOrDefault(parameter =>
        parameter.ParameterType != typeof(CancellationToken)
        && operation.Parameters.All(documented => ClientNames.Parameter(documented.Name) != parameter.Name));

    /// <param name="client">The client.</param>
    /// <param name="arguments">Creates the arguments.</param>
    /// <param name="all">Whether optional arguments are also passed.</param>
    /// <returns>The list or value that was read, or null if the method has no result.</returns>
    public async Task<object?> CallAsync(AuroraClient client, Arguments arguments, bool all)
    {
        var values = method.GetParameters().Select(parameter => parameter.IsOptional && !all ? Type.Missing : arguments.For(parameter)).ToArray();
        var returned = method.Invoke(client, BindingFlags.DoNotWrapExceptions, null, values, null)!;
        if (returned is not Task task)
        {
            var collect = typeof(ClientMethod).GetMethod(nameof(CollectAsync), BindingFlags.Static | BindingFlags.NonPublic)!;
            return await (Task<List<object?>>)collect.MakeGenericMethod(ResultType!.GetGenericArguments()).Invoke(null, [returned])!;
        }

        await task;
        var result = method.ReturnType.IsGenericType ? task.GetType().GetProperty("Result")!.GetValue(task) : null;
        return ListIn(method.ReturnType) is { } list ? list.GetValue(result) : result;
    }

    public override string ToString() =>
        $"{method.Name}({string.Join(", ", method.GetParameters().Select(parameter => parameter.Name).SkipLast(1))})";

    private static bool IsCall(Type returned) =>
        typeof(Task).IsAssignableFrom(returned) || (returned.IsGenericType && returned.GetGenericTypeDefinition() == typeof(IAsyncEnumerable<>));

    private static bool IsOfTheDocument(ParameterInfo parameter) =>
        parameter.ParameterType.Assembly != typeof(AuroraClient).Assembly || parameter.ParameterType.IsDefined(typeof(GeneratedCodeAttribute));

    private static Type? ResultTypeOf(Type returned)
    {
        if (!returned.IsGenericType)
            return null;
        var result = returned.GetGenericArguments()[0];
        return returned.GetGenericTypeDefinition() == typeof(IAsyncEnumerable<>)
            ? typeof(IReadOnlyList<>).MakeGenericType(result)
            : ListIn(returned)?.PropertyType ?? result;
    }

    /// <summary>Returns the property with the list of generated objects in a hand-written result type, or null for other types.</summary>
    private static PropertyInfo? ListIn(Type returned)
    {
        if (!returned.IsGenericType)
            return null;
        var result = returned.GetGenericArguments()[0];
        if (result.Assembly != typeof(AuroraClient).Assembly || result.IsDefined(typeof(GeneratedCodeAttribute)))
            return null;
        return result.GetProperties().FirstOrDefault(property => ClientTypes.ItemOf(property.PropertyType)?.IsDefined(typeof(GeneratedCodeAttribute)) == true);
    }

    private static async Task<List<object?>> CollectAsync<T>(IAsyncEnumerable<T> items)
    {
        List<object?> list = [];
        await foreach (var item in items)
            list.Add(item);
        return list;
    }
}
