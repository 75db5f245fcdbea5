package ai.rhesis.backend.suite.version;

import ai.rhesis.backend.platform.problem.Problem;
import ai.rhesis.backend.platform.query.ListRequest;
import ai.rhesis.backend.platform.query.Listing;
import ai.rhesis.backend.suite.testset.TestSetContent;
import ai.rhesis.backend.suite.testset.TestSetService;
import ai.rhesis.backend.suite.version.content.ContentQueries;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The versions of the test sets of an organization.
@Service
@Transactional
public class VersionService {

    private static final int DEFAULT_LIMIT = 100;
    private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,8}");
    private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");

    private final TestSetService sets;
    private final VersionQueries versions;
    private final VersionMaker maker;
    private final VersionContentQueries contents;
    private final ContentQueries stored;
    private final TestSetContent content;

    VersionService(
            TestSetService sets,
            VersionQueries versions,
            VersionMaker maker,
            VersionContentQueries contents,
            ContentQueries stored,
            TestSetContent content) {
        this.sets = sets;
        this.versions = versions;
        this.maker = maker;
        this.contents = contents;
        this.stored = stored;
        this.content = content;
    }

    /// Pins the version of a set as it is now, for a run.
    public VersionNumber pin(UUID setId) {
        return maker.make(setId, null, null).version().toNumber();
    }

    /// Hashes a test as it is now; empty where it doesn't live.
    @Transactional(readOnly = true)
    public Optional<TestHashes> hashes(UUID testId) {
        return stored.current(testId).map(TestHashes::of);
    }

    /// Makes a version, or returns the last one when nothing changed since; either gets the label.
    MadeVersion create(String setKey, VersionRequest request) {
        MadeVersion made = maker.make(sets.requireId(setKey), request.description(), null);
        return request.label() == null ? made : made.with(label(made.version(), request.label()));
    }

    @Transactional(readOnly = true)
    Listing<TestSetVersion> list(String setKey, ListRequest request) {
        UUID setId = sets.requireId(setKey);
        int limit = limit(request);
        return new Listing<>(
                versions.list(setId, request.skip(), limit), request.isCounted() ? versions.count(setId) : null, null);
    }

    /// Finds the version of a set with this number, label or hash.
    ///
    /// @throws ProblemException 404 when there is none
    @Transactional(readOnly = true)
    TestSetVersion get(String setKey, String key) {
        return find(sets.requireId(setKey), key);
    }

    /// Locks a living set until the transaction ends and returns its id.
    UUID lock(String setKey) {
        UUID setId = sets.requireId(setKey);
        content.hold(setId, "id");
        return setId;
    }

    TestSetVersion find(UUID setId, String key) {
        Optional<TestSetVersion> found = HASH.matcher(key).matches()
                ? versions.findByHash(setId, key)
                : NUMBER.matcher(key).matches()
                        ? versions.findByNumber(setId, Integer.parseInt(key))
                        : versions.findByLabel(setId, key);
        return found.orElseThrow(
                () -> Problem.notFound("This test set has no version " + key).exception());
    }

    /// Returns the tests of a version, in its order.
    @Transactional(readOnly = true)
    Listing<VersionedContent> tests(String setKey, String key, ListRequest request) {
        TestSetVersion version = get(setKey, key);
        int limit = limit(request);
        List<VersionedContent> page =
                contents.page(version, VersionPlace.of(request.cursor()), request.skip(), limit + 1);
        boolean isLast = page.size() <= limit;
        List<VersionedContent> items = isLast ? page : page.subList(0, limit);
        return new Listing<>(
                items,
                request.isCounted() ? (long) version.tests() : null,
                isLast ? null : items.getLast().place().cursor());
    }

    /// Finds the tests that came, went, changed and moved from one version to another.
    @Transactional(readOnly = true)
    VersionDiff diff(String setKey, String before, String after) {
        UUID setId = sets.requireId(setKey);
        List<VersionDifference> differences = contents.differences(
                setId, find(setId, before).number(), find(setId, after).number());
        List<String> hashes = differences.stream()
                .filter(VersionDifference::isChanged)
                .flatMap(each -> Stream.of(
                        each.requiredBefore().contentHash(),
                        each.requiredAfter().contentHash()))
                .toList();
        return VersionDiff.of(differences, contents.contents(hashes));
    }

    /// Gives a version its label, or takes it away.
    ///
    /// @throws ProblemException 409 when another version of the set has it
    TestSetVersion label(String setKey, String key, @Nullable String label) {
        return label(find(sets.requireId(setKey), key), label);
    }

    private TestSetVersion label(TestSetVersion version, @Nullable String label) {
        if (label != null) {
            requireFree(version, label);
        }
        try {
            versions.label(version.testSetId(), version.number(), label);
        } catch (DuplicateKeyException atTheSameMoment) {
            throw Problem.conflict("label", "Another version of this test set already has this label", null)
                    .exception();
        }
        return versions.findByNumber(version.testSetId(), version.number()).orElseThrow();
    }

    private void requireFree(TestSetVersion version, String label) {
        versions.findByLabel(version.testSetId(), label)
                .filter(other -> other.number() != version.number())
                .ifPresent(other -> {
                    throw taken(other.number());
                });
    }

    private static RuntimeException taken(int number) {
        return Problem.conflict("label", "Version " + number + " of this test set already has this label", null)
                .exception();
    }

    /// @throws ProblemException 400 where a list of versions is filtered or sorted
    private static int limit(ListRequest request) {
        if (request.filter() != null || request.sortBy() != null) {
            throw Problem.badRequest(
                            request.filter() != null ? "$filter" : "sort_by",
                            "Versions and their tests come in one order and can't be filtered")
                    .exception();
        }
        return request.limit() == null ? DEFAULT_LIMIT : request.limit();
    }
}
