package ai.rhesis.backend.suite.generation;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The goal of tests that are to be generated, as it is kept with their generation.
///
/// @param prompt what is to be tested, in the words of whoever asks
/// @param context more about it, also tests that people liked or did not
/// @param notes what names among the subjects stand for, by name
/// @param isAdversarial whether every test is an attack
/// @param sources the ids of documents that tests are written from
public record GenerationGoal(
        TestKind kind,
        String prompt,
        @Nullable String context,
        TestSubjects subjects,
        Map<String, String> notes,
        boolean isAdversarial,
        List<UUID> sources) {}
