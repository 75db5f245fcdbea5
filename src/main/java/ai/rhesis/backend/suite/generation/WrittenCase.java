package ai.rhesis.backend.suite.generation;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// A generated test as clients read and store it.
///
/// @param prompt of a test of one question
/// @param testConfiguration of a conversation
@JsonInclude(JsonInclude.Include.NON_NULL)
public record WrittenCase(
        @Nullable Prompt prompt,
        @Nullable Conversation testConfiguration,
        String requirement,
        String category,
        String topic,
        String testType,
        Metadata metadata) {

    private static final String GENERATED_BY = "rhesis";

    public static WrittenCase of(GeneratedCase test, Material material) {
        boolean isSingle = test.kind() == TestKind.SINGLE_TURN;
        return new WrittenCase(
                isSingle ? new Prompt(test.content(), test.languageCode(), test.expectedResponse()) : null,
                isSingle
                        ? null
                        : new Conversation(test.content(), test.instructions(), test.restrictions(), test.scenario()),
                Objects.requireNonNullElse(test.requirement(), ""),
                Objects.requireNonNullElse(test.category(), ""),
                Objects.requireNonNullElse(test.topic(), ""),
                test.kind().type(),
                Metadata.of(material.at(test.source())));
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Prompt(
            String content, String languageCode, @Nullable String expectedResponse) {}

    public record Conversation(String goal, String instructions, String restrictions, String scenario) {}

    /// @param sources the excerpt that the test was written from
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Metadata(String generatedBy, @Nullable List<Excerpt> sources) {

        static Metadata of(Material.@Nullable Excerpt excerpt) {
            return new Metadata(
                    GENERATED_BY,
                    excerpt == null ? null : List.of(new Excerpt(excerpt.title(), excerpt.title(), excerpt.text())));
        }
    }

    public record Excerpt(String source, String name, String content) {}
}
