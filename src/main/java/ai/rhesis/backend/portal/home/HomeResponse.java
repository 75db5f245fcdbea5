package ai.rhesis.backend.portal.home;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.info.BuildProperties;

/// The name and version of the service, and where to read on.
record HomeResponse(String name, String version, String docs, String openapi, String health) {

    /// Makes the response; the version is unknown without a build, as in an editor.
    static HomeResponse of(@Nullable BuildProperties build) {
        String version = build == null ? null : build.getVersion();
        return new HomeResponse("Rhesis", version == null ? "unknown" : version, "/docs", "/openapi.json", "/health");
    }
}
