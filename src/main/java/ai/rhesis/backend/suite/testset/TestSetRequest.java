package ai.rhesis.backend.suite.testset;

import ai.rhesis.backend.platform.problem.Problem;
import ai.rhesis.backend.platform.tenancy.InScope;
import ai.rhesis.backend.platform.web.body.NamedReference;
import ai.rhesis.backend.suite.testcase.PassRule;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A test set as a client writes it.
///
/// @param repetitions how often a run repeats each of its tests that doesn't say it itself
/// @param passRule how many of them must pass, likewise
/// @param metadata what stands as `metadata` in `attributes`, where old clients send it; counts when it is not empty
public record TestSetRequest(
        @Nullable UUID id,
        @NotBlank @Size(max = 255) String name,
        @Nullable String description,
        @Nullable String shortDescription,

        @Size(min = 3, max = 255) @Pattern(regexp = "[a-z0-9-]*", message = "must be made of a-z, 0-9 and -") @Nullable
        String slug,

        @Nullable UUID testSetTypeId,
        @Valid @Nullable NamedReference testSetType,
        @Nullable UUID statusId,
        @InScope @Nullable UUID projectId,
        @Nullable UUID ownerId,
        @Nullable UUID assigneeId,
        @Min(0) @Max(3) @Nullable Integer priority,
        @Nullable Map<String, @Nullable Object> attributes,
        @Nullable Map<String, @Nullable Object> metadata,
        @Nullable List<@NotNull @Valid NamedReference> tags,
        @Min(1) @Max(PassRule.MAX_REPETITIONS) @Nullable Integer repetitions,
        @Nullable PassRule passRule) {

    /// Asks for a set of this name.
    public static TestSetRequest named(
            String name, @Nullable String description, String type, @Nullable UUID projectId) {
        return new TestSetRequest(
                null,
                name,
                description,
                null,
                null,
                null,
                NamedReference.of(type),
                null,
                projectId,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    /// Returns the set as a request, without its tags: those are compared by their names when they are sent.
    static TestSetRequest of(TestSet set) {
        return new TestSetRequest(
                set.getId(),
                set.getName(),
                set.getDescription(),
                set.getShortDescription(),
                set.getSlug(),
                null,
                NamedReference.of(set.getTestSetTypeId()),
                set.getStatusId(),
                set.getProjectId(),
                set.getOwnerId(),
                set.getAssigneeId(),
                set.getPriority(),
                set.getAttributes(),
                null,
                null,
                set.getRepetitions(),
                set.getPassRule());
    }

    @Nullable
    Map<String, @Nullable Object> allAttributes() {
        if (metadata == null || metadata.isEmpty()) {
            return attributes;
        }
        Map<String, @Nullable Object> all = new LinkedHashMap<>(attributes == null ? Map.of() : attributes);
        all.put("metadata", metadata);
        return all;
    }

    /// @throws ProblemException 422 when the body leaves it to the server
    public void requireType() {
        if (testSetTypeId == null && testSetType == null) {
            throw Problem.invalid("test_set_type", "must not be null").exception();
        }
    }

    /// @throws ProblemException 422 when a tag has no name
    List<String> tagNames() {
        List<NamedReference> all = tags == null ? List.of() : tags;
        List<String> names =
                all.stream().map(NamedReference::name).filter(Objects::nonNull).toList();
        if (names.size() < all.size()) {
            throw Problem.invalid("tags", "each is a name or an object with a name")
                    .exception();
        }
        return names;
    }
}
