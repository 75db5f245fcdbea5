package ai.rhesis.backend.portal.explorer;

import static java.util.stream.Collectors.toCollection;

import ai.rhesis.backend.platform.problem.Problem;
import ai.rhesis.backend.platform.query.ListRequest;
import ai.rhesis.backend.platform.query.Listing;
import ai.rhesis.backend.platform.web.IfMatch;
import ai.rhesis.backend.suite.classification.TopicService;
import ai.rhesis.backend.suite.testcase.TestCaseService;
import ai.rhesis.backend.suite.testset.TestSetRequest;
import ai.rhesis.backend.suite.testset.TestSetService;
import ai.rhesis.backend.suite.testset.TestSetView;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Test sets that are trees of the explorer. Their tests are theirs alone: what comes in or goes out is copied.
@Service
@Transactional
class ExplorerSets {

    private static final int MAX_NAME_LENGTH = 255;

    private final TestSetService sets;
    private final TestCaseService tests;
    private final TopicService topics;
    private final ExplorerQueries queries;
    private final CopyQueries copies;

    ExplorerSets(
            TestSetService sets,
            TestCaseService tests,
            TopicService topics,
            ExplorerQueries queries,
            CopyQueries copies) {
        this.sets = sets;
        this.tests = tests;
        this.topics = topics;
        this.queries = queries;
        this.copies = copies;
    }

    @Transactional(readOnly = true)
    Listing<TestSetView> list(ListRequest request) {
        return sets.list(request.limitedTo(100), TestSetService.ofExplorer(true));
    }

    TestSetView create(ExplorerSetRequest request) {
        return made(request.name(), request.description(), true);
    }

    /// Returns the id of a tree, named by id, nano id or slug.
    ///
    /// @throws ProblemException 404 or 410 without the set, 400 when it is no tree
    @Transactional(readOnly = true)
    UUID require(String key) {
        UUID id = sets.requireId(key);
        if (!queries.isExplorer(id)) {
            throw Problem.badRequest("id", "The test set is not configured for Explorer")
                    .exception();
        }
        return id;
    }

    /// Deletes a tree with its tests.
    TestSetView delete(String key, IfMatch ifMatch) {
        UUID id = require(key);
        tests.deleteAll(queries.tests(id).stream().map(TreeNode::id).toList());
        return sets.delete(id.toString(), ifMatch);
    }

    SetsDeletedResponse deleteAll(SetIdsRequest request) {
        Set<UUID> trees = sets.livingOfExplorer(request.testSetIds());
        List<UUID> deleted = new ArrayList<>();
        List<UUID> unknown = new ArrayList<>();
        for (UUID id : new LinkedHashSet<>(request.testSetIds())) {
            if (trees.contains(id)) {
                delete(id.toString(), new IfMatch(null));
                deleted.add(id);
            } else {
                unknown.add(id);
            }
        }
        return new SetsDeletedResponse(deleted, unknown);
    }

    /// Makes a tree of a set.
    ///
    /// @throws ProblemException 400 when the set is a tree
    CopiedSet importFrom(String key) {
        TestSetView source = sets.get(key);
        if (queries.isExplorer(source.set().getId())) {
            throw Problem.badRequest("id", "The test set is already configured for Explorer")
                    .exception();
        }
        CopiedSet copied = copied(source, " (Explorer)", true);
        UUID id = copied.set().set().getId();
        Set<String> paths = queries.tests(id).stream()
                .map(TreeNode::topic)
                .filter(topic -> !topic.isEmpty())
                .flatMap(topic -> TopicNode.line(topic).stream())
                .collect(toCollection(LinkedHashSet::new));
        queries.addTopics(id, topics.idsOf(paths).values());
        return copied;
    }

    /// Makes a set of a tree.
    CopiedSet exportFrom(String key) {
        return copied(sets.get(require(key).toString()), " (Exported)", false);
    }

    private CopiedSet copied(TestSetView source, String suffix, boolean isExplorer) {
        UUID from = source.set().getId();
        String name = source.set().getName();
        String bounded = name.substring(0, Math.min(name.length(), MAX_NAME_LENGTH - suffix.length())) + suffix;
        TestSetView made = made(bounded, source.set().getDescription(), isExplorer);
        UUID to = made.set().getId();
        int count = copies.copy(from, to, isExplorer);
        return new CopiedSet(sets.get(to.toString()), count, copies.skipped(from));
    }

    private TestSetView made(String name, @Nullable String description, boolean isExplorer) {
        TestSetView made = sets.create(TestSetRequest.named(name, description, "Single-Turn", null));
        if (isExplorer) {
            queries.markSet(made.set().getId());
        }
        return made;
    }
}
