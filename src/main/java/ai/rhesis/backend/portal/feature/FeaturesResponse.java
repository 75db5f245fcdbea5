package ai.rhesis.backend.portal.feature;

import ai.rhesis.backend.annotation.file.FileLimits;
import ai.rhesis.backend.platform.query.ListRequest;
import java.util.List;

/// The features of this server. `enabled` names those that other editions of the platform charge for, such as single
/// sign-on; this edition has none of them.
record FeaturesResponse(License license, List<String> enabled, FileLimits uploads, int maxPageSize) {

    static FeaturesResponse of(FileLimits uploads) {
        return new FeaturesResponse(new License("community", false, false), List.of(), uploads, ListRequest.MAX_LIMIT);
    }

    record License(String edition, boolean licensed, boolean isPaid) {}
}
