package ai.rhesis.backend.suite.version;

import ai.rhesis.backend.annotation.typelookup.TypeLookupService;
import ai.rhesis.backend.suite.prompt.PromptRequest;
import ai.rhesis.backend.suite.prompt.PromptService;
import ai.rhesis.backend.suite.testcase.SubjectIds;
import ai.rhesis.backend.suite.testcase.SubjectNames;
import ai.rhesis.backend.suite.testcase.SubjectResolution;
import ai.rhesis.backend.suite.testcase.TestCaseLinks;
import ai.rhesis.backend.suite.version.content.TestContent;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// The restoration of stored contents to tests. Prompts are created anew, because results point at the old ones.
@Component
class ContentRestore {

    private final VersionContentQueries versioned;
    private final RestoreQueries tests;
    private final RestoredFileQueries files;
    private final PromptService prompts;
    private final TypeLookupService lookups;
    private final SubjectResolution subjects;

    ContentRestore(
            VersionContentQueries versioned,
            RestoreQueries tests,
            RestoredFileQueries files,
            PromptService prompts,
            TypeLookupService lookups,
            SubjectResolution subjects) {
        this.versioned = versioned;
        this.tests = tests;
        this.files = files;
        this.prompts = prompts;
        this.lookups = lookups;
        this.subjects = subjects;
    }

    void restore(UUID setId, List<Restoration> restorations) {
        if (restorations.isEmpty()) {
            return;
        }
        ContentsByHash stored = versioned.contents(
                restorations.stream().map(each -> each.member().contentHash()).toList());
        List<TestContent> contents =
                restorations.stream().map(each -> stored.of(each.member())).toList();
        tests.write(RestoredColumns.of(setId, restorations, contents, links(contents)));
        files.restore(restorations, contents);
    }

    private List<TestCaseLinks> links(List<TestContent> contents) {
        Map<String, UUID> types = new HashMap<>();
        contents.forEach(content ->
                types.computeIfAbsent(content.testType(), name -> lookups.require("TestType", name, "test_type")));
        Iterator<@Nullable UUID> promptIds = promptIds(contents).iterator();
        Iterator<SubjectIds> resolved = subjects.resolve(contents.stream()
                        .map(content -> SubjectNames.of(content.category(), content.topic(), content.requirement()))
                        .toList())
                .iterator();
        return contents.stream()
                .map(content -> new TestCaseLinks(
                        promptIds.next(), Objects.requireNonNull(types.get(content.testType())), resolved.next()))
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
