package ai.rhesis.backend.suite.bulk;

import ai.rhesis.backend.platform.web.body.NamedReference;
import ai.rhesis.backend.suite.testcase.TestCaseRequest;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// The ids behind the names of all tests of a call.
record Names(Map<String, UUID> categories, Map<String, UUID> topics, Map<String, UUID> requirements) {

    @Nullable
    UUID categoryId(TestCaseRequest request) {
        return id(BulkReference.CATEGORY_ID.idIn(request), request.category(), categories);
    }

    @Nullable
    UUID topicId(TestCaseRequest request) {
        return id(BulkReference.TOPIC_ID.idIn(request), request.topic(), topics);
    }

    @Nullable
    UUID requirementId(TestCaseRequest request) {
        return id(BulkReference.REQUIREMENT_ID.idIn(request), request.requirement(), requirements);
    }

    private static @Nullable UUID id(@Nullable UUID given, @Nullable NamedReference named, Map<String, UUID> ids) {
        return given != null || named == null || named.name() == null ? given : ids.get(named.name());
    }

    /// Collects the names in use; a name beside an id is not.
    static Set<String> of(
            List<Draft> drafts, BulkReference link, Function<TestCaseRequest, @Nullable NamedReference> named) {
        Set<String> names = new LinkedHashSet<>();
        for (Draft draft : drafts) {
            NamedReference chosen = named.apply(draft.request());
            if (chosen != null && chosen.name() != null && link.idIn(draft.request()) == null) {
                names.add(chosen.name());
            }
        }
        return names;
    }
}
