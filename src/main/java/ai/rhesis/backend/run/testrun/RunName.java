package ai.rhesis.backend.run.testrun;

import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

/// Names for runs that nobody named: easy to say and to tell apart, such as `Amber Heron 4821`.
public final class RunName {

    private static final List<String> COLOURS = List.of(
            "Amber", "Azure", "Bronze", "Cobalt", "Copper", "Coral", "Crimson", "Golden", "Indigo", "Ivory", "Jade",
            "Lilac", "Olive", "Russet", "Scarlet", "Silver", "Teal", "Umber", "Violet", "White");
    private static final List<String> ANIMALS = List.of(
            "Badger", "Bison", "Crane", "Falcon", "Finch", "Fox", "Gecko", "Heron", "Ibex", "Jay", "Kestrel", "Lark",
            "Lynx", "Marten", "Otter", "Owl", "Plover", "Raven", "Stoat", "Wren");
    private static final int NUMBERS = 9_000;

    private RunName() {}

    public static String next() {
        return "%s %s %d".formatted(any(COLOURS), any(ANIMALS), 1_000 + random().nextInt(NUMBERS));
    }

    private static String any(List<String> words) {
        return words.get(random().nextInt(words.size()));
    }

    private static ThreadLocalRandom random() {
        return ThreadLocalRandom.current();
    }
}
