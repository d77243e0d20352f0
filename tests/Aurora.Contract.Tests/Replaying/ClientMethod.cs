using System.CodeDom.Compiler;
using System.Collections;
using System.Reflection;
using Aurora.Client;
using Aurora.Spec.Documents;

namespace Aurora.Contract.Tests.Replaying;

/// <summary>One public method of the client, called without knowing its name.</summary>
internal sealed class ClientMethod(MethodInfo method)
{
    /// <summary>Every method that asks the API once for what the document's parameters say.</summary>
    // What takes options that are written by hand asks again and again, until videos have ended.
    public static IReadOnlyList<ClientMethod> All { get; } =
    [
        .. typeof(AuroraClient).GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)
            .Where(method => IsCall(method.ReturnType) && Array.TrueForAll(method.GetParameters(), IsOfTheDocument))
            .Select(method => new ClientMethod(method)),
    ];

    public string Name => method.Name;

    public bool TakesIds => Array.Exists(method.GetParameters(), parameter => parameter.ParameterType == typeof(Guid) || parameter.ParameterType == typeof(IEnumerable<Guid>));

    /// <summary>The type of what is read; null where nothing is.</summary>
    public Type? ResultType { get; } = Read(method.ReturnType);

    /// <param name="client">The client.</param>
    /// <param name="arguments">Makes them.</param>
    /// <param name="all">Also those that may be left out.</param>
    /// <returns>The list that was read, or the one value, or nothing.</returns>
    public async Task<object?> CallAsync(AuroraClient client, Arguments arguments, bool all)
    {
        var values = method.GetParameters().Select(parameter => parameter.IsOptional && !all ? Type.Missing : arguments.For(parameter)).ToArray();
        var returned = method.Invoke(client, BindingFlags.DoNotWrapExceptions, null, values, null)!;
        if (returned is not Task task)
            return await (Task<List<object?>>)typeof(ClientMethod).GetMethod(nameof(CollectAsync), BindingFlags.Static | BindingFlags.NonPublic)!.MakeGenericMethod(ResultType!.GetGenericArguments()).Invoke(null, [returned])!;
        await task;
        var result = method.ReturnType.IsGenericType ? task.GetType().GetProperty("Result")!.GetValue(task) : null;
        return ListIn(method.ReturnType) is { } list ? list.GetValue(result) : result;
    }

    public override string ToString() => $"{method.Name}({string.Join(", ", method.GetParameters().Select(parameter => parameter.Name).SkipLast(1))})";

    private static bool IsCall(Type returned) =>
        typeof(Task).IsAssignableFrom(returned) || (returned.IsGenericType && returned.GetGenericTypeDefinition() == typeof(IAsyncEnumerable<>));

    private static bool IsOfTheDocument(ParameterInfo parameter) =>
        parameter.ParameterType.Assembly != typeof(AuroraClient).Assembly || parameter.ParameterType.IsDefined(typeof(GeneratedCodeAttribute));

    private static Type? Read(Type returned)
    {
        if (!returned.IsGenericType)
            return null;
        var result = returned.GetGenericArguments()[0];
        return returned.GetGenericTypeDefinition() == typeof(IAsyncEnumerable<>) ? typeof(IReadOnlyList<>).MakeGenericType(result) : ListIn(returned)?.PropertyType ?? result;
    }

    /// <summary>The list of the document's objects in a result that is written by hand and holds more than it.</summary>
    private static PropertyInfo? ListIn(Type returned)
    {
        if (!returned.IsGenericType || returned.GetGenericArguments()[0] is not { } result || result.Assembly != typeof(AuroraClient).Assembly || result.IsDefined(typeof(GeneratedCodeAttribute)))
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
