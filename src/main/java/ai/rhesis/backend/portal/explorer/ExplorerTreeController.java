package ai.rhesis.backend.portal.explorer;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/explorer/{id}")
class ExplorerTreeController {

    private final ExplorerTree tree;

    ExplorerTreeController(ExplorerTree tree) {
        this.tree = tree;
    }

    @GetMapping("/tree")
    List<TreeNode> tree(@PathVariable String id) {
        return tree.nodes(id);
    }

    @GetMapping("/tests")
    List<TreeNode> tests(@PathVariable String id, @RequestParam(required = false) @Nullable String topic) {
        return tree.tests(id, topic);
    }

    @GetMapping("/tests/{test}")
    TreeNode test(@PathVariable String id, @PathVariable UUID test) {
        return tree.test(id, test);
    }

    @PostMapping("/tests")
    @ResponseStatus(HttpStatus.CREATED)
    TreeNode addTest(@PathVariable String id, @RequestBody TestNodeRequest request) {
        return tree.addTest(id, request);
    }

    @PutMapping("/tests/{test}")
    TreeNode changeTest(@PathVariable String id, @PathVariable UUID test, @RequestBody TestNodeRequest request) {
        return tree.changeTest(id, test, request);
    }

    @DeleteMapping("/tests/{test}")
    TestRemovedResponse removeTest(@PathVariable String id, @PathVariable UUID test) {
        tree.removeTest(id, test);
        return new TestRemovedResponse(true, test);
    }

    @GetMapping("/topics")
    List<TopicNode> topics(@PathVariable String id) {
        return tree.topics(id);
    }

    @PostMapping("/topics")
    @ResponseStatus(HttpStatus.CREATED)
    TopicNode addTopic(@PathVariable String id, @RequestBody TopicPathRequest request) {
        return tree.addTopic(id, request.path());
    }

    @PutMapping("/topics/{*path}")
    TopicNode renameTopic(@PathVariable String id, @PathVariable String path, @RequestBody TopicNameRequest request) {
        return tree.renameTopic(id, path.substring(1), request.newName());
    }

    @DeleteMapping("/topics/{*path}")
    TopicRemovedResponse removeTopic(@PathVariable String id, @PathVariable String path) {
        tree.removeTopic(id, path.substring(1));
        return new TopicRemovedResponse(true, path.substring(1));
    }

    /// The answer to the removal of a test.
    record TestRemovedResponse(boolean deleted, UUID testId) {}

    /// The answer to the removal of a topic.
    record TopicRemovedResponse(boolean deleted, String topicPath) {}
}
