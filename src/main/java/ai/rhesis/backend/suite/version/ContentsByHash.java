package ai.rhesis.backend.suite.version;

import ai.rhesis.backend.suite.version.content.TestContent;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/// Contents of tests, found by their hashes.
final class ContentsByHash {

    private final Map<String, TestContent> contents = new HashMap<>();

    void put(String hash, TestContent content) {
        contents.put(hash, content);
    }

    TestContent of(VersionMember member) {
        return Objects.requireNonNull(contents.get(member.contentHash()), "a content that was stored");
    }
}
