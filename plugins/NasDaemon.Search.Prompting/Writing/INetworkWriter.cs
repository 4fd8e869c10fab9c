namespace NasDaemon.Search.Prompting.Writing;

/// <summary>Lets a language model write networks.</summary>
internal interface INetworkWriter
{
    /// <summary>Writes one network for each request. A model that can decode several sequences together does.</summary>
    /// <param name="requests">The requests; at least one.</param>
    /// <param name="cancellation">Ends the call early.</param>
    /// <returns>One result a request, in the same order. What the model does wrong is in the results.</returns>
    Task<IReadOnlyList<WritingResult>> WriteAsync(IReadOnlyList<WritingRequest> requests, CancellationToken cancellation);
}
