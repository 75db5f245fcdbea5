package ai.rhesis.backend.annotation.file;

/// The limits of one upload.
public record FileLimits(long maxFileBytes, int maxFilesPerRequest) {}
