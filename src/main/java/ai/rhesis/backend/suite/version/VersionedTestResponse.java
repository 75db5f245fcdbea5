package ai.rhesis.backend.suite.version;

import ai.rhesis.backend.suite.version.content.TestContent;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// A test as a version has it.
///
/// @param testId the test's id, also when the test was deleted since
/// @param files the SHA-256 of each attached file, sorted
record VersionedTestResponse(
        UUID testId,
        int position,
        String contentHash,
        String stimulusHash,
        @Nullable String category,
        @Nullable String expectedResponse,
        List<String> files,
        @Nullable String languageCode,
        @Nullable JsonNode metadata,
        @Nullable String prompt,
        @Nullable String requirement,
        @Nullable JsonNode testConfiguration,
        String testType,
        @Nullable String topic) {

    static VersionedTestResponse of(VersionedContent test) {
        TestContent content = test.content();
        return new VersionedTestResponse(
                test.testId(),
                test.position(),
                test.contentHash(),
                test.stimulusHash(),
                content.category(),
                content.expectedResponse(),
                content.files(),
                content.languageCode(),
                content.metadata(),
                content.prompt(),
                content.requirement(),
                content.testConfiguration(),
                content.testType(),
                content.topic());
    }
}
