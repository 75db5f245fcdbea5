package ai.rhesis.backend.platform.security;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The changes that the caller of this request may make to one object, in words that clients read beside
/// it, such as `comment:update`. Reading is not among them, because who reads the words may do that. They
/// describe the rules and keep none: each route checks for itself.
public final class PermittedActions {

    private PermittedActions() {}

    /// Lists the actions of everybody who writes; none for viewers.
    public static List<String> ofMembers(String... actions) {
        return isIn(Role.MEMBER) ? List.of(actions) : List.of();
    }

    /// Lists the actions on what its author alone changes and owners may delete as well; `others` are for everybody who
    /// writes.
    public static List<String> ofAuthor(@Nullable UUID author, String type, String... others) {
        boolean isAuthor = isIn(Role.MEMBER) && isCaller(author);
        Stream<String> update = isAuthor ? Stream.of(type + ":update") : Stream.empty();
        Stream<String> delete = isAuthor || isIn(Role.OWNER) ? Stream.of(type + ":delete") : Stream.empty();
        return Stream.of(update, delete, ofMembers(others).stream())
                .flatMap(actions -> actions)
                .toList();
    }

    /// Lists the actions on what its author and owners change and delete.
    public static List<String> ofAuthorOrOwner(@Nullable UUID author, String type) {
        boolean may = isIn(Role.OWNER) || isIn(Role.MEMBER) && isCaller(author);
        return may ? List.of(type + ":update", type + ":delete") : List.of();
    }

    private static boolean isCaller(@Nullable UUID author) {
        Caller caller = Callers.current();
        return caller != null && author != null && caller.is(author);
    }

    private static boolean isIn(Role role) {
        Caller caller = Callers.current();
        return caller != null && caller.role() != null && caller.role().includes(role);
    }
}
