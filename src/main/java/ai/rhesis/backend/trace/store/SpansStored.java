package ai.rhesis.backend.trace.store;

/// The event of spans that were stored and had not been there, published within the transaction that stores them.
public record SpansStored(long count) {}
