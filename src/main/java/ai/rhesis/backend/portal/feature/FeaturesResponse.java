package ai.rhesis.backend.portal.feature;

import ai.rhesis.backend.annotation.file.FileLimits;
import ai.rhesis.backend.platform.query.ListRequest;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The features of this server. `enabled` names those that other editions of the platform charge for, such as single
/// sign-on; this edition has none of them, and no limit of a plan.
record FeaturesResponse(
        License license,
        List<String> enabled,
        Map<String, String> warnings,
        Map<String, @Nullable Integer> limits,
        boolean isLocal,
        boolean rhesisKeyEnabled,
        boolean mailEnabled,
        FileLimits uploads,
        int maxPageSize) {

    static FeaturesResponse of(FileLimits uploads, boolean isLocal, boolean hasMail) {
        return new FeaturesResponse(
                new License("community", false, false),
                List.of(),
                Map.of(),
                Map.of(),
                isLocal,
                false,
                hasMail,
                uploads,
                ListRequest.MAX_LIMIT);
    }

    record License(String edition, boolean licensed, boolean isPaid) {}
}
