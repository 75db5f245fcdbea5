package ai.rhesis.backend.suite.version;

import ai.rhesis.backend.annotation.typelookup.TypeLookupService;
import ai.rhesis.backend.platform.web.body.NamedReference;
import ai.rhesis.backend.suite.classification.CategoryService;
import ai.rhesis.backend.suite.classification.TopicService;
import ai.rhesis.backend.suite.prompt.PromptRequest;
import ai.rhesis.backend.suite.prompt.PromptService;
import ai.rhesis.backend.suite.requirement.RequirementService;
import java.util.Collection;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// The restoration of stored contents to tests. Prompts are created anew, because results point at the old ones.
@Component
class ContentRestore {

    private final VersionContentRepository versioned;
    private final RestoreRepository tests;
    private final RestoredFileRepository files;
    private final PromptService prompts;
    private final TypeLookupService lookups;
    private final CategoryService categories;
    private final TopicService topics;
    private final RequirementService requirements;

    ContentRestore(
            VersionContentRepository versioned,
            RestoreRepository tests,
            RestoredFileRepository files,
            PromptService prompts,
            TypeLookupService lookups,
            CategoryService categories,
            TopicService topics,
            RequirementService requirements) {
        this.versioned = versioned;
        this.tests = tests;
        this.files = files;
        this.prompts = prompts;
        this.lookups = lookups;
        this.categories = categories;
        this.topics = topics;
        this.requirements = requirements;
    }

    void restore(UUID setId, List<Restoration> restorations) {
        if (restorations.isEmpty()) {
            return;
        }
        ContentsByHash stored = versioned.contents(
                restorations.stream().map(each -> each.member().contentHash()).toList());
        List<TestContent> contents =
                restorations.stream().map(each -> stored.of(each.member())).toList();
        tests.write(setId, restorations, RestoredColumns.of(contents, names(contents), promptIds(contents)));
        files.restore(restorations, contents);
    }

    private RestoredNames names(List<TestContent> contents) {
        Map<String, UUID> types = new HashMap<>();
        contents.forEach(content -> types.computeIfAbsent(
                content.testType(),
                name -> lookups.require("TestType", NamedReference.of(name), "test_type")
                        .getId()));
        return new RestoredNames(
                types,
                categories.idsOf(names(contents, TestContent::category)),
                topics.idsOf(names(contents, TestContent::topic)),
                requirements.idsOf(names(contents, TestContent::requirement)));
    }

    private static Collection<String> names(List<TestContent> contents, Function<TestContent, @Nullable String> field) {
        return contents.stream()
                .map(field)
                .filter(Objects::nonNull)
                .distinct()
                .sorted()
                .toList();
    }

    private List<@Nullable UUID> promptIds(List<TestContent> contents) {
        List<PromptRequest> wanted = contents.stream()
                .filter(content -> content.prompt() != null)
                .map(ContentRestore::prompt)
                .toList();
        Iterator<UUID> made = (wanted.isEmpty() ? List.<UUID>of() : prompts.createAll(wanted)).iterator();
        return contents.stream()
                .<@Nullable UUID>map(content -> content.prompt() == null ? null : made.next())
                .toList();
    }

    private static PromptRequest prompt(TestContent content) {
        return PromptRequest.of(
                Objects.requireNonNull(content.prompt()),
                Objects.requireNonNull(content.languageCode()),
                content.expectedResponse());
    }
}
