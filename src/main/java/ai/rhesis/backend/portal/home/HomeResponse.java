package ai.rhesis.backend.portal.home;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.info.BuildProperties;

/// What this is and where to read on.
record HomeResponse(String name, String version, String docs, String openapi, String health) {

    /// Without a build, as in an editor, there is no version.
    static HomeResponse of(@Nullable BuildProperties build) {
        String version = build == null ? null : build.getVersion();
        return new HomeResponse("Rhesis", version == null ? "unknown" : version, "/docs", "/openapi.json", "/health");
    }
}
