package ai.rhesis.backend.testset;

import java.text.Normalizer;
import java.util.Locale;
import java.util.concurrent.ThreadLocalRandom;

/// The short name of a test set in addresses, made from its name.
final class Slug {

    private static final int MOST = 255;
    private static final int LEAST = 3;
    private static final int SUFFIX = 6;

    private Slug() {}

    /// `Größe & Co.` becomes `grosse-co`; a name without enough letters gets some.
    static String of(String name) {
        String plain = Normalizer.normalize(name.replace("ß", "ss"), Normalizer.Form.NFD)
                .toLowerCase(Locale.ROOT)
                .replaceAll("\\p{M}", "")
                .replaceAll("[^a-z0-9]+", "-");
        String slug = cut(plain, MOST);
        return slug.length() < LEAST ? another(slug.isEmpty() ? "test-set" : slug) : slug;
    }

    /// The same with a random ending, for when it is taken.
    static String another(String slug) {
        StringBuilder suffix = new StringBuilder("-");
        for (int place = 0; place < SUFFIX; place++) {
            suffix.append(Character.forDigit(ThreadLocalRandom.current().nextInt(36), 36));
        }
        return cut(slug, MOST - suffix.length()) + suffix;
    }

    private static String cut(String slug, int length) {
        String trimmed = slug.replaceAll("^-+", "");
        return trimmed.substring(0, Math.min(length, trimmed.length())).replaceAll("-+$", "");
    }
}
