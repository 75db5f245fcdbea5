package ai.rhesis.backend.suite.generation;

import static ai.rhesis.backend.integration.provider.AnswerItems.text;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// A test as a model wrote it. Of a question, `content` is what the user says; of a conversation, its goal.
///
/// @param source the place of the source that it was written from; null without sources
public record GeneratedCase(
        TestKind kind,
        String content,
        @Nullable String expectedResponse,
        String languageCode,
        String instructions,
        String restrictions,
        String scenario,
        @Nullable String requirement,
        @Nullable String category,
        @Nullable String topic,
        @Nullable Integer source) {

    private static final int MAX_CONTENT = 10_000;
    private static final int MAX_NAME = 255;
    private static final int MAX_LANGUAGE = 35;
    private static final String DEFAULT_LANGUAGE = "en";

    private static final List<String> QUESTIONS = List.of("prompt", "prompt_content", "content", "input", "question");
    private static final List<String> GOALS = List.of("goal", "test_configuration_goal");

    /// Tells whether an object of an answer is a test.
    public static boolean isTest(TestKind kind, ObjectNode object) {
        return !contentOf(kind, object).isBlank();
    }

    /// Reads a test; null when it is longer than tests are.
    public static @Nullable GeneratedCase of(TestKind kind, ObjectNode object) {
        String content = contentOf(kind, object);
        String expected = first(object, "expected_response", "prompt_expected_response", "expected");
        if (content.isBlank() || content.length() > MAX_CONTENT || expected.length() > MAX_CONTENT) {
            return null;
        }
        String language = first(object, "language_code", "prompt_language_code");
        JsonNode turns = object.path("test_configuration").isObject() ? object.path("test_configuration") : object;
        return new GeneratedCase(
                kind,
                content,
                expected.isEmpty() ? null : expected,
                language.matches("[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*") && language.length() <= MAX_LANGUAGE
                        ? language
                        : DEFAULT_LANGUAGE,
                bounded(first(turns, "instructions", "test_configuration_instructions")),
                bounded(first(turns, "restrictions", "test_configuration_restrictions")),
                bounded(first(turns, "scenario", "test_configuration_scenario")),
                name(first(object, "requirement", "behavior")),
                name(first(object, "category")),
                name(first(object, "topic")),
                null);
    }

    /// Tells whether it says itself what it is about.
    boolean isLabelled() {
        return requirement != null && category != null && topic != null;
    }

    GeneratedCase about(String named, @Nullable String ofCategory, @Nullable String ofTopic) {
        return new GeneratedCase(
                kind,
                content,
                expectedResponse,
                languageCode,
                instructions,
                restrictions,
                scenario,
                named,
                ofCategory,
                ofTopic,
                source);
    }

    GeneratedCase from(@Nullable Integer place) {
        return new GeneratedCase(
                kind,
                content,
                expectedResponse,
                languageCode,
                instructions,
                restrictions,
                scenario,
                requirement,
                category,
                topic,
                place);
    }

    /// Returns the text by which it is told from others.
    String essence() {
        return kind == TestKind.SINGLE_TURN ? content : (content + " " + scenario).strip();
    }

    private static String contentOf(TestKind kind, ObjectNode object) {
        if (kind == TestKind.MULTI_TURN) {
            String goal = first(object, GOALS.toArray(String[]::new));
            return goal.isEmpty() ? text(object.path("test_configuration").path("goal")) : goal;
        }
        String nested = text(object.path("prompt").path("content"));
        return nested.isEmpty() ? first(object, QUESTIONS.toArray(String[]::new)) : nested;
    }

    private static String first(JsonNode object, String... keys) {
        for (String key : keys) {
            String value = text(object.path(key));
            if (!value.isEmpty()) {
                return value;
            }
        }
        return "";
    }

    private static String bounded(String text) {
        return text.substring(0, Math.min(text.length(), MAX_CONTENT));
    }

    private static @Nullable String name(String told) {
        String name = told.replaceAll("\\s+", " ");
        return name.isEmpty() || name.length() > MAX_NAME ? null : name;
    }
}
