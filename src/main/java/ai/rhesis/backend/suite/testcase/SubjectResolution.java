package ai.rhesis.backend.suite.testcase;

import ai.rhesis.backend.platform.web.body.NamedReference;
import ai.rhesis.backend.suite.classification.CategoryService;
import ai.rhesis.backend.suite.classification.TopicService;
import ai.rhesis.backend.suite.requirement.RequirementService;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// The resolution of the categories, topics and requirements that tests name to ids. Missing ones are created.
@Component
public class SubjectResolution {

    private final CategoryService categories;
    private final TopicService topics;
    private final RequirementService requirements;

    SubjectResolution(CategoryService categories, TopicService topics, RequirementService requirements) {
        this.categories = categories;
        this.topics = topics;
        this.requirements = requirements;
    }

    /// Resolves the names of many tests together, in the order of the tests. The number of statements does not depend
    /// on the number of tests.
    public List<SubjectIds> resolve(List<SubjectNames> tests) {
        Map<String, UUID> categoryIds = categories.idsOf(namesIn(tests, SubjectNames::category));
        Map<String, UUID> topicIds = topics.idsOf(namesIn(tests, SubjectNames::topic));
        Map<String, UUID> requirementIds = requirements.idsOf(namesIn(tests, SubjectNames::requirement));
        return tests.stream()
                .map(test -> new SubjectIds(
                        id(test.category(), categoryIds),
                        id(test.topic(), topicIds),
                        id(test.requirement(), requirementIds)))
                .toList();
    }

    /// Collects the names in use; a name beside an id is not.
    private static Set<String> namesIn(
            List<SubjectNames> tests, Function<SubjectNames, @Nullable NamedReference> reference) {
        return tests.stream()
                .map(reference)
                .filter(Objects::nonNull)
                .filter(named -> named.id() == null)
                .map(NamedReference::name)
                .filter(Objects::nonNull)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static @Nullable UUID id(@Nullable NamedReference named, Map<String, UUID> ids) {
        if (named == null || named.id() != null || named.name() == null) {
            return named == null ? null : named.id();
        }
        return ids.get(named.name());
    }
}
