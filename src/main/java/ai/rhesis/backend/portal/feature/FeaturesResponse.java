package ai.rhesis.backend.portal.feature;

import ai.rhesis.backend.annotation.file.FileLimits;
import ai.rhesis.backend.platform.query.ListRequest;
import java.util.List;

/// What this server offers. `enabled` names what other editions of the platform charge for, such as single sign-on:
/// this one has none of it.
record FeaturesResponse(License license, List<String> enabled, FileLimits uploads, int maxPageSize) {

    static FeaturesResponse of(FileLimits uploads) {
        return new FeaturesResponse(new License("community", false, false), List.of(), uploads, ListRequest.MAX_LIMIT);
    }

    record License(String edition, boolean licensed, boolean isPaid) {}
}
