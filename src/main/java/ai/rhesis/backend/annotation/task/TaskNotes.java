package ai.rhesis.backend.annotation.task;

import ai.rhesis.backend.platform.problem.Problem;
import ai.rhesis.backend.platform.problem.ProblemException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Notes in the metadata of a task about what was made of it elsewhere, such as an issue of a tracker. Whoever makes
/// one claims it before, so that nobody makes a second one meanwhile.
@Service
@Transactional
public class TaskNotes {

    /// The time after which a claim is void: whoever had it has died, or never heard what came of its call.
    static final Duration MAX_CLAIM = Duration.ofMinutes(5);

    private static final String CLAIM = "_claimed_at";

    private final TaskRepository tasks;

    TaskNotes(TaskRepository tasks) {
        this.tasks = tasks;
    }

    /// Reads the words of a task.
    ///
    /// @param field the field of the body that names it
    /// @throws ProblemException 422 when it is none
    @Transactional(readOnly = true)
    public TaskText text(UUID id, String field) {
        Task task = tasks.findById(id)
                .orElseThrow(
                        () -> Problem.invalid(field, "is not the id of a task").exception());
        return new TaskText(task.getName(), Objects.requireNonNullElse(task.getDescription(), ""), metadata(task));
    }

    /// Claims what is going to be noted under the key.
    ///
    /// @throws ProblemException 409 when the task has it, or it has been claimed in the last five minutes
    public void claim(UUID id, String key) {
        Task task = tasks.getForUpdate(id);
        Map<String, @Nullable Object> metadata = metadata(task);
        requireNone(metadata, key);
        if (isRecent(metadata.get(key + CLAIM))) {
            throw Problem.conflict(
                            "The %s of the task is being made, or it isn't known whether it was: look there, and try again in %d minutes"
                                    .formatted(key, MAX_CLAIM.toMinutes()))
                    .exception();
        }
        metadata.put(key + CLAIM, Instant.now().toString());
        keep(task, metadata);
    }

    /// Gives up a claim.
    public void release(UUID id, String key) {
        Task task = tasks.getForUpdate(id);
        Map<String, @Nullable Object> metadata = metadata(task);
        metadata.remove(key + CLAIM);
        keep(task, metadata);
    }

    /// Notes what was made, in place of the claim.
    ///
    /// @throws ProblemException 409 when the task has another one by now
    public void note(UUID id, String key, Map<String, String> value) {
        Task task = tasks.getForUpdate(id);
        Map<String, @Nullable Object> metadata = metadata(task);
        requireNone(metadata, key);
        metadata.remove(key + CLAIM);
        metadata.put(key, value);
        keep(task, metadata);
    }

    private static void requireNone(Map<String, @Nullable Object> metadata, String key) {
        if (metadata.get(key) != null) {
            throw Problem.conflict("The task has a " + key + " already").exception();
        }
    }

    private void keep(Task task, Map<String, @Nullable Object> metadata) {
        task.keepMetadata(metadata);
        tasks.save(task);
    }

    private static Map<String, @Nullable Object> metadata(Task task) {
        return new LinkedHashMap<>(Objects.requireNonNullElse(task.getTaskMetadata(), Map.of()));
    }

    /// Tells whether a claim holds. What a client wrote in its place and is no time does not.
    private static boolean isRecent(@Nullable Object claim) {
        try {
            return claim instanceof String text
                    && Instant.parse(text).isAfter(Instant.now().minus(MAX_CLAIM));
        } catch (DateTimeParseException none) {
            return false;
        }
    }
}
