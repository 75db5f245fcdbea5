package ai.rhesis.backend.suite.testset;

import ai.rhesis.backend.platform.persistence.Directory;
import ai.rhesis.backend.platform.persistence.StatisticsQueries;
import ai.rhesis.backend.platform.problem.Problem;
import ai.rhesis.backend.platform.problem.Violation;
import ai.rhesis.backend.platform.query.Field;
import ai.rhesis.backend.platform.query.ListRequest;
import ai.rhesis.backend.platform.query.Listing;
import ai.rhesis.backend.platform.query.Restriction;
import ai.rhesis.backend.suite.testcase.TestCase;
import ai.rhesis.backend.suite.testcase.TestCaseService;
import ai.rhesis.backend.suite.testcase.TestCaseView;
import jakarta.persistence.criteria.Root;
import jakarta.persistence.criteria.Subquery;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The tests that a set holds, and the sets that hold a test.
@Service
@Transactional
public class TestSetContent {

    private static final int MAX_LISTED = 100;

    private static final Field POSITION = Field.number("position")
            .through((test, query, builder) -> query.getRoots().stream()
                    .filter(root -> root.getJavaType() == TestSetEntry.class)
                    .findFirst()
                    .orElseThrow());

    private final TestSetRepository sets;
    private final TestSetService testSets;
    private final TestCaseService tests;
    private final Directory directory;
    private final StatisticsQueries statistics;

    TestSetContent(
            TestSetRepository sets,
            TestSetService testSets,
            TestCaseService tests,
            Directory directory,
            StatisticsQueries statistics) {
        this.sets = sets;
        this.testSets = testSets;
        this.tests = tests;
        this.directory = directory;
        this.statistics = statistics;
    }

    /// Lists the living tests of a set, in the set's order unless the client asks for another.
    @Transactional(readOnly = true)
    public Listing<TestCaseView> tests(String key, ListRequest request) {
        return tests.list(request, POSITION, heldBy(sets.get(testSets.idOf(key)).getId()));
    }

    /// Lists the living sets that hold a test.
    @Transactional(readOnly = true)
    public Listing<TestSetView> setsWith(UUID testId, ListRequest request) {
        directory.requireLiving(TestCase.class, testId);
        return testSets.list(request, holding(testId));
    }

    /// Appends tests to a set, each once, in their order; those it holds already stay where they are.
    AssociationView add(String key, TestIdsRequest request) {
        TestSet set = sets.getForUpdate(testSets.idOf(key));
        requireTests(request);
        return after(set, add(set, request.ids()));
    }

    /// Makes sure that the set, which a body names by `field`, lives, and holds it until the transaction ends.
    ///
    /// @throws ProblemException 422 on `field` when there is no such set
    public void hold(UUID setId, String field) {
        if (sets.lockLiving(setId).isEmpty()) {
            throw Problem.invalid(field, "does not exist").exception();
        }
    }

    /// Holds a set until the transaction ends. Whoever reads a set and then changes it holds it first, because
    /// others may change it in between. Does nothing where no living set has this key.
    public void hold(String key) {
        sets.lockLiving(testSets.idOf(key));
    }

    /// Appends living tests to a set as [#add] does.
    public void append(UUID setId, Collection<UUID> testIds) {
        TestSet set = sets.getForUpdate(setId);
        if (add(set, testIds.toArray(UUID[]::new)) > 0) {
            set.touch();
            sets.save(set);
        }
    }

    private int add(TestSet set, UUID[] testIds) {
        int added = sets.addTests(set.getId(), testIds);
        statistics.refresh();
        return added;
    }

    /// Takes tests out of a set; those it doesn't hold don't matter.
    AssociationView remove(String key, TestIdsRequest request) {
        TestSet set = sets.getForUpdate(testSets.idOf(key));
        int removed = sets.removeTests(set.getId(), request.ids());
        return after(set, removed);
    }

    private AssociationView after(TestSet set, int changed) {
        if (changed > 0) {
            set.touch();
            sets.save(set);
        }
        return new AssociationView(changed, TestSetMetadata.of(sets.findContents(List.of(set.getId()))));
    }

    private void requireTests(TestIdsRequest request) {
        Set<UUID> unknown = new HashSet<>(sets.findUnknownTests(request.ids()));
        if (!unknown.isEmpty()) {
            List<UUID> ids = request.testIds();
            List<Violation> violations = IntStream.range(0, ids.size())
                    .filter(place -> unknown.contains(ids.get(place)))
                    .limit(MAX_LISTED)
                    .mapToObj(place -> Violation.ofBody("test_ids." + place, "not_found", "does not exist"))
                    .toList();
            throw Problem.invalid(violations).with("not_found_ids", unknown).exception();
        }
    }

    private static Restriction<TestCase> heldBy(UUID setId) {
        return (test, query, builder) -> {
            Root<TestSetEntry> held = query.from(TestSetEntry.class);
            return builder.and(
                    builder.equal(held.get("testSetId"), setId), builder.equal(held.get("testId"), test.get("id")));
        };
    }

    private static Restriction<TestSet> holding(UUID testId) {
        return (set, query, builder) -> {
            Subquery<UUID> holders = query.subquery(UUID.class);
            Root<TestSetEntry> held = holders.from(TestSetEntry.class);
            holders.select(held.get("testSetId")).where(builder.equal(held.get("testId"), testId));
            return set.get("id").in(holders);
        };
    }
}
