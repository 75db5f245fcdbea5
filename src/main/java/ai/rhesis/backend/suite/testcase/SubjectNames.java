package ai.rhesis.backend.suite.testcase;

import ai.rhesis.backend.platform.web.body.NamedReference;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// The category, topic and requirement of a test, each by id or by name.
public record SubjectNames(
        @Nullable NamedReference category,
        @Nullable NamedReference topic,
        @Nullable NamedReference requirement) {

    /// Chooses between the ids of a request and the names beside them.
    ///
    /// @param sent whether the body holds a key
    public static SubjectNames of(TestCaseRequest request, Predicate<String> sent) {
        return new SubjectNames(
                NamedReference.chosen(request.categoryId(), sent.test("category_id"), request.category()),
                NamedReference.chosen(request.topicId(), sent.test("topic_id"), request.topic()),
                NamedReference.chosen(request.requirementId(), sent.test("requirement_id"), request.requirement()));
    }

    public static SubjectNames of(@Nullable String category, @Nullable String topic, @Nullable String requirement) {
        return new SubjectNames(named(category), named(topic), named(requirement));
    }

    private static @Nullable NamedReference named(@Nullable String name) {
        return name == null ? null : NamedReference.of(name);
    }
}
