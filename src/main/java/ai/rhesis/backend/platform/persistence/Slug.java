package ai.rhesis.backend.platform.persistence;

import java.text.Normalizer;
import java.util.Locale;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Predicate;

/// The short name of an object in addresses, made from its name.
public final class Slug {

    private static final int MIN_LENGTH = 3;
    private static final int SUFFIX = 6;
    private static final int MAX_NUMBERED = 99;
    private static final int MAX_DIGITS = 2;

    private Slug() {}

    /// Makes the slug of a name: `Größe & Co.` becomes `grosse-co`; a name without enough letters gets some.
    public static String of(String name, String fallback, int most) {
        String plain = Normalizer.normalize(name.replace("ß", "ss"), Normalizer.Form.NFD)
                .toLowerCase(Locale.ROOT)
                .replaceAll("\\p{M}", "")
                .replaceAll("[^a-z0-9]+", "-");
        String slug = cut(plain, most);
        return slug.length() < MIN_LENGTH ? another(slug.isEmpty() ? fallback : slug, most) : slug;
    }

    /// Returns the slug, with the lowest number behind it that makes it free where it is taken.
    ///
    /// @param isTaken whether another object has a slug
    public static String free(String slug, int most, Predicate<String> isTaken) {
        if (!isTaken.test(slug)) {
            return slug;
        }
        for (int number = 2; number <= MAX_NUMBERED; number++) {
            String numbered = cut(slug, most - 1 - MAX_DIGITS) + "-" + number;
            if (!isTaken.test(numbered)) {
                return numbered;
            }
        }
        return another(slug, most);
    }

    /// Returns the slug with a random ending, for when it is taken.
    public static String another(String slug, int most) {
        StringBuilder suffix = new StringBuilder("-");
        for (int place = 0; place < SUFFIX; place++) {
            suffix.append(Character.forDigit(ThreadLocalRandom.current().nextInt(36), 36));
        }
        return cut(slug, most - suffix.length()) + suffix;
    }

    private static String cut(String slug, int length) {
        String trimmed = slug.replaceAll("^-+", "");
        return trimmed.substring(0, Math.min(length, trimmed.length())).replaceAll("-+$", "");
    }
}
