package ai.rhesis.backend.portal.explorer;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import ai.rhesis.backend.platform.problem.Problem;
import ai.rhesis.backend.platform.problem.ProblemException;
import ai.rhesis.backend.suite.classification.TopicService;
import ai.rhesis.backend.suite.testcase.TestCaseRequest;
import ai.rhesis.backend.suite.testcase.TestCaseService;
import ai.rhesis.backend.suite.testset.TestSetContent;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The nodes of a tree. Its topics are topics of the organization whose names are their paths.
@Service
@Transactional
public class ExplorerTree {

    private static final String DEFAULT_LABELER = "user";

    private final ExplorerSets sets;
    private final ExplorerQueries queries;
    private final TestCaseService tests;
    private final TestSetContent content;
    private final TopicService topics;

    ExplorerTree(
            ExplorerSets sets,
            ExplorerQueries queries,
            TestCaseService tests,
            TestSetContent content,
            TopicService topics) {
        this.sets = sets;
        this.queries = queries;
        this.tests = tests;
        this.content = content;
        this.topics = topics;
    }

    @Transactional(readOnly = true)
    List<TreeNode> nodes(String key) {
        UUID setId = sets.require(key);
        return Stream.concat(queries.topics(setId).stream(), queries.tests(setId).stream())
                .toList();
    }

    /// Lists the tests, those under a topic where one is named.
    ///
    /// @throws ProblemException 404 or 410 without the set, 400 when it is no tree
    @Transactional(readOnly = true)
    public List<TreeNode> tests(String key, @Nullable String topic) {
        return queries.tests(sets.require(key)).stream()
                .filter(test -> topic == null || topic.isEmpty() || test.isUnder(topic))
                .toList();
    }

    @Transactional(readOnly = true)
    TreeNode test(String key, UUID testId) {
        return test(sets.require(key), testId);
    }

    @Transactional(readOnly = true)
    List<TopicNode> topics(String key) {
        return queries.topics(sets.require(key)).stream()
                .map(node -> TopicNode.of(node.topic()))
                .toList();
    }

    /// Adds a topic and those above it; what is there already stays.
    TopicNode addTopic(String key, String path) {
        UUID setId = sets.require(key);
        return TopicNode.of(queries.nameOf(topicId(setId, path)));
    }

    /// Renames the last part of a path, for all that stands under it.
    TopicNode renameTopic(String key, String path, String newName) {
        UUID setId = sets.require(key);
        List<String> under = queries.topics(setId).stream()
                .filter(node -> node.isUnder(path))
                .map(TreeNode::topic)
                .toList();
        requireTopic(under, path);
        String parent = TopicNode.of(path).parentPath();
        String renamed = parent == null ? newName : parent + "/" + newName;
        queries.removeTopics(setId, path);
        under.forEach(old -> topicId(setId, renamed + old.substring(path.length())));
        testsByTopic(setId, path)
                .forEach((old, ids) -> queries.move(ids, topicId(setId, renamed + old.substring(path.length()))));
        return TopicNode.of(queries.nameOf(topicId(setId, renamed)));
    }

    /// Removes a topic with those under it; their tests move to the one above.
    void removeTopic(String key, String path) {
        UUID setId = sets.require(key);
        requireTopic(queries.topics(setId).stream().map(TreeNode::topic).toList(), path);
        String parent = TopicNode.of(path).parentPath();
        List<UUID> orphans = testsByTopic(setId, path).values().stream()
                .flatMap(List::stream)
                .toList();
        queries.move(orphans, parent == null ? null : topicId(setId, parent));
        queries.removeTopics(setId, path);
    }

    TreeNode addTest(String key, TestNodeRequest request) {
        if (request.input() == null) {
            throw Problem.invalid("input", "must not be null").exception();
        }
        content.hold(key);
        UUID setId = sets.require(key);
        Map<String, Object> metadata = new LinkedHashMap<>(Map.of("output", "", "labeler", DEFAULT_LABELER));
        metadata.putAll(request.metadata());
        UUID testId = tests.create(TestCaseRequest.saying(request.input(), metadata))
                .test()
                .id();
        queries.markTest(testId);
        content.append(setId, List.of(testId));
        if (request.topic() != null && !request.topic().isBlank()) {
            queries.move(List.of(testId), topicId(setId, request.topic()));
        }
        return test(setId, testId);
    }

    TreeNode changeTest(String key, UUID testId, TestNodeRequest request) {
        UUID setId = sets.require(key);
        test(setId, testId);
        if (request.input() != null) {
            queries.say(testId, request.input());
        }
        queries.note(testId, request.metadata());
        if (request.topic() != null) {
            queries.move(List.of(testId), request.topic().isBlank() ? null : topicId(setId, request.topic()));
        }
        return test(setId, testId);
    }

    void removeTest(String key, UUID testId) {
        test(sets.require(key), testId);
        tests.deleteAll(List.of(testId));
    }

    /// Keeps what came of tests, by their ids.
    void note(Map<UUID, Map<String, Object>> changes) {
        changes.forEach(queries::note);
    }

    private TreeNode test(UUID setId, UUID testId) {
        return queries.tests(setId).stream()
                .filter(node -> node.id().equals(testId))
                .findFirst()
                .orElseThrow(() -> Problem.notFound("The test is not in this test set", testId)
                        .exception());
    }

    private Map<String, List<UUID>> testsByTopic(UUID setId, String path) {
        return queries.tests(setId).stream()
                .filter(test -> test.isUnder(path))
                .collect(groupingBy(TreeNode::topic, mapping(TreeNode::id, toList())));
    }

    /// Returns the topic with this path, which is in the tree from then on, as all above it are.
    private UUID topicId(UUID setId, String path) {
        List<String> line = new ArrayList<>(TopicNode.line(path));
        if (line.stream()
                .anyMatch(part ->
                        part.isBlank() || part.endsWith("/") || !part.strip().equals(part))) {
            throw Problem.invalid("path", "must be names with single slashes between them")
                    .exception();
        }
        Map<String, UUID> ids = topics.idsOf(line);
        queries.addTopics(setId, ids.values());
        return Objects.requireNonNull(ids.get(path));
    }

    private static void requireTopic(List<String> paths, String path) {
        if (!paths.contains(path)) {
            throw Problem.notFound("The topic is not in this test set", path).exception();
        }
    }
}
