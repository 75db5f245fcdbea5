package ai.rhesis.backend.platform.web.problem;

/// Paths whose handlers unpack bodies that are sent with gzip. A feature that has some declares a bean.
///
/// @param beginning the beginning of the paths, such as `/v1/`
public record UnpackedPaths(String beginning) {}
