namespace Aurora.Client;

public partial interface IAuroraClient
{
    /// <summary>Lists every video of the account in one answer; the API has no paging.</summary>
    /// <inheritdoc cref="ListAsync(IEnumerable{Guid}, AuroraOrdering, CancellationToken)"/>
    Task<IReadOnlyList<AuroraFlow>> ListAsync(CancellationToken cancellationToken = default);

    /// <summary>Lists every video of the account in one answer, in the given order.</summary>
    /// <inheritdoc cref="ListAsync(IEnumerable{Guid}, AuroraOrdering, CancellationToken)"/>
    Task<IReadOnlyList<AuroraFlow>> ListAsync(AuroraOrdering ordering, CancellationToken cancellationToken = default);

    /// <summary>Lists the videos with these ids.</summary>
    /// <param name="ids">
    /// From 1 to <see cref="AuroraApi.MaxIds"/> ids; the same id twice counts and is sent once. Ids that the account does
    /// not have are missing from the result.
    /// </param>
    /// <param name="ordering">In which order; the default value leaves it to the API.</param>
    /// <param name="cancellationToken">Ends the call, also while the response is still arriving.</param>
    /// <returns>The videos, in the order in which the API sent them; never null.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="ids"/> is null. To list all videos, leave the argument out.</exception>
    /// <exception cref="ArgumentException">
    /// There are no ids, which would quietly list the whole account, or more than <see cref="AuroraApi.MaxIds"/>. Nothing has been sent.
    /// </exception>
    /// <exception cref="AuroraApiException">The API answered with an error, with something unreadable, or not at all.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was cancelled.</exception>
    Task<IReadOnlyList<AuroraFlow>> ListAsync(IEnumerable<Guid> ids, AuroraOrdering ordering = default, CancellationToken cancellationToken = default);

    /// <summary>Lists the videos with these ids, given as the document has them: a comma-separated text.</summary>
    /// <param name="ids">
    /// From 1 to <see cref="AuroraApi.MaxIds"/> UUIDs in 8-4-4-4-12 form, separated by commas, with or without spaces around them.
    /// </param>
    /// <param name="ordering">In which order; the default value leaves it to the API.</param>
    /// <param name="cancellationToken">Ends the call, also while the response is still arriving.</param>
    /// <exception cref="ArgumentException">
    /// An entry is empty or not a UUID (the message names the first ten and their positions), the text is empty, or it has
    /// more than <see cref="AuroraApi.MaxIds"/> ids. Nothing has been sent.
    /// </exception>
    /// <inheritdoc cref="ListAsync(IEnumerable{Guid}, AuroraOrdering, CancellationToken)"/>
    Task<IReadOnlyList<AuroraFlow>> ListAsync(string ids, AuroraOrdering ordering = default, CancellationToken cancellationToken = default);

    /// <summary>
    /// Lists every video of the account while the answer arrives: the first is there when its own bytes are, and the memory
    /// that the call needs does not grow with their number. The network waits for the loop; leaving it frees the connection.
    /// </summary>
    /// <param name="ordering">In which order; the default value leaves it to the API.</param>
    /// <param name="cancellationToken">Ends the call, also while the response is still arriving.</param>
    /// <exception cref="AuroraApiException">
    /// The API answered with an error, with something unreadable, or not at all. Where the answer breaks off,
    /// <see cref="AuroraApiException.Delivered"/> says how many videos had come; it is not asked for again.
    /// </exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was cancelled.</exception>
    IAsyncEnumerable<AuroraFlow> StreamAsync(AuroraOrdering ordering = default, CancellationToken cancellationToken = default);
}
