package ai.rhesis.backend.annotation.file;

/// A file of an object without its content, which the store keeps under the hash.
///
/// @param contentHash the SHA-256 of the content in lower-case hexadecimal
public record AttachedFile(String filename, String contentType, long sizeBytes, String contentHash) {}
