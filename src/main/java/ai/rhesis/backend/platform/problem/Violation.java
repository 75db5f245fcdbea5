package ai.rhesis.backend.platform.problem;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// One broken rule of a request: where (`["body","prompt","content"]`), which and why.
public record Violation(String type, List<Object> loc, String msg) {

    private static final int MAX_INDEX_DIGITS = 9;

    public static Violation ofBody(String path, String type, String message) {
        return at("body", path, type, message);
    }

    /// Takes a path as Bean Validation prints it, `tests[3].name`, apart.
    public static Violation at(String origin, String path, String type, String message) {
        List<Object> loc = new ArrayList<>(List.of(origin));
        for (String part : path.split("[.\\[\\]]+")) {
            if (!part.isEmpty()) {
                loc.add(isIndex(part) ? (Object) Integer.valueOf(part) : part);
            }
        }
        return new Violation(type, List.copyOf(loc), message);
    }

    /// Keys of objects may be digits as well, and more of them than any index has.
    private static boolean isIndex(String part) {
        return part.length() <= MAX_INDEX_DIGITS && part.chars().allMatch(digit -> digit >= '0' && digit <= '9');
    }

    /// Returns the same violation, seen from a body that has the object at a place of its array `key`.
    public Violation within(String key, int index) {
        List<Object> outer = new ArrayList<>(List.of(loc.getFirst(), key, index));
        outer.addAll(loc.subList(1, loc.size()));
        return new Violation(type, List.copyOf(outer), msg);
    }

    /// Returns the path without its origin: `prompt.content`.
    public String field() {
        return loc.stream().skip(1).map(String::valueOf).collect(Collectors.joining("."));
    }
}
