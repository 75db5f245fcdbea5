package ai.rhesis.backend.portal.explorer;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A topic of a tree.
///
/// @param path from the root, with slashes
/// @param depth 0 at the root
record TopicNode(String path, String name, @Nullable String parentPath, int depth) {

    static TopicNode of(String path) {
        int slash = path.lastIndexOf('/');
        return new TopicNode(path, path.substring(slash + 1), slash < 0 ? null : path.substring(0, slash), (int)
                path.chars().filter(letter -> letter == '/').count());
    }

    /// Returns the paths from the root down to this one.
    static List<String> line(String path) {
        List<String> line = new ArrayList<>();
        for (int slash = path.indexOf('/'); slash >= 0; slash = path.indexOf('/', slash + 1)) {
            line.add(path.substring(0, slash));
        }
        line.add(path);
        return line;
    }
}
